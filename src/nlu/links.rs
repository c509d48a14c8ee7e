//! How the turns of a call hang together: which turn answers which question, and whether the agent takes up what
//! the debtor objects.
//!
//! A link says that the turns belong together, not that the answer was a good one: that is the scorecard's to say.
//! Which acts ask, answer and take up is data, in `rules/links.yaml`.

mod rules;

use serde::Serialize;

use self::rules::{BUILT_IN, Questions, Rules};
use super::act::Act;
use super::heard::{ActHit, Heard, HeardCall};
use super::text::{Break, Word, words};
use crate::call::{Speaker, Turn, TurnIndex};
use crate::source::Span;

/// Words beside a courtesy or a question that are enough to say something.
const SAYS_SOMETHING: usize = 3;

/// An act, and the words of the call in which it was heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActAt {
    pub turn: TurnIndex,
    pub act: Act,
    pub span: Span,
}

/// What became of a question or an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// The question has its answer; the objection was taken up.
    Answered,
    /// The other party spoke, and passed over it.
    Ignored,
    /// The other party did not come to speak.
    Pending,
}

/// What a turn asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    pub by: Speaker,
    /// The acts that ask, all of one turn.
    pub asks: Vec<ActAt>,
    pub fate: Fate,
    pub answer: Option<Answer>,
}

/// The turn that answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    pub turn: TurnIndex,
    /// The turn's words, without the blanks around them.
    pub span: Span,
    /// The acts that answer; none where the words alone do.
    pub acts: Vec<ActAt>,
}

/// What the debtor objects, and what the agent's next turns make of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Objection {
    pub raised: ActAt,
    pub replies: Vec<Reply>,
}

/// A turn of the agent after an objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reply {
    pub turn: TurnIndex,
    /// The acts that take the objection up; none where the turn passes over it.
    pub takes_up: Vec<ActAt>,
}

/// The links of a call, each list in the order of the call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Links {
    pub questions: Vec<Question>,
    pub objections: Vec<Objection>,
}

impl Question {
    pub fn turn(&self) -> TurnIndex {
        self.asks[0].turn
    }
}

impl Objection {
    pub fn fate(&self) -> Fate {
        if self.replies.is_empty() {
            Fate::Pending
        } else if self.replies.iter().any(|reply| !reply.takes_up.is_empty()) {
            Fate::Answered
        } else {
            Fate::Ignored
        }
    }

    /// The acts that take it up, in order.
    pub fn taken_up(&self) -> impl Iterator<Item = &ActAt> {
        self.replies.iter().flat_map(|reply| &reply.takes_up)
    }
}

/// The links of a call.
pub fn find(call: &HeardCall) -> Links {
    let search = Search { call, rules: &BUILT_IN };
    let turns = || 0..call.heard.len();
    Links {
        questions: turns().filter_map(|at| search.question(at)).collect(),
        objections: turns().flat_map(|at| search.objections(at)).collect(),
    }
}

struct Search<'a> {
    call: &'a HeardCall,
    rules: &'a Rules,
}

impl Search<'_> {
    fn turn(&self, at: usize) -> (&Turn, &Heard) {
        (&self.call.call.turns[at], &self.call.heard[at])
    }

    fn question(&self, at: usize) -> Option<Question> {
        let questions = &self.rules.questions;
        let (turn, heard) = self.turn(at);
        let asks: Vec<ActAt> =
            questions.asked(turn.speaker, heard).into_iter().map(|hit| act_at(at, hit)).collect();
        let first = asks.first()?;
        let yes_is_enough = questions.yes_is_enough(&first.act)
            || asks.iter().skip(1).any(|ask| questions.yes_is_enough(&ask.act));
        let end = self.call.heard.len().min(at + 1 + questions.within);
        let mut fate = Fate::Pending;
        for other in at + 1..end {
            let (reply, heard) = self.turn(other);
            if !facing(turn.speaker, reply.speaker) {
                continue;
            }
            fate = Fate::Ignored;
            let yes = yes_is_enough && other == at + 1 && is_yes(heard);
            if let Some(acts) = answering(&reply.text, heard, questions).or(yes.then(Vec::new)) {
                let acts = acts.into_iter().map(|hit| act_at(other, hit)).collect();
                let answer = Answer { turn: TurnIndex(other), span: whole(&reply.text), acts };
                return Some(Question { by: turn.speaker, asks, fate: Fate::Answered, answer: Some(answer) });
            }
        }
        Some(Question { by: turn.speaker, asks, fate, answer: None })
    }

    fn objections(&self, at: usize) -> Vec<Objection> {
        let objections = &self.rules.objections;
        let (turn, heard) = self.turn(at);
        if turn.speaker != Speaker::Debtor {
            return Vec::new();
        }
        let mut raised: Vec<&ActHit> = Vec::new();
        for hit in heard.acts.iter().filter(|hit| objections.is_one(&hit.act)) {
            if !raised.iter().any(|other| other.act == hit.act) {
                raised.push(hit);
            }
        }
        let replies: Vec<usize> = (at + 1..self.call.heard.len())
            .filter(|other| self.turn(*other).0.speaker == Speaker::Agent)
            .take(objections.within)
            .collect();
        let reply = |objection: &Act, other: usize| Reply {
            turn: TurnIndex(other),
            takes_up: self
                .turn(other)
                .1
                .acts
                .iter()
                .filter(|hit| objections.takes_up(objection, &hit.act))
                .map(|hit| act_at(other, hit))
                .collect(),
        };
        raised
            .into_iter()
            .map(|hit| Objection {
                raised: act_at(at, hit),
                replies: replies.iter().map(|other| reply(&hit.act, *other)).collect(),
            })
            .collect()
    }
}

/// Whether two speakers are on the two sides of the call.
fn facing(one: Speaker, other: Speaker) -> bool {
    one != Speaker::System && other != Speaker::System && (one == Speaker::Agent) != (other == Speaker::Agent)
}

/// Whether a turn is nothing but a sign of listening.
fn is_yes(heard: &Heard) -> bool {
    !heard.acts.is_empty() && heard.acts.iter().all(|hit| hit.act.is("backchannel"))
}

/// The acts by which a turn says something, or nothing in that list where words without an act do; `None` where
/// the turn is a courtesy, or only asks.
fn answering<'a>(text: &str, heard: &'a Heard, questions: &Questions) -> Option<Vec<&'a ActHit>> {
    let telling: Vec<&ActHit> = heard
        .acts
        .iter()
        .filter(|hit| !questions.asks(&hit.act) && !questions.answers_nothing(&hit.act))
        .collect();
    if !telling.is_empty() {
        return Some(telling);
    }
    let said = words_beside(text, heard, questions);
    let names = heard.entities.iter().any(|entity| said.iter().any(|word| overlap(&entity.span, &word.span)));
    let enough = if heard.acts.is_empty() { 1 } else { SAYS_SOMETHING };
    (names || said.len() >= enough).then(Vec::new)
}

/// The words that stand in no question and in no act that answers nothing. Without question marks, the whole
/// sentence in which a question was heard is one.
fn words_beside(text: &str, heard: &Heard, questions: &Questions) -> Vec<Word> {
    let words = words(text);
    let (asking, courtesies): (Vec<&ActHit>, Vec<&ActHit>) =
        heard.acts.iter().partition(|hit| questions.asks(&hit.act));
    let within = |word: &Word, hits: &[&ActHit]| hits.iter().any(|hit| overlap(&hit.span, &word.span));
    let mut said = Vec::new();
    let starts = words.iter().enumerate().filter(|(at, word)| *at == 0 || word.before == Break::Sentence);
    let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    for (number, start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(words.len());
        let sentence = &words[*start..end];
        if !sentence.iter().any(|word| word.asked || within(word, &asking)) {
            said.extend(sentence.iter().filter(|word| !within(word, &courtesies)).cloned());
        }
    }
    said
}

fn overlap(one: &Span, other: &Span) -> bool {
    one.start < other.end && other.start < one.end
}

fn act_at(turn: usize, hit: &ActHit) -> ActAt {
    ActAt { turn: TurnIndex(turn), act: hit.act.clone(), span: hit.span.clone() }
}

fn whole(text: &str) -> Span {
    let start = text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

#[cfg(test)]
mod tests;
