//! Amounts said short: *tres quinientos*, Spanish *veintitrés cuarenta*, English *one fifty*, *un palo doscientos*.

use rust_decimal::Decimal;

use crate::call::{Country, Money};
use crate::messages::Language;
use crate::nlu::entity::currency::{Name, Style};
use crate::nlu::entity::found::Found;
use crate::nlu::entity::money::named_after;
use crate::nlu::entity::number::{self, Form, Number};
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::words::NumberWord;
use crate::nlu::entity::{Certainty, Value, cues};

/// *Tres quinientos* is 3,500; Spanish *veintitrés cuarenta* is 23.40.
pub(super) fn unsaid_thousand(context: &Context<'_>, at: usize, first: &Number) -> Option<Found> {
    let text = context.text;
    if first.form != Form::Words || first.value >= Decimal::ONE_HUNDRED {
        return None;
    }
    if context.language == Language::En {
        return one_fifty(context, at, first);
    }
    let second = number::read(context, first.end).filter(|second| second.form == Form::Words)?;
    if text.number(second.end).is_some() || text.is_digits(second.end) {
        return None;
    }
    let hundreds = matches!(text.number(first.end), Some(NumberWord::Hundred(_)));
    let name = named_after(context, &second);
    if name.is_none() && !cues::is_paid(context, at, second.end) {
        return None;
    }
    let end = name.map_or(second.end, |name| name.end);
    let currency = name.and_then(|name| name.currency).unwrap_or(context.currency);
    let money = |amount: Decimal| Value::Money(Money { amount, currency });
    let joined = first.value * Decimal::from(if hundreds { 1000 } else { 100 }) + second.value;
    if hundreds {
        let millions = context.counts_in_thousands() && name.is_none();
        let other = millions.then(|| money(joined * Decimal::ONE_THOUSAND));
        return Some(Found::exact(money(joined), at, end).or(other).certainty(Certainty::Ambiguous));
    }
    let two_digits = second.value >= Decimal::TEN && second.value < Decimal::ONE_HUNDRED;
    if !two_digits || first.value < Decimal::TEN {
        return None;
    }
    let with_cents = first.value + second.value / Decimal::ONE_HUNDRED;
    let cents_first = context.is_country(&[Country::Es]);
    let (value, other) = if cents_first { (with_cents, joined) } else { (joined, with_cents) };
    Some(Found::exact(money(value), at, end).or(Some(money(other))).certainty(Certainty::Ambiguous))
}

/// English *one fifty*: 150, or 1.50.
fn one_fifty(context: &Context<'_>, at: usize, first: &Number) -> Option<Found> {
    let second = number::read(context, first.end).filter(|second| second.form == Form::Words)?;
    let two_digits = second.value >= Decimal::TEN && second.value < Decimal::ONE_HUNDRED;
    if !two_digits || first.value.is_zero() || first.value >= Decimal::TEN {
        return None;
    }
    let name = named_after(context, &second);
    if name.is_none() && !cues::is_paid(context, at, second.end) {
        return None;
    }
    let end = name.map_or(second.end, |name| name.end);
    let currency = name.and_then(|name| name.currency).unwrap_or(context.currency);
    let money = |amount: Decimal| Value::Money(Money { amount, currency });
    let cents = money(first.value + second.value / Decimal::ONE_HUNDRED);
    let found = Found::exact(money(first.value * Decimal::ONE_HUNDRED + second.value), at, end);
    Some(found.or(Some(cents)).certainty(Certainty::Ambiguous))
}

/// *Un palo doscientos, una luca quinientos*: the hundreds of the next unit down.
pub(super) fn rest_of_slang(context: &Context<'_>, name: &Name, at: usize) -> Option<(Decimal, usize)> {
    let text = context.text;
    let large = name.style == Style::Slang && name.worth >= Decimal::ONE_THOUSAND;
    let hundreds = large && matches!(text.number(at), Some(NumberWord::Hundred(_)));
    let rest = number::read(context, at).filter(|rest| hundreds && rest.value < Decimal::ONE_THOUSAND)?;
    if !cues::may_end(context, at, rest.end) {
        return None;
    }
    Some((rest.value.checked_mul(name.worth / Decimal::ONE_THOUSAND)?, rest.end))
}
