//! Feasts by name, as a table: fixed days, days that move with Easter, and each country's independence.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::call::Country::{self, Ar, Cl, Co, Ec, Mx, Pe, Us};
use crate::messages::Language;
use crate::nlu::entity::calendar::{day_of, easter, next_weekday, plus_days};
use crate::nlu::entity::date_digits::year;
use crate::nlu::entity::phrases::Phrases;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::{Anchor, When, span};

#[derive(Debug, Clone, Copy)]
enum Day {
    Fixed(i8, i8),
    /// From and to.
    Days((i8, i8), (i8, i8)),
    /// Days after Easter Sunday.
    Easter(i64),
    /// Palm Sunday to Easter.
    HolyWeek,
    /// Monday and Tuesday before Lent.
    Carnival,
    /// The nth such weekday of a month.
    Nth {
        month: i8,
        weekday: i8,
        nth: i64,
        plus: i64,
    },
}

type Feast = (&'static str, &'static [Country], Day);

const SPANISH: &[Feast] = &[
    ("nochebuena", &[], Day::Fixed(12, 24)),
    ("noche buena", &[], Day::Fixed(12, 24)),
    ("navidades", &[], Day::Fixed(12, 25)),
    ("navidad", &[], Day::Fixed(12, 25)),
    ("nochevieja", &[], Day::Fixed(12, 31)),
    ("noche vieja", &[], Day::Fixed(12, 31)),
    ("ano nuevo", &[], Day::Fixed(1, 1)),
    ("fin de ano", &[], Day::Fixed(12, 31)),
    ("dia de reyes", &[], Day::Fixed(1, 6)),
    ("reyes", &[], Day::Fixed(1, 6)),
    ("dia del trabajo", &[], Day::Fixed(5, 1)),
    ("dia del trabajador", &[], Day::Fixed(5, 1)),
    ("san valentin", &[], Day::Fixed(2, 14)),
    ("dia de los enamorados", &[], Day::Fixed(2, 14)),
    ("dia de muertos", &[], Day::Fixed(11, 2)),
    ("dia de los muertos", &[], Day::Fixed(11, 2)),
    ("dia de los difuntos", &[], Day::Fixed(11, 2)),
    ("todos los santos", &[], Day::Fixed(11, 1)),
    ("dia de la hispanidad", &[], Day::Fixed(10, 12)),
    ("dia de la raza", &[], Day::Fixed(10, 12)),
    ("dia de las velitas", &[], Day::Fixed(12, 7)),
    ("dia de la virgen", &[Mx, Us], Day::Fixed(12, 12)),
    ("dia de la tierra", &[], Day::Fixed(4, 22)),
    ("dia de la madre", &[Mx], Day::Fixed(5, 10)),
    ("dia de las madres", &[Mx], Day::Fixed(5, 10)),
    ("dia de la madre", &[Co, Cl, Pe, Ec, Us], Day::Nth { month: 5, weekday: 7, nth: 2, plus: 0 }),
    ("dia de las madres", &[Co, Cl, Pe, Ec, Us], Day::Nth { month: 5, weekday: 7, nth: 2, plus: 0 }),
    ("dia de la madre", &[Country::Es], Day::Nth { month: 5, weekday: 7, nth: 1, plus: 0 }),
    ("dia de la madre", &[Ar], Day::Nth { month: 10, weekday: 7, nth: 3, plus: 0 }),
    ("dia de la independencia", &[Mx], Day::Fixed(9, 16)),
    ("dia de la independencia", &[Co], Day::Fixed(7, 20)),
    ("dia de la independencia", &[Cl], Day::Fixed(9, 18)),
    ("dia de la independencia", &[Pe], Day::Fixed(7, 28)),
    ("dia de la independencia", &[Ar], Day::Fixed(7, 9)),
    ("dia de la independencia", &[Ec], Day::Fixed(8, 10)),
    ("dia de la independencia", &[Us], Day::Fixed(7, 4)),
    ("fiestas patrias", &[Pe], Day::Days((7, 28), (7, 29))),
    ("fiestas patrias", &[Cl], Day::Days((9, 18), (9, 19))),
    ("fiestas patrias", &[Mx], Day::Days((9, 15), (9, 16))),
    ("el dieciocho", &[Cl], Day::Fixed(9, 18)),
    ("accion de gracias", &[], Day::Nth { month: 11, weekday: 4, nth: 4, plus: 0 }),
    ("viernes negro", &[], Day::Nth { month: 11, weekday: 4, nth: 4, plus: 1 }),
    ("semana santa", &[], Day::HolyWeek),
    ("domingo de ramos", &[], Day::Easter(-7)),
    ("domingo de resurreccion", &[], Day::Easter(0)),
    ("domingo de pascua", &[], Day::Easter(0)),
    ("pascua", &[], Day::Easter(0)),
    ("jueves santo", &[], Day::Easter(-3)),
    ("viernes santo", &[], Day::Easter(-2)),
    ("sabado de gloria", &[], Day::Easter(-1)),
    ("miercoles de ceniza", &[], Day::Easter(-46)),
    ("corpus christi", &[], Day::Easter(60)),
    ("carnavales", &[], Day::Carnival),
    ("carnaval", &[], Day::Carnival),
];

const ENGLISH: &[Feast] = &[
    ("christmas eve", &[], Day::Fixed(12, 24)),
    ("christmas day", &[], Day::Fixed(12, 25)),
    ("christmas", &[], Day::Fixed(12, 25)),
    ("new year 's eve", &[], Day::Fixed(12, 31)),
    ("new year s eve", &[], Day::Fixed(12, 31)),
    ("new year 's", &[], Day::Fixed(1, 1)),
    ("new years", &[], Day::Fixed(1, 1)),
    ("new year", &[], Day::Fixed(1, 1)),
    ("independence day", &[], Day::Fixed(7, 4)),
    ("thanksgiving", &[], Day::Nth { month: 11, weekday: 4, nth: 4, plus: 0 }),
    ("black friday", &[], Day::Nth { month: 11, weekday: 4, nth: 4, plus: 1 }),
    ("labor day", &[], Day::Nth { month: 9, weekday: 1, nth: 1, plus: 0 }),
    ("good friday", &[], Day::Easter(-2)),
    ("easter sunday", &[], Day::Easter(0)),
    ("easter", &[], Day::Easter(0)),
];

static SPANISH_TABLE: LazyLock<Phrases<Feast>> = LazyLock::new(|| Phrases::new(SPANISH, |row| row.0));
static ENGLISH_TABLE: LazyLock<Phrases<Feast>> = LazyLock::new(|| Phrases::new(ENGLISH, |row| row.0));

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    if let Some(found) = chilean_eighteenth(context, at) {
        return Some(found);
    }
    let start = text.phrases(at, &["la", "el", "las", "los", "esta", "este", "the"]).unwrap_or(at);
    let table = if context.language == Language::Es { &SPANISH_TABLE } else { &ENGLISH_TABLE };
    let here = |row: &Feast| row.1.is_empty() || context.is_country(row.1);
    let mut rows =
        table.all_at(text, at).chain((start > at).then(|| table.all_at(text, start)).into_iter().flatten());
    let ((_, _, day), end) = rows.find(|(row, _)| here(row))?;
    let day = *day;
    let said_year = year(context, end).filter(|(year, _)| *year > 1900);
    let end = said_year.map_or(end, |(_, end)| end);
    let past = context.tenses.is_past(at, end);
    let years = match said_year {
        Some((year, _)) => [year, year],
        None if past => [context.today.year(), context.today.year() - 1],
        None => [context.today.year(), context.today.year() + 1],
    };
    let (from, to) = years.into_iter().find_map(|year| {
        let (from, to) = in_year(day, year)?;
        let right = said_year.is_some() || if past { from <= context.today } else { to >= context.today };
        right.then_some((from, to))
    })?;
    let found = When::range(from, to, at, end).anchor(Anchor::Vague);
    let holy_week = matches!(day, Day::HolyWeek);
    Some(if holy_week { found.with(span(plus_days(from, 1), to)) } else { found })
}

/// In Chile *pasando el 18* is after the national feast, whatever the month.
fn chilean_eighteenth(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let after = text.is_in(at.wrapping_sub(1), &["pasando", "pasado"]) && context.is_country(&[Cl]);
    let end = after.then(|| text.phrases(at, &["el 18", "el dieciocho"]))??;
    let bare = !text.is_in(end, &["de", "del"]);
    let year = context.today.year();
    let date = [year, year + 1]
        .into_iter()
        .filter_map(|year| day_of(year, 9, 18))
        .find(|date| *date >= context.today)?;
    bare.then(|| When::day(date, at, end).anchor(Anchor::Vague))
}

fn in_year(day: Day, year: i16) -> Option<(Date, Date)> {
    let one = |date: Date| (date, date);
    Some(match day {
        Day::Fixed(month, day) => one(day_of(year, month, day)?),
        Day::Days(from, to) => (day_of(year, from.0, from.1)?, day_of(year, to.0, to.1)?),
        Day::Easter(days) => one(plus_days(easter(year)?, days)),
        Day::HolyWeek => (plus_days(easter(year)?, -7), easter(year)?),
        Day::Carnival => (plus_days(easter(year)?, -48), plus_days(easter(year)?, -47)),
        Day::Nth { month, weekday, nth, plus } => {
            let first = next_weekday(plus_days(day_of(year, month, 1)?, -1), weekday);
            one(plus_days(first, (nth - 1) * 7 + plus))
        }
    })
}
