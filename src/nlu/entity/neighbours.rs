//! Bare numbers that are amounts because of what stands around them: *quinientos el 15 y trescientos el 30*,
//! *300 al mes*.

use rust_decimal::Decimal;

use crate::call::Money;
use crate::nlu::entity::cues;
use crate::nlu::entity::found::Found;
use crate::nlu::entity::number::{self, Form};
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::{Certainty, Value, plan};

pub(super) fn settle(context: &Context<'_>, all: &mut [Found]) {
    for place in 0..all.len() {
        let Value::Number(value) = all[place].value else { continue };
        let (before, rest) = all.split_at_mut(place);
        let Some((found, after)) = rest.split_first_mut() else { continue };
        let Some(number) = number::read(context, found.start) else { continue };
        let amount_like =
            !matches!(number.form, Form::Article | Form::Fraction) && value >= Decimal::from(20);
        if !amount_like || number.end != found.end {
            continue;
        }
        let joint = usize::from(context.text.is_in(found.end, &["a", "para", "en", "on", "by"]));
        let beside =
            after.first().is_some_and(|next| next.start == found.end + joint && next.date().is_some());
        let parts = plan::is_of_parts(context.text, found.end);
        let rated = cues::rate(context.text, found.end).is_some() && !parts
            || cues::is_first_part(context.text, found.end)
            || cues::may_end(context, found.start, found.end)
                && cues::rate_before(context, found.start).is_some();
        // More than a month has days, and a date right after: *quinientos hoy*.
        let now = context.text.is_in(found.end, &["ya", "ahora", "now"])
            && (context.text.is_punctuation(found.end + 1)
                || context.text.is_in(found.end + 1, &["y", "and"]));
        let dated = (beside || now) && value > Decimal::from(31);
        let open = beside || rated || cues::may_end(context, found.start, found.end);
        if open && !parts && (rated || dated || hangs_on(context, before, found.start)) {
            let money = |amount: Decimal| Value::Money(Money { amount, currency: context.currency });
            let short =
                context.counts_in_thousands() && value < Decimal::ONE_THOUSAND && number.form != Form::Scaled;
            if short {
                found.value = money(value * Decimal::ONE_THOUSAND);
                found.alternative = Some(money(value));
                found.certainty = Certainty::Ambiguous;
            } else {
                found.value = money(value);
                found.alternative = number.other.map(money);
                if cues::is_hedged(context.text, found.start, found.end) {
                    found.certainty = Certainty::Approximate;
                }
            }
        }
    }
}

/// Whether the words before lead, over dates and the like, to a verb of paying or to another amount.
fn hangs_on(context: &Context<'_>, before: &[Found], start: usize) -> bool {
    const REACH: usize = 8;
    let text = context.text;
    let mut before = before;
    let mut at = start;
    for _ in 0..REACH {
        if let Some((last, rest)) = before.split_last()
            && last.end == at
        {
            if matches!(last.value, Value::Money(_)) {
                return true;
            }
            (at, before) = (last.start, rest);
            continue;
        }
        let Some(back) = at.checked_sub(1) else { return false };
        let joins = text.is_in(back, &["y", "o", "otros", "otras", ",", "and", "then", "luego", "despues"]);
        match cues::paying(context, back) {
            cues::Link::Pays => return true,
            cues::Link::Joins => {}
            cues::Link::Breaks if joins => {}
            cues::Link::Breaks => return false,
        }
        at = back;
    }
    false
}
