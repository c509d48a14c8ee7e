//! Names of persons: those of the case file, those that a list of common names knows, and those that only the
//! words before them announce (*mi nombre es, le habla, la señora, mi esposo, speaking with*). The span is the name
//! alone, and never takes in the company that follows it.

use std::sync::LazyLock;

use crate::messages::Language;
use crate::nlu::entity::found::Found;
use crate::nlu::entity::phrases::{WordMap, WordSet, word_set};
use crate::nlu::entity::token::Text;
use crate::nlu::entity::usage::Context;
use crate::nlu::entity::{Certainty, Value};

/// How many words a name has at most, small ones counted.
const LONGEST: usize = 6;

/// What kind of word a list says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// A name and nothing else.
    Sure,
    /// Also a word of the language.
    AlsoWord,
}

pub(super) type Names = WordMap<&'static str, Listed>;

pub(super) static GIVEN: LazyLock<Names> = LazyLock::new(|| names(include_str!("names/given.txt")));
static SURNAMES: LazyLock<Names> = LazyLock::new(|| names(include_str!("names/surnames.txt")));

fn names(list: &'static str) -> Names {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(str::split_whitespace)
        .map(|word| match word.strip_suffix('*') {
            Some(word) => (word, Listed::AlsoWord),
            None => (word, Listed::Sure),
        })
        .collect()
}

/// What the words before a name say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// *Mi nombre es*: a name follows, whatever it looks like.
    Name,
    /// *Soy, this is*: a name may follow, and much else.
    Being,
    /// *Le habla, le saluda, hablo con, speaking with*: somebody follows.
    Speaking,
    /// *Señora, don, Mr*.
    Title,
    /// *Mi esposo, my sister*.
    Kin,
}

const NAME_LEADS: &[&str] = &[
    "mi nombre es",
    "mi nombre completo es",
    "nombre completo es",
    "me llamo",
    "se llama",
    "su nombre es",
    "my name is",
    "my name ' s",
    "my full name is",
    "name is",
];
const BEING_LEADS: &[&str] = &[
    "soy", "this is", "is this", "i ' m", "im", "i am", "it ' s", "its", "es usted", "usted es", "sos",
    "eres",
];
const SPEAKING_LEADS: &[&str] = &[
    "le habla",
    "te habla",
    "les habla",
    "le saluda",
    "te saluda",
    "les saluda",
    "lo saluda",
    "la saluda",
    "le atiende",
    "te atiende",
    "lo atiende",
    "la atiende",
    "le llama",
    "lo llama",
    "la llama",
    "te llama",
    "le escribe",
    "habla",
    "hablo con",
    "hablar con",
    "hablando con",
    "comunico con",
    "comunicarme con",
    "gusto con",
    "conversar con",
    "converso con",
    "platicar con",
    "buscando a",
    "busco a",
    "speaking with",
    "speaking to",
    "speak with",
    "speak to",
    "talk to",
    "talk with",
    "talking to",
    "talking with",
    "looking for",
    "here is",
    "aqui",
    "aca",
];
static TITLES: WordSet = WordSet::new(|| {
    word_set(
        "don dona senor senora senorita sr sra srta licenciado licenciada lic ingeniero ingeniera inge doctor doctora dr dra \
         detective officer arquitecto arquitecta profesor profesora profe maestro maestra joven teniente capitan sargento mr mrs ms miss mister",
    )
});
static KIN: WordSet = WordSet::new(|| {
    word_set(
        "esposo esposa marido mujer senora novio novia hijo hija mama papa madre padre mami papi hermano hermana tio tia primo prima \
         abuelo abuela suegro suegra cunado cunada yerno nuera sobrino sobrina vecino vecina amigo amiga jefe jefa socio socia \
         companero companera colega asesor asesora abogado abogada patron patrona contador contadora supervisor supervisora nieto nieta \
         padrino madrina comadre compadre pareja husband wife partner boyfriend girlfriend son daughter mom mum mother dad father brother \
         sister uncle aunt cousin grandson grandmother grandma neighbor neighbour friend boss lawyer attorney roommate colleague \
         supervisor manager accountant",
    )
});
static OWNERS: WordSet =
    WordSet::new(|| word_set("mi su tu nuestro nuestra el la un una mis my your his her our their the"));
/// Heads of the names of companies and places: what follows them or contains them is no person.
pub(super) static INSTITUTIONS: WordSet = WordSet::new(|| {
    word_set(
        "banco banca bancos financiera financiero cooperativa caja credito creditos tienda tiendas almacen almacenes grupo empresa \
         compania corporacion despacho bufete estudio agencia servicio servicios cobro cobros cobranza cobranzas recaudo recaudos seguros \
         tarjeta tarjetas departamento area oficina fundacion asociacion hospital clinica colegio escuela instituto universidad iglesia \
         hotel farmacia ferreteria muebleria supermercado mercado autos motos electrodomesticos telefonia inmobiliaria fondo mutual caja \
         calle avenida av colonia barrio plaza parque carretera ciudad provincia estado san santo santa villa residencial edificio \
         bank banking credit capital financial finance financing recovery recoveries collections services group union loans loan \
         lending mortgage insurance company corp inc llc partners associates holdings street avenue road drive lane court hospital \
         school university church store stores motors auto medical health center centre county city north south east west",
    )
});
/// Words that are no name wherever they stand.
static NO_NAMES: WordSet = WordSet::new(|| {
    word_set(
        "a al algo alguien alla ahi ahora ahorita aqui aca asi aun ayer bien bueno buena buenas buenos buen claro como con cual cuando de \
         del desde dia dias digame disculpe donde el ella ellos en entonces es esa ese eso esta este esto gracias ha hasta hay hola hoy la \
         las le les lo los mal manana mas me mi mire muy nada nadie ni no nos nosotros nuevamente otra otro oiga ok para pero perdon \
         permitame por porque pues que quien quiero se senor senora senorita ser si sin sobre solo su sus tal tambien tarde tardes noche \
         noches te tenga tengo tiene tu un una uno usted ustedes vos y ya yo titular dueno duena cliente asesor asesora agente ejecutivo \
         ejecutiva parte persona gente licenciado licenciada doctor doctora abogado abogada don dona joven amigo amiga atentamente detective officer nomas verdad mero mera \
         the a an and or of to for from with at in on is are was i you he she it we they me him her us them my your his our their this that \
         these those not no yes yeah ok okay hi hello hey good morning afternoon evening thanks thank sorry please well so just still \
         calling speaking here there what who how why when where about regarding mr mrs ms miss sir madam dr right correct all your \
         only also very really being going trying having getting looking taking unable able sure aware glad happy afraid done fine \
         enero febrero marzo mayo junio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado \
         monday tuesday wednesday thursday friday saturday sunday january february march july august september october november december",
    )
});
/// After *soy* these speak of character, not of a name.
static ADJECTIVES: WordSet = WordSet::new(|| {
    word_set(
        "franco justo justa clemente modesta leal calvo delgado moreno rubio blanca blanco maximo segundo salvador candido rico",
    )
});
/// Words of names that are not taken for a second one when written small: other things follow a name too.
static SELDOM_SECOND: WordSet = WordSet::new(|| {
    word_set(
        "vale nena will may mark bill grant sue rob art chase santa segundo domingo abril julio memo franco justo consuelo gloria norma",
    )
});
/// What may follow a name that is also a word, so that it is the name.
static AFTER_NAME: WordSet = WordSet::new(|| {
    word_set("de del desde y e la el su le la from with and at calling speaking here of again")
});
static GREETINGS: WordSet = WordSet::new(|| {
    word_set(
        "hola alo gracias tardes dias noches dia oiga mire disculpe perdon entiendo comprendo hello hi hey thanks morning afternoon evening",
    )
});
/// Surnames that begin with small words.
const COMPOUND: &[&str] = &[
    "de la cruz",
    "de la torre",
    "de la rosa",
    "de la fuente",
    "de la garza",
    "de la vega",
    "de la pena",
    "de la hoz",
    "de la paz",
    "de la o",
    "de los santos",
    "de los angeles",
    "de los reyes",
    "de los rios",
    "de leon",
    "de jesus",
    "del valle",
    "del rio",
    "del castillo",
    "del toro",
    "del carmen",
    "del pilar",
    "del rosario",
    "del socorro",
    "del mar",
    "de souza",
    "da silva",
    "de lima",
    "de avila",
    "de guadalupe",
    "de lourdes",
    "de luna",
    "de la mora",
    "san martin",
    "santa maria",
    "van dyke",
    "st clair",
];

/// Words with which something that announces a name ends.
static LEAD_ENDS: WordSet = WordSet::new(|| {
    let leads = [NAME_LEADS, BEING_LEADS, SPEAKING_LEADS].concat();
    leads.iter().filter_map(|lead| lead.split(' ').next_back()).collect()
});

/// Whether a name could begin here, told at a glance.
pub(super) fn may_begin(context: &Context<'_>, at: usize) -> bool {
    let text = context.text;
    if !text.is_word(at) {
        return false;
    }
    let word = text.word(at);
    let announced = || {
        let before = text.back(at, 1);
        before == "." || [&LEAD_ENDS, &TITLES, &KIN].iter().any(|words| words.contains(before))
    };
    has_capital(text, at)
        || GIVEN.contains_key(word)
        || SURNAMES.contains_key(word)
        || announced()
        || of_case(context, at)
}

pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Found> {
    let text = context.text;
    if !may_begin(context, at) {
        return None;
    }
    let word = text.word(at);
    let given = GIVEN.get(word).copied();
    let surname = SURNAMES.get(word).copied();
    let of_case = of_case(context, at);
    let capital = has_capital(text, at);
    let lead = lead(text, at);
    if given.is_none() && surname.is_none() && !of_case && !(capital || lead.is_some()) {
        return None;
    }
    if NO_NAMES.contains(word) && !of_case || INSTITUTIONS.contains(word) || word.len() < 2 {
        return None;
    }
    if text.word(at + 1) == "mente" || word.ends_with("mente") || after_institution(text, at) {
        return None;
    }
    let certainty = begins(context, at, lead)?;
    let end = end(context, at);
    if given != Some(Listed::Sure) && INSTITUTIONS.contains(text.word(end)) && has_capital(text, end) {
        return None;
    }
    Some(Found::exact(Value::Person(spelt(context, at, end)), at, end).certainty(certainty))
}

/// How sure it is that a name begins here; none where it does not.
fn begins(context: &Context<'_>, at: usize, lead: Option<Lead>) -> Option<Certainty> {
    use Certainty::{Approximate, Exact};
    let text = context.text;
    let word = text.word(at);
    let capital = has_capital(text, at);
    let sure = |names: &Names| names.get(word) == Some(&Listed::Sure);
    let given = GIVEN.contains_key(word);
    let surname_next = SURNAMES.contains_key(text.word(at + 1));
    let plain_end = text.is_punctuation(at + 1) || AFTER_NAME.contains(text.word(at + 1));
    if sure(&GIVEN) {
        return Some(if capital || lead.is_some() || surname_next { Exact } else { Approximate });
    }
    if of_case(context, at) && (capital || lead.is_some() || !also_word(word)) {
        return Some(if capital && !text.is_sentence_start(at) || lead.is_some() || !also_word(word) {
            Exact
        } else {
            Approximate
        });
    }
    let vocative = capital && is_vocative(text, at);
    match lead {
        Some(Lead::Name) if capital || given || SURNAMES.contains_key(word) => Some(Exact),
        Some(Lead::Name) => Some(Approximate),
        Some(Lead::Title) if capital || SURNAMES.contains_key(word) => Some(Exact),
        Some(Lead::Title | Lead::Kin)
            if given && (capital || lead == Some(Lead::Title) || plain_end || surname_next) =>
        {
            Some(Exact)
        }
        Some(Lead::Kin) if capital => Some(Exact),
        Some(Lead::Speaking) if capital && !company(text, at) => Some(Exact),
        Some(Lead::Speaking) if given && (plain_end || surname_next) => Some(Exact),
        Some(Lead::Speaking)
            if !text.is_in(at - 1, &["con", "a", "with", "to", "for", "aqui", "aca", "habla", "is"])
                || text.is_in(at.wrapping_sub(2), &["le", "te"]) =>
        {
            text.is_in(at + 1, &["de", "del", "desde"]).then_some(Approximate)
        }
        Some(Lead::Being) if capital && given => Some(Exact),
        // "I'm Broke" is none.
        Some(Lead::Being) if capital && !company(text, at) => {
            let told = context.language == Language::Es
                || plain_end && at + 1 < text.len()
                || has_capital(text, at + 1);
            told.then_some(Approximate)
        }
        Some(Lead::Being) if given && (plain_end || surname_next) && !ADJECTIVES.contains(word) => {
            Some(Approximate)
        }
        _ if capital && given && surname_next && has_capital(text, at + 1) => Some(Exact),
        _ if vocative && given => Some(Exact),
        _ => None,
    }
}

/// A capital that tells something: not where everything is in capitals.
fn has_capital(text: &Text<'_>, at: usize) -> bool {
    text.is_word(at) && text.is_capitalised(at) && !text.is_shouted()
}

fn also_word(word: &str) -> bool {
    let listed = [GIVEN.get(word), SURNAMES.get(word)];
    listed.contains(&Some(&Listed::AlsoWord)) || listed == [None, None] && word.len() < 4
}

/// What stands before `at` and announces a name.
fn lead(text: &Text<'_>, at: usize) -> Option<Lead> {
    let before = |leads: &[&str]| text.phrases_before(at, leads).is_some();
    // *Sra. Rosa*; a whole *señora* with a full stop ends a sentence.
    let abbreviated = text.back(at, 1) == "." && text.back(at, 2).len() <= 4;
    let title = at.checked_sub(if abbreviated { 2 } else { 1 })?;
    if TITLES.contains(text.word(title)) {
        return Some(Lead::Title);
    }
    if KIN.contains(text.word(at - 1)) && OWNERS.contains(text.back(at, 2)) {
        return Some(Lead::Kin);
    }
    if !LEAD_ENDS.contains(text.word(at - 1)) {
        return None;
    }
    let leads = [(NAME_LEADS, Lead::Name), (SPEAKING_LEADS, Lead::Speaking), (BEING_LEADS, Lead::Being)];
    leads.into_iter().find(|(leads, _)| before(leads)).map(|(_, lead)| lead)
}

/// *Calle Antonio López, San Juan, Tiendas Carlos*.
fn after_institution(text: &Text<'_>, at: usize) -> bool {
    at > 0 && INSTITUTIONS.contains(text.word(at - 1)) && !TITLES.contains(text.word(at - 1))
}

/// Whether the run of capitals that begins here names a company.
fn company(text: &Text<'_>, at: usize) -> bool {
    let run = (at..text.len()).take_while(|place| has_capital(text, *place));
    run.into_iter().any(|place| INSTITUTIONS.contains(text.word(place)))
}

/// Spoken to: *Gracias, Rosa. · Hola Luz, · Rosa, mire*.
fn is_vocative(text: &Text<'_>, at: usize) -> bool {
    let before = at == 0 || text.is_punctuation(at - 1) || GREETINGS.contains(text.word(at - 1));
    before
        && (text.is_in(at + 1, &[",", "?"])
            || at > 0 && text.is_punctuation(at + 1)
            || at > 0 && at + 1 == text.len())
}

/// Where the name that begins at `at` ends.
fn end(context: &Context<'_>, at: usize) -> usize {
    let text = context.text;
    let mut end = at + 1;
    while end < at + LONGEST {
        if let Some(next) = text.phrases(end, COMPOUND).filter(|_| !text.is_capitalised(end)) {
            end = next;
        } else if text.word(end) == "-"
            && text.glued(end)
            && text.glued(end + 1)
            && has_capital(text, end + 1)
        {
            end += 2;
        } else if goes_on(context, at, end) {
            end += 1;
        } else {
            break;
        }
    }
    end
}

fn goes_on(context: &Context<'_>, first: usize, at: usize) -> bool {
    let text = context.text;
    let word = text.word(at);
    if !text.is_word(at) || NO_NAMES.contains(word) || INSTITUTIONS.contains(word) {
        return false;
    }
    if has_capital(text, at) {
        return has_capital(text, first) || GIVEN.contains_key(word) || SURNAMES.contains_key(word);
    }
    if has_capital(text, first) && has_capital(text, at - 1) && !text.is_sentence_start(first) {
        // Who writes one capital of a name writes all.
        return of_case(context, at) && !also_word(word);
    }
    let known = |names: &Names| match names.get(word) {
        Some(Listed::Sure) => true,
        Some(Listed::AlsoWord) => context.language == Language::Es && !SELDOM_SECOND.contains(word),
        None => false,
    };
    known(&GIVEN) || known(&SURNAMES) || of_case(context, at)
}

/// Whether the case file has this word in the name of a person.
fn of_case(context: &Context<'_>, at: usize) -> bool {
    context.names.contains_key(context.text.word(at))
}

/// The name as it is spelt: as the case file does, else as it was said, with capitals.
fn spelt(context: &Context<'_>, start: usize, end: usize) -> String {
    let text = context.text;
    let small = |at: usize| text.is_in(at, &["de", "la", "los", "del", "da", "van"]) && at > start;
    let mut name = String::new();
    for at in start..end {
        if at > start && !text.glued(at) {
            name.push(' ');
        }
        match context.names.get(text.word(at)) {
            Some(written) => name.push_str(written),
            None if small(at) => name.push_str(text.word(at)),
            None => {
                let mut letters = text.written(at).chars();
                name.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                name.push_str(&if text.is_shouted() {
                    letters.as_str().to_lowercase()
                } else {
                    letters.as_str().to_owned()
                });
            }
        }
    }
    name
}
