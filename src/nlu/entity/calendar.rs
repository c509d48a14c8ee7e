//! Counting on the calendar: weekdays, months, business days, Easter. Dates past the end of time stay there.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

pub(super) fn plus_days(date: Date, days: i64) -> Date {
    const FAR: i64 = 1_000_000;
    date.saturating_add(days.clamp(-FAR, FAR).days())
}

pub(super) fn plus_months(date: Date, months: i64) -> Date {
    const FAR: i64 = 12_000;
    date.saturating_add(months.clamp(-FAR, FAR).months())
}

/// Monday is 1.
pub(super) fn weekday(date: Date) -> i8 {
    date.weekday().to_monday_one_offset()
}

/// The first such weekday after the day.
pub(super) fn next_weekday(today: Date, wanted: i8) -> Date {
    let ahead = (wanted - weekday(today)).rem_euclid(7);
    plus_days(today, if ahead == 0 { 7 } else { ahead.into() })
}

pub(super) fn last_weekday(today: Date, wanted: i8) -> Date {
    let behind = (weekday(today) - wanted).rem_euclid(7);
    plus_days(today, if behind == 0 { -7 } else { -i64::from(behind) })
}

/// The Monday of the day's week.
pub(super) fn monday(date: Date) -> Date {
    plus_days(date, 1 - i64::from(weekday(date)))
}

pub(super) fn is_same_week(one: Date, other: Date) -> bool {
    monday(one) == monday(other)
}

/// The day of the month, or none where the month lacks it.
pub(super) fn day_of(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// The day `months` after the month of `date`, or none where that month lacks it.
pub(super) fn day_in_month(date: Date, months: i64, day: i8) -> Option<Date> {
    let month = plus_months(date.first_of_month(), months);
    day_of(month.year(), month.month(), day)
}

/// A day and month without a year: the next to come, or the last where the words speak of the past.
pub(super) fn without_year(today: Date, month: i8, day: i8, past: bool) -> Option<Date> {
    // A leap day may be eight years away.
    (0..=8).find_map(|step| {
        let year = today.year().checked_add(if past { -step } else { step })?;
        day_of(year, month, day).filter(|date| if past { *date <= today } else { *date >= today })
    })
}

pub(super) fn is_business_day(date: Date, holidays: &[Date]) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && !holidays.contains(&date)
}

/// The day so many business days after (or before, where negative); the day itself is not counted.
pub(super) fn plus_business_days(today: Date, days: i64, holidays: &[Date]) -> Date {
    const MOST: i64 = 400;
    let step = days.signum();
    let mut left = days.abs().min(MOST);
    let mut date = today;
    while left > 0 {
        date = plus_days(date, step);
        if is_business_day(date, holidays) {
            left -= 1;
        }
        if date == Date::MAX || date == Date::MIN {
            break;
        }
    }
    date
}

/// Easter Sunday of the Gregorian calendar.
pub(super) fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let shift = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * shift + 114;
    day_of(i16::try_from(year).ok()?, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn easter_falls_where_the_almanac_says() {
        assert_eq!(easter(2025), Some(date(2025, 4, 20)));
        assert_eq!(easter(2026), Some(date(2026, 4, 5)));
    }

    #[test]
    fn business_days_skip_weekends_and_holidays() {
        let holidays = [date(2026, 3, 16)];
        assert_eq!(plus_business_days(date(2026, 3, 13), 1, &holidays), date(2026, 3, 17));
    }

    #[test]
    fn the_weekday_of_today_is_a_week_away() {
        assert_eq!(next_weekday(date(2026, 3, 11), 3), date(2026, 3, 18));
        assert_eq!(last_weekday(date(2026, 3, 11), 3), date(2026, 3, 4));
    }
}
