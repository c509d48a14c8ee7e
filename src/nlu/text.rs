//! A turn cut into words: folded for comparison, each with its place in the text as given.
//!
//! Case and accents do not count, ñ does; `¿?`, full stops and the like are kept as breaks between words,
//! for people who write them, and are never needed, for those who do not.

use unicode_normalization::UnicodeNormalization as _;

use crate::source::Span;

/// One word of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Lower case, without accents, ñ kept.
    pub folded: String,
    pub span: Span,
    /// What stands between this word and the one before.
    pub before: Break,
    /// The sentence that this word is in carries a question mark.
    pub asked: bool,
}

/// What separates two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Break {
    None,
    /// A comma, a dash, an ellipsis: a pause inside a sentence.
    Clause,
    /// The end of a sentence, or the start of the turn.
    Sentence,
}

/// Sounds that fill a pause and mean nothing; patterns pass over them.
const FILLERS: [&str; 12] = ["eh", "ehh", "ehm", "em", "mmm", "mm", "uh", "um", "uhm", "er", "erm", "eeh"];
const LONGEST_FILLER: usize = 3;
/// A full stop after these is not the end of a sentence.
const ABBREVIATIONS: [&str; 16] = [
    "sr", "sra", "srta", "sres", "dr", "dra", "lic", "ing", "ud", "uds", "vd", "av", "no", "mr", "mrs", "ms",
];

/// Lower case, accents away, ñ kept, in composed form.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let decomposed = text.chars().any(|character| ('\u{300}'..='\u{36f}').contains(&character));
    if decomposed {
        return text.nfc().flat_map(char::to_lowercase).filter_map(fold_char).collect();
    }
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'A'..='Z' => folded.push(character.to_ascii_lowercase()),
            // What Spanish has of small letters and signs, without a look into the tables of Unicode.
            '\0'..='\x7f' | 'ß'..='ÿ' | '¡' | '¿' => folded.extend(fold_char(character)),
            _ => folded.extend(character.to_lowercase().filter_map(fold_char)),
        }
    }
    folded
}

fn fold_char(character: char) -> Option<char> {
    Some(match character {
        'á' | 'à' | 'â' | 'ä' | 'ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        '’' => '\'',
        // Marks that did not compose with the letter before them.
        '\u{300}'..='\u{36f}' => return None,
        other => other,
    })
}

/// A word takes about as many letters, the space after it counted.
const LETTERS: usize = 5;

/// Cuts a turn into words, without fillers and without a word said twice in a row by a slip. A turn of nothing
/// but fillers keeps them: "mm" is an answer of its own.
pub fn words(text: &str) -> Vec<Word> {
    let words = cut(text, Fillers::Skipped);
    if words.is_empty() { cut(text, Fillers::Kept) } else { words }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fillers {
    Skipped,
    Kept,
}

fn cut(text: &str, fillers: Fillers) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / LETTERS + 1);
    let mut pending = Break::Sentence;
    let mut sentence_start = 0;
    let mut rest = 0;
    while let Some((start, end)) = next_word(text, rest) {
        let between = &text[rest..start];
        let mut opens_question = false;
        // Most words are a space apart.
        if between != " " || words.is_empty() {
            pending = pending.max(read_break(between, words.last()));
            if between.contains('?') {
                mark_asked(&mut words, sentence_start);
            }
            opens_question = between.contains('¿');
        }
        if pending == Break::Sentence {
            sentence_start = words.len();
        }
        let folded = fold(&text[start..end]);
        let repeated = pending == Break::None && words.last().is_some_and(|last| last.folded == folded);
        if repeated {
            // "el el viernes": the second is the one that the sentence goes on with.
            if let Some(last) = words.last_mut() {
                last.span.end = end;
            }
        } else if fillers == Fillers::Kept || !is_filler(&folded) {
            let in_question = opens_question
                || (pending != Break::Sentence && words.last().is_some_and(|last: &Word| last.asked));
            words.push(Word { folded, span: start..end, before: pending, asked: in_question });
            pending = Break::None;
        }
        rest = end;
    }
    if text[rest..].contains('?') {
        mark_asked(&mut words, sentence_start);
    }
    words
}

fn is_filler(folded: &str) -> bool {
    folded.len() <= LONGEST_FILLER && FILLERS.contains(&folded)
}

/// A question mark closes the sentence it ends, back to its opening mark or its start.
fn mark_asked(words: &mut [Word], sentence_start: usize) {
    if words[sentence_start..].iter().any(|word| word.asked) {
        return;
    }
    for word in &mut words[sentence_start..] {
        word.asked = true;
    }
}

fn next_word(text: &str, from: usize) -> Option<(usize, usize)> {
    let start = from + text[from..].find(char::is_alphanumeric)?;
    let bytes = text.as_bytes();
    let mut end = start;
    loop {
        // Most letters take one byte.
        while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            end += 1;
        }
        let mut letters = text[end..].chars();
        let Some(character) = letters.next() else { break };
        let next = letters.next();
        let inside = match character {
            // "1,850.00" and "12:30" are one word, so is "don't"; a mark at the end of a word is not in it.
            '.' | ',' | ':' | '/' => {
                next.is_some_and(|next| next.is_ascii_digit())
                    && text[..end].ends_with(|c: char| c.is_ascii_digit())
            }
            '\'' | '’' => next.is_some_and(char::is_alphabetic),
            other => other.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&other),
        };
        if !inside {
            break;
        }
        end += character.len_utf8();
    }
    Some((start, end))
}

fn read_break(between: &str, last: Option<&Word>) -> Break {
    if last.is_none() {
        return Break::Sentence;
    }
    let between = between.trim();
    let abbreviation = || last.is_some_and(|word| ABBREVIATIONS.contains(&word.folded.as_str()));
    let dots = between.matches('.').count();
    if between.contains(['?', '!', ';', '\n']) || (dots == 1 && !abbreviation()) {
        Break::Sentence
    } else if between.contains(['¿', '¡', ',', ':', '—', '–', '(', ')', '…', '"', '«', '»', '“', '”'])
        || dots > 1
    {
        Break::Clause
    } else {
        Break::None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn accents_and_case_do_not_count_and_the_letter_enye_does() {
        assert_eq!(
            folded("¿CuÁnto me cobrarán el AÑO que viene?"),
            ["cuanto", "me", "cobraran", "el", "año", "que", "viene"]
        );
        assert_eq!(fold("man\u{303}ana"), "mañana");
    }

    #[test]
    fn fillers_and_slips_are_passed_over() {
        assert_eq!(folded("eh pues el el viernes mmm le pago"), ["pues", "el", "viernes", "le", "pago"]);
    }

    #[test]
    fn amounts_and_times_are_one_word() {
        assert_eq!(folded("son $1,850.00, a las 12:30."), ["son", "1,850.00", "a", "las", "12:30"]);
    }

    #[test]
    fn the_sentence_with_the_question_mark_is_the_one_asked() {
        let asked: Vec<_> = words("Entiendo. ¿Qué pasó con su trabajo? Dígame, por favor.")
            .into_iter()
            .map(|w| w.asked)
            .collect();
        assert_eq!(asked, [false, true, true, true, true, true, false, false, false]);
        assert!(words("oiga, puede pagar hoy?").iter().all(|word| word.asked));
    }

    #[test]
    fn a_title_with_its_full_stop_does_not_end_the_sentence() {
        assert_eq!(words("Sra. Rosa")[1].before, Break::None);
        assert_eq!(words("Gracias. Rosa")[1].before, Break::Sentence);
    }

    proptest! {
        #[test]
        fn any_text_is_cut_at_character_boundaries(text in "\\PC{0,60}") {
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(word.span.start >= last && word.span.start < word.span.end);
                prop_assert!(text.get(word.span.clone()).is_some());
                last = word.span.end;
            }
        }
    }
}
