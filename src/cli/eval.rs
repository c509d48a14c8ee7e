//! `ensayo eval`: labelled turns in, how well the ear hears them out.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Deserialize;
use serde_json::Value as Json;

use super::asked::{Asked, Hearer, Layer};
use super::context::Context;
use super::ears::SOME_DAY;
use super::failure::{Failure, Status};
use super::typed::Locale;
use crate::content;
use crate::diagnostic::{Diagnostic, closest};
use crate::eval::{Labelled, Tally, View};
use crate::nlu::{Act, Inventory};
use crate::report::eval::{self as report, Confusions};
use crate::source::{LineColumn, Source, Span};
use crate::transcript::Unreadable;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "FILES", required = true)]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "VIEW", value_enum, default_value_t = By::Act)]
    by: By,
    #[arg(long, value_name = "LAYER", value_enum, default_value_t = Layer::Both)]
    layer: Layer,
    #[arg(long)]
    confusions: bool,
    #[arg(long, value_name = "ACT")]
    errors: Option<String>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// A view as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    #[value(alias = "acto")]
    Act,
    #[value(alias = "familia")]
    Family,
    #[value(alias = "estilo")]
    Style,
    #[value(alias = "pais", alias = "país")]
    Country,
    #[value(alias = "hablante")]
    Speaker,
    #[value(alias = "origen")]
    Source,
}

impl From<By> for View {
    fn from(by: By) -> Self {
        match by {
            By::Act => Self::Act,
            By::Family => Self::Family,
            By::Style => Self::Style,
            By::Country => Self::Country,
            By::Speaker => Self::Speaker,
            By::Source => Self::Source,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// From so many on, the faults of a file are only counted.
const TOLD: usize = 20;

/// What a line says beside the turn itself.
#[derive(Debug, Deserialize)]
struct Labels {
    acts: Vec<String>,
    #[serde(default)]
    maybe: Vec<String>,
    style: Option<String>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let inventory = content::inventory(&context.library)?;
    let watched = args.errors.as_deref().map(|act| watched(act, &inventory)).transpose()?;
    let locale = Locale { language: context.language(), country: None };
    let mut reader = Reader {
        inventory,
        hearer: Hearer::new(locale, SOME_DAY, args.layer),
        tally: Tally::new(args.by.into(), watched),
        status: Status::Fine,
    };
    for path in &args.files {
        reader.read(path, context)?;
    }
    let Reader { tally, status, .. } = reader;
    let confusions = if args.confusions { Confusions::Shown } else { Confusions::LeftOut };
    match args.format {
        Format::Text => {
            let text = report::text(&tally, confusions, &context.messages, context.style());
            write!(context.out, "{text}")?;
        }
        Format::Json => {
            let json = report::json(&tally, confusions, &context.messages);
            writeln!(context.out, "{json:#}")?;
        }
    }
    Ok(status)
}

/// The act or family whose mistakes are asked for.
fn watched(act: &str, inventory: &Inventory) -> Result<Act, Failure> {
    if inventory.knows(act) {
        return Ok(Act::from(act));
    }
    let suggestion = closest(act, inventory.ids()).unwrap_or("none");
    Err(Failure::said("eval-no-such-act", [("act", act.into()), ("suggestion", suggestion.into())]))
}

/// Reads files, hears their turns and counts.
struct Reader {
    inventory: Inventory,
    hearer: Hearer,
    tally: Tally,
    status: Status,
}

impl Reader {
    fn read(&mut self, path: &Path, context: &mut Context) -> Result<(), Failure> {
        let bytes = bytes(path).map_err(|error| Unreadable::Io { path: path.to_owned(), error })?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let mut page = Page {
            source: Source::new(path.display().to_string(), String::from_utf8_lossy(bytes)),
            unknown: BTreeSet::new(),
            told: 0,
            untold: 0,
        };
        for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            if line.trim_ascii().is_empty() {
                continue;
            }
            match self.turn(line, at + 1, &mut page, context)? {
                Ok((turn, asked, locale)) => {
                    let heard = self.hearer.hear(&asked, locale, &context.library)?;
                    self.tally.add(&turn, &heard);
                }
                Err(fault) => {
                    self.status = Status::Failed;
                    page.tell(fault, context)?;
                }
            }
        }
        if page.untold > 0 {
            let args = [("file", page.source.name().into()), ("count", page.untold.into())];
            context.complain(&Failure::said("eval-more-faults", args))?;
        }
        Ok(())
    }

    /// The turn on a line, or what is wrong with the line.
    fn turn(
        &self,
        line: &[u8],
        number: usize,
        page: &mut Page,
        context: &mut Context,
    ) -> Result<Result<(Labelled, Asked, Locale), Diagnostic>, Failure> {
        let read = serde_json::from_slice::<Asked>(line)
            .and_then(|asked| serde_json::from_slice::<Labels>(line).map(|labels| (asked, labels)));
        let (asked, labels) = match read {
            Ok(read) => read,
            Err(error) => return Ok(Err(page.unreadable(number, &error))),
        };
        let locale = match self.hearer.locale(&asked) {
            Ok(locale) => locale,
            Err(tag) => {
                let fault = Diagnostic::error("eval-language", &page.source).at(page.place(number, tag));
                return Ok(Err(fault.arg("tag", tag)));
            }
        };
        let mut turn = Labelled {
            id: name(&asked.id, &page.source, number),
            speaker: asked.speaker,
            country: asked.lang.as_deref().and_then(region),
            style: labels.style,
            text: asked.text.clone(),
            acts: labels.acts.iter().map(|act| Act::from(act.as_str())).collect(),
            maybe: labels.maybe.iter().map(|act| Act::from(act.as_str())).collect(),
        };
        let unknown: Vec<Act> = turn
            .acts
            .union(&turn.maybe)
            .filter(|act| self.inventory.get(act.id()).is_none())
            .cloned()
            .collect();
        for act in unknown {
            if page.unknown.insert(act.clone()) {
                let warning = Diagnostic::warning("eval-unknown-act", &page.source)
                    .at(page.place(number, act.id()))
                    .arg("act", act.id())
                    .suggest(act.id(), self.inventory.ids());
                page.tell(warning, context)?;
            }
            // Nothing is ever heard as it: it counts neither for nor against.
            turn.maybe.insert(act);
        }
        Ok(Ok((turn, asked, locale)))
    }
}

/// A file that is being read, and what was said about it.
struct Page {
    source: Source,
    /// Acts that nobody knows, each told once.
    unknown: BTreeSet<Act>,
    told: usize,
    untold: usize,
}

impl Page {
    fn tell(&mut self, fault: Diagnostic, context: &mut Context) -> Result<(), Failure> {
        if self.told == TOLD {
            self.untold += 1;
            return Ok(());
        }
        self.told += 1;
        context.complain(&Failure::Findings(vec![fault]))
    }

    fn unreadable(&self, number: usize, error: &serde_json::Error) -> Diagnostic {
        // Of the reason only what it is: the place stands above it, with the line of the file.
        let said = error.to_string();
        let reason = said.split(" at line ").next().unwrap_or_default();
        let at = self.source.offset(LineColumn { line: number, column: 1 }) + error.column().max(1) - 1;
        Diagnostic::error("eval-bad-line", &self.source).at(at..at + 1).arg("reason", reason)
    }

    /// Where a word stands in quotes on a line; the line, where it is written some other way.
    fn place(&self, number: usize, word: &str) -> Span {
        let start = self.source.offset(LineColumn { line: number, column: 1 });
        let line = self.source.text()[start..].lines().next().unwrap_or_default();
        match line.find(&format!("\"{word}\"")) {
            Some(at) => start + at + 1..start + at + 1 + word.len(),
            None => start..start + line.len(),
        }
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A turn is known by its id, or by where it stands.
fn name(id: &Json, source: &Source, number: usize) -> String {
    match id {
        Json::Null => format!("{}:{number}", source.name()),
        Json::String(id) => id.clone(),
        other => other.to_string(),
    }
}

/// `MX` of `es-MX`.
fn region(tag: &str) -> Option<String> {
    tag.split_once(['-', '_']).map(|(_, region)| region.to_ascii_uppercase())
}
