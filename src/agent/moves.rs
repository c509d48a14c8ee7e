//! A checked agent, and how she chooses what to do and how to say it.

use std::collections::BTreeMap;

use super::blanks::Blanks;
use super::knowledge::Knowledge;
use crate::diagnostic::Diagnostic;
use crate::messages::Language;
use crate::nlu::Inventory;
use crate::sandbox::{Condition, Conditions};
use crate::simulator::mix;
use crate::source::Source;

/// An agent that can play. Not shared between threads: its conditions are not.
#[derive(Debug)]
pub struct Agent {
    pub id: String,
    pub title: String,
    pub about: String,
    pub language: Language,
    pub name: String,
    pub moves: Vec<Move>,
}

/// Something that an agent does in a turn.
#[derive(Debug)]
pub struct Move {
    pub id: String,
    pub when: Option<Condition>,
    /// How often in a call; the last resort has no limit.
    pub times: Option<u32>,
    pub hangs_up: bool,
    pub says: Vec<String>,
}

impl Agent {
    /// Reads and checks an agent; all faults come back, each at its place.
    pub fn read(
        source: Source,
        inventory: &Inventory,
        conditions: &Conditions,
    ) -> Result<Self, Vec<Diagnostic>> {
        super::check::check(source, inventory, conditions)
    }
}

/// What was done so far in a call.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// By move, how often; and which of its sentences.
    times: BTreeMap<usize, (u32, Vec<usize>)>,
    pub(super) last: Option<usize>,
}

impl Done {
    pub(super) fn moves(&self) -> impl Iterator<Item = usize> + '_ {
        self.times.keys().copied()
    }

    fn times(&self, number: usize) -> u32 {
        self.times.get(&number).map_or(0, |(times, _)| *times)
    }
}

/// A move and the sentence chosen for it, its blanks filled.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) number: usize,
    pub(super) text: String,
}

/// The first move that holds, may still be made, and has something to say.
pub(super) fn choose(
    agent: &Agent,
    conditions: &Conditions,
    knowledge: &Knowledge<'_>,
    done: &mut Done,
    seed: u64,
) -> Option<Choice> {
    let blanks = Blanks::new(knowledge, &agent.name);
    let state = knowledge.state(agent, done);
    let mut weighing = conditions.weigh(state);
    for (number, made) in agent.moves.iter().enumerate() {
        if made.times.is_some_and(|most| done.times(number) >= most) {
            continue;
        }
        // A condition that cannot be weighed was refused when the agent was read.
        if !made.when.as_ref().is_none_or(|when| weighing.holds(when).unwrap_or(false)) {
            continue;
        }
        let sayable: Vec<usize> =
            (0..made.says.len()).filter(|way| blanks.can_fill(&made.says[*way])).collect();
        if sayable.is_empty() {
            continue;
        }
        let (times, said) = done.times.entry(number).or_default();
        let fresh: Vec<usize> = sayable.iter().copied().filter(|way| !said.contains(way)).collect();
        // Everything was said: she begins again, but not with what she said last.
        let again: Vec<usize> =
            sayable.iter().copied().filter(|way| sayable.len() == 1 || said.last() != Some(way)).collect();
        let pool = if fresh.is_empty() { again } else { fresh };
        let draw = mix(seed, &made.id, *times);
        let way = pool[usize::try_from(draw % pool.len() as u64).unwrap_or(0)];
        *times += 1;
        said.push(way);
        done.last = Some(number);
        return Some(Choice { number, text: blanks.fill(&made.says[way]) });
    }
    None
}
