//! "… y antes, 610.000 el 25 de mayo": what is paid once before the payments of a plan, said apart from them.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::nlu::entity::{Entity, Value};
use crate::simulator::clause::{around, clauses};
use crate::simulator::cue;
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
        matches!(entity.value, Value::Money(_)) && cue::is_before_others(&gap)
            || amount_of(entity, reading).is_some() && (now(entity) || is_before_monthly(entity, pointed))
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
    let day = after
        .into_iter()
        .take_while(|entity| !is_sum(entity))
        .find(|entity| matches!(&entity.value, Value::Date(date) if date.single().is_some()));
    let taken = [Some(part.span.clone()), day.map(|day| day.span.clone())];
    let day = day.and_then(|day| match &day.value {
        Value::Date(date) => date.single(),
        _ => None,
    });
    pointed.retain(|entity| !taken.contains(&Some(entity.span.clone())));
    Some(FirstPart { amount, day: day.or_else(|| at_once.then_some(reading.today)) })
}

/// "¿Y los 600 me los transfiere hoy?", beside a plan that comes to the rest: what is paid first and was left out of it.
pub(super) fn left_out(
    pointed: &mut Vec<&Entity>,
    before: &Terms,
    reading: Reading<'_>,
) -> Option<FirstPart> {
    let start = before.date.filter(|_| before.is_plan() && before.down_payment.is_none())?;
    let sums: Vec<Decimal> = pointed.iter().filter_map(|entity| amount_of(entity, reading)).collect();
    let days: Vec<Date> = pointed
        .iter()
        .filter_map(|entity| match &entity.value {
            Value::Date(date) => date.single(),
            _ => None,
        })
        .collect();
    let plans = pointed.iter().any(|entity| matches!(entity.value, Value::Plan(_)));
    let ([amount], [day, ..]) = (sums.as_slice(), days.as_slice()) else { return None };
    let completes = *amount + before.total() == before.due(reading.case_file);
    if plans || !completes || *day >= start {
        return None;
    }
    pointed.retain(|entity| !matches!(entity.value, Value::Money(_) | Value::Number(_) | Value::Date(_)));
    Some(FirstPart { amount: *amount, day: Some(*day) })
}

/// "800 hoy y 650 al mes": a sum with a day of its own, and then so much a month.
fn is_before_monthly(part: &Entity, pointed: &[&Entity]) -> bool {
    let monthly = |entity: &&&Entity| {
        matches!(&entity.value, Value::Plan(plan)
            if plan.count.is_none() && plan.amount.is_some() && plan.period.is_some() && plan.down_payment.is_none())
    };
    let Some(plan) = pointed.iter().find(monthly) else { return false };
    let between = |span: &Span| part.span.end <= span.start && span.end <= plan.span.start;
    let day = |entity: &&&Entity| {
        between(&entity.span) && matches!(&entity.value, Value::Date(date) if date.single().is_some())
    };
    pointed.iter().any(|entity| day(&entity))
}

pub(super) fn amount_of(entity: &Entity, reading: Reading<'_>) -> Option<Decimal> {
    match &entity.value {
        Value::Money(money) => Some(money.amount),
        Value::Number(number) => bare_amount(*number, &reading.text[entity.span.clone()], reading.case_file),
        _ => None,
    }
}
