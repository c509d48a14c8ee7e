//! The ears in use: one a language, made when the first line in it comes.

use super::failure::Failure;
use crate::library::Library;
use crate::messages::Language;
use crate::nlu::Ear;

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

/// Makes an ear from the library's lexicons.
#[allow(clippy::unnecessary_wraps, reason = "an ear that reads lexicons can find faults in them")]
pub(super) fn ear(_language: Language, _library: &Library) -> Result<Ear, Failure> {
    Ok(Ear::default())
}
