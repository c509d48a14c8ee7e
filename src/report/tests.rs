//! One evaluation in every form.

use super::*;
use crate::messages::{Language, Messages};
use crate::nlu::staged::Staged;
use crate::rubric::Judge;
use crate::rubric::tests::{essential, good_call};

fn drawn(call: &Staged, language: Language, width: usize) -> String {
    let card = essential();
    let evaluation = Judge::new(&card).evaluate(&call.0);
    let style = Style { width, colour: Colour::Off };
    text::evaluation(&evaluation, &call.0.call, &Messages::new(language), style)
}

/// A call with something of everything: earned, half earned, lost, and absent.
fn mixed_call() -> Staged {
    good_call().without(&[4, 5, 6, 14, 15])
}

#[test]
fn the_report_tells_what_went_well_before_what_to_do_over() {
    insta::assert_snapshot!(drawn(&mixed_call(), Language::Es, 80));
}

#[test]
fn the_report_reads_the_same_in_english() {
    insta::assert_snapshot!(drawn(&mixed_call(), Language::En, 80));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in [40, 60, 100] {
        let report = drawn(&mixed_call(), Language::Es, width);
        for line in report.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{width}: {line}");
        }
    }
}

#[test]
fn nothing_from_the_transcript_reaches_the_terminal_unescaped() {
    let call = Staged::new()
        .agent("Debe 900\u{1b}[2J\u{202e} pesos.", &["state_debt"])
        .money("900\u{1b}[2J\u{202e}", 900)
        .debtor("Ya.", &["backchannel"]);
    let report = drawn(&call, Language::Es, 80);
    assert!(report.contains("900"));
    assert!(!report.contains('\u{1b}') && !report.contains('\u{202e}'));
}

#[test]
fn the_json_names_its_schema_and_is_the_same_twice() {
    let card = essential();
    let messages = Messages::new(Language::Es);
    let call = mixed_call();
    let made = || json::evaluation(&Judge::new(&card).evaluate(&call.0), &call.0.call, &messages);
    let value = made();
    assert_eq!(value.to_string(), made().to_string());
    assert_eq!(value["schema"], "ensayo/evaluation/1");
    assert_eq!(value["mode"], "question_weights_form");
    assert_eq!(value["criteria"][3]["state"], "missed");
    assert_eq!(value["criteria"][3]["parts"][0]["absence"]["speaker"], "agent");
    let quote = &value["criteria"][0]["parts"][0]["evidence"][0];
    assert_eq!((&quote["quote"], &quote["turn"]), (&"4,000 pesos".into(), &3.into()));
    assert_eq!(quote["polarity"], "supports");
}

#[test]
fn a_wording_to_try_has_the_facts_of_the_call_and_drops_what_is_not_known() {
    let report = drawn(&mixed_call(), Language::Es, 200).replace("\n      ", " ");
    assert!(
        report.contains("quedamos en que paga 800 pesos el lunes 30 de noviembre por transferencia."),
        "{report}"
    );
    let bare = Staged::new()
        .agent("¿Podemos contar con su pago?", &["question.commitment"])
        .debtor("Sí.", &["agree"])
        .agent("Gracias.", &["thank"]);
    let report = drawn(&bare, Language::Es, 200).replace("\n      ", " ");
    assert!(report.contains("quedamos en que paga la cifra acordada. ¿Es correcto?"), "{report}");
}

#[test]
fn every_sentence_of_the_report_is_in_the_catalogue() {
    for language in Language::ALL {
        for call in [mixed_call(), good_call(), Staged::new(), Staged::new().agent("Hola", &["greet"])] {
            let report = drawn(&call, language, 80);
            assert!(!report.contains("report-"), "{report}");
        }
    }
}

#[test]
fn a_gate_that_closed_for_words_that_no_list_names_shows_them() {
    let call =
        |act: &str| good_call().agent("Así son todos ustedes.", &[act]).agent("Siempre con cuentos.", &[act]);
    let title = "Trató con respeto";
    assert!(drawn(&call("blame"), Language::Es, 80).contains(title));
    // Threats are told above, with the rule that they break.
    assert!(!drawn(&call("threat"), Language::Es, 80).contains(title));
}
