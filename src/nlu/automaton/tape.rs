//! A turn as the patterns see it: places, and for every test the places whose word passes it.
//!
//! Each word is a place, and so is the end of each sentence: a match that ran to the end of one cannot step into
//! the next. A turn with more places than a row has bits is seen through windows that overlap by half.

use super::places::Places;
use super::{Covered, TestId, Tests};
use crate::nlu::pattern::{Boundary, EntityKind};
use crate::nlu::text::{Break, Word};
use crate::nlu::vocabulary::Reading;

/// An entity by the place of its first word and the one after its last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stands {
    kind: EntityKind,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// Where words pass tests; kept from one turn to the next.
#[derive(Debug, Default)]
pub(super) struct Passing<const N: usize> {
    /// By test; nowhere, between turns.
    places: Vec<Places<N>>,
    /// The tests that are passed somewhere, in the order met.
    met: Vec<TestId>,
}

/// What is looked at: a whole turn, or one window of a long one.
#[derive(Debug)]
pub(super) struct Tape<'a, const N: usize> {
    passing: &'a mut Passing<N>,
    /// The places that are words.
    pub(super) words: Places<N>,
    boundaries: [Places<N>; 4],
    entities: Vec<Stands>,
    /// The number in the turn of the word at each place; at the end of a sentence, of the next.
    at: Vec<usize>,
    /// Matches are to begin before this word; later ones are seen better through the next window.
    pub(super) next: usize,
}

impl<'a, const N: usize> Tape<'a, N> {
    /// The window that begins at the word `first`.
    pub(super) fn new(
        passing: &'a mut Passing<N>,
        tests: &Tests,
        (words, readings): (&[Word], &[Reading<'_>]),
        covered: &[Covered],
        first: usize,
    ) -> Self {
        passing.places.resize(tests.count, Places::NONE);
        let mut tape = Self {
            passing,
            words: Places::NONE,
            boundaries: [Places::NONE; 4],
            entities: Vec::new(),
            at: Vec::with_capacity(Places::<N>::COUNT.min(2 * words.len() + 1)),
            next: words.len(),
        };
        let mut places = Vec::with_capacity(words.len() + 1);
        for (number, word) in words.iter().enumerate().skip(first) {
            let ends_sentence = number > first && word.before == Break::Sentence;
            // The word, the end before it, and the end after it if it is the last.
            if tape.at.len() + usize::from(ends_sentence) + 2 > Places::<N>::COUNT {
                tape.next = tape.at[Places::<N>::COUNT / 2];
                break;
            }
            if ends_sentence {
                tape.at.push(number);
            }
            let place = tape.at.len();
            tape.words.add(place);
            tape.passing.read(place, &readings[number].roots, tests);
            places.push(place);
            tape.at.push(number);
        }
        tape.at.push(first + places.len());
        tape.find_boundaries(words);
        tape.entities = covered
            .iter()
            .filter_map(|covered| {
                let place = *places.get(covered.first.checked_sub(first)?)?;
                let last = *places.get(covered.end - 1 - first)?;
                Some(Stands { kind: covered.kind, first: place, end: last + 1 })
            })
            .collect();
        tape
    }

    fn find_boundaries(&mut self, words: &[Word]) {
        for (place, at) in self.at.iter().enumerate() {
            let (here, back) = (words.get(*at), at.checked_sub(1).and_then(|back| words.get(back)));
            let holds = [
                (Boundary::Start, *at == 0),
                (Boundary::End, here.is_none()),
                (Boundary::Clause, here.is_none_or(|word| word.before > Break::None)),
                (Boundary::Asks, here.or(back).is_some_and(|word| word.asked)),
            ];
            for (boundary, _) in holds.into_iter().filter(|(_, holds)| *holds) {
                self.boundaries[boundary as usize].add(place);
            }
        }
    }

    /// Where the word passes a test.
    #[inline]
    pub(super) fn passing(&self, test: TestId) -> &Places<N> {
        &self.passing.places[test as usize]
    }

    /// The tests that some word passes.
    #[inline]
    pub(super) fn met(&self) -> &[TestId] {
        &self.passing.met
    }

    #[inline]
    pub(super) fn boundary(&self, boundary: Boundary) -> &Places<N> {
        &self.boundaries[boundary as usize]
    }

    #[inline]
    pub(super) fn entities_of(&self, kind: EntityKind) -> impl Iterator<Item = &Stands> {
        self.entities.iter().filter(move |entity| entity.kind == kind)
    }

    /// The kinds of entities in sight, each as often as there is one.
    #[inline]
    pub(super) fn kinds(&self) -> impl Iterator<Item = EntityKind> {
        self.entities.iter().map(|entity| entity.kind)
    }

    /// The number in the turn of the word at a place.
    #[inline]
    pub(super) fn word_at(&self, place: usize) -> usize {
        self.at[place]
    }
}

impl<const N: usize> Drop for Tape<'_, N> {
    fn drop(&mut self) {
        for test in self.passing.met.drain(..) {
            self.passing.places[test as usize] = Places::NONE;
        }
    }
}

impl<const N: usize> Passing<N> {
    fn read(&mut self, place: usize, roots: &[TestId], tests: &Tests) {
        for root in roots {
            self.pass(place, *root);
            for test in tests.with_root(*root) {
                self.pass(place, *test);
            }
        }
    }

    #[inline]
    fn pass(&mut self, place: usize, test: TestId) {
        let places = &mut self.places[test as usize];
        if places.is_empty() {
            self.met.push(test);
        }
        places.add(place);
    }
}
