//! What was heard in one turn.

use serde::Serialize;

use super::act::Act;
use super::entity::Entity;
use crate::source::Span;

/// Why an act was heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Reason {
    /// A pattern of the lexicon: the act and the family of wordings that fired.
    Pattern { act: Act, wording: String },
    /// What the turn takes up of what the other party had said.
    Echo { words: Vec<String> },
    /// What was learnt from examples: the words that weighed most, in their order.
    Examples { words: Vec<String> },
    /// The turn before made a short answer mean this.
    Context { asked: Act },
    /// Something named in the turn (an amount, a date) where it counts as this act.
    Entity { kind: &'static str },
}

impl Reason {
    /// Which part of the ear heard it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Pattern { .. } => "pattern",
            Self::Echo { .. } => "echo",
            Self::Examples { .. } => "examples",
            Self::Context { .. } => "context",
            Self::Entity { .. } => "entity",
        }
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Pattern { act, wording } => write!(f, "pattern {act}/{wording}"),
            Self::Echo { words } => write!(f, "echo of {}", words.join(", ")),
            Self::Examples { words } => write!(f, "examples: {}", words.join(", ")),
            Self::Context { asked } => write!(f, "answer to {asked}"),
            Self::Entity { kind } => write!(f, "names a {kind}"),
        }
    }
}

/// One act in a turn. The span counts bytes of the turn's text and is never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActHit {
    pub act: Act,
    pub span: Span,
    pub reason: Reason,
}

/// Acts and entities of one turn, each list in order of place.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Heard {
    pub acts: Vec<ActHit>,
    pub entities: Vec<Entity>,
}

impl Heard {
    /// Whether the turn performs `id` or an act of that family.
    pub fn has(&self, id: &str) -> bool {
        self.acts.iter().any(|hit| hit.act.is(id))
    }

    /// Whether this very act is what was heard last in the turn.
    pub(super) fn ends_with(&self, act: &Act) -> bool {
        let end = self.acts.iter().map(|hit| hit.span.end).max();
        self.acts.iter().any(|hit| hit.act == *act && Some(hit.span.end) == end)
    }

    /// The first hit of `id` or its family.
    pub fn first(&self, id: &str) -> Option<&ActHit> {
        self.acts.iter().find(|hit| hit.act.is(id))
    }
}

/// A call with what was heard in each of its turns: `heard` is as long as `call.turns`.
#[derive(Debug, Clone, PartialEq)]
pub struct HeardCall {
    pub call: crate::call::Call,
    pub heard: Vec<Heard>,
}
