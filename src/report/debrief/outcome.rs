//! How a call is told to have ended. A session knows what its debtor agreed to; a call that was rightly not collected
//! on can end well with nothing agreed.

use crate::call::Speaker;
use crate::nlu::HeardCall;
use crate::rubric::Evaluation;
use crate::simulator::Outcome;

/// By these acts the agent looks into what is disputed …
const LOOKS_INTO: &[&str] = &["offer_verification", "offer_documents"];
/// … and by these goes on asking for the money, or leans on whoever disputes it.
const ASKS: &[&str] = &[
    "request.full_payment",
    "offer.installments",
    "offer.partial",
    "offer.discount",
    "propose_amount",
    "pressure",
    "disbelief",
    "blame",
    "threat",
];
/// After these words of the debtor collecting stops.
const STOPS: &[&str] = &["stop_contact", "lawyer", "self_harm", "hardship.insolvency", "deceased"];

/// The outcome of a session in a scenario in which some outcomes are good; where it ended with nothing agreed, and that was right, what it came to.
pub(super) fn told(
    outcome: Outcome,
    is_good: impl Fn(Outcome) -> bool,
    heard: &HeardCall,
    evaluation: &Evaluation,
) -> Outcome {
    let unsettled = matches!(outcome, Outcome::Abandoned | Outcome::Refused);
    if !unsettled || evaluation.passed() != Some(true) || !evaluation.conduct.is_empty() {
        return outcome;
    }
    let came_to = [
        (Outcome::DisputeRegistered, &["dispute"][..], LOOKS_INTO),
        (Outcome::RightRefusal, STOPS, &["next_step", "offer.callback", "farewell", "acknowledge"]),
    ];
    let mut came_to = came_to.into_iter().filter(|(outcome, ..)| is_good(*outcome));
    came_to.find(|(_, said, answer)| answered(heard, said, answer)).map_or(outcome, |(found, ..)| found)
}

/// Whether the debtor said one of `said`, and the agent from then on did one of `answer` and asked for nothing.
fn answered(heard: &HeardCall, said: &[&str], answer: &[&str]) -> bool {
    let turns = || heard.call.turns.iter().zip(&heard.heard);
    let does = |at: usize, acts: &[&str]| acts.iter().any(|act| heard.heard[at].has(act));
    let Some(word) =
        turns().enumerate().position(|(at, (turn, _))| turn.speaker == Speaker::Debtor && does(at, said))
    else {
        return false;
    };
    let mut agent = (word + 1..heard.call.turns.len())
        .filter(|at| heard.call.turns[*at].speaker == Speaker::Agent)
        .peekable();
    agent.peek().is_some() && agent.clone().any(|at| does(at, answer)) && !agent.any(|at| does(at, ASKS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::staged::Staged;
    use crate::rubric::Judge;
    use crate::rubric::tests::essential;

    /// A debtor who disputes the debt, and what she is told.
    fn disputed(reply: &str, acts: &[&str]) -> Staged {
        Staged::new()
            .agent("Debe 900.", &["state_debt"])
            .money("900", 900)
            .debtor("Eso lo pagué en mayo.", &["dispute.paid"])
            .agent(reply, acts)
            .debtor("Bueno.", &["backchannel"])
            .agent("Gracias por su tiempo, hasta luego.", &["thank", "farewell"])
    }

    fn ended(call: &Staged, good: Outcome, outcome: Outcome) -> Outcome {
        let card = essential();
        let evaluation = Evaluation { score: Some(90.into()), ..Judge::new(&card).evaluate(&call.0) };
        told(outcome, |it| it == good, &call.0, &evaluation)
    }

    #[test]
    fn a_dispute_that_is_looked_into_and_let_be_ends_as_one_taken_down() {
        let call = disputed("Entiendo, lo mando a revisar.", &["acknowledge", "offer_verification"]);
        let good = Outcome::DisputeRegistered;
        assert_eq!(ended(&call, good, Outcome::Abandoned), good);
        assert_eq!(ended(&call, good, Outcome::HungUp), Outcome::HungUp, "what the debtor did stands");
        assert_eq!(ended(&call, Outcome::Plan, Outcome::Refused), Outcome::Refused, "no good end of it here");
    }

    #[test]
    fn whoever_goes_on_asking_or_looks_into_nothing_ended_without_anything() {
        let good = Outcome::DisputeRegistered;
        let asked = disputed("Lo reviso. ¿Y 300 hoy?", &["offer_verification", "propose_amount"]);
        assert_eq!(ended(&asked, good, Outcome::Refused), Outcome::Refused);
        let silent = disputed("Ajá.", &["backchannel"]);
        assert_eq!(ended(&silent, good, Outcome::Abandoned), Outcome::Abandoned);
    }

    #[test]
    fn collecting_that_stopped_where_it_had_to_is_no_failure() {
        let call = Staged::new()
            .agent("¿Doña Luz?", &["ask_for_party"])
            .debtor("Tengo abogada, hable con ella.", &["lawyer"])
            .agent("Así lo hago, le escribimos a ella.", &["next_step"])
            .debtor("Bien.", &["backchannel"]);
        assert_eq!(ended(&call, Outcome::RightRefusal, Outcome::Abandoned), Outcome::RightRefusal);
    }
}
