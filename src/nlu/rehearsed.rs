//! What a rehearsal knows of its call beside the words: what was settled, and what kind of call it was. A transcript
//! alone knows none of it, and the ear has to do.

use jiff::civil::Date;

use super::commitment::CommitmentKind;
use super::entity::{Method, PlanValue};
use crate::call::{Money, TurnIndex};

/// What is known without listening.
#[derive(Debug, Clone, PartialEq)]
pub struct Rehearsed {
    /// What the debtor holds as agreed at the end.
    pub settled: Option<Settled>,
    pub course: Course,
    /// Whether something of the debt is in dispute.
    pub disputed: bool,
    /// Whether whoever is the debtor of the call is the one who owes; an heir or a stranger is not.
    pub holder: bool,
    /// The agent's turns that told somebody else of the debt.
    pub told: Vec<TurnIndex>,
    /// Where the debtor gave the first of the data that identify her.
    pub verified: Option<TurnIndex>,
}

/// What the call was one for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    Collecting,
    /// The right end of it is not to collect.
    Stopping,
}

/// The terms that stand at the end, and where they first did.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    pub kind: CommitmentKind,
    /// The agent's turn that was accepted.
    pub turn: TurnIndex,
    pub amount: Option<Money>,
    pub plan: Option<PlanValue>,
    pub date: Option<Date>,
    pub method: Option<Method>,
}
