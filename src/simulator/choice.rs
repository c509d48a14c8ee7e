//! "¿Se lo dicto o se lo mando?": one of two has to be taken, and a yes is no answer to it.

use crate::nlu::entity::Value;
use crate::nlu::text::fold;
use crate::simulator::asked::Asked;
use crate::simulator::clause::clauses;
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Incoming, Say};
use crate::simulator::questions::questions;
use crate::source::Span;

/// Words after which "or" only begins a tag: "¿…, o no?".
const TAGS: [&str; 9] = ["no", "que", "q", "not", "na", "nah", "what", "sea", "nada"];
/// Beginnings of words by which two ways are put to somebody: what is only wondered about is no choice of hers.
const PUTS: [&str; 24] = [
    "prefier", "prefer", "quier", "quer", "acomod", "qued", "convien", "sirv", "gust", "mand", "envi",
    "llam", "marc", "dict", "paso", "dejo", "want", "rather", "like", "send", "mail", "call", "text",
    "easier",
];

/// Ways to be reached, and parts of the day, that can be named in answer as they were put.
const WAYS: [&str; 37] = [
    "correo",
    "mail",
    "email",
    "whatsapp",
    "wasap",
    "wsp",
    "wpp",
    "mensaje",
    "sms",
    "carta",
    "papel",
    "telefono",
    "fijo",
    "celular",
    "cel",
    "movil",
    "llamada",
    "casa",
    "trabajo",
    "oficina",
    "domicilio",
    "manana",
    "tarde",
    "noche",
    "mediodia",
    "letter",
    "text",
    "phone",
    "call",
    "cell",
    "home",
    "work",
    "office",
    "morning",
    "afternoon",
    "evening",
    "noon",
];
/// Words that only lead up to the second way.
const LEADS: [&str; 24] = [
    "prefiere",
    "preferis",
    "prefieres",
    "mejor",
    "quiere",
    "por",
    "x",
    "si",
    "mas",
    "bien",
    "un",
    "una",
    "el",
    "la",
    "al",
    "would",
    "you",
    "rather",
    "prefer",
    "by",
    "maybe",
    "do",
    "a",
    "the",
];

impl Debtor<'_> {
    /// One of two ways: the second as it was put, where it is one that has a name; otherwise either will do.
    pub(super) fn choose_way(&mut self, part: &Span, turn: Incoming<'_>) -> Option<Say> {
        self.note_answered(part.clone());
        match turn.text.get(part.clone()).and_then(second_way) {
            Some(way) => self.say("takes_way", &[("way", way)]),
            None => self.say("answers_either", &[]),
        }
    }
}

/// "¿Al correo o por whatsapp?": "whatsapp"; "¿en la mañana o en la tarde?": "en la tarde".
fn second_way(clause: &str) -> Option<String> {
    let words: Vec<&str> =
        clause.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let or = words.iter().position(|word| matches!(fold(word).as_str(), "o" | "or"))?;
    let after = words.get(or + 1..)?;
    let leads = after.iter().take_while(|word| LEADS.contains(&fold(word).as_str())).count();
    let named = after.get(leads).is_some_and(|word| WAYS.contains(&fold(word).as_str()));
    // "En la tarde", "in the evening": the part of the day keeps its preposition.
    let placed = after.first().filter(|word| matches!(fold(word).as_str(), "en" | "in" | "de"));
    match placed {
        Some(place) => {
            let article =
                after.get(1).filter(|word| matches!(fold(word).as_str(), "la" | "el" | "the" | "su"));
            let way = after.get(1 + usize::from(article.is_some()))?;
            let named = WAYS.contains(&fold(way).as_str());
            let parts = [Some(place), article, Some(way)].into_iter().flatten();
            named.then(|| parts.map(|it| it.to_lowercase()).collect::<Vec<_>>().join(" "))
        }
        None => after.get(leads).filter(|_| named).map(|way| way.to_lowercase()),
    }
}

/// The first question of a turn that puts two ways to her, none of them a day or a sum.
pub(super) fn put_to_choose(turn: Incoming<'_>) -> Option<Span> {
    let of_terms = |part: &Span| {
        let mut entities = turn.heard.entities.iter();
        entities.any(|it| {
            part.contains(&it.span.start) && !matches!(it.value, Value::Method(_) | Value::Person(_))
        })
    };
    let asked = questions(turn.text);
    let asked = if asked.is_empty() { last_clause(turn.text).into_iter().collect() } else { asked };
    let courtesy = |part: &Span| {
        turn.asked_at.iter().any(|(kind, span)| *kind == Asked::NothingElse && part.contains(&span.start))
    };
    let put = |part: &Span| {
        turn.text
            .get(part.clone())
            .is_some_and(|said| offers_two(said) && (puts(said) || names_means(turn, part)))
    };
    asked.into_iter().find(|part| !of_terms(part) && !courtesy(part) && put(part))
}

pub(super) fn asks_to_choose(turn: Incoming<'_>) -> bool {
    put_to_choose(turn).is_some()
}

/// Where a question of this kind leaves two ways, if it does: "¿al correo o por mensaje?".
pub(super) fn choice_of(kind: Asked, turn: Incoming<'_>) -> Option<Span> {
    let (_, span) = turn.asked_at.iter().rfind(|(other, _)| *other == kind)?;
    let around = clauses(turn.text).into_iter().find(|clause| clause.contains(&span.start))?;
    let put = around.start.max(span.start)..around.end;
    turn.text.get(put.clone()).is_some_and(offers_two).then_some(put)
}

fn puts(said: &str) -> bool {
    let folded = fold(said);
    let mut words = folded.split(|it: char| !it.is_alphanumeric());
    words.any(|word| PUTS.iter().any(|beginning| word.starts_with(beginning)))
}

fn names_means(turn: Incoming<'_>, part: &Span) -> bool {
    let mut entities = turn.heard.entities.iter();
    entities.any(|it| part.contains(&it.span.start) && matches!(it.value, Value::Method(_)))
}

/// The last sentence that has a word in it.
fn last_clause(text: &str) -> Option<Span> {
    let spoken =
        |clause: &Span| text.get(clause.clone()).is_some_and(|it| it.contains(char::is_alphanumeric));
    clauses(text).into_iter().rev().find(spoken)
}

fn offers_two(clause: &str) -> bool {
    let folded = fold(clause);
    let words: Vec<&str> =
        folded.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let at = words.iter().position(|word| matches!(*word, "o" | "or"));
    at.is_some_and(|at| at > 0 && words.get(at + 1).is_some_and(|next| !TAGS.contains(next)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_of_two_ways_is_taken_as_it_was_put() {
        let way = |clause| second_way(clause);
        assert_eq!(way("¿se lo mando al correo o por WhatsApp?").as_deref(), Some("whatsapp"));
        assert_eq!(way("le llamo en la mañana o en la tarde").as_deref(), Some("en la tarde"));
        assert_eq!(way("mail or email").as_deref(), Some("email"));
        assert_eq!(way("morning or in the evening?").as_deref(), Some("in the evening"));
        assert_eq!(way("¿paga hoy o le avisamos a su trabajo?"), None, "not a way to be reached");
        assert_eq!(way("¿se lo dicto o se lo mando?"), None);
    }

    #[test]
    fn two_ways_are_put_by_or_and_none_by_a_tag() {
        assert!(
            offers_two("¿se lo mando por correo o prefiere mensaje?") && offers_two("now or on the third?")
        );
        assert!(
            !offers_two("¿me entendió, o no?") && !offers_two("¿lo paga o qué?") && !offers_two("o mañana")
        );
    }
}
