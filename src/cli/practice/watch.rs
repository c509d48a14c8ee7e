//! A scenario that is edited while it is played is read again before the next turn.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use super::super::context::Context;
use super::super::failure::Failure;
use crate::content;
use crate::simulator::Scenario;

/// A scenario's file, with the time it was last written. One that is inside the program never changes.
#[derive(Debug)]
pub(super) struct Watch {
    path: PathBuf,
    written: Option<SystemTime>,
}

impl Watch {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let path = PathBuf::from(scenario.source.name());
        Self { written: written(&path), path }
    }

    /// The scenario as it is now, where it was written since it was last read. One with mistakes is told, and the
    /// call goes on with the one before.
    pub(super) fn reread(&mut self, context: &mut Context) -> Result<Option<Scenario>, Failure> {
        let now = written(&self.path);
        if now.is_none() || now == self.written {
            return Ok(None);
        }
        self.written = now;
        match content::scenario(&self.path.display().to_string(), &context.library) {
            Ok(scenario) => Ok(Some(scenario)),
            Err(error) => {
                context.complain(&error.into())?;
                Ok(None)
            }
        }
    }
}

fn written(path: &PathBuf) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}
