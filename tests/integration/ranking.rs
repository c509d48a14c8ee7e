//! Whole calls, from the file to the score: better ones score better, and what is taken out of a good one costs
//! its own criterion and no other.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde_json::Value as Json;

use crate::program::ensayo;

/// Points between one call and the next better one.
const CLEAR: f64 = 15.0;
/// Points of a hundred that a criterion may move when another one's behaviour is taken out.
const STEADY: f64 = 3.0;

const CRITERIA: [&str; 4] = ["clarity", "active_listening", "option_offering", "closing_summary"];

fn path(call: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/calls")).join(format!("{call}.txt"))
}

fn judged(call: &str) -> Json {
    let path = path(call).display().to_string();
    let output = ensayo().args(["score", "--format", "json", &path]).output();
    assert_eq!(output.stderr, "", "{call}");
    serde_json::from_str(&output.stdout).unwrap()
}

fn score(call: &str) -> f64 {
    judged(call)["score"].as_f64().unwrap_or_else(|| panic!("{call} has no score"))
}

/// Each criterion in per cent; one without an opportunity has none.
fn criteria(call: &str) -> BTreeMap<String, Option<f64>> {
    let judged = judged(call);
    let percent = |fraction: &str| {
        let (part, whole) = fraction.split_once('/').unwrap_or((fraction, "1"));
        100.0 * part.parse::<f64>().unwrap() / whole.parse::<f64>().unwrap()
    };
    let criteria = judged["criteria"].as_array().unwrap();
    criteria
        .iter()
        .map(|item| (item["id"].as_str().unwrap().to_owned(), item["fraction"].as_str().map(percent)))
        .collect()
}

fn ranked(language: &str) {
    let [good, middling, bad] = ["good", "middling", "bad"].map(|call| score(&format!("{language}/{call}")));
    assert!(
        good >= middling + CLEAR && middling >= bad + CLEAR,
        "good {good}, middling {middling}, bad {bad}"
    );
    assert!(good >= 85.0 && bad < 50.0, "good {good}, bad {bad}");
}

/// Taking out what `criterion` measures costs it a good part, and moves no other.
fn costs_its_own(language: &str, criterion: &str, variant: &str) {
    let whole = criteria(&format!("{language}/good"));
    let without = criteria(&format!("{language}/good-without-{variant}"));
    let mut wrong = Vec::new();
    for id in CRITERIA {
        match (whole[id], without[id]) {
            (Some(before), Some(after)) if id == criterion && before - after >= CLEAR => {}
            (Some(before), Some(after)) if id != criterion && (before - after).abs() <= STEADY => {}
            (before, after) => wrong.push(format!("{id}: {before:?} to {after:?}")),
        }
    }
    assert!(wrong.is_empty(), "{variant}: {wrong:?}");
}

#[test]
fn spanish_calls_rank_as_people_would_rank_them() {
    ranked("es");
}

#[test]
fn english_calls_rank_as_people_would_rank_them() {
    ranked("en");
}

#[test]
fn unclear_spanish_costs_clarity_alone() {
    costs_its_own("es", "clarity", "clarity");
}

#[test]
fn not_listening_in_spanish_costs_listening_alone() {
    costs_its_own("es", "active_listening", "listening");
}

#[test]
fn offering_nothing_in_spanish_costs_the_options_alone() {
    costs_its_own("es", "option_offering", "options");
}

#[test]
fn closing_without_a_recap_in_spanish_costs_the_summary_alone() {
    costs_its_own("es", "closing_summary", "summary");
}

#[test]
fn unclear_english_costs_clarity_alone() {
    costs_its_own("en", "clarity", "clarity");
}

#[test]
fn not_listening_in_english_costs_listening_alone() {
    costs_its_own("en", "active_listening", "listening");
}

#[test]
fn offering_nothing_in_english_costs_the_options_alone() {
    costs_its_own("en", "option_offering", "options");
}

#[test]
fn closing_without_a_recap_in_english_costs_the_summary_alone() {
    costs_its_own("en", "closing_summary", "summary");
}

#[test]
fn a_call_scores_the_same_every_time_to_the_byte() {
    let path = path("es/good").display().to_string();
    let run = |format: &str| ensayo().args(["score", "--format", format, &path]).output().stdout;
    for format in ["text", "json"] {
        assert_eq!(run(format), run(format));
    }
}

/// Every quote of a document, wherever it stands.
fn quotes(value: &Json, found: &mut Vec<String>) {
    match value {
        Json::Object(entries) => {
            for (key, value) in entries {
                match value.as_str().filter(|_| key == "quote") {
                    Some(quote) => found.push(quote.to_owned()),
                    None => quotes(value, found),
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|item| quotes(item, found)),
        _ => {}
    }
}

#[test]
fn what_is_quoted_stands_in_the_file_as_it_is_quoted() {
    let mut seen = 0;
    for language in ["es", "en"] {
        let folder = path(language).with_extension("");
        let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
        files.sort();
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            let mut found = Vec::new();
            quotes(&judged(&format!("{language}/{name}")), &mut found);
            for quote in &found {
                assert!(text.contains(quote.as_str()), "{name}: {quote}");
            }
            seen += found.len();
        }
    }
    assert!(seen > 100, "only {seen} quotes");
}
