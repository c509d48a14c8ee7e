//! Patterns compiled to small automata, and one pass over a turn that decides which of them to run.
//!
//! Each pattern has anchors: parts one of which every match must contain. The pass looks only at the patterns
//! whose anchors occur, and tries each from the few places where a match could begin, so the cost is linear
//! in the length of the turn.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::nlu::pattern::{Pattern, Slot};
use crate::nlu::text::{Break, Word};
use crate::nlu::vocabulary::{AtomId, Reading, VocabularyBuilder};

/// The longest entity, in words, that a slot stands for.
const SLOT_WORDS: usize = 10;

/// A turn as the automata see it.
#[derive(Debug)]
pub(super) struct Tape<'a> {
    pub(super) words: &'a [Word],
    pub(super) readings: &'a [Reading<'a>],
    /// Kind of entity and the words it covers, first and one past the last.
    pub(super) slots: &'a [(&'static str, usize, usize)],
}

/// A stretch of words, first and one past the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    pub(super) first: usize,
    pub(super) end: usize,
}

type NodeId = u16;

/// A pattern with its sets put in place and its tests on single words shared.
#[derive(Debug, Clone)]
enum Part {
    Atom(AtomId),
    Any,
    Slot(Slot),
    Sequence(Vec<Part>),
    Either(Vec<Part>),
    Optional(Box<Part>),
    Gap(usize),
}

#[derive(Debug)]
enum Node {
    Atom(AtomId, NodeId),
    Any(NodeId),
    Slot(Slot, NodeId),
    Split(Vec<NodeId>),
    Done,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Anchor {
    Atom(AtomId),
    Entity(&'static str),
}

#[derive(Debug)]
struct Automaton {
    nodes: Vec<Node>,
    start: NodeId,
    /// The most words that a match can cover.
    reach: usize,
}

/// Every pattern of a lexicon, ready to run; a pattern's number is its place in the list given.
#[derive(Debug)]
pub(super) struct Automata {
    automata: Vec<Automaton>,
    by_anchor: FxHashMap<Anchor, Vec<u32>>,
}

impl Automata {
    /// Compiles patterns; every set that they name is in `sets`.
    pub(super) fn new(
        patterns: &[Pattern],
        sets: &BTreeMap<String, Pattern>,
        vocabulary: &mut VocabularyBuilder,
    ) -> Self {
        let mut assembler = Assembler { sets, vocabulary, done: BTreeMap::new() };
        let parts: Vec<Part> = patterns.iter().map(|pattern| assembler.part(pattern)).collect();
        let mut usage: FxHashMap<Anchor, usize> = FxHashMap::default();
        let choices: Vec<Vec<Vec<Anchor>>> = parts
            .iter()
            .map(|part| {
                let mut choices = Vec::new();
                collect_anchors(part, &mut choices);
                for anchor in choices.iter().flatten() {
                    *usage.entry(*anchor).or_default() += 1;
                }
                choices
            })
            .collect();
        let mut by_anchor: FxHashMap<Anchor, Vec<u32>> = FxHashMap::default();
        for (number, choices) in (0..).zip(&choices) {
            // The part that the fewest other patterns share lets the pass skip the most.
            let rarest = choices.iter().min_by_key(|anchors| {
                anchors.iter().map(|anchor| usage.get(anchor).copied().unwrap_or(0)).sum::<usize>()
            });
            for anchor in rarest.into_iter().flatten() {
                let listed = by_anchor.entry(*anchor).or_default();
                if listed.last() != Some(&number) {
                    listed.push(number);
                }
            }
        }
        Self { automata: parts.iter().map(compile).collect(), by_anchor }
    }

    /// The longest match of each pattern from each place where one begins; overlapping matches of one pattern
    /// are reduced to the first.
    pub(super) fn run(&self, tape: &Tape<'_>) -> Vec<(usize, Stretch)> {
        let mut tried: BTreeMap<u32, usize> = BTreeMap::new();
        let mut found: BTreeMap<u32, Vec<Stretch>> = BTreeMap::new();
        let mut scratch = Scratch::default();
        for at in 0..tape.words.len() {
            let entities = tape.slots.iter().filter(|slot| slot.1 == at).map(|slot| Anchor::Entity(slot.0));
            let atoms = tape.readings[at].atoms().map(Anchor::Atom);
            for number in entities.chain(atoms).filter_map(|anchor| self.by_anchor.get(&anchor)).flatten() {
                let automaton = &self.automata[*number as usize];
                let next = tried.entry(*number).or_insert(0);
                let first = at.saturating_sub(automaton.reach).max(*next);
                *next = at + 1;
                for start in first..=at {
                    let matches = found.entry(*number).or_default();
                    if matches.last().is_some_and(|last| start < last.end) {
                        continue;
                    }
                    if let Some(end) = automaton.longest(start, tape, &mut scratch) {
                        matches.push(Stretch { first: start, end });
                    }
                }
            }
        }
        found
            .into_iter()
            .flat_map(|(number, matches)| matches.into_iter().map(move |stretch| (number as usize, stretch)))
            .collect()
    }
}

/// Marks which (node, word) pairs were visited, reused from run to run.
#[derive(Debug, Default)]
struct Scratch {
    visited: Vec<bool>,
    stack: Vec<(NodeId, usize)>,
}

impl Automaton {
    /// One past the last word of the longest match that begins at `start`.
    fn longest(&self, start: usize, tape: &Tape<'_>, scratch: &mut Scratch) -> Option<usize> {
        let width = (tape.words.len() - start).min(self.reach + 1) + 1;
        scratch.visited.clear();
        scratch.visited.resize(self.nodes.len() * width, false);
        scratch.stack.clear();
        scratch.stack.push((self.start, start));
        let mut longest = None;
        while let Some((node, at)) = scratch.stack.pop() {
            let place = node as usize * width + (at - start);
            if at - start >= width || std::mem::replace(&mut scratch.visited[place], true) {
                continue;
            }
            match &self.nodes[node as usize] {
                Node::Done => longest = longest.max(Some(at)).filter(|end| *end > start),
                Node::Split(next) => scratch.stack.extend(next.iter().map(|next| (*next, at))),
                Node::Atom(atom, next) => {
                    if may_step(tape, start, at) && tape.readings[at].is(*atom) {
                        scratch.stack.push((*next, at + 1));
                    }
                }
                Node::Any(next) => {
                    if may_step(tape, start, at) {
                        scratch.stack.push((*next, at + 1));
                    }
                }
                Node::Slot(slot, next) => match slot {
                    Slot::Entity(kind) => {
                        for (found, first, end) in tape.slots {
                            if found == kind && *first == at && may_step(tape, start, at) {
                                scratch.stack.push((*next, *end));
                            }
                        }
                    }
                    boundary if holds(*boundary, tape, at) => scratch.stack.push((*next, at)),
                    _ => {}
                },
            }
        }
        longest
    }
}

/// A match may take the word at `at`: there is one, and no sentence ends before it (unless it begins there).
fn may_step(tape: &Tape<'_>, start: usize, at: usize) -> bool {
    tape.words.get(at).is_some_and(|word| at == start || word.before < Break::Sentence)
}

fn holds(boundary: Slot, tape: &Tape<'_>, at: usize) -> bool {
    match boundary {
        Slot::Start => at == 0,
        Slot::End => at == tape.words.len(),
        Slot::Clause => tape.words.get(at).is_none_or(|word| word.before > Break::None),
        Slot::Asks => {
            tape.words.get(at).or_else(|| tape.words.get(at.checked_sub(1)?)).is_some_and(|word| word.asked)
        }
        Slot::Entity(_) => false,
    }
}

/// Puts sets in place and shares tests on single words.
struct Assembler<'a> {
    sets: &'a BTreeMap<String, Pattern>,
    vocabulary: &'a mut VocabularyBuilder,
    /// Sets that were assembled already.
    done: BTreeMap<&'a str, Part>,
}

impl<'a> Assembler<'a> {
    fn part(&mut self, pattern: &'a Pattern) -> Part {
        if let Some(atom) = self.vocabulary.atom(pattern) {
            return Part::Atom(atom);
        }
        match pattern {
            Pattern::Any => Part::Any,
            Pattern::Slot(slot) => Part::Slot(*slot),
            Pattern::Sequence(parts) => Part::Sequence(parts.iter().map(|part| self.part(part)).collect()),
            Pattern::Either(parts) => Part::Either(parts.iter().map(|part| self.part(part)).collect()),
            Pattern::Optional(part) => Part::Optional(Box::new(self.part(part))),
            Pattern::Set(name) => {
                if let Some(done) = self.done.get(name.as_str()) {
                    return done.clone();
                }
                let Some((name, members)) = self.sets.get_key_value(name) else {
                    return Part::Either(Vec::new());
                };
                let part = self.part(members);
                self.done.insert(name, part.clone());
                part
            }
            Pattern::Gap(words) => Part::Gap(*words),
            // Tests on one word were taken above.
            Pattern::Word(_) | Pattern::Lemma(_) | Pattern::Prefix(_) => Part::Any,
        }
    }
}

/// Lists the parts that every match must contain, each as the anchors any of which will do.
fn collect_anchors(part: &Part, choices: &mut Vec<Vec<Anchor>>) {
    match part {
        Part::Atom(atom) => choices.push(vec![Anchor::Atom(*atom)]),
        Part::Slot(Slot::Entity(kind)) => choices.push(vec![Anchor::Entity(kind)]),
        Part::Sequence(parts) => parts.iter().for_each(|part| collect_anchors(part, choices)),
        Part::Either(parts) => {
            let mut all = Vec::new();
            for part in parts {
                let mut inside = Vec::new();
                collect_anchors(part, &mut inside);
                let Some(shortest) = inside.into_iter().min_by_key(Vec::len) else { return };
                all.extend(shortest);
            }
            choices.push(all);
        }
        Part::Any | Part::Slot(_) | Part::Optional(_) | Part::Gap(_) => {}
    }
}

fn compile(part: &Part) -> Automaton {
    let mut nodes = vec![Node::Done];
    let start = add(part, 0, &mut nodes);
    Automaton { nodes, start, reach: reach(part) }
}

/// Adds the nodes of `part` that go on to `next`; returns the first.
fn add(part: &Part, next: NodeId, nodes: &mut Vec<Node>) -> NodeId {
    match part {
        Part::Atom(atom) => push(nodes, Node::Atom(*atom, next)),
        Part::Any => push(nodes, Node::Any(next)),
        Part::Slot(slot) => push(nodes, Node::Slot(*slot, next)),
        Part::Sequence(parts) => parts.iter().rev().fold(next, |next, part| add(part, next, nodes)),
        Part::Either(parts) => {
            let branches = parts.iter().map(|part| add(part, next, nodes)).collect();
            push(nodes, Node::Split(branches))
        }
        Part::Optional(part) => {
            let inside = add(part, next, nodes);
            push(nodes, Node::Split(vec![inside, next]))
        }
        Part::Gap(words) => (0..*words).fold(next, |after, _| {
            let skip = push(nodes, Node::Any(after));
            push(nodes, Node::Split(vec![skip, next]))
        }),
    }
}

fn push(nodes: &mut Vec<Node>, node: Node) -> NodeId {
    nodes.push(node);
    NodeId::try_from(nodes.len() - 1).unwrap_or(0)
}

fn reach(part: &Part) -> usize {
    match part {
        Part::Atom(_) | Part::Any => 1,
        Part::Slot(Slot::Entity(_)) => SLOT_WORDS,
        Part::Slot(_) => 0,
        Part::Sequence(parts) => parts.iter().map(reach).sum(),
        Part::Either(parts) => parts.iter().map(reach).max().unwrap_or(0),
        Part::Optional(part) => reach(part),
        Part::Gap(words) => *words,
    }
}
