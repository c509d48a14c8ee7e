//! What a measure hands back, before the host has looked at its witnesses.

use std::collections::BTreeMap;

use super::scene::Mark;

/// Where something was looked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Search {
    pub(super) turns: Vec<usize>,
    pub(super) acts: Vec<String>,
}

/// What a measure found on one point.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Finding {
    Earned(Vec<Mark>),
    Partly {
        earned: u32,
        of: u32,
        supports: Vec<Mark>,
        against: Vec<Mark>,
    },
    /// Lost by something that was said.
    Lost(Vec<Mark>),
    /// Lost because it was not said.
    Absent(Search),
    /// Earned because nothing of the kind was said.
    Clean(Search),
}

/// The points of a criterion, one by one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sheet {
    pub(super) parts: Vec<(String, Finding)>,
    pub(super) advice: Option<String>,
    /// By part, the advice that fits this call better than that of the part.
    pub(super) hints: BTreeMap<String, String>,
}

impl Sheet {
    /// A later finding on the same part replaces the earlier.
    pub(super) fn put(&mut self, part: &str, finding: Finding) {
        self.parts.retain(|(own, _)| own != part);
        self.parts.push((part.to_owned(), finding));
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    Sheet(Sheet),
    Single { finding: Finding, advice: Option<String> },
    NoOpportunity(String),
    NotEvaluated(String),
}

/// The outcome as scripts hold it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RawVerdict(pub(super) Outcome);

impl RawVerdict {
    pub(super) fn advise(mut self, key: &str) -> Self {
        match &mut self.0 {
            Outcome::Sheet(sheet) => sheet.advice = Some(key.to_owned()),
            Outcome::Single { advice, .. } => *advice = Some(key.to_owned()),
            Outcome::NoOpportunity(_) | Outcome::NotEvaluated(_) => {}
        }
        self
    }
}
