//! "… y 51.000 en junio", a turn after "55.000 en mayo": one payment more, beside those on the table.

use jiff::ToSpan as _;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::nlu::entity::{Entity, Value};
use crate::simulator::cue;
use crate::simulator::reading::Reading;
use crate::simulator::schedule::{self, Part, Schedule};
use crate::simulator::terms::Terms;

/// Words that go on with what was said.
const GOES_ON: [&str; 13] = [
    "y", "e", "mas", "luego", "despues", "and", "then", "plus", "ademas", "otro", "otros", "otras", "another",
];
/// Those that say it comes later.
const AFTER: [&str; 3] = ["luego", "despues", "then"];
/// And those that put something in its place, or only suppose it.
const INSTEAD: [&str; 14] = [
    "si", "mejor", "vez", "lugar", "no", "solo", "cambio", "o", "if", "instead", "not", "rather", "only",
    "or",
];
/// Words before the first that counts.
const IDLE: [&str; 12] =
    ["ok", "okay", "dale", "bueno", "listo", "ya", "bien", "perfecto", "va", "so", "alright", "great"];
/// Payments of a plan that is told in pieces come to no more than this, in parts of a hundred of what is due.
const MOST: i64 = 105;

/// The payments on the table and those that the turn adds to them; nothing where it speaks of other payments.
pub(super) fn added(before: &Terms, pointed: &[&Entity], reading: Reading<'_>) -> Option<Schedule> {
    let (amount, date) = (before.amount?, before.date?);
    let one_by_one = !before.full && !before.reckoned && before.last.is_none() && !before.hardship;
    if !one_by_one || !(goes_on(reading.text) || is_between(reading.text)) {
        return None;
    }
    let whole_turn = 0..reading.text.len();
    let named = schedule::read(reading.text, &whole_turn, pointed, reading.case_file);
    if named.parts.is_empty() || named.last.is_some() {
        return None;
    }
    let count = before.payments.unwrap_or(1).max(1);
    let last = date.checked_add(i64::from(count - 1).months()).ok()?;
    let days: Vec<Date> = pointed.iter().filter_map(|entity| end_of(entity)).collect();
    if is_between(reading.text) {
        return between(before, &named, reading);
    }
    let later = if days.is_empty() { comes_after(reading.text) } else { days.iter().any(|day| *day > last) };
    if !later {
        return None;
    }
    let first = before.down_payment.map(|down| Part { amount: down, count: 1, day: before.down_date });
    let standing = Part { amount, count, day: Some(date) };
    let parts: Vec<Part> = first.into_iter().chain([standing]).chain(named.parts.clone()).collect();
    let whole: Decimal = parts.iter().map(|part| part.amount * Decimal::from(part.count)).sum();
    let due = before.due(reading.case_file);
    (whole * Decimal::ONE_HUNDRED <= due * Decimal::from(MOST)).then(|| named.with_parts(parts))
}

/// "Entre medio van también 25 el 16 y 25 el 30": payments beside those on the table, each on its day.
fn between(before: &Terms, named: &Schedule, reading: Reading<'_>) -> Option<Schedule> {
    let standing = [(before.down_payment, before.down_date), (before.amount, before.date)];
    let standing = standing
        .into_iter()
        .filter_map(|(amount, day)| Some(Part { amount: amount?, count: 1, day: Some(day?) }));
    if before.payments.is_some() {
        return None;
    }
    let mut parts: Vec<Part> = standing.chain(named.parts.clone()).collect();
    parts.sort_by_key(|part| part.day);
    let all = Schedule::dated(parts);
    let whole = all.whole() * Decimal::ONE_HUNDRED;
    let fits = whole <= before.due(reading.case_file) * Decimal::from(MOST);
    (fits && all.parts.iter().all(|part| part.day.is_some())).then_some(all)
}

fn is_between(text: &str) -> bool {
    const PAIRS: [[&str; 2]; 6] = [
        ["entre", "medio"],
        ["en", "medio"],
        ["falta", "el"],
        ["faltan", "los"],
        ["in", "between"],
        ["tambien", "van"],
    ];
    let words = cue::words(text);
    words.windows(2).any(|pair| PAIRS.iter().any(|[one, other]| pair[0] == *one && pair[1] == *other))
}

fn end_of(entity: &Entity) -> Option<Date> {
    match &entity.value {
        Value::Date(date) if date.every.is_none() => date.to.or(date.single()).or(date.from),
        _ => None,
    }
}

/// "Y después …": later, without a day.
fn comes_after(text: &str) -> bool {
    cue::words(text).iter().take(3).any(|word| AFTER.contains(&word.as_str()))
}

fn goes_on(text: &str) -> bool {
    const NEAR: usize = 4;
    let words = cue::words(text);
    let mut words = words.iter().map(cue::Word::as_str).filter(|word| *word != "," && !IDLE.contains(word));
    words.next().is_some_and(|word| GOES_ON.contains(&word))
        && !words.take(NEAR).any(|word| INSTEAD.contains(&word))
}
