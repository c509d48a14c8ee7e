//! The closing recap, part by part: what goes over the agreement, and what the other party says to it.

use jiff::civil::date;

use super::measures::opening;
use super::*;
use crate::call::Speaker;
use crate::nlu::entity::{DateValue, Value};

fn eight_hundred_on_monday() -> Staged {
    opening()
        .agent("¿Puede 800 el lunes?", &["propose_amount", "question.commitment"])
        .money("800", 800)
        .day("el lunes", 30)
        .debtor("Sí.", &["agree"])
}

#[test]
fn the_recap_repeats_each_fact_that_was_agreed() {
    let agreed = || {
        Staged::new()
            .agent("¿Paga 800 el lunes?", &["propose_amount", "propose_date", "question.commitment"])
            .money("800", 800)
            .day("el lunes", 30)
            .debtor("Sí.", &["agree"])
    };
    let recap = |words: &str, amount: i64| {
        agreed().agent(words, &["summarize"]).money("pesos", amount).debtor("Sí.", &["agree"])
    };
    let right = recap("Quedamos en 800 pesos.", 800);
    assert_eq!(part(&right, "closing_summary", "amount"), "met");
    assert_eq!(part(&right, "closing_summary", "date"), "missed");
    assert_eq!(part(&right, "closing_summary", "confirmed"), "met");
    assert_eq!(part(&right, "closing_summary", "method"), "none", "no means was agreed");

    let wrong = judged(&recap("Quedamos en 900 pesos.", 900));
    let criterion = item(&wrong, "closing_summary");
    let amount = criterion.parts.iter().find(|part| part.id == "amount").unwrap();
    let quotes: Vec<_> = amount.evidence.iter().map(|evidence| evidence.quote.as_str()).collect();
    assert_eq!((amount.state(), quotes), (State::Missed, vec!["800", "pesos"]));
    assert!(criterion.advice.as_ref().is_some_and(|advice| advice.es.contains("no coincide")));

    let none = judged(&agreed().agent("Hasta luego.", &["farewell"]));
    let criterion = item(&none, "closing_summary");
    assert_eq!(criterion.state, State::Missed);
    let absence = criterion.parts[0].absence.as_ref().unwrap();
    assert_eq!((absence.from.number(), absence.to.number(), absence.speaker), (3, 3, Some(Speaker::Agent)));
}

#[test]
fn a_verification_that_was_agreed_is_closed_too_without_amount_or_date() {
    let call = opening()
        .debtor("Eso ya lo pagué.", &["dispute.paid"])
        .agent("Lo reviso con su comprobante.", &["offer_verification"])
        .debtor("Bueno, gracias.", &["thank"])
        .agent("Entonces reviso el pago y le llamo.", &["summarize", "next_step"])
        .debtor("Sí.", &["backchannel"]);
    assert_eq!(scores(&call)[3], "100");
    assert_eq!(part(&call, "closing_summary", "amount"), "none");
}

#[test]
fn a_recap_that_is_itself_the_agents_yes_counts() {
    let call = opening()
        .agent("¿Cuánto puede?", &["question.capacity"])
        .debtor("Doy 800 el lunes.", &["offer_partial"])
        .money("800", 800)
        .day("el lunes", 30)
        .agent("Entonces 800 el lunes, ¿correcto?", &["confirm_commitment"])
        .money("800", 800)
        .day("el lunes", 30)
        .debtor("Sí.", &["agree"]);
    assert_eq!(["amount", "date", "confirmed"].map(|id| part(&call, "closing_summary", id)), ["met"; 3]);
}

#[test]
fn two_parts_that_make_the_agreed_sum_repeat_it() {
    let call = |parts: [i64; 2]| {
        opening()
            .agent("¿Paga 320 el lunes?", &["propose_amount", "question.commitment"])
            .money("320", 320)
            .day("el lunes", 30)
            .debtor("Sí.", &["agree"])
            .agent("Quedamos en esto y esto otro, el lunes.", &["summarize"])
            .money("esto y", parts[0])
            .money("esto otro", parts[1])
            .day("el lunes", 30)
            .debtor("Sí.", &["agree"])
    };
    assert_eq!(part(&call([200, 120]), "closing_summary", "amount"), "met");
    assert_eq!(part(&call([200, 100]), "closing_summary", "amount"), "missed");
}

/// A debtor who answers `said`, in words in which nothing is heard, to an agent's turn with `acts`.

#[test]
fn the_name_of_a_month_repeats_no_day_and_contradicts_none() {
    let november = DateValue { to: Some(date(2026, 11, 30)), ..DateValue::day(date(2026, 11, 1)) };
    let call = eight_hundred_on_monday()
        .agent("Quedamos en 800 en noviembre.", &["summarize"])
        .money("800", 800)
        .names("en noviembre", Value::Date(november))
        .debtor("Sí.", &["agree"]);
    let evaluation = judged(&call);
    let criterion = item(&evaluation, "closing_summary");
    let part = criterion.parts.iter().find(|part| part.id == "date").unwrap();
    assert_eq!((part.state(), part.evidence.is_empty()), (State::Missed, true));
}

#[test]
fn a_recap_that_is_taken_back_is_none_beside_one_that_stands_and_a_no_confirms_nothing() {
    let call = |answer: &str, acts: &[&str]| {
        eight_hundred_on_monday()
            .agent("Entonces 800 el lunes.", &["summarize"])
            .money("800", 800)
            .day("lunes", 23)
            .debtor(answer, acts)
            .money("800", 800)
    };
    let closing = |call: &Staged, id: &str| {
        let evaluation = judged(call);
        let parts = item(&evaluation, "closing_summary").parts.clone();
        parts.into_iter().find(|part| part.id == id).unwrap()
    };
    let denied = call("No, dijimos 800 otro día.", &[]);
    assert_eq!(closing(&denied, "confirmed").state(), State::Missed);
    assert_eq!(closing(&call("Sí, 800.", &["agree"]), "confirmed").state(), State::Met);
    let otherwise = call("No, quedamos en 800 otro día.", &["agree"]);
    assert_eq!(closing(&otherwise, "confirmed").state(), State::Missed, "it says how it was");
    assert_eq!(closing(&call("No hay problema, 800.", &["agree"]), "confirmed").state(), State::Met);
    let again = denied
        .agent("Bien, 800 el lunes, de acuerdo.", &["summarize"])
        .money("800", 800)
        .day("lunes", 23)
        .debtor("Sí.", &["agree"]);
    assert_eq!(closing(&again, "recap").evidence[0].turn.0, again.0.call.turns.len() - 2);
    assert_eq!(closing(&again, "confirmed").state(), State::Met);
}

#[test]
fn a_no_confirms_only_where_it_agrees() {
    let confirmed = |answer: &str| {
        let call = eight_hundred_on_monday()
            .agent("Entonces 800 el lunes.", &["summarize"])
            .money("800", 800)
            .day("lunes", 23)
            .debtor(answer, &["agree"]);
        part(&call, "closing_summary", "confirmed")
    };
    assert_eq!(confirmed("No me quiero comprometer así nomás."), "missed");
    assert_eq!(confirmed("No, está bien."), "met");
    assert_eq!(confirmed("No hay problema."), "met");
}

#[test]
fn a_recap_with_its_yes_is_a_check() {
    let call = |answer: &[&str]| {
        eight_hundred_on_monday()
            .agent("Quedamos en 800 el lunes.", &["summarize"])
            .money("800", 800)
            .day("el lunes", 30)
            .debtor("Así está bien.", answer)
    };
    assert_eq!(part(&call(&["agree"]), "clarity", "checked"), "met");
    assert_eq!(part(&call(&["refuse"]), "clarity", "checked"), "missed");
}
