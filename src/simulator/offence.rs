//! What hurts: whoever is blamed, mocked or threatened answers to that before anything else, and not with thanks.

use crate::nlu::Heard;
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Incoming, Reply, Say};
use crate::simulator::line::Mood;

/// Acts that offend whoever hears them.
const OFFENDS: [&str; 7] = ["insult", "threat", "blame", "sarcasm", "disbelief", "condescend", "impersonate"];
/// Acts that press.
const PRESSES: [&str; 3] = ["pressure", "false_urgency", "consequence.ambiguous"];
/// Acts that show that the agent listens: those that count however the call went, and those that are a word.
const LISTENS: [&str; 7] =
    ["empathize", "paraphrase", "reflect", "invite_to_speak", "apologize", "thank", "acknowledge"];
const LISTENED: [&str; 6] = ["empathize", "paraphrase", "reflect", "invite_to_speak", "apologize", "thank"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Affront {
    Offends,
    Presses,
}

/// What in a turn hurts, if anything does.
pub(super) fn affront(heard: &Heard) -> Option<Affront> {
    if OFFENDS.iter().any(|act| heard.has(act)) {
        return Some(Affront::Offends);
    }
    PRESSES.iter().any(|act| heard.has(act)).then_some(Affront::Presses)
}

/// Whether a turn takes in what was said to it, and does not take it back in the same breath.
pub(super) fn listens(heard: &Heard) -> bool {
    affront(heard).is_none() && LISTENS.iter().any(|act| heard.has(act))
}

/// Acts of somebody who listened, and not only was civil.
const HEARS: [&str; 5] = ["empathize", "paraphrase", "reflect", "invite_to_speak", "apologize"];
/// For so many turns after what hurt nobody speaks as to a friend.
const COOL_FOR: u32 = 2;
/// For so many turns an apology is for what hurt.
const APOLOGY_WITHIN: u32 = 4;

/// For so many turns nobody opens up to who hurt her, save to a word that mends it.
const HURTS_FOR: u32 = 1;
/// Acts that mend.
const MENDS: [&str; 5] = ["apologize", "empathize", "reflect", "paraphrase", "acknowledge"];

impl Debtor<'_> {
    /// Whether the agent has listened in this call, and did not hurt lately.
    pub(super) fn was_heard(&self) -> bool {
        let cool = self.since_affront.is_some_and(|turns| turns <= COOL_FOR);
        !cool && HEARS.iter().any(|act| self.said.contains(*act))
    }

    /// An apology for what hurt her is taken, once or twice.
    pub(super) fn take_apology(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let hurt = self.since_affront.is_some_and(|turns| (1..=APOLOGY_WITHIN).contains(&turns));
        let due = hurt && turn.heard.has("apologize") && self.memory.times("accepts_apology") < 2;
        if due { self.say("accepts_apology", &[]) } else { None }
    }

    /// Whether she was hurt a moment ago, and nothing in this turn makes up for it.
    pub(super) fn still_hurts(&self, turn: Incoming<'_>) -> bool {
        let lately = self.since_affront.is_some_and(|turns| (1..=HURTS_FOR).contains(&turns));
        lately && !MENDS.iter().any(|act| turn.heard.has(act))
    }

    /// An objection that was voiced hardens; otherwise she says what she thinks of it, and nothing of the matter.
    pub(super) fn take_offence(&mut self, turn: Incoming<'_>) -> Option<Reply> {
        let kind = affront(turn.heard)?;
        if self.cornered() && self.table_has_payment() {
            // What pressing leads to is decided when the offer is weighed.
            return None;
        }
        let just_pressed = kind == Affront::Presses;
        // Pressed before anything was objected to, or after all was settled, people answer the matter itself.
        if just_pressed && !self.raised {
            return None;
        }
        let lines = self.scenario.lines("takes_offence")?;
        let hardened = self.objection().filter(|_| self.raised).map(|objection| &objection.hardened);
        let repeats = hardened.is_some_and(|hardened| !self.memory.has_fresh(hardened));
        let moved = self.let_objection_move(turn);
        if moved.is_some() && !repeats {
            return Some(Reply { says: moved.into_iter().collect(), ends: None });
        }
        if just_pressed || !self.memory.has_fresh(lines) {
            return moved.map(|say| Reply { says: vec![say], ends: None });
        }
        let mut says: Vec<_> = self.say("takes_offence", &[]).into_iter().collect();
        self.opening.identified |= turn.heard.has("ask_for_party");
        if !self.opening.introduced {
            says.extend(self.say("asks_who", &[]));
        }
        Some(Reply { says, ends: None })
    }

    /// The mood in which she takes leave: warm words are for those who listened, and never pressed.
    pub(super) fn parting_mood(&self) -> Mood {
        let listened = LISTENED.iter().any(|act| self.said.contains(*act));
        match self.feelings.mood() {
            Mood::Open if self.affronts > 0 || !listened => Mood::Guarded,
            mood => mood,
        }
    }
}
