//! What in the call of a test was not as its author expects, and the turn at which that was decided.

use std::collections::BTreeSet;

use crate::simulator::event::Event;
use crate::simulator::line::Mood;
use crate::simulator::mood::Move;
use crate::simulator::outcome::Outcome;
use crate::simulator::scenario::Scenario;
use crate::simulator::trial::{Band, Played, Trial};

/// An expectation that was not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub deviation: Deviation,
    /// The agent's turn that decided it; none where she said nothing.
    pub turn: Option<usize>,
}

/// What was expected, and what came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deviation {
    Outcome {
        wanted: BTreeSet<Outcome>,
        came: Outcome,
    },
    /// A fact that was to come out.
    Withheld {
        fact: String,
    },
    /// A fact that was to be kept.
    CameOut {
        fact: String,
    },
    /// An objection that was to give way.
    Unresolved {
        objection: String,
    },
    Trust {
        wanted: Band,
        came: i32,
    },
    Patience {
        wanted: Band,
        came: i32,
    },
    Mood {
        wanted: Mood,
        came: Mood,
    },
    NotUnderstood {
        most: usize,
        came: usize,
    },
}

impl Trial {
    /// All that was otherwise than expected; what the call scores is not looked at here.
    pub fn faults(&self, scenario: &Scenario, played: &Played) -> Vec<Fault> {
        let wanted = &self.expected;
        let course = Course { scenario, played };
        let mut faults = Vec::new();
        let mut add = |deviation, turn| faults.push(Fault { deviation, turn });
        if !wanted.outcome.is_empty() && !wanted.outcome.contains(&played.outcome) {
            let deviation = Deviation::Outcome { wanted: wanted.outcome.clone(), came: played.outcome };
            add(deviation, course.end());
        }
        for fact in wanted.discloses.iter().filter(|fact| course.brought_out(fact).is_none()) {
            add(Deviation::Withheld { fact: fact.clone() }, course.stuck(None));
        }
        for fact in &wanted.keeps {
            if let Some(turn) = course.brought_out(fact) {
                add(Deviation::CameOut { fact: fact.clone() }, Some(turn));
            }
        }
        let unresolved = |id: &&String| played.resolved().all(|resolved| resolved != *id);
        for objection in wanted.resolves.iter().filter(unresolved) {
            let turn = course.stuck(Some(objection));
            add(Deviation::Unresolved { objection: objection.clone() }, turn);
        }
        if let Some(band) = wanted.trust.filter(|band| !band.holds(played.trust)) {
            let turn = course.moved(Way::against(band, played.trust), |step| step.trust);
            add(Deviation::Trust { wanted: band, came: played.trust }, turn);
        }
        if let Some(band) = wanted.patience.filter(|band| !band.holds(played.patience)) {
            let turn = course.moved(Way::against(band, played.patience), |step| step.patience);
            add(Deviation::Patience { wanted: band, came: played.patience }, turn);
        }
        if let Some(mood) = wanted.mood.filter(|mood| *mood != played.mood) {
            let way = if mood > played.mood { Way::Down } else { Way::Up };
            let turn = course.moved(way, |step| step.trust + step.patience);
            add(Deviation::Mood { wanted: mood, came: played.mood }, turn);
        }
        let lost = played.not_understood().count();
        if let Some(most) = wanted.not_understood.filter(|most| lost > *most) {
            let turn = played.not_understood().nth(most);
            add(Deviation::NotUnderstood { most, came: lost }, turn);
        }
        faults
    }
}

/// Which moves of trust or patience led away from what was wanted.
#[derive(Debug, Clone, Copy)]
enum Way {
    Down,
    Up,
}

impl Way {
    fn against(band: Band, came: i32) -> Self {
        if band.from.is_some_and(|from| came < from) { Self::Down } else { Self::Up }
    }
}

/// The way a call took.
struct Course<'a> {
    scenario: &'a Scenario,
    played: &'a Played,
}

impl Course<'_> {
    /// The turn at which what became of the call was settled: where the debt was told to somebody else, the
    /// agreement, or else the last word.
    fn end(&self) -> Option<usize> {
        let settled = self.played.events.iter().rev().find_map(|event| match (event, self.played.outcome) {
            (Event::ThirdPartyTold { turn }, Outcome::ThirdPartyTold) => Some(*turn),
            (Event::Agreed { turn, .. }, outcome) if outcome != Outcome::HungUp => Some(*turn),
            _ => None,
        });
        settled.or_else(|| self.last())
    }

    fn last(&self) -> Option<usize> {
        self.played.events.iter().rev().find_map(|event| match event {
            Event::AgentSaid { turn, .. } => Some(*turn),
            _ => None,
        })
    }

    fn brought_out(&self, fact: &str) -> Option<usize> {
        self.played.disclosed().find(|(known, _)| *known == fact).map(|(_, turn)| turn)
    }

    /// The last turn at which an objection hardened, cut the call short or was passed over; of none in particular,
    /// the one that was in the way when the call ended.
    fn stuck(&self, objection: Option<&str>) -> Option<usize> {
        let open = || {
            let objections = self.scenario.objections.iter().map(|objection| objection.id.as_str());
            objections.into_iter().find(|id| self.played.resolved().all(|resolved| resolved != *id))
        };
        let Some(id) = objection.or_else(open) else { return self.last() };
        let events = || self.played.events.iter().rev();
        let hardened = events().find_map(|event| match event {
            Event::Hardened { turn, objection } if objection == id => Some(*turn),
            _ => None,
        });
        let speaks = |event: &Event| matches!(event, Event::DebtorSaid { lines, .. } if lines.iter().any(|line| line.is_of(id)));
        let voiced = || self.played.answers().rev().find(|(_, event)| speaks(event)).map(|(turn, _)| turn);
        let cut_short = || self.last().filter(|_| self.played.outcome == Outcome::HungUp);
        hardened.or_else(cut_short).or_else(voiced).or_else(|| self.last())
    }

    /// The turn that moved the debtor most in a direction.
    fn moved(&self, way: Way, part: impl Fn(&Move) -> i32) -> Option<usize> {
        let moves = self.played.events.iter().filter_map(|event| match event {
            Event::Moved { turn, moves, .. } => Some((*turn, moves.iter().map(&part).sum::<i32>())),
            _ => None,
        });
        let most = match way {
            Way::Down => moves.filter(|(_, sum)| *sum < 0).min_by_key(|(turn, sum)| (*sum, *turn)),
            Way::Up => moves.filter(|(_, sum)| *sum > 0).max_by_key(|(turn, sum)| (*sum, *turn)),
        };
        most.map(|(turn, _)| turn).or_else(|| self.last())
    }
}
