//! Tests that live in a scenario: what an agent says, and how the call has to go then.
//!
//! `typed` → `check` → [`Trial`], which `play`s its call; `fault` tells what came otherwise and at which turn that
//! was decided; `coverage` tells what of the scenario no test has reached. What a call scores is judged elsewhere.

mod check;
mod coverage;
mod fault;
mod own;
mod play;
mod typed;

use std::collections::BTreeSet;

use crate::simulator::line::Mood;
use crate::simulator::outcome::Outcome;

pub(in crate::simulator) use check::check;
pub use coverage::{Coverage, Goal, Kind};
pub use fault::{Deviation, Fault};
pub use own::Own;
pub use play::Played;
pub(in crate::simulator) use typed::TypedTrial;

/// A test of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// What it is here to show.
    pub name: String,
    /// In the order in which they are played, each once.
    pub seeds: Vec<u64>,
    /// What the agent says.
    pub agent: Vec<String>,
    pub expected: Expected,
}

/// How the call of a test has to go; what is empty or absent is not looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expected {
    /// One of these.
    pub outcome: BTreeSet<Outcome>,
    /// Facts that come out.
    pub discloses: Vec<String>,
    /// Facts that do not.
    pub keeps: Vec<String>,
    /// Objections that give way.
    pub resolves: Vec<String>,
    pub trust: Option<Band>,
    pub patience: Option<Band>,
    pub mood: Option<Mood>,
    pub score: Option<Band>,
    /// At most so many turns.
    pub not_understood: Option<usize>,
}

/// From and to, both included; an absent bound leaves that side open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    pub from: Option<i32>,
    pub to: Option<i32>,
}

impl Band {
    pub fn holds(self, value: i32) -> bool {
        self.from.is_none_or(|from| from <= value) && self.to.is_none_or(|to| value <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_holds_its_bounds_and_is_open_where_it_has_none() {
        let band = Band { from: Some(40), to: Some(60) };
        assert_eq!([39, 40, 60, 61].map(|value| band.holds(value)), [false, true, true, false]);
        assert!(Band { from: Some(40), to: None }.holds(100));
        assert!(Band { from: None, to: Some(60) }.holds(0));
    }
}
