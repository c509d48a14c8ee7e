//! What trainers write with: `ensayo new`, `ensayo schema`, `ensayo graph`.

use std::path::Path;

use serde_json::Value as Json;

use crate::program::{Output, Program, ensayo};

/// Runs the program again in a folder where something was written.
fn again(folder: &Path, args: &[&str], stdin: &str) -> Output {
    let program = ensayo().stdin(stdin).args(args.iter().map(|arg| {
        let path = folder.join(arg);
        if path.is_file() { path.into_os_string() } else { (*arg).into() }
    }));
    program.output()
}

/// A folder for what several runs share, and the path of a file in it.
fn desk(name: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name).display().to_string();
    (folder, path)
}

fn new(args: &[&str]) -> Program {
    ensayo().args(["new", "scenario", "--date", "2026-03-11"]).args(args.iter().copied())
}

fn checks_tests_and_plays(folder: &Path, file: &str, opening: &str) {
    let check = again(folder, &["check", file], "");
    assert_eq!((check.status, check.stderr.as_str()), (0, ""), "{}", check.stdout);
    let test = again(folder, &["test", file], "");
    assert_eq!((test.status, test.stderr.as_str()), (0, ""), "{}", test.stdout);
    let practice = again(folder, &["practice", file], opening);
    assert_eq!(practice.status, 0, "{}", practice.stderr);
}

#[test]
fn seven_answers_make_a_debtor_that_is_checked_tested_and_played_at_once() {
    let (folder, path) = desk("ivan.yaml");
    // By number, by name, as usual, and one that will not do before one that does.
    let answers = "señor Iván Ortega\nXX\nCO\ndisorganised\nplan de datos, Telefónica Sur\n\nno_bill_received no_money\n3\n";
    let output = new(&[&path]).stdin(answers).output();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(output.stderr.contains("no conozco el país `XX`"), "{}", output.stderr);
    assert!(output.stdout.contains("ensayo practice"), "{}", output.stdout);
    let text = std::fs::read_to_string(&path).unwrap();
    for line in [
        "language: es-CO",
        "  debtor: \"Iván Ortega\"",
        "  treatment: \"señor\"",
        "  gender: male",
        "  type: disorganised",
        "  creditor: \"Telefónica Sur\"",
        "level: 3",
        "      amount: \"320000\"",
        "  - use: no_bill_received",
        "  - use: no_money",
    ] {
        assert!(text.lines().any(|written| written == line), "{line}\n{text}");
    }
    checks_tests_and_plays(folder.path(), "ivan.yaml", "Buenas, ¿hablo con Iván Ortega?\n");
}

#[test]
fn options_answer_without_questions_in_english_too() {
    let (folder, path) = desk("carol.yaml");
    let output = new(&[
        &path,
        "--yes",
        "--lang",
        "en",
        "--objection",
        "busy",
        "--amount",
        "240.50",
        "--type",
        "negligent",
        "--creditor",
        "Fairmont \"Home\" & Co: a #1 store",
        "--level",
        "1",
    ])
    .output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("language: en-US") && text.contains("\"240.5\""), "{text}");
    checks_tests_and_plays(folder.path(), "carol.yaml", "Hello, may I speak to Carol Whitman?\n");
}

#[test]
fn a_dispute_and_a_lawyer_have_good_ends_of_their_own() {
    for (objection, end) in [("overcharged", "dispute_registered"), ("talk_to_my_lawyer", "right_refusal")] {
        let (folder, path) = desk("x.yaml");
        assert_eq!(new(&[&path, "-y", "--objection", objection]).output().status, 0);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(&format!("  good: [{end}]")), "{text}");
        let check = again(folder.path(), &["check", "x.yaml"], "");
        assert_eq!(check.status, 0, "{}", check.stdout);
        let test = again(folder.path(), &["test", "x.yaml"], "");
        assert_eq!(test.status, 0, "{}", test.stdout);
    }
}

#[test]
fn what_only_companies_object_makes_the_debtor_one() {
    let (folder, path) = desk("x.yaml");
    assert_eq!(new(&[&path, "-y", "--objection", "payment_calendar"]).output().status, 0);
    assert!(std::fs::read_to_string(&path).unwrap().contains("\nsegment: business\n"));
    let check = again(folder.path(), &["check", "x.yaml"], "");
    assert!(!check.stdout.contains("objection-of-business"), "{}", check.stdout);
}

#[test]
fn nothing_is_ever_written_over() {
    let output =
        ensayo().file("mine.yaml", "dear to me").args(["new", "scenario", "mine.yaml", "-y"]).output();
    assert_eq!(output.status, 1);
    assert_eq!(output.stderr, "error: mine.yaml ya existe; elija otro nombre\n");
}

#[test]
fn a_name_nearly_right_is_suggested_and_writes_nothing() {
    let (_folder, path) = desk("x.yaml");
    let output = new(&[&path, "-y", "--objection", "no_mony"]).output();
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("¿quiso decir `no_money`?"), "{}", output.stderr);
    assert!(!Path::new(&path).exists());
}

const CALL: &str = "\
Agente: Buenas tardes, le habla Gisela Montoya de Crédito Sauce, ¿hablo con el señor Ramiro Cisneros?
Cliente: Sí, soy Ramiro Cisneros.
Agente: Señor Cisneros, tiene un saldo vencido de 2,340 pesos. ¿Su teléfono sigue siendo el 55 4821 7763?
Cliente: Sí, el 55 4821 7763. Pero mire, no tengo dinero, ando muy corto este mes.
Agente: Entiendo, lamento que esté pasando por eso. ¿Qué cambió, Ramiro?
Cliente: Es que no tengo dinero, no me alcanza para nada.
Cliente: Y además ahora estoy ocupado, no puedo hablar.
Agente: ¿A qué hora le llamo? Que esté bien, hasta luego.
";

#[test]
fn a_real_call_gives_its_objections_and_its_turns_and_nobodys_name() {
    let (folder, path) = desk("real.yaml");
    let call = folder.path().join("call.txt");
    std::fs::write(&call, CALL).unwrap();
    let output = new(&[&path, "-y", "--from", &call.display().to_string()]).output();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(output.stdout.contains("Lea el archivo entero"), "{}", output.stdout);
    let text = std::fs::read_to_string(&path).unwrap();
    for gone in ["Ramiro", "Cisneros", "Gisela", "Montoya", "4821", "7763"] {
        assert!(!text.contains(gone), "{gone}\n{text}");
    }
    for kept in
        ["use: no_money", "ando muy corto este mes", "amount: \"2340\"", "la llamada real", "00 0000 0000"]
    {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
    for kept in ["con el señor Andrés Quiroga?", "Señor Quiroga, tiene", "¿Qué cambió, Andrés?"] {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
    checks_tests_and_plays(folder.path(), "real.yaml", "Buenas tardes\n");
}

#[test]
fn a_real_call_offers_its_country_creditor_product_day_and_means() {
    let (folder, path) = desk("real.yaml");
    let call = folder.path().join("call.txt");
    std::fs::write(
        &call,
        "Agente: Buenas, le habla Luisa Rey de Muebles Lago, ¿hablo con la señora Nora Paz?\n\
         Cliente: Sí, con ella.\n\
         Agente: La llamo por su crédito de muebles, tiene 480.000 pesos vencidos desde el 5 de septiembre.\n\
         Cliente: Es que no tengo dinero. Podría dar 90.000 pesos al mes.\n\
         Agente: Entiendo, señora Nora. ¿Le queda bien por Efecty?\n\
         Cliente: Sí, mi mamá Rita me ayuda.\n",
    )
    .unwrap();
    let call = call.display().to_string();
    let output = new(&[&path, "-y", "--from", &call]).output();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let text = std::fs::read_to_string(&path).unwrap();
    for told in [
        "language: es-CO",
        "currency: COP",
        "creditor: \"Muebles Lago\"",
        "product: \"crédito de muebles\"",
        "due: 2025-09-05",
        "monthly: \"90000\"",
        "- \"Efecty\"",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    let (_folder, path) = desk("otro.yaml");
    assert_eq!(new(&[&path, "-y", "--from", &call, "--creditor", "Banco Roble"]).output().status, 0);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("de Banco Roble, ¿hablo") && !text.contains("Muebles Lago"), "{text}");
}

#[test]
fn answers_may_be_words_and_a_product_without_a_creditor_is_asked_for_again() {
    let (folder, path) = desk("x.yaml");
    let answers = "señora Nora Paz\ncolombia\nnegligente\nmoto\nmoto, Motos Lago\n360.000\n\
                   no tengo dinero y estoy en otra cosa\nmedio\n";
    let output = ensayo().args(["new", "scenario", &path]).stdin(answers).output();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(output.stderr.contains("en `moto` falta el producto o el acreedor"), "{}", output.stderr);
    let text = std::fs::read_to_string(&path).unwrap();
    for told in ["language: es-CO", "type: negligent", "creditor: \"Motos Lago\"", "level: 3"] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    assert!(text.find("use: no_money").unwrap() < text.find("use: busy").unwrap(), "{text}");
    drop(folder);
}

/// The lines of the first test of a file that `new` has written.
fn lines_of_first_test(text: &str) -> Vec<String> {
    let tests = &text[text.find("\n    agent:").unwrap()..];
    let lines = tests.lines().skip(2).map_while(|line| line.strip_prefix("      - \""));
    lines.map(|line| line.trim_end_matches('"').to_owned()).collect()
}

#[test]
fn the_test_of_a_new_scenario_takes_leave_once_and_at_its_end() {
    for seed in ["no_money", "busy,no_money", "only_a_part"] {
        let (_folder, path) = desk("x.yaml");
        assert_eq!(new(&[&path, "-y", "--objection", seed]).output().status, 0);
        let lines = lines_of_first_test(&std::fs::read_to_string(&path).unwrap());
        let farewells = lines.iter().filter(|line| line.contains("hasta luego")).count();
        assert!(farewells <= 1 && lines.len() < 16, "{lines:#?}");
    }
}

#[test]
fn a_question_of_hers_comes_along_with_her_yes() {
    let (folder, path) = desk("x.yaml");
    assert_eq!(new(&[&path, "-y", "--objection", "no_money"]).output().status, 0);
    let text = std::fs::read_to_string(&path).unwrap();
    let lines = lines_of_first_test(&text).join("\n");
    let question = "¿Y eso queda por escrito?";
    let asks = format!(
        "questions:\n  - id: paper\n    when: agreed\n    says: [\"{question}\"]\n    answered_by: [explain]\n"
    );
    std::fs::write(&path, format!("{text}{asks}")).unwrap();
    let played = again(folder.path(), &["practice", "x.yaml"], &lines);
    assert_eq!(played.status, 0, "{}", played.stderr);
    assert!(played.stdout.contains(question), "{}", played.stdout);
}

fn schema(args: &[&str]) -> Json {
    let output = ensayo().args(["schema"]).args(args.iter().copied()).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    serde_json::from_str(&output.stdout).unwrap()
}

#[test]
fn the_schema_names_what_an_editor_can_complete_in_the_readers_language() {
    let scenario = schema(&[]);
    assert_eq!(scenario["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let known = |name: &str, wanted: &str| {
        scenario["$defs"][format!("known-{name}")]["enum"].as_array().unwrap().iter().any(|it| it == wanted)
    };
    assert!(known("outcomes", "right_refusal") && known("objections", "no_money"));
    assert!(known("types", "fortuitous") && known("moods", "guarded") && known("countries", "MX"));
    assert_eq!(scenario["properties"]["level"]["description"], "Dificultad, de 1 (fácil) a 5");
    let english = schema(&["scenario", "--lang", "en"]);
    assert_eq!(english["properties"]["level"]["description"], "Difficulty, from 1 (easy) to 5");
}

#[test]
fn every_format_has_a_schema_of_its_own() {
    for (format, id) in [("agent", "agent/1"), ("scorecard", "scorecard/1"), ("lexicon", "lexicon/1")] {
        assert_eq!(schema(&[format])["properties"]["format"]["const"], id);
    }
}

fn graph(args: &[&str]) -> String {
    let output = ensayo().args(["graph"]).args(args.iter().copied()).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    output.stdout
}

#[test]
fn a_drawing_tells_what_makes_each_objection_give_way() {
    let text = graph(&["rosa-sin-empleo"]);
    assert!(text.starts_with("flowchart TD\n"), "{text}");
    assert!(text.contains("n_o1 --> n_o2") && text.contains("n_fact_lost_job"), "{text}");
    assert!(text.contains("hacen falta 3") && text.contains(":::good"), "{text}");
    assert!(!text.contains("agentes:"), "nothing was played");
}

#[test]
fn counts_of_calls_are_the_same_for_the_same_seed() {
    let counted = ["ivan-anda-corto", "--runs", "2", "--seed", "5", "--format", "svg"];
    let drawing = graph(&counted);
    assert!(drawing.contains("agentes: ") && drawing.contains("de 10 llamadas"), "{drawing}");
    assert!(drawing.contains("pruebas: "), "{drawing}");
    assert_eq!(graph(&counted), drawing);
}

#[test]
fn what_a_trainer_wrote_is_never_markup_in_a_drawing() {
    let rosa = ensayo().args(["show", "scenarios/rosa-sin-empleo"]).output().stdout;
    let sly = rosa.replace("title: Rosa", "title: <script>&\"Rosa").replace("what: La", "what: <b>\"]La");
    for format in ["svg", "mermaid"] {
        let output = ensayo().file("sly.yaml", &sly).args(["graph", "sly.yaml", "--format", format]).output();
        assert_eq!(output.status, 0, "{}", output.stderr);
        assert!(
            !output.stdout.contains("<script>") && !output.stdout.contains("<b>\"]"),
            "{}",
            output.stdout
        );
    }
}

#[test]
fn a_drawing_goes_to_a_file_where_one_is_named() {
    let (_folder, path) = desk("rosa.svg");
    assert_eq!(graph(&["rosa-sin-empleo", "--format", "svg", "--out", &path]), "");
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("<svg "));
}
