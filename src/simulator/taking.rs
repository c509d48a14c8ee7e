//! How a turn changes what is on the table: figures, days, plans and payments named one by one, each of them in the
//! place of what it replaces.

mod days;
mod first_part;
mod named;
mod next_part;
mod sums;

use jiff::ToSpan as _;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::call::CaseFile;
use crate::nlu::demand::asks_for_nothing;
use crate::nlu::entity::{DownPayment, Entity, Limit, Method, Value};
use crate::simulator::clause::{role_in, to_the_point};
use crate::simulator::cue::{self, Role};
use crate::simulator::reading::{Reading, each_payment, is_item, item_called, with_bills};
use crate::simulator::schedule::{Schedule, bare_amount};
use crate::simulator::terms::{Offered, Terms};

use days::{day_meant, day_of_second, days_of_later_payments, every};
pub(in crate::simulator) use days::{is_weekday_alone, times_a_month};
use named::{
    all_of_it_on, denies_the_whole, figure_of, is_day_named, is_in_halves, is_put_off, leave_ordinals_out,
    leave_parts_out, leave_programme_out, pay_day, whole_named, whole_of_parts,
};

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

/// Whether a value is a plan that says what its payments come to.
fn tells_sums(value: &Value) -> bool {
    matches!(value, Value::Plan(plan) if plan.amount.is_some() || plan.down_payment.is_some())
}

/// Whether a value can be a term of payment.
fn is_term(value: &Value) -> bool {
    matches!(value, Value::Money(_) | Value::Number(_) | Value::Date(_) | Value::Plan(_) | Value::Method(_))
}

impl Terms {
    /// Takes in what a turn of the agent puts on the table; later terms replace earlier ones of the same kind.
    ///
    /// In a choice, the first figure of the turn is the one that counts.
    pub fn take_in(&mut self, reading: Reading<'_>) -> Offered {
        let Reading { heard, case_file, asked, .. } = reading;
        // "Hoy no le pido plata": what else is offered stands.
        let money = !asks_for_nothing(reading.text);
        let before = self.clone();
        let mut pointed = to_the_point(reading);
        leave_programme_out(&mut pointed, reading);
        leave_ordinals_out(&mut pointed, &before, reading);
        leave_parts_out(&mut pointed, reading);
        let first = first_part::take_out(&mut pointed, before.is_plan(), reading)
            .or_else(|| first_part::left_out(&mut pointed, &before, reading))
            .or_else(|| first_part::moved(&mut pointed, &before, reading));
        let second = day_of_second(&pointed, &before, reading);
        let named = first.is_some() || pointed.iter().any(|entity| is_term(&entity.value));
        let schedule = reading.schedule(&with_bills(&pointed, reading));
        // Saying what is owed is no offer, whatever figures and dates are in it.
        if heard.has("state_debt")
            && !asked
            && !ASKS.iter().any(|id| heard.has(id))
            && !reading.goes_on_to_propose()
            && !schedule.is_dated()
        {
            return Offered::Nothing;
        }
        let proposing = money
            && (PROPOSES.iter().any(|id| heard.has(id))
                || (asked && named)
                || heard.has("pressure") && named
                || schedule.is_dated()
                || named && reading.puts_right());
        // Payments named after a programme are put in its place; figures beside it only describe it.
        let programme = heard.has("offer.hardship");
        let described = programme && !PAYMENT_OFFERS.iter().any(|id| heard.has(id));
        if self.discount.is_some() && cue::takes_back_discount(reading.text) {
            self.discount = None;
        }
        let figures =
            heard.entities.iter().any(|entity| matches!(entity.value, Value::Money(_) | Value::Plan(_)));
        // What she has said herself that she can pay is paid within the programme.
        let own = reading.own.is_some_and(|own| {
            heard.entities.iter().all(|it| !matches!(&it.value, Value::Money(money) if money.amount != own))
        });
        self.hardship = programme || (self.hardship && (own || !(proposing && figures)));
        self.verification |= heard.has("offer_verification");
        self.callback = self.callback || heard.has("offer.callback");
        let all = heard.has("request.full_payment")
            && !before.is_part_named(&pointed, reading)
            && !denies_the_whole(reading);
        if money && all {
            self.full = true;
            self.set_single(self.due(case_file));
        }
        if proposing && !described {
            if self.take_at_once(&pointed, &before, reading)
                || self.add_to_last(&pointed, reading)
                || self.resize_first(&pointed, reading)
            {
                return Offered::Terms;
            }
            if let Some(all) = next_part::added(&before, &pointed, reading) {
                self.take_payments(&all, reading);
            } else if schedule.is_plan() {
                self.take_payments(&schedule, reading);
                if self.last.is_none() && (schedule.until.is_some() || cue::goes_on(reading.text)) {
                    // "40 el 19, 40 el 26 y así cada lunes hasta completar los 296".
                    self.cover(schedule.until.unwrap_or(self.due(case_file)));
                    self.a_month = self.a_month.or_else(|| schedule.times_a_month());
                }
            } else {
                self.take_figures(&pointed, &before, reading);
                self.go_on(&schedule, &before, reading);
                if self.amount == before.amount && is_in_halves(&pointed) {
                    self.set_single(
                        (self.due(case_file) / Decimal::TWO).round_dp(case_file.currency.decimals()),
                    );
                    self.payments = Some(2);
                }
                if let Some(day) = second {
                    self.move_second(&before, day);
                } else {
                    self.date = pay_day(&pointed, reading).or(self.date);
                }
            }
            if let Some(first) = first.filter(|_| self.amount.is_some()) {
                (self.down_payment, self.down_date) = (Some(first.amount), first.day);
                if let Some(day) = first.day.filter(|day| self.date.is_some_and(|date| date <= *day)) {
                    self.date = day.checked_add(1.month()).ok();
                }
                if self.reckoned {
                    self.cover(self.due(case_file));
                }
            }
            self.take_methods(&pointed);
            if programme && !heard.has("offer.choice") || before.hardship {
                self.keep_to_programme(&before, case_file);
            }
            if self.payments.is_some() && self.total() == case_file.past_due_total().amount {
                // Payments that come to all of it: what was let off for another way of paying is not.
                self.discount = None;
            }
            // Payments told one by one that come to all that is overdue are in the place of a programme.
            let told = self.is_plan() && !before.is_plan() && !self.reckoned;
            self.hardship &= programme || !(told && self.total() == self.due(case_file));
            self.keep_to_debt(case_file);
            if self.overpays(&before, reading) {
                // Nobody puts forward more than is owed: it was misheard.
                *self = Self { hardship: self.hardship, verification: self.verification, ..before.clone() };
            }
        }
        let (method, any_method, reckoned) = (before.method, before.any_method, before.reckoned);
        let unlike = Self { reckoned, method, any_method, ..self.clone() };
        if unlike != before || heard.has("request.full_payment") || heard.has("offer") {
            Offered::Terms
        } else if proposing {
            Offered::NothingNew
        } else {
            Offered::Nothing
        }
    }

    /// Figures, days and plans that do not add up to a schedule.
    fn take_figures(&mut self, pointed: &[&Entity], before: &Self, reading: Reading<'_>) {
        let heard = reading.heard;
        let is_figure = |value: &Value| matches!(value, Value::Money(_) | Value::Number(_));
        // Beside a plan, what is missing and what it comes to are only told.
        let counted = |entity: &&Entity| matches!(&entity.value, Value::Plan(plan) if plan.count.is_some());
        let planned = before.is_plan() || pointed.iter().any(counted);
        let told = |entity: &&Entity| {
            planned
                && is_figure(&entity.value)
                && matches!(role_in(reading, &entity.span), Role::Whole | Role::Missing | Role::Until)
        };
        // "El último, el 13", "todo antes del 8", "los otros, el 24 y el 30": no day to begin on.
        let others = cue::names_others(reading.text) && before.amount.is_some();
        let later = days_of_later_payments(pointed, before, reading);
        let ends = |entity: &&Entity| {
            let Value::Date(day) = &entity.value else { return false };
            if later.contains(&entity.span) {
                return true;
            }
            let by = matches!(day.limit, Some(Limit::By | Limit::Before));
            let later =
                others && before.date.is_some_and(|first| day.single().is_some_and(|day| day > first));
            later || before.is_plan() && (by || role_in(reading, &entity.span) == Role::Last)
        };
        let stays = |entity: &&Entity| !told(entity) && !ends(entity);
        let mut entities: Vec<&Entity> = pointed.iter().copied().filter(stays).collect();
        let only_told = entities.len() < pointed.len();
        // The figures of a plan are told by the plan.
        let plans: Vec<&Entity> =
            entities.iter().copied().filter(|entity| tells_sums(&entity.value)).collect();
        let of_plan = |entity: &Entity| {
            let within =
                |plan: &&Entity| plan.span.start <= entity.span.start && entity.span.end <= plan.span.end;
            is_figure(&entity.value) && plans.iter().any(within)
        };
        entities.retain(|entity| !of_plan(entity));
        if let Some(whole) = whole_of_parts(&entities) {
            entities.retain(|it| figure_of(it).is_none_or(|amount| amount == whole));
        }
        if before.is_plan() && !entities.iter().any(|it| matches!(it.value, Value::Plan(_))) {
            let all_on = entities.iter().find_map(|entity| all_of_it_on(entity, reading));
            if let Some(day) = all_on {
                // "No, mejor todo el viernes": one payment in the place of the plan.
                self.set_single(self.due(reading.case_file));
                (self.full, self.date) = (true, Some(day));
                return;
            }
        }
        let offers = |entity: &&Entity| is_figure(&entity.value) || matches!(entity.value, Value::Plan(_));
        if only_told && !entities.iter().any(offers) {
            entities.retain(|entity| !matches!(entity.value, Value::Date(_)));
        }
        // What is paid tells which of the days on the table still stands.
        entities.sort_by_key(|entity| matches!(entity.value, Value::Date(_)));
        let choice = heard.has("offer.choice");
        let mut answered: Option<usize> = None;
        for entity in &entities {
            let money = matches!(entity.value, Value::Money(_) | Value::Plan(_) | Value::Number(_));
            let taken = self.amount != before.amount || self.payments != before.payments;
            // Asked how much, people say it first, and then talk about it.
            let since = answered.and_then(|end| reading.text.get(end..entity.span.start));
            let later = since.is_some_and(|between| between.contains(['.', ',', '?']));
            if money && (choice && taken || later) {
                continue;
            }
            let amount = self.amount;
            self.take_entity(entity, &entities, before, reading);
            if reading.asked && money && self.amount.is_some() && (self.amount != amount || taken) {
                answered = answered.or(Some(entity.span.end));
            }
        }
        if !entities.iter().any(|entity| is_figure(&entity.value))
            && let Some(called) = item_called(reading)
        {
            // "Meta la 5521 en la corrida del martes": a bill is called by its number, the first or one more.
            match before.amount {
                None => self.amount = Some(called),
                Some(_) => self.take_amount(called, &entities, before, reading),
            }
        }
        let discounted = self.discount.is_some() && self.discount != before.discount;
        if discounted && self.amount == before.amount {
            // "Diez por ciento menos": of all that is overdue.
            self.set_single(self.due(reading.case_file));
        }
        if self.discount.is_some() && self.amount == Some(self.due(reading.case_file)) && !self.is_plan() {
            self.full = self.full || self.date == Some(reading.today);
        }
    }

    /// Payments that go on until all is covered: "cada lunes", "desde el 19", "hasta completar los 360".
    fn go_on(&mut self, schedule: &Schedule, before: &Self, reading: Reading<'_>) {
        let due = self.due(reading.case_file);
        let until = schedule.until.filter(|until| *until <= reading.case_file.balance.amount);
        let on = until.is_some() || cue::goes_on(reading.text);
        if self.amount != before.amount && self.a_month.is_none() && cue::is_each_time(reading.text) {
            // "25.000 cada vez", to somebody who is paid by fortnights.
            let all: Vec<&Entity> = reading.heard.entities.iter().collect();
            self.a_month = every(&all);
        }
        // What is paid within a programme goes on as long as the programme does.
        let programme = self.hardship || before.hardship || reading.heard.has("offer.hardship");
        let since = !programme
            && reading.heard.entities.iter().any(|entity| match &entity.value {
                Value::Date(date) => date.every.is_some() || date.limit == Some(Limit::Since),
                _ => false,
            });
        let one = self.payments.is_none() && !self.full;
        let new = self.amount.is_some() && (self.amount != before.amount || on);
        if on && self.amount.is_some() || since && one && new {
            self.cover(until.unwrap_or(due));
        }
    }

    /// Monthly payments named beside a programme that has a number of its own are that many, unless another number was
    /// named.
    fn keep_to_programme(&mut self, before: &Self, case_file: &CaseFile) {
        let Some(months) = case_file.policy.hardship.as_ref().and_then(|it| it.months) else { return };
        let named = self.payments.filter(|count| !self.reckoned && *count != months);
        if named.is_some() || self.amount.is_none() || self.full || self.a_month.unwrap_or(1) > 1 {
            return;
        }
        (self.payments, self.reckoned, self.last) = (Some(months).filter(|it| *it > 1), false, None);
        self.hardship |= before.hardship;
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

    fn take_entity(&mut self, entity: &Entity, entities: &[&Entity], before: &Self, reading: Reading<'_>) {
        let Reading { heard, case_file, asked, .. } = reading;
        let total = case_file.past_due_total().amount;
        match &entity.value {
            Value::Money(money) => {
                // What is owed is no offer, save where all of it is asked for, or one item on a day of its own.
                let owed = money.amount == case_file.balance.amount || is_item(money.amount, case_file);
                let whole = money.amount == total;
                let offered = asked || heard.has("propose_amount");
                let dated = is_item(money.amount, case_file)
                    && entities.iter().any(|other| matches!(&other.value, Value::Date(_)));
                let put_off = whole && is_put_off(before, reading);
                if offered && !put_off || (dated || whole || !owed) && !put_off && !reading.is_stated(entity)
                {
                    self.take_amount(money.amount, entities, before, reading);
                }
            }
            Value::Date(date) => {
                // "El 30 de enero": a day goes before a month or a week named beside it.
                let ahead = |day: &Date| *day >= reading.today && (before.date.is_none() || asked);
                if self.down_payment.is_some() && self.down_date.is_some() && self.down_date == date.single()
                {
                    return;
                }
                let stretch = || date.to.or(date.from).filter(ahead);
                // The day of the first part is not that of the rest.
                let of_rest = |day: &Date| self.down_payment.is_none() || self.down_date != Some(*day);
                let meant = day_meant(entities, before, reading).filter(of_rest);
                self.date = meant.or_else(stretch).or(self.date);
            }
            Value::Plan(plan) => {
                if plan.count.is_some_and(|count| self.is_alike(count, plan.amount)) {
                    // "Las 3 de 25 y la última": of a plan with another last payment, those that are alike.
                    return;
                }
                let bare = plan.amount.is_none() && plan.down_payment.is_none();
                if bare && self.reckoned && plan.count.is_some() && plan.count == self.payments {
                    // "85 al mes, serían cinco pagos": as many as cover it.
                    self.reckoned = false;
                    return;
                }
                self.full = false;
                self.payments = plan.count.or(self.payments);
                self.reckoned &= plan.count.is_none();
                self.a_month =
                    plan.period.and_then(times_a_month).or_else(|| every(entities)).or(self.a_month);
                self.last = None;
                if let Some(amount) = plan.amount {
                    if before.amount != Some(amount) || before.payments != self.payments {
                        (self.down_payment, self.down_date) = (None, None);
                    }
                    self.amount = Some(amount);
                } else if let (Some(count), None) = (plan.count, &plan.down_payment) {
                    // "Ocho pagos de 40" said apart; "4 pagos, 200 en total"; or "en seis pagos", of what is overdue.
                    let whole =
                        whole_named(reading).and_then(|whole| whole.checked_div(Decimal::from(count)));
                    let each = each_payment(entities, count, reading).or(whole.map(|each| each.round_dp(2)));
                    let due = self.due(case_file);
                    self.amount =
                        each.or_else(|| due.checked_div(Decimal::from(count)).map(|sum| sum.round_dp(2)));
                    (self.down_payment, self.down_date) = (None, None);
                }
                if plan.count.is_none() && plan.period.is_some() && plan.amount.is_some() {
                    // "600 al mes", until what is overdue is paid.
                    self.payments = None;
                    self.cover(self.due(case_file));
                }
                let due = self.due(case_file);
                let down = match plan.down_payment {
                    Some(DownPayment::Amount(amount)) => Some(amount),
                    Some(DownPayment::Percent(share)) => {
                        Some((due * share / Decimal::ONE_HUNDRED).round_dp(2))
                    }
                    None => None,
                };
                if let Some(down) = down.filter(|down| *down < due) {
                    self.take_down_payment(down, plan, entities, due, reading);
                    if self.reckoned {
                        self.cover(due);
                    }
                }
            }
            Value::Number(number) if is_day_named(*number, before, reading) => {}
            Value::Number(number) => {
                let said = &reading.text[entity.span.clone()];
                let amount = bare_amount(*number, said, case_file);
                let marked =
                    said.contains(['.', ',']) && !reading.is_stated(entity) && reading.is_offered(entity);
                let bill = |amount| is_item(amount, case_file) && reading.is_offered(entity);
                let put = amount.is_some() && (reading.is_put_forward(entity) || reading.puts_right());
                let own =
                    amount.filter(|amount| marked || put || Some(*amount) == reading.own || bill(*amount));
                // Asked how much, people answer with a bare number, though not with one that could be no payment; and
                // what is overdue needs no currency.
                let bare = asked && self.amount.is_none() && *number * Decimal::ONE_HUNDRED >= total;
                let whole = *number == total || *number == self.due(case_file);
                if whole && is_put_off(before, reading) {
                    return;
                }
                if whole {
                    self.take_amount(*number, entities, before, reading);
                } else if let Some(amount) = own {
                    self.take_amount(amount, entities, before, reading);
                } else if bare {
                    self.take_amount(*number, entities, before, reading);
                }
            }
            Value::Percent(percent) if heard.has("offer.discount") => self.discount = Some(*percent),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
