//! Offers and agreements: what is put on the table is weighed, and what was agreed is remembered as it was told.

use jiff::ToSpan as _;

use crate::nlu::entity::Value;
use crate::simulator::debtor::{Debtor, Incoming, Say};
use crate::simulator::event::Event;
use crate::simulator::negotiation::{Agreement, AgreementKind, Decision, Standpoint, weigh};
use crate::simulator::speech;
use crate::simulator::terms::Terms;

/// A date told once and never gone over is remembered this much later.
const SLIP_DAYS: i64 = 7;

impl Debtor<'_> {
    /// Whether this turn, or an earlier one, asks for money.
    pub(super) fn table_has_payment(&self, turn: Incoming<'_>) -> bool {
        let mut terms = self.terms.clone();
        terms.take_in(turn.heard, &self.scenario.case_file, self.term_asked);
        terms.full || terms.amount.is_some() || terms.date.is_some()
    }

    pub(super) fn weigh_offer(&mut self, turn: Incoming<'_>) -> Option<Say> {
        if !self.terms.take_in(turn.heard, &self.scenario.case_file, self.term_asked) {
            return None;
        }
        let objection = self.objection();
        let standpoint = Standpoint {
            truth: &self.scenario.truth,
            trusts: self.feelings.trust >= self.scenario.persona.agrees_at,
            clear: objection.is_none(),
            disputing: objection.is_some_and(|objection| objection.act.starts_with("dispute")) && self.raised,
            dispute_taken: self.dispute_taken,
            cornered: self.cornered(),
            method_asked: self.method_asked,
            today: self.scenario.date,
        };
        match weigh(&self.terms, standpoint) {
            Decision::Accept(kind) => self.accept(kind, turn),
            Decision::GiveIn => self.give_in(turn),
            Decision::AskAmount => self.say("asks_amount", &[]),
            Decision::AskDate => {
                let values = self.values();
                self.say("asks_date", &values)
            }
            Decision::AskMethod => {
                self.method_asked = true;
                let values = self.values();
                self.say("asks_method", &values)
            }
            Decision::CounterAmount => {
                let values = self.values();
                self.terms.amount = None;
                self.say("counters_amount", &values)
            }
            Decision::CounterDate => {
                let values = self.values();
                self.terms.date = None;
                self.say("counters_date", &values)
            }
            Decision::RefuseFull => self.refuse("refuses_full", turn),
            Decision::RefuseAmount => self.refuse("refuses_amount", turn),
            Decision::Stall => self.stall(turn),
        }
    }

    /// Something else is in the way: it comes up, or comes up again.
    fn stall(&mut self, turn: Incoming<'_>) -> Option<Say> {
        if let Some(objection) = self.objection() {
            if !self.raised {
                return self.raise(turn);
            }
            if self.memory.has_fresh(&objection.insists) && !self.softened {
                return self.say_variants(&objection.insists, &[]);
            }
        }
        self.say("stalls", &[])
    }

    fn refuse(&mut self, situation: &str, turn: Incoming<'_>) -> Option<Say> {
        self.refusals += 1;
        let values = self.values();
        self.terms.full = false;
        self.terms.amount = None;
        if !self.raised && self.objection().is_some() {
            return self.raise(turn);
        }
        self.say(situation, &values)
    }

    fn accept(&mut self, kind: AgreementKind, turn: Incoming<'_>) -> Option<Say> {
        let values = self.values();
        if kind == AgreementKind::Verification {
            self.dispute_taken = true;
            // Until it is looked into, no figure is on the table.
            self.terms = Terms { verification: true, ..Terms::default() };
        }
        let taken = self.agreement.as_ref().map(|agreement| agreement.kind);
        // Payments agreed inside a programme, or beside a dispute, do not undo it.
        let kind = match taken {
            Some(AgreementKind::Hardship | AgreementKind::Verification) if kind == AgreementKind::Payment => {
                taken.unwrap_or(kind)
            }
            _ => kind,
        };
        let first = taken != Some(kind) || kind == AgreementKind::Payment;
        self.settle(kind, false, turn);
        match kind {
            AgreementKind::Verification if first => {
                let parting = self.say("accepts_verification", &[]);
                if self.objection().is_some_and(|objection| objection.act.starts_with("dispute")) {
                    let yielded = self.give_way(turn);
                    return yielded.or(parting);
                }
                parting
            }
            AgreementKind::Hardship if first => self.say("accepts_hardship", &values),
            AgreementKind::Callback => self.say("accepts_callback", &values),
            _ => self.say("accepts", &values),
        }
    }

    fn give_in(&mut self, turn: Incoming<'_>) -> Option<Say> {
        if self.terms.amount.is_none() {
            self.terms.amount = Some(self.scenario.case_file.past_due_total().amount);
        }
        let values = self.values();
        let beyond = self.terms.amount.unwrap_or_default()
            > self.scenario.truth.means.on(self.terms.date.unwrap_or(self.scenario.date));
        self.settle(AgreementKind::Payment, beyond || !self.scenario.truth.willing, turn);
        self.say("gives_in", &values)
    }

    fn settle(&mut self, kind: AgreementKind, squeezed: bool, turn: Incoming<'_>) {
        let terms = self.spoken_terms(&self.terms);
        self.events.push(Event::Agreed { turn: turn.number, terms, squeezed });
        self.recapped = false;
        self.misremembers = false;
        self.agreement = Some(Agreement { kind, terms: self.terms.clone(), squeezed });
    }

    /// Something was agreed already: a recap is checked against it, other terms reopen it.
    pub(super) fn stand_by_agreement(&mut self, turn: Incoming<'_>) -> Option<Say> {
        self.agreement.as_ref()?;
        if let Some(say) = self.hear_recap(turn) {
            return Some(say);
        }
        let mut terms = self.terms.clone();
        let reopened =
            terms.take_in(turn.heard, &self.scenario.case_file, self.term_asked) && terms != self.terms;
        if reopened || turn.heard.has("question") || turn.heard.has("check_understanding") {
            return None;
        }
        let offers = turn.heard.has("offer") || turn.heard.has("propose_date");
        let values = vec![("terms", self.agreed_terms())];
        if offers { self.say("already_agreed", &values) } else { None }
    }

    /// The agent goes over what was agreed: the debtor confirms it, or puts it right.
    pub(super) fn hear_recap(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let agreement = self.agreement.as_ref()?;
        let terms = &agreement.terms;
        let mut same = 0;
        let mut other = 0;
        for entity in &turn.heard.entities {
            let matches = match &entity.value {
                Value::Money(money) => terms.amount.map(|amount| amount == money.amount),
                Value::Date(date) => {
                    terms.date.map(|day| date.single().or(date.to).or(date.from) == Some(day))
                }
                Value::Method(method) => terms.method.map(|agreed| agreed == *method),
                _ => None,
            };
            match matches {
                Some(true) => same += 1,
                Some(false) => other += 1,
                None => {}
            }
        }
        let recap = turn.heard.has("summarize") || turn.heard.has("confirm_commitment");
        // While the debtor has a wrong date in mind, the right one said again is enough.
        if !recap && !(self.misremembers && same + other > 0) {
            return None;
        }
        let right = other == 0;
        self.events.push(Event::Recapped { turn: turn.number, right });
        self.recapped = right;
        self.misremembers &= !right;
        let values = vec![("terms", self.agreed_terms())];
        self.say(if right { "confirms_recap" } else { "corrects_recap" }, &values)
    }

    /// Nobody went over the date: the debtor takes leave with another one in mind.
    pub(super) fn misremember(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let date = self.agreement.as_ref()?.terms.date?;
        if self.recapped || self.misremembers || self.memory.times("misremembers") > 0 {
            return None;
        }
        self.misremembers = true;
        self.events.push(Event::Misremembered { turn: turn.number });
        let wrong = date.checked_add(SLIP_DAYS.days()).unwrap_or(date);
        let wrong = speech::date(wrong, self.messages);
        self.say("misremembers", &[("wrong_date", wrong)])
    }

    fn agreed_terms(&self) -> String {
        self.agreement.as_ref().map(|agreement| self.spoken_terms(&agreement.terms)).unwrap_or_default()
    }

    /// What lines about an offer may name.
    fn values(&self) -> Vec<(&'static str, String)> {
        let case = &self.scenario.case_file;
        let country = self.scenario.country;
        let mut values = self.own_means();
        let amount = |it| speech::amount(it, case.currency, country, self.messages);
        values.push(("terms", self.spoken_terms(&self.terms)));
        values.push(("past_due", amount(case.past_due_total().amount)));
        values.push(("amount", self.terms.amount.map(amount).unwrap_or_default()));
        values.push(("date", self.terms.date.map(|it| speech::date(it, self.messages)).unwrap_or_default()));
        let programme = case.policy.hardship.as_ref().map(|it| it.name.clone()).unwrap_or_default();
        values.push(("programme", programme));
        values
    }
}
