//! After a rehearsed call: how it ended, the best moment, the one to do over, and what the debtor was hiding.

mod moments;
mod outcome;
mod text;

use rust_decimal::Decimal;
use serde::Serialize;

pub use self::moments::Moment;
pub(in crate::report) use self::moments::{BREAKTHROUGH, Gain};
pub use self::text::text;

use crate::call::{Call, Conduct, Speaker, TurnIndex};
use crate::messages::Messages;
use crate::nlu::{HeardCall, Value};
use crate::report::redo;
use crate::rubric::Evaluation;
use crate::simulator::{Beyond, Event, Outcome, Scenario, Session, Standing};

/// What the session knows and the events do not tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    outcome: Outcome,
    disclosed: Vec<String>,
    terms: Option<String>,
    squeezed: bool,
    misremembers: bool,
    beyond_file: Vec<Beyond>,
    could_have_paid: Option<String>,
}

impl Outline {
    pub fn of(session: &Session<'_>) -> Self {
        // The creditor's programme has terms of its own.
        let programme = session.agreement().is_some_and(|agreement| agreement.terms.hardship);
        Self {
            outcome: session.ended().unwrap_or(Outcome::Abandoned),
            disclosed: session.disclosed().iter().cloned().collect(),
            terms: session.agreed_terms(),
            squeezed: session.agreement().is_some_and(|agreement| agreement.squeezed),
            misremembers: session.misremembers(),
            beyond_file: if programme { Vec::new() } else { session.beyond_file() },
            could_have_paid: session.left_on_the_table(),
        }
    }
}

/// A fact that the debtor first told otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// What was said in its place, in the debtor's words, and in which turn, counted from 1.
    pub claim: String,
    pub claimed: usize,
    pub fact: String,
    pub turn: usize,
}

/// A fact of the debtor's, and whether it came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Secret {
    pub what: String,
    pub came_out: bool,
    /// By which words it came out: they may tell a part of it.
    pub said: Option<Told>,
}

/// Words of the debtor's, and their turn, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    pub turn: usize,
    pub quote: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Debrief {
    pub outcome: Outcome,
    pub standing: Standing,
    pub terms: Option<String>,
    pub squeezed: bool,
    pub misremembers: bool,
    /// Where the agreement goes beyond what the case file permits.
    pub beyond_file: Vec<Beyond>,
    /// What the debtor could have paid on the day and was not asked for.
    pub could_have_paid: Option<String>,
    /// What was claimed, and turned out otherwise.
    pub contradictions: Vec<Contradiction>,
    /// Turns in which money was asked for where collecting had to stop, counted from 1.
    pub pressed_on: Vec<usize>,
    /// Turns that told somebody else of the debt, counted from 1.
    pub told_third_party: Vec<usize>,
    /// Turns in which the debtor would have said yes and nobody asked, counted from 1.
    pub missed_signals: Vec<usize>,
    /// Questions of the debtor's that were passed over.
    pub ignored_questions: usize,
    pub best: Option<Moment>,
    pub redo: Option<Moment>,
    /// Who the debtor is.
    pub about: String,
    /// What the debtor was hiding.
    pub account: String,
    pub secrets: Vec<Secret>,
}

impl Debrief {
    /// Puts together what the events and the evaluation have to say; `messages` are in the reader's language.
    pub fn new(
        scenario: &Scenario,
        outline: Outline,
        events: &[Event],
        heard: &HeardCall,
        evaluation: &Evaluation,
        messages: &Messages,
    ) -> Self {
        let call = &heard.call;
        let outcome = outcome::told(outline.outcome, |it| scenario.good.contains(&it), heard, evaluation);
        let standing = scenario.standing(outcome);
        let gains = moments::gains(events, call, standing);
        // Where collecting was rightly stopped, what a collector leaves out is no fault.
        let stopped = outcome == Outcome::RightRefusal && standing == Standing::Good;
        let redo = redo::moment(&gains, heard, evaluation, messages, stopped);
        let best = moments::best(&gains, heard, evaluation, standing, redo.as_ref());
        let breaches = |kind: Conduct| -> Vec<usize> {
            let of_kind = evaluation.conduct.iter().filter(|breach| breach.kind == kind);
            of_kind.map(|breach| breach.evidence.turn.number()).collect()
        };
        let secrets = scenario
            .facts
            .iter()
            .map(|(id, fact)| Secret {
                what: fact.what.clone(),
                came_out: outline.disclosed.contains(id),
                said: disclosed(id, events, call),
            })
            .collect();
        Self {
            outcome,
            standing,
            terms: outline.terms.filter(|_| settles(outcome)),
            squeezed: outline.squeezed,
            misremembers: outline.misremembers,
            beyond_file: outline.beyond_file.into_iter().filter(|it| promised(it, heard)).collect(),
            could_have_paid: outline.could_have_paid,
            contradictions: contradictions(scenario, events, call),
            pressed_on: breaches(Conduct::PressedOn),
            told_third_party: {
                let mut turns = turns_of(events, |event| match event {
                    Event::ThirdPartyTold { turn } => Some(*turn),
                    _ => None,
                });
                turns.extend(breaches(Conduct::ThirdParty));
                turns.sort_unstable();
                turns.dedup();
                turns
            },
            missed_signals: turns_of(events, |event| match event {
                Event::SignalTaken { turn, taken: false } => Some(*turn),
                _ => None,
            }),
            ignored_questions: unanswered(events),
            best: best.map(|gain| gain.moment(call, None)),
            redo,
            about: scenario.persona.about.clone(),
            account: scenario.truth.account.clone(),
            secrets,
        }
    }
}

/// Whether something was agreed on in such an ending: of a call put off, or broken off, what was merely spoken of is
/// nothing that was agreed.
fn settles(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Paid
        | Outcome::PromiseKept
        | Outcome::PromiseBroken
        | Outcome::Plan
        | Outcome::HardshipReferral
        | Outcome::DisputeRegistered => true,
        Outcome::Callback
        | Outcome::RightRefusal
        | Outcome::ThirdPartyTold
        | Outcome::Refused
        | Outcome::HungUp
        | Outcome::Abandoned => false,
    }
}

/// Whether it was the agent who named it: of payments that only the debtor counted nothing was promised.
fn promised(beyond: &Beyond, heard: &HeardCall) -> bool {
    let Beyond::Payments { agreed, .. } = beyond else { return true };
    let turns = heard.call.turns.iter().zip(&heard.heard);
    let agents = turns.filter(|(turn, _)| turn.speaker == Speaker::Agent);
    agents.flat_map(|(_, heard)| &heard.entities).any(|entity| match &entity.value {
        Value::Plan(plan) => plan.count == Some(*agreed),
        Value::Number(number) => *number == Decimal::from(*agreed),
        _ => false,
    })
}

/// Turn numbers of the events that are meant, counted from 1.
fn turns_of(events: &[Event], meant: impl Fn(&Event) -> Option<usize>) -> Vec<usize> {
    events.iter().filter_map(meant).map(|turn| TurnIndex(turn).number()).collect()
}

/// Questions that were passed over and never answered.
fn unanswered(events: &[Event]) -> usize {
    let mut open = std::collections::BTreeSet::new();
    for event in events {
        match event {
            Event::Ignored { question, .. } => drop(open.insert(question)),
            Event::Answered { question, .. } => drop(open.remove(question)),
            _ => {}
        }
    }
    open.len()
}

fn contradictions(scenario: &Scenario, events: &[Event], call: &Call) -> Vec<Contradiction> {
    let told = |event: &Event| {
        let Event::Contradicted { turn, fact, claimed } = event else { return None };
        // What was told in the same breath was not told otherwise first.
        if claimed == turn {
            return None;
        }
        let fact = scenario.facts.get(fact).filter(|fact| fact.public.is_some())?;
        let (claimed, turn) = (answer(*claimed, call), answer(*turn, call));
        Some(Contradiction {
            claim: claimed.quote,
            claimed: claimed.turn,
            fact: fact.what.clone(),
            turn: turn.turn,
        })
    };
    events.iter().filter_map(told).collect()
}

/// The words by which a fact came out.
fn disclosed(id: &str, events: &[Event], call: &Call) -> Option<Told> {
    events.iter().find_map(|event| match event {
        Event::Disclosed { turn, fact } if fact == id => Some(answer(*turn, call)),
        _ => None,
    })
}

/// Events stand at the agent's turn; the words are in the answer to it.
fn answer(turn: usize, call: &Call) -> Told {
    let agents = call.turns.get(turn).is_some_and(|turn| turn.speaker == Speaker::Agent);
    let answered = agents && turn + 1 < call.turns.len();
    let at = if answered { turn + 1 } else { turn };
    let text = call.turns.get(at).map(|turn| turn.text.as_str()).unwrap_or_default();
    Told { turn: TurnIndex(at).number(), quote: text.split_whitespace().collect::<Vec<_>>().join(" ") }
}
