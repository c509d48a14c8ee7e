//! `ensayo practice`: how much help there is, calls that were left, and calls that are drawn anew.

use serde_json::Value as Json;

use crate::program::{Output, Program, ensayo};

const FIRST: &str = "Buenas tardes, le habla Ana Ruiz, de Redes Lomas. ¿Hablo con Marta Solís?";
const REST: &str = "Le llamo por el recibo de febrero, son 450 pesos.\n\
    Entiendo, vamos a revisar ese pago. ¿Me puede mandar el comprobante?\n\
    Muchas gracias, que tenga buena tarde. Hasta luego.\n";
const MARTA: &str = include_str!("../fixtures/content/marta.yaml");

fn rehearsing() -> Program {
    let program = ensayo().file("marta.yaml", MARTA);
    let home = program.path("home");
    program.env("ENSAYO_HOME", home).args(["practice"])
}

fn fine(program: Program) -> String {
    let Output { status, stdout, stderr } = program.output();
    assert_eq!((status, stderr.as_str()), (0, ""));
    stdout
}

/// A call that was left after its first line.
fn left(hash: &str, answer: &str) -> String {
    let header = format!(
        r#"{{"format":"saved-call/1","scenario":"marta.yaml","seed":7,"mode":"practice","shuffle":false,"hash":"{hash}"}}"#
    );
    let line = serde_json::json!({"came": "line", "text": FIRST, "answer": [answer]});
    format!("{header}\n{line}\n{{\"came\":\"line\",\"te")
}

#[test]
fn a_call_that_was_left_goes_on_where_it_was() {
    let whole = fine(
        rehearsing()
            .args(["marta.yaml", "--seed", "7", "--format", "json"])
            .stdin(format!("{FIRST}\n{REST}")),
    );
    let document: Json = serde_json::from_str(&whole).unwrap();
    let answer = document["events"][3]["text"].as_str().unwrap_or_default().to_owned();
    let resumed = rehearsing().file("home/calls/marta_yaml-7.jsonl", left("x", &answer)).stdin(REST);
    assert_eq!(fine(resumed.args(["--resume", "--format", "json"])), whole);
    let told = rehearsing().file("home/calls/marta_yaml-7.jsonl", left("x", &answer)).stdin(REST);
    let told = fine(told.args(["--resume"]));
    assert!(told.contains("sigue la llamada: se había dicho una línea"), "{told}");
    assert!(told.contains(&format!("Usted: {FIRST}")), "{told}");
    assert!(!told.contains("el escenario cambió"), "{told}");
}

#[test]
fn where_the_scenario_was_edited_since_it_says_what_is_answered_now() {
    let resumed = rehearsing().file("home/calls/marta_yaml-7.jsonl", left("x", "Otra cosa.")).stdin(REST);
    let told = fine(resumed.args(["--resume"]));
    assert!(told.contains("el escenario cambió: en la línea 1 antes contestaba «Otra cosa.»"), "{told}");
}

#[test]
fn with_nothing_left_there_is_nothing_to_resume() {
    let Output { status, stderr, .. } = rehearsing().args(["--resume"]).output();
    assert_eq!(status, 1);
    assert!(stderr.contains("no hay ninguna llamada a medias"), "{stderr}");
}

#[test]
fn a_call_that_is_over_leaves_nothing_to_resume() {
    let home = tempfile::tempdir().unwrap();
    let at_home = || ensayo().file("marta.yaml", MARTA).env("ENSAYO_HOME", home.path());
    fine(at_home().args(["practice", "marta.yaml"]).stdin(format!("{FIRST}\n{REST}")));
    assert!(home.path().join("calls").is_dir(), "calls are kept while they go on");
    assert_eq!(at_home().args(["practice", "--resume"]).output().status, 1);
}

#[test]
fn a_guided_call_tells_after_each_turn_what_was_heard_and_what_it_moved() {
    let told = fine(rehearsing().args(["marta.yaml", "--mode", "guided"]).stdin(format!("{FIRST}\n{REST}")));
    for part in ["se oyó Saludo: «Buenas tardes»", "movió así: ", "contestó por: ", "Pista: "] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let asked = fine(rehearsing().args(["marta.yaml"]).stdin(format!("{FIRST}\n/porque\n{REST}")));
    // Once where it was asked, and once for the last turn, after which nobody can ask.
    assert_eq!(asked.matches("contestó por: ").count(), 2, "{asked}");
}

#[test]
fn an_exam_gives_no_help_and_ends_after_thirty_turns() {
    let lines = format!("/pista\n/porque\n{}", "Ajá.\n".repeat(40));
    let told = fine(rehearsing().args(["marta.yaml", "--mode", "exam"]).stdin(lines));
    assert_eq!(told.matches("En examen no hay pistas").count(), 2, "{told}");
    assert!(told.matches("Usted: Ajá.").count() <= 30, "{told}");
}

#[test]
fn a_shuffled_call_is_the_same_with_the_same_seed_and_another_with_another() {
    let shuffled = MARTA.to_owned() + "\nshuffle:\n  trust: [10, 90]\n  patience: [20, 90]\n";
    let played = |seed: &str, more: &[&str]| {
        let program = ensayo().file("marta.yaml", &shuffled);
        let program = program.args(["practice", "marta.yaml", "--format", "json", "--seed", seed]);
        let document: Json =
            serde_json::from_str(&fine(program.args(more.iter().copied()).stdin(FIRST))).unwrap();
        document["events"].as_array().unwrap().iter().find_map(|event| event["trust"].as_i64())
    };
    assert_eq!(played("7", &["--shuffle"]), played("7", &["--shuffle"]));
    let drawn: std::collections::BTreeSet<_> =
        (1..8).map(|seed| played(&seed.to_string(), &["--shuffle"])).collect();
    assert!(drawn.len() > 3, "{drawn:?}");
    assert_eq!(played("1", &[]), played("2", &[]), "without it, the author's own");
}

#[test]
fn the_command_that_repeats_a_call_names_the_file_that_was_played() {
    let told = fine(rehearsing().args(["marta.yaml", "--seed", "3"]).stdin(FIRST));
    let again = "Para repetir esta misma llamada: ensayo practice marta.yaml --seed 3\n";
    assert!(told.ends_with(again), "{told}");
    let shuffled = MARTA.to_owned() + "\nshuffle:\n  trust: [10, 90]\n";
    let program = ensayo().file("mi deudora.yaml", shuffled);
    let program = program.args(["practice", "mi deudora.yaml", "--shuffle"]).stdin(FIRST);
    let told = fine(program);
    assert!(told.ends_with("ensayo practice \"mi deudora.yaml\" --seed 1 --shuffle\n"), "{told}");
}

#[test]
fn the_hint_goes_on_with_the_call_and_after_a_hurt_tells_how_to_mend_it() {
    let said = "Buenas tardes, soy Ana Ruiz, de Redes Lomas. ¿Hablo con Marta Solís?\nUsted debe 450 pesos del recibo de febrero.\n\
                Es su culpa por no pagar a tiempo.\n";
    let told = fine(rehearsing().args(["marta.yaml", "--mode", "guided"]).stdin(said));
    let hints: Vec<&str> = told.lines().filter(|line| line.contains("Pista: ")).collect();
    assert!(hints.windows(2).all(|pair| pair[0] != pair[1]), "{hints:#?}");
    assert!(hints.last().is_some_and(|hint| hint.contains("Discúlpese")), "{hints:#?}");
}
