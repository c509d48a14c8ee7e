//! The agreement as measures see it: which of its facts some turns repeat with the same values, and which they
//! give with others.

use std::collections::BTreeSet;
use std::rc::Rc;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::evaluation::Excess;
use super::scene::{Mark, Scene, of_entity};
use super::{policy, recap};
use crate::call::Speaker;
use crate::nlu::commitment::{self, Sums};
use crate::nlu::entity::{DateValue, Entity, Value};
use crate::nlu::{Commitment, CommitmentKind, SOME_DAY};

/// A fact that an agreement can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    Amount,
    Date,
    Method,
}

impl Fact {
    pub(super) const ALL: [Self; 3] = [Self::Amount, Self::Date, Self::Method];

    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Date => "date",
            Self::Method => "method",
        }
    }

    pub(super) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fact| fact.id() == id)
    }
}

/// Where the facts of an agreement were named, one mark a fact.
pub(super) fn facts(commitment: &Commitment) -> Vec<(Fact, Mark)> {
    let amount = commitment.amount.as_ref().map(|term| &term.place);
    let amount = amount.or(commitment.plan.as_ref().map(|term| &term.place));
    [
        (Fact::Amount, amount),
        (Fact::Date, commitment.date.as_ref().map(|term| &term.place)),
        (Fact::Method, commitment.method.as_ref().map(|term| &term.place)),
    ]
    .into_iter()
    .filter_map(|(fact, place)| place.map(|place| (fact, of_place(place))))
    .collect()
}

pub(super) fn of_place(place: &commitment::Place) -> Mark {
    Mark { turn: place.turn.0, span: place.span.clone(), act: None, value: None, excess: None }
}

/// What some turns say about the agreement.
#[derive(Debug, Clone)]
pub(super) struct Mentions {
    pub(super) scene: Rc<Scene>,
    pub(super) said: Vec<(Fact, Mark)>,
    pub(super) against: Vec<(Fact, Mark)>,
}

impl Mentions {
    pub(super) fn find(scene: &Rc<Scene>, turns: &[usize]) -> Self {
        let mut found = Self { scene: Rc::clone(scene), said: Vec::new(), against: Vec::new() };
        let Some(commitment) = &scene.commitment else { return found };
        let entities: Vec<(usize, &Entity)> = turns
            .iter()
            .flat_map(|turn| recap::meant(scene, *turn).map(move |entity| (*turn, entity)))
            .collect();
        let sums = Sums::of(commitment, &scene.heard.heard);
        let undated = scene.call().date.is_none();
        let mut together: Vec<(usize, &Entity)> = Vec::new();
        for turn in turns {
            let named: Vec<&Entity> = recap::meant(scene, *turn).collect();
            // One payment is not told by parts of it on different days.
            if commitment.plan.is_none() && days_named(&named) > 1 {
                continue;
            }
            together.extend(sums.said_together(&named).into_iter().map(|entity| (*turn, entity)));
        }
        for (fact, _) in facts(commitment) {
            let same = |(turn, entity): &&(usize, &Entity)| {
                let values = [Some(&entity.value), entity.alternative.as_ref()];
                values.into_iter().flatten().any(|value| agrees(fact, commitment, &sums, value, undated))
                    || fact == Fact::Amount && together.contains(&(*turn, *entity))
            };
            let matching: Vec<_> = entities.iter().filter(same).collect();
            let other = entities.iter().filter(|(_, entity)| about(fact, scene, &entity.value));
            if matching.is_empty() {
                found.against.extend(other.map(|(turn, entity)| (fact, of_entity(*turn, entity))));
            } else {
                found
                    .said
                    .extend(matching.into_iter().map(|(turn, entity)| (fact, of_entity(*turn, entity))));
            }
        }
        found
    }
}

/// How many days these name.
fn days_named(named: &[&Entity]) -> usize {
    let days = named.iter().filter_map(|entity| match &entity.value {
        Value::Date(date) => date.single(),
        _ => None,
    });
    days.collect::<BTreeSet<_>>().len()
}

/// Whether a value could be meant as this fact: the debt as a whole, or a day gone by, is not what was agreed
/// and does not contradict it either.
fn about(fact: Fact, scene: &Scene, value: &Value) -> bool {
    let call = scene.call();
    match (fact, value) {
        (Fact::Amount, Value::Money(money)) => !policy::owed(call, money.amount),
        (Fact::Amount, Value::Plan(_)) | (Fact::Method, Value::Method(_)) => true,
        (Fact::Date, Value::Date(date)) => {
            is_near(date)
                && !matches!((date.to.or(date.from), call.date), (Some(day), Some(today)) if day < today)
        }
        _ => false,
    }
}

/// Whether a value that is named is this fact of the agreement, of which these are the `sums`.
pub(super) fn agrees(fact: Fact, commitment: &Commitment, sums: &Sums, value: &Value, undated: bool) -> bool {
    match (fact, value) {
        (Fact::Amount, value) => sums.says(value),
        (Fact::Date, Value::Date(date)) => {
            commitment.date.as_ref().is_some_and(|term| same_days(&term.value, date, undated))
        }
        (Fact::Method, Value::Method(method)) => {
            commitment.method.as_ref().is_some_and(|term| term.value == *method)
        }
        _ => false,
    }
}

/// A stretch of so many days still says which day is meant: "the week of the 5th"; "in June" does not.
const NEAR: i64 = 7;

/// The same day, or ranges that share one: "el viernes" repeats "este viernes 27". The year is not compared:
/// nobody says it, and the past tense of a recap ("quedamos en el 30 de noviembre") misleads whoever fills it in. Where
/// nobody knows the day of the call, "el 30" is the 30th of whatever month is named with it later.
fn same_days(one: &DateValue, other: &DateValue, undated: bool) -> bool {
    let no_month = |day: Date| undated && (SOME_DAY..SOME_DAY.saturating_add(1.month())).contains(&day);
    let ends = |value: &DateValue| (value.from.unwrap_or(Date::MIN), value.to.unwrap_or(Date::MAX));
    let ((from, to), (other_from, other_to)) = (ends(one), ends(other));
    match (one.single(), other.single()) {
        (Some(day), Some(other)) => {
            day.day() == other.day() && (day.month() == other.month() || no_month(day) || no_month(other))
        }
        (Some(_), None) if !is_near(other) => false,
        _ => from <= other_to && other_from <= to,
    }
}

/// Whether a time is told to the week, or by the day on which it begins or ends ("by Friday").
fn is_near(time: &DateValue) -> bool {
    match (time.from, time.to) {
        (Some(from), Some(to)) => i64::from((to - from).get_days()) < NEAR,
        (from, to) => from.or(to).is_some(),
    }
}

/// Whether the agreement is on paying: only then amount, date and means are to be expected of it.
pub(super) fn pays(kind: CommitmentKind) -> bool {
    matches!(kind, CommitmentKind::Promise | CommitmentKind::Plan | CommitmentKind::Partial)
}

/// Where the agent named the day that was agreed, and the case file does not let it wait so long.
pub(super) fn too_late(scene: &Scene) -> Option<Mark> {
    let agreed = scene.commitment.as_ref().filter(|agreed| pays(agreed.kind))?;
    let term = agreed.date.as_ref()?;
    let most = scene.call().case_file.as_ref()?.policy.max_extension_days?;
    let today = scene.call().date?;
    let day = term.value.single()?;
    let named = u32::try_from((day - today).get_days()).ok().filter(|named| *named > most)?;
    // A day that only the debtor named was not offered.
    let mut agent = (0..scene.call().turns.len()).filter(|at| scene.speaker(*at) == Speaker::Agent);
    agent.find_map(|at| {
        let mut entities = recap::meant(scene, at);
        let told =
            entities.find(|entity| matches!(&entity.value, Value::Date(date) if date.single() == Some(day)));
        // Of several payments the first is the one that may not wait.
        let first = |entity: &Entity| {
            matches!(&entity.value, Value::Date(date) if date.single().is_some_and(|other| today <= other && other < day))
        };
        let several = agreed.plan.is_some() && recap::meant(scene, at).any(first);
        told.filter(|_| !several).map(|entity| Mark { excess: Some(Excess::Days { named, most }), ..of_entity(at, entity) })
    })
}

/// Where a plan was put forward that was agreed, and that has more payments, or smaller ones, than the case file lets the
/// agent agree on.
pub(super) fn beyond(scene: &Scene) -> Vec<Mark> {
    let agreed = scene.commitment.as_ref().filter(|agreed| pays(agreed.kind));
    let (Some(agreed), Some(case)) = (agreed, scene.call().case_file.as_ref()) else { return Vec::new() };
    let Some(plan) = agreed.plan.as_ref().map(|term| &term.value) else { return Vec::new() };
    let Some(excess) = policy::of_plan(&case.policy, plan) else { return Vec::new() };
    let put = agreed.proposals.iter().map(of_place);
    put.map(|mark| Mark { excess: Some(excess.clone()), ..mark }).collect()
}

/// Whether one payment was agreed, for the day of the call.
pub(super) fn pays_today(scene: &Scene) -> bool {
    let agreed = scene.commitment.as_ref().filter(|agreed| pays(agreed.kind) && agreed.plan.is_none());
    let day = agreed.and_then(|agreed| agreed.date.as_ref()?.value.single());
    day.is_some() && day == scene.call().date
}

/// Whether what was agreed is all that is overdue, or all that is owed, in one payment; between firms, all of an invoice.
pub(super) fn pays_all(scene: &Scene) -> bool {
    let agreed = scene.commitment.as_ref().filter(|agreed| pays(agreed.kind) && agreed.plan.is_none());
    let amount = agreed.and_then(|agreed| agreed.amount.as_ref()).map(|term| term.value.amount);
    let call = scene.call();
    amount.zip(call.case_file.as_ref()).is_some_and(|(amount, case)| {
        amount == case.balance.amount
            || amount == case.past_due_total().amount
            || call.business && case.past_due.iter().any(|item| item.amount.amount == amount)
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn same(one: Date, other: Date, undated: bool) -> bool {
        same_days(&DateValue::day(one), &DateValue::day(other), undated)
    }

    #[test]
    fn a_day_without_its_month_is_the_same_day_with_it_only_where_the_call_has_no_date() {
        let (bare, full) = (date(2000, 1, 15), date(1999, 12, 15));
        assert!(same(bare, full, true));
        assert!(!same(bare, date(1999, 12, 16), true));
        assert!(!same(bare, full, false), "the call has a date: its months are known");
        assert!(!same(date(2000, 4, 15), full, true), "both have their months");
    }

    #[test]
    fn the_year_is_not_compared() {
        assert!(same(date(2026, 11, 30), date(2025, 11, 30), false));
    }
}
