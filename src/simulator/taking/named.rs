//! What a figure that is named is beside the others: the whole of them, what is put off, the number of a day.

use rust_decimal::Decimal;

use crate::nlu::entity::{Entity, Value};
use crate::nlu::text::fold;
use crate::simulator::clause::role_in;
use crate::simulator::cue::Role;
use crate::simulator::reading::Reading;
use crate::simulator::terms::Terms;
use crate::source::Span;

/// What a programme puts off is named, and not asked for.
pub(super) fn is_put_off(before: &Terms, reading: Reading<'_>) -> bool {
    before.hardship && !reading.heard.has("request.full_payment")
}

/// "El 29, no el 22; ha dicho usted 22": the number of a day that is named, or on the table, is no amount.
pub(super) fn is_day_named(number: Decimal, before: &Terms, reading: Reading<'_>) -> bool {
    let dates = reading.heard.entities.iter().filter_map(|entity| match &entity.value {
        Value::Date(date) => date.single().or(date.from),
        _ => None,
    });
    dates.chain(before.date).any(|day| Decimal::from(day.day()) == number)
}

/// The figure that is called the whole, if one is.
pub(super) fn whole_named(reading: Reading<'_>) -> Option<Decimal> {
    let whole = |entity: &&Entity| role_in(reading, &entity.span) == Role::Whole;
    reading.heard.entities.iter().find(whole).and_then(figure_of)
}

pub(super) fn figure_of(entity: &Entity) -> Option<Decimal> {
    match &entity.value {
        Value::Money(money) => Some(money.amount),
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// "79.90 de internet y 10 del alquiler, 89.90": the figure that the others add up to.
pub(super) fn whole_of_parts(entities: &[&Entity]) -> Option<Decimal> {
    let amounts: Vec<Decimal> = entities.iter().filter_map(|entity| figure_of(entity)).collect();
    let all: Decimal = amounts.iter().sum();
    let whole = amounts.iter().max()?;
    (amounts.len() > 2 && all == *whole * Decimal::TWO).then_some(*whole)
}

/// "40.000 el 5 y el resto …": whether something is named before the rest is.
pub(super) fn is_before_rest(span: &Span, text: &str) -> bool {
    const REST: [&str; 6] = ["resto", "restante", "demas", "saldo", "rest", "remaining"];
    let after = text.get(span.end..).map(fold).unwrap_or_default();
    after.split(|it: char| !it.is_alphanumeric()).any(|word| REST.contains(&word))
}
