//! Files of labelled turns: one JSON object a line, the turn with the acts that it performs.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use serde::Deserialize;
use serde_json::Value as Json;

use super::asked::Asked;
use super::context::Context;
use super::failure::{Failure, Status};
use super::typed::Locale;
use crate::diagnostic::Diagnostic;
use crate::eval::Labelled;
use crate::nlu::{Act, Inventory};
use crate::source::{LineColumn, Source, Span};
use crate::transcript::Unreadable;

/// From so many on, the faults of a file are only counted.
const TOLD: usize = 20;

/// What a line says beside the turn itself.
#[derive(Debug, Deserialize)]
struct Labels {
    acts: Vec<String>,
    #[serde(default)]
    maybe: Vec<String>,
    style: Option<String>,
    /// Whether whoever wrote the patterns had it before their eyes.
    #[serde(default)]
    seen: bool,
}

/// A labelled turn as it was read.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) labelled: Labelled,
    pub(super) asked: Asked,
    pub(super) locale: Locale,
    pub(super) seen: bool,
}

/// Reads files of labelled turns; what is wrong with a line is told, and costs that line alone.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) inventory: &'a Inventory,
    /// What lines that do not say are in.
    pub(super) locale: Locale,
}

impl Reader<'_> {
    pub(super) fn read(
        &self,
        path: &Path,
        context: &mut Context,
        each: &mut dyn FnMut(Read, &Context) -> Result<(), Failure>,
    ) -> Result<Status, Failure> {
        let bytes = bytes(path).map_err(|error| Unreadable::Io { path: path.to_owned(), error })?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let mut status = Status::Fine;
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
                Ok(read) => each(read, context)?,
                Err(fault) => {
                    status = Status::Failed;
                    page.tell(fault, context)?;
                }
            }
        }
        if page.untold > 0 {
            let args = [("file", page.source.name().into()), ("count", page.untold.into())];
            context.complain(&Failure::said("eval-more-faults", args))?;
        }
        Ok(status)
    }

    /// The turn on a line, or what is wrong with the line.
    fn turn(
        &self,
        line: &[u8],
        number: usize,
        page: &mut Page,
        context: &mut Context,
    ) -> Result<Result<Read, Diagnostic>, Failure> {
        let read = serde_json::from_slice::<Asked>(line)
            .and_then(|asked| serde_json::from_slice::<Labels>(line).map(|labels| (asked, labels)));
        let (asked, labels) = match read {
            Ok(read) => read,
            Err(error) => return Ok(Err(page.unreadable(number, &error))),
        };
        let locale = match asked.locale(self.locale) {
            Ok(locale) => locale,
            Err(tag) => {
                let fault = Diagnostic::error("eval-language", &page.source).at(page.place(number, tag));
                return Ok(Err(fault.arg("tag", tag)));
            }
        };
        let mut labelled = Labelled {
            id: name(&asked.id, &page.source, number),
            speaker: asked.speaker,
            country: asked.lang.as_deref().and_then(region),
            style: labels.style,
            text: asked.text.clone(),
            acts: labels.acts.iter().map(|act| Act::from(act.as_str())).collect(),
            maybe: labels.maybe.iter().map(|act| Act::from(act.as_str())).collect(),
        };
        let unknown: Vec<Act> = labelled
            .acts
            .union(&labelled.maybe)
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
            labelled.maybe.insert(act);
        }
        Ok(Ok(Read { labelled, asked, locale, seen: labels.seen }))
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
