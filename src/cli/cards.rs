//! The scorecard in use, from the library, with its scripts.

use super::failure::Failure;
use crate::content;
use crate::diagnostic::{Diagnostic, Severity};
use crate::library::Library;
use crate::nlu::Inventory;
use crate::rubric::Scorecard;

/// The scorecard that is used when none is named.
pub(super) const DEFAULT: &str = "esencial";

/// A scorecard with the errors of its scripts, each of which costs only its own criterion.
#[derive(Debug)]
pub(super) struct Card {
    pub(super) scorecard: Scorecard,
    pub(super) faults: Vec<Diagnostic>,
}

/// Loads a scorecard. Its warnings are for whoever checks it.
pub(super) fn load(name: &str, library: &Library, inventory: &Inventory) -> Result<Card, Failure> {
    let (scorecard, found) = content::scorecard(name, library, inventory)?;
    let faults = found.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    Ok(Card { scorecard, faults })
}
