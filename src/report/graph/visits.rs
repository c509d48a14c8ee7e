//! How often calls came to each part of a scenario.

use std::collections::{BTreeMap, BTreeSet};

use crate::agent::Run;
use crate::simulator::trial::Played;
use crate::simulator::{Event, Outcome};

/// Counts of calls; a part that a call came to twice counts once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visits {
    pub calls: u64,
    situations: BTreeMap<String, u64>,
    facts: BTreeMap<String, u64>,
    outcomes: BTreeMap<Outcome, u64>,
}

impl Visits {
    /// A call of a scripted agent.
    pub fn add_run(&mut self, run: &Run) {
        self.add(run.situations.iter().map(String::as_str), &run.disclosed, run.outcome);
    }

    /// A call of a test.
    pub fn add_test(&mut self, played: &Played) {
        let said = played.events.iter().filter_map(|event| match event {
            Event::DebtorSaid { because, .. } => Some(because),
            _ => None,
        });
        let facts: BTreeSet<String> = played.disclosed().map(|(fact, _)| fact.to_owned()).collect();
        self.add(said.flatten().map(String::as_str), &facts, played.outcome);
    }

    fn add<'a>(
        &mut self,
        situations: impl Iterator<Item = &'a str>,
        facts: &BTreeSet<String>,
        outcome: Outcome,
    ) {
        self.calls += 1;
        let parts: BTreeSet<&str> = situations.map(part).collect();
        for part in parts {
            *self.situations.entry(part.to_owned()).or_default() += 1;
        }
        for fact in facts {
            *self.facts.entry(fact.clone()).or_default() += 1;
        }
        *self.outcomes.entry(outcome).or_default() += 1;
    }

    /// Calls in which the objection was voiced.
    pub fn objection(&self, id: &str) -> u64 {
        self.situations.get(id).copied().unwrap_or(0)
    }

    /// Calls in which the debtor asked it.
    pub fn question(&self, id: &str) -> u64 {
        self.situations.get(&format!("question/{id}")).copied().unwrap_or(0)
    }

    pub fn fact(&self, id: &str) -> u64 {
        self.facts.get(id).copied().unwrap_or(0)
    }

    pub fn outcome(&self, outcome: Outcome) -> u64 {
        self.outcomes.get(&outcome).copied().unwrap_or(0)
    }
}

/// `no_money/insists` is of `no_money`; `question/interest/ignored`, of `question/interest`.
fn part(situation: &str) -> &str {
    let from = situation.strip_prefix("question/").map_or(0, |_| "question/".len());
    let end = situation[from..].find('/').map_or(situation.len(), |at| from + at);
    &situation[..end]
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn a_situation_belongs_to_its_objection_or_question() {
        assert_eq!(part("no_money/insists"), "no_money");
        assert_eq!(part("question/interest/ignored"), "question/interest");
        assert_eq!(part("listens"), "listens");
    }
}
