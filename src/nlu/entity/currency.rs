//! What money is called: symbols, codes, names and each country's slang, as plain tables.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::call::Country::{self, Ar, Cl, Co, Ec, Es, Mx, Pe, Us};
use crate::call::Currency;
use crate::nlu::entity::phrases::{WordMap, WordSet};
use crate::nlu::entity::token::Kind;
use crate::nlu::entity::usage::Context;

/// A word for money after (or around) a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    /// None: the currency of the case.
    pub(super) currency: Option<Currency>,
    /// What one of it is worth.
    pub(super) worth: Decimal,
    /// Another worth that speakers give it.
    pub(super) other_worth: Option<Decimal>,
    /// The token after.
    pub(super) end: usize,
    pub(super) style: Style,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Name,
    Cents,
    Slang,
}

/// Names by the word, with the ISO code; an empty code is the case's currency.
const NAMES: &[(&str, &str)] = &[
    ("pesos peso pesitos pesito pesillos", ""),
    ("dolares dolar dollars dollar dls dlls dollares dolaritos dolarito verdes cocos bucks buck", "USD"),
    ("euros euro eurillos euritos eurito", "EUR"),
    ("soles sol solcitos", "PEN"),
    ("libras libra pounds pound quid", "GBP"),
    ("yenes yen", "JPY"),
    ("francos franco", "FRF"),
    ("pesetas peseta", "ESP"),
    ("uf ufs", "CLF"),
    ("usd", "USD"),
    ("mxn", "MXN"),
    ("cop", "COP"),
    ("clp", "CLP"),
    ("pen", "PEN"),
    ("ars", "ARS"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("aud", "AUD"),
    ("nzd", "NZD"),
    ("cad", "CAD"),
    ("jpy", "JPY"),
    ("chf", "CHF"),
    ("brl", "BRL"),
    ("hkd", "HKD"),
    ("mn", "MXN"),
];

/// *Pesos colombianos, dólares de Hong Kong.*
const NATIONS: &[(&str, &str, &str)] = &[
    ("peso", "mexicano", "MXN"),
    ("peso", "colombiano", "COP"),
    ("peso", "chileno", "CLP"),
    ("peso", "argentino", "ARS"),
    ("dolar", "americano", "USD"),
    ("dolar", "estadounidense", "USD"),
    ("dolar", "canadiense", "CAD"),
    ("dolar", "australiano", "AUD"),
    ("franco", "suizo", "CHF"),
    ("libra", "esterlina", "GBP"),
];

const CENTS: &[(&str, &str)] =
    &[("centavos centavo centimos centimo cents cent ctvs", ""), ("peniques penique pence", "GBP")];

/// Letters or nothing before a dollar sign that say whose dollar (or peso) it is.
const DOLLAR_SIGNS: &[(&str, &str)] = &[
    ("us", "USD"),
    ("u", "USD"),
    ("usd", "USD"),
    ("mx", "MXN"),
    ("mxn", "MXN"),
    ("ar", "ARS"),
    ("ars", "ARS"),
    ("co", "COP"),
    ("col", "COP"),
    ("cop", "COP"),
    ("clp", "CLP"),
    ("aud", "AUD"),
    ("au", "AUD"),
    ("nzd", "NZD"),
    ("nz", "NZD"),
    ("c", "CAD"),
    ("ca", "CAD"),
    ("cad", "CAD"),
    ("hk", "HKD"),
];

/// Slang: word, countries (none: everywhere), worth of one in hundredths, and the other worth.
type Slang = (&'static str, &'static [Country], i64, i64);
const SLANG: &[Slang] = &[
    ("luca lucas luka lukas luquita luquitas", &[Co, Cl, Ar], 100_000, 0),
    ("luca lucas luka lukas luquita luquitas", &[Pe], 100, 0),
    ("palo palos palito palitos", &[Co, Cl, Ar, Mx, Pe, Ec], 100_000_000, 0),
    ("barra barras", &[Co], 100_000, 0),
    ("gamba gambas", &[Cl, Ar, Pe], 10_000, 0),
    ("quina quinas", &[Cl], 50_000, 0),
    ("diego diegos", &[Ar], 1000, 0),
    ("china chinas", &[Pe], 50, 0),
    ("varo varos baro baros varitos", &[Mx, Us], 100, 0),
    ("bola bolas", &[Mx, Us], 100, 0),
    ("mango mangos", &[Ar], 100, 0),
    ("pavo pavos", &[Es], 100, 0),
    ("lata latas", &[Ec], 100, 0),
    ("ciego ciegos", &[Mx], 10_000, 0),
    ("toston tostones", &[Mx], 5000, 50),
];

fn currency(code: &str) -> Option<Currency> {
    Currency::new(code)
}

/// The rows of a table by each of their words, in the order of the table.
fn rows<T>(table: &'static [T], words: fn(&T) -> &'static str) -> WordMap<&'static str, Vec<&'static T>> {
    let mut by_word: WordMap<&'static str, Vec<&'static T>> = WordMap::default();
    for row in table {
        words(row).split(' ').for_each(|word| by_word.entry(word).or_default().push(row));
    }
    by_word
}

type Rows<T> = LazyLock<WordMap<&'static str, Vec<&'static T>>>;

static BY_NAME: Rows<(&str, &str)> = LazyLock::new(|| rows(NAMES, |row| row.0));
static BY_CENTS: Rows<(&str, &str)> = LazyLock::new(|| rows(CENTS, |row| row.0));
static BY_SLANG: Rows<Slang> = LazyLock::new(|| rows(SLANG, |row| row.0));

/// The rows that a word is in.
fn among<T>(rows: &Rows<T>, word: &str) -> impl Iterator<Item = &'static T> {
    rows.get(word).into_iter().flatten().copied()
}

/// A symbol or code before a number: `$`, `US$`, `S/`, `MXN`.
pub(super) fn sign(context: &Context<'_>, at: usize) -> Option<Name> {
    let text = context.text;
    let name =
        |currency, end| Name { currency, worth: Decimal::ONE, other_worth: None, end, style: Style::Name };
    match text.word(at) {
        "$" => return Some(name(None, at + 1)),
        "€" => return Some(name(Some(Currency::EUR), at + 1)),
        "£" => return Some(name(Some(Currency::GBP), at + 1)),
        "¥" => return currency("JPY").map(|yen| name(Some(yen), at + 1)),
        "s" if text.word(at + 1) == "/" && text.glued(at + 1) => {
            let dot = text.word(at + 2) == "." && text.glued(at + 2);
            return Some(name(Some(Currency::PEN), if dot { at + 3 } else { at + 2 }));
        }
        _ => {}
    }
    if text.kind(at) != Some(Kind::Word) {
        return None;
    }
    let word = text.word(at);
    if text.word(at + 1) == "$" && text.glued(at + 1) {
        let code = DOLLAR_SIGNS.iter().find(|(sign, _)| *sign == word)?.1;
        // `U$S`, `U$D`
        let tail = text.is_in(at + 2, &["s", "d"]) && text.glued(at + 2);
        return Some(name(currency(code), if tail { at + 3 } else { at + 2 }));
    }
    if !text.is_digits(at + 1) && text.number(at + 1).is_none() {
        return None;
    }
    let code = word.len() <= 3 && word != "mn" && word != "yen" && word != "sol";
    among(&BY_NAME, word).find(|(_, iso)| code && !iso.is_empty()).map(|(_, iso)| name(currency(iso), at + 1))
}

/// Every word of the tables above.
static WORDS: WordSet = WordSet::new(|| {
    let names = NAMES.iter().map(|(words, _)| *words);
    let cents = CENTS.iter().map(|(words, _)| *words);
    let slang = SLANG.iter().map(|(words, ..)| *words);
    names.chain(cents).chain(slang).flat_map(|words| words.split(' ')).collect()
});

/// A name, code, symbol or slang word after a number.
pub(super) fn name(context: &Context<'_>, at: usize) -> Option<Name> {
    let text = context.text;
    if text.kind(at) == Some(Kind::Symbol) {
        let leading = text.is_digits(at + 1) && !text.glued(at);
        return if leading {
            None
        } else {
            sign(context, at).filter(|_| !text.glued(at + 1) || !text.is_digits(at + 1))
        };
    }
    let word = text.word(at);
    if word.len() < 2 && word != "s" && word != "u" && word != "c" {
        return None;
    }
    if text.word(at + 1) == "$" && text.glued(at + 1) && !text.is_digits(at + 2) {
        return sign(context, at);
    }
    if !WORDS.contains(word) {
        return None;
    }
    if let Some((_, _, worth, other)) =
        among(&BY_SLANG, word).find(|(_, countries, ..)| context.is_country(countries))
    {
        // *Lucas verdes* are thousands of dollars.
        let green = text.word(at + 1) == "verdes";
        let other_worth = (*other > 0).then(|| Decimal::new(*other, 2));
        let currency = green.then_some(Currency::USD);
        let end = if green { at + 2 } else { at + 1 };
        return Some(Name {
            currency,
            worth: Decimal::new(*worth, 2),
            other_worth,
            end,
            style: Style::Slang,
        });
    }
    if let Some((_, iso)) = among(&BY_CENTS, word).next() {
        let worth = Decimal::new(1, 2);
        return Some(Name {
            currency: currency(iso),
            worth,
            other_worth: None,
            end: at + 1,
            style: Style::Cents,
        });
    }
    let (words, iso) = among(&BY_NAME, word).next()?;
    if word == "sol" && !context.is_country(&[Pe]) {
        return None;
    }
    let mut found = currency(iso);
    let mut end = at + 1;
    let stem = words.split(' ').next_back().unwrap_or(words);
    for (money, nation, code) in NATIONS {
        let follows = text.word(end).strip_suffix('s').unwrap_or(text.word(end)) == *nation;
        if follows && (stem.starts_with(money) || word.starts_with(money)) {
            found = currency(code);
            end += 1;
            break;
        }
    }
    if let Some(after) = text.phrase(end, "de hong kong") {
        (found, end) = (currency("HKD"), after);
    }
    if text.is_in(end, &["mn"]) {
        end += 1;
    }
    Some(Name { currency: found, worth: Decimal::ONE, other_worth: None, end, style: Style::Name })
}
