//! The call of a test, played without anybody at the keyboard.

use crate::messages::Messages;
use crate::nlu::{Ear, HeardCall, Rehearsed};
use crate::simulator::event::Event;
use crate::simulator::line::Mood;
use crate::simulator::outcome::Outcome;
use crate::simulator::scenario::Scenario;
use crate::simulator::session::Session;
use crate::simulator::trial::Trial;

/// The situations in which a debtor has not understood: at first, and when it goes on.
const LOST: [&str; 2] = ["not_understood", "off_topic"];

/// A call of a test, from the first ring to its end.
#[derive(Debug)]
pub struct Played {
    pub seed: u64,
    pub events: Vec<Event>,
    pub outcome: Outcome,
    /// Where the debtor stood at the end.
    pub trust: i32,
    pub patience: i32,
    pub mood: Mood,
    pub call: HeardCall,
    /// What is known of it without listening.
    pub rehearsed: Rehearsed,
    /// Lines that were left when the call ended.
    pub unsaid: usize,
}

impl Trial {
    /// Plays the call with a seed; whoever has no more lines hangs up. `messages` are in the language of the
    /// scenario, whose ear it is.
    pub fn play(&self, scenario: &Scenario, messages: &Messages, ear: &Ear, seed: u64) -> Played {
        let mut session = Session::new(scenario, messages, seed);
        let mut events = session.open();
        let mut unsaid = self.agent.len();
        for line in &self.agent {
            if session.ended().is_some() {
                break;
            }
            events.extend(session.line(line, ear));
            unsaid -= 1;
        }
        events.extend(session.hang_up());
        Played {
            seed,
            outcome: session.ended().unwrap_or(Outcome::Abandoned),
            trust: session.trust(),
            patience: session.patience(),
            mood: session.mood(),
            rehearsed: session.rehearsed(&events),
            events,
            call: session.into_heard_call(ear),
            unsaid,
        }
    }
}

impl Played {
    /// Facts that came out, with the agent's turn that brought them.
    pub fn disclosed(&self) -> impl Iterator<Item = (&str, usize)> {
        self.events.iter().filter_map(|event| match event {
            Event::Disclosed { turn, fact } => Some((fact.as_str(), *turn)),
            _ => None,
        })
    }

    /// Objections that gave way.
    pub fn resolved(&self) -> impl Iterator<Item = &str> {
        self.events.iter().filter_map(|event| match event {
            Event::Yielded { objection, .. } => Some(objection.as_str()),
            _ => None,
        })
    }

    /// The agent's turns that were not understood.
    pub fn not_understood(&self) -> impl Iterator<Item = usize> {
        self.answers().filter(|(_, event)| is_lost(event)).map(|(turn, _)| turn)
    }

    /// What was answered, with the agent's turn that it answers; her silence counts as the turn before it.
    pub(super) fn answers(&self) -> impl DoubleEndedIterator<Item = (usize, &Event)> {
        let mut turn = 0;
        let mut answers = Vec::new();
        for event in &self.events {
            match event {
                Event::AgentSaid { turn: said, .. } => turn = *said,
                Event::DebtorSaid { .. } => answers.push((turn, event)),
                _ => {}
            }
        }
        answers.into_iter()
    }
}

fn is_lost(event: &Event) -> bool {
    matches!(event, Event::DebtorSaid { because, .. } if because.iter().any(|situation| LOST.contains(&situation.as_str())))
}
