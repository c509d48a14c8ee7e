//! What she says of the payment when she is asked about it: how much, on which day, by which means.

use crate::nlu::entity::Value;
use crate::simulator::asked::Asked;
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Incoming, Say};
use crate::simulator::line::{Mood, mix};
use crate::simulator::negotiation::AgreementKind;

impl Debtor<'_> {
    /// Whether a payment was agreed.
    pub(super) fn is_settled(&self) -> bool {
        self.agreement.as_ref().is_some_and(|agreement| agreement.kind == AgreementKind::Payment)
    }

    /// Whether what was agreed was only said to be left in peace.
    pub(super) fn is_squeezed(&self) -> bool {
        self.agreement.as_ref().is_some_and(|agreement| agreement.squeezed)
    }

    /// Whether what is paid, or can be, is no secret.
    pub(super) fn knows_terms(&self) -> bool {
        self.is_settled() || self.tells_means()
    }

    /// Asked for the day of a payment that has none yet, she names her own.
    pub(super) fn name_day(&mut self) {
        let day = self.own_day();
        if let Some(agreement) = self.agreement.as_mut().filter(|it| it.terms.date.is_none()) {
            agreement.terms.date = Some(day);
            self.terms.date = Some(day);
        }
    }

    /// By which means she will pay: one of those that were named in the turn, or of those that there are.
    pub(super) fn choose_method(&mut self, turn: Incoming<'_>) -> Option<Say> {
        if self.agreement.is_none() && self.objection().is_some() {
            return None;
        }
        let named: Vec<(&str, _)> = turn
            .heard
            .entities
            .iter()
            .filter_map(|entity| match entity.value {
                Value::Method(method) => Some((&turn.text[entity.span.clone()], method)),
                _ => None,
            })
            .collect();
        let offered = &self.scenario.case_file.policy.methods;
        let draw = mix(self.seed, "chooses_method", self.memory.times("chooses_method"));
        let pick = |count: usize| usize::try_from(draw % count.max(1) as u64).unwrap_or(0);
        let words = if let Some((words, method)) = named.get(pick(named.len())) {
            self.terms.method = Some(*method);
            if let Some(agreement) = &mut self.agreement {
                agreement.terms.method = Some(*method);
            }
            let folded = words.to_lowercase();
            let spelt = offered
                .iter()
                .flat_map(|it| it.split(|it: char| !it.is_alphanumeric()))
                .find(|it| it.to_lowercase() == folded);
            spelt.unwrap_or(words).to_owned()
        } else {
            offered.get(pick(offered.len()))?.clone()
        };
        self.say("chooses_method", &[("method", words)])
    }

    /// Whether she is asked how much she can pay, or when, and nothing is agreed yet.
    pub(super) fn asks_for_means(&self, turn: Incoming<'_>) -> bool {
        let asked = turn.asked.iter().any(|kind| matches!(kind, Asked::HowMuch | Asked::When));
        let open = self.agreement.as_ref().is_none_or(|it| it.kind == AgreementKind::Callback);
        asked && open && turn.heard.has("question.capacity")
    }

    /// Whether she says what she can pay, and from when.
    pub(super) fn tells_means(&self) -> bool {
        let able = !self.scenario.truth.means.now.is_zero() || !self.scenario.truth.means.monthly.is_zero();
        able && self.feelings.mood() == Mood::Open && self.objection().is_none()
    }

    pub(super) fn tell_capacity(&mut self, turn: Incoming<'_>) -> Option<Say> {
        self.note_answered_act("question.capacity", turn);
        if self.feelings.mood() == Mood::Open && self.objection().is_none() {
            let values = self.own_means();
            return self.say("tells_capacity", &values);
        }
        // Whoever asks for a day is not told that she knows no amount.
        let day = matches!(turn.asked.last(), Some(Asked::When)) && !turn.asked.contains(&Asked::HowMuch);
        self.say(if day { Asked::When.situation() } else { "hides_capacity" }, &[])
    }
}
