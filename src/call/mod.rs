//! A call, rehearsed or real: who said what, about which debt. Plain data with its invariants.

mod case_file;
mod conduct;
mod country;
mod money;

pub use case_file::{CaseFile, Hardship, HistoryEntry, PastDue, Policy, VerificationItem};
pub use conduct::{Conduct, Norm};
pub use country::Country;
pub use money::{Currency, Money};

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::messages::Language;

/// Who speaks in a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    Agent,
    Debtor,
    ThirdParty,
    System,
}

impl Speaker {
    pub fn id(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Debtor => "debtor",
            Self::ThirdParty => "third_party",
            Self::System => "system",
        }
    }
}

impl fmt::Display for Speaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// Position of a turn in its call, counted from 0. People read it counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TurnIndex(pub usize);

impl TurnIndex {
    /// The number that people read.
    pub fn number(self) -> usize {
        self.0 + 1
    }
}

/// Start and end of a turn in milliseconds from the start of the call; the end may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    pub start: u64,
    pub end: Option<u64>,
}

/// What one speaker said before the other took over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    pub speaker: Speaker,
    /// The words as given: a slice of the file, or what was typed. Spans count its bytes.
    pub text: String,
    pub timing: Option<Timing>,
    /// The other party began to speak before this turn was over.
    pub interrupted: bool,
}

impl Turn {
    pub fn new(speaker: Speaker, text: impl Into<String>) -> Self {
        Self { speaker, text: text.into(), timing: None, interrupted: false }
    }
}

/// A whole call.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// File name, or scenario and seed: whatever tells this call from the others.
    pub id: String,
    pub language: Language,
    pub country: Option<Country>,
    /// The day of the call, against which "el viernes" is read.
    pub date: Option<Date>,
    pub case_file: Option<CaseFile>,
    /// A debt between companies: what protects consumers does not hold.
    pub business: bool,
    /// What the law asks of this call, where somebody wrote it down.
    pub law: Vec<Norm>,
    pub turns: Vec<Turn>,
}

impl Call {
    pub fn new(id: impl Into<String>, language: Language) -> Self {
        Self {
            id: id.into(),
            language,
            country: None,
            date: None,
            case_file: None,
            business: false,
            law: Vec::new(),
            turns: Vec::new(),
        }
    }

    pub fn turn(&self, index: TurnIndex) -> Option<&Turn> {
        self.turns.get(index.0)
    }

    /// How many turns a speaker has.
    pub fn turns_by(&self, speaker: Speaker) -> usize {
        self.turns.iter().filter(|turn| turn.speaker == speaker).count()
    }
}
