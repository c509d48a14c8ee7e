//! Which of the amounts, days and means that a turn names are put on the table.

use jiff::civil::Date;

use rust_decimal::Decimal;

use super::{Place, Term};
use crate::call::{Money, Speaker, TurnIndex};
use crate::nlu::entity::{DateValue, DownPayment, Entity, Method, PlanValue, Value};
use crate::nlu::heard::Heard;
use crate::nlu::text::words;
use crate::source::Span;

pub(super) fn terms<'a, T: 'a>(
    heard: &'a Heard,
    at: usize,
    pick: impl Fn(&Value) -> Option<T> + 'a,
) -> impl DoubleEndedIterator<Item = Term<T>> + 'a {
    heard.entities.iter().filter_map(move |entity: &Entity| {
        let place = Place { turn: TurnIndex(at), span: entity.span.clone() };
        pick(&entity.value).map(|value| Term { value, place })
    })
}

pub(super) fn money_terms(heard: &Heard, at: usize) -> impl DoubleEndedIterator<Item = Term<Money>> + '_ {
    terms(heard, at, |value| match value {
        Value::Money(money) => Some(*money),
        _ => None,
    })
}

fn inside(heard: &Heard, act: &str, span: &Span) -> bool {
    heard.acts.iter().any(|hit| hit.act.is(act) && hit.span.start < span.end && span.start < hit.span.end)
}

/// The plan that a turn names: the last one.
pub(super) fn chosen_plan(heard: &Heard, at: usize) -> Option<Term<PlanValue>> {
    let mut plans = terms(heard, at, |value| match value {
        Value::Plan(plan) => Some(plan.clone()),
        _ => None,
    });
    plans.next_back()
}

/// Whether a plan that is named is one that was told more of before: as many payments, and not of how much.
pub(super) fn restates(named: &PlanValue, known: &PlanValue) -> bool {
    known.amount.is_some()
        && named.amount.is_none()
        && named.down_payment.is_none()
        && named.count.is_some()
        && named.count == known.count
}

/// The amounts by which a plan can be named: one payment, all of them, the first.
pub(super) fn sums(plan: &PlanValue) -> [Option<Decimal>; 3] {
    let total = plan.amount.zip(plan.count).and_then(|(amount, count)| {
        let alike = count.checked_sub(u32::from(plan.last.is_some()))?;
        amount.checked_mul(alike.into())?.checked_add(plan.last.unwrap_or_default())
    });
    let down = match plan.down_payment {
        Some(DownPayment::Amount(down)) => Some(down),
        Some(DownPayment::Percent(_)) | None => None,
    };
    [plan.amount, total, down]
}

/// The amount that is proposed: inside the words that propose it; else the last that is neither the debt as
/// stated, nor one payment of a plan, nor what was just refused. Beside a plan, a figure no higher than one of its
/// payments is one of them: "4 pagos de 25.000, el último de 17.300".
pub(super) fn chosen_amount(heard: &Heard, at: usize, speaker: Speaker) -> Option<Term<Money>> {
    let plans: Vec<Span> = heard
        .entities
        .iter()
        .filter(|entity| matches!(entity.value, Value::Plan(_)))
        .map(|entity| entity.span.clone())
        .collect();
    let of_plan = |span: &Span| plans.iter().any(|plan| plan.start <= span.start && span.end <= plan.end);
    let counted = chosen_plan(heard, at).filter(|plan| plan.value.count.is_some());
    let each = counted.and_then(|plan| plan.value.amount);
    let is_part = |term: &Term<Money>| each.is_some_and(|each| term.value.amount <= each);
    // A debt can be named beside a date that is proposed: only what speaks of paying puts an amount forward.
    let pays =
        ["propose_amount", "offer", "request", "confirm_commitment", "summarize", "question.commitment"];
    if speaker == Speaker::Agent && !pays.iter().any(|act| heard.has(act)) {
        return None;
    }
    let proposed = money_terms(heard, at).rfind(|term| {
        inside(heard, "propose_amount", &term.place.span) && !of_plan(&term.place.span) && !is_part(term)
    });
    proposed.or_else(|| {
        money_terms(heard, at).rfind(|term| {
            let span = &term.place.span;
            !of_plan(span)
                && !is_part(term)
                && !inside(heard, "state_debt", span)
                && !inside(heard, "refuse", span)
        })
    })
}

/// The day that is proposed. A day before the call is when something fell due, not when it will be paid.
pub(super) fn chosen_date(heard: &Heard, at: usize, today: Option<Date>) -> Option<Term<DateValue>> {
    let dates = || {
        terms(heard, at, |value| match value {
            Value::Date(date) => Some(date.clone()),
            _ => None,
        })
        .filter(|term| match (term.value.to.or(term.value.from), today) {
            (Some(day), Some(today)) => day >= today,
            _ => true,
        })
    };
    // "El 15, y le mando el código hoy": a day named after what happens next, behind another one, is no day to pay on.
    let of_next_step = |term: &Term<DateValue>| {
        let mut steps =
            heard.acts.iter().filter(|hit| hit.act.is("next_step") || hit.act.is("offer_documents"));
        steps.any(|step| {
            step.span.start <= term.place.span.start
                && dates().any(|other| other.place.span.end <= step.span.start)
        })
    };
    let to_pay = |term: &Term<DateValue>| !inside(heard, "state_debt", &term.place.span);
    dates()
        .rfind(|term| inside(heard, "propose_date", &term.place.span))
        .or_else(|| dates().rfind(|term| to_pay(term) && !of_next_step(term)))
        .or_else(|| dates().rfind(to_pay))
}

/// The means of payment that a turn settles.
pub(super) enum Means {
    Unsaid,
    One(Term<Method>),
    /// Several put side by side are a choice still to be made.
    Choice,
}

pub(super) fn chosen_method(heard: &Heard, at: usize, text: &str) -> Means {
    let named = heard.entities.iter().filter(|entity| !names_product(text, entity));
    let mut methods = named.filter_map(|entity| match entity.value {
        Value::Method(value) => {
            Some(Term { value, place: Place { turn: TurnIndex(at), span: entity.span.clone() } })
        }
        _ => None,
    });
    let Some(first) = methods.next() else { return Means::Unsaid };
    if methods.all(|other| other.value == first.value) { Means::One(first) } else { Means::Choice }
}

/// The words that name a card, those before them by which it is somebody's, and those that make it the debt of one.
const CARD: &[&str] = &["tarjeta", "tarjetas", "card", "credito", "credit"];
const ARTICLES: &[&str] = &["la", "su", "tu", "mi", "esta", "una", "the", "your", "my", "this"];
const OF: &[&str] = &["de", "of"];

/// Whether a card is named as what is owed on, and not as a means: "two statements of the card".
pub fn names_product(text: &str, entity: &Entity) -> bool {
    if !matches!(entity.value, Value::Method(Method::Card)) {
        return false;
    }
    let before = words(text.get(..entity.span.end).unwrap_or_default());
    let mut before = before
        .iter()
        .rev()
        .map(|word| word.folded.as_str())
        .skip_while(|word| CARD.contains(word))
        .peekable();
    let article = before.next_if(|word| ARTICLES.contains(word));
    let of = before.next().is_some_and(|word| OF.contains(&word));
    of && article.is_some()
}
