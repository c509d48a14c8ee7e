//! Values typed on the command line. A refusal names a sentence of the catalogue, not a text.

use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::call::{Country, Speaker};
use crate::messages::Language;

/// A value that was refused; what it shows is the id of the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refused(&'static str);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Refused {}

/// A language with the country it is spoken in, if it was said: `es`, `es-MX`, `en-US`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Locale {
    pub(super) language: Language,
    pub(super) country: Option<Country>,
}

impl Locale {
    pub(super) fn read(tag: &str) -> Option<Self> {
        let language = Language::from_tag(tag)?;
        let country = tag.contains(['-', '_']).then(|| Country::from_tag(tag)).flatten();
        Some(Self { language, country })
    }
}

pub(super) fn locale(text: &str) -> Result<Locale, Refused> {
    Locale::read(text).ok_or(Refused("typed-language"))
}

pub(super) fn country(code: &str) -> Result<Country, Refused> {
    let known = Country::ALL.into_iter().find(|country| country.code().eq_ignore_ascii_case(code));
    known.ok_or(Refused("typed-country"))
}

pub(super) fn date(text: &str) -> Result<Date, Refused> {
    text.parse().map_err(|_| Refused("typed-date"))
}

pub(super) fn speaker(text: &str) -> Result<Speaker, Refused> {
    let known = [Speaker::Agent, Speaker::Debtor, Speaker::ThirdParty, Speaker::System];
    known.into_iter().find(|speaker| speaker.id() == text).ok_or(Refused("typed-speaker"))
}

/// A whole number of per cent.
pub(super) fn percent(text: &str) -> Result<u8, Refused> {
    text.parse().ok().filter(|percent| *percent <= 100).ok_or(Refused("typed-percent"))
}

/// The day on the system's calendar: what "el viernes" counts from where nobody names a day.
pub(super) fn system_date() -> Date {
    jiff::Zoned::now().date()
}

/// The first day from `date` on, that one included, on which people work.
pub(super) fn working_day(date: Date) -> Date {
    let ahead = match date.weekday() {
        Weekday::Saturday => 2,
        Weekday::Sunday => 1,
        _ => 0,
    };
    date.checked_add(ahead.days()).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Messages;

    #[test]
    fn a_locale_has_a_country_only_if_it_names_one() {
        let read = |tag| Locale::read(tag).map(|locale| (locale.language, locale.country));
        assert_eq!(read("es-MX"), Some((Language::Es, Some(Country::Mx))));
        assert_eq!(read("en"), Some((Language::En, None)));
        assert_eq!(read("fr"), None);
    }

    #[test]
    fn a_weekend_is_over_on_monday() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(working_day(day("2026-11-22")), day("2026-11-23"));
        assert_eq!(working_day(day("2026-11-21")), day("2026-11-23"));
        assert_eq!(working_day(day("2026-11-20")), day("2026-11-20"));
    }

    #[test]
    fn every_refusal_has_its_sentence() {
        let refusals = [
            locale("fr").unwrap_err(),
            country("FR").unwrap_err(),
            date("ayer").unwrap_err(),
            speaker("nobody").unwrap_err(),
            percent("101").unwrap_err(),
        ];
        for refused in refusals {
            assert!(Messages::new(Language::Es).find(&refused.to_string(), &[]).is_some(), "{refused}");
        }
        assert_eq!(country("mx"), Ok(Country::Mx));
        assert_eq!(percent("100"), Ok(100));
        assert_eq!(speaker("third_party"), Ok(Speaker::ThirdParty));
    }
}
