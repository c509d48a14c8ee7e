//! English days of the month and months: *March 3rd, the 15th of next month, in May, the end of the month*.

use jiff::civil::Date;

use crate::nlu::entity::DateValue;
use crate::nlu::entity::calendar::{
    day_in_month, day_of, monday, plus_days, plus_months, weekday, without_year,
};
use crate::nlu::entity::date_digits::{coming_day, dated, year};
use crate::nlu::entity::month_es::days;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::{Anchor, When};
use crate::nlu::entity::words::{CalendarWord, NumberWord};
use crate::nlu::entity::{Period, number, number_en};

/// *The end, the beginning, the middle, the first week of the month; the last day of March*.
pub(super) fn part_of_month(context: &Context<'_>, at: usize) -> Option<When> {
    const PARTS: &[(&str, i64, i64)] = &[
        ("the end of", 0, 0),
        ("end of", 0, 0),
        ("the last day of", -1, -1),
        ("late", 21, 31),
        ("the middle of", 11, 20),
        ("middle of", 11, 20),
        ("mid", 11, 20),
        ("the beginning of", 1, 10),
        ("beginning of", 1, 10),
        ("the start of", 1, 10),
        ("early", 1, 10),
        ("the first week of", 1, 7),
        ("the first of", 1, 1),
    ];
    let text = context.text;
    let (from, to, after) =
        PARTS.iter().find_map(|(phrase, from, to)| Some((*from, *to, text.phrase(at, phrase)?)))?;
    let this = context.today.first_of_month();
    let (first, end, open) = if let Some(end) = text.phrases(after, &["next month"]) {
        (plus_months(this, 1), end, false)
    } else if let Some(end) = text.phrases(after, &["this month"]) {
        (this, end, false)
    } else if let Some(end) = text.phrases(after, &["the month"]) {
        (this, end, true)
    } else if let Some(end) = text.phrases(after, &["the week", "this week"]).filter(|_| from == 0) {
        let friday = plus_days(monday(context.today), 4);
        return Some(When::range(friday, plus_days(friday, 2), at, end).approximate());
    } else {
        let Some(CalendarWord::Month(month)) = text.calendar(after) else { return None };
        let year = context.today.year() + i16::from(month < context.today.month());
        (day_of(year, month, 1)?, after + 1, false)
    };
    let bounds = |first: Date| {
        let last = first.last_of_month();
        if from <= 0 { DateValue::day(last) } else { days(first, from, to) }
    };
    let mut value = bounds(first);
    if open && value.to < Some(context.today) {
        value = bounds(plus_months(first, 1));
    }
    let found = When::range(value.from?, value.to?, at, end).anchor(Anchor::Vague);
    Some(if from == -1 || from == to && from == 1 { found } else { found.approximate() })
}

/// What tells that a number is a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    The,
    Nothing,
    /// A weekday before, which one, and whether *the* stood between.
    Weekday(i8, bool),
}

/// *March 3rd, 3 March, the 15th (of next month)*.
pub(super) fn month_day(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    if let Some(CalendarWord::Month(month) | CalendarWord::ShortMonth(month)) = text.calendar(at) {
        let start = at + 1 + usize::from(text.word(at + 1) == "." && text.glued(at + 1));
        let start = text.phrase(start, "the").unwrap_or(start);
        if let Some((day, end)) = day_number(context, start) {
            let year = year(context, end).filter(|_| text.word(end) != "in");
            return dated(context, day, month, year, at, end);
        }
        // *May* and *March* are verbs too: a month alone needs a preposition.
        let led = text.is_in(
            at.wrapping_sub(1),
            &[
                "in", "by", "until", "of", "since", "before", "after", "this", "next", "for", "from", "and",
                "or",
            ],
        );
        let whole = matches!(text.calendar(at), Some(CalendarWord::Month(_))) && (led || in_a_list(text, at));
        if !whole {
            return None;
        }
        if let Some((year, end)) = year(context, at + 1) {
            let first = day_of(year, month, 1)?;
            return Some(When::range(first, first.last_of_month(), at, end));
        }
        let past = context.tenses.is_past(at, at + 1);
        let month_end = |year: i16| day_of(year, month, 1).map(Date::last_of_month);
        let this = context.today.year();
        let last = if past {
            without_year(context.today, month, 1, true)?.last_of_month()
        } else {
            [this, this + 1].into_iter().filter_map(month_end).find(|end| *end >= context.today)?
        };
        return Some(When::range(last.first_of_month(), last, at, at + 1).anchor(Anchor::NoYear));
    }
    let given = if text.word(at) == "the" { Given::The } else { Given::Nothing };
    of_month(context, at + usize::from(given == Given::The), given).map(|found| found.starting(at))
}

pub(super) fn of_month(context: &Context<'_>, at: usize, given: Given) -> Option<When> {
    let text = context.text;
    let (day, end) = day_number(context, at)?;
    let ordinal = !text.is_digits(at) || end > at + 1;
    let start = text.phrases(end, &["day of", "of"]).unwrap_or(end);
    if let Some(CalendarWord::Month(month) | CalendarWord::ShortMonth(month)) = text.calendar(start) {
        return dated(context, day, month, year(context, start + 1), at, start + 1);
    }
    let month = [("of next month", 1), ("of this month", 0)];
    if let Some((months, end)) =
        month.iter().find_map(|(phrase, months)| Some((*months, text.phrase(end, phrase)?)))
    {
        let date = day_in_month(context.today, months, day)
            .unwrap_or_else(|| plus_months(context.today.first_of_month(), months).last_of_month());
        return Some(When::day(date, at, end));
    }
    // "Sunday 29", where the 29th is a Sunday.
    let falls_on = |wanted| {
        coming_day(context, day, at, end).and_then(|it| it.value.single()).map(weekday) == Some(wanted)
    };
    let alone = match given {
        Given::Nothing => false,
        Given::The => ordinal && is_date_like(text, at),
        Given::Weekday(_, the) if ordinal => the || text.is_digits(at),
        Given::Weekday(wanted, _) => text.is_digits(at) && !is_measured(text, end) && falls_on(wanted),
    };
    let counted = !(end >= text.len() || text.is_punctuation(end)) && number_like_noun(text, end);
    if !alone || counted {
        return None;
    }
    if let Some(end) = text.phrases(end, &["of every month", "of each month", "every month", "of the month"])
    {
        return coming_day(context, day, at, end)
            .map(|found| if text.word(end - 2) == "the" { found } else { found.every(Period::Month) });
    }
    coming_day(context, day, at, end)
}

/// "May, june and july", "april may june": a month beside another.
fn in_a_list(text: &Text<'_>, at: usize) -> bool {
    // Two verbs beside each other are no months: "I may march".
    let is_verb = |at: usize| text.is_in(at, &["may", "march"]);
    let is_month = |other: usize| {
        matches!(text.calendar(other), Some(CalendarWord::Month(_))) && !(is_verb(at) && is_verb(other))
    };
    let behind = at.wrapping_sub(if text.is_in(at.wrapping_sub(1), &[","]) { 2 } else { 1 });
    let ahead = text.phrases(at + 1, &[", and", ", or", "and", "or", ","]).unwrap_or(at + 1);
    is_month(behind) || is_month(ahead)
}

/// The first three ordinals are seldom days: *the first payment, the second time*.
fn is_date_like(text: &Text<'_>, at: usize) -> bool {
    text.is_digits(at)
        || !matches!(text.number(at), Some(NumberWord::Ordinal(1..=4)))
        || text.is_in(at.wrapping_sub(2), &["on", "by", "until", "before", "after", "from"])
}

pub(super) fn number_like_noun(text: &Text<'_>, end: usize) -> bool {
    text.is_in(
        end,
        &[
            "payment",
            "payments",
            "time",
            "dollars",
            "option",
            "one",
            "person",
            "floor",
            "street",
            "avenue",
            "percent",
            "%",
            "installment",
            "notice",
            "call",
            "letter",
        ],
    )
}

/// Whether a bare number is a sum, an hour or a length of time: *20 bucks, 5 pm, 10 days, 20 a month*.
pub(super) fn is_measured(text: &Text<'_>, end: usize) -> bool {
    matches!(text.calendar(end), Some(CalendarWord::Unit(_)))
        || text.word(end) == ":" && text.glued(end)
        || text.is_in(
            end,
            &[
                "$", "bucks", "usd", "cents", "am", "pm", "o", "a", "each", "per", "of", "more", "thousand",
                "hundred",
            ],
        )
}

/// `15th`, `15`, *fifteenth, twenty-first*.
pub(super) fn day_number(context: &Context<'_>, at: usize) -> Option<(i8, usize)> {
    let text = context.text;
    let (day, end) = match text.number(at) {
        Some(NumberWord::Ordinal(day)) => (day, at + 1),
        Some(NumberWord::Ten(ten)) => {
            let next = at + 1 + usize::from(text.word(at + 1) == "-");
            match text.number(next) {
                Some(NumberWord::Ordinal(unit)) if unit < 10 => (ten + unit, next + 1),
                _ => number_en::below_hundred(text, at)?,
            }
        }
        Some(NumberWord::Article) => return None,
        _ => number::count(context, at)?,
    };
    let suffixed = text.is_digits(at) && text.glued(end) && text.is_in(end, &["st", "nd", "rd", "th"]);
    let joined = text.is_digits(at)
        && text.glued(end)
        && !suffixed
        && (text.is_word(end) || text.is_digits(end + 1) && text.glued(end + 1) || text.word(end) == "%");
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day) && !joined)?;
    Some((day, if suffixed { end + 1 } else { end }))
}
