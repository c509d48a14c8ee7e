//! The words around a number that tell what it is: a hedge, something paid, or something that is not money.

use crate::messages::Language;
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::words::{WordSet, word_set as words};

const HEDGES_BEFORE: &[&str] = &[
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
        "doy dar darle darles dare daria damos de pagar pagarle pagarles pago pague pagare pagaria paga pagas \
         pagamos pagaba pagando pagarlo abono abonar abonare abonaria abonarle abone deposito depositar \
         depositarle depositare depositaria deposite transfiero transferir transferirle transferi puedo \
         podria podemos podriamos puede ofrezco ofrecer ofreceria tengo tenia junto juntar junte consigo \
         conseguir consegui completo completar complete debo debe debes deben adeuda adeudo queda quedan \
         quedo falta faltan faltaban seria serian son eran sean cuesta cobran cobro cobraron mando mandar \
         mandarle mande envio enviar alcanza alcanzan alcanzaria gano presta prestan presto prestaron aporto \
         aportar liquido liquidar liquida suelto consigno consignar consigne cancelo cancelar giro girar \
         ponerle pongo descuento descontaron rebaja salen sale subo bajo bajar bajarle",
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
         verdad ok okay listo sale ahi aqui igual tambien seria serian total eh pico c",
    )
});

/// Whether a bare number at `start..end` is spoken of as money.
pub(super) fn is_paid(context: &Context<'_>, start: usize, end: usize) -> bool {
    const REACH: usize = 6;
    let text = context.text;
    if !(end >= text.len() || text.is_punctuation(end) || FOLLOWS.contains(text.word(end)))
        || counts_thing(text, start, end)
    {
        return false;
    }
    let paying = match context.language {
        Language::Es => &PAYING_ES,
        Language::En => &PAYING_EN,
    };
    for back in 1..=REACH {
        let word = text.back(start, back);
        if word.is_empty() {
            return false;
        }
        // *De* alone pays nothing: it joins a noun of owing to its amount.
        if word == "de" || word == "of" {
            if OWED.contains(text.back(start, back + 1)) {
                return true;
            }
        } else if paying.contains(word) || OWED.contains(word) {
            return true;
        }
        if !BETWEEN.contains(word) {
            return false;
        }
    }
    false
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

/// *El 15, a las 3, día 20, número 500, opción 2, en 2026*: something else than an amount.
fn counts_thing(text: &Text<'_>, start: usize, end: usize) -> bool {
    let lead = text.back(start, 1);
    let year = text.is_digits(start) && text.word(start).len() == 4 && text.word(start).starts_with("20");
    LEADS.contains(lead)
        || (year && matches!(lead, "en" | "del" | "de" | "in" | "since" | "desde" | "of"))
        || text.is_in(end, &["/", "%", "x", "°"])
        || (text.word(end) == "de" && AFTER_DE.contains(text.word(end + 1)))
        || (text.word(end) == ":" && text.glued(end))
        || (text.word(end) == "y" && text.is_in(end + 1, &["media"]))
}
