//! The scorecard in use, from the library, with its scripts.

use std::collections::BTreeSet;

use super::failure::Failure;
use crate::diagnostic::Severity;
use crate::library::{Kind, Library};
use crate::nlu::Inventory;
use crate::rubric::Scorecard;

/// The scorecard that is used when none is named.
pub(super) const DEFAULT: &str = "esencial";

/// Loads a scorecard. A faulty script costs only its own criterion: it is reported when the call is judged.
pub(super) fn load(name: &str, library: &Library, inventory: &Inventory) -> Result<Scorecard, Failure> {
    let source = library.source(Kind::Rubric, name)?;
    let acts: BTreeSet<String> = inventory.ids().map(str::to_owned).collect();
    let scripts = |script: &str| library.source(Kind::Script, script).ok();
    let (card, found) = Scorecard::load(source, &scripts, &acts)?;
    let errors: Vec<_> = found.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    if errors.is_empty() { Ok(card) } else { Err(Failure::Findings(errors)) }
}
