//! A rehearsed call as one JSON document, `ensayo/rehearsal/1`.

use serde_json::{Value, json};

use crate::messages::Messages;
use crate::nlu::HeardCall;
use crate::report::debrief::Debrief;
use crate::rubric::Evaluation;
use crate::simulator::{Event, Scenario};

/// Everything that happened, what it scored, and what there is to learn from it.
pub fn document(
    scenario: &Scenario,
    seed: u64,
    events: &[Event],
    heard: &HeardCall,
    evaluation: &Evaluation,
    debrief: &Debrief,
    messages: &Messages,
) -> Value {
    let transcript: Vec<Value> = heard
        .call
        .turns
        .iter()
        .zip(&heard.heard)
        .map(|(turn, heard)| {
            let acts: Vec<&str> = heard.acts.iter().map(|hit| hit.act.id()).collect();
            json!({ "speaker": turn.speaker, "text": turn.text, "acts": acts })
        })
        .collect();
    json!({
        "format": "ensayo/rehearsal/1",
        "scenario": scenario.id,
        "seed": seed,
        "transcript": transcript,
        "events": events,
        "outcome": debrief.outcome,
        "debrief": debrief,
        "evaluation": super::json::evaluation(evaluation, &heard.call, messages),
    })
}
