//! Amounts: a number with a sign, a name or slang; a bare number where something is paid; what is left unsaid
//! (`tres quinientos`, Colombian `cincuenta`); and hedges, ranges and cents around it.

use rust_decimal::Decimal;

use crate::call::{Currency, Money};
use crate::nlu::entity::currency::{self, Name, Style};
use crate::nlu::entity::digits::Doubt;
use crate::nlu::entity::found::Found;
use crate::nlu::entity::number::{self, Form, Number};
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::words::NumberWord;
use crate::nlu::entity::{Certainty, Value, cues, ellipsis, told};

/// An amount while it is being read.
#[derive(Debug, Clone)]
struct Amount {
    value: Decimal,
    other: Option<Decimal>,
    currency: Option<Currency>,
    end: usize,
    doubt: bool,
}

impl Amount {
    fn named(number: &Number, name: &Name) -> Option<Self> {
        let (value, other) = as_amount(number);
        let worth = |value: Decimal| value.checked_mul(name.worth).map(|value| value.normalize());
        let doubt = other.is_some() || name.other_worth.is_some();
        let other = other.and_then(worth).or_else(|| value.checked_mul(name.other_worth?));
        Some(Self { value: worth(value)?, other, currency: name.currency, end: name.end, doubt })
    }
}

/// As an amount, `1.500` where the dot parts decimals can only be thousands.
fn as_amount(number: &Number) -> (Decimal, Option<Decimal>) {
    match (number.doubt, number.other) {
        (Doubt::AgainstUse, Some(other)) => (other, Some(number.value)),
        _ => (number.value, None),
    }
}

/// Amounts that begin at `at`, in order; mostly one, two for *entre 300 y 400*.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Vec<Found>> {
    if context.text.is_in(at, &["entre", "between"]) {
        return between(context, at);
    }
    single(context, at).map(|found| vec![found])
}

fn single(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    if let Some(sign) = currency::sign(context, at) {
        let number =
            number::read(context, sign.end).filter(|number| !is_word_of_sign(context, at, number))?;
        let mut amount = Amount::named(&number, &Name { end: number.end, ..sign })?;
        if let Some(name) = currency::name(context, amount.end).filter(|name| name.style == Style::Name) {
            amount.currency = name.currency.or(amount.currency);
            amount.end = name.end;
        }
        return Some(finish(context, at, amount, Name::clone(&sign).style));
    }
    if let Some(found) = slang_alone(context, at).or_else(|| a_couple(context, at)) {
        return Some(found);
    }
    let first = number::read(context, at)?;
    if let Some(found) = either(context, at, &first) {
        return Some(found);
    }
    if let Some(found) = ellipsis::unsaid_thousand(context, at, &first) {
        return Some(found);
    }
    if let Some(name) = named_after(context, &first) {
        // *A pen, un cop*: a code goes with a count.
        let coded = text.is_in(first.end, &["pen", "cop", "cad", "mn"]);
        if nothing(context, at, &first) || coded && first.form == Form::Article {
            return None;
        }
        let mut amount = Amount::named(&first, &name)?;
        // `125 USD millones`
        if let Some(NumberWord::Scale(scale)) = text.number(amount.end) {
            amount.value = amount.value.checked_mul(scale.into())?;
            amount.end += 1;
        }
        if let Some((rest, end)) = ellipsis::rest_of_slang(context, &name, amount.end) {
            (amount.value, amount.end) = (amount.value.checked_add(rest)?, end);
        }
        if name.style == Style::Slang
            && let Some(half) = and_half(context, amount.end)
        {
            amount.value = amount.value.checked_add(name.worth.checked_mul(Decimal::new(5, 1))?)?;
            amount.end = half;
            if let Some(green) = text.phrase(amount.end, "verdes") {
                (amount.currency, amount.end) = (Some(Currency::USD), green);
            }
        }
        return Some(finish(context, at, amount, name.style));
    }
    bare(context, at, &first)
}

/// `c 4` is no Canadian money, nor is `a 5`; a code needs its digits.
fn is_word_of_sign(context: &Context<'_>, at: usize, number: &Number) -> bool {
    let sign_is_word =
        context.text.is_word(at) && context.text.word(at + 1) != "$" && context.text.word(at + 1) != "/";
    sign_is_word && !matches!(number.form, Form::Run(_) | Form::Marked | Form::Scaled)
}

/// The name of the money after the number, *de* in between after millions.
pub(super) fn named_after(context: &Context<'_>, number: &Number) -> Option<Name> {
    let text = context.text;
    let mut at = number.end;
    if let Some(end) = cues::odd_change(text, at) {
        at = end;
    }
    if text.word(at) == "de" && (number.value >= Decimal::ONE_THOUSAND || text.back(at, 1) == "ciento") {
        at += 1;
    }
    currency::name(context, at)
}

/// *Ni un peso, no tengo un mango*: no amount at all.
fn nothing(context: &Context<'_>, at: usize, number: &Number) -> bool {
    const REACH: usize = 5;
    let text = context.text;
    let refused = text.back(at, 1) == "ni" && number.value < Decimal::ONE_HUNDRED;
    refused
        || number.form == Form::Article
            && (1..=REACH)
                .map(|back| text.back(at, back))
                .take_while(|word| !word.is_empty() && !matches!(*word, "." | "," | ";"))
                .any(|word| matches!(word, "ni" | "sin" | "no" | "not" | "without"))
}

/// *Luca y media, medio palo, un palo y medio*; without a number but with a half.
fn slang_alone(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    let half = Decimal::new(5, 1);
    if text.is_in(at, &["medio", "media"]) {
        let name = currency::name(context, at + 1).filter(|name| name.style == Style::Slang)?;
        let amount = Amount {
            value: name.worth * half,
            other: None,
            currency: name.currency,
            end: name.end,
            doubt: false,
        };
        return Some(finish(context, at, amount, Style::Slang));
    }
    if !text.is_word(at) || text.number(at).is_some() {
        return None;
    }
    let end = text.phrases(at + 1, &["y media", "y medio"])?;
    let name = currency::name(context, at).filter(|name| name.style == Style::Slang)?;
    let value = name.worth.checked_add(name.worth.checked_mul(half)?)?;
    let amount = Amount { value, other: None, currency: name.currency, end, doubt: false };
    Some(finish(context, at, amount, Style::Slang))
}

/// *Un par de miles, un par de lucas, un par de cientos de pesos*: two, more or less.
fn a_couple(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    let after = text.phrases(at, &["un par de", "par de"])?;
    let scale = match text.word(after) {
        "cientos" | "cien" => 100,
        "miles" | "mil" => 1000,
        "millones" => 1_000_000,
        _ => 1,
    };
    let end = if scale > 1 { after + 1 } else { after };
    let named = currency::name(context, end + usize::from(scale > 1 && text.word(end) == "de"));
    let name = named.filter(|name| scale > 1 || name.style != Style::Cents);
    if scale == 1 && name.is_none() {
        return None;
    }
    let worth = name.map_or(Decimal::ONE, |name| name.worth);
    let amount = Decimal::from(2 * scale).checked_mul(worth)?;
    let currency = name.and_then(|name| name.currency).unwrap_or(context.currency);
    let found = Found::money(amount.normalize(), currency, at, name.map_or(end, |name| name.end));
    Some(found.certainty(Certainty::Approximate))
}

fn and_half(context: &Context<'_>, at: usize) -> Option<usize> {
    context.text.phrases(at, &["y media", "y medio"])
}

/// *Dos o tres mil pesos, 300 o 400*: the lower, with the higher beside it.
fn either(context: &Context<'_>, at: usize, first: &Number) -> Option<Found> {
    let text = context.text;
    if !text.is_in(first.end, &["o", "or", "u"]) || first.form == Form::Article {
        return None;
    }
    let second = number::read(context, first.end + 1).filter(|second| second.form != Form::Article)?;
    let name = named_after(context, &second);
    if name.is_none() && !cues::is_paid(context, at, second.end) && second.form != Form::Scaled {
        return None;
    }
    let low = shared_scale(first.value, second.value);
    if low >= second.value {
        return None;
    }
    let (currency, worth, end) =
        name.map_or((None, Decimal::ONE, second.end), |name| (name.currency, name.worth, name.end));
    let currency = currency.unwrap_or(context.currency);
    let money =
        |value: Decimal| value.checked_mul(worth).map(|amount| Value::Money(Money { amount, currency }));
    let found = Found::exact(money(low)?, at, end).or(money(second.value));
    Some(found.certainty(Certainty::Approximate))
}

/// In *dos o tres mil* the first shares the scale of the second.
fn shared_scale(first: Decimal, second: Decimal) -> Decimal {
    for scale in [Decimal::from(1_000_000), Decimal::ONE_THOUSAND] {
        if (second % scale).is_zero() && first < second / scale {
            return first * scale;
        }
    }
    first
}

/// *Entre 300 y 400 pesos*: two amounts.
fn between(context: &Context<'_>, at: usize) -> Option<Vec<Found>> {
    let text = context.text;
    let start = at + 1;
    let sign = currency::sign(context, start);
    let first = number::read(context, sign.map_or(start, |sign| sign.end))?;
    let first_name = if sign.is_some() { None } else { named_after(context, &first) };
    let join = first_name.map_or(first.end, |name| name.end);
    if !text.is_in(join, &["y", "a", "and"]) {
        return None;
    }
    let second_start = join + 1;
    let second_sign = currency::sign(context, second_start);
    let second = number::read(context, second_sign.map_or(second_start, |sign| sign.end))?;
    let name = named_after(context, &second);
    let named = sign.or(first_name).or(second_sign).or(name);
    let paid = cues::is_paid(context, at, second.end);
    let year = |number: &Number| number.form == Form::Run(4) && number.value < Decimal::from(2100);
    let large = first.value >= Decimal::from(50) && !year(&first) && cues::may_end(context, at, second.end);
    if named.is_none() && !paid && !large && second.form != Form::Scaled {
        return None;
    }
    let currency = named.and_then(|name| name.currency).unwrap_or(context.currency);
    let worth = name.or(first_name).map_or(Decimal::ONE, |name| name.worth);
    let high = as_amount(&second).0.checked_mul(worth)?;
    let low = shared_scale(as_amount(&first).0, as_amount(&second).0).checked_mul(worth)?;
    let end = name.map_or(second.end, |name| name.end);
    Some(vec![
        Found::money(low, currency, start, join).certainty(Certainty::Approximate),
        Found::money(high, currency, second_start, end).certainty(Certainty::Approximate),
    ])
}

/// The least that is offered without naming the money; cents tell even small amounts.
fn least_bare(context: &Context<'_>, number: &Number) -> Decimal {
    let cents = number.form == Form::Marked && number.value.scale() == 2;
    let least = match context.currency {
        _ if cents => 1,
        _ if context.counts_in_thousands() => 5,
        Currency::USD | Currency::EUR | Currency::PEN => 10,
        _ => 20,
    };
    Decimal::from(least)
}

/// A number without a name that is spoken of as money.
fn bare(context: &Context<'_>, at: usize, number: &Number) -> Option<Found> {
    let text = context.text;
    let least = least_bare(context, number);
    let countable = match number.form {
        Form::Article | Form::Fraction => false,
        Form::Run(digits) => digits <= 9,
        Form::Marked | Form::Words | Form::Scaled => true,
    };
    let change = cues::odd_change(text, number.end);
    let end = change.unwrap_or(number.end);
    let told = number.value >= Decimal::from(50)
        && !is_year(number)
        && told::as_money(context, at, end, number.form);
    let told = told || is_whole_turn(context, at, end, number) || has_spoken_cents(context, at, number);
    // Nobody owes thousands of millions.
    let told = told && number.value < Decimal::from(1_000_000_000);
    if !countable || number.value < least || !told && !cues::is_paid(context, at, end) {
        return None;
    }
    let (value, other) = as_amount(number);
    let short = context.counts_in_thousands() && value < Decimal::ONE_THOUSAND && number.form != Form::Scaled;
    if short {
        let money = |amount: Decimal| Value::Money(Money { amount, currency: context.currency });
        let found = Found::exact(money(value * Decimal::ONE_THOUSAND), at, end).or(Some(money(value)));
        return Some(found.certainty(Certainty::Ambiguous));
    }
    let amount = Amount { value, other, currency: None, end: number.end, doubt: other.is_some() };
    Some(finish(context, at, amount, Style::Name))
}

/// A turn that is nothing but a large number answers *how much*; a year of birth does not.
fn is_whole_turn(context: &Context<'_>, at: usize, end: usize, number: &Number) -> bool {
    const FILLERS: &[&str] = &["pues", "bueno", "mire", "este", "si", "no", "ay", "well", "so", "yes", ","];
    let text = context.text;
    let alone = (0..at).all(|before| text.is_in(before, FILLERS) || text.is_punctuation(before))
        && (end..text.len()).all(|after| text.ends_sentence(after));
    alone && number.form == Form::Scaled && !is_year(number)
}

/// *Dos mil veintiséis, mil novecientos ochenta.*
fn is_year(number: &Number) -> bool {
    number.value > Decimal::from(1900)
        && number.value < Decimal::from(2050)
        && number.value != Decimal::from(2000)
}

/// *Cuarenta y cinco con cincuenta*, where cents are still spoken of.
fn has_spoken_cents(context: &Context<'_>, at: usize, number: &Number) -> bool {
    let text = context.text;
    let with = number.form == Form::Marked && (at..number.end).any(|place| text.word(place) == "con");
    let led = text.is_in(at.wrapping_sub(1), &["las", "el", "dia"]);
    with && !led && !context.counts_in_thousands() && cues::may_end(context, at, number.end)
}

/// Cents, odd change and hedges.
fn finish(context: &Context<'_>, at: usize, mut amount: Amount, style: Style) -> Found {
    let text = context.text;
    if style == Style::Name
        && let Some((cents, end)) = cents(context, &amount)
    {
        amount.value += cents;
        amount.end = end;
    }
    let odd = cues::odd_change(text, amount.end);
    let inside = text.is_in(amount.end.wrapping_sub(2), &["pico", "tantos", "feria", "monedas"]);
    amount.end = odd.unwrap_or(amount.end);
    // A unit of account stays so in the words of the case: dollars where pesos are said in the United States.
    let currency = amount.currency.unwrap_or(context.currency);
    let money = |amount: Decimal| Value::Money(Money { amount: amount.normalize(), currency });
    let hedged = odd.is_some() || inside || cues::is_hedged(text, at, amount.end);
    let certainty = match (amount.doubt, hedged) {
        (true, _) => Certainty::Ambiguous,
        (false, true) => Certainty::Approximate,
        (false, false) => Certainty::Exact,
    };
    Found::exact(money(amount.value.normalize()), at, amount.end)
        .or(amount.other.map(money))
        .certainty(certainty)
}

/// *Con cincuenta centavos, y 45 céntimos*, `15 USD 50`.
fn cents(context: &Context<'_>, amount: &Amount) -> Option<(Decimal, usize)> {
    let text = context.text;
    if !amount.value.fract().is_zero() {
        return None;
    }
    let joined = text.is_in(amount.end, &["con", "y", "and", "with"]);
    let start = if joined { amount.end + 1 } else { amount.end };
    let number = number::read(context, start)?;
    let small =
        number.value < Decimal::ONE_HUNDRED && number.value > Decimal::ZERO && number.value.fract().is_zero();
    if !small || matches!(number.form, Form::Marked | Form::Fraction) {
        return None;
    }
    let part = number.value / Decimal::ONE_HUNDRED;
    if let Some(name) = currency::name(context, number.end).filter(|name| name.style == Style::Cents) {
        return Some((part, name.end));
    }
    let two =
        matches!(number.form, Form::Run(2)) || (number.form == Form::Words && number.value >= Decimal::TEN);
    let closed = number.end >= text.len()
        || text.is_punctuation(number.end)
        || text.is_in(number.end, &["puedes", "hoy", "el", "para", "y", "nada"]);
    let with = text.is_in(amount.end, &["con", "with"]) && two && closed;
    let code = text.is_digits(start)
        && !joined
        && two
        && amount.currency.is_some()
        && !text.is_in(number.end, &["%", "/", "o", "a"]);
    (with || code).then_some((part, number.end))
}
