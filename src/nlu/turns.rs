//! Labelled turns: whole turns with every act they perform, from which the second layer of the ear learns.
//! Trainers add files of their own; what is wrong in one is told at its place.

use serde::Deserialize;

use crate::diagnostic::Diagnostic;
use crate::messages::Language;
use crate::nlu::act::{Act, Performer};
use crate::nlu::inventory::Inventory;
use crate::source::Source;
use crate::yaml::{self, File, Path};

const FORMAT: &str = "turns/1";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedFile {
    format: String,
    language: Language,
    /// What this file is about, for people and for lists of files.
    #[serde(default, rename = "title")]
    _title: String,
    turns: Vec<TypedTurn>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedTurn {
    by: Party,
    text: String,
    acts: Vec<String>,
    /// Acts about which people would differ: neither taught nor ruled out.
    #[serde(default)]
    maybe: Vec<String>,
    /// What the other party said right before.
    after: Option<String>,
}

/// The two sides of a call; each has an ear of its own in the second layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    Agent,
    /// The debtor, and whoever answers the debtor's telephone.
    Debtor,
}

impl Party {
    pub(super) fn performs(self, by: Performer) -> bool {
        match by {
            Performer::Both => true,
            Performer::Agent => self == Self::Agent,
            Performer::Debtor => self == Self::Debtor,
        }
    }
}

/// A turn with all the acts it performs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelledTurn {
    pub by: Party,
    pub text: String,
    pub acts: Vec<Act>,
    pub maybe: Vec<Act>,
    pub after: Option<String>,
}

/// Whether a file says that it holds labelled turns.
pub(super) fn is_turns(source: &Source) -> bool {
    let format = source.text().lines().find_map(|line| line.strip_prefix("format:"));
    format.is_some_and(|said| said.trim().trim_start_matches(['"', '\'']).starts_with("turns"))
}

/// Reads one file and adds what is wrong in it to `found`.
pub(super) fn read(
    source: Source,
    language: Language,
    inventory: &Inventory,
    found: &mut Vec<Diagnostic>,
) -> Option<(Vec<LabelledTurn>, File)> {
    let (typed, file) = match yaml::read::<TypedFile>(source) {
        Ok(read) => read,
        Err(faults) => {
            found.extend(faults);
            return None;
        }
    };
    if typed.format != FORMAT {
        found.push(file.error("unknown-format", &Path::root().key("format")).arg("expected", FORMAT));
    }
    if typed.language != language {
        found.push(file.error("lexicon-language", &Path::root().key("language")));
    }
    let mut turns = Vec::with_capacity(typed.turns.len());
    for (at, turn) in typed.turns.into_iter().enumerate() {
        for (list, acts) in [("acts", &turn.acts), ("maybe", &turn.maybe)] {
            for (place, id) in acts.iter().enumerate() {
                let path = || Path::root().key("turns").item(at).key(list).item(place);
                match inventory.get(id) {
                    None => found
                        .push(file.error("unknown-act", &path()).arg("act", id).suggest(id, inventory.ids())),
                    Some(entry) if !turn.by.performs(entry.by) => {
                        found.push(file.error("act-of-other-party", &path()).arg("act", id));
                    }
                    Some(_) => {}
                }
            }
        }
        let acts = |ids: Vec<String>| ids.into_iter().map(Act::from).collect();
        turns.push(LabelledTurn {
            by: turn.by,
            text: turn.text,
            acts: acts(turn.acts),
            maybe: acts(turn.maybe),
            after: turn.after,
        });
    }
    Some((turns, file))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(turns: &str) -> Vec<(&'static str, String)> {
        let inventory = "format: acts/1\nacts:\n  - {id: greet, by: both, title: {es: a, en: a}}\n  - {id: hold, by: agent, title: {es: b, en: b}}\n";
        let inventory = Inventory::read(Source::new("acts.yaml", inventory)).unwrap();
        let source = Source::new("mine.yaml", format!("format: turns/1\nlanguage: es\nturns:\n{turns}"));
        let mut found = Vec::new();
        read(source.clone(), Language::Es, &inventory, &mut found);
        let at = |fault: &Diagnostic| {
            fault.labels.first().map(|label| source.text()[label.span.clone()].to_owned())
        };
        found.iter().map(|fault| (fault.code, at(fault).unwrap_or_default())).collect()
    }

    #[test]
    fn sound_turns_have_no_faults() {
        assert_eq!(faults("  - {by: agent, text: hola, acts: [greet, hold]}\n"), []);
        assert_eq!(faults("  - {by: debtor, text: x, acts: [], maybe: [greet], after: hola}\n"), []);
    }

    #[test]
    fn an_unknown_act_and_an_act_of_the_other_party_are_told_at_their_places() {
        assert_eq!(
            faults("  - {by: debtor, text: hola, acts: [greet, gret, hold]}\n"),
            [("unknown-act", "gret".to_owned()), ("act-of-other-party", "hold".to_owned())]
        );
    }

    #[test]
    fn a_file_is_told_by_its_format() {
        assert!(is_turns(&Source::new("x", "# mine\nformat: \"turns/1\"\n")));
        assert!(!is_turns(&Source::new("x", "format: lexicon/1\nturns: 1\n")));
    }
}
