//! Topics: wordings that something waits for, and that no other topic hears as well.

use std::collections::BTreeSet;

use super::review::Review;
use crate::nlu::pattern::Pattern;
use crate::sandbox::Condition;
use crate::simulator::scenario::Scenario;
use crate::yaml::Path;

pub(super) fn review(review: &mut Review<'_>) {
    let scenario = review.scenario;
    let path = Path::root().key("topics");
    let used = used(scenario);
    for id in scenario.topics.keys() {
        let act = format!("topic.{id}");
        if !used.iter().any(|name| *name == act || *name == "topic") {
            review.key_warning("topic-unused", &path.key(id), &[("name", id)]);
        }
    }
    let mut seen: Vec<(&str, &Pattern)> = Vec::new();
    for (id, patterns) in &scenario.topics {
        for (at, pattern) in patterns.iter().enumerate() {
            let twin = seen.iter().find(|(_, other)| *other == pattern).copied();
            if let Some((other, _)) = twin {
                review.warning("topic-repeats-another", &path.key(id).item(at), &[("other", other)]);
            }
            seen.push((id.as_str(), pattern));
        }
    }
}

/// Every act that something in the scenario waits for.
pub(in crate::simulator) fn used(scenario: &Scenario) -> BTreeSet<&str> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for objection in &scenario.objections {
        used.extend(objection.yields_to.keys().map(String::as_str));
        used.extend(objection.hardens_on.iter().chain(&objection.raised_on).map(String::as_str));
    }
    let gate = scenario.answered_by.iter().flat_map(|who| &who.answers);
    used.extend(scenario.answers.iter().chain(gate).flat_map(|it| &it.to).map(String::as_str));
    used.extend(scenario.questions.iter().flat_map(|it| &it.answered_by).map(String::as_str));
    let passes = scenario.answered_by.as_ref().and_then(|who| who.passes_on.as_ref());
    used.extend(passes.iter().flat_map(|it| it.yields_to.keys()).map(String::as_str));
    used.extend(conditions(scenario).flat_map(Condition::quoted).map(|it| it.text.as_str()));
    used
}

fn conditions(scenario: &Scenario) -> impl Iterator<Item = &Condition> {
    let answers = scenario.answers.iter().filter_map(|it| it.when.as_ref());
    let questions = scenario.questions.iter().filter_map(|it| it.when.as_ref());
    answers.chain(questions).chain(scenario.rules.iter().map(|it| &it.when))
}
