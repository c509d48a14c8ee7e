//! Spanish dates: the kinds in turn, and the limits and ranges around them: *antes del viernes, a partir del 15,
//! del 10 al 15 de mayo, mañana o pasado, de hoy no pasa*.

use jiff::civil::Date;

use crate::nlu::entity::calendar::{day_in_month, plus_days, plus_months};
use crate::nlu::entity::date_digits::{self, Lead};
use crate::nlu::entity::found::Found;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::{Anchor, When};
use crate::nlu::entity::words::CalendarWord;
use crate::nlu::entity::{
    DateValue, Period, day_es, feast, month_es, month_part_es, payday_es, shared_month, week_es,
};

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    if !text.tokens.get(at)?.may_date || is_street(text, at) {
        return None;
    }
    range(context, at).or_else(|| limited(context, at)).or_else(|| {
        let found = simple(context, at)?;
        let found = until(context, &found).or_else(|| either(context, &found)).unwrap_or(found);
        let last_day = text.phrases_before(found.start, BY).is_some()
            || text
                .phrases(found.end, &["no pasa", "no paso", "a mas tardar", "como maximo", "maximo"])
                .is_some();
        Some(if last_day && found.value.limit.is_none() { found.by() } else { found })
    })
}

/// Words before a date that make it the last day.
const BY: &[&str] = &[
    "a mas tardar para",
    "a mas tardar",
    "a mas tardar hasta",
    "hasta",
    "de aqui al",
    "de aqui a",
    "hasta para",
    "como maximo",
    "maximo",
    "maximo para",
    "lo mas tarde",
    "no mas alla de",
    "no mas alla del",
    "no pasa de",
    "no pasa del",
    "no paso de",
    "no paso del",
    "no despues del",
    "no mas tarde de",
    "no mas tarde del",
];

/// *Los días 15 y 30*: the second recurs as the first does.
pub(super) fn another_day(context: &Context<'_>, last: &Found, at: usize) -> Option<When> {
    let every = last.date()?.every.filter(|period| *period == Period::Month)?;
    let joined = last.end + 1 == at && context.text.word(last.end) == "y";
    let (day, end) = joined.then(|| month_es::day_number(context, at))??;
    date_digits::coming_day(context, day, at, end).map(|found| found.every(every))
}

/// Where a street's name ends that is also a date, or *de lunes a viernes*, which tells hours rather than days.
pub(super) fn no_date(context: &Context<'_>, at: usize) -> Option<usize> {
    let text = context.text;
    let weekday = |at: usize| matches!(text.calendar(at), Some(CalendarWord::Weekday(_)));
    if weekday(at) && weekday(at + 2) && text.word(at + 1) == "a" && text.back(at, 1) == "de" {
        return Some(at + 3);
    }
    is_street(text, at).then(|| simple(context, at)).flatten().map(|found| found.end)
}

/// Calle 5 de Mayo, colonia 20 de Noviembre.
pub(super) fn is_street(text: &Text<'_>, at: usize) -> bool {
    text.is_in(at.wrapping_sub(1), &["calle", "avenida", "av", "colonia", "plaza", "barrio", "numero", "#"])
}

fn simple(context: &Context<'_>, at: usize) -> Option<When> {
    shared_month::before_month(context, at)
        .or_else(|| feast::read(context, at))
        .or_else(|| payday_es::read(context, at))
        .or_else(|| payday_es::the_one_after(context, at))
        .or_else(|| month_part_es::read(context, at))
        .or_else(|| day_es::read(context, at))
        .or_else(|| week_es::read(context, at))
        .or_else(|| in_digits(context, at))
        .or_else(|| month_es::read(context, at))
}

fn in_digits(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let article = text.phrases(at, &["el proximo", "este", "el dia", "el", "proximo"]);
    let said = article.is_some()
        || text.is_in(
            at.wrapping_sub(1),
            &["en", "del", "al", "dia", "para", "hasta", "desde", "fecha", "el", "proximo", "este"],
        );
    let lead = if said { Lead::Said } else { Lead::Unsaid };
    date_digits::read(context, article.unwrap_or(at), lead).map(|found| found.starting(at))
}

/// A date whose article may be hidden in *del* or *al*.
fn after_contraction(context: &Context<'_>, at: usize) -> Option<When> {
    simple(context, at).or_else(|| month_es::day_of_month(context, at, month_es::Lead::Article))
}

/// *Antes de, después de, pasando, desde, a partir de*.
fn limited(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    if text.phrases(at, &["antes de ayer", "antes de anoche"]).is_some() {
        return None;
    }
    if let Some(after) = text.phrases(
        at,
        &["antes del dia", "antes del", "antes de que acabe", "antes de que termine", "antes de"],
    ) {
        let found = after_contraction(context, after)?;
        // Before the month is out is before its last day is over.
        if text.word(at + 2) == "que" {
            let last = found.value.to?;
            return Some(When::day(last, at, found.end).by());
        }
        return Some(found.before().starting(at));
    }
    if let Some(after) = text.phrases(
        at,
        &["despues del dia", "despues del", "despues de", "pasando", "pasado", "pasada", "pasadas"],
    ) {
        let article = text.word(at) != "pasado" || text.is_in(after, &["el", "la", "las", "los"]);
        return Some(after_contraction(context, after).filter(|_| article)?.after().starting(at));
    }
    let after = text.phrases(
        at,
        &["a partir del dia", "a partir del", "a partir de", "a contar del", "a contar de", "desde"],
    )?;
    let found = after_contraction(context, after)?;
    // *Desde enero* mostly looks back, whatever the tense; a year or *a partir de* looks ahead.
    let month = found.anchor == Anchor::NoYear && found.value.single().is_none();
    if text.word(at) == "desde" && month {
        let next = found.value.clone();
        let year_back = |date: Option<Date>| date.map(|date| plus_months(date, -12).min(date));
        if next.from > Some(context.today) {
            let last = DateValue { from: year_back(next.from), ..next.clone() };
            return Some(When { value: last, ..found }.ambiguous(next).since().starting(at));
        }
    }
    Some(found.since().starting(at))
}

/// *El 10 o el 11, mañana o pasado, viernes o sábado*: one range, where the days are near.
fn either(context: &Context<'_>, first: &When) -> Option<When> {
    const NEAR: i64 = 3;
    let text = context.text;
    if !text.is_in(first.end, &["o", "u"]) || first.value.every.is_some() {
        return None;
    }
    let start = first.end + 1;
    let second = simple(context, start).or_else(|| {
        let day = matches!(first.anchor, Anchor::Day(_));
        day.then(|| month_es::day_of_month(context, start, month_es::Lead::Article))?
    })?;
    let from = first.value.single()?;
    let to = second.value.single()?;
    let near = to > from && to <= plus_days(from, NEAR);
    near.then(|| When::range(from, to, first.start, second.end).approximate())
}

/// *X hasta Y*.
fn until(context: &Context<'_>, first: &When) -> Option<When> {
    let text = context.text;
    let dashed = text.word(first.end) == "-" && text.glued(first.end) && text.is_digits(first.end + 1);
    let after = if dashed { first.end + 1 } else { text.phrases(first.end, &["hasta el", "hasta"])? };
    let second = after_contraction(context, after)?;
    between(first, &second, first.start)
}

/// *Del 10 al 15, entre el 1 y el 4 de abril, desde hoy hasta el viernes, de 18 a 19 de mayo, 9 a 12 de junio*.
fn range(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let lead = text.phrases(at, &["desde el", "desde", "del", "de", "entre el", "entre"]);
    let start = match lead {
        Some(after) => after,
        None if text.is_digits(at) || text.number(at).is_some() => at,
        None => return None,
    };
    let article = matches!(text.back(start, 1), "del" | "el");
    let joins: &[&str] = match text.word(at) {
        "entre" => &["y el dia", "y el", "y", "a"],
        _ => &["al dia", "al", "a el", "hasta el dia", "hasta el", "hasta", "a"],
    };
    let bare = || {
        let (day, end) = month_es::day_number(context, text.phrase(start, "el").unwrap_or(start))?;
        // Most numbers begin no range: that is seen sooner than which day it would be.
        text.phrases(end, joins)?;
        date_digits::coming_day(context, day, start, end)
    };
    let first = if lead.is_none() {
        bare()
    } else if article {
        after_contraction(context, start).or_else(bare)
    } else {
        simple(context, start).or_else(bare)
    }?;
    let join = text.phrases(first.end, joins)?;
    let with_article = matches!(text.back(join, 1), "al" | "el" | "dia");
    let second = if with_article { after_contraction(context, join) } else { simple(context, join) };
    let second = second.filter(|second| second.end > join)?;
    // *De 500 a 600* and *de lunes a viernes* are no dates.
    let vague_days = matches!(first.anchor, Anchor::Day(_)) && !article && text.word(at) != "entre";
    let monthless = matches!(second.anchor, Anchor::Day(_));
    if vague_days && monthless {
        return None;
    }
    if first.anchor == Anchor::Weekday && text.word(at) == "de" && !with_article {
        return None;
    }
    between(&first, &second, at)
}

fn between(first: &When, second: &When, start: usize) -> Option<When> {
    let to = second.value.to?;
    let mut from = first.value.from?;
    let mut to_day = to;
    match (first.anchor, second.anchor) {
        (Anchor::Day(day), Anchor::NoYear | Anchor::Full) => {
            let same = day_in_month(to, 0, day).filter(|date| *date <= to);
            from = same.or_else(|| day_in_month(to, -1, day))?;
        }
        (Anchor::Day(_), Anchor::Day(day)) if to < from => to_day = day_in_month(from, 1, day)?,
        (Anchor::NoYear, Anchor::NoYear | Anchor::Full) => {
            while from > to {
                from = plus_months(from, -12);
            }
            while plus_months(from, 12) <= to {
                from = plus_months(from, 12);
            }
        }
        (_, Anchor::Weekday) if to < from => to_day = plus_days(to, 7),
        (_, Anchor::NoYear) if to < from => to_day = plus_months(to, 12),
        _ => {}
    }
    (from <= to_day).then(|| When::range(from, to_day, start, second.end))
}
