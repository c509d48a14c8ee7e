//! What is on the table: amount, date, number of payments, means … gathered over the turns, and what was agreed.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::call::CaseFile;
use crate::nlu::Heard;
use crate::nlu::entity::{DownPayment, Entity, Method, Period, Value};
use crate::simulator::clause::to_the_point;

/// Terms of payment, as far as they are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each can be on the table with any of the others")]
pub struct Terms {
    /// What one payment comes to.
    pub amount: Option<Decimal>,
    /// How many payments; one where none was said.
    pub payments: Option<u32>,
    /// How many of them fall into a month, where that was said: two by fortnights.
    pub a_month: Option<u32>,
    /// The day of the only payment, or of the first.
    pub date: Option<Date>,
    pub method: Option<Method>,
    /// Several were named, and any will do.
    pub any_method: bool,
    /// A first part on another day.
    pub down_payment: Option<Decimal>,
    /// The day of that part, where one was said.
    pub down_date: Option<Date>,
    /// Asked for everything overdue at once.
    pub full: bool,
    pub hardship: bool,
    pub verification: bool,
    pub callback: bool,
    pub discount: Option<Decimal>,
}

/// Acts that put something on the table.
const PROPOSES: [&str; 8] = [
    "offer",
    "propose_amount",
    "propose_date",
    "propose_method",
    "request.full_payment",
    "question.commitment",
    "confirm_commitment",
    "summarize",
];

/// Acts that make of a debt that is stated one that is asked for.
const ASKS: [&str; 7] = [
    "offer",
    "request.full_payment",
    "question.commitment",
    "summarize",
    "confirm_commitment",
    "pressure",
    "false_urgency",
];

/// Acts that put payments on the table beside a programme.
const PAYMENT_OFFERS: [&str; 9] = [
    "offer.installments",
    "offer.partial",
    "offer.extension",
    "offer.discount",
    "offer.choice",
    "propose_amount",
    "question.commitment",
    "confirm_commitment",
    "summarize",
];

/// A turn of the agent, and what it is read against.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub text: &'a str,
    pub heard: &'a Heard,
    pub case_file: &'a CaseFile,
    pub today: Date,
    /// The debtor has just asked for a term, so that a bare figure, date or place is an answer.
    pub asked: bool,
}

impl Terms {
    /// Takes in what a turn of the agent puts on the table; later terms replace earlier ones of the same kind.
    ///
    /// In a choice, the first figure of the turn is the one that counts.
    pub fn take_in(&mut self, reading: Reading<'_>) -> Offered {
        let Reading { heard, case_file, asked, .. } = reading;
        let before = self.clone();
        let entities = to_the_point(reading);
        let named = entities.iter().any(|entity| is_term(&entity.value));
        // Saying what is owed is no offer, whatever figures and dates are in it.
        if heard.has("state_debt")
            && !asked
            && !ASKS.iter().any(|id| heard.has(id))
            && !reading.goes_on_to_propose()
        {
            return Offered::Nothing;
        }
        let proposing =
            PROPOSES.iter().any(|id| heard.has(id)) || (asked && named) || heard.has("pressure") && named;
        // Payments named after a programme are put in its place; figures beside it only describe it.
        let programme = heard.has("offer.hardship");
        let described = programme && !PAYMENT_OFFERS.iter().any(|id| heard.has(id));
        let figures =
            heard.entities.iter().any(|entity| matches!(entity.value, Value::Money(_) | Value::Plan(_)));
        self.hardship = programme || (self.hardship && !(proposing && figures));
        self.verification |= heard.has("offer_verification");
        self.callback = self.callback || heard.has("offer.callback");
        if heard.has("request.full_payment") {
            self.full = true;
            self.amount = Some(case_file.past_due_total().amount);
            self.payments = None;
            self.down_payment = None;
        }
        if proposing && !described {
            if let Some([down, rest]) = two_payments(&entities).filter(|_| !heard.has("offer.choice")) {
                self.full = false;
                self.payments = count_of(rest.0, &entities);
                (self.down_payment, self.down_date) = (Some(down.0), Some(down.1));
                (self.amount, self.date) = (Some(rest.0), Some(rest.1));
                self.take_methods(&entities);
                return Offered::Terms;
            }
            let choice = heard.has("offer.choice");
            for entity in &entities {
                let money = matches!(entity.value, Value::Money(_) | Value::Plan(_));
                if !(choice && money && self.amount != before.amount && self.payments != before.payments) {
                    self.take_entity(entity, &entities, reading);
                }
            }
            self.take_methods(&entities);
        }
        let unlike = Self { method: before.method, any_method: before.any_method, ..self.clone() };
        if unlike != before || heard.has("request.full_payment") || heard.has("offer") {
            Offered::Terms
        } else if proposing {
            Offered::NothingNew
        } else {
            Offered::Nothing
        }
    }

    /// One way to pay is taken as said; of several, any will do.
    fn take_methods(&mut self, entities: &[&Entity]) {
        let mut methods: Vec<Method> = entities
            .iter()
            .filter_map(|entity| match entity.value {
                Value::Method(method) => Some(method),
                _ => None,
            })
            .collect();
        methods.dedup();
        match methods.as_slice() {
            [] => {}
            [method] => self.method = Some(*method),
            _ => (self.method, self.any_method) = (None, true),
        }
    }

    fn take_entity(&mut self, entity: &Entity, entities: &[&Entity], reading: Reading<'_>) {
        let Reading { heard, case_file, asked, .. } = reading;
        let total = case_file.past_due_total().amount;
        match &entity.value {
            Value::Money(money) => {
                // What is owed is no offer, save where all of it is asked for.
                let owed = money.amount == case_file.balance.amount
                    || case_file.past_due.iter().any(|item| item.amount.amount == money.amount);
                let whole = money.amount == total;
                let offered = asked || heard.has("propose_amount");
                if offered || !(reading.is_stated(entity) || owed && !whole) {
                    self.amount = Some(money.amount);
                    self.full = whole;
                    self.down_payment = None;
                    // Another figure is another offer: how often it was to be paid goes with the old one.
                    if !entities.iter().any(|other| matches!(other.value, Value::Plan(_))) {
                        self.payments = None;
                        self.a_month = every(entities);
                    }
                }
            }
            Value::Date(date) => {
                // "El 30 de enero": a day goes before a month or a week named beside it, and the first day before the
                // others.
                let mut days = entities.iter().filter_map(|other| match &other.value {
                    Value::Date(other) => other.single(),
                    _ => None,
                });
                self.date = days.next().or(date.to).or(date.from).or(self.date);
            }
            Value::Plan(plan) => {
                self.full = false;
                self.payments = plan.count.or(self.payments);
                self.a_month =
                    plan.period.and_then(times_a_month).or_else(|| every(entities)).or(self.a_month);
                if let Some(amount) = plan.amount {
                    self.amount = Some(amount);
                } else if let (Some(count), None) = (plan.count, &plan.down_payment) {
                    // "Ocho pagos de 40" said apart; or "en seis pagos", of what is overdue.
                    let each = each_payment(entities, count, case_file);
                    self.amount =
                        each.or_else(|| total.checked_div(Decimal::from(count)).map(|sum| sum.round_dp(2)));
                }
                if let (None, Some(_), Some(amount)) = (plan.count, plan.period, plan.amount) {
                    // "600 al mes", until what is overdue is paid.
                    self.payments = total
                        .checked_div(amount)
                        .and_then(|count| count.ceil().to_u32())
                        .filter(|count| *count > 1);
                }
                if let Some(DownPayment::Amount(amount)) = plan.down_payment {
                    self.down_payment = Some(amount);
                }
            }
            // Asked how much, people answer with a bare number, though not with one that could be no payment; and what is
            // overdue needs no currency.
            Value::Number(number)
                if (asked && self.amount.is_none() && *number * Decimal::ONE_HUNDRED >= total)
                    || *number == total =>
            {
                self.amount = Some(*number);
                self.full = *number == total;
                self.payments = self.payments.filter(|_| !self.full);
            }
            Value::Percent(percent) if heard.has("offer.discount") => self.discount = Some(*percent),
            _ => {}
        }
    }
}

impl Reading<'_> {
    /// Whether a figure belongs to what is said to be owed.
    fn is_stated(&self, entity: &Entity) -> bool {
        self.heard.acts.iter().any(|hit| {
            hit.act == "state_debt" && hit.span.start <= entity.span.start && entity.span.end <= hit.span.end
        })
    }

    /// Whether a day or a means is proposed beside what is said to be owed.
    fn goes_on_to_propose(&self) -> bool {
        let debts = || self.heard.acts.iter().filter(|hit| hit.act == "state_debt");
        let proposals =
            self.heard.acts.iter().filter(|hit| hit.act == "propose_date" || hit.act == "propose_method");
        proposals
            .into_iter()
            .any(|hit| !debts().any(|debt| debt.span.start < hit.span.end && hit.span.start < debt.span.end))
    }
}

/// What one of so many payments comes to, where a figure is named that is not the whole.
fn each_payment(entities: &[&Entity], count: u32, case_file: &CaseFile) -> Option<Decimal> {
    entities.iter().find_map(|entity| match &entity.value {
        Value::Money(money) => {
            let whole = money.amount.checked_mul(Decimal::from(count))?;
            let room = case_file.balance.amount.checked_mul(Decimal::new(12, 1))?;
            (money.amount < case_file.past_due_total().amount && whole <= room).then_some(money.amount)
        }
        _ => None,
    })
}

/// How often a month something is paid that is paid "cada quincena" or "cada semana".
fn every(entities: &[&Entity]) -> Option<u32> {
    entities.iter().find_map(|entity| match &entity.value {
        Value::Date(date) => date.every.and_then(times_a_month),
        _ => None,
    })
}

fn times_a_month(period: Period) -> Option<u32> {
    match period {
        Period::Day => Some(30),
        Period::Week => Some(4),
        Period::Fortnight => Some(2),
        Period::Month => Some(1),
        Period::Year => None,
    }
}

/// How many payments of this amount a plan among these names.
fn count_of(amount: Decimal, entities: &[&Entity]) -> Option<u32> {
    entities.iter().find_map(|entity| match &entity.value {
        Value::Plan(plan) if plan.amount == Some(amount) => plan.count,
        _ => None,
    })
}

/// "400 hoy y 395 el 15": a figure and a day, twice. The first is paid on the day that goes with it.
fn two_payments(entities: &[&Entity]) -> Option<[(Decimal, Date); 2]> {
    let mut named: Vec<&Entity> = entities
        .iter()
        .copied()
        .filter(|entity| matches!(entity.value, Value::Money(_) | Value::Date(_)))
        .collect();
    named.sort_by_key(|entity| entity.span.start);
    let pair = |money: &Entity, date: &Entity| match (&money.value, &date.value) {
        (Value::Money(money), Value::Date(date)) => Some((money.amount, date.single()?)),
        _ => None,
    };
    match named.as_slice() {
        [first, day, second, other] => Some([pair(first, day)?, pair(second, other)?]),
        _ => None,
    }
}

impl Terms {
    /// What is paid in one month: several payments, where they follow each other by weeks or fortnights.
    pub fn in_a_month(&self) -> Decimal {
        let times = self.a_month.unwrap_or(1).min(self.payments.unwrap_or(u32::MAX));
        self.amount.unwrap_or_default() * Decimal::from(times)
    }

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
    /// What comes in each time: once a month, or oftener.
    pub monthly: Decimal,
    /// How often it comes in a month.
    pub times: u32,
    pub from: Date,
}

impl Means {
    /// The most that can be paid in one month.
    pub fn in_a_month(&self) -> Decimal {
        self.now.max(self.monthly * Decimal::from(self.times))
    }

    /// The most that one payment on that day can be.
    pub fn on(&self, date: Date) -> Decimal {
        if date < self.from { self.now } else { self.now.max(self.monthly) }
    }
}
