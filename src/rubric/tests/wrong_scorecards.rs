//! Scorecards and scripts with faults: each is found, named and placed, and costs no more than it must.

use super::*;

const CARD: &str = r#"format: scorecard/1
id: small
version: "1"
title: {es: Prueba, en: Trial}
pass_mark: 50
rollup: question_weights_form
sections:
  - id: one
    title: {es: Una, en: One}
    criteria:
      - id: first
        title: {es: Primero, en: First}
        weight: 60
        script: first.rhai
        params: {words: 3, wanted: [greet]}
        parts:
          said: {es: Dicho, en: Said, weight: 1}
      - id: second
        title: {es: Segundo, en: Second}
        weight: 40
        script: second.rhai
"#;
const GREETS: &str = "fn measure(t, p) { let w = t.agent.acts(\"greet\"); if w.empty { missed(t.agent, [\"greet\"]) } else { met(w) } }";
const SAID: &str = "fn measure(t, p) {\n    let sheet = checklist();\n    sheet.earned(\"said\", t.turns.quotes);\n    sheet.verdict()\n}";

fn load(card: &str, first: &str) -> Result<(Scorecard, Vec<Diagnostic>), Vec<Diagnostic>> {
    let scripts = |name: &str| {
        let text = match name {
            "first.rhai" => first,
            "second.rhai" => GREETS,
            _ => return None,
        };
        Some(Source::new(name, text))
    };
    Scorecard::load(Source::new("rubrics/small.yaml", card), &scripts, &acts())
}

/// The errors of the first script: code, line, column.
fn faults(first: &str) -> Vec<(&'static str, usize, usize)> {
    let (_, found) = load(CARD, first).expect("a faulty script does not stop the scorecard");
    found
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| {
            let at = diagnostic.position().expect("a fault has a place");
            (diagnostic.code, at.line, at.column)
        })
        .collect()
}

fn greeting() -> Staged {
    Staged::new().agent("Buenas tardes.", &["greet"]).debtor("Hola.", &["greet"])
}

#[test]
fn the_small_scorecard_is_right() {
    assert_eq!(load(CARD, SAID).unwrap().1, []);
}

#[test]
fn names_that_do_not_exist_are_found_in_branches_that_nobody_runs() {
    let script = |line: &str| {
        format!("fn measure(t, p) {{\n    if false {{\n        {line}\n    }}\n    met(t.turns.quotes)\n}}")
    };
    assert_eq!(faults(&script("t.agent.acst(\"greet\")")), [("script-unknown-function", 3, 17)]);
    assert_eq!(faults(&script("t.agent.last(1, 2)")), [("script-wrong-arity", 3, 17)]);
    assert_eq!(faults(&script("t.agent.acts(\"emphatize\")")), [("script-unknown-act", 3, 23)]);
    assert_eq!(faults(&script("t.agent.acts([\"greet\", \"grete\"])")), [("script-unknown-act", 3, 33)]);
    assert_eq!(faults(&script("t.agent.entities(\"mony\")")), [("script-unknown-kind", 3, 27)]);
    assert_eq!(faults(&script("t.agnet.len")), [("script-unknown-property", 3, 11)]);
    assert_eq!(faults(&script("p.wrods")), [("script-unknown-param", 3, 11)]);
    assert_eq!(
        faults(&script("checklist().lost(\"sayd\", t.turns.quotes)")),
        [("script-unknown-part", 3, 27)]
    );
    assert_eq!(faults(&script("no_opportunity(\"late\")")), [("script-unknown-reason", 3, 25)]);
    assert_eq!(faults(&script("met(t.turns.quotes).advise(\"more\")")), [("script-unknown-feedback", 3, 37)]);
    assert_eq!(faults(&script("totel + 1")), [("script-unknown-variable", 3, 9)]);
}

#[test]
fn a_family_of_acts_is_a_name_and_a_parameter_is_read_too() {
    let script = |text: &str| {
        format!(
            "fn measure(t, p) {{ let w = t.turns.acts({text}); if t.turns.empty {{ missed(t.turns, []) }} else {{ met(t.turns.quotes) }} }}"
        )
    };
    let codes = |card: &str, text: &str| -> Vec<&'static str> {
        load(card, &script(text))
            .unwrap()
            .1
            .iter()
            .map(|d| d.code)
            .filter(|code| code.contains("act"))
            .collect()
    };
    assert!(codes(CARD, "\"hardship\"").is_empty());
    assert!(codes(CARD, "p.wanted").is_empty());
    assert_eq!(codes(&CARD.replace("[greet]", "[grete]"), "p.wanted"), ["script-unknown-act"]);
}

#[test]
fn a_script_error_costs_only_its_criterion() {
    let (card, _) = load(CARD, "fn measure(t, p) { loop { } }").unwrap();
    let evaluation = Judge::new(&card).evaluate(&greeting().0);
    assert_eq!(item(&evaluation, "first").state, State::NotEvaluated(Unjudged::ScriptError));
    assert_eq!(item(&evaluation, "second").state, State::Met);
    assert_eq!(evaluation.score.map(shown).as_deref(), Some("100"));
    assert_eq!(
        (evaluation.complete(), evaluation.passed()),
        (false, None),
        "what is left to judge may change it"
    );
    assert_eq!(evaluation.coverage.map(shown).as_deref(), Some("40"));
}

#[test]
fn a_fault_that_shows_only_in_a_call_is_reported_with_the_call() {
    let script = "fn measure(t, p) {\n    if t.turns.len == 2 {\n        return t.turns.acts(\"blame\").first.quote;\n    }\n    met(t.turns.quotes)\n}";
    let (card, found) = load(CARD, script).unwrap();
    assert!(found.iter().all(|diagnostic| diagnostic.severity == Severity::Warning));
    let evaluation = Judge::new(&card).evaluate(&greeting().0);
    let found = &evaluation.diagnostics[0];
    assert_eq!((found.code, found.position().unwrap().line), ("script-unknown-property", 3));
    assert_eq!(item(&evaluation, "first").state, State::NotEvaluated(Unjudged::ScriptError));
}

#[test]
fn a_verdict_without_a_witness_is_not_evaluated() {
    let script = |verdict: &str| format!("fn measure(t, p) {{ {verdict} }}");
    for verdict in [
        "met([])",
        "partial(1, 2, [])",
        "missed(t.agent.first(0), [\"greet\"])",
        "checklist().verdict()",
        "failed([])",
    ] {
        let (card, _) = load(CARD, &script(verdict)).unwrap();
        let evaluation = Judge::new(&card).evaluate(&greeting().0);
        assert_eq!(item(&evaluation, "first").state, State::NotEvaluated(Unjudged::NoWitness), "{verdict}");
        assert_eq!(evaluation.diagnostics[0].code, "script-no-witness");
    }
    let (card, _) = load(CARD, &script("met(t.agent.acts(\"greet\"))")).unwrap();
    let evaluation = Judge::new(&card).evaluate(&greeting().0);
    assert_eq!(item(&evaluation, "first").evidence[0].quote, "Buenas tardes.");
}

#[test]
fn all_faults_of_a_scorecard_are_found_at_once() {
    let text = CARD
        .replace("scorecard/1", "scorecard/9")
        .replace("pass_mark: 50", "pass_mark: 150")
        .replace("id: second", "id: first")
        .replace("second.rhai", "third.rhai");
    let codes: Vec<_> = load(&text, SAID).unwrap_err().iter().map(|d| d.code).collect();
    assert_eq!(
        codes,
        ["scorecard-format", "scorecard-over-hundred", "scorecard-duplicate-id", "scorecard-unknown-script"]
    );
    let codes = |text: String| -> Vec<_> { load(&text, SAID).unwrap_err().iter().map(|d| d.code).collect() };
    assert_eq!(codes(CARD.replace("weight: 60", "wieght: 60")), ["unknown-field"]);
    assert_eq!(codes(CARD.replace("words: 3", "words: 3.5")), ["scorecard-param"]);
    assert_eq!(codes(CARD.replace("rollup: question", "rollup: qestion")), ["unknown-value"]);
}

#[test]
fn a_part_that_no_script_reports_is_a_warning() {
    let card =
        CARD.replace("          said:", "          unsaid: {es: No, en: No, weight: 1}\n          said:");
    let (_, found) = load(&card, SAID).unwrap();
    let warning = found.iter().find(|d| d.severity == Severity::Warning).unwrap();
    assert_eq!((warning.code, &warning.args["key"]), ("scorecard-unused", &"unsaid".into()));
}

#[test]
fn weights_that_do_not_add_up_are_a_warning_and_no_silence() {
    let (_, found) = load(&CARD.replace("weight: 60", "weight: 50"), GREETS).unwrap();
    assert!(found.iter().any(|d| d.code == "scorecard-weights" && d.severity == Severity::Warning));
}

#[test]
fn a_missed_criterion_can_take_its_section_or_the_form_to_zero() {
    let total = |scope: &str| {
        let third = "  - id: two\n    title: {es: Dos, en: Two}\n    criteria:\n      - id: third\n        title: {es: Tercero, en: Third}\n        weight: 30\n        script: first.rhai\n";
        let failing = format!("weight: 10\n        critical: true\n        auto_fail: {scope}");
        let card = CARD.replace("weight: 40", &failing) + third;
        let (card, _) = load(&card, "fn measure(t, p) { met(t.turns.quotes) }").unwrap();
        Judge::new(&card).evaluate(&Staged::new().agent("Oiga.", &[]).debtor("¿Sí?", &[]).0)
    };
    let numbers = |evaluation: &Evaluation| {
        [evaluation.raw, evaluation.score, evaluation.critical].map(|n| n.map(shown).unwrap())
    };
    let form = total("form");
    assert_eq!(numbers(&form), ["90", "0", "0"]);
    assert_eq!((form.passed(), form.items[1].failed()), (Some(false), Some(Scope::Form)));
    let section = total("section");
    assert_eq!(numbers(&section), ["90", "30", "0"]);
    assert_eq!(section.sections.iter().map(|section| section.failed).collect::<Vec<_>>(), [true, false]);
}
