//! The inventory of dialogue acts: which there are, who performs them, what people call them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::call::Speaker;
use crate::diagnostic::Diagnostic;
use crate::messages::Language;
use crate::nlu::act::{Act, Performer};
use crate::nlu::pattern::EntityKind;
use crate::source::Source;
use crate::yaml::{self, Path};

/// A text in every language of the product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localized {
    pub es: String,
    pub en: String,
}

impl Localized {
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Es => &self.es,
            Language::En => &self.en,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    format: String,
    acts: Vec<TypedAct>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedAct {
    id: String,
    by: Performer,
    title: Localized,
    #[serde(default)]
    evidence: Evidence,
    #[serde(default)]
    names: Vec<EntityKind>,
}

/// How sure the ear has to be of an act that no pattern hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    #[default]
    Plain,
    /// Held against the speaker as bad manners.
    HeldAgainst,
    /// Held against the speaker as a breach of the law: heard only when there is little doubt.
    Unlawful,
}

/// One act of the inventory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActEntry {
    pub act: Act,
    pub by: Performer,
    pub title: Localized,
    pub evidence: Evidence,
    /// Nobody performs the act without naming one of these kinds of thing: a sum cannot be proposed without a sum.
    /// Empty where it needs none.
    pub names: Vec<EntityKind>,
}

/// All acts, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inventory {
    acts: BTreeMap<String, ActEntry>,
}

impl Inventory {
    pub fn read(source: Source) -> Result<Self, Vec<Diagnostic>> {
        let (typed, file) = yaml::read::<Typed>(source)?;
        let mut found = Vec::new();
        if typed.format != "acts/1" {
            found.push(file.error("unknown-format", &Path::root().key("format")).arg("expected", "acts/1"));
        }
        let mut acts = BTreeMap::new();
        for (at, entry) in typed.acts.into_iter().enumerate() {
            let act = Act::from(entry.id.as_str());
            let id = entry.id.clone();
            let TypedAct { by, title, evidence, names, .. } = entry;
            let known = ActEntry { act, by, title, evidence, names };
            if acts.insert(id.clone(), known).is_some() {
                let path = Path::root().key("acts").item(at).key("id");
                found.push(file.error("duplicate-id", &path).arg("id", id));
            }
        }
        if found.is_empty() { Ok(Self { acts }) } else { Err(found) }
    }

    pub fn get(&self, id: &str) -> Option<&ActEntry> {
        self.acts.get(id)
    }

    /// Whether `id` is an act or a family of acts.
    pub fn knows(&self, id: &str) -> bool {
        self.acts.contains_key(id) || self.acts.values().any(|entry| entry.act.is(id))
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.acts.keys().map(String::as_str)
    }

    pub fn entries(&self) -> impl Iterator<Item = &ActEntry> {
        self.acts.values()
    }

    /// Whether a speaker can perform an act.
    pub fn may_perform(&self, speaker: Speaker, act: &Act) -> bool {
        self.get(act.id()).is_some_and(|entry| match entry.by {
            Performer::Both => speaker != Speaker::System,
            Performer::Agent => speaker == Speaker::Agent,
            Performer::Debtor => matches!(speaker, Speaker::Debtor | Speaker::ThirdParty),
        })
    }
}
