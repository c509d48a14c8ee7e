//! Words that nothing begins with: most words of a turn, told at a glance, so that the readers need not all be asked.

use crate::messages::Language;
use crate::nlu::entity::phrases::{WordSet, word_set};
use crate::nlu::entity::token::{Kind, Text};
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::{date_es, method, percent, person};

/// Words that are no numbers and make no date, but with which a reader has a phrase begin.
static OPENINGS: WordSet = WordSet::new(|| {
    let mut words = word_set("mediodia medio medianoche media noon midday midnight par entre between");
    words.extend(method::first_words());
    words.extend(percent::first_words());
    words
});

/// Whether no reader would find anything at `at`. Where that is not plain, it says no.
pub(super) fn begins_nothing(context: &Context<'_>, at: usize) -> bool {
    let text = context.text;
    let plain = match text.kind(at) {
        Some(Kind::Word) => is_plain_word(text, at),
        Some(Kind::Symbol) => match text.word(at) {
            "," | "." | "?" | "!" | ";" | ":" => !text.is_digits(at + 1),
            mark => matches!(mark, "¿" | "¡"),
        },
        Some(Kind::Digits) | None => false,
    };
    plain
        && !(context.language == Language::Es && date_es::is_street(text, at))
        && !person::may_begin(context, at)
}

/// A word with no sense as a number or in a date, which nothing is glued to, with no number after it that it could
/// announce and no *y* of *luca y media*.
fn is_plain_word(text: &Text<'_>, at: usize) -> bool {
    text.number(at).is_none()
        && !text.tokens[at].may_date
        && !text.glued(at + 1)
        && !text.is_digits(at + 1)
        && text.number(at + 1).is_none()
        && text.word(at + 1) != "y"
        && !OPENINGS.contains(text.word(at))
}
