//! Cardinal numbers in digits, words or both (`2 mil 500`, `medio millón`, `two and a half thousand`), fractions
//! and dozens. The grammar of the words is each language's own; scale, fractions and decimals are shared.

use rust_decimal::Decimal;

use crate::messages::Language;
use crate::nlu::entity::digits::{self, Doubt};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::words::NumberWord;
use crate::nlu::entity::{number_en, number_es, power};

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    pub(super) value: Decimal,
    /// The reading with thousands and decimals the other way about.
    pub(super) other: Option<Decimal>,
    pub(super) doubt: Doubt,
    pub(super) form: Form,
    /// The token after.
    pub(super) end: usize,
}

/// How a number is put, as far as it matters to what it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// *un, una, a*: maybe no number at all.
    Article,
    /// Digits in one run, and how many.
    Run(usize),
    /// Digits with marks.
    Marked,
    Words,
    /// With *mil, millón, k*: an amount rather than a count.
    Scaled,
    Fraction,
}

impl Number {
    pub(super) fn plain(value: impl Into<Decimal>, form: Form, end: usize) -> Self {
        Self { value: value.into(), other: None, doubt: Doubt::None, form, end }
    }
}

/// The longest number that begins at `at`.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Number> {
    let text = context.text;
    let starts = text.number(at).is_some() || !text.is_word(at);
    if !starts || at >= text.len() {
        return None;
    }
    context.number_at(at, || read_anew(context, at))
}

fn read_anew(context: &Context<'_>, at: usize) -> Option<Number> {
    let text = context.text;
    if let Some(value) = text.written(at).chars().next().and_then(vulgar_fraction) {
        return Some(Number::plain(value, Form::Fraction, at + 1));
    }
    if text.word(at) == "-" {
        let free = !text.glued(at) || is_opening(text, at);
        let unary = free && text.glued(at + 1) && text.is_digits(at + 1);
        let mut number = unary.then(|| unsigned(context, at + 1)).flatten()?;
        number.value = -number.value;
        number.other = number.other.map(|other| -other);
        return Some(number);
    }
    unsigned(context, at)
}

fn is_opening(text: &Text<'_>, at: usize) -> bool {
    matches!(text.back(at, 1), "(" | "\"" | "¿" | "¡" | "$")
}

fn unsigned(context: &Context<'_>, at: usize) -> Option<Number> {
    let text = context.text;
    let number = match context.language {
        Language::Es => number_es::cardinal(context, at),
        Language::En => number_en::cardinal(context, at),
    }?;
    let number = match context.language {
        Language::Es => number_es::with_fraction(text, at, number),
        Language::En => number,
    };
    let typed = power::raised(text, &number).or_else(|| slash_fraction(text, at, &number));
    Some(typed.unwrap_or(number))
}

/// A group in digits: `2`, `45`, `1.5`, `3,200`.
pub(super) fn in_digits(context: &Context<'_>, at: usize) -> Option<Number> {
    let written = digits::read(context.text, at, context.separators)?;
    let form = written.run.map_or(Form::Marked, Form::Run);
    Some(Number { value: written.value, other: written.other, doubt: written.doubt, form, end: written.end })
}

/// `3/4`, `2 1/4`.
fn slash_fraction(text: &Text<'_>, at: usize, number: &Number) -> Option<Number> {
    let whole = |at: usize| text.is_digits(at).then(|| text.word(at).parse::<Decimal>().ok()).flatten();
    let bar = |at: usize| {
        (text.word(at + 1) == "/" && text.glued(at + 1) && text.glued(at + 2))
            .then(|| fraction(whole(at)?, whole(at + 2)?))
            .flatten()
    };
    if number.end != at + 1 {
        return None;
    }
    if let Some(value) = bar(at) {
        return Some(Number::plain(value, Form::Fraction, at + 3));
    }
    let part = bar(at + 1).filter(|part| *part < Decimal::ONE && !text.glued(at + 1))?;
    Some(Number::plain(number.value + part, Form::Fraction, at + 4))
}

/// A quotient, to as many figures as anybody needs.
pub(super) fn fraction(top: Decimal, bottom: Decimal) -> Option<Decimal> {
    top.checked_div(bottom)?.round_sf(15).map(|value| value.normalize())
}

fn vulgar_fraction(symbol: char) -> Option<Decimal> {
    let (top, bottom): (i64, i64) = match symbol {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅙' => (1, 6),
        '⅛' => (1, 8),
        _ => return None,
    };
    fraction(top.into(), bottom.into())
}

/// A count of 0 to 31 or so, in a digit run or words, as days of the month and counts of units are said.
pub(super) fn count(context: &Context<'_>, at: usize) -> Option<(u32, usize)> {
    let text = context.text;
    if let Some(NumberWord::Article) = text.number(at) {
        return Some((1, at + 1));
    }
    if text.is_digits(at) {
        let value = text.word(at).parse().ok()?;
        return (text.word(at).len() <= 4).then_some((value, at + 1));
    }
    match (context.language, text.number(at)?) {
        (_, NumberWord::Small(value)) => Some((value, at + 1)),
        (Language::Es, NumberWord::Ten(_)) => number_es::below_hundred(text, at),
        (Language::En, NumberWord::Ten(_)) => number_en::below_hundred(text, at),
        (_, NumberWord::Hundred(100)) => {
            let rest = number_es::below_hundred(text, at + 1);
            Some(rest.map_or((100, at + 1), |(rest, end)| (100 + rest, end)))
        }
        _ => None,
    }
}
