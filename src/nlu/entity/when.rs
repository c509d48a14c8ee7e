//! A date while it is being read, and what limits and ranges make of it.

use jiff::civil::Date;

use crate::nlu::entity::calendar::plus_days;
use crate::nlu::entity::found::Found;
use crate::nlu::entity::{Certainty, DateValue, Limit, Period, Value};

#[derive(Debug, Clone, PartialEq)]
pub(super) struct When {
    pub(super) value: DateValue,
    pub(super) alternative: Option<DateValue>,
    pub(super) certainty: Certainty,
    /// Tokens, the end not inside.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) anchor: Anchor,
}

/// What of the date was said, as far as a range or a limit asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Nothing left open.
    Full,
    /// A day of the month alone.
    Day(i8),
    /// Day and month, or a month, without a year.
    NoYear,
    Weekday,
    /// A feast or a month's end: vague once a limit is put on it.
    Vague,
}

impl When {
    pub(super) fn day(date: Date, start: usize, end: usize) -> Self {
        Self::range(date, date, start, end)
    }

    pub(super) fn range(from: Date, to: Date, start: usize, end: usize) -> Self {
        Self {
            value: span(from, to),
            alternative: None,
            certainty: Certainty::Exact,
            start,
            end,
            anchor: Anchor::Full,
        }
    }

    pub(super) fn ambiguous(self, alternative: DateValue) -> Self {
        Self { certainty: Certainty::Ambiguous, ..self.with(alternative) }
    }

    /// Another reading that is no less sure of the first.
    pub(super) fn with(self, alternative: DateValue) -> Self {
        Self { alternative: Some(alternative), ..self }
    }

    pub(super) fn approximate(self) -> Self {
        Self { certainty: Certainty::Approximate, ..self }
    }

    pub(super) fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub(super) fn starting(self, start: usize) -> Self {
        Self { start, ..self }
    }

    pub(super) fn ending(self, end: usize) -> Self {
        Self { end, ..self }
    }

    pub(super) fn every(mut self, period: Period) -> Self {
        self.value.every = Some(period);
        if let Some(alternative) = &mut self.alternative {
            alternative.every = Some(period);
        }
        self
    }

    /// *A más tardar, hasta*: the date itself, as a limit.
    pub(super) fn by(mut self) -> Self {
        self.value.limit = Some(Limit::By);
        if let Some(alternative) = &mut self.alternative {
            alternative.limit = Some(Limit::By);
        }
        self
    }

    /// *Antes de*: up to the day before; some count the day itself.
    pub(super) fn before(self) -> Self {
        let until = |to: Option<Date>| DateValue { from: None, to, limit: Some(Limit::Before), every: None };
        let first = self.value.from.or(self.value.to);
        let value = until(first.map(|date| plus_days(date, -1)));
        Self { value, alternative: Some(until(first)), ..self.limited() }
    }

    /// *Después de*: from the day after.
    pub(super) fn after(self) -> Self {
        let last = self.value.to.or(self.value.from);
        self.open(last.map(|date| plus_days(date, 1)), Limit::After, |value| {
            value.to.map(|date| plus_days(date, 1))
        })
    }

    /// *Desde, a partir de*: from the day itself.
    pub(super) fn since(self) -> Self {
        let first = self.value.from;
        self.open(first, Limit::Since, |value| value.from)
    }

    fn open(self, from: Option<Date>, limit: Limit, other: fn(&DateValue) -> Option<Date>) -> Self {
        let start = |from: Option<Date>| DateValue { from, to: None, limit: Some(limit), every: None };
        let alternative = self.alternative.as_ref().map(other).map(start);
        Self { value: start(from), alternative, ..self.limited() }
    }

    fn limited(self) -> Self {
        let vague = self.anchor == Anchor::Vague && self.certainty == Certainty::Exact;
        if vague { self.approximate() } else { self }
    }

    pub(super) fn into_found(self) -> Found {
        Found {
            value: Value::Date(self.value),
            alternative: self.alternative.map(Value::Date),
            certainty: self.certainty,
            start: self.start,
            end: self.end,
        }
    }
}

pub(super) fn span(from: Date, to: Date) -> DateValue {
    DateValue { from: Some(from), to: Some(to), limit: None, every: None }
}
