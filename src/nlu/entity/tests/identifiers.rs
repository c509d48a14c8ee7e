//! Numbers to dial, to identify and to pay into.

use super::hear;

#[test]
fn announced_numbers_are_what_they_are_announced_as() {
    assert_eq!(hear("MX", "mi teléfono es 55 1234 9876"), ["phone 5512349876 «55 1234 9876»"]);
    assert_eq!(hear("MX", "la tarjeta terminación 4321"), ["account 4321 «4321»"]);
    assert_eq!(hear("CO", "mi cédula es 52345678"), ["document 52345678 «52345678»"]);
    assert_eq!(hear("MX", "el contrato 908070"), ["account 908070 «908070»"]);
    assert_eq!(hear("CL", "mi rut es 11.222.333-4"), ["document 11222333-4 «11.222.333-4»"]);
    assert_eq!(hear("ES", "DNI 11223344B"), ["document 11223344-B «11223344B»"]);
}

#[test]
fn shapes_tell_what_nothing_announces() {
    assert_eq!(hear("MX", "+52 55 8765 4321"), ["phone +525587654321 «+52 55 8765 4321»"]);
    assert_eq!(hear("CO", "3109876543"), ["phone 3109876543 «3109876543»"]);
    assert_eq!(hear("MX", "4152 3134 0000 1111"), ["account 4152313400001111 «4152 3134 0000 1111»"]);
    assert_eq!(hear("MX", "032180000118359719"), ["account 032180000118359719 «032180000118359719»"]);
    assert_eq!(hear("MX", "PEGJ900102HDFRRN05"), ["document PEGJ900102HDFRRN05 «PEGJ900102HDFRRN05»"]);
}

#[test]
fn digits_said_one_by_one_are_dictated() {
    assert_eq!(
        hear("MX", "anote cinco cinco ocho siete seis cinco cuatro tres dos uno"),
        ["phone 5587654321 «cinco cinco ocho siete seis cinco cuatro tres dos uno»"]
    );
}

#[test]
fn amounts_are_not_identifiers() {
    assert_eq!(hear("CO", "debo 2480000"), ["money 2480000 COP «2480000»"]);
    assert_eq!(hear("CL", "son 1250000 pesos"), ["money 1250000 CLP «1250000 pesos»"]);
}
