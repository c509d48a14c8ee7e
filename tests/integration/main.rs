//! The program as its users meet it: what is typed, what is answered, how it ends.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod annotate;
mod authoring;
mod check;
mod diagnostics;
mod eval;
mod evidence;
mod explain;
mod fair;
mod help;
mod learn;
mod list;
mod payment;
mod planted;
mod practice;
mod practice_modes;
mod program;
mod ranking;
mod replies;
mod score;
mod show;
mod simulate;
#[cfg(unix)]
mod terminal;
mod transcripts;
mod trials;
