//! Spanish days counted from the call: *hoy, pasado mañana, anoche, en ocho días, dentro de tres días hábiles,
//! hace dos semanas, de hoy en quince, dos días después del lunes*.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::call::Country;
use crate::nlu::entity::DateValue;
use crate::nlu::entity::calendar::{plus_business_days, plus_days, plus_months};
use crate::nlu::entity::number;
use crate::nlu::entity::phrases::Phrases;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::{Anchor, When};
use crate::nlu::entity::words::{CalendarWord, Unit};

/// Phrases and how many days from today they are.
const DAYS: &[(&str, i64)] = &[
    ("hoy mismo", 0),
    ("hoy dia", 0),
    ("el dia de hoy", 0),
    ("en el dia", 0),
    ("en el transcurso del dia", 0),
    ("esta misma tarde", 0),
    ("esta tarde", 0),
    ("esta noche", 0),
    ("esta manana", 0),
    ("ahorita mismo", 0),
    ("ahora mismo", 0),
    ("hoy", 0),
    ("pasado manana", 2),
    ("pasado mannana", 2),
    ("pasao manana", 2),
    ("el dia despues de manana", 2),
    ("el proximo dia", 1),
    ("al dia siguiente", 1),
    ("el dia siguiente", 1),
    ("manana mismo", 1),
    ("manana", 1),
    ("mannana", 1),
    ("antes de ayer", -2),
    ("el dia antes de ayer", -2),
    ("antes de anoche", -2),
    ("anteayer", -2),
    ("antier", -2),
    ("ayer", -1),
    ("anoche", -1),
];

/// Verbs of paying that make *ahorita* a promise for today.
const ACTS: &[&str] = &[
    "pago",
    "deposito",
    "transfiero",
    "abono",
    "mando",
    "hago",
    "paso",
    "envio",
    "liquido",
    "pagar",
    "depositar",
    "transferir",
    "abonar",
    "mandar",
    "voy",
    "consigno",
    "pagarle",
    "depositarle",
    "giro",
    "yapeo",
];

static TABLE: LazyLock<Phrases<(&str, i64)>> = LazyLock::new(|| Phrases::new(DAYS, |row| row.0));

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<When> {
    counted_day(context, at).or_else(|| offset(context, at)).or_else(|| soon(context, at))
}

fn counted_day(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let ((_, days), end) = TABLE.at(text, at)?;
    let days = *days;
    if text.is_in(at, &["manana", "mannana"]) && is_morning(text, at) {
        return None;
    }
    if text.phrase(at, "en el dia") == Some(end) && text.is_in(end, &["de", "del", "que", "a"]) {
        return None;
    }
    // *Hoy en día* is no date, and *hoy por hoy* neither.
    if text.phrases(end, &["en dia", "por hoy"]).is_some()
        || text.is_in(at.wrapping_sub(1), &["por"]) && text.is_in(at.wrapping_sub(2), &["hoy"])
    {
        return None;
    }
    let date = plus_days(context.today, days);
    // *De hoy en ocho, mañana en ocho.*
    if text.word(at + 1) == "en"
        && end == at + 1
        && let Some((more, end)) = week_idiom(text, end + 1)
    {
        return Some(When::day(plus_days(date, more), start_of_idiom(text, at), end));
    }
    if days == 1 && text.is_in(end, &["o", "u"]) && text.is_in(end + 1, &["pasado", "pasao"]) {
        let end = text.phrases(end + 1, &["pasado manana", "pasao manana"]).unwrap_or(end + 2);
        return Some(When::range(date, plus_days(date, 1), at, end).approximate());
    }
    Some(When::day(date, at, end))
}

/// *La mañana, por la mañana, en la mañana*: a part of the day.
fn is_morning(text: &Text<'_>, at: usize) -> bool {
    let article = matches!(text.back(at, 1), "la" | "las" | "una" | "cada" | "media");
    let idiom = text.back(at, 1) == "de" && text.back(at, 2) == "dia";
    article || idiom || text.phrases(at + 1, &["siguiente"]).is_some()
}

/// The idioms of one week and two: *en ocho, en quince (días)*.
fn week_idiom(text: &Text<'_>, at: usize) -> Option<(i64, usize)> {
    let days = match text.word(at) {
        "ocho" | "8" => 7,
        "quince" | "15" => 14,
        _ => return None,
    };
    let end = if text.word(at + 1) == "dias" { at + 2 } else { at + 1 };
    Some((days, end))
}

fn start_of_idiom(text: &Text<'_>, at: usize) -> usize {
    if text.back(at, 1) == "de" { at - 1 } else { at }
}

/// How far a count of units reaches, in days or months.
#[derive(Debug, Clone, Copy)]
struct Length {
    count: i64,
    unit: Unit,
    business: bool,
    idiom: bool,
    vague: bool,
    end: usize,
}

impl Length {
    fn from(self, date: Date, sign: i64, holidays: &[Date]) -> Option<Date> {
        let count = self.count * sign;
        Some(match self.unit {
            Unit::Hour if self.business => plus_business_days(date, count / 24, holidays),
            Unit::Hour if self.count >= 24 && self.count % 24 == 0 => plus_days(date, count / 24),
            Unit::Hour => return None,
            Unit::Day if self.business => plus_business_days(date, count, holidays),
            Unit::Day => plus_days(date, count),
            Unit::Week => plus_days(date, count * 7),
            Unit::Fortnight => plus_days(date, count * 15),
            Unit::Month => plus_months(date, count),
            Unit::Year => plus_months(date, count * 12),
        })
    }

    /// The one date or two that the length leads to.
    fn reach(self, date: Date, sign: i64, context: &Context<'_>) -> Option<When> {
        if self.idiom {
            let weeks = if self.count == 8 { 7 } else { 14 };
            let literal = DateValue::day(plus_days(date, self.count * sign));
            return Some(When::day(plus_days(date, weeks * sign), 0, self.end).ambiguous(literal));
        }
        let found = When::day(self.from(date, sign, context.holidays)?, 0, self.end);
        Some(if self.vague { found.approximate() } else { found })
    }
}

fn length(context: &Context<'_>, at: usize) -> Option<Length> {
    let text = context.text;
    let hedge = text
        .phrases(at, &["como unos", "como unas", "mas o menos", "unos", "unas", "como", "aproximadamente"]);
    let start = hedge.unwrap_or(at);
    let (count, after, couple) = if let Some(after) = text.phrases(start, &["un par de", "par de"]) {
        (2, after, true)
    } else {
        let (count, after) = number::count(context, start)?;
        (count, after, false)
    };
    let Some(CalendarWord::Unit(unit)) = text.calendar(after) else { return None };
    let mut end = after + 1;
    let half = text.phrase(end, "y medio").is_some() || text.phrase(end, "y media").is_some();
    let business = text.is_in(end, &["habiles", "habil", "laborables", "laboral", "laborales", "bancarios"]);
    if business {
        end += 1;
    }
    if half {
        return None;
    }
    let word_or_digits = matches!(count, 8 | 15) && unit == Unit::Day && !business;
    Some(Length {
        count: count.into(),
        unit,
        business,
        idiom: word_or_digits && hedge.is_none(),
        vague: hedge.is_some() || couple,
        end,
    })
}

/// *En N días, dentro de, hace, de aquí a; N días después de*.
fn offset(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let today = context.today;
    if let Some(after) =
        text.phrases(at, &["de hoy en", "de hoy a", "de manana en", "de aqui a", "de aqui en"])
    {
        let base = plus_days(today, i64::from(text.word(at + 1) == "manana"));
        if text.word(at + 1) != "aqui"
            && let Some((days, end)) = week_idiom(text, after)
        {
            return Some(When::day(plus_days(base, days), at, end));
        }
        return Some(length(context, after)?.reach(base, 1, context)?.starting(at));
    }
    if let Some(after) = text.phrases(at, &["dentro de", "en un plazo de", "en el plazo de", "en"]) {
        if let Some(found) = coming_span(context, after) {
            return Some(found);
        }
        // *Pagar en seis quincenas* tells how many payments, not when.
        let length = length(context, after)
            .filter(|length| length.unit != Unit::Fortnight || length.count < 3 || text.word(at) != "en")?;
        let mut found = length.reach(today, 1, context)?.starting(at);
        found.end = text
            .phrases(found.end, &["mas tarde", "mas", "a partir de hoy", "a partir de ahora"])
            .unwrap_or(found.end);
        let literal = found.end > length.end && length.idiom;
        if literal {
            return Some(When::day(plus_days(today, length.count), at, found.end));
        }
        return of_arrears(text, found.end).then_some(()).map_or(Some(found), |()| None);
    }
    if text.word(at) == "hace" {
        let length = length(context, at + 1)?;
        let found = length.reach(today, -1, context)?.starting(at);
        let long = matches!(length.unit, Unit::Month | Unit::Year);
        return Some(if long { found.approximate() } else { found });
    }
    coming_span(context, at).or_else(|| counted_from(context, at))
}

/// *En tres meses de atraso*: how long, not when.
fn of_arrears(text: &Text<'_>, at: usize) -> bool {
    text.phrases(
        at,
        &["de atraso", "de mora", "de retraso", "vencidos", "atrasados", "de deuda", "sin intereses"],
    )
    .is_some()
}

/// *(Los) próximos tres días, los siguientes quince días*.
fn coming_span(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let start = at + usize::from(text.is_in(at, &["los", "las"]));
    let leads = text.is_in(start, &["proximos", "proximas", "siguientes"]);
    let length = leads.then(|| length(context, start + 1))??;
    let last = length.from(context.today, 1, context.holidays)?;
    let last = if matches!(length.unit, Unit::Month | Unit::Year) { plus_days(last, 0) } else { last };
    Some(When::range(plus_days(context.today, 1), last, at, length.end))
}

/// *Dos días después de hoy, 3 días antes del viernes, tres días a partir de mañana*.
fn counted_from(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    text.number(at)
        .or_else(|| text.is_digits(at).then_some(crate::nlu::entity::words::NumberWord::Article))?;
    let mut first = length(context, at)?;
    let mut more = None;
    if text.word(first.end) == "y"
        && let Some(second) = length(context, first.end + 1)
    {
        more = Some(second);
        first.end = second.end;
    }
    let forwards = text.phrases(first.end, &["a partir de", "despues de", "despues"]);
    let backwards = text.phrases(first.end, &["antes de"]);
    let (sign, after) = match (forwards, backwards) {
        (Some(after), _) => (1, after),
        (None, Some(after)) => (-1, after),
        (None, None) => return None,
    };
    let (base, end) = match text.word(after) {
        "hoy" | "ahora" => (context.today, after + 1),
        "manana" => (plus_days(context.today, 1), after + 1),
        "ayer" => (plus_days(context.today, -1), after + 1),
        _ => return None,
    };
    let mut date = first.from(base, sign, context.holidays)?;
    if let Some(more) = more {
        date = more.from(date, sign, context.holidays)?;
    }
    Some(When::day(date, at, end))
}

/// *No puedo pagar mil ahorita*: refused a few words before.
fn cannot(text: &Text<'_>, at: usize) -> bool {
    const REACH: usize = 5;
    (1..=REACH)
        .map(|back| text.back(at, back))
        .take_while(|word| !matches!(*word, "" | "." | "," | "pero" | "y" | "mas" | "que"))
        .any(|word| word == "no")
}

/// *Ahorita, al rato* with an act of paying.
fn soon(context: &Context<'_>, at: usize) -> Option<When> {
    const NEAR: usize = 4;
    let text = context.text;
    let end = text.phrases(
        at,
        &["ahorita", "ahora", "al rato", "al ratito", "mas tarde", "mas al rato", "mas tardecito"],
    )?;
    let local = text.word(at) != "mas"
        || context.is_country(&[Country::Mx, Country::Us])
        || text.word(at + 1) == "tarde";
    let refused = text.is_in(end, &["no"]) || cannot(text, at);
    let acts = |at: usize| text.is_in(at, ACTS);
    // *Dos mil ahorita* pays as well.
    let offered = at > 0
        && (text.number(at - 1).is_some()
            || text.is_digits(at - 1)
            || text.is_in(at - 1, &["pesos", "lucas", "soles", "dolares"]));
    let offered = offered || text.phrases_before(at, &["la mitad", "la otra mitad", "una parte"]).is_some();
    // *Ahora* alone mostly sets one thing against another: only what is offered with it is paid today.
    if text.word(at) == "ahora" {
        let closed = end >= text.len() || text.is_punctuation(end) || text.is_in(end, &["y", "mismo"]);
        return (offered && closed).then(|| When::day(context.today, at, end).approximate());
    }
    let near = offered || (end..end + NEAR).any(acts) || (at.saturating_sub(NEAR)..at).any(acts);
    (local && near && !refused).then(|| When::day(context.today, at, end).approximate().anchor(Anchor::Full))
}
