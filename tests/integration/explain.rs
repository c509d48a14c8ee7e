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
