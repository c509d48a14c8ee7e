//! What else a turn asks: of several questions in one breath those that nothing said so far has answered are answered too,
//! one at a time, in the order in which they were put.

use crate::nlu::entity::Value;
use crate::nlu::{ActHit, Heard};
use crate::simulator::answering::only_wants_a_yes;
use crate::simulator::asked::Asked;
use crate::simulator::choice::put_to_choose;
use crate::simulator::clause::clauses;
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Incoming, Say};
use crate::simulator::identity::{Words, words};
use crate::simulator::questions::{asks_for_something, questions};
use crate::simulator::scenario::Answer;
use crate::source::Span;

/// What parts one question from the next.
const NEXT_QUESTION: [&str; 9] = ["?", ",", ";", ".", ":", " y ", " and ", " e ", " o "];
/// How many words there can be before something else is answered in the same breath …
const ROOM: usize = 24;
/// … and before another of several questions is.
const ROOM_FOR_SEVERAL: usize = 32;
/// Kinds of question to which anybody has a word of her own, if only that she will not tell.
const HAS_A_WORD: [Asked; 5] = [Asked::HowLong, Asked::HowMuch, Asked::When, Asked::Where, Asked::Who];
/// What she says of herself, or to the offer: no answer to a question.
const NO_ANSWERS: [&str; 5] = ["accepts_apology", "takes_terms", "notes_offer", "talked_over", "/gives_way"];
/// Situations after which nothing else is answered: the question was not heard, not borne, or put back.
const ENOUGH: [&str; 9] = [
    "says_again",
    "not_understood",
    "off_topic",
    "still_there",
    "asks_precision",
    "withholds_datum",
    "keeps_datum",
    "talked_over",
    "said_that_already",
];
/// Kinds of question that anybody answers, before it is known what the call is about.
const SMALL: [Asked; 2] = [Asked::HowAreYou, Asked::CanTalk];
/// And those that only the terms answer, beside something that is not about them.
const OF_TERMS: [Asked; 2] = [Asked::When, Asked::HowMuch];
/// Kinds that are about the call, or want no more than a yes.
const OF_COURTESY: [Asked; 9] = [
    Asked::HowAreYou,
    Asked::CanTalk,
    Asked::HearsMe,
    Asked::Again,
    Asked::NothingElse,
    Asked::Note,
    Asked::Right,
    Asked::Assent,
    Asked::Which,
];
/// Acts of a question that asks for nothing but an answer.
const ASKING: [&str; 5] = ["question.open", "question.closed", "question.cause", "topic", "invite_to_speak"];
/// How often she says of a question that she cannot answer it, beside another.
const LEFT_OPEN: u32 = 2;
/// What comes after the answer to a question: what she brings up, insists on, or asks.
const LAST: [&str; 5] = ["/opens", "/insists", "asks_purpose", "asks_date", "question/"];
/// What is not about the terms.
const BESIDE_TERMS: [&str; 7] =
    ["answer/", "matters/", "rule/", "accepts_callback", "accepts_hardship", "gives_datum", "takes_answer"];
/// Situations in which terms were taken up or told.
const OF_THE_DEAL: [&str; 9] = [
    "accepts",
    "accepts_hardship",
    "pays_now",
    "confirms_recap",
    "takes_terms",
    "asks_method",
    "chooses_method",
    "already_agreed",
    "says_yes",
];
/// Situations in which one of two ways was taken.
const TOOK_ONE: [&str; 4] = ["chooses_method", "answers_either", "takes_way", "answers_contact"];

impl<'a> Debtor<'a> {
    /// The words at `span` are answered.
    pub(super) fn note_answered(&mut self, span: Span) {
        self.answered.push(span);
    }

    /// What asks for a datum, or for what can be paid, is answered where it stands.
    pub(super) fn note_answered_act(&mut self, act: &str, turn: Incoming<'_>) {
        let hits = turn.heard.acts.iter().filter(|hit| hit.act.is(act));
        self.answered.extend(hits.map(|hit| hit.span.clone()));
    }

    /// Whether these words are a question apart from all that was answered.
    pub(super) fn is_open(&self, span: &Span, turn: Incoming<'_>) -> bool {
        self.answered.iter().all(|other| are_parted(turn.text, span, other))
    }

    /// A turn that gave data away is asked about nothing but what it asks beside them.
    pub(super) fn answer_what_is_asked(&mut self, said: &[Say], turn: Incoming<'_>) -> Option<Say> {
        let gave = said.iter().any(|say| say.situation == "gives_datum");
        if gave { self.answer_leftover(said, turn) } else { self.answer_question(turn) }
    }

    /// What was asked beside is answered before what she brings up herself or asks, and after what she answered first; of what
    /// nobody could answer for her she says that she cannot.
    pub(super) fn answer_on(&mut self, says: &mut Vec<Say>, turn: Incoming<'_>) {
        while let Some(more) = self.answer_leftover(says, turn) {
            put_before_her_own(says, more);
        }
        if let Some(left) = self.leave_open(says, turn) {
            put_before_her_own(says, left);
        }
    }

    /// Of several questions one was answered, and of another nothing is known that she could say: she says so.
    fn leave_open(&mut self, said: &[Say], turn: Incoming<'_>) -> Option<Say> {
        let words_said: usize = said.iter().map(Say::words).sum();
        let room = words_said <= ROOM && self.may_go_on(said, turn);
        if !room || self.memory.times("leaves_open") >= LEFT_OPEN {
            return None;
        }
        // The yes to terms, or taking them up, answers what was said of them.
        let settled = said.iter().any(|say| OF_THE_DEAL.contains(&say.situation.as_str()));
        let asked = questions(turn.text);
        let touches = |one: &Span, other: &Span| one.start < other.end && other.start < one.end;
        let told: Words = said.iter().flat_map(|say| words(&say.text)).collect();
        let answered = |part: &Span| {
            self.answered.iter().any(|span| touches(span, part))
                || !words(&turn.text[part.clone()]).is_disjoint(&told)
        };
        let unknown =
            |part: &&Span| asks_for_something(&turn.text[(*part).clone()]) && asks_of_her(turn, part);
        let wanted: Vec<&Span> = asked.iter().filter(unknown).collect();
        let open = wanted.iter().find(|part| !answered(part))?;
        let beside = settled || asked.iter().any(answered);
        // What came up of itself may be the answer to the only question there was.
        if !beside || wanted.len() < 2 && said.iter().any(|say| say.situation.ends_with("/opens")) {
            return None;
        }
        let within = |span: &Span| open.start <= span.start && span.start < open.end;
        let mut kinds = turn.asked_at.iter().filter(|(_, span)| within(span)).map(|(kind, _)| *kind);
        let kind = kinds.find(|kind| HAS_A_WORD.contains(kind) && self.memory.times(kind.situation()) == 0);
        let word = kind.filter(|_| !settled).and_then(|kind| self.answer_kind(kind, turn));
        word.or_else(|| self.say("leaves_open", &[]))
    }

    /// Whether something more can be said in the same breath: no more answers than there are questions.
    pub(super) fn has_breath(&self, said: &[Say], turn: Incoming<'_>) -> bool {
        let words: usize = said.iter().map(Say::words).sum();
        let answers = said.iter().filter(|say| !NO_ANSWERS.iter().any(|it| say.situation.ends_with(it)));
        let lines: usize = answers.map(|say| say.lines.len()).sum();
        let ruled = said.iter().any(|say| say.situation.starts_with("rule/"));
        let several = how_many(turn);
        let room = words <= if several > 1 { ROOM_FOR_SEVERAL } else { ROOM };
        room && (lines < 2 && !ruled || lines < several) && self.may_go_on(said, turn)
    }

    /// Whether anything more is said to this turn: not where the question was put back, nor to somebody who hurt.
    fn may_go_on(&self, said: &[Say], turn: Incoming<'_>) -> bool {
        let Some(last) = said.last() else { return false };
        let enough = ENOUGH.contains(&last.situation.as_str()) || last.situation.ends_with("/hardened");
        !enough && !self.is_put_out() && turn.asks()
    }

    /// The scenario's answer to the first topic that is asked about by itself, and is still open.
    pub(super) fn open_answer(
        &self,
        answers: &'a [Answer],
        said: &[Say],
        turn: Incoming<'_>,
    ) -> Option<&'a Answer> {
        let told = said.iter().map(|say| say.text.as_str()).collect::<Vec<_>>().join(" ");
        let open = |span: &Span| self.is_open(span, turn) && has_own_question(turn, span);
        let asked = self.answers_of(answers, turn).into_iter();
        let mut asked = asked.filter(|it| it.spans.iter().any(open)).map(|it| it.answer);
        let says_it = |answer: &Answer| answer.says.lines.iter().any(|line| repeats(&line.text, &told));
        asked.find(|answer| self.memory.has_fresh(&answer.says) && !says_it(answer))
    }

    /// The answer to the first question of the turn that is still open, beside what is said already.
    pub(super) fn answer_leftover(&mut self, said: &[Say], turn: Incoming<'_>) -> Option<Say> {
        if !self.has_breath(said, turn) {
            return None;
        }
        let own = self.open_answer(&self.scenario.answers, said, turn);
        let own = own.filter(|_| !only_wants_a_yes(turn));
        if let Some(answer) = own {
            return self.give(answer, turn);
        }
        let open = turn.asked_at.iter().filter(|(_, span)| self.is_open(span, turn));
        let mut open = open.map(|(kind, span)| (meant(*kind, span, turn), span.clone()));
        let kind = open.find(|(kind, _)| self.can_answer(*kind, said));
        kind.and_then(|(kind, span)| {
            self.note_answered(span);
            if kind == Asked::Hour {
                // "¿Cuándo lo llamo, qué día y a qué hora?" is one question.
                let day = turn.asked_at.iter().filter(|(kind, _)| *kind == Asked::When);
                self.answered.extend(day.map(|(_, span)| span.clone()));
            }
            self.answer_kind(kind, turn)
        })
        .or_else(|| self.choose_beside(said, turn))
    }

    /// One of two ways is taken beside what is said already.
    fn choose_beside(&mut self, said: &[Say], turn: Incoming<'_>) -> Option<Say> {
        let part = put_to_choose(turn)?;
        let touches = |one: &Span| one.start < part.end && part.start < one.end;
        let told = said.iter().any(|say| TOOK_ONE.contains(&say.situation.as_str()));
        if told || self.answered.iter().any(touches) || self.objection().is_some() {
            return None;
        }
        self.choose_way(&part, turn)
    }

    /// Whether a question of this kind has an answer of hers beside what is said already.
    fn can_answer(&self, kind: Asked, said: &[Say]) -> bool {
        let apart = |situation: &str| BESIDE_TERMS.iter().any(|it| situation.starts_with(it));
        match kind {
            kind if SMALL.contains(&kind) => {
                !self.opening.purpose && self.memory.times(kind.situation()) == 0
            }
            Asked::Hour => {
                let called = said.iter().any(|say| say.situation == "accepts_callback");
                called || self.opening.purpose && (self.knows_terms() || self.agreement.is_some())
            }
            Asked::Contact => self.opening.purpose && !self.holds_back() && self.objection().is_none(),
            Asked::Method => {
                let open = self.agreement.is_some() || self.objection().is_none();
                open && self.opening.purpose && self.terms.method.is_none()
            }
            // Whether a later payment was put down right, beside something else.
            Asked::Right => {
                self.is_settled()
                    && !self.offered.brings_terms()
                    && said.iter().all(|say| apart(&say.situation))
            }
            // Whoever does not tell her means says that much.
            kind => {
                OF_TERMS.contains(&kind)
                    && self.opening.purpose
                    && said.iter().all(|say| apart(&say.situation))
            }
        }
    }
}

/// "¿Cuándo lo puede llamar el asesor?": asked when to be called, people tell their hours, and no day of payment.
fn meant(kind: Asked, span: &Span, turn: Incoming<'_>) -> Asked {
    let part = part_around(turn.text, span);
    let called =
        turn.heard.acts.iter().any(|hit| {
            hit.act.is("offer.callback") && hit.span.start < part.end && part.start < hit.span.end
        });
    if kind == Asked::When && called { Asked::Hour } else { kind }
}

/// How many things a turn asks for: by its marks and words, or by the kinds of question in it.
pub(super) fn how_many(turn: Incoming<'_>) -> usize {
    let mut kinds: Vec<&Span> = Vec::new();
    for (_, span) in turn.asked_at {
        if kinds.iter().all(|other| are_parted(turn.text, other, span)) {
            kinds.push(span);
        }
    }
    questions(turn.text).len().max(kinds.len())
}

/// Something more is said before what she brings up, insists on, or asks.
pub(super) fn put_before_her_own(says: &mut Vec<Say>, more: Say) {
    let own = |say: &Say| {
        say.text.starts_with('¿')
            || LAST.iter().any(|it| say.situation.ends_with(it) || say.situation.starts_with(it))
    };
    let asks = says.last_mut().filter(|last| !own(last)).and_then(Say::split_question);
    says.extend(asks);
    let at = says.len() - usize::from(says.last().is_some_and(|last| own(last) || last.text.ends_with('?')));
    says.insert(at, more);
}

/// Whether a question asks her for something that is no term of payment, and that does not press.
fn asks_of_her(turn: Incoming<'_>, part: &Span) -> bool {
    let within = |span: &Span| part.start <= span.start && span.start < part.end;
    let term = |value: &Value| !matches!(value, Value::Person(_));
    let terms = turn.heard.entities.iter().any(|entity| within(&entity.span) && term(&entity.value));
    let asks = |act: &ActHit| ASKING.iter().any(|it| act.act.is(it));
    let acts = turn.heard.acts.iter().all(|hit| !within(&hit.span) || asks(hit));
    let courtesy = turn.asked_at.iter().any(|(kind, span)| within(span) && OF_COURTESY.contains(kind));
    !terms && acts && !courtesy
}

/// Whether a line says mostly what was said already.
pub(super) fn repeats(line: &str, told: &str) -> bool {
    let (line, told) = (words(line), words(told));
    line.intersection(&told).count() * 2 > line.len()
}

/// Whether words that stand for two things are two questions: something parts them.
pub(super) fn are_parted(text: &str, one: &Span, other: &Span) -> bool {
    let (from, to) = if one.end <= other.start { (one.end, other.start) } else { (other.end, one.start) };
    let between = text.get(from..to);
    between.is_some_and(|between| NEXT_QUESTION.iter().any(|mark| between.contains(mark)))
}

/// Whether the part of a sentence in which something is named asks by itself, or what asks beside it is about nothing else:
/// what is told beside a question is not asked about.
fn has_own_question(turn: Incoming<'_>, span: &Span) -> bool {
    let part = part_around(turn.text, span);
    let marked = |part: &Span| turn.text.get(part.clone()).is_some_and(|it| it.trim_end().ends_with('?'));
    let asked_in = |part: &Span| turn.asked_at.iter().any(|(_, at)| part.contains(&at.start));
    if marked(&part) || asked_in(&part) || asks_in(turn.heard, &part) {
        return true;
    }
    // "Lo noto decaído, ¿le pasó algo?"
    let clause = clauses(turn.text).into_iter().find(|clause| clause.contains(&span.start));
    clause.is_some_and(|clause| {
        let mut topics = turn.heard.acts.iter().filter(|hit| hit.act.is("topic"));
        let alone = topics.all(|hit| !clause.contains(&hit.span.start) || part.contains(&hit.span.start));
        marked(&clause) && alone && !asked_in(&clause)
    })
}

fn asks_in(heard: &Heard, part: &Span) -> bool {
    heard
        .acts
        .iter()
        .any(|hit| hit.act.is("question") && part.start <= hit.span.start && hit.span.end <= part.end)
}

/// The stretch between commas in which something stands.
fn part_around(text: &str, span: &Span) -> Span {
    let clause =
        clauses(text).into_iter().find(|clause| clause.start <= span.start && span.start < clause.end);
    let clause = clause.unwrap_or(0..text.len());
    let end = clause.end.min(text.len());
    let before = text.get(clause.start..span.start).and_then(|before| before.rfind([',', ':']));
    let after = text.get(span.end.min(end)..end).and_then(|after| after.find([',', ':']));
    before.map_or(clause.start, |at| clause.start + at + 1)..after.map_or(end, |at| span.end + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, words: &str) -> Span {
        let start = text.find(words).expect("the words are there");
        start..start + words.len()
    }

    #[test]
    fn questions_are_two_where_something_parts_them() {
        let text = "¿desde cuándo vive ahí y con quién?";
        assert!(are_parted(text, &place(text, "desde cuándo"), &place(text, "con quién")));
        assert!(!are_parted(text, &place(text, "desde cuándo"), &place(text, "vive ahí")));
        assert!(!are_parted(text, &place(text, "vive ahí"), &place(text, "vive")), "the same words");
    }

    #[test]
    fn a_part_ends_at_commas_and_at_the_end_of_its_sentence() {
        let text = "Es por su cuenta, ¿me da su cédula? Gracias.";
        assert_eq!(&text[part_around(text, &place(text, "cuenta"))], "Es por su cuenta");
        assert_eq!(&text[part_around(text, &place(text, "cédula"))], " ¿me da su cédula?");
    }
}
