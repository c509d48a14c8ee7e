//! `ensayo annotate`: one line out for one line in, whatever the line.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::thread;

use serde_json::Value as Json;

use crate::program::{Program, ensayo};

fn answers(program: Program) -> Vec<Json> {
    let output = program.output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    output.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ask(id: usize) -> String {
    format!(r#"{{"id":"{id}","speaker":"agent","lang":"es-MX","text":"Buenas tardes, señora."}}"#)
}

#[test]
fn each_line_is_answered_in_its_place_under_its_id() {
    let input = format!("{}\n\n{}\n{}", ask(1), ask(2), ask(3));
    let answers = answers(ensayo().args(["annotate", "--date", "2026-03-11"]).stdin(input));
    let ids: Vec<&str> = answers.iter().filter_map(|answer| answer["id"].as_str()).collect();
    assert_eq!(ids, ["1", "2", "3"]);
    for answer in &answers {
        assert!(answer["acts"].is_array() && answer["entities"].is_array(), "{answer}");
    }
}

#[test]
fn what_is_heard_stands_in_the_text_at_its_bytes() {
    let text = "Buenas tardes, señora. ¿Podría pagar mil pesos el viernes?";
    let line = serde_json::json!({
        "id": 1, "speaker": "agent", "lang": "es-MX", "text": text, "date": "2026-03-11", "currency": "MXN",
        "holidays": ["2026-03-16"], "context": [{"speaker": "debtor", "text": "¿Bueno?"}],
    });
    for answer in answers(ensayo().args(["annotate"]).stdin(line.to_string())) {
        for list in ["acts", "entities"] {
            for hit in answer[list].as_array().unwrap() {
                let place = |name: &str| usize::try_from(hit[name].as_u64().unwrap()).unwrap();
                assert_eq!(&text[place("start")..place("end")], hit["text"], "{hit}");
            }
        }
    }
}

#[test]
fn a_line_that_cannot_be_read_is_answered_with_an_error_and_the_others_go_on() {
    let unknown = r#"{"id":7,"speaker":"boss","text":"a"}"#;
    let french = r#"{"id":"f","speaker":"agent","lang":"fr","text":"a"}"#;
    let input = format!("{}\nno json\n{unknown}\n{french}\n{}\n", ask(1), ask(2)).into_bytes();
    let answers = answers(ensayo().args(["annotate"]).stdin([input, b"\xff\xfe{}\n".to_vec()].concat()));
    let faults: Vec<bool> = answers.iter().map(|answer| answer.get("error").is_some()).collect();
    assert_eq!(faults, [false, true, true, true, false, true]);
    assert_eq!(
        (&answers[1]["id"], &answers[2]["id"], &answers[3]["id"]),
        (&Json::Null, &7.into(), &"f".into())
    );
}

#[test]
fn files_are_read_one_after_the_other() {
    let program = ensayo()
        .file("a.ndjson", ask(1))
        .file("b.ndjson", ask(2))
        .args(["anotar", "a.ndjson", "-", "b.ndjson"])
        .stdin(ask(9));
    let answers = answers(program);
    let ids: Vec<&str> = answers.iter().filter_map(|answer| answer["id"].as_str()).collect();
    assert_eq!(ids, ["1", "9", "2"]);
}

/// Lines of every sort: both languages, long and short, blank, wrong, with context and without.
fn mixed(count: usize) -> String {
    let line = |id: usize| match id % 8 {
        0 => String::new(),
        1 => format!(r#"{{"id":{id},"speaker":"boss","text":"hola"}}"#),
        2 => format!(
            r#"{{"id":{id},"speaker":"agent","lang":"en-US","text":"Could you pay {id} dollars on Friday?"}}"#
        ),
        3 => format!(
            r#"{{"id":{id},"speaker":"debtor","lang":"es-CO","text":"Sí, {id} mil el viernes.","context":[{{"speaker":"agent","text":"¿Cuánto puede pagar?"}}]}}"#
        ),
        4 => format!(r#"{{"id":{id},"speaker":"debtor","lang":"fr","text":"non"}}"#),
        5 => format!(
            r#"{{"id":{id},"speaker":"debtor","lang":"es","text":"{}"}}"#,
            "me quedé sin trabajo y ".repeat(id % 20)
        ),
        _ => ask(id),
    };
    (1..=count).map(|id| line(id) + "\n").collect()
}

#[test]
fn any_number_of_jobs_gives_the_same_bytes() {
    let said = |jobs: &str| {
        let output =
            ensayo().args(["annotate", "--date", "2026-03-11", "--jobs", jobs]).stdin(mixed(200)).output();
        assert_eq!((output.status, output.stderr.as_str()), (0, ""));
        output.stdout
    };
    let one = said("1");
    assert_eq!(one.lines().count(), 175, "each line that is not blank is answered");
    assert_eq!(said("4"), one);
    assert_eq!(said("0"), one);
}

#[test]
fn several_jobs_do_not_keep_anybody_waiting() {
    let program = ensayo().args(["annotate", "--jobs", "4"]);
    let mut child = program.spawn();
    let mut feed = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 1..4 {
        writeln!(feed, "{}", ask(id)).unwrap();
        let answer: Json = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], id.to_string());
    }
    drop(feed);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_missing_file_ends_the_run() {
    ensayo()
        .args(["annotate", "nowhere.ndjson", "--lang", "en"])
        .stderr("error: could not read `nowhere.ndjson`: it does not exist\n")
        .status(1);
}

#[test]
fn who_waits_for_an_answer_gets_it_before_the_next_line() {
    let program = ensayo().args(["annotate"]);
    let mut child = program.spawn();
    let mut feed = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 1..4 {
        writeln!(feed, "{}", ask(id)).unwrap();
        let answer: Json = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], id.to_string());
    }
    drop(feed);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    let program = ensayo().args(["annotate"]);
    let mut child = program.spawn();
    let mut feed = child.stdin.take().unwrap();
    let feeder = thread::spawn(move || (0..20_000).try_for_each(|id| writeln!(feed, "{}", ask(id))).is_err());
    let mut first = String::new();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    answers.read_line(&mut first).unwrap();
    drop(answers);
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert_eq!((child.wait().unwrap().code(), errors.as_str()), (Some(0), ""));
    assert!(first.contains(r#""id":"0""#), "{first}");
    assert!(feeder.join().unwrap(), "the program ended before its input did");
}

#[test]
fn a_bare_amount_is_in_the_currency_that_the_turns_before_it_named() {
    let currency = |before: &str| {
        let line = serde_json::json!({
            "id": 1, "speaker": "agent", "lang": "es", "text": "¿Podría pagar 100 el viernes?", "date": "2026-03-11",
            "context": [{"speaker": "agent", "text": before}, {"speaker": "debtor", "text": "Ya lo sé."}],
        });
        let answers = answers(ensayo().args(["annotate"]).stdin(line.to_string()));
        answers[0]["entities"][0]["value"]["currency"].as_str().map(str::to_owned)
    };
    assert_eq!(currency("Quedaron 300 soles.").as_deref(), Some("PEN"));
    assert_eq!(currency("Quedaron 300 pesos.").as_deref(), Some("MXN"), "several countries have pesos");
}
