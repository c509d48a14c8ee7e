//! Which day a turn means, and how often in a month it has something paid.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::nlu::entity::{DateValue, Entity, Limit, Period, Value};
use crate::nlu::text::fold;
use crate::simulator::clause::{around, clauses};
use crate::simulator::cue;
use crate::simulator::reading::Reading;
use crate::simulator::schedule::ahead;
use crate::simulator::terms::Terms;
use crate::source::Span;

/// "Desde el 2", "el 10 u 11": the one on the table, or the first of them.
fn first_of_few(date: &DateValue, before: &Terms) -> Option<Date> {
    const FEW: i64 = 3;
    let from = date.from?;
    let few = date.to.is_none_or(|to| from.checked_add(FEW.days()).is_ok_and(|last| to <= last));
    let stands = before.date.filter(|day| from <= *day && date.to.is_some_and(|to| *day <= to));
    few.then_some(stands.unwrap_or(from))
}

/// "Desde junio", after she said from the 10th of June: in that month, her day.
fn in_her_month(day: Date, date: &DateValue, reading: Reading<'_>) -> Date {
    let month = date.limit == Some(Limit::Since) && day.day() == 1;
    let same = |own: &Date| (own.year(), own.month()) == (day.year(), day.month());
    reading.own_day.filter(|own| month && same(own)).unwrap_or(day)
}

/// The day that is meant where several are named: of those that are proposed in so many words, else of all, the one that
/// was on the table already, and else the first.
pub(super) fn day_meant(entities: &[&Entity], before: &Terms, reading: Reading<'_>) -> Option<Date> {
    let days: Vec<(&Entity, Date)> = entities
        .iter()
        .filter_map(|entity| match &entity.value {
            Value::Date(date) => {
                let date = ahead(entity).unwrap_or(date);
                date.single()
                    .or_else(|| first_of_few(date, before))
                    .map(|day| (*entity, in_her_month(day, date, reading)))
            }
            _ => None,
        })
        .map(|(entity, day)| (entity, by_its_name(entity, day, entities, before, reading).unwrap_or(day)))
        .collect();
    let asked_for = |entity: &Entity| is_asked_for(reading.text, entity);
    let proposed = |entity: &Entity| {
        reading.heard.acts.iter().any(|hit| {
            hit.act == "propose_date" && hit.span.start < entity.span.end && entity.span.start < hit.span.end
        })
    };
    let mut days: Vec<_> =
        days.into_iter().filter(|(it, day)| *day >= reading.today && !asked_for(it)).collect();
    // "Cada viernes por medio desde el 2": the first is the 2nd.
    let recurs = |entity: &Entity| matches!(&entity.value, Value::Date(date) if date.every.is_some());
    if days.iter().any(|(entity, _)| !recurs(entity)) {
        days.retain(|(entity, _)| !recurs(entity));
    }
    if reading.heard.has("offer.choice") && days.iter().any(|(_, day)| Some(*day) == before.date) {
        // "¿El 10 le viene bien, o prefiere el 20?": what stands is a way of its own.
        return before.date;
    }
    let clauses = clauses(reading.text);
    let put_right = |entity: &Entity| cue::is_contradicted(&around(reading.text, &clauses, &entity.span).0);
    if let Some((_, day)) = days.iter().find(|(entity, _)| put_right(entity)) {
        return Some(*day);
    }
    let mut meant: Vec<Date> = days.iter().filter(|(it, _)| proposed(it)).map(|(_, day)| *day).collect();
    if meant.is_empty() {
        meant = days.iter().map(|(_, day)| *day).collect();
    }
    meant.iter().copied().find(|day| Some(*day) == before.date).or_else(|| meant.first().copied())
}

/// "El 5 de julio cae domingo, ¿puede el lunes 6?", of a plan that begins in May: the day of a later payment, and another
/// one beside it for the same payment, move no first one.
pub(super) fn days_of_later_payments(pointed: &[&Entity], before: &Terms, reading: Reading<'_>) -> Vec<Span> {
    const NEAR: i32 = 4;
    let monthly = before.a_month.unwrap_or(1) == 1 && before.is_plan();
    let (Some(first), true) = (before.date, monthly) else { return Vec::new() };
    let named: Vec<(&Entity, Date)> = pointed
        .iter()
        .filter_map(|entity| match &entity.value {
            Value::Date(date) => date.single().map(|day| (*entity, day)),
            _ => None,
        })
        .collect();
    // "May 3 falls on a Sunday": which weekday it is, and no other day.
    let weekday = |(entity, day): &(&Entity, Date)| {
        is_weekday_alone(&reading.text[entity.span.clone()])
            && named.iter().any(|(other, it)| other.span != entity.span && it.weekday() == day.weekday())
    };
    let (told_of, named): (Vec<_>, Vec<_>) = named.iter().copied().partition(weekday);
    let days_apart = |one: Date, other: Date| one.since(other).map_or(i32::MAX, |span| span.get_days().abs());
    let clauses = clauses(reading.text);
    let starts = |entity: &Entity| {
        let (gap, after) = around(reading.text, &clauses, &entity.span);
        cue::is_start(&gap, &after)
    };
    let later = (1..before.payments.unwrap_or(1))
        .filter_map(|month| first.checked_add(i64::from(month).months()).ok());
    for due in later {
        let near = |(_, day): &&(&Entity, Date)| days_apart(*day, due) <= NEAR;
        let of_it: Vec<&Entity> = named.iter().filter(near).map(|(entity, _)| *entity).collect();
        let told = named.iter().any(|(_, day)| *day == due);
        if told && of_it.len() > 1 && of_it.len() == named.len() && !of_it.iter().any(|it| starts(it)) {
            let told_of = told_of.into_iter().map(|(entity, _)| entity);
            return of_it.into_iter().chain(told_of).map(|entity| entity.span.clone()).collect();
        }
    }
    Vec::new()
}

/// "¿Y si el segundo fuera el 6?", "el otro, el 30": of two payments, the day of the later one.
pub(super) fn day_of_second(pointed: &[&Entity], before: &Terms, reading: Reading<'_>) -> Option<Date> {
    if before.count() != 2 {
        return None;
    }
    let first = if before.down_payment.is_some() { before.down_date } else { before.date }?;
    let day = |entity: &&Entity| match &entity.value {
        Value::Date(date) => Some(date.single()),
        Value::Method(_) => None,
        _ => Some(None),
    };
    let named: Option<Vec<Date>> = pointed.iter().filter_map(day).collect();
    let due = if before.down_payment.is_some() { before.date } else { first.checked_add(1.month()).ok() };
    let new = match named?.as_slice() {
        [day] if cue::names_second(reading.text) => *day,
        // "El 15 cae domingo, ¿lo pasamos al lunes 16?"
        [told, new] if Some(*told) == due => *new,
        _ => return None,
    };
    (new > first).then_some(new)
}

/// "¿Para qué viernes sería?": which day it is to be is asked.
fn is_asked_for(text: &str, entity: &Entity) -> bool {
    const WHICH: [&str; 6] = ["que", "q", "cual", "k", "which", "what"];
    let before = text.get(..entity.span.start).map(fold).unwrap_or_default();
    let last = before.split_whitespace().next_back();
    last.is_some_and(|word| WHICH.contains(&word.trim_start_matches(['¿', '(']))) && text.contains('?')
}

/// "¿Le va bien el viernes?", after "el viernes 29": a weekday alone is the day of that name that was named with its number,
/// or that is on the table.
fn by_its_name(
    entity: &Entity,
    day: Date,
    entities: &[&Entity],
    before: &Terms,
    reading: Reading<'_>,
) -> Option<Date> {
    if !is_weekday_alone(reading.text.get(entity.span.clone())?) {
        return None;
    }
    let numbered = entities.iter().filter_map(|other| match &other.value {
        Value::Date(date) if reading.text[other.span.clone()].contains(|it: char| it.is_ascii_digit()) => {
            date.single()
        }
        _ => None,
    });
    let same = |other: &Date| other.weekday() == day.weekday() && *other >= day;
    numbered.chain(before.date).find(same)
}

/// A day of the week and nothing that tells which.
pub(in crate::simulator) fn is_weekday_alone(said: &str) -> bool {
    const WEEKDAYS: [&str; 14] = [
        "lunes",
        "martes",
        "miercoles",
        "jueves",
        "viernes",
        "sabado",
        "domingo",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    const ARTICLES: [&str; 6] = ["el", "para", "on", "the", "by", "del"];
    let folded = fold(said);
    let words = || folded.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
    words().any(|word| WEEKDAYS.contains(&word))
        && words().all(|word| WEEKDAYS.contains(&word) || ARTICLES.contains(&word))
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
