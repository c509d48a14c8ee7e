//! Part by part: what earns it, and what loses it.

use jiff::civil::date;

use super::*;
use crate::call::{CaseFile, Currency, Money, Policy, Speaker, Timing};
use crate::nlu::entity::{DateValue, Value};

fn opening() -> Staged {
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

fn told(answer: &str, acts: &[&str]) -> Staged {
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
