//! `ensayo test`: the tests that live in scenarios, those of the program first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use insta::assert_snapshot;
use serde_json::Value as Json;

use crate::program::{Output, Program, ensayo};

/// A scenario in which nothing is wrong, and which has no tests.
const MARTA: &str = include_str!("../fixtures/content/marta.yaml");

/// Calls that were played, by scenario, test and seed.
struct Call<'a> {
    scenario: &'a str,
    test: &'a str,
    played: &'a Json,
}

impl Call<'_> {
    /// What the debtor said: the words, and the lines that they are made of.
    fn answers(&self) -> impl Iterator<Item = (&str, Vec<(&str, u64)>)> {
        let said = list(&self.played["events"]).iter().filter(|event| event["event"] == "debtor_said");
        said.map(|event| {
            let lines = list(&event["lines"]).iter();
            let line = |line: &'_ Json| line["variant"].as_u64().unwrap();
            (text(&event["text"]), lines.map(|it| (text(&it["situation"]), line(it))).collect())
        })
    }
}

fn list(value: &Json) -> &[Json] {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

fn text(value: &Json) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

fn calls(document: &Json) -> Vec<Call<'_>> {
    let mut calls = Vec::new();
    for scenario in list(&document["scenarios"]) {
        for test in list(&scenario["tests"]) {
            for call in list(&test["calls"]) {
                calls.push(Call {
                    scenario: text(&scenario["scenario"]),
                    test: text(&test["name"]),
                    played: call,
                });
            }
        }
    }
    calls
}

fn document(program: Program) -> (i32, Json) {
    let output = program.args(["--format", "json"]).output();
    (output.status, serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{output:?}")))
}

/// All tests of all scenarios of the program.
static ALL: LazyLock<(i32, Json)> = LazyLock::new(|| document(ensayo().args(["test"])));

#[test]
fn the_tests_of_the_program_go_as_their_authors_expect() {
    let (status, document) = &*ALL;
    let mut failed = Vec::new();
    for Call { scenario, test, played } in calls(document) {
        for fault in list(&played["faults"]) {
            failed.push(format!("{scenario}, {test}, seed {}: {}", played["seed"], fault["text"]));
        }
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
    assert_eq!(*status, 0);
}

#[test]
fn every_debtor_of_the_program_is_called_well_and_badly() {
    let (_, document) = &*ALL;
    for scenario in list(&document["scenarios"]) {
        assert!(list(&scenario["tests"]).len() >= 2, "{}", scenario["scenario"]);
    }
}

#[test]
fn no_debtor_says_a_line_twice_while_another_is_left() {
    let calls = calls(&ALL.1);
    let mut known: BTreeMap<(&str, &str), BTreeSet<u64>> = BTreeMap::new();
    for call in &calls {
        for (situation, variant) in call.answers().flat_map(|(_, lines)| lines) {
            known.entry((call.scenario, situation)).or_default().insert(variant);
        }
    }
    let mut repeated = Vec::new();
    for call in &calls {
        let mut said: BTreeMap<&str, BTreeSet<u64>> = BTreeMap::new();
        for (words, lines) in call.answers() {
            for (situation, variant) in lines {
                let said = said.entry(situation).or_default();
                // What is said in any call could have been said in this one.
                if !said.insert(variant) && !said.is_superset(&known[&(call.scenario, situation)]) {
                    let Call { scenario, test, played } = call;
                    repeated
                        .push(format!("{scenario}, {test}, seed {}: {situation} «{words}»", played["seed"]));
                }
            }
        }
    }
    assert!(repeated.is_empty(), "\n{}", repeated.join("\n"));
    assert!(known.values().any(|variants| variants.len() > 3), "there was something to repeat");
}

#[test]
fn no_debtor_answers_twice_running_in_the_same_words() {
    for call in calls(&ALL.1) {
        let said: Vec<&str> = call.answers().map(|(words, _)| words).collect();
        let twice = said.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None, "{}, {}, seed {}", call.scenario, call.test, call.played["seed"]);
    }
}

#[test]
fn the_result_is_the_same_in_every_byte_whatever_the_number_of_threads() {
    let names = ["rosa-sin-empleo", "dana-laid-off", "lucia-cobro-equivocado"];
    let run = |jobs: &str| {
        let program = ensayo().args(["test", "--coverage", "--format", "json", "--jobs", jobs]).args(names);
        program.output().stdout
    };
    let one = run("1");
    assert!(one.contains("\"scenario\": \"dana-laid-off\""));
    assert_eq!(run("8"), one);
}

#[test]
fn another_seed_is_another_voice() {
    let calls = calls(&ALL.1);
    let seeds: Vec<&Call<'_>> =
        calls.iter().filter(|call| call.scenario == "rosa-sin-empleo").take(2).collect();
    let [one, other] = seeds[..] else { panic!("two seeds") };
    assert_eq!(one.test, other.test);
    assert_ne!(one.played["seed"], other.played["seed"]);
    assert_ne!(one.played["events"], other.played["events"]);
}

/// Marta, who is heard and says what she has.
const HEARD: &str = "
tests:
  - name: se le ofrece revisar
    agent:
      - Buenos días, le saluda Ana Ruiz de Redes Lomas. ¿Hablo con Marta Solís?
      - Le llamo por su recibo de febrero, que está vencido. Son 450 pesos.
      - Entiendo. Voy a revisar su pago ahora mismo.
      - Muchas gracias, Marta. Que tenga buen día, hasta luego.
    expect:
";

fn with_tests(tests: &str) -> String {
    format!("{MARTA}{tests}")
}

fn testing(tests: &str) -> Program {
    ensayo().file("marta.yaml", with_tests(tests)).args(["test", "marta.yaml"])
}

#[test]
fn each_expectation_is_met_or_not_by_itself() {
    let expectations = [
        ("outcome: [dispute_registered]", "outcome: [plan, callback]", "outcome"),
        ("discloses: [receipt]", "keeps: [receipt]", "keeps"),
        ("resolves: [already_paid]\n      outcome: [dispute_registered]", "outcome: [hung_up]", "outcome"),
        ("trust: {from: 41, to: 70}", "trust: {from: 90}", "trust"),
        ("patience: {from: 61}", "patience: {to: 50}", "patience"),
        ("mood: open", "mood: upset", "mood"),
        ("score: {from: 20, to: 99}", "score: {from: 99}", "score"),
        ("score: {to: 99}", "score: {to: 3}", "score"),
        ("not_understood: 0", "outcome: [refused]", "outcome"),
    ];
    for (met, unmet, expectation) in expectations {
        let (status, document) = document(testing(&format!("{HEARD}      {met}\n")));
        assert_eq!((status, &document["failed"]), (0, &0.into()), "{met}: {document:#}");
        let (status, document) = self::document(testing(&format!("{HEARD}      {unmet}\n")));
        let call = &document["scenarios"][0]["tests"][0]["calls"][0];
        let told: Vec<&str> = list(&call["faults"]).iter().map(|fault| text(&fault["expectation"])).collect();
        assert_eq!((status, told), (1, vec![expectation]), "{unmet}");
    }
}

/// Marta, who is insulted and hangs up.
const FAILING: &str = "
tests:
  - name: se la insulta
    seeds: [1, 7]
    agent:
      - Buenos días, le saluda Ana Ruiz de Redes Lomas. ¿Hablo con Marta Solís?
      - Le llamo por su recibo de febrero, que está vencido. Son 450 pesos.
      - Usted es una ratera.
      - ¿Bueno?
    expect:
      outcome: [dispute_registered, callback]
      discloses: [receipt]
      resolves: [already_paid]
      trust: {from: 40}
      patience: {from: 20, to: 60}
      mood: guarded
      score: {from: 70}
";

#[test]
fn a_failed_test_says_what_came_by_which_turn_and_how_to_play_it_again() {
    for language in ["es", "en"] {
        let Output { status, stdout, stderr } = testing(FAILING).args(["--lang", language]).output();
        assert_eq!((status, stderr.as_str()), (1, ""));
        assert_snapshot!(format!("test_failed_{language}"), stdout);
    }
}

#[test]
fn turns_that_the_debtor_does_not_understand_are_counted() {
    let babble = HEARD.replace("Entiendo. Voy a revisar su pago ahora mismo.", "Blablá zumbido tralalá.");
    let (status, document) = document(testing(&format!("{babble}      not_understood: 0\n")));
    let call = &document["scenarios"][0]["tests"][0]["calls"][0];
    let faults = list(&call["faults"]);
    assert_eq!((status, faults.len(), &call["not_understood"]), (1, 1, &1.into()), "{call:#}");
    assert_eq!(
        (&faults[0]["expectation"], &faults[0]["said"]),
        (&"not_understood".into(), &"Blablá zumbido tralalá.".into())
    );
    let (status, _) = self::document(testing(&format!("{babble}      not_understood: 1\n")));
    assert_eq!(status, 0);
}

#[test]
fn tests_that_pass_have_a_line_each() {
    let passing = format!("{HEARD}      outcome: [dispute_registered]\n");
    testing(&passing)
        .stdout("marta.yaml\n  ✓ se le ofrece revisar (1 llamada)\n\n1 prueba, 1 llamada: todo salió como se esperaba.\n")
        .status(0);
}

#[test]
fn a_scenario_without_tests_is_said_to_have_none() {
    testing("")
        .stdout("marta.yaml\n  · no tiene pruebas\n\n0 pruebas, 0 llamadas: todo salió como se esperaba.\n")
        .status(0);
}

#[test]
fn coverage_says_what_no_test_reaches() {
    let heard = format!("{HEARD}      outcome: [dispute_registered]\n");
    let (status, document) = document(testing(&heard).args(["--coverage"]));
    let coverage = &document["scenarios"][0]["coverage"];
    let count =
        |kind: &str| (coverage[kind]["reached"].as_u64().unwrap(), coverage[kind]["of"].as_u64().unwrap());
    assert_eq!((status, count("voiced"), count("gave_way")), (0, (1, 1), (1, 1)));
    assert_eq!((count("facts"), count("outcomes"), count("lines")), ((1, 1), (1, 1), (2, 5)));
    let missed: Vec<&str> = list(&coverage["lines"]["missed"]).iter().map(|line| text(&line["id"])).collect();
    assert_eq!(missed, ["already_paid/insists:1", "already_paid/hardened:1", "rule/at_hand:1"]);
    assert_eq!(coverage["percent"], 66, "six of nine, rounded down");
    let output = testing(&heard).args(["--coverage", "--lang", "en"]).output();
    assert_snapshot!("test_coverage", output.stdout);
}

#[test]
fn too_little_coverage_fails_and_enough_does_not() {
    let heard = format!("{HEARD}      outcome: [dispute_registered]\n");
    let output = testing(&heard).args(["--at-least", "67"]).output();
    assert_eq!(output.stderr, "error: las pruebas de `marta.yaml` llegan al 66 %, y se pide el 67 %\n");
    assert_eq!(output.status, 1);
    assert!(output.stdout.contains("Cobertura: 66 %"), "{}", output.stdout);
    assert_eq!(testing(&heard).args(["--at-least", "66"]).output().status, 0);
    assert_eq!(testing("").args(["--at-least", "1"]).output().status, 1, "no test reaches nothing");
    assert_eq!(testing(&heard).args(["--at-least", "101"]).output().status, 2);
}

#[test]
fn a_name_that_nothing_has_is_told_and_the_others_are_played() {
    let output = ensayo().args(["test", "rosa-sin-emplo", "rosa-sin-empleo"]).output();
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("`rosa-sin-empleo`"), "{}", output.stderr);
    assert!(output.stdout.contains("todo salió como se esperaba"), "{}", output.stdout);
}

/// A mistake in a test: what is replaced by what, the code that comes of it, where it points, and its remedy.
const MISTAKEN: [(&str, &str, &str, &str, &str); 14] = [
    ("[receipt]", "[reciept]", "unknown-fact", "reciept", "`receipt`"),
    ("keeps: []", "keeps: [recipt]", "unknown-fact", "recipt", "`receipt`"),
    ("keeps: []", "keeps: [receipt]", "test-contradiction", "receipt", "keeps"),
    ("[already_paid]", "[alredy_paid]", "unknown-objection", "alredy_paid", "`already_paid`"),
    (
        "[dispute_registered]",
        "[dispute_register]",
        "unknown-outcome",
        "dispute_register",
        "dispute_registered",
    ),
    ("mood: open", "mood: opne", "unknown-value", "opne", "open"),
    ("name: uno", "name: dos", "test-repeated", "dos", "nombres"),
    ("name: uno", "name: \" \"", "test-without-name", "\" \"", "llamada"),
    ("seeds: [1]", "seeds: []", "test-without-seeds", "[]", "seeds: [1, 7]"),
    ("- Hola.", "- \" \"", "no-lines", "\" \"", "- "),
    ("{from: 1}", "{from: 101}", "out-of-range", "101", "0–100"),
    ("{from: 1}", "{from: 9, to: 3}", "test-empty-band", "trust", "from"),
    ("{from: 1}", "{}", "test-empty-band", "trust", "from"),
    ("discloses:", "disclose:", "unknown-field", "disclose", "discloses"),
];

const PLANTED: &str = "
tests:
  - name: uno
    seeds: [1]
    agent:
      - Hola.
    expect:
      outcome: [dispute_registered]
      discloses: [receipt]
      keeps: []
      resolves: [already_paid]
      trust: {from: 1}
      mood: open
  - name: dos
    agent:
      - Buenas.
    expect:
      outcome: [abandoned]
";

#[test]
fn each_mistake_in_a_test_is_found_at_its_place_with_its_remedy() {
    let sound = with_tests(PLANTED);
    let checking = |text: &str| ensayo().file("marta.yaml", text).args(["check", "marta.yaml"]);
    assert_eq!(checking(&sound).output().status, 0);
    for (replace, by, code, at, remedy) in MISTAKEN {
        let tests = PLANTED.replacen(replace, by, 1);
        assert_ne!(tests, PLANTED, "{replace}");
        let text = with_tests(&tests);
        let start = MARTA.len() + tests.find(by).unwrap();
        // The band of a gauge is told at its key, which stands before what is wrong.
        let place =
            text[start..].find(at).map_or_else(|| text[..start].rfind(at).unwrap(), |found| start + found);
        let line = text[..place].matches('\n').count() + 1;
        let column = text[..place].rsplit('\n').next().unwrap().chars().count() + 1;
        let output = checking(&text).output();
        assert_eq!(output.status, 4, "{by}");
        // A name is told where it stands the second time.
        let place = if code == "test-repeated" {
            "marta.yaml:".to_owned()
        } else {
            format!("marta.yaml:{line}:{column}")
        };
        assert!(output.stdout.contains(&format!(" {code}]:")), "{by}: {}", output.stdout);
        assert!(output.stdout.contains(&place), "{by}, {place}: {}", output.stdout);
        let help = output.stdout.lines().filter(|line| line.contains("ayuda")).collect::<String>();
        assert!(help.contains(remedy), "{by}: {}", output.stdout);
    }
}

#[test]
fn a_test_that_says_nothing_or_expects_nothing_is_refused() {
    let mute = PLANTED.replacen("\n      - Hola.", " []", 1);
    let idle = PLANTED.replace("    expect:\n      outcome: [abandoned]\n", "    expect: {}\n");
    for (tests, code) in [(mute, "no-lines"), (idle, "test-expects-nothing")] {
        let output = ensayo().file("marta.yaml", with_tests(&tests)).args(["check", "marta.yaml"]).output();
        assert!(output.stdout.contains(&format!(" {code}]:")), "{}", output.stdout);
        assert_eq!(output.status, 4);
    }
}

#[test]
fn a_scenario_with_mistakes_is_not_played() {
    let output = testing(&PLANTED.replace("[receipt]", "[reciept]")).output();
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("error[E307 unknown-fact]"), "{}", output.stderr);
    assert!(!output.stdout.contains('✓'), "{}", output.stdout);
}

#[test]
fn a_score_is_judged_by_the_scorecard_that_is_named() {
    let card = "format: scorecard/1\nid: nada\n";
    let tests = format!("{HEARD}      score: {{from: 20}}\n");
    let output = testing(&tests).file("nada.yaml", card).args(["--rubric", "nada.yaml"]).output();
    assert_eq!(output.status, 1, "a scorecard that is none");
    assert!(output.stderr.contains("nada.yaml"), "{}", output.stderr);
    assert_eq!(testing(&tests).args(["--rubric", "esencial"]).output().status, 0);
}
