//! Which parts of a scenario were ever heard in a series of calls.

use std::collections::BTreeSet;

use super::play::Run;
use crate::call::Speaker;

/// What the debtor said in a series of calls, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    texts: BTreeSet<String>,
    situations: BTreeSet<String>,
}

impl Coverage {
    pub fn add(&mut self, run: &Run) {
        for turn in run.turns.iter().filter(|turn| turn.speaker != Speaker::Agent) {
            if !self.texts.contains(&turn.text) {
                self.texts.insert(turn.text.clone());
            }
        }
        for situation in &run.situations {
            if !self.situations.contains(situation) {
                self.situations.insert(situation.clone());
            }
        }
    }

    pub fn merge(&mut self, other: Self) {
        self.texts.extend(other.texts);
        self.situations.extend(other.situations);
    }
}

impl Coverage {
    /// Whether a line was said: its words in their order, whatever its blanks were filled with.
    pub fn said(&self, line: &str) -> bool {
        let mut pieces = Vec::new();
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('{') {
            pieces.push(before);
            rest = after.split_once('}').map_or("", |(_, after)| after);
        }
        pieces.push(rest);
        self.texts.iter().any(|text| {
            let mut rest = text.as_str();
            // A blank may join what is before it: "de" and "el lunes" make "del lunes".
            pieces.iter().map(|piece| piece.trim_end()).all(|piece| match rest.find(piece) {
                Some(at) => {
                    rest = &rest[at + piece.len()..];
                    true
                }
                None => false,
            })
        })
    }

    /// Whether the objection of this id came up.
    pub fn reached(&self, objection: &str) -> bool {
        let situation = |it: &String| it.strip_prefix(objection).is_some_and(|rest| rest.starts_with('/'));
        self.situations.iter().any(situation)
    }
}

#[cfg(test)]
mod tests {
    use super::Coverage;

    #[test]
    fn a_line_counts_as_said_whatever_its_blanks_held_and_not_in_parts() {
        let coverage = Coverage {
            texts: ["Ajá. Puedo con 600 pesos, el lunes.".to_owned()].into(),
            situations: ["short/opens".to_owned()].into(),
        };
        assert!(coverage.said("Puedo con {own_amount}, {own_date}."));
        assert!(!coverage.said("Puedo con {own_amount}, nada más."));
        assert!(coverage.reached("short") && !coverage.reached("sho"));
    }
}
