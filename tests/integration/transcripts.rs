//! Every file in `tests/fixtures/transcripts`, as it is read: adding a case takes a file and no Rust.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use ensayo::call::Call;
use ensayo::messages::{Language, Messages};
use ensayo::transcript::{self, Hints};

fn fixtures() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/transcripts");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn told(call: &Call) -> String {
    let mut text =
        format!("{} {:?} {:?}\n", call.language, call.country, call.date.map(|date| date.to_string()));
    for turn in &call.turns {
        let time = turn.timing.map(|time| format!(" {}–{:?}", time.start, time.end)).unwrap_or_default();
        writeln!(text, "{}{time}: {:?}", turn.speaker, turn.text).unwrap();
    }
    text
}

#[test]
fn each_fixture_is_read_as_its_snapshot_says() {
    for path in fixtures() {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let read = match transcript::read(&path, &Hints::default()) {
            Ok(call) => told(&call),
            Err(error) => error.explain(&Messages::new(Language::Es), false),
        };
        let folder = path.parent().unwrap().display().to_string();
        insta::assert_snapshot!(format!("transcript_{name}"), read.replace(&folder, "[fixtures]"));
    }
}

#[test]
fn what_is_written_of_a_fixture_reads_the_same() {
    let mut calls = 0;
    for path in fixtures() {
        if let Ok(call) = transcript::read(&path, &Hints::default()) {
            let again = transcript::parse(&call.id, &transcript::plain::write(&call), &Hints::default());
            assert_eq!(again.as_ref(), Ok(&call), "{}", path.display());
            calls += 1;
        }
    }
    assert!(calls >= 6, "only {calls} fixtures could be read");
}
