//! An agent as a trainer types it. `check.rs` turns it into one that can play.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedAgent {
    pub(super) format: String,
    pub(super) id: String,
    /// `es`, `en`: an agent plays the scenarios of her language, whatever their country.
    pub(super) language: String,
    pub(super) title: String,
    /// How she works, for whoever reads the figures.
    pub(super) about: String,
    /// Her name, for the opening of the call.
    pub(super) name: String,
    /// In order: the first that holds is made.
    pub(super) moves: Vec<TypedMove>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedMove {
    pub(super) id: String,
    /// When she does it; absent: whenever nothing above holds.
    pub(super) when: Option<String>,
    /// How often in a call; once where nothing is said.
    pub(super) times: Option<u32>,
    /// Whether she puts the phone down once the debtor has answered this.
    #[serde(default)]
    pub(super) hangs_up: bool,
    /// Ways of saying it.
    pub(super) says: Vec<String>,
}
