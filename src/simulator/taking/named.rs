//! What a figure that is named is beside the others: the whole of them, what is put off, the number of a day.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::nlu::entity::{Entity, Value};
use crate::nlu::text::fold;
use crate::simulator::clause::{around, clauses, role_in};
use crate::simulator::cue::{self, Role};
use crate::simulator::reading::Reading;
use crate::simulator::terms::Terms;
use crate::source::Span;

const HALF: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// The day of "todo el viernes", where a day is named so.
pub(super) fn all_of_it_on(entity: &Entity, reading: Reading<'_>) -> Option<Date> {
    let Value::Date(date) = &entity.value else { return None };
    let (gap, after) = around(reading.text, &clauses(reading.text), &entity.span);
    date.single().filter(|day| *day >= reading.today && cue::is_all_of_it(&gap, &after))
}

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

/// "600 al mes, o tres meses en el programa, a 300": of two ways put side by side, the figures of the programme tell what
/// it is, and are no payments of the other.
pub(super) fn leave_programme_out(pointed: &mut Vec<&Entity>, reading: Reading<'_>) {
    let programme = reading.heard.acts.iter().find(|hit| hit.act == "offer.hardship");
    let Some(programme) = programme.filter(|_| reading.heard.has("offer.choice")).map(|hit| &hit.span) else {
        return;
    };
    let parted = |span: &Span| {
        let (from, to) = if span.end <= programme.start {
            (span.end, programme.start)
        } else {
            (programme.end, span.start)
        };
        let between = reading.text.get(from..to).map(fold).unwrap_or_default();
        between.split(|it: char| !it.is_alphanumeric()).any(|word| matches!(word, "o" | "or"))
    };
    if pointed.iter().any(|entity| figure_of(entity).is_some() && parted(&entity.span)) {
        pointed.retain(|entity| parted(&entity.span));
    }
}

/// "Súbale a 120 el primero", of a plan: the first payment, and no first day of a month.
pub(super) fn leave_ordinals_out(pointed: &mut Vec<&Entity>, before: &Terms, reading: Reading<'_>) {
    let ordinal = |entity: &Entity| {
        let said = fold(&reading.text[entity.span.clone()]);
        matches!(entity.value, Value::Date(_))
            && matches!(said.as_str(), "el primero" | "primero" | "the first")
    };
    if before.is_plan() {
        pointed.retain(|entity| !ordinal(entity));
    }
}

/// "9.820 del cemento más 3.960 de las buenas, total 13.780": what a sum is made of is no plan, where nothing speaks of one.
pub(super) fn leave_parts_out(pointed: &mut Vec<&Entity>, reading: Reading<'_>) {
    const PLANS: [&str; 6] = ["pago", "cuota", "abono", "parte", "payment", "instal"];
    let days = pointed.iter().filter(|entity| matches!(entity.value, Value::Date(_))).count();
    let planned = pointed.iter().any(|entity| matches!(entity.value, Value::Plan(_)));
    let Some(whole) = whole_of_parts(pointed).filter(|_| days < 2 && !planned) else { return };
    let text = fold(reading.text);
    if !PLANS.iter().any(|word| text.contains(word)) {
        pointed.retain(|entity| figure_of(entity).is_none_or(|amount| amount == whole));
    }
}

/// "La mitad … y la otra mitad …", whatever their days.
pub(super) fn is_in_halves(pointed: &[&Entity]) -> bool {
    let halves = pointed.iter().filter(|it| matches!(it.value, Value::Percent(share) if share == HALF));
    halves.count() == 2 && !pointed.iter().any(|it| matches!(it.value, Value::Plan(_) | Value::Money(_)))
}

/// "El día que le pagan", "when you get paid", to somebody who said which day that is, and no other day beside it.
pub(super) fn pay_day(pointed: &[&Entity], reading: Reading<'_>) -> Option<Date> {
    const SAID: [&str; 12] = [
        "dia que le pag",
        "dia q le pag",
        "dia que le deposit",
        "dia q le deposit",
        "dia que cobr",
        "dia q cobr",
        "cuando le paguen",
        "cuando cobre",
        "when you get paid",
        "when u get paid",
        "day you get paid",
        "payday",
    ];
    let day = |it: &&Entity| matches!(&it.value, Value::Date(date) if date.single().is_some());
    let own = reading.own_day.filter(|_| !pointed.iter().any(day))?;
    let text = fold(reading.text);
    SAID.iter().any(|said| text.contains(said)).then_some(own)
}

/// "Los 5 millones no, lo guardado": all of it is named only to say that it is not asked for.
pub(super) fn denies_the_whole(reading: Reading<'_>) -> bool {
    let due = reading.case_file.past_due_total().amount;
    let clauses = clauses(reading.text);
    let mut sums = reading
        .heard
        .entities
        .iter()
        .filter(|entity| figure_of(entity).is_some_and(|amount| is_near_whole(amount, due)));
    sums.any(|entity| {
        let (gap, after) = around(reading.text, &clauses, &entity.span);
        cue::is_denied(&gap, &after)
    })
}

/// All that is due, or as much of it as people say: "los 5 millones" of 5.410.000.
fn is_near_whole(amount: Decimal, due: Decimal) -> bool {
    const ROUGHLY: i64 = 85;
    amount <= due && amount * Decimal::ONE_HUNDRED >= due * Decimal::from(ROUGHLY)
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
    let mut amounts: Vec<Decimal> = entities.iter().filter_map(|entity| figure_of(entity)).collect();
    let whole = amounts.iter().max().copied()?;
    // "… más las 22 buenas": what is counted is no part of it.
    amounts.retain(|amount| *amount * Decimal::ONE_HUNDRED >= whole);
    let all: Decimal = amounts.iter().sum();
    (amounts.len() > 2 && all == whole * Decimal::TWO).then_some(whole)
}

/// "40.000 el 5 y el resto …": whether something is named before the rest is.
pub(super) fn is_before_rest(span: &Span, text: &str) -> bool {
    const REST: [&str; 6] = ["resto", "restante", "demas", "saldo", "rest", "remaining"];
    let after = text.get(span.end..).map(fold).unwrap_or_default();
    after.split(|it: char| !it.is_alphanumeric()).any(|word| REST.contains(&word))
}
