//! Which day a turn means, and how often in a month it has something paid.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::nlu::entity::{DateValue, Entity, Period, Value};
use crate::simulator::reading::Reading;
use crate::simulator::terms::Terms;

/// "Desde el 2", "el 10 u 11": the first of them.
fn first_of_few(date: &DateValue) -> Option<Date> {
    const FEW: i64 = 3;
    let from = date.from?;
    let few = date.to.is_none_or(|to| from.checked_add(FEW.days()).is_ok_and(|last| to <= last));
    few.then_some(from)
}

/// The day that is meant where several are named: of those that are proposed in so many words, else of all, the one that
/// was on the table already, and else the first.
pub(super) fn day_meant(entities: &[&Entity], before: &Terms, reading: Reading<'_>) -> Option<Date> {
    let days: Vec<(&Entity, Date)> = entities
        .iter()
        .filter_map(|entity| match &entity.value {
            Value::Date(date) => date.single().or_else(|| first_of_few(date)).map(|day| (*entity, day)),
            _ => None,
        })
        .collect();
    let proposed = |entity: &Entity| {
        reading.heard.acts.iter().any(|hit| {
            hit.act == "propose_date" && hit.span.start < entity.span.end && entity.span.start < hit.span.end
        })
    };
    let mut days: Vec<_> = days.into_iter().filter(|(_, day)| *day >= reading.today).collect();
    // "Cada viernes por medio desde el 2": the first is the 2nd.
    let recurs = |entity: &Entity| matches!(&entity.value, Value::Date(date) if date.every.is_some());
    if days.iter().any(|(entity, _)| !recurs(entity)) {
        days.retain(|(entity, _)| !recurs(entity));
    }
    let mut meant: Vec<Date> = days.iter().filter(|(it, _)| proposed(it)).map(|(_, day)| *day).collect();
    if meant.is_empty() {
        meant = days.iter().map(|(_, day)| *day).collect();
    }
    meant.iter().copied().find(|day| Some(*day) == before.date).or_else(|| meant.first().copied())
}

/// How often a month something is paid that is paid "cada quincena" or "cada semana".
pub(super) fn every(entities: &[&Entity]) -> Option<u32> {
    entities.iter().find_map(|entity| match &entity.value {
        Value::Date(date) => date.every.and_then(times_a_month),
        _ => None,
    })
}

pub(in crate::simulator) fn times_a_month(period: Period) -> Option<u32> {
    match period {
        Period::Day => Some(30),
        Period::Week => Some(4),
        Period::Fortnight => Some(2),
        Period::Month => Some(1),
        Period::Year => None,
    }
}
