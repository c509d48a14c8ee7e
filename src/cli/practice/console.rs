//! Where the trainee's lines come from and where the debtor's go: a line editor and the pace of speech on a terminal,
//! plain lines through a pipe.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use colored::Colorize as _;
use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Config, Editor, ExternalPrinter as _, Helper};

use super::super::context::Context;
use super::super::failure::Failure;
use super::command::NAMES;
use super::pace::{Begun, Keys, Pace, Waited};
use crate::diagnostic::printable;
use crate::report::wrap;

/// A line longer than this is cut: nobody says that much in one breath, and a pipe may hold anything.
const LONGEST_LINE: usize = 16 << 10;

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Input {
    Line {
        text: String,
        /// Nobody spoke for so long that the other end asked whether anybody is there.
        silent: bool,
    },
    /// End of input, or the trainee pressed Ctrl-C or Ctrl-D.
    End,
}

/// The other end of the conversation.
pub(super) struct Console {
    editor: Option<Box<Editor<Commands, DefaultHistory>>>,
    /// Says nothing while the call goes on: the answer is one document at the end.
    silent: bool,
    pace: Pace,
    /// How long the other end bears silence; `None`: for ever.
    bears: Option<Duration>,
}

impl std::fmt::Debug for Console {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Console").field("terminal", &self.is_terminal()).finish_non_exhaustive()
    }
}

impl Console {
    /// `seconds` of silence are borne; 0: any.
    pub(super) fn new(silent: bool, pace: Pace, seconds: u64) -> Result<Self, Failure> {
        let interactive = io::stdin().is_terminal() && io::stdout().is_terminal();
        let editor = if interactive {
            let config = Config::builder().auto_add_history(true).build();
            let mut editor = Editor::with_config(config).map_err(|error| read_failure(&error))?;
            editor.set_helper(Some(Commands));
            Some(Box::new(editor))
        } else {
            None
        };
        let bears = (seconds > 0).then(|| Duration::from_secs(seconds));
        Ok(Self { editor, silent, pace, bears })
    }

    pub(super) fn is_terminal(&self) -> bool {
        self.editor.is_some()
    }

    pub(super) fn is_silent(&self) -> bool {
        self.silent
    }

    /// The next line, with what was begun while the debtor spoke. Through a pipe it is written out after the prompt,
    /// so that the output reads as the call. `wonder` is what the other end says to silence.
    pub(super) fn read(
        &mut self,
        prompt: &str,
        begun: &str,
        wonder: Option<String>,
        context: &mut Context,
    ) -> Result<Input, Failure> {
        context.out.flush()?;
        let Some(editor) = &mut self.editor else {
            let Some(text) = piped_line()? else { return Ok(Input::End) };
            if !self.silent {
                writeln!(context.out, "{}{}", prompt.bold(), printable(&text))?;
            }
            return Ok(Input::Line { text, silent: false });
        };
        // Whoever has begun to type is not silent.
        let wonder = wonder.filter(|_| begun.is_empty());
        let waiting = wonder.zip(self.bears).and_then(|(wonder, bears)| {
            let mut printer = editor.create_external_printer().ok()?;
            let (spoken, heard) = mpsc::channel::<()>();
            let waiting = thread::spawn(move || {
                let silent = heard.recv_timeout(bears) == Err(RecvTimeoutError::Timeout);
                silent && printer.print(format!("{wonder}\n")).is_ok()
            });
            Some((spoken, waiting))
        });
        let read = editor.readline_with_initial(prompt, (begun, ""));
        let silent = waiting.is_some_and(|(spoken, waiting)| {
            drop(spoken);
            waiting.join().unwrap_or(false)
        });
        match read {
            Ok(mut text) => {
                text.truncate(crate::source::floor_boundary(&text, LONGEST_LINE));
                Ok(Input::Line { text, silent })
            }
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(Input::End),
            Err(error) => Err(read_failure(&error)),
        }
    }

    /// Writes what somebody says, at the pace of speech on a terminal; the keys that cut it short, if any did.
    pub(super) fn speak(
        &mut self,
        name: &str,
        text: &str,
        context: &mut Context,
    ) -> Result<Option<Begun>, Failure> {
        let said = format!("{name}: {}", printable(text));
        // A pipe gets a line a turn; a terminal would cut words at its edge.
        let lines = if self.is_terminal() { wrap(&said, context.width) } else { vec![said] };
        let mut time = self.pace.a_word().filter(|_| self.is_terminal());
        let keys = time.and_then(|_| Keys::listen());
        for (at, line) in lines.iter().enumerate() {
            let (who, rest) = line.split_at(if at == 0 { name.len() + 1 } else { 0 });
            write!(context.out, "{}", who.yellow().bold())?;
            for word in rest.split_inclusive(' ') {
                write!(context.out, "{word}")?;
                let (Some(pause), Some(keys)) = (time, &keys) else { continue };
                context.out.flush()?;
                match keys.wait(pause) {
                    Waited::Quiet => {}
                    Waited::Hurried => time = None,
                    Waited::Interrupted(begun) => {
                        writeln!(context.out, "{}", "—".dimmed())?;
                        return Ok(Some(begun));
                    }
                }
            }
            writeln!(context.out)?;
        }
        Ok(None)
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
