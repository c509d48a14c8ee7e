//! From parsed patterns to programs: sets put in place, tests on single words shared, and the rarest thing that every
//! match has chosen as its anchor.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Mutex;

use super::anchors::{Anchor, Anchors, Commonness, One};
use super::machine::Node;
use super::{Anchored, Automata, Automaton, Sign, TestId, Tests, slice};
use crate::nlu::pattern::{Pattern, Slot};
use crate::nlu::vocabulary::{AtomId, VocabularyBuilder};

/// What a match must have beside its anchor, at most so many things: what more there may be, the program finds out.
const MOST_REQUIRED: usize = 4;

pub(super) fn automata(
    patterns: &[Pattern],
    sets: &BTreeMap<String, Pattern>,
    vocabulary: &mut VocabularyBuilder,
) -> Automata {
    let mut assembler = Assembler { sets, vocabulary, done: BTreeMap::new() };
    let parts: Vec<Part> = patterns.iter().map(|pattern| assembler.part(pattern)).collect();
    let vocabulary = assembler.vocabulary;
    let commonness = Commonness::of(vocabulary);
    let (tests, by_atom) = number_tests(vocabulary);
    let mut by_test: Vec<Vec<Anchored>> = vec![Vec::new(); tests.always()];
    let mut programs =
        Programs { by_atom, tests: &tests, nodes: Vec::new(), required: Vec::new(), signs: Vec::new() };
    let mut compiled = Vec::with_capacity(parts.len());
    for (number, part) in (0..).zip(&parts) {
        let mut anchors = commonness.anchors(part);
        // What is met least lets the pass skip the most.
        anchors.sort_by_cached_key(|one| commonness.of_any(one));
        let (anchor, others) = anchors.split_first().map_or((&[][..], &[][..]), |(one, rest)| (one, rest));
        let single = |anchors: &Anchors| match anchors[..] {
            [anchor] => Some(programs.sign(anchor)),
            _ => None,
        };
        let other = others.iter().find_map(single).unwrap_or([programs.always(); 2]);
        for anchor in anchor {
            let pair = matches!(anchor, Anchor::Beside(..));
            let also = if pair { programs.sign(*anchor) } else { other };
            let rarest = programs.test(commonness.rarest(*anchor));
            list(&mut by_test[rarest as usize], Anchored { number, also });
        }
        // The anchor itself was met before anything else is looked for.
        let (signs, required) = programs.require(&others[..others.len().min(MOST_REQUIRED)]);
        compiled.push(Automaton { program: programs.node(part), signs, required });
    }
    let Programs { nodes, required, signs, .. } = programs;
    let last_tests = nodes.iter().map(|node| edge_test(node, &nodes, <[Node]>::last)).collect();
    let first_tests = nodes.iter().map(|node| edge_test(node, &nodes, <[Node]>::first)).collect();
    let of_roots = anchors((0..).take(vocabulary.roots()).map(|root| {
        let passed = tests.with_root(root).iter().chain([&root]);
        passed.flat_map(|test| &by_test[*test as usize]).copied().collect()
    }));
    let of_entities = anchors(by_test.drain(tests.count..));
    let rooms = Mutex::default();
    Automata {
        compiled,
        nodes,
        last_tests,
        first_tests,
        tests,
        required,
        signs,
        of_roots,
        of_entities,
        rooms,
    }
}

/// Lays out lists side by side.
fn anchors(lists: impl Iterator<Item = Vec<Anchored>>) -> super::Anchors {
    let mut patterns = Vec::new();
    let by_sign = lists.map(|list| extend(&mut patterns, list)).collect();
    super::Anchors { by_sign, patterns }
}

/// Numbers the tests: roots first, then what tests for several roots. Tells the test of each atom.
fn number_tests(vocabulary: &VocabularyBuilder) -> (Tests, Vec<TestId>) {
    let mut count = place_of(vocabulary.roots());
    let mut passed_by: Vec<Vec<TestId>> = vec![Vec::new(); vocabulary.roots()];
    let by_atom = vocabulary
        .atoms()
        .map(|roots| {
            if let [root] = roots {
                return *root;
            }
            for root in roots {
                passed_by[*root as usize].push(count);
            }
            count += 1;
            count - 1
        })
        .collect();
    let mut passed = Vec::new();
    let by_root = passed_by.into_iter().map(|tests| extend(&mut passed, tests)).collect();
    (Tests { count: count as usize, by_root, passed }, by_atom)
}

fn list(patterns: &mut Vec<Anchored>, pattern: Anchored) {
    if patterns.last() != Some(&pattern) {
        patterns.push(pattern);
    }
}

/// A pattern with its sets put in place and its tests on single words shared.
#[derive(Debug, Clone)]
pub(super) enum Part {
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
            Pattern::Either(parts) => self.either(parts),
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

    /// One of several wordings: those of a single word are one test.
    fn either(&mut self, parts: &'a [Pattern]) -> Part {
        let (single, longer): (Vec<&Pattern>, Vec<&Pattern>) =
            parts.iter().partition(|part| part.is_single());
        let atom = self.vocabulary.atom_of(&single).filter(|_| !single.is_empty());
        let longer = longer.into_iter().map(|part| self.part(part));
        Part::Either(atom.map(Part::Atom).into_iter().chain(longer).collect())
    }
}

/// Lays out the programs and the requirements of all patterns.
struct Programs<'a> {
    /// The test of each atom.
    by_atom: Vec<TestId>,
    tests: &'a Tests,
    nodes: Vec<Node>,
    required: Vec<Range<u32>>,
    signs: Vec<Sign>,
}

impl Programs<'_> {
    fn always(&self) -> TestId {
        place_of(self.tests.always())
    }

    fn test(&self, one: One) -> TestId {
        match one {
            One::Atom(atom) => self.by_atom[atom.0 as usize],
            One::Entity(kind) => place_of(self.tests.of_entity(kind)),
        }
    }

    fn sign(&self, anchor: Anchor) -> Sign {
        match anchor {
            Anchor::Single(one) => [self.test(one), self.always()],
            Anchor::Beside(one, other) => [self.test(one), self.test(other)],
        }
    }

    /// Lays out what has to be there: single signs, and choices of several.
    fn require(&mut self, anchors: &[Anchors]) -> (Range<u32>, Range<u32>) {
        let signs = |anchors: &Anchors| anchors.iter().map(|anchor| self.sign(*anchor)).collect();
        let all: Vec<Vec<Sign>> = anchors.iter().map(signs).collect();
        let (single, several): (Vec<_>, Vec<_>) = all.into_iter().partition(|signs| signs.len() == 1);
        let single = extend(&mut self.signs, single.concat());
        let several: Vec<_> = several.into_iter().map(|signs| extend(&mut self.signs, signs)).collect();
        (single, extend(&mut self.required, several))
    }

    fn node(&mut self, part: &Part) -> Node {
        match part {
            Part::Atom(atom) => Node::Word(self.test(One::Atom(*atom))),
            Part::Any => Node::Any,
            Part::Slot(Slot::Entity(kind)) => Node::Entity(*kind),
            Part::Slot(Slot::At(boundary)) => Node::At(*boundary),
            Part::Sequence(parts) => Node::Sequence(self.side_by_side(parts)),
            Part::Either(parts) => Node::Either(self.side_by_side(parts)),
            Part::Optional(part) => Node::Optional(self.side_by_side(std::slice::from_ref(&**part)).start),
            Part::Gap(words) => Node::Gap(u16::try_from(*words).unwrap_or(u16::MAX)),
        }
    }

    fn side_by_side(&mut self, parts: &[Part]) -> Range<u32> {
        let nodes: Vec<Node> = parts.iter().map(|part| self.node(part)).collect();
        extend(&mut self.nodes, nodes)
    }
}

/// What the last, or the first, word of every match of a node passes, where that is one test.
fn edge_test(node: &Node, nodes: &[Node], edge: fn(&[Node]) -> Option<&Node>) -> Option<TestId> {
    match node {
        Node::Word(test) => Some(*test),
        Node::Sequence(parts) => edge_test(edge(slice(nodes, parts))?, nodes, edge),
        _ => None,
    }
}

fn extend<T>(list: &mut Vec<T>, more: Vec<T>) -> Range<u32> {
    let start = place_of(list.len());
    list.extend(more);
    start..place_of(list.len())
}

/// Where the next of a list so long will be.
fn place_of(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
