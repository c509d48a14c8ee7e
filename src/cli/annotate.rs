//! `ensayo annotate`: lines in as NDJSON, what was heard in them out as NDJSON, one for one and in order.
//! A few blocks of lines are kept at a time, so that a file of any length takes the same room. Blocks go to as many
//! threads as were asked for; who hears a line changes nothing in its answer.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write as _};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value as Json;

use super::asked::{Asked, Hearer, Layer};
use super::context::Context;
use super::crew::{self, Crew};
use super::failure::{Failure, Status};
use super::typed::{self, Locale};
use crate::library::Library;
use crate::messages::{Arg, Messages};
use crate::report::annotation::{Annotation, Refusal};
use crate::transcript::Unreadable;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "FILES")]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "TAG", value_parser = typed::locale)]
    language: Option<Locale>,
    #[arg(long, value_name = "DATE", value_parser = typed::date)]
    date: Option<Date>,
    #[arg(long, value_name = "LAYER", value_enum, default_value_t = Layer::Both)]
    layer: Layer,
    #[arg(long, value_name = "JOBS", default_value_t = 1)]
    jobs: usize,
}

/// A turn is seldom a page; a line longer than this is refused, and skipped without being kept.
const LONGEST_LINE: u64 = 4 << 20;
/// Lines of a block: enough that handing it over costs nothing beside hearing it.
const BLOCK_LINES: usize = 16;
/// A block is full, too, when its lines come to so many bytes.
const BLOCK_BYTES: usize = 256 << 10;
/// What is read ahead from a file.
const READ_AHEAD: usize = 256 << 10;
/// More threads than this are of no use to anybody.
const MOST_JOBS: usize = 256;

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let Context { messages, library, out, .. } = context;
    let annotator = Annotator {
        messages,
        library,
        hearer: Hearer::new(
            args.language.unwrap_or(Locale { language: messages.language(), country: None }),
            args.date.unwrap_or_else(typed::system_date),
            args.layer,
        ),
    };
    let annotator = &annotator;
    let hear = || |block: Vec<Raw>| block.iter().map(|line| annotator.answer(line)).collect::<Vec<Answer>>();
    let (tasks, queue) = crew::queue();
    thread::scope(|scope| {
        let mut crew = Crew::start(scope, jobs(args.jobs), (tasks, &queue), &hear);
        let mut annotate = |path: &Path, input: &mut BufReader<dyn Read>| -> Result<(), Failure> {
            loop {
                let (block, end) = next_block(input);
                crew.give(block);
                while crew.full() || (end.waits() && crew.out() > 0) {
                    for answer in crew.take().into_iter().flatten() {
                        if let Some(answer) = answer? {
                            writeln!(out, "{answer}")?;
                        }
                    }
                }
                match end {
                    End::Full => {}
                    End::Waiting => out.flush()?,
                    End::OfInput => return Ok(()),
                    End::Broken(error) => {
                        return Err(Failure::File(Unreadable::Io { path: path.to_owned(), error }));
                    }
                }
            }
        };
        if args.files.is_empty() {
            annotate(Path::new("-"), &mut BufReader::with_capacity(READ_AHEAD, io::stdin().lock()))?;
        }
        for path in &args.files {
            if path.as_os_str() == "-" {
                annotate(path, &mut BufReader::with_capacity(READ_AHEAD, io::stdin().lock()))?;
            } else {
                let unreadable = |error| Failure::File(Unreadable::Io { path: path.clone(), error });
                let file = File::open(path).map_err(unreadable)?;
                annotate(path, &mut BufReader::with_capacity(READ_AHEAD, file))?;
            }
        }
        Ok(Status::Fine)
    })
}

/// How many threads to use: as many as there are cores where none are named.
pub(super) fn jobs(asked: usize) -> usize {
    let cores = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
    if asked == 0 { cores() } else { asked.min(MOST_JOBS) }
}

/// Why a block ends.
#[derive(Debug)]
enum End {
    Full,
    /// No more has come yet: whoever feeds us line by line waits for the answer before the next one.
    Waiting,
    OfInput,
    /// The lines before it were read well.
    Broken(io::Error),
}

impl End {
    /// Whether all that was read is to be answered before more is read.
    fn waits(&self) -> bool {
        !matches!(self, Self::Full)
    }
}

fn next_block(input: &mut BufReader<dyn Read + '_>) -> (Vec<Raw>, End) {
    let mut block = Vec::new();
    let mut bytes = 0;
    loop {
        match next_line(input) {
            Ok(Some(line)) => {
                if let Raw::Bytes(line) = &line {
                    bytes += line.len();
                }
                block.push(line);
            }
            Ok(None) => return (block, End::OfInput),
            Err(error) => return (block, End::Broken(error)),
        }
        if input.buffer().is_empty() {
            return (block, End::Waiting);
        }
        if block.len() >= BLOCK_LINES || bytes >= BLOCK_BYTES {
            return (block, End::Full);
        }
    }
}

/// A line of input, or the news that it was too long.
enum Raw {
    Bytes(Vec<u8>),
    TooLong,
}

fn next_line(input: &mut (impl BufRead + ?Sized)) -> io::Result<Option<Raw>> {
    let mut bytes = Vec::new();
    let read = input.take(LONGEST_LINE + 1).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    if bytes.ends_with(b"\n") || (read as u64) <= LONGEST_LINE {
        return Ok(Some(Raw::Bytes(bytes)));
    }
    while !bytes.is_empty() && !bytes.ends_with(b"\n") {
        bytes.clear();
        input.take(LONGEST_LINE).read_until(b'\n', &mut bytes)?;
    }
    Ok(Some(Raw::TooLong))
}

struct Annotator<'a> {
    messages: &'a Messages,
    library: &'a Library,
    hearer: Hearer,
}

/// What is written for a line, if anything is.
type Answer = Result<Option<String>, Failure>;

impl Annotator<'_> {
    /// The answer to a line; none to a blank one. A line that makes no sense is answered with an error.
    fn answer(&self, line: &Raw) -> Answer {
        let Raw::Bytes(bytes) = line else {
            return Ok(Some(self.refusal(&Json::Null, "annotate-too-long", &[])));
        };
        if bytes.trim_ascii().is_empty() {
            return Ok(None);
        }
        let ask: Asked = match serde_json::from_slice(bytes) {
            Ok(ask) => ask,
            Err(error) => {
                let id = serde_json::from_slice::<Json>(bytes)
                    .ok()
                    .and_then(|line| line.get("id").cloned())
                    .unwrap_or_default();
                let reason = Arg::from(error.to_string());
                return Ok(Some(self.refusal(&id, "annotate-bad-line", &[("reason", reason)])));
            }
        };
        let locale = match self.hearer.locale(&ask) {
            Ok(locale) => locale,
            Err(tag) => {
                return Ok(Some(self.refusal(&ask.id, "annotate-language", &[("tag", tag.into())])));
            }
        };
        let heard = self.hearer.hear(&ask, locale, self.library)?;
        Ok(Some(json_line(&Annotation::new(&ask.id, &ask.text, &heard))))
    }

    fn refusal(&self, id: &Json, message: &str, args: &[(&str, Arg)]) -> String {
        json_line(&Refusal { id, error: self.messages.say_with(message, args) })
    }
}

fn json_line(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).expect("texts, numbers and lists are always JSON")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8]) -> Vec<Option<usize>> {
        let mut input = input;
        std::iter::from_fn(|| next_line(&mut input).unwrap())
            .map(|raw| match raw {
                Raw::Bytes(bytes) => Some(bytes.len()),
                Raw::TooLong => None,
            })
            .collect()
    }

    #[test]
    fn a_line_past_the_limit_is_skipped_and_the_next_is_whole() {
        let limit = usize::try_from(LONGEST_LINE).unwrap();
        let long = [vec![b'a'; limit * 2 + 7], b"\nnext\n".to_vec()].concat();
        assert_eq!(lines(&long), [None, Some(5)]);
        assert_eq!(lines(&vec![b'a'; limit]), [Some(limit)]);
        assert_eq!(lines(&vec![b'a'; limit + 1]), [None]);
    }

    #[test]
    fn a_block_ends_when_it_is_full_or_nothing_more_has_come() {
        let text = "a\n".repeat(BLOCK_LINES + 1);
        let mut input = BufReader::new(text.as_bytes());
        let input: &mut BufReader<dyn Read> = &mut input;
        let mut blocks = Vec::new();
        loop {
            let (block, end) = next_block(input);
            blocks.push((block.len(), format!("{end:?}")));
            if matches!(end, End::OfInput) {
                break;
            }
        }
        let expected = [(BLOCK_LINES, "Full"), (1, "Waiting"), (0, "OfInput")];
        assert_eq!(blocks, expected.map(|(lines, end)| (lines, end.to_owned())));
    }

    #[test]
    fn a_block_of_long_lines_is_full_before_its_time() {
        let line = vec![b'a'; BLOCK_BYTES / 2 + 1];
        let text = [line, b"\n".to_vec()].concat().repeat(3);
        let mut input = BufReader::new(text.as_slice());
        let (block, end) = next_block(&mut input);
        assert_eq!((block.len(), matches!(end, End::Full)), (2, true));
    }

    #[test]
    fn no_number_of_jobs_is_as_many_as_there_are_cores() {
        assert!(jobs(0) >= 1);
        assert_eq!((jobs(1), jobs(usize::MAX)), (1, MOST_JOBS));
    }
}
