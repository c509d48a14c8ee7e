//! The words that the lexicons know, and which parts of patterns each can stand for.
//!
//! A pattern tests a word against an *atom*: one or several words, lemmas and beginnings, any of which will do.
//! A word leads to its *roots* (itself, the lemmas it is a form of, its beginnings), an atom is a set of roots: so
//! a lemma's forms are listed once, however many patterns name it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::messages::Language;
use crate::nlu::inflection::{forms, strip_clitics};
use crate::nlu::pattern::Pattern;
use crate::nlu::spelling::Speller;
use crate::nlu::text::Word;

/// A test on one word, shared by all the patterns that make it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct AtomId(pub(super) u32);

/// A word, a lemma or a beginning that patterns name.
pub(super) type RootId = u32;

/// What a word of a turn can stand for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Reading<'a> {
    pub(super) roots: Cow<'a, [RootId]>,
    /// The known word that was meant, where another was typed.
    pub(super) meant: Option<&'a str>,
}

/// Collects atoms while the patterns are compiled.
#[derive(Debug)]
pub(super) struct VocabularyBuilder {
    language: Language,
    /// By kind, in the order of `Kind`.
    roots: [FxHashMap<String, RootId>; 3],
    atoms: FxHashMap<Vec<RootId>, AtomId>,
    /// The roots of each atom, sorted.
    members: Vec<Vec<RootId>>,
    count: RootId,
    words: FxHashMap<String, Vec<RootId>>,
    /// How often each word was met, in so many turns.
    met: FxHashMap<String, usize>,
    turns: usize,
    prefixes: BTreeMap<String, RootId>,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Word,
    Lemma,
    Prefix,
}

impl VocabularyBuilder {
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            roots: [FxHashMap::default(), FxHashMap::default(), FxHashMap::default()],
            atoms: FxHashMap::default(),
            members: Vec::new(),
            count: 0,
            words: FxHashMap::default(),
            met: FxHashMap::default(),
            turns: 0,
            prefixes: BTreeMap::new(),
        }
    }

    /// The atom of a pattern that tests one word; `None` for any other pattern.
    pub(super) fn atom(&mut self, pattern: &Pattern) -> Option<AtomId> {
        match pattern {
            Pattern::Either(parts) => self.atom_of(&parts.iter().collect::<Vec<_>>()),
            single => self.atom_of(&[single]),
        }
    }

    /// The atom of what tests one word in one of several ways; `None` where a member tests something else.
    pub(super) fn atom_of(&mut self, members: &[&Pattern]) -> Option<AtomId> {
        if !members.iter().all(|member| member.is_single()) {
            return None;
        }
        let mut roots: Vec<RootId> = members.iter().map(|member| self.root(member)).collect();
        roots.sort_unstable();
        roots.dedup();
        if let Some(id) = self.atoms.get(&roots) {
            return Some(*id);
        }
        let id = AtomId(u32::try_from(self.atoms.len()).unwrap_or(u32::MAX));
        self.members.push(roots.clone());
        self.atoms.insert(roots, id);
        Some(id)
    }

    fn root(&mut self, pattern: &Pattern) -> RootId {
        let (kind, name) = match pattern {
            Pattern::Lemma(name) => (Kind::Lemma, name),
            Pattern::Prefix(name) => (Kind::Prefix, name),
            Pattern::Word(name) => (Kind::Word, name),
            _ => return 0,
        };
        if let Some(root) = self.roots[kind as usize].get(name) {
            return *root;
        }
        let root = self.count;
        self.count += 1;
        self.roots[kind as usize].insert(name.clone(), root);
        match kind {
            Kind::Word => self.words.entry(name.clone()).or_default().push(root),
            Kind::Prefix => {
                self.prefixes.insert(name.clone(), root);
            }
            Kind::Lemma => {
                for form in forms(name, self.language) {
                    self.words.entry(form).or_default().push(root);
                }
            }
        }
        root
    }

    /// How many roots there are.
    pub(super) fn roots(&self) -> usize {
        self.count as usize
    }

    /// The roots of each atom, sorted, in the order of the atoms.
    pub(super) fn atoms(&self) -> impl Iterator<Item = &[RootId]> {
        self.members.iter().map(Vec::as_slice)
    }

    /// How often words were met that pass the test of each atom; once more for each of its roots, since any word may be met.
    pub(super) fn commonness(&self) -> Vec<usize> {
        let prefixes = Prefixes::new(self.prefixes.clone());
        let by_root = self.met.iter().fold(vec![1; self.roots()], |mut by_root, (word, count)| {
            let own = self.words.get(word).into_iter().flatten().copied();
            own.chain(prefixes.of(word)).for_each(|root| by_root[root as usize] += count);
            by_root
        });
        self.atoms().map(|roots| roots.iter().map(|root| by_root[*root as usize]).sum()).collect()
    }

    /// How many turns were met, and how many words in them.
    pub(super) fn met(&self) -> (usize, usize) {
        (self.turns, self.met.values().sum())
    }

    /// Makes a word known without giving it a meaning, so that it is not taken for a slip.
    pub(super) fn know(&mut self, word: &str) {
        if !self.words.contains_key(word) {
            self.words.insert(word.to_owned(), Vec::new());
        }
    }

    /// Makes the words of a turn known, and counts them: what is met often tells little.
    pub(super) fn meet(&mut self, turn: &[Word]) {
        self.turns += 1;
        for word in turn {
            self.know(&word.folded);
            match self.met.get_mut(&word.folded) {
                Some(count) => *count += 1,
                None => drop(self.met.insert(word.folded.clone(), 1)),
            }
        }
    }

    /// `shorthand`: what people type for a word, and the word, folded.
    pub(super) fn build(mut self, shorthand: &[(String, String)]) -> Vocabulary {
        let known: BTreeSet<&str> = self.words.keys().map(String::as_str).collect();
        let speller = Speller::new(known);
        // Many keyboards have no ñ: "manana" is heard as "mañana" where it is no word of its own.
        let mut plain: Vec<_> = self
            .words
            .iter()
            .filter(|(word, _)| word.contains('ñ'))
            .map(|(word, roots)| (word.replace('ñ', "n"), roots.clone()))
            .collect();
        plain.sort();
        for (word, roots) in plain {
            self.words.entry(word).or_insert(roots);
        }
        let meant = shorthand.iter().cloned().collect();
        if self.language == Language::Es {
            self.take_pronouns_off();
        }
        let prefixes = Prefixes::new(self.prefixes);
        let known = |(word, mut roots): (String, Vec<RootId>)| {
            let own = roots.len();
            roots.extend(prefixes.of(&word));
            (word, Known { roots: roots.into_boxed_slice(), own })
        };
        let words = self.words.into_iter().map(known).collect();
        Vocabulary { language: self.language, words, prefixes, shorthand: meant, speller }
    }

    /// Gives words that mean nothing by themselves what they mean without their pronouns. The shape alone may deceive
    /// ("personales" is no verb with a pronoun), so a word that means something as it stands is left alone.
    fn take_pronouns_off(&mut self) {
        let bare = self.words.iter().filter(|(_, roots)| roots.is_empty());
        let found: Vec<(String, Vec<RootId>)> = bare
            .filter_map(|(word, _)| {
                let own = |bare: &str| self.words.get(bare).map(Vec::as_slice);
                Some((word.clone(), without_pronouns(word, own)?))
            })
            .filter(|(_, roots)| !roots.is_empty())
            .collect();
        self.words.extend(found);
    }
}

/// The roots of what a word is without its pronouns; none where that is no known word.
fn without_pronouns<'a>(
    word: &str,
    own: impl Fn(&str) -> Option<&'a [RootId]> + Copy,
) -> Option<Vec<RootId>> {
    let stripped = strip_clitics(word);
    let mut known = stripped.iter().filter_map(|stripped| own(stripped.base.as_ref())).peekable();
    known.peek()?;
    Some(known.flatten().copied().collect())
}

/// The beginnings of words that patterns name, by their first two letters.
#[derive(Debug)]
struct Prefixes(Vec<Vec<(Box<str>, RootId)>>);

/// Letters are told apart by so many bits; a few others share them.
const LETTER_BITS: u32 = 5;

impl Prefixes {
    fn new(prefixes: BTreeMap<String, RootId>) -> Self {
        let mut by_two = vec![Vec::new(); 1 << (2 * LETTER_BITS)];
        for (prefix, root) in prefixes {
            let [first, second] = Self::begins(&prefix);
            // What is but one letter goes before any other.
            let seconds = if prefix.len() == 1 { 0..1 << LETTER_BITS } else { second..second + 1 };
            for second in seconds {
                by_two[first << LETTER_BITS | second].push((prefix.as_str().into(), root));
            }
        }
        Self(by_two)
    }

    /// The roots of the beginnings of a word.
    fn of(&self, word: &str) -> impl Iterator<Item = RootId> {
        let [first, second] = Self::begins(word);
        let alike = &self.0[first << LETTER_BITS | second];
        alike.iter().filter(move |(prefix, _)| word.starts_with(&**prefix)).map(|(_, root)| *root)
    }

    fn begins(word: &str) -> [usize; 2] {
        [0, 1].map(|at| word.as_bytes().get(at).map_or(0, |letter| usize::from(letter % (1 << LETTER_BITS))))
    }
}

/// A word of the vocabulary.
#[derive(Debug)]
struct Known {
    /// Its own, then those of its beginnings.
    roots: Box<[RootId]>,
    /// How many are its own.
    own: usize,
}

impl Known {
    fn own(&self) -> &[RootId] {
        &self.roots[..self.own]
    }
}

#[derive(Debug)]
pub(super) struct Vocabulary {
    language: Language,
    words: FxHashMap<String, Known>,
    prefixes: Prefixes,
    shorthand: FxHashMap<String, String>,
    speller: Speller,
}

impl Vocabulary {
    /// What a folded word can stand for.
    pub(super) fn read(&self, word: &str) -> Reading<'_> {
        let short = self.shorthand.get(word).map(String::as_str);
        if let (None, Some(reading)) = (short, self.read_known(word)) {
            return reading;
        }
        let meant = short.or_else(|| self.unstretched(word)).or_else(|| {
            let letters = word.chars().all(char::is_alphabetic);
            letters.then(|| self.speller.correct(word)).flatten()
        });
        match meant {
            Some(meant) => {
                let mut reading = self.read_known(meant).unwrap_or_default();
                // A pattern may spell the short form; it is the long one all the same.
                if let Some(known) = self.words.get(word).filter(|known| known.own > 0) {
                    reading.roots.to_mut().extend(known.own());
                }
                Reading { meant: Some(meant), ..reading }
            }
            None => Reading { roots: self.prefixes.of(word).collect(), meant: None },
        }
    }

    fn read_known(&self, word: &str) -> Option<Reading<'_>> {
        if let Some(known) = self.words.get(word) {
            return Some(Reading { roots: Cow::Borrowed(&known.roots), meant: None });
        }
        if self.language != Language::Es {
            return None;
        }
        let mut roots = without_pronouns(word, |bare| self.words.get(bare).map(Known::own))?;
        roots.extend(self.prefixes.of(word));
        Some(Reading { roots: Cow::Owned(roots), meant: None })
    }

    /// "holaaaa" is "hola", where that is a word.
    fn unstretched(&self, word: &str) -> Option<&str> {
        let letters: Vec<char> = word.chars().collect();
        if !letters.windows(3).any(|run| run[0] == run[1] && run[1] == run[2]) {
            return None;
        }
        let mut short = String::with_capacity(word.len());
        for (at, letter) in letters.iter().enumerate() {
            if at == 0 || letters[at - 1] != *letter {
                short.push(*letter);
            }
        }
        self.words.get_key_value(short.as_str()).map(|(known, _)| known.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_beginnings_of_a_word_are_found_however_short() {
        let prefixes = Prefixes::new(
            [("a", 1), ("ab", 2), ("abon", 3), ("ac", 4), ("ñ", 5)]
                .map(|(prefix, root)| (prefix.to_owned(), root))
                .into(),
        );
        let of = |word: &str| prefixes.of(word).collect::<Vec<RootId>>();
        assert_eq!(of("abono"), [1, 2, 3]);
        assert_eq!(of("acto"), [1, 4]);
        assert_eq!(of("a"), [1]);
        assert_eq!(of("ñoño"), [5]);
        assert_eq!((of(""), of("bab")), (Vec::new(), Vec::new()));
    }
}
