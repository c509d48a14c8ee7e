//! What the debtor accepted: the terms on the table, turn by turn, and the moment when they became an agreement.
//!
//! Terms add up: an amount now, a date two turns later, a means of payment at the end; a later term replaces an
//! earlier one of its kind. A recap never changes what was agreed (it may fill what was still open), so that a
//! wrong recap can be told from the agreement. A refusal before the end undoes it.

mod sums;
mod terms;

use serde::Serialize;

pub use self::sums::Sums;
pub use self::terms::names_product;
use self::terms::{Means, chosen_amount, chosen_date, chosen_method, chosen_plan, money_terms};
use super::entity::{DateValue, Entity, Method, PlanValue, Value};
use super::heard::{Heard, HeardCall};
use crate::call::{Money, Speaker, TurnIndex};
use crate::source::Span;

/// A stretch of a turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    pub turn: TurnIndex,
    pub span: Span,
}

/// A term and where it was named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term<T> {
    pub value: T,
    pub place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CommitmentKind {
    /// One payment.
    Promise,
    Plan,
    /// A part now, the rest still open.
    Partial,
    /// A programme for those who cannot pay.
    Hardship,
    /// The debt will be verified.
    Dispute,
    /// Another call at an agreed time.
    Callback,
}

impl CommitmentKind {
    pub fn id(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::Plan => "plan",
            Self::Partial => "partial",
            Self::Hardship => "hardship",
            Self::Dispute => "dispute",
            Self::Callback => "callback",
        }
    }

    /// Whether money is to be paid: a later call or verification does not replace such an agreement.
    fn pays(self) -> bool {
        matches!(self, Self::Promise | Self::Plan | Self::Partial)
    }
}

/// What was agreed, and where.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Commitment {
    pub kind: CommitmentKind,
    /// The words that closed the agreement: the debtor's yes, or the agent's to the debtor's offer.
    pub acceptance: Place,
    /// What had been put on the table, in order.
    pub proposals: Vec<Place>,
    pub amount: Option<Term<Money>>,
    pub date: Option<Term<DateValue>>,
    pub method: Option<Term<Method>>,
    pub plan: Option<Term<PlanValue>>,
}

impl Commitment {
    /// The turn in which the agreement was reached.
    pub fn turn(&self) -> TurnIndex {
        self.acceptance.turn
    }
}

/// Acts by which the agent puts something on the table.
const PROPOSING: &[&str] = &[
    "propose_amount",
    "propose_date",
    "propose_method",
    "offer",
    "offer_verification",
    "question.commitment",
    "confirm_commitment",
    "summarize",
    "request.full_payment",
];
/// Acts that go over what was said before: they settle nothing new.
const RECAPPING: &[&str] = &["summarize", "confirm_commitment"];
/// Acts by which the agent takes up what the debtor offered.
const TAKING_UP: &[&str] =
    &["confirm_commitment", "summarize", "next_step", "payment_instructions", "acknowledge", "thank"];
/// Acts that put another thing in place of the debtor's offer.
const COUNTERING: &[&str] =
    &["request.full_payment", "propose_amount", "offer", "pressure", "threat", "disbelief"];
/// Acts by which the debtor names terms of their own.
const OFFERING: &[&str] = &["promise", "offer_partial", "ask_time", "agree"];
/// A yes without further words is short.
const SHORT_YES: usize = 6;

/// The agreement of a call, or none.
pub fn find(heard: &HeardCall) -> Option<Commitment> {
    let mut talks = Negotiation { heard, table: Table::default(), stated: None, reached: None };
    for (at, turn) in heard.call.turns.iter().enumerate() {
        match turn.speaker {
            Speaker::Agent => talks.agent(at),
            Speaker::Debtor => talks.debtor(at),
            Speaker::ThirdParty | Speaker::System => {}
        }
    }
    talks.reached
}

/// What lies on the table, not yet agreed.
#[derive(Debug, Clone, Default)]
struct Table {
    kind: Option<CommitmentKind>,
    proposals: Vec<Place>,
    amount: Option<Term<Money>>,
    date: Option<Term<DateValue>>,
    method: Option<Term<Method>>,
    plan: Option<Term<PlanValue>>,
    /// The last who spoke asked for a yes.
    awaits: Option<Speaker>,
}

struct Negotiation<'a> {
    heard: &'a HeardCall,
    table: Table,
    /// The debt as last named by the agent: a term only where the whole of it is asked for.
    stated: Option<Term<Money>>,
    reached: Option<Commitment>,
}

impl Negotiation<'_> {
    fn agent(&mut self, at: usize) {
        let heard = &self.heard.heard[at];
        if has_any(heard, TAKING_UP)
            && !has_any(heard, COUNTERING)
            && self.table.awaits == Some(Speaker::Agent)
        {
            let place = hit_place(heard, at, TAKING_UP).unwrap_or_else(|| self.whole(at));
            self.agree(place);
        }
        if heard.has("state_debt")
            && let Some(term) = money_terms(heard, at).next_back()
        {
            self.stated = Some(term);
        }
        if !has_any(heard, PROPOSING) {
            return;
        }
        let proposes = heard.has("propose_amount") || heard.has("propose_date");
        let recap = has_any(heard, RECAPPING) && (!proposes || self.names_what_was_agreed(at));
        let fixed = recap && self.reached.is_some();
        self.put(at, fixed);
        if heard.has("request.full_payment") && !fixed {
            self.table.amount = money_terms(heard, at).next_back().or_else(|| self.stated.clone());
            self.table.plan = None;
            self.table.kind = Some(CommitmentKind::Promise);
        }
        self.table.awaits = Some(Speaker::Debtor);
    }

    fn debtor(&mut self, at: usize) {
        let heard = &self.heard.heard[at];
        if heard.has("refuse") {
            self.reached = None;
            self.table.awaits = None;
        }
        let asked = at > 0
            && self.heard.call.turns[at - 1].speaker == Speaker::Agent
            && (has_any(&self.heard.heard[at - 1], PROPOSING)
                || has_any(&self.heard.heard[at - 1], &["question.capacity"]));
        let answers = asked && !heard.has("dispute") && !heard.has("refuse") && !heard.entities.is_empty();
        let offers = has_any(heard, OFFERING) || answers;
        // To name the very day or amount that was proposed is to accept it.
        let repeats = answers && !heard.has("promise.vague") && self.repeats(at);
        if offers {
            self.put(at, false);
        }
        if heard.has("dispute") && !has_any(heard, &["agree", "promise"]) {
            // What was asked for is in doubt: what is agreed from here is to look into it.
            self.table = Table { kind: Some(CommitmentKind::Dispute), ..Table::default() };
        }
        let own_terms = offers && has_terms(heard);
        let promises = heard.has("promise") && !only(heard, "promise", "promise.vague");
        let hedged = heard.has("promise.vague") && !promises;
        let agrees = heard.has("agree") && !heard.has("refuse") && !hedged;
        let short_yes = has_any(heard, &["backchannel", "thank"])
            && heard
                .acts
                .iter()
                .all(|hit| ["backchannel", "thank", "agree", "farewell"].contains(&hit.act.id()))
            && self.heard.call.turns[at].text.split_whitespace().count() <= SHORT_YES;
        let answered = self.table.awaits == Some(Speaker::Debtor);
        let closing_terms = agrees && own_terms && asked;
        if (answered && (agrees || short_yes || repeats))
            || (promises && (own_terms || answered))
            || closing_terms
        {
            let place = hit_place(heard, at, &["agree", "promise", "backchannel", "thank"]);
            self.agree(place.unwrap_or_else(|| self.whole(at)));
        } else if own_terms && !hedged {
            // The debtor's own offer waits for the agent's yes.
            self.table.awaits = Some(Speaker::Agent);
            self.table.proposals.push(self.whole(at));
        } else if heard.acts.iter().any(|hit| !hit.act.is("backchannel")) {
            self.table.awaits = None;
        }
    }

    /// Whether the sum that was agreed is named again: whatever stands beside it is gone over too.
    fn names_what_was_agreed(&self, at: usize) -> bool {
        let Some(reached) = &self.reached else { return false };
        let heard = &self.heard.heard[at];
        let sums = Sums::of(reached, &self.heard.heard);
        let named: Vec<&Entity> = heard.entities.iter().collect();
        let says =
            named.iter().any(|entity| sums.says(&entity.value)) || !sums.said_together(&named).is_empty();
        heard.has("summarize") && says
    }

    /// Puts what the turn names on the table. A recap of an agreement (`fixed`) only fills what was open.
    fn put(&mut self, at: usize, fixed: bool) {
        let heard = &self.heard.heard[at];
        let today = self.heard.call.date;
        let speaker = self.heard.call.turns[at].speaker;
        let table = &mut self.table;
        let amount = chosen_amount(heard, at, speaker);
        // "The four payments": of those on the table more is known.
        let plan = chosen_plan(heard, at).map(|named| match &table.plan {
            Some(known) if terms::restates(&named.value, &known.value) => known.clone(),
            _ => named,
        });
        if !fixed {
            // Payments of so much each take the place of a single sum, and a single sum that of a plan.
            let told = plan.as_ref().is_some_and(|plan| plan.value.amount.is_some());
            if told && amount.is_none() {
                table.amount = None;
            }
            if plan.is_none()
                && let Some(amount) = &amount
            {
                let of_it =
                    |plan: &Term<PlanValue>| terms::sums(&plan.value).contains(&Some(amount.value.amount));
                table.plan = table.plan.take().filter(|plan| plan.value.amount.is_none() || of_it(plan));
            }
        }
        // An amount put forward as so many payments is a plan, whatever the words put it forward as.
        let spread = plan.as_ref().is_some_and(|plan| {
            let of_it = |amount: &Term<Money>| terms::sums(&plan.value).contains(&Some(amount.value.amount));
            amount.as_ref().is_none_or(of_it)
        });
        replace(&mut table.amount, amount, fixed);
        replace(&mut table.date, chosen_date(heard, at, today), fixed);
        match chosen_method(heard, at, &self.heard.call.turns[at].text) {
            Means::Unsaid => {}
            Means::One(method) => replace(&mut table.method, Some(method), fixed),
            Means::Choice if fixed => {}
            Means::Choice => table.method = None,
        }
        replace(&mut table.plan, plan, fixed);
        if fixed {
            return;
        }
        // What is looked into is not paid meanwhile: an answer "in five days" puts no payment on the table.
        let looked_into = table.kind == Some(CommitmentKind::Dispute)
            && speaker == Speaker::Agent
            && table.amount.is_none()
            && table.plan.is_none();
        if let Some(kind) = kind_of(heard).filter(|kind| !(looked_into && kind.pays())) {
            if kind != CommitmentKind::Plan && !spread {
                table.plan = None;
            }
            table.kind = Some(kind);
        }
        if let Some(place) = hit_place(heard, at, PROPOSING) {
            table.proposals.push(place);
        }
    }

    /// Whether the turn names terms, and all of them are on the table already.
    fn repeats(&self, at: usize) -> bool {
        let heard = &self.heard.heard[at];
        let (amount, date) = (
            chosen_amount(heard, at, Speaker::Debtor).map(|term| term.value),
            chosen_date(heard, at, self.heard.call.date).map(|term| term.value),
        );
        let table = &self.table;
        (amount.is_some() || date.is_some())
            && (amount.is_none() || amount == table.amount.as_ref().map(|term| term.value))
            && (date.is_none() || date.as_ref() == table.date.as_ref().map(|term| &term.value))
    }

    fn agree(&mut self, acceptance: Place) {
        let table = &mut self.table;
        table.awaits = None;
        let kind = if table.plan.is_some() {
            CommitmentKind::Plan
        } else {
            table.kind.unwrap_or(CommitmentKind::Promise)
        };
        if let Some(earlier) = &mut self.reached {
            if earlier.kind.pays() && !kind.pays() {
                return;
            }
            // The same terms again, wherever they are named this time, make no new agreement.
            let same = equal(earlier.amount.as_ref(), table.amount.as_ref())
                && equal(earlier.date.as_ref(), table.date.as_ref())
                && equal(earlier.plan.as_ref(), table.plan.as_ref());
            if same {
                earlier.method.clone_from(&table.method);
                return;
            }
            // A recap that the debtor confirmed may have filled what was open: the agreement is as old as it was.
            let filled = kept(earlier.amount.as_ref(), table.amount.as_ref())
                && kept(earlier.date.as_ref(), table.date.as_ref())
                && kept(earlier.plan.as_ref(), table.plan.as_ref())
                && earlier.kind == kind;
            if filled {
                earlier.amount.clone_from(&table.amount);
                earlier.date.clone_from(&table.date);
                earlier.plan.clone_from(&table.plan);
                earlier.method.clone_from(&table.method);
                return;
            }
        }
        self.reached = Some(Commitment {
            kind,
            acceptance,
            proposals: table.proposals.clone(),
            amount: table.amount.clone(),
            date: table.date.clone(),
            method: table.method.clone(),
            plan: table.plan.clone(),
        });
    }

    fn whole(&self, at: usize) -> Place {
        let text = &self.heard.call.turns[at].text;
        let start = text.len() - text.trim_start().len();
        Place { turn: TurnIndex(at), span: start..start + text.trim().len() }
    }
}

fn equal<T: PartialEq>(earlier: Option<&Term<T>>, now: Option<&Term<T>>) -> bool {
    earlier.map(|term| &term.value) == now.map(|term| &term.value)
}

fn kept<T: PartialEq>(earlier: Option<&Term<T>>, now: Option<&Term<T>>) -> bool {
    earlier.is_none() || equal(earlier, now)
}

fn replace<T>(slot: &mut Option<T>, term: Option<T>, fixed: bool) {
    if term.is_some() && !(fixed && slot.is_some()) {
        *slot = term;
    }
}

fn has_any(heard: &Heard, acts: &[&str]) -> bool {
    acts.iter().any(|act| heard.has(act))
}

/// Whether every hit of `family` is the member `id`.
fn only(heard: &Heard, family: &str, id: &str) -> bool {
    heard.acts.iter().filter(|hit| hit.act.is(family)).all(|hit| hit.act == id)
}

fn has_terms(heard: &Heard) -> bool {
    heard.entities.iter().any(|entity| {
        matches!(entity.value, Value::Money(_) | Value::Date(_) | Value::Plan(_) | Value::Method(_))
    })
}

/// The first hit of the first of `acts` that the turn performs.
fn hit_place(heard: &Heard, at: usize, acts: &[&str]) -> Option<Place> {
    let hit = acts.iter().find_map(|act| heard.first(act))?;
    Some(Place { turn: TurnIndex(at), span: hit.span.clone() })
}

/// What kind of agreement the turn is about: the last option that it names.
fn kind_of(heard: &Heard) -> Option<CommitmentKind> {
    heard.acts.iter().rev().find_map(|hit| match hit.act.id() {
        "offer.installments" | "offer.restructure" => Some(CommitmentKind::Plan),
        "offer.partial" | "offer_partial" => Some(CommitmentKind::Partial),
        "offer.hardship" => Some(CommitmentKind::Hardship),
        "offer_verification" => Some(CommitmentKind::Dispute),
        "offer.callback" => Some(CommitmentKind::Callback),
        "offer.extension" | "offer.discount" | "propose_amount" | "promise" => Some(CommitmentKind::Promise),
        _ => None,
    })
}

#[cfg(test)]
mod tests;
