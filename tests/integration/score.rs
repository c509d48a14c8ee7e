//! `ensayo score`.

use std::fs::File;

use serde_json::Value as Json;

use crate::program::{Output, Program, ensayo};

/// Passes a call in which the agent once says more than three words; the second criterion goes by `SECOND`.
const CARD: &str = r#"format: scorecard/1
id: ours
version: "1"
title:
  es: La nuestra
  en: Our own
pass_mark: 70
rollup: question_weights_form
sections:
  - id: all
    title:
      es: Todo
      en: All
    criteria:
      - id: speaks
        title:
          es: Habla
          en: Speaks
        weight: 60
        script: speaks.rhai
      - id: second
        title:
          es: Escucha
          en: Listens
        weight: 40
        script: second.rhai
"#;

const SPEAKS: &str = "fn measure(transcript, p) {
    let long = transcript.agent.longer_than(3);
    if long.empty { failed(transcript.agent.quotes) } else { met(long) }
}
";

const SECOND: &str = "fn measure(transcript, p) { met(transcript.debtor.quotes) }\n";

const GOOD: &str = "Agente: Buenas tardes, le llamo de la tienda.\nCliente: Sí, dígame.\n";
const POOR: &str = "Agente: Hola.\nCliente: Sí, dígame.\nAgente: Adiós.\n";

fn scoring() -> Program {
    scoring_with(SECOND)
}

fn scoring_with(second: &str) -> Program {
    ensayo()
        .file("rubrics/ours.yaml", CARD)
        .file("scripts/speaks.rhai", SPEAKS)
        .file("scripts/second.rhai", second)
        .args(["score", "--rubric", "ours"])
}

fn lines(output: &Output) -> Vec<Json> {
    output.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn one_call_is_told_at_length_and_without_a_table() {
    let output = scoring().file("a.txt", GOOD).args(["a.txt"]).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    assert!(output.stdout.starts_with("La nuestra 1 · a.txt\n100 de 100."), "{}", output.stdout);
    assert!(output.stdout.contains("turno 1, agente: «Buenas tardes, le llamo de la tienda.»"));
    assert!(!output.stdout.contains("Llamadas"), "{}", output.stdout);
}

#[test]
fn a_call_below_the_mark_says_so_in_the_exit_code() {
    let output = scoring().file("a.txt", POOR).args(["a.txt"]).output();
    assert_eq!((output.status, output.stderr.as_str()), (3, ""));
    assert!(output.stdout.contains("40 de 100. Para aprobar hacen falta 70."), "{}", output.stdout);
}

#[test]
fn several_calls_end_in_a_table() {
    let output = scoring().file("a.txt", GOOD).file("b.txt", POOR).args(["a.txt", "b.txt"]).output();
    assert_eq!((output.status, output.stderr.as_str()), (3, ""));
    let table = "\nLlamadas\n  a.txt  100  aprobada\n  b.txt   40  por debajo del mínimo\n\n\
        2 llamadas: 1 aprobada, 1 por debajo del mínimo.\n";
    assert!(output.stdout.ends_with(table), "{}", output.stdout);
}

#[test]
fn the_spanish_name_and_the_english_words_do_the_same() {
    let program = scoring_with(SECOND).file("a.txt", POOR).file("b.txt", GOOD);
    let output = program.args(["a.txt", "b.txt", "--lang", "en"]).output();
    assert!(output.stdout.ends_with("2 calls: 1 passed, 1 below the pass mark.\n"), "{}", output.stdout);
    let spanish = ensayo()
        .file("rubrics/ours.yaml", CARD)
        .file("scripts/speaks.rhai", SPEAKS)
        .file("scripts/second.rhai", SECOND)
        .file("a.txt", POOR)
        .args(["evaluar", "a.txt", "--rubric", "ours"])
        .output();
    assert_eq!(spanish.stdout, scoring().file("a.txt", POOR).args(["a.txt"]).output().stdout);
}

#[test]
fn a_folder_gives_its_transcripts_in_order_of_name_with_those_further_down() {
    let program = scoring()
        .file("calls/b.txt", GOOD)
        .file("calls/a/z.md", GOOD)
        .file("calls/c.LOG", GOOD)
        .file("calls/notes.pdf", "x")
        .args(["calls", "--format", "json"]);
    let output = program.output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    let calls: Vec<Json> = lines(&output).iter().map(|line| line["call"]["id"].clone()).collect();
    assert_eq!(calls, ["calls/a/z.md", "calls/b.txt", "calls/c.LOG"]);
}

#[test]
fn json_is_one_line_a_call_also_where_there_is_one() {
    let output = scoring().file("a.txt", POOR).args(["a.txt", "--format", "json"]).output();
    let lines = lines(&output);
    assert_eq!((output.status, lines.len()), (3, 1));
    assert_eq!(lines[0]["schema"], "ensayo/evaluation/1");
    assert_eq!((&lines[0]["score"], &lines[0]["passed"]), (&40.into(), &false.into()));
    assert_eq!(lines[0]["hashes"]["lexicons"].as_str().map(str::len), Some(64));
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_others_go_on() {
    let program = scoring()
        .file("a.txt", GOOD)
        .file("empty.txt", " \n")
        .file("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0")
        .file("z.txt", POOR)
        .args(["a.txt", "nowhere.txt", "empty.txt", "photo.png", "z.txt", "--format", "json"]);
    let output = program.output();
    assert_eq!(output.status, 1, "what could not be read counts more than what fell short");
    assert_eq!(lines(&output).len(), 2);
    assert_eq!(
        output.stderr,
        "error: no se pudo leer `nowhere.txt`: no existe\n\
         error: `empty.txt` está vacío\n\
         error: `photo.png` no es un archivo de texto; si viene de un procesador de textos o es un PDF, \
         guárdelo como texto sin formato (.txt)\n"
    );
}

#[test]
fn what_could_not_be_read_stands_in_the_table_too() {
    let output = scoring().file("a.txt", GOOD).args(["a.txt", "nowhere.txt"]).output();
    assert_eq!(output.status, 1);
    assert!(
        output.stdout.ends_with("2 llamadas: 1 aprobada, 1 que no se pudo evaluar.\n"),
        "{}",
        output.stdout
    );
}

#[test]
fn a_transcript_with_one_speaker_is_shown_where_it_begins() {
    let output = scoring().file("a.txt", "\nAgente: Buenas tardes.\n").args(["a.txt"]).output();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    assert!(output.stderr.contains("a.txt:2:1") && output.stderr.contains("una sola persona"));
}

#[test]
fn a_file_far_too_large_is_refused_by_its_size() {
    let program = scoring().file("a.txt", GOOD).args(["big.txt", "a.txt", "--format", "json"]);
    // Sparse: nothing of it stands on the disk.
    File::create(program.path("big.txt")).unwrap().set_len(50 << 20).unwrap();
    let output = program.output();
    assert_eq!((output.status, lines(&output).len()), (1, 1));
    assert!(output.stderr.contains("`big.txt` pasa de 20 MB"), "{}", output.stderr);
}

#[test]
fn a_folder_without_transcripts_is_no_success() {
    scoring()
        .file("calls/notes.pdf", "x")
        .args(["calls"])
        .stderr("error: en `calls` no hay transcripciones (.txt, .md, .log)\n")
        .status(1);
}

#[test]
fn standard_input_is_a_call_like_any_other() {
    let piped = scoring().args(["-"]).stdin(GOOD).output();
    assert_eq!((piped.status, piped.stderr.as_str()), (0, ""));
    let file = scoring().file("a.txt", GOOD).args(["a.txt"]).output();
    assert_eq!(piped.stdout.replace("· -", "· a.txt"), file.stdout);
    let latin = scoring()
        .args(["-", "--format", "json"])
        .stdin(b"Agente: Buenos d\xedas a usted.\nCliente: S\xed.\n");
    assert_eq!(lines(&latin.output())[0]["criteria"][1]["evidence"][0]["quote"], "Sí.");
}

#[test]
fn options_fill_what_a_call_does_not_say_and_never_overrule_it() {
    let dated = format!("Fecha: 2026-03-18\nPaís: México\n\n{GOOD}");
    let program = scoring().file("bare.txt", GOOD).file("dated.txt", dated).args([
        "bare.txt",
        "dated.txt",
        "--format=json",
        "--language=es-PE",
        "--date=2025-01-02",
    ]);
    let calls = lines(&program.output());
    let told = |at: usize, key: &str| calls[at]["call"][key].as_str().unwrap().to_owned();
    assert_eq!((told(0, "date"), told(0, "country")), ("2025-01-02".to_owned(), "PE".to_owned()));
    assert_eq!((told(1, "date"), told(1, "country")), ("2026-03-18".to_owned(), "MX".to_owned()));
    let program = scoring().file("bare.txt", GOOD).args(["bare.txt", "--format=json", "--country=co"]);
    assert_eq!(lines(&program.output())[0]["call"]["country"], "CO");
}

#[test]
fn a_call_of_an_unknown_day_says_so_and_prints_no_date() {
    let call = "Agente: ¿Puede pagar 900 pesos el viernes por transferencia? ¿Está de acuerdo?\n\
        Cliente: Sí, de acuerdo, el viernes se los pago.\nAgente: Gracias, hasta luego.\n";
    let unknown = ensayo().file("a.txt", call).args(["score", "a.txt"]).output();
    assert!(unknown.stdout.contains("No se sabe qué día fue la llamada"), "{}", unknown.stdout);
    assert!(!unknown.stdout.contains("viernes 7"), "{}", unknown.stdout);
    let known = ensayo().file("a.txt", call).args(["score", "a.txt", "--date", "2026-03-18"]).output();
    assert!(!known.stdout.contains("No se sabe qué día fue"), "{}", known.stdout);
}

#[test]
fn nothing_of_a_transcript_reaches_the_terminal_unescaped() {
    let call = "Agente: Buenas \u{1b}[2Jtardes, le llamo\u{202e} de la tienda.\nCliente: Sí, \u{1b}]0;x\u{7}dígame.\n";
    let output = scoring().file("a.txt", call).args(["a.txt"]).output();
    assert_eq!(output.status, 0);
    assert!(output.stdout.contains("tardes"));
    assert!(!output.stdout.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{:?}", output.stdout);
}

#[cfg(unix)]
#[test]
fn the_name_of_a_file_reaches_no_terminal_unescaped() {
    let lone = "Agente: Buenas tardes.\n";
    let program = scoring().file("a\u{1b}[2J.txt", GOOD).file("b\u{1b}[2J.txt", lone);
    let output = program.args(["."]).output();
    assert_eq!(output.status, 1);
    assert!(output.stdout.contains("2J") && output.stderr.contains("2J"), "{output:?}");
    assert!(!output.stdout.contains('\u{1b}') && !output.stderr.contains('\u{1b}'), "{output:?}");
}

#[test]
fn a_script_that_never_ends_costs_its_own_criterion_alone() {
    let endless = "fn measure(transcript, p) {\n    loop { }\n}\n";
    let output = scoring_with(endless)
        .file("a.txt", GOOD)
        .args(["a.txt", "--format", "json", "--lang", "en"])
        .output();
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("scripts/second.rhai:1:4"), "{}", output.stderr);
    assert!(output.stderr.contains("steps and was stopped"), "{}", output.stderr);
    let call = &lines(&output)[0];
    assert_eq!(call["criteria"][0]["state"], "met");
    assert_eq!((&call["criteria"][1]["state"], &call["complete"]), (&"not_evaluated".into(), &false.into()));
    assert_eq!((&call["passed"], &call["diagnostics"][0]["code"]), (&Json::Null, &"script-too-long".into()));
}

#[test]
fn an_unknown_function_is_found_in_a_branch_that_nobody_takes() {
    let wrong = "fn measure(transcript, p) {\n    if false { return mett(transcript.agent.quotes); }\n    met(transcript.agent.quotes)\n}\n";
    let output = scoring_with(wrong).file("a.txt", GOOD).args(["a.txt"]).output();
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("no hay ninguna función `mett`"), "{}", output.stderr);
    assert!(output.stderr.contains("scripts/second.rhai:2:23"), "{}", output.stderr);
    assert!(output.stderr.contains("¿quiso decir `met`?"), "{}", output.stderr);
    assert!(output.stdout.contains("sin evaluar") && output.stdout.contains("logrado"), "{}", output.stdout);
}

#[test]
fn a_fault_that_only_some_calls_bring_out_is_told_once() {
    let fragile = "fn measure(transcript, p) {\n    let x = 1 / (transcript.turns.len - 2);\n    met(transcript.agent.quotes)\n}\n";
    let program = scoring_with(fragile).file("a.txt", GOOD).file("b.txt", GOOD).file("c.txt", POOR);
    let output = program.args(["a.txt", "b.txt", "c.txt", "--format", "json"]).output();
    assert_eq!(output.status, 1);
    assert_eq!(output.stderr.matches("script-division-by-zero").count(), 1, "{}", output.stderr);
    assert!(output.stderr.contains("scripts/second.rhai:2:15"), "{}", output.stderr);
    let complete: Vec<Json> = lines(&output).iter().map(|line| line["complete"].clone()).collect();
    assert_eq!(complete, [false, false, true]);
}

#[test]
fn a_scorecard_that_is_not_there_is_suggested() {
    let output = ensayo().file("a.txt", GOOD).args(["score", "a.txt", "--rubric", "esencia"]).output();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    assert!(output.stderr.contains("¿quiso decir `esencial`?"), "{}", output.stderr);
}

#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    let program = scoring().file("a.txt", GOOD).args(std::iter::repeat_n("a.txt", 400));
    let mut child = program.spawn();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn any_number_of_jobs_gives_the_same_bytes() {
    let told = |jobs: &str, format: &str| {
        let output = (0..12)
            .fold(scoring(), |program, call| {
                let text = if call % 3 == 0 { POOR } else { GOOD };
                program.file(&format!("calls/{call:02}.txt"), text)
            })
            .file("calls/05a.txt", "")
            .args(["--format", format, "--jobs", jobs, "calls"])
            .output();
        (output.status, output.stdout, output.stderr)
    };
    for format in ["text", "json"] {
        let one = told("1", format);
        assert_eq!(one.0, 1, "one of them is empty: {}", one.2);
        assert!(["2", "5", "0"].iter().all(|jobs| told(jobs, format) == one), "{format}");
    }
}
