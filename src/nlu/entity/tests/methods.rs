//! Ways to pay.

use super::only;

#[test]
fn each_country_has_its_ways_to_pay() {
    let method = |country: &str, text: &str| only("method", country, text);
    assert_eq!(method("MX", "le pago en el Oxxo"), ["ConvenienceStore «Oxxo»"]);
    assert_eq!(method("MX", "hago un SPEI"), ["Transfer «SPEI»"]);
    assert_eq!(method("MX", "mándeme la liga de pago"), ["PaymentLink «liga de pago»"]);
    assert_eq!(method("CO", "por Nequi o por Efecty"), ["Wallet «Nequi»", "ConvenienceStore «Efecty»"]);
    assert_eq!(method("CO", "hago una consignación"), ["Deposit «consignación»"]);
    assert_eq!(method("CL", "en la Caja Vecina"), ["ConvenienceStore «Caja Vecina»"]);
    assert_eq!(method("CL", "lo pongo en PAT"), ["DirectDebit «PAT»", "Card «PAT»"]);
    assert_eq!(method("PE", "se lo yapeo"), ["Wallet «yapeo»"]);
    assert_eq!(method("PE", "en un agente"), ["ConvenienceStore «agente»"]);
    assert_eq!(method("AR", "con débito automático"), ["DirectDebit «débito automático»"]);
    assert_eq!(method("AR", "por Rapipago"), ["ConvenienceStore «Rapipago»"]);
    assert_eq!(method("ES", "le hago un Bizum"), ["Wallet «Bizum»"]);
    assert_eq!(method("ES", "hago un ingreso"), ["Deposit «ingreso»"]);
    assert_eq!(method("EC", "en Mi Vecino"), ["ConvenienceStore «Mi Vecino»"]);
    assert_eq!(method("US", "por Zelle"), ["Transfer «Zelle»"]);
    assert_eq!(method("MX", "en efectivo"), ["Cash «efectivo»"]);
    assert_eq!(method("MX", "con tarjeta de débito"), ["Card «tarjeta de débito»"]);
    assert_eq!(method("MX", "por descuento de nómina"), ["Payroll «descuento de nómina»"]);
    assert_eq!(method("MX", "voy a la sucursal"), ["Branch «sucursal»"]);
}

#[test]
fn what_is_refused_owed_stolen_or_a_job_is_no_way_to_pay() {
    for text in [
        "no tengo transferencia",
        "no puedo con tarjeta",
        "me robaron la tarjeta",
        "trabajo en el Oxxo",
        "debo la tarjeta de crédito",
        "un agente me llamó",
        "de ningún modo",
        "mi ingreso bajó",
        "pago con cheque",
    ] {
        for country in ["MX", "PE", "AR", "ES"] {
            assert_eq!(only("method", country, text), Vec::<String>::new(), "{country}: {text}");
        }
    }
}

#[test]
fn a_verb_that_sounds_like_a_bank_number_is_none() {
    assert_eq!(only("method", "ES", "páseme el IBAN"), ["Transfer «IBAN»"]);
    assert_eq!(only("method", "ES", "me dijeron que me iban a embargar"), [""; 0]);
}
