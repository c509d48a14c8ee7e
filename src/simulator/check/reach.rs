//! What a call can come to: objections that can give way, answers and rules that get their turn, acts that the agent
//! can perform.

use std::collections::BTreeSet;

use super::outcomes::deal_possible;
use super::review::Review;
use super::states::{Given, States};
use crate::call::Speaker;
use crate::nlu::Act;
use crate::sandbox::Condition;
use crate::simulator::scenario::{Objection, Rule, Scenario};
use crate::simulator::typed::Segment;
use crate::yaml::Path;

pub(super) fn review(review: &mut Review<'_>) {
    objections(review);
    claims(review);
    performers(review);
    answers(review);
    rules(review);
    conditions(review);
    facts(review);
    if !review.scenario.signals.lines.is_empty() && !deal_possible(review) {
        review.error("signals-without-deal", &Path::root().key("signals"), &[]);
    }
}

/// Whether an act is another, or of its family.
fn within(act: &str, family: &str) -> bool {
    act.strip_prefix(family).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Whether something other than its own points can take an objection out of the way.
fn has_another_way(objection: &Objection, scenario: &Scenario) -> bool {
    let ruled = scenario.rules.iter().any(|rule| rule.resolves.as_deref() == Some(&objection.id));
    // A dispute gives way to the offer to look into it, whatever its points are.
    let hardens = |act: &str| objection.hardens_on.iter().any(|other| within(act, other));
    ruled || (objection.act.starts_with("dispute") && !hardens("offer_verification"))
}

fn objections(review: &mut Review<'_>) {
    let scenario = review.scenario;
    let most = scenario.persona.trust.max;
    for (at, objection) in scenario.objections.iter().enumerate() {
        let path = Path::root().key("objections").item(at);
        let args = [("id", objection.id.as_str())];
        let hardens = |act: &str| objection.hardens_on.iter().any(|other| within(act, other));
        let mut points = objection.yields_to.iter().filter(|(_, points)| **points > 0);
        let another_way = has_another_way(objection, scenario);
        if !another_way && points.all(|(act, _)| hardens(act)) {
            review.error("objection-only-hardens", &path.key("yields_to"), &args);
        }
        if !another_way && objection.needs_trust > most {
            let most = most.to_string();
            let args = [("id", objection.id.as_str()), ("most", most.as_str())];
            review.error("objection-needs-too-much-trust", &path.key("needs_trust"), &args);
        }
        for act in objection.yields_to.keys() {
            if scenario.persona.hangs_up_on.iter().any(|other| within(act, other)) {
                review.key_warning(
                    "yields-to-what-hangs-up",
                    &path.key("yields_to").key(act),
                    &[("act", act)],
                );
            }
        }
        let used = path.key("use");
        if scenario.segment == Segment::Consumer && review.says(&used) {
            let place = review.file.place(&used).map(|span| &review.file.source().text()[span]);
            let base = place.and_then(|name| review.common.objections.get(name.trim_matches(['"', '\''])));
            if base.is_some_and(|base| base.segment == Some(Segment::Business)) {
                review.warning("objection-of-business", &used, &args);
            }
        }
    }
}

/// A public version is told in the place of something that is not out yet.
fn claims(review: &mut Review<'_>) {
    let scenario = review.scenario;
    let mut out: BTreeSet<&str> = BTreeSet::new();
    for (at, objection) in scenario.objections.iter().enumerate() {
        if let Some(fact) = objection.claims.as_deref().filter(|fact| out.contains(fact)) {
            let path = Path::root().key("objections").item(at).key("claims");
            review.warning("claim-after-truth", &path, &[("name", fact)]);
        }
        out.extend(objection.discloses.as_deref());
        out.extend(objection.gives_way_discloses.as_deref());
    }
}

/// Acts of the wrong party are never heard where they are waited for.
fn performers(review: &mut Review<'_>) {
    let scenario = review.scenario;
    let root = Path::root();
    let mut waited: Vec<(Path, &str)> = Vec::new();
    for (at, objection) in scenario.objections.iter().enumerate() {
        let path = root.key("objections").item(at);
        let acts = objection.yields_to.keys().map(|act| (path.key("yields_to").key(act), act.as_str()));
        waited.extend(acts);
        for (name, list) in [("hardens_on", &objection.hardens_on), ("raised_on", &objection.raised_on)] {
            let path = path.key(name);
            waited.extend(list.iter().enumerate().map(|(at, act)| (path.item(at), act.as_str())));
        }
    }
    for (at, answer) in scenario.answers.iter().enumerate() {
        let path = root.key("answers").item(at).key("to");
        waited.extend(answer.to.iter().enumerate().map(|(at, act)| (path.item(at), act.as_str())));
    }
    for (at, question) in scenario.questions.iter().enumerate() {
        let path = root.key("questions").item(at).key("answered_by");
        waited.extend(question.answered_by.iter().enumerate().map(|(at, act)| (path.item(at), act.as_str())));
    }
    let path = root.key("persona").key("hangs_up_on");
    let ends = scenario.persona.hangs_up_on.iter().enumerate();
    waited.extend(ends.map(|(at, act)| (path.item(at), act.as_str())));
    for (path, act) in waited {
        // What the library says is the library's to mend.
        if review.says_there(&path, act) && !performed_by(review, Speaker::Agent, act) {
            review.key_error("act-of-other-party", &path, &[("act", act)]);
        }
    }
    for (at, objection) in scenario.objections.iter().enumerate() {
        let path = root.key("objections").item(at).key("act");
        if review.says(&path) && !performed_by(review, Speaker::Debtor, &objection.act) {
            review.error("act-of-other-party", &path, &[("act", &objection.act)]);
        }
    }
}

/// Whether a party can perform an act, or any of a family.
fn performed_by(review: &Review<'_>, speaker: Speaker, act: &str) -> bool {
    let inventory = review.inventory;
    let known = |id: &str| inventory.may_perform(speaker, &Act::from(id));
    within(act, "topic") || inventory.ids().any(|id| within(id, act) && known(id))
}

fn answers(review: &mut Review<'_>) {
    let scenario = review.scenario;
    for (at, answer) in scenario.answers.iter().enumerate() {
        let before = scenario.answers.iter().take(at);
        let mut covering = before.filter(|other| {
            let acts = answer.to.iter().all(|act| other.to.iter().any(|wider| within(act, wider)));
            acts && other.when.as_ref().is_none_or(|when| text(Some(when)) == text(answer.when.as_ref()))
        });
        if let Some(other) = covering.next() {
            let path = Path::root().key("answers").item(at).key("to");
            // The variants are named `answer/<id>`.
            let id = other.says.id.strip_prefix("answer/").unwrap_or(&other.says.id);
            review.warning("answer-shadowed", &path, &[("other", id)]);
        }
    }
}

fn text(when: Option<&Condition>) -> Option<&str> {
    when.map(Condition::text)
}

fn rules(review: &mut Review<'_>) {
    let scenario = review.scenario;
    let states = States::new(scenario);
    for (at, rule) in scenario.rules.iter().enumerate() {
        let path = Path::root().key("rules").item(at);
        let ends = scenario.rules.iter().take(at).filter(|other| other.ends.is_some());
        if let Some(other) = ends.into_iter().find(|other| other.when.text() == rule.when.text()) {
            review.error("rule-shadowed", &path.key("when"), &[("other", &other.id)]);
        }
        let layer =
            rule.resolves.as_ref().and_then(|id| scenario.objections.iter().position(|it| it.id == *id));
        // What an earlier rule takes away without a word is gone in the same turn.
        let silent =
            |other: &Rule| other.resolves.is_some() && other.says.lines.is_empty() && other.ends.is_none();
        let chained = scenario.rules.iter().take(at).any(silent);
        let fixed = scenario.shuffle.leave_out.is_empty() && !chained;
        if let Some(layer) = layer.filter(|_| fixed && states.possible(&rule.when, Given::default()))
            && !states.possible(&rule.when, Given { layer: Some(layer), ..Given::default() })
        {
            let id = rule.resolves.as_deref().unwrap_or_default();
            review.error("rule-resolves-too-late", &path.key("resolves"), &[("id", id)]);
        }
    }
}

/// Conditions that no state of the call makes true.
fn conditions(review: &mut Review<'_>) {
    let scenario = review.scenario;
    let states = States::new(scenario);
    let root = Path::root();
    let answers = scenario.answers.iter().enumerate().map(|(at, it)| ("answers", at, it.when.as_ref()));
    let questions = scenario.questions.iter().enumerate().map(|(at, it)| ("questions", at, it.when.as_ref()));
    let rules = scenario.rules.iter().enumerate().map(|(at, it)| ("rules", at, Some(&it.when)));
    for (list, at, when) in answers.chain(questions).chain(rules) {
        if let Some(when) = when.filter(|when| !states.possible(when, Given::default())) {
            review.error("when-never-true", &root.key(list).item(at).key("when"), &[("when", when.text())]);
        }
    }
}

/// Facts that come out only where they are out already.
fn facts(review: &mut Review<'_>) {
    let scenario = review.scenario;
    let states = States::new(scenario);
    for fact in scenario.facts.keys() {
        let told = |it: &Option<String>| it.as_ref() == Some(fact);
        let by_objection =
            scenario.objections.iter().any(|it| told(&it.discloses) || told(&it.gives_way_discloses));
        let given = Given { hidden: Some(fact), ..Given::default() };
        let can = |when: Option<&Condition>| when.is_none_or(|when| states.possible(when, given));
        let answered = scenario.answers.iter().any(|it| told(&it.discloses) && can(it.when.as_ref()));
        let ruled = scenario.rules.iter().any(|it| told(&it.discloses) && can(Some(&it.when)));
        // Conditions that can never be true at all are told as such.
        let never =
            |when: Option<&Condition>| when.is_some_and(|when| !states.possible(when, Given::default()));
        let hopeless = scenario.answers.iter().any(|it| told(&it.discloses) && never(it.when.as_ref()))
            || scenario.rules.iter().any(|it| told(&it.discloses) && never(Some(&it.when)));
        if !(by_objection || answered || ruled || hopeless) {
            let path = Path::root().key("facts").key(fact);
            review.key_error("fact-waits-for-itself", &path, &[("name", fact)]);
        }
    }
}
