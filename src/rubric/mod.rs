//! The judge: a scorecard says what counts and how much, a script measures each criterion, and every verdict
//! stands on words of the transcript.
//!
//! A scorecard goes from `form` (as typed) through `check` to [`Scorecard`]; a [`Judge`] runs its measures
//! over a `Scene` and hands back an [`Evaluation`].

mod agreed;
mod announced;
mod check;
mod conduct;
mod disclosure;
mod evaluation;
mod fixture;
mod form;
mod judge;
mod linked;
mod means;
mod norms;
mod picking;
mod policy;
mod recap;
mod rehearsed;
mod rollup;
mod scene;
mod scorecard;
mod sheet;
mod since;
mod vocabulary;
mod witness;
pub mod wording;

pub use check::alone as check_script;
pub use conduct::Breach;
pub use evaluation::{
    Absence, BandResult, Evaluation, Evidence, Excess, Facts, Hashes, Item, Part, Polarity, SectionResult,
    State, Unjudged,
};
pub use form::{Caps, Scope};
pub use judge::Judge;
pub use rollup::{Entry, Mode, Points, applied_weights, mean, score, shown};
pub use scorecard::{Band, Criterion, PartDefinition, Scorecard, Section};

#[cfg(test)]
pub(crate) mod tests;
