//! Scripted agents: who plays a scenario without anybody at the keyboard, by free text and through the ear.
//!
//! An agent knows what a person in her chair knows: the case file, and what the ear hears in the debtor's words.
//! Nothing of the debtor's hidden state reaches her. `typed` → `check` → `moves`; `knowledge` is what she has
//! heard so far, `blanks` what she can put into a sentence, `play` one call, `series` many of them, `tally` and `coverage` what they came to.

mod blanks;
mod check;
mod coverage;
mod knowledge;
mod moves;
mod play;
mod series;
mod tally;
mod typed;
mod vocabulary;

pub use coverage::Coverage;
pub use moves::{Agent, Move};
pub use play::{MOST_TURNS, Run, play, seed_of};
pub use series::{Cast, Plan, Played, series};
pub use tally::Tally;
pub use vocabulary::conditions;
