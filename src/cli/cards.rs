//! The scorecard in use, from the library, with its scripts.

use std::collections::BTreeSet;

use super::failure::Failure;
use crate::diagnostic::{Diagnostic, Severity};
use crate::library::{Kind, Library};
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
    let source = library.source(Kind::Rubric, name)?;
    let acts: BTreeSet<String> = inventory.ids().map(str::to_owned).collect();
    let scripts = |script: &str| library.source(Kind::Script, script).ok();
    let (scorecard, found) = Scorecard::load(source, &scripts, &acts)?;
    let faults = found.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    Ok(Card { scorecard, faults })
}
