//! The tests of a new scenario: its calls are played by the scripted agents, and what they said becomes what is tested.
//! So a test says from the start what does come of the call.

use super::sheet::Attempt;
use crate::agent::{self, Agent, MOST_TURNS};
use crate::call::Speaker;
use crate::messages::Messages;
use crate::nlu::Ear;
use crate::sandbox::Conditions;
use crate::simulator::trial::{Expected, Trial};
use crate::simulator::{Outcome, Scenario, Standing};

/// So many voices of the debtor are tried until a call goes as it should.
const VOICES: u64 = 8;

/// Who plays a draft.
#[derive(Debug, Clone, Copy)]
pub struct Cast<'a> {
    pub scenario: &'a Scenario,
    /// In the language of the scenario.
    pub messages: &'a Messages,
    pub ear: &'a Ear,
    pub conditions: &'a Conditions,
}

/// The tests, and how the best of the calls counts.
#[derive(Debug)]
pub struct Rehearsed {
    pub attempts: Vec<Attempt>,
    pub best: Standing,
}

/// Plays a skilled call, a clumsy one, and what an agent said in a real call.
pub fn rehearse(cast: Cast<'_>, skilled: &Agent, clumsy: &Agent, real: &[String]) -> Rehearsed {
    let mut attempts = Vec::new();
    if !real.is_empty() {
        let agent = real.to_vec();
        let trial = Trial {
            name: String::new(),
            seeds: vec![1],
            agent: agent.clone(),
            expected: Expected::default(),
        };
        let played = trial.play(cast.scenario, cast.messages, cast.ear, 1);
        let outcomes = vec![played.outcome];
        attempts.push(Attempt { name: "new-test-real", seed: 1, agent, outcomes });
    }
    let (standing, best) = played(cast, skilled, Standing::Good, "new-test-skilled");
    attempts.push(best);
    let (worst, call) = played(cast, clumsy, Standing::Poor, "new-test-clumsy");
    if worst == Standing::Poor {
        attempts.push(call);
    }
    Rehearsed { attempts, best: standing }
}

/// The first call that counts as wanted; where none does, the one that comes nearest.
fn played(cast: Cast<'_>, agent: &Agent, wanted: Standing, name: &'static str) -> (Standing, Attempt) {
    let mut nearest: Option<(Standing, Attempt)> = None;
    for seed in 1..=VOICES {
        let run = agent::play(cast.scenario, agent, seed, (cast.messages, cast.conditions, cast.ear));
        let said = run.turns.iter().filter(|turn| turn.speaker == Speaker::Agent);
        let said: Vec<String> = said.map(|turn| turn.text.clone()).take(MOST_TURNS).collect();
        let outcomes = expected(cast.scenario, run.outcome, run.standing);
        let agent = to_the_farewell(cast, &said, seed, run.outcome);
        let call = (run.standing, Attempt { name, seed, agent, outcomes });
        if run.standing == wanted && !run.endless {
            return call;
        }
        let nearer = |old: &(Standing, Attempt)| distance(call.0, wanted) < distance(old.0, wanted);
        if nearest.as_ref().is_none_or(nearer) {
            nearest = Some(call);
        }
    }
    nearest.unwrap_or_else(|| {
        (Standing::Poor, Attempt { name, seed: 1, agent: Vec::new(), outcomes: vec![Outcome::Abandoned] })
    })
}

/// The lines up to the first farewell after which the call has come to what it comes to: agents who get no farewell back
/// repeat theirs, and nobody wants to read that.
fn to_the_farewell(cast: Cast<'_>, said: &[String], seed: u64, outcome: Outcome) -> Vec<String> {
    let play = |agent: &[String]| {
        let (name, expected) = (String::new(), Expected::default());
        let trial = Trial { name, seeds: vec![seed], agent: agent.to_vec(), expected };
        trial.play(cast.scenario, cast.messages, cast.ear, seed)
    };
    let whole = play(said).call;
    let turns = whole.call.turns.iter().zip(&whole.heard).filter(|(turn, _)| turn.speaker == Speaker::Agent);
    let farewells: Vec<usize> =
        (1..).zip(turns).filter(|(_, (_, heard))| heard.has("farewell")).map(|(number, _)| number).collect();
    let enough = farewells.into_iter().find(|number| play(&said[..*number]).outcome == outcome);
    said[..enough.unwrap_or(said.len())].to_vec()
}

fn distance(came: Standing, wanted: Standing) -> u8 {
    (came as u8).abs_diff(wanted as u8)
}

/// What a call came to, with some room: any good end where it came to a good one.
fn expected(scenario: &Scenario, outcome: Outcome, standing: Standing) -> Vec<Outcome> {
    match standing {
        Standing::Good => scenario.good.iter().copied().collect(),
        Standing::Acceptable | Standing::Poor => vec![outcome],
    }
}
