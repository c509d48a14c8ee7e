//! Who is who: whether a turn names somebody or something of the case, and which data it asks for.

use std::collections::BTreeSet;

use crate::call::CaseFile;
use crate::messages::Language;
use crate::nlu::text::fold;
use crate::simulator::clause::clauses;
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Incoming, Say};
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

/// The telling words of a text, folded.
pub(super) type Words = BTreeSet<String>;

pub(super) fn words(text: &str) -> Words {
    let folded = fold(text);
    let words = folded.split(|it: char| !it.is_alphanumeric()).filter(|word| word.len() > 2);
    words.filter(|word| !SMALL_WORDS.contains(word)).map(str::to_owned).collect()
}

/// By which words the people and things of a case are known.
#[derive(Debug)]
pub(super) struct Names {
    debtor: Words,
    creditor: Words,
    product: Words,
    data: Vec<DatumName>,
}

/// By what a datum is asked for.
#[derive(Debug)]
struct DatumName {
    /// The words of its own: no other datum nor the product has them.
    words: Words,
    /// Its first letters, all of them and the first two: "cp", "dob".
    short: [String; 2],
}

impl Names {
    pub(super) fn new(case: &CaseFile) -> Self {
        let product = words(&case.product);
        let labels: Vec<Words> = case
            .verify
            .iter()
            .map(|it| words(&it.label).union(&called(&it.value)).cloned().collect())
            .collect();
        let data = case
            .verify
            .iter()
            .enumerate()
            .map(|(at, item)| {
                let elsewhere = |word: &String| {
                    product.contains(word)
                        || labels.iter().enumerate().any(|(other, it)| other != at && it.contains(word))
                };
                let own = labels[at].iter().filter(|word| !elsewhere(word)).cloned().collect();
                DatumName { words: own, short: initials(&item.label) }
            })
            .collect();
        Self { debtor: words(&case.debtor), creditor: words(&case.creditor), product, data }
    }

    pub(super) fn debtor_in(&self, said: &Words) -> bool {
        self.debtor.iter().any(|word| is_said(word, said))
    }

    /// What the product is called names nobody.
    pub(super) fn creditor_in(&self, said: &Words) -> bool {
        self.creditor.difference(&self.product).any(|word| is_said(word, said))
    }

    pub(super) fn product_in(&self, said: &Words) -> bool {
        self.product.iter().any(|word| is_said(word, said))
    }

    /// The data that a text names, as places in the case file's list.
    fn data_in(&self, text: &str, said: &Words) -> Vec<usize> {
        let folded = fold(text);
        let named = |datum: &DatumName| {
            let mut spoken = folded.split(|it: char| !it.is_alphanumeric());
            datum.words.iter().any(|word| said.contains(word) || is_begun(word, said))
                || spoken.any(|word| datum.short.iter().any(|short| word == short && is_telling(short)))
        };
        (0..self.data.len()).filter(|at| named(&self.data[*at])).collect()
    }
}

fn is_said(word: &str, said: &Words) -> bool {
    word.chars().count() >= TELLING && said.contains(word)
}

/// "Birthday" asks for the date of birth.
fn is_begun(word: &str, said: &Words) -> bool {
    word.chars().count() > TELLING && said.iter().any(|other| other.starts_with(word))
}

/// "La calle" asks for the address that the case file has: what a datum is called stands in it too, uncapitalised.
fn called(value: &str) -> Words {
    value.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).flat_map(words).collect()
}

/// From the sentence on in which data are asked for: "por su servicio. ¿Me da su DNI?" asks for nothing of the service.
fn asking_for_data(turn: Incoming<'_>) -> &str {
    let mut hits = turn.heard.acts.iter().filter(|hit| hit.act.is("verify_identity"));
    let first = hits.next().map_or(0, |hit| hit.span.start);
    let sentence = clauses(turn.text).into_iter().find(|clause| clause.contains(&first));
    sentence.and_then(|sentence| turn.text.get(sentence.start..)).unwrap_or(turn.text)
}

/// "No le voy a pedir ningún dato", "I won't ask you for any information".
fn asks_for_no_data(text: &str) -> bool {
    const ASKS: [&str; 5] = ["ped", "pid", "pregunt", "solicit", "ask"];
    const DATA: [&str; 4] = ["dato", "informaci", "details", "information"];
    const REACH: usize = 5;
    let folded = fold(text);
    // Most turns name none, and cutting words costs more than looking.
    if !DATA.iter().any(|stem| folded.contains(stem)) {
        return false;
    }
    let words: Vec<&str> =
        folded.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let near = |from: usize, stems: &[&str]| {
        (from + 1..=from + REACH)
            .find(|at| words.get(*at).is_some_and(|word| stems.iter().any(|stem| word.starts_with(stem))))
    };
    let denies = |word: &&str| matches!(*word, "no" | "not" | "won" | "wont" | "dont" | "don" | "sin");
    let denied = words.iter().enumerate().filter(|(_, word)| denies(word)).map(|(at, _)| at);
    denied.filter_map(|at| near(at, &ASKS)).any(|at| near(at, &DATA).is_some())
}

/// In English, "u" is you.
fn or_words(language: Language) -> &'static [&'static str] {
    match language {
        Language::Es => &["o", "u"],
        Language::En => &["or"],
    }
}

fn initials(name: &str) -> [String; 2] {
    let folded = fold(name);
    let first = || folded.split(|it: char| !it.is_alphanumeric()).filter_map(|part| part.chars().next());
    [first().collect(), first().take(2).collect()]
}

fn is_telling(short: &str) -> bool {
    short.len() > 1 && !SHORT_WORDS.contains(&short)
}

impl Debtor<'_> {
    /// The data that the agent asks for, as places in the case file's list: each that shares a word of its own with the
    /// question; the first that was not given yet where she asks for no one in particular.
    pub(super) fn data_asked(&self, turn: Incoming<'_>) -> Vec<usize> {
        if asks_for_no_data(turn.text) {
            return Vec::new();
        }
        let asked = asking_for_data(turn);
        let named = self.names.data_in(asked, &words(asked));
        if turn.heard.has("verify_identity") {
            let any = ["dato", "identidad", "identi", "verif", "valid", "detail"];
            let any = any.iter().any(|it| turn.said.iter().any(|word| word.starts_with(it)));
            if named.is_empty() && any {
                let all = 0..self.scenario.case_file.verify.len();
                return all.into_iter().find(|at| !self.data_given.contains(at)).into_iter().collect();
            }
            // One or the other: the first will do.
            let or = or_words(self.scenario.language);
            let either = fold(turn.text).split(|it: char| !it.is_alphanumeric()).any(|it| or.contains(&it));
            return if either { named.into_iter().take(1).collect() } else { named };
        }
        // A datum that is named before the matter is, and was not given yet, is asked for.
        let of_something_else = turn.asks() && turn.heard.has("topic");
        let early =
            !self.opening.purpose && PURPOSE.iter().all(|act| !turn.heard.has(act)) && !of_something_else;
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
