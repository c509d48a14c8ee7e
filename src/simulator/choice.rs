//! "¿Se lo dicto o se lo mando?": one of two has to be taken, and a yes is no answer to it.

use crate::nlu::entity::Value;
use crate::nlu::text::fold;
use crate::simulator::asked::Asked;
use crate::simulator::clause::clauses;
use crate::simulator::exchange::Incoming;
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

/// Whether a question of this kind leaves two ways: "¿al correo o por mensaje?".
pub(super) fn is_choice(kind: Asked, turn: Incoming<'_>) -> bool {
    let Some((_, span)) = turn.asked_at.iter().rfind(|(other, _)| *other == kind) else { return false };
    let around = clauses(turn.text).into_iter().find(|clause| clause.contains(&span.start));
    let put = around.and_then(|clause| turn.text.get(clause.start.max(span.start)..clause.end));
    put.is_some_and(offers_two)
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
    fn two_ways_are_put_by_or_and_none_by_a_tag() {
        assert!(
            offers_two("¿se lo mando por correo o prefiere mensaje?") && offers_two("now or on the third?")
        );
        assert!(
            !offers_two("¿me entendió, o no?") && !offers_two("¿lo paga o qué?") && !offers_two("o mañana")
        );
    }
}
