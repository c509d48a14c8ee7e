//! Evaluations as people and programs read them: one file a form.

pub mod json;
pub mod text;

mod filled;
mod layout;

#[cfg(test)]
mod tests;

pub use layout::{Colour, Style};
