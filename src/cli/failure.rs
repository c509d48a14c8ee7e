//! How a run ends: the exit codes, and what is said when it could not be finished.

use std::io;
use std::process::ExitCode;

use crate::content::ContentError;
use crate::diagnostic::{Diagnostic, printable};
use crate::library::LibraryError;
use crate::messages::{Arg, Messages};
use crate::transcript::{ReadError, Unreadable};

/// The exit codes, as `--help` promises them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    Fine,
    /// Something could not be read or evaluated.
    Failed,
    /// The arguments made no sense.
    Usage,
    /// Some call fell below the pass mark.
    Below,
    /// Content that was checked has errors.
    Faulty,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Fine => 0,
            Status::Failed => 1,
            Status::Usage => 2,
            Status::Below => 3,
            Status::Faulty => 4,
        })
    }
}

/// Why a run could not be finished.
#[derive(Debug)]
pub(super) enum Failure {
    Output(io::Error),
    File(Unreadable),
    Library(LibraryError),
    Transcript(ReadError),
    Findings(Vec<Diagnostic>),
    /// A sentence of the catalogue.
    Said {
        id: &'static str,
        args: Vec<(&'static str, Arg)>,
    },
}

impl Failure {
    pub(super) fn said(id: &'static str, args: impl Into<Vec<(&'static str, Arg)>>) -> Self {
        Self::Said { id, args: args.into() }
    }

    pub(super) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// The whole of what is said on standard error.
    pub(super) fn explain(&self, messages: &Messages, styled: bool) -> String {
        let plain = |text: String| format!("{}: {}", messages.say("diag-error"), printable(&text));
        match self {
            Self::Output(error) => {
                plain(messages.say_with("cannot-write", &[("reason", error.to_string().into())]))
            }
            Self::File(error) | Self::Transcript(ReadError::File(error)) => plain(error.explain(messages)),
            Self::Library(error) => plain(error.explain(messages)),
            Self::Transcript(error @ ReadError::Content(_)) => error.explain(messages, styled),
            Self::Findings(found) => {
                let drawn: Vec<String> =
                    found.iter().map(|finding| finding.render(messages, styled)).collect();
                drawn.join("\n\n")
            }
            Self::Said { id, args } => plain(messages.say_with(id, args)),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<Unreadable> for Failure {
    fn from(error: Unreadable) -> Self {
        Self::File(error)
    }
}

impl From<LibraryError> for Failure {
    fn from(error: LibraryError) -> Self {
        Self::Library(error)
    }
}

impl From<ContentError> for Failure {
    fn from(error: ContentError) -> Self {
        match error {
            ContentError::Library(error) => Self::Library(error),
            ContentError::Findings(found) => Self::Findings(found),
            ContentError::Learnt(path) => {
                Self::said("learnt-unusable", [("path", path.display().to_string().into())])
            }
        }
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self::Transcript(error)
    }
}

impl From<Vec<Diagnostic>> for Failure {
    fn from(found: Vec<Diagnostic>) -> Self {
        Self::Findings(found)
    }
}
