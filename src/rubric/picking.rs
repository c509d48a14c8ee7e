//! Which of several witnesses are shown: the turn that tells most, and the turns that do a thing and nothing besides.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::agreed::{Fact, Mentions};
use super::recap;
use super::scene::{Mark, Turns, Witness, Witnesses};
use super::vocabulary::names;
use crate::nlu::text::words;
use crate::nlu::{Act, Commitment};
use crate::sandbox::{Dynamic, Engine};

/// How much the turn of a witness tells: whether it tells enough of an agreement that stood by then, how many of its facts,
/// whether it does not take leave, what else it names, how many of the witnesses are in it; of equals, the later.
type Fullness = (bool, usize, bool, bool, usize, usize, usize);

/// So many facts of an agreement are enough to know it by.
const ENOUGH: usize = 2;

impl Turns {
    /// The turns in which something is heard, and nothing but `acts`.
    fn only(&self, acts: &[String]) -> Self {
        self.filtered(|turn| {
            let heard = &self.scene.heard(turn).acts;
            !heard.is_empty() && heard.iter().all(|hit| acts.iter().any(|act| hit.act.is(act)))
        })
    }

    /// The turns whose first word is one of these.
    fn opening_with(&self, said: &[String]) -> Self {
        let opens = |turn: usize| {
            words(self.scene.text(turn)).first().is_some_and(|word| said.contains(&word.folded))
        };
        self.filtered(opens)
    }

    /// The turns in which none of these words is said. Words are compared without case and accents.
    fn without_words(&self, said: &[String]) -> Self {
        self.filtered(|turn| !words(self.scene.text(turn)).iter().any(|word| said.contains(&word.folded)))
    }
}

impl Witnesses {
    /// The witness whose turn tells most.
    fn fullest(&self) -> Option<Witness> {
        let best = self.list.iter().enumerate().max_by_key(|(at, mark)| (self.fullness(mark), Reverse(*at)));
        best.and_then(|(at, _)| self.nth(at))
    }

    fn fullness(&self, mark: &Mark) -> Fullness {
        let scene = &self.scene;
        let told = Mentions::find(scene, &[mark.turn]);
        let distinct =
            |list: &[(Fact, Mark)]| list.iter().map(|(fact, _)| *fact).collect::<BTreeSet<_>>().len();
        let facts = distinct(&told.said).saturating_sub(distinct(&told.against));
        let stands =
            scene.commitment.as_ref().map(Commitment::turn).is_none_or(|agreed| agreed.0 <= mark.turn);
        let kinds: BTreeSet<_> = recap::meant(scene, mark.turn).map(|entity| entity.value.kind()).collect();
        let beside = self.list.iter().filter(|other| other.turn == mark.turn);
        let acts: BTreeSet<_> = beside.filter_map(|other| other.act.as_ref()).map(Act::id).collect();
        (
            stands && facts >= ENOUGH,
            facts,
            !scene.heard(mark.turn).has("farewell"),
            stands,
            kinds.len(),
            acts.len(),
            mark.turn,
        )
    }

    /// The witnesses whose turns contradict nothing that was agreed.
    fn sound(&self) -> Self {
        self.filtered(|mark| Mentions::find(&self.scene, &[mark.turn]).against.is_empty())
    }
}

/// Teaches an engine the words for picking.
pub(super) fn register(engine: &mut Engine) {
    engine
        .register_get("fullest", |w: &mut Witnesses| w.fullest().map_or(Dynamic::UNIT, Dynamic::from))
        .register_get("sound", |w: &mut Witnesses| w.sound())
        .register_fn("only", |t: &mut Turns, acts: Dynamic| names(&acts).map(|acts| t.only(&acts)))
        .register_fn("opening_with", |t: &mut Turns, said: Dynamic| {
            names(&said).map(|said| t.opening_with(&said))
        })
        .register_fn("without_words", |t: &mut Turns, said: Dynamic| {
            names(&said).map(|said| t.without_words(&said))
        });
}
