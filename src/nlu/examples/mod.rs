//! The second layer of the ear: it generalises from labelled turns and from the lexicon's examples to wordings that
//! no pattern foresaw. It adds an act that the patterns did not hear, and takes back one that they heard where the
//! words speak against it. What it adds names the words that weighed most.

mod clues;
mod descent;
mod network;
mod stored;
#[cfg(test)]
mod tests;
mod training;

use std::borrow::Cow;

use crate::nlu::act::Act;
use crate::nlu::ear::{Ear, Patterned};
use crate::nlu::heard::{ActHit, Heard, Reason};
use crate::nlu::inventory::{Evidence, Inventory};
use crate::nlu::lexicon::TOPIC;
use crate::nlu::text::{Break, Word};
use crate::nlu::turns::{LabelledTurn, Party};
use crate::source::Span;

use clues::{Clue, Seen, clues, word_key};
use network::{Answer, Hearing};
pub use stored::Unusable;

/// From this probability on an act is heard; the careful side is taken, for a score on misheard words is an injustice.
const LIKELY: f32 = 0.4;
/// The same for acts that are held against the speaker: what was misheard must not be.
const ALMOST_SURE: f32 = 0.5;
/// Below this an act that a pattern heard is taken back.
const UNLIKELY: f32 = 0.2;
/// The same for acts that are held against the speaker: their patterns are narrow, and hear what no turn that taught
/// is like.
const VERY_UNLIKELY: f32 = 0.1;
const BACKCHANNEL: &str = "backchannel";
/// The column that says how likely a turn does nothing at all.
const NOTHING: &str = "-";
/// From this probability on that a turn does nothing, what is heard in it has to be surer.
const IDLE: f32 = 0.1;
/// The bar for what the second layer adds, and the floor for what patterns heard, in such a turn.
const SURE_THOUGH_IDLE: f32 = 0.9;
const LIKELY_THOUGH_IDLE: f32 = 0.7;
/// How many words a reason names at most.
const MOST_WORDS: usize = 3;

/// What was learnt for one language.
#[derive(Debug)]
pub struct Learnt {
    turns: stored::TurnsHash,
    agent: Option<Examples>,
    debtor: Option<Examples>,
}

impl Learnt {
    /// Reads what `teach` gave.
    pub fn read(bytes: &[u8], inventory: &Inventory) -> Result<Self, Unusable> {
        let stored::Content { turns, networks: [agent, debtor] } = stored::from_bytes(bytes)?;
        let ready = |network: Option<_>| network.map(|network| Examples::new(network, inventory));
        Ok(Self { turns, agent: ready(agent), debtor: ready(debtor) })
    }

    /// Whether these turns, in this order, are what taught it.
    pub fn is_taught_by(&self, turns: &[LabelledTurn]) -> bool {
        self.turns == stored::hash(turns)
    }

    /// What was learnt to hear one party.
    pub(super) fn of(&self, party: Party) -> Option<&Examples> {
        match party {
            Party::Agent => self.agent.as_ref(),
            Party::Debtor => self.debtor.as_ref(),
        }
    }
}

/// Learns from labelled turns and the examples of an ear's lexicon; the same turns in the same order give the same
/// bytes.
pub fn teach(ear: &Ear, turns: &[LabelledTurn]) -> Vec<u8> {
    let networks = std::thread::scope(|scope| {
        let debtor = scope.spawn(|| training::learn(ear, turns, Party::Debtor));
        // A thread that panicked would have panicked here as well.
        [training::learn(ear, turns, Party::Agent), debtor.join().unwrap_or_default()]
    });
    stored::to_bytes(&stored::Content { turns: stored::hash(turns), networks })
}

/// What was learnt for one party.
#[derive(Debug)]
pub(super) struct Examples {
    network: Hearing,
    acts: Vec<Judged>,
    /// The column of what does nothing.
    nothing: Option<usize>,
}

/// An act of the network, in the order of its columns.
#[derive(Debug)]
struct Judged {
    act: Act,
    /// Heard from this probability on; never, where the inventory does not have the act.
    bar: f32,
    /// Taken back below this probability.
    floor: f32,
}

impl Judged {
    /// The bar and the floor in a turn that does nothing with this probability.
    fn marks(&self, nothing: f32) -> (f32, f32) {
        // A sign of listening is mostly all that such a turn does.
        if nothing < IDLE || self.floor == 0.0 || self.act.id() == BACKCHANNEL {
            return (self.bar, self.floor);
        }
        (self.bar.max(SURE_THOUGH_IDLE), self.floor.max(LIKELY_THOUGH_IDLE))
    }
}

impl Examples {
    fn new(network: network::Network, inventory: &Inventory) -> Self {
        let judged = |id: &String| {
            let (bar, floor) = match inventory.get(id).map(|entry| entry.evidence) {
                Some(Evidence::Plain) => (LIKELY, UNLIKELY),
                Some(_) => (ALMOST_SURE, VERY_UNLIKELY),
                None => (f32::INFINITY, 0.0),
            };
            Judged { act: Act::from(id.as_str()), bar, floor }
        };
        let network = Hearing::new(network);
        let nothing = network.acts().iter().position(|id| id == NOTHING);
        Self { acts: network.acts().iter().map(judged).collect(), nothing, network }
    }

    /// Adds to what the patterns heard in a turn, and takes from it.
    pub(super) fn revise(&self, patterned: &mut Patterned<'_>, before: Option<&Heard>) {
        // Of words that it never met, length and context alone would speak.
        if !patterned.words.iter().any(|word| self.network.knows(word_key(word))) {
            return;
        }
        let whole = Seen::of(patterned, before);
        let found = clues(&whole);
        let answer = self.network.answer(&found);
        let nothing = self.nothing.map_or(0.0, |column| answer.probabilities[column]);
        let mut refused = Vec::new();
        let mut added = Vec::new();
        for (column, (judged, probability)) in self.acts.iter().zip(&answer.probabilities).enumerate() {
            let (bar, floor) = judged.marks(nothing);
            let is_judged = |hit: &&ActHit| hit.act == judged.act;
            if let Some(hit) = patterned.heard.acts.iter().find(is_judged) {
                let doubted = *probability < floor && !patterned.own.contains(&judged.act);
                if doubted
                    && (nothing >= IDLE
                        || self.within_sentences(patterned, &whole, &answer, &hit.span)[column] < floor)
                {
                    refused.push(&judged.act);
                }
            } else if *probability >= bar {
                added.extend(self.hit(column, &found, &answer, &patterned.words));
            }
        }
        let hits = &mut patterned.heard.acts;
        hits.retain(|hit| !refused.contains(&&hit.act));
        hits.extend(added);
    }

    /// The probabilities of the acts in the sentences of a span alone: beside enough other talk, a turn as a whole
    /// is like none that taught.
    fn within_sentences<'a>(
        &self,
        patterned: &Patterned<'_>,
        whole: &Seen<'_>,
        answer: &'a Answer,
        span: &Span,
    ) -> Cow<'a, [f32]> {
        let words = &patterned.words;
        let starts = |at: &usize| *at == 0 || words[*at].before == Break::Sentence;
        let first = words.iter().position(|word| word.span.end > span.start).unwrap_or(0);
        let last = words.iter().rposition(|word| word.span.start < span.end).unwrap_or(first);
        let from = (0..=first).rev().find(starts).unwrap_or(0);
        let to = (last + 1..words.len()).find(starts).unwrap_or(words.len());
        let within =
            |inner: &Span| inner.start < words[to - 1].span.end && words[from].span.start < inner.end;
        let entities = patterned.heard.entities.iter().filter(|entity| within(&entity.span));
        let hits = patterned.heard.acts.iter().filter(|hit| within(&hit.span) && !hit.act.is(TOPIC));
        let seen = Seen {
            words: &words[from..to],
            entities: entities.map(|entity| entity.value.kind()).collect(),
            heard: Some(hits.map(|hit| hit.act.id()).collect()),
            before: whole.before.clone(),
        };
        // A turn of one sentence was looked at already.
        let same = seen.words.len() == whole.words.len()
            && seen.entities == whole.entities
            && seen.heard == whole.heard;
        if same {
            return Cow::Borrowed(&answer.probabilities);
        }
        Cow::Owned(self.network.answer(&clues(&seen)).probabilities)
    }

    /// The hit of an act, on the words that spoke for it; none where no word did.
    fn hit(&self, column: usize, clues: &[Clue], answer: &Answer, words: &[Word]) -> Option<ActHit> {
        let mut weights = vec![0.0_f32; words.len()];
        for (clue, share) in clues.iter().zip(self.network.shares(clues, answer, column)) {
            let Some((first, last)) = clue.words else { continue };
            weights[first] += share / 2.0;
            weights[last] += share / 2.0;
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

impl<'a> Seen<'a> {
    /// A turn as the patterns heard it, and what was heard in the other party's turn before.
    fn of(patterned: &'a Patterned<'_>, before: Option<&'a Heard>) -> Self {
        let entities = &patterned.heard.entities;
        Self {
            words: &patterned.words,
            entities: entities.iter().map(|entity| entity.value.kind()).collect(),
            heard: Some(by_patterns(&patterned.heard)),
            before: before.map(by_patterns),
        }
    }
}

/// What the patterns heard, without a scenario's own topics.
fn by_patterns(heard: &Heard) -> std::collections::BTreeSet<&str> {
    let hits = heard.acts.iter().filter(|hit| !matches!(hit.reason, Reason::Examples { .. }));
    hits.filter(|hit| !hit.act.is(TOPIC)).map(|hit| hit.act.id()).collect()
}
