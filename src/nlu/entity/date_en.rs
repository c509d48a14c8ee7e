//! English dates: *tomorrow, next Friday, Friday week, the 15th, March 3rd, in two weeks, by the end of the month*,
//! with their limits and ranges.

use jiff::civil::Date;

use crate::nlu::entity::calendar::{day_in_month, plus_business_days, plus_days, plus_months};
use crate::nlu::entity::date_digits::{self, Lead};
use crate::nlu::entity::month_en::{month_day, part_of_month};
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::week_en::{week_or_month, weekday_named};
use crate::nlu::entity::when::{Anchor, When};
use crate::nlu::entity::words::{CalendarWord, Unit};
use crate::nlu::entity::{DateValue, Limit, feast, number, shared_month};

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<When> {
    if !context.text.tokens.get(at)?.may_date {
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
    shared_month::before_month(context, at)
        .or_else(|| feast::read(context, at))
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
    // *Half now, fifty now*: what is offered with it is paid today.
    if context.text.word(at) == "now" {
        let text = context.text;
        let offered = at > 0 && (text.number(at - 1).is_some() || text.is_digits(at - 1))
            || text.is_in(at.wrapping_sub(1), &["dollars", "bucks"])
            || text.phrases_before(at, &["half of it", "some of it", "part of it"]).is_some();
        let closed = text.is_punctuation(at + 1) || text.is_in(at + 1, &["and", "but"]);
        return (offered && closed).then(|| When::day(context.today, at, at + 1).approximate());
    }
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
    // "84 a month from Friday": so much each month.
    let rate = text.word(at) == "a"
        && (text.is_digits(at.wrapping_sub(1)) || text.is_in(at.wrapping_sub(1), &["dollars", "bucks"]));
    if rate {
        return None;
    }
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
