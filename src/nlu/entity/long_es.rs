//! Spanish months and years pointed at from the call: *este mes, el mes que viene, el año pasado, en 2027*.

use crate::nlu::entity::calendar::{day_of, plus_months};
use crate::nlu::entity::currency;
use crate::nlu::entity::month_es::whole;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::when::{When, span};

pub(super) fn whole_month(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let today = context.today;
    let this = today.first_of_month();
    let next: &[&str] = &[
        "el mes que viene",
        "el mes que entra",
        "el mes que sigue",
        "el mes entrante",
        "el mes proximo",
        "el mes siguiente",
        "el otro mes",
        "el proximo mes",
        "el siguiente mes",
        "mes que viene",
        "mes que entra",
        "mes entrante",
        "mes proximo",
        "proximo mes",
        "siguiente mes",
        "otro mes",
    ];
    if let Some(end) = text
        .phrases(at, &["este mismo mes", "este mes", "el mes en curso", "el presente mes", "mes en curso"])
    {
        return Some(whole(this, at, end).with(span(today, this.last_of_month())));
    }
    let another = text.is_in(at, &["otro", "siguiente"])
        && text.is_in(at.wrapping_sub(1), &["un", "algun", "cualquier", "al"]);
    if let Some(end) = text.phrases(at, next).filter(|_| !another) {
        return Some(whole(plus_months(this, 1), at, end));
    }
    let end = text.phrases(at, &["el mes pasado", "el pasado mes", "el mes anterior", "mes pasado"])?;
    Some(whole(plus_months(this, -1), at, end))
}

pub(super) fn whole_year(context: &Context<'_>, at: usize) -> Option<When> {
    let text = context.text;
    let this = context.today.year();
    let all = |year: i16, end: usize| Some(When::range(day_of(year, 1, 1)?, day_of(year, 12, 31)?, at, end));
    if let Some(end) = text.phrases(at, &["este mismo ano", "este ano", "el presente ano", "el ano en curso"])
    {
        return all(this, end);
    }
    let next: &[&str] = &[
        "el ano que viene",
        "el ano que entra",
        "el ano entrante",
        "el proximo ano",
        "el otro ano",
        "el ano proximo",
        "ano que viene",
        "proximo ano",
    ];
    if let Some(end) = text.phrases(at, next) {
        return all(this + 1, end);
    }
    if let Some(end) = text.phrases(at, &["el ano pasado", "el pasado ano", "ano pasado"]) {
        return all(this - 1, end);
    }
    let start = text.phrases(at, &["el ano", "ano"]).unwrap_or(at);
    let said = start > at || text.is_in(at.wrapping_sub(1), &["en", "desde", "hasta", "del", "ano"]);
    let digits =
        said && text.is_digits(start) && text.word(start).len() == 4 && text.word(start).starts_with("20");
    let alone = currency::name(context, start + 1).is_none() && !text.glued(start + 1);
    let year = (digits && alone).then(|| text.word(start).parse().ok())??;
    all(year, start + 1)
}
