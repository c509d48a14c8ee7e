//! A rehearsed call from the first ring to the last word: a state machine, a line in, events out.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::call::{Call, Speaker, Turn};
use crate::messages::Messages;
use crate::nlu::entity::{Setting, Value};
use crate::nlu::{Earlier, Heard, HeardCall, Hears, Line};
use crate::simulator::asked::{self, Asked};
use crate::simulator::debtor::Debtor;
use crate::simulator::event::Event;
use crate::simulator::exchange::{Ending, Incoming, Reply};
use crate::simulator::identity::words;
use crate::simulator::line::Mood;
use crate::simulator::matters;
use crate::simulator::negotiation::Agreement;
use crate::simulator::outcome::Outcome;
use crate::simulator::past;
use crate::simulator::scenario::Scenario;
use crate::simulator::speech::Detail;
use crate::simulator::terms::Beyond;
use crate::simulator::typed::Segment;
use crate::source::Span;

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
    /// The kinds of question in the agent's last turn.
    asked: Vec<(Asked, Span)>,
    /// The matters that it names.
    matters: Vec<(String, Span)>,
    /// What the lines are read against.
    setting: Setting,
    ended: Option<Outcome>,
}

impl<'a> Session<'a> {
    /// The phone rings. `messages` are in the language of the scenario.
    pub fn new(scenario: &'a Scenario, messages: &'a Messages, seed: u64) -> Self {
        let mut call = Call::new(format!("{}#{seed}", scenario.id), scenario.language);
        call.country = Some(scenario.country);
        call.date = Some(scenario.date);
        call.case_file = Some(scenario.case_file.clone());
        call.business = scenario.segment == Segment::Business;
        call.law.clone_from(&scenario.law);
        let debtor = Debtor::new(scenario, messages, seed);
        let (heard, asked, matters) = (Vec::new(), Vec::new(), Vec::new());
        let setting = scenario.setting();
        Self { scenario, debtor, call, heard, asked, matters, setting, ended: None }
    }

    /// The debtor picks up.
    pub fn open(&mut self) -> Vec<Event> {
        let says = self.debtor.pick_up().into_iter().collect();
        self.speak(&Reply { says, ends: None });
        std::mem::take(&mut self.debtor.events)
    }

    /// The agent says something; what follows, up to the debtor's answer or the end. A line with nothing in it,
    /// or after the end, leads to nothing. The ear is that of the scenario.
    pub fn line(&mut self, text: &str, ear: &dyn Hears) -> Vec<Event> {
        let text = text.trim();
        if self.ended.is_some() || text.is_empty() {
            return Vec::new();
        }
        let number = self.call.turns.len();
        self.call.turns.push(Turn::new(Speaker::Agent, text));
        self.catch_up(ear);
        self.debtor.events.push(Event::AgentSaid { turn: number, text: text.to_owned() });
        let (asked_at, matters) = (std::mem::take(&mut self.asked), std::mem::take(&mut self.matters));
        let mut asked: Vec<Asked> = asked_at.iter().map(|(kind, _)| *kind).collect();
        asked.dedup();
        let turn = Incoming {
            number,
            text,
            said: &words(text),
            heard: &self.heard[number],
            asked: &asked,
            asked_at: &asked_at,
            her_days: &her_days(&self.call, &self.heard),
            matters: &matters,
        };
        let reply = self.debtor.answer(turn);
        self.speak(&reply);
        std::mem::take(&mut self.debtor.events)
    }

    /// The agent spoke while the debtor was still speaking; what follows is as of `line`.
    pub fn line_over(&mut self, text: &str, ear: &dyn Hears) -> Vec<Event> {
        if self.ended.is_none() && !text.trim().is_empty() {
            if let Some(turn) = self.call.turns.last_mut() {
                turn.interrupted = true;
            }
            self.debtor.be_talked_over(self.call.turns.len());
        }
        self.line(text, ear)
    }

    /// Nobody has spoken for a while: whoever has the phone asks whether anybody is there.
    pub fn silence(&mut self) -> Vec<Event> {
        if self.ended.is_none() {
            let says = self.debtor.wonder_at_silence(self.call.turns.len()).into_iter().collect();
            self.speak(&Reply { says, ends: None });
        }
        std::mem::take(&mut self.debtor.events)
    }

    /// What whoever has the phone would say to silence now.
    pub fn words_to_silence(&self) -> Option<(Speaker, String)> {
        let say = self.debtor.words_to_silence()?;
        Some((say.speaker, say.text))
    }

    /// The agent's last turn, and what was heard in it.
    pub fn last_heard(&self) -> Option<(&Turn, &Heard)> {
        let turns = self.call.turns.iter().zip(&self.heard);
        turns.rev().find(|(turn, _)| turn.speaker == Speaker::Agent)
    }

    pub fn turns_of_agent(&self) -> usize {
        self.call.turns.iter().filter(|turn| turn.speaker == Speaker::Agent).count()
    }

    /// How the screen calls a speaker.
    pub fn name_of(&self, speaker: Speaker) -> &'a str {
        match (&self.scenario.answered_by, speaker) {
            (Some(other), Speaker::ThirdParty) => &other.name,
            _ => &self.scenario.persona.name,
        }
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
        named.then(|| self.debtor.spoken_terms(terms, Detail::Whole))
    }

    /// Where what was agreed goes beyond what the agent may offer.
    pub fn beyond_file(&self) -> Vec<Beyond> {
        let paying = self.agreement().filter(|agreement| agreement.terms.amount.is_some());
        let spoken = |amount| self.debtor.spoken_amount(amount);
        paying.map(|it| it.terms.beyond(&self.scenario.case_file, spoken)).unwrap_or_default()
    }

    /// What could have been paid on the day, where the debtor could pay all that is overdue and less came of it.
    pub fn left_on_the_table(&self) -> Option<String> {
        let whole = self.scenario.case_file.past_due_total().amount;
        let percent = self.scenario.case_file.policy.max_discount.unwrap_or_default();
        // What the policy lets off is not lost.
        let due = whole - (whole * percent / Decimal::ONE_HUNDRED).round_dp(2);
        let owed = self.scenario.truth.undisputed.map_or(due, |cap| cap.min(due));
        let could = self.scenario.truth.means.now >= owed && !owed.is_zero();
        let agreed = match self.ended? {
            Outcome::PromiseKept | Outcome::Plan => self.agreement()?.terms.total(),
            Outcome::HardshipReferral | Outcome::Callback | Outcome::PromiseBroken => Decimal::ZERO,
            _ => return None,
        };
        (could && agreed < owed).then(|| self.debtor.spoken_amount(owed))
    }

    /// Whether the debtor left with a wrong date in mind.
    pub fn misremembers(&self) -> bool {
        self.debtor.misremembers
    }

    /// What to try next, for a trainee who asks.
    pub fn hint(&self) -> &str {
        if self.debtor.gate.is_some() {
            return self.scenario.hints.get("gate").map_or("", String::as_str);
        }
        let opening = self.debtor.opening;
        let hurt = |(_, heard): (_, &Heard)| self.scenario.hardens_on.iter().any(|act| heard.has(act));
        let step = if self.last_heard().is_some_and(hurt) {
            "mend"
        } else if !opening.introduced || !opening.identified {
            "introduce"
        } else if !opening.verified && !opening.purpose && !self.scenario.case_file.verify.is_empty() {
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

    /// The call so far: every turn with what was heard in it.
    pub fn so_far(&mut self, ear: &dyn Hears) -> (&Call, &[Heard]) {
        self.catch_up(ear);
        (&self.call, &self.heard)
    }

    /// The call and what was heard in it.
    pub fn into_heard_call(mut self, ear: &dyn Hears) -> HeardCall {
        self.catch_up(ear);
        HeardCall { call: self.call, heard: self.heard }
    }

    fn speak(&mut self, reply: &Reply) {
        for says in reply.says.chunk_by(|one, next| one.speaker == next.speaker) {
            let text = says.iter().map(|say| say.text.as_str()).collect::<Vec<_>>().join(" ");
            let mut because: Vec<String> = says.iter().map(|say| say.situation.clone()).collect();
            // A question taken off its line is said for the same reason.
            because.dedup();
            let asked_last = because.len() > 1 && because.first() == because.last();
            because.truncate(because.len() - usize::from(asked_last));
            let lines = says.iter().flat_map(|say| say.lines.clone()).collect();
            let (turn, speaker) = (self.call.turns.len(), says[0].speaker);
            self.call.turns.push(Turn::new(speaker, text.as_str()));
            self.debtor.events.push(Event::DebtorSaid { turn, speaker, text, because, lines });
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
    fn catch_up(&mut self, ear: &dyn Hears) {
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
            let mut heard = ear.hear(line, &before, &self.setting);
            self.asked = asked::take_out(line.speaker, &mut heard);
            self.matters = matters::take_out(line.text, &mut heard, &self.scenario.matters);
            if line.speaker == Speaker::Agent {
                past::take_out(line.text, &mut heard);
            }
            self.heard.push(heard);
        }
    }
}

/// The days that the debtor has named, the last one first.
fn her_days(call: &Call, heard: &[Heard]) -> Vec<Date> {
    let turns = call.turns.iter().zip(heard).rev();
    let hers = turns.filter(|(turn, _)| turn.speaker == Speaker::Debtor);
    let entities = hers.flat_map(|(_, heard)| &heard.entities);
    let days = entities.filter_map(|entity| match &entity.value {
        Value::Date(date) => date.single(),
        _ => None,
    });
    days.collect()
}
