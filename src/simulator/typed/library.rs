//! The common library as typed: what every debtor of a language can say, and how people take things as a rule;
//! the objections, the types of debtor, and whoever else may pick up, by name.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Segment;
use super::gauge::TypedShift;
use super::objection::TypedObjection;
use super::persona::TypedType;
use crate::simulator::line::Line;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedCommon {
    pub(in crate::simulator) format: String,
    pub(in crate::simulator) lines: BTreeMap<String, Vec<Line>>,
    pub(in crate::simulator) temper: BTreeMap<String, TypedShift>,
    pub(in crate::simulator) hardens_on: Vec<String>,
    pub(in crate::simulator) hints: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedObjections {
    /// Known before the rest is read.
    #[serde(rename = "format")]
    _format: String,
    pub(in crate::simulator) objections: BTreeMap<String, TypedObjection>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedTypes {
    /// Known before the rest is read.
    #[serde(rename = "format")]
    _format: String,
    pub(in crate::simulator) types: BTreeMap<String, TypedType>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedGates {
    /// Known before the rest is read.
    #[serde(rename = "format")]
    _format: String,
    /// Wordings that tell of the debt whoever hears them.
    #[serde(default)]
    pub(in crate::simulator) tells: Vec<String>,
    pub(in crate::simulator) gates: BTreeMap<String, TypedGate>,
}

/// Wordings by which each kind of question is known, by kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedQuestions {
    /// Known before the rest is read.
    #[serde(rename = "format")]
    _format: String,
    pub(in crate::simulator) asked: BTreeMap<String, Vec<String>>,
}

/// What people are asked in any call, by id.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedTopics {
    /// Known before the rest is read.
    #[serde(rename = "format")]
    _format: String,
    pub(in crate::simulator) topics: BTreeMap<String, TypedTopic>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedTopic {
    pub(in crate::simulator) title: String,
    /// Who is asked such a thing, where only one segment is.
    #[serde(default)]
    pub(in crate::simulator) segment: Option<Segment>,
    /// By which words it is known.
    pub(in crate::simulator) asks: Vec<String>,
    /// Acts that such words are not, whatever they resemble.
    #[serde(default)]
    pub(in crate::simulator) never: Vec<String>,
    /// What anybody would say to it.
    pub(in crate::simulator) says: Vec<Line>,
}

/// What somebody who is not the debtor says, by situation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedGate {
    pub(in crate::simulator) lines: BTreeMap<String, Vec<Line>>,
}
