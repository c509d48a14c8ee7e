//! One call: an agent against a debtor, to the end.

use std::collections::BTreeSet;

use super::knowledge::Knowledge;
use super::moves::{Agent, Done, choose};
use crate::call::{Speaker, Turn};
use crate::messages::Messages;
use crate::nlu::Hears;
use crate::sandbox::Conditions;
use crate::simulator::{Event, Outcome, Scenario, Session, Standing, mix};

/// After so many turns of the agent nobody is getting anywhere: she gives up.
pub const MOST_TURNS: usize = 40;

/// What came of a call.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub outcome: Outcome,
    pub standing: Standing,
    /// It did not come to an end by itself.
    pub endless: bool,
    pub turns: Vec<Turn>,
    /// The moves of the agent, by her turns.
    pub moves: Vec<String>,
    pub disclosed: BTreeSet<String>,
    /// How many of the agent's turns the debtor made nothing of.
    pub not_understood: usize,
    /// What each answer of the debtor was made for.
    pub situations: BTreeSet<String>,
}

impl Run {
    /// Turns of the agent.
    pub fn length(&self) -> usize {
        self.moves.len()
    }
}

/// The seed of a run: the same for the same names and number, whoever else plays.
pub fn seed_of(seed: u64, scenario: &str, agent: &str, run: u32) -> u64 {
    mix(mix(seed, scenario, 0), agent, run)
}

/// Plays a call. `conditions` are those the agent was read with; `messages` and the ear, of the scenario.
pub fn play(
    scenario: &Scenario,
    agent: &Agent,
    seed: u64,
    (messages, conditions, ear): (&Messages, &Conditions, &dyn Hears),
) -> Run {
    let mut session = Session::new(scenario, messages, seed);
    let mut knowledge = Knowledge::new(scenario, messages);
    let mut done = Done::default();
    let mut moves = Vec::new();
    let mut events = session.open();
    while session.ended().is_none() && moves.len() < MOST_TURNS {
        let (call, heard) = session.so_far(ear);
        // Where the phone was passed on, two people have spoken since her turn.
        let since = call.turns.iter().rev().take_while(|turn| turn.speaker != Speaker::Agent).count();
        if since == 0 {
            knowledge.listen(None);
        }
        for (turn, heard) in call.turns.iter().zip(heard).skip(call.turns.len() - since) {
            knowledge.listen(Some((turn.speaker, &turn.text, heard)));
        }
        let Some(choice) = choose(agent, conditions, &knowledge, &mut done, seed) else { break };
        let number = call.turns.len();
        events.extend(session.line(&choice.text, ear));
        let made = &agent.moves[choice.number];
        moves.push(made.id.clone());
        if let Some(heard) = session.so_far(ear).1.get(number) {
            knowledge.speak(&choice.text, heard);
        }
        if made.hangs_up {
            events.extend(session.hang_up());
        }
    }
    let endless = session.ended().is_none();
    if endless {
        events.extend(session.hang_up());
    }
    let outcome = session.ended().filter(|_| !endless).unwrap_or(Outcome::Abandoned);
    let disclosed = session.disclosed().clone();
    let turns = session.so_far(ear).0.turns.clone();
    let mut situations = BTreeSet::new();
    let mut not_understood = 0;
    for event in events {
        if let Event::DebtorSaid { because, .. } = event {
            not_understood += usize::from(because.iter().any(|situation| situation == "not_understood"));
            situations.extend(because);
        }
    }
    Run {
        outcome,
        standing: scenario.standing(outcome),
        endless,
        turns,
        moves,
        disclosed,
        not_understood,
        situations,
    }
}
