//! Part by part: what earns it, and what loses it.

use super::listening::told;
use super::*;
use crate::call::{CaseFile, Currency, Money, Policy};

pub(super) fn opening() -> Staged {
    Staged::new()
        .agent("Le llamo por un saldo de 4,000 pesos vencido el 5 de noviembre.", &["state_debt"])
        .money("4,000 pesos", 4000)
        .day("5 de noviembre", 5)
        .debtor("Ajá.", &["backchannel"])
}

fn with_case(mut call: Staged, policy: Policy) -> Staged {
    call.0.call.case_file = Some(CaseFile {
        creditor: "Tiendas Norte".into(),
        product: "crédito".into(),
        account: "1".into(),
        debtor: "Luz Pardo".into(),
        treatment: "señora".into(),
        currency: Currency::MXN,
        balance: Money::new(4000, Currency::MXN),
        past_due: Vec::new(),
        verify: Vec::new(),
        history: Vec::new(),
        policy,
    });
    call
}

#[test]
fn clarity_wants_the_figure_and_not_only_the_word_debt() {
    assert_eq!(part(&opening(), "clarity", "amount"), "met");
    let vague =
        Staged::new().agent("Tiene un saldo pendiente.", &["state_debt"]).debtor("Ajá.", &["backchannel"]);
    assert_eq!(part(&vague, "clarity", "amount"), "partial");
    let silent = Staged::new().agent("Buenas tardes.", &["greet"]).debtor("Hola.", &["greet"]);
    assert_eq!(part(&silent, "clarity", "amount"), "missed");
    assert_eq!(part(&silent, "clarity", "date"), "missed");
}

#[test]
fn clarity_takes_no_threat_for_a_date_or_a_next_step() {
    let call = |acts: &[&str]| {
        Staged::new()
            .agent("Si no paga hoy, procedemos.", acts)
            .day("hoy", 21)
            .debtor("Ya.", &["backchannel"])
    };
    let parts = |acts: &[&str]| ["date", "next_step"].map(|id| part(&call(acts), "clarity", id));
    assert_eq!(parts(&["propose_date", "threat"]), ["missed", "missed"]);
    assert_eq!(parts(&["propose_date"]), ["missed", "partial"], "a day to pay by is asked, not told");
}

#[test]
fn clarity_wants_to_hear_since_when_and_takes_no_day_to_pay_for_it() {
    let dated = |acts: &[&str]| {
        let call = Staged::new().agent("Tiene un saldo de 900.", &["state_debt"]).money("900", 900);
        call.debtor("Ya.", &[]).agent("¿El viernes?", acts).day("viernes", 27).debtor("No.", &["refuse"])
    };
    assert_eq!(part(&opening(), "clarity", "date"), "met");
    assert_eq!(part(&dated(&["propose_date"]), "clarity", "date"), "missed");
}

#[test]
fn clarity_knows_a_debt_from_an_offer() {
    let call = |acts: &[&str]| {
        Staged::new().agent("Son 900 pesos.", acts).money("900 pesos", 900).debtor("Ya.", &[])
    };
    assert_eq!(part(&call(&[]), "clarity", "amount"), "met");
    assert_eq!(part(&call(&["offer.partial"]), "clarity", "amount"), "missed");
}

#[test]
fn clarity_checks_the_figure_against_the_case_file() {
    let said = |words: &str, amount: i64| {
        let call = Staged::new().agent("Su saldo vencido es otro.", &["state_debt"]).money(words, amount);
        with_case(call.debtor("Ajá.", &["backchannel"]), Policy::default())
    };
    assert_eq!(part(&said("saldo", 4000), "clarity", "amount"), "met");
    let evaluation = judged(&said("saldo", 4500));
    let criterion = item(&evaluation, "clarity");
    assert_eq!(
        criterion.parts.iter().find(|part| part.id == "amount").map(Part::state),
        Some(State::Partial)
    );
    assert!(criterion.advice.as_ref().is_some_and(|advice| advice.es.contains("expediente")));
}

#[test]
fn a_sum_that_the_debtor_named_first_is_no_wrong_figure_of_the_debt() {
    let call = |first: &str| {
        let call =
            Staged::new().agent("¿Qué tiene?", &["question.capacity"]).debtor(first, &["promise.vague"]);
        let call = if first == "Tengo 600." { call.money("600", 600) } else { call };
        with_case(
            call.agent("Son 600 los guardados.", &["state_debt"]).money("600", 600).debtor("Sí.", &["agree"]),
            Policy::default(),
        )
    };
    assert_eq!(part(&call("Tengo 600."), "clarity", "amount"), "missed");
    assert_eq!(part(&call("Tengo algo."), "clarity", "amount"), "partial");
}

#[test]
fn clarity_weighs_readability_only_where_there_are_words_enough() {
    let talk = |sentence: &str, times: usize| (0..times).fold(opening(), |call, _| call.agent(sentence, &[]));
    let plain = "Le cuento qué pasa con su pago y lo vemos juntos.";
    let heavy = "Consecuentemente procederemos institucionalmente administrativamente conforme reglamentaciones contractuales correspondientes.";
    assert_eq!(part(&talk(plain, 1), "clarity", "easy"), "none");
    assert_eq!(part(&talk(plain, 12), "clarity", "easy"), "met");
    assert_eq!(part(&talk(heavy, 14), "clarity", "easy"), "missed");
}

#[test]
fn clarity_lets_a_trade_word_pass_when_it_is_explained_at_once() {
    let term = |explained: &[&str]| {
        opening()
            .agent("Hay una quita.", &["jargon=quita"])
            .debtor("¿Qué es eso?", &["confusion"])
            .agent("Es una rebaja de lo que debe.", explained)
    };
    assert_eq!(part(&term(&["explain"]), "clarity", "plain_words"), "met");
    assert_eq!(part(&term(&[]), "clarity", "plain_words"), "missed");
    assert_eq!(part(&term(&["explain"]), "clarity", "cleared"), "met");
    assert_eq!(part(&term(&[]), "clarity", "cleared"), "missed");
    assert_eq!(part(&opening(), "clarity", "cleared"), "none");
}

#[test]
fn clarity_forgives_one_vague_word_and_not_two() {
    let vague = |times: usize| {
        (0..times)
            .fold(opening(), |call, _| call.agent("Pague lo antes posible.", &["vague=lo antes posible"]))
    };
    assert_eq!(part(&vague(0), "clarity", "precise"), "met");
    assert_eq!(part(&vague(1), "clarity", "precise"), "partial");
    assert_eq!(part(&vague(2), "clarity", "precise"), "missed");
}

#[test]
fn clarity_counts_long_stretches_but_not_the_notices_that_the_law_dictates() {
    let long = "palabra ".repeat(90);
    assert_eq!(part(&opening().agent(&long, &[]), "clarity", "short"), "partial");
    assert_eq!(part(&opening().agent(&long, &["legal_notice"]), "clarity", "short"), "met");
}

#[test]
fn clarity_asks_nothing_of_a_call_that_a_third_party_answered() {
    let call = Staged::new()
        .agent("¿Hablo con la señora Pardo?", &["ask_for_party"])
        .debtor("No, soy su hermana.", &["third_party"]);
    assert_eq!(item(&judged(&call), "clarity").state.id(), "no_opportunity");
    assert_eq!(item(&judged(&call), "option_offering").state.id(), "no_opportunity");
}

fn offering(acts: &[&str]) -> Staged {
    told("Lo lamento.", &["empathize"]).debtor("Gracias.", &["thank"]).agent("Hay varias maneras.", acts)
}

#[test]
fn options_are_counted_by_kind() {
    let variety = |acts: &[&str]| part(&offering(acts), "option_offering", "variety");
    assert_eq!(variety(&["offer.installments", "offer.extension", "offer.choice"]), "met");
    let alone = ["offer.installments", "offer.extension"];
    assert_eq!(variety(&alone), "partial", "to be taken as it is");
    let joined =
        told("Lo lamento.", &["empathize"]).debtor("Sí.", &["agree"]).agent("En partes, o el lunes.", &alone);
    assert_eq!(part(&joined, "option_offering", "variety"), "met");
    let later = offering(&alone).debtor("No.", &["refuse"]).agent("¿Y si paga la mitad?", &["offer.partial"]);
    assert_eq!(part(&later, "option_offering", "variety"), "met");
    assert_eq!(variety(&["offer.installments"]), "partial");
    assert_eq!(variety(&["request.full_payment"]), "missed");
}

#[test]
fn options_come_after_the_situation_is_known() {
    assert_eq!(part(&offering(&["offer.partial"]), "option_offering", "timing"), "met");
    let early = Staged::new()
        .agent(
            "Debe 4,000, y se lo dejo en pagos.",
            &["state_debt", "offer.installments=se lo dejo en pagos"],
        )
        .debtor("Perdí mi trabajo.", &["hardship.job_loss"])
        .agent("Ya.", &[]);
    assert_eq!(part(&early, "option_offering", "timing"), "missed");
}

#[test]
fn options_fit_what_was_told() {
    let fit = |call: &Staged| part(call, "option_offering", "fit");
    assert_eq!(fit(&offering(&["offer.hardship"])), "met");
    assert_eq!(fit(&offering(&["offer.discount"])), "missed");
    let disputed =
        |acts: &[&str]| opening().debtor("Eso ya lo pagué.", &["dispute.paid"]).agent("Bien.", acts);
    assert_eq!(fit(&disputed(&["offer_verification"])), "met");
    assert_eq!(fit(&disputed(&["offer_verification", "request.full_payment"])), "missed");
    assert_eq!(part(&disputed(&["offer_verification"]), "option_offering", "variety"), "met");
}

#[test]
fn the_discount_is_not_the_first_rung_unless_it_was_asked_for() {
    let ladder = |call: &Staged| part(call, "option_offering", "ladder");
    assert_eq!(ladder(&offering(&["offer.discount"])), "missed");
    assert_eq!(ladder(&offering(&["offer.installments"])), "met");
    let asked = opening().debtor("¿No hay descuento?", &["ask_discount"]).agent("Sí.", &["offer.discount"]);
    assert_eq!(ladder(&asked), "met");
}

#[test]
fn offering_beyond_the_policy_of_the_case_is_lost() {
    let offer = |percent| offering(&["offer.installments", "offer.discount"]).names("varias", percent);
    let percent = |number: i64| crate::nlu::entity::Value::Percent(number.into());
    let policy = || Policy { max_discount: Some(20.into()), max_installments: Some(3), ..Policy::default() };
    assert_eq!(part(&with_case(offer(percent(20)), policy()), "option_offering", "authority"), "met");
    assert_eq!(part(&with_case(offer(percent(40)), policy()), "option_offering", "authority"), "missed");
    assert_eq!(
        part(&with_case(offer(percent(10)), Policy::default()), "option_offering", "authority"),
        "missed"
    );
    assert_eq!(
        part(&offer(percent(40)), "option_offering", "authority"),
        "none",
        "without a case nothing is known"
    );
}

/// 800 on Monday 30, agreed.

#[test]
fn a_goodbye_is_what_came_closest_only_where_nothing_else_did() {
    let call = |acts: &[&str]| {
        Staged::new()
            .agent("¿Paga 800 el lunes?", &["propose_amount", "question.commitment"])
            .money("800", 800)
            .debtor("Sí.", &["agree"])
            .agent("Le mando la confirmación.", acts)
            .debtor("Bien.", &[])
            .agent("Le mando la confirmación, adiós.", &["next_step", "farewell"])
    };
    let nearest = |acts: &[&str]| {
        let evaluation = judged(&call(acts));
        let parts = &item(&evaluation, "closing_summary").parts;
        let recap = parts.iter().find(|part| part.id == "recap").cloned().unwrap();
        recap.absence.and_then(|absence| absence.nearest).map(|near| near.turn.0)
    };
    assert_eq!(nearest(&["next_step"]), Some(2));
    assert_eq!(nearest(&[]), Some(4));
}

#[test]
fn what_is_missing_shows_the_words_that_came_closest() {
    let call = Staged::new()
        .agent("¿Paga 800 el lunes?", &["propose_amount", "question.commitment"])
        .money("800", 800)
        .debtor("Sí.", &["agree"])
        .agent("Entonces así quedamos.", &[])
        .agent("Le mando la confirmación.", &["next_step"])
        .agent("Hasta luego.", &["farewell"]);
    let evaluation = judged(&call);
    let absence = item(&evaluation, "closing_summary").parts[0].absence.clone().unwrap();
    assert_eq!(absence.nearest.map(|near| near.quote).as_deref(), Some("Le mando la confirmación."));
}

#[test]
fn whoever_says_that_it_was_paid_is_offered_a_check_and_no_plan() {
    let call =
        opening().debtor("Eso ya lo pagué.", &["dispute.paid"]).agent("Tiene que pagar.", &["pressure"]);
    let evaluation = judged(&call);
    let advice = item(&evaluation, "option_offering").advice.clone().unwrap();
    assert!(advice.es.contains("revisar el caso"), "{}", advice.es);
    let call =
        opening().debtor("Eso ya lo pagué.", &["dispute.paid"]).agent("Lo reviso.", &["offer_verification"]);
    assert_eq!(part(&call, "active_listening", "answered"), "met");
}

#[test]
fn a_figure_said_with_a_reproach_is_half_told() {
    let call = |acts: &[&str]| {
        Staged::new()
            .agent("Debe 900 pesos y se hace la sorda.", acts)
            .money("900 pesos", 900)
            .debtor("Oiga.", &["anger"])
            .agent("Bueno.", &[])
            .agent("Dígame.", &[])
            .agent("Mire.", &[])
    };
    let told = |acts: &[&str]| {
        let evaluation = judged(&call(acts));
        let part = item(&evaluation, "clarity").parts.iter().find(|part| part.id == "amount").cloned();
        part.map(|part| part.state())
    };
    assert_eq!(told(&["state_debt", "blame"]), Some(State::Partial));
    assert_eq!(told(&["state_debt"]), Some(State::Met));
    assert_eq!(told(&["state_debt", "threat"]), Some(State::Missed));
}
