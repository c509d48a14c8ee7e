//! Which figures and days of a turn are about the payment, and which about something else: when the agent will call
//! again, when the paper is sent, what was due long ago.

use jiff::ToSpan as _;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::call::CaseFile;
use crate::nlu::entity::{Entity, Value};
use crate::nlu::text::fold;
use crate::simulator::condition::{hanging, is_supposed};
use crate::simulator::cue::{self, Role, Word};
use crate::simulator::past::asked_of_the_past;
use crate::simulator::reading::Reading;
use crate::simulator::retraction::taken_back;
use crate::source::Span;

/// Acts that are about a payment.
const ABOUT_PAYMENT: [&str; 12] = [
    "propose_amount",
    "propose_date",
    "question.commitment",
    "confirm_commitment",
    "summarize",
    "request.full_payment",
    "pressure",
    "offer.installments",
    "offer.partial",
    "offer.extension",
    "offer.discount",
    "offer.choice",
];

/// Acts that ask for a payment in so many words.
const PAYS: [&str; 3] = ["propose_amount", "summarize", "request.full_payment"];

/// Acts that name days of their own.
const ABOUT_OTHER_DAYS: [&str; 3] = ["next_step", "offer.callback", "offer_documents"];

/// From so many days on, a day is none to pay on.
const FAR_DAYS: i64 = 183;

/// Questions about what was.
const ASKS_WHAT_WAS: [&str; 2] = ["question.open", "question.cause"];

/// The entities of a turn that can be terms of payment.
pub(super) fn to_the_point(reading: Reading<'_>) -> Vec<&Entity> {
    let clauses = clauses(reading.text);
    let clause =
        |span: &Span| clauses.iter().find(|clause| clause.start <= span.start && span.start < clause.end);
    let with_figure = |part: &Span| {
        let figures = reading
            .heard
            .entities
            .iter()
            .filter(|entity| matches!(entity.value, Value::Money(_) | Value::Plan(_)))
            .filter(|entity| {
                let (gap, after) = around(reading.text, &clauses, &entity.span);
                !is_aside(&gap, &after)
            });
        figures.into_iter().any(|entity| part.start <= entity.span.start && entity.span.start < part.end)
    };
    let has = |part: &Span, acts: &[&str]| {
        let hits = reading.heard.acts.iter().filter(|hit| acts.iter().any(|act| hit.act == *act));
        hits.into_iter().any(|hit| hit.span.start < part.end && part.start < hit.span.end)
    };
    let at_an_hour = |part: &Span| {
        let mut hours = reading.heard.entities.iter().filter(|it| matches!(it.value, Value::Time { .. }));
        hours.any(|hour| part.start <= hour.span.start && hour.span.start < part.end)
    };
    let whole = 0..reading.text.len();
    let gone = taken_back(reading.text, &reading.heard.entities, reading.today);
    let mut open = hanging(reading);
    open.extend(asked_of_the_past(reading.text));
    let stands = |entity: &&Entity| !gone.contains(&entity.span) && !is_within(&entity.span, &open);
    let dates = reading.heard.entities.iter().filter(stands);
    let dates = dates.filter(|entity| matches!(entity.value, Value::Date(_)));
    // A day beside a figure is the figure's; the others wait for one.
    let figured = dates.into_iter().any(|date| with_figure(clause(&date.span).unwrap_or(&whole)));
    reading
        .heard
        .entities
        .iter()
        .filter(stands)
        .filter(|entity| {
            let (gap, after) = around(reading.text, &clauses, &entity.span);
            let figure = matches!(entity.value, Value::Money(_) | Value::Number(_));
            let term = figure || matches!(entity.value, Value::Plan(_) | Value::Date(_));
            if term && (cue::is_denied(&gap, &after) || reading.is_echo(entity))
                || is_arrears(entity, &gap, &after, reading.case_file)
                || figure && (is_aside(&gap, &after) || is_contested(reading.text, &entity.span))
            {
                return false;
            }
            let said = &reading.text[entity.span.clone()];
            let filed = said.bytes().all(|byte| byte.is_ascii_digit()) && cue::is_filed(&gap);
            let numbered = is_part_of_number(reading.text, &entity.span);
            if figure && (filed || numbered || is_reference(said, reading.case_file)) {
                return false;
            }
            // A bare number beyond all that is owed counts something else.
            let most = reading.case_file.balance.amount * Decimal::TWO;
            if matches!(&entity.value, Value::Number(number) if *number > most) {
                return false;
            }
            let Value::Date(date) = &entity.value else { return true };
            let month_asked = date.single().is_none() && cue::is_day_asked_in(&gap);
            if month_asked || cue::is_out_of_reach(&after) {
                return false;
            }
            let first = date.single().or(date.from).or(date.to);
            if date.single().is_some_and(|day| day < reading.today)
                || first.is_some_and(|day| is_far(day, reading))
            {
                return false;
            }
            let part = clause(&entity.span).unwrap_or(&whole);
            // "Para otra vez, ¿le corro la fecha al 25?": not the payment talked about.
            if reading.text.get(part.start..part.end.min(reading.text.len())).is_some_and(cue::is_for_later) {
                return false;
            }
            // "Es el 11 siempre": when it falls due is no day to pay on.
            if cue::is_due(&gap, &after) || cue::is_share(&after) {
                return false;
            }
            if with_figure(part) {
                return true;
            }
            // "Mañana a las nueve, ¿le sirve?", after another call was offered.
            if reading.calls_back && at_an_hour(part) && !has(part, &PAYS) {
                return false;
            }
            // "¿Y la de julio cómo la pagó?": a month asked about is no day to pay on.
            if date.single().is_none() && has(part, &ASKS_WHAT_WAS) {
                return false;
            }
            // What begins before the clause is about something else.
            let elsewhere = reading.heard.acts.iter().any(|hit| {
                ABOUT_OTHER_DAYS.iter().any(|act| hit.act == *act)
                    && part.start <= hit.span.start
                    && hit.span.start < part.end
            });
            !figured
                && !elsewhere
                && !cue::is_call(&gap)
                && (reading.asked || has(part, &ABOUT_PAYMENT) || reading.puts_right())
        })
        .collect()
}

/// The entities of a turn but the figures and days that it denies, days gone by, and numbers that stand for a bill or
/// an account.
pub(super) fn figures(reading: Reading<'_>) -> Vec<&Entity> {
    let clauses = clauses(reading.text);
    let taken_back = taken_back(reading.text, &reading.heard.entities, reading.today);
    let open = hanging(reading);
    let supposed = |entity: &Entity| {
        let clause = clauses.iter().find(|clause| clause.contains(&entity.span.start));
        matches!(entity.value, Value::Date(_))
            && clause
                .and_then(|clause| reading.text.get(clause.start..clause.end.min(reading.text.len())))
                .is_some_and(is_supposed)
    };
    let said = |entity: &&Entity| {
        let (gap, after) = around(reading.text, &clauses, &entity.span);
        let gone = matches!(&entity.value, Value::Date(date) if date.single().is_some_and(|day| day < reading.today));
        !gone
            && !taken_back.contains(&entity.span)
            && !is_within(&entity.span, &open)
            && !supposed(entity)
            && !cue::is_denied(&gap, &after)
            && !reading.is_echo(entity)
            && !is_arrears(entity, &gap, &after, reading.case_file)
            && !is_part_of_number(reading.text, &entity.span)
            && !is_reference(&reading.text[entity.span.clone()], reading.case_file)
    };
    reading.heard.entities.iter().filter(said).collect()
}

/// A figure that is earned, charged on top or asked about, and not put forward.
fn is_aside(gap: &[Word], after: &[Word]) -> bool {
    cue::is_income(gap, after) || cue::is_charge(gap, after) || cue::is_asked_about(after)
}

/// "18 a 180 c/u serían *3.240* que quedan en reclamo", "the *400* in dispute": looked into, and asked from nobody.
fn is_contested(text: &str, span: &Span) -> bool {
    const WHERE: [&str; 6] = ["reclamo", "disputa", "revision", "dispute", "disputed", "review"];
    const REACH: usize = 9;
    let after = text.get(span.end..).unwrap_or_default();
    let near = fold(after.split([',', '?', ';', '!']).next().unwrap_or_default());
    near.split_whitespace().take(REACH).any(|word| WHERE.contains(&word.trim_end_matches('.')))
}

fn is_within(span: &Span, parts: &[Span]) -> bool {
    parts.iter().any(|part| part.start <= span.start && span.start < part.end)
}

/// "All 3 payments", "las dos cuotas atrasadas": as many as are overdue are what is owed, and no plan.
fn is_arrears(entity: &Entity, gap: &[Word], after: &[Word], case_file: &CaseFile) -> bool {
    let Value::Plan(plan) = &entity.value else { return false };
    let as_many = plan.count.is_some_and(|count| usize::try_from(count) == Ok(case_file.past_due.len()));
    let alone = plan.amount.is_none() && plan.down_payment.is_none() && plan.period.is_none();
    as_many && alone && cue::is_all_owed(gap, after)
}

/// What the bill comes to that is called by its number.
pub(super) fn bill_called(said: &str, case_file: &CaseFile) -> Option<Decimal> {
    let mut items = case_file.past_due.iter();
    items.find(|item| names_number(&item.concept, said.trim())).map(|item| item.amount.amount)
}

/// The words of the clause before and after a span.
pub(super) fn around(text: &str, clauses: &[Span], span: &Span) -> (Vec<Word>, Vec<Word>) {
    let whole = 0..text.len();
    let clause =
        clauses.iter().find(|clause| clause.start <= span.start && span.start < clause.end).unwrap_or(&whole);
    let end = clause.end.clamp(span.end, text.len());
    (cue::words(&text[clause.start..span.start]), cue::words(&text[span.end..end]))
}

/// What a figure of a turn is, by the words of its clause.
pub(super) fn role_in(reading: Reading<'_>, span: &Span) -> Role {
    let (gap, after) = around(reading.text, &clauses(reading.text), span);
    cue::role(&gap, &after)
}

/// Whether a figure is the number of a bill, an account or a document of the case file, and no amount.
pub(super) fn is_reference(said: &str, case_file: &CaseFile) -> bool {
    let concepts = case_file.past_due.iter().map(|item| item.concept.as_str());
    let data = case_file.verify.iter().map(|item| item.value.as_str());
    let mut texts = concepts.chain(data).chain([case_file.account.as_str()]);
    texts.any(|text| names_number(text, said.trim()))
}

/// "PO 77-1904", "A-5521": digits that a hyphen joins to others, or to a letter, are no figure.
fn is_part_of_number(text: &str, span: &Span) -> bool {
    let joined = |sign: Option<char>, next: Option<char>| {
        matches!(sign, Some('-' | '/' | '#')) && next.is_some_and(char::is_alphanumeric)
    };
    let (mut behind, mut ahead) = (text[..span.start].chars().rev(), text[span.end..].chars());
    let digits = text[span.clone()].bytes().all(|byte| byte.is_ascii_digit());
    digits && (joined(behind.next(), behind.next()) || joined(ahead.next(), ahead.next()))
}

/// Whether a text holds a number, digit by digit; two digits are too few to tell.
fn names_number(text: &str, digits: &str) -> bool {
    const LONG_ENOUGH: usize = 3;
    digits.len() >= LONG_ENOUGH
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && text.split(|letter: char| !letter.is_ascii_digit()).any(|number| number == digits)
}

/// Nobody puts off a first payment by half a year: "la de julio" said in October is the July that was.
fn is_far(day: Date, reading: Reading<'_>) -> bool {
    reading.today.checked_add(FAR_DAYS.days()).is_ok_and(|far| day > far)
}

/// Sentences, and their parts between semicolons.
pub(super) fn clauses(text: &str) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let ends = matches!(sign, '.' | '?' | '!' | ';' | '…');
        // "1.500" goes on.
        if ends && signs.peek().is_none_or(|(_, next)| next.is_whitespace()) {
            parts.push(start..at + sign.len_utf8());
            start = at + sign.len_utf8();
        }
    }
    parts.push(start..text.len().max(start + 1));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_that_a_hyphen_joins_to_others_are_a_number_and_no_figure() {
        let part = |text: &str, digits: &str| {
            let start = text.find(digits).expect("it is there");
            is_part_of_number(text, &(start..start + digits.len()))
        };
        assert!(
            part("PO 77-1904 on top", "77") && part("PO 77-1904 on top", "1904") && part("A-5521", "5521")
        );
        assert!(!part("77 dollars - ok", "77") && !part("de 20-30 soles", "soles"));
    }

    #[test]
    fn clauses_end_at_signs_and_not_inside_figures() {
        let text = "Son 1.500 pesos; el lunes. ¿Le parece?";
        let parts: Vec<&str> =
            clauses(text).into_iter().map(|part| text.get(part).unwrap_or("").trim()).collect();
        assert_eq!(parts, ["Son 1.500 pesos;", "el lunes.", "¿Le parece?", ""]);
    }
}
