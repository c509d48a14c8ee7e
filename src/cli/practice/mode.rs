//! How much help a trainee gets during a call.

use std::time::Duration;

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Mode {
    /// After each turn: what was heard, what it moved, what to try.
    Guided,
    /// Help for those who ask.
    Practice,
    /// No help; turns and time are limited.
    Exam,
}

/// An examined call is over after so many turns of the agent, or so much time.
const EXAM_TURNS: usize = 30;
const EXAM_TIME: Duration = Duration::from_secs(15 * 60);

impl Mode {
    /// Whether the trainee may ask for hints, the mood, and why.
    pub(super) fn helps(self) -> bool {
        self != Self::Exam
    }

    /// Whether a call has gone on for as long as it may.
    pub(super) fn is_over(self, turns: usize, time: Duration) -> bool {
        self == Self::Exam && (turns >= EXAM_TURNS || time >= EXAM_TIME)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_exam_has_an_end_of_its_own() {
        let long = Duration::from_secs(3600);
        assert!(!Mode::Guided.is_over(100, long) && !Mode::Practice.is_over(100, long));
        assert!(!Mode::Exam.is_over(29, Duration::from_secs(60)));
        assert!(Mode::Exam.is_over(30, Duration::ZERO) && Mode::Exam.is_over(1, long));
        assert!(Mode::Guided.helps() && !Mode::Exam.helps());
    }
}
