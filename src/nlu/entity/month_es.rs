//! Spanish days of the month and months: *el 15, el primero de mayo, el quince del mes que viene, en agosto,
//! este mes, el año que viene*.

use jiff::civil::Date;

use crate::nlu::entity::calendar::{day_in_month, day_of, plus_days, plus_months};
use crate::nlu::entity::currency;
use crate::nlu::entity::date_digits::{coming_day, dated, del_month, year};
use crate::nlu::entity::number;
use crate::nlu::entity::phrases::{WordSet, word_set};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::{Anchor, When, span};
use crate::nlu::entity::words::{CalendarWord, NumberWord};
use crate::nlu::entity::{DateValue, Period, long_es};

/// What stands before the number of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// *El, día, del, al*: the number may stand alone.
    Article,
    /// Nothing: a month has to follow.
    None,
    /// A weekday; with a comma after it, a month has to follow.
    Weekday(bool),
}

pub(super) const NEXT_MONTH: &[&str] = &[
    "del mes que viene",
    "del mes que entra",
    "del mes que sigue",
    "del que viene",
    "del que entra",
    "del que sigue",
    "del mes entrante",
    "del mes proximo",
    "del mes siguiente",
    "del otro mes",
    "del proximo mes",
    "del siguiente mes",
    "del entrante",
    "de el mes que viene",
    "del proximo",
    "del siguiente",
    "el mes que viene",
    "el proximo mes",
];
pub(super) const THIS_MONTH: &[&str] = &[
    "de este mismo mes",
    "de este mes",
    "del mes en curso",
    "del mes corriente",
    "del mes actual",
    "del corriente mes",
    "del corriente",
    "del presente mes",
    "del presente",
    "este mes",
    "de este",
];
const LAST_MONTH: &[&str] = &["del mes pasado", "del pasado mes", "del mes anterior", "del pasado"];
const EVERY_MONTH: &[&str] =
    &["de cada mes", "de todos los meses", "cada mes", "todos los meses", "de mes", "del mes a mes"];

/// Nouns that a number before them counts.
static COUNTED: WordSet = WordSet::new(|| {
    word_set(
        "pagos pago cuotas cuota abonos mensualidades letras armadas partes parcialidades veces personas hijos anos \
         llamadas tarjetas creditos cuentas recibos plazos mil millones % avenida calle metros cuadras puntos \
         numero pesos",
    )
});

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    if text.is_in(at, &["los", "todos", "cada"]) {
        return every_month(context, at);
    }
    let after = text.phrases(
        at,
        &["el proximo dia", "este proximo", "el proximo", "el dia", "este dia", "este", "el mero", "el"],
    );
    let before = text.is_in(at.wrapping_sub(1), &["dia", "del", "al"])
        && !text.is_in(at.wrapping_sub(2), &["cada", "un"]);
    if let Some(after) = after {
        if let Some(found) = day_of_month(context, after, Lead::Article) {
            return Some(found.starting(at));
        }
    } else if text.word(at) == "dia" {
        return day_of_month(context, at + 1, Lead::Article).map(|found| found.starting(at));
    } else {
        let lead = if before { Lead::Article } else { Lead::None };
        if let Some(found) = day_of_month(context, at, lead) {
            return Some(found);
        }
    }
    month(context, at)
        .or_else(|| long_es::whole_month(context, at))
        .or_else(|| long_es::whole_year(context, at))
}

/// *Los 15 de cada mes, cada día 5, todos los 10*.
fn every_month(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let after = text.phrases(at, &["todos los dias", "todos los", "los dias", "los", "cada dia", "cada"])?;
    let days = text.is_in(after.wrapping_sub(1), &["dias", "dia"]);
    let (day, end) = day_number(context, after)?;
    let closed = text.phrases(end, EVERY_MONTH);
    let stated = days || closed.is_some() || text.word(at) == "todos";
    let counts = counts_something(context, end) || !days && closed.is_none() && text.word(at) != "todos";
    if !stated || counts && closed.is_none() {
        return None;
    }
    let end = closed.unwrap_or(end);
    coming_day(context, day, at, end).map(|found| found.every(Period::Month))
}

/// A day of the month in digits or words, with its ordinal mark.
pub(super) fn day_number(context: &Context<'_>, at: usize) -> Option<(i8, usize)> {
    let text = context.text;
    let (day, end) = match text.number(at) {
        Some(NumberWord::Article) => return None,
        Some(NumberWord::Ordinal(1)) if text.word(at) == "primero" && text.word(at + 1) != "dios" => {
            (1, at + 1)
        }
        _ => number::count(context, at)?,
    };
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    if !text.is_digits(at) {
        return Some((day, end));
    }
    if text.word(at).len() > 2 {
        return None;
    }
    if text.glued(end) {
        if text.is_in(end, &["º", "°", "ª", "ro", "er", "o", "do", "to", "vo", "mo"]) {
            return Some((day, end + 1));
        }
        if text.word(end) == "." && text.glued(end + 1) && text.is_in(end + 1, &["º", "°", "o", "ero"]) {
            return Some((day, end + 2));
        }
        let more = text.is_word(end)
            || text.is_in(end, &["/", "%", ":", "-"])
            || text.is_digits(end + 1) && text.glued(end + 1);
        if more {
            return None;
        }
    }
    Some((day, end))
}

pub(super) fn day_of_month(context: &Context<'_>, at: usize, lead: Lead) -> Option<When> {
    let text = context.text;
    let ordinal = match text.number(at) {
        Some(NumberWord::Ordinal(day)) if day > 1 && text.word(at).ends_with('o') => {
            i8::try_from(day).ok().map(|day| (day, at + 1))
        }
        _ => None,
    };
    let (day, end) = ordinal.or_else(|| day_number(context, at))?;
    if let Some((month, end)) = month_after(context, end) {
        let year = year(context, end);
        return dated(context, day, month, year, at, end);
    }
    if lead != Lead::None
        && text.is_digits(at)
        && let Some((month, end)) = del_month(text, end)
    {
        return dated(context, day, month, year(context, end), at, end);
    }
    if lead == Lead::None
        && text.is_digits(at)
        && let Some(end) = text.phrases(end, &["de cada mes", "de todos los meses"])
    {
        return coming_day(context, day, at, end).map(|found| found.every(Period::Month));
    }
    if lead == Lead::None || ordinal.is_some() || lead == Lead::Weekday(true) {
        return None;
    }
    let today = context.today;
    let in_month = |months: i64, end: usize| {
        let date = day_in_month(today, months, day);
        let date = date.unwrap_or_else(|| plus_months(today.first_of_month(), months).last_of_month());
        When::day(date, at, end)
    };
    if let Some(end) = text.phrases(end, EVERY_MONTH) {
        return coming_day(context, day, at, end).map(|found| found.every(Period::Month));
    }
    if let Some(end) = text.phrases(end, NEXT_MONTH) {
        return Some(in_month(1, end));
    }
    if let Some(end) = text.phrases(end, THIS_MONTH) {
        return Some(in_month(0, end));
    }
    if let Some(end) = text.phrases(end, LAST_MONTH) {
        return Some(in_month(-1, end));
    }
    // "El 30 de abril el primero": the first of several payments.
    let month_before = || {
        let before = at.checked_sub(2).and_then(|before| text.calendar(before));
        matches!(before, Some(CalendarWord::Month(_) | CalendarWord::ShortMonth(_)))
    };
    let first_of_all = text.word(at) == "primero"
        && (month_before()
            || text.is_in(
                end,
                &["que", "en", "fue", "es", "le", "me", "lo", "el", "este", "hoy", "seria", "para", "y"],
            ));
    if counts_something(context, end) || first_of_all || text.is_in(at, &["uno"]) && text.back(at, 1) != "dia"
    {
        return None;
    }
    let end = text.phrase(end, "del mes").unwrap_or(end);
    coming_day(context, day, at, end)
}

/// Whether the number that ends here counts, prices or times something.
pub(super) fn counts_something(context: &Context<'_>, end: usize) -> bool {
    let text = context.text;
    COUNTED.contains(text.word(end))
        || matches!(text.calendar(end), Some(CalendarWord::Unit(_)))
        || text.number(end).is_some_and(|word| {
            matches!(word, NumberWord::Thousand | NumberWord::Scale(_) | NumberWord::Dozen)
        })
        || text.is_in(end, &["de", "del", "coma", "punto"])
        || currency::name(context, end).is_some()
        || text
            .phrases(
                end,
                &[
                    "de la",
                    "de los",
                    "de las",
                    "am",
                    "pm",
                    "a m",
                    "p m",
                    "y media",
                    "y cuarto",
                    "por ciento",
                    "por cien",
                ],
            )
            .is_some()
}

/// *De mayo, mayo, de mayo del*: the month after a day.
pub(super) fn month_after(context: &Context<'_>, at: usize) -> Option<(i8, usize)> {
    let text = context.text;
    let start = text.phrases(at, &["del mes de", "de", "del"]).unwrap_or(at);
    match text.calendar(start)? {
        CalendarWord::Month(month) => Some((month, start + 1)),
        CalendarWord::ShortMonth(month) => {
            let dot = text.word(start + 1) == "." && text.glued(start + 1);
            let year = text.is_digits(start + 2)
                || start + 2 < text.len() && text.is_word(start + 2) && !text.is_capitalised(start + 2);
            Some((month, if dot && year { start + 2 } else { start + 1 }))
        }
        _ => None,
    }
}

/// The month a phrase names, as its first day, and where the phrase ends: *de marzo, del mes que viene*.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    pub(super) first: Date,
    pub(super) open: Open,
    pub(super) end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// *De mes*: whichever comes first.
    Yes,
    No,
}

pub(super) fn target(context: &Context<'_>, at: usize) -> Option<Target> {
    let text = context.text;
    let this = context.today.first_of_month();
    let named = |first, end| Some(Target { first, open: Open::No, end });
    if let Some(end) = text.phrases(at, NEXT_MONTH) {
        return named(plus_months(this, 1), end);
    }
    if let Some(end) = text.phrases(at, THIS_MONTH) {
        return named(this, end);
    }
    if let Some(end) = text.phrases(at, LAST_MONTH) {
        return named(plus_months(this, -1), end);
    }
    if let Some((month, end)) = month_after(context, at) {
        let year = year(context, end);
        let end = year.map_or(end, |(_, end)| end);
        let first = match year {
            Some((year, _)) => day_of(year, month, 1)?,
            None => coming_month(context, month, context.tenses.is_past(at, end))?,
        };
        return named(first, end);
    }
    text.phrases(at, &["de mes", "del mes"]).map(|end| Target { first: this, open: Open::Yes, end })
}

/// The first day of the month that is on or to come, or on or gone by.
fn coming_month(context: &Context<'_>, month: i8, past: bool) -> Option<Date> {
    let today = context.today;
    let gone = if past { month > today.month() } else { month < today.month() };
    let year = today.year()
        + if !gone {
            0
        } else if past {
            -1
        } else {
            1
        };
    day_of(year, month, 1)
}

pub(super) fn whole(first: Date, start: usize, end: usize) -> When {
    When::range(first, first.last_of_month(), start, end)
}

/// *En agosto, este septiembre, mayo del 2026, el próximo marzo, el mes de mayo*.
fn month(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let leads = [
        "el proximo mes de",
        "el mes de",
        "este mes de",
        "el proximo",
        "el pasado",
        "este proximo",
        "este",
        "proximo",
    ];
    let name = text.phrases(at, &leads).unwrap_or(at);
    let Some(CalendarWord::Month(month)) = text.calendar(name) else { return None };
    if name == at && !is_month_name(text, at) {
        return None;
    }
    let mut end = name + 1;
    // *Marzo 15, mayo veintiuno*
    if let Some((day, end)) = day_number(context, end).filter(|(_, end)| !counts_something(context, *end)) {
        let year = year(context, end);
        return dated(context, day, month, year, at, end);
    }
    if let Some((year, end)) = year(context, end) {
        return day_of(year, month, 1).map(|first| whole(first, at, end));
    }
    let past =
        text.back(name, 1) == "pasado" || text.word(end) == "pasado" || context.tenses.is_past(at, end);
    if let Some(after) = text.phrases(end, &["que viene", "proximo", "pasado", "entrante"]) {
        end = after;
    }
    let first = coming_month(context, month, past)?;
    let this_year = day_of(context.today.year(), month, 1)?;
    if text.word(at) == "este" && this_year < first {
        return Some(whole(this_year, at, end).ambiguous(span(first, first.last_of_month())));
    }
    Some(whole(first, at, end).anchor(Anchor::NoYear))
}

/// A month needs a preposition before it, or an article: Julio, Abril and Mayo are people too.
fn is_month_name(text: &Text<'_>, at: usize) -> bool {
    static BEFORE: WordSet = WordSet::new(|| {
        word_set(
            "en de del para hasta desde hacia entre a por durante mes y o e fines finales mediados principios , este todo",
        )
    });
    let back = text.back(at, 1);
    let idiom = text.phrases_before(at, &["hacer su", "hicieron su", "hizo su"]).is_some();
    let person = matches!(back, "don" | "dona" | "senor" | "senora" | "senorita" | "soy" | "con" | "su")
        || text.is_capitalised(at) && text.is_capitalised(at + 1) && at > 0;
    let street = matches!(back, "calle" | "avenida" | "colonia");
    let name_like = text.is_in(at, &["julio", "abril"])
        && !matches!(back, "en" | "para" | "hasta" | "desde" | "de" | "a" | "y" | "o" | ",");
    !idiom && !person && !street && !name_like && (back.is_empty() || BEFORE.contains(back))
}

/// Day after day of a month, clipped to it.
pub(super) fn days(first: Date, from: i64, to: i64) -> DateValue {
    let last = first.last_of_month();
    span(plus_days(first, from - 1), plus_days(first, to - 1).min(last))
}
