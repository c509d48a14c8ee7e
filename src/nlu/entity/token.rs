//! A turn cut once into words, digit runs and symbols. Each token keeps its bytes in the turn and a folded
//! form: small letters without accents, `ñ` as `n` (recognised speech and hurried typing drop the tilde, and no
//! word of these grammars depends on it). Hesitations are left out, so that *el eh viernes* reads as one phrase.

use std::cell::Cell;

use crate::messages::Language;
use crate::nlu::entity::words::{self, CalendarWord, NumberWord};
use crate::source::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Digits,
    Symbol,
}

#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) span: Span,
    folded: Span,
    /// The first byte of the folded form; of an empty one none that a phrase begins with.
    initial: u8,
    pub(super) kind: Kind,
    /// Nothing stands between this token and the one before it.
    pub(super) glued: bool,
    pub(super) number: Option<NumberWord>,
    pub(super) calendar: Option<CalendarWord>,
    /// A date can begin here: it or one of the next few tokens makes one.
    pub(super) may_date: bool,
}

/// How far an article may stand from the word that makes the date.
const REACH: usize = 4;

#[derive(Debug)]
pub(super) struct Text<'t> {
    raw: &'t str,
    /// Nothing in it is small, so that its capitals tell nothing.
    shouted: bool,
    folded: String,
    pub(super) tokens: Vec<Token>,
}

thread_local! {
    /// Room for the tokens of the next turn: one turn after another is read.
    static ROOM: Cell<Vec<Token>> = const { Cell::new(Vec::new()) };
}
/// No more room than for so many tokens is kept.
const MOST_ROOM: usize = 1024;

impl Drop for Text<'_> {
    fn drop(&mut self) {
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.clear();
        if tokens.capacity() <= MOST_ROOM {
            ROOM.set(tokens);
        }
    }
}

const HESITATIONS: [&str; 12] =
    ["eh", "ehh", "ehm", "em", "mm", "mmm", "mmmm", "um", "uh", "uhm", "hmm", "erm"];
const LONGEST_HESITATION: usize = 4;

impl<'t> Text<'t> {
    pub(super) fn read(raw: &'t str, language: Language) -> Self {
        let mut text = Self {
            raw,
            shouted: !raw.contains(char::is_lowercase),
            folded: String::with_capacity(raw.len()),
            tokens: ROOM.take(),
        };
        let mut previous_end = usize::MAX;
        let mut rest = 0;
        while let Some(first) = raw[rest..].chars().next() {
            let start = rest;
            rest += first.len_utf8();
            if first.is_whitespace() {
                continue;
            }
            let kind = kind_of(first);
            let folded_start = text.folded.len();
            fold(first, &mut text.folded);
            loop {
                // Most letters take one byte.
                while kind == Kind::Word && raw.as_bytes().get(rest).is_some_and(u8::is_ascii_alphabetic) {
                    text.folded.push(char::from(raw.as_bytes()[rest].to_ascii_lowercase()));
                    rest += 1;
                }
                let Some(next) = raw[rest..].chars().next() else { break };
                let joins = kind != Kind::Symbol
                    && (kind_of(next) == kind && !next.is_whitespace()
                        || (kind == Kind::Word && is_mark(next)));
                if !joins {
                    break;
                }
                fold(next, &mut text.folded);
                rest += next.len_utf8();
            }
            let end = rest;
            if kind == Kind::Word && language == Language::Es && previous_end != start {
                spell_out(&mut text.folded, folded_start, &raw[end..]);
            }
            let word = &text.folded[folded_start..];
            let mut number = None;
            let mut calendar = None;
            if kind == Kind::Word {
                if word.len() <= LONGEST_HESITATION && HESITATIONS.contains(&word) {
                    text.folded.truncate(folded_start);
                    continue;
                }
                (number, calendar) = words::senses(word, language);
            }
            text.tokens.push(Token {
                span: start..end,
                folded: folded_start..text.folded.len(),
                initial: text.folded.as_bytes().get(folded_start).copied().unwrap_or_default(),
                kind,
                glued: previous_end == start,
                number,
                calendar,
                may_date: false,
            });
            previous_end = end;
        }
        text.mark_dates();
        text
    }

    fn mark_dates(&mut self) {
        let mut away = REACH + 1;
        for token in self.tokens.iter_mut().rev() {
            let lead = token.calendar == Some(CalendarWord::Lead);
            let makes =
                token.kind == Kind::Digits || token.number.is_some() || token.calendar.is_some() && !lead;
            away = if makes { 0 } else { away.saturating_add(1) };
            token.may_date = makes || lead && away <= REACH;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The folded form of a token of any kind; empty past the end.
    #[inline]
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.folded[token.folded.clone()])
    }

    /// The token before `at`, `back` places to the left; empty before the start.
    pub(super) fn back(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Digits)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub(super) fn number(&self, at: usize) -> Option<NumberWord> {
        self.tokens.get(at).and_then(|token| token.number)
    }

    pub(super) fn calendar(&self, at: usize) -> Option<CalendarWord> {
        self.tokens.get(at).and_then(|token| token.calendar)
    }

    pub(super) fn is_in(&self, at: usize, words: &[&str]) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let word = &self.folded[token.folded.clone()];
        // Most words differ in length or in their first letter.
        words.iter().any(|other| other.len() == word.len() && begins(other, token.initial) && *other == word)
    }

    /// Where the phrase (folded words, one space between) ends if it begins at `at`.
    #[inline]
    pub(super) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        // Most phrases fail at their first letter: these are asked many times a turn.
        self.tokens.get(at).filter(|token| begins(phrase, token.initial))?;
        self.whole_phrase(at, phrase)
    }

    fn whole_phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut rest = phrase;
        let mut next = at;
        loop {
            let word = self.word(next);
            if word.is_empty() {
                return None;
            }
            rest = rest.strip_prefix(word)?;
            next += 1;
            if rest.is_empty() {
                return Some(next);
            }
            rest = rest.strip_prefix(' ')?;
        }
    }

    /// The first of the phrases that begins at `at`; put the longer ones first.
    pub(super) fn phrases(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let initial = self.tokens.get(at)?.initial;
        let mut alike = phrases.iter().filter(|phrase| begins(phrase, initial));
        alike.find_map(|phrase| self.whole_phrase(at, phrase))
    }

    /// Where one of the phrases begins that ends just before `at`.
    pub(super) fn phrases_before(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let last = self.word(at.checked_sub(1)?);
        let letter = last.as_bytes().last();
        // Most phrases end in another letter.
        let mut alike =
            phrases.iter().filter(|phrase| phrase.as_bytes().last() == letter && phrase.ends_with(last));
        alike.find_map(|phrase| {
            let start = at.checked_sub(phrase.split(' ').count())?;
            self.phrase(start, phrase).map(|_| start)
        })
    }

    /// The word as it was written, to tell names (capitals) and tenses (accents).
    pub(super) fn written(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &self.raw[token.span.clone()])
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.written(at).chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn is_shouted(&self) -> bool {
        self.shouted
    }

    pub(super) fn is_sentence_start(&self, at: usize) -> bool {
        at == 0 || self.ends_sentence(at - 1) || matches!(self.word(at - 1), "¿" | "¡" | "\"" | "«")
    }

    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        matches!(self.word(at), "" | "." | "?" | "!" | ";" | "…")
    }

    pub(super) fn is_punctuation(&self, at: usize) -> bool {
        self.ends_sentence(at)
            || matches!(self.word(at), "," | ":" | ")" | "(" | "\"" | "»" | "-" | "—" | "¿" | "¡")
    }

    /// The bytes of the tokens from `start` up to but not `end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        self.tokens[start].span.start..self.tokens[end - 1].span.end
    }
}

/// *El viernes d la otra semana, dsd el 15, el lunes q viene, 800 x mes*: small words in short, which stand inside dates.
fn spell_out(folded: &mut String, start: usize, rest: &str) {
    const SHORT: [(&str, &str); 3] = [("d", "de"), ("q", "que"), ("dsd", "desde")];
    const RATES: [&str; 5] = ["mes", "semana", "quincena", "cuota", "pago"];
    let word = &folded[start..];
    // "800 x mes", and not "200 x 4".
    let rate = word == "x" && RATES.iter().any(|rate| rest.trim_start().starts_with(rate));
    let whole = SHORT.iter().find(|(short, _)| *short == word).map(|(_, whole)| *whole);
    let Some(whole) = whole.or_else(|| rate.then_some("por")) else { return };
    // "D. Juan" has an initial, and "d'accord" another language.
    if !rest.starts_with(['.', '\'', '/', '-']) {
        folded.truncate(start);
        folded.push_str(whole);
    }
}

#[inline]
fn begins(phrase: &str, initial: u8) -> bool {
    phrase.as_bytes().first() == Some(&initial)
}

fn kind_of(c: char) -> Kind {
    if c.is_ascii_digit() {
        Kind::Digits
    } else if c.is_alphabetic() && !matches!(c, 'º' | 'ª') {
        Kind::Word
    } else {
        Kind::Symbol
    }
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn fold(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    if is_mark(c) {
        return;
    }
    for small in c.to_lowercase() {
        out.push(match small {
            'á' | 'à' | 'ä' | 'â' | 'ã' | 'å' => 'a',
            'é' | 'è' | 'ë' | 'ê' => 'e',
            'í' | 'ì' | 'ï' | 'î' => 'i',
            'ó' | 'ò' | 'ö' | 'ô' | 'õ' => 'o',
            'ú' | 'ù' | 'ü' | 'û' => 'u',
            'ñ' => 'n',
            '’' | '‘' | '´' => '\'',
            '–' | '−' => '-',
            other => other,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_digits_and_symbols_keep_their_bytes() {
        let text = Text::read("¿Mañana, S/150?", Language::Es);
        let words: Vec<&str> = (0..text.len()).map(|at| text.word(at)).collect();
        assert_eq!(words, ["¿", "manana", ",", "s", "/", "150", "?"]);
        assert_eq!(text.written(1), "Mañana");
        assert!(text.glued(5) && !text.glued(3));
    }

    #[test]
    fn decomposed_accents_belong_to_their_word() {
        let text = Text::read("man\u{303}ana", Language::Es);
        assert_eq!((text.len(), text.word(0)), (1, "manana"));
    }

    #[test]
    fn hesitations_are_not_tokens() {
        let text = Text::read("el eh viernes", Language::Es);
        assert_eq!(text.phrase(0, "el viernes"), Some(2));
    }
}
