//! Rehearsed calls, of which more is known than the words; and what a hostile call can still earn.

use jiff::civil::date;

use super::*;
use crate::call::{
    CaseFile, Conduct, Currency, Hardship, Money, PastDue, Policy, Speaker, TurnIndex, VerificationItem,
};
use crate::nlu::entity::{PlanValue, Value};
use crate::nlu::{CommitmentKind, Course, Rehearsed, Settled};

/// Four payments of 250 from Friday 27, by transfer, agreed in the agent's turn 3.
fn four_payments() -> Rehearsed {
    Rehearsed {
        settled: Some(Settled {
            kind: CommitmentKind::Plan,
            turn: TurnIndex(2),
            amount: None,
            plan: Some(PlanValue {
                count: Some(4),
                count_alternative: None,
                amount: Some(250.into()),
                period: None,
                down_payment: None,
                last: None,
            }),
            date: Some(date(2026, 11, 27)),
            method: Some(Method::Transfer),
        }),
        course: Course::Collecting,
        disputed: false,
        holder: true,
        told: Vec::new(),
        verified: None,
    }
}

fn nothing_agreed(course: Course) -> Rehearsed {
    Rehearsed { settled: None, course, disputed: false, holder: true, told: Vec::new(), verified: None }
}

/// How a part turned out, or the state of its criterion where it had no part of that name.
fn part_of(call: &Staged, known: &Rehearsed, criterion: &str, id: &str) -> String {
    let card = essential();
    let evaluation = Judge::new(&card).evaluate_rehearsed(&call.0, known);
    assert!(evaluation.diagnostics.is_empty(), "{}", rendered(&evaluation.diagnostics));
    let item = item(&evaluation, criterion);
    let part = item.parts.iter().find(|part| part.id == id).map(|part| part.state().id().to_owned());
    part.unwrap_or_else(|| item.state.id().to_owned())
}

fn talks() -> Staged {
    Staged::new()
        .agent("Buenas tardes.", &["greet"])
        .debtor("Diga.", &["confirm_identity"])
        .agent("¿Le acomodan cuatro de 250 desde el viernes?", &["offer.installments"])
        .plan("cuatro de 250", 4, 250)
        .day("el viernes", 27)
        .debtor("Me acomodan.", &["agree"])
}

#[test]
fn a_recap_is_what_names_the_agreement_even_where_it_was_heard_as_something_else() {
    let recap = talks()
        .agent("Le anoto entonces las cuatro de 250 y el viernes arrancamos.", &["next_step"])
        .plan("cuatro de 250", 4, 250)
        .day("el viernes", 27)
        .debtor("Perfecto.", &["agree"])
        .agent("Me las manda por transferencia.", &[])
        .method("transferencia", Method::Transfer);
    for fact in ["recap", "amount", "date", "method", "confirmed"] {
        assert_eq!(part_of(&recap, &four_payments(), "closing_summary", fact), "met", "{fact}");
    }
}

#[test]
fn a_day_that_is_denied_or_left_to_choose_is_not_repeated() {
    let with = |words: &str, days: &[(&str, i8)]| {
        let call = talks().agent(words, &["summarize"]).plan("cuatro de 250", 4, 250);
        days.iter().fold(call, |call, (words, day)| call.day(words, *day))
    };
    let denied = with("Son cuatro de 250, el viernes no, señora.", &[("el viernes", 27)]);
    assert_eq!(part_of(&denied, &four_payments(), "closing_summary", "date"), "missed");
    let open = with("Son cuatro de 250, ¿el viernes o el lunes?", &[("el viernes", 27), ("el lunes", 30)]);
    assert_eq!(part_of(&open, &four_payments(), "closing_summary", "date"), "missed");
    let plain = with("Son cuatro de 250, el viernes.", &[("el viernes", 27)]);
    assert_eq!(part_of(&plain, &four_payments(), "closing_summary", "date"), "met");
}

#[test]
fn a_debtor_who_corrects_a_right_recap_confirms_it_and_disputes_no_debt() {
    let call = talks()
        .agent("Repaso, cuatro de 250 y la primera el viernes.", &["summarize"])
        .plan("cuatro de 250", 4, 250)
        .day("el viernes", 27)
        .debtor("Oiga, no, eran cuatro de 250 el viernes.", &["dispute.amount"])
        .plan("cuatro de 250", 4, 250)
        .day("el viernes", 27)
        .agent("Así es.", &["acknowledge"]);
    assert_eq!(part_of(&call, &four_payments(), "closing_summary", "confirmed"), "met");
    assert_eq!(part_of(&call, &four_payments(), "right_course", "looked_into"), "no_opportunity");
    let disputed = Rehearsed { disputed: true, ..nothing_agreed(Course::Collecting) };
    assert_ne!(part_of(&call, &disputed, "right_course", "looked_into"), "no_opportunity");
}

#[test]
fn what_the_session_did_not_agree_is_no_agreement() {
    let call = talks().agent("Nos vemos.", &["farewell"]);
    let known = nothing_agreed(Course::Collecting);
    assert_eq!(part_of(&call, &known, "closing_summary", "recap"), "no_opportunity");
    assert_eq!(part_of(&call, &four_payments(), "closing_summary", "recap"), "missed");
}

#[test]
fn where_collecting_was_not_right_no_way_to_pay_is_asked_for_though_it_was_never_said() {
    let call = |acts: &[&str]| {
        Staged::new()
            .agent("¿Cómo ha estado?", &["question.open"])
            .debtor("No me alcanza ni para comer.", &["confirm_identity", "hardship.generic"])
            .agent("Lo siento mucho. ¿Quién está con usted?", acts)
            .debtor("Nadie.", &[])
    };
    let (stopping, collecting) = (nothing_agreed(Course::Stopping), nothing_agreed(Course::Collecting));
    let caring = call(&["empathize"]);
    assert_eq!(part_of(&caring, &stopping, "option_offering", "variety"), "no_opportunity");
    assert_eq!(part_of(&caring, &collecting, "option_offering", "variety"), "missed");
    assert_eq!(part_of(&caring, &stopping, "right_course", "stopped"), "met");
    let asking = call(&["empathize", "request.full_payment"]);
    assert_eq!(part_of(&asking, &stopping, "right_course", "stopped"), "missed");
}

#[test]
fn whoever_goes_on_asking_somebody_who_breaks_down_stopped_late() {
    let call = |acts: &[&str]| {
        Staged::new()
            .agent("Es por su tarjeta.", &["state_purpose"])
            .debtor("Ya no doy más.", &["confirm_identity", "distress"])
            .agent("¿Y cien pesos?", acts)
            .debtor("Para qué seguir viviendo.", &["self_harm"])
            .agent("Me quedo con usted.", &["empathize"])
    };
    assert_eq!(part(&call(&["empathize"]), "right_course", "stopped"), "met");
    assert_eq!(part(&call(&["offer.partial"]), "right_course", "stopped"), "partial");
}

#[test]
fn who_takes_a_wish_to_be_left_alone_back_may_be_answered_and_a_lawyer_stays() {
    let call = |stop: &str| {
        Staged::new()
            .debtor("Ya no me llamen.", &["confirm_identity", stop])
            .agent("Entendido.", &["acknowledge"])
            .debtor("Bueno, igual quiero arreglarlo.", &["agree"])
            .agent("Serían 400 pesos.", &["propose_amount"])
            .money("400 pesos", 400)
    };
    let pressed = |stop| judged(&call(stop)).conduct.iter().any(|it| it.kind.id() == "pressed_on");
    assert!(!pressed("stop_contact"));
    assert!(pressed("lawyer"));
}

#[test]
fn a_hostile_call_earns_no_kindness_and_is_not_praised_for_what_it_left_out() {
    let call = |acts: &[&str]| {
        Staged::new()
            .agent("Le llamo por su crédito.", &["state_purpose"])
            .debtor("Estoy sin trabajo.", &["confirm_identity", "hardship.job_loss"])
            .agent("Vaya novedad la suya.", acts)
            .debtor("…", &[])
            .agent("Sin trabajo, entonces.", &["paraphrase"])
    };
    let hostile = call(&["sarcasm"]);
    assert_eq!(part(&hostile, "active_listening", "said_back"), "missed");
    assert_eq!(part(&hostile, "conduct", "manners"), "missed");
    assert_eq!(part(&hostile, "conduct", "grave"), "none");
    let calm = call(&["acknowledge"]);
    assert_eq!(part(&calm, "active_listening", "said_back"), "met");
    assert_eq!(part(&calm, "conduct", "manners"), "none");
    assert_eq!(part(&calm, "conduct", "grave"), "met");
}

#[test]
fn pressing_whoever_opens_up_costs_respect_by_degrees() {
    let call = |one: &[&str], other: &[&str]| {
        Staged::new()
            .agent("¿Qué pasó?", &["question.open"])
            .debtor("Se enfermó mi hija.", &["confirm_identity", "hardship.illness"])
            .agent("Diga cuándo.", one)
            .debtor("No sé.", &[])
            .agent("Ya, decídase.", other)
    };
    assert_eq!(part(&call(&[], &[]), "active_listening", "respect"), "met");
    assert_eq!(part(&call(&["pressure"], &[]), "active_listening", "respect"), "partial");
    assert_eq!(part(&call(&["pressure"], &["pressure"]), "active_listening", "respect"), "missed");
}

#[test]
fn a_word_that_the_agent_says_of_herself_insults_nobody() {
    let insulted = |words: &str| {
        let call = good_call().agent(words, &["insult=metiche"]);
        judged(&call).conduct.iter().any(|it| it.kind.id() == "insult")
    };
    assert!(!insulted("Disculpe que sea tan metiche."));
    assert!(insulted("Usted es metiche."));
}

fn with_policy(mut call: Staged, policy: Policy) -> Staged {
    let item = |month: i8| PastDue {
        concept: "mensualidad".into(),
        amount: Money::new(300, Currency::MXN),
        due: date(2026, month, 5),
    };
    call.0.call.case_file = Some(CaseFile {
        creditor: "Muebles del Valle".into(),
        product: "crédito".into(),
        account: "7".into(),
        debtor: "Inés Mora".into(),
        treatment: "señora".into(),
        currency: Currency::MXN,
        balance: Money::new(3000, Currency::MXN),
        past_due: vec![item(9), item(10)],
        verify: Vec::new(),
        history: Vec::new(),
        policy,
    });
    call
}

#[test]
fn the_programme_of_the_file_is_offered_on_its_own_terms() {
    let offer = |acts: &[&str]| {
        let call = talks().agent("Hay un plan de apoyo, veinte pagos de 15.", acts);
        call.names("veinte pagos de 15", plan(20, 15))
    };
    let policy = Policy {
        max_installments: Some(6),
        hardship: Some(Hardship { name: "Apoyo".into(), description: "Pagos libres.".into(), months: None }),
        ..Policy::default()
    };
    let authority = |acts: &[&str]| {
        let known = nothing_agreed(Course::Collecting);
        part_of(&with_policy(offer(acts), policy.clone()), &known, "option_offering", "authority")
    };
    assert_eq!(authority(&["offer.hardship", "offer.installments"]), "met");
    assert_eq!(authority(&["offer.installments"]), "missed");
}

fn plan(count: u32, amount: i64) -> Value {
    Value::Plan(PlanValue {
        count: Some(count),
        count_alternative: None,
        amount: Some(amount.into()),
        period: None,
        down_payment: None,
        last: None,
    })
}

#[test]
fn a_first_payment_later_than_the_file_lets_it_be_is_beyond_authority() {
    let policy =
        |days: u32| Policy { max_installments: Some(6), max_extension_days: Some(days), ..Policy::default() };
    let authority = |days: u32| {
        part_of(&with_policy(talks(), policy(days)), &four_payments(), "option_offering", "authority")
    };
    assert_eq!(authority(10), "met");
    assert_eq!(authority(3), "missed");
}

#[test]
fn naming_the_payments_that_are_overdue_offers_none() {
    let call = |count: u32| {
        let call = Staged::new()
            .agent("Faltan dos pagos de 300.", &["state_debt", "offer.installments"])
            .names("dos pagos de 300", plan(count, 300));
        with_policy(
            call.debtor("Me quedé sin trabajo.", &["confirm_identity", "hardship.job_loss"]),
            Policy::default(),
        )
    };
    assert_eq!(part(&call(2), "option_offering", "timing"), "none");
    assert_eq!(part(&call(5), "option_offering", "timing"), "missed");
}

#[test]
fn the_words_to_try_are_those_that_what_was_told_asks_for() {
    let advice = |act: &str| {
        let call = Staged::new()
            .agent("Es por su tarjeta.", &["state_purpose"])
            .debtor("Oiga.", &["confirm_identity", act])
            .agent("Ajá, ¿y cuándo?", &["propose_date"])
            .debtor("No sé.", &[]);
        item(&judged(&call), "active_listening").wording.clone().map(|text| text.es)
    };
    let all = ["hardship.illness", "distress", "dispute.paid", "complaint"].map(advice);
    for (at, one) in all.iter().enumerate() {
        assert!(one.is_some() && !all[..at].contains(one), "{one:?}");
    }
}

#[test]
fn a_yes_with_another_day_confirms_nothing() {
    let confirmed = |answer: &str, day: i8| {
        let call = talks()
            .agent("Quedamos en cuatro de 250 desde el viernes.", &["summarize"])
            .plan("cuatro de 250", 4, 250)
            .day("el viernes", 27)
            .debtor(answer, &["agree"])
            .day("el", day);
        part_of(&call, &four_payments(), "closing_summary", "confirmed")
    };
    assert_eq!(confirmed("Bueno, el viernes.", 27), "met");
    assert_eq!(confirmed("Bueno, el martes arranco.", 24), "missed");
}

#[test]
fn a_rehearsal_knows_to_whom_the_debt_was_told() {
    let call = Staged::new()
        .agent("¿Está la señora Pardo?", &["ask_for_party"])
        .turn(Speaker::ThirdParty, "Salió, yo le digo.", &["third_party"])
        .agent("Es por lo de la lavadora que no ha abonado.", &["explain"])
        .debtor("¿Quién me busca?", &["deny_identity"])
        .agent("Debe 4,000 pesos.", &["state_debt"])
        .debtor("Ya.", &[]);
    let breaches = |holder: bool, told: &[usize]| {
        let told = told.iter().map(|at| TurnIndex(*at)).collect();
        let known = Rehearsed { holder, told, ..nothing_agreed(Course::Collecting) };
        let card = essential();
        let breaches = Judge::new(&card).evaluate_rehearsed(&call.0, &known).conduct;
        let others = breaches.into_iter().filter(|breach| breach.kind == Conduct::ThirdParty);
        others.map(|breach| (breach.evidence.turn.number(), breach.evidence.quote)).collect::<Vec<_>>()
    };
    let told = "Es por lo de la lavadora que no ha abonado.".to_owned();
    assert_eq!(breaches(true, &[2]), [(3, told)], "in words that nobody else would know for a debt");
    assert_eq!(breaches(true, &[]), [], "whoever asks who calls can still be the one who owes");
    assert_eq!(breaches(false, &[4]), [(5, "Debe 4,000 pesos.".to_owned())]);
}

#[test]
fn a_datum_that_was_refused_verifies_nobody() {
    let call = Staged::new()
        .agent("¿Me da los últimos de su cédula?", &["verify_identity"])
        .debtor("Por teléfono no los doy.", &["refuse"])
        .agent("Debe 4,000 pesos.", &["state_debt"])
        .debtor("Ya.", &[]);
    let mut call = with_policy(call, Policy::default());
    let datum = VerificationItem { label: "cédula".into(), value: "214".into() };
    call.0.call.case_file.as_mut().expect("it was set").verify.push(datum);
    let unverified = |verified: Option<usize>| {
        let known = Rehearsed { verified: verified.map(TurnIndex), ..nothing_agreed(Course::Collecting) };
        let card = essential();
        let breaches = Judge::new(&card).evaluate_rehearsed(&call.0, &known).conduct;
        breaches.iter().any(|breach| breach.kind == Conduct::Unverified)
    };
    assert!(unverified(None));
    assert!(!unverified(Some(1)));
    assert!(unverified(Some(3)), "given after it was told");
}

#[test]
fn a_month_or_a_count_that_the_debtor_names_verifies_nobody_and_the_datum_unasked_does() {
    let unverified = |text: &str, said: &str, value: i64| {
        let call = Staged::new()
            .agent("Los tres últimos de su cédula.", &["verify_identity"])
            .debtor(text, &["refuse"])
            .names(said, Value::Number(value.into()))
            .agent("Debe 4,000 pesos.", &["state_debt"])
            .debtor("Ya.", &[]);
        let mut call = with_policy(call, Policy::default());
        let datum = VerificationItem { label: "cédula".into(), value: "214".into() };
        call.0.call.case_file.as_mut().expect("it was set").verify.push(datum);
        let card = essential();
        let known = nothing_agreed(Course::Collecting);
        let breaches = Judge::new(&card).evaluate_rehearsed(&call.0, &known).conduct;
        breaches.iter().any(|breach| breach.kind == Conduct::Unverified)
    };
    assert!(unverified("No le doy nada, ya van 3 llamadas.", "3", 3));
    assert!(!unverified("Termina en 214, y apúrele.", "214", 214));
}

#[test]
fn the_holder_who_asks_what_it_is_about_may_be_told_and_who_asks_for_proof_may_not() {
    let unverified = |acts: &[&str]| {
        let call = Staged::new()
            .agent("¿Hablo con doña Luz?", &["ask_for_party"])
            .debtor("Con ella.", &["confirm_identity"])
            .agent("¿Los últimos de su cédula?", &["verify_identity"])
            .debtor("Eso no lo doy. Y qué sería.", acts)
            .agent("Debe 4,000 pesos.", &["state_debt"])
            .debtor("Ya.", &[]);
        let mut call = with_policy(call, Policy::default());
        let datum = VerificationItem { label: "cédula".into(), value: "214".into() };
        call.0.call.case_file.as_mut().expect("it was set").verify.push(datum);
        let card = essential();
        let known = nothing_agreed(Course::Collecting);
        let breaches = Judge::new(&card).evaluate_rehearsed(&call.0, &known).conduct;
        breaches.iter().any(|breach| breach.kind == Conduct::Unverified)
    };
    assert!(!unverified(&["refuse", "question"]));
    assert!(unverified(&["refuse", "question", "ask_proof"]));
    assert!(unverified(&["refuse"]));
}

#[test]
fn since_when_it_is_owed_is_told_beside_the_debt_and_not_of_another_matter() {
    let told = |text: &str, acts: &[&str]| {
        let call = Staged::new()
            .agent("Debe 600 pesos.", &["state_debt"])
            .money("600", 600)
            .debtor("Perdí el empleo.", &["hardship.job_loss"])
            .agent(text, acts)
            .day("5 de noviembre", 5)
            .debtor("Ya.", &[]);
        let mut call = with_policy(call, Policy::default());
        let case = call.0.call.case_file.as_mut().expect("it was set");
        case.past_due.iter_mut().for_each(|item| item.due = date(2026, 11, 5));
        call.0.call.date = Some(date(2026, 11, 25));
        part_of(&call, &nothing_agreed(Course::Collecting), "clarity", "date")
    };
    assert_eq!(told("Venció el 5 de noviembre.", &["explain"]), "met");
    assert_eq!(told("¿Lo despidieron el 5 de noviembre?", &["question.closed"]), "missed");
}

#[test]
fn to_name_together_what_the_debtor_had_named_goes_over_it() {
    let recapped = |dated: bool| {
        let offer = Staged::new()
            .agent("¿Cuánto puede?", &["question.capacity"])
            .debtor("Puedo con 800, y sería el lunes.", &["promise"])
            .money("800", 800);
        let call = if dated { offer.day("el lunes", 30) } else { offer };
        let call = call
            .agent("¿Tiene con qué anotar?", &["question.closed"])
            .debtor("Tengo.", &["backchannel"])
            .agent("Entonces 800 el lunes, ¿listo?", &["propose_amount", "question.commitment"])
            .money("800", 800)
            .day("el lunes", 30)
            .debtor("Cómo no.", &["agree"])
            .agent("Le mando la referencia.", &["payment_instructions"])
            .debtor("Bueno.", &["backchannel"]);
        let mut known = four_payments();
        let settled = known.settled.as_mut().expect("it was set");
        (settled.kind, settled.turn) = (CommitmentKind::Promise, TurnIndex(4));
        (settled.plan, settled.amount) = (None, Some(Money::new(800, Currency::MXN)));
        (settled.date, settled.method) = (Some(date(2026, 11, 30)), None);
        part_of(&call, &known, "closing_summary", "recap")
    };
    assert_eq!(recapped(true), "met");
    assert_eq!(recapped(false), "missed", "the day is new");
}

#[test]
fn the_payments_of_a_programme_are_said_back_as_its_yes() {
    let confirmed = |kind: CommitmentKind| {
        let call = talks()
            .agent("Entonces cuatro de 250 desde el viernes.", &["summarize", "next_step"])
            .day("el viernes", 27)
            .debtor("Entonces a mí me acomoda eso de cuatro de 250.", &["agree"])
            .plan("cuatro de 250", 4, 250);
        let mut known = four_payments();
        let settled = known.settled.as_mut().expect("it was set");
        (settled.kind, settled.plan, settled.method) = (kind, None, None);
        part_of(&call, &known, "closing_summary", "confirmed")
    };
    assert_eq!(confirmed(CommitmentKind::Hardship), "met");
    assert_eq!(confirmed(CommitmentKind::Dispute), "missed");
}
