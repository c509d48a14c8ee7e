//! What the second layer looks at in a turn: words, words side by side and one apart, pieces of words, what the
//! patterns heard in it, what was said and heard in the turn before, what it names and whether that was named before,
//! how it begins and how long it is.

use std::collections::BTreeSet;

use crate::nlu::entity::{Entity, Value};
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
const SAID_BEFORE: f32 = 0.5;
/// What single clues weigh.
const PATTERN: f32 = 0.6;
const NO_PATTERN: f32 = 0.15;
const BEFORE: f32 = 0.4;
const ENTITY: f32 = 0.3;
const ASKED: f32 = 0.4;
const OPENING: f32 = 0.3;
const LENGTH: f32 = 0.3;
const ALWAYS: f32 = 0.5;

/// Of the turn before only so many words at its end are looked at: what was asked last is answered.
const LAST_SAID: usize = 12;
/// What stands for any name of a person: who it is says nothing about what is done.
const SOMEBODY: &str = "@";

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
    pub(in crate::nlu) entities: Vec<&'a Entity>,
    /// What the patterns heard; none where that is not to be looked at.
    pub(in crate::nlu) heard: Option<BTreeSet<&'a str>>,
    /// The other party's turn right before; none where there is none.
    pub(in crate::nlu) before: Option<&'a SaidBefore<'a>>,
}

/// The other party's turn right before.
#[derive(Debug)]
pub(in crate::nlu) struct SaidBefore<'a> {
    pub(in crate::nlu) words: &'a [Word],
    pub(in crate::nlu) entities: &'a [Entity],
    /// What the patterns heard in it.
    pub(in crate::nlu) heard: BTreeSet<&'a str>,
}

impl SaidBefore<'_> {
    /// Whether the same thing is named in it: a figure is the same with its currency and without.
    fn names(&self, value: &Value) -> bool {
        let figure = |value: &Value| match value {
            Value::Money(money) => Some(money.amount),
            Value::Number(number) => Some(*number),
            _ => None,
        };
        self.entities.iter().any(|entity| {
            entity.value == *value || (figure(value).is_some() && figure(&entity.value) == figure(value))
        })
    }
}

/// The clues of a turn.
pub(super) fn clues(seen: &Seen<'_>) -> Vec<Clue> {
    let words: Vec<&str> = seen.words.iter().map(|word| seen.gist(word)).collect();
    let mut clues = Vec::with_capacity(32 + 16 * words.len());
    let mut found = Found::with_capacity(10 * words.len());
    found.extend(words.iter().enumerate().map(|(at, word)| seen_in(WORD.and(word), at, at)));
    group(&mut clues, WORDS, &mut found);
    pairs(&words, 1, &mut found);
    group(&mut clues, PAIRS, &mut found);
    pairs(&words, 2, &mut found);
    group(&mut clues, APART, &mut found);
    pieces(seen.words, &words, &mut found);
    group(&mut clues, LETTERS, &mut found);
    if let Some(before) = seen.before {
        let last = &before.words[before.words.len().saturating_sub(LAST_SAID)..];
        found.extend(last.iter().map(|word| seen_in(SAID.and(beginning(&word.folded)), 0, 0)));
        let own = clues.len();
        group(&mut clues, SAID_BEFORE, &mut found);
        clues[own..].iter_mut().for_each(|clue| clue.words = None);
    }
    let mut whole = |kind: Key, what: &str, value: f32| {
        clues.push(Clue { key: kind.and(what).folded(), value, words: None });
    };
    let (heard, before) = (Key::of("heard"), Key::of("before"));
    if let Some(acts) = &seen.heard {
        for act in acts {
            whole(heard, act, PATTERN);
        }
        if acts.is_empty() {
            whole(heard, "nothing", NO_PATTERN);
        }
    }
    match &seen.before {
        Some(said) => said.heard.iter().for_each(|act| whole(before, act, BEFORE)),
        None => whole(before, "nobody", OPENING),
    }
    let kinds = |entities: Vec<&Entity>| -> BTreeSet<&str> {
        entities.into_iter().map(|entity| entity.value.kind()).collect()
    };
    for kind in kinds(seen.entities.clone()) {
        whole(Key::of("entity"), kind, ENTITY);
    }
    if let Some(said) = seen.before {
        let (repeated, fresh): (Vec<&Entity>, Vec<&Entity>) =
            seen.entities.iter().partition(|entity| said.names(&entity.value));
        for (key, entities) in [(Key::of("repeated"), repeated), (Key::of("fresh"), fresh)] {
            for kind in kinds(entities) {
                whole(key, kind, ENTITY);
            }
        }
    }
    if seen.words.iter().any(|word| word.asked) {
        whole(Key::of("form"), "asked", ASKED);
    }
    if let Some(first) = words.first() {
        whole(Key::of("opening"), first, OPENING);
    }
    whole(Key::of("length"), length(words.len()), LENGTH);
    whole(Key::of("always"), "", ALWAYS);
    clues
}

impl Seen<'_> {
    /// What counts of a word.
    fn gist<'w>(&self, word: &'w Word) -> &'w str {
        let named = self.entities.iter().any(|entity| {
            matches!(entity.value, Value::Person(_))
                && entity.span.start < word.span.end
                && word.span.start < entity.span.end
        });
        if named { SOMEBODY } else { beginning(&word.folded) }
    }
}

/// The key of a word by itself.
pub(super) fn word_key(word: &Word) -> u32 {
    WORD.and(beginning(&word.folded)).folded()
}

/// The first letters of a word; of all figures the same.
fn beginning(folded: &str) -> &str {
    if folded.starts_with(|first: char| first.is_ascii_digit()) {
        return "#";
    }
    if folded.len() <= BEGINNING {
        return folded;
    }
    folded.char_indices().nth(BEGINNING).map_or(folded, |(end, _)| &folded[..end])
}

/// Clues of one kind, each in one number, so that they are quickly sorted: the key in the upper half, below it the
/// first word it is seen in, and in the last two bits how far off the last word is.
type Found = Vec<u64>;
const LAST_WORD: u32 = u32::MAX >> 2;

fn seen_in(key: Key, first: usize, last: usize) -> u64 {
    let place = u32::try_from(first).unwrap_or(LAST_WORD).min(LAST_WORD);
    let apart = (last - first).min(3);
    u64::from(key.folded()) << 32 | u64::from(place) << 2 | apart as u64
}

/// Words `apart` places from each other, the edges of the turn counted as words.
fn pairs(words: &[&str], apart: usize, found: &mut Found) {
    let kind = if apart == 1 { PAIR } else { FARTHER };
    let Some(last) = words.len().checked_sub(1) else { return };
    let word = |place: usize| match place {
        0 => "^",
        inside => words.get(inside - 1).copied().unwrap_or("$"),
    };
    let within = |place: usize| place.saturating_sub(1).min(last);
    let starts = 0..(words.len() + 2).saturating_sub(apart);
    found.extend(starts.map(|at| {
        let key = kind.and(word(at)).and(" ").and(word(at + apart));
        seen_in(key, within(at), within(at + apart))
    }));
}

/// Pieces of words, each word between brackets; none of names. A long piece goes on from the short one that it
/// begins with.
fn pieces(words: &[Word], gists: &[&str], found: &mut Found) {
    let [short, long] = PIECES;
    let mut bounded = String::new();
    let mut edges: Vec<usize> = Vec::new();
    for (at, (word, gist)) in words.iter().zip(gists).enumerate().filter(|(_, (_, gist))| **gist != SOMEBODY)
    {
        bounded.clear();
        edges.clear();
        bounded.push('<');
        bounded.push_str(if *gist == "#" { "#" } else { &word.folded });
        bounded.push('>');
        edges.extend(bounded.char_indices().map(|(place, _)| place));
        edges.push(bounded.len());
        for (place, start) in edges.iter().enumerate() {
            let Some(end) = edges.get(place + short) else { break };
            let key = PIECE.and(&bounded[*start..*end]);
            found.push(seen_in(key, at, at));
            if let Some(longer) = edges.get(place + long) {
                found.push(seen_in(key.and(&bounded[*end..*longer]), at, at));
            }
        }
    }
}

/// Adds clues of one kind, each once, which weigh as much together however many they are; leaves `found` empty.
fn group(clues: &mut Vec<Clue>, weight: f32, found: &mut Found) {
    found.sort_unstable();
    found.dedup_by_key(|clue| *clue >> 32);
    let count = u16::try_from(found.len()).unwrap_or(u16::MAX);
    let value = weight / f32::from(count.max(1)).sqrt();
    clues.extend(found.drain(..).map(|clue| {
        let [key, seen] =
            [clue >> 32, clue & u64::from(u32::MAX)].map(|half| u32::try_from(half).unwrap_or(0));
        let first = (seen >> 2) as usize;
        Clue { key, value, words: Some((first, first + (seen & 3) as usize)) }
    }));
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
#[derive(Debug, Clone, Copy)]
struct Key(u64);

const WORD: Key = Key::of("word");
const PAIR: Key = Key::of("pair");
const FARTHER: Key = Key::of("apart");
const SAID: Key = Key::of("said");
const PIECE: Key = Key::of("piece");

impl Key {
    /// The key that those of a kind begin with.
    const fn of(kind: &str) -> Self {
        Self(0xcbf2_9ce4_8422_2325).and(kind).byte(0)
    }

    const fn and(self, text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut key = self;
        let mut at = 0;
        while at < bytes.len() {
            key = key.byte(bytes[at]);
            at += 1;
        }
        key
    }

    const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3))
    }

    fn folded(self) -> u32 {
        let folded = (self.0 >> 32) ^ (self.0 & u64::from(u32::MAX));
        u32::try_from(folded).unwrap_or(u32::MAX)
    }
}
