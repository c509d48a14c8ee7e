//! Plans made of parts and their days: *la mitad hoy y el resto el 30, 500 hoy y 300 el viernes, hoy 300 y el
//! viernes 500, 300 hoy y el resto en dos cuotas*.

use rust_decimal::Decimal;

use crate::nlu::entity::found::Found;
use crate::nlu::entity::plan::{Plan, at, counted, part_of, spread};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::{Certainty, DownPayment, PlanValue, cues};

/// What is left after the first part.
const REMAINDER: &[&str] = &[
    "el resto",
    "lo demas",
    "la otra mitad",
    "otra mitad",
    "lo que falta",
    "lo que reste",
    "el saldo",
    "la diferencia",
    "lo restante",
    "la mitad restante",
    "el restante",
    "the rest",
    "the other half",
    "the remainder",
];

/// And what is left of two halves.
const OTHER_HALF: &[&str] = &["la otra", "el otro", "la otra parte", "the other"];

/// *La mitad hoy y el resto el 30; 500 hoy y 300 el viernes; 300 hoy y el resto en dos cuotas*.
pub(super) fn split(context: &Context<'_>, all: &[Found], place: usize) -> Option<Plan> {
    let text = context.text;
    let first = &all[place];
    let down = part_of(first)?;
    let mut parts = vec![down.clone()];
    let mut end = dated_end(text, all, first.end).filter(|end| *end > first.end)?;
    let mut rest = false;
    let mut other_half = false;
    for _ in 0..12 {
        let next_part_at = join(text, end)?;
        let half = down == DownPayment::Percent(Decimal::from(50));
        let remainder = text
            .phrases(next_part_at, REMAINDER)
            .or_else(|| text.phrases(next_part_at, OTHER_HALF).filter(|_| half));
        if let Some(after) = remainder {
            if let Some(plan) = rest_in_parts(context, all, after) {
                let value = PlanValue { down_payment: Some(down), ..plan.value };
                return Some(Plan { value, start: first.start, end: plan.end, certainty: plan.certainty });
            }
            rest = true;
            other_half =
                text.is_in(next_part_at, &["otra"]) || text.is_in(next_part_at + 1, &["otra", "other"]);
            end = dated_end(text, all, after)?;
            break;
        }
        let Some(next) = at(all, next_part_at).or_else(|| {
            at(all, next_part_at + 1)
                .filter(|_| text.is_in(next_part_at, &["otros", "otras", "los", "another"]))
        }) else {
            break;
        };
        let Some(next_part) = part_of(next) else { break };
        let recurs = at(all, next.end).and_then(|found| Some((found.date()?.every?, found.end)));
        if let (DownPayment::Amount(each), Some((period, end)), [_]) = (&next_part, recurs, parts.as_slice())
        {
            // "46 hoy y 50 cada viernes": a first part, and then so much each time.
            let value = PlanValue {
                amount: Some(*each),
                period: Some(period),
                down_payment: Some(down),
                ..PlanValue::default()
            };
            return Some(Plan { value, start: first.start, end, certainty: Certainty::Exact });
        }
        let Some(next_end) = dated_end(text, all, next.end) else { break };
        parts.push(next_part);
        end = next_end;
        if join(text, end).is_none() {
            break;
        }
    }
    let count = u32::try_from(parts.len() + usize::from(rest)).ok().filter(|count| *count >= 2)?;
    let halves = rest && down == DownPayment::Percent(Decimal::from(50)) && other_half;
    let equal = halves || !rest && parts.iter().all(|part| *part == down);
    let mut value = PlanValue { count: Some(count), ..PlanValue::default() };
    match (&down, equal) {
        (DownPayment::Amount(amount), true) => value.amount = Some(*amount),
        (DownPayment::Percent(_), true) => {}
        (_, false) => {
            value.down_payment = Some(down);
            value.count_alternative = count.checked_sub(1);
        }
    }
    Some(Plan { value, start: first.start, end, certainty: Certainty::Exact })
}

/// *Hoy le doy 300 y el viernes 500; el 15 la mitad y el 30 el resto*: the days before their parts.
pub(super) fn by_day(context: &Context<'_>, all: &[Found], place: usize) -> Option<Plan> {
    let text = context.text;
    let (down, first_end) = part_after_day(context, all, &all[place])?;
    let mut parts = vec![down.clone()];
    let mut end = first_end;
    let mut rest = false;
    while !rest && let Some(next) = join(text, end) {
        let next = if text.is_in(next, &["para", "on"]) { next + 1 } else { next };
        let Some(day) = at(all, next).filter(|found| found.date().is_some()) else { break };
        let remainder = (day.end..day.end + 3).find_map(|at| text.phrases(at, REMAINDER));
        if let Some(after) = remainder {
            (rest, end) = (true, after);
        } else if let Some((part, after)) = part_after_day(context, all, day) {
            parts.push(part);
            end = after;
        } else {
            break;
        }
    }
    let count = u32::try_from(parts.len() + usize::from(rest)).ok().filter(|count| *count >= 2)?;
    let mut value = PlanValue { count: Some(count), ..PlanValue::default() };
    match &down {
        DownPayment::Amount(amount) if !rest && parts.iter().all(|part| *part == down) => {
            value.amount = Some(*amount);
        }
        DownPayment::Percent(_) if !rest && parts.iter().all(|part| *part == down) => {}
        _ => {
            value.down_payment = Some(down);
            value.count_alternative = count.checked_sub(1);
        }
    }
    Some(Plan { value, start: all[place].start, end, certainty: Certainty::Exact })
}

/// The part that is paid on a day, after it and a verb of paying at most.
fn part_after_day(context: &Context<'_>, all: &[Found], day: &Found) -> Option<(DownPayment, usize)> {
    const REACH: usize = 4;
    day.date().filter(|date| date.every.is_none())?;
    for start in day.end..=day.end + REACH {
        if let Some(found) = at(all, start)
            && let Some(part) = part_of(found)
        {
            let past = context.tenses.is_past(day.start, found.end);
            return (!past).then_some((part, found.end));
        }
        if cues::paying(context, start) == cues::Link::Breaks {
            return None;
        }
    }
    None
}

/// Where the date of a part ends, which may come after *para, en, a más tardar*; the part's own end if none.
fn dated_end(text: &Text<'_>, all: &[Found], end: usize) -> Option<usize> {
    let after = text
        .phrases(
            end,
            &[
                "a mas tardar",
                "para",
                "en",
                "hasta",
                "on",
                "by",
                "ahora",
                "now",
                "a",
                "ahorita",
                "de una vez",
            ],
        )
        .unwrap_or(end);
    let now = after > end && text.is_in(end, &["ahora", "now", "ahorita", "de"]);
    let date = at(all, end)
        .filter(|found| found.date().is_some())
        .or_else(|| at(all, after))
        .or_else(|| at(all, after + 1).filter(|_| text.is_in(after, &["al", "el", "del"])));
    match date.filter(|found| found.date().is_some()) {
        Some(found) => Some(found.end),
        None if now => Some(after),
        None => text.is_in(end, &["despues", "luego", "later"]).then_some(end + 1),
    }
}

fn join(text: &Text<'_>, end: usize) -> Option<usize> {
    text.phrases(
        end,
        &[", y", ", luego", "y luego", "y despues", "y", ",", "luego", "and then", ", and", "and", "then"],
    )
}

/// *(El resto) en tres cuotas (de 200)*.
fn rest_in_parts(context: &Context<'_>, all: &[Found], after: usize) -> Option<Plan> {
    let start = if context.text.is_in(after, &["en", "a", "in"]) { after + 1 } else { after };
    let place = all.partition_point(|found| found.start < start);
    all.get(place).filter(|found| found.start == start)?;
    counted(context, all, place).or_else(|| spread(context, all, place))
}
