//! Where the trainee's lines come from: a line editor on a terminal, plain lines through a pipe.

use std::io::{self, IsTerminal as _, Write as _};

use colored::Colorize as _;
use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Config, Editor, Helper};

use super::super::context::Context;
use super::super::failure::Failure;
use super::command::NAMES;
use crate::diagnostic::printable;

/// A line longer than this is cut: nobody says that much in one breath, and a pipe may hold anything.
const LONGEST_LINE: usize = 16 << 10;

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) enum Input {
    Line(String),
    /// End of input, or the trainee pressed Ctrl-C or Ctrl-D.
    End,
}

/// The other end of the conversation.
pub(in crate::cli) struct Console {
    editor: Option<Box<Editor<Commands, DefaultHistory>>>,
    /// Says nothing while the call goes on: the answer is one document at the end.
    silent: bool,
}

impl std::fmt::Debug for Console {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Console").field("terminal", &self.is_terminal()).finish_non_exhaustive()
    }
}

impl Console {
    pub(in crate::cli) fn new(silent: bool) -> Result<Self, Failure> {
        let interactive = io::stdin().is_terminal() && io::stdout().is_terminal();
        let editor = if interactive {
            let config = Config::builder().auto_add_history(true).build();
            let mut editor = Editor::with_config(config).map_err(|error| read_failure(&error))?;
            editor.set_helper(Some(Commands));
            Some(Box::new(editor))
        } else {
            None
        };
        Ok(Self { editor, silent })
    }

    pub(in crate::cli) fn is_terminal(&self) -> bool {
        self.editor.is_some()
    }

    pub(in crate::cli) fn is_silent(&self) -> bool {
        self.silent
    }

    /// The next line. Through a pipe it is written out after the prompt, so that the output reads as the call.
    pub(in crate::cli) fn read(&mut self, prompt: &str, context: &mut Context) -> Result<Input, Failure> {
        context.out.flush()?;
        let Some(editor) = &mut self.editor else {
            let Some(line) = piped_line()? else { return Ok(Input::End) };
            if !self.silent {
                writeln!(context.out, "{}{}", prompt.bold(), printable(&line))?;
            }
            return Ok(Input::Line(line));
        };
        match editor.readline(prompt) {
            Ok(mut line) => {
                line.truncate(crate::source::floor_boundary(&line, LONGEST_LINE));
                Ok(Input::Line(line))
            }
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(Input::End),
            Err(error) => Err(read_failure(&error)),
        }
    }
}

/// A line of standard input in whatever encoding, cut where it is absurdly long.
fn piped_line() -> Result<Option<String>, Failure> {
    let mut bytes = Vec::new();
    let mut input = io::stdin().lock();
    let read = io::BufRead::read_until(&mut input, b'\n', &mut bytes).map_err(|error| {
        Failure::said("practice-cannot-read", [("reason", error.to_string().into())])
    })?;
    if read == 0 {
        return Ok(None);
    }
    bytes.truncate(LONGEST_LINE);
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end().to_owned()))
}

fn read_failure(error: &ReadlineError) -> Failure {
    Failure::said("practice-cannot-read", [("reason", error.to_string().into())])
}

/// Completes slash commands; hints, colours and checks nothing.
struct Commands;

impl Helper for Commands {}
impl Highlighter for Commands {}
impl Validator for Commands {}

impl Hinter for Commands {
    type Hint = String;
}

impl Completer for Commands {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _context: &rustyline::Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        Ok((0, candidates(&line[..pos])))
    }
}

fn candidates(typed: &str) -> Vec<Pair> {
    NAMES
        .iter()
        .filter(|(name, _)| typed.starts_with('/') && name.starts_with(typed))
        .map(|(name, _)| Pair { display: (*name).to_owned(), replacement: (*name).to_owned() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slash_offers_commands_and_speech_offers_nothing() {
        let names = |typed| candidates(typed).into_iter().map(|pair| pair.replacement).collect::<Vec<_>>();
        assert_eq!(names("/pi"), ["/pista"]);
        assert_eq!(names("/h"), ["/hint", "/hangup", "/help"]);
        assert!(names("pi").is_empty());
    }
}
