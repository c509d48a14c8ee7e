//! Going over an agreement: which turns do it. A turn that names two things that were agreed does, whatever it was
//! heard as; one that leaves a choice open, or says what it is not, does not.

use std::collections::BTreeSet;

use super::agreed::{Fact, Mentions, agrees, facts};
use super::scene::{Mark, Scene, Turns, Witnesses, whole};
use crate::nlu::commitment::{Sums, names_product};
use crate::nlu::entity::{Entity, Value};
use crate::nlu::text::words;
use crate::nlu::{Commitment, Heard, HeardCall};
use crate::source::Span;

/// So many facts of an agreement, named together, go over it.
const ENOUGH: usize = 2;
/// Words that stand before what is denied, no further away than this.
const DENIES: &[&str] = &["no", "ni", "not", "never", "nunca"];
const NEAR: usize = 2;
/// Words between two things of which one is to be chosen, and how many there may be.
const OR: &[&str] = &["o", "u", "or"];
const BETWEEN: usize = 4;

/// Where these turns go over the agreement, by one of `acts` or by its facts.
pub(super) fn going_over(turns: &Turns, acts: &[String]) -> Witnesses {
    let scene = &turns.scene;
    let agreed = scene.commitment.as_ref();
    let has_facts =
        agreed.is_some_and(|agreed| !facts(agreed).is_empty() && super::agreed::pays(agreed.kind));
    let list = turns.list.iter().filter_map(|turn| {
        let told = Mentions::find(scene, &[*turn]);
        let said: BTreeSet<Fact> = told.said.iter().map(|(fact, _)| *fact).collect();
        let act = scene.heard(*turn).acts.iter().find(|hit| acts.iter().any(|act| hit.act.is(act)));
        let of_act = act.map(|hit| Mark {
            turn: *turn,
            span: hit.span.clone(),
            act: Some(hit.act.clone()),
            value: None,
            excess: None,
        });
        // "No, no, the half": whoever takes it back before going over it does not go over it.
        if opens_with_denial(scene.text(*turn)) && said.len() < facts_of(agreed) {
            return None;
        }
        let named = || (said.len() >= ENOUGH && told.against.is_empty()).then(|| whole(scene.call(), *turn));
        match of_act {
            Some(mark) if !has_facts || !said.is_empty() || !told.against.is_empty() => Some(mark),
            _ if has_facts => named(),
            _ => None,
        }
    });
    Witnesses { scene: std::rc::Rc::clone(scene), list: list.collect() }
}

fn facts_of(agreed: Option<&Commitment>) -> usize {
    agreed.map_or(0, |agreed| facts(agreed).len())
}

/// Whether the first word of a turn denies.
fn opens_with_denial(text: &str) -> bool {
    words(text).first().is_some_and(|word| DENIES.contains(&word.folded.as_str()))
}

/// Whether a turn names something as it was agreed.
pub(super) fn names_agreed(heard: &HeardCall, at: usize, agreed: &Commitment) -> bool {
    let sums = Sums::of(agreed, &heard.heard);
    let undated = heard.call.date.is_none();
    let all = Fact::ALL.into_iter();
    let mut named = all.flat_map(|fact| heard.heard[at].entities.iter().map(move |entity| (fact, entity)));
    named.any(|(fact, entity)| agrees(fact, agreed, &sums, &entity.value, undated))
}

/// What a turn names and means: neither denied, nor one of two to choose from, nor the card whose debt it is.
pub(super) fn meant(scene: &Scene, at: usize) -> impl Iterator<Item = &Entity> {
    let (heard, text) = (scene.heard(at), scene.text(at));
    heard
        .entities
        .iter()
        .filter(move |entity| !is_denied(text, &entity.span) && !is_one_of_two(heard, text, entity))
        .filter(move |entity| !names_product(text, entity))
}

/// Whether the words beside a thing say that it is not so: "not the 700", "today no". A "no?" only asks for a yes.
pub(super) fn is_denied(text: &str, span: &Span) -> bool {
    let clause = |c: char| matches!(c, '.' | ',' | ';' | ':' | '?' | '!' | '¿' | '¡');
    let before = text[..span.start].rsplit(clause).next().unwrap_or_default();
    let mut before = before.split_whitespace().rev().take(NEAR);
    let after = text[span.end..].split_whitespace().next();
    before.any(|word| DENIES.contains(&word.to_lowercase().as_str()))
        || after.is_some_and(|word| {
            text[span.end..].starts_with(char::is_whitespace)
                && matches!(word.trim_end_matches([',', '.', ';']).to_lowercase().as_str(), "no" | "not")
        })
}

/// Whether another thing of the same kind stands beside this one with an "or" between.
fn is_one_of_two(heard: &Heard, text: &str, entity: &Entity) -> bool {
    let kind = |value: &Value| match value {
        Value::Money(_) | Value::Plan(_) | Value::Number(_) => "money",
        other => other.kind(),
    };
    let mut others = heard.entities.iter().filter(|other| other.span != entity.span);
    others.any(|other| {
        let (first, second) =
            if other.span.start < entity.span.start { (other, entity) } else { (entity, other) };
        let between = text.get(first.span.end..second.span.start).unwrap_or_default();
        let words: Vec<String> = between.split_whitespace().map(str::to_lowercase).collect();
        // Of means the last is not always heard as one: "card, check or whatever suits you".
        let after = text.get(second.span.end..).and_then(|rest| rest.split_whitespace().next());
        let open = kind(&entity.value) == "method" && after.is_some_and(|word| OR.contains(&word));
        kind(&other.value) == kind(&entity.value)
            && words.len() <= BETWEEN
            && (open || words.iter().any(|word| OR.contains(&word.as_str())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn denied(text: &str, words: &str) -> bool {
        let start = text.find(words).expect("the words are there");
        is_denied(text, &(start..start + words.len()))
    }

    #[test]
    fn a_no_beside_a_thing_denies_it() {
        assert!(denied("El martes no puedo pasar", "El martes"));
        assert!(denied("son cuotas, no 900", "900"));
        assert!(denied("it is not 700", "700"));
    }

    #[test]
    fn a_no_that_asks_for_a_yes_denies_nothing() {
        assert!(!denied("Quedamos el martes, ¿no?", "el martes"));
        assert!(!denied("Quedamos el martes no?", "el martes"));
        assert!(!denied("No se preocupe, el martes la llamo", "el martes"));
    }
}
