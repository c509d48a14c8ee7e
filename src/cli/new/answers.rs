//! The questions, one for each thing that no option has told; Enter takes what stands in brackets. An answer that will not do
//! is asked for again, an option that will not do ends the run.

use std::io::Write as _;

use colored::Colorize as _;

use super::keyboard::Keyboard;
use super::{Args, choice, chosen, taken};
use crate::authoring::{self, Chosen, Clues, Draft, RealCall};
use crate::call::{Country, Money};
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

/// What people call the countries.
const COUNTRIES: [(Country, &[&str]); 8] = [
    (Country::Mx, &["México", "Mexico", "Méjico"]),
    (Country::Co, &["Colombia"]),
    (Country::Cl, &["Chile"]),
    (Country::Pe, &["Perú", "Peru"]),
    (Country::Ar, &["Argentina"]),
    (Country::Es, &["España", "Spain"]),
    (Country::Ec, &["Ecuador"]),
    (Country::Us, &["Estados Unidos", "United States", "USA", "EEUU", "EE. UU."]),
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
        let clues = heard.map(Clues::of).unwrap_or_default();
        let man = heard.is_some_and(authoring::addresses_a_man);
        let usual = spoken.say(if man { "new-usual-name-man" } else { "new-usual-name" });
        let called = self.ask(args.name.as_deref(), "new-ask-name", &usual, context, |text| {
            if text.chars().any(char::is_alphabetic) { Ok(text.to_owned()) } else { Err(refused("new-no-name", text)) }
        })?;
        let (treatment, gender, name) = addressed(&called);
        let usual = if self.language == Language::En { Country::Us } else { Country::Mx };
        let usual = clues.country.unwrap_or(usual);
        let country = self.ask(args.country.map(Country::code), "new-ask-country", usual.code(), context, |text| {
            country_named(text).ok_or_else(|| refused("new-no-country", text))
        })?;
        let kind = self.kind(context)?;
        let (product, creditor) = self.product(&spoken, &clues, context)?;
        let named = heard.and_then(authoring::amount_named);
        let usual = named.unwrap_or_else(|| authoring::usual_amount(country)).normalize().to_string();
        let amount = self.ask(args.amount.as_deref(), "new-ask-amount", &usual, context, |text| {
            Money::as_written(text, country).ok_or_else(|| refused("new-no-amount", text))
        })?;
        let mut real = taken(heard, &name, self.language, common);
        if let Some(named) = &clues.creditor {
            real.rename(named, &creditor);
        }
        let objections = self.objections(std::mem::take(&mut real.objections), context)?;
        let level = args.level.map(|level| level.to_string());
        let levels = context.messages.say("new-levels");
        let level = self.ask(level.as_deref(), "new-ask-level", &USUAL_LEVEL.to_string(), context, |text| {
            level_named(text, &levels).ok_or_else(|| refused("new-no-level", text))
        })?;
        let date = args.date.or(heard.and_then(|heard| heard.call.date)).unwrap_or_else(|| typed::working_day(typed::system_date()));
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
            due: heard.and_then(|heard| clues.overdue_since(heard, date)),
            monthly: clues.offered.filter(|offered| *offered < amount),
            method: clues.method,
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
            choice::one(text, &types).map(str::to_owned).ok_or_else(|| no_such("new-unknown-type", text, &types))
        })
    }

    fn product(
        &mut self,
        spoken: &Messages,
        clues: &Clues,
        context: &mut Context,
    ) -> Result<(String, String), Failure> {
        let usual = |clue: &Option<String>, id| clue.clone().unwrap_or_else(|| spoken.say(id));
        let product = usual(&clues.product, "new-usual-product");
        let creditor = usual(&clues.creditor, "new-usual-creditor");
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
            let (product, by) = text.rsplit_once(',').ok_or_else(|| refused("new-no-product", text))?;
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
        self.show(given, &all, context)?;
        let common = self.common;
        self.ask(given, "new-ask-objections", USUAL_OBJECTION, context, |text| {
            let names = choice::several(text, &all).map_err(|part| no_such("new-unknown-objection", &part, &all))?;
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

fn no_such(id: &'static str, text: &str, known: &[(&str, &str)]) -> Failure {
    let near = closest(text, known.iter().flat_map(|(id, title)| [*id, *title])).unwrap_or("none");
    let titles: Vec<&str> = known.iter().map(|(_, title)| *title).collect();
    Failure::said(
        id,
        [("name", Arg::from(text)), ("known", titles.join(", ").into()), ("suggestion", Arg::from(near))],
    )
}

/// A country by its code or by its name in either language.
fn country_named(text: &str) -> Option<Country> {
    let wanted = fold(text.trim());
    typed::country(text).ok().or_else(|| {
        let known = COUNTRIES.iter().find(|(_, names)| names.iter().any(|name| fold(name) == wanted));
        known.map(|(country, _)| *country)
    })
}

/// A number from 1 to 5, or one of the five words for it.
fn level_named(text: &str, levels: &str) -> Option<u8> {
    let wanted = fold(text.trim());
    let by_word = || (1..).zip(levels.split(", ")).find(|(_, word)| fold(word) == wanted).map(|(level, _)| level);
    text.parse().ok().or_else(by_word).filter(|level| (1..=5).contains(level))
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
    fn a_country_has_a_code_and_a_name() {
        assert_eq!(country_named("colombia"), Some(Country::Co));
        assert_eq!(country_named("mexico"), Some(Country::Mx));
        assert_eq!(country_named("pe"), Some(Country::Pe));
        assert_eq!(country_named("Bolivia"), None);
    }

    #[test]
    fn a_level_is_a_number_or_a_word() {
        let levels = "muy fácil, fácil, medio, difícil, muy difícil";
        assert_eq!(level_named("medio", levels), Some(3));
        assert_eq!(level_named("Muy dificil", levels), Some(5));
        assert_eq!(level_named("2", levels), Some(2));
        assert_eq!(level_named("6", levels), None);
    }
}
