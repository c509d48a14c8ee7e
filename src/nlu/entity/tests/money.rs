//! Amounts in eight countries.

use super::{hear, only, setting};
use crate::call::Currency;
use crate::messages::Language;
use crate::nlu::entity::{Setting, currency_said};

#[test]
fn each_country_parts_thousands_its_own_way() {
    assert_eq!(only("money", "MX", "son $4,350.75"), ["4350.75 MXN «$4,350.75»"]);
    assert_eq!(only("money", "PE", "le abono S/ 1,280.50"), ["1280.5 PEN «S/ 1,280.50»"]);
    assert_eq!(only("money", "US", "debo $2,600"), ["2600 USD «$2,600»"]);
    assert_eq!(only("money", "CO", "pago $185.000"), ["185000 COP «$185.000»"]);
    assert_eq!(only("money", "CL", "debe $1.250.000 pesos"), ["1250000 CLP «$1.250.000 pesos»"]);
    assert_eq!(only("money", "AR", "son 12.500,50 pesos"), ["12500.5 ARS «12.500,50 pesos»"]);
    assert_eq!(only("money", "ES", "la cuota es de 73,20 €"), ["73.2 EUR «73,20 €»"]);
}

#[test]
fn colombia_also_writes_the_apostrophe_and_a_decimal_point() {
    assert_eq!(only("money", "CO", "el saldo es 3'140.000"), ["3140000 COP «3'140.000»"]);
    assert_eq!(only("money", "CO", "debo 1.8 millones de pesos"), ["1800000 COP «1.8 millones de pesos»"]);
}

#[test]
fn ecuador_writes_both_ways_and_two_digits_are_cents() {
    assert_eq!(only("money", "EC", "debe $1.750"), ["1750 USD «$1.750»"]);
    assert_eq!(only("money", "EC", "debe $1,750"), ["1750 USD «$1,750»"]);
    assert_eq!(only("money", "EC", "pago $38,40"), ["38.4 USD «$38,40»"]);
    assert_eq!(only("money", "EC", "pago $38.40"), ["38.4 USD «$38.40»"]);
}

#[test]
fn separators_against_the_countrys_use_are_ambiguous() {
    assert_eq!(only("money", "MX", "pago 2.300 pesos"), ["?2300 MXN or 2.3 MXN «2.300 pesos»"]);
    assert_eq!(only("money", "ES", "pago 2,300 euros"), ["?2300 EUR or 2.3 EUR «2,300 euros»"]);
}

#[test]
fn words_make_amounts() {
    assert_eq!(only("money", "MX", "le pago mil ochocientos pesos"), ["1800 MXN «mil ochocientos pesos»"]);
    assert_eq!(only("money", "MX", "veintiún mil pesos"), ["21000 MXN «veintiún mil pesos»"]);
    assert_eq!(only("money", "CO", "medio millón de pesos"), ["500000 COP «medio millón de pesos»"]);
    assert_eq!(
        only("money", "CL", "un millón y medio de pesos"),
        ["1500000 CLP «un millón y medio de pesos»"]
    );
    let counted = only("money", "CO", "un millón trescientos mil clientes");
    assert_eq!(counted, Vec::<String>::new(), "no money is named");
    assert_eq!(only("money", "CO", "debo un millón trescientos"), ["1300000 COP «un millón trescientos»"]);
    let said = "son trece millones setecientos ochenta pesos";
    assert_eq!(only("money", "CO", said), ["13780000 COP «trece millones setecientos ochenta pesos»"]);
    assert_eq!(only("money", "MX", "un mil pesos"), ["1000 MXN «un mil pesos»"]);
}

#[test]
fn cents_belong_to_their_amount() {
    assert_eq!(
        only("money", "MX", "son ochocientos pesos con cuarenta centavos"),
        ["800.4 MXN «ochocientos pesos con cuarenta centavos»"]
    );
    assert_eq!(
        only("money", "ES", "doce euros y veinte céntimos"),
        ["12.2 EUR «doce euros y veinte céntimos»"]
    );
    assert_eq!(only("money", "PE", "cincuenta céntimos"), ["0.5 PEN «cincuenta céntimos»"]);
}

#[test]
fn misspelt_and_popular_numbers_are_heard() {
    assert_eq!(only("money", "MX", "dosientos pesos"), ["200 MXN «dosientos pesos»"]);
    assert_eq!(only("money", "MX", "nuevecientos pesos"), ["900 MXN «nuevecientos pesos»"]);
    assert_eq!(only("money", "MX", "treintaicinco pesos"), ["35 MXN «treintaicinco pesos»"]);
    assert_eq!(only("money", "MX", "tresmil pesos"), ["3000 MXN «tresmil pesos»"]);
}

#[test]
fn slang_is_worth_what_it_is_worth_there() {
    assert_eq!(only("money", "CO", "veinte lucas"), ["20000 COP «veinte lucas»"]);
    assert_eq!(only("money", "CL", "una luca"), ["1000 CLP «una luca»"]);
    assert_eq!(only("money", "PE", "treinta lucas"), ["30 PEN «treinta lucas»"]);
    assert_eq!(only("money", "AR", "dos palos"), ["2000000 ARS «dos palos»"]);
    assert_eq!(only("money", "AR", "medio palo"), ["500000 ARS «medio palo»"]);
    assert_eq!(only("money", "CL", "luca y media"), ["1500 CLP «luca y media»"]);
    assert_eq!(only("money", "CO", "cuarenta barras"), ["40000 COP «cuarenta barras»"]);
    assert_eq!(only("money", "CL", "tres gambas"), ["300 CLP «tres gambas»"]);
    assert_eq!(only("money", "CL", "una quina"), ["500 CLP «una quina»"]);
    assert_eq!(only("money", "AR", "dos diegos"), ["20 ARS «dos diegos»"]);
    assert_eq!(only("money", "PE", "una china"), ["0.5 PEN «una china»"]);
    assert_eq!(only("money", "MX", "cien varos"), ["100 MXN «cien varos»"]);
    assert_eq!(only("money", "ES", "cuarenta pavos"), ["40 EUR «cuarenta pavos»"]);
    assert_eq!(only("money", "EC", "diez latas"), ["10 USD «diez latas»"]);
    assert_eq!(only("money", "AR", "cinco lucas verdes"), ["5000 USD «cinco lucas verdes»"]);
    assert_eq!(only("money", "MX", "un ciego"), ["100 MXN «un ciego»"]);
    assert_eq!(only("money", "MX", "un tostón"), ["?50 MXN or 0.5 MXN «un tostón»"]);
}

#[test]
fn slang_of_another_country_is_not_money() {
    assert_eq!(only("money", "ES", "veinte lucas"), Vec::<String>::new());
    assert_eq!(only("money", "MX", "tres gambas"), Vec::<String>::new());
}

#[test]
fn foreign_money_keeps_its_name() {
    assert_eq!(only("money", "PE", "doscientos dólares"), ["200 USD «doscientos dólares»"]);
    assert_eq!(only("money", "AR", "U$S 300"), ["300 USD «U$S 300»"]);
    assert_eq!(only("money", "MX", "50 dlls"), ["50 USD «50 dlls»"]);
    assert_eq!(only("money", "CL", "3,5 UF"), ["3.5 CLF «3,5 UF»"]);
    assert_eq!(only("money", "US", "cien pesos"), ["100 USD «cien pesos»"]);
    assert_eq!(only("money", "US", "veinte bolas"), ["20 USD «veinte bolas»"]);
    assert_eq!(only("money", "US", "mil pesos mexicanos"), ["1000 MXN «mil pesos mexicanos»"]);
}

#[test]
fn a_bare_number_that_is_paid_is_money() {
    assert_eq!(only("money", "MX", "le doy seiscientos el lunes"), ["600 MXN «seiscientos»"]);
    assert_eq!(only("money", "MX", "puedo pagar 750"), ["750 MXN «750»"]);
    assert_eq!(only("money", "MX", "nada más junté como 400"), ["~400 MXN «400»"]);
    assert_eq!(only("money", "MX", "cuatrocientos hoy"), ["400 MXN «cuatrocientos»"]);
    assert_eq!(only("money", "MX", "le deposito el 20 setecientos y el 30 otros setecientos").len(), 2);
}

#[test]
fn a_bare_number_elsewhere_is_a_number() {
    assert_eq!(hear("MX", "tengo tres hijos"), ["number 3 «tres»"]);
    assert_eq!(hear("MX", "puedo darle dos opciones"), ["number 2 «dos»"]);
    assert_eq!(hear("MX", "ochocientos"), ["number 800 «ochocientos»"]);
}

#[test]
fn thousands_are_left_unsaid_where_that_is_the_custom() {
    assert_eq!(only("money", "CO", "le doy cincuenta"), ["?50000 COP or 50 COP «cincuenta»"]);
    assert_eq!(only("money", "CL", "puedo pagar treinta"), ["?30000 CLP or 30 CLP «treinta»"]);
    assert_eq!(only("money", "AR", "le pago 80 el viernes"), ["?80000 ARS or 80 ARS «80»"]);
    assert_eq!(only("money", "CO", "le doy cincuenta pesos"), ["50 COP «cincuenta pesos»"]);
    assert_eq!(only("money", "MX", "le doy cincuenta"), ["50 MXN «cincuenta»"]);
}

#[test]
fn spoken_ellipsis_is_ambiguous() {
    assert_eq!(only("money", "MX", "debo dos quinientos"), ["?2500 MXN «dos quinientos»"]);
    assert_eq!(
        only("money", "ES", "son veintiuno cuarenta"),
        ["?21.40 EUR or 2140 EUR «veintiuno cuarenta»"]
    );
}

#[test]
fn hedges_are_outside_and_odd_change_inside() {
    assert_eq!(only("money", "MX", "unos tres mil pesos"), ["~3000 MXN «tres mil pesos»"]);
    assert_eq!(only("money", "MX", "casi quinientos pesos"), ["~500 MXN «quinientos pesos»"]);
    assert_eq!(only("money", "MX", "debo dos mil y pico"), ["~2000 MXN «dos mil y pico»"]);
    assert_eq!(only("money", "MX", "mil pesos y feria"), ["~1000 MXN «mil pesos y feria»"]);
    assert_eq!(only("money", "CL", "cien mil pesos y tantos"), ["~100000 CLP «cien mil pesos y tantos»"]);
    assert_eq!(only("money", "MX", "quinientos pesos más o menos"), ["~500 MXN «quinientos pesos»"]);
}

#[test]
fn bounds_are_exact() {
    assert_eq!(only("money", "MX", "máximo quinientos pesos"), ["500 MXN «quinientos pesos»"]);
    assert_eq!(only("money", "MX", "por lo menos 300 pesos"), ["300 MXN «300 pesos»"]);
}

#[test]
fn one_or_the_other_is_the_lower() {
    assert_eq!(
        only("money", "MX", "cuatro o cinco mil pesos"),
        ["~4000 MXN or 5000 MXN «cuatro o cinco mil pesos»"]
    );
    assert_eq!(only("money", "MX", "le doy 300 o 400"), ["~300 MXN or 400 MXN «300 o 400»"]);
}

#[test]
fn between_two_amounts_are_two_amounts() {
    assert_eq!(only("money", "MX", "entre 600 y 700 pesos"), ["~600 MXN «600»", "~700 MXN «700 pesos»"]);
}

#[test]
fn percentages_leave_their_article_out() {
    assert_eq!(hear("MX", "el 15 %"), ["percent 15 % «15 %»"]);
    assert_eq!(hear("MX", "un descuento del treinta por ciento"), ["percent 30 % «treinta por ciento»"]);
    assert_eq!(hear("MX", "le pago la mitad"), ["percent 50 % «la mitad»"]);
    assert_eq!(hear("MX", "la tercera parte"), ["percent 33.33 % «la tercera parte»"]);
    assert_eq!(hear("MX", "estoy cien por ciento segura"), Vec::<String>::new());
}

#[test]
fn no_money_is_no_amount() {
    for text in
        ["no tengo ni un peso", "ando sin un duro", "no traigo feria", "no tengo un mango", "me falta lana"]
    {
        assert_eq!(only("money", "AR", text), Vec::<String>::new(), "{text}");
        assert_eq!(only("money", "MX", text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn counts_of_other_things_are_not_money() {
    for text in [
        "tengo 45 años",
        "debo tres meses",
        "llevo 62 días de atraso",
        "peso ochenta kilos",
        "el 15 de abril",
        "a las 3",
        "vivo en el 504",
        "son cinco personas",
    ] {
        assert_eq!(only("money", "CO", text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn recognised_speech_has_no_marks_and_repeats_itself() {
    assert_eq!(
        only("money", "MX", "este pues le le doy eh quinientos quinientos pesos"),
        ["500 MXN «quinientos pesos»"]
    );
}

#[test]
fn large_numbers_said_alone_are_amounts() {
    let money = |text: &str| only("money", "MX", text);
    assert_eq!(money("pues dos mil cuatrocientos"), ["2400 MXN «dos mil cuatrocientos»"]);
    assert_eq!(money("en lugar de seis mil"), ["6000 MXN «seis mil»"]);
    assert_eq!(money("como cuatrocientos y pico"), ["~400 MXN «cuatrocientos y pico»"]);
    assert_eq!(money("650 de intereses"), ["650 MXN «650»"]);
    assert_eq!(money("de los nueve mil"), ["9000 MXN «nueve mil»"]);
    for text in ["mil novecientos setenta", "dos mil veinticinco", "a mil por hora", "mil perdones"] {
        assert_eq!(money(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(money("avenida hidalgo dos mil cien"), Vec::<String>::new());
}

#[test]
fn a_couple_and_a_hundred_are_counted() {
    assert_eq!(only("money", "MX", "un par de miles"), ["~2000 MXN «un par de miles»"]);
    assert_eq!(only("money", "CL", "un par de lucas"), ["~2000 CLP «un par de lucas»"]);
    assert_eq!(only("money", "PE", "un ciento de soles"), ["100 PEN «un ciento de soles»"]);
    assert_eq!(only("money", "MX", "un par de preguntas"), Vec::<String>::new());
}

#[test]
fn slang_goes_on_with_hundreds() {
    assert_eq!(only("money", "AR", "un palo trescientos"), ["1300000 ARS «un palo trescientos»"]);
    assert_eq!(only("money", "CO", "una luca quinientos"), ["1500 COP «una luca quinientos»"]);
    assert_eq!(only("money", "AR", "un palo"), ["1000000 ARS «un palo»"]);
}

#[test]
fn a_call_of_nobody_knows_where_is_held_in_the_first_currency_that_is_named() {
    let unknown = Setting { country: None, ..setting(Language::Es, "MX") };
    let said = |turns: &[&str]| currency_said(turns.iter().copied(), &unknown);
    assert_eq!(said(&["Debe dos cuotas.", "Son 480 soles.", "¿Y 20 dólares hoy?"]), Some(Currency::PEN));
    assert_eq!(said(&["Son 4,800 pesos.", "¿Le sirven 20 dólares?"]), None);
    assert_eq!(said(&["¿Y con 100?", "el viernes"]), None);
}
