//! The opening of a call, and its courtesies: who is speaking, who is asked for, what this is about.

use crate::nlu::Heard;
use crate::nlu::entity::Value;
use crate::nlu::text::fold;
use crate::simulator::answering::BREATH;
use crate::simulator::asked::Asked;
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Ending, Incoming, Reply, Say};
use crate::simulator::terms::Offered;

/// Acts that tell what the call is about.
pub(super) const PURPOSE: [&str; 19] = [
    "state_purpose",
    "state_debt",
    "request.full_payment",
    "offer.installments",
    "offer.partial",
    "offer.extension",
    "offer.restructure",
    "offer.discount",
    "offer.hardship",
    "offer.choice",
    "propose_amount",
    "propose_date",
    "question.cause",
    "question.capacity",
    "question.commitment",
    "payment_instructions",
    "consequence",
    "threat",
    "pressure",
];

/// Words for a matter of which no more is said.
const PRIVATE: [&str; 6] = ["personal", "particular", "privado", "confidencial", "private", "confidential"];

/// What may go with thanks without asking for anything.
const KIND_WORDS: [&str; 5] = ["acknowledge", "backchannel", "empathize", "apologize", "topic"];
/// Acts after which waiting is no more than a word.
const GOES_ON: [&str; 5] = ["question", "offer", "propose_amount", "propose_date", "pressure"];
/// Words after which somebody waits for something else than the line.
const WAITS_FOR: [&str; 7] = ["a", "al", "hasta", "for", "until", "till", "no"];

/// What was said for courtesy, and whether the debtor leaves it at that.
pub(super) enum Civility {
    GoOn(Vec<Say>),
    /// Nobody goes on talking to a stranger who has not said who she is, nor after thanks when all is settled.
    Enough(Vec<Say>),
}

impl Debtor<'_> {
    pub(super) fn note_opening(&mut self, turn: Incoming<'_>) {
        let heard = turn.heard;
        self.opening.introduced |=
            heard.has("self_identify") || heard.has("company_identify") || self.names.creditor_in(turn.said);
        self.opening.subject |= self.names.product_in(turn.said);
        self.opening.figure |= self.names_a_figure_of_the_case(heard);
        let private = self.is_kept_private(turn);
        let tells = |act: &str| heard.has(act) && !(act == "state_purpose" && private);
        self.opening.purpose |= self.opening.figure || PURPOSE.iter().any(|act| tells(act));
    }

    /// "Es un asunto personal": nothing is told by that.
    fn is_kept_private(&self, turn: Incoming<'_>) -> bool {
        let private = PRIVATE.iter().any(|word| turn.said.contains(*word));
        private && !self.names.product_in(turn.said) && !self.names.creditor_in(turn.said)
    }

    /// Whether what is owed is named, whatever is said of it.
    pub(super) fn names_a_figure_of_the_case(&self, heard: &Heard) -> bool {
        let case = &self.scenario.case_file;
        let owed = [case.balance.amount, case.past_due_total().amount];
        heard
            .entities
            .iter()
            .any(|entity| matches!(&entity.value, Value::Money(money) if owed.contains(&money.amount)))
    }

    /// Identity, greetings, thanks, waiting: what a person answers before anything else.
    pub(super) fn be_civil(&mut self, turn: Incoming<'_>) -> Civility {
        let heard = turn.heard;
        let mut says = Vec::new();
        let asked_for =
            heard.has("ask_for_party") || (!self.opening.identified && self.names.debtor_in(turn.said));
        if asked_for && !self.opening.identified {
            self.opening.identified = true;
            let name = self.scenario.case_file.debtor.clone();
            says.extend(self.say("confirms_identity", &[("debtor", name)]));
        }
        let data = if self.holds_back() { Vec::new() } else { self.data_asked(turn) };
        if !data.is_empty() && self.opening.introduced {
            self.opening.identified = true;
            self.opening.verified = true;
            says.clear();
            says.extend(self.give_data(&data));
            if heard.has("verify_identity") {
                self.note_answered_act("verify_identity", turn);
            } else {
                self.note_answered(0..turn.text.len());
            }
        }
        let asks_datum = !data.is_empty() || heard.has("verify_identity");
        let wants_to_know_who = asked_for || asks_datum || self.opening.purpose;
        if !self.opening.introduced && wants_to_know_who {
            if self.memory.times("asks_who") < 2 {
                says.extend(self.say("asks_who", &[]));
                return Civility::Enough(says);
            }
            if asks_datum && self.memory.times("withholds_datum") < 2 {
                says.extend(self.say("withholds_datum", &[]));
                return Civility::Enough(says);
            }
        }
        if self.opening.purpose {
            if says.is_empty() && is_put_on_hold(turn) {
                says.extend(self.say("waits", &[]));
            } else if says.is_empty() && self.is_only_thanked(turn) {
                says.extend(self.slip(turn).or_else(|| self.say("thanked", &[])));
                if self.agreement.is_some() {
                    return Civility::Enough(says);
                }
            }
            return Civility::GoOn(says);
        }
        if self.opening.introduced && (self.opening.identified || self.memory.times("greets_back") > 0) {
            // Still no word of why: the debtor asks, after the datum as well as after the name.
            // Whoever said more than who she is has invited to speak.
            let invited = says.last().is_some_and(is_more_than_a_yes);
            let waits = is_put_on_hold(turn) || self.holds_back() || self.opening.subject || invited;
            if self.memory.times("asks_purpose") < 3 && !waits {
                says.extend(self.say("asks_purpose", &[]));
            }
        } else if says.is_empty() && !self.raised && (heard.has("greet") || self.opening.introduced) {
            says.extend(self.say("greets_back", &[]));
        }
        Civility::GoOn(says)
    }

    /// How she is, and whether she can talk, is answered beside the datum or the name.
    pub(super) fn answer_courtesy(&mut self, says: &mut Vec<Say>, turn: Incoming<'_>) {
        let asked = turn.asked.iter().find(|kind| matches!(kind, Asked::HowAreYou | Asked::CanTalk));
        let Some(kind) = asked.filter(|kind| self.memory.times(kind.situation()) == 0) else { return };
        let at = usize::from(says[0].situation == "confirms_identity");
        if let Some(answer) = self.say(kind.situation(), &[]) {
            says.insert(at, answer);
        }
    }

    /// Whether the turn does no more than thank; once something is agreed, a kind word more makes it nothing else.
    fn is_only_thanked(&self, turn: Incoming<'_>) -> bool {
        let settled = self.agreement.is_some() && !turn.asks() && !self.offered.brings_terms();
        let kind = |act: &str| settled && KIND_WORDS.contains(&act.split('.').next().unwrap_or(act));
        let acts = &turn.heard.acts;
        turn.heard.has("thank") && acts.iter().all(|hit| hit.act == "thank" || kind(hit.act.id()))
    }

    /// The agent takes leave: the debtor does too, with what he has understood.
    pub(super) fn take_leave(&mut self, turn: Incoming<'_>) -> Option<Reply> {
        // Whoever introduces herself or asks for somebody is not leaving, whatever her words resemble.
        let beginning = ["self_identify", "company_identify", "ask_for_party"];
        if !turn.heard.has("farewell") || beginning.iter().any(|act| turn.heard.has(act)) {
            return None;
        }
        let mut says = Vec::new();
        // What the last turn also does is not lost: the last objection may give way, the last offer be taken.
        if self.agreement.is_none() && self.raised {
            let before = self.layer;
            let moved = self.let_objection_move(turn).filter(|_| self.layer > before && !self.raised);
            says.extend(moved);
        }
        // She had said yes to the sum and the day, and only asked how: that is agreed, whatever is answered.
        let asked_how = self.agreement.is_none() && self.objection().is_none() && self.method_asked;
        // A sum and a day were put to her before the last that stood in the way was out of it: nothing keeps her from a yes.
        let ripe = self.agreement.is_none()
            && self.objection().is_none()
            && self.terms.amount.is_some()
            && self.terms.date.is_some()
            && !self.put_off
            && !turn.heard.has("offer.callback");
        if (asked_how || ripe) && self.offered == Offered::Nothing {
            self.offered = Offered::NothingNew;
        }
        // "La llamo otro día, piénselo": nothing is asked for now.
        let weighs = self.offered.brings_terms() && !turn.heard.has("offer.callback");
        if weighs || asked_how || ripe {
            let agreed = self.agreement.clone();
            let answer = self.weigh_offer(turn).filter(|_| self.agreement != agreed);
            says.extend(answer);
        }
        if says.is_empty() {
            // A wrong day said with the goodbye: nobody went over it.
            says.extend(self.hear_recap(turn).or_else(|| self.misremember(turn)));
        }
        let spoken: usize = says.iter().map(Say::words).sum();
        if spoken > BREATH {
            // One thing and the goodbye: nobody says all that is left at once.
            says.drain(..says.len() - 1);
        }
        says.extend(self.say_in(self.parting_mood(), "says_goodbye"));
        Some(Reply { says, ends: Some(Ending::Goodbye) })
    }
}

/// Whether the agent leaves the line for a moment: said last, with nothing asked or offered after it.
fn is_put_on_hold(turn: Incoming<'_>) -> bool {
    let Some(hold) = turn.heard.acts.iter().rfind(|hit| hit.act == "hold") else { return false };
    let rest = fold(&turn.text[hold.span.end..]);
    let next = rest.split(|it: char| !it.is_alphanumeric()).find(|word| !word.is_empty());
    let goes_on = turn
        .heard
        .acts
        .iter()
        .any(|hit| hit.span.start >= hold.span.end && GOES_ON.iter().any(|act| hit.act.is(act)));
    !rest.contains('?') && !goes_on && next.is_none_or(|word| !WAITS_FOR.contains(&word))
}

/// Whether a yes to her name goes on: "Sí, soy yo. Cuénteme."
fn is_more_than_a_yes(say: &Say) -> bool {
    let sentences = say.text.split(['.', '?', '!']).filter(|part| !part.trim().is_empty());
    say.situation == "confirms_identity" && sentences.count() > 1
}
