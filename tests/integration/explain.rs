//! `ensayo explain`.

use crate::program::ensayo;

#[test]
fn the_sentence_stands_above_what_was_heard_in_it() {
    let output = ensayo().args(["explain", "Zzz zzz zzz", "--date", "2026-03-11"]).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    assert_eq!(output.stdout, "Zzz zzz zzz\nNo se oye nada en particular.\n");
}

#[test]
fn an_unknown_speaker_is_refused_with_those_there_are() {
    ensayo()
        .args(["explicar", "hola", "--speaker", "boss"])
        .stderr(
            "error: `boss` no vale para --speaker <QUIÉN>: puede ser agent, debtor, third_party o system\n\n`ensayo --help` lo explica todo.\n",
        )
        .status(2);
}

#[test]
fn an_unknown_language_is_refused() {
    let output = ensayo().args(["explain", "hola", "--language", "fr", "--lang", "en"]).output();
    assert_eq!(output.status, 2);
    assert!(output.stderr.contains("`fr` will not do for --language"), "{}", output.stderr);
}

#[test]
fn a_call_is_explained_turn_by_turn_and_then_by_what_answers_what() {
    let call = "Fecha: 11/03/2026\n\nAgente: ¿Cuánto podría pagar este mes?\nCliente: Perdí el trabajo.\n\
                Agente: Lamento lo que está pasando.\n";
    let output = ensayo().file("call.txt", call).args(["explain", "--call", "call.txt"]).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    let (turns, links) = output.stdout.split_once("Preguntas y respuestas\n").expect("the links are told");
    assert!(turns.contains("turno 2, cliente\nPerdí el trabajo.\n^^^^^"), "{turns}");
    let (questions, objections) = links.split_once("Objeciones del cliente\n").expect("in two parts");
    assert!(questions.contains("✓ turno 1, agente") && questions.contains("respondida: turno 2"), "{links}");
    assert!(objections.contains("✓ turno 2, cliente") && objections.contains("turno 3, agente"), "{links}");
}

#[test]
fn a_sentence_and_a_call_do_not_go_together() {
    let output = ensayo().args(["explain", "hola", "--call", "call.txt"]).output();
    assert_eq!(output.status, 2);
    let missing = ensayo().args(["explain", "--call", "nowhere.txt", "--lang", "en"]).output();
    assert_eq!(missing.status, 1);
    assert_eq!(missing.stderr, "error: could not read `nowhere.txt`: it does not exist\n");
}

#[test]
fn an_announced_consequence_is_told_with_its_reading() {
    let text = "Si no paga, lo van a meter a la cárcel.";
    let output = ensayo().args(["explain", text, "--language", "es-MX", "--date", "2026-03-11"]).output();
    assert!(
        output.stdout.contains("consecuencia que amenaza: con condición («Si no paga»)"),
        "{}",
        output.stdout
    );
    let debtor = ensayo().args(["explain", text, "--speaker", "debtor"]).output();
    assert!(!debtor.stdout.contains("consecuencia que"), "{}", debtor.stdout);
}
