//! The questions, one for each thing that no option has told; Enter takes what stands in brackets. An answer that will not do
//! is asked for again, an option that will not do ends the run.

use std::io::Write as _;

use colored::Colorize as _;
use rust_decimal::Decimal;

use super::keyboard::Keyboard;
use super::{Args, chosen, taken};
use crate::authoring::{self, Chosen, Draft, RealCall};
use crate::call::Country;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::typed;
use crate::diagnostic::closest;
use crate::messages::{Arg, Language, Messages};
use crate::nlu::HeardCall;
use crate::nlu::text::fold;
use crate::simulator::{Common, Gender};

/// What an easy first debtor is.
const USUAL_TYPE: &str = "fortuitous";
const USUAL_OBJECTION: &str = "no_money";
const USUAL_LEVEL: u8 = 2;
/// Columns of a list of objections.
const COLUMN: usize = 42;

/// Words before a name, with whom they are said to.
const TREATMENTS: [(&str, Gender); 14] = [
    ("señora", Gender::Female),
    ("sra", Gender::Female),
    ("señorita", Gender::Female),
    ("doña", Gender::Female),
    ("ms", Gender::Female),
    ("mrs", Gender::Female),
    ("miss", Gender::Female),
    ("señor", Gender::Male),
    ("sr", Gender::Male),
    ("don", Gender::Male),
    ("mr", Gender::Male),
    ("mister", Gender::Male),
    ("licenciado", Gender::Male),
    ("licenciada", Gender::Female),
];

pub(super) struct Questions<'a> {
    args: &'a Args,
    language: Language,
    common: &'a Common,
    /// None where everything is answered as usual.
    keyboard: Option<Keyboard>,
}

impl<'a> Questions<'a> {
    pub(super) fn new(
        args: &'a Args,
        language: Language,
        common: &'a Common,
        context: &mut Context,
    ) -> Result<Self, Failure> {
        let keyboard = if args.yes { None } else { Some(Keyboard::new()?) };
        if keyboard.is_some() {
            writeln!(context.out, "{}\n", context.messages.say("new-welcome").bold())?;
        }
        Ok(Self { args, language, common, keyboard })
    }

    /// Everything, in the order in which it is asked.
    pub(super) fn draft(
        &mut self,
        heard: Option<&HeardCall>,
        context: &mut Context,
    ) -> Result<(Draft, RealCall), Failure> {
        let (args, common) = (self.args, self.common);
        let spoken = Messages::new(self.language);
        let man = heard.is_some_and(authoring::addresses_a_man);
        let usual = spoken.say(if man { "new-usual-name-man" } else { "new-usual-name" });
        let called = self.ask(args.name.as_deref(), "new-ask-name", &usual, context, |text| {
            if text.chars().any(char::is_alphabetic) { Ok(text.to_owned()) } else { Err(refused("new-no-name", text)) }
        })?;
        let (treatment, gender, name) = addressed(&called);
        let given = args.country.or(heard.and_then(|heard| heard.call.country));
        let usual = if self.language == Language::En { Country::Us } else { Country::Mx };
        let country = self.ask(given.map(Country::code), "new-ask-country", usual.code(), context, |text| {
            typed::country(text).map_err(|_| refused("new-no-country", text))
        })?;
        let kind = self.kind(context)?;
        let (product, creditor) = self.product(&spoken, context)?;
        let named = heard.and_then(authoring::amount_named);
        let usual = named.unwrap_or_else(|| authoring::usual_amount(country)).normalize().to_string();
        let amount = self.ask(args.amount.as_deref(), "new-ask-amount", &usual, context, |text| {
            amount(text, country).ok_or_else(|| refused("new-no-amount", text))
        })?;
        let mut real = taken(heard, &name, self.language, common);
        let objections = self.objections(std::mem::take(&mut real.objections), context)?;
        let level = args.level.map(|level| level.to_string());
        let level = self.ask(level.as_deref(), "new-ask-level", &USUAL_LEVEL.to_string(), context, |text| {
            text.parse().ok().filter(|level| (1..=5).contains(level)).ok_or_else(|| refused("new-no-level", text))
        })?;
        let date = args.date.or(heard.and_then(|heard| heard.call.date)).unwrap_or_else(typed::system_date);
        let language = self.language;
        let draft = Draft {
            language,
            country,
            date,
            name,
            treatment,
            gender,
            kind,
            product,
            creditor,
            amount,
            level,
            objections,
        };
        Ok((draft, real))
    }

    fn kind(&mut self, context: &mut Context) -> Result<String, Failure> {
        let types: Vec<(&str, &str)> =
            self.common.types().map(|(id, kind)| (id, kind.title.as_str())).collect();
        let ids: Vec<&str> = types.iter().map(|(id, _)| *id).collect();
        let usual = if ids.contains(&USUAL_TYPE) { USUAL_TYPE } else { ids.first().copied().unwrap_or(USUAL_TYPE) };
        let given = self.args.kind.as_deref();
        self.show(given, &types, context)?;
        self.ask(given, "new-ask-type", usual, context, |text| {
            named(text, &ids).map(str::to_owned).ok_or_else(|| no_such("new-unknown-type", text, &ids))
        })
    }

    fn product(&mut self, spoken: &Messages, context: &mut Context) -> Result<(String, String), Failure> {
        let (product, creditor) = (spoken.say("new-usual-product"), spoken.say("new-usual-creditor"));
        let given = match (&self.args.product, &self.args.creditor) {
            (None, None) => None,
            (given, by) => Some(format!(
                "{}, {}",
                given.as_deref().unwrap_or(&product),
                by.as_deref().unwrap_or(&creditor)
            )),
        };
        let usual = format!("{product}, {creditor}");
        self.ask(given.as_deref(), "new-ask-product", &usual, context, |text| {
            let (product, by) = text.rsplit_once(',').unwrap_or((text, &creditor));
            let (product, by) = (product.trim(), by.trim());
            if product.is_empty() || by.is_empty() {
                return Err(refused("new-no-product", text));
            }
            Ok((product.to_owned(), by.to_owned()))
        })
    }

    /// Those that were heard in the call stand, where no option says otherwise.
    fn objections(&mut self, heard: Vec<Chosen>, context: &mut Context) -> Result<Vec<Chosen>, Failure> {
        let given = self.args.objection.join(",");
        if given.is_empty() && !heard.is_empty() {
            return Ok(heard);
        }
        let given = Some(given.as_str()).filter(|given| !given.is_empty());
        let all: Vec<(&str, &str)> = self.common.objections().collect();
        let ids: Vec<&str> = all.iter().map(|(id, _)| *id).collect();
        self.show(given, &all, context)?;
        let common = self.common;
        self.ask(given, "new-ask-objections", USUAL_OBJECTION, context, |text| {
            let parts = text.split([',', ' ']).map(str::trim).filter(|part| !part.is_empty());
            let names: Vec<&str> = parts.map(|part| named(part, &ids).unwrap_or(part)).collect();
            let chosen = chosen(&names, common)?;
            if chosen.is_empty() { Err(refused("new-no-objection", text)) } else { Ok(chosen) }
        })
    }

    /// A numbered list to choose from, where somebody is asked.
    fn show(&self, given: Option<&str>, all: &[(&str, &str)], context: &mut Context) -> Result<(), Failure> {
        if self.keyboard.is_none() || given.is_some() {
            return Ok(());
        }
        let columns = (context.width / COLUMN).max(1);
        let rows = all.len().div_ceil(columns);
        for row in 0..rows {
            let cells = (row..all.len()).step_by(rows.max(1)).map(|at| format!("{:>3}. {}", at + 1, all[at].1));
            let line: Vec<String> = cells.map(|cell| format!("{cell:<width$}", width = COLUMN - 1)).collect();
            writeln!(context.out, "{}", line.join(" ").trim_end().dimmed())?;
        }
        Ok(())
    }

    fn ask<T>(
        &mut self,
        given: Option<&str>,
        question: &str,
        usual: &str,
        context: &mut Context,
        read: impl Fn(&str) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        if let Some(given) = given {
            return read(given.trim());
        }
        let Some(keyboard) = &mut self.keyboard else { return read(usual) };
        let prompt = context.messages.say_with(question, &[("usual", Arg::from(usual))]);
        loop {
            let answer = keyboard.read(&format!("{prompt} "), context)?;
            match read(if answer.is_empty() { usual } else { &answer }) {
                Ok(value) => return Ok(value),
                Err(failure) => context.complain(&failure)?,
            }
        }
    }
}

fn refused(id: &'static str, text: &str) -> Failure {
    Failure::said(id, [("value", Arg::from(text))])
}

fn no_such(id: &'static str, text: &str, known: &[&str]) -> Failure {
    let near = closest(text, known.iter().copied()).unwrap_or("none");
    Failure::said(
        id,
        [("name", Arg::from(text)), ("known", known.join(", ").into()), ("suggestion", Arg::from(near))],
    )
}

/// By number, counted from 1, or by name.
fn named<'a>(text: &str, ids: &[&'a str]) -> Option<&'a str> {
    let by_number = text.parse::<usize>().ok().and_then(|number| ids.get(number.checked_sub(1)?));
    by_number.or_else(|| ids.iter().find(|id| **id == text)).copied()
}

/// How somebody is addressed, and the name alone.
fn addressed(called: &str) -> (String, Gender, String) {
    let called = called.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((first, rest)) = called.split_once(' ') {
        let word = fold(first.trim_end_matches('.'));
        if let Some((_, gender)) = TREATMENTS.iter().find(|(known, _)| fold(known) == word) {
            return (first.to_owned(), *gender, rest.to_owned());
        }
    }
    (String::new(), Gender::default(), called)
}

/// An amount as people of the country write it, or as YAML has it.
fn amount(text: &str, country: Country) -> Option<Decimal> {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let (group, mark) = if country.dot_groups_thousands() { ('.', ',') } else { (',', '.') };
    // One mark with one or two digits behind it parts decimals anywhere: `1850.00`.
    let lone = digits.matches(['.', ',']).count() == 1;
    let short = digits.rsplit(['.', ',']).next().is_some_and(|last| (1..=2).contains(&last.len()));
    let plain = if lone && short {
        digits.replace(',', ".")
    } else {
        digits.replace(group, "").replace(mark, ".")
    };
    plain.parse().ok().filter(|amount| *amount > Decimal::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_respect_before_the_name_tells_how_to_address_and_the_gender() {
        assert_eq!(
            addressed("señor  Iván Ortega"),
            ("señor".to_owned(), Gender::Male, "Iván Ortega".to_owned())
        );
        assert_eq!(addressed("Mrs. Carol Whitman").1, Gender::Female);
        assert_eq!(addressed("Marta Quiroga"), (String::new(), Gender::Female, "Marta Quiroga".to_owned()));
    }

    #[test]
    fn amounts_are_read_as_the_country_writes_them() {
        let read = |text, country| amount(text, country).map(|amount| amount.normalize().to_string());
        assert_eq!(read("$1,850.50", Country::Mx).as_deref(), Some("1850.5"));
        assert_eq!(read("320.000", Country::Co).as_deref(), Some("320000"));
        assert_eq!(read("180,75", Country::Es).as_deref(), Some("180.75"));
        assert_eq!(read("1850.00", Country::Es).as_deref(), Some("1850"));
        assert_eq!(read("nada", Country::Mx), None);
        assert_eq!(read("0", Country::Mx), None);
    }

    #[test]
    fn a_choice_is_a_number_or_a_name() {
        assert_eq!(named("2", &["a", "b"]), Some("b"));
        assert_eq!(named("a", &["a", "b"]), Some("a"));
        assert_eq!(named("3", &["a", "b"]), None);
        assert_eq!(named("0", &["a", "b"]), None);
    }
}
