//! The case file (expediente): what the agent may know and offer. The scorecard checks what was said against it.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Currency, Money};

#[derive(Debug, Clone, PartialEq)]
pub struct CaseFile {
    pub creditor: String,
    pub product: String,
    pub account: String,
    pub debtor: String,
    /// How the agent should address the debtor: "señora", "don" … ; may be empty.
    pub treatment: String,
    pub currency: Currency,
    /// Everything owed, due or not.
    pub balance: Money,
    pub past_due: Vec<PastDue>,
    pub verify: Vec<VerificationItem>,
    pub history: Vec<HistoryEntry>,
    pub policy: Policy,
}

impl CaseFile {
    /// What is overdue in all.
    pub fn past_due_total(&self) -> Money {
        let amount = self.past_due.iter().map(|item| item.amount.amount).sum();
        Money { amount, currency: self.currency }
    }
}

/// One overdue item.
#[derive(Debug, Clone, PartialEq)]
pub struct PastDue {
    pub concept: String,
    pub amount: Money,
    pub due: Date,
}

/// A datum by which the debtor is recognised: asked for, never read out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationItem {
    /// What is asked: "últimos cuatro dígitos de su identificación".
    pub label: String,
    pub value: String,
}

/// An earlier contact, promise or payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    pub date: Date,
    pub note: String,
}

/// What the agent may offer on her own authority. An absent option may not be offered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Policy {
    /// The most payments a plan may have.
    pub max_installments: Option<u32>,
    /// The least that one payment may be.
    pub min_payment: Option<Money>,
    /// The highest discount on the balance, in percent.
    pub max_discount: Option<Decimal>,
    /// The last day on which the discount can be taken.
    pub discount_until: Option<Date>,
    /// The most days a date may be moved.
    pub max_extension_days: Option<u32>,
    pub partial_payment: bool,
    pub restructure: bool,
    pub hardship: Option<Hardship>,
    /// How the debt can be paid, as the agent would say it.
    pub methods: Vec<String>,
}

/// A programme for those who cannot pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hardship {
    pub name: String,
    pub description: String,
    /// How many monthly payments it has, where it has a number of its own.
    pub months: Option<u32>,
}
