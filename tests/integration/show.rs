//! `ensayo show`.

use crate::program::ensayo;

const RUBRIC: &str = "# Nuestra pauta.\ntitle: La nuestra\n";

#[test]
fn a_piece_is_shown_byte_for_byte_by_name_by_kind_and_by_path() {
    for name in ["zz-nuestra", "rubrics/zz-nuestra", "rubrics/zz-nuestra.yaml"] {
        ensayo().file("rubrics/zz-nuestra.yaml", RUBRIC).args(["show", name]).stdout(RUBRIC).status(0);
    }
    ensayo().file("mine/x.yaml", RUBRIC).args(["mostrar", "mine/x.yaml"]).stdout(RUBRIC).status(0);
}

#[test]
fn a_name_nearly_right_is_suggested() {
    ensayo()
        .file("rubrics/zz-nuestra.yaml", RUBRIC)
        .args(["show", "zz-nuetra"])
        .stderr("error: no hay nada llamado `zz-nuetra`; ¿quiso decir `zz-nuestra`?\n")
        .status(1);
}

#[test]
fn a_name_that_two_kinds_have_must_say_which() {
    ensayo()
        .file("rubrics/zz-una.yaml", RUBRIC)
        .file("scenarios/zz-una.yaml", "title: Otra\n")
        .args(["show", "zz-una", "--lang", "en"])
        .stderr("error: several files are named `zz-una`; say which one: scenarios/zz-una, rubrics/zz-una\n")
        .status(1);
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    ensayo()
        .file("zz.yaml", b"PK\x03\x04\0\0\0\0")
        .args(["show", "zz.yaml"])
        .stderr(
            "error: `zz.yaml` no es un archivo de texto; si viene de un procesador de textos o es un PDF, guárdelo como texto sin formato (.txt)\n",
        )
        .status(1);
}

#[test]
fn a_missing_file_is_not_found() {
    ensayo()
        .args(["show", "nowhere/zz-qqq.yaml"])
        .stderr("error: no hay nada llamado `nowhere/zz-qqq.yaml`; `ensayo list` muestra lo que hay\n")
        .status(1);
}
