//! Objections in layers: what makes the outer one give way, and what makes it harden.

use crate::simulator::debtor::{Debtor, Incoming, Say};
use crate::simulator::event::Event;

impl Debtor<'_> {
    /// Voices the objection in the way, once it is known what the call is about.
    pub(super) fn raise_objection(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let said_something = !turn.heard.acts.is_empty() || !turn.heard.entities.is_empty();
        (self.opening.purpose && !self.raised && said_something).then(|| self.raise(turn)).flatten()
    }

    pub(super) fn raise(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let objection = self.objection()?;
        self.raised = true;
        self.progress = 0;
        self.disclose(objection.discloses.as_ref(), turn);
        self.say_variants(&objection.opens, &[])
    }

    /// Counts what this turn did for and against the objection that was voiced.
    pub(super) fn let_objection_move(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let hardens_on = self.objection().map_or(&self.scenario.hardens_on, |it| &it.hardens_on);
        let hardening = hardens_on.iter().filter(|act| turn.heard.has(act)).count();
        if hardening > 0 {
            self.pressed += 1;
        }
        let objection = self.objection().filter(|_| self.raised)?;
        let points: i32 = objection
            .yields_to
            .iter()
            .filter(|(act, _)| turn.heard.has(act))
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
        let parting = self.give_way(turn);
        // What this turn also offered is not lost: with nothing left in the way it is weighed at once.
        if self.objection().is_none()
            && self.offered.brings_terms()
            && let (Some(parting), Some(answer)) = (parting.clone(), self.weigh_offer(turn))
        {
            return Some(parting.then(answer));
        }
        parting
    }

    /// Whether the agent offers to look into the dispute that is in the way.
    fn checks_dispute(&self, turn: Incoming<'_>) -> bool {
        let disputing = self.objection().is_some_and(|objection| objection.act.starts_with("dispute"));
        disputing && !self.dispute_taken && turn.heard.has("offer_verification")
    }

    /// The objection is gone: what lay beneath comes up.
    pub(super) fn give_way(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let objection = self.objection()?;
        self.resolved.insert(objection.id.clone());
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
        match (parting, self.raise(turn)) {
            (Some(parting), Some(next)) => Some(parting.then(next)),
            (parting, next) => parting.or(next),
        }
    }

    /// Pressed so often that the debtor says yes to be left in peace.
    pub(super) fn cornered(&self) -> bool {
        self.scenario.persona.gives_in_after.is_some_and(|turns| self.pressed >= turns)
    }
}
