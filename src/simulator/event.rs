//! What happened in a rehearsed call, in order: the whole call can be told from its events.

use serde::Serialize;

use crate::call::Speaker;
use crate::simulator::mood::Move;
use crate::simulator::outcome::Outcome;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// Turn number of what the agent said, counted from 0.
    AgentSaid {
        turn: usize,
        text: String,
    },
    /// The situations that the answer was made for tell why the debtor said this.
    DebtorSaid {
        turn: usize,
        /// The debtor, or whoever has the phone.
        speaker: Speaker,
        text: String,
        because: Vec<String>,
        /// The lines it is made of.
        lines: Vec<Said>,
    },
    Moved {
        turn: usize,
        moves: Vec<Move>,
        trust: i32,
        patience: i32,
    },
    /// A layer of objections gave way.
    Yielded {
        turn: usize,
        objection: String,
    },
    Hardened {
        turn: usize,
        objection: String,
    },
    Disclosed {
        turn: usize,
        fact: String,
    },
    /// The debtor told something else than the truth.
    Claimed {
        turn: usize,
        fact: String,
    },
    /// What was claimed in an earlier turn turned out otherwise.
    Contradicted {
        turn: usize,
        fact: String,
        claimed: usize,
    },
    /// The debtor asked something of the agent.
    Asked {
        turn: usize,
        question: String,
    },
    Answered {
        turn: usize,
        question: String,
    },
    /// A question of the debtor's was passed over.
    Ignored {
        turn: usize,
        question: String,
    },
    /// The debtor would say yes now.
    Signalled {
        turn: usize,
    },
    /// Whether the agent took up the signal with an offer.
    SignalTaken {
        turn: usize,
        taken: bool,
    },
    /// Money was asked for where collecting had to stop.
    PressedOn {
        turn: usize,
    },
    /// The debt was told to somebody else.
    ThirdPartyTold {
        turn: usize,
    },
    /// Whoever picked up gave the phone to the debtor.
    PassedOn {
        turn: usize,
    },
    /// The agent spoke while the debtor was still speaking.
    TalkedOver {
        turn: usize,
    },
    /// Nobody spoke for a while.
    Silence {
        turn: usize,
    },
    Agreed {
        turn: usize,
        terms: String,
        squeezed: bool,
    },
    Recapped {
        turn: usize,
        right: bool,
    },
    /// The debtor goes away with a wrong date in mind.
    Misremembered {
        turn: usize,
    },
    Ended {
        outcome: Outcome,
    },
}

/// Which line of which situation was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    pub situation: String,
    /// Among those of its situation, counted from 0.
    pub variant: usize,
}

impl Said {
    /// Whether an objection speaks.
    pub fn is_of(&self, objection: &str) -> bool {
        self.situation.split_once('/').is_some_and(|(id, _)| id == objection)
    }
}
