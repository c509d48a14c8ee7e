//! First versions of a scenario for whoever writes one: from a few answers, or from a real call. What comes out is a file
//! that plays at once, with notes on what to change. `draft` is what was answered, `sheet` the file, `rehearsed` the
//! tests that agents have played, `real_call` and `masking` what is taken from a transcript.

mod clues;
mod draft;
mod masking;
mod real_call;
mod rehearsed;
mod sheet;

pub use clues::Clues;
pub use draft::{Chosen, Draft, identifier, usual_amount};
pub use real_call::{RealCall, addresses_a_man, amount_named, read_call};
pub use rehearsed::{Cast, Rehearsed, rehearse};
pub use sheet::{Attempt, sheet};
