//! What the debtor tells of their situation, what the agent answers, and who talks over whom.

use std::rc::Rc;

use super::scene::{Mark, Scene, Turns, Witnesses};
use crate::call::Speaker;
use crate::nlu::text::words;

/// One thing that the debtor disclosed, in one breath: turns of theirs with no word of the agent between.
#[derive(Debug, Clone)]
pub(super) struct Disclosure {
    pub(super) scene: Rc<Scene>,
    pub(super) marks: Rc<[Mark]>,
    /// The last turn of the disclosure.
    pub(super) turn: usize,
    /// The turn in which the next disclosure begins; the end of the call after the last.
    next: usize,
}

impl Disclosure {
    /// The debtor's turns that perform one of `acts`, in order; with `telling`, also those of at least so many
    /// words in which nothing at all was heard: somebody tells something there, in words that the ear does
    /// not know.
    pub(super) fn find(scene: &Rc<Scene>, acts: &[String], telling: Option<usize>) -> Vec<Self> {
        let debtor = Turns::by(scene, Some(Speaker::Debtor));
        let mut marks = debtor.acts(acts).list.to_vec();
        if let Some(least) = telling {
            let tells = |turn: &usize| {
                scene.heard(*turn).acts.is_empty() && words(&scene.call().turns[*turn].text).len() >= least
            };
            marks.extend(debtor.list.iter().copied().filter(tells).map(|turn| scene.whole(turn)));
            marks.sort_by_key(|mark| mark.turn);
        }
        let mut groups: Vec<Vec<Mark>> = Vec::new();
        for mark in &marks {
            let joined = groups.last().and_then(|group| group.last()).is_some_and(|last| {
                !(last.turn..mark.turn).any(|turn| scene.speaker(turn) == Speaker::Agent)
            });
            match groups.last_mut() {
                Some(group) if joined => group.push(mark.clone()),
                _ => groups.push(vec![mark.clone()]),
            }
        }
        let starts: Vec<usize> = groups.iter().map(|group| group[0].turn).collect();
        let end = scene.call().turns.len();
        groups
            .into_iter()
            .enumerate()
            .map(|(at, marks)| Self {
                scene: Rc::clone(scene),
                turn: marks.last().map_or(0, |mark| mark.turn),
                marks: marks.into(),
                next: starts.get(at + 1).copied().unwrap_or(end),
            })
            .collect()
    }

    /// The agent's next `count` turns, before the debtor's next disclosure.
    pub(super) fn replies(&self, count: usize) -> Turns {
        Turns::by(&self.scene, Some(Speaker::Agent)).after(self.turn).before(self.next).first(count)
    }

    pub(super) fn witness(&self) -> Witnesses {
        Witnesses { scene: Rc::clone(&self.scene), list: Rc::clone(&self.marks) }
    }
}

/// The agent's turns that began while the debtor was speaking, for `least` milliseconds or more where times
/// are known. A sign of listening is no interruption.
pub(super) fn interruptions(scene: &Rc<Scene>, least: u64) -> Witnesses {
    let turns = &scene.call().turns;
    let cuts = |at: usize| {
        let (Some(before), now) = (at.checked_sub(1).map(|at| &turns[at]), &turns[at]) else { return false };
        let listening = !scene.heard(at).acts.is_empty()
            && scene.heard(at).acts.iter().all(|hit| hit.act.is("backchannel") || hit.act.is("acknowledge"));
        let overlap = before
            .timing
            .and_then(|timing| timing.end)
            .zip(now.timing)
            .map(|(end, timing)| end.saturating_sub(timing.start));
        now.speaker == Speaker::Agent
            && before.speaker == Speaker::Debtor
            && !listening
            && overlap.map_or(before.interrupted, |overlap| overlap > 0 && overlap >= least)
    };
    let list = (0..turns.len()).filter(|at| cuts(*at)).map(|at| scene.whole(at)).collect();
    Witnesses { scene: Rc::clone(scene), list }
}

/// Whether the call tells when people spoke, or who was cut off.
pub(super) fn timed(scene: &Scene) -> bool {
    scene.call().turns.iter().any(|turn| turn.interrupted || turn.timing.is_some_and(|t| t.end.is_some()))
}
