//! The ears in use: one a language, made from the library's lexicons when the first line in it comes, and shared by
//! all who hear at once.

use std::sync::{Arc, Mutex, PoisonError};

use super::failure::Failure;
use crate::call::Call;
use crate::content;
use crate::library::Library;
use crate::messages::Language;
use crate::nlu::entity::{Setting, currency_said, persons_of};
use crate::nlu::{Ear, Layers, SOME_DAY};

#[derive(Debug, Default)]
pub(super) struct Ears {
    layers: Layers,
    made: Mutex<Vec<(Language, Arc<Ear>)>>,
}

impl Ears {
    pub(super) fn new(layers: Layers) -> Self {
        Self { layers, made: Mutex::default() }
    }

    /// The ear for a language. Whoever asks while it is being made waits for it.
    pub(super) fn ear(&self, language: Language, library: &Library) -> Result<Arc<Ear>, Failure> {
        // An ear is put in the list whole or not at all: whoever failed here left nothing half done.
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, ear)) = made.iter().find(|(made, _)| *made == language) {
            return Ok(Arc::clone(ear));
        }
        let ear = Arc::new(content::ear(language, library)?.with_layers(self.layers));
        made.push((language, Arc::clone(&ear)));
        Ok(ear)
    }
}

/// What examples and other sentences without a call are read against.
pub(super) fn plain_setting(language: Language) -> Setting {
    Setting {
        language,
        country: None,
        currency: None,
        today: SOME_DAY,
        holidays: Vec::new(),
        names: Vec::new(),
    }
}

/// What amounts and dates of a transcript are read against.
pub(super) fn setting(call: &Call) -> Setting {
    let mut setting = Setting {
        language: call.language,
        country: call.country,
        currency: call.case_file.as_ref().map(|case| case.currency),
        today: call.date.unwrap_or(SOME_DAY),
        holidays: Vec::new(),
        names: Vec::new(),
    };
    if setting.country.is_none() && setting.currency.is_none() {
        setting.currency = currency_said(call.turns.iter().map(|turn| turn.text.as_str()), &setting);
    }
    if let Some(case) = &call.case_file {
        setting.names = persons_of(case, &setting);
    }
    setting
}
