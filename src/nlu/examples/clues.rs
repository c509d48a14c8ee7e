//! What the second layer looks at in a turn: words, words side by side and one apart, pieces of words, what the
//! patterns heard in it, what was said and heard in the turn before, what it names and whether that was named before,
//! how it begins and how long it is.

use std::ops::Range;

use super::key::Key;
use super::marked::{Marked, beginning};
use crate::nlu::entity::{Entity, Value};
use crate::nlu::text::Word;

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

/// One thing to be seen in a turn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Clue {
    /// A hash of what was seen.
    pub(super) key: u32,
    pub(super) value: f32,
    /// The first and the last word it is seen in; none for what the turn as a whole shows.
    pub(super) words: Option<(usize, usize)>,
}

/// A stretch of a turn as the second layer takes it.
#[derive(Debug)]
pub(super) struct Seen<'a> {
    pub(super) turn: &'a Marked<'a>,
    /// Which of the words of the turn.
    pub(super) stretch: Range<usize>,
    pub(super) entities: Vec<&'a Entity>,
    /// What the patterns heard, in order; none where that is not to be looked at.
    pub(super) heard: Option<Vec<&'a str>>,
    /// The other party's turn right before; none where there is none.
    pub(super) before: Option<&'a SaidBefore<'a>>,
}

/// The other party's turn right before.
#[derive(Debug)]
pub(super) struct SaidBefore<'a> {
    entities: &'a [Entity],
    /// What the patterns heard in it, in order.
    heard: Vec<&'a str>,
    /// The keys of its last words, in order, each once.
    said: Vec<u32>,
}

impl<'a> SaidBefore<'a> {
    pub(super) fn new(words: &[Word], entities: &'a [Entity], heard: Vec<&'a str>) -> Self {
        let last = &words[words.len().saturating_sub(LAST_SAID)..];
        let said = distinct(last.iter().map(|word| SAID.and(beginning(&word.folded)).folded()));
        Self { entities, heard, said }
    }

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

/// Hands on the clues of a stretch, always in the same order.
pub(super) fn clues(seen: &Seen<'_>, mut push: impl FnMut(Clue)) {
    let Seen { turn, stretch, .. } = seen;
    let share = share(stretch.len());
    for (at, word) in stretch.clone().enumerate() {
        for (key, value) in turn.of_word(word) {
            push(Clue { key: *key, value: value * share, words: Some((at, at)) });
        }
    }
    for beside in [&turn.pairs, &turn.apart] {
        beside.clues(&turn.gists, stretch.clone(), share, &mut push);
    }
    if let Some(before) = seen.before {
        let value = SAID_BEFORE * self::share(before.said.len());
        before.said.iter().for_each(|key| push(Clue { key: *key, value, words: None }));
    }
    let mut whole = |kind: Key, what: &str, value: f32| {
        push(Clue { key: kind.and(what).folded(), value, words: None });
    };
    if let Some(acts) = &seen.heard {
        for act in acts {
            whole(HEARD, act, PATTERN);
        }
        if acts.is_empty() {
            whole(HEARD, "nothing", NO_PATTERN);
        }
    }
    match &seen.before {
        Some(said) => said.heard.iter().for_each(|act| whole(BEFORE_IT, act, BEFORE)),
        None => whole(BEFORE_IT, "nobody", OPENING),
    }
    let kinds = |entities: &[&Entity]| distinct(entities.iter().map(|entity| entity.value.kind()));
    for kind in kinds(&seen.entities) {
        whole(NAMED, kind, ENTITY);
    }
    if let Some(said) = seen.before {
        let (repeated, fresh): (Vec<&Entity>, Vec<&Entity>) =
            seen.entities.iter().partition(|entity| said.names(&entity.value));
        for (key, entities) in [(REPEATED, repeated), (FRESH, fresh)] {
            for kind in kinds(&entities) {
                whole(key, kind, ENTITY);
            }
        }
    }
    if seen.words().iter().any(|word| word.asked) {
        whole(FORM, "asked", ASKED);
    }
    if let Some(first) = turn.gists[stretch.clone()].first() {
        whole(FIRST, first, OPENING);
    }
    whole(LENGTH_OF, length(stretch.len()), LENGTH);
    whole(ALWAYS_THERE, "", ALWAYS);
}

/// In order, each once.
pub(super) fn distinct<T: Ord>(some: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = some.collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl<'a> Seen<'a> {
    pub(super) fn words(&self) -> &'a [Word] {
        &self.turn.words[self.stretch.clone()]
    }
}

/// What so many clues of a kind weigh each: few show as much as many.
fn share(count: usize) -> f32 {
    1.0 / f32::from(u16::try_from(count.max(1)).unwrap_or(u16::MAX)).sqrt()
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

const SAID: Key = Key::of("said");

const HEARD: Key = Key::of("heard");
const BEFORE_IT: Key = Key::of("before");
const NAMED: Key = Key::of("entity");
const REPEATED: Key = Key::of("repeated");
const FRESH: Key = Key::of("fresh");
const FORM: Key = Key::of("form");
const FIRST: Key = Key::of("opening");
const LENGTH_OF: Key = Key::of("length");
const ALWAYS_THERE: Key = Key::of("always");

#[cfg(test)]
mod tests {
    use super::super::marked::Met;
    use super::*;
    use crate::nlu::text;

    fn clues_of(words: &[Word], known: impl Fn(u32) -> bool) -> Vec<Clue> {
        let turn = Marked::new(words, &[], known);
        of_stretch(&turn, 0..words.len())
    }

    fn of_stretch(turn: &Marked<'_>, stretch: Range<usize>) -> Vec<Clue> {
        let mut all = Vec::new();
        let seen = Seen { turn, stretch, entities: Vec::new(), heard: None, before: None };
        clues(&seen, |clue| all.push(clue));
        all
    }

    #[test]
    fn a_known_spelling_stands_for_the_word_and_its_pieces() {
        let words = text::words("Mañana le deposito 300 pesos, mañana mismo");
        let mut met = Met::default();
        met.meet(&Marked::new(&words, &[], |_| false));
        let spellings = met.often(1);
        let short = clues_of(&words, |key| spellings.contains_key(&key));
        let written_out = short.iter().flat_map(|clue| match spellings.get(&clue.key) {
            Some(parts) => parts.iter().map(|(key, value)| (*key, value * clue.value)).collect(),
            None => vec![(clue.key, clue.value)],
        });
        let mut written_out: Vec<(u32, f32)> = written_out.collect();
        let mut all: Vec<(u32, f32)> =
            clues_of(&words, |_| false).iter().map(|clue| (clue.key, clue.value)).collect();
        assert!(short.len() < all.len() / 2, "{} of {}", short.len(), all.len());
        written_out.sort_by_key(|(key, _)| *key);
        all.sort_by_key(|(key, _)| *key);
        assert_eq!(written_out, all);
    }

    #[test]
    fn a_sentence_of_a_turn_shows_what_it_would_by_itself() {
        let words = text::words("Mañana le deposito. Sin falta. Gracias");
        let turn = Marked::new(&words, &[], |_| true);
        for stretch in [0..3, 3..5, 5..6, 0..6] {
            let alone = clues_of(&words[stretch.clone()], |_| true);
            assert_eq!(of_stretch(&turn, stretch.clone()), alone, "{stretch:?}");
        }
    }

    #[test]
    fn the_same_words_weigh_less_each_the_more_they_are() {
        let value = |text: &str| {
            let clues = clues_of(&text::words(text), |_| true);
            clues.iter().find(|clue| clue.words == Some((0, 0))).unwrap().value
        };
        assert!(value("pago") > value("pago mañana"));
        assert!(value("pago mañana") > value("pago mañana temprano"));
    }
}
