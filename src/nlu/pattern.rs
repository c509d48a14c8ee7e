//! The pattern language of the lexicons: wordings, written as people would note them down.
//!
//! | written | hears |
//! |---|---|
//! | `lamento` | the word, whatever its case and accents |
//! | `PAGAR`, `ATRASADO` | every form: conjugation, gender, plural |
//! | `solucion*` | any word that begins so |
//! | `(mes\|semana que viene)` | one of several wordings |
//! | `muy?`, `(de verdad)?` | with or without |
//! | `...`, `...6` | up to three (six) words in between, inside one sentence |
//! | `_` | exactly one word, whichever |
//! | `$trabajo` | a word or wording of the set `trabajo` |
//! | `<money>`, `<date>` … | an amount, a date …: any kind of entity |
//! | `<start>` `<end>` | the start, the end of the turn |
//! | `<clause>` | the start of a sentence, or a place after a comma |
//! | `<asks>` | inside a sentence with a question mark |

use serde::Deserialize;

use crate::nlu::text::fold;
use crate::source::Span;

/// How far a bare `...` reaches, in words.
const GAP: usize = 3;
/// The longest gap that may be asked for.
const MAX_GAP: usize = 12;
/// Groups inside groups past this are refused.
const MAX_DEPTH: usize = 16;

/// A parsed pattern.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// A folded word.
    Word(String),
    /// All forms of a folded lemma.
    Lemma(String),
    /// All words with this folded beginning.
    Prefix(String),
    /// Exactly one word.
    Any,
    Set(String),
    Slot(Slot),
    Sequence(Vec<Self>),
    Either(Vec<Self>),
    Optional(Box<Self>),
    Gap(usize),
}

/// What stands in `< >`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    At(Boundary),
    Entity(EntityKind),
}

/// A place between words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Boundary {
    Start,
    End,
    Clause,
    Asks,
}

/// A kind of entity, by its place in the list of those that patterns can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct EntityKind(u8);

const ENTITIES: [&str; 12] = [
    "money", "percent", "date", "time", "duration", "plan", "method", "number", "phone", "document",
    "account", "person",
];

impl EntityKind {
    /// How many kinds there are.
    pub const COUNT: usize = ENTITIES.len();

    pub fn named(name: &str) -> Option<Self> {
        let place = ENTITIES.into_iter().position(|kind| kind == name)?;
        u8::try_from(place).ok().map(Self)
    }

    pub fn name(self) -> &'static str {
        ENTITIES[self.index()]
    }

    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl TryFrom<String> for EntityKind {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::named(&name).ok_or_else(|| format!("{name}: {}", ENTITIES.join(", ")))
    }
}

impl Slot {
    /// The slots that can be written, for suggestions.
    pub fn names() -> impl Iterator<Item = &'static str> {
        ["start", "end", "clause", "asks"].into_iter().chain(ENTITIES)
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "start" => Self::At(Boundary::Start),
            "end" => Self::At(Boundary::End),
            "clause" => Self::At(Boundary::Clause),
            "asks" => Self::At(Boundary::Asks),
            other => Self::Entity(EntityKind::named(other)?),
        })
    }
}

/// What is wrong with a pattern, and where in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternFault {
    pub kind: FaultKind,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    Empty,
    UnclosedGroup,
    UnopenedGroup,
    UnclosedSlot,
    UnknownSlot,
    NothingToRepeat,
    GapTooLong,
    StrayCharacter,
    HearsAnything,
    TooDeep,
}

impl FaultKind {
    /// The diagnostic code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "pattern-empty",
            Self::UnclosedGroup => "pattern-unclosed-group",
            Self::UnopenedGroup => "pattern-unopened-group",
            Self::UnclosedSlot => "pattern-unclosed-slot",
            Self::UnknownSlot => "pattern-unknown-slot",
            Self::NothingToRepeat => "pattern-nothing-optional",
            Self::GapTooLong => "pattern-gap-too-long",
            Self::StrayCharacter => "pattern-stray-character",
            Self::HearsAnything => "pattern-hears-anything",
            Self::TooDeep => "pattern-too-deep",
        }
    }
}

impl Pattern {
    /// Reads a pattern; spans in faults count bytes of `text`.
    pub fn parse(text: &str) -> Result<Self, PatternFault> {
        let mut parser = Parser { text, at: 0, depth: 0 };
        let pattern = parser.alternatives()?;
        if parser.at < text.len() {
            return Err(parser.fault(FaultKind::UnopenedGroup, parser.at..parser.at + 1));
        }
        if !pattern.names_something() {
            return Err(parser.fault(FaultKind::HearsAnything, 0..text.len()));
        }
        Ok(pattern)
    }

    /// Whether a match needs at least one particular word or entity.
    fn names_something(&self) -> bool {
        match self {
            Self::Word(_) | Self::Lemma(_) | Self::Prefix(_) | Self::Set(_) => true,
            Self::Slot(slot) => matches!(slot, Slot::Entity(_)),
            Self::Sequence(parts) => parts.iter().any(Self::names_something),
            Self::Either(parts) => parts.iter().all(Self::names_something),
            Self::Any | Self::Optional(_) | Self::Gap(_) => false,
        }
    }

    /// Whether it tests one particular word.
    pub(super) fn is_single(&self) -> bool {
        matches!(self, Self::Word(_) | Self::Lemma(_) | Self::Prefix(_))
    }

    /// Calls `visit` with every part, this one first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        match self {
            Self::Sequence(parts) | Self::Either(parts) => parts.iter().for_each(|part| part.walk(visit)),
            Self::Optional(part) => part.walk(visit),
            _ => {}
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn fault(&self, kind: FaultKind, span: Span) -> PatternFault {
        let end = crate::source::floor_boundary(self.text, span.end).max(span.start);
        PatternFault { kind, span: span.start..end }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn skip_blanks(&mut self) {
        self.at += self.text[self.at..].len() - self.text[self.at..].trim_start().len();
    }

    fn alternatives(&mut self) -> Result<Pattern, PatternFault> {
        let mut branches = vec![self.sequence()?];
        while self.peek() == Some('|') {
            self.at += 1;
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Pattern::Either(branches) })
    }

    fn sequence(&mut self) -> Result<Pattern, PatternFault> {
        let start = self.at;
        let mut parts = Vec::new();
        loop {
            self.skip_blanks();
            match self.peek() {
                None | Some('|' | ')') => break,
                Some(_) => {
                    let part = self.part()?;
                    parts.push(self.optional(part));
                }
            }
        }
        if parts.is_empty() {
            return Err(self.fault(FaultKind::Empty, start..self.at));
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Pattern::Sequence(parts) })
    }

    fn optional(&mut self, part: Pattern) -> Pattern {
        if self.peek() == Some('?') {
            self.at += 1;
            return Pattern::Optional(Box::new(part));
        }
        part
    }

    fn part(&mut self) -> Result<Pattern, PatternFault> {
        let start = self.at;
        match self.peek() {
            Some('(') => {
                if self.depth == MAX_DEPTH {
                    return Err(self.fault(FaultKind::TooDeep, start..start + 1));
                }
                self.at += 1;
                self.depth += 1;
                let inside = self.alternatives()?;
                if self.peek() != Some(')') {
                    return Err(self.fault(FaultKind::UnclosedGroup, start..start + 1));
                }
                self.at += 1;
                self.depth -= 1;
                Ok(inside)
            }
            Some('<') => self.slot(),
            Some('.') => self.gap(),
            Some('?') => Err(self.fault(FaultKind::NothingToRepeat, start..start + 1)),
            Some('$') => {
                self.at += 1;
                let name = self.name();
                if name.is_empty() {
                    return Err(self.fault(FaultKind::StrayCharacter, start..start + 1));
                }
                Ok(Pattern::Set(name.to_owned()))
            }
            Some('_') if !self.text[self.at + 1..].starts_with(|c: char| c.is_alphanumeric()) => {
                self.at += 1;
                Ok(Pattern::Any)
            }
            _ => self.word(),
        }
    }

    fn name(&mut self) -> &str {
        let start = self.at;
        let length = self.text[start..]
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(self.text.len() - start);
        self.at += length;
        &self.text[start..self.at]
    }

    fn slot(&mut self) -> Result<Pattern, PatternFault> {
        let start = self.at;
        let Some(length) = self.text[start..].find('>') else {
            return Err(self.fault(FaultKind::UnclosedSlot, start..start + 1));
        };
        let name = &self.text[start + 1..start + length];
        let slot =
            Slot::named(name).ok_or_else(|| self.fault(FaultKind::UnknownSlot, start + 1..start + length))?;
        self.at = start + length + 1;
        Ok(Pattern::Slot(slot))
    }

    fn gap(&mut self) -> Result<Pattern, PatternFault> {
        let start = self.at;
        if !self.text[start..].starts_with("...") {
            return Err(self.fault(FaultKind::StrayCharacter, start..start + 1));
        }
        self.at += 3;
        let digits: String = self.text[self.at..].chars().take_while(char::is_ascii_digit).collect();
        self.at += digits.len();
        let words = if digits.is_empty() { GAP } else { digits.parse().unwrap_or(usize::MAX) };
        if words > MAX_GAP {
            return Err(self.fault(FaultKind::GapTooLong, start..self.at));
        }
        Ok(Pattern::Gap(words))
    }

    fn word(&mut self) -> Result<Pattern, PatternFault> {
        let start = self.at;
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}');
        let length = self.text[start..].find(|c: char| !inside(c)).unwrap_or(self.text.len() - start);
        if length == 0 {
            return Err(
                self.fault(FaultKind::StrayCharacter, start..start + self.peek().map_or(1, char::len_utf8))
            );
        }
        self.at += length;
        let word = &self.text[start..self.at];
        if self.peek() == Some('*') {
            self.at += 1;
            return Ok(Pattern::Prefix(fold(word)));
        }
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = letters > 1 && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        Ok(if capitals { Pattern::Lemma(word.to_lowercase()) } else { Pattern::Word(fold(word)) })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn word(text: &str) -> Pattern {
        Pattern::Word(text.to_owned())
    }

    #[test]
    fn capitals_are_lemmas_and_the_rest_are_words() {
        assert_eq!(
            Pattern::parse("le ENTENDÍ Bien").unwrap(),
            Pattern::Sequence(vec![word("le"), Pattern::Lemma("entendí".into()), word("bien")])
        );
    }

    #[test]
    fn groups_options_gaps_sets_and_slots_are_read() {
        assert_eq!(
            Pattern::parse("(un|dos meses)? ... $plata <money> coloc* ...6 _").unwrap(),
            Pattern::Sequence(vec![
                Pattern::Optional(Box::new(Pattern::Either(vec![
                    word("un"),
                    Pattern::Sequence(vec![word("dos"), word("meses")])
                ]))),
                Pattern::Gap(3),
                Pattern::Set("plata".into()),
                Pattern::Slot(Slot::Entity(EntityKind::named("money").unwrap())),
                Pattern::Prefix("coloc".into()),
                Pattern::Gap(6),
                Pattern::Any,
            ])
        );
    }

    #[test]
    fn faults_name_their_place() {
        for (text, kind, span) in [
            ("uno (dos", FaultKind::UnclosedGroup, 4..5),
            ("uno) dos", FaultKind::UnopenedGroup, 3..4),
            ("le <monei>", FaultKind::UnknownSlot, 4..9),
            ("le <money", FaultKind::UnclosedSlot, 3..4),
            ("?hola", FaultKind::NothingToRepeat, 0..1),
            ("a ...99 b", FaultKind::GapTooLong, 2..7),
            ("(hola)? ...", FaultKind::HearsAnything, 0..11),
            ("a % b", FaultKind::StrayCharacter, 2..3),
        ] {
            assert_eq!(Pattern::parse(text), Err(PatternFault { kind, span }), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,40}") {
            if let Err(fault) = Pattern::parse(&text) {
                prop_assert!(text.get(fault.span).is_some());
            }
        }
    }
}
