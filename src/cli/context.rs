//! What every subcommand is given: the messages, the library, and somewhere to write.

use std::env;
use std::io::{self, IsTerminal as _};

use clap::ValueEnum;

use super::output::Output;
use crate::library::Library;
use crate::messages::{Language, Messages};

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorChoice {
    Auto,
    Always,
    Never,
}

impl ColorChoice {
    fn applies(self, to_terminal: bool) -> bool {
        let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => to_terminal && !set("NO_COLOR") && !dumb,
        }
    }
}

/// Narrower than this, nothing can be laid out.
const NARROWEST: usize = 40;
const USUAL_WIDTH: usize = 80;

#[derive(Debug)]
pub(super) struct Context {
    pub(super) messages: Messages,
    pub(super) library: Library,
    pub(super) out: Output,
    /// Whether findings may be drawn in colour on standard error.
    pub(super) styled_errors: bool,
    /// Columns to lay out for.
    pub(super) width: usize,
}

impl Context {
    pub(super) fn new(messages: Messages, color: ColorChoice) -> Self {
        colored::control::set_override(color.applies(io::stdout().is_terminal()));
        let columns = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        Self {
            messages,
            library: Library::from_environment(),
            out: Output::stdout(),
            styled_errors: color.applies(io::stderr().is_terminal()),
            width: columns.unwrap_or(USUAL_WIDTH).max(NARROWEST),
        }
    }

    pub(super) fn language(&self) -> Language {
        self.messages.language()
    }
}
