//! Trust and patience: where they stand, what moves them, and the log of every move with its cause.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::nlu::Heard;
use crate::simulator::line::Mood;
use crate::simulator::typed::{TypedGauge, TypedMark, TypedShift};

/// Patience from which down the debtor is upset, and up to which he stays so once he is.
const UPSET_BELOW: i32 = 25;
const CALM_ABOVE: i32 = 35;
/// A debtor who opened up stays so until trust has fallen this far below the mark, where nothing else is said.
const CLOSES_BELOW: i32 = 8;
/// What one turn can move either by, at most: a turn that does everything at once is not worth five.
const MOST_A_TURN: i32 = 25;
/// What an act costs in trust that hurts: from here on, nothing else in the turn counts in the agent's favour.
const HURTS: i32 = -6;

/// The cause of what every turn moves, whatever was said in it.
pub const DRIFT: &str = "drift";

/// How an act moves the debtor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Shift {
    pub trust: i32,
    pub patience: i32,
}

impl From<TypedShift> for Shift {
    fn from(typed: TypedShift) -> Self {
        Self { trust: typed.trust, patience: typed.patience }
    }
}

/// What each act of the agent does to this debtor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Temper {
    shifts: BTreeMap<String, Shift>,
}

impl Temper {
    pub fn new(shifts: BTreeMap<String, Shift>) -> Self {
        Self { shifts }
    }

    /// This temper with some acts taken differently.
    #[must_use]
    pub fn with(&self, own: &BTreeMap<String, Shift>) -> Self {
        let mut shifts = self.shifts.clone();
        shifts.extend(own.iter().map(|(act, shift)| (act.clone(), *shift)));
        Self { shifts }
    }

    /// The shift of an act: its own, or its family's.
    fn shift(&self, act: &str) -> Option<Shift> {
        let family = act.split('.').next().unwrap_or(act);
        self.shifts.get(act).or_else(|| self.shifts.get(family)).copied()
    }
}

/// One move of the mood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Move {
    /// The act, the objection or the rule that caused it.
    pub cause: String,
    pub trust: i32,
    pub patience: i32,
}

/// Where trust or patience starts, and the bounds it keeps; all from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gauge {
    pub start: i32,
    pub min: i32,
    pub max: i32,
}

impl From<TypedGauge> for Gauge {
    fn from(typed: TypedGauge) -> Self {
        Self { start: typed.start, min: typed.min, max: typed.max }
    }
}

/// The trust from which the debtor tells the truth, and the lower one below which he no longer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub enter: i32,
    pub leave: i32,
}

impl From<TypedMark> for Mark {
    fn from(typed: TypedMark) -> Self {
        Self { enter: typed.enter, leave: typed.leave.unwrap_or(typed.enter - CLOSES_BELOW) }
    }
}

/// Where the debtor stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Feelings {
    pub trust: i32,
    pub patience: i32,
    bounds: [Gauge; 2],
    opens: Mark,
    mood: Mood,
}

impl Feelings {
    pub(super) fn new(trust: Gauge, patience: Gauge, opens: Mark) -> Self {
        let mut feelings = Self {
            trust: trust.start,
            patience: patience.start,
            bounds: [trust, patience],
            opens,
            mood: Mood::Guarded,
        };
        feelings.settle();
        feelings
    }

    pub(super) fn mood(&self) -> Mood {
        self.mood
    }

    /// Takes in what the agent did in one turn; the same act twice in a turn counts once.
    pub(super) fn take_in(&mut self, heard: &Heard, temper: &Temper, drift: Shift) -> Vec<Move> {
        let mut moves: Vec<Move> = Vec::new();
        for hit in &heard.acts {
            if moves.iter().any(|done| done.cause == hit.act.id()) {
                continue;
            }
            if let Some(shift) = temper.shift(hit.act.id()) {
                moves.push(Move {
                    cause: hit.act.id().to_owned(),
                    trust: shift.trust,
                    patience: shift.patience,
                });
            }
        }
        // Whoever hurts in a turn wins nothing by the rest of it.
        if moves.iter().any(|step| step.trust <= HURTS) {
            moves.retain(|step| step.trust <= 0 && step.patience <= 0);
        }
        moves.push(Move { cause: DRIFT.to_owned(), trust: drift.trust, patience: drift.patience });
        let trust: i32 = moves.iter().map(|step| step.trust).sum();
        let patience: i32 = moves.iter().map(|step| step.patience).sum();
        self.shift(trust.clamp(-100, MOST_A_TURN), patience.clamp(-100, MOST_A_TURN));
        moves.retain(|step| step.trust != 0 || step.patience != 0);
        moves
    }

    /// Moves both, within bounds.
    pub(super) fn shift(&mut self, trust: i32, patience: i32) {
        let [trusting, patient] = self.bounds;
        self.trust = (self.trust + trust).max(trusting.min).min(trusting.max);
        self.patience = (self.patience + patience).max(patient.min).min(patient.max);
        self.settle();
    }

    /// Enter-and-leave thresholds differ, so that the mood does not flicker.
    fn settle(&mut self) {
        let upset_until = if self.mood == Mood::Upset { CALM_ABOVE } else { UPSET_BELOW };
        let open_from = if self.mood == Mood::Open { self.opens.leave } else { self.opens.enter };
        self.mood = if self.patience < upset_until {
            Mood::Upset
        } else if self.trust >= open_from {
            Mood::Open
        } else {
            Mood::Guarded
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::{Act, ActHit, Reason};

    fn feelings(trust: i32, patience: i32, opens_at: i32) -> Feelings {
        let gauge = |start| Gauge { start, min: 0, max: 100 };
        Feelings::new(gauge(trust), gauge(patience), Mark { enter: opens_at, leave: opens_at - CLOSES_BELOW })
    }

    fn heard(acts: &[&str]) -> Heard {
        let hit =
            |act: &&str| ActHit { act: Act::from(*act), span: 0..1, reason: Reason::Entity { kind: "test" } };
        Heard { acts: acts.iter().map(hit).collect(), entities: Vec::new() }
    }

    fn temper() -> Temper {
        Temper::new(BTreeMap::from([
            ("empathize".to_owned(), Shift { trust: 10, patience: 4 }),
            ("offer".to_owned(), Shift { trust: 3, patience: 0 }),
            ("pressure".to_owned(), Shift { trust: -8, patience: -20 }),
        ]))
    }

    #[test]
    fn an_act_counts_once_a_turn_and_a_family_speaks_for_its_members() {
        let mut feelings = feelings(30, 50, 60);
        let moves = feelings.take_in(
            &heard(&["empathize", "empathize", "offer.discount"]),
            &temper(),
            Shift::default(),
        );
        assert_eq!((feelings.trust, feelings.patience), (43, 54));
        assert_eq!(moves.len(), 2);
    }

    #[test]
    fn nothing_else_in_a_turn_makes_up_for_pressure_and_a_small_slip_undoes_nothing() {
        let mut pressed = feelings(30, 50, 60);
        pressed.take_in(&heard(&["empathize", "offer.discount", "pressure"]), &temper(), Shift::default());
        assert_eq!((pressed.trust, pressed.patience), (22, 30));
        let mut temper = temper();
        temper.shifts.insert("vague".to_owned(), Shift { trust: -1, patience: -2 });
        let mut vague = feelings(30, 50, 60);
        vague.take_in(&heard(&["empathize", "vague"]), &temper, Shift::default());
        assert_eq!((vague.trust, vague.patience), (39, 52));
    }

    #[test]
    fn every_turn_drifts_and_the_authors_bounds_hold() {
        let patience = Gauge { start: 50, min: 45, max: 100 };
        let trust = Gauge { start: 30, min: 0, max: 35 };
        let mut feelings = Feelings::new(trust, patience, Mark { enter: 60, leave: 50 });
        let drift = Shift { trust: 0, patience: -3 };
        let moves = feelings.take_in(&heard(&["empathize"]), &temper(), drift);
        assert_eq!((feelings.trust, feelings.patience), (35, 51));
        assert!(moves.iter().any(|step| step.cause == DRIFT && step.patience == -3));
        feelings.shift(0, -50);
        assert_eq!(feelings.patience, 45);
    }

    #[test]
    fn the_mood_is_left_later_than_it_was_entered() {
        let mut feelings = feelings(60, 50, 60);
        assert_eq!(feelings.mood(), Mood::Open);
        feelings.shift(-5, 0);
        assert_eq!(feelings.mood(), Mood::Open, "just below the mark it stays open");
        feelings.shift(-5, 0);
        assert_eq!(feelings.mood(), Mood::Guarded);
    }

    #[test]
    fn pressure_makes_the_debtor_upset_and_the_bounds_hold() {
        let mut feelings = feelings(5, 40, 60);
        feelings.take_in(&heard(&["pressure"]), &temper(), Shift::default());
        assert_eq!((feelings.trust, feelings.patience, feelings.mood()), (0, 20, Mood::Upset));
        feelings.shift(0, 10);
        assert_eq!(feelings.mood(), Mood::Upset, "30 is not calm yet");
    }
}
