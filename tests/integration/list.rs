//! `ensayo list`.

use crate::program::{Program, ensayo};

fn lines(program: Program) -> Vec<String> {
    let output = program.output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    output.stdout.lines().map(str::to_owned).collect()
}

/// The line of one piece, its columns apart.
fn columns(lines: &[String], id: &str) -> Vec<String> {
    let rows = lines.iter().map(|line| {
        line.trim()
            .split("  ")
            .map(|column| column.trim().to_owned())
            .filter(|column| !column.is_empty())
            .collect()
    });
    rows.into_iter()
        .find(|row: &Vec<String>| row.first().is_some_and(|first| first == id))
        .unwrap_or_default()
}

#[test]
fn every_kind_has_its_heading() {
    let lines = lines(ensayo().args(["list"]));
    for heading in ["Escenarios", "Pautas", "Guiones", "Léxicos", "Agentes"] {
        assert!(lines.iter().any(|line| line == heading), "{lines:?}");
    }
}

#[test]
fn a_piece_is_listed_with_its_title_and_where_it_comes_from() {
    let program = || {
        ensayo()
            .file("rubrics/zz-nuestra.yaml", "title: { es: La nuestra, en: Our own }\n")
            .file("home/.local/share/ensayo/rubrics/zz-mia.yaml", "title: Mía\n")
            .file("home/ensayo/rubrics/zz-mia.yaml", "title: Mía\n")
    };
    let spanish = lines(program().args(["list", "rubrics"]));
    assert_eq!(columns(&spanish, "zz-nuestra"), ["zz-nuestra", "La nuestra", "esta carpeta"]);
    assert_eq!(columns(&spanish, "zz-mia"), ["zz-mia", "Mía", "su carpeta"]);
    let english = lines(program().args(["listar", "rubrics", "--lang", "en"]));
    assert_eq!(columns(&english, "zz-nuestra"), ["zz-nuestra", "Our own", "this folder"]);
}

#[test]
fn the_nearer_of_two_with_one_name_is_the_one_listed() {
    let program = ensayo()
        .args(["list", "scenarios"])
        .env("ENSAYO_HOME", "mine")
        .file("mine/scenarios/zz-una.yaml", "title: De la casa\n")
        .file("scenarios/zz-una.yaml", "title: De aquí\n");
    let lines = lines(program);
    assert_eq!(columns(&lines, "zz-una"), ["zz-una", "De aquí", "esta carpeta"]);
}

#[test]
fn a_file_that_makes_no_sense_is_listed_without_a_title() {
    let program = ensayo().args(["list", "rubrics"]).file("rubrics/zz-rota.yaml", "title: [\n");
    assert_eq!(columns(&lines(program), "zz-rota"), ["zz-rota", "esta carpeta"]);
}

#[test]
fn a_title_with_escape_sequences_is_shown_not_obeyed() {
    let program = ensayo().args(["list", "rubrics"]).file("rubrics/zz.yaml", "title: \"a\\e[31mb\"\n");
    let lines = lines(program);
    assert!(!lines.iter().any(|line| line.contains('\u{1b}')), "{lines:?}");
    assert_eq!(columns(&lines, "zz").len(), 3);
}

#[test]
fn colour_is_for_terminals_unless_it_is_asked_for() {
    let listing = || ensayo().args(["list", "rubrics"]).file("rubrics/zz.yaml", "title: x\n");
    assert!(!listing().output().stdout.contains('\u{1b}'));
    assert!(listing().args(["--color", "always"]).output().stdout.contains('\u{1b}'));
    assert!(!listing().args(["--color", "never"]).output().stdout.contains('\u{1b}'));
}

#[test]
fn the_names_that_files_use_are_listed_with_what_they_are_called() {
    let outcomes = lines(ensayo().args(["list", "outcomes"]));
    assert_eq!(columns(&outcomes, "abandoned"), ["abandoned", "terminó sin acuerdo"]);
    assert_eq!(outcomes.len(), 13, "{outcomes:?}");
    let acts = lines(ensayo().args(["list", "actos"]));
    assert_eq!(columns(&acts, "empathize"), ["empathize", "Empatiza"]);
    let place = |text: &str| acts.iter().position(|line| line.trim_start().starts_with(text)).unwrap();
    assert!(place("Actos de quien llama") < place("empathize"));
    assert!(place("Actos de quien contesta") < place("hardship.job_loss"));
    let objections = lines(ensayo().args(["list", "objections", "--lang", "en"]));
    assert_eq!(columns(&objections, "busy").len(), 2, "{objections:?}");
    assert_eq!(columns(&lines(ensayo().args(["list", "tipos"])), "negligent"), ["negligent", "Negligente"]);
}
