//! What stands before the first turn: front matter or a few `Fecha: …` lines, with the call's date, country and
//! language, and sometimes the names of those who will speak.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::line;
use crate::call::{Country, Speaker};
use crate::messages::Language;
use crate::source::Span;
use crate::transcript::clock::{DateOrder, numeric_date};
use crate::transcript::label::{self, Trust};
use crate::transcript::words::{WORDS, fold, has};

/// What a header says; all of it may be absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) date: Option<Date>,
    pub(super) country: Option<Country>,
    pub(super) language: Option<Language>,
    /// Folded names, with the role that `Agente: Ana Ruiz` gives them.
    pub(super) names: Vec<(String, Speaker)>,
}

impl Header {
    /// The role of the person whom a label names, in full or by the first name.
    pub(super) fn role(&self, key: &str) -> Option<Speaker> {
        let first = |name: &str| name.split(' ').next().map(str::to_owned);
        self.names
            .iter()
            .find(|(name, _)| name == key)
            .or_else(|| self.names.iter().find(|(name, _)| first(name).as_deref() == Some(key)))
            .map(|(_, role)| *role)
    }
}

static PAIR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[\s>*_#•-]*(?P<key>[\p{L}][\p{L}\p{M}\s]{0,30}?)[*_\s]*[:=][*_\s]*(?P<value>\S.{0,80})$")
        .expect("a constant pattern compiles")
});

/// How many lines at most stand before a transcript's first turn as a block of their own.
const LONGEST: usize = 60;

/// How many of `lines` are a block that is certainly header: front matter between `---`, or lines of the form
/// `Fecha: …` closed by a blank line. Labels there (`Agente: Ana Ruiz`) name people, and open no turn.
pub(super) fn block(text: &str, lines: &[Span]) -> usize {
    let blank = |line: &Span| text[line.clone()].trim().is_empty();
    let rule = |line: &Span| {
        let line = text[line.clone()].trim();
        line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '=' | '*' | '_'))
    };
    let Some(first) = lines.iter().position(|line| !blank(line)) else { return 0 };
    let rest = &lines[first + 1..];
    let near = rest.len().min(LONGEST);
    if rule(&lines[first]) {
        return rest[..near].iter().position(rule).map_or(0, |end| first + end + 2);
    }
    let Some(length) = rest[..near].iter().position(|line| blank(line) || rule(line)) else { return 0 };
    let end = first + 1 + length;
    let pairs: Vec<_> = lines[first..end].iter().filter_map(|line| pair(&text[line.clone()])).collect();
    let about_the_call = pairs.iter().any(|(key, _)| is_header(key));
    let all_pairs = lines[first..end].iter().enumerate().all(|(at, line)| {
        // The first line may be a title.
        let line = &text[line.clone()];
        pair(line).map_or(at == 0, |(key, value)| {
            !matches!(label::read(&key, None), Some(read) if read.trust == Trust::Known) || is_person(value)
        })
    });
    if about_the_call && all_pairs { end } else { 0 }
}

/// Reads the header lines.
pub(super) fn read(text: &str, lines: &[Span]) -> Header {
    let mut header = Header::default();
    let pairs: Vec<_> = lines.iter().filter_map(|line| pair(&text[line.clone()])).collect();
    for (key, value) in &pairs {
        if has(&WORDS.headers.country, key) {
            header.country = header.country.or_else(|| country(value));
        } else if has(&WORDS.headers.language, key) {
            header.language = header.language.or_else(|| language(value));
            header.country = header.country.or_else(|| region(value));
        } else if let Some(read) = label::read(key, None)
            && let Some(role) = read.role
            && is_person(value)
        {
            header.names.push((fold(person(value)), role));
        }
    }
    // How a date reads depends on the country, which may stand below it.
    let order = date_order(header.country, header.language);
    header.date = pairs
        .iter()
        .filter(|(key, _)| has(&WORDS.headers.date, key))
        .find_map(|(_, value)| date(value, order));
    header
}

/// Month first where that is the custom.
pub(super) fn date_order(country: Option<Country>, language: Option<Language>) -> DateOrder {
    match (country, language) {
        (Some(Country::Us), _) | (None, Some(Language::En)) => DateOrder::MonthFirst,
        _ => DateOrder::DayFirst,
    }
}

fn is_header(key: &str) -> bool {
    let headers = &WORDS.headers;
    [&headers.date, &headers.country, &headers.language].iter().any(|words| has(words, key))
        || key.split(' ').next().is_some_and(|first| has(&WORDS.not_speakers, first))
}

fn pair(line: &str) -> Option<(String, &str)> {
    if line.len() > 300 || line::stamp_alone(line).is_some() {
        return None;
    }
    let found = PAIR.captures(line)?;
    let value = found.name("value")?.as_str().trim().trim_matches(['"', '\'', '*']);
    Some((fold(found["key"].trim()), value))
}

/// `Ana Ruiz (ext. 45)` is Ana Ruiz.
fn person(value: &str) -> &str {
    value.split(['(', '[', ',']).next().unwrap_or(value).trim()
}

fn is_person(value: &str) -> bool {
    label::is_name(person(value))
}

fn country(value: &str) -> Option<Country> {
    let name = fold(value).replace('.', "");
    Country::from_tag(&value.to_ascii_uppercase()).or_else(|| {
        WORDS.countries.iter().find(|(_, names)| has(names, name.trim())).map(|(country, _)| *country)
    })
}

fn language(value: &str) -> Option<Language> {
    let folded = fold(value);
    let name = folded.split([' ', '(', ',']).next()?;
    Language::from_tag(value)
        .or_else(|| WORDS.languages.iter().find(|(_, names)| has(names, name)).map(|(language, _)| *language))
}

/// The country in `es-MX` or `Español (México)`.
fn region(value: &str) -> Option<Country> {
    let inside = value.split_once('(').map(|(_, rest)| rest.trim_end_matches(')'));
    match inside {
        Some(inside) => country(inside),
        None => value.contains(['-', '_']).then(|| Country::from_tag(value)).flatten(),
    }
}

static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x) (?P<numeric>\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})
        | (?P<day>\d{1,2})(?:o|er|st|nd|rd|th)?\s+(?:de\s+|of\s+)?(?P<month>[a-z]{3,})\.?,?\s+(?:de\s+|del\s+)?(?P<year>\d{4})
        | (?P<month2>[a-z]{3,})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4})",
    )
    .expect("a constant pattern compiles")
});

/// Reads `2026-03-11`, `11/03/2026`, `11 de marzo de 2026`, `March 11, 2026`; what follows (the hour) is left.
fn date(value: &str, order: DateOrder) -> Option<Date> {
    let folded = fold(value);
    let found = WRITTEN.captures(&folded)?;
    if let Some(numeric) = found.name("numeric") {
        return numeric_date(numeric.as_str(), order);
    }
    let group = |a, b| found.name(a).or_else(|| found.name(b)).map(|text| text.as_str());
    let name = group("month", "month2")?;
    let month = WORDS.months.iter().position(|names| has(names, name))?;
    let (day, year) = (group("day", "day2")?.parse().ok()?, group("year", "year2")?.parse().ok()?);
    Date::new(year, i8::try_from(month).ok()? + 1, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    fn header(text: &str) -> (usize, Header) {
        let lines = line::lines(text);
        let length = block(text, &lines);
        (length, read(text, &lines[..length]))
    }

    #[test]
    fn a_block_that_ends_in_a_blank_line_names_the_speakers_and_opens_no_turn() {
        let (length, header) = header(
            "Fecha: 11/03/2026\nPaís: México\nAgente: Ana Ruiz (ext. 45)\nCliente: Rosa\n\nAgente: Buenas\n",
        );
        assert_eq!(length, 4);
        assert_eq!(header.date, Some(day(2026, 3, 11)));
        assert_eq!(header.country, Some(Country::Mx));
        assert_eq!(
            header.names,
            [("ana ruiz".to_owned(), Speaker::Agent), ("rosa".to_owned(), Speaker::Debtor)]
        );
    }

    #[test]
    fn turns_right_under_a_date_are_turns() {
        assert_eq!(header("Fecha: 2026-03-11\nAgente: Buenos días.\n\nCliente: Hola.\n").0, 0);
        assert_eq!(header("Agente: Ana\n\nCliente: Hola\n").0, 0);
    }

    #[test]
    fn front_matter_ends_at_its_second_rule() {
        let (length, header) = header("---\nlanguage: en-US\ndate: 3/11/2026\n---\nAgent: Hello\n");
        assert_eq!(length, 4);
        assert_eq!(
            (header.language, header.country, header.date),
            (Some(Language::En), Some(Country::Us), Some(day(2026, 3, 11)))
        );
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in
            ["2026-03-11 10:15", "11-03-2026", "11 de marzo de 2026", "March 11, 2026", "11 mar. 2026"]
        {
            assert_eq!(date(text, DateOrder::DayFirst), Some(day(2026, 3, 11)), "{text}");
        }
        assert_eq!(date("31/02/2026", DateOrder::DayFirst), None);
        assert_eq!(date("ayer", DateOrder::DayFirst), None);
    }

    #[test]
    fn languages_and_countries_are_read_by_name_or_code() {
        assert_eq!(language("Español (Colombia)"), Some(Language::Es));
        assert_eq!(region("Español (Colombia)"), Some(Country::Co));
        assert_eq!(language("inglés"), Some(Language::En));
        assert_eq!(region("es"), None);
        assert_eq!(country("mx"), Some(Country::Mx));
        assert_eq!(country("Narnia"), None);
    }
}
