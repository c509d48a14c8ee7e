//! The simulator: a scripted debtor on the line. Lines in, events out; who feeds it is not its business.

mod bargaining;
mod check;
mod common;
mod debtor;
mod event;
mod hearing;
mod layers;
mod line;
mod mood;
mod negotiation;
mod opening;
mod outcome;
mod scenario;
mod session;
pub mod speech;
mod terms;
mod typed;

pub use common::Common;
pub use event::Event;
pub use line::Mood;
pub use mood::Move;
pub use negotiation::{Agreement, AgreementKind};
pub use outcome::{Outcome, Standing};
pub use scenario::{OwnWords, Scenario};
pub use session::Session;
pub use terms::Terms;
pub(crate) use line::{blanks, mix};
