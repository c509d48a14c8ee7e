//! What the program says of itself, in both languages, and how it answers to what it does not understand.

use insta::assert_snapshot;

use crate::program::ensayo;

fn said(args: &[&str]) -> String {
    let output = ensayo().args(args).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    output.stdout
}

#[test]
fn the_help_is_spanish_unless_told_otherwise() {
    assert_snapshot!("help_es", said(&["--help"]));
}

#[test]
fn the_help_is_english_for_those_who_ask() {
    assert_snapshot!("help_en", said(&["--help", "--lang", "en"]));
}

#[test]
fn each_subcommand_explains_itself() {
    for name in [
        "annotate", "check", "eval", "explain", "graph", "learn", "list", "new", "practice", "schema",
        "score", "show", "simulate", "test",
    ] {
        for language in ["es", "en"] {
            assert_snapshot!(format!("help_{name}_{language}"), said(&[name, "--help", "--lang", language]));
        }
    }
}

#[test]
fn the_environment_chooses_the_language_where_no_option_does() {
    let english = said(&["--help", "--lang", "en"]);
    assert_eq!(ensayo().args(["--help"]).env("LC_ALL", "en_GB.UTF-8").output().stdout, english);
    assert_eq!(ensayo().args(["--help"]).env("LANG", "en_US").output().stdout, english);
    let spanish = said(&["--help"]);
    assert_eq!(ensayo().args(["--help"]).env("LANG", "fr_FR.UTF-8").output().stdout, spanish);
    assert_eq!(
        ensayo().args(["--help", "--lang=es"]).env("LANG", "en_US").output().stdout,
        spanish,
        "what is typed counts more"
    );
}

#[test]
fn asking_for_help_on_a_subcommand_by_word_or_by_option_is_the_same() {
    assert_eq!(said(&["help", "list"]), said(&["list", "--help"]));
    assert_eq!(said(&["ayuda", "listar"]), said(&["list", "--help"]));
}

#[test]
fn the_bare_name_welcomes_and_shows_the_way() {
    let welcome = said(&[]);
    assert!(welcome.contains("ensayo practice") && welcome.contains("ensayo --help"), "{welcome}");
    assert!(welcome.lines().count() < 12, "{welcome}");
}

#[test]
fn a_subcommand_nearly_right_is_suggested() {
    ensayo()
        .args(["lst"])
        .stderr(
            "error: el comando `lst` no existe\n  ayuda: ¿quiso decir `list`?\n\n`ensayo --help` lo explica todo.\n",
        )
        .status(2);
}

#[test]
fn an_option_nearly_right_is_suggested_in_english_too() {
    ensayo()
        .args(["list", "--colr", "never", "--lang", "en"])
        .stderr(
            "error: `--colr` is not expected here\n  help: did you mean `--color`?\n\n`ensayo --help` explains everything.\n",
        )
        .status(2);
}

#[test]
fn a_missing_argument_is_named_as_the_help_names_it() {
    ensayo().args(["explain"]).stderr("error: falta <TEXTO>\n\n`ensayo --help` lo explica todo.\n").status(2);
}

#[test]
fn a_value_that_will_not_do_says_what_would() {
    ensayo()
        .args(["explain", "hola", "--date", "ayer"])
        .stderr(
            "error: `ayer` no vale para --date <FECHA>: escriba la fecha como 2026-03-11\n\n`ensayo --help` lo explica todo.\n",
        )
        .status(2);
    ensayo()
        .args(["list", "--color", "red"])
        .stderr(
            "error: `red` no vale para --color <CUÁNDO>; puede ser: auto, always, never\n\n`ensayo --help` lo explica todo.\n",
        )
        .status(2);
}

#[test]
fn an_argument_with_escape_sequences_is_shown_not_obeyed() {
    let output = ensayo().args(["\u{1b}[31mlist"]).output();
    assert_eq!(output.status, 2);
    assert!(!output.stderr.contains('\u{1b}'), "{:?}", output.stderr);
}
