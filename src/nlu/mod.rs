//! The ear: what a turn does (dialogue acts) and what it names (amounts, dates, plans …), each with its place
//! and the reason it was heard.

mod act;
mod ear;
pub mod entity;
mod heard;
pub mod inflection;
pub mod readability;
pub mod spelling;

pub use act::{Act, Performer};
pub use ear::{Ear, Line};
pub use entity::{Certainty, Entity, Value};
pub use heard::{ActHit, Heard, HeardCall, Reason};
