//! Dates in digits: `15/3`, `15-03-2026`, `2026-03-15`, `2/Oct`, `17 del 11`. Day before month, except in the
//! United States; where only one order is possible it is that one.

use jiff::civil::Date;

use crate::messages::Language;
use crate::nlu::entity::DateValue;
use crate::nlu::entity::calendar::{day_of, without_year};
use crate::nlu::entity::number;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::{Anchor, When};
use crate::nlu::entity::words::CalendarWord;

/// Whether a word before the digits says that a date comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    Said,
    Unsaid,
}

pub(super) fn read(context: &Context<'_>, at: usize, lead: Lead) -> Option<When> {
    let text = context.text;
    if let Some(CalendarWord::Month(month)) = text.calendar(at) {
        // `septiembre-2020-23`
        let (year, end) = joined_number(text, at + 1)?;
        let (day, end) = joined_number(text, end)?;
        let date = day_of(four_digits(context, year)?, month, i8::try_from(day).ok()?)?;
        return Some(When::day(date, at, end));
    }
    if !text.is_digits(at) || text.glued(at) && text.is_in(at.wrapping_sub(1), &[",", ".", "$"]) {
        return None;
    }
    let first: i64 = text.word(at).parse().ok().filter(|_| text.word(at).len() <= 4)?;
    if text.word(at).len() == 4 {
        let (month, end) = joined_number(text, at + 1)?;
        let (day, end) = joined_number(text, end)?;
        let date = day_of(i16::try_from(first).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
        return Some(When::day(date, at, end));
    }
    if text.word(at).len() > 2 {
        return None;
    }
    if text.word(at + 1) == "-" && text.word(at + 3) == "/" {
        return None;
    }
    let named = joined(text, at + 1).and_then(|next| match text.calendar(next) {
        Some(CalendarWord::Month(month) | CalendarWord::ShortMonth(month)) => Some((month, next + 1)),
        _ => None,
    });
    if let Some((month, end)) = named {
        let day = i8::try_from(first).ok()?;
        let year = joined_number(text, end).and_then(|(year, end)| Some((four_digits(context, year)?, end)));
        return dated(context, day, month, year, at, end);
    }
    let mark = text.word(at + 1);
    let (second, end) = joined_number(text, at + 1)?;
    if text.word(end - 1).len() > 2 {
        return None;
    }
    let year = joined_number(text, end)
        .filter(|_| text.word(end) == mark)
        .or_else(|| comma_number(text, end))
        .filter(|(_, end)| matches!(text.word(end - 1).len(), 2 | 4))
        .and_then(|(year, end)| Some((four_digits(context, year)?, end)));
    if year.is_none() {
        let fraction =
            mark == "/" && first < second && matches!(second, 2..=4 | 8) && text.word(at).len() == 1;
        let plain = mark == "/" && !fraction && !text.is_in(at.wrapping_sub(1), &["/"]);
        if lead == Lead::Unsaid && !plain {
            return None;
        }
    }
    in_order(context, (first, second), year, at, end)
}

fn in_order(
    context: &Context<'_>,
    (first, second): (i64, i64),
    year: Option<(i16, usize)>,
    at: usize,
    end: usize,
) -> Option<When> {
    let (first, second) = (i8::try_from(first).ok()?, i8::try_from(second).ok()?);
    let american = context.is_american();
    let day_first = dated(context, first, second, year, at, end);
    let month_first = dated(context, second, first, year, at, end);
    let (preferred, other) = if american { (month_first, day_first) } else { (day_first, month_first) };
    match (preferred, other) {
        (Some(preferred), Some(other))
            if american && context.language == Language::Es && preferred.value != other.value =>
        {
            Some(preferred.ambiguous(other.value))
        }
        (Some(preferred), _) => Some(preferred),
        (None, other) => other,
    }
}

/// A day and a month, with or without a year.
pub(super) fn dated(
    context: &Context<'_>,
    day: i8,
    month: i8,
    year: Option<(i16, usize)>,
    start: usize,
    end: usize,
) -> Option<When> {
    if let Some((year, end)) = year {
        return day_of(year, month, day).map(|date| When::day(date, start, end));
    }
    if context.tenses.is_promised(start, end)
        && let (Some(last), Some(next)) =
            (without_year(context.today, month, day, true), without_year(context.today, month, day, false))
    {
        return Some(nearer(context, last, next, start, end).anchor(Anchor::NoYear));
    }
    let past = context.tenses.is_past(start, end) || is_balance_day(context, start);
    let date = without_year(context.today, month, day, past)?;
    Some(When::day(date, start, end).anchor(Anchor::NoYear))
}

/// *Su saldo al 28 de febrero es …, your balance as of March 1*: a balance is drawn up to a day that has come.
fn is_balance_day(context: &Context<'_>, start: usize) -> bool {
    const REACH: usize = 10;
    let text = context.text;
    let Some(before) = text.phrases_before(start, &["al dia", "al", "as of", "corte de"]) else {
        return false;
    };
    let sentence = (1..=REACH)
        .map(|back| text.back(before + 1, back))
        .take_while(|word| !matches!(*word, "" | "?" | ";"));
    sentence.into_iter().any(|word| {
        matches!(
            word,
            "saldo"
                | "saldos"
                | "adeudo"
                | "adeuda"
                | "deuda"
                | "debe"
                | "debia"
                | "corte"
                | "vencido"
                | "vencida"
                | "balance"
                | "owe"
                | "owed"
                | "interes"
                | "intereses"
        )
    })
}

/// Of the day that was promised, the nearer; the other beside it.
pub(super) fn nearer(context: &Context<'_>, last: Date, next: Date, start: usize, end: usize) -> When {
    let away = |date: Date| (date - context.today).get_days().abs();
    let (first, second) = if away(last) <= away(next) { (last, next) } else { (next, last) };
    let found = When::day(first, start, end);
    if first == second { found } else { found.ambiguous(DateValue::day(second)) }
}

/// *17 del 11*: day and month in digits with *del* between.
pub(super) fn del_month(text: &Text<'_>, at: usize) -> Option<(i8, usize)> {
    let joined = text.is_in(at, &["del", "de"]) && text.is_digits(at + 1) && text.word(at + 1).len() <= 2;
    let month: i8 = joined.then(|| text.word(at + 1).parse().ok())??;
    let counted = text.is_in(at + 2, &["%", ",", "."]) && text.glued(at + 2) && text.is_digits(at + 3);
    ((1..=12).contains(&month) && !counted).then_some((month, at + 2))
}

/// A year after a date: *de 2026, del 26, de dos mil veintiséis*, `, 2016`, `2016`.
pub(super) fn year(context: &Context<'_>, at: usize) -> Option<(i16, usize)> {
    let text = context.text;
    let relative =
        [("del ano pasado", -1), ("de este ano", 0), ("del ano que viene", 1), ("del proximo ano", 1)];
    for (phrase, years) in relative {
        if let Some(end) = text.phrase(at, phrase) {
            return Some((context.today.year() + years, end));
        }
    }
    let joined = text.phrases(at, &["de el ano", "del ano", "de", "del", ",", "en", "of", "in"]);
    let start = joined.unwrap_or(at);
    if text.is_digits(start) {
        let short = text.word(start).len() == 2 && text.is_in(at, &["de", "del"]);
        let long = text.word(start).len() == 4 && text.word(start).starts_with(['1', '2']);
        let money = text.is_in(start + 1, &["pesos", "dolares", "soles", "euros", "%", ".", ","])
            && (text.glued(start + 2) || text.is_word(start + 1));
        let year = text.word(start).parse().ok().filter(|_| (short || long) && !money)?;
        return Some((four_digits(context, year)?, start + 1));
    }
    joined?;
    let number = number::read(context, start).filter(|_| text.is_in(start, &["dos", "mil", "two"]))?;
    let year: i16 = number.value.try_into().ok()?;
    (1900..2100).contains(&year).then_some((year, number.end))
}

fn four_digits(context: &Context<'_>, year: i64) -> Option<i16> {
    let year = i16::try_from(year).ok()?;
    if year >= 100 {
        return (1900..2200).contains(&year).then_some(year);
    }
    let century = context.today.year() / 100 * 100;
    // Thirty years ahead is still this century.
    let soon = century + year <= context.today.year() + 30;
    Some(if soon { century + year } else { century + year - 100 })
}

/// The token after a date mark, where all is written together.
fn joined(text: &Text<'_>, at: usize) -> Option<usize> {
    (matches!(text.word(at), "/" | "-" | ".") && text.glued(at) && text.glued(at + 1)).then_some(at + 1)
}

fn joined_number(text: &Text<'_>, at: usize) -> Option<(i64, usize)> {
    let next = joined(text, at).filter(|next| text.is_digits(*next) && text.word(*next).len() <= 4)?;
    text.word(next).parse().ok().map(|value| (value, next + 1))
}

fn comma_number(text: &Text<'_>, at: usize) -> Option<(i64, usize)> {
    let joined = text.word(at) == "," && text.glued(at) && text.glued(at + 1) && text.is_digits(at + 1);
    joined.then(|| text.word(at + 1).parse().ok().map(|value| (value, at + 2)))?
}

/// The day of the month that comes next, where the month was not said.
pub(super) fn coming_day(context: &Context<'_>, day: i8, start: usize, end: usize) -> Option<When> {
    use crate::nlu::entity::calendar::day_in_month;
    if !(1..=31).contains(&day) {
        return None;
    }
    let today = context.today;
    let has = |range: std::ops::RangeInclusive<i64>| {
        range.into_iter().find_map(|months| day_in_month(today, months, day))
    };
    let found = |date: Date| When::day(date, start, end).anchor(Anchor::Day(day));
    if context.tenses.is_past(start, end) {
        let months = if day <= today.day() { 0 } else { -1 };
        let date = day_in_month(today, months, day)
            .or_else(|| (1..=3).find_map(|back| day_in_month(today, months - back, day)))?;
        return Some(found(date));
    }
    if context.tenses.is_promised(start, end)
        && let Some(last) = day_in_month(today, if day <= today.day() { 0 } else { -1 }, day)
        && let Some(next) = day_in_month(today, i64::from(day <= today.day()), day)
    {
        return Some(nearer(context, last, next, start, end).anchor(Anchor::Day(day)));
    }
    if day == today.day() {
        return has(1..=3).map(|date| found(date).ambiguous(DateValue::day(today)));
    }
    let months = i64::from(day < today.day());
    if let Some(date) = day_in_month(today, months, day) {
        Some(found(date))
    } else {
        let month_end =
            crate::nlu::entity::calendar::plus_months(today.first_of_month(), months).last_of_month();
        let later = (1..=3).find_map(|more| day_in_month(today, months + more, day))?;
        Some(found(month_end).ambiguous(DateValue::day(later)))
    }
}
