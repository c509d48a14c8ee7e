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

/// Tells most words that are in no list at a glance, by their length, their first letter and their last: a bit for each
/// of so many kinds of words.
#[derive(Debug, Default)]
struct Sieve([u64; 16]);

impl Sieve {
    /// The block of a word, and the bit in it.
    fn place(word: &str) -> (usize, usize) {
        let letter = |letter: Option<&u8>| letter.copied().map_or(0, usize::from);
        let letters = word.as_bytes();
        let kind = letter(letters.first()) * 37 + letter(letters.last()) * 5 + letters.len() * 101;
        (kind / 64 % 16, kind % 64)
    }

    fn add(&mut self, word: &str) {
        let (block, bit) = Self::place(word);
        self.0[block] |= 1 << bit;
    }

    fn may_have(&self, word: &str) -> bool {
        let (block, bit) = Self::place(word);
        self.0[block] >> bit & 1 == 1
    }
}

/// A list of words to ask about; only ever asked, never walked.
pub(super) type WordSet = LazyLock<Words>;

#[derive(Debug, Default)]
pub(super) struct Words {
    sieve: Sieve,
    words: HashSet<&'static str, BuildHasherDefault<WordHasher>>,
}

impl Words {
    pub(super) fn contains(&self, word: &str) -> bool {
        self.sieve.may_have(word) && self.words.contains(word)
    }
}

impl Extend<&'static str> for Words {
    fn extend<I: IntoIterator<Item = &'static str>>(&mut self, words: I) {
        for word in words {
            self.sieve.add(word);
            self.words.insert(word);
        }
    }
}

impl FromIterator<&'static str> for Words {
    fn from_iter<I: IntoIterator<Item = &'static str>>(words: I) -> Self {
        let mut all = Self::default();
        all.extend(words);
        all
    }
}

pub(super) fn word_set(words: &'static str) -> Words {
    words.split_whitespace().collect()
}

/// Phrases with what they mean; of several that begin alike the first in the table wins.
#[derive(Debug)]
pub(super) struct Phrases<T: 'static> {
    firsts: Sieve,
    by_first: WordMap<&'static str, Vec<(&'static str, &'static T)>>,
}

impl<T> Phrases<T> {
    /// Rows of any shape, with where the phrase stands in them.
    pub(super) fn new(rows: &'static [T], phrase: fn(&T) -> &'static str) -> Self {
        let mut firsts = Sieve::default();
        let mut by_first: WordMap<&'static str, Vec<(&'static str, &'static T)>> = WordMap::default();
        for row in rows {
            let phrase = phrase(row);
            let first = phrase.split(' ').next().unwrap_or(phrase);
            firsts.add(first);
            by_first.entry(first).or_default().push((phrase, row));
        }
        Self { firsts, by_first }
    }

    /// The rows whose phrase begins at `at`, each with the token after it.
    pub(super) fn all_at<'a>(
        &'a self,
        text: &'a Text<'_>,
        at: usize,
    ) -> impl Iterator<Item = (&'static T, usize)> + 'a {
        let word = text.word(at);
        let rows = if self.firsts.may_have(word) { self.by_first.get(word) } else { None };
        let rows = rows.map_or(&[][..], Vec::as_slice);
        rows.iter().filter_map(move |(phrase, row)| Some((*row, text.phrase(at, phrase)?)))
    }

    pub(super) fn at(&self, text: &Text<'_>, at: usize) -> Option<(&'static T, usize)> {
        self.all_at(text, at).next()
    }
}
