//! Who is who: whether a turn names somebody or something of the case, and which data it asks for.

use std::collections::BTreeSet;

use crate::nlu::text::fold;
use crate::simulator::debtor::{Debtor, Incoming, Say};
use crate::simulator::opening::PURPOSE;

/// Words that tell no datum and no name from another.
const SMALL_WORDS: [&str; 16] = [
    "del", "las", "los", "con", "por", "una", "sus", "the", "and", "for", "you", "your", "que", "don",
    "doña", "where",
];
/// Words of two or three letters that stand for nothing longer.
const SHORT_WORDS: [&str; 12] = ["de", "la", "el", "es", "en", "un", "mi", "me", "do", "no", "ud", "is"];
/// From so many letters on, a word of a name is one that nobody says by chance.
const TELLING: usize = 4;

/// Whether a text names something: by a word of its name that does not stand in `beside` too.
pub(super) fn names(text: &str, name: &str, beside: &str) -> bool {
    let said = words(text);
    let beside = words(beside);
    words(name).difference(&beside).any(|word| word.chars().count() >= TELLING && said.contains(word))
}

fn words(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let words = folded.split(|it: char| !it.is_alphanumeric()).filter(|word| word.len() > 2);
    words.filter(|word| !SMALL_WORDS.contains(word)).map(str::to_owned).collect()
}

/// Whether a text names something by its first letters: "cp", "dob".
fn is_in_short(name: &str, text: &str) -> bool {
    let folded = fold(name);
    let parts: Vec<&str> =
        folded.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let said = fold(text);
    let mut said = said.split(|it: char| !it.is_alphanumeric());
    let whole: String = parts.iter().filter_map(|part| part.chars().next()).collect();
    let pair: String = parts.iter().take(2).filter_map(|part| part.chars().next()).collect();
    let telling = |short: &str| short.len() > 1 && !SHORT_WORDS.contains(&short);
    said.any(|word| telling(word) && (word == whole || word == pair))
}

impl Debtor<'_> {
    /// The data that the agent asks for, as places in the case file's list: each that shares a word of its own with the
    /// question; the first that was not given yet where she asks for no one in particular.
    pub(super) fn data_asked(&self, turn: Incoming<'_>) -> Vec<usize> {
        let items = &self.scenario.case_file.verify;
        let asked = words(turn.text);
        let product = words(&self.scenario.case_file.product);
        // "La calle" asks for the address that the case file has: what a datum is called stands in it too, uncapitalised.
        let called = |text: &str| -> BTreeSet<String> {
            text.split_whitespace()
                .filter(|word| word.starts_with(char::is_lowercase))
                .flat_map(words)
                .collect()
        };
        let labels: Vec<BTreeSet<String>> = items
            .iter()
            .map(|item| words(&item.label).union(&called(&item.value)).cloned().collect())
            .collect();
        let shared: Vec<usize> = labels
            .iter()
            .enumerate()
            .map(|(at, label)| {
                let elsewhere = |word: &String| {
                    product.contains(word)
                        || labels.iter().enumerate().any(|(other, it)| other != at && it.contains(word))
                };
                let in_short = usize::from(is_in_short(&items[at].label, turn.text));
                label.iter().filter(|word| asked.contains(*word) && !elsewhere(word)).count() + in_short
            })
            .collect();
        let named: Vec<usize> = (0..items.len()).filter(|at| shared[*at] > 0).collect();
        if turn.heard.has("verify_identity") {
            let any = ["dato", "identidad", "identi", "verif", "valid", "detail"];
            let any = any.iter().any(|it| asked.iter().any(|word| word.starts_with(it)));
            if named.is_empty() && any {
                return (0..items.len()).find(|at| !self.data_given.contains(at)).into_iter().collect();
            }
            return named;
        }
        // A datum that is named before the matter is, and was not given yet, is asked for.
        let early = !self.opening.purpose && PURPOSE.iter().all(|act| !turn.heard.has(act));
        named.into_iter().filter(|at| early && !self.data_given.contains(at)).collect()
    }

    /// Each datum that was asked for, in one breath.
    pub(super) fn give_data(&mut self, data: &[usize]) -> Option<Say> {
        self.data_given.extend(data);
        let items = &self.scenario.case_file.verify;
        let values: Vec<&str> =
            data.iter().filter_map(|at| items.get(*at)).map(|it| it.value.as_str()).collect();
        let (last, before) = values.split_last()?;
        let datum = if before.is_empty() {
            (*last).to_owned()
        } else {
            let before = before.join(", ");
            self.messages.say_with("spoken-both", &[("one", before.into()), ("other", (*last).into())])
        };
        self.say("gives_datum", &[("datum", datum)])
    }
}
