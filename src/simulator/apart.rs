//! Which answers a turn asks for, question by question: of several questions in one breath each is heard by itself, and
//! answered in the order in which they were put.

use std::rc::Rc;

use crate::sandbox::State;
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Incoming, TOPIC};
use crate::simulator::questions::questions;
use crate::simulator::scenario::Answer;
use crate::source::Span;

/// An answer that a turn asks for, and where: nowhere where an act of any call asks for it.
#[derive(Debug, Clone)]
pub(super) struct Wanted<'a> {
    pub(super) answer: &'a Answer,
    pub(super) spans: Vec<Span>,
}

impl<'a> Debtor<'a> {
    /// Those of these answers that this turn asks for, in the order of its questions; of one question, in the author's.
    pub(super) fn answers_of(&self, answers: &'a [Answer], turn: Incoming<'_>) -> Vec<Wanted<'a>> {
        // The wordings of the library are loose: they count where something is asked.
        let meant = |act: &str| turn.asks() || !self.is_common_topic(act);
        let asked = |answer: &&Answer| answer.to.iter().any(|act| turn.asks_for(act) && meant(act));
        let mut asked = answers.iter().filter(asked).peekable();
        if asked.peek().is_none() {
            return Vec::new();
        }
        let heard = Apart::new(self.state(turn), turn);
        let asked = asked.filter_map(|answer| Some((answer, self.places_of(answer, &heard)?)));
        let asked: Vec<(&Answer, Vec<Place>)> = asked.collect();
        let fresh = asked.iter().filter(|(answer, _)| self.memory.has_fresh(&answer.says));
        let all: Vec<&Place> = fresh.flat_map(|(_, places)| places).collect();
        // Of two topics in the same words, the one that more of them are about is meant; the wordings of the library are
        // too loose to stand before the scenario's.
        let meant = |place: &Place| {
            !all.iter().any(|it| (place.common || !it.common) && is_within(&place.span, &it.span))
        };
        let wanted = |(answer, places): &(&'a Answer, Vec<Place>)| {
            let spans: Vec<Span> =
                places.iter().filter(|place| meant(place)).map(|place| place.span.clone()).collect();
            (places.is_empty() || !spans.is_empty()).then_some(Wanted { answer, spans })
        };
        let mut wanted: Vec<Wanted<'a>> = asked.iter().filter_map(wanted).collect();
        wanted.sort_by_key(|it| heard.question_of(it));
        wanted
    }

    /// Where an answer is asked for, if what it waits for holds: in the questions where it does, and else in the turn as a
    /// whole.
    fn places_of(&self, answer: &Answer, heard: &Apart<'_>) -> Option<Vec<Place>> {
        let places = topics_of(answer, heard.turn);
        let mut places: Vec<Place> =
            places.map(|(act, span)| Place { common: self.is_common_topic(act), span }).collect();
        let Some(when) = &answer.when else { return Some(places) };
        let alone = |place: &Place| heard.alone(&place.span).is_some_and(|state| self.holds(when, state));
        if places.iter().any(alone) {
            places.retain(alone);
            return Some(places);
        }
        self.holds(when, &heard.whole).then_some(places)
    }
}

/// A topic where it stands in a turn.
struct Place {
    /// Of the common library.
    common: bool,
    span: Span,
}

/// What was heard in a turn, and in each of its questions.
struct Apart<'t> {
    turn: Incoming<'t>,
    whole: State,
    /// Each with the state in which it alone was put; none where there are not several.
    questions: Vec<(Span, State)>,
}

impl<'t> Apart<'t> {
    fn new(whole: State, turn: Incoming<'t>) -> Self {
        let all = questions(turn.text);
        let several = if all.len() > 1 { all.as_slice() } else { &[] };
        let alone = |own: &Span| {
            // What the others are about is not what this one is about.
            let elsewhere = |span: &Span| several.iter().any(|other| other != own && holds(other, span));
            let hits = turn.heard.acts.iter();
            let kept = hits.filter(|hit| !(hit.act.is("topic") && elsewhere(&hit.span)));
            let heard = kept.map(|hit| hit.act.id().to_owned()).collect();
            let mut state = whole.clone();
            state.sets.insert("heard".into(), Rc::new(heard));
            (own.clone(), state)
        };
        let questions = several.iter().map(alone).collect();
        Self { turn, whole, questions }
    }

    /// The state in which only the question at `span` was put, where others were too.
    fn alone(&self, span: &Span) -> Option<&State> {
        self.questions.iter().find(|(question, _)| holds(question, span)).map(|(_, state)| state)
    }

    /// The number of the question that an answer answers; what is told beside them comes first.
    fn question_of(&self, wanted: &Wanted<'_>) -> Option<usize> {
        let asked_for = |act: &str| wanted.answer.to.iter().any(|to| to == act);
        let act = || self.turn.heard.acts.iter().find(|hit| asked_for(hit.act.id())).map(|hit| &hit.span);
        let span = wanted.spans.first().or_else(act)?;
        self.questions.iter().position(|(question, _)| holds(question, span))
    }
}

fn holds(question: &Span, span: &Span) -> bool {
    question.start <= span.start && span.start < question.end
}

/// Whether a span is a part of another, and not all of it.
fn is_within(span: &Span, other: &Span) -> bool {
    other.start <= span.start && span.end <= other.end && span != other
}

/// Where the topic stands that an answer was asked for by; nothing where an act of any call asked for it.
pub(super) fn topic_of(answer: &Answer, turn: Incoming<'_>) -> Option<Span> {
    topics_of(answer, turn).next().map(|(_, span)| span)
}

/// The topics that an answer is asked for by, and where they stand.
pub(super) fn topics_of<'t>(
    answer: &'t Answer,
    turn: Incoming<'t>,
) -> impl Iterator<Item = (&'t str, Span)> + 't {
    let asked_for = move |act: &str| answer.to.iter().any(|to| to.starts_with(TOPIC) && to == act);
    let hits = turn.heard.acts.iter().filter(move |hit| asked_for(hit.act.id()));
    hits.filter(move |hit| turn.is_asked(&hit.span)).map(|hit| (hit.act.id(), hit.span.clone()))
}
