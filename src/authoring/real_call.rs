//! What a real call gives to a new scenario: the objections that were heard in the debtor's turns, in their own words, and
//! the agent's turns. Nobody's name, telephone or document is taken along.

use rust_decimal::Decimal;

use super::draft::Chosen;
use super::masking::{Aliases, Owner, Persons, masked};
use crate::call::Speaker;
use crate::nlu::entity::Value;
use crate::nlu::text::fold;
use crate::nlu::{Heard, HeardCall};
use crate::simulator::Common;

/// More layers than this make no onion.
const MOST_OBJECTIONS: usize = 4;

/// What was taken from a call.
#[derive(Debug, Clone, Default)]
pub struct RealCall {
    pub objections: Vec<Chosen>,
    pub agent: Vec<String>,
}

/// The first amount that the agent named: as a rule, what is overdue.
pub fn amount_named(call: &HeardCall) -> Option<Decimal> {
    let turns = call.call.turns.iter().zip(&call.heard);
    let agents = turns.filter(|(turn, _)| turn.speaker == Speaker::Agent);
    agents.flat_map(|(_, heard)| &heard.entities).find_map(|entity| match &entity.value {
        Value::Money(money) if money.amount > Decimal::ZERO => Some(money.amount),
        _ => None,
    })
}

/// Whether the agent speaks to a man, by the words of respect that she uses more often.
pub fn addresses_a_man(call: &HeardCall) -> bool {
    let agents = call.call.turns.iter().filter(|turn| turn.speaker == Speaker::Agent);
    let said: Vec<String> = agents
        .flat_map(|turn| turn.text.split(|c: char| !c.is_alphanumeric()).map(fold).collect::<Vec<_>>())
        .collect();
    let times = |words: [&str; 4]| said.iter().filter(|word| words.contains(&word.as_str())).count();
    times(["señor", "don", "mr", "sir"]) > times(["señora", "doña", "ms", "mrs"])
}

/// Reads a call that was heard. `names` are what debtor, agent and anybody else are called from now on.
pub fn read_call(
    call: &HeardCall,
    common: &Common,
    [debtor, agent, other, other_woman]: [&str; 4],
) -> RealCall {
    let persons = persons(call);
    let aliases = Aliases { debtor, agent, other, other_woman };
    let mut read = RealCall::default();
    for (turn, heard) in call.call.turns.iter().zip(&call.heard) {
        let text = masked(&turn.text, heard, &persons, &aliases);
        if text.is_empty() {
            continue;
        }
        match turn.speaker {
            Speaker::Agent => read.agent.push(text),
            Speaker::Debtor => read.hear(heard, text, common),
            Speaker::ThirdParty | Speaker::System => {}
        }
    }
    read
}

impl RealCall {
    /// Calls the creditor otherwise, wherever it is named.
    pub fn rename(&mut self, creditor: &str, by: &str) {
        let lines = self.objections.iter_mut().flat_map(|it| it.opens.iter_mut().chain(&mut it.insists));
        for line in self.agent.iter_mut().chain(lines) {
            *line = line.replace(creditor, by);
        }
    }

    /// Puts the turn where it belongs, if it objects to anything that the library knows.
    fn hear(&mut self, heard: &Heard, text: String, common: &Common) {
        let objection = heard.acts.iter().find_map(|hit| common.objection_heard_as(hit.act.id(), &text));
        let Some(shelved) = objection else { return };
        if let Some(known) = self.objections.iter_mut().find(|it| it.name == shelved.name) {
            if !known.opens.contains(&text) && !known.insists.contains(&text) {
                known.insists.push(text);
            }
        } else if self.objections.len() < MOST_OBJECTIONS {
            self.objections.push(Chosen { opens: vec![text], ..Chosen::from(shelved) });
        }
    }
}

/// Everybody who is named. Whoever introduces herself is the agent; whom she asks for, the debtor.
fn persons(call: &HeardCall) -> Persons {
    let mut persons = Persons::default();
    for (turn, heard) in call.call.turns.iter().zip(&call.heard) {
        for entity in &heard.entities {
            let Value::Person(name) = &entity.value else { continue };
            let within = |act: &str| {
                let hits = heard.acts.iter().filter(|hit| hit.act.is(act));
                hits.into_iter()
                    .any(|hit| hit.span.start < entity.span.end && entity.span.start < hit.span.end)
            };
            let owner = match turn.speaker {
                Speaker::Agent if within("self_identify") && !within("ask_for_party") => Owner::Agent,
                Speaker::Agent if heard.has("ask_for_party") || within("greet") => Owner::Debtor,
                Speaker::Debtor if heard.has("confirm_identity") => Owner::Debtor,
                _ => Owner::Other,
            };
            persons.learn(name, owner);
        }
    }
    persons
}
