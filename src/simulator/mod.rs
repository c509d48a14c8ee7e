//! The simulator: a scripted debtor on the line. Lines in, events out; who feeds it is not its business.

mod asking;
mod bargaining;
mod check;
mod clause;
mod common;
mod debtor;
mod event;
mod gate;
mod hearing;
mod layers;
mod line;
mod mood;
mod negotiation;
mod opening;
mod outcome;
mod saying;
mod scenario;
mod session;
mod shuffle;
pub mod speech;
mod terms;
pub mod trial;
mod typed;

pub use common::{Common, DebtorType, Shelved};
pub use event::{Event, Said};
pub use gate::{AnsweredBy, Identity, PassesOn};
pub use line::Mood;
pub(crate) use line::{blanks, mix};
pub use mood::{DRIFT, Move};
pub use negotiation::{Agreement, AgreementKind};
pub use outcome::{Outcome, Standing};
pub use scenario::{Fact, OwnWords, Scenario};
pub use session::Session;
pub use terms::{Reading, Terms};
pub use typed::{Every, Gender, Segment};
