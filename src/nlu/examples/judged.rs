//! How sure the second layer has to be: from which probability on an act is heard, and below which one that a pattern
//! heard is taken back.

use crate::nlu::act::Act;
use crate::nlu::entity::Entity;
use crate::nlu::inventory::{Evidence, Inventory};

/// From this probability on an act is heard; the careful side is taken, for a score on misheard words is an injustice.
const LIKELY: f32 = 0.4;
/// The same for bad manners. They are rare in what taught, and the network is slow to say them; a lower bar hears more of them,
/// and hears mockery in plain explanations.
const LIKELY_OF_MANNERS: f32 = 0.6;
/// In a turn of fewer words than this, bad manners have to be surer: "¿tiene perro?" is like little that taught.
pub(super) const SHORT: usize = 6;
const LIKELY_IN_SHORT: f32 = 0.6;
/// In one or two words everything has to be: "buenas tardes" begins many a turn that asks for somebody.
const VERY_SHORT: usize = 3;
const LIKELY_IN_VERY_SHORT: f32 = 0.8;
/// The same for what breaks the law: what was misheard must not be.
const ALMOST_SURE: f32 = 0.5;
/// Below this an act that a pattern heard is taken back.
const UNLIKELY: f32 = 0.2;
/// The same for acts that are held against the speaker: their patterns are narrow, and hear what no turn that taught
/// is like.
const VERY_UNLIKELY: f32 = 0.1;
const BACKCHANNEL: &str = "backchannel";
/// From this probability on that a turn does nothing, what is heard in it has to be surer.
pub(super) const IDLE: f32 = 0.1;
/// The bar for what the second layer adds, and the floor for what patterns heard, in such a turn.
const SURE_THOUGH_IDLE: f32 = 0.9;
const LIKELY_THOUGH_IDLE: f32 = 0.7;
/// The bar where words are said far apart.
const LIKELY_THOUGH_RAMBLING: f32 = 0.8;
/// Where less than this part of a turn was met in what taught, nothing is known of it: what is added has to be surer, and
/// bad manners and what breaks the law stand as their patterns heard them, for these are narrow.
const UNFAMILIAR: f32 = 0.5;
const LIKELY_THOUGH_UNFAMILIAR: f32 = 0.6;
const LIKELY_OF_MANNERS_THOUGH_UNFAMILIAR: f32 = 0.8;
/// A question of no more words than this, in which no wording hears anything bad: what is asked plainly is like mockery and
/// threats that are put as questions.
pub(super) const PLAIN: usize = 10;
const LIKELY_OF_MANNERS_IN_A_QUESTION: f32 = 0.85;
/// Unless it does nothing, more likely than not.
const MOSTLY_IDLE: f32 = 0.5;

/// What a turn shows as a whole.
#[derive(Debug)]
pub(super) struct Showing {
    /// How many there are.
    pub(super) words: usize,
    /// How likely it does nothing at all.
    pub(super) nothing: f32,
    /// What part of it was met in what taught.
    pub(super) familiar: f32,
    /// It goes on and on without a stop: what speaks for an act in it may be said far apart.
    pub(super) rambling: bool,
    /// It is a short question, and no wording hears anything bad in it.
    pub(super) asks_plainly: bool,
}

/// An act of the network, in the order of its columns.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) act: Act,
    /// Heard from this probability on; never, where the inventory does not have the act.
    bar: f32,
    /// Taken back below this probability.
    floor: f32,
    /// It is held against whoever does it.
    pub(super) held_against: bool,
    /// It is bad manners, and no more.
    pub(super) manners: bool,
    /// Heard only where one of these is named; empty where it needs none.
    names: Vec<&'static str>,
}

impl Judged {
    pub(super) fn new(id: &str, inventory: &Inventory) -> Self {
        let entry = inventory.get(id);
        let (bar, floor) = match entry.map(|entry| entry.evidence) {
            Some(Evidence::Plain) => (LIKELY, UNLIKELY),
            Some(Evidence::HeldAgainst) => (LIKELY_OF_MANNERS, VERY_UNLIKELY),
            Some(Evidence::Unlawful) => (ALMOST_SURE, VERY_UNLIKELY),
            None => (f32::INFINITY, 0.0),
        };
        let names = entry.into_iter().flat_map(|entry| &entry.names).map(|kind| kind.name()).collect();
        let held_against = entry.is_some_and(|entry| entry.evidence != Evidence::Plain);
        let manners = entry.is_some_and(|entry| entry.evidence == Evidence::HeldAgainst);
        Self { act: Act::from(id), bar, floor, held_against, manners, names }
    }

    /// Whether what has to be named is.
    pub(super) fn is_possible(&self, entities: &[&Entity]) -> bool {
        let named = |kind: &&str| entities.iter().any(|entity| entity.value.kind() == *kind);
        self.names.is_empty() || self.names.iter().any(named)
    }

    /// The bar and the floor in such a turn.
    pub(super) fn marks(&self, turn: &Showing) -> (f32, f32) {
        // A sign of listening is mostly all that a short turn does, and a turn that does nothing else.
        if self.act.id() == BACKCHANNEL {
            return (self.bar, self.floor);
        }
        let bar = match turn.words {
            _ if turn.words < VERY_SHORT => self.bar.max(LIKELY_IN_VERY_SHORT),
            _ if self.held_against && turn.words < SHORT => self.bar.max(LIKELY_IN_SHORT),
            _ => self.bar,
        };
        let bar = if self.held_against && turn.asks_plainly {
            bar.max(LIKELY_OF_MANNERS_IN_A_QUESTION)
        } else {
            bar
        };
        let (bar, floor) = if turn.nothing < IDLE {
            (bar, self.floor)
        } else {
            (bar.max(SURE_THOUGH_IDLE), self.floor.max(LIKELY_THOUGH_IDLE))
        };
        let bar = if turn.rambling { bar.max(LIKELY_THOUGH_RAMBLING) } else { bar };
        if turn.familiar >= UNFAMILIAR {
            (bar, floor)
        } else if self.held_against && turn.nothing < MOSTLY_IDLE {
            (bar.max(LIKELY_OF_MANNERS_THOUGH_UNFAMILIAR), 0.0)
        } else {
            (bar.max(LIKELY_THOUGH_UNFAMILIAR), floor)
        }
    }
}
