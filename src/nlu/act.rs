//! The id of a dialogue act. The inventory itself is data: `lexicons/acts.yaml`.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A dialogue act's id, such as `offer.installments`. Ids are stable: they are added, never renamed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Act(Arc<str>);

impl Act {
    pub fn id(&self) -> &str {
        &self.0
    }

    /// Whether this is `id`, or of the family `id` (`offer` holds `offer.discount`).
    pub fn is(&self, id: &str) -> bool {
        self.0.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

impl From<&str> for Act {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl From<String> for Act {
    fn from(id: String) -> Self {
        Self(id.into())
    }
}

impl From<Act> for String {
    fn from(act: Act) -> Self {
        act.0.as_ref().to_owned()
    }
}

impl Borrow<str> for Act {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Act {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl PartialEq<&str> for Act {
    fn eq(&self, other: &&str) -> bool {
        &*self.0 == *other
    }
}

impl fmt::Debug for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who can perform an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Performer {
    Agent,
    Debtor,
    Both,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_holds_its_members_and_not_its_namesakes() {
        assert!(Act::from("offer.discount").is("offer"));
        assert!(Act::from("offer.discount").is("offer.discount"));
        assert!(!Act::from("offer_documents").is("offer"));
    }
}
