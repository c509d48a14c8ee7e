//! What every match of a pattern has: words, words side by side, entities; and which of it is met least, so that a turn
//! without it need not be looked at.

use super::compile::Part;
use crate::nlu::pattern::{EntityKind, Slot};
use crate::nlu::vocabulary::{AtomId, VocabularyBuilder};

/// An entity of some kind is named once in so many turns.
const TURNS_AN_ENTITY: usize = 12;
/// Longer choices of pairs tell too little for what it takes to look for them.
const MOST_PAIRS: usize = 12;

/// A word that passes a test, or the first word of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum One {
    Atom(AtomId),
    Entity(EntityKind),
}

/// Something to be seen in a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Single(One),
    /// One right before the other.
    Beside(One, One),
}

/// Something that every match has: one of these.
pub(super) type Anchors = Vec<Anchor>;

/// How often what patterns test for is met.
#[derive(Debug)]
pub(super) struct Commonness {
    by_atom: Vec<usize>,
    of_entity: usize,
    words: usize,
}

impl Commonness {
    pub(super) fn of(vocabulary: &VocabularyBuilder) -> Self {
        let (turns, words) = vocabulary.met();
        Self { by_atom: vocabulary.commonness(), of_entity: turns / TURNS_AN_ENTITY + 1, words: words + 1 }
    }

    fn of_one(&self, one: One) -> usize {
        match one {
            One::Atom(atom) => self.by_atom.get(atom.0 as usize).copied().unwrap_or(1),
            One::Entity(_) => self.of_entity,
        }
    }

    pub(super) fn of_any(&self, anchors: &Anchors) -> usize {
        let commonness = |anchor: &Anchor| match anchor {
            Anchor::Single(one) => self.of_one(*one),
            Anchor::Beside(one, other) => {
                self.of_one(*one).saturating_mul(self.of_one(*other)) / self.words + 1
            }
        };
        anchors.iter().map(commonness).sum()
    }

    /// The part of an anchor that is met least.
    pub(super) fn rarest(&self, anchor: Anchor) -> One {
        match anchor {
            Anchor::Beside(one, other) if self.of_one(other) < self.of_one(one) => other,
            Anchor::Single(one) | Anchor::Beside(one, _) => one,
        }
    }

    /// Lists what every match of `part` has.
    pub(super) fn anchors(&self, part: &Part) -> Vec<Anchors> {
        let mut all = Vec::new();
        self.collect(part, &mut all);
        all
    }

    fn collect(&self, part: &Part, all: &mut Vec<Anchors>) {
        match part {
            Part::Atom(atom) => all.push(vec![Anchor::Single(One::Atom(*atom))]),
            Part::Slot(Slot::Entity(kind)) => all.push(vec![Anchor::Single(One::Entity(*kind))]),
            Part::Sequence(parts) => {
                for part in parts {
                    self.collect(part, all);
                }
                all.extend((1..parts.len()).filter_map(|at| beside(&parts[at - 1], &parts[at..])));
            }
            Part::Either(parts) => {
                let mut any = Vec::new();
                for part in parts {
                    let start = all.len();
                    self.collect(part, all);
                    let Some(rarest) = (start..all.len()).min_by_key(|at| self.of_any(&all[*at])) else {
                        return;
                    };
                    any.append(&mut all[rarest]);
                    all.truncate(start);
                }
                all.push(any);
            }
            Part::Any | Part::Slot(Slot::At(_)) | Part::Optional(_) | Part::Gap(_) => {}
        }
    }
}

/// The words that stand side by side where one part ends and those after it go on.
fn beside(part: &Part, after: &[Part]) -> Option<Anchors> {
    let last = Edge::of(part, Side::End).filter(|edge| !edge.may_be_none)?.words;
    let first = Edge::of_all(after.iter(), Side::Start).filter(|edge| !edge.may_be_none)?.words;
    let few = last.len() * first.len() <= MOST_PAIRS;
    let with_all = |one: &One| first.iter().map(|other| Anchor::Beside(*one, *other)).collect::<Anchors>();
    few.then(|| last.iter().flat_map(with_all).collect())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// What the matches of something begin or end with.
#[derive(Debug, Default)]
struct Edge {
    words: Vec<One>,
    /// A match may have no words.
    may_be_none: bool,
}

impl Edge {
    /// None where it may be any word.
    fn of(part: &Part, side: Side) -> Option<Self> {
        match part {
            Part::Atom(atom) => Some(Self { words: vec![One::Atom(*atom)], may_be_none: false }),
            Part::Slot(Slot::Entity(kind)) if side == Side::Start => {
                Some(Self { words: vec![One::Entity(*kind)], may_be_none: false })
            }
            Part::Slot(Slot::At(_)) => Some(Self { words: Vec::new(), may_be_none: true }),
            Part::Optional(part) => Some(Self { may_be_none: true, ..Self::of(part, side)? }),
            Part::Either(parts) => parts.iter().try_fold(Self::default(), |mut all, part| {
                let edge = Self::of(part, side)?;
                all.words.extend(edge.words);
                Some(Self { may_be_none: all.may_be_none || edge.may_be_none, ..all })
            }),
            Part::Sequence(parts) if side == Side::Start => Self::of_all(parts.iter(), side),
            Part::Sequence(parts) => Self::of_all(parts.iter().rev(), side),
            Part::Any | Part::Gap(_) | Part::Slot(Slot::Entity(_)) => None,
        }
    }

    /// Of parts one after the other, from this side.
    fn of_all<'a>(parts: impl Iterator<Item = &'a Part>, side: Side) -> Option<Self> {
        let mut words = Vec::new();
        for part in parts {
            let edge = Self::of(part, side)?;
            words.extend(edge.words);
            if !edge.may_be_none {
                return Some(Self { words, may_be_none: false });
            }
        }
        Some(Self { words, may_be_none: true })
    }
}
