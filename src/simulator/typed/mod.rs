//! A scenario and the common library as a trainer types them. `scenario.rs` turns them into what can be played.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use crate::call::Norm;
use crate::simulator::line::Line;
use crate::simulator::trial::TypedTrial;

mod case_file;
mod day;
mod gauge;
mod library;
mod objection;
mod persona;

pub(in crate::simulator) use case_file::{TypedCaseFile, TypedPolicy};
pub(in crate::simulator) use gauge::{TypedGauge, TypedMark, TypedShift};
pub(in crate::simulator) use library::{
    TypedCommon, TypedGates, TypedObjections, TypedQuestions, TypedTopic, TypedTopics, TypedTypes,
};
pub(in crate::simulator) use objection::TypedObjection;
pub use persona::Gender;
pub(in crate::simulator) use persona::{TypedPersona, TypedType};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedScenario {
    pub(in crate::simulator) format: String,
    pub(in crate::simulator) id: String,
    pub(in crate::simulator) title: String,
    /// `es-MX`: the language of the call, and the country whose money and law it has.
    pub(in crate::simulator) language: String,
    #[serde(default)]
    pub(in crate::simulator) segment: Segment,
    /// 1 (easy) to 5 (hard).
    pub(in crate::simulator) level: u8,
    /// What the trainee may know before she chooses: the debtor as the file has him, not as he is.
    pub(in crate::simulator) summary: String,
    /// What a good call reaches.
    pub(in crate::simulator) objective: String,
    /// What the law asks of this call, in a sentence each.
    #[serde(default)]
    pub(in crate::simulator) law: Vec<Norm>,
    /// The day of the call.
    #[serde(deserialize_with = "day::read")]
    pub(in crate::simulator) date: Date,
    pub(in crate::simulator) case_file: TypedCaseFile,
    pub(in crate::simulator) persona: TypedPersona,
    pub(in crate::simulator) truth: TypedTruth,
    /// What the debtor keeps to himself until the call earns it, by id.
    #[serde(default)]
    pub(in crate::simulator) facts: BTreeMap<String, TypedFact>,
    /// Wordings that matter in this call alone, by id; heard as `topic.<id>`.
    #[serde(default)]
    pub(in crate::simulator) topics: BTreeMap<String, Vec<String>>,
    /// Outermost first.
    #[serde(default)]
    pub(in crate::simulator) objections: Vec<TypedObjection>,
    #[serde(default)]
    pub(in crate::simulator) answers: Vec<TypedAnswer>,
    /// What the debtor wants to know.
    #[serde(default)]
    pub(in crate::simulator) questions: Vec<TypedQuestion>,
    /// Said when the debtor would agree, if only somebody asked.
    #[serde(default)]
    pub(in crate::simulator) signals: Vec<Line>,
    /// Who picks up, where it is not the debtor.
    pub(in crate::simulator) answered_by: Option<TypedAnsweredBy>,
    #[serde(default)]
    pub(in crate::simulator) rules: Vec<TypedRule>,
    /// Replaces lines of the common library, by situation.
    #[serde(default)]
    pub(in crate::simulator) lines: BTreeMap<String, Vec<Line>>,
    pub(in crate::simulator) outcomes: TypedOutcomes,
    /// The bounds of a call that is not to be learnt by heart.
    pub(in crate::simulator) shuffle: Option<TypedShuffle>,
    /// Replaces hints of the common library, by step of the call.
    #[serde(default)]
    pub(in crate::simulator) hints: BTreeMap<String, String>,
    /// Calls that have to go as they are told to.
    #[serde(default)]
    pub(in crate::simulator) tests: Vec<TypedTrial>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedTruth {
    /// The debtor's act that names the real cause: `hardship.job_loss`, `excuse.vague`, `dispute.amount` …
    pub(in crate::simulator) cause: String,
    /// What the debtor was hiding, for the debrief.
    pub(in crate::simulator) account: String,
    pub(in crate::simulator) means: TypedMeans,
    /// Whether the debtor wants to pay what he can.
    pub(in crate::simulator) willing: bool,
    /// The amount that is owed beyond doubt, where the rest is rightly disputed.
    pub(in crate::simulator) undisputed: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedMeans {
    /// What can be paid on the day of the call.
    pub(in crate::simulator) now: String,
    /// What can be paid each month, or each time that `every` names.
    pub(in crate::simulator) monthly: String,
    #[serde(default)]
    pub(in crate::simulator) every: Every,
    /// The first day of the monthly means.
    #[serde(deserialize_with = "day::read")]
    pub(in crate::simulator) from: Date,
}

/// How often the means come in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    Week,
    Fortnight,
    #[default]
    Month,
}

impl Every {
    /// How often that is in a month.
    pub(in crate::simulator) fn times_a_month(self) -> u32 {
        match self {
            Self::Week => 4,
            Self::Fortnight => 2,
            Self::Month => 1,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedFact {
    /// What it is, for the debrief.
    pub(in crate::simulator) what: String,
    /// What the debtor says in its place until it comes out.
    pub(in crate::simulator) public: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedAnswer {
    pub(in crate::simulator) id: String,
    /// Acts of the agent that this answers.
    pub(in crate::simulator) to: Vec<String>,
    pub(in crate::simulator) when: Option<String>,
    pub(in crate::simulator) says: Vec<Line>,
    pub(in crate::simulator) discloses: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedRule {
    pub(in crate::simulator) id: String,
    pub(in crate::simulator) when: String,
    #[serde(default)]
    pub(in crate::simulator) says: Vec<Line>,
    #[serde(default)]
    pub(in crate::simulator) trust: i32,
    #[serde(default)]
    pub(in crate::simulator) patience: i32,
    pub(in crate::simulator) discloses: Option<String>,
    /// The objection that is out of the way after this, if it is the one in the way.
    pub(in crate::simulator) resolves: Option<String>,
    pub(in crate::simulator) ends: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedOutcomes {
    pub(in crate::simulator) good: Vec<String>,
    #[serde(default)]
    pub(in crate::simulator) acceptable: Vec<String>,
}

/// Something the debtor asks the agent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedQuestion {
    pub(in crate::simulator) id: String,
    pub(in crate::simulator) when: Option<String>,
    pub(in crate::simulator) says: Vec<Line>,
    /// Acts of the agent that answer it.
    pub(in crate::simulator) answered_by: Vec<String>,
    /// Said when it was passed over.
    #[serde(default)]
    pub(in crate::simulator) ignored: Vec<Line>,
}

/// Somebody who picks up in the debtor's place.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedAnsweredBy {
    pub(in crate::simulator) identity: String,
    pub(in crate::simulator) name: String,
    #[serde(default)]
    pub(in crate::simulator) gender: Gender,
    pub(in crate::simulator) relation: String,
    pub(in crate::simulator) passes_on: Option<TypedPassesOn>,
    #[serde(default)]
    pub(in crate::simulator) lines: BTreeMap<String, Vec<Line>>,
    /// What is answered to what is asked here, beside the situations of any call.
    #[serde(default)]
    pub(in crate::simulator) answers: Vec<TypedAnswer>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedPassesOn {
    pub(in crate::simulator) yields_to: BTreeMap<String, i32>,
    pub(in crate::simulator) needs: i32,
}

/// Ranges to draw from, both ends included.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedShuffle {
    pub(in crate::simulator) trust: Option<[i32; 2]>,
    pub(in crate::simulator) patience: Option<[i32; 2]>,
    pub(in crate::simulator) now: Option<[String; 2]>,
    pub(in crate::simulator) monthly: Option<[String; 2]>,
    #[serde(default, deserialize_with = "day::read_bounds")]
    pub(in crate::simulator) from: Option<[Date; 2]>,
    #[serde(default)]
    pub(in crate::simulator) leave_out: Vec<String>,
}

/// Whether a person or a company owes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Segment {
    #[default]
    Consumer,
    Business,
}
