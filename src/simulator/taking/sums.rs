//! A sum that is put on the table: one payment, a first part, or one of the plan's called by what it comes to.

use jiff::ToSpan as _;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::days::{day_meant, every};
use super::first_part::amount_of;
use super::named::is_before_rest;
use crate::nlu::entity::{Entity, PlanValue, Value};
use crate::simulator::clause::{around, clauses};
use crate::simulator::cue::{self, Role};
use crate::simulator::reading::{Reading, is_item, role_in_text};
use crate::simulator::terms::Terms;

impl Terms {
    /// "Los 600 los transfiere hoy, ¿no?": the only sum that is named is one payment of the plan on the table.
    pub(super) fn is_part_named(&self, entities: &[&Entity], reading: Reading<'_>) -> bool {
        let sums: Vec<Decimal> = entities.iter().filter_map(|entity| amount_of(entity, reading)).collect();
        let parts = [self.amount, self.down_payment, self.last];
        self.is_plan() && !sums.is_empty() && sums.iter().all(|sum| parts.contains(&Some(*sum)))
    }

    /// "Uno solo, nada de dos": one payment in the place of the plan on the table, and no sum but all of it named.
    pub(super) fn take_at_once(&mut self, entities: &[&Entity], before: &Self, reading: Reading<'_>) -> bool {
        let whole = |entity: &&Entity| amount_of(entity, reading).is_none_or(|sum| sum == before.total());
        let several = |entity: &&Entity| match &entity.value {
            Value::Plan(plan) => plan.amount.is_some() || plan.count != Some(1),
            _ => false,
        };
        let at_once = before.is_plan()
            && cue::is_single(reading.text)
            && !reading.heard.has("offer.choice")
            && entities.iter().all(whole)
            && !entities.iter().any(several);
        if at_once {
            self.set_single(before.total());
            let first = before.date.filter(|_| before.down_payment.is_none());
            self.date = day_meant(entities, before, reading).or(first);
            self.take_methods(entities);
        }
        at_once
    }

    /// The second of two payments on another day: of two alike, the first is told apart.
    pub(super) fn move_second(&mut self, before: &Self, day: Date) {
        if before.down_payment.is_none() {
            (self.down_payment, self.down_date) = (before.amount, before.date);
            self.payments = None;
        }
        self.date = Some(day);
    }

    /// "Súbale a 120 el primero", of two payments that come to all: the other one is what is left.
    pub(super) fn resize_first(&mut self, entities: &[&Entity], reading: Reading<'_>) -> bool {
        let [only] = entities else { return false };
        let due = self.due(reading.case_file);
        let two = self.down_payment.is_some() && self.count() == 2 && self.total() == due;
        let sum = amount_of(only, reading).filter(|sum| two && *sum < due && cue::names_first(reading.text));
        if let Some(sum) = sum {
            (self.down_payment, self.amount) = (Some(sum), Some(due - sum));
        }
        sum.is_some()
    }

    /// "Y los 50 que faltan van en el último": what the plan on the table leaves out is added to its last payment.
    pub(super) fn add_to_last(&mut self, entities: &[&Entity], reading: Reading<'_>) -> bool {
        let left = self.due(reading.case_file) - self.total();
        let clauses = clauses(reading.text);
        let goes = |entity: &&Entity| {
            amount_of(entity, reading) == Some(left)
                && cue::goes_into_last(&around(reading.text, &clauses, &entity.span).1)
        };
        let (Some(amount), true) = (self.amount, self.payments.is_some_and(|count| count > 1)) else {
            return false;
        };
        let added = left > Decimal::ZERO && entities.iter().any(goes);
        if added {
            self.last = Some(self.last.unwrap_or(amount) + left);
        }
        added
    }

    /// Whether the payments come to more than is asked for: all that is overdue, unless the whole balance is spoken of.
    pub(super) fn overpays(&self, before: &Self, reading: Reading<'_>) -> bool {
        /// In parts of a hundred, for payments that were rounded.
        const MOST: i64 = 105;
        let balance = reading.case_file.balance.amount;
        let due = self.due(reading.case_file);
        let of_balance = reading.heard.has("offer.restructure")
            || before.total() > due
            || reading
                .heard
                .entities
                .iter()
                .any(|it| matches!(&it.value, Value::Money(sum) if sum.amount == balance));
        let asked_for = if of_balance { balance.max(due) } else { due };
        self.is_plan() && self.total() * Decimal::ONE_HUNDRED > asked_for * Decimal::from(MOST)
    }

    /// "300 hoy y el resto el 30", "la mitad hoy y el resto en dos".
    pub(super) fn take_down_payment(
        &mut self,
        down: Decimal,
        plan: &PlanValue,
        entities: &[&Entity],
        due: Decimal,
        reading: Reading<'_>,
    ) {
        let days: Vec<(Date, bool)> = entities
            .iter()
            .filter_map(|other| match &other.value {
                Value::Date(date) if date.every.is_none() => {
                    date.single().map(|day| (day, is_before_rest(&other.span, reading.text)))
                }
                _ => None,
            })
            .collect();
        self.down_payment = Some(down);
        if plan.amount.is_some() {
            let recurs = entities.iter().find_map(|other| match &other.value {
                Value::Date(date) if date.every.is_some() => date.single().or(date.from),
                _ => None,
            });
            if let (Some(next), [(first, _), ..]) = (recurs, days.as_slice()) {
                // "46 hoy y 50 cada viernes".
                (self.down_date, self.date) = (Some(*first), Some(next));
            }
            return;
        }
        // Of a split, all payments are counted, the first one too.
        let split = plan.count_alternative.is_some();
        let rest = plan.count.map_or(1, |count| if split { count.saturating_sub(1) } else { count }).max(1);
        self.payments = Some(rest).filter(|rest| *rest > 1);
        self.amount = (due - down).checked_div(Decimal::from(rest)).map(|each| each.round_dp(2));
        match days.as_slice() {
            [(first, _), (second, _), ..] => (self.down_date, self.date) = (Some(*first), Some(*second)),
            // "40.000 el 5 y el resto en tres": the rest follows by months.
            [(first, true)] => {
                self.down_date = Some(*first);
                self.date = match self.a_month {
                    Some(4) => first.checked_add(7.days()).ok(),
                    Some(2) => first.checked_add(14.days()).ok(),
                    _ => first.checked_add(1.month()).ok(),
                };
            }
            _ => {}
        }
    }

    /// A figure that is offered: another amount, or one of the plan on the table, called by its sum.
    pub(super) fn take_amount(
        &mut self,
        amount: Decimal,
        entities: &[&Entity],
        before: &Self,
        reading: Reading<'_>,
    ) {
        let case_file = reading.case_file;
        let planned = entities.iter().any(|other| matches!(other.value, Value::Plan(_)));
        let named = [before.amount, before.down_payment, before.last].contains(&Some(amount));
        let dated = entities.iter().any(|other| matches!(other.value, Value::Date(_)));
        if before.is_plan() && self.is_plan() && !cue::is_single(reading.text) {
            let whole = before.total() == amount && !dated;
            if named || whole {
                return;
            }
        }
        if self.reckoned && !before.is_plan() && self.total() == amount {
            // "A 70 al mes, los 296 serían cinco pagos": what they come to.
            return;
        }
        let less = self.is_plan() && self.amount.is_some_and(|each| amount < each);
        if less && role_in_text(amount, entities, reading) == Role::Last {
            self.last = Some(amount);
            return;
        }
        let items = before.amount.zip(before.date).filter(|(other, _)| {
            *other != amount
                && !before.is_plan()
                && before.amount != Some(case_file.past_due_total().amount)
                && is_item(*other, case_file)
                && is_item(amount, case_file)
                && dated
        });
        if let Some((other, day)) = items {
            // Another bill on another day is paid beside the one that was settled before.
            self.amount = Some(amount);
            (self.down_payment, self.down_date) = (Some(other), Some(day));
            return;
        }
        let elsewhere = before.amount.is_some_and(|other| {
            other != amount && !before.is_plan() && before.date.is_some() && is_item(other, case_file)
        });
        if elsewhere && is_item(amount, case_file) && !dated {
            // "¿Y la otra, la de 41.300?": another bill undoes nothing of the one that has its day.
            return;
        }
        if before.down_payment.is_some() && !dated {
            // The days of a split are those of its parts.
            self.date = None;
        }
        self.amount = Some(amount);
        self.full = amount == self.due(case_file);
        (self.down_payment, self.down_date) = (None, None);
        // Another figure is another offer: how often it was to be paid goes with the old one. Of two ways put side by side,
        // the plan is the other.
        if !planned || reading.heard.has("offer.choice") {
            (self.payments, self.last) = (None, None);
            self.a_month = every(entities);
        }
    }
}
