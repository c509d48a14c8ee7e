//! What the program tells people and other programs: one file for each thing told and each way to tell it.

pub mod annotation;
pub mod case_file;
pub mod consequence;
pub mod debrief;
pub mod eval;
pub mod findings;
pub mod graph;
pub mod guide;
pub mod json;
pub mod links;
pub mod overview;
mod redo;
pub mod rehearsal;
pub mod simulation;
pub mod text;
pub mod trial;

mod filled;
mod layout;
mod limits;
mod title;

#[cfg(test)]
mod tests;

pub use layout::{Colour, Style, wrap};
