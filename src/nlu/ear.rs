//! The ear itself: a line in, what was heard out.

use crate::call::{Call, Speaker};
use crate::nlu::entity::{self, Setting};
use crate::nlu::heard::{Heard, HeardCall};

/// A line and who said it.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    pub speaker: Speaker,
    pub text: &'a str,
}

/// Hears lines in one language. Cheap to use, dearer to make: make it once.
#[derive(Debug, Default)]
pub struct Ear {}

impl Ear {
    /// Hears one line in the light of the lines before it (oldest first, as they were heard).
    pub fn hear(&self, line: Line<'_>, before: &[(Line<'_>, &Heard)], setting: &Setting) -> Heard {
        let _ = before;
        Heard { acts: Vec::new(), entities: entity::find(line.text, setting) }
    }

    /// Hears a whole call, turn by turn.
    pub fn hear_call(&self, call: Call, setting: &Setting) -> HeardCall {
        let mut heard: Vec<Heard> = Vec::with_capacity(call.turns.len());
        for (at, turn) in call.turns.iter().enumerate() {
            let before: Vec<_> = call.turns[..at]
                .iter()
                .zip(&heard)
                .map(|(turn, heard)| (Line { speaker: turn.speaker, text: &turn.text }, heard))
                .collect();
            heard.push(self.hear(Line { speaker: turn.speaker, text: &turn.text }, &before, setting));
        }
        HeardCall { call, heard }
    }
}
