//! The small words around a figure that tell what it is: one payment of several, the last of them, the whole, what is
//! still missing, or none of it.

mod lists;

use crate::nlu::text::fold;

use lists::{
    ABOUT, ADDRESS, ALL, ASKED, CALL, CHARGE, CORRECTS, COSTS, FIRST, INCOME, INSTALMENTS, JOINS, LAST, LATE,
    LEADS_TO, LET_OFF, MISSING, NOW, OF, OR, ORDINALS, OTHERS, OWED, PAID, REFERENCE, REST, RESULT, RESULTS,
    SAME, THEN, THESE, THOSE, TIMES, TOO_FAR, TOO_IS, UNITS, UNTIL, WHICH_DAY, WHOLE,
};

/// What a figure among payments is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Payment,
    Last,
    /// "Hasta completar …".
    Until,
    /// "… en total", "suman …".
    Whole,
    /// "Faltan …".
    Missing,
    /// "No …", "¿qué …?".
    Denied,
}

/// A word, folded. A turn has many, and is cut more than once.
pub(super) type Word = compact_str::CompactString;

/// A pause among words.
pub(super) const PAUSE: &str = ",";

/// The words of a text, folded, and the pauses between them.
pub(super) fn words(text: &str) -> Vec<Word> {
    let folded = fold(text);
    let mut words = Vec::new();
    for run in folded.split_inclusive(|letter: char| !is_of_a_word(letter)) {
        let word = run.trim_end_matches(|letter: char| !is_of_a_word(letter));
        if !word.is_empty() {
            words.push(word.into());
        }
        if run.ends_with([',', ';', ':', '.', '!', '?', '…']) {
            words.push(PAUSE.into());
        }
    }
    words
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '=' | '/')
}

fn any(words: &[Word], list: &[&str]) -> bool {
    words.iter().any(|word| list.contains(&word.as_str()))
}

/// The last words before a figure are what belongs to it.
fn near(gap: &[Word]) -> &[Word] {
    const REACH: usize = 4;
    &gap[gap.len().saturating_sub(REACH)..]
}

/// What a figure is, by the words before it and after it.
pub(super) fn role(gap: &[Word], after: &[Word]) -> Role {
    let near = near(gap);
    let pair = |one: &[&str], other: &[&str]| {
        near.windows(2).any(|pair| one.contains(&pair[0].as_str()) && other.contains(&pair[1].as_str()))
    };
    let next = |at: usize| after.get(at).map_or("", Word::as_str);
    // "3 veces 60 son 180": what it comes to.
    let result = gap.last().is_some_and(|word| RESULT[..RESULTS].contains(&word.as_str()))
        && gap.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    let whole_after = matches!((next(0), next(1)), ("total" | "altogether", _) | ("en" | "in", "total"));
    if is_denied(gap, after) {
        Role::Denied
    } else if any(gap, &LAST) {
        Role::Last
    } else if pair(&["hasta", "para", "to", "until"], &UNTIL) {
        Role::Until
    } else if any(near, &MISSING) || pair(&["menos"], &["de"]) || gap.last().is_some_and(is_what_is_left) {
        Role::Missing
    } else if any(near, &WHOLE) || whole_after || result {
        Role::Whole
    } else {
        Role::Payment
    }
}

/// "No el 25", "el viernes no", "¿qué tres pagos?"; not "no, el 25", nor "¿por qué no el 25?".
pub(super) fn is_denied(gap: &[Word], after: &[Word]) -> bool {
    let back = |at: usize| gap.len().checked_sub(at).and_then(|at| gap.get(at)).map_or("", Word::as_str);
    let denied = match back(1) {
        "no" | "not" => back(2) != "que" && back(2) != "why",
        "de" => back(2) == "nada",
        word => gap.len() == 1 && ASKED.contains(&word),
    };
    let next = |at: usize| after.get(at).map_or(PAUSE, Word::as_str);
    let tag = after.len() == 1;
    denied || !tag && matches!(next(0), "no" | "not") && (next(1) == PAUSE || ADDRESS.contains(&next(1)))
}

/// "*June* is further than I can go", "*el 30* queda muy lejos": named only to say that it cannot be.
pub(super) fn is_out_of_reach(after: &[Word]) -> bool {
    const REACH: usize = 5;
    let near = &after[..after.len().min(REACH)];
    let is = near.first().is_some_and(|word| TOO_IS.contains(&word.as_str()));
    let far = near.iter().position(|word| TOO_FAR.contains(&word.as_str()));
    is && far.is_some_and(|at| !any(&near[..at], &["no", "not", PAUSE]))
}

/// "¿Qué día de *junio*?", "when in *June*?": the day in it is asked for.
pub(super) fn is_day_asked_in(gap: &[Word]) -> bool {
    const REACH: usize = 3;
    let near = &gap[gap.len().saturating_sub(REACH)..];
    let asks = near.iter().rposition(|word| WHICH_DAY.contains(&word.as_str()));
    asks.is_some_and(|at| !near[at..].iter().any(|word| word == PAUSE))
}

/// "No no, *el 12*", "no, the first one is *the 12th*": nothing but a no stands before it, and what it is.
pub(super) fn is_contradicted(gap: &[Word]) -> bool {
    const MOST: usize = 8;
    let no = |word: &Word| matches!(word.as_str(), "no" | "nono" | "nope");
    (2..=MOST).contains(&gap.len())
        && gap.first().is_some_and(no)
        && gap.iter().all(|word| no(word) || word == PAUSE || LEADS_TO.contains(&word.as_str()))
}

/// "Los otros dos, ¿el 24 y el 30?", "payments 2 and 3", "the second one": the payments after the first.
pub(super) fn names_others(text: &str) -> bool {
    let words = words(text);
    let word = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or(PAUSE, Word::as_str);
    (0..words.len()).any(|at| {
        // "Un segundo", "the other day": no payment.
        let which = || matches!(word(at.checked_sub(1)), "el" | "la" | "the");
        let many = || THOSE.contains(&word(Some(at + 1)));
        let here = words[at].as_str();
        OTHERS.contains(&here) || ORDINALS.contains(&here) && which() || here == "other" && many()
    })
}

/// "*El primero*", "*the first one*".
pub(super) fn names_first(text: &str) -> bool {
    let first = |word: &str| matches!(word, "primero" | "primera" | "primer" | "first");
    words(text).windows(2).any(|pair| matches!(pair[0].as_str(), "el" | "la" | "the") && first(&pair[1]))
}

/// "*El segundo*", "*la otra*", "*el último*", "*the second one*".
pub(super) fn names_second(text: &str) -> bool {
    let second = |word: &str| {
        matches!(word, "segundo" | "segunda" | "second" | "otro" | "otra" | "other") || LAST.contains(&word)
    };
    words(text).windows(2).any(|pair| matches!(pair[0].as_str(), "el" | "la" | "the") && second(&pair[1]))
}

/// "¿El 10 *o* el 20?", "*which* of the two?": one of several is asked for.
pub(super) fn asks_which(text: &str) -> bool {
    let words = words(text);
    any(&words, &OR) || any(&words, &["cual", "cuales", "which"])
}

/// "… y *el resto*", "… *the rest*": what is left, and nothing said of how it is paid.
pub(super) fn is_rest(near: &[Word]) -> bool {
    const REACH: usize = 4;
    let near = &near[..near.len().min(REACH)];
    let left = is_left(near);
    (any(near, &REST) || left) && !any(near, &["en", "in", "into", "del", "of"])
}

/// "*All* 3 payments", "*las* 2 cuotas *vencidas*": those that are owed.
pub(super) fn is_all_owed(gap: &[Word], after: &[Word]) -> bool {
    let back = &gap[gap.len().saturating_sub(3)..];
    let the = gap.last().is_some_and(|word| THESE.contains(&word.as_str()));
    any(back, &ALL) || the && any(&after[..after.len().min(3)], &LATE)
}

/// "… y *antes*, un abono de": what comes before the other payments; not "antes de las cinco".
pub(super) fn is_before_others(gap: &[Word]) -> bool {
    const REACH: usize = 7;
    let near = &gap[gap.len().saturating_sub(REACH)..];
    let apart = |at: usize, word: &str| {
        FIRST.contains(&word) && near.get(at + 1).is_none_or(|next| next != "de" && next != "que")
    };
    near.iter().enumerate().any(|(at, word)| apart(at, word))
}

/// "400 *now, then* 130", "650 *ahora y después* 6 de 793": paid at once, and something else later.
pub(super) fn is_now_and_then(after: &[Word]) -> bool {
    let mut after = after.iter().map(Word::as_str).filter(|word| *word != PAUSE && *word != "right");
    let now = after.next().is_some_and(|word| NOW.contains(&word));
    now && after.take(3).any(|word| THEN.contains(&word))
}

/// Whether an alternative begins between two figures.
pub(super) fn is_choice(gap: &[Word]) -> bool {
    any(gap, &OR)
}

/// Whether nothing stands between two days but what joins them.
pub(super) fn only_joins(gap: &[Word]) -> bool {
    !gap.is_empty() && gap.iter().all(|word| word == PAUSE || JOINS.contains(&word.as_str()))
}

/// "Siete *de* 40", "5 cuotas *de*", "3 *veces* 60".
pub(super) fn is_of(gap: &[Word]) -> bool {
    gap.len() <= 3 && any(gap, &OF) && !any(gap, &["y", "and", "con", "with", PAUSE])
}

/// "400 *cada uno*", "400 *each*": what follows a figure makes it that of every payment.
pub(super) fn is_each(after: &str) -> bool {
    is_for_each(&words(after))
}

/// The same of words that were cut already.
pub(super) fn is_for_each(after: &[Word]) -> bool {
    after.first().is_some_and(|word| matches!(word.as_str(), "cada" | "each" | "apiece"))
}

/// "198.75 *por* 4", "*x* 4", "*times* 4".
pub(super) fn is_times(gap: &[Word]) -> bool {
    matches!(gap, [one] if matches!(one.as_str(), "por" | "x" | "veces" | "times" | "multiplicado"))
        || matches!(gap, [one, other] if one == "multiplicado" && other == "por")
}

/// "157.000 *en* 4", "296 *entre* 40".
pub(super) fn is_divided(gap: &[Word]) -> bool {
    let said = gap.iter().filter(|word| *word != PAUSE).count();
    said <= 3 && any(gap, &["en", "entre", "in", "into", "by", "/"])
}

/// "… *en cuotas de* 800".
pub(super) fn names_instalments(gap: &[Word]) -> bool {
    any(gap, &INSTALMENTS)
}

/// "… van *en el último*", "… goes *on the last one*".
pub(super) fn goes_into_last(after: &[Word]) -> bool {
    after.windows(3).any(|three| {
        matches!(three[0].as_str(), "en" | "al" | "con" | "on" | "in" | "to" | "with")
            && LAST.contains(&three[2].as_str())
    })
}

/// "… *lo mismo* el 30 de noviembre".
pub(super) fn is_same_again(gap: &[Word]) -> bool {
    gap.len() <= 4 && any(gap, &SAME)
}

/// "… *y lo demás en* dos partes".
pub(super) fn is_of_rest(gap: &[Word]) -> bool {
    any(near(gap), &REST) || any(near(gap), &["demas"]) || is_left(near(gap))
}

/// "Me *quedan* 102.000"; not "las cuotas le *quedan en* 51.000".
fn is_what_is_left(word: &Word) -> bool {
    matches!(word.as_str(), "queda" | "quedan" | "quedaria" | "quedarian")
}

/// "Lo *que falta*", "lo *que queda*".
fn is_left(words: &[Word]) -> bool {
    let missing = |word: &str| MISSING.contains(&word) || matches!(word, "queda" | "quedan" | "quede");
    words.windows(2).any(|pair| pair[0] == "que" && missing(&pair[1]))
}

/// A division that names what it is divided by.
pub(super) fn splits(gap: &[Word]) -> bool {
    any(gap, &["entre", "by", "/"])
}

/// "… *son* 39.250".
pub(super) fn is_result(gap: &[Word]) -> bool {
    gap.len() <= 4 && (any(gap, &RESULT) || any(gap, &["="]))
}

/// "30 *días*", "*a las* 9", "5 *cuotas*": a number of something that is no money.
pub(super) fn counts(gap: &[Word], after: &[Word]) -> bool {
    let unit = after.first().is_some_and(|word| is_time(word) || UNITS.contains(&word.as_str()));
    unit || gap.last().is_some_and(|word| matches!(word.as_str(), "las" | "el" | "del" | "al" | "at" | "the"))
}

/// "7 *veces*", "7 *lunes*".
pub(super) fn is_time(word: &str) -> bool {
    TIMES.contains(&word)
}

/// "Debe 3 de 500", "3 cuotas de 500 vencidas": arrears.
pub(super) fn is_owed(gap: &[Word], after: &[Word]) -> bool {
    any(near(gap), &OWED) || after.first().is_some_and(|word| LATE.contains(&word.as_str()))
}

/// "Vence el 11", "el 11 siempre", "it was due on the 3rd", "antes del 12 se corta": when something falls due.
pub(super) fn is_due(gap: &[Word], after: &[Word]) -> bool {
    const CUT: [&str; 8] =
        ["corta", "cortan", "cortarian", "cortamos", "suspenden", "suspende", "vence", "expires"];
    let due = ["vence", "vencia", "vencio", "vencimiento", "due", "corte"];
    let cut = after.iter().take(4).take_while(|word| *word != PAUSE).any(|word| CUT.contains(&word.as_str()));
    // "Tiene hasta el 12, ese día se corta".
    let that_day = after.windows(2).position(|pair| {
        matches!(pair[0].as_str(), "ese" | "that") && matches!(pair[1].as_str(), "dia" | "day")
    });
    let then = that_day.map(|at| &after[at..]).unwrap_or_default();
    let cut = cut || then.iter().take(5).any(|word| CUT.contains(&word.as_str()));
    any(near(gap), &due) || cut || after.first().is_some_and(|word| word == "siempre" || word == "always")
}

/// Whether the words before a figure, or a daily rate after it, make it what somebody earns.
pub(super) fn is_income(gap: &[Word], after: &[Word]) -> bool {
    let next = |at: usize| after.get(at).map_or("", Word::as_str);
    any(near(gap), &INCOME)
        || matches!(
            (next(0), next(1)),
            ("al" | "por", "dia")
                | ("a" | "per", "day")
                | ("diarios", _)
                | ("coming", "in")
                | ("que", "entra" | "gana")
        )
}

/// "El recargo son 290", "90 de reconexión": what comes on top.
pub(super) fn is_charge(gap: &[Word], after: &[Word]) -> bool {
    let next = |at: usize| after.get(at).map_or("", Word::as_str);
    let behind = CHARGE.contains(&next(0))
        || (matches!(next(0), "de" | "por" | "in" | "of") && CHARGE.contains(&next(1)));
    // "Reconectar cuesta unos 90": what it costs, and nobody is asked to pay it.
    let mut costs = gap.iter().rev().map(Word::as_str).skip_while(|word| ABOUT.contains(word));
    behind
        || costs.next().is_some_and(|word| COSTS.contains(&word))
        || any(near(gap), &CHARGE) && !any(near(gap), &["sin", "no", "without"])
}

/// "Los 400 y pico, *¿cuánto* es justo?", "the 400, *how much* is it exactly": a sum that is asked about.
pub(super) fn is_asked_about(after: &[Word]) -> bool {
    let idle = ["y", "pico", "algo", "odd", "something", "exactamente", "exacto", PAUSE];
    let mut after = after.iter().map(Word::as_str).skip_while(|word| idle.contains(word));
    match after.next() {
        Some("cuanto" | "cuantos") => true,
        Some("how") => after.next() == Some("much"),
        _ => false,
    }
}

/// "400 *como primer pago*", "400 *as a first payment*": what comes before the others.
pub(super) fn is_called_first(after: &[Word]) -> bool {
    let mut after = after.iter().map(Word::as_str).skip_while(|word| *word == PAUSE);
    let leads = after.next().is_some_and(|word| matches!(word, "como" | "de" | "as"));
    let mut after = after.skip_while(|word| matches!(*word, "un" | "el" | "a" | "the"));
    leads
        && match after.next() {
            Some("primer" | "primera" | "first" | "down") => {
                after.next().is_some_and(|it| PAID.contains(&it))
            }
            Some(word) => FIRST.contains(&word) || word == "entrada",
            None => false,
        }
}

/// "25.000 *cada vez*", "25 *each time*": as often as she is paid.
pub(super) fn is_each_time(text: &str) -> bool {
    words(text).windows(2).any(|pair| {
        matches!((pair[0].as_str(), pair[1].as_str()), ("cada", "vez") | ("each" | "every", "time"))
    })
}

/// "El 10 menos", "el 15 sobre 512.400": a share of a hundred, and no day of the month.
pub(super) fn is_share(after: &[Word]) -> bool {
    let next = |at: usize| after.get(at).map_or("", Word::as_str);
    matches!((next(0), next(1)), ("menos" | "sobre" | "porciento" | "percent", _) | ("por", "ciento"))
}

/// "Reclamo 90412", "ref 40812": what something is filed under.
pub(super) fn is_filed(gap: &[Word]) -> bool {
    const REACH: usize = 2;
    any(&gap[gap.len().saturating_sub(REACH)..], &REFERENCE)
}

/// "Lo llamo el jueves": a day to speak again on.
pub(super) fn is_call(gap: &[Word]) -> bool {
    any(near(gap), &CALL)
}

/// "Sin quita", "without the discount": what was let off is not.
pub(super) fn takes_back_discount(text: &str) -> bool {
    let words = words(text);
    let without = |at: &usize| matches!(words[*at].as_str(), "sin" | "without" | "no");
    (0..words.len())
        .filter(without)
        .any(|at| words.iter().skip(at + 1).take(2).any(|word| LET_OFF.contains(&word.as_str())))
}

/// "Hasta terminar", "y así", "until it's paid": payments go on until all is covered.
pub(super) fn goes_on(text: &str) -> bool {
    const ALIKE: [&str; 6] = [PAUSE, "cada", "todos", "hasta", "sucesivamente", "seguido"];
    let words = words(text);
    let and_so_on = |at: usize| {
        words[at] == "y"
            && words.get(at + 1).is_some_and(|word| word == "asi")
            && words.get(at + 2).is_none_or(|word| ALIKE.contains(&word.as_str()))
    };
    (0..words.len()).any(and_so_on)
        || words.windows(2).any(|pair| {
            matches!(pair[0].as_str(), "hasta" | "until")
                && (UNTIL.contains(&pair[1].as_str())
                    || matches!(pair[1].as_str(), "it" | "its" | "que" | "ponerse"))
        })
}

/// "Me equivoqué, son tres", "no dije 85", "I meant 70": the agent puts right what was said.
pub(super) fn corrects(text: &str) -> bool {
    let words = words(text);
    words.iter().any(|word| CORRECTS.contains(&word.as_str()))
}

/// "Mejor todo *el viernes*", "all of it *on Friday*": a day on which all of it is to be paid.
pub(super) fn is_all_of_it(gap: &[Word], after: &[Word]) -> bool {
    const ALL: [&str; 10] =
        ["todo", "toda", "todito", "completo", "completa", "entero", "entera", "junto", "everything", "full"];
    const REACH: usize = 3;
    let before = &gap[gap.len().saturating_sub(REACH)..];
    let all = |words: &[Word]| {
        any(words, &ALL)
            || words.windows(2).any(|pair| pair[0] == "all" && matches!(pair[1].as_str(), "of" | "at"))
    };
    let not = |words: &[Word]| any(words, &["no", "not", "sobre", "caso"]);
    let behind = &after[..after.len().min(1)];
    all(before) && !not(before) || all(behind) && !not(gap)
}

/// "Que sea el primero", "desde el 15", "starting on the 15th": the day on which payments begin.
pub(super) fn is_start(gap: &[Word], after: &[Word]) -> bool {
    const START: [&str; 16] = [
        "desde",
        "primero",
        "primera",
        "primer",
        "empezando",
        "arrancando",
        "empieza",
        "empezamos",
        "iniciando",
        "partir",
        "starting",
        "beginning",
        "first",
        "from",
        "comenzando",
        "partiendo",
    ];
    any(near(gap), &START) || any(&after[..after.len().min(2)], &START)
}

/// "Para otra vez", "next time", "going forward": payments that are not the one talked about.
pub(super) fn is_for_later(text: &str) -> bool {
    const LATER: [&[&str]; 8] = [
        &["pa", "otra", "vez"],
        &["para", "otra", "vez"],
        &["la", "proxima", "vez"],
        &["de", "ahora", "en", "adelante"],
        &["los", "proximos", "meses"],
        &["next", "time"],
        &["going", "forward"],
        &["from", "now", "on"],
    ];
    let words = words(text);
    let words: Vec<&str> = words.iter().map(Word::as_str).collect();
    LATER.iter().any(|later| words.windows(later.len()).any(|window| window == *later))
}

/// "Una sola", "de una vez", "un pago, completo", "in one go": one payment, whatever plan there was; not "una transferencia
/// de 400, una sola vez", which is one of several.
pub(super) fn is_single(text: &str) -> bool {
    let words = words(text);
    let word = |at: usize| words.get(at).map_or(PAUSE, Word::as_str);
    (0..words.len()).any(|at| match (word(at), word(at + 1)) {
        ("una", "sola") => word(at + 2) != "vez" || at > 0 && word(at - 1) == "en",
        ("un", "pago") => matches!(word(at + 2), PAUSE | "unico" | "completo" | "solo" | "nomas"),
        ("una", "vez") => at > 0 && word(at - 1) == "de",
        ("todo", "junto") => !words[at.saturating_sub(3)..at].iter().any(|it| it == "no"),
        pair => matches!(
            pair,
            ("uno", "solo")
                | ("un", "solo" | "unico")
                | ("pago", "unico")
                | ("one", "go" | "time" | "payment")
                | ("single", "payment")
                | ("just", "one")
        ),
    })
}
