//! What a real call tells of its case: the country, who is owed and for what, since when, how much the debtor offered and
//! how it was to be paid. Guesses, offered to whoever writes the scenario and never taken unasked.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;
use rust_decimal::Decimal;

use crate::call::{Country, Speaker, Turn};
use crate::nlu::entity::Value;
use crate::nlu::text::fold;
use crate::nlu::{Heard, HeardCall};

/// Words that are said in one country alone: places to pay, papers, registers.
const LOCAL: [(Country, &[&str]); 7] = [
    (Country::Mx, &["oxxo", "spei", "curp", "infonavit", "coppel", "condusef"]),
    (Country::Co, &["efecty", "pse", "nequi", "daviplata", "datacredito", "baloto"]),
    (Country::Cl, &["webpay", "servipag", "dicom", "sencillito"]),
    (Country::Pe, &["yape", "plin", "infocorp", "pagoefectivo"]),
    (Country::Ar, &["rapipago", "cbu", "cvu", "cuit", "veraz"]),
    (Country::Es, &["bizum", "asnef", "iban"]),
    (Country::Ec, &["deuna", "servipagos"]),
];

/// What stands before the name of a company, and before what is owed.
static COMPANY: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"(\p{Lu}[\p{L}\d&.]*(?: (?:(?:de|del|la|las|los|y|&|of|and) )?\p{Lu}[\p{L}\d&.]*)*)";
    constant(&format!(r"\b(?:de parte de|por parte de|desde|del|de|from|with|at) {name}"))
});
static PRODUCT: LazyLock<Regex> = LazyLock::new(|| {
    constant(r"(?i)\b(?:por|de|sobre|con|about|for|on) (?:su|tu|your) ((?:[\p{L}\d]+ ?){1,6})")
});

/// Words after which the name of a thing is over.
const OVER: [&str; 15] = [
    "presenta", "tiene", "con", "que", "por", "se", "esta", "registra", "vencida", "vencido", "which",
    "that", "is", "has", "with",
];

/// What was found; nothing is certain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clues {
    pub country: Option<Country>,
    pub creditor: Option<String>,
    pub product: Option<String>,
    /// The day since which it is overdue.
    pub due: Option<Date>,
    /// What the debtor said that she could pay.
    pub offered: Option<Decimal>,
    /// How it was to be paid, in the words of the call.
    pub method: Option<String>,
}

impl Clues {
    /// Since when it is overdue on the day of the new scenario's call: where the call has no date, or the day was heard as one
    /// to come, a day of the year is all that was said.
    pub fn overdue_since(&self, call: &HeardCall, today: Date) -> Option<Date> {
        let due = self.due?;
        if call.call.date.is_some() && due < today {
            return Some(due);
        }
        let in_year = |year| Date::new(year, due.month(), due.day()).ok().filter(|day| *day < today);
        in_year(today.year()).or_else(|| in_year(today.year().checked_sub(1)?))
    }

    pub fn of(call: &HeardCall) -> Self {
        let turns = || call.call.turns.iter().zip(&call.heard);
        let agent = || turns().filter(|(turn, _)| turn.speaker == Speaker::Agent);
        let debtor = || turns().filter(|(turn, _)| turn.speaker == Speaker::Debtor);
        let about_debt = |heard: &Heard| heard.has("state_debt") || heard.has("state_purpose");
        let stated = || agent().filter(|(_, heard)| about_debt(heard));
        Self {
            country: call.call.country.or_else(|| country(&call.call.turns)),
            creditor: agent().take(3).find_map(|(turn, heard)| creditor(&turn.text, heard)),
            product: stated().find_map(|(turn, _)| product(&turn.text)),
            due: stated().flat_map(|(_, heard)| &heard.entities).find_map(|entity| match &entity.value {
                Value::Date(date) => date.single().or(date.from),
                _ => None,
            }),
            offered: debtor().flat_map(|(_, heard)| &heard.entities).find_map(|entity| match &entity.value {
                Value::Money(money) if money.amount > Decimal::ZERO => Some(money.amount),
                Value::Plan(plan) => plan.amount,
                _ => None,
            }),
            method: agent().find_map(|(turn, heard)| {
                let entity = heard.entities.iter().find(|entity| matches!(entity.value, Value::Method(_)))?;
                turn.text.get(entity.span.clone()).map(str::to_owned)
            }),
        }
    }
}

fn country(turns: &[Turn]) -> Option<Country> {
    let said: Vec<String> = turns
        .iter()
        .flat_map(|turn| turn.text.split(|c: char| !c.is_alphanumeric()).map(fold).collect::<Vec<_>>())
        .collect();
    let known = LOCAL.iter().find(|(_, words)| said.iter().any(|word| words.contains(&word.as_str())));
    known.map(|(country, _)| *country)
}

/// The first name after "de" that is nobody's.
fn creditor(text: &str, heard: &Heard) -> Option<String> {
    let persons: Vec<&str> = heard
        .entities
        .iter()
        .filter_map(|entity| match &entity.value {
            Value::Person(name) => Some(name.as_str()),
            _ => None,
        })
        .collect();
    let names = COMPANY.captures_iter(text).filter_map(|found| found.get(1));
    let mut names = names.map(|name| name.as_str().trim_end_matches('.'));
    names.find(|name| !persons.iter().any(|person| person.contains(name))).map(str::to_owned)
}

fn product(text: &str) -> Option<String> {
    let found = PRODUCT.captures(text)?;
    let words = found[1].split_whitespace().take_while(|word| !OVER.contains(&fold(word).as_str()));
    let product = words.collect::<Vec<_>>().join(" ");
    (!product.is_empty()).then_some(product)
}

fn constant(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a constant pattern compiles")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_company_is_told_from_the_person() {
        let heard = Heard::default();
        let read = |text| creditor(text, &heard);
        assert_eq!(
            read("Buenas, le habla Luisa de Muebles del Lago, ¿hablo con…?").as_deref(),
            Some("Muebles del Lago")
        );
        assert_eq!(read("Buenas, ¿con Ramón?"), None);
    }

    #[test]
    fn the_product_ends_where_the_sentence_goes_on() {
        assert_eq!(
            product("Es por su plan de internet presenta dos meses.").as_deref(),
            Some("plan de internet")
        );
        assert_eq!(product("Llamo por su tarjeta, son 300.").as_deref(), Some("tarjeta"));
        assert_eq!(product("Debe 300."), None);
    }

    #[test]
    fn a_word_of_one_country_names_it() {
        let turns = [Turn::new(Speaker::Agent, "¿Le queda bien por Nequi?")];
        assert_eq!(country(&turns), Some(Country::Co));
        assert_eq!(country(&[Turn::new(Speaker::Agent, "¿Le queda bien?")]), None);
    }
}
