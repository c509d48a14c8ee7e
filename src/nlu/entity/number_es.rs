//! Spanish cardinals: *mil doscientos*, *dos mil millones*, *medio millón*, *un millón y medio*, *tres docenas*,
//! *dos tercios*, *cuarenta y siete coma dos*, and the ellipsis of *un millón doscientos*.

use rust_decimal::Decimal;

use crate::nlu::entity::number::{Form, Number, fraction, in_digits};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::words::{NumberWord, run_together};

pub(super) fn cardinal(context: &Context<'_>, at: usize) -> Option<Number> {
    let text = context.text;
    if let Some(number) = half_of_scale(text, at) {
        return Some(number);
    }
    let mut number = below_million(context, at)?;
    if let Some((decimals, end)) = spoken_decimals(context, &number) {
        number = Number { value: number.value.checked_add(decimals)?, end, form: Form::Marked, ..number };
    }
    if text.number(number.end) == Some(NumberWord::Dozen) {
        return Some(Number::plain(
            number.value.checked_mul(Decimal::from(12))?,
            Form::Words,
            number.end + 1,
        ));
    }
    let mut number = with_half(text, number);
    let mut total = Decimal::ZERO;
    let mut last_scale = u64::MAX;
    while let Some(NumberWord::Scale(scale)) = text.number(number.end).filter(|_| is_spaced(text, number.end))
    {
        if scale >= last_scale {
            break;
        }
        last_scale = scale;
        total = total.checked_add(number.value.checked_mul(scale.into())?)?;
        let other = number.other.and_then(|other| other.checked_mul(scale.into()));
        let mut end = number.end + 1;
        number = Number { value: total, other, doubt: number.doubt, form: Form::Scaled, end };
        if text.word(end) == "y" && text.number(end + 1) == Some(NumberWord::Half) {
            if let Some(half) = half_of_scale(text, end + 1) {
                return Some(Number { value: total.checked_add(half.value)?, end: half.end, ..number });
            }
            return Some(Number {
                value: total.checked_add(Decimal::from(scale / 2))?,
                end: end + 2,
                ..number
            });
        }
        if text.word(end) == "con"
            && let Some((part, after)) = quarters(text, end + 1)
        {
            return Some(Number {
                value: total.checked_add(part.checked_mul(scale.into())?)?,
                end: after,
                ..number
            });
        }
        let Some(rest) = below_million(context, end).filter(|rest| continues(text, end, rest)) else {
            return Some(number);
        };
        end = rest.end;
        if let Some(NumberWord::Scale(next)) = text.number(end)
            && next < scale
        {
            number = rest;
            continue;
        }
        // *Un millón doscientos* leaves the thousand unsaid; *un millón cuatrocientos cincuenta* mostly does.
        let round = (rest.value % Decimal::ONE_HUNDRED).is_zero();
        let hundreds = scale == 1_000_000 && rest.value < Decimal::ONE_THOUSAND;
        let unsaid = hundreds && (round || rest.form == Form::Words && rest.value > Decimal::ONE_HUNDRED);
        let strict = total.checked_add(rest.value)?;
        if !unsaid {
            return Some(Number { value: strict, end, ..number });
        }
        let value = total.checked_add(rest.value * Decimal::ONE_THOUSAND)?;
        return Some(Number { value, other: if round { number.other } else { Some(strict) }, end, ..number });
    }
    Some(number)
}

/// Whether what follows a scale word goes on with the same number.
fn continues(text: &Text<'_>, at: usize, rest: &Number) -> bool {
    match rest.form {
        Form::Article | Form::Marked | Form::Fraction => false,
        Form::Run(digits) => digits == 3 || text.number(at + 1) == Some(NumberWord::Thousand),
        Form::Words | Form::Scaled => true,
    }
}

/// *Medio millón, media docena.*
fn half_of_scale(text: &Text<'_>, at: usize) -> Option<Number> {
    if !matches!(text.word(at), "medio" | "media") {
        return None;
    }
    match text.number(at + 1)? {
        NumberWord::Scale(scale) => Some(Number::plain(scale / 2, Form::Scaled, at + 2)),
        NumberWord::Dozen => Some(Number::plain(6, Form::Words, at + 2)),
        _ => None,
    }
}

/// *Dos y medio*, *mil y medio* no.
fn with_half(text: &Text<'_>, number: Number) -> Number {
    let end = number.end;
    let half = text.word(end) == "y" && text.word(end + 1) == "medio";
    let separate =
        matches!(text.number(end + 2), Some(NumberWord::Scale(_))) && text.word(end + 2).ends_with("on");
    if half && !separate && !matches!(number.form, Form::Scaled | Form::Article | Form::Marked) {
        let value = number.value + Decimal::new(5, 1);
        return Number { value, end: end + 2, form: Form::Marked, ..number };
    }
    number
}

fn is_spaced(text: &Text<'_>, at: usize) -> bool {
    !text.glued(at) || text.is_word(at)
}

/// A number below a million, or a scale word on its own.
fn below_million(context: &Context<'_>, at: usize) -> Option<Number> {
    let text = context.text;
    if let Some(NumberWord::Scale(scale)) = text.number(at) {
        return Some(Number::plain(scale, Form::Scaled, at + 1));
    }
    let first = group(context, at);
    let after = first.as_ref().map_or(at, |first| first.end);
    let thousands = match text.number(after) {
        Some(NumberWord::Thousand) if first.is_some() || text.word(at) == "mil" => {
            let times = first.as_ref().map_or(Decimal::ONE, |first| first.value);
            let other = first.as_ref().and_then(|first| first.other);
            let doubt = first.as_ref().map_or(super::digits::Doubt::None, |first| first.doubt);
            Number {
                value: times.checked_mul(Decimal::ONE_THOUSAND)?,
                other: other.and_then(|other| other.checked_mul(Decimal::ONE_THOUSAND)),
                doubt,
                form: Form::Scaled,
                end: after + 1,
            }
        }
        Some(NumberWord::Thousands(times)) if first.is_none() => {
            Number::plain(Decimal::from(times) * Decimal::ONE_THOUSAND, Form::Scaled, after + 1)
        }
        _ => return first,
    };
    let rest = group(context, thousands.end).filter(|rest| match rest.form {
        Form::Run(digits) => digits == 3,
        Form::Words => rest.value < Decimal::ONE_THOUSAND && !rest.value.is_zero(),
        _ => false,
    });
    Some(match rest {
        Some(rest) => Number { value: thousands.value.checked_add(rest.value)?, end: rest.end, ..thousands },
        None => thousands,
    })
}

/// A number below a thousand in words, or any in digits.
fn group(context: &Context<'_>, at: usize) -> Option<Number> {
    let text = context.text;
    if !text.is_word(at) {
        return in_digits(context, at);
    }
    match text.number(at)? {
        // *Un ciento*, the round hundred.
        NumberWord::Article if text.word(at + 1) == "ciento" => Some(Number::plain(100, Form::Words, at + 2)),
        NumberWord::Article => Some(Number::plain(1, Form::Article, at + 1)),
        NumberWord::Hundred(hundred) => {
            let rest = below_hundred(text, at + 1).filter(|_| text.word(at) != "cien");
            let (rest, end) = rest.unwrap_or((0, at + 1));
            Some(Number::plain(hundred + rest, Form::Words, end))
        }
        _ => below_hundred(text, at).map(|(value, end)| Number::plain(value, Form::Words, end)),
    }
}

pub(super) fn below_hundred(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    let unit = |at: usize| match text.number(at) {
        Some(NumberWord::Small(unit)) if (1..10).contains(&unit) => Some(unit),
        Some(NumberWord::Article) => Some(1),
        _ => None,
    };
    match text.number(at)? {
        NumberWord::Small(small) => {
            let joined = matches!(text.word(at), "diez" | "veinte") && text.word(at + 1) == "y";
            let unit = unit(at + 2).filter(|_| joined && text.number(at + 2) != Some(NumberWord::Article));
            Some(unit.map_or((small, at + 1), |unit| (small + unit, at + 3)))
        }
        NumberWord::Ten(ten) => match unit(at + 2).filter(|_| text.word(at + 1) == "y") {
            Some(unit) => Some((ten + unit, at + 3)),
            None => Some((ten, at + 1)),
        },
        _ => None,
    }
}

/// *Coma cinco, punto cero ocho*: the part of one that is said after the mark.
fn spoken_decimals(context: &Context<'_>, number: &Number) -> Option<(Decimal, usize)> {
    let text = context.text;
    let marked = matches!(text.word(number.end), "coma" | "punto");
    if !marked || matches!(number.form, Form::Article | Form::Marked) {
        return None;
    }
    let mut digits = String::new();
    let mut at = number.end + 1;
    while text.word(at) == "cero" {
        digits.push('0');
        at += 1;
    }
    match below_million(context, at) {
        Some(part) if !matches!(part.form, Form::Article | Form::Marked) => {
            digits.push_str(&part.value.to_string());
            at = part.end;
        }
        _ if digits.is_empty() => return None,
        _ => {}
    }
    format!("0.{digits}").parse().ok().map(|part| (part, at))
}

/// *Tres quintos, uno sobre tres, cinco con un cuarto, siete con cincuenta.*
pub(super) fn with_fraction(text: &Text<'_>, at: usize, number: Number) -> Number {
    if let Some(bottom) = denominator(text.word(number.end), number.value == Decimal::ONE)
        && let Some(value) = fraction(number.value, bottom)
        && is_spaced(text, number.end)
    {
        return Number::plain(value, Form::Fraction, number.end + 1);
    }
    if text.word(number.end) == "con" && !matches!(number.form, Form::Scaled) {
        if let Some((part, end)) = quarters(text, number.end + 1) {
            let value = (number.value + part).round_sf(15).unwrap_or(number.value + part);
            return Number::plain(value.normalize(), Form::Fraction, end);
        }
        let cents =
            hundreds(text, number.end + 1).filter(|(_, end)| *end >= text.len() || text.ends_sentence(*end));
        if let Some((part, end)) = cents.filter(|(part, _)| *part >= 10 && number.form == Form::Words)
            && let Ok(part) = format!("0.{part}").parse::<Decimal>()
        {
            return Number::plain((number.value + part).normalize(), Form::Marked, end);
        }
    }
    let one_word = number.end == at + 1;
    if text.word(number.end) == "sobre" && one_word {
        let bottom = if text.is_digits(number.end + 1) {
            text.word(number.end + 1).parse().ok().map(|bottom| (bottom, number.end + 2))
        } else {
            hundreds(text, number.end + 1)
        };
        if let Some((bottom, end)) = bottom
            && let Some(value) = fraction(number.value, Decimal::from(bottom))
        {
            return Number::plain(value, Form::Fraction, end);
        }
    }
    number
}

fn hundreds(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    match text.number(at)? {
        NumberWord::Hundred(hundred) => {
            let (rest, end) = below_hundred(text, at + 1).unwrap_or((0, at + 1));
            Some((hundred + rest, end))
        }
        _ => below_hundred(text, at),
    }
}

/// *Un cuarto, tres quintos* after *con*.
fn quarters(text: &Text<'_>, at: usize) -> Option<(Decimal, usize)> {
    let (top, end) = match text.number(at)? {
        NumberWord::Article => (1, at + 1),
        _ => below_hundred(text, at)?,
    };
    let bottom = denominator(text.word(end), top == 1)?;
    fraction(top.into(), bottom).map(|part| (part, end + 1))
}

fn denominator(word: &str, one: bool) -> Option<Decimal> {
    let small = match word {
        "medio" | "medios" => Some(2),
        "tercio" | "tercios" => Some(3),
        "cuarto" | "cuartos" => Some(4),
        "quinto" | "quintos" | "quintas" => Some(5),
        "sexto" | "sextos" => Some(6),
        "septimo" | "septimos" => Some(7),
        "octavo" | "octavos" => Some(8),
        "noveno" | "novenos" => Some(9),
        "decimo" | "decimos" | "decimas" => Some(10),
        _ => None,
    };
    if let Some(small) = small {
        return (one || word.ends_with('s')).then(|| Decimal::from(small));
    }
    if !one && !word.ends_with('s') {
        return None;
    }
    let word = word.strip_suffix('s').unwrap_or(word);
    let word = word.strip_suffix(['o', 'a'])?;
    if let Some(cardinal) = word.strip_suffix("av") {
        // `treintavos` swallows a vowel.
        let cardinal = run_together(cardinal).or_else(|| run_together(&format!("{cardinal}a")));
        return cardinal.map(Decimal::from);
    }
    let powers = [
        ("billonesim", 1_000_000_000_000_u64),
        ("millonesim", 1_000_000),
        ("milesim", 1000),
        ("centesim", 100),
    ];
    powers.into_iter().find_map(|(suffix, power)| {
        let times = word.strip_suffix(suffix)?;
        let times = if times.is_empty() { 1 } else { run_together(times)? };
        Decimal::from(times).checked_mul(power.into())
    })
}
