mod dated;
mod pieces;

use jiff::civil::date;

use super::*;
use crate::call::{Country, Money, PastDue, Policy};
use crate::messages::Language;
use crate::nlu::entity::{Setting, find};
use crate::nlu::staged::Staged;
use crate::simulator::terms::Beyond;

/// A debt of so much, in a country, on Monday 2026-10-12.
#[derive(Clone)]
struct Talk {
    case_file: CaseFile,
    setting: Setting,
    terms: Terms,
    own: Option<Decimal>,
    own_day: Option<Date>,
}

impl Talk {
    fn in_country(country: Country, items: &[(&str, i64)]) -> Self {
        let currency = country.currency();
        let due = items.iter().map(|(_, amount)| amount).sum::<i64>();
        let past_due = items
            .iter()
            .map(|(concept, amount)| PastDue {
                concept: (*concept).to_owned(),
                amount: Money::new(*amount, currency),
                due: date(2026, 9, 5),
            })
            .collect();
        let case_file = CaseFile {
            creditor: "Caja".to_owned(),
            product: String::new(),
            account: "terminado en 3390".to_owned(),
            debtor: "Ana".to_owned(),
            treatment: String::new(),
            currency,
            balance: Money::new(due, currency),
            past_due,
            verify: Vec::new(),
            history: Vec::new(),
            policy: Policy {
                max_installments: Some(6),
                max_discount: Some(Decimal::from(10)),
                ..Policy::default()
            },
        };
        let setting = Setting {
            language: Language::Es,
            country: Some(country),
            currency: Some(currency),
            today: date(2026, 10, 12),
            holidays: Vec::new(),
            names: Vec::new(),
        };
        Self { case_file, setting, terms: Terms::default(), own: None, own_day: None }
    }

    fn in_peru() -> Self {
        Self::in_country(Country::Pe, &[("cuota de setiembre", 148), ("cuota de octubre", 148)])
    }

    fn in_chile() -> Self {
        Self::in_country(Country::Cl, &[("tres cuotas", 174_800)])
    }

    /// The agent says something, and acts are heard in it.
    fn say(mut self, text: &str, acts: &[&str]) -> Self {
        let mut heard = Staged::new().agent(text, acts).0.heard.remove(0);
        heard.entities = find(text, &self.setting);
        let (case_file, today) = (&self.case_file, self.setting.today);
        let own = self.own;
        self.terms.take_in(Reading {
            text,
            heard: &heard,
            case_file,
            today,
            asked: false,
            own,
            own_day: self.own_day,
            calls_back: false,
        });
        self
    }

    /// How often, how much, and what the last one comes to.
    fn plan(&self) -> (u32, i64, Option<i64>) {
        let whole = |amount: Decimal| i64::try_from(amount).expect("no cents");
        let each = whole(self.terms.amount.expect("an amount is on the table"));
        (self.terms.payments.unwrap_or(1), each, self.terms.last.map(whole))
    }
}

const OFFER: &[&str] = &["offer.installments", "propose_amount"];

#[test]
fn payments_named_one_by_one_are_a_plan_with_a_smaller_last_one() {
    let seven = Talk::in_peru().say("Siete de 40 y una de 16, los lunes, por Yape. ¿Le parece?", OFFER);
    assert_eq!(seven.plan(), (8, 40, Some(16)));
    assert_eq!(seven.terms.date, Some(date(2026, 10, 19)));
    let days = "Serían 60 el 6 de noviembre, 60 el 6 de diciembre y 54.800 el 6 de enero.";
    let three = Talk::in_chile().say(days, OFFER);
    assert_eq!(three.plan(), (3, 60_000, Some(54_800)));
    assert_eq!(three.terms.date, Some(date(2026, 11, 6)));
    let repeated = "Sesenta mil el 16, el 30 y el 13 de noviembre.";
    assert_eq!(Talk::in_chile().say(repeated, OFFER).plan(), (3, 60_000, Some(54_800)));
}

#[test]
fn a_whole_that_is_named_beside_its_parts_only_checks_them() {
    let divided = Talk::in_country(Country::Ar, &[("cuota de marzo", 78_500), ("cuota de abril", 78_500)])
        .say("Mire, 157.000 en 4 son 39.250. ¿Le queda bien?", OFFER);
    assert_eq!(divided.plan(), (4, 39_250, None));
    let reckoned = Talk::in_chile()
        .say("¿Tres pagos de 60 mil desde el 6 de noviembre?", OFFER)
        .say("Ojo, 3 veces 60 son 180, por eso el último es de 54.800.", &["explain", "propose_amount"]);
    assert_eq!(reckoned.plan(), (3, 60_000, Some(54_800)));
}

#[test]
fn a_first_part_keeps_its_day_and_the_rest_follows() {
    let parts = "Hoy 650 y después 6 de 793. ¿Cierra?";
    let talk = Talk::in_country(Country::Ar, &[("facturas", 5_410_000)]).say(parts, OFFER);
    assert_eq!(talk.plan(), (6, 793_000, None));
    assert_eq!(talk.terms.down_payment, Some(Decimal::from(650_000)));
    assert_eq!((talk.terms.down_date, talk.terms.date), (Some(date(2026, 10, 12)), Some(date(2026, 11, 12))));
    let rest = Talk::in_peru().say("Puede dar 100 hoy y el resto el 30.", OFFER);
    assert_eq!((rest.plan(), rest.terms.down_payment), ((1, 196, None), Some(Decimal::from(100))));
}

#[test]
fn nobody_pays_more_than_is_owed() {
    let eight = Talk::in_peru().say("¿8 pagos de 40 soles desde el lunes?", OFFER);
    assert_eq!((eight.plan(), eight.terms.total()), ((8, 40, Some(16)), Decimal::from(296)));
    let monthly = Talk::in_country(Country::Ar, &[("préstamo", 157_000)]).say("¿50.000 al mes?", OFFER);
    assert_eq!(monthly.plan(), (4, 50_000, Some(7_000)));
    let exact = Talk::in_peru().say("¿8 pagos de 37 soles desde el lunes?", OFFER);
    assert_eq!(exact.plan(), (8, 37, None));
}

#[test]
fn payments_go_on_until_a_whole_is_covered() {
    let since = Talk { own: Some(Decimal::from(40)), ..Talk::in_peru() };
    let since = since.say("Entonces 40 soles desde el lunes 19.", &["propose_amount", "propose_date"]);
    assert_eq!(since.plan(), (8, 40, Some(16)));
    let until = Talk::in_peru()
        .say("¿5 pagos de 40 soles?", OFFER)
        .say("Hasta completar los 296, ¿no?", &["confirm_commitment"]);
    assert_eq!(until.plan(), (8, 40, Some(16)));
    let once = Talk::in_peru().say("¿Paga 40 soles el lunes 19?", &["propose_amount", "propose_date"]);
    assert_eq!(once.plan(), (1, 40, None), "one payment on one day");
}

#[test]
fn the_first_payment_told_with_its_day_leaves_the_plan_as_it_was() {
    let plan = || Talk::in_peru().say("¿Le parecen 4 pagos de 74 soles?", OFFER);
    let first = plan().say("74 soles hoy por Yape, ¿va?", &["propose_amount", "propose_date"]);
    assert_eq!((first.plan(), first.terms.date), ((4, 74, None), Some(date(2026, 10, 12))));
    let single = plan().say("Mejor una sola, 148 soles hoy.", &["propose_amount", "propose_date"]);
    assert_eq!(single.plan(), (1, 148, None));
    let back = single.say("O lo partimos, 2 pagos de 148 soles.", OFFER);
    assert_eq!(back.plan(), (2, 148, None));
}

#[test]
fn what_is_asked_about_or_denied_is_not_offered() {
    let asked = Talk::in_peru()
        .say("¿148 soles hoy?", &["propose_amount", "propose_date"])
        .say("¿Qué tres pagos? 148 hoy.", OFFER);
    assert_eq!(asked.plan(), (1, 148, None));
    let day =
        Talk::in_peru().say("El viernes 16 no, el lunes 19, 40 soles.", &["propose_amount", "propose_date"]);
    assert_eq!(day.terms.date, Some(date(2026, 10, 19)));
    let why = Talk::in_peru().say("¿Por qué no el lunes 19, 40 soles?", &["propose_amount", "propose_date"]);
    assert_eq!(why.terms.date, Some(date(2026, 10, 19)));
}

#[test]
fn the_number_of_a_bill_is_no_amount_and_stands_for_what_it_comes_to() {
    let bills = || Talk::in_country(Country::Mx, &[("factura A-5521", 86_420), ("factura A-5567", 41_300)]);
    let called = bills().say("Le pido que meta la 5521 en la del martes 20.", &["propose_date"]);
    assert_eq!((called.plan(), called.terms.date), ((1, 86_420, None), Some(date(2026, 10, 20))));
    let both = called.say("Y la otra sale el 27 con los 41,300.", &["confirm_commitment", "propose_date"]);
    assert_eq!((both.plan(), both.terms.date), ((1, 41_300, None), Some(date(2026, 10, 27))));
    assert_eq!(both.terms.down_payment, Some(Decimal::from(86_420)));
    assert_eq!(both.terms.down_date, Some(date(2026, 10, 20)));
    let paid = bills().say("¿Pagan 5,500 el martes 20?", &["propose_amount", "propose_date"]);
    assert_eq!(paid.plan(), (1, 5_500, None), "a figure that no bill bears");
}

#[test]
fn a_discount_is_taken_off_what_is_overdue() {
    let less = Talk::in_peru().say("Le descuento el 10% si paga hoy.", &["offer.discount", "propose_date"]);
    assert_eq!(less.terms.amount, Some(Decimal::new(2664, 1)));
    assert!(less.terms.full && less.terms.beyond(&less.case_file, |it| it.to_string()).is_empty());
    let half = Talk::in_peru().say("Le descuento el 50% si paga hoy.", &["offer.discount", "propose_date"]);
    let beyond = half.terms.beyond(&half.case_file, |it| it.to_string());
    let permitted = Decimal::from(10);
    assert_eq!(beyond, [Beyond::Discount { agreed: Decimal::from(50), permitted }]);
}

#[test]
fn more_payments_than_the_case_file_permits_are_marked() {
    let many = Talk::in_peru().say("¿8 pagos de 37 soles?", OFFER);
    let spoken = |amount: Decimal| amount.to_string();
    assert_eq!(many.terms.beyond(&many.case_file, spoken), [Beyond::Payments { agreed: 8, permitted: 6 }]);
    let few = Talk::in_peru().say("¿4 pagos de 74 soles?", OFFER);
    assert_eq!(few.terms.beyond(&few.case_file, spoken), []);
}

#[test]
fn income_arrears_and_what_is_missing_are_no_offer() {
    let income = Talk::in_peru().say("¿O sea que gana 60 soles?", &["propose_amount"]);
    assert_eq!(income.terms.amount, None);
    let arrears = Talk::in_peru().say("Debe 2 cuotas de 148, ¿cuándo podría?", &["question.commitment"]);
    assert!(!arrears.terms.is_plan());
    let missing = Talk::in_peru()
        .say("¿5 pagos de 40 soles?", OFFER)
        .say("Con eso faltan 96 soles.", &["propose_amount"]);
    assert_eq!(missing.plan(), (5, 40, None));
}

#[test]
fn another_day_takes_the_place_of_the_one_that_is_taken_back() {
    let agreed = || Talk::in_peru().say("¿148 soles el viernes 16?", &["propose_amount", "propose_date"]);
    let moved = agreed().say("El dieciséis no, el miércoles 14.", &[]);
    assert_eq!(moved.terms.date, Some(date(2026, 10, 14)));
    let of_two = agreed().say("El 16 cierran, ¿no le quedaría mejor el 14 o 15?", &["propose_date"]);
    assert_eq!(of_two.plan(), (1, 148, None));
    let later = agreed().say("La de noviembre la vemos aparte, ¿sí?", &["question.commitment"]);
    assert_eq!(later.terms.date, Some(date(2026, 10, 16)), "a month moves no day");
    let call = agreed().say("Entonces la llamo el jueves 15.", &["propose_date"]);
    assert_eq!(call.terms.date, Some(date(2026, 10, 16)), "a day to call on is none to pay on");
}

#[test]
fn a_month_that_is_too_far_off_or_only_asked_about_is_no_day() {
    let plan = || Talk::in_peru().say("¿2 pagos de 148 soles?", OFFER);
    let far = plan().say("Diciembre queda muy lejos, máximo quince días.", &["propose_date"]);
    assert_eq!(far.terms.date, None);
    let asked = plan().say("¿Y qué día de diciembre le pagan la gratificación?", &["propose_date"]);
    assert_eq!(asked.terms.date, None);
    let proposed = plan().say("¿Le parece en diciembre?", &["propose_date"]);
    assert_eq!(proposed.terms.date, Some(date(2026, 12, 31)));
}

#[test]
fn halves_without_a_day_each_are_two_payments() {
    let halves = Talk::in_peru().say("¿La mitad ahora que cobre y la otra mitad en diciembre?", OFFER);
    assert_eq!(halves.plan(), (2, 148, None));
}

#[test]
fn the_day_on_which_she_is_paid_is_the_one_she_told() {
    let told = || Talk { own_day: Some(date(2026, 10, 30)), ..Talk::in_peru() };
    let paid = told().say("¿148 soles el dia q le pagan?", OFFER);
    assert_eq!(paid.terms.date, Some(date(2026, 10, 30)));
    let other = told().say("¿148 soles el 20, o el día que cobra?", OFFER);
    assert_eq!(other.terms.date, Some(date(2026, 10, 20)), "another day is named");
    assert_eq!(
        Talk::in_peru().say("¿148 soles el día que cobre?", OFFER).terms.date,
        None,
        "nobody knows it"
    );
}

#[test]
fn months_listed_after_a_day_have_a_payment_each() {
    let plan = Talk::in_peru().say("98 soles el 11 de noviembre, diciembre y enero.", OFFER);
    assert_eq!((plan.plan().0, plan.terms.date), (3, Some(date(2026, 11, 11))));
}

#[test]
fn the_first_part_alone_is_moved_to_its_own_day() {
    let first = "2 pagos de 100 soles desde el 10 de noviembre, y antes, 96 soles esta semana";
    let plan = Talk::in_peru().say(first, OFFER);
    assert_eq!((plan.plan(), plan.terms.down_date), ((2, 100, None), Some(date(2026, 10, 16))));
    let moved = plan.say("Los 96 soles mejor el 14. Lo demás queda igual.", OFFER);
    assert_eq!((moved.plan(), moved.terms.down_date), ((2, 100, None), Some(date(2026, 10, 14))));
    assert_eq!(moved.terms.date, Some(date(2026, 11, 10)));
}

#[test]
fn what_comes_on_top_and_what_is_taken_back_is_not_offered() {
    let charge = Talk::in_peru().say("El recargo son apenas 12 soles, ¿le parece?", &["propose_amount"]);
    assert_eq!(charge.terms.amount, None);
    let without = Talk::in_peru()
        .say("Le descuento el 10% si paga hoy.", &["offer.discount", "propose_date"])
        .say("Si no, dos pagos de 148 soles sin descuento.", OFFER);
    assert_eq!((without.plan(), without.terms.discount), ((2, 148, None), None));
    let nothing = Talk::in_peru().say("Hoy no le pido plata, 148 es lo que figura.", &["propose_amount"]);
    assert_eq!(nothing.terms.amount, None);
}

#[test]
fn another_bill_that_is_only_named_leaves_the_one_that_has_its_day() {
    let bills = Talk::in_country(Country::Mx, &[("factura A-5521", 86_420), ("factura A-5567", 41_300)]);
    let one = bills.say("¿86,420 pesos el martes 20?", &["propose_amount", "propose_date"]);
    let other = one.say("¿Y la de 41,300?", &["propose_amount", "question.commitment"]);
    assert_eq!((other.plan(), other.terms.date), ((1, 86_420, None), Some(date(2026, 10, 20))));
}

#[test]
fn the_first_of_two_ways_is_no_part_of_the_second() {
    let plan = Talk::in_peru().say("¿4 pagos de 70 soles y uno de 16?", OFFER);
    let choice = "Puede pagar 296 soles el lunes 19, o dividirlo en 4 pagos de 74 soles. ¿Cuál prefiere?";
    let choice = plan.say(choice, &["offer.choice", "offer.installments", "propose_amount"]);
    assert_eq!((choice.plan(), choice.terms.date), ((1, 296, None), Some(date(2026, 10, 19))));
}

#[test]
fn a_share_of_a_hundred_is_no_day_and_a_month_gone_by_is_none_to_pay_in() {
    let share = Talk::in_peru()
        .say("¿296 soles el viernes 16?", &["propose_amount", "propose_date"])
        .say("Con el 10 menos le quedarían en 266.40 soles.", &["offer.discount", "propose_date"]);
    assert_eq!(share.terms.date, Some(date(2026, 10, 16)));
    let gone = Talk::in_peru().say("Es lo de setiembre, 148 soles. ¿Los paga?", &["question.commitment"]);
    assert_eq!(gone.terms.date.filter(|day| *day < gone.setting.today), None);
}

#[test]
fn the_rest_in_instalments_from_a_day_on_keeps_its_count() {
    let rest = "650 mil hoy y el resto en 6 cuotas de 793 mil desde el 10 de noviembre. ¿Le cierra?";
    let talk = Talk::in_country(Country::Ar, &[("facturas", 5_410_000)]).say(rest, OFFER);
    assert_eq!(talk.plan(), (6, 793_000, None));
    assert_eq!(talk.terms.down_payment, Some(Decimal::from(650_000)));
}

#[test]
fn of_parts_and_what_they_add_up_to_the_sum_is_meant() {
    let talk = Talk::in_country(Country::Pe, &[("enero", 90), ("febrero", 90)])
        .say("79.90 de internet y 10 soles del alquiler, 89.90 soles en total", &["propose_amount"]);
    assert_eq!(talk.terms.amount, Some(Decimal::new(8990, 2)));
}

#[test]
fn what_something_is_filed_under_is_no_amount() {
    let talk =
        Talk::in_peru().say("anote el reclamo 148, el lunes 19", &["propose_date", "question.commitment"]);
    assert_eq!(talk.terms.amount, None);
}

#[test]
fn so_many_payments_and_their_whole_tell_what_each_is() {
    let talk =
        Talk::in_peru().say("son 4 pagos, 200 soles en total", &["offer.installments", "propose_amount"]);
    assert_eq!((talk.terms.payments, talk.terms.amount), (Some(4), Some(Decimal::from(50))));
}

#[test]
fn a_payment_that_comes_before_the_others_is_a_first_part() {
    let said = "Anoto 800.000 el 10 de noviembre, y después todos los 10. Y antes, un abono de 610.000 el lunes 26. ¿Puede?";
    let talk = Talk::in_country(Country::Ar, &[("tres facturas", 5_410_000)]).say(said, OFFER);
    assert_eq!(talk.terms.amount, Some(800_000.into()), "{:?}", talk.terms);
    assert_eq!(
        (talk.terms.down_payment, talk.terms.down_date),
        (Some(610_000.into()), Some(date(2026, 10, 26)))
    );
    assert_eq!((talk.terms.payments, talk.terms.last), (Some(6), None));
    let hour = Talk::in_peru().say("Antes de las cinco, 40 soles el viernes.", OFFER);
    assert_eq!((hour.terms.amount, hour.terms.down_payment), (Some(40.into()), None));
}

#[test]
fn a_weekday_alone_is_the_day_of_that_name_that_was_named() {
    let dated = Talk::in_peru()
        .say("Decía el viernes 30 de octubre, por ser laborable. ¿Le va bien el viernes?", OFFER);
    assert_eq!(dated.terms.date, Some(date(2026, 10, 30)));
    let again = dated.say("¿Paga los 40 soles el viernes?", OFFER);
    assert_eq!(again.terms.date, Some(date(2026, 10, 30)), "it stands on the table");
    let asked = again.say("¿Para qué viernes sería? Por el calendario sería el 23, ¿no?", OFFER);
    assert_eq!(asked.terms.date, Some(date(2026, 10, 23)));
    let other = asked.say("Mejor el jueves, 40 soles.", OFFER);
    assert_eq!(other.terms.date, Some(date(2026, 10, 15)));
}

#[test]
fn the_number_of_a_day_is_no_amount() {
    let said = "Perdone, el 30 no el 23, viernes 30 de octubre. Que ha dicho usted 23. ¿Le apunto el 30?";
    let talk = Talk::in_peru()
        .say("40 soles el viernes 23.", OFFER)
        .say(said, &["propose_date", "confirm_commitment"]);
    assert_eq!((talk.terms.amount, talk.terms.date), (Some(40.into()), Some(date(2026, 10, 30))));
    let reference = Talk::in_peru().say("40812. ¿Algo más?", &["question.closed"]);
    assert_eq!(reference.terms.amount, None);
}

#[test]
fn now_and_then_is_a_first_part_and_a_plan() {
    let talk = Talk::in_country(Country::Us, &[("three payments", 795)])
        .say("Let's do it in 3, 400 now then 131.67 each month, April May June.", OFFER);
    assert_eq!((talk.terms.down_payment, talk.terms.down_date), (Some(400.into()), Some(date(2026, 10, 12))));
    assert_eq!((talk.terms.amount, talk.terms.payments), (Some(Decimal::new(13_167, 2)), Some(3)));
}

#[test]
fn two_months_with_a_sum_each_are_two_payments() {
    let said = "Después de los 55.000 quedan 102.000: ¿51.000 en noviembre y 51.000 en diciembre?";
    let talk = Talk::in_country(Country::Ar, &[("dos cuotas", 157_000)])
        .say("55.000 el 20.", OFFER)
        .say(said, &["propose_amount", "propose_date", "offer.installments", "offer.discount"]);
    assert_eq!((talk.terms.amount, talk.terms.payments), (Some(51_000.into()), Some(2)), "{:?}", talk.terms);
}

#[test]
fn what_is_deferred_in_a_programme_is_not_put_on_the_table() {
    let mut talk = Talk::in_chile();
    talk.terms.hardship = true;
    let talk = talk.say("Le repaso: los 174.800 pasan al final, y no paga nada ahora.", &["summarize"]);
    assert_eq!((talk.terms.amount, talk.terms.hardship), (None, true));
}

#[test]
fn of_two_days_to_choose_from_the_first_counts() {
    let talk = Talk::in_peru()
        .say("40 soles hoy mismo, ¿o prefiere el martes?", &["offer.choice", "propose_amount"]);
    assert_eq!(talk.terms.date, Some(date(2026, 10, 12)));
}

#[test]
fn a_first_sum_and_the_rest_in_parts_is_a_plan() {
    let said = "¿Le sirve 40.000 el 5 y el resto en tres cuotas?";
    let talk = Talk::in_country(Country::Ar, &[("cuota de marzo", 78_500), ("cuota de abril", 78_500)])
        .say(said, &["propose_amount", "propose_date", "offer.partial", "offer.installments"]);
    assert_eq!(
        (talk.terms.down_payment, talk.terms.down_date),
        (Some(40_000.into()), Some(date(2026, 11, 5)))
    );
    assert_eq!((talk.terms.amount, talk.terms.payments), (Some(39_000.into()), Some(3)));
    assert_eq!(talk.terms.date, Some(date(2026, 12, 5)));
}
