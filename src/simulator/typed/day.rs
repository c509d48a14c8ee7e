//! Days as typed, `2026-11-30`; what is no day is refused as such, so that the finding can say how to write one.

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::{Deserializer, Unexpected, Visitor};

pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    Day::deserialize(deserializer).map(|day| day.0)
}

pub(super) fn read_bounds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<[Date; 2]>, D::Error> {
    let bounds: Option<[Day; 2]> = Option::deserialize(deserializer)?;
    Ok(bounds.map(|bounds| bounds.map(|day| day.0)))
}

#[derive(Debug, Clone, Copy)]
struct Day(Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DayVisitor)
    }
}

struct DayVisitor;

impl Visitor<'_> for DayVisitor {
    type Value = Day;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Day, E> {
        text.trim().parse().map(Day).map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }
}
