//! How well the ear hears: turns with the acts that they perform, against what it made of them.
//!
//! An act counts once a turn. What the labels call doubtful (`maybe`) counts neither for nor against.

mod figures;

use std::collections::{BTreeMap, BTreeSet};

use crate::call::Speaker;
use crate::nlu::{Act, ActHit, Heard};
use crate::source::Span;

pub use figures::{Counts, Fraction, Hundredths, mean};

/// A sign of listening is heard in turns that do nothing, and does no harm there.
const BACKCHANNEL: &str = "backchannel";

/// A turn and what its labels say it does.
#[derive(Debug, Clone)]
pub struct Labelled {
    /// What it is known by.
    pub id: String,
    pub speaker: Speaker,
    /// The region of its language tag: `MX`.
    pub country: Option<String>,
    /// How it is written: clean, typed, as a recognizer gives it.
    pub style: Option<String>,
    pub text: String,
    pub acts: BTreeSet<Act>,
    pub maybe: BTreeSet<Act>,
}

/// What the figures are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Act,
    /// `offer` for every `offer.…`: an act taken for another of its family is right.
    Family,
    Style,
    Country,
    Speaker,
    /// Why the ear heard what it heard. Nothing is missed here: what was not heard has no reason.
    Source,
}

impl View {
    pub fn id(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Family => "family",
            Self::Style => "style",
            Self::Country => "country",
            Self::Speaker => "speaker",
            Self::Source => "source",
        }
    }
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// None where the turns do not say.
    pub name: Option<String>,
    pub counts: Counts,
}

/// What was heard in the turns where an act was missed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confusion {
    pub act: Act,
    pub missed: u64,
    /// What is not there and was heard, the most frequent first; none: nothing else was.
    pub instead: Vec<(Option<Act>, u64)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Missed,
    FalseAlarm,
}

/// A turn in which the act that is watched was missed, or heard though it is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub fault: Fault,
    pub act: Act,
    pub turn: String,
    pub text: String,
    /// A false alarm: why it was heard. A miss: all that was heard instead.
    pub heard: Vec<ActHit>,
}

/// The figures, turn after turn.
#[derive(Debug, Clone)]
pub struct Tally {
    view: View,
    /// The act, or the family, whose mistakes are kept.
    watched: Option<Act>,
    turns: u64,
    by_act: BTreeMap<Act, Counts>,
    groups: BTreeMap<Option<String>, Counts>,
    idle: u64,
    idle_heard: u64,
    instead: BTreeMap<Act, (u64, BTreeMap<Option<Act>, u64>)>,
    mistakes: Vec<Mistake>,
}

impl Tally {
    pub fn new(view: View, watched: Option<Act>) -> Self {
        Self {
            view,
            watched,
            turns: 0,
            by_act: BTreeMap::new(),
            groups: BTreeMap::new(),
            idle: 0,
            idle_heard: 0,
            instead: BTreeMap::new(),
            mistakes: Vec::new(),
        }
    }

    pub fn add(&mut self, turn: &Labelled, heard: &Heard) {
        self.turns += 1;
        let hits: Vec<&ActHit> = heard.acts.iter().filter(|hit| !turn.maybe.contains(&hit.act)).collect();
        let heard: BTreeSet<&Act> = hits.iter().map(|hit| &hit.act).collect();
        let gold: BTreeSet<&Act> = turn.acts.difference(&turn.maybe).collect();
        if turn.acts.is_empty() {
            self.idle += 1;
            self.idle_heard += u64::from(heard.iter().any(|act| **act != *BACKCHANNEL));
        }
        let counted = compare(&gold, &heard);
        for (act, counts) in &counted {
            self.by_act.entry((*act).clone()).or_default().add(*counts);
        }
        self.group(turn, &gold, &hits, &counted);
        self.confuse(&gold, &heard);
        self.watch(turn, &gold, &hits);
    }

    fn group(
        &mut self,
        turn: &Labelled,
        gold: &BTreeSet<&Act>,
        hits: &[&ActHit],
        counted: &BTreeMap<&Act, Counts>,
    ) {
        let groups: Vec<(Option<String>, Counts)> = match self.view {
            View::Act => counted.iter().map(|(act, counts)| (Some(act.id().to_owned()), *counts)).collect(),
            View::Family => {
                let gold: BTreeSet<&str> = gold.iter().map(|act| family(act)).collect();
                let mut heard: BTreeSet<&str> = hits.iter().map(|hit| family(&hit.act)).collect();
                // Of a doubtful act only its family may be certain.
                let maybe = turn.maybe.iter().map(family).filter(|family| !gold.contains(family));
                maybe.for_each(|family| {
                    heard.remove(family);
                });
                let counted = compare(&gold, &heard).into_iter();
                counted.map(|(family, counts)| (Some(family.to_owned()), counts)).collect()
            }
            View::Source => {
                let mut first: BTreeMap<&Act, &str> = BTreeMap::new();
                for hit in hits {
                    first.entry(&hit.act).or_insert(hit.reason.kind());
                }
                first.iter().map(|(act, kind)| (Some((*kind).to_owned()), counted[*act])).collect()
            }
            View::Style | View::Country | View::Speaker => {
                let name = match self.view {
                    View::Style => turn.style.clone(),
                    View::Country => turn.country.clone(),
                    _ => Some(turn.speaker.id().to_owned()),
                };
                counted.values().map(|counts| (name.clone(), *counts)).collect()
            }
        };
        for (name, counts) in groups {
            self.groups.entry(name).or_default().add(counts);
        }
    }

    fn confuse(&mut self, gold: &BTreeSet<&Act>, heard: &BTreeSet<&Act>) {
        for missed in gold.difference(heard) {
            let (times, instead) = self.instead.entry((*missed).clone()).or_default();
            *times += 1;
            let mut wrong = heard.difference(gold).map(|act| Some((*act).clone())).peekable();
            if wrong.peek().is_none() {
                *instead.entry(None).or_default() += 1;
            }
            wrong.for_each(|act| *instead.entry(act).or_default() += 1);
        }
    }

    fn watch(&mut self, turn: &Labelled, gold: &BTreeSet<&Act>, hits: &[&ActHit]) {
        let Some(watched) = &self.watched else { return };
        let mistake = |fault, act: &Act, heard: Vec<ActHit>| Mistake {
            fault,
            act: act.clone(),
            turn: turn.id.clone(),
            text: turn.text.clone(),
            heard,
        };
        let all: BTreeSet<&Act> = gold.iter().copied().chain(hits.iter().map(|hit| &hit.act)).collect();
        for act in all.into_iter().filter(|act| act.is(watched.id())) {
            let of_it = |hit: &&&ActHit| hit.act == *act;
            if !hits.iter().any(|hit| hit.act == *act) {
                let heard = hits.iter().map(|hit| (*hit).clone()).collect();
                self.mistakes.push(mistake(Fault::Missed, act, heard));
            } else if !gold.contains(act) {
                let heard = hits.iter().filter(of_it).map(|hit| (*hit).clone()).collect();
                self.mistakes.push(mistake(Fault::FalseAlarm, act, heard));
            }
        }
    }

    pub fn view(&self) -> View {
        self.view
    }

    pub fn turns(&self) -> u64 {
        self.turns
    }

    /// The lines of the table: the best heard first, among equals the more frequent.
    pub fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> =
            self.groups.iter().map(|(name, counts)| Group { name: name.clone(), counts: *counts }).collect();
        groups.sort_by(|a, b| {
            let better = match (a.counts.f1(), b.counts.f1()) {
                (Some(a), Some(b)) => b.compare(a),
                (a, b) => b.is_some().cmp(&a.is_some()),
            };
            better
                .then_with(|| b.counts.labelled().cmp(&a.counts.labelled()))
                .then_with(|| a.name.cmp(&b.name))
        });
        groups
    }

    /// Every act of every turn in one count.
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        self.by_act.values().for_each(|counts| total.add(*counts));
        total
    }

    /// The mean F1 of the acts that the labels name, and how many they are.
    pub fn macro_f1(&self) -> (Option<Hundredths>, usize) {
        let labelled = self.by_act.values().filter(|counts| counts.labelled() > 0);
        let each: Vec<Fraction> = labelled.filter_map(|counts| counts.f1()).collect();
        (mean(&each), each.len())
    }

    /// Turns that do nothing, and in how many of them something was heard.
    pub fn idle(&self) -> (u64, u64) {
        (self.idle, self.idle_heard)
    }

    /// What was heard where an act was missed: the act most often missed first.
    pub fn confusions(&self) -> Vec<Confusion> {
        let mut confusions: Vec<Confusion> = self
            .instead
            .iter()
            .map(|(act, (missed, instead))| {
                let mut instead: Vec<_> = instead.iter().map(|(act, times)| (act.clone(), *times)).collect();
                instead.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
                Confusion { act: act.clone(), missed: *missed, instead }
            })
            .collect();
        confusions.sort_by(|a, b| b.missed.cmp(&a.missed).then_with(|| a.act.cmp(&b.act)));
        confusions
    }

    /// The act whose mistakes were kept, and those, in the order of the turns.
    pub fn mistakes(&self) -> Option<(&Act, &[Mistake])> {
        self.watched.as_ref().map(|act| (act, self.mistakes.as_slice()))
    }
}

impl Mistake {
    /// The words of the turn at a hit.
    pub fn words(&self, span: &Span) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }
}

/// What one turn adds to the count of each label.
fn compare<T: Ord + Copy>(gold: &BTreeSet<T>, heard: &BTreeSet<T>) -> BTreeMap<T, Counts> {
    let counts = |label: T| Counts {
        right: u64::from(gold.contains(&label) && heard.contains(&label)),
        missed: u64::from(!heard.contains(&label)),
        false_alarms: u64::from(!gold.contains(&label)),
    };
    gold.union(heard).map(|label| (*label, counts(*label))).collect()
}

fn family(act: &Act) -> &str {
    act.id().split_once('.').map_or(act.id(), |(family, _)| family)
}

#[cfg(test)]
mod tests;
