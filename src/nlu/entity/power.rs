//! Powers as they are typed: `1e6`, `1,1^23`.

use rust_decimal::Decimal;

use crate::nlu::entity::number::{Form, Number};
use crate::nlu::entity::token::Text;

/// Larger exponents leave the range of amounts.
const MOST: u32 = 28;

pub(super) fn raised(text: &Text<'_>, number: &Number) -> Option<Number> {
    if !matches!(number.form, Form::Run(_) | Form::Marked) || !text.glued(number.end) {
        return None;
    }
    let scientific = match text.word(number.end) {
        "e" => true,
        "^" => false,
        _ => return None,
    };
    let down = text.word(number.end + 1) == "-" && text.glued(number.end + 1);
    let place = number.end + 1 + usize::from(down);
    let exponent: u32 =
        (text.is_digits(place) && text.glued(place)).then(|| text.word(place).parse().ok())??;
    if exponent > MOST {
        return None;
    }
    let base = if scientific { Decimal::TEN } else { number.value };
    let mut power = Decimal::ONE;
    for _ in 0..exponent {
        power = power.checked_mul(base)?;
    }
    if down {
        power = Decimal::ONE.checked_div(power)?;
    }
    let value = if scientific { number.value.checked_mul(power)? } else { power };
    let value = value.round_sf(15).unwrap_or(value).normalize();
    Some(Number::plain(value, Form::Scaled, place + 1))
}
