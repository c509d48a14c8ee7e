//! Patterns compiled to small programs, and one pass over a turn that decides which of them to run.
//!
//! Each pattern has anchors: words, or words side by side, one of which every match must contain. The pass looks only
//! at the patterns whose anchors occur, drops those that miss something else that they need, and tries each of the
//! others at all places of the turn at once, a bit a place. The cost is linear in the length of the turn.

mod anchors;
mod compile;
mod machine;
mod places;
mod tape;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use machine::Node;
use places::Places;
use tape::{Passing, Tape};

use crate::nlu::pattern::{EntityKind, Pattern};
use crate::nlu::text::{Break, Word};
use crate::nlu::vocabulary::{Reading, RootId, VocabularyBuilder};

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

/// A test on one word: a root by its own number, or one of the tests on several roots, which are counted on from
/// there.
type TestId = u32;

/// What is there where a word passes the first test right before one that passes the second: the end of a sentence
/// passes the test that is always passed, so that with it the first test is all.
type Sign = [TestId; 2];

/// Which tests on several roots each root passes. Kinds of entities are numbered on from the tests: there is one in
/// sight where such a "test" is passed somewhere.
#[derive(Debug, Default)]
struct Tests {
    count: usize,
    /// A range of `passed` for each root.
    by_root: Vec<Range<u32>>,
    passed: Vec<TestId>,
}

impl Tests {
    fn with_root(&self, root: RootId) -> &[TestId] {
        slice(&self.passed, &self.by_root[root as usize])
    }

    /// The test that stands for a kind of entity.
    fn of_entity(&self, kind: EntityKind) -> usize {
        self.count + kind.index()
    }

    /// The test that is always passed.
    fn always(&self) -> usize {
        self.count + EntityKind::COUNT
    }
}

#[derive(Debug)]
struct Automaton {
    program: Node,
    /// What every match has beside its anchor: a range of `Automata::signs`.
    signs: Range<u32>,
    /// And what it has one or another of: a range of `Automata::required`.
    required: Range<u32>,
}

/// A pattern in the list of one of its anchors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Anchored {
    number: u32,
    /// What else must be there.
    also: Sign,
}

/// The patterns that each sign of one sort is an anchor of.
#[derive(Debug, Default)]
struct Anchors {
    /// A range of `patterns` for each sign.
    by_sign: Vec<Range<u32>>,
    patterns: Vec<Anchored>,
}

impl Anchors {
    fn of(&self, sign: usize) -> &[Anchored] {
        slice(&self.patterns, &self.by_sign[sign])
    }
}

/// Every pattern of a lexicon, ready to run; a pattern's number is its place in the list given.
#[derive(Debug)]
pub(super) struct Automata {
    compiled: Vec<Automaton>,
    nodes: Vec<Node>,
    /// By node: what the last word of every match passes, where that is one test.
    last_tests: Vec<Option<TestId>>,
    /// And the first word.
    first_tests: Vec<Option<TestId>>,
    tests: Tests,
    /// Of each range of `signs`, every match has one.
    required: Vec<Range<u32>>,
    signs: Vec<Sign>,
    /// By root: of the tests that it passes, too.
    of_roots: Anchors,
    of_entities: Anchors,
    /// Room to work in, for as many as have heard at once.
    rooms: Mutex<Vec<Room>>,
}

/// Room to work in, kept from one turn to the next.
#[derive(Debug, Default)]
struct Room {
    short: Passing<SHORT>,
    long: Passing<LONG>,
    /// A bit a pattern, of those that were met.
    met: Vec<u64>,
    to_try: Vec<u32>,
}

/// Turns of up to 64 places are seen through rows of one block. Longer ones take longer rows, windows of 256 places:
/// so a match covers half as many at most.
const SHORT: usize = 1;
const LONG: usize = 4;

/// A turn seldom has more matches.
const FOUND: usize = 32;

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
        // Room is only ever given back clean: whoever failed while holding the list left nothing half done.
        let room = self.rooms.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut room = room.unwrap_or_default();
        let mut found = Vec::with_capacity(FOUND);
        let sentences = words.iter().filter(|word| word.before == Break::Sentence).count();
        let turn = (words, readings);
        if words.len() + sentences < Places::<SHORT>::COUNT {
            let Room { short, met, to_try, .. } = &mut room;
            let tape = Tape::new(short, &self.tests, turn, slots, 0);
            self.look(&tape, (met, to_try), &mut found);
        } else {
            let Room { long, met, to_try, .. } = &mut room;
            let mut first = 0;
            while first < words.len() {
                let tape = Tape::new(long, &self.tests, turn, slots, first);
                self.look(&tape, (met, to_try), &mut found);
                first = tape.next;
            }
        }
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner).push(room);
        found.sort_unstable();
        found
    }

    /// Adds what matches in a window.
    fn look<const N: usize>(
        &self,
        tape: &Tape<'_, N>,
        (met, to_try): (&mut Vec<u64>, &mut Vec<u32>),
        found: &mut Vec<(usize, Stretch)>,
    ) {
        met.clear();
        met.resize(self.compiled.len().div_ceil(64), 0);
        to_try.clear();
        let mut meet = |anchored: &[Anchored]| {
            for Anchored { number, also } in anchored {
                if !tape.has(*also) {
                    continue;
                }
                let block = &mut met[*number as usize / 64];
                let bit = 1 << (number % 64);
                if *block & bit == 0 {
                    *block |= bit;
                    if self.may_match(&self.compiled[*number as usize], tape) {
                        to_try.push(*number);
                    }
                }
            }
        };
        tape.kinds().for_each(|kind| meet(self.of_entities.of(kind.index())));
        tape.roots().iter().for_each(|root| meet(self.of_roots.of(*root as usize)));
        let before = found.len();
        for number in to_try {
            self.matches(*number as usize, tape, before, found);
        }
    }

    /// Whether the window has something of everything that a match must have.
    fn may_match<const N: usize>(&self, automaton: &Automaton, tape: &Tape<'_, N>) -> bool {
        for sign in slice(&self.signs, &automaton.signs) {
            if !tape.has(*sign) {
                return false;
            }
        }
        'choices: for signs in slice(&self.required, &automaton.required) {
            for sign in slice(&self.signs, signs) {
                if tape.has(*sign) {
                    continue 'choices;
                }
            }
            return false;
        }
        true
    }

    /// Adds the matches of a pattern; the first `before` that were found are of the windows before.
    fn matches<const N: usize>(
        &self,
        number: usize,
        tape: &Tape<'_, N>,
        before: usize,
        found: &mut Vec<(usize, Stretch)>,
    ) {
        let program = &self.compiled[number].program;
        let mut starts = self.begins(program, tape, Places::ALL).and(&tape.words);
        if starts.is_empty() {
            return;
        }
        let last = found[..before].iter().rev().find(|(other, _)| *other == number);
        let mut covered = last.map_or(0, |(_, stretch)| stretch.end);
        while let Some(place) = starts.first() {
            starts.remove(place);
            let first = tape.word_at(place);
            if first >= tape.next {
                break;
            }
            if first < covered {
                continue;
            }
            let mut ends = self.ends(program, tape, Places::one(place));
            // A match covers a word at least.
            ends.remove(place);
            if let Some(end) = ends.last() {
                covered = tape.word_at(end);
                found.push((number, Stretch { first, end: covered }));
            }
        }
    }
}

fn slice<'a, T>(list: &'a [T], range: &Range<u32>) -> &'a [T] {
    &list[range.start as usize..range.end as usize]
}
