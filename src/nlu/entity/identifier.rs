//! Telephone, account and identity numbers: told from amounts by the word that announces them or by their
//! shape, so that they can be masked and never pass for money.

use crate::call::Country;
use crate::nlu::entity::Value;
use crate::nlu::entity::found::Found;
use crate::nlu::entity::phrases::{WordSet, word_set};
use crate::nlu::entity::token::{Kind, Text};
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::words::NumberWord;
use crate::nlu::entity::{cues, currency};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Phone,
    Document,
    Account,
}

static PHONE: WordSet = WordSet::new(|| {
    word_set(
        "telefono telefonico tel cel celular movil whatsapp wasap fijo llamarme llameme marqueme marcar llamar \
         phone cell mobile telephone contacto",
    )
});
static DOCUMENT: WordSet = WordSet::new(|| {
    word_set(
        "cedula dni rut run curp rfc ine nie nif ruc cuit cuil documento identificacion pasaporte dui ci cc carnet \
         ssn social passport identidad license licencia nss ife",
    )
});
static ACCOUNT: WordSet = WordSet::new(|| {
    word_set(
        "cuenta clabe cbu cvu cci iban tarjeta contrato referencia folio convenio factura credito expediente \
         operacion cliente terminacion terminada terminado termina prestamo pagare poliza caso autorizacion \
         confirmacion transaccion recibo digitos finaliza account card reference contract invoice ending routing \
         confirmation loan file case digits alias",
    )
});
/// Words between the announcing word and the number.
static LINKS: WordSet = WordSet::new(|| {
    word_set(
        "numero num nro no n es de mi su tu el la con en al : # ° º . - bancaria ahorros corriente debito credito \
         seguro ciudadania extranjeria identidad interbancaria ultimos cuatro digitos son is number my your the of in \
         ending last four y a security ext celular casa trabajo oficina termina",
    )
});

/// How many words back an announcing word may stand.
const REACH: usize = 6;
const MOST_PIECES: usize = 12;

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    let found = match text.kind(at)? {
        Kind::Digits => digits(context, at),
        Kind::Symbol if matches!(text.word(at), "+" | "(") => dialled(context, at),
        Kind::Word if text.number(at).is_some() => dictated(context, at),
        Kind::Word => lettered(text, at),
        Kind::Symbol => None,
    };
    found.map(|(class, content, end)| {
        let value = match class {
            Class::Phone => Value::Phone(content),
            Class::Document => Value::Document(content),
            Class::Account => Value::Account(content),
        };
        Found::exact(value, at, end)
    })
}

/// What the words before a number announce it to be.
fn announced(text: &Text<'_>, at: usize) -> Option<Class> {
    for back in 1..=REACH {
        let word = text.back(at, back);
        if word.is_empty() {
            return None;
        }
        if PHONE.contains(word) {
            return Some(Class::Phone);
        }
        if DOCUMENT.contains(word) {
            return Some(Class::Document);
        }
        let account = ACCOUNT.contains(word);
        if account && !(LINKS.contains(word) && announced_as_credit(text, at, back)) {
            return Some(Class::Account);
        }
        if !LINKS.contains(word) {
            return None;
        }
    }
    None
}

/// *Tarjeta de crédito 4321* is the card's number: go on to the noun.
fn announced_as_credit(text: &Text<'_>, at: usize, back: usize) -> bool {
    text.back(at, back + 1) == "de"
}

type Read = Option<(Class, String, usize)>;

fn digits(context: &Context<'_>, at: usize) -> Read {
    let text = context.text;
    if text.back(at, 1) == "$"
        || text.glued(at) && text.is_in(at.wrapping_sub(1), &[".", ",", "'", "/", "-", "^"])
    {
        return None;
    }
    let (content, groups, end) = pieces(text, at);
    let total = content.len();
    let class = announced(text, at);
    // `12.345.678-9`, `12345678Z`
    if let Some((document, end)) = with_check_digit(context, at) {
        return Some((Class::Document, document, end));
    }
    if text.is_word(end) && text.glued(end) {
        return None;
    }
    if currency::name(context, end).is_some() {
        return None;
    }
    if let Some(class) = class {
        let enough = match class {
            Class::Phone => 7,
            Class::Document | Class::Account => 4,
        };
        let year = text.back(at, 1) == "de" && total == 4;
        // *La cuenta de 4500* is a sum; *cuenta 4500* a number.
        let sum = matches!(text.back(at, 1), "de" | "of") && total < 7;
        return (total >= enough && !year && !sum).then_some((class, content, end));
    }
    let solid = groups == 1;
    if !solid {
        // `1 414 021` parts thousands by blanks.
        let thousands = text.word(at).len() == 1 && text.word(at + 1).len() == 3;
        let phone = (9..=13).contains(&total) && !thousands && !looks_dated(text, at, end);
        let card = total == 16 && groups == 4;
        if card {
            return Some((Class::Account, content, end));
        }
        return phone.then_some((Class::Phone, content, end));
    }
    let paid = cues::is_paid(context, at, end);
    match total {
        9 | 10 if !paid && !content.ends_with("0000") && is_dialled_as(context, &content) => {
            Some((Class::Phone, content, end))
        }
        11..=13
            if content.starts_with("52")
                || content.starts_with("57")
                || content.starts_with("54")
                || content.starts_with("51") =>
        {
            Some((Class::Phone, content, end))
        }
        16 | 18 | 20 | 22 | 24 => Some((Class::Account, content, end)),
        _ => None,
    }
}

/// Nine digits are a number to dial in four of the countries, ten in the others.
fn is_dialled_as(context: &Context<'_>, digits: &str) -> bool {
    use Country::{Ar, Cl, Co, Ec, Es, Mx, Pe, Us};
    let nine = context.is_country(&[Cl, Pe, Es]) && digits.starts_with(['9', '6', '7', '2']);
    let ten = context.country.is_none() || context.is_country(&[Mx, Co, Ar, Ec, Us]);
    match digits.len() {
        9 => nine,
        _ => ten,
    }
}

/// Digit runs joined by a blank, a dash or a dot.
fn pieces(text: &Text<'_>, at: usize) -> (String, usize, usize) {
    let mut content = text.word(at).to_owned();
    let mut groups = 1;
    let mut end = at + 1;
    while groups < MOST_PIECES {
        let dashed = matches!(text.word(end), "-" | ")") && text.is_digits(end + 1);
        let next = if dashed { end + 1 } else { end };
        if !text.is_digits(next) || text.word(next).len() < 2 || content.len() > 30 {
            break;
        }
        content.push_str(text.word(next));
        groups += 1;
        end = next + 1;
    }
    (content, groups, end)
}

/// `2026-10-05`, `10-11-2026`, `2014 - 2018`: dates, not numbers to dial.
fn looks_dated(text: &Text<'_>, at: usize, end: usize) -> bool {
    let first = text.word(at);
    let last = text.word(end - 1);
    let year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    (year(first) || year(last)) && (text.word(at + 1) == "-" || first.len() == 4 && last.len() == 4)
}

/// `+52 55 1234 5678`, `(55) 1234-5678`.
fn dialled(context: &Context<'_>, at: usize) -> Read {
    let text = context.text;
    let mut start = at + 1;
    let mut content = String::new();
    if text.word(at) == "+" {
        content.push('+');
    }
    if !text.is_digits(start) {
        return None;
    }
    if text.word(at) == "(" {
        if text.word(start + 1) != ")" || text.word(start).len() > 4 {
            return None;
        }
        content.push_str(text.word(start));
        start += 2;
    } else if text.word(start + 1) == "(" && text.is_digits(start + 2) && text.word(start + 3) == ")" {
        content.push_str(text.word(start));
        content.push_str(text.word(start + 2));
        start += 4;
    }
    if !text.is_digits(start) {
        return None;
    }
    let (rest, _, end) = pieces(text, start);
    content.push_str(&rest);
    let total = content.trim_start_matches('+').len();
    (8..=15).contains(&total).then_some((Class::Phone, content, end))
}

/// Chilean `12.345.678-9`, Spanish `12345678Z`.
fn with_check_digit(context: &Context<'_>, at: usize) -> Option<(String, usize)> {
    let text = context.text;
    let mut content = text.word(at).to_owned();
    let mut end = at + 1;
    while text.word(end) == "." && text.glued(end) && text.is_digits(end + 1) && text.word(end + 1).len() == 3
    {
        content.push_str(text.word(end + 1));
        end += 2;
        if content.len() > 9 {
            return None;
        }
    }
    if !(7..=8).contains(&content.len()) {
        return None;
    }
    let dashed = text.word(end) == "-" && text.glued(end) && text.glued(end + 1);
    let check = if dashed { end + 1 } else { end };
    let one =
        text.word(check).len() == 1 && text.glued(check) && (text.is_digits(check) || text.is_word(check));
    let letter = text.is_word(check);
    if one && (dashed || letter && end == at + 1) {
        return Some((format!("{content}-{}", text.written(check)), check + 1));
    }
    None
}

/// *Cinco cinco uno dos …*: five digits or more said one by one, or announced numbers said in pairs.
fn dictated(context: &Context<'_>, at: usize) -> Read {
    const MOST: usize = 24;
    let text = context.text;
    let digit = |at: usize| match text.number(at) {
        Some(NumberWord::Small(value) | NumberWord::Ten(value)) => Some(value),
        _ => None,
    };
    let mut content = String::new();
    let mut end = at;
    let mut words = 0;
    while let Some(value) = digit(end) {
        let ten_and_unit = matches!(text.number(end), Some(NumberWord::Ten(_))) && text.word(end + 1) == "y";
        if ten_and_unit && let Some(unit) = digit(end + 2).filter(|unit| *unit < 10) {
            content.push_str(&(value + unit).to_string());
            end += 3;
        } else {
            content.push_str(&value.to_string());
            end += 1;
        }
        words += 1;
        if words >= MOST {
            break;
        }
    }
    let class = announced(text, at);
    let enough = match class {
        Some(_) => words >= 4,
        None => words >= 6 || words >= 4 && content.len() >= 8,
    };
    enough.then(|| (class.unwrap_or(Class::Phone), content, end))
}

/// Letters and digits run together: CURP, RFC, IBAN, passports.
fn lettered(text: &Text<'_>, at: usize) -> Read {
    let mut end = at + 1;
    if !text.glued(end) || !matches!(text.kind(end), Some(Kind::Digits | Kind::Word)) {
        return None;
    }
    let mut content = text.written(at).to_owned();
    while text.glued(end) && matches!(text.kind(end), Some(Kind::Digits | Kind::Word)) && content.len() < 40 {
        content.push_str(text.written(end));
        end += 1;
    }
    if end == at + 1 || content.chars().any(char::is_lowercase) && announced(text, at).is_none() {
        return None;
    }
    let digits = content.chars().filter(char::is_ascii_digit).count();
    let class = announced(text, at);
    if class.is_some() && digits >= 4 {
        return class.map(|class| (class, content, end));
    }
    let letters = content.chars().count() - digits;
    let iban = letters == 2 && (20..=26).contains(&digits);
    let curp = content.len() == 18 && (8..=10).contains(&digits);
    let rfc = (12..=13).contains(&content.len()) && (6..=9).contains(&digits) && letters >= 3;
    if iban {
        return Some((Class::Account, content, end));
    }
    (curp || rfc).then_some((Class::Document, content, end))
}
