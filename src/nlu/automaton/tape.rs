//! A turn as the patterns see it: places, and for every test the places whose word passes it.
//!
//! Each word is a place, and so is the end of each sentence: a match that ran to the end of one cannot step into
//! the next. A turn with more places than a row has bits is seen through windows that overlap by half.

use super::places::Places;
use super::{Covered, Sign, TestId, Tests};
use crate::nlu::pattern::{Boundary, EntityKind};
use crate::nlu::text::{Break, Word};
use crate::nlu::vocabulary::{Reading, RootId};

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
    /// The roots that some word has, in the order met.
    roots: Vec<RootId>,
    /// The number in the turn of the word at each place; at the end of a sentence, of the next.
    at: Vec<usize>,
    /// The place of each word in sight.
    of_words: Vec<usize>,
}

/// What is looked at: a whole turn, or one window of a long one.
#[derive(Debug)]
pub(super) struct Tape<'a, const N: usize> {
    passing: &'a mut [Places<N>],
    roots: &'a mut Vec<RootId>,
    at: &'a mut Vec<usize>,
    tests: &'a Tests,
    /// The places that are words.
    pub(super) words: Places<N>,
    boundaries: [Places<N>; 4],
    entities: Vec<Stands>,
    /// Matches are to begin before this word; later ones are seen better through the next window.
    pub(super) next: usize,
}

impl<'a, const N: usize> Tape<'a, N> {
    /// The window that begins at the word `first`.
    pub(super) fn new(
        passing: &'a mut Passing<N>,
        tests: &'a Tests,
        (words, readings): (&[Word], &[Reading<'_>]),
        covered: &[Covered],
        first: usize,
    ) -> Self {
        let Passing { places, roots, at, of_words } = passing;
        places.resize(tests.always() + 1, Places::NONE);
        places[tests.always()] = Places::ALL;
        at.clear();
        of_words.clear();
        let mut tape = Self {
            passing: places,
            roots,
            at,
            tests,
            words: Places::NONE,
            boundaries: [Places::NONE; 4],
            entities: Vec::new(),
            next: words.len(),
        };
        tape.place_words((words, readings), first, of_words);
        tape.find_boundaries(words);
        tape.place_entities(covered, first, of_words);
        tape
    }

    fn place_words(
        &mut self,
        (words, readings): (&[Word], &[Reading<'_>]),
        first: usize,
        of_words: &mut Vec<usize>,
    ) {
        let Self { passing: places, roots, at, .. } = self;
        for (number, word) in words.iter().enumerate().skip(first) {
            let ends_sentence = number > first && word.before == Break::Sentence;
            // The word, the end before it, and the end after it if it is the last.
            if at.len() + usize::from(ends_sentence) + 2 > Places::<N>::COUNT {
                self.next = at[Places::<N>::COUNT / 2];
                break;
            }
            if ends_sentence {
                at.push(number);
            }
            let place = at.len();
            self.words.add(place);
            for root in readings[number].roots.iter() {
                let having = &mut places[*root as usize];
                if having.is_empty() {
                    roots.push(*root);
                }
                having.add(place);
            }
            of_words.push(place);
            at.push(number);
        }
        at.push(first + of_words.len());
        for root in roots.iter() {
            let having = places[*root as usize];
            for test in self.tests.with_root(*root) {
                let passing = &mut places[*test as usize];
                *passing = passing.or(&having);
            }
        }
    }

    fn find_boundaries(&mut self, words: &[Word]) {
        let mut back = None;
        for (place, at) in self.at.iter().enumerate() {
            let here = words.get(*at);
            let holds = [
                (Boundary::Start, *at == 0),
                (Boundary::End, here.is_none()),
                (Boundary::Clause, here.is_none_or(|word| word.before > Break::None)),
                (Boundary::Asks, here.or(back).is_some_and(|word: &Word| word.asked)),
            ];
            for (boundary, holds) in holds {
                if holds {
                    self.boundaries[boundary as usize].add(place);
                }
            }
            back = here;
        }
    }

    fn place_entities(&mut self, covered: &[Covered], first: usize, of_words: &[usize]) {
        for Covered { kind, first: from, end } in covered {
            let place = |word: usize| of_words.get(word.checked_sub(first)?).copied();
            if let (Some(first), Some(last)) = (place(*from), place(end - 1)) {
                self.passing[self.tests.of_entity(*kind)].add(first);
                self.entities.push(Stands { kind: *kind, first, end: last + 1 });
            }
        }
    }

    /// Where the word passes a test.
    #[inline]
    pub(super) fn passing(&self, test: TestId) -> &Places<N> {
        &self.passing[test as usize]
    }

    /// Whether something is in sight.
    #[inline]
    pub(super) fn has(&self, [first, second]: Sign) -> bool {
        !self.passing(first).next().and(self.passing(second)).is_empty()
    }

    /// The roots that some word has.
    #[inline]
    pub(super) fn roots(&self) -> &[RootId] {
        self.roots
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
        let places = &mut *self.passing;
        for root in self.roots.drain(..) {
            places[root as usize] = Places::NONE;
            for test in self.tests.with_root(root) {
                places[*test as usize] = Places::NONE;
            }
        }
        for entity in &self.entities {
            places[self.tests.of_entity(entity.kind)] = Places::NONE;
        }
    }
}
