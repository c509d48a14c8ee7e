//! Patterns compiled to small automata, and one pass over a turn that decides which of them to run.
//!
//! Each pattern has anchors: parts one of which every match must contain. The pass looks only at the patterns
//! whose anchors occur, and tries each from the few places where a match could begin, so the cost is linear
//! in the length of the turn.

use std::collections::BTreeMap;

use crate::nlu::pattern::{Pattern, Slot};
use crate::nlu::text::{Break, Word};
use crate::nlu::vocabulary::{AtomId, Reading, VocabularyBuilder};

/// An entity is about as common as this many ordinary words.
const ENTITY_COMMONNESS: usize = 8;
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
    Sequence(Vec<Self>),
    Either(Vec<Self>),
    Optional(Box<Self>),
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// The most words of a match before its anchor.
    before: usize,
    /// The tests one of which the first word of every match passes; empty where it may be any word.
    first: Vec<AtomId>,
    /// What every match has: of each list, at least one.
    required: Vec<Vec<Anchor>>,
}

/// Every pattern of a lexicon, ready to run; a pattern's number is its place in the list given.
#[derive(Debug)]
pub(super) struct Automata {
    compiled: Vec<Automaton>,
    /// The patterns that each atom is an anchor of, by its number.
    by_atom: Vec<Vec<u32>>,
    by_entity: BTreeMap<&'static str, Vec<u32>>,
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
        let vocabulary = assembler.vocabulary;
        let mut by_atom: Vec<Vec<u32>> = vec![Vec::new(); vocabulary.atoms()];
        let mut by_entity: BTreeMap<&'static str, Vec<u32>> = BTreeMap::new();
        let mut choices = Vec::with_capacity(parts.len());
        for (number, part) in (0..).zip(&parts) {
            let mut needed = Vec::new();
            collect_needed(part, 0, &mut needed);
            // What is met least, and fixes best where a match begins, lets the pass skip the most.
            let best = needed.iter().min_by_key(|one| {
                let commonness = |anchor: &Anchor| match anchor {
                    Anchor::Atom(atom) => vocabulary.commonness(*atom),
                    Anchor::Entity(_) => ENTITY_COMMONNESS,
                };
                one.anchors.iter().map(commonness).sum::<usize>() * (one.before + 1)
            });
            let before = best.map_or(0, |best| best.before);
            for anchor in best.iter().flat_map(|best| &best.anchors) {
                let listed = match anchor {
                    Anchor::Atom(atom) => &mut by_atom[atom.0 as usize],
                    Anchor::Entity(kind) => by_entity.entry(*kind).or_default(),
                };
                if listed.last() != Some(&number) {
                    listed.push(number);
                }
            }
            choices.push((before, needed.into_iter().map(|one| one.anchors).collect()));
        }
        let compiled = parts
            .iter()
            .zip(choices)
            .map(|(part, (before, required))| compile(part, before, required))
            .collect();
        Self { compiled, by_atom, by_entity }
    }

    /// The longest match of each pattern from each place where one begins; overlapping matches of one pattern
    /// are reduced to the first.
    pub(super) fn run(&self, tape: &Tape<'_>) -> Vec<(usize, Stretch)> {
        let present = self.present(tape);
        let mut tried: Vec<Tried> = vec![Tried::Not; self.compiled.len()];
        let mut found: BTreeMap<u32, Vec<Stretch>> = BTreeMap::new();
        let mut scratch = Scratch::default();
        for at in 0..tape.words.len() {
            let entities = tape.slots.iter().filter(|slot| slot.1 == at);
            let of_entities = entities.filter_map(|slot| self.by_entity.get(slot.0)).flatten();
            let of_atoms = tape.readings[at].atoms().flat_map(|atom| &self.by_atom[atom.0 as usize]);
            for number in of_entities.chain(of_atoms) {
                let automaton = &self.compiled[*number as usize];
                let untried = match tried[*number as usize] {
                    Tried::Not if present.satisfies(automaton) => 0,
                    Tried::Not | Tried::Hopeless => {
                        tried[*number as usize] = Tried::Hopeless;
                        continue;
                    }
                    Tried::Before(place) => place,
                };
                tried[*number as usize] = Tried::Before(at + 1);
                for start in at.saturating_sub(automaton.before).max(untried)..=at {
                    let last = found.get(number).and_then(|matches| matches.last());
                    if last.is_some_and(|last| start < last.end) {
                        continue;
                    }
                    if let Some(end) = automaton.longest(start, tape, &present, &mut scratch) {
                        found.entry(*number).or_default().push(Stretch { first: start, end });
                    }
                }
            }
        }
        found
            .into_iter()
            .flat_map(|(number, matches)| matches.into_iter().map(move |stretch| (number as usize, stretch)))
            .collect()
    }

    /// What the turn has.
    fn present<'a>(&self, tape: &Tape<'a>) -> Present<'a> {
        let row = self.by_atom.len() / 64 + 1;
        let mut words = vec![0_u64; row * tape.words.len()];
        let mut atoms = vec![0_u64; row];
        for (at, reading) in tape.readings.iter().enumerate() {
            for atom in reading.atoms() {
                let (block, bit) = (atom.0 as usize / 64, 1 << (atom.0 % 64));
                words[at * row + block] |= bit;
                atoms[block] |= bit;
            }
        }
        Present { row, words, atoms, slots: tape.slots }
    }
}

/// How far a pattern has been tried in a turn.
#[derive(Debug, Clone, Copy)]
enum Tried {
    Not,
    /// Something that every match has is not in the turn.
    Hopeless,
    /// From every place before this one.
    Before(usize),
}

/// The atoms and entities of a turn.
struct Present<'a> {
    /// One bit an atom, a row of blocks for each word; and all the rows together.
    row: usize,
    words: Vec<u64>,
    atoms: Vec<u64>,
    slots: &'a [(&'static str, usize, usize)],
}

impl Present<'_> {
    /// Whether the word at `at` passes the test.
    fn word_is(&self, at: usize, atom: AtomId) -> bool {
        self.words[at * self.row + atom.0 as usize / 64] >> (atom.0 % 64) & 1 == 1
    }

    /// Whether the turn has something of everything that a match must have.
    fn satisfies(&self, automaton: &Automaton) -> bool {
        automaton.required.iter().all(|choices| {
            choices.iter().any(|anchor| match anchor {
                Anchor::Atom(atom) => self.atoms[atom.0 as usize / 64] >> (atom.0 % 64) & 1 == 1,
                Anchor::Entity(kind) => self.slots.iter().any(|slot| slot.0 == *kind),
            })
        })
    }
}

/// Marks which (node, word) pairs were visited, by the number of the try: nothing is cleared in between.
#[derive(Debug, Default)]
struct Scratch {
    visited: Vec<u32>,
    stack: Vec<(NodeId, usize)>,
    tries: u32,
}

impl Automaton {
    /// One past the last word of the longest match that begins at `start`.
    fn longest(
        &self,
        start: usize,
        tape: &Tape<'_>,
        present: &Present<'_>,
        scratch: &mut Scratch,
    ) -> Option<usize> {
        if !self.first.is_empty() && !self.first.iter().any(|atom| present.word_is(start, *atom)) {
            return None;
        }
        let width = (tape.words.len() - start).min(self.reach + 1) + 1;
        if scratch.visited.len() < self.nodes.len() * width {
            scratch.visited.resize(self.nodes.len() * width, 0);
        }
        scratch.tries += 1;
        scratch.stack.clear();
        scratch.stack.push((self.start, start));
        let mut longest = None;
        while let Some((node, at)) = scratch.stack.pop() {
            if at - start >= width {
                continue;
            }
            let place = node as usize * width + (at - start);
            if std::mem::replace(&mut scratch.visited[place], scratch.tries) == scratch.tries {
                continue;
            }
            match &self.nodes[node as usize] {
                Node::Done => longest = longest.max(Some(at)).filter(|end| *end > start),
                Node::Split(next) => scratch.stack.extend(next.iter().map(|next| (*next, at))),
                Node::Atom(atom, next) => {
                    if may_step(tape, start, at) && present.word_is(at, *atom) {
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

/// Something that every match has: one of these anchors, after at most so many words.
#[derive(Debug)]
struct Needed {
    anchors: Vec<Anchor>,
    before: usize,
}

/// Lists what every match of `part` has, `before` words or fewer into the match.
fn collect_needed(part: &Part, before: usize, needed: &mut Vec<Needed>) {
    match part {
        Part::Atom(atom) => needed.push(Needed { anchors: vec![Anchor::Atom(*atom)], before }),
        Part::Slot(Slot::Entity(kind)) => needed.push(Needed { anchors: vec![Anchor::Entity(kind)], before }),
        Part::Sequence(parts) => {
            let mut before = before;
            for part in parts {
                collect_needed(part, before, needed);
                before += reach(part);
            }
        }
        Part::Either(parts) => {
            let mut all = Needed { anchors: Vec::new(), before };
            for part in parts {
                let mut inside = Vec::new();
                collect_needed(part, before, &mut inside);
                let Some(best) = inside.into_iter().min_by_key(|one| one.anchors.len()) else { return };
                all.before = all.before.max(best.before);
                all.anchors.extend(best.anchors);
            }
            needed.push(all);
        }
        Part::Any | Part::Slot(_) | Part::Optional(_) | Part::Gap(_) => {}
    }
}

fn compile(part: &Part, before: usize, required: Vec<Vec<Anchor>>) -> Automaton {
    let mut nodes = vec![Node::Done];
    let start = add(part, 0, &mut nodes);
    let first = first_tests(&nodes, start).unwrap_or_default();
    Automaton { nodes, start, reach: reach(part), before, first, required }
}

/// The tests that can be the first of a match; `None` where a match can begin with any word or an entity.
fn first_tests(nodes: &[Node], start: NodeId) -> Option<Vec<AtomId>> {
    let mut atoms = Vec::new();
    let mut stack = vec![start];
    let mut seen = vec![false; nodes.len()];
    while let Some(node) = stack.pop() {
        if std::mem::replace(&mut seen[node as usize], true) {
            continue;
        }
        match &nodes[node as usize] {
            Node::Atom(atom, _) => atoms.push(*atom),
            Node::Split(next) => stack.extend(next),
            Node::Slot(Slot::Entity(_), _) | Node::Any(_) | Node::Done => return None,
            // A boundary takes no word.
            Node::Slot(_, next) => stack.push(*next),
        }
    }
    atoms.sort_unstable();
    atoms.dedup();
    Some(atoms)
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
