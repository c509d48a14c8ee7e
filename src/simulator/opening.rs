//! The opening of a call, and its courtesies: who is speaking, who is asked for, what this is about.

use crate::nlu::Heard;
use crate::nlu::text::fold;
use crate::simulator::debtor::{Debtor, Ending, Incoming, Reply, Say};

/// Acts that tell what the call is about.
const PURPOSE: [&str; 19] = [
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

/// Words that tell no datum from another.
const SMALL_WORDS: [&str; 12] =
    ["del", "las", "los", "con", "por", "una", "sus", "the", "and", "for", "you", "your"];

/// What was said for courtesy, and whether the debtor leaves it at that.
pub(super) enum Civility {
    GoOn(Vec<Say>),
    /// Nobody goes on talking to a stranger who has not said who she is.
    Enough(Vec<Say>),
}

impl Debtor<'_> {
    pub(super) fn note_opening(&mut self, heard: &Heard) {
        self.opening.introduced |= heard.has("self_identify") || heard.has("company_identify");
        self.opening.purpose |= PURPOSE.iter().any(|act| heard.has(act));
    }

    /// Identity, greetings, thanks, waiting: what a person answers before anything else.
    pub(super) fn be_civil(&mut self, turn: Incoming<'_>) -> Civility {
        let heard = turn.heard;
        let mut says = Vec::new();
        if heard.has("ask_for_party") && !self.opening.identified {
            self.opening.identified = true;
            let name = self.scenario.case_file.debtor.clone();
            says.extend(self.say("confirms_identity", &[("debtor", name)]));
        }
        let asks_datum = heard.has("verify_identity") && !self.holds_back();
        if asks_datum && self.opening.introduced && !self.opening.verified {
            self.opening.identified = true;
            self.opening.verified = true;
            if let Some(datum) = self.datum_asked(turn.text) {
                says.clear();
                says.extend(self.say("gives_datum", &[("datum", datum)]));
            }
        }
        let wants_to_know_who =
            heard.has("ask_for_party") || heard.has("verify_identity") || self.opening.purpose;
        if !self.opening.introduced && wants_to_know_who && self.memory.times("asks_who") < 2 {
            says.extend(self.say("asks_who", &[]));
            return Civility::Enough(says);
        }
        if self.opening.purpose {
            if says.is_empty() && heard.has("hold") {
                says.extend(self.say("waits", &[]));
            } else if says.is_empty() && heard.acts.iter().all(|hit| hit.act == "thank") && heard.has("thank")
            {
                says.extend(self.say("thanked", &[]));
            }
            return Civility::GoOn(says);
        }
        if self.opening.introduced && (self.opening.identified || self.memory.times("greets_back") > 0) {
            // Still no word of why: the debtor asks, after the datum as well as after the name.
            let waits = heard.has("hold") || self.holds_back();
            if self.memory.times("asks_purpose") < 3 && !waits {
                says.extend(self.say("asks_purpose", &[]));
            }
        } else if says.is_empty() && !self.raised && (heard.has("greet") || self.opening.introduced) {
            says.extend(self.say("greets_back", &[]));
        }
        Civility::GoOn(says)
    }

    /// The datum that the agent asks for: the one whose name shares most words with the question; the first where
    /// she asks for no one in particular.
    fn datum_asked(&self, text: &str) -> Option<String> {
        let asked = fold(text);
        let any =
            ["dato", "identidad", "identi", "verif", "valid", "detail"].iter().any(|it| asked.contains(it));
        let shared = |label: &str| {
            let label = fold(label);
            let words = label.split_whitespace().filter(|word| word.len() > 2 && !SMALL_WORDS.contains(word));
            words.filter(|word| asked.contains(word)).count()
        };
        let items = &self.scenario.case_file.verify;
        let best = items.iter().rev().max_by_key(|item| shared(&item.label))?;
        if shared(&best.label) == 0 && !any {
            return None;
        }
        Some(best.value.clone())
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
        if self.agreement.is_none() && self.offered.brings_terms() {
            let answer = self.weigh_offer(turn).filter(|_| self.agreement.is_some());
            says.extend(answer);
        }
        if self.agreement.is_some() && !says.is_empty() {
            says.extend(self.say("says_goodbye", &[]));
            return Some(Reply { says, ends: Some(Ending::Goodbye) });
        }
        if let Some(say) = self.hear_recap(turn) {
            says.push(say);
        } else if let Some(say) = self.misremember(turn) {
            return Some(Reply { says: vec![say], ends: None });
        }
        says.extend(self.say("says_goodbye", &[]));
        Some(Reply { says, ends: Some(Ending::Goodbye) })
    }
}
