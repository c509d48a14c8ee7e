//! What is on the table: amount, date, number of payments, means … gathered over the turns, and what was agreed.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::Serialize;

use crate::call::{CaseFile, Money};
use crate::nlu::entity::Method;

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
    /// Nobody named that number: it is what it takes to cover the debt.
    pub reckoned: bool,
    /// The day of the only payment, or of the first.
    pub date: Option<Date>,
    pub method: Option<Method>,
    /// Several were named, and any will do.
    pub any_method: bool,
    /// A first part on another day.
    pub down_payment: Option<Decimal>,
    /// The day of that part, where one was said.
    pub down_date: Option<Date>,
    /// What the last payment comes to, where it is another than the others.
    pub last: Option<Decimal>,
    /// Asked for everything overdue at once.
    pub full: bool,
    pub hardship: bool,
    pub verification: bool,
    pub callback: bool,
    pub discount: Option<Decimal>,
}

/// A last payment that is less than the others by no more than this, in parts of a hundred, is only rounding.
const ROUNDING: i64 = 2;
/// Nobody agrees on more payments than this.
const MOST_PAYMENTS: u32 = 360;

impl Terms {
    /// As many payments as cover an amount; the last one is what is left.
    pub(super) fn cover(&mut self, whole: Decimal) {
        let Some(amount) = self.amount.filter(|amount| !amount.is_zero()) else { return };
        let rest = whole - self.down_payment.unwrap_or_default();
        let count = rest.checked_div(amount).and_then(|count| count.ceil().to_u32());
        if let Some(count) = count.filter(|count| (2..=MOST_PAYMENTS).contains(count)) {
            (self.payments, self.reckoned) = (Some(count), true);
            self.set_last(rest - amount * Decimal::from(count - 1));
        }
    }

    /// The last payment, where it is less than the others by more than rounding.
    pub(super) fn set_last(&mut self, last: Decimal) {
        let amount = self.amount.unwrap_or_default();
        let less = (amount - last) * Decimal::ONE_HUNDRED > amount * Decimal::from(ROUNDING);
        self.last = (less && last > Decimal::ZERO).then_some(last);
    }

    /// Nobody pays more than is owed: the last payment is what is left, and payments beyond it are none.
    pub(super) fn keep_to_debt(&mut self, case_file: &CaseFile) {
        let (Some(amount), Some(count)) = (self.amount, self.payments.filter(|count| *count > 1)) else {
            return;
        };
        let due = self.due(case_file);
        let over = self.total() - due;
        if over <= Decimal::ZERO || self.last.is_some() {
            return;
        }
        if over < amount {
            self.set_last(amount - over);
        } else if self.total() > case_file.balance.amount && amount * Decimal::from(count) > due {
            self.cover(due);
        }
    }

    /// What is overdue, less what was let off.
    pub(super) fn due(&self, case_file: &CaseFile) -> Decimal {
        let total = case_file.past_due_total().amount;
        let off = self.discount.unwrap_or_default().min(Decimal::ONE_HUNDRED);
        total - (total * off / Decimal::ONE_HUNDRED).round_dp(case_file.currency.decimals())
    }

    /// One payment in the place of whatever plan there was.
    pub(super) fn set_single(&mut self, amount: Decimal) {
        self.amount = Some(amount);
        (self.payments, self.a_month, self.last) = (None, None, None);
        (self.down_payment, self.down_date) = (None, None);
        self.reckoned = false;
    }

    /// Whether there is more than one payment.
    pub fn is_plan(&self) -> bool {
        self.payments.is_some_and(|count| count > 1) || self.down_payment.is_some()
    }

    /// Whether so many payments of this amount are those of the plan but its last one.
    pub(super) fn is_alike(&self, count: u32, amount: Option<Decimal>) -> bool {
        let others = self.payments.filter(|_| self.last.is_some()).map(|all| all.saturating_sub(1));
        others == Some(count) && amount.is_none_or(|amount| self.amount == Some(amount))
    }

    /// How many payments there are.
    pub fn count(&self) -> u32 {
        self.payments.unwrap_or(1).max(1) + u32::from(self.down_payment.is_some())
    }

    /// The amount goes off the table, and the plan with it.
    pub(super) fn drop_amount(&mut self) {
        self.full = false;
        self.amount = None;
        self.reckoned = false;
        (self.payments, self.a_month, self.last) = (None, None, None);
        (self.down_payment, self.down_date) = (None, None);
    }

    /// What is paid in one month: several payments, where they follow each other by weeks or fortnights.
    pub fn in_a_month(&self) -> Decimal {
        let times = self.a_month.unwrap_or(1).min(self.payments.unwrap_or(u32::MAX));
        self.amount.unwrap_or_default() * Decimal::from(times)
    }

    /// All the payments together.
    pub fn total(&self) -> Decimal {
        let each = self.amount.unwrap_or_default();
        let last = self.last.filter(|_| self.is_plan()).unwrap_or(each);
        self.down_payment.unwrap_or_default()
            + each * Decimal::from(self.payments.unwrap_or(1).max(1) - 1)
            + last
    }
}

/// What goes beyond what the agent may agree on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Beyond {
    Payments {
        agreed: u32,
        permitted: u32,
    },
    /// One payment is less than the least.
    Payment {
        least: String,
    },
    Discount {
        agreed: Decimal,
        permitted: Decimal,
    },
}

impl Terms {
    /// Where these terms need somebody else's leave; `spoken` puts an amount in words.
    pub(super) fn beyond(&self, case_file: &CaseFile, spoken: impl Fn(Decimal) -> String) -> Vec<Beyond> {
        let policy = &case_file.policy;
        // A first part is none of the instalments.
        let agreed = self.payments.unwrap_or(1);
        let payments = policy.max_installments.filter(|permitted| agreed > *permitted);
        let payments = payments.map(|permitted| Beyond::Payments { agreed, permitted });
        let least = policy.min_payment.filter(|least| self.is_plan() && self.amount < Some(least.amount));
        let permitted = policy.max_discount.unwrap_or_default();
        let discount = self.discount.filter(|agreed| *agreed > permitted);
        let discount = discount.map(|agreed| Beyond::Discount { agreed, permitted });
        payments
            .into_iter()
            .chain(least.map(|Money { amount, .. }| Beyond::Payment { least: spoken(amount) }))
            .chain(discount)
            .collect()
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

    /// The most that a first payment on that day can be: what was put by is there still.
    pub fn first_on(&self, date: Date, today: Date) -> Decimal {
        if date >= self.from && self.from > today { self.now + self.monthly } else { self.on(date) }
    }
}
