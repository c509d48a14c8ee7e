//! Tables of phrases and word lists, found by their first word, so that a long table costs a turn no more than a
//! short one.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::nlu::entity::token::Text;

/// FNV-1a: quick on short words; the words are ours, so nobody can choose them to collide.
#[derive(Debug)]
pub(super) struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

pub(super) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// A list of words to ask about; only ever asked, never walked.
pub(super) type WordSet = LazyLock<HashSet<&'static str, BuildHasherDefault<WordHasher>>>;

pub(super) fn word_set(words: &'static str) -> HashSet<&'static str, BuildHasherDefault<WordHasher>> {
    words.split_whitespace().collect()
}

/// Phrases with what they mean; of several that begin alike the first in the table wins.
#[derive(Debug)]
pub(super) struct Phrases<T: 'static> {
    by_first: WordMap<&'static str, Vec<(&'static str, &'static T)>>,
}

impl<T> Phrases<T> {
    /// Rows of any shape, with where the phrase stands in them.
    pub(super) fn new(rows: &'static [T], phrase: fn(&T) -> &'static str) -> Self {
        let mut by_first: WordMap<&'static str, Vec<(&'static str, &'static T)>> = WordMap::default();
        for row in rows {
            let phrase = phrase(row);
            let first = phrase.split(' ').next().unwrap_or(phrase);
            by_first.entry(first).or_default().push((phrase, row));
        }
        Self { by_first }
    }

    /// The rows whose phrase begins at `at`, each with the token after it.
    pub(super) fn all_at<'a>(
        &'a self,
        text: &'a Text<'_>,
        at: usize,
    ) -> impl Iterator<Item = (&'static T, usize)> + 'a {
        let rows = self.by_first.get(text.word(at)).map_or(&[][..], Vec::as_slice);
        rows.iter().filter_map(move |(phrase, row)| Some((*row, text.phrase(at, phrase)?)))
    }

    pub(super) fn at(&self, text: &Text<'_>, at: usize) -> Option<(&'static T, usize)> {
        self.all_at(text, at).next()
    }
}
