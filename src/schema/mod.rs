//! The formats of the files that trainers write, as JSON Schema, so that an editor completes keys and names and underlines
//! what will not do. `shape` is what a value can be, `scenario` and `others` the keys of each format, `document` the
//! schema of one with the names that the library holds.

mod document;
mod others;
mod scenario;
mod shape;

#[cfg(test)]
mod tests;

pub use document::{Names, document};
pub use shape::Format;
