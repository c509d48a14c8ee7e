//! The ears in use: one a language, made from the library's lexicons when the first line in it comes.

use jiff::civil::Date;

use super::failure::Failure;
use crate::call::Call;
use crate::library::{Kind, Library};
use crate::messages::Language;
use crate::nlu::entity::Setting;
use crate::nlu::{Ear, Inventory, Lexicon};

#[derive(Debug, Default)]
pub(super) struct Ears {
    made: Vec<(Language, Ear)>,
}

impl Ears {
    /// The ear for a language.
    pub(super) fn ear(&mut self, language: Language, library: &Library) -> Result<&Ear, Failure> {
        let made = self.made.iter().position(|(made, _)| *made == language);
        if made.is_none() {
            self.made.push((language, ear(language, library)?));
        }
        Ok(&self.made[made.unwrap_or(self.made.len() - 1)].1)
    }
}

/// Stands in for the day of a call that nobody knows: a Monday. Days named in the call can then be told apart, and
/// no report prints them.
const SOME_DAY: Date = jiff::civil::date(2000, 1, 3);

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

/// Makes an ear.
pub(super) fn ear(language: Language, library: &Library) -> Result<Ear, Failure> {
    let inventory = inventory(library)?;
    Ok(Ear::new(lexicon(language, library, &inventory)?, inventory))
}

/// The inventory of acts.
pub(super) fn inventory(library: &Library) -> Result<Inventory, Failure> {
    Ok(Inventory::read(library.source(Kind::Lexicon, "acts")?)?)
}

/// The checked lexicon of a language: every file of its folder.
pub(super) fn lexicon(
    language: Language,
    library: &Library,
    inventory: &Inventory,
) -> Result<Lexicon, Failure> {
    let folder = format!("{language}/");
    let mut sources = Vec::new();
    for item in library.list(Kind::Lexicon).iter().filter(|item| item.id.starts_with(&folder)) {
        sources.push(library.read(Kind::Lexicon, item)?);
    }
    Ok(Lexicon::read(language, sources, inventory)?)
}
