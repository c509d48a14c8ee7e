//! What day somebody meant who did not write it as the file wants it: `30 de noviembre`, `23/11/2026`.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::regex;

/// The first letters of the months, in Spanish and in English.
const MONTHS: [[&str; 2]; 12] = [
    ["ene", "jan"],
    ["feb", "feb"],
    ["mar", "mar"],
    ["abr", "apr"],
    ["may", "may"],
    ["jun", "jun"],
    ["jul", "jul"],
    ["ago", "aug"],
    ["sep", "sep"],
    ["oct", "oct"],
    ["nov", "nov"],
    ["dic", "dec"],
];

static WRITTEN: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(\d{4})-\d{2}-\d{2}\b"));

/// The day as the file wants it, `2026-11-30`. Without a year, the first year that the file names is meant.
pub(super) fn meant(typed: &str, file: &str) -> Option<String> {
    let parts: Vec<String> = typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect();
    let numbers: Vec<i16> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let month = parts.iter().find_map(|part| {
        let at = MONTHS.iter().position(|names| names.iter().any(|name| part.starts_with(name)))?;
        i8::try_from(at + 1).ok()
    });
    let year = numbers.iter().copied().find(|number| *number > 31);
    let small = numbers.iter().filter(|number| **number <= 31);
    let small: Vec<i8> = small.filter_map(|number| i8::try_from(*number).ok()).collect();
    let (day, month) = match (month, small.as_slice()) {
        (Some(month), [day]) => (*day, month),
        (None, [month, day]) if year.is_some() && year == numbers.first().copied() => (*day, *month),
        // Of two different numbers up to twelve nobody can tell which is the month.
        (None, [month, day]) if *day > 12 => (*day, *month),
        (None, [day, month]) if *day > 12 || day == month => (*day, *month),
        _ => return None,
    };
    let year = year.or_else(|| WRITTEN.captures(file)?[1].parse().ok())?;
    Some(Date::new(year, month, day).ok()?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_words_or_with_bars_is_told_as_the_file_wants_it() {
        let file = "date: 2026-11-23\n";
        for typed in ["30 de noviembre", "30/11/2026", "nov 30", "11/30/2026", "2026/11/30", "30-nov-2026"] {
            assert_eq!(meant(typed, file).as_deref(), Some("2026-11-30"), "{typed}");
        }
    }

    #[test]
    fn what_may_be_two_days_or_none_is_not_guessed_at() {
        for typed in ["3/4/2026", "mañana", "31 de febrero", "30 de noviembre"] {
            assert_eq!(meant(typed, "date: mañana\n"), None, "{typed}");
        }
    }
}
