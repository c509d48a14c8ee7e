//! What is wrong with a scenario that can be played: parts that contradict each other, and parts that no call comes to.

use super::{outcomes, plausible, reach, topics, wording};
use crate::diagnostic::Diagnostic;
use crate::nlu::Inventory;
use crate::simulator::common::Common;
use crate::simulator::scenario::Scenario;
use crate::yaml::{File, Path};

/// A scenario under review, and what was found so far.
pub(super) struct Review<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) common: &'a Common,
    pub(super) inventory: &'a Inventory,
    pub(super) file: &'a File,
    pub(super) found: Vec<Diagnostic>,
}

impl Scenario {
    /// Contradictions and dead ends, for whoever writes the scenario: it can be played in spite of them.
    pub fn review(&self, common: &Common, inventory: &Inventory) -> Vec<Diagnostic> {
        let file = File::new(self.source.clone());
        let mut review = Review { scenario: self, common, inventory, file: &file, found: Vec::new() };
        plausible::review(&mut review);
        outcomes::review(&mut review);
        reach::review(&mut review);
        topics::review(&mut review);
        wording::review(&mut review);
        review.found
    }
}

impl Review<'_> {
    /// An error at a value.
    pub(super) fn error(&mut self, code: &'static str, path: &Path, args: &[(&'static str, &str)]) {
        let found = self.file.error(code, path);
        self.add(found, args);
    }

    /// An error at a key.
    pub(super) fn key_error(&mut self, code: &'static str, path: &Path, args: &[(&'static str, &str)]) {
        let found = self.file.key_error(code, path);
        self.add(found, args);
    }

    /// A warning at a value.
    pub(super) fn warning(&mut self, code: &'static str, path: &Path, args: &[(&'static str, &str)]) {
        let found = self.file.warning(code, path);
        self.add(found, args);
    }

    /// A warning at a key.
    pub(super) fn key_warning(&mut self, code: &'static str, path: &Path, args: &[(&'static str, &str)]) {
        let found = self.file.key_warning(code, path);
        self.add(found, args);
    }

    fn add(&mut self, found: Diagnostic, args: &[(&'static str, &str)]) {
        self.found.push(args.iter().fold(found, |found, (name, value)| found.arg(name, *value)));
    }

    /// Whether the file itself says something there, and does not leave it to the library.
    pub(super) fn says(&self, path: &Path) -> bool {
        self.file.key_place(path).is_some()
    }

    /// Whether the file itself names an act there, as a key or as a value.
    pub(super) fn says_there(&self, path: &Path, act: &str) -> bool {
        let place = self.file.key_place(path).or_else(|| self.file.place(path));
        let text = self.file.source().text();
        place.is_some_and(|span| text[span].trim_matches(['"', '\'']) == act)
    }

    /// Whether a call can come to speak with the debtor at all.
    pub(super) fn reaches_debtor(&self) -> bool {
        self.scenario.answered_by.as_ref().is_none_or(|who| who.passes_on.is_some())
    }
}
