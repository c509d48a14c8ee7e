//! Times of day: *a las tres y media, 15:30, 4 pm, al mediodía, half past three*. Business hours where the words
//! do not say which half of the day.

use crate::messages::Language;
use crate::nlu::entity::found::Found;
use crate::nlu::entity::number;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::words::CalendarWord;
use crate::nlu::entity::{Certainty, Value};

/// Which half of the day the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
    Unsaid,
}

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    let fixed = [
        ("mediodia", 12),
        ("medio dia", 12),
        ("medianoche", 0),
        ("media noche", 0),
        ("noon", 12),
        ("midday", 12),
        ("midnight", 0),
    ];
    if let Some((hour, end)) = fixed.iter().find_map(|(phrase, hour)| Some((*hour, text.phrase(at, phrase)?)))
    {
        return Some(Found::exact(Value::Time { hour, minute: 0 }, at, end));
    }
    if text.is_digits(at) && !text.is_in(at.wrapping_sub(1), &[":", "$"]) {
        return clock(text, at);
    }
    match context.language {
        Language::Es => spanish(context, at),
        Language::En => english(context, at),
    }
}

/// `15:30`, `3:30 pm`, `4 pm`.
fn clock(text: &Text<'_>, at: usize) -> Option<Found> {
    let hour = small(text, at, 24)?;
    let colon =
        text.word(at + 1) == ":" && text.glued(at + 1) && text.glued(at + 2) && text.word(at + 2).len() == 2;
    if colon {
        let minute = small(text, at + 2, 59)?;
        let (half, end) = half(text, at + 3);
        let certain = text.word(at).starts_with('0');
        return Some(said(hour, minute, half, certain, at, end));
    }
    let (half, end) = half(text, at + 1);
    let marked = text.is_in(at + 1, &["am", "pm", "a", "p"]);
    (marked && half != Half::Unsaid && (1..=12).contains(&hour)).then(|| said(hour, 0, half, false, at, end))
}

fn small(text: &Text<'_>, at: usize, most: i8) -> Option<i8> {
    let value: i8 = text.is_digits(at).then(|| text.word(at).parse().ok())??;
    (text.word(at).len() <= 2 && value <= most).then_some(value)
}

/// *De la tarde, am, p. m.* and where it ends.
fn half(text: &Text<'_>, at: usize) -> (Half, usize) {
    let morning = [
        "de la manana",
        "de la madrugada",
        "en la manana",
        "por la manana",
        "am",
        "a . m .",
        "a . m",
        "a m",
        "in the morning",
    ];
    let afternoon = [
        "de la tarde",
        "de la noche",
        "en la tarde",
        "por la tarde",
        "en la noche",
        "pm",
        "p . m .",
        "p . m",
        "p m",
        "in the afternoon",
        "in the evening",
        "at night",
    ];
    if let Some(end) = text.phrases(at, &morning) {
        (Half::Morning, end)
    } else if let Some(end) = text.phrases(at, &afternoon) {
        (Half::Afternoon, end)
    } else {
        (Half::Unsaid, at)
    }
}

fn said(hour: i8, minute: i8, half: Half, certain: bool, start: usize, end: usize) -> Found {
    let time = |hour: i8| Value::Time { hour, minute };
    match half {
        Half::Morning => Found::exact(time(hour % 12), start, end),
        Half::Afternoon if hour < 12 => Found::exact(time(hour + 12), start, end),
        Half::Afternoon => Found::exact(time(hour), start, end),
        Half::Unsaid if certain || hour == 0 || hour >= 12 => Found::exact(time(hour % 24), start, end),
        Half::Unsaid => {
            let open = (8..12).contains(&hour);
            let (first, other) = if open { (hour, hour + 12) } else { (hour + 12, hour) };
            Found::exact(time(first), start, end).or(Some(time(other))).certainty(Certainty::Ambiguous)
        }
    }
}

/// *(A) las tres y media de la tarde*.
fn spanish(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    let led = text.is_in(at, &["las", "la"])
        && text.is_in(
            at.wrapping_sub(1),
            &["a", "de", "desde", "hasta", "para", "tipo", "sobre", "por", "son", "es"],
        );
    let (hour, mut end) = led.then(|| number::count(context, at + 1))??;
    let singular = text.word(at) == "la";
    let hour = i8::try_from(hour).ok().filter(|hour| (1..=24).contains(hour) && singular == (*hour == 1))?;
    if text.is_digits(at + 1) && text.word(end) == ":" {
        let found = clock(text, at + 1)?;
        return Some(Found { start: at, ..found });
    }
    let minute = match text.word(end) {
        "y" => match text.word(end + 1) {
            "media" => Some((30, end + 2)),
            "cuarto" => Some((15, end + 2)),
            _ => number::count(context, end + 1)
                .and_then(|(minute, end)| Some((i8::try_from(minute).ok()?, end))),
        },
        "en" if text.word(end + 1) == "punto" => Some((0, end + 2)),
        "menos" if text.word(end + 1) == "cuarto" => Some((-15, end + 2)),
        _ => None,
    };
    let counted = matches!(text.calendar(end), Some(CalendarWord::Unit(_)))
        || text.is_in(
            end,
            &[
                "cuotas",
                "cuota",
                "letras",
                "mensualidades",
                "partes",
                "armadas",
                "semanas",
                "mil",
                "personas",
                "tarjetas",
                "veces",
                "llamadas",
            ],
        );
    if counted && minute.is_none() {
        return None;
    }
    let (mut hour, mut minutes) = (hour, 0);
    if let Some((minute, after)) = minute.filter(|(minute, _)| *minute < 60) {
        (minutes, end) = (minute, after);
        if minutes < 0 {
            (hour, minutes) = (if hour == 1 { 12 } else { hour - 1 }, minutes + 60);
        }
    }
    let (half, end) = half(text, end);
    Some(said(hour, minutes, half, false, at, end))
}

/// *At three, half past four, quarter to five*.
fn english(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    let past = [("half past", 30_i8), ("quarter past", 15), ("quarter to", -15)];
    if let Some((minutes, after)) =
        past.iter().find_map(|(phrase, minutes)| Some((*minutes, text.phrase(at, phrase)?)))
    {
        let (hour, end) = number::count(context, after)?;
        let hour = i8::try_from(hour).ok().filter(|hour| (1..=12).contains(hour))?;
        let (half, end) = half(text, end);
        let hour = if minutes < 0 && hour > 1 { hour - 1 } else { hour };
        return Some(said(hour, minutes.rem_euclid(60), half, false, at, end));
    }
    if text.back(at, 1) != "at" {
        return None;
    }
    let (hour, end) = number::count(context, at)?;
    let hour = i8::try_from(hour).ok().filter(|hour| (1..=12).contains(hour))?;
    let (half, after) = half(text, end);
    let clock = text.phrase(end, "o'clock").or_else(|| text.phrase(end, "o ' clock"));
    let closed = after >= text.len()
        || text.is_punctuation(after)
        || text.is_in(after, &["on", "today", "tomorrow", "and", "or"]);
    (closed || clock.is_some()).then(|| said(hour, 0, half, false, at, clock.unwrap_or(after)))
}
