//! What the debtor wants of the agent: answers to her questions, and an offer when she would say yes.

use std::collections::BTreeSet;

use crate::simulator::debtor::Debtor;
use crate::simulator::event::Event;
use crate::simulator::exchange::{Incoming, Say};
use crate::simulator::scenario::Question;

/// What a question that is passed over costs.
const IGNORED_TRUST: i32 = -3;
const IGNORED_PATIENCE: i32 = -4;
/// What an answer is worth.
const ANSWERED_TRUST: i32 = 2;
/// Acts by which an agent takes up a signal.
const TAKES_UP: [&str; 5] =
    ["offer", "propose_amount", "propose_date", "question.commitment", "request.full_payment"];

/// What she says when all is settled.
const ALONG_WITH: [&str; 3] = ["accepts", "accepts_hardship", "confirms_recap"];

/// Questions and signals so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Asking {
    /// The question that waits for its answer, and whether it was asked twice.
    pending: Option<(usize, bool)>,
    asked: BTreeSet<usize>,
    /// The last words said that she would agree.
    signalled: bool,
    /// This turn answers what she asked.
    answered: bool,
}

impl<'a> Debtor<'a> {
    /// Notes whether this turn answers what was asked, or takes up what was signalled.
    pub(super) fn note_answers(&mut self, turn: Incoming<'_>) {
        if std::mem::take(&mut self.asking.signalled) {
            let taken = TAKES_UP.iter().any(|act| turn.heard.has(act));
            self.events.push(Event::SignalTaken { turn: turn.number, taken });
        }
        self.asking.answered = false;
        let Some((at, _)) = self.asking.pending else { return };
        let Some(question) = self.scenario.questions.get(at) else { return };
        let outright = turn.answers_outright();
        let by_act = question.answered_by.iter().any(|act| turn.heard.has(act));
        if outright || by_act {
            self.asking.pending = None;
            self.asking.answered = by_act;
            self.feelings.shift(ANSWERED_TRUST, 0);
            self.events.push(Event::Answered { turn: turn.number, question: question.id.clone() });
        }
    }

    /// Whoever asked and was answered says so, where the turn does nothing that weighs more.
    pub(super) fn take_answer(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let goes_over = turn.heard.has("summarize") || turn.heard.has("confirm_commitment");
        if !self.asking.answered || goes_over || self.is_provoked() {
            return None;
        }
        self.asking.answered = false;
        self.say("takes_answer", &[])
    }

    /// Asks again what was passed over, or the next thing she wants to know.
    pub(super) fn ask(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let nothing = turn.is_lost();
        // Once collecting has stopped, people ask what happens now; not before they were heard out.
        let unheard = self.stopped.is_some_and(|at| {
            self.scenario.objections.get(at).is_some_and(|objection| !self.resolved.contains(&objection.id))
        });
        if !self.opening.purpose || unheard || nothing {
            return None;
        }
        if let Some((at, twice)) = self.asking.pending.take() {
            return self.ask_again(at, twice, turn);
        }
        self.ask_next(turn)
    }

    /// With a yes comes what she still wants to know: after it the call would be over before she could ask.
    pub(super) fn ask_along(&mut self, said: &[Say], turn: Incoming<'_>) -> Option<Say> {
        let last = said.last()?;
        let yes = ALONG_WITH.contains(&last.situation.as_str()) && !last.text.trim_end().ends_with('?');
        if !yes || self.asking.pending.is_some() { None } else { self.ask_next(turn) }
    }

    /// The first question that is due and was not asked yet.
    fn ask_next(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let state = self.state(turn);
        let scenario = self.scenario;
        let (at, question) = scenario.questions.iter().enumerate().find(|(at, question)| {
            let in_time = match &question.when {
                Some(when) => self.holds(when, &state),
                None => self.objection().is_none(),
            };
            in_time && !self.asking.asked.contains(at)
        })?;
        self.asking.asked.insert(at);
        self.asking.pending = Some((at, false));
        self.events.push(Event::Asked { turn: turn.number, question: question.id.clone() });
        self.say_variants(&question.says, &[])
    }

    fn ask_again(&mut self, at: usize, twice: bool, turn: Incoming<'_>) -> Option<Say> {
        let question: &'a Question = self.scenario.questions.get(at)?;
        self.feelings.shift(IGNORED_TRUST, IGNORED_PATIENCE);
        self.events.push(Event::Ignored { turn: turn.number, question: question.id.clone() });
        if twice {
            return None;
        }
        self.asking.pending = Some((at, true));
        if !question.ignored.lines.is_empty() {
            return self.say_variants(&question.ignored, &[]);
        }
        let again = self.say("asks_again", &[])?;
        match self.say_variants(&question.says, &[]) {
            Some(question) => Some(again.then(question)),
            None => Some(again),
        }
    }

    /// Nothing is in the way and nothing is on the table: the debtor shows that she would agree.
    pub(super) fn signal(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let nothing = turn.heard.acts.is_empty() && turn.heard.entities.is_empty();
        let ready = self.opening.purpose
            && self.objection().is_none()
            && self.agreement.is_none()
            && self.feelings.trust >= self.scenario.persona.agrees_at;
        if nothing || !ready || !self.memory.has_fresh(&self.scenario.signals) {
            return None;
        }
        self.asking.signalled = true;
        self.events.push(Event::Signalled { turn: turn.number });
        self.say_variants(&self.scenario.signals, &[])
    }
}
