//! Which of the amounts, days and means that a turn names are put on the table.

use jiff::civil::Date;

use super::{Place, Term};
use crate::call::{Money, Speaker, TurnIndex};
use crate::nlu::entity::{DateValue, Entity, Method, Value};
use crate::nlu::heard::Heard;
use crate::source::Span;

pub(super) fn terms<'a, T: 'a>(
    heard: &'a Heard,
    at: usize,
    pick: impl Fn(&Value) -> Option<T> + 'a,
) -> impl DoubleEndedIterator<Item = Term<T>> + 'a {
    heard.entities.iter().filter_map(move |entity: &Entity| {
        let place = Place { turn: TurnIndex(at), span: entity.span.clone() };
        pick(&entity.value).map(|value| Term { value, place })
    })
}

pub(super) fn money_terms(heard: &Heard, at: usize) -> impl DoubleEndedIterator<Item = Term<Money>> + '_ {
    terms(heard, at, |value| match value {
        Value::Money(money) => Some(*money),
        _ => None,
    })
}

fn inside(heard: &Heard, act: &str, span: &Span) -> bool {
    heard.acts.iter().any(|hit| hit.act.is(act) && hit.span.start < span.end && span.start < hit.span.end)
}

/// The amount that is proposed: inside the words that propose it; else the last that is neither the debt as
/// stated, nor one payment of a plan, nor what was just refused.
pub(super) fn chosen_amount(heard: &Heard, at: usize, speaker: Speaker) -> Option<Term<Money>> {
    let plans: Vec<Span> = heard
        .entities
        .iter()
        .filter(|entity| matches!(entity.value, Value::Plan(_)))
        .map(|entity| entity.span.clone())
        .collect();
    let of_plan = |span: &Span| plans.iter().any(|plan| plan.start <= span.start && span.end <= plan.end);
    // A debt can be named beside a date that is proposed: only what speaks of paying puts an amount forward.
    let pays =
        ["propose_amount", "offer", "request", "confirm_commitment", "summarize", "question.commitment"];
    if speaker == Speaker::Agent && !pays.iter().any(|act| heard.has(act)) {
        return None;
    }
    let proposed = money_terms(heard, at)
        .rfind(|term| inside(heard, "propose_amount", &term.place.span) && !of_plan(&term.place.span));
    proposed.or_else(|| {
        money_terms(heard, at).rfind(|term| {
            let span = &term.place.span;
            !of_plan(span) && !inside(heard, "state_debt", span) && !inside(heard, "refuse", span)
        })
    })
}

/// The day that is proposed. A day before the call is when something fell due, not when it will be paid.
pub(super) fn chosen_date(heard: &Heard, at: usize, today: Option<Date>) -> Option<Term<DateValue>> {
    let dates = || {
        terms(heard, at, |value| match value {
            Value::Date(date) => Some(date.clone()),
            _ => None,
        })
        .filter(|term| match (term.value.to.or(term.value.from), today) {
            (Some(day), Some(today)) => day >= today,
            _ => true,
        })
    };
    dates()
        .rfind(|term| inside(heard, "propose_date", &term.place.span))
        .or_else(|| dates().rfind(|term| !inside(heard, "state_debt", &term.place.span)))
}

/// The means of payment; two put side by side are a choice still to be made.
pub(super) fn chosen_method(heard: &Heard, at: usize) -> Option<Term<Method>> {
    let mut methods = terms(heard, at, |value| match value {
        Value::Method(method) => Some(*method),
        _ => None,
    });
    let first = methods.next()?;
    methods.all(|other| other.value == first.value).then_some(first)
}
