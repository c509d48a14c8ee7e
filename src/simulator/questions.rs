//! How many things a turn asks for, and where: "¿dónde queda, y quién lo firma?" is two questions, and what is told beside
//! them is none.

use crate::nlu::text::fold;
use crate::simulator::clause::clauses;
use crate::source::Span;

/// Words that ask for something: Spanish, as people type it, and English.
const ASKING: [&str; 30] = [
    "que", "q", "cual", "cuales", "cuando", "donde", "adonde", "quien", "quienes", "como", "cuanto",
    "cuanta", "cuantos", "cuantas", "xq", "pq", "porque", "what", "whats", "when", "whens", "where",
    "wheres", "who", "whos", "whose", "why", "how", "hows", "which",
];
/// Of these, words with which people also go on telling.
const ALSO_JOINING: [&str; 11] =
    ["que", "q", "como", "cuando", "donde", "porque", "pq", "when", "where", "how", "which"];
/// Words that may stand before one that asks.
const BEFORE: [&str; 18] = [
    "y", "e", "pero", "a", "de", "en", "con", "por", "para", "pa", "desde", "hasta", "and", "but", "so",
    "at", "from", "with",
];
/// Words that join one question to another.
const JOINING: [&str; 3] = ["y", "e", "and"];
/// Words by which a question that wants a yes goes on from another one.
const GOING_ON: [&str; 27] = [
    "me", "le", "se", "te", "puede", "podria", "tiene", "tienen", "hay", "es", "esta", "son", "va", "ya",
    "can", "could", "do", "does", "did", "is", "are", "will", "would", "have", "has", "any", "should",
];
/// What parts one question of a sentence from the next, where a word that asks follows it.
const PARTS: [&str; 4] = [", ", ": ", " y ", " and "];
/// A question of fewer words is a tag, or asks what only the words before it say.
const LEAST_WORDS: usize = 4;

/// The questions of a turn, in order: those that have their mark, and sentences without one that begin with a word that
/// does nothing but ask.
pub(super) fn questions(text: &str) -> Vec<Span> {
    let asks = |clause: &Span| {
        let said = text.get(clause.clone()).unwrap_or_default();
        let asking = |word: String| ASKING.contains(&word.as_str()) && !ALSO_JOINING.contains(&word.as_str());
        said.trim_end().ends_with('?') || first_word(said).is_some_and(asking)
    };
    clauses(text).into_iter().filter(asks).flat_map(|clause| parted(text, clause)).collect()
}

/// The parts of a sentence that each begin with a word that asks.
fn parted(text: &str, clause: Span) -> Vec<Span> {
    let mut starts = vec![clause.start];
    let within = text.get(clause.clone()).unwrap_or_default();
    for mark in PARTS {
        starts.extend(within.match_indices(mark).filter_map(|(at, _)| {
            // The conjunction belongs to what it joins.
            let next = at + mark.find(' ').unwrap_or_default() + 1;
            // What leads to the mark belongs to it: "Para el extracto, ¿a qué correo?"
            let leads = within[next..].starts_with('¿') && !within[..next].contains('¿');
            let later = !within[..next].trim().is_empty() && !leads;
            (later && begins_a_question(&within[next..])).then_some(clause.start + next)
        }));
    }
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().copied().skip(1).chain([clause.end]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Whether what follows a comma or a conjunction is a question of its own.
fn begins_a_question(part: &str) -> bool {
    let first = part.split_whitespace().next().map(fold);
    let joined = first.is_some_and(|word| JOINING.contains(&word.as_str()));
    begins_with_asking(part)
        || joined && first_word(part).is_some_and(|word| GOING_ON.contains(&word.as_str()))
}

/// Whether a question wants to know something: a yes does not answer it.
pub(super) fn asks_for_something(part: &str) -> bool {
    // What comes before the question itself: "Ya entiendo, ¿y dónde queda?"
    let part = part.rsplit_once('¿').map_or(part, |(_, question)| question);
    let long = part.split_whitespace().count() >= LEAST_WORDS;
    long && begins_with_asking(part)
}

/// Whether the first word but for conjunctions and prepositions asks.
fn begins_with_asking(part: &str) -> bool {
    first_word(part).is_some_and(|word| ASKING.contains(&word.as_str()))
}

fn first_word(part: &str) -> Option<String> {
    let folded = fold(part);
    let mut words = folded.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
    words.find(|word| !BEFORE.contains(word)).map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        questions(text).into_iter().map(|part| text[part].trim()).collect()
    }

    #[test]
    fn each_word_that_asks_begins_a_question() {
        assert_eq!(
            parts("¿dónde queda el taller, y quién lo firma?"),
            ["¿dónde queda el taller,", "y quién lo firma?"]
        );
        assert_eq!(parts("q dia cobra? y con q banco trabaja?"), ["q dia cobra?", "y con q banco trabaja?"]);
        assert_eq!(parts("who signs it and can you mail it?"), ["who signs it", "and can you mail it?"]);
    }

    #[test]
    fn what_is_told_is_none_and_a_yes_is_not_wanted_by_a_word_that_asks() {
        assert_eq!(parts("le mando el recibo. ¿le sirve el viernes?"), ["¿le sirve el viernes?"]);
        assert_eq!(parts("que le vaya bien. como le decía, es poco"), Vec::<&str>::new());
        assert_eq!(parts("Para el extracto, ¿a qué correo?"), ["Para el extracto, ¿a qué correo?"]);
        assert_eq!(
            parts("tiene otras deudas? cuanto puede al mes"),
            ["tiene otras deudas?", "cuanto puede al mes"]
        );
        assert!(asks_for_something("Ya entiendo, ¿y dónde queda eso?"));
        assert!(!asks_for_something("¿le sirve el viernes?") && !asks_for_something("¿qué dice?"));
    }
}
