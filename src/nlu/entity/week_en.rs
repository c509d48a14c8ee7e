//! English weekdays, weeks and months as wholes: *this Friday, next Monday, Friday week, every Tuesday, next month*.

use jiff::civil::Date;

use crate::nlu::entity::calendar::{
    day_of, is_same_week, last_weekday, monday, next_weekday, plus_days, plus_months, weekday,
};
use crate::nlu::entity::month_en::{Given, month_day, of_month};
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::{Anchor, When, span};
use crate::nlu::entity::words::CalendarWord;
use crate::nlu::entity::{Certainty, DateValue, Period};

pub(super) fn weekday_named(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let today = context.today;
    let lead = text.phrases(at, &["this coming", "the coming", "this past", "the following"]);
    let one = text.is_in(at, &["this", "next", "last", "coming", "every", "each", "the"]).then_some(at + 1);
    let name = lead.or(one).unwrap_or(at);
    let Some(CalendarWord::Weekday(wanted)) = text.calendar(name) else { return None };
    let end = name + 1;
    let plural = text.word(name).ends_with('s') && !matches!(text.word(name), "tues" | "thurs");
    let coming = next_weekday(today, wanted);
    let later = plus_days(coming, 7);
    let day = |date: Date| When::day(date, at, end).anchor(Anchor::Weekday);
    if plural || text.is_in(at, &["every", "each"]) {
        return Some(day(coming).every(Period::Week));
    }
    if text.word(at) == "the" && lead.is_none() && !text.is_digits(end) {
        return None;
    }
    let start = end + usize::from(text.word(end) == ",");
    let number = text.phrase(start, "the").unwrap_or(start);
    if let Some(found) = month_day(context, start)
        .or_else(|| of_month(context, number, Given::Weekday(wanted, number > start)))
    {
        let date = found.value.single()?;
        let found = found.starting(at);
        return Some(if weekday(date) == wanted {
            When { alternative: None, certainty: Certainty::Exact, ..found }
        } else {
            found.ambiguous(DateValue::day(coming))
        });
    }
    if let Some(end) = text.phrases(end, &["after next"]) {
        return Some(day(plus_days(coming, 7)).ending(end));
    }
    if let Some(end) = text.phrases(end, &["week"]) {
        return Some(day(later).ending(end));
    }
    if let Some(end) = text.phrases(end, &["of next week", "next week"]) {
        return Some(day(plus_days(monday(today), 6 + i64::from(wanted))).ending(end));
    }
    let past =
        text.is_in(name - usize::from(name > at), &["last", "past"]) || context.tenses.is_past(at, end);
    if past {
        let last = last_weekday(today, wanted);
        let near = text.is_in(at, &["last"]) && is_same_week(last, today);
        return Some(if near { day(last).ambiguous(DateValue::day(plus_days(last, -7))) } else { day(last) });
    }
    let is_today = weekday(today) == wanted;
    Some(match text.word(at) {
        "next" if is_same_week(coming, today) => day(later).ambiguous(DateValue::day(coming)),
        "this" if is_today => day(today).ambiguous(DateValue::day(coming)),
        _ if is_today && name == at => day(coming).ambiguous(DateValue::day(today)),
        _ => day(coming),
    })
}

pub(super) fn week_or_month(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let today = context.today;
    let this = monday(today);
    let month = today.first_of_month();
    let whole = |first: Date, end: usize| When::range(first, first.last_of_month(), at, end);
    if let Some(end) = text.phrases(at, &["this week"]) {
        let all = span(this, plus_days(this, 6));
        return Some(When::range(today, plus_days(this, 6), at, end).with(all));
    }
    if let Some(end) = text.phrases(at, &["next week", "the following week"]) {
        return Some(When::range(plus_days(this, 7), plus_days(this, 13), at, end));
    }
    if let Some(end) = text.phrases(at, &["last week"]) {
        return Some(When::range(plus_days(this, -7), plus_days(this, -1), at, end));
    }
    if let Some(end) =
        text.phrases(at, &["this weekend", "the weekend", "this week end", "next weekend", "the week end"])
    {
        let saturday = plus_days(this, 5);
        let found = When::range(saturday, plus_days(saturday, 1), at, end);
        let later = plus_days(saturday, 7);
        let next = text.word(at) == "next";
        return Some(if next {
            When::range(later, plus_days(later, 1), at, end).ambiguous(found.value)
        } else {
            found
        });
    }
    if let Some(end) = text.phrases(at, &["this month"]) {
        return Some(whole(month, end).with(span(today, month.last_of_month())));
    }
    if let Some(end) = text.phrases(at, &["next month", "the following month"]) {
        return Some(whole(plus_months(month, 1), end));
    }
    if let Some(end) = text.phrases(at, &["last month"]) {
        return Some(whole(plus_months(month, -1), end));
    }
    let years = [("this year", 0), ("next year", 1), ("last year", -1)];
    let (shift, end) = years.iter().find_map(|(phrase, shift)| Some((*shift, text.phrase(at, phrase)?)))?;
    let year = today.year() + shift;
    Some(When::range(day_of(year, 1, 1)?, day_of(year, 12, 31)?, at, end))
}
