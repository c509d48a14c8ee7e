//! Ensayo: rehearse debt collection calls, and judge real ones, with one ear and one scorecard.

pub mod agent;
pub mod authoring;
pub mod call;
pub mod cli;
pub mod content;
pub mod diagnostic;
pub mod eval;
pub mod library;
pub mod messages;
pub mod nlu;
pub mod report;
pub mod rubric;
pub mod sandbox;
pub mod schema;
pub mod simulator;
pub mod source;
pub mod transcript;
pub mod yaml;
