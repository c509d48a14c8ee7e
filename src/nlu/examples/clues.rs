//! What the second layer looks at in a turn: words, words side by side and one apart, pieces of words, what the
//! patterns heard in it and in the turn before, what it names, how it begins and how long it is.

use std::collections::BTreeSet;

use crate::nlu::text::Word;

/// Of a word its beginning counts, so many characters: endings matter less, and are in the pieces.
const BEGINNING: usize = 6;
/// Lengths of the pieces of words, in characters.
const PIECES: [usize; 2] = [3, 4];
/// What each group of clues weighs, however many are in it.
const WORDS: f32 = 1.0;
const PAIRS: f32 = 0.5;
const APART: f32 = 0.4;
const LETTERS: f32 = 1.0;
/// What single clues weigh.
const PATTERN: f32 = 0.6;
const NO_PATTERN: f32 = 0.15;
const BEFORE: f32 = 0.4;
const ENTITY: f32 = 0.3;
const ASKED: f32 = 0.4;
const OPENING: f32 = 0.3;
const LENGTH: f32 = 0.3;
const ALWAYS: f32 = 0.5;

/// One thing to be seen in a turn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Clue {
    /// A hash of what was seen.
    pub(super) key: u32,
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

/// The clues of a turn.
pub(super) fn clues(seen: &Seen<'_>) -> Vec<Clue> {
    let words: Vec<&str> = seen.words.iter().map(|word| beginning(&word.folded)).collect();
    let mut clues = Vec::with_capacity(32 + 16 * words.len());
    let single = words.iter().enumerate().map(|(at, word)| (key("word", &[word]), (at, at)));
    group(&mut clues, WORDS, single.collect());
    group(&mut clues, PAIRS, pairs(&words, 1));
    group(&mut clues, APART, pairs(&words, 2));
    group(&mut clues, LETTERS, pieces(seen.words));
    let mut whole = |kind: &str, what: &str, value: f32| {
        clues.push(Clue { key: key(kind, &[what]), value, words: None });
    };
    if let Some(heard) = &seen.heard {
        for act in heard {
            whole("heard", act, PATTERN);
        }
        if heard.is_empty() {
            whole("heard", "nothing", NO_PATTERN);
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
    if let Some(first) = words.first() {
        whole("opening", first, OPENING);
    }
    whole("length", length(words.len()), LENGTH);
    whole("always", "", ALWAYS);
    clues
}

/// The key of a word by itself.
pub(super) fn word_key(word: &Word) -> u32 {
    key("word", &[beginning(&word.folded)])
}

/// The first letters of a word; of all figures the same.
fn beginning(folded: &str) -> &str {
    if folded.starts_with(|first: char| first.is_ascii_digit()) {
        return "#";
    }
    folded.char_indices().nth(BEGINNING).map_or(folded, |(end, _)| &folded[..end])
}

type Found = Vec<(u32, (usize, usize))>;

/// Words `apart` places from each other, the edges of the turn counted as words.
fn pairs(words: &[&str], apart: usize) -> Found {
    let kind = if apart == 1 { "pair" } else { "apart" };
    let Some(last) = words.len().checked_sub(1) else { return Vec::new() };
    let word = |place: usize| match place {
        0 => "^",
        inside => words.get(inside - 1).copied().unwrap_or("$"),
    };
    let within = |place: usize| place.saturating_sub(1).min(last);
    let starts = 0..(words.len() + 2).saturating_sub(apart);
    starts
        .map(|at| (key(kind, &[word(at), " ", word(at + apart)]), (within(at), within(at + apart))))
        .collect()
}

fn pieces(words: &[Word]) -> Found {
    let mut found = Vec::with_capacity(words.len() * 9);
    let mut bounded = String::new();
    let mut edges: Vec<usize> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        bounded.clear();
        edges.clear();
        bounded.push('<');
        bounded.push_str(if beginning(&word.folded) == "#" { "#" } else { &word.folded });
        bounded.push('>');
        edges.extend(bounded.char_indices().map(|(place, _)| place));
        edges.push(bounded.len());
        for length in PIECES {
            let places = edges.iter().zip(edges.iter().skip(length));
            found.extend(places.map(|(start, end)| (key("piece", &[&bounded[*start..*end]]), (at, at))));
        }
    }
    found
}

/// Adds clues of one kind, each once, which weigh as much together however many they are.
fn group(clues: &mut Vec<Clue>, weight: f32, mut found: Found) {
    found.sort_unstable();
    found.dedup_by_key(|(key, _)| *key);
    let count = u16::try_from(found.len()).unwrap_or(u16::MAX);
    let value = weight / f32::from(count.max(1)).sqrt();
    clues.extend(found.into_iter().map(|(key, words)| Clue { key, value, words: Some(words) }));
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

/// FNV-1a folded to 32 bits, the same on every machine.
fn key(kind: &str, parts: &[&str]) -> u32 {
    let bytes = kind.bytes().chain([0]).chain(parts.iter().flat_map(|part| part.bytes()));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let folded = (hash >> 32) ^ (hash & u64::from(u32::MAX));
    u32::try_from(folded).unwrap_or(u32::MAX)
}
