//! What comes out: the score, and for each criterion what was found, where, and what to do about it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::conduct::Breach;
use super::form::{Caps, Scope};
use super::rollup::{Mode, Points};
use crate::call::{Country, Money, Speaker, Timing, TurnIndex};
use crate::diagnostic::Diagnostic;
use crate::nlu::entity::{DateValue, Method};
use crate::nlu::{Act, Localized};
use crate::source::Span;

/// How a criterion, or one of its parts, turned out. The last two are not zeros and never turn into each other.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    Met,
    Partial,
    Missed,
    /// The call gave no occasion for it.
    NoOpportunity(Option<Localized>),
    /// It could not be judged.
    NotEvaluated(Unjudged),
}

impl State {
    pub fn id(&self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partial => "partial",
            Self::Missed => "missed",
            Self::NoOpportunity(_) => "no_opportunity",
            Self::NotEvaluated(_) => "not_evaluated",
        }
    }
}

/// Why a criterion could not be judged.
#[derive(Debug, Clone, PartialEq)]
pub enum Unjudged {
    /// The measure failed; a diagnostic says where.
    ScriptError,
    /// The measure gave a verdict without a witness; a diagnostic says which.
    NoWitness,
    /// What the measure says.
    Stated(Localized),
}

impl Unjudged {
    pub fn id(&self) -> &'static str {
        match self {
            Self::ScriptError => "script-error",
            Self::NoWitness => "no-witness",
            Self::Stated(_) => "stated",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polarity {
    Supports,
    Against,
}

impl Polarity {
    pub fn id(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Against => "against",
        }
    }
}

/// Which limit of the case file an offer or an agreement passes, and by what.
#[derive(Debug, Clone, PartialEq)]
pub enum Excess {
    /// More payments than there may be.
    Payments { named: u32, most: u32 },
    /// A payment smaller than the least.
    Payment { named: Decimal, least: Money },
    /// A higher discount than may be given.
    Discount { named: Decimal, most: Decimal },
    /// A longer wait than is allowed.
    Days { named: u32, most: u32 },
    /// A way to pay that the case file does not have, by its act.
    NotThere(Act),
}

/// Words of the call that earned or lost points. The quote is copied from the transcript.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    pub turn: TurnIndex,
    pub speaker: Speaker,
    pub timing: Option<Timing>,
    /// Bytes of the turn's text.
    pub span: Span,
    pub quote: String,
    pub act: Option<Act>,
    pub polarity: Polarity,
    /// Where it goes beyond the case file, how.
    pub excess: Option<Excess>,
}

/// Where something was looked for and not found.
#[derive(Debug, Clone, PartialEq)]
pub struct Absence {
    pub from: TurnIndex,
    pub to: TurnIndex,
    /// How many turns were searched between those two.
    pub turns: usize,
    /// Who was listened to, where it was one speaker.
    pub speaker: Option<Speaker>,
    pub acts: Vec<Act>,
    /// The searched words that came closest.
    pub nearest: Option<Evidence>,
}

/// One point of a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub id: String,
    pub title: Localized,
    pub weight: u32,
    pub fraction: Points,
    pub evidence: Vec<Evidence>,
    pub absence: Option<Absence>,
}

impl Part {
    pub fn state(&self) -> State {
        state_of(self.fraction)
    }
}

pub(super) fn state_of(fraction: Points) -> State {
    if fraction <= Points::from_integer(0) {
        State::Missed
    } else if fraction >= Points::from_integer(1) {
        State::Met
    } else {
        State::Partial
    }
}

/// One criterion, judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub id: String,
    pub section: usize,
    pub title: Localized,
    pub state: State,
    /// From 0 to 1; none where it was not judged or had no opportunity.
    pub fraction: Option<Points>,
    pub points: u32,
    pub weight: u32,
    /// Its share of the whole in this call, in per cent.
    pub applied: Points,
    pub critical: bool,
    pub auto_fail: Option<Scope>,
    pub caps: Caps,
    pub parts: Vec<Part>,
    pub evidence: Vec<Evidence>,
    pub absence: Option<Absence>,
    /// What to do better, and words to try.
    pub advice: Option<Localized>,
    pub wording: Option<Localized>,
}

impl Item {
    /// Points earned of `points`.
    pub fn earned(&self) -> Option<Points> {
        self.fraction.map(|fraction| fraction * Points::from_integer(i128::from(self.points)))
    }

    /// The most that the call can score as this turned out.
    pub fn cap(&self) -> Option<u32> {
        match self.state {
            State::Missed => self.caps.missed,
            State::Partial => self.caps.partial,
            State::Met | State::NoOpportunity(_) | State::NotEvaluated(_) => None,
        }
    }

    /// Whether it was missed and takes its section or the form to zero.
    pub fn failed(&self) -> Option<Scope> {
        self.auto_fail.filter(|_| self.state == State::Missed)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct SectionResult {
    pub id: String,
    pub title: Localized,
    pub weight: u32,
    /// The points earned of those possible in it, in per cent.
    pub percent: Option<Points>,
    pub failed: bool,
}

/// What a wording to try is filled with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    pub country: Option<Country>,
    /// The turn in which the agreement was reached.
    pub agreed_at: Option<TurnIndex>,
    /// What one payment comes to.
    pub amount: Option<Money>,
    /// The first payment, where the others differ from it.
    pub first: Option<Money>,
    /// The last payment, where it is another sum.
    pub last: Option<Money>,
    /// How many payments there are, where there are several.
    pub payments: Option<u32>,
    pub date: Option<DateValue>,
    pub method: Option<Method>,
    /// The means as it was named in the call, where it has a name of its own.
    pub method_name: Option<String>,
    pub debtor: Option<String>,
    pub creditor: Option<String>,
    pub debt: Option<Money>,
}

impl Facts {
    /// What was known when a turn was said: of an agreement that came later, nothing.
    #[must_use]
    pub fn known_at(&self, turn: TurnIndex) -> Self {
        if self.agreed_at.is_none_or(|agreed| agreed <= turn) {
            return self.clone();
        }
        Self {
            agreed_at: None,
            amount: None,
            first: None,
            last: None,
            payments: None,
            date: None,
            method: None,
            method_name: None,
            ..self.clone()
        }
    }
}

/// Names of the exact inputs: with these, the same score can be made again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hashes {
    pub transcript: String,
    pub scorecard: String,
    pub scripts: BTreeMap<String, String>,
    /// Given by whoever made the ear.
    pub lexicons: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct BandResult {
    pub id: String,
    pub title: Localized,
}

/// A call, judged by a scorecard.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    pub call: String,
    pub scorecard: String,
    pub version: String,
    pub title: Localized,
    pub mode: Mode,
    pub pass_mark: u32,
    pub sections: Vec<SectionResult>,
    pub items: Vec<Item>,
    /// What must not be, by turn, whatever the scorecard asks.
    pub conduct: Vec<Breach>,
    /// Turns of the agent that can be no witness of anything well done.
    pub harmful: Vec<TurnIndex>,
    /// The score before anything failed or capped it, in per cent; none where nothing could be scored.
    pub raw: Option<Points>,
    /// The score that counts.
    pub score: Option<Points>,
    /// The score of the critical criteria alone.
    pub critical: Option<Points>,
    /// Weight judged of the weight that applied, in per cent.
    pub coverage: Option<Points>,
    pub band: Option<BandResult>,
    pub facts: Facts,
    pub hashes: Hashes,
    pub diagnostics: Vec<Diagnostic>,
}

impl Evaluation {
    /// Whether every criterion that applied was judged.
    pub fn complete(&self) -> bool {
        !self.items.iter().any(|item| matches!(item.state, State::NotEvaluated(_)))
    }

    /// Whether the call reached the pass mark; unknown without a score, or while something is still to judge.
    pub fn passed(&self) -> Option<bool> {
        if self.items.iter().any(|item| item.failed() == Some(Scope::Form)) {
            return Some(false);
        }
        let mark = Points::from_integer(i128::from(self.pass_mark));
        self.score.filter(|_| self.complete()).map(|score| score >= mark)
    }
}
