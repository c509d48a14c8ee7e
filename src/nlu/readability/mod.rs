//! How easy a speaker is to follow: syllables, words and sentences of what was said, and the readability indices
//! of the field. Indices are integers in hundredths of a point, computed exactly and rounded once, half away
//! from zero. They were made for prose of a hundred words and more; of one short turn they say little.

use crate::messages::Language;
use crate::source::Span;

mod delivery;
mod english;
mod spanish;

pub use delivery::{fillers, hedges, words_per_turn};

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 18] = [
    "arq", "av", "dr", "dra", "ing", "lic", "mr", "mrs", "ms", "núm", "prof", "sr", "sra", "sres", "srta",
    "ud", "uds", "vd",
];

/// The syllables of one word.
pub fn syllables(word: &str, language: Language) -> usize {
    match language {
        Language::Es => spanish::syllables(word),
        Language::En => english::syllables(word),
    }
}

/// What the indices are made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub sentences: u32,
    pub words: u32,
    pub syllables: u32,
}

impl Counts {
    /// Counts what was said in these turns. A turn is at least one sentence, and exactly one if its text has no
    /// marks, as recognised speech has none. Numbers in figures count as nothing: how they are read aloud is not
    /// in the text.
    pub fn of<'a>(turns: impl IntoIterator<Item = &'a str>, language: Language) -> Self {
        let mut counts = Self::default();
        for turn in turns {
            for word in words(turn) {
                let syllables = syllables(word, language);
                counts.words += u32::from(syllables > 0);
                counts.syllables =
                    counts.syllables.saturating_add(u32::try_from(syllables).unwrap_or(u32::MAX));
            }
            counts.sentences += sentences(turn);
        }
        counts
    }

    /// Perspicuity of Szigriszt Pazos (1993), which INFLESZ reads: 206.835 − 62.3·S/P − P/F, where S are syllables,
    /// P words and F sentences. In hundredths; ordinary prose lies between 0 and 100 points, very short and very
    /// long words beyond. `None` when nothing was said.
    pub fn szigriszt_pazos(self) -> Option<i64> {
        self.index(206_835, 62_300, 1_000)
    }

    /// Reading ease of Fernández Huerta (1959): 206.84 − 60·S/P − 1.02·P/F, in hundredths, with the range of
    /// Flesch's. It was printed as 206.84 − 0.60·P − 1.02·F, with P the syllables and F the *sentences* in a hundred
    /// words; read so, longer sentences would make a text easier. Gwillim Law showed in 2011 that F must be the
    /// mean number of words in a sentence, as in Flesch's formula, of which this is the Spanish version. That
    /// correction is used here.
    pub fn fernandez_huerta(self) -> Option<i64> {
        self.index(206_840, 60_000, 1_020)
    }

    /// Reading ease of Flesch (1948) for English: 206.835 − 1.015·(words/sentences) − 84.6·(syllables/words).
    /// In hundredths; 60 to 70 points is plain English, 100 and over very easy.
    pub fn flesch(self) -> Option<i64> {
        self.index(206_835, 84_600, 1_015)
    }

    /// `base − by_syllables·S/P − by_words·P/F`, its constants in thousandths, its value in hundredths.
    fn index(self, base: i128, by_syllables: i128, by_words: i128) -> Option<i64> {
        let (sentences, words, syllables) =
            (i128::from(self.sentences), i128::from(self.words), i128::from(self.syllables));
        let denominator = 10 * words * sentences;
        if denominator == 0 {
            return None;
        }
        let numerator =
            base * words * sentences - by_syllables * syllables * sentences - by_words * words * words;
        let half = denominator / 2;
        let rounded = if numerator < 0 { numerator - half } else { numerator + half } / denominator;
        i64::try_from(rounded).ok()
    }
}

/// The bands of the INFLESZ scale (Barrio-Cantalejo and others, 2008) for the index of Szigriszt Pazos.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Inflesz {
    /// Under 40: university, scientific papers.
    VeryHard,
    /// From 40 to under 55: secondary school, popular science, quality press.
    SomewhatHard,
    /// From 55 to under 65: general and sports press.
    Normal,
    /// From 65 to 80: primary school, leaflets, novels.
    FairlyEasy,
    /// Over 80: primary school, comics, dialogue.
    VeryEasy,
}

impl Inflesz {
    /// The band of an index in hundredths.
    pub fn of(hundredths: i64) -> Self {
        match hundredths {
            ..4000 => Self::VeryHard,
            4000..5500 => Self::SomewhatHard,
            5500..6500 => Self::Normal,
            6500..=8000 => Self::FairlyEasy,
            8001.. => Self::VeryEasy,
        }
    }
}

/// The words of a text: letters and digits, with the apostrophes and the decimal marks inside them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    word_spans(text).map(|span| &text[span])
}

fn word_spans(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let mut end = start;
        let mut letters = text[start..].char_indices().peekable();
        while let Some((offset, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let inside = letter.is_alphanumeric()
                || unicode_normalization::char::is_combining_mark(letter)
                || (matches!(letter, '\'' | '’') && next.is_some_and(char::is_alphabetic))
                || (matches!(letter, '.' | ',') && next.is_some_and(|next| next.is_ascii_digit()));
            if !inside {
                break;
            }
            end = start + offset + letter.len_utf8();
        }
        at = end;
        Some(start..end)
    })
}

/// The sentences of one turn: those that a mark ends, and what is left at the end. A number alone is none.
fn sentences(turn: &str) -> u32 {
    let mut ended = 0;
    let mut lettered = false;
    let mut spans = word_spans(turn).peekable();
    while let Some(word) = spans.next() {
        let next = spans.peek().map_or(turn.len(), |next| next.start);
        let between = &turn[word.end..next];
        let word = &turn[word];
        lettered |= word.contains(char::is_alphabetic);
        let marked = between.contains(['?', '!', '…', '\n']) || between.contains("..");
        let stopped = between.contains('.') && !is_abbreviation(word);
        if lettered && (marked || stopped || next == turn.len()) {
            ended += 1;
            lettered = false;
        }
    }
    ended
}

/// `Sra.`, and initials: `J.`, `S.A.`.
fn is_abbreviation(word: &str) -> bool {
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests;
