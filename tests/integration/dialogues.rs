//! Whole calls with each debtor, played well and badly, by the real binary: `tests/dialogues/*.yaml`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dialogue {
    scenario: String,
    /// What this call is here to show.
    shows: String,
    seeds: Vec<u64>,
    agent: Vec<String>,
    expect: Expectation,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expectation {
    outcomes: Vec<String>,
    #[serde(default)]
    disclosed: Vec<String>,
    #[serde(default)]
    hidden: Vec<String>,
    score_from: Option<f64>,
    score_to: Option<f64>,
    not_understood_at_most: Option<usize>,
}

fn dialogues() -> BTreeMap<String, Dialogue> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dialogues");
    fs::read_dir(folder)
        .expect("the dialogues are there")
        .map(|entry| {
            let path = entry.expect("a folder can be listed").path();
            let text = fs::read_to_string(&path).expect("a dialogue is text");
            let dialogue =
                serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), dialogue)
        })
        .collect()
}

fn play(dialogue: &Dialogue, seed: u64) -> Value {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ensayo"))
        .args(["practice", &dialogue.scenario, "--format", "json", "--seed", &seed.to_string()])
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .env("ENSAYO_HOME", env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let lines = dialogue.agent.join("\n");
    child.stdin.take().expect("a pipe").write_all(lines.as_bytes()).expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    serde_json::from_slice(&output.stdout).expect("one JSON document")
}

/// What in this call is not as the dialogue says it must be.
fn faults(expect: &Expectation, call: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let outcome = call["outcome"].as_str().unwrap_or("none");
    if !expect.outcomes.iter().any(|wanted| wanted == outcome) {
        faults.push(format!("outcome {outcome}, wanted one of {:?}", expect.outcomes));
    }
    let events = call["events"].as_array().cloned().unwrap_or_default();
    let disclosed: Vec<&str> = events.iter().filter_map(|event| event["fact"].as_str()).collect();
    for fact in expect.disclosed.iter().filter(|fact| !disclosed.contains(&fact.as_str())) {
        faults.push(format!("`{fact}` never came out"));
    }
    for fact in expect.hidden.iter().filter(|fact| disclosed.contains(&fact.as_str())) {
        faults.push(format!("`{fact}` came out"));
    }
    let score = call["evaluation"]["score"].as_str().and_then(|score| score.parse::<f64>().ok());
    let score = score.or_else(|| call["evaluation"]["score"].as_f64());
    if expect.score_from.is_some_and(|least| score.is_none_or(|score| score < least))
        || expect.score_to.is_some_and(|most| score.is_some_and(|score| score > most))
    {
        faults.push(format!("score {score:?}, wanted {:?} to {:?}", expect.score_from, expect.score_to));
    }
    let lost = events.iter().filter(|event| event["because"].to_string().contains("not_understood")).count();
    if expect.not_understood_at_most.is_some_and(|most| lost > most) {
        faults.push(format!("{lost} turns were not understood"));
    }
    faults
}

#[test]
fn calls_end_as_they_were_played() {
    let mut failed = Vec::new();
    for (name, dialogue) in dialogues() {
        for seed in &dialogue.seeds {
            let faults = faults(&dialogue.expect, &play(&dialogue, *seed));
            if !faults.is_empty() {
                failed.push(format!(
                    "{name} (seed {seed}): {}\n    {}",
                    dialogue.shows,
                    faults.join("\n    ")
                ));
            }
        }
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

#[test]
fn no_debtor_says_a_line_twice_while_another_is_left() {
    for (name, dialogue) in dialogues() {
        let call = play(&dialogue, dialogue.seeds[0]);
        let mut last = String::new();
        for event in call["events"].as_array().into_iter().flatten() {
            if event["event"] == "debtor_said" {
                let text = event["text"].as_str().unwrap_or_default().to_owned();
                assert_ne!(text, last, "{name}");
                last = text;
            }
        }
    }
}

#[test]
fn the_same_lines_and_seed_are_the_same_call() {
    let (_, dialogue) = dialogues().pop_first().expect("there is a dialogue");
    assert_eq!(play(&dialogue, 7), play(&dialogue, 7));
    assert_ne!(play(&dialogue, 7)["events"], play(&dialogue, 8)["events"], "another seed, another voice");
}
