//! Mistakes planted in a scenario without any: each is found, under its number, at its line and column, and nothing
//! else is found beside it but what is written here.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::program::ensayo;

const IRMA: &str = include_str!("../fixtures/content/irma.yaml");

/// What is found, as `number line:column`; what is replaced in the scenario; and by what.
type Planted = (&'static str, &'static str, &'static str);

#[rustfmt::skip]
const PLANTED: &[Planted] = &[
    // Form of the file.
    ("E104 7:1", "level: 2\n", "level: 2\nlevel: 3\n"),
    ("E106 72:15, E106 72:24", "    insists:\n      - Le digo que no tengo dinero.", "    insists: [Le digo, no tengo dinero.]"),
    ("E107 109:25", "- Vivo sola, señorita.", "- Vivo sola en el #3 de la calle."),
    ("W108 12:20", "Tiendas Quillay", "Tiendas\u{a0}Quillay"),
    ("E109 42:3", "  agrees_at: 45", "  agres_at: 45"),
    ("E111 2:1", "title: Irma dice que no le alcanza\n", ""),
    ("E112 6:8", "level: 2", "level: fácil"),
    ("E113 2:9", "scenario/1", "scenario/2"),
    ("E115 106:9", "- id: alone", "- id: sister"),
    ("E116 6:8", "level: 2", "level: 9"),
    ("E117 73:7", "      - Le digo que no tengo dinero.", "      []"),
    ("E118 110:9", "- Vivo sola, señorita.", "- Vivo sola, señorita.\n      - Vivo sola, señorita."),
    ("E119 109:9", "Vivo sola, señorita", "Vivo sola, {nombre}"),
    ("W120 109:9", "- Vivo sola, señorita.", "- Vivo sola, señorita, desde que me vine. Vivo sola, señorita, desde que me vine. Vivo sola, señorita, desde que me vine. Vivo sola, señorita, desde que me vine. Vivo sola, señorita, desde que me vine. Vivo sola, señorita, desde que me vine. Vivo sola, señorita, desde que me vine. Vivo sola, señorita, desde que me vine."),
    // Case file, people, outcomes.
    ("E201 5:11", "language: es-CL", "language: español"),
    ("E202 16:13", "currency: CLP", "currency: pesos"),
    ("E203 52:14", "monthly: \"15000\"", "monthly: \"15.000,00\""),
    ("E204 19:5", "balance: \"180000\"", "balance: \"18000\""),
    ("E208 137:10", "trust: [25, 40]", "trust: [40, 25]"),
    ("E209 134:16", "[callback]", "[callbak]"),
    ("E210 21:12", "due: 2026-02-20", "due: 2026-04-20"),
    ("E211 26:13", "date: 2026-03-02", "date: 2026-05-02"),
    ("E212 30:18", "min_payment: \"10000\"", "min_payment: \"190000\""),
    ("E213 49:15", "undisputed: \"20000\"", "undisputed: \"40000\""),
    ("W214 16:13", "currency: CLP", "currency: MXN"),
    ("W215 11:1", "  verify:\n    - label: fecha de nacimiento\n      value: 9 de julio de 1979\n", ""),
    ("W216 20:15", "amount: \"30000\"", "amount: \"30000.50\""),
    ("W217 9:7", "date: 2026-03-18", "date: 2026-03-22"),
    ("W218 9:7", "date: 2026-03-18", "date: 2031-03-18"),
    ("E219 40:13", "{start: 60, min: 5}", "{start: 0}"),
    ("W220 41:13", "opens_at: 50", "opens_at: 25"),
    ("W221 41:13", "max: 80", "max: 47"),
    ("E222 137:10", "trust: [25, 40]", "trust: [25, 90]"),
    ("W223 122:5, E321 126:3, E225 141:10, E225 141:16", "signals:\n", "answered_by:\n  identity: third_party\n  name: Doña Elsa\n  relation: su hermana\n  lines:\n    passes_phone:\n      - Se la paso.\n\nsignals:\n"),
    ("E224 134:26", "[callback]", "[callback, plan]"),
    ("E225 133:30", "[plan, promise_kept]", "[plan, promise_kept, paid]"),
    ("E226 133:16", "[plan, promise_kept]", "[plan, hung_up]"),
    // What is said and done.
    ("E301 125:15", "resolves: no_job", "resolves: no_jb"),
    ("E302 83:10", "  - id: no_job", "  - use: no_mony\n  - id: no_job"),
    ("E303 83:5", "    gives_way:\n      - Gracias por escucharme. Algo podría dar cada mes.\n", ""),
    ("E304 77:7", "    needs: 2\n    needs_trust", "    needs: 0\n    needs_trust"),
    ("E305 68:13", "    public: Dice que este mes no le alcanza.\n", ""),
    ("E306 112:5", "answered_by: [explain]", "answered_by: []"),
    ("E308 59:3, E307 105:16", "    discloses: sister", "    discloses: sistr"),
    ("E308 59:3", "    discloses: sister\n", ""),
    ("E310 133:3", "outcomes:\n", "lines:\n  answer_phone:\n    - ¿Aló?\n\noutcomes:\n"),
    ("E313 77:7", "      empathize: 2\n", "      emphatize: 2\n"),
    ("E314 78:7", "question.cause: 1", "excuse.vague: 1"),
    ("E315 77:7", "[pressure, blame]", "[empathize, question]"),
    ("E316 81:18", "needs_trust: 40", "needs_trust: 90"),
    ("W317 106:9", "    when: disclosed(\"lost_job\") && trust > 40\n", ""),
    ("E318 132:11", "    ends: refused\n", "    ends: refused\n  - id: later\n    when: patience < 10\n    trust: 1\n"),
    ("E319 125:15", "resolves: no_job", "resolves: short"),
    ("W320 100:13", "answers:\n", "  - use: no_money\n    claims: lost_job\n\nanswers:\n"),
    ("W221 42:14, E321 118:3", "agrees_at: 45", "agrees_at: 85"),
    ("W322 83:10", "  - id: no_job", "  - use: missing_paperwork\n  - id: no_job"),
    ("W323 78:7", "[insult]", "[insult, question.cause]"),
    ("E324 59:3", "disclosed(\"lost_job\") && trust", "disclosed(\"sister\") && trust"),
    // Patterns and conditions.
    ("E402 64:7", "(hermana|familia)", "(hermana|familia"),
    ("E408 64:7", "(hermana|familia)", "“hermana”"),
    ("E409 64:7", "(hermana|familia)", "... hermana?"),
    ("E412 122:39", "question.capacity", "question.capacty"),
    ("E413 127:11", "patience < 10", "patience < 5"),
    ("E413 102:11", "trust > 40", "trust > 80"),
    ("E413 102:11", "trust > 40", "resolved(\"no_job\") && layer < 2"),
    ("E413 122:11", "heard(\"question.capacity\")", "heard(\"offer\") && !said(\"offer\")"),
    ("W414 63:3", "topics:\n", "topics:\n  children:\n    - (hijo|hija)\n"),
    ("W414 63:3, W415 64:7", "topics:\n", "topics:\n  kin:\n    - (hermana|familia)\n"),
    // Tests.
    ("E601 140:11", "name: una llamada amable", "name: \"\""),
    ("E603 141:12", "    agent:\n", "    seeds: []\n    agent:\n"),
    ("E604 145:15", "      keeps:", "      discloses: [lost_job]\n      keeps:"),
    ("E605 143:5", "    expect:\n      keeps: [lost_job]\n", "    expect: {}\n"),
    // Scripts.
    ("E416 127:21", "patience < 10", "patience <"),
    ("E723 102:36", "trust > 40", "trsut > 40"),
];

/// The findings of each file, in their order.
fn found_in(files: &[(String, String)]) -> BTreeMap<String, Vec<String>> {
    let mut program = ensayo().args(["check", "--format", "json"]);
    for (name, text) in files {
        program = program.file(name, text).args([name.as_str()]);
    }
    let output = program.output();
    assert_eq!(output.stderr, "");
    let document: Json = serde_json::from_str(&output.stdout).unwrap();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for finding in document["findings"].as_array().unwrap() {
        let text = |key: &str| finding[key].as_str().unwrap_or_else(|| panic!("{finding} has no {key}"));
        let told = format!("{} {}:{}", text("number"), finding["line"], finding["column"]);
        found.entry(text("file").to_owned()).or_default().push(told);
    }
    found
}

#[test]
fn each_planted_mistake_is_found_where_it_stands_and_nothing_else_is() {
    let files: Vec<(String, String)> = PLANTED
        .iter()
        .enumerate()
        .map(|(at, (_, old, new))| {
            let text = IRMA.replacen(old, new, 1);
            assert_ne!(text, IRMA, "nothing to replace: {old}");
            (format!("planted-{at:02}.yaml"), text)
        })
        .collect();
    let found = found_in(&files);
    let mut wrong = Vec::new();
    for ((name, _), (expected, _, new)) in files.iter().zip(PLANTED) {
        let came = found.get(name).map(|told| told.join(", ")).unwrap_or_default();
        if came != *expected {
            wrong.push(format!("{new:?}: expected {expected}, came {came}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_scenario_in_which_they_are_planted_has_none() {
    assert!(found_in(&[("irma.yaml".to_owned(), IRMA.to_owned())]).is_empty());
}

/// Scenarios that look like a mistake and are none.
const FINE: [(&str, &str, &str); 11] = [
    ("a mark just within reach", "needs_trust: 40", "needs_trust: 80"),
    ("a patience just within reach", "patience < 10", "patience < 6"),
    ("another way than what hardens", "[pressure, blame]", "[empathize, blame]"),
    ("trust below the mark by one", "opens_at: 50", "opens_at: 31"),
    ("due on the day of the call", "due: 2026-02-20", "due: 2026-03-18"),
    ("the least payment is all that is owed", "min_payment: \"10000\"", "min_payment: \"180000\""),
    (
        "a rule that resolves what is in the way",
        "when: resolved(\"short\") && heard",
        "when: layer == 1 && heard",
    ),
    ("a layer beneath is reached", "trust > 40", "resolved(\"short\") && layer == 1"),
    (
        "whoever passes the phone says so",
        "signals:\n",
        "answered_by:\n  identity: third_party\n  name: Doña Elsa\n  relation: su hermana\n  passes_on:\n    \
         yields_to: {company_identify: 1}\n    needs: 1\n  lines:\n    passes_phone:\n      - Se la paso.\n\nsignals:\n",
    ),
    ("a dollar is owed anywhere", "currency: CLP", "currency: USD"),
    ("two years are a long time, but no slip", "date: 2026-03-18", "date: 2028-03-20"),
];

#[test]
fn what_only_looks_like_a_mistake_is_none() {
    let files: Vec<(String, String)> = FINE
        .iter()
        .enumerate()
        .map(|(at, (_, old, new))| {
            let text = IRMA.replacen(old, new, 1);
            assert_ne!(text, IRMA, "nothing to replace: {old}");
            (format!("fine-{at}.yaml"), text)
        })
        .collect();
    let found = found_in(&files);
    let wrong: Vec<String> = files
        .iter()
        .zip(FINE)
        .filter_map(|((name, _), (why, ..))| {
            found.get(name).map(|told| format!("{why}: {}", told.join(", ")))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
