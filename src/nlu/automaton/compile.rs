//! From parsed patterns to machines: sets put in place, tests on single words shared, empty steps taken out, and
//! the rarest part that every match has chosen as its anchor.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::machine::{Machine, State, Test, Way};
use super::{Automata, Automaton, Needed, WordTest, sieve};
use crate::nlu::pattern::{EntityKind, Pattern, Slot};
use crate::nlu::vocabulary::{AtomId, RootId, VocabularyBuilder};

/// An entity is about as common as this many ordinary words.
const ENTITY_COMMONNESS: usize = 8;
/// The longest entity, in words, that a slot stands for.
const SLOT_WORDS: usize = 10;

pub(super) fn automata(
    patterns: &[Pattern],
    sets: &BTreeMap<String, Pattern>,
    vocabulary: &mut VocabularyBuilder,
) -> Automata {
    let mut assembler = Assembler { sets, vocabulary, done: BTreeMap::new() };
    let parts: Vec<Part> = patterns.iter().map(|pattern| assembler.part(pattern)).collect();
    let vocabulary = assembler.vocabulary;
    let mut by_root: Vec<Vec<u32>> = vec![Vec::new(); vocabulary.roots()];
    let mut by_entity: [Vec<u32>; EntityKind::COUNT] = Default::default();
    let mut tests = Tests { vocabulary, choices: Vec::new(), ranges: FxHashMap::default() };
    let mut machines = Machines { states: Vec::new(), ways: Vec::new() };
    let mut compiled = Vec::with_capacity(parts.len());
    for (number, part) in (0..).zip(&parts) {
        let mut anchors = Vec::new();
        collect_anchors(part, 0, &mut anchors);
        // What is met least, and fixes best where a match begins, lets the pass skip the most.
        anchors.sort_by_key(|one| one.commonness(tests.vocabulary) * (one.before + 1));
        let before = anchors.first().map_or(0, |best| best.before);
        for anchor in anchors.iter().take(1).flat_map(|best| &best.parts) {
            match anchor {
                Anchor::Atom(atom) => {
                    for root in tests.vocabulary.roots_of(*atom) {
                        list(&mut by_root[*root as usize], number);
                    }
                }
                Anchor::Entity(kind) => list(&mut by_entity[kind.index()], number),
            }
        }
        // The anchor itself was met before anything else is looked for.
        let mut required: Vec<Needed> = anchors.iter().skip(1).map(|one| tests.needed(one)).collect();
        required.sort_by_key(|needed| needed.roots.len());
        compiled.push(compile(part, before, required, &mut tests, &mut machines));
    }
    let Machines { states, ways } = machines;
    Automata { compiled, by_root, by_entity, choices: tests.choices, states, ways }
}

fn list(patterns: &mut Vec<u32>, number: u32) {
    if patterns.last() != Some(&number) {
        patterns.push(number);
    }
}

/// A pattern with its sets put in place and its tests on single words shared.
#[derive(Debug, Clone)]
enum Part {
    Atom(AtomId),
    Any,
    Slot(Slot),
    Sequence(Vec<Self>),
    Either(Vec<Self>),
    Optional(Box<Self>),
    Gap(usize),
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
            // Tests on one particular word were taken above.
            Pattern::Any | Pattern::Word(_) | Pattern::Lemma(_) | Pattern::Prefix(_) => Part::Any,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Anchor {
    Atom(AtomId),
    Entity(EntityKind),
}

/// Something that every match has: one of these parts, after at most so many words.
#[derive(Debug)]
struct Anchors {
    parts: Vec<Anchor>,
    before: usize,
}

impl Anchors {
    fn commonness(&self, vocabulary: &VocabularyBuilder) -> usize {
        let commonness = |anchor: &Anchor| match anchor {
            Anchor::Atom(atom) => vocabulary.commonness(*atom),
            Anchor::Entity(_) => ENTITY_COMMONNESS,
        };
        self.parts.iter().map(commonness).sum()
    }
}

/// Lists what every match of `part` has, `before` words or fewer into the match.
fn collect_anchors(part: &Part, before: usize, anchors: &mut Vec<Anchors>) {
    match part {
        Part::Atom(atom) => anchors.push(Anchors { parts: vec![Anchor::Atom(*atom)], before }),
        Part::Slot(Slot::Entity(kind)) => {
            anchors.push(Anchors { parts: vec![Anchor::Entity(*kind)], before });
        }
        Part::Sequence(parts) => {
            let mut before = before;
            for part in parts {
                collect_anchors(part, before, anchors);
                before += reach(part);
            }
        }
        Part::Either(parts) => {
            let mut all = Anchors { parts: Vec::new(), before };
            for part in parts {
                let mut inside = Vec::new();
                collect_anchors(part, before, &mut inside);
                let Some(best) = inside.into_iter().min_by_key(|one| one.parts.len()) else { return };
                all.before = all.before.max(best.before);
                all.parts.extend(best.parts);
            }
            anchors.push(all);
        }
        Part::Any | Part::Slot(Slot::At(_)) | Part::Optional(_) | Part::Gap(_) => {}
    }
}

/// Makes tests on words, their roots in one list.
struct Tests<'a> {
    vocabulary: &'a VocabularyBuilder,
    choices: Vec<RootId>,
    ranges: FxHashMap<AtomId, WordTest>,
}

impl Tests<'_> {
    fn of(&mut self, atom: AtomId) -> WordTest {
        if let Some(test) = self.ranges.get(&atom) {
            return *test;
        }
        let roots = self.vocabulary.roots_of(atom);
        let range = extend(&mut self.choices, roots.iter().copied());
        let test = WordTest { sieve: sieve(roots), from: range.start, to: range.end };
        self.ranges.insert(atom, test);
        test
    }

    fn needed(&mut self, anchors: &Anchors) -> Needed {
        let mut entities = 0;
        let mut roots = Vec::new();
        for part in &anchors.parts {
            match part {
                Anchor::Atom(atom) => roots.extend(self.vocabulary.roots_of(*atom)),
                Anchor::Entity(kind) => entities |= 1 << kind.index(),
            }
        }
        Needed { roots: extend(&mut self.choices, roots), entities }
    }
}

fn extend(choices: &mut Vec<RootId>, roots: impl IntoIterator<Item = RootId>) -> Range<u32> {
    let start = place(choices);
    choices.extend(roots);
    start..place(choices)
}

type NodeId = u16;

/// A machine as it is first put together, with empty steps.
#[derive(Debug)]
enum Node {
    Step(Test, NodeId),
    Split(Vec<NodeId>),
    Done,
}

/// The states and ways of all machines, each machine's side by side.
struct Machines {
    states: Vec<State>,
    ways: Vec<Way>,
}

fn compile(
    part: &Part,
    before: usize,
    required: Vec<Needed>,
    tests: &mut Tests<'_>,
    machines: &mut Machines,
) -> Automaton {
    let mut nodes = vec![Node::Done];
    let start = add(part, 0, &mut nodes, tests);
    let states = machines.add(&nodes, start);
    let first = machines.first_tests(&states);
    Automaton { machine: Machine { states, reach: reach(part) }, before, first, required }
}

/// Adds the nodes of `part` that go on to `next`; returns the first.
fn add(part: &Part, next: NodeId, nodes: &mut Vec<Node>, tests: &mut Tests<'_>) -> NodeId {
    match part {
        Part::Atom(atom) => push(nodes, Node::Step(Test::Word(tests.of(*atom)), next)),
        Part::Any => push(nodes, Node::Step(Test::Any, next)),
        Part::Slot(Slot::Entity(kind)) => push(nodes, Node::Step(Test::Entity(*kind), next)),
        Part::Slot(Slot::At(boundary)) => push(nodes, Node::Step(Test::At(*boundary), next)),
        Part::Sequence(parts) => parts.iter().rev().fold(next, |next, part| add(part, next, nodes, tests)),
        Part::Either(parts) => {
            let branches = parts.iter().map(|part| add(part, next, nodes, tests)).collect();
            push(nodes, Node::Split(branches))
        }
        Part::Optional(part) => {
            let inside = add(part, next, nodes, tests);
            push(nodes, Node::Split(vec![inside, next]))
        }
        Part::Gap(words) => (0..*words).fold(next, |after, _| {
            let skip = push(nodes, Node::Step(Test::Any, after));
            push(nodes, Node::Split(vec![skip, next]))
        }),
    }
}

fn push(nodes: &mut Vec<Node>, node: Node) -> NodeId {
    nodes.push(node);
    NodeId::try_from(nodes.len() - 1).unwrap_or(0)
}

impl Machines {
    /// Adds a machine without empty steps: one state for the start, and one for every node that a step leads to.
    fn add(&mut self, nodes: &[Node], start: NodeId) -> Range<u32> {
        let first = place(&self.states);
        let mut numbers: FxHashMap<NodeId, u16> = FxHashMap::default();
        numbers.insert(start, 0);
        let mut order = vec![start];
        let mut done = 0;
        while let Some(from) = order.get(done) {
            let first_way = place(&self.ways);
            let mut ends = false;
            let mut seen = Vec::new();
            let mut stack = vec![*from];
            while let Some(node) = stack.pop() {
                if seen.contains(&node) {
                    continue;
                }
                seen.push(node);
                match &nodes[node as usize] {
                    Node::Done => ends = true,
                    Node::Split(next) => stack.extend(next),
                    Node::Step(test, next) => {
                        let count = u16::try_from(numbers.len()).unwrap_or(u16::MAX);
                        let number = *numbers.entry(*next).or_insert_with(|| {
                            order.push(*next);
                            count
                        });
                        self.ways.push(Way { test: *test, next: number });
                    }
                }
            }
            let sieve = self.ways[first_way as usize..].iter().fold(0, |sieve, way| match &way.test {
                Test::Word(test) => sieve | test.sieve,
                Test::Any | Test::Entity(_) | Test::At(_) => u64::MAX,
            });
            self.states.push(State { ways: first_way..place(&self.ways), ends, sieve });
            done += 1;
        }
        first..place(&self.states)
    }

    /// The tests that can be the first of a match; `None` where a match can begin with any word or an entity.
    fn first_tests(&self, machine: &Range<u32>) -> Option<Vec<WordTest>> {
        let states = &self.states[machine.start as usize..machine.end as usize];
        let mut tests = Vec::new();
        let mut stack = vec![0];
        let mut seen = vec![false; states.len()];
        while let Some(state) = stack.pop() {
            if std::mem::replace(&mut seen[state], true) {
                continue;
            }
            if states[state].ends {
                return None;
            }
            for way in &self.ways[states[state].ways.start as usize..states[state].ways.end as usize] {
                match way.test {
                    Test::Word(test) => tests.push(test),
                    // A boundary takes no word.
                    Test::At(_) => stack.push(usize::from(way.next)),
                    Test::Any | Test::Entity(_) => return None,
                }
            }
        }
        Some(tests)
    }
}

/// Where the next of a list will be.
fn place<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

fn reach(part: &Part) -> usize {
    match part {
        Part::Atom(_) | Part::Any => 1,
        Part::Slot(Slot::Entity(_)) => SLOT_WORDS,
        Part::Slot(Slot::At(_)) => 0,
        Part::Sequence(parts) => parts.iter().map(reach).sum(),
        Part::Either(parts) => parts.iter().map(reach).max().unwrap_or(0),
        Part::Optional(part) => reach(part),
        Part::Gap(words) => *words,
    }
}
