//! What a rehearsal knows, put in the place of what was merely heard: the agreement, and which of the debtor's words
//! cannot have been a dispute.

use super::recap;
use super::scene::{Mark, whole};
use crate::call::{Speaker, TurnIndex};
use crate::nlu::commitment::{Place, Term};
use crate::nlu::entity::{DateValue, Value};
use crate::nlu::{Commitment, HeardCall, Rehearsed, Settled};

/// Acts that a debtor who only puts a recap right is heard to do.
const CORRECTING: &[&str] = &["dispute", "refuse", "confusion", "complaint"];
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
        date: settled.date.map(|day| Term {
            value: DateValue::day(day),
            place: named(&|value| matches!(value, Value::Date(other) if other.single() == Some(day))),
        }),
        method: settled.method.map(|method| Term {
            value: method,
            place: named(&|value| matches!(value, Value::Method(other) if *other == method)),
        }),
        plan: settled.plan.clone().map(|plan| Term {
            place: named(&|value| matches!(value, Value::Plan(other) if other.amount == plan.amount)),
            value: plan,
        }),
    })
}

fn place(mark: &Mark) -> Place {
    Place { turn: TurnIndex(mark.turn), span: mark.span.clone() }
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
        heard.heard[at].acts.retain(|hit| {
            !(corrects && CORRECTING.iter().any(|act| hit.act.is(act)) || undisputed && hit.act.is("dispute"))
        });
    }
}
