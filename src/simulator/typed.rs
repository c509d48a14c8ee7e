//! A scenario and the common library as a trainer types them. `scenario.rs` turns them into what can be played.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use crate::simulator::line::Line;
use crate::simulator::trial::TypedTrial;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedScenario {
    pub(super) format: String,
    pub(super) id: String,
    pub(super) title: String,
    /// `es-MX`: the language of the call, and the country whose money and law it has.
    pub(super) language: String,
    /// 1 (easy) to 5 (hard).
    pub(super) level: u8,
    /// What the trainee may know before she chooses: the debtor as the file has him, not as he is.
    pub(super) summary: String,
    /// What a good call reaches.
    pub(super) objective: String,
    /// The day of the call.
    pub(super) date: Date,
    pub(super) case_file: TypedCaseFile,
    pub(super) persona: TypedPersona,
    pub(super) truth: TypedTruth,
    /// What the debtor keeps to himself until the call earns it, by id.
    #[serde(default)]
    pub(super) facts: BTreeMap<String, TypedFact>,
    /// Wordings that matter in this call alone, by id; heard as `topic.<id>`.
    #[serde(default)]
    pub(super) topics: BTreeMap<String, Vec<String>>,
    /// Outermost first.
    #[serde(default)]
    pub(super) objections: Vec<TypedObjection>,
    #[serde(default)]
    pub(super) answers: Vec<TypedAnswer>,
    #[serde(default)]
    pub(super) rules: Vec<TypedRule>,
    /// Replaces lines of the common library, by situation.
    #[serde(default)]
    pub(super) lines: BTreeMap<String, Vec<Line>>,
    pub(super) outcomes: TypedOutcomes,
    /// Replaces hints of the common library, by step of the call.
    #[serde(default)]
    pub(super) hints: BTreeMap<String, String>,
    /// Calls that have to go as they are told to.
    #[serde(default)]
    pub(super) tests: Vec<TypedTrial>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedCaseFile {
    pub(super) creditor: String,
    pub(super) product: String,
    pub(super) account: String,
    pub(super) debtor: String,
    #[serde(default)]
    pub(super) treatment: String,
    pub(super) currency: String,
    /// Amounts are text, as the country writes no matter what: a full stop is the decimal mark here.
    pub(super) balance: String,
    pub(super) past_due: Vec<TypedPastDue>,
    #[serde(default)]
    pub(super) verify: Vec<TypedVerification>,
    #[serde(default)]
    pub(super) history: Vec<TypedHistory>,
    pub(super) policy: TypedPolicy,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedPastDue {
    pub(super) concept: String,
    pub(super) amount: String,
    pub(super) due: Date,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedVerification {
    pub(super) label: String,
    pub(super) value: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedHistory {
    pub(super) date: Date,
    pub(super) note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedPolicy {
    pub(super) max_installments: Option<u32>,
    pub(super) min_payment: Option<String>,
    pub(super) max_discount: Option<String>,
    pub(super) max_extension_days: Option<u32>,
    #[serde(default)]
    pub(super) partial_payment: bool,
    #[serde(default)]
    pub(super) restructure: bool,
    pub(super) hardship: Option<TypedHardship>,
    #[serde(default)]
    pub(super) methods: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedHardship {
    pub(super) name: String,
    pub(super) description: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedPersona {
    /// How the screen calls the debtor.
    pub(super) name: String,
    /// Who this is, for the debrief.
    pub(super) about: String,
    pub(super) trust: i32,
    pub(super) patience: i32,
    /// Trust from which the debtor tells the truth.
    pub(super) opens_at: i32,
    /// Trust from which the debtor agrees to what he can keep.
    pub(super) agrees_at: i32,
    /// How this debtor differs from the common temper: act → changes.
    #[serde(default)]
    pub(super) temper: BTreeMap<String, TypedShift>,
    /// Acts that end the call; the first of them is answered with a warning where `warns` says so.
    #[serde(default)]
    pub(super) hangs_up_on: Vec<String>,
    #[serde(default)]
    pub(super) warns: bool,
    /// How many pressing turns it takes until the debtor promises anything to be left in peace; absent: never.
    pub(super) gives_in_after: Option<u32>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedShift {
    #[serde(default)]
    pub(super) trust: i32,
    #[serde(default)]
    pub(super) patience: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedTruth {
    /// The debtor's act that names the real cause: `hardship.job_loss`, `excuse.vague`, `dispute.amount` …
    pub(super) cause: String,
    /// What the debtor was hiding, for the debrief.
    pub(super) account: String,
    pub(super) means: TypedMeans,
    /// Whether the debtor wants to pay what he can.
    pub(super) willing: bool,
    /// The amount that is owed beyond doubt, where the rest is rightly disputed.
    pub(super) undisputed: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedMeans {
    /// What can be paid on the day of the call.
    pub(super) now: String,
    /// What can be paid each month.
    pub(super) monthly: String,
    /// The first day of the monthly means.
    pub(super) from: Date,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedFact {
    /// What it is, for the debrief.
    pub(super) what: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedObjection {
    pub(super) id: String,
    /// The debtor's act that this is heard as.
    pub(super) act: String,
    /// Said when it comes up.
    pub(super) opens: Vec<Line>,
    /// Said when the agent passes over it.
    pub(super) insists: Vec<Line>,
    /// Said when it hardens.
    pub(super) hardened: Vec<Line>,
    /// Said when it gives way; where absent, the next objection comes up at once.
    #[serde(default)]
    pub(super) gives_way: Vec<Line>,
    /// Agent's act → points.
    pub(super) yields_to: BTreeMap<String, i32>,
    /// Points it takes.
    pub(super) needs: i32,
    /// Acts that cost a point; where absent, the common list.
    pub(super) hardens_on: Option<Vec<String>>,
    /// The fact that comes out when this objection comes up.
    pub(super) discloses: Option<String>,
    /// The fact that comes out when it gives way.
    pub(super) gives_way_discloses: Option<String>,
    /// Waits for this trust before it gives way.
    #[serde(default)]
    pub(super) needs_trust: i32,
    /// What to try, for a trainee who asks.
    pub(super) hint: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedAnswer {
    pub(super) id: String,
    /// Acts of the agent that this answers.
    pub(super) to: Vec<String>,
    pub(super) when: Option<String>,
    pub(super) says: Vec<Line>,
    pub(super) discloses: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedRule {
    pub(super) id: String,
    pub(super) when: String,
    #[serde(default)]
    pub(super) says: Vec<Line>,
    #[serde(default)]
    pub(super) trust: i32,
    #[serde(default)]
    pub(super) patience: i32,
    pub(super) discloses: Option<String>,
    /// The objection that is out of the way after this, if it is the one in the way.
    pub(super) resolves: Option<String>,
    pub(super) ends: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedOutcomes {
    pub(super) good: Vec<String>,
    #[serde(default)]
    pub(super) acceptable: Vec<String>,
}

/// What every debtor of a language knows how to say, and how people take things as a rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedCommon {
    pub(super) format: String,
    pub(super) lines: BTreeMap<String, Vec<Line>>,
    pub(super) temper: BTreeMap<String, TypedShift>,
    pub(super) hardens_on: Vec<String>,
    pub(super) hints: BTreeMap<String, String>,
}
