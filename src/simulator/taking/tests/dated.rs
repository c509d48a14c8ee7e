//! Payments that each have their day: lists of days, a first part and the rest, one of two moved or resized.

use jiff::civil::date;
use rust_decimal::Decimal;

use super::{OFFER, Talk};
use crate::call::Country;

#[test]
fn one_sum_for_a_list_of_days_is_a_payment_on_each_and_another_may_follow() {
    let debt = || Talk::in_country(Country::Cl, &[("cuota", 92_300)]);
    for text in [
        "Serían 2, 16 y 30 de noviembre de 25.000 y el 13 de diciembre 17.300.",
        "El 2, 16 y 30 de noviembre 25.000 y 17.300 el 13 de diciembre.",
        "Los días 2, 16 y 30 de noviembre paga 25.000 y el 13 de diciembre los 17.300 que faltan.",
    ] {
        let talk = debt().say(text, OFFER);
        assert_eq!(
            (talk.plan(), talk.terms.date),
            ((4, 25_000, Some(17_300)), Some(date(2026, 11, 2))),
            "{text}"
        );
    }
    let left = debt().say("30 lucas el viernes, 30 el 30 y lo que queda el 13.", OFFER);
    assert_eq!(left.plan(), (3, 30_000, Some(32_300)));
    let thirds = debt().say("Partámosla en tres partes iguales, 16 de cada mes.", OFFER);
    assert_eq!((thirds.terms.payments, thirds.terms.date), (Some(3), Some(date(2026, 10, 16))));
}

#[test]
fn the_same_again_is_one_payment_more_and_what_is_left_may_be_parted() {
    let bills = || Talk::in_country(Country::Mx, &[("enero", 925), ("febrero", 925)]);
    let same =
        bills().say("600 el 30 de octubre, lo mismo el 30 de noviembre y 650 el 30 de diciembre.", OFFER);
    assert_eq!(same.plan(), (3, 600, Some(650)));
    let parted = "Hoy me da 500 y lo demás en dos partes iguales, el 30 de octubre y el 15 de noviembre.";
    let parted = bills().say(parted, OFFER);
    assert_eq!((parted.plan(), parted.terms.down_payment), ((2, 675, None), Some(Decimal::from(500))));
    assert_eq!(
        (parted.terms.date, parted.terms.down_date),
        (Some(date(2026, 10, 30)), Some(date(2026, 10, 12)))
    );
}

#[test]
fn a_first_part_with_its_day_stands_before_so_much_each_time() {
    let debt = || Talk::in_country(Country::Ar, &[("chapa", 1_800_000), ("perfiles", 3_610_000)]);
    let first = (Some(Decimal::from(600_000)), Some(date(2026, 10, 16)));
    for text in [
        "Pone 600.000 esta semana, y después 800.000 por mes, ¿sí?",
        "600.000 el viernes y 800.000 por mes desde el 10 de noviembre.",
        "600.000 el viernes y el resto, 4.810.000, en cuotas de 800.000 desde el 10 de noviembre.",
    ] {
        let talk = debt().say(text, OFFER);
        assert_eq!(talk.plan(), (7, 800_000, Some(10_000)), "{text}");
        assert_eq!((talk.terms.down_payment, talk.terms.down_date), first, "{text}");
    }
    let moved = debt().say("600.000 al mes desde el 10 de noviembre.", OFFER);
    let moved = moved.say(
        "No, los 600.000 van esta semana, antes del viernes 16, y 800.000 al mes desde el 10 de noviembre.",
        OFFER,
    );
    assert_eq!((moved.terms.down_payment, moved.terms.down_date), first);
    let weekly = Talk::in_peru().say("46 hoy y 50 cada viernes.", OFFER);
    assert_eq!((weekly.plan(), weekly.terms.down_payment), ((5, 50, None), Some(Decimal::from(46))));
    assert_eq!(
        (weekly.terms.down_date, weekly.terms.date),
        (Some(date(2026, 10, 12)), Some(date(2026, 10, 16)))
    );
}

#[test]
fn of_two_payments_each_is_moved_or_resized_by_its_place() {
    let two = || Talk::in_peru().say("100 el 16 y 196 el 30.", OFFER);
    let later = two().say("¿Y si el segundo fuera el 6 de noviembre?", &["propose_date"]);
    assert_eq!((later.plan(), later.terms.date), ((1, 196, None), Some(date(2026, 11, 6))));
    assert_eq!(later.terms.down_date, Some(date(2026, 10, 16)));
    let more = two().say("Súbale a 120 el primero.", &["propose_amount"]);
    assert_eq!((more.plan(), more.terms.down_payment), ((1, 176, None), Some(Decimal::from(120))));
    assert_eq!(more.terms.date, Some(date(2026, 10, 30)));
    let third = Talk::in_peru().say("100 ahora.", OFFER).say("Otros 100 el 12 de noviembre.", OFFER);
    let third = third.say("Y los 96 que quedan el 12 de diciembre.", OFFER);
    assert_eq!(third.plan(), (3, 100, Some(96)));
}

#[test]
fn a_day_told_twice_is_one_and_the_later_of_two_payments_alike_keeps_its_own() {
    let two = || Talk::in_country(Country::Mx, &[("abril", 1150), ("mayo", 1150)]);
    let both = (Some(date(2026, 10, 12)), Some(date(2026, 11, 5)));
    for text in [
        "1,150 hoy 12 de octubre y 1,150 el 5 de noviembre.",
        "Hoy 1,150 por SPEI y lo demás, 1,150, el 5 de noviembre.",
        "Primero, hoy lunes 12 de octubre, 1,150. Segundo, el jueves 5 de noviembre, 1,150. Total 2,300.",
    ] {
        let talk = two().say(text, OFFER);
        assert_eq!((talk.terms.down_date, talk.terms.date), both, "{text}");
        assert_eq!(talk.plan(), (1, 1150, None), "{text}");
    }
    let moved = two().say("1,150 hoy y 1,150 el 12 de noviembre.", OFFER);
    let moved = moved.say("Le pongo el segundo el jueves 5 de noviembre.", &["propose_date"]);
    assert_eq!((moved.terms.down_date, moved.terms.date), both);
    let unlike = Talk::in_country(Country::Mx, &[("mayo", 489)]);
    let unlike = unlike.say("¿Le parece 289 mañana martes y 200 el viernes 16?", OFFER);
    assert_eq!(
        (unlike.terms.down_date, unlike.terms.date),
        (Some(date(2026, 10, 13)), Some(date(2026, 10, 16)))
    );
}

#[test]
fn payments_between_those_on_the_table_are_put_in_their_order() {
    let debt = Talk::in_country(Country::Cl, &[("cuota", 92_300)]);
    let ends = debt.say("25.000 el 2 de noviembre y 17.300 el 13 de diciembre.", OFFER);
    let all = ends.say("Entre medio van también 25.000 el 16 y 25.000 el 30 de noviembre.", OFFER);
    assert_eq!((all.plan().0, all.terms.last), (4, Some(Decimal::from(17_300))));
    let fortnights = Talk::in_country(Country::Cl, &[("cuota", 92_300)]);
    let fortnights =
        fortnights.say("25.000 el 2 de noviembre y el resto en tres veces cada dos semanas.", OFFER);
    assert_eq!(fortnights.terms.date, Some(date(2026, 11, 16)));
    let weekly = Talk::in_peru().say("40 el 19, 40 el 26, 40 el 2 de noviembre y así.", OFFER);
    assert_eq!((weekly.plan(), weekly.terms.date), ((8, 40, Some(16)), Some(date(2026, 10, 19))));
    assert_eq!(weekly.terms.a_month, Some(4));
}

#[test]
fn what_is_left_is_told_and_no_payment() {
    let debt = Talk::in_country(Country::Ar, &[("marzo", 78_500), ("abril", 78_500)]);
    let first = debt.say("Anoto 55.000 el 5 de noviembre.", OFFER);
    let all = "Me quedan 102.000, ¿los haríamos en dos, 51.000 el 5 de diciembre y 51.000 el 5 de enero?";
    let all = first.say(all, OFFER);
    assert_eq!((all.plan(), all.terms.date), ((2, 51_000, None), Some(date(2026, 12, 5))));
}
