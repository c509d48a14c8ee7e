//! From the lexicon to a model: labelled turns say of every act whether they perform it; an example says it of its
//! own act, and only makes the others unlikely; a counter-example says it of its act alone.

use std::collections::BTreeSet;
use std::thread;

use super::clues::{Clues, Seen};
use super::model::{Model, Sample, Target};
use super::{ALMOST_SURE, ENOUGH_TURNS, Examples, Judged, LIKELY, UNLIKELY};
use crate::call::Speaker;
use crate::nlu::act::Act;
use crate::nlu::ear::{Ear, Line};
use crate::nlu::heard::Heard;
use crate::nlu::inventory::Evidence;
use crate::nlu::lexicon::{Counts, Example, TOPIC};
use crate::nlu::turns::{LabelledTurn, Party};

/// Learns to hear one party. None where no turn of that party is labelled: single examples tell too little of what
/// is not there.
pub(in crate::nlu) fn learn(ear: &Ear, clues: &Clues, party: Party) -> Option<Examples> {
    let turns: Vec<&LabelledTurn> = ear.lexicon().turns().iter().filter(|turn| turn.by == party).collect();
    if turns.is_empty() {
        return None;
    }
    let entries: Vec<_> = ear.inventory().entries().filter(|entry| party.performs(entry.by)).collect();
    let acts: Vec<&Act> = entries.iter().map(|entry| &entry.act).collect();
    let judged = entries.iter().map(|entry| {
        let shown = turns.iter().filter(|turn| turn.acts.contains(&entry.act)).count();
        let plain = entry.evidence == Evidence::Plain;
        Judged {
            act: entry.act.clone(),
            bar: if plain { LIKELY } else { ALMOST_SURE },
            floor: if plain && shown >= ENOUGH_TURNS { UNLIKELY } else { 0.0 },
        }
    });
    let judged: Vec<Judged> = judged.collect();
    let teacher = Teacher { ear, clues, party, acts };
    let samples = thread::scope(|scope| {
        let examples = scope.spawn(|| {
            let examples = ear.lexicon().examples().iter();
            examples.filter_map(|example| teacher.example(example)).collect::<Vec<_>>()
        });
        let mut samples: Vec<Sample> = turns.iter().map(|turn| teacher.turn(turn)).collect();
        // A thread that panicked would have panicked here as well.
        samples.extend(examples.join().unwrap_or_default());
        samples
    });
    Some(Examples { model: Model::train(&samples, judged.len()), acts: judged })
}

struct Teacher<'a> {
    ear: &'a Ear,
    clues: &'a Clues,
    party: Party,
    /// In the order of the model's columns.
    acts: Vec<&'a Act>,
}

impl Teacher<'_> {
    fn turn(&self, turn: &LabelledTurn) -> Sample {
        let target = |act: &&Act| {
            if turn.acts.contains(act) {
                Target::Performed
            } else if turn.maybe.contains(act) {
                Target::Unknown
            } else {
                Target::NotPerformed
            }
        };
        Sample {
            clues: self.clues_of(&turn.text, turn.after.as_deref(), Look::AtPatterns),
            targets: self.acts.iter().map(target).collect(),
        }
    }

    /// What the patterns hear is not looked at in an example: they were written to hear it.
    fn example(&self, example: &Example) -> Option<Sample> {
        let by = self.ear.inventory().get(example.act.id())?.by;
        if !self.party.performs(by) {
            return None;
        }
        let (own, others) = match example.counts {
            Counts::Heard => (Target::Performed, Target::ProbablyNot),
            Counts::NotHeard => (Target::NotPerformed, Target::Unknown),
        };
        Some(Sample {
            clues: self.clues_of(&example.text, example.context.as_deref(), Look::AtWordsAlone),
            targets: self.acts.iter().map(|act| if **act == example.act { own } else { others }).collect(),
        })
    }

    fn clues_of(&self, text: &str, after: Option<&str>, look: Look) -> Vec<super::clues::Clue> {
        let (speaker, other) = match self.party {
            Party::Agent => (Speaker::Agent, Speaker::Debtor),
            Party::Debtor => (Speaker::Debtor, Speaker::Agent),
        };
        let before = after.map(|text| {
            (Line { speaker: other, text }, self.ear.hear_alone(Line { speaker: other, text }, None).0)
        });
        let line = Line { speaker, text };
        let (heard, words) = match look {
            Look::AtPatterns => {
                self.ear.hear_alone(line, before.as_ref().map(|(line, heard)| (*line, heard)))
            }
            Look::AtWordsAlone => self.ear.read_alone(text),
        };
        let acts = |heard: &'_ Heard| -> BTreeSet<Act> {
            heard.acts.iter().map(|hit| hit.act.clone()).filter(|act| !act.is(TOPIC)).collect()
        };
        let now = acts(&heard);
        let earlier = before.as_ref().map(|(_, heard)| acts(heard));
        self.clues.of(&Seen {
            words: &words,
            entities: heard.entities.iter().map(|entity| entity.value.kind()).collect(),
            heard: (look == Look::AtPatterns).then(|| now.iter().map(Act::id).collect()),
            before: earlier.as_ref().map(|acts| acts.iter().map(Act::id).collect()),
        })
    }
}

/// Whether what the patterns hear is a clue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    AtPatterns,
    AtWordsAlone,
}

impl Party {
    /// Whose model hears a speaker; none hears the system.
    pub(in crate::nlu) fn of(speaker: Speaker) -> Option<Self> {
        match speaker {
            Speaker::Agent => Some(Self::Agent),
            Speaker::Debtor | Speaker::ThirdParty => Some(Self::Debtor),
            Speaker::System => None,
        }
    }
}
