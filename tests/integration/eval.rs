//! `ensayo eval`: labelled turns in, figures out; and the corpus that only measures.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use serde_json::Value as Json;

use ensayo::nlu::text::words;
use ensayo::source::Source;
use ensayo::yaml;

use crate::program::{Program, ensayo};

const TURNS: &str = include_str!("../fixtures/eval/turns.jsonl");

fn eval(args: &[&str]) -> Program {
    ensayo().file("turns.jsonl", TURNS).args(["eval", "turns.jsonl"]).args(args)
}

fn said(args: &[&str]) -> String {
    let output = eval(args).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    output.stdout
}

#[test]
fn the_table_stands_above_what_is_asked_for_beside_it() {
    for language in ["es", "en"] {
        let text = said(&["--lang", language, "--confusions", "--errors", "thank"]);
        assert_snapshot!(format!("eval_{language}"), text);
    }
}

#[test]
fn programs_get_the_same_figures_as_one_document() {
    assert_snapshot!("eval_json", said(&["--format", "json", "--confusions", "--errors", "thank"]));
}

#[test]
fn each_view_has_its_own_rows() {
    let names = |view: &str| {
        let value: Json = serde_json::from_str(&said(&["--format", "json", "--by", view])).unwrap();
        let groups = value["groups"].as_array().unwrap().iter();
        groups.map(|group| group["name"].as_str().unwrap_or("—").to_owned()).collect::<BTreeSet<_>>()
    };
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(names("style"), set(&["clean", "typed"]));
    assert_eq!(names("pais"), set(&["CO", "MX", "US"]));
    assert_eq!(
        names("speaker"),
        set(&["agent"]),
        "the debtor's turn does nothing, and nothing was heard in it"
    );
    assert_eq!(names("family"), set(&["farewell", "greet", "hold", "question", "thank"]));
    assert_eq!(names("source"), set(&["pattern"]));
}

#[test]
fn several_files_are_counted_together_also_by_the_spanish_name() {
    let output = ensayo()
        .file("a.jsonl", TURNS)
        .args(["medir", "a.jsonl", "-", "--lang", "en"])
        .stdin(format!("\u{feff}{TURNS}"))
        .output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    assert!(output.stdout.contains("Measured on 12 turns"), "{}", output.stdout);
}

#[test]
fn an_act_that_nobody_knows_is_a_warning_at_its_line_and_is_not_counted() {
    let line = r#"{"speaker":"agent","lang":"es","text":"Zzz.","acts":["emphatize"]}"#;
    let output =
        eval(&["-", "--format", "json", "--lang", "en"]).stdin(format!("\n{line}\n{line}\n")).output();
    assert_eq!(output.status, 0);
    assert!(output.stderr.contains("-:2:55"), "{}", output.stderr);
    assert!(output.stderr.contains("did you mean `empathize`?"), "{}", output.stderr);
    assert_eq!(output.stderr.matches("eval-unknown-act").count(), 1, "{}", output.stderr);
    let value: Json = serde_json::from_str(&output.stdout).unwrap();
    let without: Json = serde_json::from_str(&said(&["--format", "json"])).unwrap();
    assert_eq!((&value["micro"], &value["idle"]), (&without["micro"], &without["idle"]));
    assert_eq!(value["turns"], 8);
}

#[test]
fn a_line_that_cannot_be_read_is_told_with_its_number_and_the_others_go_on() {
    let bad: [&[u8]; 5] = [
        b"no json",
        br#"{"speaker":"boss","text":"a","acts":[]}"#,
        br#"{"speaker":"agent","text":"a"}"#,
        br#"{"speaker":"agent","lang":"fr","text":"a","acts":[]}"#,
        b"{\"speaker\":\"agent\",\"text\":\"\xff\",\"acts\":[]}",
    ];
    for line in bad {
        let input = [TURNS.as_bytes(), line, b"\n", TURNS.as_bytes()].concat();
        let output = ensayo().args(["eval", "-", "--lang", "en"]).stdin(input).output();
        assert_eq!(output.status, 1);
        assert!(output.stderr.contains("-:7:"), "{}", output.stderr);
        assert!(!output.stderr.contains("at line 1"), "{}", output.stderr);
        assert!(output.stdout.contains("Measured on 12 turns"), "{}", output.stdout);
    }
}

#[test]
fn a_file_of_something_else_is_not_told_line_by_line_to_its_end() {
    let output = ensayo().args(["eval", "-", "--lang", "en"]).stdin("not a turn\n".repeat(300)).output();
    assert_eq!(output.status, 1);
    assert_eq!(output.stderr.matches("eval-bad-line").count(), 20);
    assert!(output.stderr.contains("and 280 more faults"), "{}", output.stderr);
}

#[test]
fn errors_of_an_act_that_nobody_knows_are_refused_with_a_suggestion() {
    eval(&["--errors", "emphatize"])
        .stderr("error: no hay ningún acto `emphatize`; ¿quiso decir `empathize`?\n")
        .status(1);
}

#[test]
fn a_turn_with_escape_sequences_is_shown_not_obeyed() {
    let line = r#"{"id":"\u001b[2J","speaker":"agent","text":"\u001b[2J gracias","acts":["greet"],"style":"\u001b[2J"}"#;
    for args in [["--errors", "thank"], ["--by", "style"]] {
        let output = ensayo().args(["eval", "-"]).args(args).stdin(line).output();
        assert_eq!(output.status, 0);
        assert!(output.stdout.contains("2J") && !output.stdout.contains('\u{1b}'), "{:?}", output.stdout);
    }
}

/// Shorter turns ("sí, claro") are everybody's words: to meet one in a lexicon says nothing.
const TELLING_WORDS: usize = 5;

#[test]
fn no_turn_that_measures_the_ear_teaches_it_or_is_in_a_lexicon() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut known = BTreeSet::new();
    for path in files(&root.join("lexicons"), "yaml") {
        let source = Source::new(path.display().to_string(), fs::read_to_string(&path).unwrap());
        strings(&yaml::read::<Json>(source).unwrap().0, &mut known);
    }
    for path in files(&root.join("training"), "jsonl") {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let turn: Json = serde_json::from_str(line).unwrap();
            known.insert(plain(turn["text"].as_str().unwrap()));
        }
    }
    let corpus = files(&root.join("tests/corpus/test"), "jsonl");
    assert!(corpus.len() >= 3 && known.len() > 1000, "{} files, {} texts", corpus.len(), known.len());
    let mut met = Vec::new();
    for path in corpus {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let turn: Json = serde_json::from_str(line).unwrap();
            let text = plain(turn["text"].as_str().unwrap());
            if text.split(' ').count() >= TELLING_WORDS && known.contains(&text) {
                met.push(format!("{}: {}", path.display(), turn["id"]));
            }
        }
    }
    assert!(met.is_empty(), "{met:#?}");
}

/// A label counts where neither reader doubts it.
#[test]
fn a_second_reader_who_saw_no_labels_gives_the_same_ones() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let lines = |path: &Path| -> Vec<Json> {
        let text = fs::read_to_string(path).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let labels = |turn: &Json, list: &str| -> BTreeSet<String> {
        let named = turn[list].as_array().map_or(&[][..], Vec::as_slice);
        named.iter().filter_map(Json::as_str).map(str::to_owned).collect()
    };
    let second = lines(&corpus.join("second-reader.jsonl"));
    for name in ["es-agent", "es-debtor", "en"] {
        let (mut both, mut one) = (0, 0);
        for turn in lines(&corpus.join("test").join(name).with_extension("jsonl")) {
            let Some(other) = second.iter().find(|other| other["id"] == turn["id"]) else { continue };
            let doubts = &labels(&turn, "maybe") | &labels(other, "maybe");
            let (first, other) = (&labels(&turn, "acts") - &doubts, &labels(other, "acts") - &doubts);
            both += 2 * (&first & &other).len();
            one += first.len() + other.len();
        }
        let agreement = both * 100 / one;
        assert!(
            one > 100 && agreement >= 95,
            "{name}: {both} of {one} labels are both readers' ({agreement} %)"
        );
    }
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every text of a file, and of an example what follows its context.
fn strings(value: &Json, known: &mut BTreeSet<String>) {
    match value {
        Json::String(text) => {
            known.insert(plain(text));
            known.extend(text.split(" // ").map(plain));
        }
        Json::Array(items) => items.iter().for_each(|item| strings(item, known)),
        Json::Object(fields) => fields.values().for_each(|field| strings(field, known)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

/// The words alone, without case, accents and signs.
fn plain(text: &str) -> String {
    words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}
