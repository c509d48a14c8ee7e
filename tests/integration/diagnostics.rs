//! The list of all findings: each code of the source has its number and its wording, and the page that lists them is
//! current.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use ensayo::diagnostic::{Numbered, TABLE};
use ensayo::messages::{Arg, Language, Messages};
use regex::Regex;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/diagnostics.md");
/// Set to write the page instead of comparing it.
const WRITE: &str = "ENSAYO_WRITE_DOCS";

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The source, without the list itself.
fn source() -> String {
    let rust = files(&Path::new(ROOT).join("src"), "rs");
    let others = rust.iter().filter(|path| !path.ends_with("diagnostic/numbers.rs"));
    others.map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn captures<'t>(pattern: &str, text: &'t str) -> BTreeSet<&'t str> {
    let pattern = Regex::new(pattern).unwrap();
    pattern.captures_iter(text).filter_map(|groups| groups.get(1)).map(|group| group.as_str()).collect()
}

fn severities() -> BTreeMap<&'static str, char> {
    TABLE.iter().map(|entry| (entry.code, entry.number.chars().next().unwrap())).collect()
}

#[test]
fn no_number_and_no_code_is_there_twice() {
    let numbers: BTreeSet<&str> = TABLE.iter().map(|entry| &entry.number[1..]).collect();
    assert_eq!(numbers.len(), TABLE.len());
    assert_eq!(severities().len(), TABLE.len());
    let form = Regex::new("^[EW][1-8][0-9]{2}$").unwrap();
    let odd: Vec<&str> =
        TABLE.iter().map(|entry| entry.number).filter(|number| !form.is_match(number)).collect();
    assert!(odd.is_empty(), "{odd:?}");
    assert!(TABLE.is_sorted_by_key(|entry| &entry.number[1..]));
}

#[test]
fn every_code_of_the_source_has_a_number_of_its_severity() {
    let source = source();
    let known = severities();
    let call = |names: &str| format!(r#"\b(?:{names})\(\s*"([a-z]+(?:-[a-z]+)+)""#);
    let errors = captures(&call("error|key_error|Fault::new|fault|at_entry"), &source);
    let warnings = captures(&call("warning|key_warning"), &source);
    assert!(errors.len() > 60 && warnings.len() > 10, "{} and {}", errors.len(), warnings.len());
    let wrong: Vec<&&str> = errors
        .iter()
        .filter(|code| known.get(**code) != Some(&'E'))
        .chain(warnings.iter().filter(|code| known.get(**code) != Some(&'W')))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_wording_has_a_number_and_every_number_a_use_and_both_wordings() {
    let literals = source();
    let literals = captures(r#""([a-z]+(?:-[a-z]+)+)""#, &literals);
    let known = severities();
    let texts: String = files(&Path::new(ROOT).join("messages/es"), "ftl")
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    // One word names no finding: `diag-error`, `diag-help`.
    let worded = captures(r"(?m)^diag-([a-z]+(?:-[a-z]+)+) =", &texts);
    let unnumbered: Vec<&&str> = worded
        .iter()
        .filter(|code| !code.ends_with("-help") && **code != "first-here" && !known.contains_key(**code))
        .collect();
    assert!(unnumbered.is_empty(), "{unnumbered:?}");
    let unused: Vec<&str> = known.keys().filter(|code| !literals.contains(**code)).copied().collect();
    assert!(unused.is_empty(), "{unused:?}");
    for language in Language::ALL {
        let messages = Messages::new(language);
        let ids = known.keys().flat_map(|code| [format!("diag-{code}"), format!("diag-{code}-help")]);
        let mute: Vec<String> = ids.filter(|id| messages.find(id, &[]).is_none()).collect();
        assert!(mute.is_empty(), "{language}: {mute:?}");
    }
}

/// What the first digit of a number says.
const FAMILIES: [(char, &str); 8] = [
    ('1', "La forma del archivo"),
    ('2', "Expediente, personas y desenlaces"),
    ('3', "Objeciones, respuestas, preguntas y reglas"),
    ('4', "Patrones y condiciones"),
    ('5', "Biblioteca, léxicos y agentes"),
    ('6', "Pruebas"),
    ('7', "Pautas de puntuación y guiones"),
    ('8', "Transcripciones y turnos etiquetados"),
];

/// A wording with a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    let stop = if words.ends_with(['.', '…', '?', '!']) { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}

/// The page as it should be, from the list and the Spanish messages; `…` stands for what changes from case to case.
fn page() -> String {
    let texts: String = files(&Path::new(ROOT).join("messages/es"), "ftl")
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let args: Vec<(&str, Arg)> = captures(r"\$([a-z_]+)", &texts)
        .into_iter()
        .map(|name| (name, Arg::from(if name == "suggestion" { "none" } else { "…" })))
        .collect();
    let messages = Messages::new(Language::Es);
    let mut page = String::from(
        "# Hallazgos de `ensayo check`\n\n\
         Cada hallazgo tiene un número, que no cambia: `E` es un error, que hay que corregir; `W` es un aviso, que \
         conviene mirar. La primera cifra dice de qué trata. `…` está en el lugar de lo que cambia en cada caso.\n",
    );
    for (digit, title) in FAMILIES {
        let _ = write!(page, "\n## {digit} · {title}\n");
        for Numbered { number, code, example } in TABLE.iter().filter(|it| it.number[1..].starts_with(digit))
        {
            let say = |id: String| messages.find(&id, &args).unwrap_or_default();
            let (meaning, remedy) =
                (sentence(&say(format!("diag-{code}"))), sentence(&say(format!("diag-{code}-help"))));
            let _ = write!(
                page,
                "\n### {number} `{code}`\n\n{meaning}\n\n```text\n{example}\n```\n\n*Remedio:* {remedy}\n"
            );
        }
    }
    page
}

#[test]
fn the_page_of_all_findings_is_current() {
    let wanted = page();
    if std::env::var_os(WRITE).is_some() {
        fs::write(PAGE, &wanted).unwrap();
    }
    let there = fs::read_to_string(PAGE).unwrap_or_default().replace("\r\n", "\n");
    assert!(there == wanted, "docs/diagnostics.md is old: run this test with {WRITE}=1");
}
