//! What every subcommand is given: the messages, the library, and somewhere to write.

use std::env;
use std::io::{self, IsTerminal as _, Write as _};

use clap::ValueEnum;

use super::failure::Failure;
use super::output::Output;
use crate::library::Library;
use crate::messages::{Language, Messages};
use crate::report::{Colour, Style};

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
    /// Whether standard output is coloured.
    colour: bool,
    /// Whether findings may be drawn in colour on standard error.
    pub(super) styled_errors: bool,
    /// Columns to lay out for.
    pub(super) width: usize,
}

impl Context {
    pub(super) fn new(messages: Messages, color: ColorChoice) -> Self {
        let colour = color.applies(io::stdout().is_terminal());
        colored::control::set_override(colour);
        let columns = env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok())
            .or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)));
        Self {
            messages,
            library: Library::from_environment(),
            out: Output::stdout(),
            colour,
            styled_errors: color.applies(io::stderr().is_terminal()),
            width: columns.unwrap_or(USUAL_WIDTH).max(NARROWEST),
        }
    }

    /// How reports on standard output are drawn.
    pub(super) fn style(&self) -> Style {
        let colour = if self.colour { Colour::On } else { Colour::Off };
        Style { width: self.width, colour }
    }

    /// Says on standard error what went wrong, and lets the run go on.
    pub(super) fn complain(&mut self, failure: &Failure) -> Result<(), Failure> {
        // What was written before it stands before it, also where both go to one place.
        self.out.flush()?;
        let text = failure.explain(&self.messages, self.styled_errors);
        // Where not even that can be written, the exit code is all that is left.
        let _ = writeln!(io::stderr(), "{text}");
        Ok(())
    }

    pub(super) fn language(&self) -> Language {
        self.messages.language()
    }
}
