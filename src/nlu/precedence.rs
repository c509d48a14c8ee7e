//! Who may perform which act, and which acts give way to which: worked out once for an ear.

use rustc_hash::FxHashMap;

use crate::call::Speaker;
use crate::nlu::act::Act;
use crate::nlu::heard::ActHit;
use crate::nlu::inventory::Inventory;
use crate::nlu::lexicon::{LexiconAct, TOPIC};

#[derive(Debug)]
pub(super) struct Precedence {
    /// By act of the lexicon, which speakers may perform it: a bit each.
    performers: Vec<u8>,
    /// By act, those that it gives way to.
    stronger: FxHashMap<Act, Vec<Act>>,
}

impl Precedence {
    pub(super) fn new(acts: &[LexiconAct], inventory: &Inventory) -> Self {
        let performers = acts.iter().map(|entry| performers(inventory, &entry.act)).collect();
        let mut stronger: FxHashMap<Act, Vec<Act>> = FxHashMap::default();
        for entry in acts.iter().filter(|entry| !entry.gives_way_to.is_empty()) {
            stronger.entry(entry.act.clone()).or_default().extend(entry.gives_way_to.iter().cloned());
        }
        Self { performers, stronger }
    }

    /// Whether a speaker may perform an act of the lexicon.
    pub(super) fn may_perform(&self, speaker: Speaker, act: usize) -> bool {
        self.performers[act] & bit(speaker) != 0
    }

    /// Drops hits of acts that give way to another that covers the same words.
    pub(super) fn give_way(&self, hits: &mut Vec<ActHit>) {
        let gives_way = |hit: &ActHit, other: &ActHit| {
            // `promise` is a family too: an act never gives way to itself.
            other.act != hit.act
                && other.span.start < hit.span.end
                && hit.span.start < other.span.end
                && self.gives_way(&hit.act, &other.act)
        };
        let yields = |hit: &ActHit| hits.iter().any(|other| gives_way(hit, other));
        if !hits.iter().any(yields) {
            return;
        }
        let kept: Vec<bool> = hits.iter().map(|hit| !yields(hit)).collect();
        let mut kept = kept.into_iter();
        hits.retain(|_| kept.next().unwrap_or(true));
    }

    fn gives_way(&self, act: &Act, other: &Act) -> bool {
        let stronger = self.stronger.get(act).map_or(&[][..], Vec::as_slice);
        stronger.iter().any(|stronger| other.is(stronger.id()))
    }
}

/// Which speakers may perform an act. A topic is heard from the agent.
fn performers(inventory: &Inventory, act: &Act) -> u8 {
    let may = |speaker: &Speaker| {
        inventory.may_perform(*speaker, act) || (act.is(TOPIC) && *speaker == Speaker::Agent)
    };
    let speakers = [Speaker::Agent, Speaker::Debtor, Speaker::ThirdParty, Speaker::System];
    speakers.into_iter().filter(may).fold(0, |all, speaker| all | bit(speaker))
}

fn bit(speaker: Speaker) -> u8 {
    1 << speaker as u8
}
