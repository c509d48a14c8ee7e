//! Percentages: `20 %`, *veinte por ciento*, *la mitad*, *la tercera parte*. *Cien por ciento segura* is none.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::nlu::entity::found::Found;
use crate::nlu::entity::number;
use crate::nlu::entity::phrases::Phrases;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::{Certainty, Value, cues};

/// Parts of a whole, in hundredths of a per cent.
const PARTS: &[(&str, i64)] = &[
    ("la mitad", 5000),
    ("una tercera parte", 3333),
    ("la tercera parte", 3333),
    ("un tercio de", 3333),
    ("dos terceras partes", 6667),
    ("dos tercios de", 6667),
    ("una cuarta parte", 2500),
    ("la cuarta parte", 2500),
    ("tres cuartas partes", 7500),
    ("una quinta parte", 2000),
    ("la quinta parte", 2000),
    ("la otra mitad", 5000),
    ("otra mitad", 5000),
    ("mitad", 5000),
    ("half of", 5000),
    ("half the", 5000),
    ("half now", 5000),
    ("half today", 5000),
    ("half on", 5000),
    ("one half", 5000),
    ("a third of", 3333),
    ("one third", 3333),
    ("two thirds", 6667),
    ("a quarter of", 2500),
    ("three quarters", 7500),
];

static TABLE: LazyLock<Phrases<(&str, i64)>> = LazyLock::new(|| Phrases::new(PARTS, |row| row.0));

/// The words that its phrases begin with.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    PARTS.iter().filter_map(|row| row.0.split(' ').next())
}

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    if let Some(((phrase, hundredths), end)) = TABLE.at(text, at) {
        // *A mitad de mes* and *half past* are times; *half today* ends before today.
        let timed = text.is_in(end, &["past"])
            || text.phrases(end, &["de mes", "del mes", "de semana", "de ano"]).is_some();
        let end = if phrase.starts_with("half ") { at + 1 } else { end };
        let joined = phrase.ends_with(" of") || phrase.ends_with(" de");
        let end = if joined && !phrase.starts_with("half ") { end - 1 } else { end };
        return (!timed)
            .then(|| Found::exact(Value::Percent(Decimal::new(*hundredths, 2).normalize()), at, end));
    }
    let number = number::read(context, at)?;
    let end =
        text.phrases(number.end, &["%", "por ciento", "porciento", "percent", "per cent", "x ciento"])?;
    if number.value == Decimal::ONE_HUNDRED && !is_share(context, at, end) {
        return None;
    }
    let hedged = cues::is_hedged(text, at, end);
    let certainty = if hedged { Certainty::Approximate } else { Certainty::Exact };
    Some(Found::exact(Value::Percent(number.value), at, end).certainty(certainty))
}

/// Whether a hundred per cent is a share of something rather than a way of saying *wholly*.
fn is_share(context: &Context<'_>, start: usize, end: usize) -> bool {
    let text = context.text;
    text.is_in(end, &["de", "del", "of"])
        || (text.back(start, 1) == "el" && (end >= text.len() || text.is_punctuation(end)))
}
