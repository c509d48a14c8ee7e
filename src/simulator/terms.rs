//! What is on the table: amount, date, number of payments, means … gathered over the turns, and what was agreed.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::call::CaseFile;
use crate::nlu::Heard;
use crate::nlu::entity::{DownPayment, Entity, Method, Value};

/// Terms of payment, as far as they are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each can be on the table with any of the others")]
pub struct Terms {
    /// What one payment comes to.
    pub amount: Option<Decimal>,
    /// How many payments; one where none was said.
    pub payments: Option<u32>,
    /// The day of the only payment, or of the first.
    pub date: Option<Date>,
    pub method: Option<Method>,
    /// A first part on another day.
    pub down_payment: Option<Decimal>,
    /// Asked for everything overdue at once.
    pub full: bool,
    pub hardship: bool,
    pub verification: bool,
    pub callback: bool,
    pub discount: Option<Decimal>,
}

impl Terms {
    /// Takes in what a turn of the agent puts on the table; later terms replace earlier ones of the same kind.
    ///
    /// In a choice, the first figure of the turn is the one that counts.
    ///
    /// `asked`: the debtor has just asked for a term, so that a bare figure, date or place is an answer.
    pub fn take_in(&mut self, heard: &Heard, case_file: &CaseFile, asked: bool) -> Offered {
        let before = self.clone();
        let proposes = [
            "offer",
            "propose_amount",
            "propose_date",
            "propose_method",
            "request.full_payment",
            "question.commitment",
            "confirm_commitment",
            "summarize",
        ];
        let named = heard.entities.iter().any(|entity| is_term(&entity.value));
        // Saying what is owed is no offer, whatever figures and dates are in it.
        let asks =
            ["offer", "request.full_payment", "question.commitment", "summarize", "confirm_commitment"];
        if heard.has("state_debt") && !asked && !asks.iter().any(|id| heard.has(id)) {
            return Offered::Nothing;
        }
        let proposing = proposes.iter().any(|id| heard.has(id)) || (asked && named);
        self.hardship |= heard.has("offer.hardship");
        self.verification |= heard.has("offer_verification");
        self.callback = self.callback || heard.has("offer.callback");
        if heard.has("request.full_payment") {
            self.full = true;
            self.amount = Some(case_file.past_due_total().amount);
            self.payments = None;
        }
        if proposing {
            let choice = heard.has("offer.choice");
            for entity in &heard.entities {
                let money = matches!(entity.value, Value::Money(_) | Value::Plan(_));
                if !(choice && money && self.amount != before.amount && self.payments != before.payments) {
                    self.take_entity(entity, heard, case_file, asked);
                }
            }
        }
        let unlike = Self { method: before.method, ..self.clone() };
        if unlike != before || heard.has("request.full_payment") || heard.has("offer") {
            Offered::Terms
        } else if proposing {
            Offered::NothingNew
        } else {
            Offered::Nothing
        }
    }

    fn take_entity(&mut self, entity: &Entity, heard: &Heard, case_file: &CaseFile, asked: bool) {
        match &entity.value {
            Value::Money(money) => {
                // What is owed is no offer, save where all of it is asked for.
                let owed = money.amount == case_file.balance.amount
                    || case_file.past_due.iter().any(|item| item.amount.amount == money.amount);
                let total = money.amount == case_file.past_due_total().amount;
                let stated = heard.acts.iter().any(|hit| {
                    hit.act == "state_debt"
                        && hit.span.start <= entity.span.start
                        && entity.span.end <= hit.span.end
                });
                let offered = asked || heard.has("propose_amount");
                if offered || !(stated || owed && !total) {
                    self.amount = Some(money.amount);
                    self.full = total;
                    // Another figure is another offer: how often it was to be paid goes with the old one.
                    let planned = heard.entities.iter().any(|other| matches!(other.value, Value::Plan(_)));
                    if !planned {
                        self.payments = None;
                    }
                }
            }
            Value::Date(date) => {
                let days = || {
                    heard.entities.iter().filter_map(|other| match &other.value {
                        Value::Date(other) => other.single(),
                        _ => None,
                    })
                };
                // "El 30 de enero": a day goes before a month or a week named beside it.
                if let Some(day) = date.single() {
                    self.date = Some(day);
                } else if days().next().is_none() {
                    self.date = date.to.or(date.from).or(self.date);
                }
            }
            Value::Plan(plan) => {
                self.full = false;
                self.payments = plan.count.or(self.payments);
                if let Some(amount) = plan.amount {
                    self.amount = Some(amount);
                } else if let (Some(count), None) = (plan.count, &plan.down_payment) {
                    // "En seis pagos" of what is overdue.
                    self.amount = Decimal::from(count)
                        .is_zero()
                        .then_some(Decimal::ZERO)
                        .or_else(|| case_file.past_due_total().amount.checked_div(Decimal::from(count)))
                        .map(|amount| amount.round_dp(2));
                }
                if let (None, Some(_), Some(amount)) = (plan.count, plan.period, plan.amount) {
                    // "600 al mes", until what is overdue is paid.
                    self.payments = case_file
                        .past_due_total()
                        .amount
                        .checked_div(amount)
                        .and_then(|count| count.ceil().to_u32())
                        .filter(|count| *count > 1);
                }
                if let Some(DownPayment::Amount(amount)) = plan.down_payment {
                    self.down_payment = Some(amount);
                }
            }
            Value::Method(method) => self.method = Some(*method),
            // Asked how much, people answer with a bare number.
            Value::Number(number) if asked && self.amount.is_none() => self.amount = Some(*number),
            Value::Percent(percent) if heard.has("offer.discount") => self.discount = Some(*percent),
            _ => {}
        }
    }
}

impl Terms {
    /// All the payments together.
    pub fn total(&self) -> Decimal {
        let each = self.amount.unwrap_or_default();
        self.down_payment.unwrap_or_default() + each * Decimal::from(self.payments.unwrap_or(1))
    }
}

/// What a turn put on the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offered {
    Nothing,
    /// It speaks of payment, and names nothing that was not there: "¿le parece?", or a means alone.
    NothingNew,
    /// A figure, a date, a programme …
    Terms,
}

impl Offered {
    pub fn brings_terms(self) -> bool {
        self == Self::Terms
    }
}

/// Whether a value can be a term of payment.
fn is_term(value: &Value) -> bool {
    matches!(value, Value::Money(_) | Value::Number(_) | Value::Date(_) | Value::Plan(_) | Value::Method(_))
}

/// What the debtor can keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Means {
    pub now: Decimal,
    pub monthly: Decimal,
    pub from: Date,
}

impl Means {
    /// The most that one payment on that day can be.
    pub fn on(&self, date: Date) -> Decimal {
        if date < self.from { self.now } else { self.now.max(self.monthly) }
    }
}
