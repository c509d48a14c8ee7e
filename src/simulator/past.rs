//! Questions about what was: *did you pay it all at once, by check or card?*, *¿la pagó completa, con tarjeta?* They propose
//! nothing, whatever they resemble.

use crate::nlu::Heard;
use crate::simulator::clause::clauses;
use crate::simulator::cue;
use crate::source::Span;

/// What is proposed to somebody.
const PROPOSES: [&str; 5] =
    ["offer.choice", "offer.partial", "offer.installments", "propose", "request.full_payment"];
/// Beginnings of an English question about what somebody did, and of one about what was done.
const DID: [&str; 3] = ["did", "had", "have"];
const WAS: [&str; 2] = ["was", "were"];
const SOMEBODY: [&str; 7] = ["you", "u", "ya", "they", "she", "he", "it"];
/// What was done with money.
const DONE: [&str; 10] =
    ["pay", "paid", "send", "sent", "settle", "settled", "mail", "mailed", "give", "gave"];
/// The same in Spanish, where no letter tells it from what is done today …
const PAGASTE: [&str; 5] = ["pagaste", "depositaste", "transferiste", "abonaste", "mandaste"];
/// … and where only the words before tell it: as people type it, *pagó* is *pago*.
const PAGO: [&str; 12] = [
    "pago",
    "deposito",
    "transfirio",
    "consigno",
    "abono",
    "mando",
    "giro",
    "envio",
    "pagado",
    "pagaste",
    "hizo",
    "cancelo",
];
/// Words before it that make a verb of it.
const VERBAL: [&str; 12] =
    ["lo", "la", "los", "las", "ya", "cuando", "usted", "ud", "quien", "cuanto", "ha", "habia"];

/// The questions of a turn that are about what was done with money.
pub(super) fn asked_of_the_past(text: &str) -> Vec<Span> {
    if !text.contains('?') && !text.contains(" did ") {
        return Vec::new();
    }
    let of_the_past = |clause: &Span| text.get(clause.clone()).is_some_and(is_about_what_was);
    clauses(text).into_iter().filter(of_the_past).collect()
}

/// Takes out of what was heard what a question about the past seems to propose.
pub(super) fn take_out(text: &str, heard: &mut Heard) {
    let parts = asked_of_the_past(text);
    if parts.is_empty() {
        return;
    }
    let within = |span: &Span| parts.iter().any(|part| part.start <= span.start && span.start < part.end);
    heard.acts.retain(|hit| !(PROPOSES.iter().any(|act| is_one(hit.act.id(), act)) && within(&hit.span)));
}

/// Whether an act is this one, or of its family.
fn is_one(act: &str, family: &str) -> bool {
    act.strip_prefix(family).is_some_and(|rest| rest.is_empty() || rest.starts_with(['_', '.']))
}

fn is_about_what_was(clause: &str) -> bool {
    if !clause.trim_end().ends_with('?') {
        return false;
    }
    let words = cue::words(clause);
    let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|word| list.contains(&word.as_str()));
    let done = |from: usize, reach: usize, list: &[&str]| (from..from + reach).any(|at| is(at, list));
    (0..words.len()).any(|at| {
        is(at, &DID) && is(at + 1, &SOMEBODY) && done(at + 2, 3, &DONE)
            || is(at, &WAS) && done(at + 1, 5, &DONE)
            || is(at, &VERBAL) && is(at + 1, &PAGO)
            || is(at, &["se"]) && is(at + 1, &["pago", "hizo"])
            || is(at, &PAGASTE)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_with_money_is_asked_and_not_proposed() {
        for text in [
            "Did you pay it all at once, by check or card?",
            "and was the 500 paid in one go?",
            "¿La pagó completa o en partes, con tarjeta?",
            "y cuando pago lo de marzo, fue en efectivo?",
            "¿Ya había pagado algo por transferencia?",
        ] {
            assert!(is_about_what_was(text), "{text}");
        }
        for text in [
            "Can you pay it by check or card?",
            "¿Cuánto puede de pago inicial, por transferencia?",
            "¿Le hago el pago en dos?",
            "did you say the card?",
            "¿Paga hoy con tarjeta?",
            "have you got the money to pay half?",
        ] {
            assert!(!is_about_what_was(text), "{text}");
        }
    }
}
