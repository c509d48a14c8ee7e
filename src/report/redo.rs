//! The turn to do over: what is grave comes first, then what hurt, then what was left out, then what cost most.

use crate::call::{Call, Conduct, Speaker, TurnIndex};
use crate::messages::Messages;
use crate::nlu::HeardCall;
use crate::report::debrief::{BREAKTHROUGH, Gain, Moment};
use crate::report::filled;
use crate::rubric::{Breach, Evaluation, Item, Polarity, State};

/// From here down a turn did the debtor harm; less is the turns going by.
const HURTS: i32 = -4;
/// Ways of speaking that have other words to try, the worst first.
const HARSH: &[&str] = &["insult", "threat", "sarcasm", "blame", "disbelief", "condescend", "pressure"];
/// What may hurt and is no fault where the judge did not call it one: a true consequence, a question that may be asked.
const PERMITTED: &[&str] = &["consequence.lawful", "question.cause"];
/// By these words the one who is asked for is not to be found there.
const GONE: &[&str] = &["wrong_number", "deceased"];

/// The turn to do over, if any; where collecting was rightly `stopped`, what a collector leaves out is no fault.
pub(super) fn moment(
    gains: &[Gain],
    heard: &HeardCall,
    evaluation: &Evaluation,
    messages: &Messages,
    stopped: bool,
) -> Option<Moment> {
    let first = |grave: bool| {
        let breaches = evaluation.conduct.iter().filter(move |breach| breach.kind.is_grave() == grave);
        let first = breaches.min_by_key(|breach| breach.evidence.turn);
        first.map(|breach| blamed(breach, heard, messages))
    };
    first(true)
        .or_else(|| hurtful(gains, heard, evaluation, messages))
        .or_else(|| first(false))
        .or_else(|| if stopped { None } else { costliest(gains, &heard.call, evaluation, messages) })
}

/// A turn that did what must not be done.
fn blamed(breach: &Breach, heard: &HeardCall, messages: &Messages) -> Moment {
    let id = breach.kind.id().replace('_', "-");
    let title = messages.say(&format!("conduct-{id}"));
    let gain = Gain { turn: breach.evidence.turn.0, worth: 0, trust: 0, because: vec![title] };
    let others = heard.call.turns.iter().zip(&heard.heard).filter(|(turn, _)| turn.speaker != Speaker::Agent);
    let gone = others.into_iter().any(|(_, heard)| GONE.iter().any(|act| heard.has(act)));
    let wording = match breach.kind {
        Conduct::ThirdParty if gone => "conduct-try-third-party-gone".to_owned(),
        _ => format!("conduct-try-{id}"),
    };
    gain.moment(&heard.call, messages.find(&wording, &[]))
}

/// The turn with harsh words that hurt most.
fn hurtful(
    gains: &[Gain],
    heard: &HeardCall,
    evaluation: &Evaluation,
    messages: &Messages,
) -> Option<Moment> {
    let harsh =
        gains.iter().filter(|gain| gain.worth <= HURTS && evaluation.harmful.contains(&TurnIndex(gain.turn)));
    let worst = harsh.min_by_key(|gain| (gain.worth, gain.turn))?;
    let act = HARSH.iter().find(|act| heard.heard.get(worst.turn).is_some_and(|heard| heard.has(act)));
    // Whoever only puts calls through needs no time to decide.
    let listener = heard.call.turns.get(worst.turn + 1).map(|turn| turn.speaker);
    let wording = match listener {
        Some(Speaker::ThirdParty) => messages.find("debrief-try-third-party", &[]),
        _ => act.and_then(|act| messages.find(&format!("debrief-try-{act}"), &[])),
    };
    Some(worst.moment(&heard.call, wording))
}

/// The turn that hurt most; where none hurt, the words that cost most in the scorecard.
fn costliest(gains: &[Gain], call: &Call, evaluation: &Evaluation, messages: &Messages) -> Option<Moment> {
    // What was agreed later could not be said yet.
    let wording = |item: &Item, turn: usize| {
        let facts = evaluation.facts.known_at(TurnIndex(turn));
        item.wording.as_ref().map(|text| filled::fill(text, &facts, messages))
    };
    // What hurt by words that the judge found nothing wrong with, as a true deadline, is not to be done over.
    let unfounded = |gain: &Gain| {
        gain.because.iter().any(|id| HARSH.iter().chain(PERMITTED).any(|act| act == id))
            && !evaluation.harmful.contains(&TurnIndex(gain.turn))
    };
    // Where trust did not suffer, it was the debtor who went astray.
    let hurting = gains.iter().filter(|gain| gain.worth <= HURTS && gain.trust < 0 && !unfounded(gain));
    let worst = hurting.min_by_key(|gain| (gain.worth, gain.turn));
    if let Some(gain) = worst {
        let blamed = evaluation.items.iter().find(|item| speaks_against(item, gain.turn));
        // What another turn lacked is no advice for this one.
        return Some(gain.moment(call, blamed.and_then(|item| wording(item, gain.turn))));
    }
    let item = weakest(evaluation)?;
    let turn = against(item).map(|(turn, _)| turn).or_else(|| {
        let absence =
            item.absence.as_ref().or_else(|| item.parts.iter().find_map(|part| part.absence.as_ref()))?;
        absence.nearest.as_ref().map(|evidence| evidence.turn)
    })?;
    // A turn that did the debtor good is not the one to do over.
    if gains.iter().any(|gain| gain.turn == turn.0 && gain.worth >= BREAKTHROUGH) {
        return None;
    }
    let gain = Gain { turn: turn.0, worth: 0, trust: 0, because: Vec::new() };
    Some(gain.moment(call, wording(item, turn.0)))
}

/// The criterion that lost most, if any lost something.
fn weakest(evaluation: &Evaluation) -> Option<&Item> {
    evaluation
        .items
        .iter()
        .filter(|item| matches!(item.state, State::Partial | State::Missed))
        .min_by_key(|item| (item.fraction, item.id.clone()))
}

/// Whether words of this turn speak against a criterion.
pub(super) fn speaks_against(item: &Item, turn: usize) -> bool {
    against(item).is_some_and(|(at, _)| at.0 == turn)
        || item
            .parts
            .iter()
            .flat_map(|part| &part.evidence)
            .any(|evidence| evidence.polarity == Polarity::Against && evidence.turn.0 == turn)
}

/// The first words of the agent that speak against a criterion.
fn against(item: &Item) -> Option<(TurnIndex, &str)> {
    item.parts
        .iter()
        .flat_map(|part| &part.evidence)
        .chain(&item.evidence)
        .find(|evidence| evidence.polarity == Polarity::Against && evidence.speaker == Speaker::Agent)
        .map(|evidence| (evidence.turn, evidence.quote.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;
    use crate::nlu::staged::Staged;
    use crate::rubric::Judge;
    use crate::rubric::tests::essential;

    /// The turn to do over, counted from 1, and the words to try.
    fn redone(call: &Staged, hurt: Option<usize>) -> (usize, Option<String>) {
        let card = essential();
        let evaluation = Judge::new(&card).evaluate(&call.0);
        let gain = |turn| Gain { turn, worth: -20, trust: -10, because: Vec::new() };
        let gains: Vec<Gain> = hurt.map(gain).into_iter().collect();
        let messages = Messages::new(Language::Es);
        let found = moment(&gains, &call.0, &evaluation, &messages, false).expect("there is one");
        (found.turn, found.wording)
    }

    fn said(id: &str) -> Option<String> {
        Messages::new(Language::Es).find(id, &[])
    }

    #[test]
    fn an_affront_comes_before_what_was_left_out_and_has_its_own_remedy() {
        let call = Staged::new()
            .agent("Córrale que se acaba.", &["false_urgency"])
            .debtor("¿Qué?", &["confirm_identity"])
            .agent("Por su culpa estamos así.", &["blame"])
            .debtor("Oiga.", &[]);
        assert_eq!(redone(&call, Some(2)), (3, said("debrief-try-blame")));
        assert_eq!(redone(&call, None), (1, said("conduct-try-false-urgency")));
    }

    #[test]
    fn where_trust_did_not_suffer_nothing_is_done_over_for_it_and_who_puts_calls_through_decides_nothing() {
        let call = |by: Speaker| {
            Staged::new()
                .agent("Páseme ya a pagos.", &["pressure"])
                .turn(by, "Le comunico.", &[])
                .agent("¿Qué factura es?", &["question.closed"])
                .debtor("La otra.", &[])
        };
        assert_eq!(redone(&call(Speaker::ThirdParty), Some(0)), (1, said("debrief-try-third-party")));
        assert_eq!(redone(&call(Speaker::Debtor), Some(0)), (1, said("debrief-try-pressure")));
        let card = essential();
        let heard = call(Speaker::Debtor);
        let evaluation = Judge::new(&card).evaluate(&heard.0);
        let astray = Gain { turn: 2, worth: -12, trust: 0, because: vec!["acknowledge".to_owned()] };
        let found = moment(&[astray], &heard.0, &evaluation, &Messages::new(Language::Es), false);
        assert_ne!(found.map(|moment| moment.turn), Some(3));
    }

    #[test]
    fn where_the_person_is_not_to_be_found_nobody_is_asked_when_to_call() {
        let call = |act: &str| {
            Staged::new()
                .agent("¿Don Luis?", &["ask_for_party"])
                .debtor("No, aquí no.", &[act])
                .agent("Es que debe dos meses.", &["state_debt"])
                .debtor("Ah.", &[])
        };
        assert_eq!(redone(&call("wrong_number"), None).1, said("conduct-try-third-party-gone"));
        assert_eq!(redone(&call("third_party"), None).1, said("conduct-try-third-party"));
    }

    #[test]
    fn what_hurt_by_words_that_the_judge_finds_nothing_wrong_with_is_not_done_over() {
        let call = Staged::new()
            .agent("Tiene que ser hoy.", &["question.closed"])
            .debtor("Ya.", &["confirm_identity"])
            .agent("Bueno.", &[])
            .debtor("Ya.", &[]);
        let card = essential();
        let evaluation = Judge::new(&card).evaluate(&call.0);
        let messages = Messages::new(Language::Es);
        let turn = |because: &str| {
            let gain = Gain { turn: 0, worth: -20, trust: -10, because: vec![because.to_owned()] };
            moment(&[gain], &call.0, &evaluation, &messages, false)
                .map(|moment| (moment.turn, moment.because))
        };
        assert_eq!(turn("propose_amount"), Some((1, vec!["propose_amount".to_owned()])));
        for act in ["pressure", "consequence.lawful", "question.cause"] {
            assert_ne!(turn(act), Some((1, vec![act.to_owned()])));
        }
    }
}
