//! The common library: what every debtor of a language knows how to say, and how people take things as a rule.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::nlu::Inventory;
use crate::simulator::line::{Line, Variants, blanks};
use crate::simulator::mood::{Shift, Temper};
use crate::simulator::typed::TypedCommon;
use crate::source::Source;
use crate::yaml::{self, File, Path};

/// What a debtor may have to say in any call, and the blanks that the lines may have.
pub(super) const SITUATIONS: [(&str, &[&str]); 40] = [
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
    ("tells_capacity", &["own_amount", "own_date"]),
    ("hides_capacity", &[]),
    ("asks_term", &["term"]),
    ("asks_precision", &[]),
    ("asks_amount", &[]),
    ("asks_date", &["amount"]),
    ("asks_method", &["amount", "date"]),
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
];

/// The steps of a call for which there is a hint.
pub(super) const STEPS: [&str; 7] =
    ["introduce", "verify", "purpose", "listen", "negotiate", "recap", "close"];

/// A checked common library.
#[derive(Debug, Clone)]
pub struct Common {
    pub(super) lines: BTreeMap<String, Variants>,
    pub(super) temper: Temper,
    pub(super) hardens_on: Vec<String>,
    pub(super) hints: BTreeMap<String, String>,
}

impl Common {
    pub fn read(source: Source, inventory: &Inventory) -> Result<Self, Vec<Diagnostic>> {
        let (typed, file) = yaml::read::<TypedCommon>(source)?;
        let mut found = Vec::new();
        if typed.format != "debtor-library/1" {
            let path = Path::root().key("format");
            found.push(file.error("unknown-format", &path).arg("expected", "debtor-library/1"));
        }
        let lines = check_lines(typed.lines, &file, &mut found);
        for (situation, _) in SITUATIONS {
            if !lines.contains_key(situation) {
                found
                    .push(file.error("missing-situation", &Path::root().key("lines")).arg("name", situation));
            }
        }
        for step in STEPS.into_iter().filter(|step| !typed.hints.contains_key(*step)) {
            found.push(file.error("missing-situation", &Path::root().key("hints")).arg("name", step));
        }
        check_acts(typed.temper.keys(), inventory, &file, &Path::root().key("temper"), &mut found);
        for (at, act) in typed.hardens_on.iter().enumerate() {
            check_act(act, inventory, &file, &Path::root().key("hardens_on").item(at), &mut found);
        }
        if !found.is_empty() {
            return Err(found);
        }
        let temper = typed.temper.into_iter().map(|(act, shift)| (act, Shift::from(shift))).collect();
        Ok(Self { lines, temper: Temper::new(temper), hardens_on: typed.hardens_on, hints: typed.hints })
    }
}

/// Checks lines under situations: known names, at least one variant each, known blanks.
pub(super) fn check_lines(
    typed: BTreeMap<String, Vec<Line>>,
    file: &File,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Variants> {
    let path = Path::root().key("lines");
    let mut checked = BTreeMap::new();
    for (situation, lines) in typed {
        let path = path.key(&situation);
        match SITUATIONS.iter().find(|(name, _)| *name == situation) {
            Some((_, allowed)) => check_variants(&lines, allowed, file, &path, found),
            None => found.push(
                file.key_error("unknown-situation", &path)
                    .arg("name", situation.as_str())
                    .suggest(&situation, SITUATIONS.iter().map(|(name, _)| *name)),
            ),
        }
        checked.insert(situation.clone(), Variants::new(situation, lines));
    }
    checked
}

/// Checks the variants of one situation: there is one, none is empty or twice there, the blanks are known.
pub(super) fn check_variants(
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
        for name in blanks(&line.text).filter(|name| !allowed.contains(name)) {
            found.push(
                file.error("unknown-blank", &path)
                    .arg("name", name)
                    .arg("known", allowed.join(", "))
                    .suggest(name, allowed.iter().copied()),
            );
        }
    }
}

pub(super) fn check_acts<'a>(
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

pub(super) fn check_act(
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
