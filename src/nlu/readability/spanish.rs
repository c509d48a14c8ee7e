//! Spanish syllables, by the orthographic rules of the Ortografía of 2010 (Real Academia Española and ASALE):
//! a closed vowel beside an open one makes one syllable with it unless it wears an accent (día, país), two open
//! vowels make two (le-er), two different closed ones make one (ciu-dad, cons-truir), and an h between vowels
//! changes nothing (prohi-bir, a-hí). So `guion` has one syllable though some say two.

use unicode_normalization::UnicodeNormalization as _;

/// The syllables of one Spanish word as written. A word without vowels (`Sr`, `mmm`) counts as one; what holds
/// no letter (`500`) has none, since how it is read aloud is not in the text.
pub(super) fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().nfc().filter(|letter| letter.is_alphabetic()).collect();
    if letters.is_empty() {
        return 0;
    }
    let mut count = 0;
    let mut run: Vec<Vowel> = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let next = letters.get(at + 1).copied();
        match vowel(before, *letter, next) {
            Some(vowel) => run.push(vowel),
            // A mute h joins the vowels around it.
            None if *letter == 'h' && !run.is_empty() && next.is_some_and(is_vowel_letter) => {}
            None => count += nuclei(&std::mem::take(&mut run)),
        }
    }
    (count + nuclei(&run)).max(1)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vowel {
    /// A syllable of its own: a, e, o, and í, ú with their accent.
    Nucleus,
    /// Leans on a nucleus: i, u, ü, and y where it sounds like i.
    Closed(char),
    /// An accented i or u: a nucleus, but still twin to an i or u beside it (chi-í-ta).
    Accented(char),
}

/// The vowel that `letter` is between these neighbours. The silent u of `que`, `gui` needs no rule: it always
/// leans on the vowel after it and so never counts.
fn vowel(before: Option<char>, letter: char, next: Option<char>) -> Option<Vowel> {
    let before_vowel = next.is_some_and(is_vowel_letter);
    match letter {
        'a' | 'e' | 'o' | 'á' | 'é' | 'ó' | 'à' | 'è' | 'ò' | 'ï' => Some(Vowel::Nucleus),
        'í' => Some(Vowel::Accented('i')),
        'ú' => Some(Vowel::Accented('u')),
        'i' => Some(Vowel::Closed('i')),
        // hu before a vowel opens a syllable, as w would: chi-hua-hua.
        'u' if before == Some('h') && before_vowel => None,
        'u' | 'ü' => Some(Vowel::Closed('u')),
        // A vowel in muy, rey, y; a consonant in yo, apoyo.
        'y' if !before_vowel => Some(Vowel::Closed('i')),
        _ => None,
    }
}

fn is_vowel_letter(letter: char) -> bool {
    "aeiouáéíóúüàèòï".contains(letter)
}

/// The syllables of vowels that stand together.
fn nuclei(run: &[Vowel]) -> usize {
    let full = run.iter().filter(|vowel| !matches!(vowel, Vowel::Closed(_))).count();
    let twins = run.windows(2).filter(|pair| are_twins(pair[0], pair[1])).count();
    match run {
        [] => 0,
        _ => full.max(1) + twins,
    }
}

/// Two i, or two u, never share a syllable: ti-i-to. Two open vowels are two nuclei anyway.
fn are_twins(one: Vowel, other: Vowel) -> bool {
    match (one, other) {
        (Vowel::Closed(one), Vowel::Closed(other) | Vowel::Accented(other))
        | (Vowel::Accented(one), Vowel::Closed(other)) => one == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_split_as_the_orthography_splits_it() {
        // The hyphens mark the syllables.
        let words = "yo y muy rey hoy ya le-yes Pa-ra-guay u-ru-gua-yo a-po-yo buey miau \
            sol pan trans-por-te cons-truc-ción pa-go cuo-ta deu-da deu-dor sal-do ven-ci-mien-to a-bo-no \
            dí-a dia pa-ís pais ma-íz o-ír re-ír son-re-ír ba-úl re-ú-ne a-ún aun-que a-hí bú-ho \
            le-er cre-er ca-os lí-ne-a a-é-re-o co-he-te al-co-hol po-e-ta za-na-ho-ria a-ho-ra ve-hí-cu-lo \
            prohi-bir rehu-sar ahu-mar de-sahu-cio ahi-ja-do ca-ca-hue-te chi-hua-hua a-hue-car hie-lo hue-so \
            ciu-dad cui-da-do viu-da cons-truir cons-trui-do je-sui-ta cuí-da-te \
            que qui-nien-tos gue-rra se-guir guí-a guiar guion pin-güi-no lin-güís-ti-ca a-ve-ri-güe ver-güen-za \
            ti-i-to chi-í-ta es-tu-diáis a-ve-ri-guáis ne-go-ciar se-ño-ri-ta com-pa-ñí-a te-ní-a-mos \
            co-mu-ní-que-se res-pon-sa-bi-li-dad fá-cil-men-te re-fi-nan-cia-mien-to";
        for written in words.split_whitespace() {
            let expected = written.split('-').count();
            assert_eq!(syllables(&written.replace('-', "")), expected, "{written}");
        }
    }

    #[test]
    fn a_composed_and_a_decomposed_accent_are_the_same() {
        assert_eq!(syllables("pai\u{301}s"), 2);
        assert_eq!(syllables("PAÍS"), 2);
    }

    #[test]
    fn a_word_without_vowels_is_one_syllable_and_a_number_none() {
        assert_eq!(syllables("mmm"), 1);
        assert_eq!(syllables("Sr."), 1);
        assert_eq!(syllables("500"), 0);
        assert_eq!(syllables(""), 0);
    }
}
