//! The states that a call can come to, as far as a condition can tell them apart: whether any of them makes it true.
//!
//! Only the numbers that a condition names matter, each with its neighbours; what cannot be told so is taken for
//! possible.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::conditions;
use crate::sandbox::{Condition, Conditions, NameSet, State, Value};
use crate::simulator::mood::Gauge;
use crate::simulator::scenario::{Objection, Scenario};

/// More combinations than these are not tried.
const MOST: usize = 8192;
/// Later turns are as good as this one.
const LATE: i64 = 60;

/// What is asked of a state beside the condition.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Given<'a> {
    /// The objection in the way.
    pub(super) layer: Option<usize>,
    /// A fact that is not out yet.
    pub(super) hidden: Option<&'a str>,
}

/// Weighs conditions against every state of a scenario.
pub(super) struct States<'a> {
    scenario: &'a Scenario,
    conditions: Conditions,
}

impl<'a> States<'a> {
    pub(super) fn new(scenario: &'a Scenario) -> Self {
        Self { scenario, conditions: conditions() }
    }

    /// Whether a call can come to a state in which the condition holds.
    pub(super) fn possible(&self, when: &Condition, given: Given<'_>) -> bool {
        let text = when.text();
        // Sums and differences move the marks: those conditions are not looked into.
        if text.contains(['+', '-', '*', '/', '%']) {
            return true;
        }
        let asked: BTreeSet<(&str, &str)> =
            when.quoted().iter().map(|it| (it.function.as_str(), it.text.as_str())).collect();
        let asked: Vec<_> = asked.into_iter().collect();
        let axes = self.axes(text, given);
        let worlds = axes.iter().map(|(_, values)| values.len()).product::<usize>();
        let combinations = 1_usize << asked.len().min(20);
        if worlds.saturating_mul(combinations) > MOST {
            return true;
        }
        (0..worlds).any(|world| {
            let values = pick(&axes, world);
            (0..combinations).any(|bits| {
                let true_ones = asked.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
                self.state(values.clone(), true_ones.map(|(_, it)| *it), given)
                    .is_some_and(|state| self.conditions.holds(when, &state).unwrap_or(true))
            })
        })
    }

    /// The values that each variable of the condition can have.
    fn axes(&self, text: &str, given: Given<'_>) -> Vec<(&'static str, Vec<Value>)> {
        let persona = &self.scenario.persona;
        let marks = numbers(text);
        let between = |least: i64, most: i64| -> Vec<Value> {
            let near = marks.iter().flat_map(|mark| [mark - 1, *mark, mark + 1]);
            let all: BTreeSet<i64> =
                near.filter(|it| (least..=most).contains(it)).chain([least, most]).collect();
            all.into_iter().map(Value::Int).collect()
        };
        let layers = i64::try_from(self.scenario.objections.len()).unwrap_or(i64::MAX);
        let layer = given.layer.and_then(|layer| i64::try_from(layer).ok());
        let whole = |name, least: i64, most: i64| {
            // What the condition does not name is as good as anything.
            (name, if text.contains(name) { between(least, most) } else { vec![Value::Int(most)] })
        };
        let flag = |name| {
            let both = vec![Value::Bool(true), Value::Bool(false)];
            (name, if text.contains(name) { both } else { vec![Value::Bool(true)] })
        };
        let gauge = |name, gauge: Gauge, least: i32| {
            whole(name, i64::from(gauge.min.max(least)), i64::from(gauge.max))
        };
        let late = marks.iter().map(|mark| mark + 1).max().unwrap_or_default().max(LATE);
        vec![
            gauge("trust", persona.trust, 0),
            // With no patience left the call is over before anything is weighed.
            gauge("patience", persona.patience, 1),
            whole("turn", 1, late),
            (
                "layer",
                layer
                    .map_or_else(|| (0..=layers).collect(), |layer| vec![layer])
                    .into_iter()
                    .map(Value::Int)
                    .collect(),
            ),
            flag("agreed"),
            flag("raised"),
            flag("purpose"),
        ]
    }

    /// The state with these values in which the helpers are true of these names, if there is one.
    fn state<'n>(
        &self,
        values: BTreeMap<&'static str, Value>,
        names: impl Iterator<Item = (&'n str, &'n str)>,
        given: Given<'_>,
    ) -> Option<State> {
        let mut sets: BTreeMap<Cow<'static, str>, NameSet> = BTreeMap::new();
        for (function, name) in names {
            let mut add = |function: &str| {
                let set = sets.entry(function.to_owned().into()).or_default();
                Rc::make_mut(set).insert(name.to_owned());
            };
            add(function);
            if function == "heard" {
                // What is heard now counts as said.
                add("said");
            }
        }
        let layer = match values.get("layer") {
            Some(Value::Int(layer)) => usize::try_from(*layer).ok()?,
            _ => return None,
        };
        let disclosed = sets.get("disclosed");
        if given.hidden.is_some_and(|fact| disclosed.is_some_and(|set| set.contains(fact))) {
            return None;
        }
        // With objections that may be missing, what comes before what is another matter each time.
        if self.scenario.shuffle.leave_out.is_empty() {
            if disclosed.is_some_and(|set| set.iter().any(|fact| self.earliest(fact) > layer)) {
                return None;
            }
            let gone = self.scenario.objections.iter().take(layer).map(|it| it.id.clone()).collect();
            sets.insert("resolved".into(), Rc::new(gone));
        }
        Some(State { values, sets })
    }

    /// The first layer at which a fact can be out.
    fn earliest(&self, fact: &str) -> usize {
        let scenario = self.scenario;
        let told = |it: &Option<String>| it.as_deref() == Some(fact);
        let free = scenario.answers.iter().any(|it| told(&it.discloses))
            || scenario.rules.iter().any(|it| told(&it.discloses));
        if free {
            return 0;
        }
        let at = |(at, it): (usize, &Objection)| {
            if told(&it.discloses) { Some(at) } else { told(&it.gives_way_discloses).then_some(at + 1) }
        };
        scenario.objections.iter().enumerate().find_map(at).unwrap_or(0)
    }
}

/// One value of each axis, by its number among all combinations.
fn pick(axes: &[(&'static str, Vec<Value>)], mut world: usize) -> BTreeMap<&'static str, Value> {
    let mut values = BTreeMap::new();
    for (name, choices) in axes {
        if let Some(value) = choices.get(world % choices.len().max(1)) {
            values.insert(*name, value.clone());
        }
        world /= choices.len().max(1);
    }
    values
}

/// The whole numbers that a text names.
fn numbers(text: &str) -> Vec<i64> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}
