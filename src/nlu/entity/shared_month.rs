//! Days that share a month named once: *10 o 20 de junio; 2, 16 y 30 de octubre; june 10 or 20; el 17, 24 y 30*.

use crate::messages::Language;
use crate::nlu::entity::calendar::day_of;
use crate::nlu::entity::currency;
use crate::nlu::entity::date_digits::{dated, year};
use crate::nlu::entity::found::Found;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::When;
use crate::nlu::entity::words::CalendarWord;
use crate::nlu::entity::{month_en, month_es};

/// No list of days is longer.
const MOST: usize = 6;

/// A day of a list.
struct Listed {
    day: i8,
    articled: bool,
    end: usize,
}

/// A day whose month is named with a later one: the *2* of *2, 16 y 30 de octubre*.
pub(super) fn before_month(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let first = listed(context, at)?;
    let glued = text.glued(at) && text.is_in(at.wrapping_sub(1), &["$", ".", ",", "/", "-", ":"]);
    // "Dos de 15, el 10 de noviembre": a sum, and a day.
    let summed = text.is_in(at.wrapping_sub(1), &["de", "of"]) && text.number(at.wrapping_sub(2)).is_some();
    if glued || summed || !first.articled && !text.is_digits(at) {
        return None;
    }
    let mut end = first.end;
    for _ in 0..MOST {
        let next = listed(context, join(text, end)?)?;
        // "20 y el 30 de octubre": a sum, and a day.
        if next.articled && !first.articled {
            return None;
        }
        if let Some((month, after)) = month_at(context, next.end) {
            // "Los lunes 19, 26 y 2 de noviembre": the list begins in the month before.
            let begins_before = first.day > next.day;
            let over_new_year = begins_before && month == 1;
            let month = if over_new_year { 12 } else { month - i8::from(begins_before) };
            let year = year(context, after).map(|(year, _)| (year - i16::from(over_new_year), first.end));
            return dated(context, first.day, month, year, at, first.end);
        }
        end = next.end;
    }
    None
}

/// A day that goes on a list of days before it: the *20* of *june 10 or 20*, the *24* of *el 17, 24 y 30*.
pub(super) fn after_day(context: &Context<'_>, last: &Found, at: usize) -> Option<When> {
    let text = context.text;
    let before = last.date().filter(|date| date.every.is_none())?.single()?;
    let number = last.end.checked_sub(1).filter(|tail| ends_in_day(text, *tail))?;
    if join(text, last.end) != Some(at) || !text.is_digits(at) || number < last.start {
        return None;
    }
    let this = listed(context, at).filter(|this| this.day > before.day())?;
    let another = || {
        let next = listed(context, join(text, this.end)?)?;
        (next.day > this.day && !is_sum(context, next.end)).then_some(())
    };
    // "El 15, 20 …": one day more only where the list goes on.
    if text.word(last.end) == "," && at == last.end + 1 {
        another()?;
    }
    if is_sum(context, this.end) || month_at(context, this.end).is_some() {
        return None;
    }
    day_of(before.year(), before.month(), this.day).map(|date| When::day(date, at, this.end))
}

fn listed(context: &Context<'_>, at: usize) -> Option<Listed> {
    let text = context.text;
    let articles: &[&str] = match context.language {
        Language::Es => &["el dia", "los dias", "el", "los"],
        Language::En => &["the"],
    };
    let article = text.phrases(at, articles);
    let start = article.unwrap_or(at);
    let (day, end) = match context.language {
        Language::Es => month_es::day_number(context, start),
        Language::En => month_en::day_number(context, start),
    }?;
    Some(Listed { day, articled: article.is_some(), end })
}

fn month_at(context: &Context<'_>, at: usize) -> Option<(i8, usize)> {
    match context.language {
        Language::Es => month_es::month_after(context, at),
        Language::En => match context.text.calendar(context.text.phrase(at, "of").unwrap_or(at))? {
            CalendarWord::Month(month) | CalendarWord::ShortMonth(month) => {
                Some((month, context.text.phrase(at, "of").unwrap_or(at) + 1))
            }
            _ => None,
        },
    }
}

fn join(text: &Text<'_>, at: usize) -> Option<usize> {
    text.phrases(at, &[", y", ", o", ", and", ", or", "y", "e", "o", "u", "and", "or", "&", ","])
}

/// Whether a date ends in the number of its day, and not in a month, a year or `10/6`.
fn ends_in_day(text: &Text<'_>, tail: usize) -> bool {
    let suffix = text.glued(tail) && text.is_in(tail, &["st", "nd", "rd", "th"]);
    suffix || text.is_digits(tail) && !text.glued(tail) && text.word(tail).len() <= 2
}

/// Whether the number that ends here is a sum, a count or the beginning of something else: *30 el 30, 20 soles*.
fn is_sum(context: &Context<'_>, end: usize) -> bool {
    let text = context.text;
    let dated = text.is_in(
        end,
        &[
            "el", "hoy", "ahora", "manana", "este", "al", "cada", "por", "x", "a", "mas", "para", "the",
            "on", "today", "now", "tomorrow", "next", "this", "by", "in", "en",
        ],
    );
    let counts = match context.language {
        Language::Es => month_es::counts_something(context, end),
        Language::En => month_en::number_like_noun(text, end) || month_en::is_measured(text, end),
    };
    dated || counts || currency::name(context, end).is_some()
}
