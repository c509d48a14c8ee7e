//! Who speaks, as typed; and the types of debtor that fill in what is not said.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::gauge::{TypedGauge, TypedMark, TypedShift};

/// Which form of `{segura|seguro}` somebody says of herself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    #[default]
    Female,
    Male,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedPersona {
    /// How the screen calls the debtor.
    pub(in crate::simulator) name: String,
    #[serde(default)]
    pub(in crate::simulator) gender: Gender,
    /// A type of the common library: gives whatever is not written here.
    #[serde(rename = "type")]
    pub(in crate::simulator) kind: Option<String>,
    /// Who this is, for the debrief.
    pub(in crate::simulator) about: String,
    pub(in crate::simulator) trust: Option<TypedGauge>,
    pub(in crate::simulator) patience: Option<TypedGauge>,
    /// Trust from which the debtor tells the truth.
    pub(in crate::simulator) opens_at: Option<TypedMark>,
    /// Trust from which the debtor agrees to what he can keep.
    pub(in crate::simulator) agrees_at: Option<i32>,
    /// What every turn of the agent moves, whatever she says.
    pub(in crate::simulator) drift: Option<TypedShift>,
    /// How this debtor differs from the common temper: act → changes.
    #[serde(default)]
    pub(in crate::simulator) temper: BTreeMap<String, TypedShift>,
    /// Acts that end the call; the first of them is answered with a warning where `warns` says so.
    pub(in crate::simulator) hangs_up_on: Option<Vec<String>>,
    pub(in crate::simulator) warns: Option<bool>,
    /// How many pressing turns it takes until the debtor promises anything to be left in peace; 0: never.
    pub(in crate::simulator) gives_in_after: Option<u32>,
}

/// One type of debtor.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedType {
    pub(in crate::simulator) title: String,
    /// What a trainer has to know of the type.
    pub(in crate::simulator) about: String,
    pub(in crate::simulator) trust: TypedGauge,
    pub(in crate::simulator) patience: TypedGauge,
    pub(in crate::simulator) opens_at: TypedMark,
    pub(in crate::simulator) agrees_at: i32,
    #[serde(default)]
    pub(in crate::simulator) drift: TypedShift,
    #[serde(default)]
    pub(in crate::simulator) temper: BTreeMap<String, TypedShift>,
    #[serde(default)]
    pub(in crate::simulator) hangs_up_on: Vec<String>,
    #[serde(default)]
    pub(in crate::simulator) warns: bool,
    #[serde(default)]
    pub(in crate::simulator) gives_in_after: u32,
}
