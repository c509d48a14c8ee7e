//! Instalment plans.

use super::{hear, only};

fn plan(text: &str) -> Vec<String> {
    only("plan", "MX", text)
}

#[test]
fn a_count_of_payments_is_a_plan() {
    assert_eq!(plan("se lo pago en tres pagos de 500"), ["3 parts of 500 «tres pagos de 500»"]);
    assert_eq!(plan("en seis mensualidades"), ["6 parts a month «seis mensualidades»"]);
    assert_eq!(plan("en dos partes"), ["2 parts «dos partes»"]);
    assert_eq!(
        plan("4 pagos quincenales de 250 pesos"),
        ["4 parts of 250 a fortnight «4 pagos quincenales de 250 pesos»"]
    );
    assert_eq!(
        only("plan", "PE", "cinco armadas de 80 soles"),
        ["5 parts of 80 «cinco armadas de 80 soles»"]
    );
    assert_eq!(plan("se puede diferir a 12 meses"), ["12 parts a month «12 meses»"]);
}

#[test]
fn a_rate_is_a_plan_without_a_count() {
    assert_eq!(plan("le doy 300 al mes"), ["of 300 a month «300 al mes»"]);
    assert_eq!(plan("puedo pagar 200 pesos semanales"), ["of 200 a week «200 pesos semanales»"]);
}

#[test]
fn a_split_counts_the_payments_named() {
    assert_eq!(
        plan("le pago la mitad mañana y el resto el 28"),
        ["down 50% 2 parts (or 1) «la mitad mañana y el resto el 28»"]
    );
    assert_eq!(plan("400 hoy y 600 el viernes"), ["down 400 2 parts (or 1) «400 hoy y 600 el viernes»"]);
    assert_eq!(plan("500 el 15 y 500 el 30"), ["2 parts of 500 «500 el 15 y 500 el 30»"]);
}

#[test]
fn a_down_payment_joins_its_plan() {
    assert_eq!(
        plan("500 de enganche y luego 4 pagos de 250"),
        ["down 500 4 parts of 250 «500 de enganche y luego 4 pagos de 250»"]
    );
    assert_eq!(
        only("plan", "CL", "un pie de 40 lucas y el resto en 3 cuotas de 20 lucas"),
        ["down 40000 3 parts of 20000 «40 lucas y el resto en 3 cuotas de 20 lucas»"]
    );
    assert_eq!(plan("le doy 500 de enganche"), Vec::<String>::new());
}

#[test]
fn amounts_inside_a_plan_stay_listed() {
    let heard = hear("MX", "tres pagos de 500");
    assert_eq!(heard, ["plan 3 parts of 500 «tres pagos de 500»", "money 500 MXN «500»"]);
}

#[test]
fn arrears_income_and_rent_are_no_plan() {
    for text in [
        "debo tres mensualidades",
        "tiene dos cuotas vencidas",
        "gano ocho mil al mes",
        "pago tres mil de renta al mes",
        "mi mamá me manda 200 dólares al mes, es mi pensión",
        "ya pagué cuatro cuotas",
        "tengo tres meses de atraso",
    ] {
        assert_eq!(plan(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_rate_may_come_first() {
    assert_eq!(plan("cada semana le doy 150"), ["of 150 a week «cada semana le doy 150»"]);
    assert_eq!(plan("cada mes gasto 900 de luz"), Vec::<String>::new());
    assert_eq!(plan("80 pesos cada lunes"), ["of 80 a week «80 pesos cada lunes»"]);
}

#[test]
fn days_may_come_before_their_parts() {
    assert_eq!(
        plan("mañana le deposito 200 y el lunes 700"),
        ["down 200 2 parts (or 1) «mañana le deposito 200 y el lunes 700»"]
    );
    assert_eq!(plan("ayer pagué 200 y hoy llamé"), Vec::<String>::new());
}

#[test]
fn times_are_parts_only_after_en() {
    assert_eq!(plan("lo cubro en cuatro veces"), ["4 parts «cuatro veces»"]);
    assert_eq!(plan("me marcaron cuatro veces"), Vec::<String>::new());
    assert_eq!(plan("debo dos mensualidades de 400"), Vec::<String>::new(), "arrears are no offer");
}

#[test]
fn what_is_parted_in_so_many_is_a_plan() {
    assert_eq!(plan("¿y si lo partimos en cuatro?"), ["4 parts «cuatro»"]);
    assert_eq!(plan("se puede dividir el saldo en tres"), ["3 parts «tres»"]);
    assert_eq!(plan("a partir de las cinco en dos"), Vec::<String>::new());
    assert_eq!(plan("quedo en dos"), Vec::<String>::new());
    assert_eq!(plan("el partido quedó en tres"), Vec::<String>::new());
}
