//! Patterns compiled to small machines, and one pass over a turn that decides which of them to run.
//!
//! Each pattern has anchors: parts one of which every match must contain. The pass looks only at the patterns
//! whose anchors occur, and tries each from the few places where a match could begin, so the cost is linear
//! in the length of the turn.

mod compile;
mod machine;

use std::collections::BTreeMap;
use std::ops::Range;

use machine::{Machine, Rows, State, Way};

use crate::nlu::pattern::{EntityKind, Pattern};
use crate::nlu::text::Word;
use crate::nlu::vocabulary::{Reading, RootId, VocabularyBuilder};

/// A turn as the automata see it.
#[derive(Debug)]
struct Tape<'a> {
    words: &'a [Word],
    readings: &'a [Reading<'a>],
    /// A sieve a word, of its roots.
    sieves: Vec<u64>,
    slots: &'a [Covered],
    /// The roots that tests on several words name.
    choices: &'a [RootId],
}

/// The words that an entity covers, first and one past the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Covered {
    pub(super) kind: EntityKind,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// A stretch of words, first and one past the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    pub(super) first: usize,
    pub(super) end: usize,
}

/// A test on one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct WordTest {
    /// Bits of which a word has one if it passes.
    sieve: u64,
    /// A range of `Automata::choices`, sorted: the word has one of these roots.
    from: u32,
    to: u32,
}

/// A bit for each root, the same for one in 64: most tests fail on these bits alone.
fn sieve(roots: &[RootId]) -> u64 {
    roots.iter().fold(0, |sieve, root| sieve | 1 << (root % 64))
}

impl Tape<'_> {
    fn word_is(&self, at: usize, test: &WordTest) -> bool {
        self.sieves[at] & test.sieve != 0 && self.word_has(at, test)
    }

    fn word_has(&self, at: usize, test: &WordTest) -> bool {
        let choices = &self.choices[test.from as usize..test.to as usize];
        let roots = &self.readings[at].roots;
        match choices {
            [root] => roots.contains(root),
            several => roots.iter().any(|root| several.binary_search(root).is_ok()),
        }
    }
}

/// What every match of a pattern has: a word with one of some roots, or an entity of one of some kinds.
#[derive(Debug)]
struct Needed {
    roots: Range<u32>,
    /// A bit a kind.
    entities: u16,
}

#[derive(Debug)]
struct Automaton {
    machine: Machine,
    /// The most words of a match before its anchor.
    before: usize,
    /// What the first word of every match is, where it is not just any.
    first: Option<Vec<WordTest>>,
    /// What every match has beside its anchor, what is easiest to look for first.
    required: Vec<Needed>,
}

/// Every pattern of a lexicon, ready to run; a pattern's number is its place in the list given.
#[derive(Debug)]
pub(super) struct Automata {
    compiled: Vec<Automaton>,
    /// The patterns that each root is an anchor of.
    by_root: Vec<Vec<u32>>,
    by_entity: [Vec<u32>; EntityKind::COUNT],
    choices: Vec<RootId>,
    states: Vec<State>,
    ways: Vec<Way>,
}

/// How far a pattern was tried in a turn: not at all, not to be tried, or from every place before one.
type Tried = u32;
const NOT_TRIED: Tried = 0;
const HOPELESS: Tried = Tried::MAX;

impl Automata {
    /// Compiles patterns; every set that they name is in `sets`.
    pub(super) fn new(
        patterns: &[Pattern],
        sets: &BTreeMap<String, Pattern>,
        vocabulary: &mut VocabularyBuilder,
    ) -> Self {
        compile::automata(patterns, sets, vocabulary)
    }

    /// The longest match of each pattern from each place where one begins, by pattern and place; overlapping
    /// matches of one pattern are reduced to the first.
    pub(super) fn run(
        &self,
        words: &[Word],
        readings: &[Reading<'_>],
        slots: &[Covered],
    ) -> Vec<(usize, Stretch)> {
        let sieves = readings.iter().map(|reading| sieve(&reading.roots)).collect();
        let tape = Tape { words, readings, sieves, slots, choices: &self.choices };
        let present = self.present(&tape);
        let mut tried: Vec<Tried> = vec![NOT_TRIED; self.compiled.len()];
        let mut found: Vec<(usize, Stretch)> = Vec::new();
        let mut rows = Rows::default();
        for (at, reading) in readings.iter().enumerate() {
            let entities = slots.iter().filter(|slot| slot.first == at);
            let of_entities = entities.flat_map(|slot| &self.by_entity[slot.kind.index()]);
            let of_words = reading.roots.iter().flat_map(|root| &self.by_root[*root as usize]);
            for number in of_entities.chain(of_words) {
                let number = *number as usize;
                let automaton = &self.compiled[number];
                let before = tried[number];
                if before == NOT_TRIED && !self.satisfied(automaton, &present) {
                    tried[number] = HOPELESS;
                }
                if tried[number] == HOPELESS {
                    continue;
                }
                tried[number] = Tried::try_from(at + 1).unwrap_or(HOPELESS);
                for start in at.saturating_sub(automaton.before).max(before as usize)..=at {
                    let covered =
                        found.iter().rev().any(|(other, last)| *other == number && start < last.end);
                    if covered || !automaton.may_begin(start, &tape) {
                        continue;
                    }
                    if let Some(end) = self.longest(&automaton.machine, start, &tape, &mut rows) {
                        found.push((number, Stretch { first: start, end }));
                    }
                }
            }
        }
        found.sort_unstable();
        found
    }

    fn present(&self, tape: &Tape<'_>) -> Present {
        let mut roots = vec![0_u64; self.by_root.len() / 64 + 1];
        for root in tape.readings.iter().flat_map(|reading| &reading.roots) {
            roots[*root as usize / 64] |= 1 << (root % 64);
        }
        let entities = tape.slots.iter().fold(0, |all, slot| all | 1 << slot.kind.index());
        Present { roots, entities }
    }

    /// Whether the turn has something of everything that a match must have.
    fn satisfied(&self, automaton: &Automaton, present: &Present) -> bool {
        automaton.required.iter().all(|needed| {
            let roots = &self.choices[needed.roots.start as usize..needed.roots.end as usize];
            present.entities & needed.entities != 0
                || roots.iter().any(|root| present.roots[*root as usize / 64] >> (root % 64) & 1 == 1)
        })
    }
}

/// What a turn has: a bit a root, a bit a kind of entity.
struct Present {
    roots: Vec<u64>,
    entities: u16,
}

impl Automaton {
    fn may_begin(&self, start: usize, tape: &Tape<'_>) -> bool {
        let first = self.first.as_ref();
        first.is_none_or(|tests| tests.iter().any(|test| tape.word_is(start, test)))
    }
}
