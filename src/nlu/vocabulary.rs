//! The words that the lexicons know, and which parts of patterns (atoms) each can stand for.

use std::collections::{BTreeSet, HashMap};

use crate::messages::Language;
use crate::nlu::inflection::{forms, strip_clitics};
use crate::nlu::pattern::Pattern;
use crate::nlu::spelling::Speller;
use crate::nlu::text::fold;

/// A test on one word, shared by all the patterns that make it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct AtomId(pub(super) u32);

/// What a word of a turn can stand for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// Sorted.
    pub(super) atoms: Vec<AtomId>,
    /// The known word that a slip of the fingers was taken for.
    pub(super) meant: Option<String>,
}

impl Reading {
    pub(super) fn is(&self, atom: AtomId) -> bool {
        self.atoms.binary_search(&atom).is_ok()
    }
}

/// Collects atoms while the patterns are compiled.
#[derive(Debug)]
pub(super) struct VocabularyBuilder {
    language: Language,
    atoms: HashMap<Vec<Pattern>, AtomId>,
    words: HashMap<String, Vec<AtomId>>,
    prefixes: HashMap<String, Vec<AtomId>>,
    lemmas: HashMap<String, Vec<String>>,
}

impl VocabularyBuilder {
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            atoms: HashMap::new(),
            words: HashMap::new(),
            prefixes: HashMap::new(),
            lemmas: HashMap::new(),
        }
    }

    /// The atom that any of `members` satisfies; each member is a word, a lemma or a prefix.
    pub(super) fn atom(&mut self, members: &[Pattern]) -> AtomId {
        if let Some(id) = self.atoms.get(members) {
            return *id;
        }
        let id = AtomId(u32::try_from(self.atoms.len()).unwrap_or(u32::MAX));
        self.atoms.insert(members.to_vec(), id);
        for member in members {
            match member {
                Pattern::Word(word) => push(&mut self.words, word, id),
                Pattern::Prefix(prefix) => push(&mut self.prefixes, prefix, id),
                Pattern::Lemma(lemma) => {
                    let language = self.language;
                    let all = self.lemmas.entry(lemma.clone()).or_insert_with(|| forms(lemma, language));
                    for form in all {
                        push(&mut self.words, form, id);
                    }
                }
                _ => {}
            }
        }
        id
    }

    /// Makes words known without giving them a meaning, so that they are not taken for slips.
    pub(super) fn know<'a>(&mut self, words: impl IntoIterator<Item = &'a str>) {
        for word in words {
            self.words.entry(word.to_owned()).or_default();
        }
    }

    pub(super) fn build(mut self, shorthand: HashMap<String, String>) -> Vocabulary {
        // Many keyboards have no ñ: "manana" is heard as "mañana" where it is no word of its own.
        let plain: Vec<_> = self
            .words
            .iter()
            .filter(|(word, _)| word.contains('ñ'))
            .map(|(word, atoms)| (word.replace('ñ', "n"), atoms.clone()))
            .collect();
        for (word, atoms) in plain {
            self.words.entry(word).or_insert(atoms);
        }
        for atoms in self.words.values_mut() {
            atoms.sort_unstable();
            atoms.dedup();
        }
        let known: BTreeSet<&str> = self.words.keys().map(String::as_str).collect();
        let speller = Speller::new(known);
        Vocabulary { language: self.language, words: self.words, prefixes: self.prefixes, shorthand, speller }
    }
}

fn push(words: &mut HashMap<String, Vec<AtomId>>, word: &str, id: AtomId) {
    match words.get_mut(word) {
        Some(ids) => {
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        }
        None => {
            words.insert(word.to_owned(), vec![id]);
        }
    }
}

#[derive(Debug)]
pub(super) struct Vocabulary {
    language: Language,
    words: HashMap<String, Vec<AtomId>>,
    prefixes: HashMap<String, Vec<AtomId>>,
    /// What people type for a word ("xq", "tmb") and the word, folded.
    shorthand: HashMap<String, String>,
    speller: Speller,
}

impl Vocabulary {
    /// What a folded word can stand for.
    pub(super) fn read(&self, word: &str) -> Reading {
        if let Some(reading) = self.read_known(word) {
            return reading;
        }
        if let Some(long) = self.shorthand.get(word) {
            let atoms = self.read_known(long).map(|reading| reading.atoms).unwrap_or_default();
            return Reading { atoms, meant: Some(long.clone()) };
        }
        if let Some(short) = without_stretched_letters(word)
            && let Some(reading) = self.read_known(&short)
        {
            return Reading { meant: Some(short), ..reading };
        }
        if word.chars().all(char::is_alphabetic)
            && let Some(meant) = self.speller.correct(word)
        {
            let meant = meant.to_owned();
            let atoms = self.read_known(&meant).map(|reading| reading.atoms).unwrap_or_default();
            return Reading { atoms, meant: Some(meant) };
        }
        Reading { atoms: self.prefix_atoms(word), meant: None }
    }

    /// The word that `word` stands for: itself, or what was meant by it.
    pub(super) fn meant(&self, word: &str) -> String {
        self.read(word).meant.unwrap_or_else(|| word.to_owned())
    }

    fn read_known(&self, word: &str) -> Option<Reading> {
        let mut found = self.words.get(word).cloned();
        // The shape alone may deceive ("personales" is no verb with a pronoun), so a word that means something
        // as it stands is left alone.
        if self.language == Language::Es && found.as_ref().is_none_or(Vec::is_empty) {
            for base in strip_clitics(word) {
                if let Some(atoms) = self.words.get(base.base.as_ref()) {
                    found.get_or_insert_default().extend(atoms);
                }
            }
        }
        let mut atoms = found?;
        atoms.extend(self.prefix_atoms(word));
        atoms.sort_unstable();
        atoms.dedup();
        Some(Reading { atoms, meant: None })
    }

    fn prefix_atoms(&self, word: &str) -> Vec<AtomId> {
        if self.prefixes.is_empty() {
            return Vec::new();
        }
        let mut atoms: Vec<AtomId> = word
            .char_indices()
            .map(|(at, letter)| at + letter.len_utf8())
            .filter_map(|end| self.prefixes.get(&word[..end]))
            .flatten()
            .copied()
            .collect();
        atoms.sort_unstable();
        atoms
    }
}

/// "holaaaa" is "hola"; `None` where no letter is drawn out.
fn without_stretched_letters(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let stretched = letters.windows(3).any(|run| run[0] == run[1] && run[1] == run[2]);
    stretched.then(|| {
        let mut short: Vec<char> = Vec::with_capacity(letters.len());
        for (at, letter) in letters.iter().enumerate() {
            if at == 0 || letters[at - 1] != *letter {
                short.push(*letter);
            }
        }
        fold(&short.into_iter().collect::<String>())
    })
}
