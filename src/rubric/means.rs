//! How a means of payment was called in a call.

use super::scene::Scene;
use crate::nlu::commitment::Term;
use crate::nlu::entity::Method;

/// How a wallet was called: "Bizum" says more than "a wallet".
pub(super) fn own_name(scene: &Scene, term: &Term<Method>) -> Option<String> {
    let words = scene.text(term.place.turn.0).get(term.place.span.clone())?;
    let mut name: Vec<&str> = words
        .split_whitespace()
        .rev()
        .take_while(|word| !LEADS.contains(&word.to_lowercase().as_str()))
        .collect();
    name.reverse();
    (term.value == Method::Wallet && !name.is_empty())
        .then(|| name.into_iter().map(capital).collect::<Vec<_>>().join(" "))
}

/// Words that lead to the name of a means and are none of it.
const LEADS: &[&str] = &[
    "por", "x", "con", "en", "a", "vía", "via", "mediante", "el", "la", "un", "una", "mi", "su", "tu", "by",
    "with", "through", "the", "your", "my",
];

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
