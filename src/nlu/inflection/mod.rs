//! From a lemma to every form in which a caller may say it, for patterns that name a word once (`PAGAR`, `CUOTA`).
//! The shape of the lemma decides: a Spanish infinitive is conjugated, any other word takes number and gender;
//! an English word takes the endings of verbs and nouns. A form too many costs little, since nobody says it;
//! a form too few makes the ear deaf. All forms are folded: lower case, no accents, ñ kept apart from n.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::messages::Language;

mod clitics;
mod conjugation;
mod english;
mod irregular;
mod nouns;
mod stems;

pub use clitics::{Base, Stripped, strip_clitics};

/// Every form of `lemma`, folded, sorted, without repeats, the lemma among them. What is no single word
/// (it holds a digit, a space, a hyphen …) has only itself as a form.
pub fn forms(lemma: &str, language: Language) -> Vec<String> {
    let written: String = lemma.trim().to_lowercase().nfc().collect();
    let folded = fold(&written);
    let mut forms = if folded.is_empty() || !folded.chars().all(char::is_alphabetic) {
        Vec::new()
    } else {
        match language {
            Language::Es => spanish(&written, &folded),
            Language::En => english::inflect(&folded),
        }
    };
    forms.push(folded);
    forms.retain(|form| !form.is_empty());
    forms.sort_unstable();
    forms.dedup();
    forms
}

fn spanish(written: &str, folded: &str) -> Vec<String> {
    let bare = infinitive_of_reflexive(folded).unwrap_or(folded);
    if !looks_like_infinitive(written, bare) {
        return nouns::inflect(written, folded);
    }
    let mut forms = conjugation::conjugate(bare);
    if nouns::is_noun_too(bare) {
        forms.extend(nouns::inflect(written, bare));
    }
    forms
}

/// `quejarse` is `quejar` with a pronoun.
fn infinitive_of_reflexive(word: &str) -> Option<&str> {
    word.strip_suffix("se").filter(|bare| ends_like_infinitive(bare))
}

fn ends_like_infinitive(word: &str) -> bool {
    word.ends_with("ar") || word.ends_with("er") || word.ends_with("ir")
}

/// An infinitive is stressed on its last syllable and so wears no accent, save in -ír after a vowel (oír, reír).
/// The accent tells `líder` and `dólar` apart; a list tells `lugar` and `mujer`.
fn looks_like_infinitive(written: &str, folded: &str) -> bool {
    if !ends_like_infinitive(folded) || nouns::only_looks_like_infinitive(folded) {
        return false;
    }
    let accents = written.matches(['á', 'é', 'í', 'ó', 'ú']).count();
    let stressed_at_end = accents == 0 || (accents == 1 && (written.contains("ír")));
    let stem = &folded[..folded.len() - 2];
    let has_stem = stem.contains(['a', 'e', 'i', 'o', 'u']) || matches!(folded, "dar" | "ser" | "ver" | "ir");
    stressed_at_end && has_stem
}

/// Lower case without accents; ñ stays, because `ano` is not `año`.
pub(in crate::nlu) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.nfd().flat_map(char::to_lowercase) {
        if character == '\u{303}' && folded.ends_with('n') {
            folded.pop();
            folded.push('ñ');
        } else if !is_combining_mark(character) {
            folded.push(character);
        }
    }
    folded
}

#[cfg(test)]
mod tests;
