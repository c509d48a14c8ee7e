//! Many calls at once: the same counts whatever the number of threads, since each call has a seed of its own and
//! the counts are only added up.

use std::panic::resume_unwind;
use std::thread;

use super::coverage::Coverage;
use super::moves::Agent;
use super::play::{play, seed_of};
use super::tally::Tally;
use crate::messages::Messages;
use crate::nlu::{Ear, Remembering};
use crate::sandbox::Conditions;
use crate::simulator::Scenario;

/// Who plays: a scenario and the agents that take it on, with the conditions they were read with. Each thread has
/// its own.
#[derive(Debug)]
pub struct Cast {
    pub scenario: Scenario,
    pub agents: Vec<Agent>,
    pub conditions: Conditions,
}

/// How much is played.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Calls of each agent.
    pub runs: u32,
    pub seed: u64,
    /// Threads; at least one.
    pub jobs: u32,
}

/// What the calls of one agent came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Played {
    pub tally: Tally,
    pub coverage: Coverage,
}

/// Plays every agent `plan.runs` times, each thread with a cast of its own; the order is that of the agents.
pub fn series<E: Send>(
    make: &(impl Fn() -> Result<Cast, E> + Sync),
    plan: Plan,
    (messages, ear): (&Messages, &Ear),
) -> Result<Vec<Played>, E> {
    let jobs = plan.jobs.max(1);
    let shares: Vec<Result<Vec<Played>, E>> = thread::scope(|scope| {
        let others: Vec<_> =
            (1..jobs).map(|job| scope.spawn(move || share(make, plan, job, (messages, ear)))).collect();
        let mut shares = vec![share(make, plan, 0, (messages, ear))];
        let joined =
            others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        shares.extend(joined);
        shares
    });
    let mut sum: Vec<Played> = Vec::new();
    for share in shares {
        for (at, played) in share?.into_iter().enumerate() {
            match sum.get_mut(at) {
                Some(so_far) => {
                    so_far.tally.merge(&played.tally);
                    so_far.coverage.merge(played.coverage);
                }
                None => sum.push(played),
            }
        }
    }
    Ok(sum)
}

/// One thread's share: every so manieth call of each agent.
fn share<E>(
    make: &impl Fn() -> Result<Cast, E>,
    plan: Plan,
    job: u32,
    (messages, ear): (&Messages, &Ear),
) -> Result<Vec<Played>, E> {
    let cast = make()?;
    let remembering = Remembering::new(ear);
    let played = cast.agents.iter().map(|agent| {
        let mut played = Played::default();
        for run in (job..plan.runs).step_by(plan.jobs.max(1) as usize) {
            let seed = seed_of(plan.seed, &cast.scenario.id, &agent.id, run);
            let run = play(&cast.scenario, agent, seed, (messages, &cast.conditions, &remembering));
            played.tally.add(&run);
            played.coverage.add(&run);
        }
        played
    });
    Ok(played.collect())
}
