//! What is heard and what is not, country by country. Today is Wednesday 11 March 2026, and the 16th a holiday.
//!
//! A line of hearing reads `kind value «words»`; `~` marks the approximate, `?` the ambiguous, `or` another reading.

mod dates;
mod english;
mod identifiers;
mod methods;
mod money;
mod numbers;
mod persons;
mod plans;
mod properties;

use jiff::civil::date;

use crate::call::Country;
use crate::messages::Language;
use crate::nlu::entity::{Certainty, DateValue, DownPayment, Entity, Limit, PlanValue, Setting, Value, find};

pub(super) fn setting(language: Language, country: &str) -> Setting {
    Setting {
        language,
        country: Country::from_tag(country),
        currency: None,
        today: date(2026, 3, 11),
        holidays: vec![date(2026, 3, 16)],
        names: Vec::new(),
    }
}

/// What is heard in Spanish.
pub(super) fn hear(country: &str, text: &str) -> Vec<String> {
    find(text, &setting(Language::Es, country)).iter().map(|entity| line(text, entity)).collect()
}

/// What is heard of one kind, without the kind's name.
pub(super) fn only(kind: &str, country: &str, text: &str) -> Vec<String> {
    let heard = hear(country, text).into_iter();
    heard.filter_map(|line| line.strip_prefix(kind).map(|rest| rest.trim_start().to_owned())).collect()
}

pub(super) fn line(text: &str, entity: &Entity) -> String {
    let mark = match entity.certainty {
        Certainty::Exact => "",
        Certainty::Approximate => "~",
        Certainty::Ambiguous => "?",
    };
    let other =
        entity.alternative.as_ref().map(|value| format!(" or {}", value_text(value))).unwrap_or_default();
    let kind = entity.value.kind();
    format!("{kind} {mark}{}{other} «{}»", value_text(&entity.value), &text[entity.span.clone()])
}

fn value_text(value: &Value) -> String {
    match value {
        Value::Money(money) => format!("{} {}", money.amount, money.currency),
        Value::Percent(share) => format!("{share} %"),
        Value::Date(date) => date_text(date),
        Value::Time { hour, minute } => format!("{hour:02}:{minute:02}"),
        Value::Duration { count, period } => format!("{count} {period:?}").to_lowercase(),
        Value::Plan(plan) => plan_text(plan),
        Value::Method(method) => format!("{method:?}"),
        Value::Number(number) => number.to_string(),
        Value::Phone(text) | Value::Document(text) | Value::Account(text) | Value::Person(text) => {
            text.clone()
        }
    }
}

fn date_text(date: &DateValue) -> String {
    let end = |date: Option<jiff::civil::Date>| {
        date.map(|date| date.strftime("%m-%d").to_string()).unwrap_or_default()
    };
    let year = date.from.or(date.to).map_or(0, jiff::civil::Date::year);
    let year = if year == 2026 { String::new() } else { format!("{year} ") };
    let days = match date.single() {
        Some(day) => end(Some(day)),
        None => format!("{}..{}", end(date.from), end(date.to)),
    };
    let limit = match date.limit {
        None => "",
        Some(Limit::By) => "by ",
        Some(Limit::Before) => "before ",
        Some(Limit::After) => "after ",
        Some(Limit::Since) => "since ",
    };
    let every = date.every.map(|period| format!(" each {period:?}").to_lowercase()).unwrap_or_default();
    format!("{limit}{year}{days}{every}")
}

fn plan_text(plan: &PlanValue) -> String {
    let mut words = Vec::new();
    if let Some(down) = &plan.down_payment {
        words.push(match down {
            DownPayment::Amount(amount) => format!("down {amount}"),
            DownPayment::Percent(share) => format!("down {share}%"),
        });
    }
    if let Some(count) = plan.count {
        words.push(format!("{count} parts"));
    }
    if let Some(count) = plan.count_alternative {
        words.push(format!("(or {count})"));
    }
    if let Some(amount) = plan.amount {
        words.push(format!("of {amount}"));
    }
    if let Some(period) = plan.period {
        words.push(format!("a {period:?}").to_lowercase());
    }
    words.join(" ")
}
