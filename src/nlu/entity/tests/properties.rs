//! What holds for any text at all.

use proptest::prelude::*;

use crate::call::Country;
use crate::messages::Language;
use crate::nlu::entity::tests::setting;
use crate::nlu::entity::{Value, find};

/// Text made of the words that the grammars join, in any order.
fn jumble() -> impl Strategy<Value = String> {
    let words = proptest::sample::select(vec![
        "el",
        "del",
        "al",
        "este",
        "próximo",
        "viernes",
        "15",
        "31",
        "de",
        "mayo",
        "mil",
        "dos",
        "y",
        "medio",
        "millón",
        "pesos",
        "$",
        "1.500",
        ",",
        ".",
        "'",
        "/",
        "-",
        "en",
        "ocho",
        "días",
        "hace",
        "meses",
        "a",
        "las",
        "3",
        "la",
        "mitad",
        "hoy",
        "resto",
        "cuotas",
        "entre",
        "o",
        "con",
        "cincuenta",
        "centavos",
        "%",
        "por",
        "ciento",
        "quincena",
        "esta",
        "cada",
        "fin",
        "mes",
        "antes",
        "después",
        "hasta",
        "desde",
        "9999",
        "mañana",
        "cero",
        "billones",
        "^",
        "e",
        "½",
        "semana",
        "santa",
        "+",
        "(",
        ")",
        "the",
        "next",
        "friday",
        "hundred",
    ]);
    (proptest::collection::vec((words, any::<bool>()), 0..40)).prop_map(|words| {
        words
            .into_iter()
            .map(|(word, spaced)| if spaced { format!("{word} ") } else { word.to_owned() })
            .collect()
    })
}

fn holds(text: &str) {
    for language in Language::ALL {
        for country in Country::ALL {
            let entities = find(text, &setting(language, country.code()));
            let mut start = 0;
            for entity in &entities {
                assert!(entity.span.start >= start, "in order: {entities:?}");
                assert!(entity.span.start < entity.span.end, "not empty: {entity:?}");
                assert!(text.get(entity.span.clone()).is_some(), "inside, on boundaries: {entity:?}");
                start = entity.span.start;
                if let Value::Date(date) = &entity.value {
                    assert!(date.from.is_some() || date.to.is_some(), "some end is known: {entity:?}");
                    assert!(
                        date.from.is_none_or(|from| date.to.is_none_or(|to| from <= to)),
                        "in time: {entity:?}"
                    );
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_is_heard_without_harm(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_order_of_the_words_is_heard_without_harm(text in jumble()) {
        holds(&text);
    }
}

#[test]
fn a_long_turn_is_heard_to_its_end() {
    for piece in ["mil ", "123 ", "1.234.", "el ", "hace ", "entre 300 y ", "cero ", "cuotas de ", "12-"] {
        let text = piece.repeat(2_000) + ", pago el jueves";
        let entities = find(&text, &setting(Language::Es, "MX"));
        let last = entities.last().map(|entity| &text[entity.span.clone()]);
        assert_eq!(last, Some("el jueves"), "{piece}");
    }
}
