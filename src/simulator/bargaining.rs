//! Offers and agreements: what is put on the table is weighed, and what was agreed is remembered as it was told.

use jiff::civil::{Date, Weekday};
use rust_decimal::Decimal;

use crate::nlu::entity::{Entity, Value};
use crate::simulator::asked::Asked;
use crate::simulator::choice::asks_to_choose;
use crate::simulator::debtor::Debtor;
use crate::simulator::event::Event;
use crate::simulator::exchange::{Incoming, Say};
use crate::simulator::negotiation::{Agreement, AgreementKind, Decision, Standpoint, affordable, weigh};
use crate::simulator::reading::Reading;
use crate::simulator::speech::{self, Detail};
use crate::simulator::terms::{Offered, Terms};

/// Acts that ask for a payment without naming a figure.
const ASKS_FOR_PAYMENT: [&str; 8] = [
    "request.full_payment",
    "question.capacity",
    "offer.installments",
    "offer.partial",
    "offer.extension",
    "offer.discount",
    "propose_method",
    "pressure",
];

/// Acts after which all that is owed is not what is meant.
const ASKS_FOR_A_PART: [&str; 4] =
    ["question.capacity", "offer.partial", "offer.installments", "offer.hardship"];

impl Debtor<'_> {
    /// Whether money was asked for, in this turn or before.
    pub(super) fn table_has_payment(&self) -> bool {
        self.terms.full || self.terms.amount.is_some() || self.terms.date.is_some()
    }

    /// Whether an amount is on the table beside what was agreed.
    pub(super) fn table_has_figure(&self) -> bool {
        self.terms.full || self.terms.amount.is_some() || self.terms.payments.is_some()
    }

    /// A turn of the agent, and what it is read against.
    pub(super) fn reading<'r>(&self, turn: Incoming<'r>) -> Reading<'r>
    where
        Self: 'r,
    {
        Reading {
            text: turn.text,
            heard: turn.heard,
            case_file: &self.scenario.case_file,
            today: self.scenario.date,
            asked: self.term_asked,
            own: self.own_told.then(|| self.own_amount()),
            own_day: Some(self.scenario.truth.means.from).filter(|from| turn.her_days.contains(from)),
            calls_back: self.said.contains("offer.callback"),
        }
    }

    /// What the debtor says can be paid.
    fn own_amount(&self) -> Decimal {
        let means = affordable(&self.scenario.truth, self.dispute_taken);
        means.now.max(means.monthly)
    }

    /// Whether, without pressing, less is asked than what was agreed, or no more than what the debtor offered: that is
    /// relief, however much was pressed before.
    fn is_relieved(&self) -> bool {
        let Some(amount) = self.terms.amount.filter(|_| self.calm_turns > 0) else { return false };
        let agreed = self.agreement.as_ref().and_then(|agreement| agreement.terms.amount);
        agreed.is_some_and(|agreed| amount < agreed) || self.own_told && amount <= self.own_amount()
    }

    /// Whether what the turn puts on the table comes before what it asks: new terms, or the yes that is still missing to
    /// a sum and a day.
    pub(super) fn has_to_decide(&self, turn: Incoming<'_>) -> bool {
        let ripe = !self.is_settled() && self.objection().is_none();
        let whole = self.terms.amount.is_some() && self.terms.date.is_some();
        let asks = ["summarize", "confirm_commitment", "question.commitment"];
        self.offered.brings_terms() || ripe && whole && asks.iter().any(|act| turn.heard.has(act))
    }

    pub(super) fn weigh_offer(&mut self, turn: Incoming<'_>) -> Option<Say> {
        // Once a payment is agreed, only other terms are weighed again; beside a dispute or a programme, a payment that is
        // still open is gone on with.
        let settled = match &self.agreement {
            Some(agreement) if agreement.kind == AgreementKind::Payment => {
                self.offered == Offered::NothingNew && !self.is_insisted_on() || self.is_as_agreed()
            }
            // Another call leaves everything open.
            Some(agreement) if agreement.kind == AgreementKind::Callback => false,
            Some(_) => !self.table_has_figure(),
            None => false,
        };
        // Whoever does not know yet what the call is about has nothing to weigh.
        if self.offered == Offered::Nothing || settled || !self.opening.purpose {
            return None;
        }
        // Where collecting has stopped, a day alone is about something else.
        if self.stopped.is_some() && !ASKS_FOR_PAYMENT.iter().any(|act| turn.heard.has(act)) {
            return None;
        }
        // "¿Cuánto y qué día?": what was on the table is not what is asked for.
        if self.agreement.is_none() && turn.asked.contains(&Asked::HowMuch) && !names_a_sum(turn) {
            self.terms.drop_amount();
        }
        let objection = self.objection();
        let standpoint = Standpoint {
            truth: &self.scenario.truth,
            trusts: self.feelings.trust >= self.scenario.persona.agrees_at,
            clear: objection.is_none(),
            disputing: objection.is_some_and(|objection| objection.act.starts_with("dispute")) && self.raised,
            disputed: self.scenario.objections.iter().any(|objection| {
                objection.act.starts_with("dispute") && self.resolved.contains(&objection.id)
            }),
            dispute_taken: self.dispute_taken,
            agreed: self.agreement.is_some(),
            programme: self.scenario.case_file.policy.hardship.is_some(),
            cornered: self.cornered() && !self.is_relieved() && turn.asked != [Asked::HowMuch],
            method_asked: self.method_asked,
            today: self.scenario.date,
        };
        // "¿Lo llamo luego, o tiene cinco minutos?"
        self.terms.callback &= !turn.asked.contains(&Asked::CanTalk);
        if self.terms.callback && !standpoint.clear && !standpoint.agreed && calls_back_only(turn) {
            return self.accept(AgreementKind::Callback, turn);
        }
        let decision = match weigh(&self.terms, standpoint) {
            // Nothing was asked for that could be refused.
            Decision::RefuseAmount | Decision::AskAmount
                if self.terms.amount.is_none() && !self.offered.brings_terms() && !asks_for_payment(turn) =>
            {
                return None;
            }
            Decision::AskAmount => self.take_known_amount(standpoint, turn),
            decision => decision,
        };
        let decision = match decision {
            // Asked for the day, nobody asks for it in return.
            Decision::AskDate if turn.asked.contains(&Asked::When) => {
                self.terms.date = Some(self.own_day());
                weigh(&self.terms, standpoint)
            }
            decision => decision,
        };
        match decision {
            Decision::Accept(kind) => self.accept(kind, turn),
            Decision::GiveIn => self.give_in(turn),
            Decision::AskAmount if self.opening.figure || turn.asked.contains(&Asked::HowMuch) => {
                let values = self.own_means();
                self.say("tells_capacity", &values)
            }
            Decision::AskAmount => self.say("asks_amount", &[]),
            Decision::AskDate => {
                let values = self.values();
                self.say("asks_date", &values)
            }
            Decision::AskMethod => {
                self.method_asked = true;
                let values = self.values();
                // What was just put forward is taken before the next thing is asked.
                let taken = if self.offered.brings_terms() { self.say("takes_terms", &values) } else { None };
                let asks = self.say("asks_method", &values);
                match (taken, asks) {
                    (Some(taken), Some(asks)) => Some(taken.then(asks)),
                    (taken, asks) => asks.or(taken),
                }
            }
            Decision::CounterAmount => {
                let values = self.values();
                self.terms.drop_amount();
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

    /// "El viernes, entonces": what she has said she can pay, or else what she was told that she owes.
    fn take_known_amount(&mut self, standpoint: Standpoint<'_>, turn: Incoming<'_>) -> Decision {
        let means = affordable(standpoint.truth, standpoint.disputing || standpoint.dispute_taken);
        let most = means.now.max(means.monthly);
        let owed = self.terms.due(&self.scenario.case_file);
        if self.own_told {
            self.terms.amount = Some(most);
        } else if self.opening.figure
            && owed <= most
            && !ASKS_FOR_A_PART.iter().any(|act| turn.heard.has(act))
        {
            self.terms.set_single(owed);
        }
        weigh(&self.terms, standpoint)
    }

    /// The day that she names herself: when she has the money, and no Sunday.
    pub(super) fn own_day(&self) -> Date {
        let tomorrow = self.scenario.date.tomorrow().unwrap_or(self.scenario.date);
        let means = affordable(&self.scenario.truth, self.dispute_taken);
        let soon = self.terms.amount.is_some_and(|amount| amount <= means.now);
        let day = if soon { tomorrow } else { means.from.max(tomorrow) };
        if day.weekday() == Weekday::Sunday { day.tomorrow().unwrap_or(day) } else { day }
    }

    /// Whether what is on the table is what was agreed, but for the means.
    pub(super) fn is_as_agreed(&self) -> bool {
        let of_the_debt = |terms: &Terms| Terms {
            method: None,
            any_method: false,
            full: false,
            callback: false,
            verification: false,
            reckoned: false,
            ..terms.clone()
        };
        let agreed = self.agreement.as_ref().map(|agreement| of_the_debt(&agreement.terms));
        agreed.is_some_and(|agreed| agreed == of_the_debt(&self.terms))
    }

    /// Something else is in the way: it comes up, or comes up again.
    fn stall(&mut self, turn: Incoming<'_>) -> Option<Say> {
        if self.terms.full {
            // All of it was asked for, and is off the table.
            self.refusals += 1;
            self.terms.drop_amount();
        }
        if let Some(objection) = self.objection() {
            if !self.raised {
                return self.raise(turn);
            }
            if self.memory.has_fresh(&objection.insists) && !self.softened {
                return self.insist(turn);
            }
        }
        self.put_off = true;
        self.say("stalls", &[])
    }

    fn refuse(&mut self, situation: &str, turn: Incoming<'_>) -> Option<Say> {
        self.refusals += 1;
        self.put_off = true;
        let values = self.values();
        self.terms.drop_amount();
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
        if kind == AgreementKind::Hardship {
            // Of two ways, the programme was taken: the figures of the other are off the table.
            self.terms = Terms { hardship: true, ..Terms::default() };
        }
        let taken = self.agreement.as_ref().map(|agreement| agreement.kind);
        if kind == AgreementKind::Callback {
            self.terms.callback = false;
            if taken.is_some() {
                // Another call to follow up is no other agreement.
                return self.say("accepts_callback", &values);
            }
        }
        // Payments agreed inside a programme, or beside a dispute, do not undo it.
        // A programme that the agent has put payments in the place of is gone.
        let replaced = |taken: &AgreementKind| *taken == AgreementKind::Hardship && !self.terms.hardship;
        let kind = taken
            .filter(|taken| matches!(taken, AgreementKind::Hardship | AgreementKind::Verification))
            .filter(|taken| !replaced(taken))
            .unwrap_or(kind);
        let first = taken != Some(kind) || kind == AgreementKind::Payment;
        let recited = self.has_recited();
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
            _ if recited => self.take_means(turn),
            _ if self.pays_now() => self.say("pays_now", &values),
            _ => self.say("accepts", &values),
        }
    }

    /// The terms were said a moment ago, and only the means was missing: of several she takes one, to one she says yes.
    fn take_means(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let means = |entity: &&Entity| matches!(entity.value, Value::Method(_));
        let several = turn.heard.entities.iter().filter(means).count() > 1;
        let asked = several || asks_to_choose(turn) || turn.asked.contains(&Asked::Method);
        // The terms named once more want their yes too.
        let yes = if asked && !names_a_sum(turn) { None } else { self.say("says_yes", &[]) };
        let means = if asked { self.choose_method(turn) } else { None };
        match (yes, means) {
            (Some(yes), Some(means)) => {
                let situation = means.situation.clone();
                Some(Say { situation, ..yes.then(means) })
            }
            (yes, means) => means.or(yes),
        }
    }

    /// Whether she has said what is on the table as it stands, but for the means.
    fn has_recited(&self) -> bool {
        let of_the_debt = |terms: &Terms| Terms { method: None, any_method: false, ..terms.clone() };
        self.recited.as_ref().map(of_the_debt) == Some(of_the_debt(&self.terms))
    }

    /// Whether all that is overdue is to be paid on the day of the call.
    fn pays_now(&self) -> bool {
        self.terms.full && self.terms.date.is_none_or(|date| date == self.scenario.date)
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
        let terms = self.spoken_terms(&self.terms, Detail::Whole);
        self.events.push(Event::Agreed { turn: turn.number, terms, squeezed });
        // A yes to a turn that went over everything needs no other recap.
        let heard = turn.heard;
        self.recapped =
            heard.has("summarize") || heard.has("confirm_commitment") && heard.has("check_understanding");
        self.misremembers = false;
        self.agreed_at = turn.number;
        self.agreement = Some(Agreement { kind, terms: self.terms.clone(), squeezed });
    }

    /// Something was agreed already: a recap is checked against it, other terms reopen it.
    pub(super) fn stand_by_agreement(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let agreed = self.agreement.as_ref()?.kind;
        if let Some(say) = self.hear_recap(turn) {
            return Some(say);
        }
        if agreed == AgreementKind::Callback {
            return None;
        }
        if let Some(agreement) = self.agreement.as_mut().filter(|it| it.kind == AgreementKind::Payment) {
            agreement.terms.method = agreement.terms.method.or(self.terms.method);
        }
        if agreed != AgreementKind::Payment && !self.table_has_figure() {
            // A day alone is when the papers come, not a payment.
            self.terms.date = None;
            let asks = ["question.closed", "check_understanding", "question.commitment", "next_step"];
            let goes_on = asks.iter().any(|act| turn.heard.has(act)) && self.offered.brings_terms();
            // What kind of thing was asked is answered, not only that it was understood.
            let goes_on = goes_on && turn.asked.is_empty();
            let understood = turn.heard.has("check_understanding");
            return goes_on
                .then(|| self.say(if understood { "understood" } else { "says_yes" }, &[]))
                .flatten();
        }
        if self.offered.brings_terms() || turn.heard.has("question") || turn.heard.has("check_understanding")
        {
            return None;
        }
        let payment = agreed == AgreementKind::Payment && turn.heard.has("propose_date");
        let offers = payment || turn.heard.has("offer");
        let values = vec![("terms", self.agreed_terms_again())];
        if offers { self.say("already_agreed", &values) } else { None }
    }

    pub(super) fn agreed_terms(&self) -> String {
        self.told_terms(Detail::Said)
    }

    /// What was agreed, shorter where she has said it before.
    pub(super) fn agreed_terms_again(&self) -> String {
        let agreed = self.agreement.as_ref().map(|agreement| &agreement.terms);
        self.told_terms(if self.recited.as_ref() == agreed { Detail::Again } else { Detail::Said })
    }

    fn told_terms(&self, detail: Detail) -> String {
        let agreement = self.agreement.as_ref();
        agreement.map(|agreement| self.spoken_terms(&agreement.terms, detail)).unwrap_or_default()
    }

    /// What lines about an offer may name.
    fn values(&self) -> Vec<(&'static str, String)> {
        let case = &self.scenario.case_file;
        let country = self.scenario.country;
        let mut values = Vec::new();
        let amount = |it| speech::amount(it, case.currency, country, self.messages);
        values.push(("terms", self.spoken_terms(&self.terms, Detail::Said)));
        values.push(("amount", self.terms.amount.map(amount).unwrap_or_default()));
        values.push((
            "date",
            self.terms.date.map(|it| speech::date(it, self.scenario.date, self.messages)).unwrap_or_default(),
        ));
        values
    }
}

/// Whether a turn offers another call and nothing to pay.
fn calls_back_only(turn: Incoming<'_>) -> bool {
    turn.heard.has("offer.callback")
        && !turn.heard.has("farewell")
        && !turn.asked.contains(&Asked::CanTalk)
        && !turn.heard.has("request.full_payment")
        && !names_a_sum(turn)
}

fn names_a_sum(turn: Incoming<'_>) -> bool {
    let sum = |value: &Value| matches!(value, Value::Money(_) | Value::Plan(_));
    turn.heard.entities.iter().any(|entity| sum(&entity.value))
}

/// Whether a turn asks for money in so many words: "¿le parece bien así?" does not.
fn asks_for_payment(turn: Incoming<'_>) -> bool {
    let named =
        |value: &Value| matches!(value, Value::Money(_) | Value::Plan(_) | Value::Date(_) | Value::Number(_));
    ASKS_FOR_PAYMENT.iter().any(|act| turn.heard.has(act))
        || turn.heard.entities.iter().any(|entity| named(&entity.value))
}
