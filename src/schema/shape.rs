//! What a value of a file can be, as data.

use super::{others, scenario};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Scenario,
    Agent,
    Scorecard,
    Lexicon,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Scenario, Self::Agent, Self::Scorecard, Self::Lexicon];

    /// What its files say in `format:`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Scenario => "scenario/1",
            Self::Agent => "agent/1",
            Self::Scorecard => "scorecard/1",
            Self::Lexicon => "lexicon/1",
        }
    }

    pub(super) fn root(self) -> &'static Object {
        match self {
            Self::Scenario => &scenario::SCENARIO,
            Self::Agent => &others::AGENT,
            Self::Scorecard => &others::SCORECARD,
            Self::Lexicon => &others::LEXICON,
        }
    }
}

/// Names that the library, or the program, knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Vocabulary {
    Acts,
    Outcomes,
    Countries,
    /// Language and country: `es-MX`.
    Locales,
    Languages,
    Types,
    Objections,
    Moods,
    Genders,
    Periods,
    Segments,
    Identities,
    Situations,
    GateSituations,
    Steps,
    Scripts,
    Modes,
    Scopes,
    Conducts,
}

impl Vocabulary {
    pub(super) const ALL: [Self; 19] = [
        Self::Acts,
        Self::Outcomes,
        Self::Countries,
        Self::Locales,
        Self::Languages,
        Self::Types,
        Self::Objections,
        Self::Moods,
        Self::Genders,
        Self::Periods,
        Self::Segments,
        Self::Identities,
        Self::Situations,
        Self::GateSituations,
        Self::Steps,
        Self::Scripts,
        Self::Modes,
        Self::Scopes,
        Self::Conducts,
    ];

    /// Its name among the definitions of a schema.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Acts => "acts",
            Self::Outcomes => "outcomes",
            Self::Countries => "countries",
            Self::Locales => "locales",
            Self::Languages => "languages",
            Self::Types => "types",
            Self::Objections => "objections",
            Self::Moods => "moods",
            Self::Genders => "genders",
            Self::Periods => "periods",
            Self::Segments => "segments",
            Self::Identities => "identities",
            Self::Situations => "situations",
            Self::GateSituations => "gate_situations",
            Self::Steps => "steps",
            Self::Scripts => "scripts",
            Self::Modes => "modes",
            Self::Scopes => "scopes",
            Self::Conducts => "conducts",
        }
    }
}

/// What a value can be.
#[derive(Debug)]
pub(super) enum Shape {
    Text,
    Boolean,
    Integer(i64, i64),
    /// Digits between quotes, with a full stop before the decimals.
    Amount,
    Day,
    Exactly(&'static str),
    Name(Vocabulary),
    List(&'static Self),
    /// Both ends of a range.
    Pair(&'static Self),
    /// Any keys of one's own.
    Map(&'static Self),
    /// Keys that are names.
    MapOf(Vocabulary, &'static Self),
    Object(&'static Object),
    Either(&'static [Self]),
    Anything,
}

/// A value with known keys.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) name: &'static str,
    pub(super) keys: &'static [Key],
}

#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) need: Need,
    pub(super) shape: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    Optional,
}

/// A key that has to be there.
pub(super) const fn must(name: &'static str, shape: Shape) -> Key {
    Key { name, need: Need::Required, shape }
}

/// A key that may be there.
pub(super) const fn may(name: &'static str, shape: Shape) -> Key {
    Key { name, need: Need::Optional, shape }
}
