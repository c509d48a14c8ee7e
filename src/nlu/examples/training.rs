//! From turns and examples to samples: a labelled turn says of every act whether it is performed; an example says it
//! of its own act, and only makes the others unlikely; a counter-example says it of its act alone.

use super::clues::{Clue, SaidBefore, Seen, clues};
use super::descent::{self, Sample, Target};
use super::marked::{Marked, Met};
use super::network::Network;
use super::{NOTHING, by_patterns};
use crate::nlu::act::Act;
use crate::nlu::ear::{Ear, Line};
use crate::nlu::heard::Heard;
use crate::nlu::lexicon::{Counts, Example};
use crate::nlu::turns::{LabelledTurn, Party};

/// What an example of another act says against an act; it was labelled for its own alone.
const PROBABLY_NOT: f32 = 0.3;
/// Words met so often are looked up by their spelling; the others are put together from their pieces.
const COMMON: usize = 10;

/// Learns to hear one party. None where none of its turns is labelled: single examples tell too little of what is
/// not there.
pub(super) fn learn(ear: &Ear, turns: &[LabelledTurn], party: Party) -> Option<Network> {
    let turns: Vec<&LabelledTurn> = turns.iter().filter(|turn| turn.by == party).collect();
    if turns.is_empty() {
        return None;
    }
    let entries = ear.inventory().entries().filter(|entry| party.performs(entry.by));
    let acts: Vec<&Act> = entries.map(|entry| &entry.act).collect();
    let mut teacher = Teacher { ear, party, acts, met: Met::default() };
    let mut samples: Vec<Sample> = turns.iter().map(|turn| teacher.turn(turn)).collect();
    samples.extend(ear.lexicon().examples().iter().filter_map(|example| teacher.example(example)));
    let columns = teacher.acts.iter().map(|act| act.id()).chain([NOTHING]);
    let columns = columns.map(str::to_owned).collect();
    Some(descent::learn(&samples, &teacher.met.often(COMMON), columns))
}

struct Teacher<'a> {
    ear: &'a Ear,
    party: Party,
    /// In the order of the network's acts.
    acts: Vec<&'a Act>,
    /// The words of all samples so far.
    met: Met,
}

impl Teacher<'_> {
    fn turn(&mut self, turn: &LabelledTurn) -> Sample {
        let target = |act: &&Act| Target {
            performed: turn.acts.contains(*act),
            weight: if turn.maybe.contains(*act) { 0.0 } else { 1.0 },
        };
        let look = if turn.unseen { Look::AtPatterns } else { Look::AtWordsAlone };
        let doubtful = turn.acts.is_empty() && !turn.maybe.is_empty();
        let nothing = Target { performed: turn.acts.is_empty(), weight: if doubtful { 0.0 } else { 1.0 } };
        Sample {
            clues: self.clues_of(&turn.text, turn.after.as_deref(), look),
            targets: self.acts.iter().map(target).chain([nothing]).collect(),
        }
    }

    /// What the patterns hear is not looked at in an example: they were written to hear it.
    fn example(&mut self, example: &Example) -> Option<Sample> {
        let by = self.ear.inventory().get(example.act.id())?.by;
        if !self.party.performs(by) {
            return None;
        }
        let heard = example.counts == Counts::Heard;
        let target = |act: &&Act| {
            let own = **act == example.act;
            let others = if heard { PROBABLY_NOT } else { 0.0 };
            Target { performed: own && heard, weight: if own { 1.0 } else { others } }
        };
        Some(Sample {
            clues: self.clues_of(&example.text, example.context.as_deref(), Look::AtWordsAlone),
            targets: self.acts.iter().map(target).chain([Self::something(heard)]).collect(),
        })
    }

    /// Of an example it is known that it does something; of a counter-example neither.
    fn something(heard: bool) -> Target {
        Target { performed: false, weight: if heard { 1.0 } else { 0.0 } }
    }

    fn clues_of(&mut self, text: &str, after: Option<&str>, look: Look) -> Vec<Clue> {
        let (speaker, other) = self.party.speakers();
        let before = after.map(|text| {
            let line = Line { speaker: other, text };
            (line, self.ear.hear_alone(line, None))
        });
        let line = Line { speaker, text };
        let heard_before = before.as_ref().map(|(line, patterned)| (*line, &patterned.heard));
        let mut patterned = self.ear.hear_alone(line, heard_before);
        if look == Look::AtWordsAlone {
            patterned.heard.acts.clear();
        }
        let before = before.as_ref().map(|(_, patterned)| {
            let Heard { acts, entities } = &patterned.heard;
            SaidBefore::new(&patterned.words, entities, by_patterns(acts))
        });
        let turn = Marked::new(&patterned.words, &patterned.heard.entities, |_| false);
        let mut seen = Seen::of(&turn, &patterned.heard, 0..patterned.words.len(), before.as_ref());
        if look == Look::AtWordsAlone {
            seen.heard = None;
        }
        self.met.meet(&turn);
        let mut all = Vec::new();
        clues(&seen, |clue| all.push(clue));
        all
    }
}

/// Whether what the patterns hear is a clue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    AtPatterns,
    AtWordsAlone,
}
