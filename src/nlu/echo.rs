//! How much of what the other party said a turn takes up: the measure behind a paraphrase.
//!
//! Content words are compared by stem, so that "perdí mi trabajo" is taken up by "que perdió el trabajo".
//! What the speaker had said before is not counted: repeating one's own facts is no paraphrase.

use std::collections::{BTreeMap, BTreeSet};

use rust_stemmers::{Algorithm, Stemmer};

use crate::messages::Language;
use crate::nlu::text::Word;
use crate::source::Span;

/// Words shorter than this carry no content worth comparing.
const SHORTEST: usize = 3;

/// Turns words into comparable stems.
pub(super) struct Stems {
    stemmer: Stemmer,
    function_words: BTreeSet<String>,
}

impl std::fmt::Debug for Stems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stems").field("function_words", &self.function_words.len()).finish_non_exhaustive()
    }
}

impl Stems {
    pub(super) fn new(language: Language, function_words: BTreeSet<String>) -> Self {
        let algorithm = match language {
            Language::Es => Algorithm::Spanish,
            Language::En => Algorithm::English,
        };
        Self { stemmer: Stemmer::create(algorithm), function_words }
    }

    /// The content stems of some words, each with the first word that has it.
    pub(super) fn of<'a>(&self, words: &'a [Word]) -> BTreeMap<String, &'a Word> {
        let mut stems = BTreeMap::new();
        for word in words {
            if let Some(stem) = self.stem(&word.folded) {
                stems.entry(stem).or_insert(word);
            }
        }
        stems
    }

    fn stem(&self, folded: &str) -> Option<String> {
        let content = folded.chars().count() >= SHORTEST && !self.function_words.contains(folded);
        content.then(|| self.stemmer.stem(folded).into_owned())
    }
}

/// What a turn takes up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Echo {
    /// The words as the turn has them, folded, in alphabetical order of their stems.
    pub(super) words: Vec<String>,
    /// From the first to the last of them.
    pub(super) span: Option<Span>,
}

/// Which content of `theirs` (the other party's turns) `mine` takes up, save what is in `already` (what this
/// speaker had said before them).
pub(super) fn echo(
    mine: &BTreeMap<String, &Word>,
    theirs: &BTreeSet<String>,
    already: &BTreeSet<String>,
) -> Echo {
    let taken: Vec<_> =
        mine.iter().filter(|(stem, _)| theirs.contains(*stem) && !already.contains(*stem)).collect();
    let start = taken.iter().map(|(_, word)| word.span.start).min();
    let end = taken.iter().map(|(_, word)| word.span.end).max();
    Echo {
        words: taken.iter().map(|(_, word)| word.folded.clone()).collect(),
        span: start.zip(end).map(|(start, end)| start..end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::text::words;

    fn stems(text: &str) -> BTreeSet<String> {
        let function_words = ["mi", "el", "que", "me", "su", "entonces", "hace"].map(str::to_owned);
        Stems::new(Language::Es, function_words.into()).of(&words(text)).into_keys().collect()
    }

    #[test]
    fn another_form_of_the_same_word_is_taken_up() {
        let mine = words("entonces perdió su trabajo");
        let reader = Stems::new(Language::Es, ["su".to_owned(), "entonces".to_owned()].into());
        let found = echo(&reader.of(&mine), &stems("me quedé sin el trabajo"), &BTreeSet::new());
        assert_eq!(found.words, ["trabajo"]);
    }

    #[test]
    fn ones_own_facts_are_not_an_echo() {
        let mine = words("el atraso de su tarjeta");
        let reader = Stems::new(Language::Es, ["el", "de", "su"].map(str::to_owned).into());
        let theirs = stems("sí, la tarjeta");
        assert_eq!(echo(&reader.of(&mine), &theirs, &stems("le llamo por su tarjeta")), Echo::default());
    }
}
