//! Labelled turns: whole turns with every act they perform, from which the second layer of the ear learns.

use std::collections::BTreeSet;

use crate::call::Speaker;
use crate::nlu::act::{Act, Performer};

/// The two sides of a call; each has an ear of its own in the second layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    Agent,
    /// The debtor, and whoever answers the debtor's telephone.
    Debtor,
}

impl Party {
    pub const BOTH: [Self; 2] = [Self::Agent, Self::Debtor];

    /// Whose ear hears a speaker; none hears the system.
    pub fn of(speaker: Speaker) -> Option<Self> {
        match speaker {
            Speaker::Agent => Some(Self::Agent),
            Speaker::Debtor | Speaker::ThirdParty => Some(Self::Debtor),
            Speaker::System => None,
        }
    }

    pub(super) fn performs(self, by: Performer) -> bool {
        match by {
            Performer::Both => true,
            Performer::Agent => self == Self::Agent,
            Performer::Debtor => self == Self::Debtor,
        }
    }

    /// As which speaker the party's turns are heard, and as which the other's.
    pub(super) fn speakers(self) -> (Speaker, Speaker) {
        match self {
            Self::Agent => (Speaker::Agent, Speaker::Debtor),
            Self::Debtor => (Speaker::Debtor, Speaker::Agent),
        }
    }
}

/// A turn with all the acts it performs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelledTurn {
    pub by: Party,
    pub text: String,
    pub acts: BTreeSet<Act>,
    /// Acts about which people would differ: neither taught nor ruled out.
    pub maybe: BTreeSet<Act>,
    /// What the other party said right before.
    pub after: Option<String>,
    /// Whether the patterns were written without sight of it, so that what they hear in it tells how far to trust
    /// them.
    pub unseen: bool,
}
