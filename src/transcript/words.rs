//! The vocabulary of transcripts, read once from `words.yaml`: labels, headers, months and tell-tale phrases.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::call::{Country, Speaker};
use crate::messages::Language;
use crate::source::Source;
use crate::yaml;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) labels: BTreeMap<Speaker, Vec<String>>,
    pub(super) initials: BTreeMap<Speaker, Vec<String>>,
    pub(super) courtesy: Vec<String>,
    pub(super) voices: Vec<String>,
    pub(super) verbs: Vec<String>,
    pub(super) not_speakers: Vec<String>,
    pub(super) headers: Headers,
    pub(super) countries: BTreeMap<Country, Vec<String>>,
    pub(super) languages: BTreeMap<Language, Vec<String>>,
    pub(super) months: Vec<Vec<String>>,
    pub(super) smallest: BTreeMap<Language, Vec<String>>,
    pub(super) cues: Cues,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Headers {
    pub(super) date: Vec<String>,
    pub(super) country: Vec<String>,
    pub(super) language: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cues {
    pub(super) agent: Vec<String>,
    pub(super) debtor: Vec<String>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let source = Source::new("transcript/words.yaml", include_str!("words.yaml"));
    let (words, _) = yaml::read(source).expect("the vocabulary that is compiled in can be read");
    words
});

/// Lower case, without accents: `Señora` and `SENORA` are one label.
pub(super) fn fold(text: &str) -> String {
    text.nfd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase).collect()
}

/// Whether `words` holds `word`.
pub(super) fn has(words: &[String], word: &str) -> bool {
    words.iter().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_written_as_it_is_compared() {
        let words = &*WORDS;
        let lists = words
            .labels
            .values()
            .chain(words.countries.values())
            .chain(words.languages.values())
            .chain(words.smallest.values())
            .chain(&words.months)
            .chain([&words.courtesy, &words.voices, &words.verbs, &words.not_speakers])
            .chain([&words.headers.date, &words.headers.country, &words.headers.language])
            .chain([&words.cues.agent, &words.cues.debtor]);
        for word in lists.flatten() {
            assert_eq!(*word, fold(word));
        }
        assert_eq!(words.months.len(), 12);
    }

    #[test]
    fn no_label_belongs_to_two_roles() {
        let mut seen = BTreeMap::new();
        for (role, labels) in &WORDS.labels {
            for label in labels {
                assert_eq!(seen.insert(label, role), None, "{label}");
            }
        }
    }
}
