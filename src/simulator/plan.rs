//! Terms made of payments that were named one by one: a first part, equal payments, a smaller last one.

use jiff::ToSpan as _;
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::nlu::entity::{Limit, Period, Value};
use crate::simulator::cue;
use crate::simulator::reading::Reading;
use crate::simulator::schedule::{Schedule, is_near};
use crate::simulator::taking::times_a_month;
use crate::simulator::terms::Terms;

impl Terms {
    /// Payments named one by one, none beyond the debt.
    pub(super) fn take_payments(&mut self, schedule: &Schedule, reading: Reading<'_>) {
        if let ([part], None) = (schedule.parts.as_slice(), schedule.last)
            && self.is_alike(part.count, Some(part.amount))
        {
            // "Las 3 de 25 y la última": of a plan with another last payment, those that are alike.
            return;
        }
        self.take_schedule(schedule, reading);
        self.join_first_part(cue::goes_on(reading.text));
        self.keep_to_debt(reading.case_file);
    }

    /// "25 el 2, y después 2 de 25": a first part like the others, and no further from them than they are, is the first of
    /// them.
    fn join_first_part(&mut self, goes_on: bool) {
        const A_MONTH: i32 = 31;
        const SHORTEST_MONTH: i32 = 28;
        let (Some(down), Some(day), Some(next)) = (self.down_payment, self.down_date, self.date) else {
            return;
        };
        // Of two alike, the later one keeps its day, unless that is a month on, as it would be without saying.
        let several = goes_on || self.payments.is_some_and(|count| count > 1);
        let least = if several { 1 } else { SHORTEST_MONTH };
        let near = next.since(day).is_ok_and(|span| (least..=A_MONTH).contains(&span.get_days()));
        if self.amount == Some(down) && near {
            self.payments = Some(self.payments.unwrap_or(1) + 1);
            (self.down_payment, self.down_date, self.date) = (None, None, Some(day));
        }
    }

    /// Payments that were named one by one replace whatever plan there was.
    fn take_schedule(&mut self, schedule: &Schedule, reading: Reading<'_>) {
        let due = self.due(reading.case_file);
        let (before, date) = (self.clone(), self.date);
        let mut parts = schedule.parts.as_slice();
        let Some(first) = parts.first() else { return };
        self.set_single(first.amount);
        (self.full, self.reckoned) = (false, false);
        let mut last = schedule.last;
        if last.is_none()
            && let [.., above, tail] = parts
            && tail.count == 1
            && tail.amount != above.amount
            && (parts.len() > 2 || above.count > 1)
            && (tail.amount < above.amount
                || above.count > 1 && is_near(tail.amount, above.amount)
                || parts[..parts.len() - 1].iter().all(|part| part.amount == first.amount))
        {
            // "… y una de 16", "600, 600 y 650".
            last = Some(tail.amount);
            parts = &parts[..parts.len() - 1];
        }
        let counted = last != schedule.last;
        let alike = parts.iter().all(|part| part.amount == first.amount);
        let two_days = matches!(parts, [one, other] if one.count + other.count == 2 && other.day.is_some());
        if !alike || two_days && last.is_none() {
            self.down_payment = Some(first.amount);
            self.down_date = first.day.or(before.down_date).or(date);
            parts = &parts[1..];
        }
        let rest = parts.first().unwrap_or(first);
        self.amount = Some(rest.amount);
        let named: u32 = parts.iter().map(|part| part.count).sum();
        self.payments = match last {
            None => Some(named).filter(|count| *count > 1),
            Some(last) if counted => {
                self.last = Some(last);
                Some(named + 1)
            }
            Some(last) => {
                self.last = Some(last);
                self.count_with_last(named, last, due)
            }
        };
        let same = before.amount == self.amount && before.is_plan();
        let kept = before.a_month.filter(|_| same);
        self.a_month = schedule.every.and_then(times_a_month).or(kept);
        let later = |day: Date| match schedule.every {
            Some(Period::Week) => day.checked_add(7.days()),
            Some(Period::Fortnight) => day.checked_add(15.days()),
            _ => day.checked_add(1.month()),
        };
        let recurring = || {
            reading.heard.entities.iter().find_map(|entity| match &entity.value {
                Value::Date(date) if date.every.is_some() || date.limit == Some(Limit::Since) => {
                    date.from.or(date.to)
                }
                _ => None,
            })
        };
        let said = || schedule.is_dated() || reading.heard.has("propose_date");
        let day = rest.day.filter(|_| !same || before.date.is_none() || said());
        let own = |down: Date| reading.own_day.filter(|own| *own > down);
        self.date = match self.down_date {
            Some(down) => {
                rest.day.or(date.filter(|date| *date > down)).or(own(down)).or_else(|| later(down).ok())
            }
            None => day.or_else(recurring).or(date).or(rest.day),
        };
    }

    /// How many payments there are in all when the last of them is told apart: as many as come to what is owed.
    fn count_with_last(&self, named: u32, last: Decimal, due: Decimal) -> Option<u32> {
        let amount = self.amount.filter(|amount| !amount.is_zero())?;
        let rest = due - self.down_payment.unwrap_or_default();
        let whole = |count: u32| amount * Decimal::from(count.saturating_sub(1)) + last;
        let fits = |count: &u32| is_near(whole(*count), rest);
        if let Some(count) = [named + 1, named].into_iter().find(fits) {
            return Some(count);
        }
        let covering =
            (rest - last).checked_div(amount).and_then(|count| count.round().to_u32()).map(|it| it + 1);
        covering.filter(|count| named == 1 && fits(count)).or(Some(named + 1))
    }
}
