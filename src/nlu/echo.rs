//! How much of what the other party said a turn takes up: the measure behind a paraphrase.
//!
//! Content words are compared by stem, so that "perdí mi trabajo" is taken up by "que perdió el trabajo".
//! What the speaker had said before is not counted: repeating one's own facts is no paraphrase.

use std::collections::{BTreeMap, BTreeSet};

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashSet;

use crate::call::Speaker;
use crate::messages::Language;
use crate::nlu::text::Word;
use crate::source::Span;

/// Words shorter than this carry no content worth comparing.
const SHORTEST: usize = 3;

/// The stems of a line, each with the number of the first word that has it.
pub(super) type StemPlaces = BTreeMap<String, usize>;

/// Turns words into comparable stems.
pub(super) struct Stems {
    stemmer: Stemmer,
    function_words: FxHashSet<String>,
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
        Self { stemmer: Stemmer::create(algorithm), function_words: function_words.into_iter().collect() }
    }

    /// The content stems of some words.
    pub(super) fn of(&self, words: &[Word]) -> StemPlaces {
        let mut stems = BTreeMap::new();
        for (at, word) in words.iter().enumerate() {
            if let Some(stem) = self.stem(&word.folded) {
                stems.entry(stem).or_insert(at);
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Echo {
    /// The words as the turn has them, folded, in alphabetical order of their stems.
    pub(super) words: Vec<String>,
    /// From the first to the last of them.
    pub(super) span: Option<Span>,
}

/// What the words of a line take up of the lines before it, oldest first: content of the other party's, save what this
/// speaker had said before them.
pub(super) fn taken_up<'a>(
    speaker: Speaker,
    words: &[Word],
    mine: &StemPlaces,
    before: impl IntoIterator<Item = (Speaker, &'a StemPlaces)>,
) -> Echo {
    let mut theirs: BTreeSet<&str> = BTreeSet::new();
    let mut already: BTreeSet<&str> = BTreeSet::new();
    for (by, stems) in before {
        let stems = stems.keys().map(String::as_str);
        if by == speaker {
            already.extend(stems.filter(|stem| !theirs.contains(stem)));
        } else {
            theirs.extend(stems);
        }
    }
    let taken: Vec<&Word> = mine
        .iter()
        .filter(|(stem, _)| theirs.contains(stem.as_str()) && !already.contains(stem.as_str()))
        .map(|(_, at)| &words[*at])
        .collect();
    let start = taken.iter().map(|word| word.span.start).min();
    let end = taken.iter().map(|word| word.span.end).max();
    Echo {
        words: taken.iter().map(|word| word.folded.clone()).collect(),
        span: start.zip(end).map(|(start, end)| start..end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::text::words;

    fn heard(mine: &str, theirs: &str, already: &str) -> Echo {
        let function_words = ["mi", "el", "de", "que", "me", "su", "entonces", "le", "por", "la"];
        let reader = Stems::new(Language::Es, function_words.map(str::to_owned).into());
        let mine = words(mine);
        let [theirs, already] = [theirs, already].map(|text| reader.of(&words(text)));
        let before = [(Speaker::Agent, &already), (Speaker::Debtor, &theirs)];
        taken_up(Speaker::Agent, &mine, &reader.of(&mine), before)
    }

    #[test]
    fn another_form_of_the_same_word_is_taken_up() {
        let found = heard("entonces perdió su trabajo", "me quedé sin el trabajo", "");
        assert_eq!(found.words, ["trabajo"]);
    }

    #[test]
    fn ones_own_facts_are_not_an_echo() {
        let found = heard("el atraso de su tarjeta", "sí, la tarjeta", "le llamo por su tarjeta");
        assert_eq!(found, Echo::default());
    }
}
