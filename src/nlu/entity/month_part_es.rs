//! Spanish parts of a month: *fin de mes, a finales de mayo, mediados, principios, los primeros días, la primera
//! semana de abril, el último día hábil*.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::nlu::entity::calendar::{day_of, is_business_day, plus_days, plus_months};
use crate::nlu::entity::month_es::{Open, days, target};
use crate::nlu::entity::phrases::Phrases;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::{Anchor, When};
use crate::nlu::entity::{DateValue, Period};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The last day, roughly.
    End,
    /// The last day, exactly.
    Last,
    Late,
    LastFive,
    Middle,
    Early,
    FirstFive,
    Week(i64),
    LastWeek,
    FirstBusinessDay,
    LastBusinessDay,
}

/// Whether a month has to be named after the phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needs {
    Month,
    Nothing,
}

const PARTS: &[(&str, Part, Needs)] = &[
    ("el ultimo dia habil", Part::LastBusinessDay, Needs::Nothing),
    ("ultimo dia habil", Part::LastBusinessDay, Needs::Nothing),
    ("el primer dia habil", Part::FirstBusinessDay, Needs::Nothing),
    ("primer dia habil", Part::FirstBusinessDay, Needs::Nothing),
    ("el dia ultimo", Part::Last, Needs::Nothing),
    ("dia ultimo", Part::Last, Needs::Nothing),
    ("el ultimo dia", Part::Last, Needs::Nothing),
    ("ultimo dia", Part::Last, Needs::Nothing),
    ("el ultimo", Part::Last, Needs::Month),
    ("el mero fin", Part::End, Needs::Month),
    ("el fin", Part::End, Needs::Month),
    ("este fin", Part::End, Needs::Month),
    ("fin", Part::End, Needs::Month),
    ("el final", Part::End, Needs::Month),
    ("final", Part::End, Needs::Month),
    ("fines", Part::Late, Needs::Month),
    ("finales", Part::Late, Needs::Month),
    ("los ultimos dias", Part::LastFive, Needs::Month),
    ("ultimos dias", Part::LastFive, Needs::Month),
    ("ultimos", Part::LastFive, Needs::Month),
    ("la ultima semana", Part::LastWeek, Needs::Month),
    ("ultima semana", Part::LastWeek, Needs::Month),
    ("mediados", Part::Middle, Needs::Month),
    ("la mitad", Part::Middle, Needs::Month),
    ("mitad", Part::Middle, Needs::Month),
    ("principios", Part::Early, Needs::Month),
    ("principio", Part::Early, Needs::Month),
    ("inicios", Part::Early, Needs::Month),
    ("inicio", Part::Early, Needs::Month),
    ("comienzos", Part::Early, Needs::Month),
    ("los primeros dias", Part::FirstFive, Needs::Month),
    ("los primeros cinco dias", Part::FirstFive, Needs::Month),
    ("los primeros 5 dias", Part::FirstFive, Needs::Month),
    ("primeros dias", Part::FirstFive, Needs::Month),
    ("primeros", Part::FirstFive, Needs::Month),
    ("la primera semana", Part::Week(0), Needs::Month),
    ("primera semana", Part::Week(0), Needs::Month),
    ("la segunda semana", Part::Week(1), Needs::Month),
    ("segunda semana", Part::Week(1), Needs::Month),
    ("la cuarta semana", Part::Week(3), Needs::Month),
    ("la tercera semana", Part::Week(2), Needs::Month),
    ("tercera semana", Part::Week(2), Needs::Month),
];

type Row = (&'static str, Part, Needs);
static TABLE: LazyLock<Phrases<Row>> = LazyLock::new(|| Phrases::new(PARTS, |row| row.0));

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let each = text.word(at) == "cada";
    let start = at + usize::from(each);
    let ((_, part, needs), after) = TABLE.at(text, start)?;
    let (part, needs) = (*part, *needs);
    let named = target(context, after);
    let (first, open, end) = match named {
        Some(target) => (target.first, target.open, target.end),
        None if text.phrases(after, &["de este ano", "del ano", "de ano"]).is_some() => {
            return of_year(context, part, at, after);
        }
        // *El último día* of anything but a month is another day.
        None if needs == Needs::Nothing
            && text.word(after) != "de"
            && text.word(after) != "para"
            && text.word(after) != "que" =>
        {
            (context.today.first_of_month(), Open::Yes, after)
        }
        None => return None,
    };
    let bounds = |first: Date| bounds(part, first, context.holidays);
    let mut value = bounds(first);
    if open == Open::Yes {
        let past = context.tenses.is_past(at, end);
        if past && value.from > Some(context.today) {
            value = bounds(plus_months(first, -1));
        } else if !past && value.to < Some(context.today) {
            value = bounds(plus_months(first, 1));
        }
    }
    let exact = matches!(part, Part::Last | Part::LastBusinessDay | Part::FirstBusinessDay);
    let found = When::range(value.from?, value.to?, at, end).anchor(Anchor::Vague);
    let found = if exact { found } else { found.approximate() };
    Some(if each { found.every(Period::Month) } else { found })
}

/// *Fin de año, a principios de año*.
fn of_year(context: &Context<'_>, part: Part, at: usize, after: usize) -> Option<When> {
    let end = context.text.phrases(after, &["de este ano", "del ano", "de ano"])?;
    let (from, to) = match part {
        Part::End => ((12, 31), (12, 31)),
        Part::Late => ((12, 1), (12, 31)),
        Part::Middle => ((6, 1), (7, 31)),
        Part::Early => ((1, 1), (1, 31)),
        _ => return None,
    };
    let this = context.today.year();
    let in_year = |year: i16| Some((day_of(year, from.0, from.1)?, day_of(year, to.0, to.1)?));
    let (from, to) = [this, this + 1].into_iter().filter_map(in_year).find(|(_, to)| *to >= context.today)?;
    Some(When::range(from, to, at, end).approximate().anchor(Anchor::Vague))
}

fn bounds(part: Part, first: Date, holidays: &[Date]) -> DateValue {
    let last = first.last_of_month();
    let length = i64::from(last.day());
    match part {
        Part::End | Part::Last => DateValue::day(last),
        Part::Late => days(first, 21, length),
        Part::LastFive => days(first, length - 4, length),
        Part::Middle => days(first, 11, 20),
        Part::Early => days(first, 1, 10),
        Part::FirstFive => days(first, 1, 5),
        Part::Week(weeks) => days(first, 1 + weeks * 7, 7 + weeks * 7),
        Part::LastWeek => days(first, length - 6, length),
        Part::FirstBusinessDay => DateValue::day(business_day(first, 1, holidays)),
        Part::LastBusinessDay => DateValue::day(business_day(last, -1, holidays)),
    }
}

/// The day itself or the nearest business day that way.
fn business_day(date: Date, step: i64, holidays: &[Date]) -> Date {
    const LONGEST_CLOSURE: i64 = 14;
    let candidates = (0..LONGEST_CLOSURE).map(|days| plus_days(date, days * step));
    candidates.into_iter().find(|date| is_business_day(*date, holidays)).unwrap_or(date)
}
