//! What comes out and what it hangs on: the scenario's own rules, the facts that are told and claimed, and the state that
//! conditions are weighed against.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::sandbox::{Condition, State, Value};
use crate::simulator::debtor::Debtor;
use crate::simulator::event::Event;
use crate::simulator::exchange::{Ending, Incoming, Reply, Say, TOPIC};
use crate::simulator::offence::affront;
use crate::simulator::outcome::Outcome;

impl Debtor<'_> {
    /// The scenario's own rules, the first that holds and was not used yet.
    pub(super) fn follow_rules(&mut self, turn: Incoming<'_>) -> Option<Reply> {
        let conditions = self.conditions.clone();
        let mut weighing = conditions.weigh(self.state(turn));
        let scenario = self.scenario;
        let hurt = affront(turn.heard).is_some();
        for rule in &scenario.rules {
            // Whoever was just hurt is not won over in the same breath.
            if hurt && rule.trust > 0 {
                continue;
            }
            // A condition that cannot be weighed was refused when the scenario was read.
            if !weighing.holds(&rule.when).unwrap_or(false) || !self.fired.insert(rule.id.clone()) {
                continue;
            }
            self.feelings.shift(rule.trust, rule.patience);
            self.disclose(rule.discloses.as_ref(), turn);
            self.resolve(rule.resolves.as_deref(), turn);
            let says: Vec<Say> = self.say_variants(&rule.says, &[]).into_iter().collect();
            if rule.ends == Some(Outcome::ThirdPartyTold) {
                self.note_told(turn.number);
            }
            if !says.is_empty() || rule.ends.is_some() {
                return Some(Reply { says, ends: rule.ends.map(Ending::Ruled) });
            }
        }
        None
    }

    /// What a rule waits for is what its words answer.
    pub(super) fn note_answered_by_rule(&mut self, said: &Say, turn: Incoming<'_>) {
        let id = said.situation.strip_prefix("rule/");
        let rule = id.and_then(|id| self.scenario.rules.iter().find(|rule| rule.id == id));
        let quoted = rule.map(|rule| rule.when.quoted()).unwrap_or_default();
        for quoted in quoted.iter().filter(|quoted| quoted.text.starts_with(TOPIC)) {
            self.note_answered_act(&quoted.text, turn);
        }
    }

    pub(super) fn disclose(&mut self, fact: Option<&String>, turn: Incoming<'_>) {
        if let Some(fact) = fact
            && Rc::make_mut(&mut self.disclosed).insert(fact.clone())
        {
            self.events.push(Event::Disclosed { turn: turn.number, fact: fact.clone() });
            if let Some(claimed) = self.claimed.remove(fact) {
                let (turn, fact) = (turn.number, fact.clone());
                self.events.push(Event::Contradicted { turn, fact, claimed });
            }
        }
    }

    /// The debtor tells the public version of a fact.
    pub(super) fn claim(&mut self, fact: Option<&String>, turn: Incoming<'_>) {
        if let Some(fact) = fact.filter(|fact| !self.disclosed.contains(*fact))
            && self.claimed.insert(fact.clone(), turn.number).is_none()
        {
            self.events.push(Event::Claimed { turn: turn.number, fact: fact.clone() });
        }
    }

    /// Takes an objection out of the way without a word, if it is the one in the way.
    fn resolve(&mut self, id: Option<&str>, turn: Incoming<'_>) {
        if let Some(objection) = self.objection().filter(|objection| Some(objection.id.as_str()) == id) {
            Rc::make_mut(&mut self.resolved).insert(objection.id.clone());
            self.events.push(Event::Yielded { turn: turn.number, objection: objection.id.clone() });
            if objection.stops_collection {
                self.stopped = Some(self.layer);
            }
            self.layer += 1;
            self.raised = false;
            self.progress = 0;
        }
    }

    pub(super) fn note_said(&mut self, turn: Incoming<'_>) {
        let acts = turn.heard.acts.iter().map(|hit| hit.act.id());
        for act in acts.filter(|act| !self.said.contains(*act)).collect::<Vec<_>>() {
            Rc::make_mut(&mut self.said).insert(act.to_owned());
        }
    }

    pub(super) fn state(&self, turn: Incoming<'_>) -> State {
        let number = |value: i64| Value::Int(value);
        let count = |value: usize| Value::Int(i64::try_from(value).unwrap_or(i64::MAX));
        let heard = turn.heard.acts.iter().map(|hit| hit.act.id().to_owned()).collect();
        State {
            values: BTreeMap::from([
                ("trust", number(i64::from(self.feelings.trust))),
                ("patience", number(i64::from(self.feelings.patience))),
                ("turn", count(turn.number)),
                ("layer", count(self.layer)),
                ("agreed", Value::Bool(self.agreement.is_some())),
                ("raised", Value::Bool(self.raised)),
                ("purpose", Value::Bool(self.opening.purpose)),
            ]),
            sets: BTreeMap::from([
                ("heard".into(), Rc::new(heard)),
                ("said".into(), Rc::clone(&self.said)),
                ("disclosed".into(), Rc::clone(&self.disclosed)),
                ("resolved".into(), Rc::clone(&self.resolved)),
            ]),
        }
    }

    pub(super) fn holds(&self, when: &Condition, state: &State) -> bool {
        // A condition that cannot be weighed was refused when the scenario was read.
        self.conditions.holds(when, state).unwrap_or(false)
    }
}
