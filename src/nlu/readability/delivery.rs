//! Delivery as far as the text alone shows it: how long the turns are, and how often the speaker fills a silence
//! (fillers) or takes back half of what they say (hedges). The word lists belong to the lexicon of a language.

use num_rational::Ratio;

use crate::nlu::inflection::fold;
use crate::source::Span;

/// The mean length of a turn in words, exactly; `None` when no turn has a word.
pub fn words_per_turn<'a>(turns: impl IntoIterator<Item = &'a str>) -> Option<Ratio<i64>> {
    let (mut words, mut spoken) = (0_i64, 0_i64);
    for turn in turns {
        let here = i64::try_from(super::words(turn).count()).unwrap_or(i64::MAX);
        words = words.saturating_add(here);
        spoken += i64::from(here > 0);
    }
    (spoken > 0).then(|| Ratio::new(words, spoken))
}

/// Where a speaker fills a silence. Phrases as in `phrases_in`, and one that ends in a comma (`este,`) counts only
/// where the speaker stops after it, at a mark or at the end of the turn, since `este mes` fills nothing.
/// A stretched vowel or m is the same filler: `ehhh`, `mmmmm`, `esteee`.
pub fn fillers(text: &str, list: &[&str]) -> Vec<Span> {
    phrases_in(text, list)
}

/// Where a speaker hedges: `tal vez`, `creo que`, `I guess`.
pub fn hedges(text: &str, list: &[&str]) -> Vec<Span> {
    phrases_in(text, list)
}

/// The places of these phrases, in order, none over another; of two that start together the longer. Case, accents
/// and marks between the words do not matter.
fn phrases_in(text: &str, list: &[&str]) -> Vec<Span> {
    let words: Vec<Word> = super::word_spans(text).map(|span| Word::of(text, span)).collect();
    let mut phrases: Vec<Phrase> = list.iter().map(|phrase| Phrase::of(phrase)).collect();
    phrases.retain(|phrase| !phrase.words.is_empty());
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));

    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(phrase) = phrases.iter().find(|phrase| phrase.stands_at(&words[at..])) else {
            at += 1;
            continue;
        };
        let last = at + phrase.words.len() - 1;
        found.push(words[at].span.start..words[last].span.end);
        at = last + 1;
    }
    found
}

struct Word {
    span: Span,
    plain: String,
    /// A mark follows, or nothing more does.
    before_pause: bool,
}

impl Word {
    fn of(text: &str, span: Span) -> Self {
        let rest = &text[span.end..];
        let before_pause = rest
            .trim_start()
            .chars()
            .next()
            .is_none_or(|next| !next.is_alphanumeric() && !"¿¡\"'«(".contains(next));
        Self { plain: plain(&text[span.clone()]), span, before_pause }
    }
}

struct Phrase {
    words: Vec<String>,
    only_before_pause: bool,
}

impl Phrase {
    fn of(written: &str) -> Self {
        Self {
            words: super::words(written).map(plain).collect(),
            only_before_pause: written.trim_end().ends_with(','),
        }
    }

    fn stands_at(&self, words: &[Word]) -> bool {
        words.len() >= self.words.len()
            && self.words.iter().zip(words).all(|(phrase, word)| *phrase == word.plain)
            && (!self.only_before_pause || words[self.words.len() - 1].before_pause)
    }
}

/// Lower case, without accents (ñ kept), and with letters said three times or more said once.
fn plain(word: &str) -> String {
    let folded = fold(word);
    let mut plain = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut times = 1;
        while letters.next_if_eq(&letter).is_some() {
            times += 1;
        }
        plain.push(letter);
        if times == 2 {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILLERS: &[&str] = &["este,", "eh", "o sea", "mmm", "you know"];
    const HEDGES: &[&str] = &["tal vez", "quizás", "creo", "creo que", "más o menos", "I guess"];

    fn heard<'a>(text: &'a str, spans: &[Span]) -> Vec<&'a str> {
        spans.iter().map(|span| &text[span.clone()]).collect()
    }

    #[test]
    fn fillers_are_found_whatever_their_case_and_length() {
        let text = "Este... EHHH, o sea, mmmmm you know";
        assert_eq!(heard(text, &fillers(text, FILLERS)), ["Este", "EHHH", "o sea", "mmmmm", "you know"]);
    }

    #[test]
    fn a_filler_that_is_a_word_too_counts_only_before_a_pause() {
        let text = "este mes no puedo, este";
        assert_eq!(heard(text, &fillers(text, FILLERS)).len(), 1);
        assert_eq!(fillers(text, FILLERS)[0].start, text.rfind("este").unwrap());
    }

    #[test]
    fn hedges_are_found_with_or_without_their_accents() {
        let text = "Quizas tal vez, mas o menos";
        assert_eq!(heard(text, &hedges(text, HEDGES)), ["Quizas", "tal vez", "mas o menos"]);
    }

    #[test]
    fn of_two_phrases_the_longer_is_taken_once() {
        let text = "creo que sí";
        assert_eq!(heard(text, &hedges(text, HEDGES)), ["creo que"]);
    }

    #[test]
    fn a_phrase_is_not_found_inside_a_word() {
        assert!(fillers("el vehículo", FILLERS).is_empty());
        assert!(fillers("", FILLERS).is_empty());
        assert!(fillers("eh", &["", ","]).is_empty());
    }

    #[test]
    fn the_length_of_turns_is_an_exact_mean() {
        assert_eq!(words_per_turn(["uno dos", "tres", "…"]), Some(Ratio::new(3, 2)));
        assert_eq!(words_per_turn(["", "?"]), None);
    }
}
