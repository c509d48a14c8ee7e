//! The default scorecard on calls staged by hand: each measure, and each part of it, both ways.

mod any_call;
mod conduct;
mod contested;
mod linked;
mod listening;
mod measures;
mod recaps;
mod rehearsed;
mod wrong_scorecards;

use std::collections::BTreeSet;

use super::*;
use crate::diagnostic::{Diagnostic, Severity};
use crate::nlu::entity::Method;
use crate::nlu::staged::Staged;
use crate::source::Source;

/// The ids of the inventory.
pub(super) fn acts() -> BTreeSet<String> {
    let source = shipped("lexicons", "acts.yaml").expect("the inventory is shipped");
    let inventory = crate::nlu::Inventory::read(source).expect("the inventory is right");
    inventory.ids().map(str::to_owned).collect()
}

fn shipped(folder: &str, name: &str) -> Option<Source> {
    let path = format!("{}/{folder}/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).ok().map(|text| Source::new(format!("{folder}/{name}"), text))
}

pub(crate) fn essential() -> Scorecard {
    let card = shipped("rubrics", "esencial.yaml").expect("the default scorecard is shipped");
    let (card, found) =
        Scorecard::load(card, &|name| shipped("scripts", name), &acts()).unwrap_or_else(|found| {
            panic!("{}", rendered(&found));
        });
    assert!(found.is_empty(), "{}", rendered(&found));
    card
}

fn rendered(found: &[Diagnostic]) -> String {
    let messages = crate::messages::Messages::new(crate::messages::Language::Es);
    found.iter().map(|diagnostic| diagnostic.render(&messages, false)).collect::<Vec<_>>().join("\n\n")
}

/// A call in which all goes well. Turns are named by their place.
pub(crate) fn good_call() -> Staged {
    Staged::new()
        // 0
        .agent(
            "Buenas tardes, le saluda Ana Ruiz, de Tiendas Norte. ¿Hablo con la señora Pardo?",
            &["greet", "ask_for_party"],
        )
        .debtor("Sí, soy yo.", &["confirm_identity"])
        // 2
        .agent(
            "Le llamo por su crédito: hay un saldo vencido de 4,000 pesos desde el 5 de noviembre.",
            &["state_purpose", "state_debt"],
        )
        .money("4,000 pesos", 4000)
        .day("5 de noviembre", 5)
        .debtor("Es que me quedé sin trabajo hace dos meses.", &["hardship.job_loss"])
        // 4
        .agent("Lamento mucho lo que está pasando.", &["empathize"])
        .debtor("Gracias.", &["thank"])
        // 6
        .agent("Entonces, si le entendí, desde hace dos meses no tiene un ingreso fijo.", &["paraphrase"])
        .debtor("Así es, apenas unos trabajitos.", &["hardship.income_drop"])
        // 8
        .agent(
            "Debe de ser muy pesado. ¿Cómo se está organizando con sus gastos?",
            &["empathize", "question.open", "question.capacity"],
        )
        .debtor("Puedo juntar algo a fin de mes.", &["promise.vague"])
        // 10
        .agent(
            "Hay dos caminos: repartirlo en pagos o mover la fecha. ¿Queda claro?",
            &["offer.installments", "offer.extension", "offer.choice", "check_understanding"],
        )
        .debtor("Prefiero en pagos.", &["ask_time"])
        // 12
        .agent(
            "¿Le queda bien pagar 800 el lunes 30 por transferencia?",
            &["propose_amount", "propose_date", "propose_method", "question.commitment"],
        )
        .money("800", 800)
        .day("el lunes 30", 30)
        .method("transferencia", Method::Transfer)
        .debtor("Sí, de acuerdo.", &["agree"])
        // 14
        .agent(
            "Repaso: 800 el lunes 30 por transferencia, y le mando la confirmación. ¿Correcto?",
            &["summarize", "next_step"],
        )
        .money("800", 800)
        .day("el lunes 30", 30)
        .method("transferencia", Method::Transfer)
        .debtor("Correcto.", &["agree"])
        // 16
        .agent(
            "Le mando la confirmación. Gracias por su tiempo. Que tenga buena tarde.",
            &["next_step=Le mando la confirmación", "thank", "farewell"],
        )
}

fn judged(call: &Staged) -> Evaluation {
    let card = essential();
    let evaluation = Judge::new(&card).evaluate(&call.0);
    assert!(evaluation.diagnostics.is_empty(), "{}", rendered(&evaluation.diagnostics));
    evaluation
}

fn item<'a>(evaluation: &'a Evaluation, id: &str) -> &'a Item {
    evaluation.items.iter().find(|item| item.id == id).expect("the criterion exists")
}

/// Each criterion's fraction in per cent, or its state where it has none.
fn scores(call: &Staged) -> Vec<String> {
    let percent = Points::from_integer(100);
    judged(call)
        .items
        .iter()
        .map(|item| {
            item.fraction.map_or_else(|| item.state.id().to_owned(), |fraction| shown(fraction * percent))
        })
        .collect()
}

/// How a part turned out, or "none" where it had no occasion.
fn part(call: &Staged, criterion: &str, id: &str) -> &'static str {
    let evaluation = judged(call);
    let part = item(&evaluation, criterion).parts.iter().find(|part| part.id == id).map(Part::state);
    match part {
        Some(State::Met) => "met",
        Some(State::Partial) => "partial",
        Some(State::Missed) => "missed",
        _ => "none",
    }
}

#[test]
fn a_good_call_is_met_on_all_four() {
    assert_eq!(scores(&good_call())[..4], ["100", "100", "100", "100"]);
    let evaluation = judged(&good_call());
    assert_eq!(evaluation.score.map(shown).as_deref(), Some("100"));
    assert_eq!(evaluation.passed(), Some(true));
    assert_eq!(evaluation.band.map(|band| band.id).as_deref(), Some("solid"));
}

#[test]
fn each_behaviour_taken_out_costs_its_own_criterion_and_no_other() {
    let listening = good_call().without(&[4, 5, 6]);
    let listening = Staged(crate::nlu::HeardCall {
        heard: listening
            .0
            .heard
            .into_iter()
            .map(|mut heard| {
                heard.acts.retain(|hit| !hit.act.is("empathize"));
                heard
            })
            .collect(),
        ..listening.0
    });
    let found = scores(&listening);
    assert_eq!([&found[0], &found[2], &found[3]], ["100", "100", "100"]);
    assert_ne!(found[1], "100");

    let found = scores(&good_call().without(&[14, 15]));
    assert_eq!(found[..3], ["100", "100", "100"]);
    assert_eq!(found[3], "0");

    let found = scores(&good_call().without(&[10, 11]));
    assert_eq!([&found[1], &found[3]], ["100", "100"]);
    assert_eq!(found[2], "0");

    let found = scores(&good_call().without(&[2]));
    assert_eq!(found[1..4], ["100", "100", "100"]);
    assert_ne!(found[0], "100");
}

#[test]
fn the_same_call_gives_the_same_evaluation() {
    let card = essential();
    let one = Judge::new(&card).evaluate(&good_call().0);
    let other = Judge::new(&card).evaluate(&good_call().0);
    assert_eq!(one, other);
    assert_eq!(one.hashes.transcript.len(), 64);
    let changed = Judge::new(&card).evaluate(&good_call().without(&[16]).0);
    assert_ne!(changed.hashes.transcript, one.hashes.transcript);
}

#[test]
fn every_verdict_stands_on_words_of_the_transcript() {
    for call in [good_call(), good_call().without(&[14, 15]), good_call().without(&[4, 6, 10])] {
        for item in judged(&call).items {
            for part in item.parts {
                assert!(!part.evidence.is_empty() || part.absence.is_some(), "{}", part.id);
                for evidence in part.evidence {
                    let turn = &call.0.call.turns[evidence.turn.0];
                    assert_eq!(turn.text[evidence.span], evidence.quote);
                }
            }
        }
    }
}

#[test]
fn a_call_with_nobody_in_it_has_no_score_and_is_no_failure() {
    let evaluation = judged(&Staged::new());
    assert_eq!((evaluation.score, evaluation.passed()), (None, None));
    assert!(evaluation.items.iter().all(|item| matches!(item.state, State::NoOpportunity(None))));
}

#[test]
fn every_fault_of_a_script_or_a_scorecard_has_its_words() {
    let code = regex::Regex::new(r#""((?:script|scorecard)-[a-z-]+)""#).unwrap();
    let messages = crate::messages::Messages::new(crate::messages::Language::Es);
    let mut seen = 0;
    for file in [
        "sandbox/fault.rs",
        "sandbox/lint.rs",
        "rubric/check.rs",
        "rubric/judge.rs",
        "rubric/scorecard.rs",
        "rubric/vocabulary.rs",
    ] {
        let source = shipped("src", file).expect("the file exists");
        for found in code.captures_iter(source.text()) {
            assert!(messages.find(&format!("diag-{}", &found[1]), &[]).is_some(), "{}", &found[1]);
            seen += 1;
        }
    }
    assert!(seen > 40, "the codes are found at all");
}

#[test]
fn the_guide_names_every_word_of_measures() {
    let guide = shipped("docs", "measures.md").expect("the guide exists");
    let plain = crate::sandbox::known(&crate::sandbox::engine());
    let all = judge::Bench::new().known;
    let own = all
        .functions
        .keys()
        .filter(|name| !plain.functions.contains_key(*name))
        .chain(all.properties.iter().filter(|name| !plain.properties.contains(*name)));
    for name in own {
        let named = [format!(".{name}`"), format!(".{name}("), format!("`{name}("), format!("= {name}(")];
        assert!(named.iter().any(|form| guide.text().contains(form.as_str())), "{name}");
    }
}
