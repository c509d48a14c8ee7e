//! Announcements, each with the acts that were heard in it, and how they read.

use super::*;
use crate::call::{Currency, Money, PastDue, Policy};
use crate::nlu::staged::Staged;

fn read_in(country: Option<Country>, text: &str, acts: &[&str]) -> Consequence {
    let mut call = Staged::new().agent(text, acts).0;
    call.call.country = country;
    let mut found = find(&call);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn reading(text: &str, act: &str) -> Reading {
    read_in(Some(Country::Mx), text, &[act]).reading
}

fn english(text: &str, act: &str) -> Reading {
    let mut call = Staged::new().agent(text, &[act]).0;
    call.call.language = Language::En;
    find(&call)[0].reading
}

/// A case with this much overdue, and this policy.
fn case(past_due: i64, policy: Policy) -> CaseFile {
    let money = |amount: i64| Money::new(amount, Currency::MXN);
    let item =
        PastDue { concept: "Octubre".into(), amount: money(past_due), due: jiff::civil::date(2026, 10, 5) };
    CaseFile {
        creditor: "Tiendas Norte".into(),
        product: "tarjeta".into(),
        account: "1".into(),
        debtor: "Rosa Pardo".into(),
        treatment: String::new(),
        currency: Currency::MXN,
        balance: money(5000),
        past_due: if past_due == 0 { Vec::new() } else { vec![item] },
        verify: Vec::new(),
        history: Vec::new(),
        policy,
    }
}

fn reading_of_case(case: CaseFile, text: &str) -> Reading {
    let mut call = Staged::new().agent(text, &["consequence.lawful"]).0;
    call.call.case_file = Some(case);
    find(&call)[0].reading
}

#[test]
fn a_possible_consequence_with_its_condition_informs() {
    for text in [
        "Si el atraso continúa, se pueden generar intereses.",
        "De no haber acuerdo, el caso podría pasar al área legal.",
        "si no se regulariza podria reportarse al buro",
        "Cada mes de atraso genera un recargo según el contrato.",
    ] {
        assert_eq!(reading(text, "consequence.lawful"), Reading::Informs, "{text}");
    }
    let text = "If the balance stays unpaid, it may be reported to the credit bureau.";
    assert_eq!(english(text, "consequence.lawful"), Reading::Informs);
}

#[test]
fn what_never_follows_from_a_debt_threatens_however_it_is_put() {
    for text in [
        "Si no paga, podría terminar en la cárcel.",
        "Si no paga, sus vecinos podrían saberlo.",
        "Podríamos visitarlo si no paga.",
        "Si no paga, podríamos llamarle todos los días.",
    ] {
        assert_eq!(reading(text, "consequence.lawful"), Reading::Threatens, "{text}");
    }
    assert_eq!(english("You could be arrested if you don't pay.", "consequence.lawful"), Reading::Threatens);
}

#[test]
fn seizure_is_a_courts_to_order() {
    let alone = "Si no paga, podemos embargar su casa.";
    assert_eq!(reading(alone, "consequence.lawful"), Reading::Threatens);
    let in_court = "Si hubiera una sentencia, un juez podría ordenar un embargo.";
    assert_eq!(reading(in_court, "consequence.lawful"), Reading::Informs);
}

#[test]
fn what_takes_time_cannot_be_for_tomorrow() {
    let sudden = "Si no paga, mañana mismo lo reportamos al buró.";
    assert_eq!(reading(sudden, "consequence.lawful"), Reading::Threatens);
    let unpunctuated = "si no paga lo reportamos mañana mismo al buro";
    assert_eq!(reading(unpunctuated, "consequence.lawful"), Reading::Threatens);
    let by_today = "Si no se paga hoy, podría pasar al área legal.";
    assert_eq!(reading(by_today, "consequence.lawful"), Reading::Informs, "the day is the condition's");
    let charge = "Si no se paga hoy, mañana se genera un recargo.";
    assert_eq!(reading(charge, "consequence.lawful"), Reading::Informs, "a charge can be");
}

#[test]
fn certain_and_without_a_condition_it_is_ambiguous() {
    assert_eq!(reading("Lo vamos a pasar al área legal.", "consequence.lawful"), Reading::Ambiguous);
    assert_eq!(reading("Puede pasar al área legal.", "consequence.lawful"), Reading::Informs);
    assert_eq!(english("We will send this to our attorneys.", "consequence.lawful"), Reading::Ambiguous);
}

#[test]
fn yes_is_no_condition() {
    for text in ["Sí lo vamos a demandar.", "si, lo vamos a demandar"] {
        assert_eq!(reading(text, "consequence.lawful"), Reading::Ambiguous, "{text}");
    }
    assert_eq!(reading("si no hay acuerdo lo van a demandar", "consequence.lawful"), Reading::Informs);
}

#[test]
fn a_hint_stays_one_unless_it_names_something_possible_with_care() {
    assert_eq!(
        reading("Si no paga, puede haber consecuencias.", "consequence.ambiguous"),
        Reading::Ambiguous
    );
    let named = "Si no hay acuerdo, podría haber una demanda.";
    assert_eq!(reading(named, "consequence.ambiguous"), Reading::Informs);
    assert_eq!(reading(named, "threat"), Reading::Ambiguous, "the tone speaks against it");
    assert_eq!(reading("Si no hay acuerdo, lo van a demandar.", "threat"), Reading::Threatens);
}

#[test]
fn posing_as_an_authority_threatens_and_invented_haste_is_ambiguous() {
    assert_eq!(reading("Le hablo del tribunal.", "impersonate"), Reading::Threatens);
    assert_eq!(reading("La oferta se cae en diez minutos.", "false_urgency"), Reading::Ambiguous);
}

#[test]
fn a_country_can_bar_what_others_allow() {
    let text = "Si no hay acuerdo, podría haber una demanda.";
    let acts = &["consequence.lawful"];
    assert_eq!(read_in(Some(Country::Cl), text, acts).reading, Reading::Ambiguous);
    assert_eq!(read_in(Some(Country::Pe), text, acts).reading, Reading::Informs);
    assert_eq!(read_in(None, text, acts).reading, Reading::Informs);
}

#[test]
fn the_case_file_can_contradict_the_agent() {
    let report = "Si no se paga, podría reportarse al buró.";
    assert_eq!(reading_of_case(case(900, Policy::default()), report), Reading::Informs);
    assert_eq!(reading_of_case(case(0, Policy::default()), report), Reading::Ambiguous, "nothing is overdue");
    let discount = "Si no paga el viernes, podría perder el descuento.";
    let policy = Policy { max_discount: Some(20.into()), ..Policy::default() };
    assert_eq!(reading_of_case(case(900, policy), discount), Reading::Informs);
    assert_eq!(reading_of_case(case(900, Policy::default()), discount), Reading::Ambiguous, "there is none");
}

#[test]
fn every_reason_has_its_words() {
    let text = "Le entiendo. Si no paga, mañana va a haber una demanda.";
    let found =
        read_in(Some(Country::Mx), text, &["consequence.lawful=Si no paga, mañana va a haber una demanda"]);
    assert_eq!(&text[found.span.clone()], "Si no paga, mañana va a haber una demanda");
    let told: Vec<(&Why, &str)> =
        found.grounds.iter().map(|ground| (&ground.why, &text[ground.span.clone()])).collect();
    let named = Why::Named { kind: "lawsuit".into(), standing: Standing::TooSoon };
    assert_eq!(
        told,
        [
            (&Why::Condition, "Si no paga"),
            (&Why::Worded("consequence.lawful".into()), "Si no paga, mañana va a haber una demanda"),
            (&Why::Imminence, "mañana"),
            (&Why::Certainty, "va a"),
            (&named, "demanda"),
        ]
    );
}

#[test]
fn only_the_agent_announces_and_only_where_it_was_heard() {
    let debtor = Staged::new().debtor("Si insisten, los voy a demandar.", &["threat"]);
    assert_eq!(find(&debtor.0), []);
    let calm = Staged::new().agent("Si hay una demanda, se lo avisan.", &["explain"]);
    assert_eq!(find(&calm.0), []);
}

#[test]
fn two_sentences_are_two_announcements() {
    let call = Staged::new().agent(
        "Si no paga, podría generar intereses. Y lo van a meter preso.",
        &["consequence.lawful=Si no paga, podría generar intereses", "threat=lo van a meter preso"],
    );
    let readings: Vec<_> = find(&call.0).into_iter().map(|found| found.reading).collect();
    assert_eq!(readings, [Reading::Informs, Reading::Threatens]);
}

#[test]
fn every_kind_has_its_name_in_both_languages() {
    assert_eq!(title("visit", Language::En), Some("visits to frighten"));
    assert_eq!(title("nothing", Language::Es), None);
}
