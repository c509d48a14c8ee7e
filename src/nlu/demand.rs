//! Whether a turn asks for money: in so many words, by words that do so beside a figure, or not at all, whatever it resembles.

use crate::nlu::entity::Value;
use crate::nlu::text::fold;
use crate::nlu::{ActHit, Heard};

/// What asks for money by itself …
const ASKS: [&str; 5] =
    ["request.full_payment", "offer.installments", "offer.partial", "offer.discount", "propose_amount"];
/// … and what does so beside a figure: "it need not wait until Thursday" asks for nothing.
const WITH_A_FIGURE: [&str; 5] =
    ["offer.extension", "offer.restructure", "propose_date", "question.capacity", "question.commitment"];

const ASKING: [&str; 13] = [
    "pido",
    "pidiendo",
    "pedir",
    "pedirle",
    "pide",
    "cobro",
    "cobrando",
    "cobrar",
    "cobrarle",
    "preguntando",
    "asking",
    "ask",
    "collecting",
];
const STEMS: [&str; 6] = ["pid", "ped", "cobr", "pregunt", "ask", "collect"];
const MONEY: [&str; 10] =
    ["plata", "dinero", "nada", "pago", "pagos", "peso", "cent", "money", "anything", "payment"];

/// The act by which a turn asks for money, where it does.
pub fn asks_for_money<'h>(text: &str, heard: &'h Heard) -> Option<&'h ActHit> {
    if asks_for_nothing(text) {
        return None;
    }
    let by = |acts: &[&str]| heard.acts.iter().find(|hit| acts.iter().any(|act| hit.act.is(act)));
    let figure = heard.entities.iter().any(|it| matches!(it.value, Value::Money(_) | Value::Plan(_)));
    by(&ASKS).or_else(|| by(&WITH_A_FIGURE).filter(|_| figure))
}

/// "No le estoy pidiendo plata", "nobody is asking you for money today": nothing is asked for.
pub fn asks_for_nothing(text: &str) -> bool {
    const REACH: usize = 4;
    // Most turns ask for nothing of the kind, and cutting words costs more than looking.
    let lower = text.to_lowercase();
    if !STEMS.iter().any(|stem| lower.contains(stem)) {
        return false;
    }
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|word| list.contains(word));
    let near = |at: usize, list: &[&str]| (at + 1..=at + REACH).find(|at| is(*at, list));
    (0..words.len())
        .filter(|at| is(*at, &["no", "not", "nadie", "nobody", "tampoco", "nada"]))
        .filter_map(|at| near(at, &ASKING).map(|asking| (at, asking)))
        .any(|(no, asking)| near(asking, &MONEY).is_some() || (no..asking).any(|at| is(at, &MONEY)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::staged::Staged;

    fn asks(text: &str, acts: &[&str], amount: Option<&str>) -> bool {
        let staged = Staged::new().agent(text, acts);
        let staged = match amount {
            Some(words) => staged.money(words, 100),
            None => staged,
        };
        asks_for_money(text, &staged.0.heard[0]).is_some()
    }

    #[test]
    fn what_is_asked_for_or_offered_asks_for_money_and_a_day_does_so_beside_a_figure() {
        assert!(asks("¿Paga todo hoy?", &["request.full_payment"], None));
        assert!(asks("Deme la mitad hoy.", &["offer.partial"], None));
        assert!(asks("¿Puede con 100 el lunes?", &["question.capacity"], Some("100")));
        assert!(!asks("¿Le queda bien el lunes?", &["propose_date"], None));
    }

    #[test]
    fn time_alone_asks_for_nothing_and_neither_does_who_says_so() {
        assert!(!asks(
            "¿Podría llamarla hoy, sin esperar al jueves?",
            &["offer.extension", "question.closed"],
            None
        ));
        assert!(!asks(
            "Nadie le está pidiendo ni un peso, 100 es lo que figura.",
            &["propose_amount"],
            Some("100")
        ));
        assert!(asks("Le pido que pague los 100.", &["propose_amount"], Some("100")));
    }
}
