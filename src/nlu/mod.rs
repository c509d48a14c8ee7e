//! The ear: what a turn does (dialogue acts) and what it names (amounts, dates, plans …), each with its place
//! and the reason it was heard.

mod act;
mod automaton;
pub mod commitment;
pub mod consequence;
pub mod demand;
mod ear;
mod echo;
pub mod entity;
mod examples;
mod fired;
mod heard;
pub mod inflection;
mod inventory;
mod lexicon;
pub mod links;
mod marked;
mod memo;
mod memory;
pub mod pattern;
mod precedence;
pub mod proof;
pub mod readability;
mod rehearsed;
pub mod spelling;
#[cfg(test)]
pub(crate) mod staged;
pub mod text;
mod turns;
mod vocabulary;

pub use act::{Act, Performer};
pub use commitment::{Commitment, CommitmentKind};
pub use consequence::{Consequence, Reading};
pub use ear::{Ear, Earlier, Layers, Line, SOME_DAY};
pub use entity::{Certainty, Entity, Value};
pub use examples::{Learnt, Unusable, teach};
pub use heard::{ActHit, Heard, HeardCall, Reason};
pub use inventory::{ActEntry, Evidence, Inventory, Localized};
pub use lexicon::{Counts, Example, Lexicon};
pub use links::Links;
pub use memo::{Hears, Remembering};
pub use memory::Memory;
pub use rehearsed::{Course, Rehearsed, Settled};
pub use turns::{LabelledTurn, Party};
