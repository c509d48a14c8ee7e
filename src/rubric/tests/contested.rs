//! What an agent who was judged could call unjust: the witness that is shown, and what may not be asked of a call.

use jiff::civil::date;

use super::*;
use crate::call::{CaseFile, Conduct, Currency, Hardship, Money, Norm, PastDue, Policy};
use crate::nlu::entity::{PlanValue, Value};
use crate::nlu::{Course, Rehearsed};

/// What an evaluation has as witnesses of a part: the turns, counted from 0.
fn cited(call: &Staged, criterion: &str, id: &str) -> Vec<usize> {
    let evaluation = judged(call);
    let part = item(&evaluation, criterion).parts.iter().find(|part| part.id == id).cloned();
    part.map(|part| part.evidence.iter().map(|evidence| evidence.turn.0).collect()).unwrap_or_default()
}

/// Of what the case file permits, this, with two items of 900 that fell due in September and October.
fn with_file(mut call: Staged, policy: Policy) -> Staged {
    let item = |month: i8| PastDue {
        concept: "cuota".into(),
        amount: Money::new(900, Currency::MXN),
        due: date(2026, month, 5),
    };
    call.0.call.case_file = Some(CaseFile {
        creditor: "Tiendas Norte".into(),
        product: "tarjeta".into(),
        account: "1".into(),
        debtor: "Luz Pardo".into(),
        treatment: "señora".into(),
        currency: Currency::MXN,
        balance: Money::new(4000, Currency::MXN),
        past_due: vec![item(9), item(10)],
        verify: Vec::new(),
        history: Vec::new(),
        policy,
    });
    call
}

/// 800 on Monday the 30th, agreed in turn 1.
fn agreed() -> Staged {
    Staged::new()
        .agent(
            "¿Le queda bien pagar 800 el lunes 30?",
            &["propose_amount", "propose_date", "question.commitment"],
        )
        .money("800", 800)
        .day("el lunes 30", 30)
        .debtor("Sí, de acuerdo.", &["agree"])
}

fn recap(call: Staged, words: &str) -> Staged {
    call.agent(words, &["summarize"]).money("800", 800).day("el lunes 30", 30)
}

#[test]
fn neither_a_stall_nor_a_goodbye_confirms_and_a_yes_to_the_final_terms_does() {
    let answer = |words: &str, acts: &[&str]| {
        let call = recap(agreed(), "Repaso: 800 el lunes 30.").debtor(words, acts);
        part(&call, "closing_summary", "confirmed")
    };
    assert_eq!(answer("Ay, así a la rápida no le puedo contestar.", &["backchannel"]), "missed");
    assert_eq!(answer("Gracias por su trato, que le vaya bien.", &["thank", "farewell"]), "missed");
    assert_eq!(answer("Sí, pero deme unos días.", &["agree", "ask_time"]), "missed");
    assert_eq!(answer("Así es.", &["agree"]), "met");
    assert_eq!(answer("Ajá.", &["backchannel"]), "met");
    assert_eq!(answer("Listo. Gracias por no exigirme más, dígame otra cosa.", &["thank"]), "met");
}

#[test]
fn of_several_recaps_the_one_that_tells_most_and_the_later_is_shown_with_its_own_yes() {
    let call = agreed()
        .agent("Quedamos en 800 entonces.", &["summarize"])
        .money("800", 800)
        .debtor("Sí, mañana los junto.", &["agree"]);
    let call = recap(call, "Repaso: 800 el lunes 30.").debtor("Tal cual.", &["agree"]);
    assert_eq!(cited(&call, "closing_summary", "recap"), [4]);
    assert_eq!(cited(&call, "closing_summary", "confirmed"), [5]);
}

#[test]
fn who_takes_back_what_was_agreed_does_not_go_over_it() {
    let halves = |words: &str| {
        let call = agreed().agent(words, &["propose_amount", "propose_date"]);
        let call = call.money("400 el", 400).day("el 30", 30).money("400 en", 400).day("el 28", 28);
        part(&call.debtor("Luego vemos.", &[]), "closing_summary", "recap")
    };
    assert_eq!(halves("No, no: 400 el 30 y 400 en dos días, el 28."), "missed");
    assert_eq!(halves("Son 400 el 30 y 400 en dos días, el 28."), "missed", "one payment is not two");
}

#[test]
fn a_question_that_wants_a_day_or_hurries_leaves_no_room() {
    let asked = |words: &str, acts: &[&str], day: Option<&str>| {
        let call =
            Staged::new().agent("Buenas.", &["greet"]).debtor("Me despidieron.", &["hardship.job_loss"]);
        let call = call.agent(words, acts);
        let call = if let Some(day) = day { call.day(day, 27) } else { call };
        part(&call.debtor("Pues no sé.", &[]), "active_listening", "room")
    };
    assert_eq!(asked("¿Cuál viernes? Diga uno.", &["invite_to_speak=Diga"], Some("viernes")), "missed");
    assert_eq!(asked("Cuénteme rápido qué pasa.", &["question.open"], None), "missed");
    assert_eq!(asked("Cuénteme qué pasa.", &["question.open"], None), "met");
    // A day of the debt, told beside the question, asks for nothing.
    assert_eq!(
        asked("Se debe desde el viernes. ¿Qué pasó?", &["state_debt", "question.open"], Some("viernes")),
        "met"
    );
}

#[test]
fn an_option_comes_at_the_right_time_only_where_something_had_been_told() {
    let timing = |told: &str, acts: &[&str], asked: &[&str]| {
        let call = Staged::new()
            .agent("¿Qué pasó?", asked)
            .debtor(told, acts)
            .agent("Hay dos pagos de 450.", &["offer.installments"])
            .debtor("Ya.", &["backchannel"])
            .agent("Bien.", &[])
            .agent("Dígame.", &[])
            .agent("Sí.", &[]);
        part(&call, "option_offering", "timing")
    };
    assert_eq!(timing("Me despidieron.", &["hardship.job_loss"], &["question.cause"]), "met");
    assert_eq!(timing("Luego lo vemos.", &["excuse.later"], &["question.cause"]), "partial");
    assert_eq!(
        timing("Es que se juntó todo con lo de mi hermana y el taller.", &[], &["question.cause"]),
        "met"
    );
    assert_eq!(timing("Bueno.", &["backchannel"], &[]), "missed");
    assert_eq!(timing("Bueno.", &["backchannel"], &["question.cause", "disbelief"]), "missed");
}

#[test]
fn to_ask_for_it_time_after_time_is_to_press_whoever_opens_up() {
    let call = |told: &str, replies: [&[&str]; 3]| {
        let mut call = Staged::new().agent("Buenas.", &["greet"]);
        for reply in replies {
            call = call.debtor("Así están las cosas.", &[told]).agent("¿Y bien?", reply);
        }
        call
    };
    let respect =
        |told: &str, replies: [&[&str]; 3]| part(&call(told, replies), "active_listening", "respect");
    let (asks, hears) = (&["propose_amount"][..], &["empathize"][..]);
    assert_eq!(respect("hardship.generic", [asks, asks, asks]), "missed");
    assert_eq!(respect("hardship.generic", [asks, hears, asks]), "partial");
    assert_eq!(respect("hardship.generic", [hears, hears, hears]), "met");
    assert_eq!(respect("excuse.later", [hears, hears, hears]), "none", "nobody opened up");
}

#[test]
fn doubt_before_anything_was_told_is_no_respect_after_it() {
    let call = Staged::new()
        .agent("¿De verdad no tiene?", &["disbelief"])
        .debtor("Gano menos.", &["hardship.income_drop"])
        .agent("Lo siento.", &["empathize"])
        .agent("Dígame.", &["invite_to_speak"])
        .agent("La escucho.", &["backchannel"])
        .agent("Entiendo.", &["acknowledge"]);
    assert_eq!(part(&call, "active_listening", "respect"), "none");
}

#[test]
fn where_no_money_is_claimed_its_figure_and_its_date_are_not_due() {
    let call = |told: &str| {
        Staged::new()
            .agent("Le llamo por su crédito.", &["state_debt"])
            .debtor("Mire.", &[told])
            .agent("Lo entiendo.", &["acknowledge"])
            .debtor("Bien.", &["backchannel"])
    };
    let parts = |told: &str| ["amount", "date", "checked"].map(|id| part(&call(told), "clarity", id));
    assert_eq!(parts("hardship.insolvency"), ["none"; 3]);
    assert_eq!(parts("lawyer"), ["none"; 3]);
    assert_eq!(parts("dispute.paid")[..2], ["none"; 2]);
    assert_eq!(parts("hardship.generic")[..2], ["partial", "missed"]);
}

#[test]
fn a_card_that_is_owed_on_is_no_means_of_payment() {
    let call = |words: &str| {
        let call = Staged::new().agent(words, &["propose_amount", "propose_method"]).money("800", 800);
        call.method("tarjeta", Method::Card).debtor("Sí.", &["agree"])
    };
    let method = |words: &str| crate::nlu::commitment::find(&call(words).0).and_then(|found| found.method);
    assert!(method("De su resumen de la tarjeta, ¿paga 800?").is_none());
    assert!(method("¿Paga 800 con tarjeta?").is_some());
    assert!(method("¿Paga 800 con la tarjeta?").is_some());
}

#[test]
fn a_wallet_is_called_by_its_whole_name() {
    let call = Staged::new()
        .agent("¿Paga 800 por Mercado Pago?", &["propose_amount", "propose_method"])
        .money("800", 800)
        .method("por Mercado Pago", Method::Wallet)
        .debtor("Sí.", &["agree"]);
    assert_eq!(judged(&call).facts.method_name.as_deref(), Some("Mercado Pago"));
}

#[test]
fn since_when_is_told_by_bare_months_and_in_a_year_that_can_be_meant() {
    let told = |words: &str| {
        let call = Staged::new().agent(words, &["state_debt"]).money("1800", 1800);
        part(&with_file(call.debtor("Ya.", &["backchannel"]), Policy::default()), "clarity", "date")
    };
    assert_eq!(told("Debe septiembre y octubre, 1800."), "met");
    assert_eq!(told("Son 1800 de la d sept y la d octubre."), "met");
    assert_eq!(told("Son 1800, el 6 de octubre quedó de pagar."), "missed");
    assert_eq!(told("Debe 1800."), "missed");
}

#[test]
fn an_exact_sum_beside_a_reproach_is_not_undone_by_another_one() {
    let call = Staged::new()
        .agent("Debe 1800 y se hace la sorda.", &["state_debt", "blame"])
        .money("1800", 1800)
        .debtor("Oiga.", &["anger"])
        .agent("Faltan 50.", &["state_debt"])
        .money("50", 50)
        .debtor("Ya.", &[])
        .agent("Bien.", &[])
        .agent("Dígame.", &[])
        .agent("Sí.", &[]);
    assert_eq!(part(&with_file(call, Policy::default()), "clarity", "amount"), "partial");
}

#[test]
fn between_firms_an_invoice_that_is_paid_whole_needs_no_other_way() {
    let variety = |business: bool| {
        let call = Staged::new()
            .agent("¿Pasa la factura de 900 el lunes?", &["propose_amount", "question.commitment"])
            .money("900", 900)
            .day("lunes", 30)
            .debtor("Hoy no puedo.", &["refuse", "ask_time"])
            .agent("¿Los 900 el lunes?", &["question.commitment"])
            .money("900", 900)
            .day("lunes", 30)
            .debtor("Sí, el lunes.", &["agree"]);
        let mut call = with_file(call, Policy::default());
        call.0.call.business = business;
        part(&call, "option_offering", "variety")
    };
    assert_eq!(variety(true), "none");
    assert_eq!(variety(false), "missed");
}

#[test]
fn the_last_day_that_the_case_file_has_presses_nobody() {
    let respect = |day: i8| {
        let call = Staged::new()
            .agent("Buenas.", &["greet"])
            .debtor("Ando corta.", &["hardship.generic"])
            .agent("Tiene que ser hoy, la rebaja vence.", &["pressure", "acknowledge"])
            .day("hoy", 21)
            .debtor("Ya.", &["backchannel"]);
        let policy = Policy { discount_until: Some(date(2026, 11, day)), ..Policy::default() };
        part(&with_file(call, policy), "active_listening", "respect")
    };
    assert_eq!(respect(21), "met");
    assert_eq!(respect(25), "partial", "there are days left");
}

/// The limits that the offers of a call pass.
fn excesses(call: Staged, policy: Policy) -> Vec<Excess> {
    let call = with_file(call.debtor("Ya.", &["backchannel"]), policy);
    let evaluation = judged(&call);
    let part = item(&evaluation, "option_offering").parts.iter().find(|part| part.id == "authority").cloned();
    part.into_iter().flat_map(|part| part.evidence).filter_map(|evidence| evidence.excess).collect()
}

#[test]
fn what_goes_beyond_the_file_says_which_limit_and_by_what() {
    let talk = || Staged::new().agent("Buenas.", &["greet"]).debtor("Ando corta.", &["hardship.generic"]);
    let six = talk().agent("Seis pagos de 300.", &["offer.installments"]).plan("Seis pagos de 300", 6, 300);
    let most = |most: u32| Policy { max_installments: Some(most), ..Policy::default() };
    assert_eq!(excesses(six.clone(), most(4)), [Excess::Payments { named: 6, most: 4 }]);
    assert_eq!(excesses(six.clone(), most(6)), []);
    let least = Money::new(500, Currency::MXN);
    let small = Policy { min_payment: Some(least), ..most(6) };
    assert_eq!(excesses(six, small), [Excess::Payment { named: 300.into(), least }]);
    let lower =
        talk().agent("Le tramito una rebaja de cuota hasta diciembre.", &["offer.discount=una rebaja"]);
    let restructure = Policy { restructure: true, ..Policy::default() };
    assert_eq!(excesses(lower.clone(), restructure), []);
    assert_eq!(excesses(lower, Policy::default()).len(), 1);
    let off = talk().agent("Una rebaja del 40 por ciento.", &["offer.discount=Una rebaja"]);
    let off = off.names("40 por ciento", Value::Percent(40.into()));
    let discount = Policy { max_discount: Some(15.into()), ..Policy::default() };
    assert_eq!(excesses(off, discount), [Excess::Discount { named: 40.into(), most: 15.into() }]);
}

#[test]
fn a_programme_by_its_own_name_has_its_own_terms() {
    let call = |name: &str| {
        let call = Staged::new().agent("Buenas.", &["greet"]).debtor("Ando corta.", &["hardship.generic"]);
        let call = call.agent("En Respira son 3 de 10.", &["offer.installments"]).plan("3 de 10", 3, 10);
        let programme = Hardship { name: name.into(), description: String::new(), months: None };
        excesses(call, Policy { hardship: Some(programme), ..Policy::default() })
    };
    assert_eq!(call("Programa Respira"), []);
    assert_eq!(call("Programa Apoyo").len(), 1);
}

#[test]
fn the_payments_that_are_owed_are_no_offer() {
    let offered = |words: &str| {
        let two = PlanValue { count: Some(2), ..PlanValue::default() };
        let call = Staged::new().agent("Buenas.", &["greet"]).debtor("No tengo.", &["hardship.generic"]);
        let call = call.agent(words, &["offer.installments"]).names("dos mensualidades", Value::Plan(two));
        let call = with_file(call.debtor("Ya.", &["backchannel"]), Policy::default());
        part(&call, "option_offering", "timing")
    };
    assert_eq!(offered("Corta o no, son dos mensualidades."), "none");
    assert_eq!(offered("Se lo dejo en dos mensualidades."), "met");
}

/// The rule that the first threat of a call is said to break.
fn norm(words: &str, acts: &[&str], norms: &[&str]) -> Option<String> {
    let mut call = Staged::new().agent(words, acts).debtor("¿Cómo?", &[]);
    let norms = norms.iter().map(|says| Norm { says: (*says).to_owned(), against: vec![Conduct::Threat] });
    call.0.call.law = norms.collect();
    let evaluation = judged(&call);
    let breach = evaluation.conduct.iter().find(|breach| breach.kind == Conduct::Threat).cloned();
    breach.expect("it is a threat").law
}

#[test]
fn the_rule_that_is_cited_speaks_of_what_was_threatened() {
    let (visits, jail) = ("No se anuncian visitas.", "Por una deuda no se va a la cárcel.");
    let dignity = "El trato digno no admite amenazas.";
    let threat = |words: &str, norms: &[&str]| norm(words, &["threat"], norms);
    assert_eq!(threat("La meto a la cárcel.", &[visits, jail]).as_deref(), Some(jail));
    assert_eq!(threat("Le van a embargar la casa.", &[visits, jail]), None);
    assert_eq!(threat("Le van a embargar la casa.", &[visits, dignity]).as_deref(), Some(dignity));
    let (told, arrest) =
        ("Nobody else hears of it.", "Arrest is a false threat, and a suit is one unless it is lawful.");
    assert_eq!(threat("I tell your church.", &[arrest, told]).as_deref(), Some(told));
}

#[test]
fn a_consequence_put_in_the_place_of_a_payment_is_a_threat_though_nobody_heard_one() {
    let threatens = |words: &str| {
        let call = Staged::new().agent(words, &[]).debtor("¿Cómo?", &[]);
        judged(&call).conduct.iter().any(|breach| breach.kind == Conduct::Threat)
    };
    assert!(threatens("Deme el día o mañana la tiene en el buró."));
    assert!(threatens("Paga hoy o lo sabe su familia, o le mando gente a su casa."));
    assert!(!threatens("El buró lo actualiza el banco cuando se acredita."));
    assert!(!threatens("¿Le marco hoy mismo, o le robo dos minutos?"));
    assert!(!threatens("¿Paga hoy o mañana?"));
}

#[test]
fn who_goes_on_asking_has_not_taken_in_what_was_heard() {
    let took_in = |last: &[&str]| {
        let call = Staged::new()
            .agent("Buenas.", &["greet"])
            .debtor("Tengo abogada.", &["lawyer"])
            .agent("Anotado.", &["acknowledge"])
            .debtor("Bien.", &["backchannel"])
            .agent("Una cosa más.", last)
            .debtor("No.", &[]);
        part(&call, "right_course", "took_in")
    };
    assert_eq!(took_in(&["next_step"]), "met");
    assert_eq!(took_in(&["propose_amount"]), "missed");
}

#[test]
fn a_hurt_in_a_scenario_to_collect_on_is_no_danger() {
    let heard = |course: Course| {
        let mut call = Staged::new()
            .agent("Pague.", &["request.full_payment"])
            .debtor("Me hace sentir muy mal.", &["self_harm"])
            .agent("¿Y entonces?", &[]);
        let hit = &mut call.0.heard[1].acts[0];
        hit.reason = crate::nlu::Reason::Examples { words: Vec::new() };
        let known = Rehearsed {
            settled: None,
            course,
            disputed: false,
            holder: true,
            told: Vec::new(),
            verified: None,
        };
        let card = essential();
        let evaluation = Judge::new(&card).evaluate_rehearsed(&call.0, &known);
        item(&evaluation, "right_course").state.id()
    };
    assert_eq!(heard(Course::Collecting), "no_opportunity");
    assert_ne!(heard(Course::Stopping), "no_opportunity");
}

#[test]
fn a_discount_after_all_of_it_was_asked_for_is_no_beginning() {
    let ladder = |first: &[&str]| {
        let call = Staged::new()
            .agent("Debe 1800.", first)
            .debtor("Luego.", &["excuse.later"])
            .agent("Hay una rebaja.", &["offer.discount"])
            .debtor("Ya.", &["backchannel"]);
        part(&call, "option_offering", "ladder")
    };
    assert_eq!(ladder(&["state_debt", "request.full_payment"]), "met");
    assert_eq!(ladder(&["state_debt"]), "missed");
}

#[test]
fn an_apology_or_looking_into_it_answers_a_complaint_in_full() {
    let answered = |told: &str, reply: &str| {
        let call = Staged::new()
            .agent("Buenas.", &["greet"])
            .debtor("Ya me cansé.", &[told])
            .agent("Mire.", &[reply])
            .debtor("Bien.", &["backchannel"]);
        part(&call, "active_listening", "answered")
    };
    assert_eq!(answered("complaint", "apologize"), "met");
    assert_eq!(answered("complaint", "offer_verification"), "met");
    assert_eq!(answered("complaint", "acknowledge"), "partial");
    assert_eq!(answered("hardship.illness", "apologize"), "partial");
}

#[test]
fn whoever_takes_up_what_was_told_and_asks_on_leaves_room_and_a_question_about_paying_leaves_none() {
    let room = |words: &str, acts: &[&str]| {
        let call =
            Staged::new().agent("Buenas.", &["greet"]).debtor("Me despidieron.", &["hardship.job_loss"]);
        part(&call.agent(words, acts).debtor("Pues no sé.", &[]), "active_listening", "room")
    };
    assert_eq!(room("Lo siento. ¿Vive con alguien?", &["empathize", "question.closed"]), "met");
    assert_eq!(room("¿Vive con alguien?", &["question.closed"]), "missed");
    assert_eq!(room("¿Y cómo piensa pagar?", &["question.open", "question.capacity"]), "missed");
    assert_eq!(room("¿Qué pasó, y cuánto puede?", &["question.cause", "question.capacity"]), "met");
}

#[test]
fn whoever_leans_on_somebody_after_the_stop_did_not_stop() {
    let stopped = |first: &[&str], second: &[&str]| {
        let call = Staged::new()
            .agent("¿La señora Pardo?", &["ask_for_party"])
            .debtor("Soy yo. Mi marido se murió.", &["confirm_identity", "deceased"])
            .agent("Ahora le toca a usted.", first)
            .debtor("Ay.", &[])
            .agent("Alguien tendrá dinero.", second)
            .debtor("No sé.", &[]);
        part(&call, "right_course", "stopped")
    };
    assert_eq!(stopped(&["empathize"], &["acknowledge"]), "met");
    assert_eq!(stopped(&["empathize"], &["pressure"]), "partial");
    assert_eq!(stopped(&["question.capacity"], &["pressure"]), "missed");
}

#[test]
fn means_to_choose_from_repeat_none_that_is_chosen_later() {
    let repeated = |text: &str| {
        let call = Staged::new()
            .agent("¿Paga 800 el lunes por transferencia?", &["propose_amount", "question.commitment"])
            .money("800", 800)
            .day("el lunes", 30)
            .method("transferencia", Method::Transfer)
            .debtor("Sí.", &["agree"])
            .agent(text, &["summarize"])
            .money("800", 800)
            .day("el lunes", 30)
            .method("tarjeta", Method::Card)
            .method("transferencia", Method::Transfer)
            .debtor("Sí.", &["agree"]);
        part(&call, "closing_summary", "method")
    };
    assert_eq!(repeated("Son 800 el lunes, ¿tarjeta, transferencia o lo que le sirva?"), "missed");
    assert_eq!(repeated("Son 800 el lunes, sin tarjeta, por transferencia."), "met");
}
