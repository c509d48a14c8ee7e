//! The payments that a turn names one by one: *siete de 40 y una de 16*, *1.450.000 el 10 y después 5 de 792.000*,
//! *157.000 en 4 son 39.250*, *265 today, 265 on April 1 and 265 April 8*. The parts are what is proposed; a whole that
//! is named beside them only checks them.

mod reader;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::call::CaseFile;
use crate::nlu::entity::{DateValue, DownPayment, Entity, Limit, Period, Value};
use crate::simulator::clause::bill_called;
use crate::simulator::cue::{self, Word};
use crate::source::Span;

/// More payments than this are a figure, not a count.
const MOST_PAYMENTS: u32 = 60;
/// A whole is as good as its parts when it is this near, in parts of a hundred.
const NEAR: i64 = 2;

/// Some payments of one amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) amount: Decimal,
    pub(super) count: u32,
    pub(super) day: Option<Date>,
}

/// What a turn says about single payments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Schedule {
    pub(super) parts: Vec<Part>,
    /// What the last payment comes to, where it is said to be another.
    pub(super) last: Option<Decimal>,
    /// "Cada lunes", "al mes": the day of the first, where there is one.
    pub(super) every: Option<Period>,
    /// "Hasta completar los 360".
    pub(super) until: Option<Decimal>,
    /// Something beside the figures shows that they are payments.
    structured: bool,
}

impl Schedule {
    /// Payments, each on its day.
    pub(super) fn dated(parts: Vec<Part>) -> Self {
        Self { parts, structured: true, ..Self::default() }
    }

    /// How many payments are named.
    pub(super) fn count(&self) -> u32 {
        self.parts.iter().map(|part| part.count).sum::<u32>() + u32::from(self.last.is_some())
    }

    /// All of them together.
    pub(super) fn whole(&self) -> Decimal {
        let parts = self.parts.iter().map(|part| part.amount * Decimal::from(part.count));
        parts.sum::<Decimal>() + self.last.unwrap_or_default()
    }

    /// How often a month they follow each other, by the days of the first two.
    pub(super) fn times_a_month(&self) -> Option<u32> {
        const WEEK: i32 = 8;
        const FORTNIGHT: i32 = 16;
        let mut days = self.parts.iter().filter_map(|part| part.day);
        let apart = days.next()?.until(days.next()?).ok()?.get_days();
        match apart {
            1..=WEEK => Some(4),
            ..=FORTNIGHT if apart > WEEK => Some(2),
            _ => None,
        }
    }

    /// The same with other payments.
    pub(super) fn with_parts(&self, parts: Vec<Part>) -> Self {
        Self { parts, ..self.clone() }
    }

    /// Whether several payments are named, and it shows.
    pub(super) fn is_plan(&self) -> bool {
        self.structured && !self.parts.is_empty() && self.count() >= 2
    }

    /// Whether it says when two payments or more are due.
    pub(super) fn is_dated(&self) -> bool {
        self.is_plan() && self.parts.iter().filter(|part| part.day.is_some()).count() >= 2
    }
}

/// A figure, a count or a day, and the text since what was named before.
struct Piece<'a> {
    value: Named<'a>,
    gap: Vec<Word>,
    after: Vec<Word>,
}

enum Named<'a> {
    /// What it can be: an amount, or a count.
    Number {
        said: Decimal,
        amount: Option<Decimal>,
        count: Option<u32>,
    },
    Day(&'a DateValue),
    /// "Tres meses", "3 pagos".
    Times(u32),
    /// "3 pagos de 500", perhaps with a first one.
    Counted {
        amount: Decimal,
        count: u32,
        down: Option<Decimal>,
        /// Of the first of them.
        day: Option<Date>,
    },
}

/// Reads one clause.
pub(super) fn read(text: &str, clause: &Span, entities: &[&Entity], case_file: &CaseFile) -> Schedule {
    let pieces = pieces(text, clause, entities, case_file);
    let mut found = reader::read(&pieces, case_file);
    found.every = entities.iter().find_map(|entity| match &entity.value {
        Value::Plan(plan) => plan.period.filter(|_| plan.count.is_none()),
        Value::Date(date) => date.every,
        _ => None,
    });
    found
}

fn pieces<'a>(text: &str, clause: &Span, entities: &[&'a Entity], case_file: &CaseFile) -> Vec<Piece<'a>> {
    let mut inside: Vec<&Entity> = entities
        .iter()
        .copied()
        .filter(|entity| clause.start <= entity.span.start && entity.span.end <= clause.end)
        .collect();
    inside.sort_by_key(|entity| (entity.span.start, std::cmp::Reverse(entity.span.end)));
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut at = clause.start;
    for entity in &inside {
        if entity.span.start < at {
            continue;
        }
        let words = cue::words(&text[entity.span.clone()]);
        let Some(value) = named(entity, &inside, &words, &text[entity.span.clone()], case_file) else {
            continue;
        };
        let after = &text[entity.span.end..clause.end];
        let gap = cue::words(&text[at..entity.span.start]);
        if gap.is_empty() && is_day_of(entity, pieces.last()) {
            // "Mañana 28", "hoy 12 de octubre": the day is told twice.
            at = entity.span.end;
            continue;
        }
        pieces.push(Piece { value, gap, after: cue::words(after).into_iter().take(3).collect() });
        at = entity.span.end;
    }
    pieces
}

/// Whether this is the day that was named just before, or its number.
fn is_day_of(entity: &Entity, before: Option<&Piece<'_>>) -> bool {
    let Some(Named::Day(date)) = before.map(|piece| &piece.value) else { return false };
    let Some(day) = date.single() else { return false };
    match &entity.value {
        Value::Number(number) => Decimal::from(day.day()) == *number,
        Value::Date(again) => again.single() == Some(day) && again.every.is_none(),
        _ => false,
    }
}

fn named<'a>(
    entity: &'a Entity,
    inside: &[&Entity],
    words: &[Word],
    said: &str,
    case_file: &CaseFile,
) -> Option<Named<'a>> {
    let count = |number: Decimal| {
        let whole = number.fract().is_zero() && !said.contains(['.', ',', '$']);
        number.to_u32().filter(|count| whole && (1..=MOST_PAYMENTS).contains(count))
    };
    if let Some(bill) = bill_called(said, case_file) {
        return Some(Named::Number { said: bill, amount: Some(bill), count: None });
    }
    match &entity.value {
        Value::Money(money) => {
            let bare = words.len() == 1 && !said.contains('$');
            let spoken = said.trim().parse::<Decimal>().ok().filter(|_| bare);
            let amount = money.amount;
            Some(Named::Number { said: amount, amount: Some(amount), count: spoken.and_then(count) })
        }
        Value::Number(number) => {
            let amount = bare_amount(*number, said, case_file);
            Some(Named::Number { said: *number, amount, count: count(*number) })
        }
        Value::Date(date) => Some(Named::Day(ahead(entity).unwrap_or(date))),
        Value::Duration { count: length, period } if !matches!(period, Period::Day | Period::Year) => {
            count(*length).filter(|length| *length > 1).map(Named::Times)
        }
        Value::Plan(plan) => {
            let within =
                |other: &&&Entity| entity.span.start <= other.span.start && other.span.end <= entity.span.end;
            let days: Vec<Date> = inside
                .iter()
                .filter(within)
                .filter_map(|other| match &other.value {
                    Value::Date(date) if date.every.is_none() => date.single().or(date.from),
                    _ => None,
                })
                .collect();
            let dated = inside.iter().filter(within).any(|other| matches!(other.value, Value::Date(_)));
            // "6 cuotas de 793 desde el 10 de junio": one day is the first one's.
            let first = days.first().copied().filter(|_| days.len() == 1);
            match (plan.count, plan.amount) {
                (Some(count), Some(amount)) if !dated || first.is_some() => {
                    let down = match plan.down_payment {
                        Some(DownPayment::Amount(down)) => Some(down),
                        _ => None,
                    };
                    Some(Named::Counted { amount, count, down, day: first })
                }
                (Some(count), None) if !dated && plan.down_payment.is_none() => Some(Named::Times(count)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// "800 por mes desde junio": of the June that was and the one to come, payments begin in the latter.
pub(super) fn ahead(entity: &Entity) -> Option<&DateValue> {
    let (Value::Date(date), Some(Value::Date(other))) = (&entity.value, &entity.alternative) else {
        return None;
    };
    (date.limit == Some(Limit::Since) && other.from > date.from).then_some(other)
}

/// What a number without a currency can come to as a payment of this debt.
pub(super) fn bare_amount(number: Decimal, said: &str, case_file: &CaseFile) -> Option<Decimal> {
    let marked = said.contains(['.', ',', '\'']);
    let thousands = matches!(case_file.currency.code(), "COP" | "CLP" | "ARS");
    let amount = if thousands && !marked && number < Decimal::ONE_THOUSAND {
        number * Decimal::ONE_THOUSAND
    } else {
        number
    };
    let due = case_file.past_due_total().amount;
    let plausible = amount * Decimal::ONE_HUNDRED >= due && amount <= case_file.balance.amount.max(due);
    (plausible && (marked || number >= Decimal::TEN)).then_some(amount)
}

/// Whether two amounts are the same but for rounding.
pub(super) fn is_near(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() * Decimal::ONE_HUNDRED <= other.abs() * Decimal::from(NEAR)
}
