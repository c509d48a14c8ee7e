//! What comes in and what goes out: a turn of the agent as the debtor got it, and what is said to it.

use jiff::civil::Date;

use crate::call::Speaker;
use crate::nlu::text::fold;
use crate::nlu::{ActHit, Heard};
use crate::simulator::asked::Asked;
use crate::simulator::clause::clauses;
use crate::simulator::event::Said;
use crate::simulator::identity::Words;
use crate::simulator::outcome::Outcome;
use crate::source::Span;

/// What topics of a scenario or of the library begin with.
pub(super) const TOPIC: &str = "topic.";

/// How a turn begins that answers what was just asked, whatever it was.
const OUTRIGHT: [&str; 10] = ["si", "no", "claro", "sip", "nop", "yes", "yeah", "yep", "nope", "sure"];
/// And, in a few words, what wants no more than a nod.
const NODS: [&str; 11] =
    ["aja", "ok", "okay", "vale", "dale", "correcto", "exacto", "asi", "right", "correct", "exactly"];
const FEW_WORDS: usize = 4;

/// A turn of the agent, as the debtor got it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Incoming<'a> {
    pub(super) number: usize,
    pub(super) text: &'a str,
    /// Its words.
    pub(super) said: &'a Words,
    pub(super) heard: &'a Heard,
    /// The kinds of question in it, the last one last.
    pub(super) asked: &'a [Asked],
    /// Where each of them is put.
    pub(super) asked_at: &'a [(Asked, Span)],
    /// The days that the debtor has named.
    pub(super) her_days: &'a [Date],
    /// The matters of any call that it asks about, each with its place, the last one last.
    pub(super) matters: &'a [(String, Span)],
}

impl Incoming<'_> {
    /// Whether it asks for anything: by what was heard, or by its marks.
    pub(super) fn asks(&self) -> bool {
        !self.asked.is_empty() || self.heard.has("question") || self.text.contains('?')
    }

    /// Whether it begins with a yes or a no.
    pub(super) fn answers_outright(&self) -> bool {
        first_word(self.text).is_some_and(|word| OUTRIGHT.contains(&word.as_str()))
    }

    /// Whether nothing was understood in it. A mere yes performs nothing after a question, and is understood.
    pub(super) fn is_lost(&self) -> bool {
        let nods = || first_word(self.text).is_some_and(|word| NODS.contains(&word.as_str()));
        let few = self.text.split_whitespace().count() <= FEW_WORDS;
        let is_yes = few && (self.answers_outright() || nods());
        self.heard.acts.is_empty() && self.heard.entities.is_empty() && !is_yes
    }

    /// Whether an act is done that an answer waits for; a topic counts where it is asked about.
    pub(super) fn asks_for(&self, act: &str) -> bool {
        let mut hits = self.heard.acts.iter().filter(|hit| hit.act.is(act));
        hits.any(|hit| !act.starts_with(TOPIC) || self.is_asked(&hit.span))
    }

    /// Whether something is asked about where it stands: beside a question that has its mark, what is only told is not.
    pub(super) fn is_asked(&self, span: &Span) -> bool {
        is_asked(self.text, self.heard, span)
    }
}

fn first_word(text: &str) -> Option<String> {
    fold(text).split(|it: char| !it.is_alphanumeric()).find(|word| !word.is_empty()).map(str::to_owned)
}

pub(super) fn is_asked(text: &str, heard: &Heard, span: &Span) -> bool {
    if !text.contains('?') {
        return true;
    }
    let within = |clause: &Span| clause.start <= span.start && span.start < clause.end;
    let all = clauses(text);
    let spoken =
        |clause: &&Span| text.get((*clause).clone()).is_some_and(|it| it.contains(char::is_alphanumeric));
    let last = all.iter().rfind(spoken).cloned();
    let clause = all.into_iter().find(within);
    clause.is_none_or(|clause| {
        let said = text.get(clause.clone()).unwrap_or_default().trim_end();
        // "Tiene fotos? me las puede mandar": who leaves out the last mark goes on asking, unless something is told there.
        let tells = |hit: &ActHit| {
            clause.start <= hit.span.start && hit.span.start < clause.end && !hit.act.is("topic")
        };
        let unmarked = said.ends_with(char::is_alphanumeric) && last.as_ref() == Some(&clause);
        let marked = said.ends_with('?') || unmarked && !heard.acts.iter().any(tells);
        let asked = |hit: &ActHit| {
            hit.act.is("question") && clause.start <= hit.span.start && hit.span.end <= clause.end
        };
        marked || heard.acts.iter().any(asked)
    })
}

/// Something to say, and the situation it is said in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Say {
    /// The debtor, or whoever has the phone.
    pub(super) speaker: Speaker,
    pub(super) situation: String,
    pub(super) text: String,
    /// The lines it is made of.
    pub(super) lines: Vec<Said>,
}

impl Say {
    pub(super) fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Takes off the question that it ends with, where something is told before it.
    pub(super) fn split_question(&mut self) -> Option<Self> {
        let text = self.text.trim_end();
        let body = text.strip_suffix('?')?;
        let ends = |sign: char| matches!(sign, '.' | '!' | '?' | '…');
        let at = body
            .rfind('¿')
            .or_else(|| body.rfind(ends).map(|at| body[at..].find(' ').map_or(at, |to| at + to)))?;
        let (told, asked) = (text[..at].trim_end().to_owned(), text[at..].trim_start().to_owned());
        if !told.ends_with(ends) {
            return None;
        }
        self.text = told;
        Some(Self {
            speaker: self.speaker,
            situation: self.situation.clone(),
            text: asked,
            lines: Vec::new(),
        })
    }

    /// This, and something else in the same breath.
    pub(super) fn then(mut self, next: Self) -> Self {
        self.text = format!("{} {}", self.text, next.text);
        self.lines.extend(next.lines);
        self
    }
}

/// What a turn led to.
#[derive(Debug, Default)]
pub(super) struct Reply {
    pub(super) says: Vec<Say>,
    /// The debtor ends the call.
    pub(super) ends: Option<Ending>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// Hangs up on the agent.
    HangsUp,
    /// Both took leave.
    Goodbye,
    /// A rule of the scenario says so.
    Ruled(Outcome),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> (String, Option<String>) {
        let mut say =
            Say { speaker: Speaker::Debtor, situation: "x".into(), text: text.into(), lines: Vec::new() };
        let asks = say.split_question().map(|say| say.text);
        (say.text, asks)
    }

    #[test]
    fn the_question_at_the_end_comes_off_where_something_is_told_before_it() {
        let two = |told: &str, asks: &str| (told.to_owned(), Some(asks.to_owned()));
        assert_eq!(
            split("Bueno, el lunes. ¿Y dónde lo deposito?"),
            two("Bueno, el lunes.", "¿Y dónde lo deposito?")
        );
        assert_eq!(
            split("That I can do. So how do you want it?"),
            two("That I can do.", "So how do you want it?")
        );
        for whole in ["¿Y dónde lo deposito?", "So how do you want it?", "Bueno, ¿y cómo?", "El lunes."] {
            assert_eq!(split(whole), (whole.to_owned(), None));
        }
    }
}
