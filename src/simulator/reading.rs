//! A turn of the agent as it is read for terms of payment: which figures are offered, which only told.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::call::CaseFile;
use crate::nlu::Heard;
use crate::nlu::entity::{Entity, Value};
use crate::simulator::clause::{around, bill_called, clauses, role_in};
use crate::simulator::condition::hanging;
use crate::simulator::cue::{self, Role};
use crate::simulator::schedule::{self, Schedule, bare_amount};
use crate::source::Span;

/// A turn of the agent, and what it is read against.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub text: &'a str,
    pub heard: &'a Heard,
    pub case_file: &'a CaseFile,
    pub today: Date,
    /// The debtor has just asked for a term, so that a bare figure, date or place is an answer.
    pub asked: bool,
    /// What the debtor said can be paid.
    pub own: Option<Decimal>,
    /// The day from which she said it can be paid.
    pub own_day: Option<Date>,
    /// The agent has offered to call again.
    pub calls_back: bool,
}

impl Reading<'_> {
    /// The payments that the turn names one by one; of several clauses that do, the last one counts.
    pub(super) fn schedule(self, entities: &[&Entity]) -> Schedule {
        let read = |clause| schedule::read(self.text, &clause, entities, self.case_file);
        let most = self.case_file.balance.amount * Decimal::new(12, 1);
        let sensible = |schedule: &Schedule| schedule.is_plan() && schedule.whole() <= most;
        let mut found = Schedule::default();
        for clause in clauses(self.text) {
            let mut schedule = read(clause.clone());
            if schedule.is_plan() && !sensible(&schedule) {
                // Of two ways said in one breath, the last counts.
                let mut parts = parts(self.text, &clause).into_iter().map(read);
                schedule = parts.rfind(sensible).unwrap_or(schedule);
            }
            if sensible(&schedule) {
                let until = schedule.until.or(found.until);
                found = schedule;
                found.until = until;
            } else {
                found.until = schedule.until.or(found.until);
            }
        }
        if found.parts.is_empty() { self.by_sentence(entities).unwrap_or(found) } else { found }
    }

    /// "Primero, hoy, 1.150. Segundo, el 5 de noviembre, 1.150": one payment a sentence, where they come to all that is owed.
    fn by_sentence(self, entities: &[&Entity]) -> Option<Schedule> {
        let all =
            clauses(self.text).into_iter().map(|it| schedule::read(self.text, &it, entities, self.case_file));
        let single = |schedule: Schedule| match schedule.parts.as_slice() {
            [part] if part.count == 1 && part.day.is_some() => Some(*part),
            _ => None,
        };
        let parts: Vec<_> = all.filter_map(single).collect();
        let schedule = Schedule::dated(parts);
        let due = self.case_file.past_due_total().amount;
        (schedule.is_dated() && schedule.whole() == due && !self.heard.has("offer.choice"))
            .then_some(schedule)
    }

    /// "El doce no, el miércoles diez", "no no, hoy": a term is taken back, and another put in its place.
    pub(super) fn puts_right(&self) -> bool {
        let clauses = clauses(self.text);
        self.heard.entities.iter().any(|entity| {
            let (gap, after) = around(self.text, &clauses, &entity.span);
            matches!(entity.value, Value::Money(_) | Value::Number(_) | Value::Date(_))
                && (cue::is_denied(&gap, &after) || cue::is_contradicted(&gap) || self.is_echo(entity))
        })
    }

    /// "¿29? No, …": a figure given back in surprise, which the next words deny.
    pub(super) fn is_echo(&self, entity: &Entity) -> bool {
        let (before, after) = (&self.text[..entity.span.start], &self.text[entity.span.end..]);
        let opens =
            before.trim_end().chars().next_back().is_none_or(|sign| matches!(sign, '.' | '?' | '!' | '¿'));
        let Some(next) = after.trim_start().strip_prefix('?') else { return false };
        let next = next.trim_start_matches(['?', '!', ' ', '¿', '¡']);
        opens && cue::words(next).first().is_some_and(|word| matches!(word.as_str(), "no" | "not" | "nope"))
    }

    /// Whether a figure belongs to what is said to be owed, and is not asked for in the same words.
    pub(super) fn is_stated(&self, entity: &Entity) -> bool {
        // "… total 780. ¿Le parece?"
        const NEXT: usize = 12;
        let told = |act: &str| {
            let mut hits = self.heard.acts.iter().filter(|hit| hit.act == act);
            hits.any(|hit| hit.span.start <= entity.span.start && entity.span.end <= hit.span.end)
        };
        let mut asks = self.heard.acts.iter().filter(|hit| hit.act == "question.commitment");
        let asked = asks.any(|hit| (entity.span.end..entity.span.end + NEXT).contains(&hit.span.start));
        told("state_debt") && !told("question.commitment") && !asked
    }

    /// Whether a number without a currency is put forward: an answer, in words that propose a sum, or beside a day.
    pub(super) fn is_offered(&self, entity: &Entity) -> bool {
        const SUMS: [&str; 4] = ["propose_amount", "summarize", "confirm_commitment", "request.full_payment"];
        let in_clause = |span: &Span| {
            clauses(self.text)
                .iter()
                .any(|clause| clause.contains(&entity.span.start) && clause.contains(&span.start))
        };
        let mut dates = self.heard.entities.iter().filter(|other| matches!(other.value, Value::Date(_)));
        self.asked || SUMS.iter().any(|act| self.heard.has(act)) || dates.any(|date| in_clause(&date.span))
    }

    /// "¿Cien le queda bien el lunes?": a bare number that words of a proposal are about, and that counts nothing.
    pub(super) fn is_put_forward(&self, entity: &Entity) -> bool {
        let proposed = self.heard.acts.iter().any(|hit| {
            hit.act == "propose_amount"
                && hit.span.start <= entity.span.start
                && entity.span.end <= hit.span.end
        });
        let (gap, after) = around(self.text, &clauses(self.text), &entity.span);
        proposed && !self.is_stated(entity) && !cue::counts(&gap, &after)
    }

    /// Whether a day or a means is proposed beside what is said to be owed.
    pub(super) fn goes_on_to_propose(&self) -> bool {
        let debts = || self.heard.acts.iter().filter(|hit| hit.act == "state_debt");
        let proposals =
            self.heard.acts.iter().filter(|hit| hit.act == "propose_date" || hit.act == "propose_method");
        proposals
            .into_iter()
            .any(|hit| !debts().any(|debt| debt.span.start < hit.span.end && hit.span.start < debt.span.end))
    }
}

/// The parts of a clause between commas.
fn parts(text: &str, clause: &Span) -> Vec<Span> {
    let end = clause.end.min(text.len());
    let inside = text.get(clause.start..end).unwrap_or_default();
    let mut start = clause.start;
    let mut parts = Vec::new();
    for piece in inside.split_inclusive(", ") {
        parts.push(start..start + piece.len());
        start += piece.len();
    }
    parts
}

/// What one of so many payments comes to, where a figure is named that is not the whole.
pub(super) fn each_payment(entities: &[&Entity], count: u32, reading: Reading<'_>) -> Option<Decimal> {
    let Reading { text, case_file, .. } = reading;
    let fits = |amount: Decimal| {
        let whole = amount.checked_mul(Decimal::from(count))?;
        let room = case_file.balance.amount.checked_mul(Decimal::new(12, 1))?;
        (amount < case_file.past_due_total().amount && whole <= room).then_some(amount)
    };
    entities.iter().find_map(|entity| match &entity.value {
        Value::Money(money) => fits(money.amount),
        // "… d 400 cada uno".
        Value::Number(number) if cue::is_each(&text[entity.span.end..]) => {
            bare_amount(*number, &text[entity.span.clone()], case_file).and_then(fits)
        }
        _ => None,
    })
}

/// Whether an amount is one bill of several, or one instalment that is overdue.
pub(super) fn is_item(amount: Decimal, case_file: &CaseFile) -> bool {
    case_file.past_due.iter().any(|item| item.amount.amount == amount)
}

/// What the bill comes to that a turn calls by its number, if it is one.
pub(super) fn item_called(reading: Reading<'_>) -> Option<Decimal> {
    let numbers =
        reading.heard.entities.iter().filter(|it| matches!(it.value, Value::Money(_) | Value::Number(_)));
    let open = hanging(reading);
    let firm = numbers.filter(|number| !open.iter().any(|part| part.contains(&number.span.start)));
    let called: Vec<Decimal> = firm
        .filter_map(|number| bill_called(&reading.text[number.span.clone()], reading.case_file))
        .collect();
    match called.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// What a turn names, and the bills that it calls by their numbers alone: "la 5521 el 18 y la 5567 el 25".
pub(super) fn with_bills<'a>(pointed: &[&'a Entity], reading: Reading<'a>) -> Vec<&'a Entity> {
    let named = |bill: Decimal| {
        reading
            .heard
            .entities
            .iter()
            .any(|other| matches!(&other.value, Value::Money(money) if money.amount == bill))
    };
    let open = hanging(reading);
    let bills = reading.heard.entities.iter().filter(|entity| {
        let called = bill_called(&reading.text[entity.span.clone()], reading.case_file);
        called.is_some_and(|bill| !named(bill)) && !open.iter().any(|part| part.contains(&entity.span.start))
    });
    pointed.iter().copied().chain(bills).collect()
}

/// What a figure of this amount is among the words around it.
pub(super) fn role_in_text(amount: Decimal, entities: &[&Entity], reading: Reading<'_>) -> Role {
    let same = |entity: &&&Entity| match &entity.value {
        Value::Money(money) => money.amount == amount,
        Value::Number(number) => {
            bare_amount(*number, &reading.text[entity.span.clone()], reading.case_file) == Some(amount)
        }
        _ => false,
    };
    entities.iter().find(same).map_or(Role::Payment, |entity| role_in(reading, &entity.span))
}
