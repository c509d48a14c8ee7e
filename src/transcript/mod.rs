//! Transcripts of real calls, from files: bytes to text, text to a [`Call`].

pub mod encoding;
pub mod plain;

mod clock;
mod label;
mod language;
mod roles;
mod words;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use jiff::civil::Date;

pub use encoding::Unreadable;
pub use language::recognise as recognise_language;

use crate::call::{Call, Country, Speaker};
use crate::diagnostic::Diagnostic;
use crate::messages::{Language, Messages};
use crate::source::Source;

/// What is known of a call besides its file. It fills the gaps that the file leaves; only the roles overrule it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    pub language: Option<Language>,
    pub country: Option<Country>,
    pub date: Option<Date>,
    /// Role by label as the file writes it, for files whose labels are wrong or say nothing.
    pub roles: BTreeMap<String, Speaker>,
}

impl Hints {
    fn role(&self, key: &str) -> Option<Speaker> {
        self.roles.iter().find(|(label, _)| words::fold(label.trim()) == key).map(|(_, role)| *role)
    }
}

/// Why a file gave no call.
#[derive(Debug)]
pub enum ReadError {
    /// It gave no text.
    File(Unreadable),
    /// It gave text that is no transcript.
    Content(Box<Diagnostic>),
}

impl ReadError {
    /// What is wrong, for people; a fault in the text is shown with its line.
    pub fn explain(&self, messages: &Messages, styled: bool) -> String {
        match self {
            Self::File(unreadable) => unreadable.explain(messages),
            Self::Content(diagnostic) => diagnostic.render(messages, styled),
        }
    }
}

/// Reads the transcript at `path`; the call's id is the path as given.
pub fn read(path: &Path, hints: &Hints) -> Result<Call, ReadError> {
    let text = encoding::read_text(path, encoding::MAX_BYTES).map_err(ReadError::File)?;
    parse(&path.display().to_string(), &text, hints).map_err(|fault| ReadError::Content(Box::new(fault)))
}

/// Reads a transcript that comes in from elsewhere, under the name that people know it by.
pub fn read_stream(name: &Path, input: &mut dyn io::Read, hints: &Hints) -> Result<Call, ReadError> {
    let text = encoding::read_stream(name, input, encoding::MAX_BYTES).map_err(ReadError::File)?;
    parse(&name.display().to_string(), &text, hints).map_err(|fault| ReadError::Content(Box::new(fault)))
}

/// Reads a transcript's text.
pub fn parse(id: &str, text: &str, hints: &Hints) -> Result<Call, Diagnostic> {
    plain::parse(&Source::new(id, text), hints)
}
