//! `ensayo learn`: labelled turns in, what the ear learns from them out.

use crate::program::{Program, ensayo};

/// Enough turns, alike enough, to learn a wording that no pattern has.
fn turns() -> String {
    let turn = |text: &str, acts: &str| {
        format!("{{\"speaker\":\"agent\",\"lang\":\"es\",\"text\":\"{text}\",\"acts\":[{acts}]}}\n")
    };
    let each = [
        turn("zarpo la bitácora del mes", "\"hold\""),
        turn("ya zarpo la bitácora con usted", "\"hold\""),
        turn("le leo el estado del mes", ""),
        turn("el estado del mes con usted", ""),
    ];
    each.concat().repeat(30)
}

const ALIKE: &str = r#"{"id":1,"speaker":"agent","lang":"es","text":"zarpo la bitácora con usted"}"#;

#[test]
fn what_was_learnt_in_a_folder_is_heard_from_it_and_checked_against_its_turns() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("lexicons");
    let learn = |args: &[&str], turns: &str| {
        let program = ensayo().file("turns.jsonl", turns).env("ENSAYO_HOME", home.path());
        program.args(["learn", "turns.jsonl", "--lang", "en", "--out"]).args([&out]).args(args).output()
    };
    let heard = |program: Program| program.args(["annotate"]).stdin(ALIKE).output().stdout;
    assert!(!heard(ensayo()).contains("\"hold\""));

    let learnt = learn(&[], &turns());
    assert_eq!((learnt.status, learnt.stderr.as_str()), (0, ""));
    assert!(learnt.stdout.starts_with("es: 120 turns of the agent"), "{}", learnt.stdout);
    assert!(heard(ensayo().env("ENSAYO_HOME", home.path())).contains("\"hold\""));

    assert_eq!(learn(&["--check"], &turns()).status, 0);
    let stale = learn(&["--check"], &turns().replace("mes", "año"));
    assert_eq!(stale.status, 4);
    assert!(stale.stdout.starts_with("es: what is learnt is not from these turns"), "{}", stale.stdout);
}

#[test]
fn nothing_is_learnt_from_turns_that_cannot_all_be_read() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("lexicons");
    let turns = format!("{}no turn\n", turns());
    let output =
        ensayo().file("turns.jsonl", turns).args(["learn", "turns.jsonl", "--out"]).args([&out]).output();
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("turns.jsonl:121:"), "{}", output.stderr);
    assert!(!out.exists());
}

#[test]
fn a_file_of_something_else_is_refused_with_what_to_do() {
    let program =
        ensayo().file("lexicons/es/learnt.bin", "something else").args(["annotate", "--lang", "en"]);
    let output = program.stdin(ALIKE).output();
    assert_eq!(output.status, 1);
    assert!(
        output.stderr.contains("learnt.bin: this is no file of what the ear learns"),
        "{}",
        output.stderr
    );
    assert!(output.stderr.contains("ensayo learn"), "{}", output.stderr);
}
