//! A pattern as a small program over rows of places: from where a match can go on, where it can begin; and from
//! where it begins, where it can end. Each part is looked at once, for all places of the turn together.

use std::ops::Range;

use super::places::Places;
use super::tape::Tape;
use super::{Automata, TestId, slice};
use crate::nlu::pattern::{Boundary, EntityKind};

/// A part of a pattern; its own parts stand side by side in `Automata::nodes`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    Word(TestId),
    Any,
    Entity(EntityKind),
    At(Boundary),
    Sequence(Range<u32>),
    Either(Range<u32>),
    Optional(u32),
    /// Up to so many words.
    Gap(u16),
}

impl Automata {
    /// Where a match of a node can begin, if what follows it can begin at `after`.
    #[inline]
    pub(super) fn begins<const N: usize>(
        &self,
        node: &Node,
        tape: &Tape<'_, N>,
        after: Places<N>,
    ) -> Places<N> {
        match node {
            Node::Word(test) => after.previous().and(tape.passing(*test)),
            Node::Any => after.previous().and(&tape.words),
            Node::At(boundary) => after.and(tape.boundary(*boundary)),
            Node::Gap(words) => {
                let (mut all, mut reached) = (after, after);
                for _ in 0..*words {
                    reached = reached.previous().and(&tape.words);
                    all = all.or(&reached);
                }
                all
            }
            longer => self.longer_begins(longer, tape, after),
        }
    }

    /// The same for what has parts. Most parts of patterns are none of these, and need no call.
    fn longer_begins<const N: usize>(&self, node: &Node, tape: &Tape<'_, N>, after: Places<N>) -> Places<N> {
        match node {
            Node::Sequence(parts) => {
                let mut places = after;
                for part in self.parts(parts).iter().rev() {
                    places = self.begins(part, tape, places);
                    if places.is_empty() {
                        break;
                    }
                }
                places
            }
            Node::Either(parts) => {
                let stepped = after.previous();
                let mut all = Places::NONE;
                for (part, last) in self.parts(parts).iter().zip(slice(&self.last_tests, parts)) {
                    // Most wordings fail at their last word.
                    if last.is_some_and(|test| stepped.and(tape.passing(test)).is_empty()) {
                        continue;
                    }
                    all = all.or(&self.begins(part, tape, after));
                }
                all
            }
            Node::Optional(part) => after.or(&self.begins(&self.nodes[*part as usize], tape, after)),
            Node::Entity(kind) => {
                let mut all = Places::NONE;
                for entity in tape.entities_of(*kind).filter(|entity| after.has(entity.end)) {
                    all.add(entity.first);
                }
                all
            }
            single => self.begins(single, tape, after),
        }
    }

    /// Where a match of a node can end that begins at one of `places`.
    #[inline]
    pub(super) fn ends<const N: usize>(
        &self,
        node: &Node,
        tape: &Tape<'_, N>,
        places: Places<N>,
    ) -> Places<N> {
        match node {
            Node::Word(test) => places.and(tape.passing(*test)).next(),
            Node::Any => places.and(&tape.words).next(),
            Node::At(boundary) => places.and(tape.boundary(*boundary)),
            Node::Gap(words) => {
                let (mut all, mut reached) = (places, places);
                for _ in 0..*words {
                    reached = reached.and(&tape.words).next();
                    all = all.or(&reached);
                }
                all
            }
            longer => self.longer_ends(longer, tape, places),
        }
    }

    fn longer_ends<const N: usize>(&self, node: &Node, tape: &Tape<'_, N>, places: Places<N>) -> Places<N> {
        match node {
            Node::Sequence(parts) => {
                let mut places = places;
                for part in self.parts(parts) {
                    places = self.ends(part, tape, places);
                    if places.is_empty() {
                        break;
                    }
                }
                places
            }
            Node::Either(parts) => {
                let mut all = Places::NONE;
                for (part, first) in self.parts(parts).iter().zip(slice(&self.first_tests, parts)) {
                    if first.is_some_and(|test| places.and(tape.passing(test)).is_empty()) {
                        continue;
                    }
                    all = all.or(&self.ends(part, tape, places));
                }
                all
            }
            Node::Optional(part) => places.or(&self.ends(&self.nodes[*part as usize], tape, places)),
            Node::Entity(kind) => {
                let mut all = Places::NONE;
                for entity in tape.entities_of(*kind).filter(|entity| places.has(entity.first)) {
                    all.add(entity.end);
                }
                all
            }
            single => self.ends(single, tape, places),
        }
    }

    #[inline]
    fn parts(&self, parts: &Range<u32>) -> &[Node] {
        slice(&self.nodes, parts)
    }
}
