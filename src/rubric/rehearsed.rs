//! What a rehearsal knows, put in the place of what was merely heard: the agreement, and which of the debtor's words
//! cannot have been a dispute.

use jiff::civil::Date;

use super::recap;
use super::scene::{Mark, whole};
use crate::call::{Speaker, TurnIndex};
use crate::nlu::commitment::{Place, Term, names_product};
use crate::nlu::entity::{DateValue, Method, Value};
use crate::nlu::{ActHit, Commitment, CommitmentKind, Course, HeardCall, Reason, Rehearsed, Settled};

/// Acts that a debtor who only puts a recap right is heard to do.
const CORRECTING: &[&str] = &["dispute", "refuse", "confusion", "complaint"];
/// Acts that end collecting, and that are guessed at from words of other matters.
const ENDING: &[&str] = &["self_harm", "lawyer", "hardship.insolvency"];
/// Acts by which an agreement is gone over.
const RECAPS: &[&str] = &["summarize", "confirm_commitment"];

/// The agreement of a session, with its facts where the call names them.
pub(super) fn agreement(heard: &HeardCall, settled: &Settled) -> Option<Commitment> {
    let last = heard.call.turns.len().checked_sub(1)?;
    let accepted = (settled.turn.0 + 1).min(last);
    let fallback = place(&whole(&heard.call, accepted));
    // Where it was named first counts.
    let named = |same: &dyn Fn(&Value) -> bool| {
        let mut turns = heard.heard.iter().enumerate();
        let found = turns.find_map(|(at, heard)| {
            let entity = heard.entities.iter().find(|entity| same(&entity.value))?;
            Some(Place { turn: TurnIndex(at), span: entity.span.clone() })
        });
        found.unwrap_or_else(|| fallback.clone())
    };
    Some(Commitment {
        kind: settled.kind,
        acceptance: fallback.clone(),
        proposals: vec![place(&whole(&heard.call, settled.turn.0.min(last)))],
        amount: settled.amount.map(|money| Term {
            value: money,
            place: named(&|value| matches!(value, Value::Money(other) if other.amount == money.amount)),
        }),
        // Of a call put off, a day that was spoken of for a payment is not the day of the call.
        date: settled
            .date
            .filter(|day| settled.kind != CommitmentKind::Callback || is_near(heard, settled.turn, *day))
            .map(|day| Term {
                value: DateValue::day(day),
                place: named(&|value| matches!(value, Value::Date(other) if other.single() == Some(day))),
            }),
        method: settled.method.and_then(|method| means(heard, method, &fallback)),
        plan: settled.plan.clone().map(|plan| Term {
            place: named(&|value| matches!(value, Value::Plan(other) if other.amount == plan.amount)),
            value: plan,
        }),
    })
}

/// Whether the agent's turn that was accepted, or the answer to it, names a day.
fn is_near(heard: &HeardCall, turn: TurnIndex, day: Date) -> bool {
    let near = heard.heard.iter().skip(turn.0).take(2);
    near.flat_map(|heard| &heard.entities)
        .any(|entity| matches!(&entity.value, Value::Date(date) if date.single() == Some(day)))
}

/// The means of payment, where it was named as one: of a card whose debt it is nothing was agreed, and the means that
/// was named last stands.
fn means(heard: &HeardCall, settled: Method, fallback: &Place) -> Option<Term<Method>> {
    let named = |only: Option<Method>| {
        heard.heard.iter().enumerate().flat_map(move |(at, heard_turn)| {
            let text = heard.call.turns[at].text.as_str();
            let named = heard_turn.entities.iter().filter(move |entity| !names_product(text, entity));
            named.filter_map(move |entity| match entity.value {
                Value::Method(value) if only.is_none_or(|only| only == value) => {
                    Some(Term { value, place: Place { turn: TurnIndex(at), span: entity.span.clone() } })
                }
                _ => None,
            })
        })
    };
    let product = settled == Method::Card
        && heard
            .heard
            .iter()
            .zip(&heard.call.turns)
            .any(|(heard, turn)| heard.entities.iter().any(|entity| names_product(&turn.text, entity)));
    let other = named(None).rfind(|term| product && term.value != settled);
    let found = other.or_else(|| named(Some(settled)).next());
    found.or_else(|| (!product).then(|| Term { value: settled, place: fallback.clone() }))
}

fn place(mark: &Mark) -> Place {
    Place { turn: TurnIndex(mark.turn), span: mark.span.clone() }
}

/// Whether an act was heard by a wording of its own, and not by its likeness to others.
fn is_worded(hit: &ActHit) -> bool {
    matches!(hit.reason, Reason::Pattern { .. })
}

/// Takes away what the debtor was heard to dispute without disputing the debt: who answers a recap with the agreed
/// facts talks about the recap, and in a rehearsal without a dispute there is none to be heard.
pub(super) fn set_right(heard: &mut HeardCall, agreed: Option<&Commitment>, rehearsed: Option<&Rehearsed>) {
    for at in 0..heard.call.turns.len() {
        if heard.call.turns[at].speaker != Speaker::Debtor {
            continue;
        }
        let corrects = agreed.is_some_and(|agreed| {
            let before =
                at.checked_sub(1).filter(|before| heard.call.turns[*before].speaker == Speaker::Agent);
            before.is_some_and(|before| RECAPS.iter().any(|act| heard.heard[before].has(act)))
                && at > agreed.turn().0
                && recap::names_agreed(heard, at, agreed)
        });
        let undisputed = rehearsed.is_some_and(|rehearsed| !rehearsed.disputed);
        // Whoever is hurt by what was said is not in danger, nor does who asks about lawyers have one: in a scenario that is
        // one to collect on, only what is said in so many words ends it.
        let goes_on = rehearsed.is_some_and(|rehearsed| rehearsed.course == Course::Collecting);
        heard.heard[at].acts.retain(|hit| {
            !(corrects && CORRECTING.iter().any(|act| hit.act.is(act))
                || undisputed && hit.act.is("dispute")
                || goes_on && !is_worded(hit) && ENDING.iter().any(|act| hit.act.is(act)))
        });
    }
}
