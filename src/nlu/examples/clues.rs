//! What the second layer looks at in a turn: words, words side by side and one apart, pieces of words, what the
//! patterns heard in it, what was said and heard in the turn before, what it names and whether that was named before,
//! how it begins and how long it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::nlu::entity::{Entity, Value};
use crate::nlu::text::Word;

/// Of a word its beginning counts, so many characters: endings matter less, and are in the pieces.
const BEGINNING: usize = 6;
/// Lengths of the pieces of words, in characters.
const PIECES: [usize; 2] = [3, 4];
/// What each clue of a kind weighs, in a turn of one word: the more words, the less.
const WORDS: f32 = 1.0;
const PAIRS: f32 = 0.5;
const APART: f32 = 0.4;
const LETTERS: f32 = 0.316;
/// What the words of the turn before weigh together.
const SAID_BEFORE: f32 = 0.5;
/// What single clues weigh.
const PATTERN: f32 = 0.6;
const NO_PATTERN: f32 = 0.15;
const BEFORE: f32 = 0.4;
const ENTITY: f32 = 0.3;
const ASKED: f32 = 0.4;
const OPENING: f32 = 0.3;
const LENGTH: f32 = 0.3;
const ALWAYS: f32 = 0.5;

/// Of the turn before only so many words at its end are looked at: what was asked last is answered.
const LAST_SAID: usize = 12;
/// What stands for any name of a person: who it is says nothing about what is done.
const SOMEBODY: &str = "@";
/// What stands for any figure.
const FIGURE: &str = "#";

/// One thing to be seen in a turn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Clue {
    /// A hash of what was seen.
    pub(super) key: u32,
    pub(super) value: f32,
    /// The first and the last word it is seen in; none for what the turn as a whole shows.
    pub(super) words: Option<(usize, usize)>,
}

/// A turn as the second layer takes it.
#[derive(Debug)]
pub(in crate::nlu) struct Seen<'a> {
    pub(in crate::nlu) words: &'a [Word],
    pub(in crate::nlu) entities: Vec<&'a Entity>,
    /// What the patterns heard; none where that is not to be looked at.
    pub(in crate::nlu) heard: Option<BTreeSet<&'a str>>,
    /// The other party's turn right before; none where there is none.
    pub(in crate::nlu) before: Option<&'a SaidBefore<'a>>,
}

/// The other party's turn right before.
#[derive(Debug)]
pub(in crate::nlu) struct SaidBefore<'a> {
    pub(in crate::nlu) words: &'a [Word],
    pub(in crate::nlu) entities: &'a [Entity],
    /// What the patterns heard in it.
    pub(in crate::nlu) heard: BTreeSet<&'a str>,
}

impl SaidBefore<'_> {
    /// Whether the same thing is named in it: a figure is the same with its currency and without.
    fn names(&self, value: &Value) -> bool {
        let figure = |value: &Value| match value {
            Value::Money(money) => Some(money.amount),
            Value::Number(number) => Some(*number),
            _ => None,
        };
        self.entities.iter().any(|entity| {
            entity.value == *value || (figure(value).is_some() && figure(&entity.value) == figure(value))
        })
    }
}

/// The clues of a turn. A word whose spelling is known stands for itself and its pieces in one clue.
pub(super) fn clues(seen: &Seen<'_>, known: impl Fn(u32) -> bool) -> Vec<Clue> {
    let words: Vec<&str> = seen.words.iter().map(|word| seen.gist(word)).collect();
    let mut clues = Vec::with_capacity(32 + 4 * words.len());
    for (at, (word, gist)) in seen.words.iter().zip(&words).enumerate() {
        let spelling = spelling(word, gist);
        if known(spelling) {
            clues.push(Clue { key: spelling, value: 1.0, words: Some((at, at)) });
        } else {
            parts(word, gist, at, &mut clues);
        }
    }
    beside(&words, 1, PAIR, PAIRS, &mut clues);
    beside(&words, 2, FARTHER, APART, &mut clues);
    let share = share(words.len());
    for clue in &mut clues {
        clue.value *= share;
    }
    if let Some(before) = seen.before {
        said_before(before, &mut clues);
    }
    let mut whole = |kind: Key, what: &str, value: f32| {
        clues.push(Clue { key: kind.and(what).folded(), value, words: None });
    };
    let (heard, before) = (Key::of("heard"), Key::of("before"));
    if let Some(acts) = &seen.heard {
        for act in acts {
            whole(heard, act, PATTERN);
        }
        if acts.is_empty() {
            whole(heard, "nothing", NO_PATTERN);
        }
    }
    match &seen.before {
        Some(said) => said.heard.iter().for_each(|act| whole(before, act, BEFORE)),
        None => whole(before, "nobody", OPENING),
    }
    let kinds = |entities: Vec<&Entity>| -> BTreeSet<&str> {
        entities.into_iter().map(|entity| entity.value.kind()).collect()
    };
    for kind in kinds(seen.entities.clone()) {
        whole(Key::of("entity"), kind, ENTITY);
    }
    if let Some(said) = seen.before {
        let (repeated, fresh): (Vec<&Entity>, Vec<&Entity>) =
            seen.entities.iter().partition(|entity| said.names(&entity.value));
        for (key, entities) in [(Key::of("repeated"), repeated), (Key::of("fresh"), fresh)] {
            for kind in kinds(entities) {
                whole(key, kind, ENTITY);
            }
        }
    }
    if seen.words.iter().any(|word| word.asked) {
        whole(Key::of("form"), "asked", ASKED);
    }
    if let Some(first) = words.first() {
        whole(Key::of("opening"), first, OPENING);
    }
    whole(Key::of("length"), length(words.len()), LENGTH);
    whole(Key::of("always"), "", ALWAYS);
    clues
}

/// Spellings of words, each with the clues that it stands for.
pub(super) type Spellings = BTreeMap<u32, Vec<Clue>>;

/// The spellings that were met often while clues were gathered.
#[derive(Debug, Default)]
pub(super) struct Met(BTreeMap<u32, (usize, Vec<Clue>)>);

impl Met {
    pub(super) fn meet(&mut self, seen: &Seen<'_>) {
        for word in seen.words {
            let gist = seen.gist(word);
            let (count, clues) = self.0.entry(spelling(word, gist)).or_default();
            if *count == 0 {
                parts(word, gist, 0, clues);
            }
            *count += 1;
        }
    }

    pub(super) fn often(self, least: usize) -> Spellings {
        let often = self.0.into_iter().filter(|(_, (count, _))| *count >= least);
        often.map(|(key, (_, clues))| (key, clues)).collect()
    }
}

impl Seen<'_> {
    /// What counts of a word.
    fn gist<'w>(&self, word: &'w Word) -> &'w str {
        let named = self.entities.iter().any(|entity| {
            matches!(entity.value, Value::Person(_))
                && entity.span.start < word.span.end
                && word.span.start < entity.span.end
        });
        if named { SOMEBODY } else { beginning(&word.folded) }
    }
}

/// The key of a word by itself.
pub(super) fn word_key(word: &Word) -> u32 {
    WORD.and(beginning(&word.folded)).folded()
}

/// The first letters of a word; of all figures the same.
fn beginning(folded: &str) -> &str {
    if folded.starts_with(|first: char| first.is_ascii_digit()) {
        return FIGURE;
    }
    if folded.len() <= BEGINNING {
        return folded;
    }
    folded.char_indices().nth(BEGINNING).map_or(folded, |(end, _)| &folded[..end])
}

/// What so many clues of a kind weigh each: few show as much as many.
fn share(count: usize) -> f32 {
    1.0 / f32::from(u16::try_from(count.max(1)).unwrap_or(u16::MAX)).sqrt()
}

/// The key of a word with all its letters; of all figures the same, and of all names.
fn spelling(word: &Word, gist: &str) -> u32 {
    SPELLING.and(written(word, gist)).folded()
}

fn written<'a>(word: &'a Word, gist: &'a str) -> &'a str {
    if [SOMEBODY, FIGURE].contains(&gist) { gist } else { &word.folded }
}

/// The clues in a word itself: its beginning, and its pieces between brackets; none of a name. A long piece goes on
/// from the short one that it begins with.
fn parts(word: &Word, gist: &str, at: usize, clues: &mut Vec<Clue>) {
    let mut push = |key: Key, value| clues.push(Clue { key: key.folded(), value, words: Some((at, at)) });
    push(WORD.and(gist), WORDS);
    if gist == SOMEBODY {
        return;
    }
    let [short, long] = PIECES;
    let bounded = format!("<{}>", written(word, gist));
    let edges: Vec<usize> = bounded.char_indices().map(|(place, _)| place).chain([bounded.len()]).collect();
    for (place, start) in edges.iter().enumerate() {
        let Some(end) = edges.get(place + short) else { break };
        let key = PIECE.and(&bounded[*start..*end]);
        push(key, LETTERS);
        if let Some(longer) = edges.get(place + long) {
            push(key.and(&bounded[*end..*longer]), LETTERS);
        }
    }
}

/// Words `apart` places from each other, the edges of the turn counted as words.
fn beside(words: &[&str], apart: usize, kind: Key, value: f32, clues: &mut Vec<Clue>) {
    let Some(last) = words.len().checked_sub(1) else { return };
    let word = |place: usize| match place {
        0 => "^",
        inside => words.get(inside - 1).copied().unwrap_or("$"),
    };
    let within = |place: usize| place.saturating_sub(1).min(last);
    let starts = 0..(words.len() + 2).saturating_sub(apart);
    clues.extend(starts.map(|at| {
        let key = kind.and(word(at)).and(" ").and(word(at + apart)).folded();
        Clue { key, value, words: Some((within(at), within(at + apart))) }
    }));
}

/// The last words of the turn before, each once.
fn said_before(before: &SaidBefore<'_>, clues: &mut Vec<Clue>) {
    let last = &before.words[before.words.len().saturating_sub(LAST_SAID)..];
    let said: BTreeSet<u32> = last.iter().map(|word| SAID.and(beginning(&word.folded)).folded()).collect();
    let value = SAID_BEFORE * share(said.len());
    clues.extend(said.into_iter().map(|key| Clue { key, value, words: None }));
}

fn length(words: usize) -> &'static str {
    match words {
        0..=1 => "one",
        2..=3 => "few",
        4..=6 => "short",
        7..=12 => "middling",
        _ => "long",
    }
}

/// FNV-1a folded to 32 bits, the same on every machine.
#[derive(Debug, Clone, Copy)]
struct Key(u64);

const WORD: Key = Key::of("word");
const PAIR: Key = Key::of("pair");
const FARTHER: Key = Key::of("apart");
const SAID: Key = Key::of("said");
const PIECE: Key = Key::of("piece");
const SPELLING: Key = Key::of("spelling");

impl Key {
    /// The key that those of a kind begin with.
    const fn of(kind: &str) -> Self {
        Self(0xcbf2_9ce4_8422_2325).and(kind).byte(0)
    }

    const fn and(self, text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut key = self;
        let mut at = 0;
        while at < bytes.len() {
            key = key.byte(bytes[at]);
            at += 1;
        }
        key
    }

    const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3))
    }

    fn folded(self) -> u32 {
        let folded = (self.0 >> 32) ^ (self.0 & u64::from(u32::MAX));
        u32::try_from(folded).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::text;

    fn seen(words: &[Word]) -> Seen<'_> {
        Seen { words, entities: Vec::new(), heard: None, before: None }
    }

    #[test]
    fn a_known_spelling_stands_for_the_word_and_its_pieces() {
        let words = text::words("Mañana le deposito 300 pesos, mañana mismo");
        let mut met = Met::default();
        met.meet(&seen(&words));
        let spellings = met.often(1);
        let short = clues(&seen(&words), |key| spellings.contains_key(&key));
        let written_out = short.iter().flat_map(|clue| match spellings.get(&clue.key) {
            Some(parts) => parts.iter().map(|part| (part.key, part.value * clue.value)).collect(),
            None => vec![(clue.key, clue.value)],
        });
        let mut written_out: Vec<(u32, f32)> = written_out.collect();
        let mut all: Vec<(u32, f32)> =
            clues(&seen(&words), |_| false).iter().map(|clue| (clue.key, clue.value)).collect();
        assert!(short.len() < all.len() / 2, "{} of {}", short.len(), all.len());
        written_out.sort_by_key(|(key, _)| *key);
        all.sort_by_key(|(key, _)| *key);
        assert_eq!(written_out, all);
    }

    #[test]
    fn only_spellings_met_often_are_kept() {
        let words = text::words("mañana le pago, mañana, 20 o 30");
        let mut met = Met::default();
        met.meet(&seen(&words));
        let often: Vec<u32> = met.often(2).into_keys().collect();
        let mut expected = [SPELLING.and("mañana").folded(), SPELLING.and(FIGURE).folded()];
        expected.sort_unstable();
        assert_eq!(often, expected);
    }

    #[test]
    fn the_same_words_weigh_less_each_the_more_they_are() {
        let value = |text: &str| {
            let words = text::words(text);
            let clues = clues(&seen(&words), |_| true);
            clues.iter().find(|clue| clue.words == Some((0, 0))).unwrap().value
        };
        assert!(value("pago") > value("pago mañana"));
        assert!(value("pago mañana") > value("pago mañana temprano"));
    }
}
