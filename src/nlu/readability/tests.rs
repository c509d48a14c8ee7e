use super::{Counts, Inflesz, word_spans, words};
use crate::messages::Language::{En, Es};

fn counts(sentences: u32, words: u32, syllables: u32) -> Counts {
    Counts { sentences, words, syllables }
}

#[test]
fn words_keep_their_accents_apostrophes_and_decimals() {
    let heard: Vec<&str> = words("¿Está bien? I don't owe 1.500,50, señor—ya. 'No'").collect();
    assert_eq!(heard, ["Está", "bien", "I", "don't", "owe", "1.500,50", "señor", "ya", "No"]);
    assert_eq!(word_spans("…").count(), 0);
}

#[test]
fn a_turn_without_marks_is_one_sentence() {
    assert_eq!(Counts::of(["hola buenas tardes", "diga"], Es), counts(2, 4, 8));
}

#[test]
fn marks_part_sentences_and_abbreviations_and_decimals_do_not() {
    assert_eq!(Counts::of(["Hola. ¿Puede pagar? Sí"], Es).sentences, 3);
    assert_eq!(Counts::of(["La Sra. Ruiz debe $1.500 a J. Pérez."], Es).sentences, 1);
    assert_eq!(Counts::of(["Bueno... no."], Es).sentences, 2);
    assert_eq!(Counts::of(["", "¿?", "500"], Es), Counts::default());
    assert_eq!(Counts::of(["Debe esto. 500"], Es).sentences, 1);
}

#[test]
fn indices_are_their_published_formulas_in_hundredths() {
    // 206.835 − 62.3·2 − 10; 206.84 − 120 − 10.2; 206.835 − 10.15 − 169.2, each rounded away from zero.
    let plain = counts(10, 100, 200);
    assert_eq!(plain.szigriszt_pazos(), Some(7224));
    assert_eq!(plain.fernandez_huerta(), Some(7664));
    assert_eq!(plain.flesch(), Some(2749));
    // One word of nine syllables: 206.835 − 560.7 − 1.
    assert_eq!(counts(1, 1, 9).szigriszt_pazos(), Some(-35487));
}

#[test]
fn nothing_said_has_no_index() {
    assert_eq!(Counts::default().szigriszt_pazos(), None);
    assert_eq!(Counts::default().flesch(), None);
}

#[test]
fn the_largest_counts_do_not_overflow() {
    assert!(counts(u32::MAX, u32::MAX, u32::MAX).flesch().is_some());
}

#[test]
fn the_bands_of_inflesz_meet_where_the_scale_says() {
    for (hundredths, band) in [
        (-100, Inflesz::VeryHard),
        (3999, Inflesz::VeryHard),
        (4000, Inflesz::SomewhatHard),
        (5500, Inflesz::Normal),
        (6499, Inflesz::Normal),
        (6500, Inflesz::FairlyEasy),
        (8000, Inflesz::FairlyEasy),
        (8001, Inflesz::VeryEasy),
    ] {
        assert_eq!(Inflesz::of(hundredths), band, "{hundredths}");
    }
}

#[test]
fn short_words_and_sentences_are_easier_than_long_ones() {
    let easy = Counts::of(["Hola, Ana. ¿Cómo está? Le llamo por su cuota de mayo."], Es);
    let hard = Counts::of(
        ["procederemos a la regularización correspondiente de las obligaciones contractuales incumplidas"],
        Es,
    );
    assert!(easy.szigriszt_pazos() > hard.szigriszt_pazos());
    let easy = Counts::of(["You owe two hundred. Can you pay it?"], En);
    let hard = Counts::of(["Immediate regularization of contractual obligations is necessary"], En);
    assert!(easy.flesch() > hard.flesch());
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_it(text in "\\PC{0,40}", es in "[a-zñáéíóúüïyh' .,]{0,30}") {
        for language in [Es, En] {
            let counted = Counts::of([text.as_str(), es.as_str()], language);
            proptest::prop_assert!(counted.syllables >= counted.words);
            proptest::prop_assert!(counted.words >= counted.sentences);
        }
    }
}
