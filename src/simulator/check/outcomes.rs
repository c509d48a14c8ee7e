//! Whether a call can end as the scenario says that it should.

use rust_decimal::Decimal;

use super::review::Review;
use crate::simulator::gate::Identity;
use crate::simulator::outcome::Outcome;
use crate::simulator::scenario::Scenario;
use crate::yaml::Path;

/// No call that ends so went well, whoever has the phone.
const NEVER_GOOD: [Outcome; 3] = [Outcome::ThirdPartyTold, Outcome::PromiseBroken, Outcome::HungUp];

pub(super) fn review(review: &mut Review<'_>) {
    let scenario = review.scenario;
    let path = Path::root().key("outcomes");
    for (list, name) in [(&scenario.good, "good"), (&scenario.acceptable, "acceptable")] {
        let path = path.key(name);
        for outcome in list {
            let place = item(review, &path, outcome.id());
            let args = [("name", outcome.id())];
            if name == "acceptable" && scenario.good.contains(outcome) {
                review.error("outcome-listed-twice", &place, &args);
            } else if name == "good" && NEVER_GOOD.contains(outcome) {
                review.error("outcome-never-good", &place, &args);
            } else if !possible(review, *outcome) {
                review.error("outcome-impossible", &place, &args);
            }
        }
    }
}

/// The place of an outcome in its list: a set has lost the order of the file.
fn item(review: &Review<'_>, list: &Path, id: &str) -> Path {
    let text = review.file.source().text();
    (0..Outcome::ALL.len())
        .map(|at| list.item(at))
        .find(|path| {
            let place = review.file.place(path);
            place.is_some_and(|span| text[span].trim_matches(['"', '\'']) == id)
        })
        .unwrap_or_else(|| list.clone())
}

fn possible(review: &Review<'_>, outcome: Outcome) -> bool {
    let scenario = review.scenario;
    if scenario.rules.iter().any(|rule| rule.ends == Some(outcome)) {
        return true;
    }
    let gate = scenario.answered_by.as_ref();
    if !review.reaches_debtor() {
        return match outcome {
            Outcome::RightRefusal | Outcome::ThirdPartyTold | Outcome::HungUp | Outcome::Abandoned => true,
            Outcome::Callback => gate.is_some_and(|who| who.identity != Identity::WrongNumber),
            _ => false,
        };
    }
    let policy = &scenario.case_file.policy;
    let (now, monthly) = most(scenario);
    match outcome {
        Outcome::Paid => on_the_call(scenario, now, monthly) >= scenario.case_file.past_due_total().amount,
        Outcome::PromiseKept => !now.max(monthly).is_zero(),
        Outcome::Plan => {
            let allowed = policy.max_installments.is_some_and(|most| most > 1) || policy.restructure;
            !now.max(monthly).is_zero() && (allowed || policy.hardship.is_some())
        }
        Outcome::HardshipReferral => policy.hardship.is_some(),
        Outcome::DisputeRegistered => scenario.objections.iter().any(|it| it.act.starts_with("dispute")),
        Outcome::RightRefusal => gate.is_some() || scenario.objections.iter().any(|it| it.stops_collection),
        Outcome::ThirdPartyTold => gate.is_some(),
        Outcome::PromiseBroken
        | Outcome::Callback
        | Outcome::Refused
        | Outcome::HungUp
        | Outcome::Abandoned => true,
    }
}

/// The most that the debtor can have, at once and each month.
fn most(scenario: &Scenario) -> (Decimal, Decimal) {
    let (means, shuffle) = (&scenario.truth.means, &scenario.shuffle);
    let now = shuffle.now.as_ref().map_or(means.now, |range| means.now.max(*range.end()));
    let monthly = shuffle.monthly.as_ref().map_or(means.monthly, |range| means.monthly.max(*range.end()));
    (now, monthly)
}

/// The most that can be paid on the day of the call.
fn on_the_call(scenario: &Scenario, now: Decimal, monthly: Decimal) -> Decimal {
    let from = scenario.truth.means.from;
    let from = scenario.shuffle.from.as_ref().map_or(from, |range| from.min(*range.start()));
    if scenario.date < from { now } else { now.max(monthly) }
}

/// Whether the debtor can come to any agreement about money.
pub(super) fn deal_possible(review: &Review<'_>) -> bool {
    let scenario = review.scenario;
    let (now, monthly) = most(scenario);
    let programme = scenario.case_file.policy.hardship.is_some();
    review.reaches_debtor()
        && scenario.persona.agrees_at <= scenario.persona.trust.max
        && (programme || !now.max(monthly).is_zero())
}
