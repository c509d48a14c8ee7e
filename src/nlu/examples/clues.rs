//! What the model looks at in a turn: stems, pairs of stems and pieces of words, what the patterns heard in it and
//! in the turn before, what it names, how it begins and how long it is.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

use crate::messages::Language;
use crate::nlu::text::Word;

/// Lengths of the pieces of words, in characters.
const PIECES: std::ops::RangeInclusive<usize> = 3..=5;
/// What each group of clues weighs, however many are in it.
const STEMS: f32 = 1.0;
const PAIRS: f32 = 0.5;
const LETTERS: f32 = 1.0;
/// What single clues weigh.
const PATTERN: f32 = 0.3;
const BEFORE: f32 = 0.4;
const ENTITY: f32 = 0.3;
const ASKED: f32 = 0.4;
const OPENING: f32 = 0.3;
const LENGTH: f32 = 0.3;

/// The clue that every turn has.
pub(super) const BIAS: u64 = 0;

/// One thing to be seen in a turn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Clue {
    /// A hash of what was seen.
    pub(super) name: u64,
    pub(super) value: f32,
    /// The first and the last word it is seen in; none for what the turn as a whole shows.
    pub(super) words: Option<(usize, usize)>,
}

/// A turn as the second layer takes it.
#[derive(Debug)]
pub(in crate::nlu) struct Seen<'a> {
    pub(in crate::nlu) words: &'a [Word],
    pub(in crate::nlu) entities: BTreeSet<&'static str>,
    /// What the patterns heard; none where that is not to be looked at.
    pub(in crate::nlu) heard: Option<BTreeSet<&'a str>>,
    /// What the patterns heard in the other party's turn right before; none where there is none.
    pub(in crate::nlu) before: Option<BTreeSet<&'a str>>,
}

/// Finds the clues of turns in one language.
pub(in crate::nlu) struct Clues {
    stemmer: Stemmer,
}

impl std::fmt::Debug for Clues {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Clues").finish_non_exhaustive()
    }
}

impl Clues {
    pub(in crate::nlu) fn new(language: Language) -> Self {
        let algorithm = match language {
            Language::Es => Algorithm::Spanish,
            Language::En => Algorithm::English,
        };
        Self { stemmer: Stemmer::create(algorithm) }
    }

    pub(super) fn of(&self, seen: &Seen<'_>) -> Vec<Clue> {
        let stems: Vec<_> = seen.words.iter().map(|word| self.stemmer.stem(&word.folded)).collect();
        let mut clues = Vec::with_capacity(64 + 12 * stems.len());
        let single = stems.iter().enumerate().map(|(at, stem)| (name("stem", &[stem]), (at, at)));
        group(&mut clues, STEMS, single.collect());
        group(&mut clues, PAIRS, pairs(&stems));
        group(&mut clues, LETTERS, pieces(seen.words));
        let mut whole = |kind: &str, what: &str, value: f32| {
            clues.push(Clue { name: name(kind, &[what]), value, words: None });
        };
        if let Some(heard) = &seen.heard {
            for act in heard {
                whole("heard", act, PATTERN);
            }
            if heard.is_empty() {
                whole("heard", "nothing", PATTERN / 2.0);
            }
        }
        match &seen.before {
            Some(before) => before.iter().for_each(|act| whole("before", act, BEFORE)),
            None => whole("before", "nobody", OPENING),
        }
        seen.entities.iter().for_each(|kind| whole("entity", kind, ENTITY));
        if seen.words.iter().any(|word| word.asked) {
            whole("form", "asked", ASKED);
        }
        if let Some(first) = stems.first() {
            whole("opening", first, OPENING);
        }
        whole("length", length(stems.len()), LENGTH);
        clues.push(Clue { name: BIAS, value: 0.5, words: None });
        clues
    }
}

type Found = Vec<(u64, (usize, usize))>;

fn pairs(stems: &[std::borrow::Cow<'_, str>]) -> Found {
    let Some(last) = stems.len().checked_sub(1) else { return Vec::new() };
    (0..=stems.len())
        .map(|at| {
            let left = at.checked_sub(1).map_or("^", |before| &stems[before]);
            let right = stems.get(at).map_or("$", |stem| stem);
            (name("pair", &[left, " ", right]), (at.saturating_sub(1), at.min(last)))
        })
        .collect()
}

fn pieces(words: &[Word]) -> Found {
    let mut found = Vec::with_capacity(words.len() * 9);
    for (at, word) in words.iter().enumerate() {
        let bounded = format!("<{}>", word.folded);
        let mut edges: Vec<usize> = bounded.char_indices().map(|(place, _)| place).collect();
        edges.push(bounded.len());
        for length in PIECES {
            let places = edges.iter().zip(edges.iter().skip(length));
            found.extend(places.map(|(start, end)| (name("piece", &[&bounded[*start..*end]]), (at, at))));
        }
    }
    found
}

/// Adds clues of one kind, each once, which weigh as much together however many they are.
fn group(clues: &mut Vec<Clue>, weight: f32, mut found: Found) {
    found.sort_unstable();
    found.dedup_by_key(|(name, _)| *name);
    let count = u16::try_from(found.len()).unwrap_or(u16::MAX);
    let value = weight / f32::from(count.max(1)).sqrt();
    clues.extend(found.into_iter().map(|(name, words)| Clue { name, value, words: Some(words) }));
}

fn length(words: usize) -> &'static str {
    match words {
        0..=1 => "one",
        2..=3 => "few",
        4..=6 => "short",
        7..=12 => "middling",
        _ => "long",
    }
}

/// FNV-1a, the same on every machine.
fn name(kind: &str, parts: &[&str]) -> u64 {
    let bytes = kind.bytes().chain([0]).chain(parts.iter().flat_map(|part| part.bytes()));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
