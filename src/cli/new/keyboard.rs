//! Where the answers come from: a line editor on a terminal, plain lines through a pipe.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};

use colored::Colorize as _;
use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::diagnostic::printable;

/// An answer longer than this is cut.
const LONGEST_ANSWER: u64 = 16 << 10;

pub(super) enum Keyboard {
    Terminal(Box<DefaultEditor>),
    Pipe,
}

impl Keyboard {
    pub(super) fn new() -> Result<Self, Failure> {
        if io::stdin().is_terminal() && io::stdout().is_terminal() {
            let editor = DefaultEditor::new().map_err(|error| unreadable(&error.to_string()))?;
            Ok(Self::Terminal(Box::new(editor)))
        } else {
            Ok(Self::Pipe)
        }
    }

    /// The next answer. Whoever pipes fewer lines than questions means the usual answers; whoever presses Ctrl-C or
    /// Ctrl-D means to stop.
    pub(super) fn read(&mut self, prompt: &str, context: &mut Context) -> Result<String, Failure> {
        context.out.flush()?;
        match self {
            Self::Terminal(editor) => match editor.readline(prompt) {
                Ok(line) => Ok(line.trim().to_owned()),
                Err(ReadlineError::Eof | ReadlineError::Interrupted) => Err(Failure::said("new-given-up", [])),
                Err(error) => Err(unreadable(&error.to_string())),
            },
            Self::Pipe => {
                let mut bytes = Vec::new();
                let mut input = io::stdin().lock().take(LONGEST_ANSWER);
                input.read_until(b'\n', &mut bytes).map_err(|error| unreadable(&error.to_string()))?;
                let line = String::from_utf8_lossy(&bytes).trim().to_owned();
                writeln!(context.out, "{}{}", prompt.bold(), printable(&line))?;
                Ok(line)
            }
        }
    }
}

fn unreadable(reason: &str) -> Failure {
    Failure::said("practice-cannot-read", [("reason", reason.into())])
}
