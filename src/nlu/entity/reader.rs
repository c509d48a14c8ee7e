//! One walk over the tokens: at each place the kinds are asked in turn, the surest sign first, and what one has
//! read the others leave alone. What hangs on its neighbours (a bare amount, a plan) is settled after.

use crate::messages::Language;
use crate::nlu::entity::found::Found;
use crate::nlu::entity::number::{self, Form};
use crate::nlu::entity::tense::Tenses;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::When;
use crate::nlu::entity::{
    Certainty, Entity, Setting, Value, date_en, date_es, duration, identifier, method, money, neighbours,
    openings, percent, person, plan, shared_month, time,
};

pub(super) fn read(raw: &str, setting: &Setting) -> Vec<Entity> {
    let text = Text::read(raw, setting.language);
    let tenses = Tenses::of(&text, setting.language);
    let context = Context::new(&text, &tenses, setting);
    let mut all: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let joins = all.last().is_some_and(|last| last.end + 1 == at);
        if !joins && openings::begins_nothing(&context, at) {
            at += 1;
            continue;
        }
        if let Some(end) = said_otherwise(&context, at) {
            at = end;
            continue;
        }
        let again = all.last().and_then(|last| {
            date_es::another_day(&context, last, at).or_else(|| shared_month::after_day(&context, last, at))
        });
        let found = again.map_or_else(|| one(&context, at), |found| vec![found.into_found()]);
        match found.last() {
            Some(last) => at = last.end.max(at + 1),
            None => at += 1,
        }
        if let [next] = &found[..]
            && let Some(last) = all.last()
        {
            match said_again(&text, last, next) {
                Some(Again::First) => continue,
                Some(Again::Second) => drop(all.pop()),
                None => {}
            }
        }
        all.extend(found);
    }
    neighbours::settle(&context, &mut all);
    let plans = plan::read(&context, &all);
    // The count of a plan is in its value; its amounts stay listed.
    all.retain(|found| {
        let counts = matches!(found.value, Value::Number(_) | Value::Duration { .. });
        let next = plans.partition_point(|plan| plan.end < found.end);
        let inside = plans.get(next).is_some_and(|plan| plan.start <= found.start);
        !(counts && inside)
    });
    all.extend(plans);
    let mut entities: Vec<Entity> = all.into_iter().map(|found| found.into_entity(&text)).collect();
    // A plan stands before the amounts inside it.
    entities.sort_by_key(|entity| (entity.span.start, std::cmp::Reverse(entity.span.end)));
    entities
}

/// Which of two dates side by side is but the other, said again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Again {
    First,
    Second,
}

/// *El quince, el quince de abril; mañana mañana*: a date begun anew; the fuller one counts.
fn said_again(text: &Text<'_>, last: &Found, next: &Found) -> Option<Again> {
    let (first, second) = (last.date()?, next.date()?);
    let beside = next.start == last.end || next.start == last.end + 1 && text.word(last.end) == ",";
    if !beside || first.every.is_some() || second.every.is_some() {
        return None;
    }
    let inside = |some: &Found, other: &Found| {
        let content = |at: &usize| !text.is_in(*at, &["el", "la", "este", "esta", "the", "de", "del"]);
        (some.start..some.end)
            .filter(content)
            .all(|at| (other.start..other.end).any(|place| text.word(place) == text.word(at)))
    };
    if inside(last, next) { Some(Again::Second) } else { inside(next, last).then_some(Again::First) }
}

/// *Cien por ciento segura*, a street named after a date: numbers that neither count nor measure.
fn said_otherwise(context: &Context<'_>, at: usize) -> Option<usize> {
    let text = context.text;
    let hundred = text.is_in(at, &["cien", "ciento", "100", "hundred"]);
    let wholly = hundred
        .then(|| text.phrases(at + 1, &["%", "por ciento", "porciento", "por cien", "percent"]))
        .flatten()
        .filter(|_| percent::read(context, at).is_none());
    wholly.or_else(|| (context.language == Language::Es).then(|| date_es::no_date(context, at)).flatten())
}

fn one(context: &Context<'_>, at: usize) -> Vec<Found> {
    let single = |found: Option<Found>| found.map(|found| vec![found]);
    let date = || match context.language {
        Language::Es => date_es::read(context, at),
        Language::En => date_en::read(context, at),
    };
    single(person::read(context, at))
        .or_else(|| single(identifier::read(context, at)))
        .or_else(|| single(time::read(context, at)))
        .or_else(|| single(date().map(When::into_found)))
        .or_else(|| single(percent::read(context, at)))
        .or_else(|| money::read(context, at))
        .or_else(|| single(duration::read(context, at)))
        .or_else(|| method::read(context, at))
        .or_else(|| single(bare_number(context, at)))
        .unwrap_or_default()
}

/// A number that is nothing else. An article alone is none, unless the words insist on the one.
fn bare_number(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    let piece = text.is_digits(at)
        && text.glued(at)
        && text.is_in(at.wrapping_sub(1), &[".", ","])
        && text.glued(at - 1);
    let number = number::read(context, at).filter(|_| !piece)?;
    let insists = text.is_in(at.wrapping_sub(1), &["solo", "solamente", "only", "just", "unicamente"]);
    if number.form == Form::Article && !insists {
        return None;
    }
    // `180ml` is a measure; the same number twice over is one, said again.
    let measured = text.is_word(number.end) && text.glued(number.end);
    let again = text.phrase(number.end, text.word(at)).is_some() && number.end == at + 1 && text.is_word(at);
    if measured || again {
        return None;
    }
    let found = Found::exact(Value::Number(number.value), at, number.end);
    Some(match number.other {
        Some(other) => found.or(Some(Value::Number(other))).certainty(Certainty::Ambiguous),
        None => found,
    })
}
