//! The *quincena*: as payday the 15th and the last day of the month; as half a month where the words say so.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::call::Country;
use crate::nlu::entity::calendar::{day_in_month, day_of, plus_days, plus_months};
use crate::nlu::entity::month_es::{Open, days, target};
use crate::nlu::entity::phrases::Phrases;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::When;
use crate::nlu::entity::{DateValue, Period};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    Coming,
    Other,
    Past,
    Every,
    First,
    Second,
}

const LEADS: &[(&str, Which)] = &[
    ("esta misma quincena", Which::Coming),
    ("esta quincena", Which::Coming),
    ("la proxima quincena", Which::Coming),
    ("esta proxima quincena", Which::Coming),
    ("la siguiente quincena", Which::Coming),
    ("mi proxima quincena", Which::Coming),
    ("proxima quincena", Which::Coming),
    ("siguiente quincena", Which::Coming),
    ("la otra quincena", Which::Other),
    ("la pasada quincena", Which::Past),
    ("cada quincena", Which::Every),
    ("todas las quincenas", Which::Every),
    ("las quincenas", Which::Every),
    ("la primera quincena", Which::First),
    ("mi primera quincena", Which::First),
    ("primera quincena", Which::First),
    ("la segunda quincena", Which::Second),
    ("mi segunda quincena", Which::Second),
    ("segunda quincena", Which::Second),
    ("la mera quincena", Which::Coming),
    ("la quincena", Which::Coming),
    ("mi quincena", Which::Coming),
    ("quincena", Which::Coming),
];

static TABLE: LazyLock<Phrases<(&str, Which)>> = LazyLock::new(|| Phrases::new(LEADS, |row| row.0));

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let today = context.today;
    let ((_, which), mut end) = TABLE.at(text, at)?;
    let mut which = *which;
    if let Some((found, end)) = following(context, at) {
        return Some(When::day(found, at, end));
    }
    if is_wage(text, at, end) {
        return None;
    }
    if let Some(after) =
        text.phrases(end, &["que viene", "que entra", "que sigue", "entrante", "proxima", "siguiente"])
    {
        end = after;
    } else if let Some(after) = text.phrases(end, &["pasada", "anterior"]) {
        (which, end) = (Which::Past, after);
    }
    let day = |date: Date| When::day(date, at, end);
    match which {
        Which::Coming => {
            if let Some(named) = target(context, end).filter(|target| target.open == Open::No) {
                return Some(of_month(context, named.first, at, named.end));
            }
            if text.word(at) == "quincena"
                && text.phrases_before(at, &["despues de", "antes de", "saliendo de"]).is_none()
                && !text.is_in(at.wrapping_sub(1), &["en", "para", "hasta", "a", "proxima", "desde"])
            {
                return None;
            }
            if context.tenses.is_past(at, end) && text.word(at) != "esta" {
                return Some(day(payday_before(today)));
            }
            Some(day(payday_after(today)))
        }
        Which::Other => {
            let next = payday_after(today);
            let later = payday_after(next);
            Some(day(next).ambiguous(DateValue::day(later)))
        }
        Which::Past => Some(day(payday_before(today))),
        Which::Every => Some(day(payday_after(today)).every(Period::Fortnight)),
        Which::First | Which::Second => half(context, which, at, end),
    }
}

/// *Esta quincena no, la que sigue*.
fn following(context: &Context<'_>, at: usize) -> Option<(Date, usize)> {
    let text = context.text;
    let end = text.phrase(at, "la siguiente quincena").or_else(|| text.phrase(at, "la proxima quincena"))?;
    let contrasted = (at.saturating_sub(10)..at).any(|place| text.phrase(place, "esta quincena").is_some());
    contrasted.then(|| (payday_after(payday_after(context.today)), end))
}

/// *La que sigue* after *esta quincena* in the same turn.
pub(super) fn the_one_after(context: &Context<'_>, at: usize) -> Option<When> {
    const REACH: usize = 10;
    let text = context.text;
    let end = text.phrases(at, &["la que sigue", "la que viene", "la siguiente", "la proxima", "la otra"])?;
    let said = |place: usize| text.phrase(place, "esta quincena").is_some();
    let contrasted = (at.saturating_sub(REACH)..at).any(said);
    let complete = end >= text.len() || !text.is_in(end, &["semana", "quincena", "vez"]);
    let date = payday_after(payday_after(context.today));
    (contrasted && complete).then(|| When::day(date, at, end))
}

/// *Me pagan la quincena*, *el cheque de la quincena*: the wage, not the day.
fn is_wage(text: &Text<'_>, at: usize, end: usize) -> bool {
    const PAID: &[&str] = &[
        "paguen",
        "pagan",
        "pagaron",
        "cobro",
        "cobre",
        "depositan",
        "depositen",
        "depositaron",
        "cae",
        "caiga",
        "llega",
        "llegue",
        "gaste",
        "gasto",
        "espero",
        "esperando",
        "paga",
        "pague",
        "completa",
        "adelantan",
    ];
    let wage = text.back(at, 1) == "de"
        && matches!(text.back(at, 2), "cheque" | "pago" | "sueldo" | "dinero" | "nomina");
    let falls = text.is_in(end, &["me", "cae", "llega"]) && text.is_in(end + 1, &["cae", "llega", "el"]);
    wage || falls || PAID.contains(&text.back(at, 1)) && !text.is_in(end, &["de", "que"])
}

fn of_month(context: &Context<'_>, first: Date, at: usize, end: usize) -> When {
    let fifteenth = plus_days(first, 14);
    let found = When::day(fifteenth, at, end);
    // In Peru the *quincena* is the payment of the 15th.
    if context.is_country(&[Country::Pe]) {
        found
    } else {
        found.ambiguous(DateValue::day(first.last_of_month()))
    }
}

/// *La primera, la segunda quincena (de mayo)*: half a month after *en* or *durante*, else the payday.
fn half(context: &Context<'_>, which: Which, at: usize, end: usize) -> Option<When> {
    let text = context.text;
    let today = context.today;
    let named = target(context, end);
    let end = named.map_or(end, |target| target.end);
    let mut first = named.map_or(today.first_of_month(), |target| target.first);
    let bounds = |first: Date| {
        let last = i64::from(first.last_of_month().day());
        if which == Which::First { days(first, 1, 15) } else { days(first, 16, last) }
    };
    let open = named.is_none_or(|target| target.open == Open::Yes);
    if open && bounds(first).to < Some(today) {
        first = plus_months(first, 1);
    }
    let value = bounds(first);
    let payday = value.to?;
    let within = text.is_in(at.wrapping_sub(1), &["en", "durante"]);
    let mine = text.word(at) == "mi";
    if !within || mine {
        return Some(When::day(payday, at, end));
    }
    let found = When::range(value.from?, payday, at, end);
    let mexican = which == Which::First && context.is_country(&[Country::Mx]);
    Some(if mexican { found.ambiguous(DateValue::day(payday)) } else { found })
}

fn payday_after(date: Date) -> Date {
    let last = date.last_of_month();
    if date.day() < 15 {
        day_of(date.year(), date.month(), 15).unwrap_or(last)
    } else if date < last {
        last
    } else {
        day_in_month(date, 1, 15).unwrap_or(last)
    }
}

fn payday_before(date: Date) -> Date {
    if date.day() > 15 {
        day_of(date.year(), date.month(), 15).unwrap_or(date)
    } else {
        plus_days(date.first_of_month(), -1)
    }
}
