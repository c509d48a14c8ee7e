//! Whether the ear hears in a scenario's lines what its author meant by them: whoever judges the call knows of an
//! objection only what is heard of it.

use super::scenario::Scenario;
use crate::call::Speaker;
use crate::diagnostic::Diagnostic;
use crate::nlu::{Ear, Line};
use crate::yaml::{File, Path};

impl Scenario {
    /// A warning for each line that brings up an objection and is not heard as the objection's act.
    pub fn unheard(&self, ear: &Ear) -> Vec<Diagnostic> {
        let file = File::new(self.source.clone());
        let setting = self.setting();
        let mut found = Vec::new();
        for (at, objection) in self.objections.iter().enumerate() {
            let opens = Path::root().key("objections").item(at).key("opens");
            for (number, line) in objection.opens.lines.iter().enumerate() {
                let said = Line { speaker: Speaker::Debtor, text: &line.text };
                let heard = ear.hear(said, &[], &setting);
                if heard.has(&objection.act) {
                    continue;
                }
                let others: Vec<&str> = heard.acts.iter().map(|hit| hit.act.id()).collect();
                let others = if others.is_empty() { "–".to_owned() } else { others.join(", ") };
                let warning = file.warning("objection-not-heard", &opens.item(number));
                found.push(warning.arg("act", objection.act.as_str()).arg("heard", others));
            }
        }
        found
    }
}
