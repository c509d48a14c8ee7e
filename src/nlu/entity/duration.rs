//! Lengths of time that are no dates: *tres meses* of arrears, *62 días*, *año y medio*, *two weeks*.

use rust_decimal::Decimal;

use crate::nlu::entity::found::Found;
use crate::nlu::entity::number;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::words::{CalendarWord, Unit};
use crate::nlu::entity::{Certainty, Period, Value, cues};

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    if let Some((period, end)) = unit(text, at)
        && let Some(end) = text.phrases(end, &["y medio", "y media", "and a half"])
    {
        let count = Decimal::new(15, 1);
        return Some(Found::exact(Value::Duration { count, period }, at, end));
    }
    // *1200 a month* is how often, not how long.
    if cues::rate(text, at).is_some() {
        return None;
    }
    let (count, after, vague) = if let Some(end) = text.phrases(at, &["un par de", "a couple of", "a couple"])
    {
        (Decimal::TWO, end, true)
    } else if let Some(end) = text.phrases(at, &["medio", "half a"]) {
        (Decimal::new(5, 1), end, false)
    } else {
        let number = number::read(context, at)?;
        (number.value, number.end, false)
    };
    let (period, mut end) = unit(text, after)?;
    let mut count = count;
    if let Some(half) = text.phrases(end, &["y medio", "y media", "and a half"]) {
        count += Decimal::new(5, 1);
        end = half;
    }
    let hedged = vague || cues::is_hedged(text, at, end);
    let certainty = if hedged { Certainty::Approximate } else { Certainty::Exact };
    Some(Found::exact(Value::Duration { count, period }, at, end).certainty(certainty))
}

pub(super) fn unit(text: &Text<'_>, at: usize) -> Option<(Period, usize)> {
    let CalendarWord::Unit(unit) = text.calendar(at)? else { return None };
    let period = match unit {
        Unit::Hour => return None,
        Unit::Day => Period::Day,
        Unit::Week => Period::Week,
        Unit::Fortnight => Period::Fortnight,
        Unit::Month => Period::Month,
        Unit::Year => Period::Year,
    };
    Some((period, at + 1))
}
