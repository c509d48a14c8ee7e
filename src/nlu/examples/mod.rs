//! The second layer of the ear: it generalises from labelled turns and from the lexicon's examples to wordings that
//! no pattern foresaw. It adds an act that the patterns did not hear, and takes back one that they heard where the
//! labelled turns speak clearly against it. What it adds names the words that weighed most.

mod clues;
mod model;
#[cfg(test)]
mod tests;
mod training;

use crate::nlu::act::Act;
use crate::nlu::heard::{ActHit, Reason};
use crate::nlu::text::Word;

pub(super) use clues::{Clues, Seen};
use model::Model;
pub(super) use training::learn;

/// From this probability on an act is heard. Cross-validation over the labelled turns is flat from 0.25 to 0.4; the
/// careful end is taken, for a score on misheard words is an injustice.
const LIKELY: f32 = 0.4;
/// The same for acts that are held against the speaker: what was misheard must not be.
const ALMOST_SURE: f32 = 0.6;
/// Below this an act that a pattern heard is taken back.
const UNLIKELY: f32 = 0.03;
/// So many labelled turns must have performed an act before the model is believed against a pattern.
const ENOUGH_TURNS: usize = 8;
/// How many words a reason names at most.
const MOST_WORDS: usize = 3;

/// An act of the model, in the order of its columns.
#[derive(Debug)]
struct Judged {
    act: Act,
    /// Heard from this probability on.
    bar: f32,
    /// Taken back below this probability.
    floor: f32,
}

/// What was learnt for one party in one language.
#[derive(Debug)]
pub(super) struct Examples {
    model: Model,
    acts: Vec<Judged>,
}

impl Examples {
    /// Adds to what the patterns heard in a turn, and takes from it.
    pub(super) fn revise(&self, clues: &Clues, seen: &Seen<'_>, hits: &mut Vec<ActHit>) {
        if seen.words.is_empty() {
            return;
        }
        let found = clues.of(seen);
        let probabilities = self.model.probabilities(&found);
        for ((column, judged), probability) in self.acts.iter().enumerate().zip(probabilities) {
            if hits.iter().any(|hit| hit.act == judged.act) {
                if probability < judged.floor {
                    hits.retain(|hit| hit.act != judged.act);
                }
            } else if probability >= judged.bar {
                hits.extend(self.hit(column, &found, seen.words));
            }
        }
    }

    /// The hit of an act, on the words that spoke for it; none where no word did.
    fn hit(&self, column: usize, clues: &[clues::Clue], words: &[Word]) -> Option<ActHit> {
        let mut weights = vec![0.0_f32; words.len()];
        for clue in clues {
            let Some((first, last)) = clue.words else { continue };
            let share = self.model.weight(clue, column) / if first == last { 1.0 } else { 2.0 };
            weights[first] += share;
            if last != first {
                weights[last] += share;
            }
        }
        let mut order: Vec<usize> = (0..words.len()).filter(|at| weights[*at] > 0.0).collect();
        order.sort_by(|a, b| weights[*b].total_cmp(&weights[*a]));
        order.truncate(MOST_WORDS);
        order.sort_unstable();
        let (first, last) = (*order.first()?, *order.last()?);
        Some(ActHit {
            act: self.acts[column].act.clone(),
            span: words[first].span.start..words[last].span.end,
            reason: Reason::Examples { words: order.iter().map(|at| words[*at].folded.clone()).collect() },
        })
    }
}
