//! Which language is spoken, by its commonest words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::words::{WORDS, fold};
use crate::messages::Language;

static SIGNS: LazyLock<BTreeMap<&str, Language>> = LazyLock::new(|| {
    WORDS
        .smallest
        .iter()
        .flat_map(|(language, words)| words.iter().map(|word| (word.as_str(), *language)))
        .collect()
});

/// The language of `texts`; `None` where nothing tells, or as much tells for one as for the other.
pub fn recognise<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Language> {
    let mut spanish = 0_usize;
    let mut english = 0_usize;
    for text in texts {
        spanish += text.matches(['ñ', '¿', '¡', 'á', 'é', 'í', 'ó', 'ú']).count();
        for word in fold(text).split(|c: char| !(c.is_alphanumeric() || c == '\'')) {
            match SIGNS.get(word) {
                Some(Language::Es) => spanish += 1,
                Some(Language::En) => english += 1,
                None => {}
            }
        }
    }
    match spanish.cmp(&english) {
        std::cmp::Ordering::Greater => Some(Language::Es),
        std::cmp::Ordering::Less => Some(Language::En),
        std::cmp::Ordering::Equal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_is_known_by_its_small_words() {
        assert_eq!(recognise(["buenas tardes me comunico con la señora"]), Some(Language::Es));
        assert_eq!(recognise(["good afternoon may i speak to the account holder"]), Some(Language::En));
    }

    #[test]
    fn where_nothing_tells_nothing_is_claimed() {
        assert_eq!(recognise(["ok 500"]), None);
    }

    #[test]
    fn no_word_is_a_sign_of_both_languages() {
        let all = WORDS.smallest.values().map(Vec::len).sum::<usize>();
        assert_eq!(SIGNS.len(), all);
    }
}
