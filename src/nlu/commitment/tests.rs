use jiff::civil::Date;
use rust_decimal::Decimal;

use super::*;
use crate::call::Currency;
use crate::nlu::staged::Staged;

fn agreed(call: &Staged) -> Commitment {
    find(&call.0).expect("there is an agreement")
}

fn amount(commitment: &Commitment) -> Option<i64> {
    commitment.amount.as_ref().map(|term| {
        assert_eq!(term.value.currency, Currency::MXN);
        i64::try_from(term.value.amount).unwrap()
    })
}

fn day(commitment: &Commitment) -> Option<i8> {
    commitment.date.as_ref().and_then(|term| term.value.single()).map(Date::day)
}

fn proposal() -> Staged {
    Staged::new()
        .agent("¿Podría pagar 1,500 el viernes?", &["propose_amount", "propose_date", "question.commitment"])
        .money("1,500", 1500)
        .day("el viernes", 27)
}

#[test]
fn a_yes_to_a_proposal_is_an_agreement_on_its_terms() {
    let found = agreed(&proposal().debtor("Sí, de acuerdo.", &["agree"]));
    assert_eq!((found.kind, found.turn().0), (CommitmentKind::Promise, 1));
    assert_eq!((amount(&found), day(&found)), (Some(1500), Some(27)));
    assert_eq!(found.amount.unwrap().place.turn, TurnIndex(0));
}

#[test]
fn a_bare_yes_counts_only_after_something_was_asked() {
    assert!(find(&proposal().debtor("Ajá, sí.", &["backchannel"]).0).is_some());
    let call = Staged::new()
        .agent("Le llamo del banco.", &["company_identify"])
        .debtor("Ajá.", &["backchannel"])
        .agent("Bien.", &["acknowledge"]);
    assert_eq!(find(&call.0), None);
}

#[test]
fn the_day_on_which_something_is_sent_is_no_day_to_pay_on() {
    let call = Staged::new()
        .agent("¿Le sirve pagarlo en tres?", &["offer.installments"])
        .debtor("Sí, en tres.", &["agree"])
        .agent(
            "Quedamos en 1,500, el viernes, y le mando el código hoy.",
            &["summarize", "next_step=le mando el código"],
        )
        .money("1,500", 1500)
        .day("el viernes", 27)
        .day("hoy", 20)
        .debtor("Sí.", &["agree"]);
    assert_eq!(day(&agreed(&call)), Some(27));
}

#[test]
fn a_vague_promise_is_no_agreement() {
    assert_eq!(find(&proposal().debtor("Sí, voy a ver.", &["agree", "promise.vague"]).0), None);
}

#[test]
fn terms_add_up_over_turns_and_later_ones_replace_earlier_ones() {
    let found = agreed(
        &proposal()
            .debtor("El viernes no, el lunes.", &["ask_time"])
            .day("el lunes", 30)
            .agent(
                "De acuerdo, el lunes. ¿Por transferencia?",
                &["acknowledge", "propose_method", "question.commitment"],
            )
            .method("transferencia", Method::Transfer)
            .debtor("Sí.", &["agree"]),
    );
    assert_eq!((amount(&found), day(&found)), (Some(1500), Some(30)));
    assert_eq!(found.method.unwrap().value, Method::Transfer);
}

#[test]
fn the_debtors_own_offer_is_agreed_when_the_agent_takes_it_up() {
    let offer = || {
        Staged::new()
            .agent("¿Cuánto podría pagar?", &["question.capacity"])
            .debtor("Le puedo dar 800 el martes.", &["offer_partial"])
            .money("800", 800)
            .day("el martes", 24)
    };
    let found = agreed(&offer().agent("Perfecto, tomo nota.", &["acknowledge"]));
    assert_eq!((found.kind, found.turn().0, amount(&found)), (CommitmentKind::Partial, 2, Some(800)));
    assert_eq!(find(&offer().agent("No, debe ser todo hoy.", &["request.full_payment"]).0), None);
}

#[test]
fn a_refusal_before_the_end_undoes_the_agreement() {
    let call = proposal().debtor("Sí.", &["agree"]).debtor("No, mejor no pago nada.", &["refuse"]);
    assert_eq!(find(&call.0), None);
}

#[test]
fn the_debt_as_stated_is_a_term_only_where_all_of_it_is_asked_for() {
    let stated = || Staged::new().agent("Debe 4,000.", &["state_debt"]).money("4,000", 4000);
    let whole = agreed(
        &stated()
            .debtor("Ya.", &["backchannel"])
            .agent("¿Lo paga completo hoy?", &["request.full_payment"])
            .debtor("Sí, lo pago.", &["promise"]),
    );
    assert_eq!(amount(&whole), Some(4000));
    let other = agreed(
        &stated()
            .debtor("Ya.", &["backchannel"])
            .agent("¿Puede el viernes?", &["propose_date", "question.commitment"])
            .day("el viernes", 27)
            .debtor("Sí.", &["agree"]),
    );
    assert_eq!((amount(&other), day(&other)), (None, Some(27)));
}

#[test]
fn a_recap_fills_what_was_open_and_changes_nothing_that_was_agreed() {
    let found = agreed(
        &proposal()
            .debtor("Sí.", &["agree"])
            .agent("Repaso: 1,800 el viernes por transferencia.", &["summarize"])
            .money("1,800", 1800)
            .day("el viernes", 27)
            .method("transferencia", Method::Transfer)
            .debtor("Sí.", &["agree"]),
    );
    assert_eq!((amount(&found), found.turn().0), (Some(1500), 1));
    assert_eq!(found.method.map(|term| term.value), Some(Method::Transfer));
}

#[test]
fn instalments_that_are_accepted_are_a_plan() {
    let found = agreed(
        &Staged::new()
            .agent("Son tres pagos de 500.", &["offer.installments"])
            .plan("tres pagos de 500", 3, 500)
            .money("500", 500)
            .debtor("Está bien.", &["agree"]),
    );
    assert_eq!((found.kind, found.plan.unwrap().value.count), (CommitmentKind::Plan, Some(3)));
    assert_eq!(found.amount, None, "one payment of a plan is not the amount agreed");
}

#[test]
fn a_dispute_taken_up_and_a_call_agreed_are_agreements_too() {
    let found = agreed(
        &Staged::new()
            .debtor("Eso ya lo pagué.", &["dispute.paid"])
            .agent("Reviso su comprobante.", &["offer_verification"])
            .debtor("Bueno, gracias.", &["thank"]),
    );
    assert_eq!(found.kind, CommitmentKind::Dispute);
    let found = agreed(
        &Staged::new()
            .debtor("Estoy manejando.", &["excuse.busy"])
            .agent("¿Le llamo el lunes?", &["offer.callback"])
            .day("el lunes", 23)
            .debtor("Sí, el lunes.", &["agree"])
            .day("el lunes", 23),
    );
    assert_eq!((found.kind, day(&found)), (CommitmentKind::Callback, Some(23)));
}

#[test]
fn to_name_the_very_terms_that_were_proposed_is_to_accept_them() {
    let found = find(&proposal().debtor("El viernes está bien.", &[]).day("El viernes", 27).0);
    assert_eq!(found.map(|found| found.turn().0), Some(1));
    let other = find(&proposal().debtor("El lunes.", &[]).day("El lunes", 30).0);
    assert_eq!(other, None, "another day is an offer of the debtor's own");
}

#[test]
fn a_dispute_clears_the_table_of_what_was_asked() {
    let found = agreed(
        &Staged::new()
            .agent("¿Paga los 4,000 hoy?", &["request.full_payment"])
            .money("4,000", 4000)
            .debtor("Eso ya lo pagué.", &["dispute.paid"])
            .agent("Quedamos en que me manda el recibo.", &["summarize"])
            .debtor("Sí.", &["agree"]),
    );
    assert_eq!((found.kind, found.amount), (CommitmentKind::Dispute, None));
}

#[test]
fn a_debt_named_beside_a_proposed_date_is_no_amount_agreed() {
    let call = Staged::new().agent("Son 4,000. ¿El viernes?", &["propose_date"]).money("4,000", 4000);
    let found = agreed(&call.day("viernes", 27).debtor("Sí.", &["agree"]));
    assert_eq!((found.amount.is_none(), day(&found)), (true, Some(27)));
}

#[test]
fn saying_the_same_terms_again_makes_no_new_agreement() {
    let found = agreed(
        &proposal()
            .debtor("Sí.", &["agree"])
            .agent("Entonces paga 1,500 el viernes.", &["propose_amount", "propose_date"])
            .money("1,500", 1500)
            .day("el viernes", 27)
            .debtor("Gracias.", &["thank"]),
    );
    assert_eq!(found.turn().0, 1);
}

#[test]
fn payments_of_so_much_each_take_the_place_of_a_single_sum_and_the_other_way_round() {
    let later = agreed(
        &proposal()
            .debtor("No, de a poco.", &["ask_time"])
            .agent("Entonces tres pagos de 500.", &["offer.installments"])
            .plan("tres pagos de 500", 3, 500)
            .money("500", 500)
            .debtor("Está bien.", &["agree"]),
    );
    assert_eq!((amount(&later), later.plan.unwrap().value.count), (None, Some(3)));
    let single = agreed(
        &Staged::new()
            .agent("Son tres pagos de 500.", &["offer.installments"])
            .plan("tres pagos de 500", 3, 500)
            .money("500", 500)
            .debtor("Mejor de una vez.", &["ask_time"])
            .agent("Entonces paga 1,350 el viernes.", &["propose_amount", "propose_date"])
            .money("1,350", 1350)
            .day("el viernes", 27)
            .debtor("Sí.", &["agree"]),
    );
    assert_eq!((amount(&single), single.plan), (Some(1350), None));
}

#[test]
fn the_last_payment_of_a_plan_is_not_the_amount_agreed() {
    let found = agreed(
        &Staged::new()
            .agent("¿4 pagos de 500?", &["offer.installments"])
            .plan("4 pagos de 500", 4, 500)
            .debtor("Sí, 4 pagos de 500, y el último de 300.", &["agree"])
            .plan("4 pagos de 500", 4, 500)
            .money("300", 300),
    );
    assert_eq!((found.amount, found.plan.unwrap().value.count), (None, Some(4)));
}

#[test]
fn of_several_means_put_side_by_side_none_is_agreed_until_one_is_named() {
    let choice = || {
        proposal()
            .agent("Por transferencia.", &["propose_method"])
            .method("transferencia", Method::Transfer)
            .agent("O en tienda, o por transferencia.", &["propose_method", "offer.choice"])
            .method("tienda", Method::ConvenienceStore)
            .method("transferencia", Method::Transfer)
    };
    assert_eq!(agreed(&choice().debtor("Sí.", &["agree"])).method, None);
    let named = choice().debtor("Sí, en tienda.", &["agree"]).method("tienda", Method::ConvenienceStore);
    assert_eq!(agreed(&named).method.map(|term| term.value), Some(Method::ConvenienceStore));
}

/// Two payments of 160, agreed.
fn halves() -> Staged {
    Staged::new()
        .agent("Puede ser dos pagos de 160.", &["offer.installments", "question.commitment"])
        .plan("dos pagos de 160", 2, 160)
        .debtor("Sí, así puedo.", &["agree"])
}

#[test]
fn an_amount_put_forward_as_payments_is_a_plan() {
    let call = |acts: &[&str]| {
        let call = Staged::new().agent("¿Le quedan dos pagos de 160?", acts).plan("dos pagos de 160", 2, 160);
        agreed(&call.debtor("Sí.", &["agree"])).kind
    };
    assert_eq!(call(&["offer.installments", "propose_amount=dos pagos de 160"]), CommitmentKind::Plan);
    let one = Staged::new()
        .agent("Olvide los dos pagos de 160 y pague 500.", &["propose_amount=500"])
        .plan("dos pagos de 160", 2, 160)
        .money("500", 500)
        .debtor("Sí.", &["agree"]);
    assert_eq!(agreed(&one).kind, CommitmentKind::Promise);
}

#[test]
fn an_answer_in_some_days_to_a_dispute_is_no_payment() {
    let call = |words: &str, acts: &[&str]| {
        Staged::new()
            .agent("Debe 900.", &["state_debt"])
            .debtor("Ya lo pagué.", &["dispute.paid"])
            .agent("Lo reviso.", &["offer_verification"])
            .debtor("¿Y cuánto tardan?", &["question"])
            .agent(words, acts)
            .day("el martes", 24)
    };
    let yes = |call: Staged| agreed(&call.debtor("Sí.", &["agree"])).kind;
    let days = &["offer.extension", "propose_date"][..];
    assert_eq!(yes(call("Cinco días, el martes le llamo.", days)), CommitmentKind::Dispute);
    let paid =
        call("Pague 300 el martes mientras tanto.", &["offer.partial", "propose_date"]).money("300", 300);
    assert_eq!(yes(paid), CommitmentKind::Partial);
}

fn bare(call: Staged, words: &str, figure: i64) -> Staged {
    call.names(words, Value::Number(figure.into()))
}

/// Whether the agreement is the one of the yes, and not one that its recap made.
fn stands(recap: Staged) -> bool {
    let found = agreed(&recap.debtor("Sí.", &["agree"]));
    (found.turn().0, found.plan.and_then(|plan| plan.value.amount)) == (1, Some(160.into()))
}

#[test]
fn a_recap_in_other_figures_of_the_same_sum_makes_no_new_agreement() {
    let recap = |words: &str| halves().agent(words, &["summarize", "propose_amount"]);
    assert!(stands(bare(bare(recap("Repaso: dos de 160."), "dos", 2), "160", 160)));
    assert!(stands(bare(recap("Repaso: 160 cada vez."), "160", 160)));
    assert!(stands(recap("Repaso: 320 en total.").money("320", 320)));
    assert!(!stands(recap("Repaso: 400 en total.").money("400", 400)));
}

#[test]
fn a_sum_is_said_by_its_parts_its_count_or_in_whole_units_and_by_no_other_figure() {
    let one = |amount: Decimal| {
        let call = Staged::new().agent("¿Los paga hoy?", &["propose_amount", "question.commitment"]);
        let money = Money { amount, currency: Currency::MXN };
        let found = agreed(&call.names("Los", Value::Money(money)).debtor("Sí.", &["agree"]));
        Sums::of(&found, &[])
    };
    let said = |sums: &Sums, figures: &[i64]| {
        let call =
            figures.iter().fold(Staged::new().agent("x", &[]), |call, figure| bare(call, "x", *figure));
        let named: Vec<&Entity> = call.0.heard[0].entities.iter().collect();
        named.iter().any(|entity| sums.says(&entity.value)) || !sums.said_together(&named).is_empty()
    };
    let whole = one(320.into());
    assert!(said(&whole, &[200, 120]) && said(&whole, &[2, 160]) && said(&whole, &[320]));
    assert!(
        !said(&whole, &[300]) && !said(&whole, &[160]) && !said(&whole, &[3, 160]) && !said(&whole, &[1])
    );
    let cents = one(Decimal::new(45_037, 2));
    assert!(said(&cents, &[450]) && said(&cents, &[451]) && !said(&cents, &[452]));
}

#[test]
fn payments_of_an_unsaid_sum_are_told_by_as_many_figures() {
    let plan = PlanValue { count: Some(2), ..PlanValue::default() };
    let call = Staged::new().agent("¿En dos cuotas?", &["offer.installments"]);
    let found = agreed(&call.names("dos cuotas", Value::Plan(plan)).debtor("Sí.", &["agree"]));
    let sums = Sums::of(&found, &[]);
    let said = |figures: &[i64]| {
        let call =
            figures.iter().fold(Staged::new().agent("x", &[]), |call, figure| bare(call, "x", *figure));
        let named: Vec<&Entity> = call.0.heard[0].entities.iter().collect();
        !sums.said_together(&named).is_empty()
    };
    assert!(said(&[160, 160]) && said(&[2, 160]));
    assert!(!said(&[160, 150]) && !said(&[3, 160]) && !said(&[160]));
}

#[test]
fn payments_that_differ_are_those_told_on_the_way_to_the_yes() {
    let plan = PlanValue { count: Some(3), ..PlanValue::default() };
    let call = Staged::new().agent("¿En tres pagos?", &["offer.installments"]);
    let call = call.names("tres pagos", Value::Plan(plan)).debtor("Sesenta, 60 y 50.", &["agree"]);
    let call = bare(bare(bare(call, "Sesenta", 60), "60", 60), "50", 50);
    let sums = Sums::of(&agreed(&call), &call.0.heard);
    let said = |figures: &[i64]| {
        let call =
            figures.iter().fold(Staged::new().agent("x", &[]), |call, figure| bare(call, "x", *figure));
        let named: Vec<&Entity> = call.0.heard[0].entities.iter().collect();
        !sums.said_together(&named).is_empty()
    };
    assert!(said(&[60, 60, 50]));
    assert!(!said(&[60, 50, 40]) && !said(&[50, 50, 50]));
}

#[test]
fn whoever_picks_the_payments_by_their_number_means_those_on_the_table() {
    let pick = |count: u32| {
        let plan = PlanValue { count: Some(count), ..PlanValue::default() };
        let call = Staged::new()
            .agent("Pueden ser cuatro pagos de 160, o mover la fecha.", &["offer.installments"])
            .plan("cuatro pagos de 160", 4, 160);
        agreed(&call.debtor("Los pagos.", &["agree"]).names("Los pagos", Value::Plan(plan)))
    };
    assert_eq!(pick(4).plan.unwrap().value.amount, Some(160.into()));
    assert_eq!(pick(3).plan.unwrap().value.amount, None, "other payments than those that were offered");
}
