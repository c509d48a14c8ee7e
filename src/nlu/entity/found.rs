//! What a parser found: a value, how sure it is, and the tokens it stands in.

use rust_decimal::Decimal;

use crate::call::{Currency, Money};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::{Certainty, DateValue, Entity, Value};

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) value: Value,
    pub(super) alternative: Option<Value>,
    pub(super) certainty: Certainty,
    /// Tokens, the end not inside.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Found {
    pub(super) fn exact(value: Value, start: usize, end: usize) -> Self {
        Self { value, alternative: None, certainty: Certainty::Exact, start, end }
    }

    pub(super) fn money(amount: Decimal, currency: Currency, start: usize, end: usize) -> Self {
        Self::exact(Value::Money(Money { amount, currency }), start, end)
    }

    pub(super) fn certainty(self, certainty: Certainty) -> Self {
        Self { certainty, ..self }
    }

    pub(super) fn or(self, alternative: Option<Value>) -> Self {
        Self { alternative, ..self }
    }

    pub(super) fn date(&self) -> Option<&DateValue> {
        match &self.value {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }

    pub(super) fn into_entity(self, text: &Text<'_>) -> Entity {
        let span = text.span(self.start, self.end);
        Entity { value: self.value, alternative: self.alternative, span, certainty: self.certainty }
    }
}
