//! What each turn of the agent did to the debtor, and the best of them.

use serde::Serialize;

use crate::call::{Call, Speaker, TurnIndex};
use crate::nlu::HeardCall;
use crate::report::redo;
use crate::rubric::Evaluation;
use crate::simulator::{DRIFT, Event, Standing};

/// What an objection that gave way, or a fact that came out, is worth beside points of trust and patience.
pub(in crate::report) const BREAKTHROUGH: i32 = 12;

/// Acts by which an agent does something for the call. Courtesies and asking for the money are none.
const SKILLS: &[&str] = &[
    "acknowledge",
    "empathize",
    "paraphrase",
    "reflect",
    "check_understanding",
    "invite_to_speak",
    "apologize",
    "question.open",
    "explain",
    "offer_verification",
    "offer_documents",
    "payment_instructions",
    "confirm_commitment",
    "summarize",
    "next_step",
    "topic",
];

/// Those of them that are more than a sign of having heard, or a question: what a call that fell short has to have of a
/// good moment.
const SUBSTANCE: &[&str] = &[
    "empathize",
    "paraphrase",
    "reflect",
    "apologize",
    "explain",
    "offer_verification",
    "offer_documents",
    "payment_instructions",
    "confirm_commitment",
    "summarize",
    "next_step",
];
/// What makes more of a leave-taking than a courtesy.
const KIND_FAREWELL: &[&str] = &["empathize", "apologize", "paraphrase", "reflect", "summarize"];
/// What a debtor answers to who did no good.
const REBUFFS: &[&str] = &["refuse", "anger", "stop_contact"];

/// A turn worth looking at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// Counted from 1.
    pub turn: usize,
    pub quote: String,
    /// Acts and events that moved the debtor.
    pub because: Vec<String>,
    /// What the debtor answered.
    pub answer: Option<String>,
    /// A wording to try instead.
    #[serde(rename = "try")]
    pub wording: Option<String>,
}

/// What one turn of the agent did to the debtor.
#[derive(Debug)]
pub(in crate::report) struct Gain {
    pub(in crate::report) turn: usize,
    pub(in crate::report) worth: i32,
    pub(in crate::report) trust: i32,
    pub(in crate::report) because: Vec<String>,
}

impl Gain {
    pub(in crate::report) fn moment(&self, call: &Call, wording: Option<String>) -> Moment {
        let next = call.turns.get(self.turn + 1).filter(|turn| turn.speaker != Speaker::Agent);
        Moment {
            turn: TurnIndex(self.turn).number(),
            quote: call.turns.get(self.turn).map(|turn| turn.text.clone()).unwrap_or_default(),
            because: self.because.clone(),
            answer: next.map(|turn| turn.text.clone()),
            wording,
        }
    }
}

/// Each turn of the agent with what it was worth, in order; less the one whose agreement did no good.
pub(super) fn gains(events: &[Event], call: &Call, standing: Standing) -> Vec<Gain> {
    let mut gains = all(events, call);
    if standing == Standing::Poor {
        // What was agreed did no good: its turn is no best moment.
        let agreed = |gain: &Gain| {
            events.iter().any(|it| matches!(it, Event::Agreed { turn, .. } if *turn == gain.turn))
        };
        gains.retain(|gain| gain.worth < 0 || !agreed(gain));
    }
    gains
}

/// The turn that did most good, if one did.
pub(super) fn best<'a>(
    gains: &'a [Gain],
    heard: &HeardCall,
    evaluation: &Evaluation,
    standing: Standing,
    redo: Option<&Moment>,
) -> Option<&'a Gain> {
    // Where the call was rude, or failed and came to nothing, only what opened something up was good.
    let rude = evaluation.harmful.len() > 1 || evaluation.conduct.iter().any(|it| it.kind.is_grave());
    let short = evaluation.passed() != Some(true);
    let failed = standing == Standing::Poor && short;
    let least = if short && standing != Standing::Good { BREAKTHROUGH } else { 1 };
    let skills = if short { SUBSTANCE } else { SKILLS };
    let has = |turn: usize, acts: &[&str]| {
        heard.heard.get(turn).is_some_and(|heard| acts.iter().any(|act| heard.has(act)))
    };
    let does_good = |gain: &&Gain| {
        !(rude && failed)
            && gain.worth >= least
            && gain.trust > 0
            && has(gain.turn, skills)
            && (!has(gain.turn, &["farewell"]) || has(gain.turn, KIND_FAREWELL))
            && !has(gain.turn + 1, REBUFFS)
            && !evaluation.items.iter().any(|item| redo::speaks_against(item, gain.turn))
            && !evaluation.harmful.contains(&TurnIndex(gain.turn))
            && !evaluation.conduct.iter().any(|breach| breach.evidence.turn.0 == gain.turn)
            // One turn cannot be both.
            && redo.is_none_or(|redo| redo.turn != gain.turn + 1)
    };
    gains.iter().filter(does_good).max_by_key(|gain| (gain.worth, gain.turn))
}

fn all(events: &[Event], call: &Call) -> Vec<Gain> {
    (0..call.turns.len())
        .filter(|turn| call.turns[*turn].speaker == Speaker::Agent)
        .map(|turn| {
            let mut gain = Gain { turn, worth: 0, trust: 0, because: Vec::new() };
            for event in events {
                match event {
                    Event::Moved { turn: at, moves, .. } if *at == turn => {
                        gain.trust += moves.iter().map(|step| step.trust).sum::<i32>();
                        gain.worth += moves.iter().map(|step| step.trust + step.patience).sum::<i32>();
                        let heard = moves.iter().filter(|step| step.cause != DRIFT);
                        gain.because.extend(heard.map(|step| step.cause.clone()));
                    }
                    Event::Yielded { turn: at, .. } | Event::Disclosed { turn: at, .. } if *at == turn => {
                        gain.worth += BREAKTHROUGH;
                    }
                    Event::Hardened { turn: at, .. }
                    | Event::Misremembered { turn: at }
                    | Event::ThirdPartyTold { turn: at }
                    | Event::TalkedOver { turn: at }
                        if *at == turn =>
                    {
                        gain.worth -= BREAKTHROUGH;
                    }
                    _ => {}
                }
            }
            gain
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::staged::Staged;
    use crate::rubric::Judge;
    use crate::rubric::tests::essential;

    /// The turn of the agent in which `acts` were heard, if it is the best moment of a call with this score.
    fn praised(acts: &[&str], answer: &[&str], standing: Standing, score: i128) -> bool {
        let call = Staged::new()
            .agent("¿Doña Luz?", &["ask_for_party"])
            .debtor("Sí.", &["confirm_identity"])
            .agent("A ver, cuente.", acts)
            .debtor("Pues mire.", answer);
        let card = essential();
        let evaluation = Evaluation { score: Some(score.into()), ..Judge::new(&card).evaluate(&call.0) };
        let gain = Gain { turn: 2, worth: 6, trust: 3, because: Vec::new() };
        best(&[gain], &call.0, &evaluation, standing, None).is_some()
    }

    #[test]
    fn a_call_that_fell_short_praises_no_mere_question_and_none_that_changed_little() {
        let (asks, cares) = (&["question.open"][..], &["empathize"][..]);
        assert!(praised(asks, &[], Standing::Good, 90));
        assert!(!praised(asks, &[], Standing::Good, 40));
        assert!(praised(cares, &[], Standing::Good, 40));
        assert!(!praised(cares, &[], Standing::Acceptable, 40), "nothing gave way");
    }

    #[test]
    fn a_bare_farewell_is_no_best_moment() {
        assert!(!praised(&["next_step", "farewell"], &[], Standing::Good, 90));
        assert!(praised(&["apologize", "farewell"], &[], Standing::Good, 90));
    }

    #[test]
    fn what_was_answered_with_a_refusal_or_anger_is_no_best_moment() {
        for rebuff in ["refuse", "anger", "stop_contact"] {
            assert!(!praised(&["empathize"], &[rebuff], Standing::Good, 90), "{rebuff}");
        }
        assert!(praised(&["empathize"], &["agree"], Standing::Good, 90));
    }
}
