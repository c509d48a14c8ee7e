//! An evaluation for programs. The schema has a version; keys are in alphabetical order; scores are rounded to
//! two decimals, and every fraction is also given exactly.

use serde_json::{Map, Number, Value, json};

use super::filled;
use crate::call::Call;
use crate::messages::Messages;
use crate::nlu::Localized;
use crate::rubric::{
    Absence, Evaluation, Evidence, Excess, Item, Part, Points, Scope, State, Unjudged, shown,
};

/// The schema of the value that [`evaluation`] makes.
pub const SCHEMA: &str = "ensayo/evaluation/1";

/// The evaluation as a JSON value. Texts are in the language of `messages`; ids are the same in every language.
pub fn evaluation(evaluation: &Evaluation, call: &Call, messages: &Messages) -> Value {
    let text = |text: &Localized| text.get(messages.language()).to_owned();
    json!({
        "schema": SCHEMA,
        "language": messages.language().code(),
        "call": {
            "id": evaluation.call,
            "turns": call.turns.len(),
            "language": call.language.code(),
            "country": call.country.map(crate::call::Country::code),
            "date": call.date.map(|date| date.to_string()),
        },
        "scorecard": {
            "id": evaluation.scorecard,
            "version": evaluation.version,
            "title": text(&evaluation.title),
            "pass_mark": evaluation.pass_mark,
        },
        "mode": evaluation.mode.id(),
        "score": evaluation.score.map(number),
        "raw_score": evaluation.raw.map(number),
        "critical_score": evaluation.critical.map(number),
        "coverage": evaluation.coverage.map(number),
        "complete": evaluation.complete(),
        "passed": evaluation.passed(),
        "band": evaluation.band.as_ref().map(|band| json!({ "id": band.id, "title": text(&band.title) })),
        "conduct": evaluation
            .conduct
            .iter()
            .map(|breach| json!({
                "kind": breach.kind.id(),
                "grave": breach.kind.is_grave(),
                "words": words(&breach.evidence),
                "law": breach.law,
            }))
            .collect::<Vec<_>>(),
        "auto_fails": evaluation
            .items
            .iter()
            .filter_map(|item| item.failed().map(|scope| json!({ "criterion": item.id, "scope": scope_id(scope) })))
            .collect::<Vec<_>>(),
        "sections": evaluation
            .sections
            .iter()
            .map(|section| json!({
                "id": section.id,
                "title": text(&section.title),
                "weight": section.weight,
                "percent": section.percent.map(number),
                "failed": section.failed,
            }))
            .collect::<Vec<_>>(),
        "criteria": evaluation.items.iter().map(|item| criterion(item, evaluation, messages)).collect::<Vec<_>>(),
        "hashes": {
            "transcript": evaluation.hashes.transcript,
            "scorecard": evaluation.hashes.scorecard,
            "scripts": evaluation.hashes.scripts,
            "lexicons": evaluation.hashes.lexicons,
        },
        "diagnostics": evaluation
            .diagnostics
            .iter()
            .map(|found| {
                let place = found.position();
                json!({
                    "code": found.code,
                    "message": found.title(messages),
                    "file": found.source.name(),
                    "line": place.map(|place| place.line),
                    "column": place.map(|place| place.column),
                })
            })
            .collect::<Vec<_>>(),
    })
}

fn criterion(item: &Item, evaluation: &Evaluation, messages: &Messages) -> Value {
    let language = messages.language();
    let reason = match &item.state {
        State::NoOpportunity(reason) => reason.as_ref().map(|reason| reason.get(language).to_owned()),
        State::NotEvaluated(Unjudged::Stated(reason)) => Some(reason.get(language).to_owned()),
        State::NotEvaluated(reason) => Some(reason.id().to_owned()),
        State::Met | State::Partial | State::Missed => None,
    };
    json!({
        "id": item.id,
        "section": evaluation.sections.get(item.section).map(|section| section.id.as_str()),
        "title": item.title.get(language),
        "state": item.state.id(),
        "reason": reason,
        "fraction": item.fraction.map(|fraction| fraction.to_string()),
        "earned": item.earned().map(number),
        "max": item.points,
        "weight": item.weight,
        "applied_weight": number(item.applied),
        "contribution": item.fraction.map(|fraction| number(fraction * item.applied)),
        "critical": item.critical,
        "auto_fail": item.auto_fail.map(scope_id),
        "cap": item.cap(),
        "source": "rule",
        "parts": item.parts.iter().map(|own| part(own, messages)).collect::<Vec<_>>(),
        "evidence": item.evidence.iter().map(evidence).collect::<Vec<_>>(),
        "absence": item.absence.as_ref().map(absence),
        "advice": item.advice.as_ref().map(|advice| advice.get(language)),
        "try": item.wording.as_ref().map(|wording| filled::fill(wording, &evaluation.facts, messages)),
    })
}

fn part(part: &Part, messages: &Messages) -> Value {
    json!({
        "id": part.id,
        "title": part.title.get(messages.language()),
        "state": part.state().id(),
        "weight": part.weight,
        "fraction": part.fraction.to_string(),
        "evidence": part.evidence.iter().map(evidence).collect::<Vec<_>>(),
        "absence": part.absence.as_ref().map(absence),
    })
}

/// Words of the call: `turn` counts from 1, `span` in bytes of the turn's text.
fn evidence(evidence: &Evidence) -> Value {
    let mut value = words(evidence);
    value.insert("polarity".to_owned(), evidence.polarity.id().into());
    if let Some(excess) = &evidence.excess {
        value.insert("beyond".to_owned(), limit(excess));
    }
    Value::Object(value)
}

/// The limit of the case file that the words pass, and what they named.
fn limit(excess: &Excess) -> Value {
    match excess {
        Excess::Payments { named, most } => json!({"limit": "payments", "named": named, "most": most}),
        Excess::Payment { named, least } => {
            json!({"limit": "payment", "named": named.to_string(), "least": least.amount.to_string()})
        }
        Excess::Discount { named, most } => {
            json!({"limit": "discount", "named": named.to_string(), "most": most.to_string()})
        }
        Excess::Days { named, most } => json!({"limit": "days", "named": named, "most": most}),
        Excess::NotThere(act) => json!({"limit": "not_there", "act": act.id()}),
    }
}

fn absence(absence: &Absence) -> Value {
    json!({
        "from": absence.from.number(),
        "to": absence.to.number(),
        "turns": absence.turns,
        "speaker": absence.speaker.map(crate::call::Speaker::id),
        "acts": absence.acts.iter().map(crate::nlu::Act::id).collect::<Vec<_>>(),
        "nearest": absence.nearest.as_ref().map(words),
    })
}

fn words(evidence: &Evidence) -> Map<String, Value> {
    let timing = evidence.timing;
    let entries = [
        ("turn", json!(evidence.turn.number())),
        ("speaker", json!(evidence.speaker.id())),
        ("span", json!([evidence.span.start, evidence.span.end])),
        ("quote", json!(evidence.quote)),
        ("act", json!(evidence.act.as_ref().map(crate::nlu::Act::id))),
        ("start_ms", json!(timing.map(|timing| timing.start))),
        ("end_ms", json!(timing.and_then(|timing| timing.end))),
    ];
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn scope_id(scope: Scope) -> &'static str {
    match scope {
        Scope::Section => "section",
        Scope::Form => "form",
    }
}

/// A score as a JSON number with at most two decimals.
pub(super) fn number(points: Points) -> Value {
    shown(points).parse::<Number>().map_or(Value::Null, Value::Number)
}
