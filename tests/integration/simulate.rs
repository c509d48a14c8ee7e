//! `ensayo simulate` and `ensayo check --deep`: agents that play, and what they show of a scenario.

use serde_json::Value as Json;

use crate::program::{Program, ensayo};

/// A scenario in which nothing is wrong.
const MARTA: &str = include_str!("../fixtures/content/marta.yaml");

/// The smallest agent there can be.
const SHORT: &str = "\
format: agent/1
id: short
language: es
title: Breve
about: Saluda y se va.
name: Eva Luna
moves:
  - id: greet
    when: turn == 1
    says:
      - Buenos días, le saluda {agent}, de {creditor}. ¿Hablo con {party}?
  - id: leave
    hangs_up: true
    says:
      - Gracias, hasta luego.
";

fn simulate(args: &[&str]) -> Program {
    ensayo().args(["simulate"]).args(args.iter().copied())
}

fn said(program: Program) -> String {
    let output = program.output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    output.stdout
}

fn figures(program: Program) -> Json {
    let document: Json = serde_json::from_str(&said(program.args(["--format", "json"]))).unwrap();
    assert_eq!(document["schema"], "ensayo/simulation/1");
    document["scenarios"].clone()
}

/// How many of an agent's calls ended well.
fn good(scenario: &Json, agent: &str) -> u64 {
    let agents = scenario["agents"].as_array().unwrap();
    let found = agents.iter().find(|it| it["agent"] == agent).unwrap_or_else(|| panic!("no {agent}"));
    found["standings"]["good"].as_u64().unwrap()
}

#[test]
fn one_seed_gives_the_same_bytes_on_however_many_threads() {
    for format in ["text", "json", "svg"] {
        let run = |jobs: &str| {
            said(simulate(&[
                "rosa-sin-empleo",
                "--runs",
                "7",
                "--jobs",
                jobs,
                "--format",
                format,
                "--seed",
                "3",
            ]))
        };
        let alone = run("1");
        assert_eq!(alone, run("2"), "{format}");
        assert_eq!(alone, run("5"), "{format}: more threads than a share each");
    }
}

#[test]
fn another_seed_is_other_calls() {
    let run = |seed: &str| {
        said(simulate(&["rosa-sin-empleo", "--agent", "skilled", "--show", "1", "--seed", seed]))
    };
    assert_ne!(run("1"), run("2"));
}

#[test]
fn skill_beats_force_in_every_scenario_that_comes_with_the_program() {
    let scenarios =
        ["rosa-sin-empleo", "ernesto-siempre-hay-algo", "lucia-cobro-equivocado", "dana-laid-off"];
    let played =
        figures(simulate(&scenarios).args(["--runs", "25", "--agent", "skilled", "--agent", "pushy"]));
    for scenario in played.as_array().unwrap() {
        let (skilled, pushy) = (good(scenario, "skilled"), good(scenario, "pushy"));
        assert!(skilled * 10 >= 25 * 8, "{}: skilled wins {skilled} of 25", scenario["scenario"]);
        assert!(pushy * 4 < 25, "{}: pushy wins {pushy} of 25", scenario["scenario"]);
    }
}

#[test]
fn every_call_is_counted_once_by_how_it_ended() {
    let played = figures(simulate(&["rosa-sin-empleo", "--runs", "12"]));
    for agent in played[0]["agents"].as_array().unwrap() {
        let sum =
            |key: &str| agent[key].as_object().unwrap().values().map(|it| it.as_u64().unwrap()).sum::<u64>();
        assert_eq!((sum("outcomes"), sum("standings")), (12, 12), "{agent}");
    }
}

#[test]
fn a_trainer_plays_an_agent_of_her_own() {
    let own = || simulate(&["rosa-sin-empleo", "--agent", "breve.yaml"]).file("breve.yaml", SHORT);
    let played = figures(own().args(["--runs", "5"]));
    assert_eq!(played[0]["agents"][0]["outcomes"]["abandoned"], 5, "{played}");
    let call = said(own().args(["--show", "2"]));
    assert!(call.contains("greet: Buenos días, le saluda Eva Luna, de Almacenes Alameda."), "{call}");
    let named =
        simulate(&["rosa-sin-empleo", "--agent", "short", "--show", "1"]).file("agents/es/short.yaml", SHORT);
    assert!(said(named).contains("Eva Luna"));
}

#[test]
fn an_agent_that_never_leaves_is_stopped_and_counted() {
    let endless = SHORT.replace("    hangs_up: true\n", "").replace("Gracias, hasta luego.", "Ajá.");
    let program = simulate(&["rosa-sin-empleo", "--agent", "a.yaml", "--runs", "3"]).file("a.yaml", endless);
    let agent = figures(program)[0]["agents"][0].clone();
    let ended = agent["endless"].as_u64().unwrap() + agent["outcomes"]["hung_up"].as_u64().unwrap_or(0);
    assert_eq!(ended, 3, "{agent}");
    assert!(agent["turns"].as_u64().unwrap() <= 3 * 40, "{agent}");
}

#[test]
fn an_agent_with_mistakes_is_refused_at_each_of_their_lines() {
    let broken = SHORT
        .replace("when: turn == 1", "when: trun == 1")
        .replace("{party}", "{prty}")
        .replace("  - id: leave\n", "  - id: leave\n    when: heard(\"emphatize\") || did(\"gret\")\n");
    let output =
        simulate(&["rosa-sin-empleo", "--agent", "a.yaml", "--lang", "en"]).file("a.yaml", &broken).output();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    for place in ["a.yaml:9:11", "a.yaml:11:9", "a.yaml:13:18", "a.yaml:13:38"] {
        assert!(output.stderr.contains(place), "{place} is not in\n{}", output.stderr);
    }
    for suggestion in ["`turn`", "{party}", "`greet`"] {
        assert!(output.stderr.contains(suggestion), "{suggestion} is not in\n{}", output.stderr);
    }
    let checked = ensayo().file("a.yaml", &broken).args(["check", "a.yaml", "--lang", "en"]).output();
    assert_eq!(checked.status, 4);
    assert!(checked.stdout.contains("a.yaml:9:11"), "{}", checked.stdout);
}

#[test]
fn an_agent_of_another_language_is_not_put_on_the_line() {
    let english = SHORT.replace("language: es", "language: en");
    let output =
        simulate(&["rosa-sin-empleo", "--agent", "a.yaml", "--lang", "en"]).file("a.yaml", english).output();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    assert!(output.stderr.contains("rosa-sin-empleo"), "{}", output.stderr);
}

#[test]
fn the_chart_is_one_file_that_needs_no_other() {
    let marta = MARTA.replace("title: ", "title: <script>x</script> & ");
    let chart = said(
        simulate(&["rosa-sin-empleo", "marta.yaml", "--runs", "4", "--format", "svg"])
            .file("marta.yaml", marta),
    );
    assert!(chart.starts_with("<svg ") && chart.trim_end().ends_with("</svg>"), "{chart}");
    assert!(!chart.contains("<script") && !chart.contains("href"), "{chart}");
    assert_eq!(chart.matches("http").count(), 1, "the name space alone");
}

#[test]
fn what_is_asked_into_a_file_is_not_on_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figures.json");
    let asked = ["rosa-sin-empleo", "--runs", "2", "--format", "json"];
    let out = said(simulate(&asked).args(["--out"]).args([path.as_os_str()]));
    assert_eq!((out.as_str(), std::fs::read_to_string(&path).unwrap()), ("", said(simulate(&asked))));
}

#[test]
fn a_deep_check_fails_a_scenario_that_skill_cannot_win() {
    let beneath = "  - use: no_money\n\nrules:\n";
    let lost = MARTA
        .replace("good: [dispute_registered]", "good: [refused]")
        // What is disputed can be settled by looking into it; an evasion cannot.
        .replace("    act: dispute.paid\n", "    act: excuse.vague\n")
        .replace(
            "    needs: 2\n",
            "    needs: 20\n    needs_trust: 100\n    hardens_on: [offer, offer_verification]\n",
        )
        .replace("\nrules:\n", beneath);
    assert!(lost.contains(beneath) && lost.contains("needs_trust: 100"));
    let check = |text: &str| {
        let program =
            ensayo().file("marta.yaml", text).args(["check", "marta.yaml", "--deep", "--format", "json"]);
        let output = program.output();
        assert_eq!(output.stderr, "");
        let document: Json = serde_json::from_str(&output.stdout).unwrap();
        (output.status, document["findings"].as_array().unwrap().clone())
    };
    assert_eq!(check(MARTA).0, 0);
    let (status, found) = check(&lost);
    let fault =
        found.iter().find(|it| it["code"] == "deep-skill-loses").unwrap_or_else(|| panic!("{found:?}"));
    let line = lost.lines().position(|line| line.starts_with("outcomes:")).unwrap() + 1;
    assert_eq!((status, fault["line"].as_u64()), (4, Some(line as u64)));
    let unreached = found
        .iter()
        .find(|it| it["code"] == "deep-objection-never-reached")
        .unwrap_or_else(|| panic!("{found:?}"));
    let line = lost.lines().position(|line| line.contains("use: no_money")).unwrap() + 1;
    assert_eq!(unreached["line"].as_u64(), Some(line as u64));
}
