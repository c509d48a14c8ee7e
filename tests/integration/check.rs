//! `ensayo check`: what is wrong, and exactly where.

use serde_json::Value as Json;

use crate::program::{Output, Program, ensayo};

/// A scenario in which nothing is wrong.
const MARTA: &str = include_str!("../fixtures/content/marta.yaml");

fn checking(path: &str, text: &str) -> Program {
    ensayo().file(path, text).args(["check", path])
}

fn findings(program: Program) -> (i32, Vec<Json>) {
    let output = program.args(["--format", "json"]).output();
    assert_eq!(output.stderr, "");
    let document: Json = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(document["schema"], "ensayo/check/1");
    (output.status, document["findings"].as_array().unwrap().clone())
}

/// Code, line and column of each finding.
fn places(found: &[Json]) -> Vec<(String, u64, u64)> {
    let place = |it: &Json| {
        let number = |name: &str| it[name].as_u64().unwrap_or_else(|| panic!("{it} has no place"));
        (it["code"].as_str().unwrap().to_owned(), number("line"), number("column"))
    };
    found.iter().map(place).collect()
}

/// Line and column of `word`: the first after `near`, or else the first of all.
fn place_of(text: &str, near: &str, word: &str) -> (u64, u64) {
    let start = text.find(near).unwrap();
    let at = text[start..].find(word).map(|at| start + at).or_else(|| text.find(word)).unwrap();
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line as u64, column as u64)
}

#[test]
fn the_content_of_the_program_has_no_errors() {
    let (_, found) = findings(ensayo().args(["check"]));
    let errors: Vec<String> = found
        .iter()
        .filter(|it| it["severity"] == "error" && !it["file"].as_str().unwrap().contains("lexicons/"))
        .map(ToString::to_string)
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn the_lexicons_of_the_program_hear_their_own_examples() {
    let (status, found) = findings(ensayo().args(["check"]));
    let errors: Vec<String> =
        found.iter().filter(|it| it["severity"] == "error").map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    assert_eq!(status, 0);
}

#[test]
fn a_scenario_without_faults_is_counted_and_nothing_more() {
    checking("marta.yaml", MARTA).stdout("1 archivo, 0 errores, 0 avisos\n").status(0);
    checking("marta.yaml", MARTA).args(["--lang", "en"]).stdout("1 file, 0 errors, 0 warnings\n").status(0);
}

/// A mistake planted in the scenario: what is replaced by what, the codes that come of it, and the word at which
/// the first of them points.
struct Planted {
    replace: &'static str,
    by: &'static str,
    codes: &'static [&'static str],
    at: &'static str,
}

const fn planted(
    replace: &'static str,
    by: &'static str,
    codes: &'static [&'static str],
    at: &'static str,
) -> Planted {
    Planted { replace, by, codes, at }
}

const PLANTED: [Planted; 27] = [
    planted("scenario/1", "scenario/2", &["unknown-format"], "scenario/2"),
    planted("  trust: 40", "  trsut: 40", &["unknown-field"], "trsut"),
    planted("    hint: Ofrezca revisar el pago.\n", "", &["missing-key"], "id: already_paid"),
    planted("level: 1", "level: easy", &["wrong-type"], "easy"),
    planted("level: 1", "level: 9", &["out-of-range"], "9"),
    planted("patience: 60", "patience: 160", &["out-of-range"], "160"),
    planted("es-MX", "es-XX", &["scenario-language"], "es-XX"),
    planted("MXN", "pesos", &["unknown-currency"], "pesos"),
    planted("monthly: \"450\"", "monthly: \"4,50\"", &["bad-amount"], "\"4,50\""),
    planted("monthly: \"450\"", "monthly: 450.000", &["amount-with-thousands"], "450.000"),
    planted("monthly: \"450\"", "monthly: \"1.450\"", &["amount-with-thousands"], "\"1.450\""),
    planted("amount: \"450\"", "amount: \"0.450\"", &["amount-with-thousands"], "\"0.450\""),
    planted("balance: \"900\"", "balance: \"90\"", &["past-due-over-balance"], "- concept"),
    planted("act: dispute.paid", "act: dispute.payed", &["unknown-act"], "dispute.payed"),
    planted("empathize: 1", "emphatize: 1", &["unknown-act"], "emphatize"),
    planted("[insult]", "[insults]", &["unknown-act"], "insults"),
    planted("needs: 2", "needs: 0", &["objection-never-yields"], "offer_verification"),
    planted("discloses: receipt", "discloses: reciept", &["unknown-fact", "fact-never-disclosed"], "reciept"),
    planted("[dispute_registered]", "[dispute_register]", &["unknown-outcome"], "dispute_register"),
    planted("offer_documents", "offer_document", &["unknown-name-in-condition"], "offer_document"),
    planted("trust > 60", "trsut > 60", &["script-unknown-variable"], "trsut"),
    planted("- Le digo que ya lo pagué.", "[]", &["no-lines"], "[]"),
    planted("- Le digo", "- Le digo a {deudor}", &["unknown-blank"], "Le digo"),
    planted("- Le digo que ya lo pagué.", "- Ya.\n      - Ya.", &["repeated-line"], "Ya.\n\u{20}   hardened"),
    planted("level: 1", "level: 1\nlevel: 2", &["yaml-duplicate-key"], "level: 2"),
    planted(
        "- Le digo que ya lo pagué.",
        "[Pues ya lo pagué, señorita.]",
        &["yaml-prose-in-brackets"],
        "Pues",
    ),
    planted("- Le digo que ya", "- Le digo que el recibo #3 ya", &["yaml-hash-cuts-text"], "#3"),
];

#[test]
fn each_planted_mistake_is_found_at_its_line_and_column() {
    let mut wrong = Vec::new();
    for Planted { replace, by, codes, at } in PLANTED {
        let text = MARTA.replacen(replace, by, 1);
        assert_ne!(text, MARTA, "{replace}");
        let (status, found) = findings(checking("marta.yaml", &text));
        let places = places(&found);
        let mut told: Vec<&str> = places.iter().map(|(code, ..)| code.as_str()).collect();
        told.sort_by_key(|code| codes.iter().position(|own| own == code));
        let (line, column) = place_of(&text, by, at);
        let first = places.iter().find(|(code, ..)| code == codes[0]);
        if status != 4 || told != codes || first.is_none_or(|(_, l, c)| (*l, *c) != (line, column)) {
            wrong.push(format!("{by:?}: {status}, {places:?}; expected {codes:?} at {line}:{column}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_amount_as_the_country_writes_it_is_refused_with_what_to_write() {
    let colombian = MARTA.replace("es-MX", "es-CO").replace("MXN", "COP");
    for (written, told) in [
        ("240.000", "¿quiso decir \"240000\"? En su país el punto separa los miles"),
        ("\"240.000\"", "¿quiso decir \"240000\"?"),
        ("\"$240.000\"", "¿quiso decir \"240000\"?"),
        ("7.200.000 pesos", "¿quiso decir \"7200000\"?"),
        ("doscientos mil", "solo números, con punto para los decimales"),
    ] {
        let text = colombian.replace("monthly: \"450\"", &format!("monthly: {written}"));
        let output = checking("marta.yaml", &text).output();
        assert_eq!(output.status, 4, "{written}");
        assert!(output.stdout.contains(told), "{written}: {}", output.stdout);
    }
    let text = MARTA.replace("monthly: \"450\"", "monthly: \"1,450\"");
    let output = checking("marta.yaml", &text).output();
    assert!(output.stdout.contains("¿quiso decir \"1450\"?"), "{}", output.stdout);
    let decimals = MARTA.replace("monthly: \"450\"", "monthly: 450.50");
    checking("marta.yaml", &decimals).stdout("1 archivo, 0 errores, 0 avisos\n").status(0);
}

#[test]
fn all_mistakes_are_told_at_once_with_line_caret_and_remedy() {
    let text = MARTA.replace("level: 1", "level: 9").replace("act: dispute.paid", "act: dispute.payed");
    let Output { status, stdout, stderr } = checking("marta.yaml", &text).output();
    assert_eq!((status, stderr.as_str()), (4, ""));
    assert!(stdout.contains("error[E116 out-of-range]: el valor está fuera de rango"), "{stdout}");
    assert!(stdout.contains("marta.yaml:6:8"), "{stdout}");
    assert!(stdout.contains("6 | level: 9\n  |        ^"), "{stdout}");
    assert!(stdout.contains("ayuda: ¿quiso decir `dispute.paid`?"), "{stdout}");
    assert!(stdout.ends_with("1 archivo, 2 errores, 0 avisos\n"), "{stdout}");
}

#[test]
fn an_objection_that_would_not_be_heard_is_a_warning_and_no_error() {
    let text = MARTA.replace("Oiga, eso ya lo pagué el mes pasado.", "Mire, mi gato se llama Rufino.");
    let (status, found) = findings(checking("marta.yaml", &text));
    assert_eq!(status, 0);
    let (line, column) = place_of(&text, "Mire", "Mire");
    assert_eq!(places(&found), [("objection-not-heard".to_owned(), line, column)]);
    assert!(found[0]["title"].as_str().unwrap().contains("dispute.paid"), "{found:?}");
}

#[test]
fn a_hard_space_is_a_warning() {
    let (status, found) = findings(checking("marta.yaml", &MARTA.replace("Redes Lomas", "Redes\u{a0}Lomas")));
    assert_eq!((status, places(&found)), (0, vec![("yaml-no-break-space".to_owned(), 12, 18)]));
}

#[test]
fn what_is_checked_is_told_by_the_format_of_the_file() {
    let (status, found) = findings(checking("x.yaml", "title: x\n"));
    assert_eq!((status, places(&found)), (4, vec![("check-unknown-format".to_owned(), 1, 1)]));
    let (status, found) = findings(checking("x.yaml", "format: acts/1\nacts:\n  - id: a\n    by: nobody\n"));
    assert_eq!((status, places(&found)), (4, vec![("unknown-value".to_owned(), 4, 9)]));
    let (status, found) = findings(checking("x.yaml", "format: debtor-library/1\nlines: 3\n"));
    assert_eq!((status, places(&found)), (4, vec![("wrong-type".to_owned(), 2, 8)]));
}

#[test]
fn a_scenario_of_the_folder_is_found_by_its_name_and_counts_in_the_whole() {
    let broken = MARTA.replace("level: 1", "level: 9");
    let by_name = ensayo().file("scenarios/marta.yaml", &broken).args(["revisar", "marta"]).output();
    assert_eq!(by_name.status, 4);
    assert!(by_name.stdout.contains("scenarios/marta.yaml:6:8"), "{}", by_name.stdout);
    let (status, found) = findings(ensayo().file("scenarios/marta.yaml", &broken).args(["check"]));
    assert_eq!(status, 4);
    assert!(found.iter().any(|it| it["file"] == "scenarios/marta.yaml" && it["line"] == 6), "{found:?}");
}

#[test]
fn a_folder_is_all_its_content() {
    let program = ensayo()
        .file("mine/a.yaml", MARTA)
        .file("mine/b/c.yml", MARTA.replace("level: 1", "level: 9"))
        .file("mine/notes.txt", "x")
        .args(["check", "mine"]);
    let output = program.output();
    assert_eq!(output.status, 4);
    assert!(output.stdout.ends_with("2 archivos, 1 error, 0 avisos\n"), "{}", output.stdout);
}

#[test]
fn a_name_that_is_not_there_is_suggested_and_the_others_are_checked() {
    let output = ensayo().file("marta.yaml", MARTA).args(["check", "esencia", "marta.yaml"]).output();
    assert_eq!((output.status, output.stdout.as_str()), (1, "1 archivo, 0 errores, 0 avisos\n"));
    assert!(output.stderr.contains("¿quiso decir `esencial`?"), "{}", output.stderr);
}

const LEXICON: &str = "format: lexicon/1
language: es
title: Saludos de la casa
acts:
  - act: greet
    patterns:
      house: [zumbaya]
    examples:
      - zumbaya a usted
    counter_examples:
      - buen provecho
";

#[test]
fn a_lexicon_is_proved_on_its_examples() {
    let own = |found: Vec<Json>| -> Vec<(String, u64, u64)> {
        places(&found.into_iter().filter(|it| it["file"] == "own.yaml").collect::<Vec<_>>())
    };
    let (_, found) = findings(checking("own.yaml", LEXICON));
    assert_eq!(own(found), []);
    let deaf = LEXICON.replace("zumbaya a usted", "zimbabue a usted");
    let (status, found) = findings(checking("own.yaml", &deaf));
    assert_eq!((status, own(found)), (4, vec![("example-not-heard".to_owned(), 9, 9)]));
    let greedy = LEXICON.replace("buen provecho", "qué zumbaya es esta");
    let (_, found) = findings(checking("own.yaml", &greedy));
    assert_eq!(own(found), [("counter-example-heard".to_owned(), 11, 9)]);
    let wrong = LEXICON.replace("[zumbaya]", "[zumbaya (a]");
    let (_, found) = findings(checking("own.yaml", &wrong));
    assert_eq!(
        own(found).first().map(|(code, line, _)| (code.as_str(), *line)),
        Some(("pattern-unclosed-group", 7))
    );
}

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
        weight: 100
        script: speaks.rhai
"#;

const SCRIPT: &str = "fn measure(transcript, p) {\n    met(transcript.agent.quotes)\n}\n";

#[test]
fn a_scorecard_is_checked_with_its_scripts() {
    let card = |script: &str| {
        ensayo().file("rubrics/ours.yaml", CARD).file("scripts/speaks.rhai", script).args(["check", "ours"])
    };
    let fine = card(SCRIPT).output();
    assert_eq!((fine.status, fine.stdout.as_str()), (0, "2 archivos, 0 errores, 0 avisos\n"));
    let (status, found) = findings(card("fn measure(transcript, p) {\n    loop { }\n}\n"));
    assert_eq!((status, places(&found)), (4, vec![("script-too-long".to_owned(), 1, 4)]));
    let (status, found) = findings(card(&SCRIPT.replace("met(", "mett(")));
    assert_eq!((status, places(&found)), (4, vec![("script-unknown-function".to_owned(), 2, 5)]));
    assert_eq!(found[0]["file"], "scripts/speaks.rhai");
}

#[test]
fn a_script_is_checked_as_its_scorecards_use_it_or_alone() {
    let wrong = SCRIPT.replace("p) {", "p) {\n    let least = p.least;");
    let used = ensayo().file("rubrics/ours.yaml", CARD).file("draft/speaks.rhai", &wrong);
    let (status, found) = findings(used.args(["check", "draft/speaks.rhai"]));
    assert_eq!((status, places(&found)), (4, vec![("script-unknown-param".to_owned(), 2, 19)]));
    let (status, found) = findings(checking("draft/alone.rhai", &wrong));
    assert_eq!((status, found.len()), (0, 0), "nobody says what its parameters are");
    let (status, found) = findings(checking("draft/alone.rhai", "fn measure(transcript, p) { mett() }"));
    assert_eq!((status, places(&found)), (4, vec![("script-unknown-function".to_owned(), 1, 29)]));
    let (_, found) = findings(checking("draft/alone.rhai", "fn measures(t) { 1 }"));
    assert_eq!(places(&found), [("script-no-entry".to_owned(), 1, 1)]);
}

#[test]
fn an_inventory_of_acts_with_errors_is_told_whatever_was_to_be_checked() {
    let program = ensayo().file("lexicons/acts.yaml", "format: acts/1\nacts: 3\n").file("marta.yaml", MARTA);
    let (status, found) = findings(program.args(["check", "marta.yaml"]));
    assert_eq!((status, places(&found)), (4, vec![("wrong-type".to_owned(), 2, 7)]));
    assert_eq!(found[0]["file"], "lexicons/acts.yaml");
}

#[test]
fn escape_sequences_in_a_file_are_shown_not_obeyed() {
    let output = checking("marta.yaml", &MARTA.replace("level: 1", "\"le\\e[2Jvel\": 9")).output();
    assert_eq!(output.status, 4);
    assert!(!output.stdout.contains('\u{1b}'), "{:?}", output.stdout);
}

/// What somebody writes who has never written YAML, and what she is told.
const SLIPS: [(&str, &str); 12] = [
    ("- Le digo que ya lo pagué.", "- Le digo: ya lo pagué."),
    ("- Le digo que ya lo pagué.", "-Le digo que ya lo pagué."),
    ("- Le digo que ya lo pagué.", "\t- Le digo que ya lo pagué."),
    ("- Le digo que ya lo pagué.", "- [molesta] Le digo que ya lo pagué."),
    ("- Le digo que ya lo pagué.", "- \"Le digo\", que ya lo pagué."),
    ("title: Marta dice", "title: \"Marta dice"),
    ("summary: Un recibo", "summary: Ojo: un recibo"),
    ("  trust: 40\n  patience", "  trust: 40\n      patience"),
    ("  willing: true", "  willing: sí"),
    ("date: 2026-03-18", "date: 18 de marzo de 2026"),
    ("due: 2026-02-20", "due: 20/02/2026"),
    ("level: 1", "level: fácil"),
];

#[test]
fn slips_of_form_are_told_in_the_words_of_whoever_writes() {
    for lang in ["es", "en"] {
        let mut told = String::new();
        for (replace, by) in SLIPS {
            let text = MARTA.replacen(replace, by, 1);
            assert_ne!(text, MARTA, "{replace}");
            let output = checking("marta.yaml", &text).args(["--lang", lang]).output();
            assert_eq!((output.status, output.stderr.as_str()), (4, ""), "{by}");
            told.push_str(&output.stdout);
            told.push('\n');
        }
        insta::assert_snapshot!(format!("slips_{lang}"), told);
    }
}
