//! Spanish weekdays and weeks: *el viernes, este lunes, el próximo martes, el jueves que viene, viernes en ocho,
//! todos los lunes, la otra semana, el fin de semana*.

use jiff::civil::Date;

use crate::nlu::entity::calendar::{is_same_week, last_weekday, monday, next_weekday, plus_days, weekday};
use crate::nlu::entity::date_digits::{self, Lead};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::{Anchor, When, span};
use crate::nlu::entity::words::CalendarWord;
use crate::nlu::entity::{Certainty, DateValue, Period, month_es};

const COMING: &[&str] =
    &["que viene", "que entra", "que sigue", "que vienen", "proximo", "entrante", "siguiente"];
const NEXT_WEEK: &[&str] = &[
    "de la semana que viene",
    "de la semana que entra",
    "de la semana entrante",
    "de la semana proxima",
    "de la semana siguiente",
    "la semana que viene",
    "la semana que entra",
    "la proxima semana",
    "la otra semana",
    "la siguiente semana",
    "de la otra semana",
    "de la proxima semana",
    "de la siguiente semana",
    "de proxima semana",
    "de la otra",
    "de la que viene",
    "de la proxima",
    "de la siguiente",
];

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<When> {
    weekday_named(context, at).or_else(|| week(context, at)).or_else(|| the_other(context, at))
}

/// How the weekday was pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pointed {
    Bare,
    This,
    Coming,
    Other,
    Past,
    Every,
}

fn weekday_named(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    // *Cada dos viernes*
    if let Some(name) = text.phrases(at, &["cada dos", "cada 2", "cada segundo"])
        && let Some(CalendarWord::Weekday(wanted)) = text.calendar(name)
    {
        let day = When::day(next_weekday(context.today, wanted), at, name + 1);
        return Some(day.every(Period::Fortnight));
    }
    let (pointed, mut name) = lead(text, at)?;
    let short = text.is_in(name, &["mar"]) && (pointed != Pointed::Bare || at + 1 == text.len());
    let wanted = match text.calendar(name)? {
        CalendarWord::Weekday(wanted) => wanted,
        CalendarWord::ShortMonth(3) if short => 2,
        _ => return None,
    };
    if wanted == 7 && is_person(text, at, name) {
        return None;
    }
    // *Martes martes*: said again.
    while text.calendar(name + 1) == Some(CalendarWord::Weekday(wanted)) {
        name += 1;
    }
    let end = name + 1;
    // *(Cada) viernes por medio, un viernes sí y otro no*
    if let Some(end) = text.phrases(end, &["por medio", "si y otro no", "si y uno no", "si otro no"]) {
        return Some(When::day(next_weekday(context.today, wanted), at, end).every(Period::Fortnight));
    }
    if pointed == Pointed::Every {
        return Some(When::day(next_weekday(context.today, wanted), at, end).every(Period::Week));
    }
    if let Some(found) = with_number(context, at, end, wanted) {
        return Some(found);
    }
    let today = context.today;
    let next_monday = plus_days(monday(today), 7);
    if let Some(end) = text.phrases(end, NEXT_WEEK) {
        return Some(When::day(plus_days(next_monday, i64::from(wanted) - 1), at, end));
    }
    if let Some(end) = text.phrases(end, &["de esta semana", "esta semana"]) {
        return Some(When::day(plus_days(monday(today), i64::from(wanted) - 1), at, end));
    }
    if let Some(end) = text.phrases(end, &["de la semana pasada", "la semana pasada"]) {
        return Some(When::day(plus_days(monday(today), i64::from(wanted) - 8), at, end));
    }
    if let Some(end) = text.phrases(end, &["en ocho dias", "en ocho", "en 8 dias", "en 8"]) {
        return Some(When::day(plus_days(next_weekday(today, wanted), 7), at, end));
    }
    if let Some(end) = text.phrases(end, &["en quince dias", "en quince", "en 15 dias", "en 15"]) {
        return Some(When::day(plus_days(next_weekday(today, wanted), 14), at, end));
    }
    if let Some(end) = text.phrase(end, "subsiguiente") {
        return Some(When::day(plus_days(next_monday, i64::from(wanted) - 1), at, end));
    }
    // *El lunes y el lunes siguiente*.
    if text.word(end) == "siguiente" && named_before(text, at, wanted) {
        return Some(When::day(plus_days(next_weekday(today, wanted), 7), at, end + 1));
    }
    let (pointed, end) = if let Some(end) = text.phrases(end, COMING) {
        (Pointed::Coming, end)
    } else if let Some(end) = text.phrases(end, &["pasado", "anterior", "ultimo"]) {
        (Pointed::Past, end)
    } else {
        (pointed, end)
    };
    let past = context.tenses.is_past(at, end);
    Some(resolve(context, pointed, wanted, past, at, end).anchor(Anchor::Weekday))
}

fn lead(text: &Text<'_>, at: usize) -> Option<(Pointed, usize)> {
    if text.calendar(at).is_some_and(|word| {
        !matches!(word, CalendarWord::Lead | CalendarWord::Anchor | CalendarWord::Unit(_))
    }) {
        return Some((Pointed::Bare, at));
    }
    if let Some(end) =
        text.phrases(at, &["todos los dias", "todos los", "los dias", "los", "cada dia", "cada"])
    {
        return Some((Pointed::Every, end));
    }
    let leads: [(&str, Pointed); 16] = [
        ("el dia", Pointed::Bare),
        ("el mismo", Pointed::Bare),
        ("el proximo", Pointed::Coming),
        ("este proximo", Pointed::Coming),
        ("el siguiente", Pointed::Coming),
        ("el otro", Pointed::Other),
        ("el pasado", Pointed::Past),
        ("este pasado", Pointed::Past),
        ("el ultimo", Pointed::Past),
        ("este mismo", Pointed::This),
        ("el este", Pointed::This),
        ("este", Pointed::This),
        ("el", Pointed::Bare),
        ("proximo", Pointed::Coming),
        ("pasado", Pointed::Past),
        ("ultimo", Pointed::Past),
    ];
    leads.iter().find_map(|(phrase, pointed)| {
        let end = text.phrase(at, phrase)?;
        let named = matches!(text.calendar(end)?, CalendarWord::Weekday(_) | CalendarWord::ShortMonth(3));
        named.then_some((*pointed, end))
    })
}

fn resolve(context: &Context<'_>, pointed: Pointed, wanted: i8, past: bool, at: usize, end: usize) -> When {
    let text = context.text;
    let today = context.today;
    let coming = next_weekday(today, wanted);
    let later = plus_days(coming, 7);
    let is_today = weekday(today) == wanted;
    let day = |date: Date| When::day(date, at, end);
    match pointed {
        Pointed::Past => {
            let last = last_weekday(today, wanted);
            let earlier = DateValue::day(plus_days(last, -7));
            if is_same_week(last, today) { day(last).ambiguous(earlier) } else { day(last) }
        }
        Pointed::Bare if context.tenses.is_promised(at, end) => {
            date_digits::nearer(context, last_weekday(today, wanted), coming, at, end)
        }
        Pointed::Bare | Pointed::This if past => day(last_weekday(today, wanted)),
        Pointed::This if is_today => day(today).ambiguous(DateValue::day(coming)),
        Pointed::Bare if is_today => day(coming).ambiguous(DateValue::day(today)),
        Pointed::Coming if is_same_week(coming, today) && context.is_american() => {
            day(later).ambiguous(DateValue::day(coming))
        }
        Pointed::Coming if is_same_week(coming, today) => day(coming).ambiguous(DateValue::day(later)),
        Pointed::Other if contrasted(text, at, wanted) => day(later),
        Pointed::Other => day(coming).ambiguous(DateValue::day(later)),
        Pointed::Bare | Pointed::This | Pointed::Coming | Pointed::Every => day(coming),
    }
}

/// *Este viernes no, el otro viernes*.
fn contrasted(text: &Text<'_>, at: usize, wanted: i8) -> bool {
    const REACH: usize = 12;
    (at.saturating_sub(REACH)..at).any(|place| {
        text.word(place) == "este" && text.calendar(place + 1) == Some(CalendarWord::Weekday(wanted))
    })
}

fn named_before(text: &Text<'_>, at: usize, wanted: i8) -> bool {
    const REACH: usize = 12;
    (at.saturating_sub(REACH)..at).any(|place| text.calendar(place) == Some(CalendarWord::Weekday(wanted)))
}

/// *Este viernes no, el otro; la semana que viene no, la otra*.
fn the_other(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let end = text
        .phrases(at, &["el otro", "la otra"])
        .filter(|end| text.ends_sentence(*end) || text.is_in(*end, &[",", "si", "sin", "le", "ya"]))?;
    let no = if text.word(at.checked_sub(1)?) == "," { at.checked_sub(2)? } else { at - 1 };
    let named = no.checked_sub(1).filter(|_| text.is_in(no, &["no", "sino"]))?;
    if text.word(at) == "el" {
        let Some(CalendarWord::Weekday(wanted)) = text.calendar(named) else { return None };
        let this = text.word(named.checked_sub(1)?) == "este";
        let coming = next_weekday(context.today, wanted);
        let today = weekday(context.today) == wanted;
        return this.then(|| When::day(if today { coming } else { plus_days(coming, 7) }, at, end));
    }
    let start = plus_days(monday(context.today), 7);
    if text.phrases_before(no, &["esta semana"]).is_some() {
        return Some(When::range(start, plus_days(start, 6), at, end));
    }
    let next = text.phrases_before(no, &["la semana que viene", "la proxima semana", "la semana que entra"]);
    next.map(|_| When::range(plus_days(start, 7), plus_days(start, 13), at, end))
}

/// Don Domingo, Domingo Pérez.
fn is_person(text: &Text<'_>, at: usize, name: usize) -> bool {
    let titled =
        text.is_in(at.wrapping_sub(1), &["don", "senor", "sr", "soy", "llamo", "llama", "con"]) && at == name;
    titled
        || at == name
            && text.is_capitalised(name)
            && text.is_capitalised(name + 1)
            && !text.is_digits(name + 1)
}

/// *El viernes 15, martes el veinticinco, lunes, 4 de diciembre*: by the number, if the weekday disagrees.
fn with_number(context: &Context<'_>, at: usize, after: usize, wanted: i8) -> Option<When> {
    let text = context.text;
    let comma = after + usize::from(text.word(after) == ",");
    let digits = date_digits::read(context, comma, Lead::Unsaid).filter(|_| comma == after);
    let start = text.phrases(comma, &["el dia", "dia", "el"]).unwrap_or(comma);
    let found =
        digits.or_else(|| month_es::day_of_month(context, start, month_es::Lead::Weekday(comma != after)))?;
    let found = found.starting(at);
    let date = found.value.single()?;
    if weekday(date) == wanted || found.value.every.is_some() {
        // The weekday settles what the number alone left open.
        let settled = matches!(found.anchor, Anchor::Day(_));
        return Some(if settled {
            When { certainty: Certainty::Exact, alternative: None, ..found }
        } else {
            found
        });
    }
    if let Anchor::Day(day) = found.anchor
        && date != context.today
        && weekday(context.today) == wanted
        && context.today.day() == day
    {
        return Some(When::day(context.today, at, found.end));
    }
    let past = context.tenses.is_past(at, found.end);
    let by_weekday =
        if past { last_weekday(context.today, wanted) } else { next_weekday(context.today, wanted) };
    Some(found.ambiguous(DateValue::day(by_weekday)))
}

const THIS_WEEK: &[&str] = &[
    "esta misma semana",
    "esta semana",
    "la semana en curso",
    "la presente semana",
    "en el transcurso de la semana",
];
const COMING_WEEK: &[&str] = &[
    "la otra semana",
    "la proxima semana",
    "la siguiente semana",
    "la semana que viene",
    "la semana que entra",
    "la semana que sigue",
    "la semana entrante",
    "la semana proxima",
    "la semana siguiente",
    "proxima semana",
    "otra semana",
    "semana que viene",
    "semana entrante",
    "semana que entra",
];

fn week(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let today = context.today;
    let this = monday(today);
    let whole = |start: Date, end: usize| When::range(start, plus_days(start, 6), at, end);
    if let Some(end) = text.phrases(at, THIS_WEEK) {
        let sunday = plus_days(this, 6);
        let all = span(this, sunday);
        if context.tenses.is_past(at, end) {
            return Some(When::range(this, today, at, end).with(all));
        }
        return Some(When::range(today, sunday, at, end).with(all));
    }
    let another = text.word(at) == "otra" && text.is_in(at.wrapping_sub(1), &["una", "alguna", "cualquier"]);
    if let Some(end) = text.phrases(at, COMING_WEEK).filter(|_| !another) {
        return Some(whole(plus_days(this, 7), end));
    }
    if let Some(end) = text.phrases(at, &["la semana subsiguiente", "la subsiguiente semana"]) {
        return Some(whole(plus_days(this, 14), end));
    }
    if let Some(end) =
        text.phrases(at, &["la semana pasada", "la pasada semana", "la semana anterior", "semana pasada"])
    {
        return Some(whole(plus_days(this, -7), end));
    }
    weekend(context, at).or_else(|| part_of_week(context, at))
}

fn weekend(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let today = context.today;
    let saturday = plus_days(monday(today), 5);
    let (weeks, name) = match text.word(at) {
        "el" | "este" => match text.word(at + 1) {
            "proximo" => (0, at + 2),
            "otro" => (1, at + 2),
            "pasado" => (-1, at + 2),
            _ => (0, at + 1),
        },
        "proximo" => (0, at + 1),
        "pasado" => (-1, at + 1),
        "cada" | "los" => {
            let end = text.phrases(at + 1, &["fin de semana", "fines de semana"])?;
            return Some(When::range(saturday, plus_days(saturday, 1), at, end).every(Period::Week));
        }
        _ => (0, at),
    };
    if text.is_in(at.wrapping_sub(1), &["ese", "aquel", "un"]) {
        return None;
    }
    let mut end = text.phrases(name, &["fin de semana", "finde", "fin de esta semana"])?;
    let mut weeks = weeks;
    if let Some(after) = text.phrases(end, &["pasado", "anterior"]) {
        (weeks, end) = (-1, after);
    } else if let Some(after) = text.phrases(end, COMING) {
        end = after;
    }
    if weeks == 0 && context.tenses.is_past(at, end) {
        weeks = -1;
    }
    let start = plus_days(saturday, weeks * 7);
    let found = When::range(start, plus_days(start, 1), at, end);
    Some(if weeks == 1 { found.ambiguous(span(saturday, plus_days(saturday, 1))) } else { found })
}

/// *A principios, a mediados, a finales de semana*: Monday and Tuesday, Wednesday, Thursday and Friday.
fn part_of_week(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let (first, last, after) = match text.word(at) {
        "principios" | "inicios" | "comienzos" => (0, 1, at + 1),
        "mediados" => (2, 2, at + 1),
        "finales" | "fines" => (3, 4, at + 1),
        _ => return None,
    };
    let this = monday(context.today);
    let (weeks, end) = if let Some(end) = text.phrases(
        after,
        &[
            "de la proxima semana",
            "de la otra semana",
            "de la semana que viene",
            "de la siguiente semana",
            "de la semana entrante",
        ],
    ) {
        (7, end)
    } else {
        let end = text.phrases(after, &["de esta semana", "de la semana", "de semana"])?;
        (if plus_days(this, last) < context.today { 7 } else { 0 }, end)
    };
    Some(When::range(plus_days(this, weeks + first), plus_days(this, weeks + last), at, end).approximate())
}
