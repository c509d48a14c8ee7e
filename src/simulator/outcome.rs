//! How a rehearsed call ended, and what becomes of what was promised.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Paid in full on the call.
    Paid,
    /// A promise that will be kept.
    PromiseKept,
    /// A promise that will be broken: beyond the means, or squeezed out.
    PromiseBroken,
    /// Instalments that can be kept.
    Plan,
    /// Passed to a programme for those who cannot pay.
    HardshipReferral,
    /// A dispute taken down, to be looked into.
    DisputeRegistered,
    /// Another call agreed.
    Callback,
    /// Collecting was rightly stopped: not the debtor, a lawyer, a request to stop, somebody in danger.
    RightRefusal,
    /// The debt was told to somebody else.
    ThirdPartyTold,
    /// The debtor would not agree to anything.
    Refused,
    /// The debtor hung up.
    HungUp,
    /// The agent left before there was anything.
    Abandoned,
}

impl Outcome {
    pub const ALL: [Self; 12] = [
        Self::Paid,
        Self::PromiseKept,
        Self::PromiseBroken,
        Self::Plan,
        Self::HardshipReferral,
        Self::DisputeRegistered,
        Self::Callback,
        Self::RightRefusal,
        Self::ThirdPartyTold,
        Self::Refused,
        Self::HungUp,
        Self::Abandoned,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::PromiseKept => "promise_kept",
            Self::PromiseBroken => "promise_broken",
            Self::Plan => "plan",
            Self::HardshipReferral => "hardship_referral",
            Self::DisputeRegistered => "dispute_registered",
            Self::Callback => "callback",
            Self::RightRefusal => "right_refusal",
            Self::ThirdPartyTold => "third_party_told",
            Self::Refused => "refused",
            Self::HungUp => "hung_up",
            Self::Abandoned => "abandoned",
        }
    }

    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.id() == id)
    }
}

/// How an outcome counts in its scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Good,
    Acceptable,
    Poor,
}

impl Standing {
    pub fn id(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Acceptable => "acceptable",
            Self::Poor => "poor",
        }
    }
}
