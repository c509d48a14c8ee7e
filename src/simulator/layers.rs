//! Objections in layers: what makes the outer one give way, what makes it harden, and where collecting has to stop.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::nlu::demand::{asks_for_money, asks_for_nothing};
use crate::simulator::debtor::Debtor;
use crate::simulator::event::Event;
use crate::simulator::exchange::{Ending, Incoming, Reply, Say};
use crate::simulator::scenario::Objection;

/// Acts that lean on somebody for money.
const LEANS: [&str; 3] = ["threat", "pressure", "false_urgency"];

/// Objections that are about the payment itself: nothing has to come before it.
const OF_PAYMENT: [&str; 13] = [
    "excuse.later",
    "excuse.other_party",
    "excuse.consult",
    "hardship.generic",
    "hardship.income_drop",
    "hardship.job_loss",
    "hardship.insolvency",
    "offer_partial",
    "promise",
    "promise.vague",
    "refuse",
    "ask_discount",
    "ask_time",
];

/// How often money may be asked for where collecting has to stop, until nothing makes it good.
const PRESSES_FORGIVEN: u32 = 1;
/// What each time costs.
const PRESSED_TRUST: i32 = -8;
const PRESSED_PATIENCE: i32 = -10;

impl Debtor<'_> {
    /// Voices an objection that this turn provokes before the purpose of the call is known.
    pub(super) fn raise_early(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let objection = self.objection()?;
        let provoked = objection.raised_on.iter().any(|act| turn.heard.has(act));
        if !provoked || self.raised {
            return None;
        }
        // Whoever objects to being asked for does not deny being there.
        self.opening.identified |= turn.heard.has("ask_for_party");
        let withheld = if self.data_asked(turn).is_empty() { None } else { self.keep_datum() };
        let raised = self.raise(turn);
        match (withheld, raised) {
            (Some(withheld), Some(raised)) => Some(withheld.then(raised)),
            (withheld, raised) => raised.or(withheld),
        }
    }

    /// Whether an early objection stands between the agent and what she asks to know.
    pub(super) fn holds_back(&self) -> bool {
        self.raised && self.objection().is_some_and(|objection| !objection.raised_on.is_empty())
    }

    /// A datum is not given: to a stranger, or to anybody.
    pub(super) fn keep_datum(&mut self) -> Option<Say> {
        self.say(if self.opening.introduced { "keeps_datum" } else { "withholds_datum" }, &[])
    }

    /// Where collecting has to stop, asking for money does harm, and it stays so after the matter was taken up.
    pub(super) fn be_spared(&mut self, turn: Incoming<'_>) -> Option<Reply> {
        let stopped = self.scenario.objections.get(self.stopped?)?;
        let leans = || !asks_for_nothing(turn.text) && LEANS.iter().any(|act| turn.heard.has(act));
        let asks = asks_for_money(turn.text, turn.heard).is_some() || leans();
        let resolved = self.resolved.contains(&stopped.id);
        if !asks && resolved && turn.heard.has("offer.callback") && !turn.heard.has("farewell") {
            // Another call about the person, not about the money.
            let says = self.say("accepts_callback", &[]).into_iter().collect();
            return Some(Reply { says, ends: None });
        }
        if !asks {
            return None;
        }
        self.presses += 1;
        self.feelings.shift(PRESSED_TRUST, PRESSED_PATIENCE);
        self.progress = 0;
        self.pressed += 1;
        self.events.push(Event::PressedOn { turn: turn.number });
        let says = self.say_variants(&stopped.hardened, &[]).into_iter().collect();
        let leaves = turn.heard.has("farewell").then_some(Ending::Goodbye);
        Some(Reply { says, ends: leaves })
    }

    /// Whether collecting had to stop, and did.
    pub(super) fn was_spared(&self) -> bool {
        let stopped = self.stopped.and_then(|at| self.scenario.objections.get(at));
        self.presses <= PRESSES_FORGIVEN
            && stopped.is_some_and(|objection| self.resolved.contains(&objection.id))
    }

    /// Voices the objection in the way, once it is known what the call is about.
    pub(super) fn raise_objection(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let said_something = !turn.heard.acts.is_empty() || !turn.heard.entities.is_empty();
        (self.opening.purpose && !self.raised && said_something).then(|| self.raise(turn)).flatten()
    }

    pub(super) fn raise(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let objection = self.objection()?;
        self.raised = true;
        self.progress = 0;
        if objection.stops_collection {
            self.stopped = Some(self.layer);
        }
        self.claim(objection.claims.as_ref(), turn);
        self.disclose(objection.discloses.as_ref(), turn);
        self.say_variants(&objection.opens, &[])
    }

    /// Comes back to what stands in the way; whoever talks of the payment is told that this comes first, or was heard.
    pub(super) fn insist(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let objection = self.objection()?;
        let of_payment = OF_PAYMENT.contains(&objection.act.as_str());
        let situation = if of_payment { "heard_offer" } else { "before_that" };
        let told = self.scenario.lines(situation).is_some_and(|lines| self.memory.has_fresh(lines));
        let on_table = self.terms.hardship || self.table_has_payment();
        let urges = self.offered.brings_terms() || on_table && turn.heard.has("question.commitment");
        let wonders = ["question.open", "question.cause", "invite_to_speak"];
        let first = told && urges && !wonders.iter().any(|act| turn.heard.has(act));
        let lead = if first { self.say(situation, &[]) } else { None };
        let insists = self.say_variants(&objection.insists, &[]);
        match (lead, insists) {
            (Some(lead), Some(insists)) => Some(lead.then(insists)),
            (lead, insists) => insists.or(lead),
        }
    }

    /// Counts what this turn did for and against the objection that was voiced.
    pub(super) fn let_objection_move(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let hardens_on = self.objection().map_or(&self.scenario.hardens_on, |it| &it.hardens_on);
        let hardening = hardens_on.iter().filter(|act| turn.heard.has(act)).count();
        if hardening > 0 {
            self.pressed += 1;
        }
        if hardening > 0 || turn.heard.has("request.full_payment") {
            self.calm_turns = 0;
        }
        let objection = self.objection().filter(|_| self.raised)?;
        // What hurts undoes whatever else the turn does.
        let won = hardening == 0 && !self.still_hurts(turn);
        let points: i32 = objection
            .yields_to
            .iter()
            .filter(|(act, _)| won && turn.heard.has(act))
            .map(|(_, points)| *points)
            .sum();
        // An offer to check a disputed debt is weighed as an offer: accepting it is what gives way.
        if hardening == 0 && self.checks_dispute(turn) {
            return None;
        }
        let against = i32::try_from(hardening).unwrap_or(i32::MAX);
        self.progress = (self.progress + points - against).max(0);
        self.softened = points > against;
        if hardening > 0 {
            if self.cornered() && self.table_has_payment() {
                // What pressing leads to is decided when the offer is weighed.
                return None;
            }
            self.events.push(Event::Hardened { turn: turn.number, objection: objection.id.clone() });
            return self.say_variants(&objection.hardened, &[]);
        }
        if self.progress < objection.needs || self.feelings.trust < objection.needs_trust {
            return None;
        }
        self.yield_to(objection, turn)
    }

    /// The objection in the way gives way to this turn; what that offered is not lost.
    fn yield_to(&mut self, objection: &Objection, turn: Incoming<'_>) -> Option<Say> {
        // Why, or how much, is answered by that; what else was asked beside it is not.
        for act in ["question.cause", "question.capacity"] {
            if objection.yields_to.contains_key(act) {
                self.note_answered_act(act, turn);
            }
        }
        let known = self.disclosed.len();
        let parting = self.give_way(turn);
        // What this turn also offered is not lost: with nothing left in the way it is weighed at once; what a goodbye
        // offers, by whoever takes leave.
        let put_off = self.put_off;
        if self.objection().is_none()
            && !turn.heard.has("farewell")
            && (self.offered.brings_terms() || self.table_has_figure())
            && let (Some(parting), Some(answer)) = (parting.clone(), self.weigh_offer(turn))
            && answer.situation != "stalls"
        {
            // What she can pay is said once.
            let again = answer.situation.starts_with("counters_") && tells_again(&parting.text, &answer.text);
            return Some(if again { parting } else { parting.then(answer) });
        }
        self.put_off = put_off;
        // An offer is not passed over for what is told in its place.
        let put = self.offered.brings_terms() && (self.terms.hardship || self.table_has_figure());
        let tells = self.disclosed.len() > known && parting.is_some();
        let untouched = self.objection().is_some() && tells && put;
        let notes = if untouched { self.say("notes_offer", &[]) } else { None };
        match (notes, parting) {
            (Some(notes), Some(parting)) => Some(led_by(notes, parting)),
            (_, parting) => parting,
        }
    }

    /// Whether the agent offers to look into the dispute that is in the way.
    fn checks_dispute(&self, turn: Incoming<'_>) -> bool {
        let disputing = self.objection().is_some_and(|objection| objection.act.starts_with("dispute"));
        disputing && !self.dispute_taken && turn.heard.has("offer_verification")
    }

    /// The objection is gone: what lay beneath comes up.
    pub(super) fn give_way(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let objection = self.objection()?;
        Rc::make_mut(&mut self.resolved).insert(objection.id.clone());
        self.events.push(Event::Yielded { turn: turn.number, objection: objection.id.clone() });
        self.disclose(objection.gives_way_discloses.as_ref(), turn);
        self.layer += 1;
        self.raised = false;
        self.progress = 0;
        let parting = if objection.gives_way.lines.is_empty() {
            None
        } else {
            self.say_variants(&objection.gives_way, &[])
        };
        // What lies beneath comes up once it is known what the call is about, and nothing after collecting has stopped.
        let next = (self.opening.purpose && !objection.stops_collection).then(|| self.raise(turn)).flatten();
        match (parting, next) {
            (Some(parting), Some(next)) => Some(parting.then(next)),
            (parting, next) => parting.or(next),
        }
    }

    /// Pressed so often, and just now, that the debtor says yes to be left in peace.
    pub(super) fn cornered(&self) -> bool {
        self.calm_turns <= 1
            && self.scenario.persona.gives_in_after.is_some_and(|turns| self.pressed >= turns)
    }
}

/// Two lines in the situation of the second.
fn led_by(lead: Say, main: Say) -> Say {
    let situation = main.situation.clone();
    Say { situation, ..lead.then(main) }
}

/// Whether every figure of a text was told in the one before it.
fn tells_again(told: &str, text: &str) -> bool {
    let figures = |text: &str| -> BTreeSet<String> {
        let digits = |it: char| !it.is_ascii_digit() && !matches!(it, '.' | ',');
        let groups = text.split(digits).map(|group| group.trim_matches(['.', ',']));
        groups.filter(|group| !group.is_empty()).map(ToOwned::to_owned).collect()
    };
    let figures_told = figures(told);
    let again = figures(text);
    !again.is_empty() && again.is_subset(&figures_told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_that_were_told_are_not_told_again() {
        let told = "Podría sacar 20 dólares al mes, desde el lunes 6 de julio.";
        assert!(tells_again(told, "Más de 20 dólares no. Y sería el lunes 6."));
        assert!(!tells_again(told, "25 dólares, el lunes 6 de julio."));
        assert!(!tells_again(told, "Eso es mucho."), "nothing is told again");
        assert!(tells_again("1.850 pesos, el 30.", "Con 1.850 sí."));
    }
}
