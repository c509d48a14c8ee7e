//! The ears in use: one a language, made from the library's lexicons when the first line in it comes.

use super::failure::Failure;
use crate::library::{Kind, Library};
use crate::messages::Language;
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
