//! What must not be: what is found, what is not, what it costs, and what is due where it is no call to collect on.

use super::*;
use crate::call::{CaseFile, Conduct, Country, Currency, Money, Norm, Policy, Speaker, VerificationItem};
use crate::nlu::Reason;
use crate::nlu::entity::Value;

/// The kinds found, with the turns, counted from 1.
fn found(call: &Staged) -> Vec<(&'static str, usize)> {
    let conduct = judged(call).conduct;
    conduct.iter().map(|breach| (breach.kind.id(), breach.evidence.turn.number())).collect()
}

fn with_case(mut call: Staged) -> Staged {
    call.0.call.case_file = Some(CaseFile {
        creditor: "Tiendas Norte".into(),
        product: "crédito".into(),
        account: "1".into(),
        debtor: "Luz Pardo".into(),
        treatment: "señora".into(),
        currency: Currency::MXN,
        balance: Money::new(4000, Currency::MXN),
        past_due: Vec::new(),
        verify: vec![VerificationItem { label: "año de nacimiento".into(), value: "1980".into() }],
        history: Vec::new(),
        policy: Policy::default(),
    });
    call
}

fn against(mut call: Staged, says: &str, kinds: &[Conduct]) -> Staged {
    call.0.call.law.push(Norm { says: says.to_owned(), against: kinds.to_vec() });
    call
}

#[test]
fn a_good_call_has_nothing_that_must_not_be() {
    assert!(found(&good_call()).is_empty());
    assert_eq!(scores(&good_call())[4..], ["no_opportunity", "100"]);
}

#[test]
fn a_threat_caps_the_call_and_the_score_before_it_is_kept() {
    let call = good_call().agent("Si no, le caigo en su trabajo.", &["threat"]);
    let evaluation = judged(&call);
    assert_eq!(found(&call), [("threat", 18)]);
    let raw = evaluation.raw.expect("there is a score");
    assert!(raw > Points::from_integer(90), "{raw}");
    assert_eq!(evaluation.score, Some(raw * Points::new(3, 10)));
    assert_eq!(evaluation.passed(), Some(false));
}

#[test]
fn a_breach_names_the_rule_of_the_call_that_it_breaks() {
    let call = against(good_call().agent("Ratera.", &["insult"]), "Sin ofensas.", &[Conduct::Insult]);
    let breach = judged(&call).conduct.remove(0);
    assert_eq!((breach.evidence.quote.as_str(), breach.law.as_deref()), ("Ratera.", Some("Sin ofensas.")));
}

#[test]
fn whoever_does_not_owe_may_be_asked_when_to_call_and_nothing_else() {
    let call = |words: &str, acts: &[&str]| {
        Staged::new()
            .agent("¿Está la señora Pardo?", &["ask_for_party"])
            .turn(Speaker::ThirdParty, "Salió.", &["third_party"])
            .agent(words, acts)
            .turn(Speaker::ThirdParty, "Ah.", &[])
    };
    let asked = call("¿A qué hora la encuentro?", &["offer.callback", "thank"]);
    assert!(found(&asked).is_empty());
    assert_eq!(scores(&asked)[4], "100");
    let told = call("Dígale que debe dos meses.", &["state_debt"]);
    assert_eq!(found(&told), [("third_party", 3)]);
    assert_eq!(part(&told, "right_course", "kept_quiet"), "missed");
    let mut business = told.clone();
    business.0.call.business = true;
    assert!(found(&business).is_empty(), "between companies it is no secret …");
    let ruled = against(business, "En recepción no se dan facturas.", &[Conduct::ThirdParty]);
    assert_eq!(found(&ruled), [("third_party", 3)], "… unless the call's own rules say so");
}

#[test]
fn a_widow_who_said_who_she_is_is_the_account_holder() {
    let call = |identity: &[&str]| {
        Staged::new()
            .agent("¿La señora Pardo?", &["ask_for_party"])
            .debtor("Dígame.", identity)
            .agent("Es por su crédito, son 4,000 pesos.", &["state_debt"])
            .debtor("Mi marido se murió.", &["deceased", "hardship.bereavement"])
            .agent(
                "Lo siento mucho. Esto queda aquí, y se lo mando por carta.",
                &["empathize", "offer_documents"],
            )
    };
    assert!(found(&call(&["confirm_identity"])).is_empty());
    assert_eq!(part(&call(&["confirm_identity"]), "right_course", "stopped"), "met");
    assert_eq!(part(&call(&[]), "right_course", "stopped"), "none", "somebody else has the phone");
}

#[test]
fn after_a_lawyer_was_named_only_asking_for_money_is_pressing_on() {
    let call = |words: &str, acts: &[&str]| {
        Staged::new()
            .agent("Buenas tardes.", &["greet"])
            .debtor("Tengo abogada para eso.", &["confirm_identity", "lawyer"])
            .agent(words, acts)
            .debtor("Ya.", &[])
    };
    assert_eq!(found(&call("Deme la mitad hoy.", &["offer.partial"])), [("pressed_on", 3)]);
    assert!(found(&call("¿Cómo se llama ella?", &["question.closed", "question.capacity"])).is_empty());
    let figure = call("¿Puede con 500?", &["question.capacity"]);
    assert!(found(&figure).is_empty(), "no figure was read in it");
    let figure = Staged::new()
        .agent("Buenas tardes.", &["greet"])
        .debtor("Tengo abogada.", &["confirm_identity", "lawyer"])
        .agent("¿Puede con 500?", &["question.capacity"])
        .money("500", 500);
    assert_eq!(found(&figure), [("pressed_on", 3)]);
    assert_eq!(item(&judged(&figure), "option_offering").state.id(), "no_opportunity");
}

#[test]
fn the_debt_is_told_to_whoever_has_been_verified() {
    let call = |asked: &[&str]| {
        with_case(
            Staged::new()
                .agent("¿La señora Pardo? ¿En qué año nació?", asked)
                .debtor("Sí, yo.", &["confirm_identity"])
                .agent("Debe 4,000 pesos.", &["state_debt"])
                .money("4,000 pesos", 4000)
                .debtor("Ajá.", &["backchannel"]),
        )
    };
    assert!(found(&call(&["verify_identity"])).is_empty());
    assert_eq!(found(&call(&["ask_for_party"])), [("unverified", 3)]);
    assert_eq!(judged(&call(&["ask_for_party"])).items[5].state.id(), "partial");
}

#[test]
fn a_notice_is_missed_only_where_the_law_of_the_call_demands_it() {
    let call = |acts: &[&str]| {
        Staged::new()
            .agent("Debe 4,000 pesos.", acts)
            .debtor("Sí.", &["confirm_identity"])
            .agent("Bien.", &[])
    };
    assert!(found(&call(&["state_debt"])).is_empty());
    let demanded = |acts: &[&str]| against(call(acts), "Se da el aviso.", &[Conduct::NoNotice]);
    assert_eq!(found(&demanded(&["state_debt"])), [("no_notice", 1)]);
    assert!(found(&demanded(&["state_debt", "legal_notice"])).is_empty());
}

#[test]
fn the_cause_is_asked_where_no_law_forbids_it() {
    let call = |country: Country| {
        let mut call = Staged::new().agent("¿Por qué se atrasó?", &["question.cause"]).debtor("Pues…", &[]);
        call.0.call.country = Some(country);
        call
    };
    assert!(found(&call(Country::Mx)).is_empty());
    assert_eq!(found(&call(Country::Co)), [("cause_asked", 1)]);
    let mut alike = call(Country::Co);
    alike.0.heard[0].acts[0].reason = Reason::Examples { words: vec!["atraso".to_owned()] };
    assert!(found(&alike).is_empty(), "what is merely like it breaks no rule");
    let mut wrong = Staged::new()
        .agent("Son dos facturas.", &["state_debt"])
        .debtor("La mercancía llegó mal.", &["dispute.service"])
        .agent("¿Qué fue lo que le llegó mal?", &["question.cause"])
        .debtor("La pintura.", &[]);
    wrong.0.call.country = Some(Country::Co);
    assert!(found(&wrong).is_empty(), "what is wrong with it may be asked");
}

#[test]
fn a_turn_that_does_harm_is_no_witness_of_anything_well_done() {
    let told = |acts: &[&str]| {
        Staged::new()
            .agent("¿Qué pasó?", &["question.closed"])
            .debtor("Perdí mi trabajo.", &["confirm_identity", "hardship.job_loss"])
            .agent("O sea que no trabaja, qué vivo.", acts)
            .debtor("…", &[])
            .agent("Bien.", &[])
    };
    let said_back = |acts: &[&str]| part(&told(acts), "active_listening", "said_back");
    assert_eq!(said_back(&["paraphrase"]), "met");
    assert_eq!(said_back(&["paraphrase", "sarcasm"]), "missed");
    assert_eq!(said_back(&["paraphrase", "pressure"]), "missed");
    assert_eq!(
        said_back(&["paraphrase", "empathize", "pressure"]),
        "met",
        "who cares while insisting does not press"
    );
}

#[test]
fn what_is_disputed_is_looked_into_and_left_alone_meanwhile() {
    let call = |acts: &[&str]| {
        Staged::new()
            .agent("Debe 4,000 pesos.", &["state_debt"])
            .debtor("Eso ya lo pagué.", &["confirm_identity", "dispute.paid"])
            .agent("Vamos a ver.", acts)
            .debtor("Bueno.", &[])
    };
    assert_eq!(scores(&call(&["offer_verification", "acknowledge"]))[4], "100");
    let pressed = call(&["request.full_payment"]);
    let parts = ["looked_into", "let_be", "took_in"].map(|id| part(&pressed, "right_course", id));
    assert_eq!(parts, ["missed"; 3]);
}

#[test]
fn a_choice_of_means_is_no_way_to_pay() {
    let call = |acts: &[&str]| {
        Staged::new()
            .agent("¿Qué pasó?", &["question.open"])
            .debtor("Gano menos.", &["confirm_identity", "hardship.income_drop"])
            .agent("¿Tarjeta o efectivo?", acts)
            .debtor("Pues…", &[])
    };
    assert_eq!(part(&call(&["offer.choice"]), "option_offering", "variety"), "missed");
    assert_eq!(part(&call(&["offer.choice", "offer.installments"]), "option_offering", "variety"), "met");
}

#[test]
fn whoever_recalls_the_day_that_was_agreed_invents_no_urgency() {
    let call = |words: &str, day: i8| {
        Staged::new()
            .agent("¿Lo paga hoy con la rebaja?", &["propose_date", "question.commitment"])
            .day("hoy", 21)
            .debtor("Hecho, hoy.", &["agree"])
            .agent(words, &["false_urgency"])
            .day("hoy", day)
    };
    assert!(found(&call("Con ese precio es hoy sí o sí.", 21)).is_empty());
    assert_eq!(found(&call("Con ese precio es hoy sí o sí.", 22)), [("false_urgency", 3)]);
    let minutes = call("Es hoy, le quedan diez minutos.", 21)
        .names("diez minutos", Value::Time { hour: 0, minute: 10 });
    assert_eq!(found(&minutes), [("false_urgency", 3)]);
    let before = Staged::new().agent("Es hoy sí o sí.", &["false_urgency"]).day("hoy", 21);
    assert_eq!(found(&before), [("false_urgency", 1)]);
}

#[test]
fn what_resembles_an_insult_and_mocks_is_mockery() {
    let insulted = |acts: &[&str], likeness: bool| {
        let mut call = Staged::new()
            .agent("Vaya, qué fina nos salió.", acts)
            .debtor("Oiga.", &[])
            .agent("Bueno.", &["acknowledge"]);
        if likeness {
            for hit in &mut call.0.heard[0].acts {
                hit.reason = crate::nlu::Reason::Examples { words: Vec::new() };
            }
        }
        found(&call).iter().any(|(kind, _)| *kind == "insult")
    };
    assert!(!insulted(&["sarcasm", "insult"], true));
    assert!(insulted(&["insult"], true), "nothing milder was heard");
    assert!(insulted(&["sarcasm", "insult"], false), "in words that insult");
}
