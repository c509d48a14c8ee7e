//! The `tests:` of a scenario, as a trainer types them.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedTrial {
    /// What this call is here to show.
    pub(super) name: String,
    #[serde(default = "first_seed")]
    pub(super) seeds: Vec<u64>,
    /// What the agent says, turn by turn.
    pub(super) agent: Vec<String>,
    pub(super) expect: TypedExpected,
}

fn first_seed() -> Vec<u64> {
    vec![1]
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedExpected {
    /// The call ends in one of these.
    #[serde(default)]
    pub(super) outcome: Vec<String>,
    /// Facts that come out.
    #[serde(default)]
    pub(super) discloses: Vec<String>,
    /// Facts that do not.
    #[serde(default)]
    pub(super) keeps: Vec<String>,
    /// Objections that give way.
    #[serde(default)]
    pub(super) resolves: Vec<String>,
    /// Where the debtor stands at the end.
    pub(super) trust: Option<TypedBand>,
    pub(super) patience: Option<TypedBand>,
    pub(super) mood: Option<String>,
    /// What the call scores.
    pub(super) score: Option<TypedBand>,
    /// How many turns the debtor may fail to understand.
    pub(super) not_understood: Option<usize>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedBand {
    pub(super) from: Option<i32>,
    pub(super) to: Option<i32>,
}
