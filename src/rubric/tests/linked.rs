//! Measures that ask which turn answers which, and how announcements read.

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
      - id: taken_up
        title: {es: Retomadas, en: Taken up}
        weight: 100
        script: taken_up.rhai
        params: {kinds: [hardship, dispute]}
        reasons:
          none: {es: no hubo objeciones, en: there were no objections}
"#;
const TAKEN_UP: &str = r#"fn measure(transcript, p) {
    let raised = transcript.links.objections.of(p.kinds);
    let heard = raised.answered;
    if raised.empty { return no_opportunity("none"); }
    if heard.empty { return failed(raised.ignored.witnesses); }
    partial(heard.len, raised.len, heard.replies)
}"#;

/// The one item of a call judged by a script.
fn judged_by(script: &str, call: &Staged) -> Item {
    let scripts = |name: &str| (name == "taken_up.rhai").then(|| Source::new(name, script));
    let (card, found) = Scorecard::load(Source::new("rubrics/small.yaml", CARD), &scripts, &acts())
        .unwrap_or_else(|found| panic!("{}", rendered(&found)));
    let errors: Vec<_> = found.into_iter().filter(|fault| fault.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{}", rendered(&errors));
    let mut evaluation = Judge::new(&card).evaluate(&call.0);
    assert!(evaluation.diagnostics.is_empty(), "{}", rendered(&evaluation.diagnostics));
    evaluation.items.remove(0)
}

fn troubled() -> Staged {
    Staged::new().debtor("Me quedé sin trabajo, y eso ya lo pagué.", &["hardship.job_loss", "dispute.paid"])
}

fn quotes(item: &Item) -> Vec<&str> {
    item.evidence.iter().map(|evidence| evidence.quote.as_str()).collect()
}

#[test]
fn a_measure_counts_the_objections_that_were_taken_up_and_quotes_the_replies() {
    let half = troubled().agent("Se puede repartir en pagos.", &["offer.installments"]);
    let item = judged_by(TAKEN_UP, &half);
    assert_eq!(item.fraction, Some(Points::new(1, 2)));
    assert_eq!(quotes(&item), ["Se puede repartir en pagos."]);
    let both = troubled().agent("Lamento escucharlo.", &["empathize"]);
    assert_eq!(judged_by(TAKEN_UP, &both).fraction, Some(Points::from_integer(1)));
}

#[test]
fn what_was_passed_over_is_quoted_against_the_agent() {
    let item = judged_by(TAKEN_UP, &troubled().agent("Tiene que pagar hoy.", &["pressure"]));
    assert_eq!(item.fraction, Some(Points::from_integer(0)));
    assert!(!quotes(&item).is_empty());
}

#[test]
fn a_call_without_objections_gives_no_opportunity() {
    let item = judged_by(TAKEN_UP, &Staged::new().agent("Buenas tardes.", &["greet"]));
    assert!(matches!(item.state, State::NoOpportunity(Some(_))), "{:?}", item.state);
}

#[test]
fn questions_are_told_apart_by_who_asks_and_where() {
    let script = r#"fn measure(t, p) {
        let asked = t.links.questions.debtor.after(1).before(9);
        if asked.of("question").len == 1 && asked.pending.empty && asked.agent.empty && !p.kinds.is_empty() {
            met(asked.ignored.witnesses)
        } else {
            met(t.turns.quotes)
        }
    }"#;
    let call = Staged::new()
        .agent("¿Hablo con la señora Pardo?", &["ask_for_party"])
        .debtor("Sí. ¿De dónde salen los intereses?", &["confirm_identity=Sí", "question=¿De dónde"])
        .agent("¿Cuándo paga?", &["question.closed"]);
    assert_eq!(quotes(&judged_by(script, &call)), ["¿De dónde"]);
}

#[test]
fn announcements_are_witnesses_by_how_they_read() {
    let script = r#"fn measure(t, p) {
        let said = t.consequences;
        if said.empty { return no_opportunity("none"); }
        if !said.threatens.empty && !p.kinds.is_empty() { return failed(said.threatens); }
        partial(said.informs.len, said.len, said.informs + said.ambiguous)
    }"#;
    let told = Staged::new().agent("Si no paga, podría generar intereses.", &["consequence.lawful"]);
    let item = judged_by(script, &told);
    assert_eq!(
        (quotes(&item), item.fraction),
        (vec!["Si no paga, podría generar intereses"], Some(Points::from_integer(1)))
    );
    let jail = told.agent("Lo van a meter preso.", &["threat"]);
    assert_eq!(judged_by(script, &jail).fraction, Some(Points::from_integer(0)));
    let calm = Staged::new().agent("Buenas tardes.", &["greet"]);
    assert!(matches!(judged_by(script, &calm).state, State::NoOpportunity(_)));
}
