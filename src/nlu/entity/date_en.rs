//! English dates: *tomorrow, next Friday, Friday week, the 15th, March 3rd, in two weeks, by the end of the month*,
//! with their limits and ranges.

use jiff::civil::Date;

use crate::nlu::entity::calendar::{
    day_in_month, day_of, is_same_week, last_weekday, monday, next_weekday, plus_business_days, plus_days,
    plus_months, weekday, without_year,
};
use crate::nlu::entity::date_digits::{self, Lead, coming_day, dated, year};
use crate::nlu::entity::month_es::days;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::{Anchor, When, span};
use crate::nlu::entity::words::{CalendarWord, NumberWord, Unit};
use crate::nlu::entity::{DateValue, Limit, Period, feast, number, number_en};

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<When> {
    let token = context.text.tokens.get(at)?;
    let may = token.calendar.is_some() || token.number.is_some() || context.text.is_digits(at);
    if !may {
        return None;
    }
    range(context, at).or_else(|| limited(context, at)).or_else(|| {
        let found = simple(context, at)?;
        let found = either(context, &found).unwrap_or(found);
        let by = context
            .text
            .phrases_before(found.start, &["by", "no later than", "until", "till", "before the end of"]);
        let by = by.is_some() || context.text.phrases(found.end, &["at the latest"]).is_some();
        Some(if by && found.value.limit.is_none() { found.by() } else { found })
    })
}

fn simple(context: &Context<'_>, at: usize) -> Option<When> {
    feast::read(context, at)
        .or_else(|| counted_day(context, at))
        .or_else(|| offset(context, at))
        .or_else(|| weekday_named(context, at))
        .or_else(|| week_or_month(context, at))
        .or_else(|| part_of_month(context, at))
        .or_else(|| month_day(context, at))
        .or_else(|| {
            let said = context
                .text
                .is_in(at.wrapping_sub(1), &["on", "by", "the", "until", "before", "after", "from", "for"]);
            date_digits::read(context, at, if said { Lead::Said } else { Lead::Unsaid })
        })
}

fn counted_day(context: &Context<'_>, at: usize) -> Option<When> {
    const DAYS: &[(&str, i64)] = &[
        ("the day after tomorrow", 2),
        ("day after tomorrow", 2),
        ("the day before yesterday", -2),
        ("later today", 0),
        ("today", 0),
        ("tonight", 0),
        ("this morning", 0),
        ("this afternoon", 0),
        ("this evening", 0),
        ("tomorrow", 1),
        ("tomorow", 1),
        ("tommorow", 1),
        ("tommorrow", 1),
        ("yesterday", -1),
        ("last night", -1),
        ("the next day", 1),
    ];
    let (days, end) =
        DAYS.iter().find_map(|(phrase, days)| Some((*days, context.text.phrase(at, phrase)?)))?;
    Some(When::day(plus_days(context.today, days), at, end))
}

fn shifted(context: &Context<'_>, count: i64, unit: Unit) -> Option<Date> {
    let today = context.today;
    Some(match unit {
        Unit::Hour if count != 0 && count % 24 == 0 => plus_days(today, count / 24),
        Unit::Hour => return None,
        Unit::Day => plus_days(today, count),
        Unit::Week => plus_days(today, count * 7),
        Unit::Fortnight => plus_days(today, count * 14),
        Unit::Month => plus_months(today, count),
        Unit::Year => plus_months(today, count * 12),
    })
}

/// *In two weeks, within ten days, three days ago, a week from now, a week from Friday*.
fn offset(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let lead = text.word(at);
    let start = if matches!(lead, "in" | "within") { at + 1 } else { at };
    let start = text.phrases(start, &["about", "the next", "like"]).unwrap_or(start);
    let vague = text.is_in(start.wrapping_sub(1), &["about", "like"]);
    let (count, after, couple) = if let Some(after) = text.phrases(start, &["a couple of", "a couple"]) {
        (2, after, true)
    } else {
        let (count, after) = number::count(context, start)?;
        (i64::from(count), after, false)
    };
    let business = text.phrases(after, &["business", "working"]);
    let after = business.unwrap_or(after);
    let Some(CalendarWord::Unit(unit)) = text.calendar(after) else { return None };
    let end = after + 1;
    let long = matches!(unit, Unit::Month | Unit::Year);
    let date = |count: i64| match business {
        Some(_) => Some(plus_business_days(context.today, count, context.holidays)),
        None => shifted(context, count, unit),
    };
    if let Some(end) = text.phrases(end, &["ago", "back"]) {
        let found = When::day(date(-count)?, at, end);
        return Some(if long || couple { found.approximate() } else { found });
    }
    let from_now = text.phrases(end, &["from now", "from today"]);
    if text.is_in(end, &["from"]) && from_now.is_none() {
        let base = weekday_named(context, end + 1).or_else(|| counted_day(context, end + 1))?;
        let step = shifted(context, count, unit)?.duration_since(context.today).as_hours() / 24;
        return Some(When::day(plus_days(base.value.single()?, step), at, base.end));
    }
    let found = When::day(date(count)?, at, from_now.unwrap_or(end));
    let arrears = text.phrases(end, &["behind", "late", "past due", "overdue"]).is_some();
    match lead {
        "within" => {
            let value = DateValue { from: None, to: found.value.to, limit: Some(Limit::By), every: None };
            let day = found.value.clone();
            Some(When { value, ..found }.with(day))
        }
        "in" if !arrears => Some(if couple || vague { found.approximate() } else { found }),
        _ => from_now.map(|_| found),
    }
}

fn weekday_named(context: &Context<'_>, at: usize) -> Option<When> {
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
    if let Some(found) =
        month_day(context, start).or_else(|| of_month(context, number, Given::Weekday(number > start)))
    {
        let date = found.value.single()?;
        let found = found.starting(at);
        return Some(if weekday(date) == wanted {
            When { alternative: None, certainty: super::Certainty::Exact, ..found }
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

fn week_or_month(context: &Context<'_>, at: usize) -> Option<When> {
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

/// *The end, the beginning, the middle, the first week of the month; the last day of March*.
fn part_of_month(context: &Context<'_>, at: usize) -> Option<When> {
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
enum Given {
    The,
    Nothing,
    /// A weekday before, and whether *the* stood between.
    Weekday(bool),
}

/// *March 3rd, 3 March, the 15th (of next month)*.
fn month_day(context: &Context<'_>, at: usize) -> Option<When> {
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
        let whole = matches!(text.calendar(at), Some(CalendarWord::Month(_))) && led;
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

fn of_month(context: &Context<'_>, at: usize, given: Given) -> Option<When> {
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
    let alone = match given {
        Given::Nothing => false,
        Given::The => ordinal && is_date_like(text, at),
        Given::Weekday(the) => ordinal && (the || text.is_digits(at)),
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

/// The first three ordinals are seldom days: *the first payment, the second time*.
fn is_date_like(text: &Text<'_>, at: usize) -> bool {
    text.is_digits(at)
        || !matches!(text.number(at), Some(NumberWord::Ordinal(1..=4)))
        || text.is_in(at.wrapping_sub(2), &["on", "by", "until", "before", "after", "from"])
}

fn number_like_noun(text: &Text<'_>, end: usize) -> bool {
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

/// `15th`, `15`, *fifteenth, twenty-first*.
fn day_number(context: &Context<'_>, at: usize) -> Option<(i8, usize)> {
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

fn limited(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let after = at + 1;
    let found = match text.word(at) {
        "before" => simple(context, after)?.before(),
        "after" => simple(context, after)?.after(),
        "since" => simple(context, after)?.since(),
        "from" => {
            let found = simple(context, after)?;
            let open = text.phrases(found.end, &["on", "onwards", "onward"])?;
            found.since().ending(open)
        }
        "starting" => simple(context, text.phrase(after, "on").unwrap_or(after))?.since(),
        _ => return None,
    };
    Some(found.starting(at))
}

/// *Tomorrow or Friday* where the days are near.
fn either(context: &Context<'_>, first: &When) -> Option<When> {
    const NEAR: i64 = 3;
    let joined = context.text.word(first.end) == "or" && first.value.every.is_none();
    let second = joined.then(|| simple(context, first.end + 1))??;
    let (from, to) = (first.value.single()?, second.value.single()?);
    let near = to > from && to <= plus_days(from, NEAR);
    near.then(|| When::range(from, to, first.start, second.end).approximate())
}

/// *Between the 1st and the 5th, from Monday to Friday*.
fn range(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let join: &[&str] = match text.word(at) {
        "between" => &["and"],
        "from" => &["to", "until", "through", "till"],
        _ => return None,
    };
    let first = simple(context, at + 1)?;
    let second = simple(context, text.phrases(first.end, join)?)?;
    let from = first.value.from?;
    let mut to = second.value.to?;
    match (first.anchor, second.anchor) {
        (Anchor::Day(_), Anchor::Day(day)) if to < from => to = day_in_month(from, 1, day)?,
        (_, Anchor::Weekday) if to < from => to = plus_days(to, 7),
        (_, Anchor::NoYear) if to < from => to = plus_months(to, 12),
        _ => {}
    }
    (from <= to).then(|| When::range(from, to, at, second.end))
}
