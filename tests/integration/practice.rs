//! `ensayo practice` through a pipe.

use serde_json::Value as Json;

use crate::program::{Output, Program, ensayo};

const LINES: &str = "Buenas tardes, le habla Ana Ruiz, de Redes Lomas. ¿Hablo con Marta Solís?\n\
    Le llamo por el recibo de febrero, son 450 pesos.\n\
    /pista\n\
    Entiendo, vamos a revisar ese pago. ¿Me puede mandar el comprobante?\n\
    Muchas gracias, que tenga buena tarde. Hasta luego.\n";

fn rehearsing() -> Program {
    ensayo()
        .file("marta.yaml", include_str!("../fixtures/content/marta.yaml"))
        .args(["practice", "marta.yaml"])
        .stdin(LINES)
}

fn fine(program: Program) -> String {
    let Output { status, stdout, stderr } = program.output();
    assert_eq!((status, stderr.as_str()), (0, ""));
    stdout
}

#[test]
fn the_same_lines_and_seed_give_the_same_call_to_the_byte() {
    for format in ["text", "json"] {
        for language in ["es", "en"] {
            let run = || fine(rehearsing().args(["--seed", "7", "--format", format, "--lang", language]));
            assert_eq!(run(), run(), "{format} {language}");
        }
    }
    assert_eq!(fine(rehearsing()), fine(rehearsing()), "without a seed a pipe has a fixed one");
}

#[test]
fn the_call_reads_as_it_was_spoken_and_ends_in_a_debrief() {
    let told = fine(rehearsing());
    for part in [
        "Titular", // the case file
        "Usted: Le llamo por el recibo de febrero, son 450 pesos.\n",
        "Marta: ",
        "Pista: ",
        "Fin de la llamada: ",
        "Lo esencial de la llamada",
        "Lo que no le decía",
        "Para repetir esta misma llamada: ensayo practice marta.yaml --seed 1",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
}

#[test]
fn the_screen_speaks_english_and_the_debtor_the_language_of_the_scenario() {
    let told = fine(rehearsing().args(["--lang", "en"]));
    assert!(told.contains("The essentials of the call"), "{told}");
    assert!(told.contains("Hint: Ofrezca revisar el pago.") || told.contains("Hint: "), "{told}");
}

#[test]
fn json_is_one_document_at_the_end_and_nothing_else() {
    for language in ["es", "en"] {
        let document: Json =
            serde_json::from_str(&fine(rehearsing().args(["--format", "json", "--lang", language]))).unwrap();
        assert_eq!(document["format"], "ensayo/rehearsal/1");
        assert_eq!((&document["scenario"], &document["seed"]), (&"marta-ya-pago".into(), &1.into()));
        assert_eq!(document["evaluation"]["language"], language);
        let turns = document["transcript"].as_array().unwrap();
        let said: Vec<&str> = turns
            .iter()
            .filter(|turn| turn["speaker"] == "agent")
            .map(|turn| turn["text"].as_str().unwrap())
            .collect();
        let typed: Vec<&str> = LINES.lines().filter(|line| !line.starts_with('/')).collect();
        assert!(typed.starts_with(&said) && said.len() >= 3, "{said:?}");
    }
}

#[test]
fn the_debrief_names_acts_as_people_do() {
    let told = fine(rehearsing());
    let heard: Vec<&str> = told.lines().filter(|line| line.contains("Se oyó:")).collect();
    assert!(!heard.is_empty(), "{told}");
    assert!(heard.iter().all(|line| !line.contains('_') && !line.contains("empathize")), "{heard:?}");
}

#[test]
fn a_faulty_script_is_told_and_costs_its_own_criterion_alone() {
    let broken = "fn measure(transcript, p) {\n    loop { }\n}\n";
    let output = rehearsing().file("scripts/clarity.rhai", broken).output();
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("scripts/clarity.rhai:1:4"), "{}", output.stderr);
    assert!(output.stdout.contains("Fin de la llamada: "), "{}", output.stdout);
    assert!(output.stdout.contains("sin evaluar"), "{}", output.stdout);
}

#[test]
fn input_that_ends_or_makes_no_sense_ends_the_call_and_not_the_program() {
    for input in [&b""[..], b"\n\n", b"\xff\xfe\x00garbage\n", b"/nada\n/colgar\n"] {
        let told = fine(rehearsing().stdin(input));
        assert!(told.contains("Fin de la llamada: "), "{input:?}\n{told}");
    }
}
