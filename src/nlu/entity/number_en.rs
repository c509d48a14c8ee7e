//! English cardinals: *twelve hundred*, *two thousand five hundred and forty*, *half a million*,
//! *one and a half million*, *a hundred and fifty*.

use rust_decimal::Decimal;

use crate::nlu::entity::number::{Form, Number, in_digits};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::words::NumberWord;

pub(super) fn cardinal(context: &Context<'_>, at: usize) -> Option<Number> {
    let text = context.text;
    if let Some(end) = text.phrases(at, &["half a", "half"])
        && let Some(scale) = scale(text, end)
    {
        return Some(Number::plain(Decimal::from(scale / 2), Form::Scaled, end + 1));
    }
    if let Some(end) = text.phrases(at, &["half a dozen", "half dozen"]) {
        return Some(Number::plain(6, Form::Words, end));
    }
    let mut number = hundreds(context, at)?;
    if text.number(number.end) == Some(NumberWord::Dozen) {
        return Some(Number::plain(
            number.value.checked_mul(Decimal::from(12))?,
            Form::Words,
            number.end + 1,
        ));
    }
    if let Some(end) = text.phrase(number.end, "and a half")
        && number.form != Form::Article
    {
        let value = number.value + Decimal::new(5, 1);
        number = Number { value, end, form: Form::Marked, ..number };
    }
    let mut total = Decimal::ZERO;
    let mut last = u64::MAX;
    while let Some(scale) = scale(text, number.end).filter(|scale| *scale < last) {
        last = scale;
        total = total.checked_add(number.value.checked_mul(scale.into())?)?;
        let other = number.other.and_then(|other| other.checked_mul(scale.into()));
        let end = number.end + 1;
        number = Number { value: total, other, doubt: number.doubt, form: Form::Scaled, end };
        if let Some(end) = text.phrase(end, "and a half") {
            return Some(Number { value: total.checked_add(Decimal::from(scale / 2))?, end, ..number });
        }
        let next = if text.word(end) == "and" { end + 1 } else { end };
        let Some(rest) = hundreds(context, next).filter(|rest| match rest.form {
            Form::Run(digits) => next == end && digits == 3,
            Form::Words | Form::Scaled => true,
            Form::Article => text.number(rest.end) == Some(NumberWord::HundredTimes),
            Form::Marked | Form::Fraction => false,
        }) else {
            return Some(number);
        };
        if self::scale(text, rest.end).is_some_and(|scale| scale < last) {
            number = rest;
            continue;
        }
        return Some(Number { value: total.checked_add(rest.value)?, end: rest.end, ..number });
    }
    Some(number)
}

fn scale(text: &Text<'_>, at: usize) -> Option<u64> {
    match text.number(at)? {
        NumberWord::Thousand => Some(1000),
        NumberWord::Scale(scale) => Some(scale),
        _ => None,
    }
}

/// A number below ten thousand as English counts in hundreds, or any in digits.
fn hundreds(context: &Context<'_>, at: usize) -> Option<Number> {
    let text = context.text;
    if !text.is_word(at) {
        let number = in_digits(context, at)?;
        if text.number(number.end) == Some(NumberWord::HundredTimes) {
            return Some(Number {
                value: number.value.checked_mul(Decimal::ONE_HUNDRED)?,
                form: Form::Scaled,
                end: number.end + 1,
                ..number
            });
        }
        return Some(number);
    }
    let (first, end, form) = match text.number(at)? {
        NumberWord::Article => (1, at + 1, Form::Article),
        NumberWord::HundredTimes => (1, at, Form::Words),
        NumberWord::Thousand if text.word(at) != "k" && text.word(at) != "grand" => {
            return Some(Number::plain(1, Form::Words, at));
        }
        _ => {
            let (value, end) = below_hundred(text, at)?;
            (value, end, Form::Words)
        }
    };
    if text.number(end) != Some(NumberWord::HundredTimes) {
        return Some(Number::plain(first, form, end));
    }
    let end = end + 1;
    let next = if text.word(end) == "and" { end + 1 } else { end };
    let (rest, end) = below_hundred(text, next).unwrap_or((0, end));
    Some(Number::plain(first * 100 + rest, Form::Words, end))
}

pub(super) fn below_hundred(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    match text.number(at)? {
        NumberWord::Small(small) => Some((small, at + 1)),
        NumberWord::Ten(ten) => {
            let next = if text.word(at + 1) == "-" && text.glued(at + 1) { at + 2 } else { at + 1 };
            match text.number(next) {
                Some(NumberWord::Small(unit)) if (1..10).contains(&unit) => Some((ten + unit, next + 1)),
                _ => Some((ten, at + 1)),
            }
        }
        _ => None,
    }
}
