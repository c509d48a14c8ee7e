//! `ensayo annotate`: lines in as NDJSON, what was heard in them out as NDJSON, one for one and in order.
//! One line at a time is kept, so that a file of any length takes the same room.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write as _};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value as Json;

use super::asked::{Asked, Hearer, Layer};
use super::context::Context;
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
}

/// A turn is seldom a page; a line longer than this is refused, and skipped without being kept.
const LONGEST_LINE: u64 = 4 << 20;

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let Context { messages, library, out, .. } = context;
    let mut annotator = Annotator {
        messages,
        library,
        hearer: Hearer::new(
            args.language.unwrap_or(Locale { language: messages.language(), country: None }),
            args.date.unwrap_or_else(typed::system_date),
            args.layer,
        ),
    };
    let unreadable = |path: &Path, error| Failure::File(Unreadable::Io { path: path.to_owned(), error });
    let mut annotate = |path: &Path, input: &mut BufReader<dyn Read>| -> Result<(), Failure> {
        while let Some(line) = next_line(input).map_err(|error| unreadable(path, error))? {
            if let Some(answer) = annotator.answer(&line)? {
                writeln!(out, "{answer}")?;
            }
            // Whoever feeds us line by line waits for the answer before the next one.
            if input.buffer().is_empty() {
                out.flush()?;
            }
        }
        Ok(())
    };
    if args.files.is_empty() {
        annotate(Path::new("-"), &mut BufReader::new(io::stdin().lock()))?;
    }
    for path in &args.files {
        if path.as_os_str() == "-" {
            annotate(path, &mut BufReader::new(io::stdin().lock()))?;
        } else {
            let file = File::open(path).map_err(|error| unreadable(path, error))?;
            annotate(path, &mut BufReader::new(file))?;
        }
    }
    Ok(Status::Fine)
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

impl Annotator<'_> {
    /// The answer to a line; none to a blank one. A line that makes no sense is answered with an error.
    fn answer(&mut self, line: &Raw) -> Result<Option<String>, Failure> {
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
}
