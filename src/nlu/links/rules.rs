//! Which acts ask, which answer nothing, and which take up which objection: `rules/links.yaml`, as typed there.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::call::Speaker;
use crate::diagnostic::Diagnostic;
use crate::nlu::act::Act;
use crate::nlu::heard::{ActHit, Heard};
use crate::source::Source;
use crate::yaml::{self, Path};

const FORMAT: &str = "links/1";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    format: String,
    pub(super) questions: Questions,
    pub(super) objections: Objections,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Questions {
    pub(super) within: usize,
    agent: Vec<String>,
    debtor: Vec<String>,
    yes_is_enough: Vec<String>,
    answers_nothing: Vec<Vec<String>>,
    asks_back: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Objections {
    pub(super) within: usize,
    always: Vec<String>,
    kinds: Vec<Kind>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    raised: Vec<String>,
    by: Vec<String>,
}

/// The copy inside the program.
pub(super) static BUILT_IN: LazyLock<Rules> = LazyLock::new(|| {
    let source = Source::new("rules/links.yaml", include_str!("../../../rules/links.yaml"));
    Rules::read(source).expect("a test reads the rules that are built in")
});

impl Rules {
    fn read(source: Source) -> Result<Self, Vec<Diagnostic>> {
        let (rules, file) = yaml::read::<Self>(source)?;
        if rules.format == FORMAT {
            Ok(rules)
        } else {
            let path = Path::root().key("format");
            Err(vec![file.error("unknown-format", &path).arg("expected", FORMAT)])
        }
    }
}

impl Questions {
    /// The acts by which a turn of this speaker asks something.
    pub(super) fn asked<'a>(&self, speaker: Speaker, heard: &'a Heard) -> Vec<&'a ActHit> {
        let asking = match speaker {
            Speaker::Agent => &self.agent,
            Speaker::Debtor | Speaker::ThirdParty => &self.debtor,
            Speaker::System => return Vec::new(),
        };
        heard.acts.iter().filter(|hit| any(asking, &hit.act)).collect()
    }

    pub(super) fn yes_is_enough(&self, act: &Act) -> bool {
        any(&self.yes_is_enough, act)
    }

    pub(super) fn answers_nothing(&self, act: &Act) -> bool {
        self.answers_nothing.iter().any(|acts| any(acts, act))
    }

    /// Whether an act asks, whoever performs it.
    pub(super) fn asks(&self, act: &Act) -> bool {
        [&self.agent, &self.debtor, &self.asks_back].iter().any(|acts| any(acts, act))
    }
}

impl Objections {
    /// What, besides having listened, takes up this act; nothing where it is no objection.
    fn kind(&self, act: &Act) -> Option<&Kind> {
        self.kinds.iter().find(|kind| any(&kind.raised, act))
    }

    pub(super) fn is_one(&self, act: &Act) -> bool {
        self.kind(act).is_some()
    }

    pub(super) fn takes_up(&self, objection: &Act, reply: &Act) -> bool {
        self.kind(objection).is_some_and(|kind| any(&self.always, reply) || any(&kind.by, reply))
    }
}

fn any(ids: &[String], act: &Act) -> bool {
    ids.iter().any(|id| act.is(id))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::nlu::Inventory;

    fn inventory() -> Inventory {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/lexicons/acts.yaml");
        let text = std::fs::read_to_string(path).expect("the inventory is shipped");
        Inventory::read(Source::new("lexicons/acts.yaml", text)).expect("the inventory is right")
    }

    #[test]
    fn every_act_that_the_rules_name_is_in_the_inventory() {
        let inventory = inventory();
        let Rules { questions, objections, .. } = &*BUILT_IN;
        let lists = [&questions.agent, &questions.debtor, &questions.yes_is_enough, &questions.asks_back];
        let lists = lists.into_iter().chain(&questions.answers_nothing).chain([&objections.always]);
        let kinds = objections.kinds.iter().flat_map(|kind| [&kind.raised, &kind.by]);
        for id in lists.chain(kinds).flatten() {
            assert!(inventory.knows(id), "{id}");
        }
    }

    #[test]
    fn no_objection_stands_under_two_kinds() {
        let mut seen = BTreeSet::new();
        for id in BUILT_IN.objections.kinds.iter().flat_map(|kind| &kind.raised) {
            assert!(seen.insert(id), "{id}");
        }
    }

    #[test]
    fn every_trouble_excuse_and_dispute_of_the_inventory_is_an_objection() {
        for entry in inventory().entries() {
            let family = ["hardship", "excuse", "dispute"].iter().any(|family| entry.act.is(family));
            assert!(!family || BUILT_IN.objections.is_one(&entry.act), "{}", entry.act);
        }
        assert!(!BUILT_IN.objections.is_one(&Act::from("agree")));
    }

    #[test]
    fn rules_of_another_format_are_refused() {
        let text = include_str!("../../../rules/links.yaml").replace(FORMAT, "links/9");
        let found = Rules::read(Source::new("rules/links.yaml", text)).expect_err("the format is unknown");
        assert_eq!(found.iter().map(|fault| fault.code).collect::<Vec<_>>(), ["unknown-format"]);
    }
}
