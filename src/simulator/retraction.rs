//! Slips of the tongue: *el 15 de mayo… perdón, era hoy*, *148, digo, 74*, *Friday, I mean Monday*. What is taken back in
//! the same breath was never said.

use jiff::civil::Date;

use crate::nlu::entity::{Entity, Value};
use crate::simulator::cue::{self, Word};
use crate::source::Span;

/// Words that take back what was said just before, alone or where the second of a pair follows within a few words.
const TAKES_BACK: [(&str, &str); 18] = [
    ("no", "mejor"),
    ("no", "wait"),
    ("no", "make"),
    ("digo", ""),
    ("corrijo", ""),
    ("mejor", "dicho"),
    ("quise", "decir"),
    ("perdon", "era"),
    ("perdon", "es"),
    ("perdon", "son"),
    ("perdon", "digo"),
    ("disculpe", "era"),
    ("i", "meant"),
    ("i", "mean"),
    ("scratch", "that"),
    ("sorry", "its"),
    ("sorry", "was"),
    ("sorry", "it"),
];
/// And after a plain no: "¿600 el 30? No, mejor los 300 del programa desde el 11".
const REACH_AFTER_NO: usize = 7;
/// How far the second word of a pair may be.
const PAIR_REACH: usize = 6;
/// And what is put in its place.
const REACH: usize = 4;

/// The places of what was taken back: a day, a sum or a plan for which another of its kind is put after words that take back.
///
/// A day gone by takes nothing back: it only tells what was.
pub(super) fn taken_back(text: &str, entities: &[Entity], today: Date) -> Vec<Span> {
    // Most turns take nothing back, and cutting words costs more than looking.
    const STEMS: [&str; 12] = [
        "digo", "dicho", "decir", "corrijo", "perd", "disculpe", "mejor", "mean", "sorry", "scratch", "wait",
        "make",
    ];
    let lower = text.to_lowercase();
    if entities.len() < 2 || !STEMS.iter().any(|stem| lower.contains(stem)) {
        return Vec::new();
    }
    let mut gone = Vec::new();
    let gone_by =
        |it: &&Entity| matches!(&it.value, Value::Date(date) if date.single().is_some_and(|day| day < today));
    for later in entities.iter().filter(|it| !gone_by(it)) {
        let same = |other: &&Entity| other.span.end <= later.span.start && kind(other) == kind(later);
        let earlier = entities.iter().filter(same).max_by_key(|other| other.span.end);
        let Some(earlier) = earlier.filter(|_| kind(later).is_some()) else { continue };
        let between = text.get(earlier.span.end..later.span.start).unwrap_or_default();
        if takes_back(&cue::words(between)) {
            gone.push(earlier.span.clone());
        }
    }
    gone
}

/// What may stand in the place of what.
fn kind(entity: &Entity) -> Option<u8> {
    match entity.value {
        Value::Date(_) => Some(0),
        Value::Money(_) | Value::Number(_) => Some(1),
        Value::Plan(_) => Some(2),
        _ => None,
    }
}

fn takes_back(between: &[Word]) -> bool {
    let words: Vec<&str> = between.iter().map(Word::as_str).filter(|word| *word != ",").collect();
    let reach = if words.first() == Some(&"no") { REACH_AFTER_NO } else { REACH };
    let near_end = |at: usize| words.len() <= at + 1 + reach;
    words.iter().enumerate().any(|(at, word)| {
        TAKES_BACK.iter().any(|(first, second)| {
            // A no takes back where the better thing follows at once.
            let reach = if *first == "no" { 1 } else { PAIR_REACH };
            let pair =
                || words.iter().enumerate().skip(at + 1).take(reach).find(|(_, other)| *other == second);
            word == first
                && if second.is_empty() { near_end(at) } else { pair().is_some_and(|(at, _)| near_end(at)) }
        })
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::call::Country;
    use crate::messages::Language;
    use crate::nlu::entity::{Setting, find};

    fn gone(language: Language, text: &str) -> Vec<&str> {
        let setting = Setting {
            language,
            country: Some(if language == Language::Es { Country::Ar } else { Country::Us }),
            currency: Some(if language == Language::Es {
                Country::Ar.currency()
            } else {
                Country::Us.currency()
            }),
            today: date(2026, 5, 14),
            holidays: Vec::new(),
            names: Vec::new(),
        };
        taken_back(text, &find(text, &setting), setting.today).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn what_is_taken_back_in_the_same_breath_was_never_said() {
        let es = |text| gone(Language::Es, text);
        assert_eq!(es("¿Transfiere el 20 de mayo? Perdón, me enredé, ¿era hoy, no?"), ["el 20 de mayo"]);
        assert_eq!(es("Serían 40.000 pesos, digo, 45.000 pesos."), ["40.000 pesos"]);
        assert_eq!(gone(Language::En, "So Friday, I mean Monday, right?"), ["Friday"]);
        assert_eq!(
            es("¿60.000 el 30 de mayo? No, mejor los 30.000 del plan a partir del 11 de junio."),
            ["60.000", "el 30 de mayo"]
        );
    }

    #[test]
    fn two_days_without_a_slip_both_stand() {
        let es = |text| gone(Language::Es, text);
        assert!(es("20.000 pesos el 20 de mayo y 30.000 pesos el 3 de junio").is_empty());
        assert!(es("Perdón la demora. ¿Le va el 20 de mayo o el 22 de mayo?").is_empty());
        assert!(
            es("El 20 de mayo no está mal, y mejor si fuera todo, que el 22 de mayo es feriado").is_empty()
        );
        assert!(es("Le digo que el 20 de mayo vence y el 22 de mayo se informa").is_empty());
    }
}
