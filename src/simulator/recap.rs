//! Going over what was agreed: the debtor confirms it, puts it right, or leaves with another day in mind.

use jiff::ToSpan as _;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::nlu::entity::{DateValue, Entity, Limit, Value};
use crate::simulator::clause::{around, clauses, figures};
use crate::simulator::cue;
use crate::simulator::debtor::Debtor;
use crate::simulator::event::Event;
use crate::simulator::exchange::{Incoming, Reply, Say};
use crate::simulator::negotiation::AgreementKind;
use crate::simulator::reading::Reading;
use crate::simulator::schedule::bare_amount;
use crate::simulator::speech;
use crate::simulator::taking::is_weekday_alone;
use crate::simulator::terms::Terms;

/// A date told once and never gone over is remembered this much later.
const SLIP_DAYS: i64 = 7;
/// Told more often than this, by whomever, a day is not forgotten.
const DAY_REMEMBERED: u32 = 2;
/// Acts by which an agent rounds a call off.
const CLOSES: [&str; 6] =
    ["summarize", "confirm_commitment", "next_step", "thank", "check_understanding", "acknowledge"];
/// Situations in which she says what was agreed.
const TELLS_TERMS: [&str; 6] =
    ["accepts", "confirms_recap", "corrects_recap", "already_agreed", "accepts_hardship", "takes_terms"];

/// Offers of something else than what was agreed, whatever figures they name.
const OTHER_OFFERS: [&str; 3] = ["offer.restructure", "offer.hardship", "offer_verification"];

impl Debtor<'_> {
    /// The agent goes over what was agreed: the debtor confirms it, or puts it right.
    pub(super) fn hear_recap(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let agreement = self.agreement.as_ref()?;
        let told = compare(&agreement.terms, self.reading(turn));
        let (same, other) = (told.same(), told.other());
        let recap = turn.heard.has("summarize") || turn.heard.has("confirm_commitment");
        // What was agreed, named by its amount and its day, is gone over by whatever name.
        let again = agreement.kind == AgreementKind::Payment && told.is_whole();
        let figures =
            turn.heard.entities.iter().any(|it| matches!(it.value, Value::Money(_) | Value::Plan(_)));
        let goes_over = recap && !figures && !self.offered.brings_terms();
        if agreement.kind != AgreementKind::Payment && goes_over {
            self.events.push(Event::Recapped { turn: turn.number, right: true });
            self.recapped = true;
            let values = vec![("terms", self.agreed_terms_again())];
            return self.say("confirms_recap", &values);
        }
        // The first part on another day is no recap, whatever else of it is as it was agreed.
        let (old, new) = (&agreement.terms, &self.terms);
        let moved = old.down_payment.is_some()
            && old.down_payment == new.down_payment
            && new.down_date.is_some()
            && old.down_date != new.down_date;
        if moved && self.offered.brings_terms() {
            return None;
        }
        // A recap names something that was agreed; while the debtor has a wrong date in mind, naming the right
        // one is enough. Anything else is a new offer.
        let else_offered = OTHER_OFFERS.iter().any(|act| turn.heard.has(act));
        let again = again && !else_offered;
        let which = self.is_asked_which_day(turn);
        let about_it = if recap { same > 0 } else { again || which || self.misremembers && same + other > 0 };
        if !about_it {
            return None;
        }
        // Whatever else stands beside it, the sum and the day were told as they were agreed.
        let right =
            other == 0 || told.amount == Some(true) && told.date == Some(true) && told.count != Some(false);
        if !right && self.is_welcome(turn) {
            // Other terms, and none the worse for her: they are weighed as an offer.
            return None;
        }
        self.events.push(Event::Recapped { turn: turn.number, right });
        self.recapped = right;
        self.misremembers &= !right;
        if right && let Some(agreement) = &self.agreement {
            // Days and sums of later payments that were named on the way are no new terms.
            self.terms = agreement.terms.clone();
        }
        self.contested = (!right).then(|| self.terms.clone());
        let values = vec![("terms", if right { self.agreed_terms_again() } else { self.agreed_terms() })];
        self.say(if right { "confirms_recap" } else { "corrects_recap" }, &values)
    }

    /// "¿El 10 o el 20 de junio?": of two days, one is the day agreed.
    fn is_asked_which_day(&self, turn: Incoming<'_>) -> bool {
        let agreed = self.agreement.as_ref().filter(|it| it.kind == AgreementKind::Payment);
        let Some(agreed) = agreed.and_then(|agreement| agreement.terms.date) else { return false };
        let reading = self.reading(turn);
        let mut days = Vec::new();
        for entity in figures(reading) {
            if let Value::Date(DateValue { from: Some(from), to: Some(to), .. }) = &entity.value {
                days.extend([*from, *to]);
            }
        }
        days.dedup();
        turn.asks() && cue::asks_which(turn.text) && days.len() > 1 && days.contains(&agreed)
    }

    /// Whether other terms than those agreed are put forward that she would not object to: put right by the agent in so many
    /// words, or no more at a time and no sooner.
    fn is_welcome(&self, turn: Incoming<'_>) -> bool {
        let Some(agreement) = self.agreement.as_ref().filter(|it| it.kind == AgreementKind::Payment) else {
            return false;
        };
        let (old, new) = (&agreement.terms, &self.terms);
        let lighter = new.amount <= old.amount
            && new.date >= old.date
            && new.down_payment.unwrap_or_default() <= old.down_payment.unwrap_or_default()
            && (new.amount < old.amount || new.count() > old.count());
        let corrected =
            self.reading(turn).puts_right() || cue::corrects(turn.text) || cue::is_single(turn.text);
        // Told once already that it was otherwise, the agent goes over other terms again: hers may be the wrong ones.
        let again = self.contested.is_some();
        let insisted = self.is_insisted_on();
        let put = self.offered.brings_terms() || insisted;
        put && new.amount.is_some() && (lighter || corrected || insisted || again || completes(old, new))
    }

    /// Whether the agent names again, after she put them right, other terms than those she holds as agreed: they are meant.
    pub(super) fn is_insisted_on(&self) -> bool {
        let of_the_debt = |terms: &Terms| Terms { method: None, any_method: false, ..terms.clone() };
        let contested = self.contested.as_ref().map(of_the_debt);
        contested.is_some_and(|contested| contested == of_the_debt(&self.terms)) && !self.is_as_agreed()
    }

    /// The agent goes on after the agreement and names no day: the debtor says the one she has in mind, and can still be put
    /// right.
    pub(super) fn slip(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let goes_on = CLOSES.iter().any(|act| turn.heard.has(act));
        let names_a_day = turn.heard.entities.iter().any(|it| matches!(it.value, Value::Date(_)));
        (goes_on && !names_a_day && !turn.asks()).then(|| self.misremember(turn)).flatten()
    }

    /// Nobody went over the date: the debtor has another one in mind.
    pub(super) fn misremember(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let date = self.agreement.as_ref()?.terms.date?;
        // What is paid today leaves nothing to remember, and what was said a moment ago is not forgotten.
        if date == self.scenario.date
            || turn.number <= self.agreed_at + 2
            || self.recapped
            || self.day_told > DAY_REMEMBERED
            || self.misremembers
            || self.memory.times("misremembers") > 0
        {
            return None;
        }
        self.misremembers = true;
        self.events.push(Event::Misremembered { turn: turn.number });
        let wrong = date.checked_add(SLIP_DAYS.days()).unwrap_or(date);
        let wrong = speech::date(wrong, self.scenario.date, self.messages);
        self.say("misremembers", &[("wrong_date", wrong)])
    }

    /// Whether the day that is agreed, or about to be, was named, by the agent or by her.
    pub(super) fn count_day(&mut self, turn: Incoming<'_>, reply: &Reply) {
        let agreed = self.agreement.as_ref().map_or(self.terms.date, |agreement| agreement.terms.date);
        let Some(agreed) = agreed else { return };
        let by_agent = turn
            .heard
            .entities
            .iter()
            .any(|it| matches!(&it.value, Value::Date(date) if date.single() == Some(agreed)));
        let by_her = reply.says.iter().any(|say| TELLS_TERMS.contains(&say.situation.as_str()));
        self.day_told += u32::from(by_agent) + u32::from(by_her);
        if by_her {
            // What was only taken up is said as it stands on the table.
            let taken = reply.says.iter().any(|say| say.situation == "takes_terms");
            let agreed = self.agreement.as_ref().filter(|_| !taken).map(|agreement| &agreement.terms);
            self.recited = Some(agreed.unwrap_or(&self.terms).clone());
        }
    }
}

/// Whether the new terms say more closely how the same is paid: no more at a time, beginning on the same day; or with a first
/// part before the same payments.
fn completes(old: &Terms, new: &Terms) -> bool {
    let begins = |terms: &Terms| terms.down_date.or(terms.date);
    let most = |terms: &Terms| terms.amount.max(terms.down_payment);
    // As many payments on other days are not the same told more closely.
    let other_days = new.count() == old.count() && new.date != old.date;
    let closer = new.total() == old.total() && begins(new) == begins(old) && most(new) <= most(old);
    let first = old.down_payment.is_none()
        && new.down_payment.is_some()
        && (new.amount, new.date) == (old.amount, old.date);
    old.is_plan() && new.is_plan() && (closer && !other_days || first)
}

/// Of each kind of terms, whether the turn names it as it was agreed, or otherwise.
#[derive(Debug, Default)]
struct Told {
    amount: Option<bool>,
    date: Option<bool>,
    method: Option<bool>,
    count: Option<bool>,
}

impl Told {
    fn how_many(&self, right: bool) -> usize {
        [self.amount, self.date, self.method, self.count].iter().filter(|kind| **kind == Some(right)).count()
    }

    fn same(&self) -> usize {
        self.how_many(true)
    }

    fn other(&self) -> usize {
        self.how_many(false)
    }

    /// The amount and the day are as they were agreed, and nothing is otherwise.
    fn is_whole(&self) -> bool {
        self.amount == Some(true) && self.date == Some(true) && self.other() == 0
    }
}

/// Holds what a turn names against what was agreed. Of several dates in a turn one has to be right: the others may be
/// about something else. Payments named one by one have to be those that were agreed.
fn compare(terms: &Terms, reading: Reading<'_>) -> Told {
    let mut told = Told::default();
    let figures = figures(reading);
    let sums = [terms.amount, terms.down_payment, terms.last, Some(terms.total())];
    let named_in_plan = |amount: Decimal| sums.contains(&Some(amount));
    for entity in &figures {
        let (kind, matches) = match &entity.value {
            Value::Money(money) => (&mut told.amount, terms.amount.map(|_| named_in_plan(money.amount))),
            Value::Number(number) => {
                let said = &reading.text[entity.span.clone()];
                let amount = bare_amount(*number, said, reading.case_file);
                let same = amount.is_some_and(named_in_plan) && terms.amount.is_some();
                (&mut told.amount, same.then_some(true))
            }
            Value::Date(day) => {
                let within = |agreed: Date| match (day.from, day.to) {
                    (Some(from), Some(to)) => from <= agreed && agreed <= to,
                    (from, to) => from.or(to) == Some(agreed),
                };
                let named = is_weekday_alone(&reading.text[entity.span.clone()]);
                let called =
                    |agreed: Date| named && day.single().map(Date::weekday) == Some(agreed.weekday());
                let within = |agreed: Date| within(agreed) || called(agreed);
                let same = terms.date.map(|agreed| within(agreed) || terms.down_date.is_some_and(within));
                (&mut told.date, same)
            }
            Value::Plan(plan) if plan.count.is_some() => {
                // Of payments with a smaller last one, people count those that are alike.
                let alike = terms.payments.filter(|_| terms.last.is_some()).map(|count| count - 1);
                let payments = [Some(terms.payments.unwrap_or(1)), Some(terms.count()), alike];
                (&mut told.count, Some(payments.contains(&plan.count)))
            }
            Value::Method(how) => (&mut told.method, terms.method.map(|agreed| agreed == *how)),
            _ => continue,
        };
        if let Some(matches) = matches {
            *kind = Some(kind.unwrap_or(false) || matches);
        }
    }
    let schedule = reading.schedule(&figures);
    if schedule.is_plan() && terms.amount.is_some() {
        let mut named = Terms { date: terms.date, discount: terms.discount, ..Terms::default() };
        named.take_payments(&schedule, reading);
        let same = named.amount == terms.amount
            && named.payments.unwrap_or(1) == terms.payments.unwrap_or(1)
            && named.down_payment == terms.down_payment
            && named.last == terms.last;
        // The same sums told in another way, or not all of them, contradict nothing.
        let known = !schedule.is_dated() && schedule.parts.iter().all(|part| named_in_plan(part.amount));
        (told.amount, told.count) = (Some(same || known && told.count != Some(false)), None);
        // Of payments named with their days, the first one's day was agreed.
        let first = schedule.parts.first().and_then(|part| part.day);
        let agreed = |day: Date| Some(day) == terms.date || Some(day) == terms.down_date;
        let first = first.map(agreed);
        told.date = if told.date == Some(true) { told.date } else { first.or(told.date) };
        // Of two payments, each has its day.
        if terms.count() == 2 && schedule.parts.iter().filter_map(|part| part.day).any(|day| !agreed(day)) {
            told.date = Some(false);
        }
    }
    let clauses = clauses(reading.text);
    // "600 hoy y lo demás desde el 20": another day to begin on is another plan.
    let begins = figures.iter().filter_map(|entity| match &entity.value {
        Value::Date(day) => {
            let (gap, after) = around(reading.text, &clauses, &entity.span);
            let starts = day.limit == Some(Limit::Since) || cue::is_start(&gap, &after);
            day.single().or(day.from).filter(|_| starts)
        }
        _ => None,
    });
    let begins: Vec<Date> = begins.collect();
    if terms.is_plan() && !begins.is_empty() && begins.iter().all(|day| Some(*day) != terms.date) {
        told.date = Some(false);
    }
    // "El séptimo cae el 30 de noviembre": the day of a later payment contradicts nothing.
    let later = |entity: &&Entity| match (&entity.value, terms.date) {
        (Value::Date(day), Some(first)) => {
            let (gap, after) = around(reading.text, &clauses, &entity.span);
            let starts = day.limit == Some(Limit::Since) || cue::is_start(&gap, &after);
            day.single().is_none_or(|day| day > first && !starts)
        }
        _ => true,
    };
    let of_others = told.amount == Some(true) || cue::names_others(reading.text);
    if terms.is_plan() && told.date == Some(false) && of_others && figures.iter().all(later) {
        told.date = None;
    }
    // "No no, el lunes 25, que el viernes no puedo": the day that is put right is the one that is told.
    let put_right = figures.iter().find_map(|entity| match &entity.value {
        Value::Date(day) if cue::is_contradicted(&around(reading.text, &clauses, &entity.span).0) => {
            day.single()
        }
        _ => None,
    });
    if let (Some(day), Some(agreed)) = (put_right, terms.date) {
        told.date = Some(day == agreed);
    }
    // "Todo hoy, los 84": all of it on one day, where it was to be paid in parts.
    let all_at_once = figures.iter().any(|entity| match &entity.value {
        Value::Date(day) if day.single().is_some() => {
            let (gap, after) = around(reading.text, &clauses, &entity.span);
            cue::is_all_of_it(&gap, &after)
        }
        _ => false,
    });
    // "Un solo pago": not the plan that was agreed.
    if terms.is_plan() && (cue::is_single(reading.text) || all_at_once) {
        told.count = Some(false);
    }
    // The means alone is no recap, and another one changes nothing of what was promised.
    told.method = told.method.filter(|same| *same && (told.amount.is_some() || told.date.is_some()));
    told
}
