//! One walk over the tokens: at each place the kinds are asked in turn, the surest sign first, and what one has
//! read the others leave alone.

use crate::nlu::entity::found::Found;
use crate::nlu::entity::number::{self, Form};
use crate::nlu::entity::tense::Tenses;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::When;
use crate::nlu::entity::{Entity, Setting, Value, date_es, identifier, money, percent};

pub(super) fn read(raw: &str, setting: &Setting) -> Vec<Entity> {
    let text = Text::read(raw, setting.language);
    let tenses = Tenses::read(&text, setting.language);
    let context = Context::new(&text, &tenses, setting);
    let mut all: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if let Some(end) = share_of_speech(&context, at) {
            at = end;
            continue;
        }
        let found = one(&context, at);
        match found.last() {
            Some(last) => at = last.end.max(at + 1),
            None => at += 1,
        }
        all.extend(found);
    }
    all.into_iter().map(|found| found.into_entity(&text)).collect()
}

/// *Cien por ciento segura*: a number that neither counts nor measures.
fn share_of_speech(context: &Context<'_>, at: usize) -> Option<usize> {
    let word = context.text.word(at);
    (word == "cien" || word == "ciento" || word == "100" || word == "hundred")
        .then(|| context.text.phrases(at + 1, &["%", "por ciento", "porciento", "por cien", "percent"]))?
        .filter(|_| percent::read(context, at).is_none())
}

fn one(context: &Context<'_>, at: usize) -> Vec<Found> {
    let single = |found: Option<Found>| found.map(|found| vec![found]);
    single(identifier::read(context, at))
        .or_else(|| single(date_es::read(context, at).map(When::into_found)))
        .or_else(|| single(percent::read(context, at)))
        .or_else(|| money::read(context, at))
        .or_else(|| single(bare_number(context, at)))
        .unwrap_or_default()
}

/// A number that is nothing else. An article alone is none, unless the words insist on the one.
fn bare_number(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    let number = number::read(context, at)?;
    let insists = text.is_in(at.wrapping_sub(1), &["solo", "solamente", "only", "just", "unicamente"]);
    if number.form == Form::Article && !insists {
        return None;
    }
    // `180ml`: a measure. The same number twice over is one, said again.
    let measured = text.is_word(number.end) && text.glued(number.end);
    if measured {
        return None;
    }
    let mut found = Found::exact(Value::Number(number.value), at, number.end);
    if let Some(other) = number.other {
        found = found.or(Some(Value::Number(other))).certainty(super::Certainty::Ambiguous);
    }
    Some(found)
}
