//! What a question is about that no wording of a topic hears: of her answers, the one whose wordings and lines share most of
//! its words, weighed by how few answers have them.
//!
//! A guess of this kind is beside the point more often than a topic that was heard, so that it has to stand clear: it
//! answers only where the question would otherwise be put off.

use std::collections::{BTreeMap, BTreeSet};

use rust_stemmers::{Algorithm, Stemmer};

use crate::messages::Language;
use crate::nlu::pattern::Pattern;
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Incoming, Say, TOPIC};
use crate::simulator::identity::words;
use crate::simulator::questions::questions;
use crate::simulator::scenario::{Answer, Scenario};
use crate::source::Span;

type Stems = BTreeSet<String>;

/// What a word weighs that this many answers have, one or more.
const WEIGHTS: [u32; 5] = [6, 5, 4, 3, 3];
/// What a word weighs that more answers have.
const COMMON: u32 = 1;
/// A word that so many answers have tells nothing.
const TELLS_NOTHING: usize = 14;
/// What a word of the question weighs that no answer has.
const UNKNOWN: u32 = 3;
/// What the words shared have to weigh, and their part of all, in parts of a hundred.
const LEAST: u32 = 7;
const LEAST_SHARE: u32 = 55;
/// By how much the best has to stand before the next.
const CLEAR: u32 = 2;

/// The stems of each answer of a scenario, and how many answers have each.
#[derive(Debug)]
pub(super) struct Kinship {
    answers: Vec<Stems>,
    known: BTreeMap<String, usize>,
}

impl Kinship {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let answers: Vec<Stems> =
            scenario.answers.iter().map(|answer| stems_of_answer(answer, scenario)).collect();
        let mut known = BTreeMap::new();
        for stem in answers.iter().flatten() {
            *known.entry(stem.clone()).or_insert(0) += 1;
        }
        Self { answers, known }
    }

    /// The answers akin to a question, the nearest first, as far as they stand clear of what comes next.
    fn akin_to(&self, question: &Stems) -> Option<usize> {
        let weight = |stem: &String| match self.known.get(stem) {
            None => UNKNOWN,
            Some(many) if *many > TELLS_NOTHING => 0,
            Some(many) => WEIGHTS.get(many - 1).copied().unwrap_or(COMMON),
        };
        let whole: u32 = question.iter().map(weight).sum();
        let shared = |answer: &Stems| question.intersection(answer).map(weight).sum::<u32>();
        let mut scored: Vec<(u32, usize)> =
            self.answers.iter().enumerate().map(|(at, answer)| (shared(answer), at)).collect();
        scored.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        let (best, at) = *scored.first()?;
        let next = scored.get(1).map_or(0, |(score, _)| *score);
        let clear = best >= next + CLEAR && best >= LEAST;
        (clear && best * 100 >= whole * LEAST_SHARE).then_some(at)
    }
}

fn stems_of_answer(answer: &Answer, scenario: &Scenario) -> Stems {
    let mut text = String::new();
    let topics = answer.to.iter().filter_map(|to| to.strip_prefix(TOPIC));
    for pattern in topics.filter_map(|id| scenario.topics.get(id)).flatten() {
        pattern.walk(&mut |part| {
            if let Pattern::Word(word) | Pattern::Lemma(word) | Pattern::Prefix(word) = part {
                text.push(' ');
                text.push_str(word);
            }
        });
    }
    let own = !text.is_empty();
    for line in answer.says.lines.iter().filter(|_| own) {
        text.push(' ');
        text.push_str(&line.text);
    }
    stems(&text, scenario.language)
}

fn stems(text: &str, language: Language) -> Stems {
    let stemmer = Stemmer::create(match language {
        Language::Es => Algorithm::Spanish,
        Language::En => Algorithm::English,
    });
    words(text).iter().map(|word| stemmer.stem(word).into_owned()).collect()
}

impl<'a> Debtor<'a> {
    /// The first question of the turn that is akin to an answer; without marks, all of it.
    pub(super) fn answer_something_akin(&mut self, turn: Incoming<'_>) -> Option<Say> {
        if !turn.asks() || turn.asked.last().is_some_and(|kind| kind.is_small()) {
            return None;
        }
        let asked = questions(turn.text);
        let parts = if asked.is_empty() { vec![0..turn.text.len()] } else { asked };
        parts.iter().find_map(|part| self.answer_akin(part, turn))
    }

    /// The answer that a question is nearest to, where it stands clear and may be given now.
    pub(super) fn answer_akin(&mut self, part: &Span, turn: Incoming<'_>) -> Option<Say> {
        let question = stems(turn.text.get(part.clone())?, self.scenario.language);
        let at = self.scenario.kinship().akin_to(&question)?;
        let answer: &'a Answer = self.scenario.answers.get(at)?;
        let holds = match &answer.when {
            Some(when) => self.holds(when, &self.state(turn)),
            None => true,
        };
        if !holds || !self.memory.has_fresh(&answer.says) {
            return None;
        }
        self.note_answered(part.clone());
        self.give(answer, turn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinship(answers: &[&str]) -> Kinship {
        let answers: Vec<Stems> = answers.iter().map(|text| stems(text, Language::Es)).collect();
        let mut known = BTreeMap::new();
        for stem in answers.iter().flatten() {
            *known.entry(stem.clone()).or_insert(0) += 1;
        }
        Kinship { answers, known }
    }

    #[test]
    fn a_question_is_akin_to_what_shares_its_rarest_words() {
        let answers = kinship(&[
            "mecánico cobra motor arreglo taller",
            "hijo escuela colegio útiles",
            "banco préstamo cuota motor",
        ]);
        let akin = |text| answers.akin_to(&stems(text, Language::Es));
        assert_eq!(akin("¿y el mecánico de qué taller es?"), Some(0));
        assert_eq!(akin("¿en qué colegio está su hijo?"), Some(1));
        assert_eq!(akin("¿y el motor?"), None, "two are about it");
        assert_eq!(
            akin("¿a su hijo le gusta la música y el fútbol?"),
            None,
            "most of it is about something else"
        );
    }
}
