//! A rehearsed call from the first ring to the last word: a state machine, a line in, events out.

use std::collections::BTreeSet;

use crate::call::{Call, Speaker, Turn};
use crate::messages::Messages;
use crate::nlu::{Ear, Earlier, Heard, HeardCall, Line, Memory};
use crate::simulator::debtor::{Debtor, Ending, Incoming, Reply};
use crate::simulator::event::Event;
use crate::simulator::line::Mood;
use crate::simulator::negotiation::Agreement;
use crate::simulator::outcome::Outcome;
use crate::simulator::scenario::Scenario;

/// How many turns back the ear is told of.
const CONTEXT: usize = 8;

/// A call in progress.
#[derive(Debug)]
pub struct Session<'a> {
    scenario: &'a Scenario,
    debtor: Debtor<'a>,
    call: Call,
    /// Of the turns up to the last but the ones just said: they are heard when it matters.
    heard: Vec<Heard>,
    memory: Memory,
    ended: Option<Outcome>,
}

impl<'a> Session<'a> {
    /// The phone rings. `messages` are in the language of the scenario.
    pub fn new(scenario: &'a Scenario, messages: &'a Messages, seed: u64) -> Self {
        let mut call = Call::new(format!("{}#{seed}", scenario.id), scenario.language);
        call.country = Some(scenario.country);
        call.date = Some(scenario.date);
        call.case_file = Some(scenario.case_file.clone());
        let debtor = Debtor::new(scenario, messages, seed);
        Self { scenario, debtor, call, heard: Vec::new(), memory: Memory::default(), ended: None }
    }

    /// The same session with what an ear remembers of others, which makes the same lines cheap to hear again.
    #[must_use]
    pub fn with_memory(mut self, memory: Memory) -> Self {
        self.memory = memory;
        self
    }

    /// Hands the memory on to the next session; this one goes on with an empty one.
    pub fn take_memory(&mut self) -> Memory {
        std::mem::take(&mut self.memory)
    }

    /// The debtor picks up.
    pub fn open(&mut self) -> Vec<Event> {
        let says = self.debtor.pick_up().into_iter().collect();
        self.speak(&Reply { says, ends: None });
        std::mem::take(&mut self.debtor.events)
    }

    /// The agent says something; what follows, up to the debtor's answer or the end. A line with nothing in it,
    /// or after the end, leads to nothing. The ear is that of the scenario.
    pub fn line(&mut self, text: &str, ear: &Ear) -> Vec<Event> {
        let text = text.trim();
        if self.ended.is_some() || text.is_empty() {
            return Vec::new();
        }
        let number = self.call.turns.len();
        self.call.turns.push(Turn::new(Speaker::Agent, text));
        self.catch_up(ear);
        self.debtor.events.push(Event::AgentSaid { turn: number, text: text.to_owned() });
        let reply = self.debtor.answer(Incoming { number, text, heard: &self.heard[number] });
        self.speak(&reply);
        std::mem::take(&mut self.debtor.events)
    }

    /// The agent hangs up.
    pub fn hang_up(&mut self) -> Vec<Event> {
        if self.ended.is_none() {
            self.end(None);
        }
        std::mem::take(&mut self.debtor.events)
    }

    pub fn ended(&self) -> Option<Outcome> {
        self.ended
    }

    pub fn scenario(&self) -> &'a Scenario {
        self.scenario
    }

    pub fn trust(&self) -> i32 {
        self.debtor.feelings.trust
    }

    pub fn patience(&self) -> i32 {
        self.debtor.feelings.patience
    }

    pub fn mood(&self) -> Mood {
        self.debtor.feelings.mood()
    }

    pub fn disclosed(&self) -> &BTreeSet<String> {
        &self.debtor.disclosed
    }

    pub fn agreement(&self) -> Option<&Agreement> {
        self.debtor.agreement.as_ref()
    }

    /// What was agreed, in the words of the call.
    pub fn agreed_terms(&self) -> Option<String> {
        let terms = &self.agreement()?.terms;
        let named = terms.amount.is_some() || terms.date.is_some();
        named.then(|| self.debtor.spoken_terms(terms))
    }

    /// Whether the debtor left with a wrong date in mind.
    pub fn misremembers(&self) -> bool {
        self.debtor.misremembers
    }

    /// What to try next, for a trainee who asks.
    pub fn hint(&self) -> &str {
        let opening = self.debtor.opening;
        let step = if !opening.introduced || !opening.identified {
            "introduce"
        } else if !opening.verified && !self.scenario.case_file.verify.is_empty() {
            "verify"
        } else if !opening.purpose {
            "purpose"
        } else if let Some(objection) = self.debtor.objection() {
            return &objection.hint;
        } else if self.debtor.agreement.is_none() {
            "negotiate"
        } else if !self.debtor.recapped {
            "recap"
        } else {
            "close"
        };
        self.scenario.hints.get(step).map_or("", String::as_str)
    }

    /// The call and what was heard in it.
    pub fn into_heard_call(mut self, ear: &Ear) -> HeardCall {
        self.catch_up(ear);
        HeardCall { call: self.call, heard: self.heard }
    }

    fn speak(&mut self, reply: &Reply) {
        if !reply.says.is_empty() {
            let text = reply.says.iter().map(|say| say.text.as_str()).collect::<Vec<_>>().join(" ");
            let because = reply.says.iter().map(|say| say.situation.clone()).collect();
            let turn = self.call.turns.len();
            self.call.turns.push(Turn::new(Speaker::Debtor, text.as_str()));
            self.debtor.events.push(Event::DebtorSaid { turn, text, because });
        }
        if let Some(ending) = reply.ends {
            self.end(Some(ending));
        }
    }

    fn end(&mut self, ending: Option<Ending>) {
        let outcome = self.debtor.outcome(ending);
        self.ended = Some(outcome);
        self.debtor.events.push(Event::Ended { outcome });
    }

    /// Hears the turns that were not heard yet.
    fn catch_up(&mut self, ear: &Ear) {
        let turns = &self.call.turns;
        for at in self.heard.len()..turns.len() {
            let first = at.saturating_sub(CONTEXT);
            let before: Vec<Earlier<'_>> = turns[first..at]
                .iter()
                .zip(&self.heard[first..])
                .map(|(turn, heard)| Earlier {
                    line: Line { speaker: turn.speaker, text: &turn.text },
                    heard,
                })
                .collect();
            let line = Line { speaker: turns[at].speaker, text: &turns[at].text };
            let heard = ear.hear_again(line, &before, &self.scenario.setting(), &mut self.memory);
            self.heard.push(heard);
        }
    }
}
