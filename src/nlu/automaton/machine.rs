//! One pattern as a machine without empty steps: which states a match can be in after each word is a row of bits,
//! so a try costs one look at each way on from a state that is reached, and nothing is walked twice.

use std::ops::Range;

use super::{Automata, Tape, WordTest};
use crate::nlu::pattern::{Boundary, EntityKind};
use crate::nlu::text::Break;

/// A way on from a state.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    pub(super) test: Test,
    pub(super) next: u16,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Test {
    Word(WordTest),
    Any,
    Entity(EntityKind),
    /// Takes no word.
    At(Boundary),
}

/// A state: the ways on from it, a range of `Automata::ways`, and whether a match may end in it.
#[derive(Debug)]
pub(super) struct State {
    pub(super) ways: Range<u32>,
    pub(super) ends: bool,
    /// The sieves of the tests of all ways together; all bits where a way may need no particular word.
    pub(super) sieve: u64,
}

/// A range of `Automata::states`; every match begins in the first.
#[derive(Debug)]
pub(super) struct Machine {
    pub(super) states: Range<u32>,
    /// The most words that a match can cover.
    pub(super) reach: usize,
}

/// The rows of bits of a try; kept from one try to the next.
#[derive(Debug, Default)]
pub(super) struct Rows {
    reached: Vec<u64>,
    done: Vec<u64>,
}

impl Automata {
    /// One past the last word of the longest match of a machine that begins at `start`.
    pub(super) fn longest(
        &self,
        machine: &Machine,
        start: usize,
        tape: &Tape<'_>,
        rows: &mut Rows,
    ) -> Option<usize> {
        let states = &self.states[machine.states.start as usize..machine.states.end as usize];
        let blocks = states.len().div_ceil(64);
        let width = (tape.words.len() - start).min(machine.reach);
        rows.reached.clear();
        rows.reached.resize(blocks * (width + 1), 0);
        rows.done.resize(rows.done.len().max(blocks), 0);
        rows.reached[0] = 1;
        let mut longest = None;
        let mut last = 0;
        let mut offset = 0;
        while offset <= last {
            let at = start + offset;
            let open = may_step(tape, start, at);
            rows.done[..blocks].fill(0);
            // A boundary leads to states of the same row.
            while let Some(state) = rows.next(offset * blocks, blocks) {
                let state = &states[state];
                if state.ends && offset > 0 {
                    longest = Some(at);
                }
                if state.sieve != u64::MAX && (!open || tape.sieves[at] & state.sieve == 0) {
                    continue;
                }
                for way in &self.ways[state.ways.start as usize..state.ways.end as usize] {
                    let step = match &way.test {
                        Test::Word(test) => usize::from(open && tape.word_is(at, test)),
                        Test::Any => usize::from(open),
                        Test::At(boundary) if holds(*boundary, tape, at) => {
                            rows.reached[offset * blocks + usize::from(way.next) / 64] |=
                                1 << (way.next % 64);
                            continue;
                        }
                        Test::At(_) => 0,
                        Test::Entity(kind) => {
                            if open {
                                for covered in
                                    tape.slots.iter().filter(|slot| slot.kind == *kind && slot.first == at)
                                {
                                    let beyond = covered.end - start;
                                    if beyond <= width {
                                        rows.reached[beyond * blocks + usize::from(way.next) / 64] |=
                                            1 << (way.next % 64);
                                        last = last.max(beyond);
                                    }
                                }
                            }
                            continue;
                        }
                    };
                    if step == 1 && offset < width {
                        rows.reached[(offset + 1) * blocks + usize::from(way.next) / 64] |=
                            1 << (way.next % 64);
                        last = last.max(offset + 1);
                    }
                }
            }
            offset += 1;
        }
        longest
    }
}

impl Rows {
    /// A state of the row that was reached and not looked at yet.
    fn next(&mut self, row: usize, blocks: usize) -> Option<usize> {
        for block in 0..blocks {
            let left = self.reached[row + block] & !self.done[block];
            if left != 0 {
                let bit = left.trailing_zeros();
                self.done[block] |= 1 << bit;
                return Some(block * 64 + bit as usize);
            }
        }
        None
    }
}

/// A match may take the word at `at`: there is one, and no sentence ends before it (unless it begins there).
fn may_step(tape: &Tape<'_>, start: usize, at: usize) -> bool {
    tape.words.get(at).is_some_and(|word| at == start || word.before < Break::Sentence)
}

fn holds(boundary: Boundary, tape: &Tape<'_>, at: usize) -> bool {
    match boundary {
        Boundary::Start => at == 0,
        Boundary::End => at == tape.words.len(),
        Boundary::Clause => tape.words.get(at).is_none_or(|word| word.before > Break::None),
        Boundary::Asks => {
            tape.words.get(at).or_else(|| tape.words.get(at.checked_sub(1)?)).is_some_and(|word| word.asked)
        }
    }
}
