//! Number and calendar words of both languages, and how a heard word finds its sense: as it
//! stands or by its sound (`biernes`, `dosientos`), since callers and trainees spell by ear.

use std::sync::LazyLock;

use crate::messages::Language;
use crate::nlu::entity::phrases::WordMap;
use crate::nlu::entity::tables::{self, Tables};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberWord {
    /// *un, una; a, an*: one, or just an article.
    Article,
    /// 0 to 29 in one word.
    Small(u32),
    Ten(u32),
    Hundred(u32),
    /// English *hundred* multiplies what stands before it.
    HundredTimes,
    Thousand,
    /// `dosmil`: thousands run together.
    Thousands(u32),
    /// A million or a billion (each language's own).
    Scale(u64),
    Half,
    Dozen,
    Ordinal(u32),
    Third,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CalendarWord {
    /// Monday is 1.
    Weekday(i8),
    Month(i8),
    /// An abbreviation: a month only beside a day.
    ShortMonth(i8),
    Unit(Unit),
    /// An article or a preposition that a date can begin with.
    Lead,
    /// Any other word of a date.
    Anchor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Year,
}

/// Words that sound like a number but are something else.
const NOT_BY_SOUND: [&str; 17] = [
    "siento", "sientos", "sien", "vienes", "bienes", "vieres", "juez", "mares", "mates", "marte", "domino",
    "novena", "senta", "lues", "luens", "sabao", "marts",
];

/// What a word can be as a number and in the calendar.
type Senses = (Option<NumberWord>, Option<CalendarWord>);

#[derive(Debug, Default)]
struct Lexicon {
    as_spelt: WordMap<String, Senses>,
    by_sound: WordMap<String, Senses>,
    by_slip: WordMap<String, Senses>,
}

/// Numbers and words of the calendar side by side.
fn together(
    numbers: impl IntoIterator<Item = (String, NumberWord)>,
    calendar: impl IntoIterator<Item = (String, CalendarWord)>,
) -> WordMap<String, Senses> {
    let mut all: WordMap<String, Senses> = WordMap::default();
    for (word, sense) in numbers {
        all.entry(word).or_default().0 = Some(sense);
    }
    for (word, sense) in calendar {
        all.entry(word).or_default().1 = Some(sense);
    }
    all
}

static SPANISH: LazyLock<Lexicon> = LazyLock::new(|| lexicon(&tables::SPANISH, Language::Es));
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| lexicon(&tables::ENGLISH, Language::En));

fn lexicon(tables: &Tables, language: Language) -> Lexicon {
    let mut numbers: Vec<(String, NumberWord)> = Vec::new();
    let mut number = |words: &str, sense: NumberWord| {
        numbers.extend(words.split(' ').filter(|word| !word.is_empty()).map(|word| (word.to_owned(), sense)));
    };
    for (value, words) in (0..).zip(tables.small) {
        number(words, NumberWord::Small(value));
    }
    for (ten, words) in (2..).zip(tables.tens) {
        number(words, NumberWord::Ten(ten * 10));
    }
    for (hundred, words) in (1..).zip(tables.hundreds) {
        number(words, NumberWord::Hundred(hundred * 100));
    }
    for (ordinal, words) in (1..).zip(tables.ordinals) {
        number(words, NumberWord::Ordinal(ordinal));
    }
    for (words, sense) in tables.other_numbers {
        number(words, *sense);
    }
    if language == Language::Es {
        run_words_together(tables, &mut numbers);
    }

    let mut calendar: Vec<(String, CalendarWord)> = Vec::new();
    let mut entry = |words: &str, sense: CalendarWord| {
        calendar
            .extend(words.split(' ').filter(|word| !word.is_empty()).map(|word| (word.to_owned(), sense)));
    };
    entry(tables.leads, CalendarWord::Lead);
    entry(tables.anchors, CalendarWord::Anchor);
    for (weekday, words) in (1..).zip(tables.weekdays) {
        entry(words, CalendarWord::Weekday(weekday));
    }
    for (month, words) in (1..).zip(tables.short_months) {
        entry(words, CalendarWord::ShortMonth(month));
    }
    for (month, words) in (1..).zip(tables.months) {
        entry(words, CalendarWord::Month(month));
    }
    for (words, unit) in tables.units {
        entry(words, CalendarWord::Unit(*unit));
    }

    let mut lexicon = Lexicon::default();
    if language == Language::Es {
        let sound = |word: &str| Sound::of(word).as_str().to_owned();
        let slips = |word: &str| slips_of(word).into_iter().map(|slip| sound(&slip));
        let long = numbers.iter().filter(|(word, _)| (LONG..=LONGEST_SLIPPED).contains(&word.len()));
        let days = calendar.iter().filter(|(word, sense)| {
            matches!(sense, CalendarWord::Weekday(_))
                || matches!(sense, CalendarWord::Month(_)) && word.len() >= LONG
        });
        lexicon.by_slip = together(
            long.flat_map(|(word, sense)| slips(word).map(|slip| (slip, *sense))),
            days.flat_map(|(word, sense)| slips(word).map(|slip| (slip, *sense))),
        );
        let numbers = numbers.iter().filter(|(word, _)| word.len() >= 4);
        let names = |sense: &CalendarWord| matches!(sense, CalendarWord::Weekday(_) | CalendarWord::Month(_));
        let named = calendar.iter().filter(|(word, sense)| word.len() >= 4 && names(sense));
        lexicon.by_sound = together(
            numbers.map(|(word, sense)| (sound(word), *sense)),
            named.map(|(word, sense)| (sound(word), *sense)),
        );
    }
    lexicon.as_spelt = together(numbers, calendar);
    lexicon
}

/// `treintaicinco`, `treinticinco`, `doscientas`, `dosmil`.
fn run_words_together(tables: &Tables, numbers: &mut Vec<(String, NumberWord)>) {
    for (ten, words) in (2..).zip(tables.tens) {
        let Some(stem) = words.split(' ').next().and_then(|word| word.strip_suffix('a')) else { continue };
        for (unit, word) in (1..10).zip(&tables.small[1..]) {
            for join in ["ai", "ay", "i"] {
                numbers.push((format!("{stem}{join}{word}"), NumberWord::Small(ten * 10 + unit)));
            }
        }
    }
    let feminine: Vec<_> = numbers
        .iter()
        .filter(|(word, sense)| matches!(sense, NumberWord::Hundred(_)) && word.ends_with("os"))
        .map(|(word, sense)| (format!("{}as", &word[..word.len() - 2]), *sense))
        .collect();
    numbers.extend(feminine);
    let thousands: Vec<_> = numbers
        .iter()
        .filter_map(|(word, sense)| match *sense {
            NumberWord::Small(value) | NumberWord::Ten(value) | NumberWord::Hundred(value) if value > 1 => {
                Some((format!("{word}mil"), NumberWord::Thousands(value)))
            }
            _ => None,
        })
        .collect();
    numbers.extend(thousands);
}

/// What a folded word can be as a number and in the calendar.
pub(super) fn senses(word: &str, language: Language) -> Senses {
    let lexicon: &Lexicon = match language {
        Language::Es => &SPANISH,
        Language::En => &ENGLISH,
    };
    if let Some(senses) = lexicon.as_spelt.get(word) {
        return *senses;
    }
    let sounds = language == Language::Es && word.len() >= 4 && word.len() <= LONGEST && word.is_ascii();
    if !sounds {
        return (None, None);
    }
    let sound = Sound::of(word);
    let sound = sound.as_str();
    let senses = lexicon.by_sound.get(sound).or_else(|| lexicon.by_slip.get(sound)).copied();
    senses.filter(|_| !NOT_BY_SOUND.contains(&word)).unwrap_or_default()
}

/// Shorter number words and months lie too near to other words for a slip to be told.
const LONG: usize = 7;
/// Numbers run together would fill the table with what nobody types.
const LONGEST_SLIPPED: usize = 13;

/// The word with one letter left out, or two changed about; the first letter stays.
fn slips_of(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let left_out = (1..letters.len()).map(|at| {
        let kept = letters.iter().enumerate().filter(|(place, _)| *place != at);
        kept.map(|(_, letter)| *letter).collect()
    });
    let changed_about = (2..letters.len()).map(|at| {
        let mut letters = letters.clone();
        letters.swap(at - 1, at);
        letters.into_iter().collect()
    });
    left_out.chain(changed_about).collect()
}

/// How a Spanish word sounds in Latin America, roughly: b/v, s/c/z, silent h, ll/y, m before b and p.
#[derive(Debug)]
struct Sound {
    letters: [u8; LONGEST],
    length: usize,
}

/// Longer words sound like nothing in the tables.
const LONGEST: usize = 24;

impl Sound {
    fn of(word: &str) -> Self {
        let mut sound = Self { letters: [0; LONGEST], length: 0 };
        let mut letters = word.bytes().peekable();
        while let Some(letter) = letters.next() {
            let next = letters.peek().copied();
            let last = sound.length.checked_sub(1).map(|last| sound.letters[last]);
            let heard = match (letter, next) {
                (b'h', _) if last != Some(b'c') => continue,
                (b'v', _) => b'b',
                (b'z' | b'x', _) | (b'c', Some(b'e' | b'i')) => b's',
                (b'n', Some(b'b' | b'v' | b'p')) => b'm',
                (b'l', Some(b'l')) => {
                    letters.next();
                    b'y'
                }
                (b'g', Some(b'e' | b'i')) => b'j',
                (other, _) => other,
            };
            if last != Some(heard) && sound.length < LONGEST {
                sound.letters[sound.length] = heard;
                sound.length += 1;
            }
        }
        sound
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.letters[..self.length]).unwrap_or_default()
    }
}

/// The value of a Spanish cardinal written as one word (`treintaicinco`, `cientocinco`), for denominators.
pub(super) fn run_together(word: &str) -> Option<u32> {
    let value = |word: &str| match SPANISH.as_spelt.get(word)?.0 {
        Some(NumberWord::Small(value) | NumberWord::Ten(value) | NumberWord::Hundred(value)) => Some(value),
        Some(NumberWord::Article) => Some(1),
        _ => None,
    };
    value(word).or_else(|| word.strip_prefix("ciento").and_then(value).map(|rest| 100 + rest))
}

#[cfg(test)]
mod tests {
    use super::CalendarWord::{Month, Weekday};
    use super::NumberWord::{Hundred, Small, Thousands};
    use super::*;

    #[test]
    fn words_spelt_by_ear_are_found() {
        assert_eq!(senses("biernes", Language::Es).1, Some(Weekday(5)));
        assert_eq!(senses("savado", Language::Es).1, Some(Weekday(6)));
        assert_eq!(senses("dosientos", Language::Es).0, Some(Hundred(200)));
        assert_eq!(senses("disiembre", Language::Es).1, Some(Month(12)));
    }

    #[test]
    fn a_letter_left_out_or_changed_about_is_read_over() {
        assert_eq!(senses("vierns", Language::Es).1, Some(Weekday(5)));
        assert_eq!(senses("bierns", Language::Es).1, Some(Weekday(5)));
        assert_eq!(senses("doimngo", Language::Es).1, Some(Weekday(7)));
        assert_eq!(senses("dicembre", Language::Es).1, Some(Month(12)));
        assert_eq!(senses("trescietos", Language::Es).0, Some(Hundred(300)));
        for word in ["vienes", "bienes", "juez", "mares", "domino"] {
            assert_eq!(senses(word, Language::Es), (None, None), "{word}");
        }
    }

    #[test]
    fn lo_siento_is_not_a_hundred() {
        assert_eq!(senses("siento", Language::Es), (None, None));
        assert_eq!(senses("vienes", Language::Es), (None, None));
    }

    #[test]
    fn numbers_run_together_are_numbers() {
        assert_eq!(senses("treintaicinco", Language::Es).0, Some(Small(35)));
        assert_eq!(senses("dosmil", Language::Es).0, Some(Thousands(2)));
        assert_eq!(run_together("cientocinco"), Some(105));
    }
}
