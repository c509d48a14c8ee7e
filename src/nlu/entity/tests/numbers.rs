//! Numbers that are nothing else.

use super::only;

fn number(text: &str) -> Vec<String> {
    only("number", "ES", text)
}

#[test]
fn words_and_digits_go_together() {
    assert_eq!(number("ciento veintitrés"), ["123 «ciento veintitrés»"]);
    assert_eq!(number("dos mil seis"), ["2006 «dos mil seis»"]);
    assert_eq!(number("4 mil millones"), ["4000000000 «4 mil millones»"]);
    assert_eq!(number("2 mil 500 personas"), ["2500 «2 mil 500»"]);
    assert_eq!(number("1,5k visitas"), ["1500.0 «1,5k»"]);
    assert_eq!(number("dos docenas"), ["24 «dos docenas»"]);
    assert_eq!(number("diez y seis"), ["16 «diez y seis»"]);
}

#[test]
fn decimals_and_fractions_are_said_many_ways() {
    assert_eq!(number("nueve coma cero cinco"), ["9.05 «nueve coma cero cinco»"]);
    assert_eq!(number("dos y medio millones de clientes"), ["2500000.0 «dos y medio millones»"]);
    assert_eq!(number("cuatro quintos"), ["0.8 «cuatro quintos»"]);
    assert_eq!(number("tres con un cuarto"), ["3.25 «tres con un cuarto»"]);
    assert_eq!(number("¾"), ["0.75 «¾»"]);
    assert_eq!(number("-7,25"), ["-7.25 «-7,25»"]);
}

#[test]
fn an_article_is_not_a_number() {
    assert_eq!(number("un momento, es una pregunta"), Vec::<String>::new());
    assert_eq!(number("solo una pregunta"), ["1 «una»"]);
}

#[test]
fn measures_and_addresses_of_machines_are_not_numbers() {
    assert_eq!(number("250ml"), Vec::<String>::new());
    assert_eq!(number("10.20.30.40"), Vec::<String>::new());
}

#[test]
fn lo_siento_is_not_a_hundred() {
    assert_eq!(number("lo siento mucho"), Vec::<String>::new());
}
