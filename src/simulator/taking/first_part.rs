//! "… y antes, 610.000 el 25 de mayo": what is paid once before the payments of a plan, said apart from them.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use rust_decimal::Decimal;

use crate::nlu::entity::{Entity, Value};
use crate::simulator::clause::{around, clauses, role_in};
use crate::simulator::cue::{self, Role};
use crate::simulator::reading::Reading;
use crate::simulator::schedule::bare_amount;
use crate::simulator::terms::Terms;
use crate::source::Span;

/// A payment before the others.
#[derive(Debug)]
pub(super) struct FirstPart {
    pub(super) amount: Decimal,
    pub(super) day: Option<Date>,
}

/// Takes a payment that is said to come before the others out of what a turn names, where others are named beside it, or
/// stand on the table.
pub(super) fn take_out(
    pointed: &mut Vec<&Entity>,
    on_table: bool,
    reading: Reading<'_>,
) -> Option<FirstPart> {
    let is_sum =
        |entity: &Entity| matches!(entity.value, Value::Plan(_)) || amount_of(entity, reading).is_some();
    let clauses = clauses(reading.text);
    let now = |entity: &Entity| cue::is_now_and_then(&around(reading.text, &clauses, &entity.span).1);
    let at = pointed.iter().position(|entity| {
        let (gap, _) = around(reading.text, &clauses, &entity.span);
        let (_, after) = around(reading.text, &clauses, &entity.span);
        matches!(entity.value, Value::Money(_)) && cue::is_before_others(&gap)
            || amount_of(entity, reading).is_some()
                && (now(entity)
                    || cue::is_called_first(&after)
                    || is_before_monthly(entity, pointed, reading)
                    || is_in_a_clause_before(entity, pointed, &clauses, reading))
    })?;
    let amount = amount_of(pointed[at], reading)?;
    let at_once = now(pointed[at]);
    let others = pointed.iter().enumerate().any(|(other, entity)| other != at && is_sum(entity));
    if !others && !on_table {
        return None;
    }
    let part = pointed[at];
    // The day that follows it, before the next sum and in the same clause.
    let clause = clauses.iter().find(|clause| clause.contains(&part.span.start));
    let near = |entity: &&&Entity| {
        entity.span.start >= part.span.end && clause.is_none_or(|clause| clause.contains(&entity.span.start))
    };
    let mut after: Vec<&Entity> = pointed.iter().filter(near).copied().collect();
    after.sort_by_key(|entity| entity.span.start);
    let single = |entity: &&Entity| day_in(entity, reading.today).is_some();
    // Or the one that goes before it: "hoy 400".
    let ahead = || {
        let mut earlier = pointed.iter().copied().filter(|entity| {
            entity.span.end <= part.span.start
                && clause.is_none_or(|clause| clause.contains(&entity.span.start))
        });
        earlier.find(single)
    };
    let day = after.into_iter().take_while(|entity| !is_sum(entity)).find(single).or_else(ahead);
    let taken = [Some(part.span.clone()), day.map(|day| day.span.clone())];
    let day = day.and_then(|day| day_in(day, reading.today));
    pointed.retain(|entity| !taken.contains(&Some(entity.span.clone())));
    Some(FirstPart { amount, day: day.or_else(|| at_once.then_some(reading.today)) })
}

/// "Los 600 van esta semana, no en junio", of a plan that has them as its first part: another day for it alone.
pub(super) fn moved(pointed: &mut Vec<&Entity>, before: &Terms, reading: Reading<'_>) -> Option<FirstPart> {
    let amount = before.down_payment.filter(|first| before.amount != Some(*first))?;
    let part = pointed.iter().copied().find(|entity| amount_of(entity, reading) == Some(amount))?;
    let clauses = clauses(reading.text);
    let clause = clauses.iter().find(|clause| clause.contains(&part.span.start))?;
    let beside = pointed.iter().copied().filter(|entity| clause.contains(&entity.span.start));
    let sums =
        beside.clone().filter(|it| amount_of(it, reading).is_some() || matches!(it.value, Value::Plan(_)));
    if sums.count() > 1 {
        return None;
    }
    let own = |entity: &&Entity| matches!(&entity.value, Value::Date(date) if date.single().is_some());
    let days = || beside.clone().filter(|entity| day_in(entity, reading.today).is_some());
    let day = days().find(own).or_else(|| days().next())?;
    let day = day_in(day, reading.today).filter(|day| Some(*day) != before.down_date)?;
    let clause = clause.clone();
    pointed.retain(|entity| !clause.contains(&entity.span.start));
    Some(FirstPart { amount, day: Some(day) })
}

/// The day that a date stands for; "esta semana" for the last one on which banks work.
fn day_in(entity: &Entity, today: Date) -> Option<Date> {
    const SOON: i32 = 8;
    let Value::Date(date) = &entity.value else { return None };
    let soon = |day: &Date| today.until(*day).is_ok_and(|span| (0..=SOON).contains(&span.get_days()));
    let last = || {
        let day = date.to.filter(|_| date.from.is_some())?;
        let after_friday = match day.weekday() {
            Weekday::Saturday => 1,
            Weekday::Sunday => 2,
            _ => 0,
        };
        let friday = day.checked_sub(after_friday.days()).ok()?;
        Some(friday.max(today)).filter(soon)
    };
    date.single().or_else(last)
}

/// "Hoy 400, una sola vez. Y desde junio, 3 pagos de 200": a sum in a clause of its own, with its day, and then a plan that
/// leaves room for it.
fn is_in_a_clause_before(part: &Entity, pointed: &[&Entity], clauses: &[Span], reading: Reading<'_>) -> bool {
    let clause_of = |entity: &Entity| clauses.iter().position(|clause| clause.contains(&entity.span.start));
    let here = clause_of(part);
    let beside = pointed.iter().filter(|entity| clause_of(entity) == here);
    let mut days = beside.clone().filter_map(|entity| match &entity.value {
        Value::Date(date) => date.single(),
        _ => None,
    });
    let sums = beside
        .filter(|entity| amount_of(entity, reading).is_some() || matches!(entity.value, Value::Plan(_)));
    let due = reading.case_file.past_due_total().amount;
    let sum = amount_of(part, reading).unwrap_or_default();
    let leaves_room = |entity: &&Entity| match &entity.value {
        Value::Plan(plan) => plan.amount.is_some_and(|each| {
            let others = each * Decimal::from(plan.count.unwrap_or(1).max(1) - 1);
            plan.down_payment.is_none() && clause_of(entity) > here && sum + others < due
        }),
        _ => false,
    };
    days.any(|day| day >= reading.today) && sums.count() == 1 && pointed.iter().any(leaves_room)
}

/// "¿Y los 600 me los transfiere hoy?", beside a plan that comes to the rest: what is paid first and was left out of it.
pub(super) fn left_out(
    pointed: &mut Vec<&Entity>,
    before: &Terms,
    reading: Reading<'_>,
) -> Option<FirstPart> {
    let start = before.date.filter(|_| before.is_plan())?;
    // "Faltan 10, pongamos 610 hoy": what is missing is only told.
    let told = |entity: &Entity| role_in(reading, &entity.span) == Role::Missing;
    let sums: Vec<Decimal> =
        pointed.iter().filter(|it| !told(it)).filter_map(|entity| amount_of(entity, reading)).collect();
    let days: Vec<Date> = pointed
        .iter()
        .filter_map(|entity| match &entity.value {
            Value::Date(date) => date.single(),
            _ => None,
        })
        .collect();
    let plans = pointed.iter().any(|entity| matches!(entity.value, Value::Plan(_)));
    let ([amount], [day, ..]) = (sums.as_slice(), days.as_slice()) else { return None };
    let rest = before.total() - before.down_payment.unwrap_or_default();
    let completes = *amount + rest == before.due(reading.case_file);
    if plans || !completes || *day >= start {
        return None;
    }
    pointed.retain(|entity| !matches!(entity.value, Value::Money(_) | Value::Number(_) | Value::Date(_)));
    Some(FirstPart { amount: *amount, day: Some(*day) })
}

/// "800 hoy y 650 al mes": a sum with a day of its own, and then so much a month.
fn is_before_monthly(part: &Entity, pointed: &[&Entity], reading: Reading<'_>) -> bool {
    let monthly = |entity: &&&Entity| {
        matches!(&entity.value, Value::Plan(plan)
            if plan.count.is_none() && plan.amount.is_some() && plan.period.is_some() && plan.down_payment.is_none())
    };
    let Some(plan) = pointed.iter().find(monthly) else { return false };
    let between = |span: &Span| part.span.end <= span.start && span.end <= plan.span.start;
    let day = |entity: &&&Entity| between(&entity.span) && day_in(entity, reading.today).is_some();
    pointed.iter().any(|entity| day(&entity))
}

pub(super) fn amount_of(entity: &Entity, reading: Reading<'_>) -> Option<Decimal> {
    match &entity.value {
        Value::Money(money) => Some(money.amount),
        Value::Number(number) => bare_amount(*number, &reading.text[entity.span.clone()], reading.case_file),
        _ => None,
    }
}
