//! Listening, part by part: what answers what was told, and what passes over it.

use jiff::civil::date;

use super::measures::opening;
use super::*;
use crate::call::Timing;
use crate::nlu::entity::{DateValue, Value};

pub(super) fn told(answer: &str, acts: &[&str]) -> Staged {
    opening()
        .agent("¿Qué pasó?", &["question.open"])
        .debtor("Perdí mi trabajo.", &["hardship.job_loss"])
        .agent(answer, acts)
}

#[test]
fn listening_weighs_what_is_done_with_what_was_told() {
    let answered = |acts: &[&str]| part(&told("Le escucho.", acts), "active_listening", "answered");
    assert_eq!(answered(&["paraphrase"]), "met");
    assert_eq!(answered(&["empathize"]), "met");
    assert_eq!(answered(&["acknowledge"]), "partial");
    assert_eq!(answered(&["request.full_payment"]), "missed");
}

#[test]
fn listening_quotes_both_what_was_told_and_what_passed_over_it() {
    let evaluation = judged(&told("Tiene que pagar hoy.", &["request.full_payment"]));
    let parts = &item(&evaluation, "active_listening").parts;
    let answered = parts.iter().find(|part| part.id == "answered").unwrap();
    let quotes: Vec<_> = answered.evidence.iter().map(|e| (e.quote.as_str(), e.polarity)).collect();
    assert_eq!(
        quotes,
        [("Perdí mi trabajo.", Polarity::Against), ("Tiene que pagar hoy.", Polarity::Against)]
    );
}

#[test]
fn of_an_answer_that_fell_short_only_that_is_quoted_by_which_it_did() {
    let call = told("Cuánto lo lamento.", &["empathize"])
        .debtor("Y mi mamá está enferma.", &["hardship.illness"])
        .agent("Ajá, entiendo.", &["acknowledge"])
        .debtor("Sí.", &["agree"]);
    let evaluation = judged(&call);
    let parts = &item(&evaluation, "active_listening").parts;
    let answered = parts.iter().find(|part| part.id == "answered").unwrap();
    let quotes: Vec<_> = answered.evidence.iter().map(|e| e.quote.as_str()).collect();
    assert_eq!((answered.state(), quotes), (State::Partial, vec!["Ajá, entiendo."]));
}

#[test]
fn what_asks_for_the_cause_or_who_decides_leaves_room_and_an_apology_in_a_rude_call_is_not_blamed() {
    for acts in [&["question.cause"][..], &["question.authority"]] {
        assert_eq!(part(&told("¿De quién depende?", acts), "active_listening", "room"), "met");
    }
    let call = Staged::new()
        .agent("Qué casualidad.", &["sarcasm"])
        .debtor("Oiga, respete.", &["anger"])
        .agent("Disculpe.", &["apologize"])
        .debtor("Perdí mi trabajo.", &["hardship.job_loss"])
        .agent("Eso dicen todos.", &["disbelief"])
        .debtor("Adiós.", &["farewell"]);
    let evaluation = judged(&call);
    let parts = &item(&evaluation, "active_listening").parts;
    let answered = parts.iter().find(|part| part.id == "answered").unwrap();
    let quotes: Vec<_> = answered.evidence.iter().map(|e| e.quote.as_str()).collect();
    assert_eq!((answered.state(), quotes), (State::Missed, vec!["Perdí mi trabajo.", "Eso dicen todos."]));
}

#[test]
fn listening_is_lost_by_doubting_whoever_opens_up() {
    assert_eq!(part(&told("Eso dicen todos.", &["disbelief"]), "active_listening", "respect"), "missed");
    assert_eq!(part(&told("Lo siento.", &["empathize"]), "active_listening", "respect"), "met");
}

#[test]
fn empathy_answers_a_trouble_and_only_half_answers_an_excuse() {
    let excuse = |acts: &[&str]| opening().debtor("Luego le marco.", &["excuse.later"]).agent("Ya.", acts);
    assert_eq!(part(&excuse(&["empathize"]), "active_listening", "answered"), "partial");
    assert_eq!(part(&excuse(&["paraphrase"]), "active_listening", "answered"), "met");
}

#[test]
fn listening_counts_interruptions_only_where_times_are_known() {
    let mut call = told("Le entiendo.", &["acknowledge", "propose_amount"]);
    assert_eq!(part(&call, "active_listening", "let_finish"), "none");
    call.0.call.turns[3].timing = Some(Timing { start: 0, end: Some(5000) });
    call.0.call.turns[4].timing = Some(Timing { start: 4500, end: Some(6000) });
    assert_eq!(part(&call, "active_listening", "let_finish"), "met", "half a second is no interruption");
    call.0.call.turns[4].timing = Some(Timing { start: 4000, end: Some(6000) });
    assert_eq!(part(&call, "active_listening", "let_finish"), "partial");
}

#[test]
fn a_sign_of_listening_is_no_interruption() {
    let mut call = told("Ajá.", &["backchannel"]);
    call.0.call.turns[3].interrupted = true;
    assert_eq!(part(&call, "active_listening", "let_finish"), "met");
}

#[test]
fn listening_has_no_opportunity_where_nothing_was_told_and_all_agreed() {
    let call =
        opening().agent("¿Lo paga hoy?", &["request.full_payment"]).debtor("Sí, hoy lo pago.", &["promise"]);
    assert_eq!(item(&judged(&call), "active_listening").state.id(), "no_opportunity");
    assert_eq!(item(&judged(&call), "option_offering").state.id(), "no_opportunity");
}

#[test]
fn an_answer_that_takes_something_up_shows_listening_though_nothing_was_heard_of_it() {
    let call = |acts: &[&str]| {
        let call = opening().debtor("Pues ya ve cómo está todo.", &[]).agent("Me imagino.", acts);
        call.debtor("Sí.", &[]).debtor("Pues sí.", &[])
    };
    assert_eq!(part(&call(&["empathize"]), "active_listening", "room"), "met");
    assert_eq!(part(&call(&["acknowledge"]), "active_listening", "room"), "missed");
}

#[test]
fn an_excuse_with_a_promise_asks_for_nothing_and_a_trouble_with_one_does() {
    let call = |acts: &[&str]| {
        opening()
            .agent("¿Lo paga hoy?", &["request.full_payment"])
            .debtor("Se me pasó, hoy lo pago.", acts)
            .agent("Gracias.", &["thank"])
    };
    let states = |acts: &[&str]| {
        let evaluation = judged(&call(acts));
        ["active_listening", "option_offering"].map(|id| item(&evaluation, id).state.id())
    };
    assert_eq!(states(&["excuse.later", "promise"]), ["no_opportunity", "no_opportunity"]);
    assert_eq!(states(&["hardship.job_loss", "promise"]), ["partial", "missed"]);
}

#[test]
fn a_call_put_off_is_judged_by_how_it_was_put_off() {
    let call = Staged::new()
        .agent("¿Hablo con la señora Pardo?", &["ask_for_party"])
        .debtor("Sí, pero voy manejando.", &["excuse.busy"])
        .agent("¿Le llamo el lunes?", &["acknowledge", "offer.callback"])
        .day("el lunes", 23)
        .debtor("Sí, el lunes.", &["agree"])
        .day("el lunes", 23)
        .agent("Le llamo el lunes.", &["offer.callback"])
        .day("el lunes", 23)
        .debtor("Gracias.", &["thank"]);
    let found = scores(&call);
    assert_eq!(found[..3], ["no_opportunity", "100", "100"]);
    assert_eq!(part(&call, "closing_summary", "date"), "met");
}

fn replied(said: &str, acts: &[&str]) -> Staged {
    opening()
        .agent("Anote la referencia y me la repite.", acts)
        .debtor(said, &[])
        .agent("Muy bien.", &["thank"])
}

#[test]
fn many_words_that_only_reply_to_what_was_asked_for_tell_nothing() {
    let said = "Toda no se la repito, que me pierdo con tanto número, pero aquí la tengo escrita.";
    assert_eq!(part(&replied(said, &["check_understanding"]), "active_listening", "answered"), "none");
    assert_eq!(part(&replied(said, &["question.open"]), "active_listening", "answered"), "missed");
}

#[test]
fn many_words_after_the_agreement_tell_nothing() {
    let said =
        "Mi nieta me puso un correo que yo ni sé abrir, usted disculpe, así son los muchachos de ahora.";
    let call = |agreed: &[&str]| {
        opening()
            .agent("¿Paga 900 el lunes?", &["propose_amount", "question.commitment"])
            .money("900", 900)
            .debtor("Sí.", agreed)
            .agent("Bien.", &["thank"])
            .debtor(said, &[])
            .agent("Hasta luego.", &["farewell"])
    };
    assert_eq!(part(&call(&["agree"]), "active_listening", "answered"), "none");
    assert_eq!(part(&call(&[]), "active_listening", "answered"), "missed");
}

#[test]
fn an_excuse_beside_a_date_of_birth_is_told_and_explaining_answers_it() {
    let call = |reply: &[&str]| {
        opening()
            .agent("¿Su fecha de nacimiento?", &["verify_identity"])
            .debtor("4 de julio de 1958. No me llegó el recibo.", &["excuse.no_notice"])
            .names("4 de julio de 1958", Value::Date(DateValue::day(date(1958, 7, 4))))
            .agent("Se manda al correo desde abril.", reply)
            .debtor("Le pago 900 el lunes.", &["promise"])
            .money("900", 900)
            .day("el lunes", 30)
            .agent("Gracias.", &["thank"])
    };
    assert_eq!(part(&call(&["explain"]), "active_listening", "answered"), "met");
    assert_eq!(part(&call(&["request.full_payment"]), "active_listening", "answered"), "missed");
}

#[test]
fn whoever_was_busy_and_agreed_all_the_same_had_the_time() {
    let call = |yes: &[&str]| {
        opening()
            .debtor("Ando en el trabajo, pero dígame.", &["excuse.busy"])
            .agent(
                "¿Puede 800 el lunes, o en dos partes?",
                &["offer.installments", "propose_amount", "question.commitment"],
            )
            .money("800", 800)
            .debtor("Sí.", yes)
            .agent("Gracias.", &["thank"])
    };
    assert_eq!(part(&call(&["agree"]), "option_offering", "fit"), "none");
    assert_eq!(part(&call(&["refuse"]), "option_offering", "fit"), "missed");
}
