//! Numbers written in digits, with the separators of eight countries: which mark parts thousands and which parts
//! decimals, and when that cannot be told.

use rust_decimal::Decimal;

use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Separators;

/// Digits as written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Written {
    pub(super) value: Decimal,
    /// The reading with the marks taken the other way, where the writing allows both.
    pub(super) other: Option<Decimal>,
    pub(super) doubt: Doubt,
    /// The token after.
    pub(super) end: usize,
    /// How many digits stand in one unbroken run, when there is but one run.
    pub(super) run: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    None,
    /// `1.500` where the dot parts decimals: as an amount it can only be thousands.
    AgainstUse,
}

/// More groups than any amount has; keeps long digit strings from being read again and again.
const MOST_GROUPS: usize = 12;

/// Longer runs are nobody's amount, and would leave the range of decimals once scaled.
const MOST_DIGITS: usize = 18;

pub(super) fn read(text: &Text<'_>, at: usize, separators: Separators) -> Option<Written> {
    if is_mark(text.word(at)) && text.is_digits(at + 1) && text.glued(at + 1) {
        // `$.75`: after the sign of a currency as by itself, but not `$.500`, where the dot may belong to the sign.
        let signed = at.checked_sub(1).is_some_and(|sign| text.is_in(sign, &["$", "€", "£"]));
        let bare = !text.glued(at) || signed && text.word(at + 1).len() < 3;
        let fraction = format!("0.{}", text.word(at + 1));
        let value = bare.then(|| fraction.parse().ok()).flatten()?;
        return Some(Written { value, other: None, doubt: Doubt::None, end: at + 2, run: None });
    }
    if !text.is_digits(at) {
        return None;
    }
    if text.word(at).len() > MOST_DIGITS {
        return None;
    }
    let mut groups = vec![text.word(at)];
    let mut marks = Vec::new();
    let mut end = at + 1;
    while groups.len() < MOST_GROUPS {
        let mark = text.word(end);
        let joined = text.glued(end) && text.glued(end + 1) && text.is_digits(end + 1);
        if !(joined && (is_mark(mark) || mark == "'")) {
            break;
        }
        marks.push(mark);
        groups.push(text.word(end + 1));
        end += 2;
    }
    if marks.is_empty() {
        if let Some((value, end)) = spaced(text, at) {
            return Some(Written { value, other: None, doubt: Doubt::None, end, run: None });
        }
        let run = Some(groups[0].len());
        let value = groups[0].parse().ok()?;
        return Some(Written { value, other: None, doubt: Doubt::None, end, run });
    }
    if groups.iter().map(|group| group.len()).sum::<usize>() > MOST_DIGITS {
        return None;
    }
    let whole = |groups: &[&str]| groups.concat().parse::<Decimal>().ok();
    let decimal = |groups: &[&str]| {
        let (fraction, units) = groups.split_last()?;
        format!("{}.{fraction}", units.concat()).parse::<Decimal>().ok()
    };
    let thousands = |groups: &[&str]| {
        (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3)
    };
    let last = *marks.last()?;
    let others = &marks[..marks.len() - 1];
    let plain = |value| Some(Written { value, other: None, doubt: Doubt::None, end, run: None });
    // `2'480.000`: the apostrophe parts millions, so the dot parts thousands.
    if marks[0] == "'" && thousands(&groups) {
        return plain(whole(&groups)?);
    }
    if !others.is_empty() && others.iter().all(|mark| *mark == last) && thousands(&groups) {
        return plain(whole(&groups)?);
    }
    if !others.is_empty() && others.iter().all(|mark| *mark != last && *mark == others[0]) {
        return thousands(&groups[..groups.len() - 1]).then(|| decimal(&groups)).flatten().and_then(plain);
    }
    if !others.is_empty() {
        // A version, an address on a network.
        return None;
    }
    if !thousands(&groups) || groups[0] == "0" {
        return plain(decimal(&groups)?);
    }
    let by_use = match separators {
        Separators::CommaGroups => last == ",",
        Separators::DotGroups => last == ".",
        Separators::Either => true,
    };
    if by_use {
        return plain(whole(&groups)?);
    }
    let (value, other) = (decimal(&groups)?, whole(&groups));
    Some(Written { value, other, doubt: Doubt::AgainstUse, end, run: None })
}

/// `1 234 567`: groups of three after a first of one to three, at least two of them.
fn spaced(text: &Text<'_>, at: usize) -> Option<(Decimal, usize)> {
    if text.word(at).len() > 3 || text.word(at).starts_with('0') {
        return None;
    }
    let mut digits = text.word(at).to_owned();
    let mut end = at + 1;
    while end - at < MOST_GROUPS && text.is_digits(end) && !text.glued(end) && text.word(end).len() == 3 {
        digits.push_str(text.word(end));
        end += 1;
    }
    (end - at >= 3 && !text.is_digits(end)).then(|| digits.parse().ok().map(|value| (value, end)))?
}

fn is_mark(symbol: &str) -> bool {
    symbol == "." || symbol == ","
}
