//! What a measure sees of a call: selections of turns, and witnesses in them. Read-only; the loops are here, so
//! that scripts need none.

use std::cell::OnceCell;
use std::rc::Rc;

use super::agreed::Mentions;
use super::evaluation::Excess;
use super::{conduct, recap, rehearsed};
use crate::call::{Call, Conduct, Speaker, TurnIndex};
use crate::messages::Language;
use crate::nlu::entity::{Entity, Value};
use crate::nlu::readability::Counts;
use crate::nlu::{Act, Commitment, Course, Heard, HeardCall, Links, Rehearsed, commitment, links};
use crate::source::Span;

/// A call as measures see it.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) heard: HeardCall,
    pub(super) commitment: Option<Commitment>,
    /// Known of a rehearsal whose right end is not to collect, whatever came out in it.
    pub(super) barred: bool,
    /// Known of a rehearsal in which something of the debt is in dispute.
    pub(super) contested: bool,
    /// Known of a rehearsal: who was on the phone.
    pub(super) party: Option<Party>,
    /// Found when a measure first asks for them.
    links: OnceCell<Links>,
    conduct: OnceCell<Vec<(Conduct, Mark)>>,
}

/// Who was on the phone in a rehearsal, where a transcript has only the words to go by.
#[derive(Debug, Clone)]
pub(super) struct Party {
    /// Whether the debtor of the call is the one who owes.
    pub(super) holder: bool,
    /// The agent's turns that told somebody else of the debt.
    pub(super) told: Vec<TurnIndex>,
    /// Where the first datum was given.
    pub(super) verified: Option<TurnIndex>,
}

impl Scene {
    pub(super) fn new(heard: &HeardCall) -> Rc<Self> {
        Self::of(heard, commitment::find(heard), None)
    }

    /// A call of which a rehearsal knows more than its words.
    pub(super) fn rehearsed(heard: &HeardCall, known: &Rehearsed) -> Rc<Self> {
        let agreed = known.settled.as_ref().and_then(|settled| rehearsed::agreement(heard, settled));
        Self::of(heard, agreed, Some(known))
    }

    fn of(heard: &HeardCall, commitment: Option<Commitment>, known: Option<&Rehearsed>) -> Rc<Self> {
        let mut heard = heard.clone();
        rehearsed::set_right(&mut heard, commitment.as_ref(), known);
        let mut scene = Self {
            heard,
            commitment,
            barred: known.is_some_and(|known| known.course == Course::Stopping),
            contested: known.is_some_and(|known| known.disputed),
            party: known.map(|known| Party {
                holder: known.holder,
                told: known.told.clone(),
                verified: known.verified,
            }),
            links: OnceCell::new(),
            conduct: OnceCell::new(),
        };
        // Whoever recalls the last day that there is presses nobody.
        for (turn, span) in conduct::true_deadlines(&scene) {
            scene.heard.heard[turn].acts.retain(|hit| !(hit.act.is(conduct::PRESSURE) && hit.span == span));
        }
        Rc::new(scene)
    }

    pub(super) fn call(&self) -> &Call {
        &self.heard.call
    }

    pub(super) fn links(&self) -> &Links {
        self.links.get_or_init(|| links::find(&self.heard))
    }

    /// What must not be, by turn.
    pub(super) fn conduct(&self) -> &[(Conduct, Mark)] {
        self.conduct.get_or_init(|| conduct::find(self))
    }

    pub(super) fn heard(&self, turn: usize) -> &Heard {
        &self.heard.heard[turn]
    }

    pub(super) fn text(&self, turn: usize) -> &str {
        &self.call().turns[turn].text
    }

    pub(super) fn speaker(&self, turn: usize) -> Speaker {
        self.call().turns[turn].speaker
    }

    /// The words of a turn, without the blanks around them.
    pub(super) fn whole(&self, turn: usize) -> Mark {
        whole(self.call(), turn)
    }
}

/// The words of a turn, without the blanks around them.
pub(super) fn whole(call: &Call, turn: usize) -> Mark {
    let text = &call.turns[turn].text;
    let start = text.len() - text.trim_start().len();
    Mark { turn, span: start..start + text.trim().len(), act: None, value: None, excess: None }
}

/// A stretch of a turn, and what was heard there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub(super) turn: usize,
    pub(super) span: Span,
    pub(super) act: Option<Act>,
    pub(super) value: Option<Value>,
    /// Which limit of the case file it passes, where it was asked whether it does.
    pub(super) excess: Option<Excess>,
}

/// One mark as scripts hold it.
#[derive(Debug, Clone)]
pub(super) struct Witness {
    pub(super) scene: Rc<Scene>,
    pub(super) mark: Mark,
}

/// Some turns of a call, in order.
#[derive(Debug, Clone)]
pub(super) struct Turns {
    pub(super) scene: Rc<Scene>,
    pub(super) list: Rc<[usize]>,
}

/// Marks in a call, in order.
#[derive(Debug, Clone)]
pub(super) struct Witnesses {
    pub(super) scene: Rc<Scene>,
    pub(super) list: Rc<[Mark]>,
}

impl Turns {
    pub(super) fn by(scene: &Rc<Scene>, speaker: Option<Speaker>) -> Self {
        let turns = 0..scene.call().turns.len();
        let list =
            turns.filter(|turn| speaker.is_none_or(|speaker| scene.speaker(*turn) == speaker)).collect();
        Self { scene: Rc::clone(scene), list }
    }

    pub(super) fn filtered(&self, keep: impl Fn(usize) -> bool) -> Self {
        let list = self.list.iter().copied().filter(|turn| keep(*turn)).collect();
        Self { scene: Rc::clone(&self.scene), list }
    }

    fn slice(&self, range: std::ops::Range<usize>) -> Self {
        Self { scene: Rc::clone(&self.scene), list: self.list[range].into() }
    }

    pub(super) fn after(&self, turn: usize) -> Self {
        self.filtered(|own| own > turn)
    }

    pub(super) fn before(&self, turn: usize) -> Self {
        self.filtered(|own| own < turn)
    }

    pub(super) fn from(&self, turn: usize) -> Self {
        self.filtered(|own| own >= turn)
    }

    pub(super) fn first(&self, count: usize) -> Self {
        self.slice(0..count.min(self.list.len()))
    }

    pub(super) fn last(&self, count: usize) -> Self {
        self.slice(self.list.len().saturating_sub(count)..self.list.len())
    }

    /// The turns of this selection that perform one of `acts`.
    pub(super) fn having(&self, acts: &[String]) -> Self {
        self.filtered(|turn| performs(&self.scene, turn, acts))
    }

    /// The turns in which nothing harms.
    pub(super) fn civil(&self) -> Self {
        self.filtered(|turn| !conduct::taints(&self.scene, turn))
    }

    /// The turns that can be a witness of something well done: those that do no harm, of a call that is not hostile
    /// from end to end.
    pub(super) fn decent(&self) -> Self {
        if conduct::is_hostile(&self.scene) { self.first(0) } else { self.civil() }
    }

    pub(super) fn lacking(&self, acts: &[String]) -> Self {
        self.filtered(|turn| !performs(&self.scene, turn, acts))
    }

    /// Where one of `acts`, or of those families, is performed.
    pub(super) fn acts(&self, acts: &[String]) -> Witnesses {
        self.marks(|turn| {
            let hits = self.scene.heard(turn).acts.iter();
            hits.filter(|hit| acts.iter().any(|act| hit.act.is(act)))
                .map(|hit| Mark {
                    turn,
                    span: hit.span.clone(),
                    act: Some(hit.act.clone()),
                    value: None,
                    excess: None,
                })
                .collect()
        })
    }

    /// What is named of the kinds `kinds` (`money`, `date` …).
    pub(super) fn entities(&self, kinds: &[String]) -> Witnesses {
        self.marks(|turn| {
            let entities = self.scene.heard(turn).entities.iter();
            entities
                .filter(|entity| kinds.iter().any(|kind| entity.value.kind() == kind))
                .map(|entity| of_entity(turn, entity))
                .collect()
        })
    }

    /// The turns whole.
    pub(super) fn quotes(&self) -> Witnesses {
        self.marks(|turn| vec![self.scene.whole(turn)])
    }

    /// The turns of more than `words` words.
    pub(super) fn longer_than(&self, words: usize) -> Witnesses {
        self.filtered(|turn| self.scene.text(turn).split_whitespace().count() > words).quotes()
    }

    /// The sentences of more than `words` words. Recognised speech has no full stops: there, a turn is one.
    pub(super) fn sentences_over(&self, words: usize) -> Witnesses {
        self.marks(|turn| {
            sentences(self.scene.text(turn))
                .into_iter()
                .filter(|span| self.scene.text(turn)[span.clone()].split_whitespace().count() > words)
                .map(|span| Mark { turn, span, act: None, value: None, excess: None })
                .collect()
        })
    }

    pub(super) fn words(&self) -> usize {
        self.list.iter().map(|turn| self.scene.text(*turn).split_whitespace().count()).sum()
    }

    /// How easy the words are to follow, in points of the index of the call's language (Szigriszt Pazos for
    /// Spanish, Flesch for English): 50 and over is ordinary talk. Short stretches say little.
    pub(super) fn ease(&self) -> i64 {
        let language = self.scene.call().language;
        let counts = Counts::of(self.list.iter().map(|turn| self.scene.text(*turn)), language);
        let index = match language {
            Language::Es => counts.szigriszt_pazos(),
            Language::En => counts.flesch(),
        };
        index.map_or(100, |hundredths| hundredths / 100)
    }

    /// The turn with the most words.
    pub(super) fn longest(&self) -> Witnesses {
        let words = |turn: usize| self.scene.text(turn).split_whitespace().count();
        let longest = self.list.iter().copied().rev().max_by_key(|turn| words(*turn));
        self.filtered(|turn| Some(turn) == longest).quotes()
    }

    /// Which of the agreed facts these turns repeat, and which they contradict.
    pub(super) fn mentions(&self) -> Mentions {
        Mentions::find(&self.scene, &self.list)
    }

    /// Where these turns go over the agreement, by one of `acts` or by naming its facts.
    pub(super) fn going_over(&self, acts: &[String]) -> Witnesses {
        recap::going_over(self, acts)
    }

    fn marks(&self, of: impl Fn(usize) -> Vec<Mark>) -> Witnesses {
        let list = self.list.iter().flat_map(|turn| of(*turn)).filter(|mark| !mark.span.is_empty()).collect();
        Witnesses { scene: Rc::clone(&self.scene), list }
    }
}

impl Witnesses {
    pub(super) fn filtered(&self, keep: impl Fn(&Mark) -> bool) -> Self {
        let list = self.list.iter().filter(|mark| keep(mark)).cloned().collect();
        Self { scene: Rc::clone(&self.scene), list }
    }

    pub(super) fn nth(&self, at: usize) -> Option<Witness> {
        self.list.get(at).map(|mark| Witness { scene: Rc::clone(&self.scene), mark: mark.clone() })
    }

    pub(super) fn of(&self, acts: &[String]) -> Self {
        self.filtered(|mark| mark.act.as_ref().is_some_and(|own| acts.iter().any(|act| own.is(act))))
    }

    /// Days gone by, and stretches of time: what tells since when. Without the day of the call every day may be one.
    pub(super) fn past(&self) -> Self {
        let today = self.scene.call().date;
        self.filtered(|mark| match &mark.value {
            Some(Value::Date(day)) => {
                today.is_none_or(|today| day.from.or(day.to).is_none_or(|day| day < today))
            }
            Some(Value::Duration { .. }) => true,
            _ => false,
        })
    }

    /// The ids of the acts, each once, in order of first appearance.
    pub(super) fn kinds(&self) -> Vec<String> {
        let mut kinds: Vec<String> = Vec::new();
        for id in self.list.iter().filter_map(|mark| mark.act.as_ref().map(Act::id)) {
            if !kinds.iter().any(|kind| kind == id) {
                kinds.push(id.to_owned());
            }
        }
        kinds
    }

    /// Those whose speaker performs none of `acts` in the same turn or in the next `count` turns of theirs.
    pub(super) fn without_near(&self, acts: &[String], count: usize) -> Self {
        self.filtered(|mark| {
            let own = Turns::by(&self.scene, Some(self.scene.speaker(mark.turn)));
            let near = own.from(mark.turn).first(count + 1);
            !near.list.iter().any(|turn| performs(&self.scene, *turn, acts))
        })
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        let mut list: Vec<Mark> = self.list.iter().chain(other.list.iter()).cloned().collect();
        list.sort_by_key(|mark| (mark.turn, mark.span.start));
        list.dedup();
        Self { scene: Rc::clone(&self.scene), list: list.into() }
    }

    pub(super) fn turns(&self) -> Turns {
        let mut list: Vec<usize> = self.list.iter().map(|mark| mark.turn).collect();
        list.sort_unstable();
        list.dedup();
        Turns { scene: Rc::clone(&self.scene), list: list.into() }
    }
}

pub(super) fn of_entity(turn: usize, entity: &Entity) -> Mark {
    Mark { turn, span: entity.span.clone(), act: None, value: Some(entity.value.clone()), excess: None }
}

fn performs(scene: &Scene, turn: usize, acts: &[String]) -> bool {
    acts.iter().any(|act| scene.heard(turn).has(act))
}

/// Sentences end at `.`, `!`, `?` or `…` before a blank; `1.500` and `p. m.` inside a figure do not end one.
fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        if matches!(mark, '.' | '!' | '?' | '…') && text[end..].chars().next().is_none_or(char::is_whitespace)
        {
            found.push(start..end);
            start = end;
        }
    }
    found.push(start..text.len());
    found
        .into_iter()
        .map(|span| {
            let blank = text[span.clone()].len() - text[span.clone()].trim_start().len();
            span.start + blank..span.end
        })
        .filter(|span| !text[span.clone()].trim().is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::staged::Staged;

    fn scene() -> Rc<Scene> {
        Scene::new(
            &Staged::new()
                .agent("Buenos días.", &["greet"])
                .debtor("Me quedé sin trabajo.", &["hardship.job_loss"])
                .agent("Hay una quita. ¿La quiere?", &["jargon=quita", "offer.discount"])
                .debtor("¿Quita?", &["confusion"])
                .agent("Quiere decir una rebaja.", &["explain"])
                .0,
        )
    }

    fn ids(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn selections_count_turns_of_the_call_not_of_the_selection() {
        let agent = Turns::by(&scene(), Some(Speaker::Agent));
        assert_eq!(&*agent.after(1).list, [2, 4]);
        assert_eq!(&*agent.from(2).first(1).list, [2]);
        assert_eq!(&*agent.before(2).list, [0]);
        assert_eq!(&*agent.last(9).list, [0, 2, 4]);
    }

    #[test]
    fn a_family_selects_its_members() {
        let found = Turns::by(&scene(), None).acts(&ids(&["offer", "hardship"]));
        assert_eq!(found.kinds(), ["hardship.job_loss", "offer.discount"]);
    }

    #[test]
    fn a_term_explained_in_the_next_turn_of_the_same_speaker_is_not_left_alone() {
        let terms = Turns::by(&scene(), None).acts(&ids(&["jargon"]));
        assert_eq!(terms.without_near(&ids(&["explain"]), 0).list.len(), 1);
        assert_eq!(terms.without_near(&ids(&["explain"]), 1).list.len(), 0);
    }

    #[test]
    fn figures_do_not_end_sentences() {
        let text = "Son 1.500 pesos. ¿Le parece? Bien";
        let found: Vec<_> = sentences(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, ["Son 1.500 pesos.", "¿Le parece?", "Bien"]);
    }
}
