//! The ear of a call, made in another thread while the case file is shown and the phone rings.

use std::thread::{self, JoinHandle};

use super::super::failure::Failure;
use crate::content::{self, ContentError};
use crate::library::Library;
use crate::nlu::Ear;
use crate::simulator::Scenario;

/// The ear of a scenario, ready or on its way.
pub(super) enum LateEar {
    Loading(Option<JoinHandle<Result<Ear, ContentError>>>),
    Ready(Box<Ear>),
}

impl LateEar {
    pub(super) fn load(scenario: &Scenario, library: &Library) -> Self {
        let (own, library) = (scenario.own_words(), library.clone());
        Self::Loading(Some(thread::spawn(move || content::ear_for(&own, &library))))
    }

    /// The ear, waited for if need be.
    pub(super) fn get(&mut self) -> Result<&Ear, Failure> {
        if let Self::Loading(handle) = self {
            let made = handle.take().and_then(|handle| handle.join().ok());
            let ear = made.ok_or_else(|| Failure::said("practice-no-ear", []))??;
            *self = Self::Ready(Box::new(ear));
        }
        match self {
            Self::Ready(ear) => Ok(ear),
            Self::Loading(_) => Err(Failure::said("practice-no-ear", [])),
        }
    }
}
