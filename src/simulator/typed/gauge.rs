//! Trust and patience as typed: a start alone, or with bounds; a mark alone, or with the point where it is left.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

/// `30`, or `{start: 30, min: 10, max: 80}`. All from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::simulator) struct TypedGauge {
    pub(in crate::simulator) start: i32,
    pub(in crate::simulator) min: i32,
    pub(in crate::simulator) max: i32,
}

/// `48`, or `{enter: 48, leave: 40}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::simulator) struct TypedMark {
    pub(in crate::simulator) enter: i32,
    pub(in crate::simulator) leave: Option<i32>,
}

/// How far something moves the debtor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedShift {
    #[serde(default)]
    pub(in crate::simulator) trust: i32,
    #[serde(default)]
    pub(in crate::simulator) patience: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounded {
    start: i32,
    #[serde(default)]
    min: i32,
    #[serde(default = "most")]
    max: i32,
}

fn most() -> i32 {
    100
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Thresholds {
    enter: i32,
    leave: Option<i32>,
}

impl<'de> Deserialize<'de> for TypedGauge {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read: NumberOr<Bounded> = deserializer.deserialize_any(NumberOrVisitor::new("start"))?;
        Ok(match read {
            NumberOr::Number(start) => Self { start, min: 0, max: most() },
            NumberOr::Map(Bounded { start, min, max }) => Self { start, min, max },
        })
    }
}

impl<'de> Deserialize<'de> for TypedMark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read: NumberOr<Thresholds> = deserializer.deserialize_any(NumberOrVisitor::new("enter"))?;
        Ok(match read {
            NumberOr::Number(enter) => Self { enter, leave: None },
            NumberOr::Map(Thresholds { enter, leave }) => Self { enter, leave },
        })
    }
}

enum NumberOr<T> {
    Number(i32),
    Map(T),
}

struct NumberOrVisitor<T> {
    key: &'static str,
    map: std::marker::PhantomData<T>,
}

impl<T> NumberOrVisitor<T> {
    fn new(key: &'static str) -> Self {
        Self { key, map: std::marker::PhantomData }
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for NumberOrVisitor<T> {
    type Value = NumberOr<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a number from 0 to 100, or `{}:` with its bounds", self.key)
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Self::Value, E> {
        i32::try_from(value).map(NumberOr::Number).map_err(|_| E::custom("out of range"))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Self::Value, E> {
        i32::try_from(value).map(NumberOr::Number).map_err(|_| E::custom("out of range"))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(NumberOr::Map).map_err(A::Error::custom)
    }
}
