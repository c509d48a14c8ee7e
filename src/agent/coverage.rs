//! Which parts of a scenario were ever heard in a series of calls.

use std::collections::BTreeSet;

use super::play::Run;
use crate::call::Speaker;

/// What the debtor said in a series of calls, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    texts: BTreeSet<String>,
    situations: BTreeSet<String>,
}

impl Coverage {
    pub fn add(&mut self, run: &Run) {
        for turn in run.turns.iter().filter(|turn| turn.speaker != Speaker::Agent) {
            if !self.texts.contains(&turn.text) {
                self.texts.insert(turn.text.clone());
            }
        }
        for situation in &run.situations {
            if !self.situations.contains(situation) {
                self.situations.insert(situation.clone());
            }
        }
    }

    pub fn merge(&mut self, other: Self) {
        self.texts.extend(other.texts);
        self.situations.extend(other.situations);
    }
}
