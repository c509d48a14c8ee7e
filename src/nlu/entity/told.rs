//! Bare numbers that are money without a verb of paying: large ones, hedged ones, *quinientos y pico*, *700 de
//! intereses*; never an address or what counts something.

use crate::nlu::entity::cues;
use crate::nlu::entity::number::Form;
use crate::nlu::entity::phrases::{WordSet, word_set as words};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::words::NumberWord;

/// What a number followed by *de* and one of these is the price of.
static PRICED: WordSet = WordSet::new(|| {
    words(
        "interes intereses recargo recargos comision comisiones multa multas mora moratorios renta luz agua gas \
         colegiatura abono enganche anticipo deuda saldo capital descuento sueldo pension iva seguro",
    )
});

/// Bounds on what can be paid.
const BOUNDS: &[&str] = &[
    "por lo menos",
    "cuando menos",
    "al menos",
    "minimo",
    "maximo",
    "como maximo",
    "como mucho",
    "no mas de",
    "at least",
    "at most",
    "no more than",
];

/// Whether a bare number is spoken of as money without a verb of paying: *quinientos y pico*, *700 de intereses*,
/// *de los dos mil*, *dos grand*; a large one with a hedge or a bound.
pub(super) fn as_money(context: &Context<'_>, start: usize, end: usize, form: Form) -> bool {
    let text = context.text;
    if text.word(end) == "de" && PRICED.contains(text.word(end + 1)) {
        return true;
    }
    if cues::counts_thing(text, start, end) && text.back(start, 1) != "los"
        || !cues::may_end(context, start, end)
    {
        return false;
    }
    let hedged = text.phrases_before(start, cues::HEDGES_BEFORE).is_some()
        || text.phrases_before(start, BOUNDS).is_some();
    let scaled = form == Form::Scaled;
    let pointed = scaled && text.is_in(start.wrapping_sub(1), &["los", "esos", "estos"]);
    let change = text.is_in(end.wrapping_sub(1), &["pico", "piquito", "feria", "monedas"]);
    let short = text.is_in(end.wrapping_sub(1), &["k", "grand"]);
    let apart = text.phrases_before(start, &["uno de", "otro de", "una de", "otra de"]).is_some();
    // Nothing else in a call runs to thousands and is said in words: *en vez de tres mil*.
    let article = end - start == 2 && text.number(start) == Some(NumberWord::Article);
    let counts = text.word(end) == "de";
    let said = scaled && end - start > 1 && !article && !counts && !is_address(text, start);
    pointed
        || change
        || short
        || apart
        || said
        || hedged && (scaled || matches!(form, Form::Words | Form::Run(3..=6)))
}

/// *Calle Juárez dos mil trescientos.*
fn is_address(text: &Text<'_>, start: usize) -> bool {
    const REACH: usize = 6;
    const STREETS: &[&str] = &[
        "calle", "avenida", "av", "carrera", "colonia", "pasaje", "jiron", "vivo", "street", "codigo", "ano",
    ];
    (1..=REACH).any(|back| STREETS.contains(&text.back(start, back)))
}
