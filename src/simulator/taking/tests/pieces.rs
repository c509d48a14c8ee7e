//! Plans told in pieces, taken back, added up, or put in the place of another.

use jiff::civil::date;
use rust_decimal::Decimal;

use super::{OFFER, Talk};
use crate::call::Country;

#[test]
fn payments_that_are_named_over_several_turns_are_a_plan() {
    let debt = || Talk::in_country(Country::Ar, &[("cuotas", 157_000)]);
    let first = || debt().say("¿55.000 pesos el 10 de noviembre?", &["propose_amount", "propose_date"]);
    let then = first().say("Y 51.000 pesos el 10 de diciembre.", &["propose_amount", "propose_date"]);
    assert_eq!(then.plan(), (1, 51_000, None));
    assert_eq!(then.terms.down_payment, Some(Decimal::from(55_000)));
    let last = then.say("Bueno, y otros 51.000 pesos en enero.", &["propose_amount", "propose_date"]);
    assert_eq!((last.plan(), last.terms.down_payment), ((2, 51_000, None), Some(Decimal::from(55_000))));
    assert_eq!(last.terms.date, Some(date(2026, 12, 10)));
}

#[test]
fn another_sum_in_its_place_is_no_payment_more() {
    let debt = || Talk::in_country(Country::Ar, &[("cuotas", 157_000)]);
    let first = || debt().say("¿55.000 pesos el 10 de noviembre?", &["propose_amount", "propose_date"]);
    let instead =
        first().say("¿Y si fueran 51.000 pesos el 10 de diciembre?", &["propose_amount", "propose_date"]);
    assert_eq!((instead.plan(), instead.terms.down_payment), ((1, 51_000, None), None));
    let sooner = first().say("Y 51.000 pesos el 20 de octubre.", &["propose_amount", "propose_date"]);
    assert_eq!((sooner.plan(), sooner.terms.down_payment), ((1, 51_000, None), None));
    let beyond = first().say("Y 155.000 pesos el 10 de diciembre.", &["propose_amount", "propose_date"]);
    assert_eq!((beyond.plan(), beyond.terms.down_payment), ((1, 155_000, None), None));
}

#[test]
fn what_is_taken_back_in_the_same_breath_is_not_on_the_table() {
    let talk = Talk::in_peru().say(
        "¿148 soles el 20 de noviembre? Perdón, es el 15 de octubre, ¿no?",
        &["propose_amount", "propose_date"],
    );
    assert_eq!(talk.terms.date, Some(date(2026, 10, 15)));
}

#[test]
fn halves_are_two_payments_alike() {
    let talk = Talk::in_peru().say("Pague la mitad el viernes 16 y la otra el 30.", OFFER);
    assert_eq!((talk.plan(), talk.terms.date), ((2, 148, None), Some(date(2026, 10, 16))));
}

#[test]
fn of_two_ways_the_figures_of_the_programme_are_not_those_of_the_payments() {
    let ways = "¿Paga 74 soles al mes desde el 19, o primero 3 meses en el programa de apoyo, a 30 soles?";
    let acts = &["offer.installments", "propose_amount", "offer.choice", "offer.hardship=programa de apoyo"];
    let talk = Talk::in_peru().say(ways, acts);
    assert_eq!((talk.plan(), talk.terms.hardship), ((4, 74, None), true));
}

#[test]
fn the_last_payment_may_be_more_than_the_others() {
    let bills = || Talk::in_country(Country::Mx, &[("enero", 925), ("febrero", 925)]);
    let named = bills().say("Son 3 pagos: 600, 600 y 650 pesos, el primero el 30 de octubre.", OFFER);
    assert_eq!(named.plan(), (3, 600, Some(650)));
}

#[test]
fn payments_called_by_their_number_but_the_last_are_the_plan_that_stands() {
    let plan = || Talk::in_peru().say("Siete de 40 y una de 16, los lunes.", OFFER);
    let told = plan().say("Entonces, con las 7 de 40 soles y la última.", OFFER);
    assert_eq!(told.plan(), (8, 40, Some(16)));
}

#[test]
fn a_part_today_and_the_rest_on_another_day_are_two_payments() {
    let bill = || Talk::in_country(Country::Co, &[("cuota", 180_000)]);
    let acts = &["offer.installments", "offer.partial", "propose_amount", "propose_date"];
    let halves = bill().say("90000 hoy y el resto el viernes, por pse, ¿le sirve?", acts);
    assert_eq!(halves.terms.date, Some(date(2026, 10, 16)));
    assert_eq!((halves.plan(), halves.terms.down_date), ((1, 90_000, None), Some(date(2026, 10, 12))));
    let swapped = Talk::in_country(Country::Mx, &[("tarjeta", 795)])
        .say("400 hoy y 395 el 15 de noviembre, con tarjeta, ¿le va?", acts);
    assert_eq!((swapped.plan(), swapped.terms.date), ((1, 395, None), Some(date(2026, 11, 15))));
    assert_eq!(swapped.terms.down_payment, Some(Decimal::from(400)));
    let monthly = Talk::in_country(Country::Mx, &[("taxi", 5_350)]).say("800 hoy y 650 por mes.", acts);
    assert_eq!((monthly.plan(), monthly.terms.down_payment), ((7, 650, None), Some(Decimal::from(800))));
    assert_eq!(monthly.terms.down_date, Some(date(2026, 10, 12)));
}

#[test]
fn all_of_it_today_takes_the_place_of_halves() {
    let bill = || Talk::in_country(Country::Co, &[("cuota", 180_000)]);
    let halves = bill().say("90.000 hoy y 90.000 el viernes.", OFFER);
    assert_eq!(halves.terms.count(), 2);
    let all = halves.say("Entonces todo hoy, los 180.000 pesos.", &["request.full_payment", "propose_date"]);
    assert_eq!((all.plan(), all.terms.date), ((1, 180_000, None), Some(date(2026, 10, 12))));
}

#[test]
fn all_of_it_on_a_day_takes_the_place_of_the_plan() {
    let bill = || Talk::in_country(Country::Co, &[("cuota", 180_000)]);
    let halves = || bill().say("90.000 hoy y 90.000 el viernes 16.", OFFER);
    let friday = halves().say("O si prefiere, todo el viernes 16.", &["propose_date", "offer.choice"]);
    assert_eq!((friday.plan(), friday.terms.date), ((1, 180_000, None), Some(date(2026, 10, 16))));
    let today = halves().say("Pues todo hoy, mejor.", &["propose_date"]);
    assert_eq!((today.plan(), today.terms.date), ((1, 180_000, None), Some(date(2026, 10, 12))));
    let not = halves().say("No todo el viernes 16, las dos partes.", &["propose_date"]);
    assert_eq!(not.terms.count(), 2);
}

#[test]
fn a_sum_named_for_two_months_is_paid_in_each() {
    let talk = Talk::in_country(Country::Ar, &[("cuotas", 157_000)])
        .say("Entonces 55.000 en noviembre y 51.000 en diciembre y enero.", OFFER);
    assert_eq!((talk.plan(), talk.terms.down_payment), ((2, 51_000, None), Some(Decimal::from(55_000))));
    let typed = Talk::in_country(Country::Mx, &[("enero", 925), ("febrero", 925)])
        .say("Paga 400 el 30 de octubre, luego otros 400 en noviembre y en diciembre.", OFFER);
    assert_eq!((typed.plan(), typed.terms.date), ((3, 400, None), Some(date(2026, 10, 30))));
}

#[test]
fn of_two_days_put_to_her_the_one_that_stands_stays() {
    let agreed = Talk::in_peru().say("¿148 soles el viernes 16?", &["propose_amount", "propose_date"]);
    let either =
        agreed.say("¿El 16 le viene bien, o prefiere el 20?", &["propose_date=el 20", "offer.choice"]);
    assert_eq!(either.terms.date, Some(date(2026, 10, 16)));
}

#[test]
fn the_day_on_which_something_is_cut_off_is_no_day_to_pay() {
    let agreed = Talk::in_peru().say("¿148 soles el viernes 16?", &["propose_amount", "propose_date"]);
    let cut = agreed.say("Acuérdese que el 12 de noviembre se le corta el servicio.", &["propose_date"]);
    assert_eq!(cut.terms.date, Some(date(2026, 10, 16)));
}

#[test]
fn a_day_for_another_time_moves_nothing_of_this_payment() {
    let agreed = Talk::in_peru().say("¿148 soles el viernes 16?", &["propose_amount", "propose_date"]);
    let later =
        agreed.say("Y para otra vez, ¿le corremos la fecha al 25?", &["propose_date", "offer.extension"]);
    assert_eq!(later.terms.date, Some(date(2026, 10, 16)));
}

#[test]
fn a_sum_times_a_number_is_a_plan_and_what_it_adds_up_to_is_told() {
    let card = || Talk::in_country(Country::Mx, &[("tarjeta", 795)]);
    let times = card().say("198.75 por 4, que suman 795, el primero hoy. ¿Le va?", OFFER);
    assert_eq!((times.terms.payments, times.terms.amount), (Some(4), Some(Decimal::new(19_875, 2))));
    assert_eq!(times.terms.date, Some(date(2026, 10, 12)));
}

#[test]
fn a_first_part_like_the_others_is_the_first_of_them() {
    let parts = || Talk::in_country(Country::Cl, &[("cuota", 92_300)]);
    let one_by_one =
        "25.000 el 16 de octubre, 25.000 el 30, 25.000 el 13 de noviembre y 17.300 el 27 de noviembre.";
    let talk = parts().say(one_by_one, OFFER);
    assert_eq!((talk.plan(), talk.terms.down_payment), ((4, 25_000, Some(17_300)), None));
    let first =
        parts().say("25.000 el 16 de octubre.", OFFER).say("Y después 2 de 25.000 y una de 17.300.", OFFER);
    assert_eq!((first.plan(), first.terms.down_payment), ((4, 25_000, Some(17_300)), None));
    assert_eq!(first.terms.date, Some(date(2026, 10, 16)));
}

#[test]
fn what_each_payment_comes_to_may_stand_far_from_their_number() {
    let talk = Talk::in_country(Country::Mx, &[("enero", 925), ("febrero", 925)])
        .say("Serían 3 pagos: 30 de octubre, fin de noviembre y fin de diciembre, de 400 cada uno.", OFFER);
    assert_eq!((talk.terms.payments, talk.terms.amount), (Some(3), Some(Decimal::from(400))));
    let typed = Talk::in_country(Country::Mx, &[("enero", 925), ("febrero", 925)])
        .say("serian 3 pagos: 30 de octubre, fin de noviembre y fin de diciembre, d 400 cada uno", OFFER);
    assert_eq!((typed.terms.payments, typed.terms.amount), (Some(3), Some(Decimal::from(400))));
}

#[test]
fn a_rest_that_is_divided_begins_on_its_own_day() {
    let invoices = || Talk::in_country(Country::Ar, &[("facturas", 5_410_000)]);
    let divided =
        "Si hoy manda 610.000 quedan 4.800.000, partido en 6 son 800 mil por mes desde el 10 de diciembre.";
    let talk = invoices().say(divided, OFFER);
    assert_eq!((talk.plan(), talk.terms.down_payment), ((6, 800_000, None), Some(Decimal::from(610_000))));
    assert_eq!(talk.terms.date, Some(date(2026, 12, 10)));
}

#[test]
fn the_day_of_the_last_payment_and_a_deadline_are_no_day_to_begin_on() {
    let plan = || Talk::in_peru().say("Siete de 40 y una de 16, desde el lunes 19.", OFFER);
    let last = plan().say("Eso, y el último el viernes 4 de diciembre.", &["propose_date"]);
    assert_eq!((last.plan(), last.terms.date), ((8, 40, Some(16)), Some(date(2026, 10, 19))));
    let all =
        plan().say("¿Me los paga todos antes del 8 de diciembre?", &["propose_date", "question.commitment"]);
    assert_eq!(all.terms.date, Some(date(2026, 10, 19)));
}

#[test]
fn as_many_payments_as_are_overdue_are_what_is_owed_and_no_plan() {
    let agreed = || Talk::in_peru().say("¿296 soles el viernes 23?", &["propose_amount", "propose_date"]);
    let current = agreed().say("Sí, con eso quedan al día todas las 2 cuotas.", OFFER);
    assert_eq!(current.plan(), (1, 296, None));
    let late = agreed().say("Claro, se cubren las 2 cuotas vencidas.", OFFER);
    assert_eq!(late.plan(), (1, 296, None));
    let plan = agreed().say("O si quiere, lo hacemos en 2 cuotas.", OFFER);
    assert_eq!(plan.plan(), (2, 148, None));
}

#[test]
fn the_day_in_the_same_words_goes_before_that_of_a_split_let_go() {
    let split = || {
        Talk::in_peru()
            .say("¿Le queda bien 96 hoy y 200 el 27 de octubre?", &["propose_amount", "offer.partial"])
    };
    let today = split().say("Entonces por Yape hoy los 296 soles.", &["propose_amount", "propose_method"]);
    assert_eq!((today.plan(), today.terms.date), ((1, 296, None), Some(date(2026, 10, 12))));
    let undated = split().say("Mejor una sola, los 296 soles.", &["propose_amount"]);
    assert_eq!((undated.plan(), undated.terms.date), ((1, 296, None), None));
    let later = Talk::in_peru().say("¿296 soles el 27 de octubre?", &["propose_amount", "propose_date"]);
    let corrected = later.say("No no, hoy, 12 de octubre.", &[]);
    assert_eq!(corrected.terms.date, Some(date(2026, 10, 12)));
}

#[test]
fn a_first_part_does_not_swallow_the_day_from_which_the_others_run() {
    let debt = || Talk::in_country(Country::Ar, &[("facturas", 4_130_000)]);
    let running =
        "Anoto 500 hoy y desde el 12 de noviembre, si está de acuerdo: 4 de 720 y la última de 750.";
    let announced = "Se lo paso hoy: 500.000 hoy, 5 pagos desde el 12/11, 4 de 720 y el último de 750. ¿Sí?";
    for said in [running, announced] {
        let talk = debt().say(said, OFFER);
        assert_eq!(talk.plan(), (5, 720_000, Some(750_000)), "{said}");
        assert_eq!(talk.terms.down_payment, Some(500_000.into()), "{said}");
        assert_eq!(
            (talk.terms.down_date, talk.terms.date),
            (Some(date(2026, 10, 12)), Some(date(2026, 11, 12))),
            "{said}"
        );
    }
    let monthly = debt().say("¿Y si son 500 mil hoy y 720 mil x mes desde diciembre?", OFFER);
    assert_eq!(monthly.terms.down_payment, Some(500_000.into()), "{:?}", monthly.terms);
    assert_eq!((monthly.terms.amount, monthly.terms.date), (Some(720_000.into()), Some(date(2026, 12, 1))));
    let left_out = debt()
        .say("¿4 pagos de 720 mil desde el 12 de noviembre y uno de 750?", OFFER)
        .say("¿Y esos 500 mil me los deposita hoy?", &["propose_amount", "propose_date"]);
    assert_eq!(left_out.plan(), (5, 720_000, Some(750_000)));
    assert_eq!(left_out.terms.down_payment, Some(500_000.into()));
    let asked =
        left_out.say("Los 500 mil van hoy, ¿no?", &["propose_amount", "propose_date", "confirm_commitment"]);
    assert_eq!((asked.plan(), asked.terms.count()), ((5, 720_000, Some(750_000)), 6));
}

#[test]
fn a_whole_that_is_split_is_not_paid_beside_its_parts() {
    let debt = || Talk::in_country(Country::Us, &[("three payments", 870)]);
    for said in ["We could split that 870 in 3 of 290.", "870, so 3 payments of 290 dollars."] {
        let talk = debt().say(said, OFFER);
        assert_eq!((talk.plan(), talk.terms.down_payment), ((3, 290, None), None), "{said}");
    }
}

#[test]
fn the_rest_is_the_last_payment_and_the_days_of_the_others_leave_the_first() {
    let debt =
        || Talk::in_country(Country::Co, &[("cuota de agosto", 286_000), ("cuota de septiembre", 286_000)]);
    let plan = || debt().say("Se lo armo en 3 pagos desde el viernes 16, dos de 200 y el resto.", OFFER);
    assert_eq!(plan().plan(), (3, 200_000, Some(172_000)));
    assert_eq!(plan().terms.date, Some(date(2026, 10, 16)));
    let others =
        plan().say("¿Y los otros dos, el 23 y el 30, le sirven?", &["propose_date", "question.commitment"]);
    assert_eq!((others.plan(), others.terms.date), ((3, 200_000, Some(172_000)), Some(date(2026, 10, 16))));
    let listed = debt()
        .say("¿3 pagos de 190 mil desde el 23?", OFFER)
        .say("Mejor 200 el viernes 16, 200 el 23 y 172 el 30.", &["propose_amount"]);
    assert_eq!((listed.plan(), listed.terms.date), ((3, 200_000, Some(172_000)), Some(date(2026, 10, 16))));
    let first = plan().say("No no, el primero es el 19.", &["propose_date"]);
    assert_eq!(first.terms.date, Some(date(2026, 10, 19)));
}

#[test]
fn bills_called_by_their_numbers_have_a_day_each_and_what_hangs_on_something_has_none() {
    let bills = || {
        Talk::in_country(Country::Mx, &[("factura B-7702, tapas", 52_300), ("factura B-7741, botes", 18_900)])
    };
    let both = bills()
        .say("La 7702 el viernes 16 y la 7741 el viernes 23, ¿va?", &["propose_date", "question.commitment"]);
    assert_eq!(
        (both.terms.down_payment, both.terms.down_date),
        (Some(52_300.into()), Some(date(2026, 10, 16)))
    );
    assert_eq!((both.terms.amount, both.terms.date), (Some(18_900.into()), Some(date(2026, 10, 23))));
    let open = "Repaso: la B-7702 por 52,300 el viernes 16, y la B-7741 de 18,900 el 16 si le llega el sello, y si no el 23.";
    let firm = bills().say(open, &["summarize", "propose_date"]);
    assert_eq!((firm.plan(), firm.terms.date), ((1, 52_300, None), Some(date(2026, 10, 16))));
    let polite =
        bills().say("La 7702 el viernes 16 y la 7741 el viernes 23, si le parece.", &["propose_date"]);
    assert_eq!(polite.terms.down_payment, Some(52_300.into()));
    let once =
        firm.say("Y la de 18,900 sale el 23, en cuanto tenga el sello.", &["propose_amount", "propose_date"]);
    assert_eq!((once.plan(), once.terms.date), ((1, 52_300, None), Some(date(2026, 10, 16))));
}

#[test]
fn a_sum_for_each_of_two_days_is_two_payments_and_the_days_of_the_others_add_none() {
    let talk = Talk::in_peru().say("¿Le acomodan 19 y 26 de octubre, 40 soles cada vez?", OFFER);
    assert_eq!((talk.plan(), talk.terms.date), ((2, 40, None), Some(date(2026, 10, 19))));
    let single = Talk::in_peru().say("¿40 soles el lunes 19?", &["propose_amount", "propose_date"]);
    let others =
        single.say("¿Y las otras tres, el 26, el 2 y el 9?", &["propose_date", "question.commitment"]);
    assert_eq!(others.terms.date, Some(date(2026, 10, 19)));
    let other = others.say("¿Me da un segundo? Mejor el lunes 26.", &["propose_date"]);
    assert_eq!(other.terms.date, Some(date(2026, 10, 26)));
}

#[test]
fn a_figure_given_back_in_surprise_is_not_offered() {
    let talk = Talk::in_peru()
        .say("¿296 soles el viernes 23?", &["propose_amount", "propose_date"])
        .say("¿23 soles? No. Doscientos noventa y seis soles, el 23.", &["propose_amount", "propose_date"]);
    assert_eq!((talk.plan(), talk.terms.date), ((1, 296, None), Some(date(2026, 10, 23))));
}

#[test]
fn one_part_asked_for_in_full_leaves_the_plan() {
    let plan = Talk::in_country(Country::Ar, &[("facturas", 5_410_000)])
        .say("600 hoy y el resto en 5 de 800 y una de 810 desde el 10 de noviembre, ¿le cierra?", OFFER);
    assert_eq!((plan.plan(), plan.terms.date), ((6, 800_000, Some(810_000)), Some(date(2026, 11, 10))));
    let part = plan.say("¿Y esos 600, me los pasa hoy?", &["propose_amount", "request.full_payment"]);
    assert_eq!((part.plan(), part.terms.down_payment), ((6, 800_000, Some(810_000)), Some(600_000.into())));
}

#[test]
fn payments_told_one_by_one_go_on_until_all_is_paid() {
    let weekly =
        Talk::in_peru().say("40 soles el 19, 40 el 26, y así cada lunes hasta completar los 296.", OFFER);
    assert_eq!((weekly.plan(), weekly.terms.date), ((8, 40, Some(16)), Some(date(2026, 10, 19))));
    let left = "100 soles el 16 de octubre, 100 el 16 de noviembre y lo que falta el 16 de diciembre.";
    assert_eq!(Talk::in_peru().say(left, OFFER).plan(), (3, 100, Some(96)));
}

#[test]
fn a_day_put_right_goes_before_the_one_on_the_table() {
    let talk = Talk::in_peru()
        .say("¿148 soles el viernes 16?", &["propose_amount", "propose_date"])
        .say("No no, el lunes 19, que el viernes cerramos temprano.", &["propose_date"]);
    assert_eq!(talk.terms.date, Some(date(2026, 10, 19)));
}

#[test]
fn what_the_payments_come_to_is_no_payment_beside_them() {
    let talk = Talk::in_peru().say("Se lo pongo en 4 pagos de 74, son 296 justos.", OFFER);
    assert_eq!((talk.plan(), talk.terms.total()), ((4, 74, None), Decimal::from(296)));
    let monthly = "A 70 soles al mes, los 296 serían cinco pagos, el último más chico, de 16.";
    assert_eq!(Talk::in_peru().say(monthly, OFFER).plan(), (5, 70, Some(16)));
}

#[test]
fn more_than_is_owed_is_not_taken() {
    let mut card = Talk::in_peru();
    card.case_file.balance.amount = Decimal::from(2_000);
    let agreed = card.say("¿4 pagos de 74 soles desde el 19 de octubre?", OFFER);
    let slip = agreed.say("Dije 80 soles y luego 6 pagos de 70 soles.", OFFER);
    assert_eq!(slip.plan(), (4, 74, None));
}

#[test]
fn one_payment_goes_before_the_plan_that_was_offered() {
    let two = || Talk::in_peru().say("¿2 pagos de 148 soles desde el 19 de octubre?", OFFER);
    for words in
        ["No, uno solo, nada de dos pagos.", "UN pago, completo. Nada de dos.", "Un pago único de 296 soles."]
    {
        assert_eq!(two().say(words, &["propose_amount"]).plan(), (1, 296, None), "{words}");
    }
    let apart =
        two().say("Una transferencia de 148 soles el 19 de octubre, una sola vez, y otra después.", OFFER);
    assert_ne!(apart.plan(), (1, 296, None));
}

#[test]
fn a_first_part_in_a_clause_of_its_own_goes_before_the_plan() {
    let debt = || Talk::in_country(Country::Ar, &[("facturas", 2_300_000)]);
    let numbered = "Hoy un depósito de 300.000 pesos, una sola vez. Luego, desde el 10 de noviembre, 500.000 pesos por mes en 4 pagos.";
    let talk = debt().say(numbered, OFFER);
    assert_eq!((talk.plan(), talk.terms.down_payment), ((4, 500_000, None), Some(Decimal::from(300_000))));
    assert_eq!((talk.terms.down_date, talk.terms.date), (Some(date(2026, 10, 12)), Some(date(2026, 11, 10))));
    let monthly = || debt().say("¿500.000 pesos por mes desde el 10 de noviembre?", OFFER);
    let called = monthly().say("¿Puede mandar hoy 300.000 pesos como primer pago?", OFFER);
    assert_eq!(
        (called.plan(), called.terms.down_payment),
        ((4, 500_000, None), Some(Decimal::from(300_000)))
    );
    let asked = monthly().say("Y lo de hoy, los 300.000 pesos, ¿cuánto es justo?", &["propose_amount"]);
    assert_eq!((asked.plan(), asked.terms.down_payment), (monthly().plan(), None));
    let less = debt().say("Hoy 290.000 pesos y 4 pagos de 500.000 desde el 10 de noviembre.", OFFER);
    let more = less.say("Faltan 10.000 pesos, pongamos 300.000 hoy.", &["propose_amount"]);
    assert_eq!((more.plan(), more.terms.down_payment), ((4, 500_000, None), Some(Decimal::from(300_000))));
}

#[test]
fn the_day_of_a_later_payment_moves_no_first_one() {
    let plan = || Talk::in_peru().say("¿3 pagos de 98 soles desde el 5 de noviembre?", OFFER);
    let moved = plan().say("El 5 de diciembre es feriado, ¿puede el 7 de diciembre?", &["propose_date"]);
    assert_eq!(moved.terms.date, Some(date(2026, 11, 5)));
    let begun = plan().say("¿Mejor empezando el 7 de diciembre?", &["propose_date"]);
    assert_eq!(begun.terms.date, Some(date(2026, 12, 7)));
}

#[test]
fn what_a_cut_costs_and_the_day_of_it_are_no_terms() {
    let debt = || Talk::in_country(Country::Mx, &[("recibo", 850)]);
    let words = "Tiene hasta el 30 de octubre, ese día se suspende y volver a conectar cuesta 120 pesos. ¿Le parece el viernes 16?";
    let talk = debt().say(words, &["propose_date"]);
    assert_eq!((talk.terms.amount, talk.terms.date), (None, Some(date(2026, 10, 16))));
}

#[test]
fn a_day_told_twice_is_one_day_and_no_sum() {
    let words = "Quedamos en 100 soles mañana 13, 100 el 5 de noviembre y 96 el 10 de noviembre.";
    let talk = Talk::in_peru().say(words, OFFER);
    assert_eq!((talk.plan(), talk.terms.date), ((3, 100, Some(96)), Some(date(2026, 10, 13))));
}

#[test]
fn each_time_is_as_often_as_she_is_paid() {
    let words = "Si le pagan viernes por medio, ¿le sirven 40 soles cada vez, partiendo el 16 de octubre?";
    let talk = Talk::in_peru().say(words, &["propose_amount", "propose_date"]);
    assert_eq!((talk.plan(), talk.terms.a_month), ((8, 40, Some(16)), Some(2)));
}
