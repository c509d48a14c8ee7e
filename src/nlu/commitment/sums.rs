//! The figures by which an agreed sum can be told again: the whole of it, one of its payments, the payments one after
//! the other, how many there are and what each is, or the round figure that people say for one with cents.

use rust_decimal::Decimal;

use super::Commitment;
use super::terms::sums;
use crate::nlu::entity::{Entity, PlanValue, Value};
use crate::nlu::heard::Heard;

/// From here on a bare figure is a sum; below, it counts something.
const LEAST: u32 = 13;
/// A plan has no more payments than this.
const MOST_PAYMENTS: u32 = 60;

/// The figures of an agreement.
#[derive(Debug, Clone, Default)]
pub struct Sums {
    /// All that is to be paid, as it can be reckoned.
    wholes: Vec<Decimal>,
    /// What is paid at one time.
    parts: Vec<Decimal>,
    plan: Option<PlanValue>,
}

impl Sums {
    /// The figures of an agreement that was made in a call, of which this was `heard`.
    pub fn of(agreed: &Commitment, heard: &[Heard]) -> Self {
        let mut found = Self::default();
        found.wholes.extend(agreed.amount.as_ref().map(|term| term.value.amount));
        let Some(term) = &agreed.plan else { return found };
        let plan = &term.value;
        let [each, total, down] = sums(plan);
        found.parts.extend([each, down, plan.last].into_iter().flatten());
        found.wholes.extend(total.filter(|_| down.is_none()));
        if let (Some(each), Some(down)) = (each, down) {
            let counts = [plan.count_alternative, plan.count.and_then(|count| count.checked_sub(1))];
            let last = plan.last.unwrap_or(each);
            let rest = counts.into_iter().flatten().filter_map(|count| {
                each.checked_mul(count.checked_sub(1)?.into()).and_then(|alike| alike.checked_add(last))
            });
            found.wholes.extend(rest.filter_map(|rest| down.checked_add(rest)));
        }
        // A sum in so many payments, and nothing said of each: they are equal.
        let whole = agreed.amount.as_ref().map(|term| term.value.amount);
        if let (Some(whole), None, Some(count)) = (whole, each, plan.count.filter(|count| *count > 1)) {
            found.parts.extend(whole.checked_div(count.into()));
        }
        // Payments that differ are reckoned from the words that named them: those of the plan, or, where it is only a number of
        // payments, the last turn on the way to the yes in which as many figures are told.
        let count = plan.count.and_then(|count| usize::try_from(count).ok()).filter(|count| *count > 1);
        let within = |entity: &&Entity| {
            term.place.span.start <= entity.span.start && entity.span.end <= term.place.span.end
        };
        let entities_of = |turn: usize| heard.get(turn).into_iter().flat_map(|heard| &heard.entities);
        let of_plan: Vec<Decimal> =
            figures(entities_of(term.place.turn.0).filter(within)).map(|(_, figure)| figure).collect();
        let each_named = |turn: &usize| -> Vec<Decimal> {
            figures(entities_of(*turn)).map(|(_, figure)| figure).collect()
        };
        let on_the_way = (term.place.turn.0..=agreed.turn().0).rev();
        let apart = || on_the_way.map(|turn| each_named(&turn)).find(|named| Some(named.len()) == count);
        let named = if each.is_none() && of_plan.len() < 2 { apart() } else { Some(of_plan) };
        if let Some(named) = named.filter(|named| Some(named.len()) == count) {
            found.wholes.extend(total_of(&named));
            found.parts.extend(named);
        }
        found.plan = Some(plan.clone());
        found
    }

    /// Whether a thing that is named says the sum by itself.
    pub fn says(&self, value: &Value) -> bool {
        match value {
            Value::Money(money) => self.knows(money.amount),
            // "84,37 por Bizum": a figure that is the agreed one needs no currency.
            Value::Number(number) => self.knows(*number),
            Value::Plan(told) => {
                let whole = sums(told)[1].filter(|_| told.down_payment.is_none());
                whole.is_some_and(|whole| is_one_of(&self.wholes, whole))
                    || self.plan.as_ref().is_some_and(|plan| is_same_plan(plan, told))
            }
            _ => false,
        }
    }

    /// The figures of one turn that tell the whole between them: "160 and 160", "two of 160".
    pub fn said_together<'a>(&self, named: &[&'a Entity]) -> Vec<&'a Entity> {
        let told: Vec<(&Entity, Decimal)> = figures(named.iter().copied()).collect();
        // So many payments were agreed, and not of how much: as many figures, all the same, tell them.
        let many = self.plan.as_ref().and_then(|plan| plan.count).filter(|_| self.wholes.is_empty());
        let many = many.and_then(|count| usize::try_from(count).ok()).filter(|_| self.parts.is_empty());
        if let Some((_, each)) = told.first().filter(|_| many == Some(told.len()))
            && told.iter().all(|(_, figure)| figure == each)
        {
            return told.iter().map(|(entity, _)| *entity).collect();
        }
        for from in 0..told.len() {
            for to in from + 2..=told.len() {
                let sums: Vec<Decimal> = told[from..to].iter().map(|(_, figure)| *figure).collect();
                if total_of(&sums).is_some_and(|total| is_one_of(&self.wholes, total)) {
                    return told[from..to].iter().map(|(entity, _)| *entity).collect();
                }
            }
        }
        let times = named.windows(2).find(|pair| {
            let count = match &pair[0].value {
                Value::Number(count) if *count >= 2.into() && *count <= MOST_PAYMENTS.into() => *count,
                _ => return false,
            };
            let each = figure(&pair[1].value);
            if many.is_some() && each.is_some() && many == usize::try_from(count).ok() {
                return true;
            }
            let total = each.and_then(|each| each.checked_mul(count));
            total.is_some_and(|total| is_one_of(&self.wholes, total))
        });
        times.map(<[&Entity]>::to_vec).unwrap_or_default()
    }

    fn knows(&self, figure: Decimal) -> bool {
        is_one_of(&self.wholes, figure) || is_one_of(&self.parts, figure)
    }
}

/// As many payments, or of the same amount.
fn is_same_plan(agreed: &PlanValue, told: &PlanValue) -> bool {
    told.count.is_some() && [agreed.count, agreed.count_alternative].contains(&told.count)
        || told.amount.is_some() && told.amount == agreed.amount
}

/// A sum is told to the cent, or in whole units by whoever leaves the cents out.
fn is_one_of(agreed: &[Decimal], told: Decimal) -> bool {
    let round =
        |sum: Decimal| told.fract().is_zero() && told >= LEAST.into() && (sum - told).abs() < Decimal::ONE;
    agreed.iter().any(|sum| *sum == told || round(*sum))
}

fn total_of(figures: &[Decimal]) -> Option<Decimal> {
    figures.iter().try_fold(Decimal::ZERO, |total, figure| total.checked_add(*figure))
}

/// The sums that are named, in the order of the words.
fn figures<'a>(named: impl Iterator<Item = &'a Entity>) -> impl Iterator<Item = (&'a Entity, Decimal)> {
    named.filter_map(|entity| figure(&entity.value).map(|figure| (entity, figure)))
}

fn figure(value: &Value) -> Option<Decimal> {
    match value {
        Value::Money(money) => Some(money.amount),
        Value::Number(number) if *number >= LEAST.into() => Some(*number),
        _ => None,
    }
}
