//! Whether a date lies behind or ahead, as the verbs around it tell: *el viernes fui* is not *voy el viernes*.

use std::cell::{Cell, OnceCell};

use crate::messages::Language;
use crate::nlu::entity::phrases::{WordSet, word_set};
use crate::nlu::entity::token::Text;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tense {
    Past,
    Ahead,
    /// *Quedó de pagar*: said in the past of a day that may have come or not.
    Promised,
}

/// The tenses of a turn, each read when it is first asked for: most words stand near no day.
#[derive(Debug)]
pub(super) struct Tenses<'t> {
    text: &'t Text<'t>,
    language: Language,
    /// By token, what the verb there tells.
    read: OnceCell<Vec<OnceCell<Option<Tense>>>>,
    /// What was asked last, and the answer: a date asks twice.
    last: Cell<Option<Answer>>,
}

/// What the verbs around some words tell.
type Answer = ((usize, usize), Option<Tense>);

/// Past forms that no ending tells, or that lose their accent in recognised speech.
static PAST_ES: WordSet = WordSet::new(|| {
    word_set(
        "fui fue fuimos fueron hice hizo hicimos hicieron di dio dimos dieron estuve estuvo tuve tuvo \
         tuvimos tuvieron pude pudo puse puso quise quiso vine vino vinieron \
         traje trajo supe hubo volvi volvio era estaba iba pague deposite transferi abone llame hable \
         quede cobre recibi vencio deje mande envie lleve llegue cumpli compre perdi sucedio paso \
         consigne",
    )
});

/// Spellings that are past only with their accent, or after *ya* or *yo*.
static PAST_OR_NOT: WordSet =
    WordSet::new(|| word_set("pague deposite abone llame hable quede cobre deje mande envie lleve paso"));

static AHEAD_ES: WordSet = WordSet::new(|| {
    word_set(
        "voy va vamos van puedo puede podemos pueden pago paga pagamos abono deposito transfiero doy \
         mando quedo quiero tengo debo cobro paso hago liquido consigno llamo espero comprometo prometo \
         seria podria pagaria puedes podes quiere vence vencen cae pagan depositan",
    )
});

static PAST_EN: WordSet = WordSet::new(|| {
    word_set(
        "paid went sent did was were had made called got came left lost received deposited \
         transferred mailed spoke talked promised gave bought charged",
    )
});

static AHEAD_EN: WordSet = WordSet::new(|| {
    word_set("will can could going would pay send shall may plan promise get ll able want make")
});

impl<'t> Tenses<'t> {
    pub(super) fn of(text: &'t Text<'t>, language: Language) -> Self {
        Self { text, language, read: OnceCell::new(), last: Cell::new(None) }
    }

    /// Whether the words from `start` up to `end` speak of the past, as the nearest verb tells.
    pub(super) fn is_past(&self, start: usize, end: usize) -> bool {
        self.nearest(start, end) == Some(Tense::Past)
    }

    /// Whether the words hang on a promise made before: *usted quedó de pagar el 5*.
    pub(super) fn is_promised(&self, start: usize, end: usize) -> bool {
        self.nearest(start, end) == Some(Tense::Promised)
    }

    fn nearest(&self, start: usize, end: usize) -> Option<Tense> {
        const BEFORE: usize = 10;
        const AFTER: usize = 5;
        if let Some((asked, answer)) = self.last.get()
            && asked == (start, end)
        {
            return answer;
        }
        let before = self.before(start, BEFORE).map(|(tense, at)| (tense, start - at));
        let after = self.after(end, AFTER).map(|(tense, at)| (tense, at + 1 - end));
        let nearest = match (before, after) {
            (Some((tense, away)), Some((other, near))) => {
                let later = near < away && !(tense == Tense::Promised && other == Tense::Past);
                Some(if later { other } else { tense })
            }
            (Some((tense, _)), None) | (None, Some((tense, _))) => Some(tense),
            (None, None) => None,
        };
        self.last.set(Some(((start, end), nearest)));
        nearest
    }

    /// The nearest verb of the same sentence among so many tokens before `start`.
    fn before(&self, start: usize, reach: usize) -> Option<(Tense, usize)> {
        if self.text.ends_sentence(start) {
            return None;
        }
        let mut near = (start.saturating_sub(reach)..start).rev();
        near.find_map(|at| match self.at(at) {
            Some(tense) => Some(Some((tense, at))),
            None => self.text.ends_sentence(at).then_some(None),
        })?
    }

    /// The nearest verb of the same clause among so many tokens from `end` on.
    fn after(&self, end: usize, reach: usize) -> Option<(Tense, usize)> {
        let text = self.text;
        let ends_clause =
            |at: usize| text.ends_sentence(at) || text.is_in(at, &[",", "y", "pero", "and", "but"]);
        if ends_clause(end.checked_sub(1)?) {
            return None;
        }
        let mut near = end..(end + reach).min(text.len());
        near.find_map(|at| match self.at(at) {
            Some(tense) => Some(Some((tense, at))),
            None => ends_clause(at).then_some(None),
        })?
    }

    fn at(&self, at: usize) -> Option<Tense> {
        let all = self.read.get_or_init(|| vec![OnceCell::new(); self.text.len()]);
        *all.get(at)?.get_or_init(|| tense(self.text, at, self.language))
    }
}

/// What the verb at `at` tells, if there is one.
fn tense(text: &Text<'_>, at: usize, language: Language) -> Option<Tense> {
    match language {
        Language::Es => spanish(text, at),
        Language::En if is_passive(text, at) => Some(Tense::Ahead),
        Language::En if PAST_EN.contains(text.word(at)) => Some(Tense::Past),
        Language::En if AHEAD_EN.contains(text.word(at)) => Some(Tense::Ahead),
        Language::En => None,
    }
}

/// *I get paid, I'll be paid*: a participle that tells no past.
fn is_passive(text: &Text<'_>, at: usize) -> bool {
    text.word(at) == "paid" && text.is_in(at.wrapping_sub(1), &["get", "gets", "getting", "be"])
}

/// Whether a verb of promising, in the past, governs the infinitive at `at`.
fn is_promise_of(text: &Text<'_>, at: usize) -> bool {
    const PROMISED: &[&str] =
        &["prometio", "prometi", "comprometio", "comprometi", "quedo", "quede", "acordo"];
    let bare = text.word(at).strip_suffix("le").unwrap_or(text.word(at));
    if !["ar", "er", "ir"].iter().any(|ending| bare.ends_with(ending)) {
        return false;
    }
    let governs = at.wrapping_sub(if text.is_in(at.wrapping_sub(1), &["de", "a"]) { 2 } else { 1 });
    let accented = text.written(governs).ends_with(['é', 'í', 'ó']);
    let told = accented || text.is_in(governs.wrapping_sub(1), &["usted", "ya", "yo"]);
    text.is_in(governs, PROMISED) && told
}

/// Words with an accent at the end that are no verbs.
const NO_VERBS: [&str; 6] = ["aqui", "alli", "cafe", "porque", "tambien", "papi"];

fn spanish(text: &Text<'_>, at: usize) -> Option<Tense> {
    if !text.is_word(at) {
        return None;
    }
    let word = text.word(at);
    let written = text.written(at);
    let accented = written.ends_with(['é', 'í', 'ó', 'É', 'Í', 'Ó']);
    let told = accented || text.is_in(at.wrapping_sub(1), &["ya", "yo"]);
    // *Quedamos para el 5* sets the day ahead.
    if word == "quedamos" && text.is_in(at + 1, &["para", "en", "de"]) {
        return None;
    }
    // Of an agreement just made, and of one made long ago, it is the same word.
    if word == "quedamos" {
        return Some(Tense::Promised);
    }
    if PAST_ES.contains(word) && (told || !PAST_OR_NOT.contains(word)) {
        return Some(Tense::Past);
    }
    if AHEAD_ES.contains(word) {
        return Some(Tense::Ahead);
    }
    if word.len() < 4 {
        return None;
    }
    // Every ending below has one of these letters last.
    if !accented && !word.ends_with(['a', 'e', 'n', 'o', 'r', 's']) {
        return None;
    }
    let infinitive = |word: &str| word.ends_with("ar") || word.ends_with("er") || word.ends_with("ir");
    let future = || {
        ["re", "ra", "ran", "remos", "ria", "rian", "riamos"].iter().any(|ending| {
            word.strip_suffix(ending).is_some_and(|stem| {
                stem.len() >= 2
                    && (stem.ends_with(['a', 'e', 'i']) || stem.ends_with('d') || stem.ends_with("ab"))
            })
        })
    };
    if accented && !NO_VERBS.contains(&word) {
        return Some(if future() { Tense::Ahead } else { Tense::Past });
    }
    let enclitic = ["lo", "la", "le", "les", "los", "las", "me", "se"];
    let bare = enclitic.iter().find_map(|pronoun| word.strip_suffix(pronoun)).unwrap_or(word);
    if is_promise_of(text, at) {
        return Some(Tense::Promised);
    }
    if infinitive(word) || bare.len() >= 4 && infinitive(bare) {
        return Some(Tense::Ahead);
    }
    let participle =
        word.ends_with("ado") || word.ends_with("ido") || matches!(word, "hecho" | "dicho" | "visto");
    if participle && text.is_in(at.wrapping_sub(1), &["he", "ha", "han", "hemos", "habia", "habian", "has"]) {
        return Some(Tense::Past);
    }
    let preterite = ["aron", "ieron", "eron", "aste", "iste"].iter().any(|ending| word.ends_with(ending));
    if preterite {
        return Some(Tense::Past);
    }
    let told = written.ends_with(['á', 'Á']) || word.ends_with("emos") || word.ends_with("ran");
    (told && future()).then_some(Tense::Ahead)
}
