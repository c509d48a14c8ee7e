//! Calls staged by hand for tests: the words, and what is heard in them.

use jiff::civil::date;
use rust_decimal::Decimal;

use super::entity::{Certainty, DateValue, Entity, Method, PlanValue, Value};
use super::heard::{ActHit, Heard, HeardCall, Reason};
use crate::call::{Call, Country, Currency, Money, Speaker, Turn};
use crate::messages::Language;

/// A call under construction, in Mexico on Saturday 2026-11-21.
#[derive(Debug, Clone)]
pub(crate) struct Staged(pub(crate) HeardCall);

impl Staged {
    pub(crate) fn new() -> Self {
        let mut call = Call::new("staged", Language::Es);
        call.country = Some(Country::Mx);
        call.date = Some(date(2026, 11, 21));
        Self(HeardCall { call, heard: Vec::new() })
    }

    /// An act is heard in the whole turn, or in the words after `=`.
    #[must_use]
    pub(crate) fn turn(mut self, speaker: Speaker, text: &str, acts: &[&str]) -> Self {
        let acts = acts
            .iter()
            .map(|act| {
                let (id, words) = act.split_once('=').unwrap_or((act, text));
                let start = text.find(words).expect("the words are in the turn");
                let reason = Reason::Pattern { act: id.into(), wording: "staged".into() };
                ActHit { act: id.into(), span: start..start + words.len(), reason }
            })
            .collect();
        self.0.call.turns.push(Turn::new(speaker, text));
        self.0.heard.push(Heard { acts, entities: Vec::new() });
        self
    }

    #[must_use]
    pub(crate) fn agent(self, text: &str, acts: &[&str]) -> Self {
        self.turn(Speaker::Agent, text, acts)
    }

    #[must_use]
    pub(crate) fn debtor(self, text: &str, acts: &[&str]) -> Self {
        self.turn(Speaker::Debtor, text, acts)
    }

    /// Something named by the last turn.
    #[must_use]
    pub(crate) fn names(mut self, words: &str, value: Value) -> Self {
        let text = &self.0.call.turns.last().expect("there is a turn").text;
        let start = text.find(words).expect("the words are in the turn");
        let span = start..start + words.len();
        let entity = Entity { value, alternative: None, span, certainty: Certainty::Exact };
        let entities = &mut self.0.heard.last_mut().expect("there is a turn").entities;
        entities.push(entity);
        entities.sort_by_key(|entity| entity.span.start);
        self
    }

    #[must_use]
    pub(crate) fn money(self, words: &str, amount: i64) -> Self {
        self.names(words, Value::Money(Money::new(amount, Currency::MXN)))
    }

    /// A day of November 2026.
    #[must_use]
    pub(crate) fn day(self, words: &str, day: i8) -> Self {
        self.names(words, Value::Date(DateValue::day(date(2026, 11, day))))
    }

    #[must_use]
    pub(crate) fn method(self, words: &str, method: Method) -> Self {
        self.names(words, Value::Method(method))
    }

    #[must_use]
    pub(crate) fn plan(self, words: &str, count: u32, amount: i64) -> Self {
        let amount = Some(Decimal::from(amount));
        self.names(words, Value::Plan(PlanValue { count: Some(count), amount, ..PlanValue::default() }))
    }

    /// The call without its turns at `places`.
    #[must_use]
    pub(crate) fn without(mut self, places: &[usize]) -> Self {
        for at in places.iter().rev() {
            self.0.call.turns.remove(*at);
            self.0.heard.remove(*at);
        }
        self
    }
}
