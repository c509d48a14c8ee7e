//! The words around a number that tell what it is: a hedge, something paid, or something that is not money.

use std::sync::LazyLock;

use crate::messages::Language;
use crate::nlu::entity::Period;
use crate::nlu::entity::phrases::{Phrases, WordSet, word_set as words};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::words::NumberWord;

pub(super) const HEDGES_BEFORE: &[&str] = &[
    "como",
    "como unos",
    "como unas",
    "unos",
    "unas",
    "casi",
    "cerca de",
    "mas o menos",
    "alrededor de",
    "alrededor",
    "aproximadamente",
    "aprox",
    "aproximado a",
    "por ahi de",
    "por ahi",
    "a eso de",
    "sobre los",
    "sobre unos",
    "digamos",
    "tipo",
    "about",
    "around",
    "roughly",
    "almost",
    "nearly",
    "approximately",
    "something like",
    "like",
    "maybe",
    "some",
];

const HEDGES_AFTER: &[&str] = &[
    "mas o menos",
    "aproximadamente",
    "aprox",
    "o algo asi",
    "o por ahi",
    "or so",
    "more or less",
    "give or take",
    "approximately",
];

/// Vague additions that belong to the amount: *y pico*.
const ODD_CHANGE: &[&str] = &[
    "y pico",
    "y piquito",
    "y tantos",
    "y tantas",
    "y feria",
    "y monedas",
    "y fraccion",
    "y algo",
    "y cachito",
    "something",
    "and change",
    "odd",
];

/// Whether the amount that begins at `start` or ends before `end` is hedged.
pub(super) fn is_hedged(text: &Text<'_>, start: usize, end: usize) -> bool {
    text.phrases_before(start, HEDGES_BEFORE).is_some() || text.phrases(end, HEDGES_AFTER).is_some()
}

/// Where *y pico* and its kin end, if they follow.
pub(super) fn odd_change(text: &Text<'_>, at: usize) -> Option<usize> {
    text.phrases(at, ODD_CHANGE)
}

/// Verbs and nouns of paying: a bare number that hangs on one is an amount.
static PAYING_ES: WordSet = WordSet::new(|| {
    words(
        "paso pasar pasarle pasarte doy dar darle darles dare daria damos de pagar pagarle pagarles pago pague pagare pagaria paga pagas \
         pagamos pagaba pagando pagarlo abono abonar abonare abonaria abonarle abone deposito depositar \
         depositarle depositare depositaria deposite transfiero transferir transferirle transferi puedo \
         podria podemos podriamos puede ofrezco ofrecer ofreceria tengo tenia junto juntar junte consigo \
         conseguir consegui completo completar complete debo debe debes deben adeuda adeudo queda quedan \
         quedo falta faltan faltaban seria serian son eran sean cuesta cobran cobro cobraron cobrando cobrar cobraban mando mandar \
         mandarle mande envio enviar alcanza alcanzan alcanzaria gano presta prestan presto prestaron aporto \
         aportar liquido liquidar liquida suelto consigno consignar consigne cancelo cancelar giro girar \
         ponerle pongo descuento descontaron rebaja salen sale gasto gastamos descuentan retienen quitan dejo deja dejar dejarlo dejamos dejan dejemelo dejamelo ofrecieron \
         ofrecio ingresar ingresarle ingresare prestado subo bajo bajar bajarle",
    )
});
static OWED: WordSet = WordSet::new(|| {
    words(
        "payment payments balance instalments installments pago pagos cuota cuotas mensualidad mensualidades abono abonos saldo deuda monto cantidad importe \
         total parcialidad parcialidades letras letra armadas inicial enganche anticipo pie entrada descuento \
         sueldo ingreso minimo adeudo deposito partes quincenas plazos",
    )
});
static PAYING_EN: WordSet = WordSet::new(|| {
    words(
        "pay paid paying give send do afford offer owe owes owed have got make cover manage put deposit \
         transfer payment payments balance of instalments installments down total spare borrow donate",
    )
});

/// Words that may stand between the verb and its number.
static BETWEEN: WordSet = WordSet::new(|| {
    words(
        "como unos unas casi nada mas nomas solo solamente hasta maximo minimo por lo menos con de cerca a en \
         los las es seria serian apenas ahorita hoy unicamente le les otros otras esos aproximadamente \
         alrededor about around like only just up to at least most the you maybe them is another ahi usted \
         digamos ya manana , dar pagar cada uno",
    )
});

/// Words that can follow a bare amount without being what is counted.
static FOLLOWS: WordSet = WordSet::new(|| {
    words(
        "hoy manana el la los las este esta ese esa en a al para por y o pero ahorita ahora cada nomas nada \
         no si que como cuando porque entonces ya con sin mensual mensuales semanal semanales quincenal \
         quincenales diarios pasado proximo proxima lunes martes miercoles jueves viernes sabado domingo \
         maximo minimo aproximadamente le lo se me les mas va gracias senor senorita senora joven antes \
         despues hasta desde de del entre fin solamente today tomorrow on this next per every by now right \
         and or but if at the each for monthly weekly until in to before after down max maximum when because \
         that please as it i is friday monday tuesday wednesday thursday saturday sunday dentro pues quedo \
         verdad son es sino puedo te tengo debo doy ok okay listo sale ahi aqui igual tambien seria serian total eh pico c",
    )
});

/// What a word does between a verb of paying and a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    Pays,
    Joins,
    Breaks,
}

/// Whether the word at `at` makes the number after it an amount, or may stand between.
pub(super) fn paying(context: &Context<'_>, at: usize) -> Link {
    let text = context.text;
    let word = text.word(at);
    let verbs = match context.language {
        Language::Es => &PAYING_ES,
        Language::En => &PAYING_EN,
    };
    // *De* alone pays nothing: it joins a noun of owing to its amount.
    let pays = match word {
        "de" | "of" => {
            const KINDS: &[&str] =
                &["mensuales", "quincenales", "semanales", "iguales", "fijas", "fijos", "mensual"];
            let noun = if text.is_in(at.wrapping_sub(1), KINDS) { 2 } else { 1 };
            OWED.contains(text.back(at, noun))
        }
        _ => verbs.contains(word) || OWED.contains(word),
    };
    if pays {
        Link::Pays
    } else if BETWEEN.contains(word) {
        Link::Joins
    } else {
        Link::Breaks
    }
}

/// Whether a bare amount may end here: nothing that it would count follows.
pub(super) fn may_end(context: &Context<'_>, start: usize, end: usize) -> bool {
    let text = context.text;
    let open = end >= text.len() || text.is_punctuation(end) || FOLLOWS.contains(text.word(end));
    open && !counts_thing(text, start, end)
}

/// Whether a bare number at `start..end` is spoken of as money.
pub(super) fn is_paid(context: &Context<'_>, start: usize, end: usize) -> bool {
    const REACH: usize = 6;
    if !may_end(context, start, end) {
        return false;
    }
    for back in 1..=REACH {
        let Some(at) = start.checked_sub(back) else { return false };
        match paying(context, at) {
            Link::Pays => return true,
            Link::Joins => {}
            Link::Breaks => return false,
        }
    }
    false
}

const RATES: &[(&str, Period)] = &[
    ("al mes", Period::Month),
    ("por mes", Period::Month),
    ("cada mes", Period::Month),
    ("todos los meses", Period::Month),
    ("mensuales", Period::Month),
    ("mensual", Period::Month),
    ("mensualmente", Period::Month),
    ("mes a mes", Period::Month),
    ("mes con mes", Period::Month),
    ("a la semana", Period::Week),
    ("por semana", Period::Week),
    ("cada semana", Period::Week),
    ("todas las semanas", Period::Week),
    ("semana a semana", Period::Week),
    ("cada siete dias", Period::Week),
    ("cada ocho dias", Period::Week),
    ("cada 8 dias", Period::Week),
    ("semanales", Period::Week),
    ("semanal", Period::Week),
    ("semanalmente", Period::Week),
    ("a la quincena", Period::Fortnight),
    ("por quincena", Period::Fortnight),
    ("cada quincena", Period::Fortnight),
    ("cada quince dias", Period::Fortnight),
    ("cada dos semanas", Period::Fortnight),
    ("cada 2 semanas", Period::Fortnight),
    ("cada catorce dias", Period::Fortnight),
    ("semana por medio", Period::Fortnight),
    ("una semana si y una no", Period::Fortnight),
    ("cada 14 dias", Period::Fortnight),
    ("cada catorcena", Period::Fortnight),
    ("a la catorcena", Period::Fortnight),
    ("por catorcena", Period::Fortnight),
    ("catorcenales", Period::Fortnight),
    ("catorcenal", Period::Fortnight),
    ("cada quince", Period::Fortnight),
    ("cada 15 dias", Period::Fortnight),
    ("quincenales", Period::Fortnight),
    ("quincenal", Period::Fortnight),
    ("quincenalmente", Period::Fortnight),
    ("a month", Period::Month),
    ("per month", Period::Month),
    ("every month", Period::Month),
    ("each month", Period::Month),
    ("monthly", Period::Month),
    ("a week", Period::Week),
    ("per week", Period::Week),
    ("every week", Period::Week),
    ("each week", Period::Week),
    ("weekly", Period::Week),
    ("every two weeks", Period::Fortnight),
    ("every 2 weeks", Period::Fortnight),
    ("every other week", Period::Fortnight),
    ("biweekly", Period::Fortnight),
    ("bi weekly", Period::Fortnight),
    ("diarios", Period::Day),
    ("al dia", Period::Day),
    ("por dia", Period::Day),
    ("al ano", Period::Year),
    ("anuales", Period::Year),
];

static RATE: LazyLock<Phrases<(&str, Period)>> = LazyLock::new(|| Phrases::new(RATES, |row| row.0));

/// *Al mes, por quincena, semanales, cada mes*: how often an amount comes, and where the words end.
pub(super) fn rate(text: &Text<'_>, at: usize) -> Option<(Period, usize)> {
    RATE.at(text, at).map(|((_, period), end)| (*period, end))
}

/// Where a rate begins that ends just before `at`, or before a verb of paying there: *cada mes (le doy) 300*.
pub(super) fn rate_before(context: &Context<'_>, at: usize) -> Option<(Period, usize)> {
    const VERB: usize = 4;
    const LONGEST: usize = 4;
    let text = context.text;
    let mut end = at;
    loop {
        let found = (1..=LONGEST).rev().find_map(|length| {
            let start = end.checked_sub(length)?;
            let (period, after) = rate(text, start)?;
            (after == end).then_some((period, start))
        });
        if found.is_some() {
            return found;
        }
        end = end.checked_sub(1).filter(|end| at - end <= VERB)?;
        let pronoun = text.is_in(end, &["le", "les", "te", "yo", "de", "unos", "como", "i"]);
        if !pronoun && !PAYING_ES.contains(text.word(end)) && !PAYING_EN.contains(text.word(end)) {
            return None;
        }
    }
}

/// *De enganche, de inicial, para empezar, down*: the amount before is the first part of a plan.
pub(super) fn is_first_part(text: &Text<'_>, at: usize) -> bool {
    text.phrases(
        at,
        &[
            "de enganche",
            "de inicial",
            "de cuota inicial",
            "de entrada",
            "de anticipo",
            "de pie",
            "inicial",
            "iniciales",
            "de arranque",
            "para empezar",
            "down",
            "up front",
            "upfront",
            "as a down payment",
        ],
    )
    .is_some()
}

static LEADS: WordSet = WordSet::new(|| {
    words(
        "el las dia del al numero num nro no opcion # articulo calle avenida ano piso seccion codigo extension \
         number option the street age edad ley line page clausula",
    )
});

static AFTER_DE: WordSet = WordSet::new(|| {
    words(
        "la los las cada enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre \
         noviembre diciembre",
    )
});

/// *Ciento ochenta mil de la nómina*: no day of the month ends in hundreds or thousands.
fn is_large(text: &Text<'_>, end: usize) -> bool {
    matches!(
        end.checked_sub(1).and_then(|last| text.number(last)),
        Some(NumberWord::Thousand | NumberWord::Thousands(_) | NumberWord::Scale(_) | NumberWord::Hundred(_))
    )
}

/// *El 15, a las 3, día 20, número 500, opción 2, en 2026*: something else than an amount.
pub(super) fn counts_thing(text: &Text<'_>, start: usize, end: usize) -> bool {
    let lead = text.back(start, 1);
    let year = text.is_digits(start) && text.word(start).len() == 4 && text.word(start).starts_with("20");
    LEADS.contains(lead)
        || (year && matches!(lead, "en" | "del" | "de" | "in" | "since" | "desde" | "of"))
        || text.is_in(end, &["/", "%", "x", "°"])
        || (text.word(end) == "de" && AFTER_DE.contains(text.word(end + 1)) && !is_large(text, end))
        || (text.word(end) == ":" && text.glued(end))
        || (text.word(end) == "y" && text.is_in(end + 1, &["media"]))
}
