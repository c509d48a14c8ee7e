//! What is only said for a case: *la A-5567 el 18 si llega el sello, si no el 25*, *if it comes on Monday, does it go out on
//! the 18th?* Of several bills, one that hangs on something is not promised with the others.

use rust_decimal::Decimal;

use crate::nlu::entity::{Entity, Value};
use crate::simulator::clause::{bill_called, clauses};
use crate::simulator::cue::{self, PAUSE, Word};
use crate::simulator::reading::Reading;
use crate::source::Span;

/// Words after *si* and *if* that only ask for leave: *si le parece*, *if that works*.
const POLITE: [&str; 34] = [
    "parece", "queda", "sirve", "conviene", "acomoda", "gusta", "va", "viene", "cierra", "late", "cuadra",
    "quiere", "quieres", "queres", "puede", "puedes", "podes", "pudiera", "prefiere", "esta", "entiendo",
    "es", "works", "work", "ok", "okay", "fine", "suits", "possible", "can", "could", "like", "want",
    "prefer",
];
/// Those that may stand between.
const BETWEEN: [&str; 12] =
    ["le", "te", "les", "lo", "usted", "vos", "asi", "eso", "you", "that", "thats", "its"];
/// Words before a clause's first that counts.
const IDLE: [&str; 15] = [
    "y", "e", "pero", "entonces", "o", "sea", "ok", "bueno", "va", "and", "so", "but", "then", "okay", PAUSE,
];

/// The parts of a turn that speak of a bill which hangs on something.
pub(super) fn hanging(reading: Reading<'_>) -> Vec<Span> {
    if reading.case_file.past_due.len() < 2 {
        return Vec::new();
    }
    let clauses = clauses(reading.text);
    let bills: Vec<(&Entity, Decimal)> = reading
        .heard
        .entities
        .iter()
        .filter_map(|entity| Some((entity, bill_of(entity, reading)?)))
        .collect();
    let parts = bills.iter().enumerate().map(|(at, (entity, bill))| {
        let start = entity.span.start;
        let end = reading.text.len();
        let clause = clauses.iter().find(|clause| clause.contains(&start)).cloned().unwrap_or(0..end);
        let first = at
            .checked_sub(1)
            .and_then(|at| bills.get(at))
            .is_none_or(|(other, _)| other.span.start < clause.start);
        // "Si llega el lunes con el sello, ¿la otra sale el 18?"
        let led = first && reading.text.get(clause.start..start).is_some_and(is_led_by_condition);
        let next =
            bills.iter().skip(at + 1).find(|(_, other)| other != bill).map(|(other, _)| other.span.start);
        let end = next.unwrap_or(end).min(clause.end).min(end);
        (led, if led { clause.start } else { start }..end)
    });
    let open =
        |(led, part): &(bool, Span)| *led || reading.text.get(part.clone()).is_some_and(is_conditional);
    parts.filter(open).map(|(_, part)| part).collect()
}

/// What the bill comes to that an entity names, by its sum or by its number.
fn bill_of(entity: &Entity, reading: Reading<'_>) -> Option<Decimal> {
    let amount = match &entity.value {
        Value::Money(money) => money.amount,
        Value::Number(number) => *number,
        _ => return None,
    };
    let said = reading.text.get(entity.span.clone())?;
    let items = &reading.case_file.past_due;
    // Instalments that are all alike are no bills.
    let own = items.iter().filter(|item| item.amount.amount == amount).count() == 1;
    bill_called(said, reading.case_file).or_else(|| Some(amount).filter(|_| own))
}

/// "Si llega el lunes sellado, ¿sale el 18?": a question about a case, and no recap of what was agreed.
pub(super) fn is_supposed(clause: &str) -> bool {
    let words = cue::words(clause);
    let first = words.iter().position(|word| !IDLE.contains(&word.as_str()));
    first.is_some_and(|at| is_condition(&words, at))
}

/// A condition with words of its own before a bill; "sí, la 5521" has none.
fn is_led_by_condition(lead: &str) -> bool {
    const LEAST: usize = 4;
    let words = cue::words(lead);
    (0..words.len().saturating_sub(LEAST)).any(|at| is_condition(&words, at))
}

fn is_conditional(part: &str) -> bool {
    let words = cue::words(part);
    (0..words.len()).any(|at| is_condition(&words, at) || is_until(&words, at))
}

/// "Si llega", "si no", "unless".
fn is_condition(words: &[Word], at: usize) -> bool {
    let word = |at: usize| words.get(at).map_or(PAUSE, Word::as_str);
    match word(at) {
        "si" | "if" => {
            let next = word(at + 1);
            let second = if BETWEEN.contains(&next) { word(at + 2) } else { next };
            let asks_back = next == "no" && word(at + 2) == PAUSE
                || matches!(next, PAUSE | "o" | "or" | "por" | "transferencia" | "claro");
            !asks_back && !POLITE.contains(&second)
        }
        "unless" | "provided" | "depende" | "depends" => true,
        _ => false,
    }
}

/// "En cuanto me llegue", "cuando tenga el sello", "once it is signed".
fn is_until(words: &[Word], at: usize) -> bool {
    let word = |at: usize| words.get(at).map_or(PAUSE, Word::as_str);
    match (word(at), word(at + 1)) {
        ("en", "cuanto") | ("siempre", "que" | "y") | ("una", "vez") | ("as", "soon") => true,
        ("once", next) => next != PAUSE,
        ("cuando" | "when", next) => {
            // "¿La otra cuándo sale?" asks for the day.
            next != PAUSE
                && !words.iter().skip(at).any(|word| matches!(word.as_str(), "sale" | "paga" | "is" | "will"))
        }
        _ => false,
    }
}
