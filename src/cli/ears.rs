//! The ears in use: one a language, made from the library's lexicons when the first line in it comes.

use jiff::civil::Date;

use super::failure::Failure;
use crate::call::Call;
use crate::content;
use crate::library::Library;
use crate::messages::Language;
use crate::nlu::entity::Setting;
use crate::nlu::{Ear, Layers};

#[derive(Debug, Default)]
pub(super) struct Ears {
    layers: Layers,
    made: Vec<(Language, Ear)>,
}

impl Ears {
    pub(super) fn new(layers: Layers) -> Self {
        Self { layers, made: Vec::new() }
    }

    /// The ear for a language.
    pub(super) fn ear(&mut self, language: Language, library: &Library) -> Result<&Ear, Failure> {
        let made = self.made.iter().position(|(made, _)| *made == language);
        if made.is_none() {
            self.made.push((language, content::ear(language, library)?.with_layers(self.layers)));
        }
        Ok(&self.made[made.unwrap_or(self.made.len() - 1)].1)
    }
}

/// Stands in for the day of a call that nobody knows: a Monday. Days named in the call can then be told apart, and
/// no report prints them.
pub(super) const SOME_DAY: Date = jiff::civil::date(2000, 1, 3);

/// What examples and other sentences without a call are read against.
pub(super) fn plain_setting(language: Language) -> Setting {
    Setting { language, country: None, currency: None, today: SOME_DAY, holidays: Vec::new() }
}

/// What amounts and dates of a transcript are read against.
pub(super) fn setting(call: &Call) -> Setting {
    Setting {
        language: call.language,
        country: call.country,
        currency: call.case_file.as_ref().map(|case| case.currency),
        today: call.date.unwrap_or(SOME_DAY),
        holidays: Vec::new(),
    }
}
