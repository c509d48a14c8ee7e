//! The times that transcripts put beside a turn: `1:23`, `00:01:23,450`, `[00:01:23 - 00:01:30]`, `12/3/26 10:15`.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

const CLOCK: &str = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[aApP]\.?\s?[mM]\b\.?)?";
const DATE: &str = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}";

/// The pattern of a time or a range of times, perhaps with the day before it; it has no groups.
pub(super) static STAMP: LazyLock<String> =
    LazyLock::new(|| format!(r"(?:{DATE}[,T\s]\s?)?{CLOCK}(?:\s?(?:-->|[-–—]|a|to)\s?{CLOCK})?"));

static PARTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"(?:(?P<date>{DATE})[,T\s]\s?)?(?P<start>{CLOCK})(?:[^\d]+(?P<end>{CLOCK}))?"))
        .expect("a constant pattern compiles")
});

static PIECES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(\d+):(\d{2})(?::(\d{2}))?(?:[.,](\d{1,3}))?\s?(?:([aApP]))?")
        .expect("a constant pattern compiles")
});

/// A time as written: milliseconds, and the day where the line names one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The day as written, in whatever order its country has.
    pub(super) date: Option<String>,
    pub(super) start: u64,
    pub(super) end: Option<u64>,
}

impl Stamp {
    /// Reads the first time in `text`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let parts = PARTS.captures(text)?;
        let date = parts.name("date").map(|day| day.as_str().to_owned());
        // `10:15` beside a day is an hour of it; alone it is ten minutes into the call.
        let unit = if date.is_some() { Unit::Hours } else { Unit::Minutes };
        let start = millis(&parts["start"], unit)?;
        let end = parts.name("end").and_then(|end| millis(end.as_str(), unit)).filter(|end| *end >= start);
        Some(Self { date, start, end })
    }
}

/// What the first of two numbers counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Hours,
    Minutes,
}

fn millis(text: &str, first: Unit) -> Option<u64> {
    let pieces = PIECES.captures(text)?;
    let number = |at| pieces.get(at).map_or(Some(0), |digits| digits.as_str().parse::<u64>().ok());
    let (a, b, c) = (number(1)?, number(2)?, number(3)?);
    let half = pieces.get(5).map(|half| half.as_str().to_ascii_lowercase());
    let (mut hours, minutes, seconds) = match (pieces.get(3), first) {
        (None, Unit::Minutes) if half.is_none() => (0, a, b),
        _ => (a, b, c),
    };
    match half.as_deref() {
        Some("p") if hours < 12 => hours += 12,
        Some("a") if hours == 12 => hours = 0,
        _ => {}
    }
    let fraction = pieces.get(4).map_or(Some(0), |digits| format!("{:0<3}", digits.as_str()).parse().ok())?;
    if seconds > 59 || hours > 0 && minutes > 59 {
        return None;
    }
    Some(((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction)
}

/// Writes milliseconds as `00:01:23.450`.
pub(super) fn written(millis: u64) -> String {
    let seconds = millis / 1000;
    format!("{:02}:{:02}:{:02}.{:03}", seconds / 3600, seconds / 60 % 60, seconds % 60, millis % 1000)
}

/// Which of two small numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// Reads `2026-03-11`, `11/03/2026`, `11.3.26` …; a number over 12 is the day wherever it stands.
pub(super) fn numeric_date(text: &str, order: DateOrder) -> Option<Date> {
    let numbers: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [a, b, c] = numbers.as_slice() else { return None };
    let (year, month, day) = if a.len() == 4 {
        (*a, b.parse().ok()?, c.parse().ok()?)
    } else {
        let (first, second): (i8, i8) = (a.parse().ok()?, b.parse().ok()?);
        match order {
            _ if first > 12 => (*c, second, first),
            _ if second > 12 => (*c, first, second),
            DateOrder::DayFirst => (*c, second, first),
            DateOrder::MonthFirst => (*c, first, second),
        }
    };
    let value: i16 = year.parse().ok()?;
    let value = match year.len() {
        4 => value,
        2 => 2000 + value,
        _ => return None,
    };
    Date::new(value, month, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn start(text: &str) -> Option<u64> {
        Stamp::read(text).map(|stamp| stamp.start)
    }

    #[test]
    fn times_of_every_shape_are_milliseconds() {
        assert_eq!(start("1:23"), Some(83_000));
        assert_eq!(start("[00:01:23]"), Some(83_000));
        assert_eq!(start("00:01:23,450"), Some(83_450));
        assert_eq!(start("00:01:23.5"), Some(83_500));
        assert_eq!(start("75:10"), Some(4_510_000));
    }

    #[test]
    fn a_range_has_an_end_and_a_backward_one_has_none() {
        let stamp = Stamp::read("[00:01:23 - 00:01:30]").unwrap();
        assert_eq!((stamp.start, stamp.end), (83_000, Some(90_000)));
        assert_eq!(Stamp::read("0:30 - 0:10").unwrap().end, None);
    }

    #[test]
    fn beside_a_day_the_first_number_is_the_hour() {
        let stamp = Stamp::read("12/3/26 10:15").unwrap();
        assert_eq!((stamp.date.as_deref(), stamp.start), (Some("12/3/26"), 36_900_000));
        assert_eq!(start("12/3/26, 10:15 p. m."), Some(80_100_000));
    }

    #[test]
    fn seconds_past_sixty_are_no_time() {
        assert_eq!(start("00:01:75"), None);
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(start(&written(3_723_042)), Some(3_723_042));
    }

    #[test]
    fn the_order_of_a_date_is_the_countrys_unless_a_number_says_otherwise() {
        let day = date(2026, 3, 11);
        assert_eq!(numeric_date("2026-03-11", DateOrder::MonthFirst), Some(day));
        assert_eq!(numeric_date("11/03/2026", DateOrder::DayFirst), Some(day));
        assert_eq!(numeric_date("3/11/26", DateOrder::MonthFirst), Some(day));
        assert_eq!(numeric_date("3/31/26", DateOrder::DayFirst), Some(date(2026, 3, 31)));
        assert_eq!(numeric_date("31/31/26", DateOrder::DayFirst), None);
    }
}
