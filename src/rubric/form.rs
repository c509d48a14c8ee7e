//! A scorecard as it is typed: the shape of the YAML file, before anything in it is checked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::rollup::Mode;
use crate::nlu::Localized;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScorecardForm {
    pub(super) format: String,
    pub(super) id: String,
    pub(super) version: String,
    pub(super) title: Localized,
    pub(super) pass_mark: u32,
    pub(super) rollup: Mode,
    #[serde(default)]
    pub(super) bands: Vec<BandForm>,
    pub(super) sections: Vec<SectionForm>,
}

/// A name for the scores from `from` up to the next band.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BandForm {
    pub(super) id: String,
    pub(super) from: u32,
    pub(super) title: Localized,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionForm {
    pub(super) id: String,
    pub(super) title: Localized,
    /// For the modes that weigh sections.
    #[serde(default = "one")]
    pub(super) weight: u32,
    pub(super) criteria: Vec<CriterionForm>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CriterionForm {
    pub(super) id: String,
    pub(super) title: Localized,
    pub(super) weight: u32,
    /// The most points that can be earned, for the modes that count points; the weight where absent.
    pub(super) points: Option<u32>,
    /// A file in `scripts/`.
    pub(super) script: String,
    #[serde(default)]
    pub(super) params: BTreeMap<String, serde_json::Value>,
    #[serde(default)]
    pub(super) parts: BTreeMap<String, PartForm>,
    #[serde(default)]
    pub(super) reasons: BTreeMap<String, Localized>,
    #[serde(default)]
    pub(super) feedback: BTreeMap<String, Localized>,
    #[serde(default, rename = "try")]
    pub(super) wordings: BTreeMap<String, Localized>,
    /// Counted in the critical score.
    #[serde(default)]
    pub(super) critical: bool,
    pub(super) auto_fail: Option<Scope>,
    #[serde(default)]
    pub(super) caps: Caps,
}

/// Where the scale of the form ends while a criterion is missed; the most that the form can score while it is met
/// in part only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caps {
    pub missed: Option<u32>,
    pub partial: Option<u32>,
}

/// One line of a criterion's checklist.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartForm {
    pub(super) es: String,
    pub(super) en: String,
    pub(super) weight: u32,
}

/// What a criterion that is missed takes to zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    Section,
    Form,
}

fn one() -> u32 {
    1
}
