//! What somebody answers at the phone of another: what her own scenario says, when to call, and nothing of the other's
//! matters. Of several questions, each gets its answer.

use crate::simulator::asked::Asked;
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Incoming, Say};

impl Debtor<'_> {
    pub(super) fn own_answer_at_gate(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let who = self.gate.as_ref()?.who;
        let mut own = self.answers_of(&who.answers, turn).into_iter().map(|it| it.answer);
        let answer = own.find(|answer| self.memory.has_fresh(&answer.says))?;
        self.give(answer, turn)
    }

    /// What she answers to a question: her own answers first, then to the kind of the last one.
    pub(super) fn answer_asked_at_gate(&mut self, turn: Incoming<'_>) -> Option<Say> {
        if let Some(say) = self.own_answer_at_gate(turn) {
            return Some(say);
        }
        if !turn.asks() {
            return None;
        }
        match turn.asked_at.last() {
            Some((kind, span)) => {
                self.note_answered(span.clone());
                self.answer_kind_at_gate(*kind)
            }
            None if self.memory.times("gate/tells_when") == 0 => self.say_at_gate("tells_when"),
            None => self.say_at_gate("answers_question"),
        }
    }

    /// Of several questions those that are still open, as long as there are more of them than answers.
    pub(super) fn answer_more_at_gate(&mut self, says: &mut Vec<Say>, turn: Incoming<'_>) {
        let Some(who) = self.gate.as_ref().map(|gate| gate.who) else { return };
        // Whoever asked who is calling, or what for, waits for that.
        while self.has_breath(says, turn) && says.iter().all(|say| !say.text.trim_end().ends_with('?')) {
            let more = match self.open_answer(&who.answers, says, turn) {
                Some(answer) => self.give(answer, turn),
                None => self.open_kind_at_gate(says, turn),
            };
            let Some(more) = more else { return };
            says.push(more);
        }
    }

    /// The answer to the first question that is open of those that have one, where it is another than was given.
    fn open_kind_at_gate(&mut self, said: &[Say], turn: Incoming<'_>) -> Option<Say> {
        let telling =
            |kind: Asked| matches!(kind, Asked::When | Asked::Hour | Asked::Contact | Asked::HowAreYou);
        let mut open = turn.asked_at.iter().filter(|(kind, _)| telling(*kind));
        let (kind, span) = open.find(|(_, span)| self.is_open(span, turn))?;
        self.note_answered(span.clone());
        let say = self.answer_kind_at_gate(*kind)?;
        said.iter().all(|other| other.situation != say.situation).then_some(say)
    }

    fn answer_kind_at_gate(&mut self, kind: Asked) -> Option<Say> {
        match kind {
            Asked::Again => self.repeat_words(),
            Asked::When | Asked::Hour | Asked::HowLong | Asked::Which => self.say_at_gate("tells_when"),
            Asked::Name | Asked::Contact | Asked::Where | Asked::Who | Asked::HowMuch | Asked::Method => {
                self.say_at_gate("gives_nothing")
            }
            Asked::Assent | Asked::Right | Asked::NothingElse => self.say_at_gate("promises_message"),
            Asked::HowAreYou | Asked::Note | Asked::CanTalk | Asked::HearsMe => {
                self.say(kind.situation(), &[])
            }
            Asked::Why => self.say_at_gate("answers_question"),
        }
    }
}
