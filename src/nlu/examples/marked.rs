//! The words of a turn with the keys that they are looked up by.

use std::collections::BTreeMap;
use std::ops::Range;

use super::clues::Clue;
use super::key::Key;
use crate::nlu::entity::{Entity, Value};
use crate::nlu::text::Word;
use crate::source::Span;

/// Of a word its beginning counts, so many characters: endings matter less, and are in the pieces.
const BEGINNING: usize = 6;
/// Lengths of the pieces of words, in characters.
const PIECES: [usize; 2] = [3, 4];
/// What each clue of a kind weighs, in a turn of one word: the more words, the less.
const WORDS: f32 = 1.0;
const PAIRS: f32 = 0.5;
const APART: f32 = 0.4;
const LETTERS: f32 = 0.316;

/// What stands for any name of a person: who it is says nothing about what is done.
const SOMEBODY: &str = "@";
/// What stands for any figure.
const FIGURE: &str = "#";

const WORD: Key = Key::of("word");
const PAIR: Key = Key::of("pair");
const FARTHER: Key = Key::of("apart");
const PIECE: Key = Key::of("piece");
const SPELLING: Key = Key::of("spelling");

/// The words of a turn with their keys: each is worked out once, in however many stretches the turn is looked at.
#[derive(Debug)]
pub(super) struct Marked<'a> {
    pub(super) words: &'a [Word],
    /// What counts of each word.
    pub(super) gists: Vec<&'a str>,
    /// The keys of words by themselves, with what each weighs.
    keys: Vec<(u32, f32)>,
    /// Where the keys of each word end.
    ends: Vec<usize>,
    pub(super) pairs: Beside,
    pub(super) apart: Beside,
}

impl<'a> Marked<'a> {
    /// A word whose spelling is known stands for itself and its pieces in one clue.
    pub(super) fn new(words: &'a [Word], entities: &[Entity], known: impl Fn(u32) -> bool) -> Self {
        let gists = gists(words, entities);
        let mut keys = Vec::with_capacity(2 * words.len());
        let mut ends = Vec::with_capacity(words.len());
        for (word, gist) in words.iter().zip(&gists) {
            let spelling = spelling(word, gist);
            if known(spelling) {
                keys.push((spelling, WORDS));
            } else {
                parts(word, gist, &mut keys);
            }
            ends.push(keys.len());
        }
        let pairs = Beside::new(&gists, 1, PAIR, PAIRS);
        let apart = Beside::new(&gists, 2, FARTHER, APART);
        Self { words, gists, keys, ends, pairs, apart }
    }

    pub(super) fn of_word(&self, word: usize) -> &[(u32, f32)] {
        let start = word.checked_sub(1).map_or(0, |last| self.ends[last]);
        &self.keys[start..self.ends[word]]
    }
}

/// Words so many places from each other.
#[derive(Debug)]
pub(super) struct Beside {
    distance: usize,
    kind: Key,
    value: f32,
    /// By the first word of the two.
    keys: Vec<u32>,
}

impl Beside {
    fn new(gists: &[&str], distance: usize, kind: Key, value: f32) -> Self {
        let keys = gists.iter().zip(gists.iter().skip(distance)).map(|(one, other)| both(kind, one, other));
        Self { distance, kind, value, keys: keys.collect() }
    }

    /// The clues of a stretch, its edges counted as words.
    pub(super) fn clues(
        &self,
        gists: &[&str],
        stretch: Range<usize>,
        share: f32,
        mut push: impl FnMut(Clue),
    ) {
        let first = stretch.start;
        let gists = &gists[stretch];
        let Some(last) = gists.len().checked_sub(1) else { return };
        let value = self.value * share;
        let within = |place: usize| place.saturating_sub(1).min(last);
        let word = |place: usize| match place {
            0 => "^",
            inside => gists.get(inside - 1).copied().unwrap_or("$"),
        };
        for at in 0..(gists.len() + 2).saturating_sub(self.distance) {
            let other = at + self.distance;
            let key = if at > 0 && other <= gists.len() {
                self.keys[first + at - 1]
            } else {
                both(self.kind, word(at), word(other))
            };
            push(Clue { key, value, words: Some((within(at), within(other))) });
        }
    }
}

fn both(kind: Key, one: &str, other: &str) -> u32 {
    kind.and(one).and(" ").and(other).folded()
}

/// Spellings of words, each with the keys that it stands for and what each weighs.
pub(super) type Spellings = BTreeMap<u32, Vec<(u32, f32)>>;

/// The spellings that were met often while clues were gathered.
#[derive(Debug, Default)]
pub(super) struct Met(BTreeMap<u32, (usize, Vec<(u32, f32)>)>);

impl Met {
    pub(super) fn meet(&mut self, turn: &Marked<'_>) {
        for (word, gist) in turn.words.iter().zip(&turn.gists) {
            let (count, clues) = self.0.entry(spelling(word, gist)).or_default();
            if *count == 0 {
                parts(word, gist, clues);
            }
            *count += 1;
        }
    }

    pub(super) fn often(self, least: usize) -> Spellings {
        let often = self.0.into_iter().filter(|(_, (count, _))| *count >= least);
        often.map(|(key, (_, clues))| (key, clues)).collect()
    }
}

/// What counts of each word.
fn gists<'a>(words: &'a [Word], entities: &[Entity]) -> Vec<&'a str> {
    let persons: Vec<&Span> = entities
        .iter()
        .filter(|entity| matches!(entity.value, Value::Person(_)))
        .map(|entity| &entity.span)
        .collect();
    let gist = |word: &'a Word| {
        let named = |span: &&Span| span.start < word.span.end && word.span.start < span.end;
        if persons.iter().any(named) { SOMEBODY } else { beginning(&word.folded) }
    };
    words.iter().map(gist).collect()
}

/// The key of a word by itself.
pub(super) fn word_key(word: &Word) -> u32 {
    WORD.and(beginning(&word.folded)).folded()
}

/// The first letters of a word; of all figures the same.
pub(super) fn beginning(folded: &str) -> &str {
    if folded.starts_with(|first: char| first.is_ascii_digit()) {
        return FIGURE;
    }
    if folded.len() <= BEGINNING {
        return folded;
    }
    folded.char_indices().nth(BEGINNING).map_or(folded, |(end, _)| &folded[..end])
}

/// The key of a word with all its letters; of all figures the same, and of all names.
fn spelling(word: &Word, gist: &str) -> u32 {
    SPELLING.and(written(word, gist)).folded()
}

fn written<'a>(word: &'a Word, gist: &'a str) -> &'a str {
    if [SOMEBODY, FIGURE].contains(&gist) { gist } else { &word.folded }
}

/// The keys of a word in pieces: its beginning, and its pieces between brackets; none of a name. A long piece goes on
/// from the short one that it begins with.
fn parts(word: &Word, gist: &str, keys: &mut Vec<(u32, f32)>) {
    keys.push((WORD.and(gist).folded(), WORDS));
    if gist == SOMEBODY {
        return;
    }
    let [short, long] = PIECES;
    let bounded = format!("<{}>", written(word, gist));
    let edges: Vec<usize> = bounded.char_indices().map(|(place, _)| place).chain([bounded.len()]).collect();
    for (place, start) in edges.iter().enumerate() {
        let Some(end) = edges.get(place + short) else { break };
        let key = PIECE.and(&bounded[*start..*end]);
        keys.push((key.folded(), LETTERS));
        if let Some(longer) = edges.get(place + long) {
            keys.push((key.and(&bounded[*end..*longer]).folded(), LETTERS));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::text;

    #[test]
    fn only_spellings_met_often_are_kept() {
        let words = text::words("mañana le pago, mañana, 20 o 30");
        let mut met = Met::default();
        met.meet(&Marked::new(&words, &[], |_| false));
        let often: Vec<u32> = met.often(2).into_keys().collect();
        let mut expected = [SPELLING.and("mañana").folded(), SPELLING.and(FIGURE).folded()];
        expected.sort_unstable();
        assert_eq!(often, expected);
    }
}
