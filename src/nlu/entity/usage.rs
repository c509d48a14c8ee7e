//! What reading a text depends on, worked out once: the country's way with separators, digits and currency.

use std::cell::RefCell;
use std::rc::Rc;

use jiff::civil::Date;

use crate::call::{Country, Currency};
use crate::messages::Language;
use crate::nlu::entity::Setting;
use crate::nlu::entity::case_words::{CaseWords, case_words};
use crate::nlu::entity::number::Number;
use crate::nlu::entity::tense::Tenses;
use crate::nlu::entity::token::Text;

/// How the country parts thousands from decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separators {
    /// 1,234.50
    CommaGroups,
    /// 1.234,50
    DotGroups,
    /// Both are written (Ecuador): three digits are thousands, two are cents.
    Either,
}

/// A turn and everything its reading depends on.
#[derive(Debug)]
pub(super) struct Context<'t> {
    pub(super) text: &'t Text<'t>,
    pub(super) tenses: &'t Tenses<'t>,
    pub(super) language: Language,
    pub(super) country: Option<Country>,
    pub(super) currency: Currency,
    pub(super) separators: Separators,
    pub(super) today: Date,
    pub(super) holidays: &'t [Date],
    /// The words of the names that the case gives, folded, as it spells them.
    pub(super) names: Rc<CaseWords>,
    /// The number that was read last, if it was one, and where: one reader after another asks for the same.
    last_number: RefCell<Option<(usize, Option<Number>)>>,
}

impl<'t> Context<'t> {
    pub(super) fn new(text: &'t Text<'t>, tenses: &'t Tenses<'t>, setting: &'t Setting) -> Self {
        let country = setting.country.or_else(|| setting.currency.and_then(home));
        let separators = match country {
            Some(Country::Ec) => Separators::Either,
            Some(country) if country.dot_groups_thousands() => Separators::DotGroups,
            None if setting.language == Language::Es => Separators::DotGroups,
            Some(_) | None => Separators::CommaGroups,
        };
        Self {
            text,
            tenses,
            language: setting.language,
            country,
            currency: setting.currency(),
            separators,
            today: setting.today,
            holidays: &setting.holidays,
            names: case_words(&setting.names, setting.language),
            last_number: RefCell::default(),
        }
    }

    /// The number at a place, read anew only if another was read since.
    pub(super) fn number_at(&self, at: usize, read: impl FnOnce() -> Option<Number>) -> Option<Number> {
        if let Some((place, number)) = &*self.last_number.borrow()
            && *place == at
        {
            return number.clone();
        }
        let number = read();
        self.last_number.replace(Some((at, number.clone())));
        number
    }

    pub(super) fn is_country(&self, countries: &[Country]) -> bool {
        self.country.is_some_and(|country| countries.contains(&country))
    }

    /// Colombian, Chilean and Argentine pesos, in which people leave the thousands unsaid.
    pub(super) fn counts_in_thousands(&self) -> bool {
        [Currency::COP, Currency::CLP, Currency::ARS].contains(&self.currency)
    }

    /// English "next" and month before day.
    pub(super) fn is_american(&self) -> bool {
        match self.country {
            Some(country) => country == Country::Us,
            None => self.language == Language::En,
        }
    }
}

/// The country whose use a case's currency tells, where the case names no country.
fn home(currency: Currency) -> Option<Country> {
    let homes = Country::ALL.into_iter().filter(|country| *country != Country::Ec);
    homes.into_iter().find(|country| country.currency() == currency)
}
