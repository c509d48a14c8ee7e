//! What a turn names: amounts, dates, plans and the like, each with its value, its place and how sure it is.

mod calendar;
mod case_words;
mod cues;
mod currency;
mod date_digits;
mod date_en;
mod date_es;
mod day_es;
mod digits;
mod duration;
mod ellipsis;
mod feast;
mod found;
mod identifier;
mod long_es;
mod method;
mod money;
mod month_en;
mod month_es;
mod month_part_es;
mod neighbours;
mod number;
mod number_en;
mod number_es;
mod openings;
mod payday_es;
mod percent;
mod person;
mod phrases;
mod plan;
mod plan_split;
mod power;
mod reader;
mod shared_month;
mod tables;
mod tense;
mod time;
mod token;
mod told;
mod usage;
mod week_en;
mod week_es;
mod when;
mod words;

#[cfg(test)]
mod tests;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::call::{CaseFile, Country, Currency, Money};
use crate::messages::Language;
use crate::nlu::text::fold;
use crate::source::Span;

/// How sure a reading is. `Exact`: speakers would agree. `Approximate`: hedged by nature. `Ambiguous`: speakers
/// differ; the value is the preferred reading and `alternative` another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    Exact,
    Approximate,
    Ambiguous,
}

/// A day, or a range of days with both ends inside; an open end is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DateValue {
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub limit: Option<Limit>,
    pub every: Option<Period>,
}

impl DateValue {
    pub fn day(date: Date) -> Self {
        Self { from: Some(date), to: Some(date), limit: None, every: None }
    }

    /// The day, if it is a single one.
    pub fn single(&self) -> Option<Date> {
        self.from.filter(|from| self.to == Some(*from))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Limit {
    By,
    Before,
    After,
    Since,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    Day,
    Week,
    Fortnight,
    Month,
    Year,
}

/// The first part of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum DownPayment {
    Amount(Decimal),
    Percent(Decimal),
}

/// An instalment plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PlanValue {
    pub count: Option<u32>,
    pub count_alternative: Option<u32>,
    pub amount: Option<Decimal>,
    pub period: Option<Period>,
    pub down_payment: Option<DownPayment>,
    /// What the last payment comes to, where it is another sum; it is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<Decimal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    Cash,
    Transfer,
    Card,
    Deposit,
    ConvenienceStore,
    PaymentLink,
    DirectDebit,
    Wallet,
    Payroll,
    Branch,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Value {
    Money(Money),
    Percent(Decimal),
    Date(DateValue),
    /// Hours and minutes of the day, 24-hour clock.
    Time {
        hour: i8,
        minute: i8,
    },
    /// A length of time: so many of a period.
    Duration {
        count: Decimal,
        period: Period,
    },
    Plan(PlanValue),
    Method(Method),
    Number(Decimal),
    Phone(String),
    Document(String),
    Account(String),
    Person(String),
}

impl Value {
    /// The kind's name in files and in `<slots>` of patterns.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Money(_) => "money",
            Self::Percent(_) => "percent",
            Self::Date(_) => "date",
            Self::Time { .. } => "time",
            Self::Duration { .. } => "duration",
            Self::Plan(_) => "plan",
            Self::Method(_) => "method",
            Self::Number(_) => "number",
            Self::Phone(_) => "phone",
            Self::Document(_) => "document",
            Self::Account(_) => "account",
            Self::Person(_) => "person",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entity {
    pub value: Value,
    /// Another reading: always of what is ambiguous, and also the higher of *two or three*, or the day itself of
    /// *before Friday*.
    pub alternative: Option<Value>,
    /// Bytes of the turn's text.
    pub span: Span,
    pub certainty: Certainty,
}

/// What the reading of an amount or a date depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub language: Language,
    pub country: Option<Country>,
    /// The currency of the case; the country's where the case names none.
    pub currency: Option<Currency>,
    /// The day of the call.
    pub today: Date,
    pub holidays: Vec<Date>,
    /// Names of persons that the case gives.
    pub names: Vec<String>,
}

impl Setting {
    pub fn currency(&self) -> Currency {
        self.currency.or_else(|| self.country.map(Country::currency)).unwrap_or(match self.language {
            Language::Es => Currency::MXN,
            Language::En => Currency::USD,
        })
    }
}

/// The persons whom a case names: the debtor, and whoever stands in its history.
pub fn persons_of(case: &CaseFile, setting: &Setting) -> Vec<String> {
    let mut names = vec![case.debtor.clone()];
    for entity in case.history.iter().flat_map(|entry| find(&entry.note, setting)) {
        if let Value::Person(name) = entity.value {
            names.push(name);
        }
    }
    names
}

/// The currency that a call is held in, where nobody says whose call it is: that of the first amount in it that names
/// one. None where none does, and where the first are *pesos*, which several countries have.
pub fn currency_said<'a>(turns: impl IntoIterator<Item = &'a str>, setting: &Setting) -> Option<Currency> {
    for text in turns {
        for entity in find(text, setting) {
            let Value::Money(money) = entity.value else { continue };
            if money.currency != setting.currency() {
                return Some(money.currency);
            }
            if fold(&text[entity.span]).contains("peso") {
                return None;
            }
        }
    }
    None
}

/// Everything named in `text`, in order of place. Plans, and the amounts inside them, are both listed.
pub fn find(text: &str, setting: &Setting) -> Vec<Entity> {
    reader::read(text, setting)
}
