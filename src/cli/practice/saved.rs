//! A call kept on disk line by line, so that nothing that was said is lost: a header, and then what came in and what
//! was answered. To resume it, the lines are said again; where the scenario was edited since, the answers may differ.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::super::failure::Failure;
use super::mode::Mode;
use crate::library::Library;
use crate::messages::Arg;

const FORMAT: &str = "saved-call/1";

/// What a call was started with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    format: String,
    pub(super) scenario: String,
    pub(super) seed: u64,
    pub(super) mode: Mode,
    pub(super) shuffle: bool,
    /// Of the scenario's text.
    pub(super) hash: Option<String>,
}

impl Header {
    pub(super) fn new(scenario: String, seed: u64, mode: Mode, shuffle: bool) -> Self {
        Self { format: FORMAT.to_owned(), scenario, seed, mode, shuffle, hash: None }
    }
}

/// What came in, and what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "came", rename_all = "snake_case")]
pub(super) enum Entry {
    Line {
        text: String,
        /// The debtor was still speaking.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        over: bool,
        answer: Vec<String>,
    },
    Silence {
        answer: Vec<String>,
    },
}

/// The file of a call that goes on, and all that came in so far.
#[derive(Debug)]
pub(super) struct Saved {
    file: Option<(PathBuf, File)>,
    entries: Vec<Entry>,
}

impl Saved {
    /// Begins a file with the header. Without a folder of the user's nothing is kept.
    pub(super) fn create(header: &Header, library: &Library) -> Result<Self, Failure> {
        let nowhere = Self { file: None, entries: Vec::new() };
        let Some(path) = folder(library).map(|folder| folder.join(file_name(header))) else {
            return Ok(nowhere);
        };
        let created = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| File::create(&path));
        // A call can be played where nothing may be written.
        let Ok(file) = created else { return Ok(nowhere) };
        let mut saved = Self { file: Some((path, file)), entries: Vec::new() };
        saved.write(header)?;
        Ok(saved)
    }

    /// Keeps what came in; it is on disk when this returns.
    pub(super) fn push(&mut self, entry: Entry) -> Result<(), Failure> {
        self.write(&entry)?;
        self.entries.push(entry);
        Ok(())
    }

    /// All that came in so far.
    pub(super) fn into_entries(self) -> Vec<Entry> {
        self.entries
    }

    /// The call is over: there is nothing to resume.
    pub(super) fn remove(self) {
        if let Some((path, file)) = self.file {
            drop(file);
            let _ = fs::remove_file(path);
        }
    }

    fn write(&mut self, line: &impl Serialize) -> Result<(), Failure> {
        let Some((path, file)) = &mut self.file else { return Ok(()) };
        let mut text = serde_json::to_string(line).unwrap_or_default();
        text.push('\n');
        file.write_all(text.as_bytes()).and_then(|()| file.flush()).map_err(|error| {
            let path = path.display().to_string();
            Failure::said("practice-cannot-save", [("path", path.into()), ("reason", error.to_string().into())])
        })
    }
}

/// The call that was left last, of a scenario if one is named.
pub(super) fn last(scenario: Option<&str>, library: &Library) -> Result<(Header, Vec<Entry>), Failure> {
    let mut found = Vec::new();
    for entry in folder(library).and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten() {
        let written = entry.metadata().and_then(|data| data.modified()).ok();
        if let Some(call) = read(&entry.path())
            && scenario.is_none_or(|name| name == call.0.scenario)
        {
            found.push((written, entry.path(), call));
        }
    }
    found.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    let name = Arg::from(scenario.unwrap_or("none"));
    found.pop().map(|(_, _, call)| call).ok_or_else(|| Failure::said("practice-nothing-to-resume", [("name", name)]))
}

/// A saved call; a last line that was cut short is left out.
fn read(path: &Path) -> Option<(Header, Vec<Entry>)> {
    let mut lines = BufReader::new(File::open(path).ok()?).lines().map_while(Result::ok);
    let header: Header = serde_json::from_str(&lines.next()?).ok()?;
    let entries = lines.map_while(|line| serde_json::from_str(&line).ok()).collect();
    (header.format == FORMAT).then_some((header, entries))
}

fn folder(library: &Library) -> Option<PathBuf> {
    Some(library.user_folder()?.join("calls"))
}

/// A name for the file; a scenario given by its path has one too.
fn file_name(header: &Header) -> String {
    let clean = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '_' };
    format!("{}-{}.jsonl", header.scenario.chars().map(clean).collect::<String>(), header.seed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Entry {
        Entry::Line { text: text.to_owned(), over: false, answer: vec!["Ajá.".to_owned()] }
    }

    #[test]
    fn what_was_said_is_on_disk_at_once_and_gone_when_the_call_is_over() {
        let home = tempfile::tempdir().unwrap();
        let library = Library::new("", Some(home.path().to_owned()));
        let header = Header::new("rosa".to_owned(), 7, Mode::Practice, false);
        let mut saved = Saved::create(&header, &library).unwrap();
        saved.push(line("buenas")).unwrap();
        let (found, entries) = last(None, &library).unwrap();
        assert_eq!((found, entries), (header, vec![line("buenas")]));
        assert!(last(Some("otra"), &library).is_err());
        saved.remove();
        assert!(last(None, &library).is_err());
    }

    #[test]
    fn a_line_cut_short_costs_only_itself() {
        let home = tempfile::tempdir().unwrap();
        let library = Library::new("", Some(home.path().to_owned()));
        let header = Header::new("dir/rosa.yaml".to_owned(), 7, Mode::Exam, true);
        let mut saved = Saved::create(&header, &library).unwrap();
        saved.push(line("uno")).unwrap();
        saved.push(Entry::Silence { answer: Vec::new() }).unwrap();
        let path = home.path().join("calls/dir_rosa_yaml-7.jsonl");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, &text[..text.len() - 8]).unwrap();
        assert_eq!(last(None, &library).unwrap().1, [line("uno")]);
    }
}
