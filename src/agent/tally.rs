//! What many calls came to: counts alone, so that the sum is the same in whatever order they were played.

use std::collections::BTreeMap;

use super::play::Run;
use crate::simulator::{Outcome, Standing};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub runs: u64,
    pub outcomes: BTreeMap<Outcome, u64>,
    pub standings: BTreeMap<Standing, u64>,
    /// Calls that were given up after too many turns; they count as abandoned too.
    pub endless: u64,
    /// In how many calls each fact came out.
    pub disclosed: BTreeMap<String, u64>,
    /// Turns of the agent, and those that the debtor made nothing of.
    pub turns: u64,
    pub not_understood: u64,
}

impl Tally {
    pub fn add(&mut self, run: &Run) {
        self.runs += 1;
        *self.outcomes.entry(run.outcome).or_default() += 1;
        *self.standings.entry(run.standing).or_default() += 1;
        self.endless += u64::from(run.endless);
        for fact in &run.disclosed {
            *self.disclosed.entry(fact.clone()).or_default() += 1;
        }
        self.turns += run.length() as u64;
        self.not_understood += run.not_understood as u64;
    }

    pub fn merge(&mut self, other: &Self) {
        self.runs += other.runs;
        self.endless += other.endless;
        self.turns += other.turns;
        self.not_understood += other.not_understood;
        for (outcome, count) in &other.outcomes {
            *self.outcomes.entry(*outcome).or_default() += count;
        }
        for (standing, count) in &other.standings {
            *self.standings.entry(*standing).or_default() += count;
        }
        for (fact, count) in &other.disclosed {
            *self.disclosed.entry(fact.clone()).or_default() += count;
        }
    }

    pub fn outcome(&self, outcome: Outcome) -> u64 {
        self.outcomes.get(&outcome).copied().unwrap_or(0)
    }

    pub fn standing(&self, standing: Standing) -> u64 {
        self.standings.get(&standing).copied().unwrap_or(0)
    }

    /// Promises that are kept, of all that were made.
    pub fn promises(&self) -> (u64, u64) {
        let kept = self.outcome(Outcome::PromiseKept) + self.outcome(Outcome::Plan);
        (kept, kept + self.outcome(Outcome::PromiseBroken))
    }
}
