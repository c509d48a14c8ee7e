//! The situations in which a debtor, or whoever picks up, may have to say something; and the checks of their lines.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::nlu::Inventory;
use crate::simulator::line::{Line, blanks};
use crate::yaml::{File, Path};

/// What a debtor may have to say in any call, and the blanks that the lines may have.
pub(in crate::simulator) const SITUATIONS: [(&str, &[&str]); 78] = [
    ("answers_phone", &[]),
    ("asks_who", &[]),
    ("asks_purpose", &[]),
    ("confirms_identity", &["debtor"]),
    ("gives_datum", &["datum"]),
    ("greets_back", &[]),
    ("thanked", &[]),
    ("waits", &[]),
    ("invited", &[]),
    ("listens", &[]),
    ("softens", &[]),
    ("understood", &[]),
    ("answers_open_question", &[]),
    ("answers_closed_question", &[]),
    ("says_yes", &[]),
    ("answers_when", &[]),
    ("answers_hour", &[]),
    ("answers_how_long", &[]),
    ("answers_how_much", &[]),
    ("answers_name", &[]),
    ("answers_where", &[]),
    ("answers_who", &[]),
    ("answers_which", &[]),
    ("answers_contact", &[]),
    ("answers_how_are_you", &[]),
    ("chooses_method", &["method"]),
    ("takes_note", &[]),
    ("can_talk", &[]),
    ("hears_agent", &[]),
    ("says_again", &["said"]),
    ("nothing_else", &[]),
    ("says_right", &[]),
    ("assents", &[]),
    ("takes_offence", &[]),
    ("accepts_apology", &[]),
    ("withholds_datum", &[]),
    ("keeps_datum", &[]),
    ("corrects_day", &["date"]),
    ("answers_either", &[]),
    ("takes_way", &["way"]),
    ("tells_capacity", &["own_amount", "own_date"]),
    ("hides_capacity", &[]),
    ("asks_term", &["term"]),
    ("asks_precision", &[]),
    ("asks_amount", &[]),
    ("asks_date", &["amount"]),
    ("asks_method", &["amount", "date"]),
    ("takes_terms", &["terms"]),
    ("before_that", &[]),
    ("heard_offer", &[]),
    ("notes_offer", &[]),
    ("stalls", &[]),
    ("refuses_full", &["past_due"]),
    ("refuses_amount", &["amount"]),
    ("counters_amount", &["amount", "own_amount", "own_date"]),
    ("counters_date", &["date", "own_date", "own_amount"]),
    ("accepts", &["terms"]),
    ("accepts_hardship", &["programme"]),
    ("accepts_verification", &[]),
    ("accepts_callback", &["date"]),
    ("gives_in", &["terms"]),
    ("confirms_recap", &["terms"]),
    ("corrects_recap", &["terms"]),
    ("misremembers", &["wrong_date"]),
    ("already_agreed", &["terms"]),
    ("not_understood", &[]),
    ("warns", &[]),
    ("hangs_up_abused", &[]),
    ("hangs_up_tired", &[]),
    ("says_goodbye", &[]),
    ("still_there", &[]),
    ("talked_over", &[]),
    ("asks_again", &[]),
    ("takes_answer", &[]),
    ("leaves_open", &[]),
    ("said_that_already", &[]),
    ("pays_now", &["terms"]),
    ("off_topic", &[]),
];

/// Blanks that any line may have: what the case says, and what the debtor can do.
pub(in crate::simulator) const CASE_BLANKS: [&str; 9] = [
    "debtor",
    "creditor",
    "product",
    "account",
    "balance",
    "past_due",
    "own_amount",
    "own_date",
    "programme",
];

/// What somebody who is not the debtor may have to say.
pub(in crate::simulator) const GATE_SITUATIONS: [&str; 14] = [
    "answers_phone",
    "not_the_party",
    "asks_who",
    "asks_why",
    "tells_when",
    "insists",
    "hears_debt",
    "passes_phone",
    "promises_message",
    "says_goodbye",
    "condoled",
    "takes_offence",
    "gives_nothing",
    "answers_question",
];

/// The steps of a call for which there is a hint.
pub(in crate::simulator) const STEPS: [&str; 9] =
    ["gate", "introduce", "verify", "purpose", "listen", "mend", "negotiate", "recap", "close"];

/// Checks lines under situations: known names, at least one variant each, known blanks.
pub(in crate::simulator) fn check_lines(
    typed: &BTreeMap<String, Vec<Line>>,
    file: &File,
    found: &mut Vec<Diagnostic>,
) {
    let path = Path::root().key("lines");
    for (situation, lines) in typed {
        let path = path.key(situation);
        match SITUATIONS.iter().find(|(name, _)| name == situation) {
            Some((_, allowed)) => check_variants(lines, allowed, file, &path, found),
            None => found.push(unknown_situation(situation, SITUATIONS.map(|(name, _)| name), file, &path)),
        }
    }
}

/// Checks what somebody who is not the debtor says.
pub(in crate::simulator) fn check_gate_lines(
    typed: &BTreeMap<String, Vec<Line>>,
    file: &File,
    path: &Path,
    found: &mut Vec<Diagnostic>,
) {
    for (situation, lines) in typed {
        let path = path.key(situation);
        if GATE_SITUATIONS.contains(&situation.as_str()) {
            check_variants(lines, &["relation"], file, &path, found);
        } else {
            found.push(unknown_situation(situation, GATE_SITUATIONS, file, &path));
        }
    }
}

pub(super) fn unknown_situation<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
    file: &File,
    path: &Path,
) -> Diagnostic {
    file.key_error("unknown-situation", path).arg("name", name).suggest(name, known)
}

/// Checks the variants of one situation: there is one, none is empty or twice there, the blanks are known.
pub(in crate::simulator) fn check_variants(
    lines: &[Line],
    allowed: &[&str],
    file: &File,
    path: &Path,
    found: &mut Vec<Diagnostic>,
) {
    if lines.is_empty() {
        found.push(file.error("no-lines", path));
    }
    let mut seen = BTreeSet::new();
    for (at, line) in lines.iter().enumerate() {
        let path = path.item(at);
        if line.text.trim().is_empty() {
            found.push(file.error("no-lines", &path));
        }
        if !seen.insert(line.text.as_str()) {
            found.push(file.error("repeated-line", &path));
        }
        let known = || allowed.iter().chain(&CASE_BLANKS).copied();
        for name in blanks(&line.text).filter(|name| !known().any(|other| other == *name)) {
            found.push(
                file.error("unknown-blank", &path)
                    .arg("name", name)
                    .arg("known", known().collect::<Vec<_>>().join(", "))
                    .suggest(name, known()),
            );
        }
    }
}

pub(in crate::simulator) fn check_acts<'a>(
    acts: impl IntoIterator<Item = &'a String>,
    inventory: &Inventory,
    file: &File,
    path: &Path,
    found: &mut Vec<Diagnostic>,
) {
    for act in acts {
        if !inventory.knows(act) {
            found.push(
                file.key_error("unknown-act", &path.key(act))
                    .arg("act", act.as_str())
                    .suggest(act, inventory.ids()),
            );
        }
    }
}

pub(in crate::simulator) fn check_act(
    act: &str,
    inventory: &Inventory,
    file: &File,
    path: &Path,
    found: &mut Vec<Diagnostic>,
) {
    if !inventory.knows(act) {
        found.push(file.error("unknown-act", path).arg("act", act).suggest(act, inventory.ids()));
    }
}
