//! The second layer of the ear: it generalises from labelled turns and from the lexicon's examples to wordings that
//! no pattern foresaw. It adds an act that the patterns did not hear, and takes back one that they heard where the
//! words speak against it. What it adds names the words that weighed most.

mod clues;
mod descent;
mod key;
mod marked;
mod network;
mod stored;
#[cfg(test)]
mod tests;
mod training;

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use crate::nlu::act::Act;
use crate::nlu::ear::{Ear, Patterned, Previous};
use crate::nlu::entity::Entity;
use crate::nlu::heard::{ActHit, Heard, Reason};
use crate::nlu::inventory::{Evidence, Inventory};
use crate::nlu::lexicon::TOPIC;
use crate::nlu::text::{Break, Word};
use crate::nlu::turns::{LabelledTurn, Party};
use crate::source::Span;

use clues::{SaidBefore, Seen, clues, distinct};
use marked::{Marked, word_key};
use network::{Cell, Hearing, Known};
pub use stored::Unusable;

/// From this probability on an act is heard; the careful side is taken, for a score on misheard words is an injustice.
const LIKELY: f32 = 0.4;
/// The same for bad manners. They are rare in what taught, and the network is slow to say them; a lower bar hears more of them,
/// and hears mockery in plain explanations.
const LIKELY_OF_MANNERS: f32 = 0.6;
/// In a turn of fewer words than this, bad manners have to be surer: "¿tiene perro?" is like little that taught.
const SHORT: usize = 6;
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
/// The column that says how likely a turn does nothing at all.
const NOTHING: &str = "-";
/// From this probability on that a turn does nothing, what is heard in it has to be surer.
const IDLE: f32 = 0.1;
/// The bar for what the second layer adds, and the floor for what patterns heard, in such a turn.
const SURE_THOUGH_IDLE: f32 = 0.9;
const LIKELY_THOUGH_IDLE: f32 = 0.7;
/// The bar in a sentence by itself: it shows less than the turn does, and what it is like may be said in passing.
const LIKELY_ALONE: f32 = 0.5;
/// Sentences of fewer words are no evidence of anything new.
const FEW_WORDS: usize = 2;
/// And the turn as a whole must not speak against it: "thank you, ma'am" takes leave only where nothing follows.
const NOT_AGAINST: f32 = 0.1;
/// How many words a reason names at most.
const MOST_WORDS: usize = 3;

/// What was learnt for one language.
#[derive(Debug)]
pub struct Learnt {
    turns: stored::TurnsHash,
    agent: Option<Examples>,
    debtor: Option<Examples>,
}

impl Learnt {
    /// Reads what `teach` gave.
    pub fn read(bytes: &[u8], inventory: &Inventory) -> Result<Self, Unusable> {
        let stored::Content { turns, networks: [agent, debtor] } = stored::from_bytes(bytes)?;
        let ready = |network: Option<_>| network.map(|network| Examples::new(network, inventory));
        Ok(Self { turns, agent: ready(agent), debtor: ready(debtor) })
    }

    /// Whether these turns, in this order, are what taught it.
    pub fn is_taught_by(&self, turns: &[LabelledTurn]) -> bool {
        self.turns == stored::hash(turns)
    }

    /// What was learnt to hear one party.
    pub(super) fn of(&self, party: Party) -> Option<&Examples> {
        match party {
            Party::Agent => self.agent.as_ref(),
            Party::Debtor => self.debtor.as_ref(),
        }
    }
}

/// Learns from labelled turns and the examples of an ear's lexicon; the same turns in the same order give the same
/// bytes.
pub fn teach(ear: &Ear, turns: &[LabelledTurn]) -> Vec<u8> {
    let networks = std::thread::scope(|scope| {
        let debtor = scope.spawn(|| training::learn(ear, turns, Party::Debtor));
        // A thread that panicked would have panicked here as well.
        [training::learn(ear, turns, Party::Agent), debtor.join().unwrap_or_default()]
    });
    stored::to_bytes(&stored::Content { turns: stored::hash(turns), networks })
}

/// What was learnt for one party.
#[derive(Debug)]
pub(super) struct Examples {
    network: Hearing,
    acts: Vec<Judged>,
    /// The column of what does nothing.
    nothing: Option<usize>,
    /// Room for looks, clean.
    rooms: Mutex<Vec<(Vec<Known>, Vec<Cell>)>>,
}

/// Room is kept for so many looks.
const MOST_ROOMS: usize = 32;

/// An act of the network, in the order of its columns.
#[derive(Debug)]
struct Judged {
    act: Act,
    /// Heard from this probability on; never, where the inventory does not have the act.
    bar: f32,
    /// Taken back below this probability.
    floor: f32,
    /// It is held against whoever does it.
    held_against: bool,
    /// It is bad manners, and no more.
    manners: bool,
    /// Heard only where one of these is named; empty where it needs none.
    names: Vec<&'static str>,
}

impl Judged {
    /// Whether what has to be named is.
    fn is_possible(&self, entities: &[&Entity]) -> bool {
        let named = |kind: &&str| entities.iter().any(|entity| entity.value.kind() == *kind);
        self.names.is_empty() || self.names.iter().any(named)
    }

    /// The bar and the floor in a turn of so many words that does nothing with this probability.
    fn marks(&self, nothing: f32, words: usize) -> (f32, f32) {
        // A sign of listening is mostly all that a short turn does, and a turn that does nothing else.
        if self.act.id() == BACKCHANNEL {
            return (self.bar, self.floor);
        }
        let bar = match words {
            _ if words < VERY_SHORT => self.bar.max(LIKELY_IN_VERY_SHORT),
            _ if self.held_against && words < SHORT => self.bar.max(LIKELY_IN_SHORT),
            _ => self.bar,
        };
        if nothing < IDLE || self.floor == 0.0 {
            return (bar, self.floor);
        }
        (bar.max(SURE_THOUGH_IDLE), self.floor.max(LIKELY_THOUGH_IDLE))
    }
}

impl Examples {
    fn new(network: network::Network, inventory: &Inventory) -> Self {
        let judged = |id: &String| {
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
            Judged { act: Act::from(id.as_str()), bar, floor, held_against, manners, names }
        };
        let network = Hearing::new(network);
        let nothing = network.acts().iter().position(|id| id == NOTHING);
        let rooms = Mutex::default();
        Self { acts: network.acts().iter().map(judged).collect(), nothing, network, rooms }
    }

    /// Adds to what the patterns heard in a turn, and takes from it. A turn of several sentences is looked at as a
    /// whole and sentence by sentence: beside enough other talk, a turn as a whole is like none that taught.
    pub(super) fn revise(&self, patterned: &mut Patterned<'_>, before: Option<Previous<'_>>) {
        let Patterned { heard, words, own, excepted } = patterned;
        let words: &[Word] = words;
        // Of words that it never met, length and context alone would speak.
        if !words.iter().any(|word| self.network.knows(word_key(word))) {
            return;
        }
        let before = before.map(|before| {
            let Heard { acts, entities } = before.heard;
            SaidBefore::new(before.words, entities, by_patterns(acts))
        });
        let turn = Marked::new(words, &heard.entities, |key| self.network.knows(key));
        let seen = |range| Seen::of(&turn, heard, range, before.as_ref());
        let all = seen(0..words.len());
        let whole = self.look(&all);
        // What was said before may make a turn unlike all that taught; its own words stand then.
        let out_of_context = OnceCell::new();
        let alone = || match &before {
            Some(_) => {
                out_of_context.get_or_init(|| self.look(&Seen::of(&turn, heard, 0..words.len(), None)))
            }
            None => &whole,
        };
        let sentences = sentences(words);
        let looks: Vec<OnceCell<Look<'_>>> = sentences.iter().map(|_| OnceCell::new()).collect();
        let sentence = |at: usize| looks[at].get_or_init(|| self.look(&seen(sentences[at].clone())));
        let probabilities = self.network.probabilities(&whole.cells);
        let nothing = self.nothing.map_or(0.0, |column| probabilities[column]);
        let mut refused = Vec::new();
        let mut added = Vec::new();
        for (column, (judged, likely)) in self.acts.iter().zip(&probabilities).enumerate() {
            let (bar, floor) = judged.marks(nothing, words.len());
            let likely_in = |look: &Look<'_>| self.network.probability(&look.cells, column);
            // Words that are said to be no bad manners count for none, nor does a turn that they colour.
            let excused = |range: &Range<usize>| {
                let mut spans = excepted.iter().filter(|(act, _)| judged.manners && *act == judged.act);
                spans.any(|(_, span)| covers(&words[range.clone()], span))
            };
            if let Some(hit) = heard.acts.iter().find(|hit| hit.act == judged.act) {
                let covers = |range: &Range<usize>| covers(&words[range.clone()], &hit.span);
                let stands = |at: usize| covers(&sentences[at]) && likely_in(sentence(at)) >= floor;
                let doubted =
                    *likely < floor && !own.contains(&judged.act) && !is_all_of_a_few(&hit.span, words);
                if doubted
                    && (nothing >= IDLE || !(0..sentences.len()).any(stands))
                    && likely_in(alone()) < floor
                {
                    refused.push(&judged.act);
                }
            } else if *likely >= bar && judged.is_possible(&all.entities) && !excused(&(0..words.len())) {
                added.extend(
                    self.hit(column, &whole)
                        .filter(|hit| !judged.held_against || !is_excepted(hit, excepted)),
                );
            } else if Some(column) != self.nothing && *likely >= NOT_AGAINST {
                let bar = bar.max(LIKELY_ALONE);
                let long = |at: &usize| sentences[*at].len() >= FEW_WORDS;
                let likely = |at: usize| (at, likely_in(sentence(at)));
                let enough = |(_, likely): &(usize, f32)| *likely >= bar;
                let found = (0..sentences.len()).filter(long).filter(|at| !excused(&sentences[*at]));
                let found = found.map(likely).filter(enough);
                let most = found.max_by(|(_, one), (_, other)| one.total_cmp(other));
                let hit = most.and_then(|(at, _)| self.hit(column, sentence(at)));
                added.extend(hit.filter(|hit| !judged.held_against || !is_excepted(hit, excepted)));
            }
        }
        let looks = looks.into_iter().chain([out_of_context]).filter_map(OnceCell::into_inner);
        self.put_back(looks.chain([whole]));
        heard.acts.retain(|hit| !refused.contains(&&hit.act));
        heard.acts.extend(added);
    }

    fn look<'a>(&self, seen: &Seen<'a>) -> Look<'a> {
        let (mut known, mut cells) =
            self.rooms.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
        clues(seen, |clue| known.extend(self.network.find(&clue)));
        self.network.say(&known, &mut cells);
        Look { words: seen.words(), clues: known, cells }
    }

    /// Keeps the room that looks took for others.
    fn put_back<'a>(&self, looks: impl Iterator<Item = Look<'a>>) {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        for Look { mut clues, mut cells, .. } in looks {
            if rooms.len() < MOST_ROOMS {
                clues.clear();
                cells.clear();
                rooms.push((clues, cells));
            }
        }
    }

    /// The hit of an act, on the words that spoke for it; none where no word did.
    fn hit(&self, column: usize, look: &Look<'_>) -> Option<ActHit> {
        let Look { words, clues, cells } = look;
        let said = self.network.weights(cells, column);
        let mut weights = vec![0.0_f32; words.len()];
        for clue in clues {
            let Some((first, last)) = clue.words else { continue };
            let share = self.network.share(clue, &said);
            weights[first] += share / 2.0;
            weights[last] += share / 2.0;
        }
        let mut order = Vec::with_capacity(words.len());
        order.extend((0..words.len()).filter(|at| weights[*at] > 0.0));
        order.sort_by(|a, b| weights[*b].total_cmp(&weights[*a]));
        order.truncate(MOST_WORDS);
        order.sort_unstable();
        let (first, last) = (*order.first()?, *order.last()?);
        Some(ActHit {
            act: self.acts[column].act.clone(),
            span: words[first].span.start..words[last].span.end,
            reason: Reason::Examples { words: order.iter().map(|at| words[*at].folded.clone()).collect() },
        })
    }
}

/// A stretch of a turn, and what the network makes of it.
#[derive(Debug)]
struct Look<'a> {
    words: &'a [Word],
    clues: Vec<Known>,
    /// The hidden cells that say something.
    cells: Vec<Cell>,
}

/// Whether a hit is on some of these words.
fn covers(words: &[Word], span: &Span) -> bool {
    words.iter().any(|word| word.span.start < span.end && span.start < word.span.end)
}

/// Whether the words that a hit is on are said not to be that act.
fn is_excepted(hit: &ActHit, excepted: &[(Act, Span)]) -> bool {
    let within = |span: &Span| span.start <= hit.span.start && hit.span.end <= span.end;
    excepted.iter().any(|(act, span)| *act == hit.act && within(span))
}

/// Whether a wording is all there is of a short turn: "perdí el trabajo" says nothing else.
fn is_all_of_a_few(span: &Span, words: &[Word]) -> bool {
    match words {
        [first, .., last] => {
            words.len() < SHORT && span.start <= first.span.start && last.span.end <= span.end
        }
        _ => false,
    }
}

/// The sentences of a turn by their words, if there are several.
fn sentences(words: &[Word]) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    starts.extend((1..words.len()).filter(|at| words[*at].before == Break::Sentence));
    if starts.len() == 1 {
        return Vec::new();
    }
    let ends = starts[1..].iter().copied().chain([words.len()]).collect::<Vec<usize>>();
    starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
}

impl<'a> Seen<'a> {
    /// A stretch of a turn as the patterns heard it, after what was said before.
    fn of(
        turn: &'a Marked<'a>,
        heard: &'a Heard,
        stretch: Range<usize>,
        before: Option<&'a SaidBefore<'a>>,
    ) -> Self {
        let words = &turn.words[stretch.clone()];
        let inside = |span: &Span| match words {
            [] => false,
            [first, .., last] => span.start < last.span.end && first.span.start < span.end,
            [only] => span.start < only.span.end && only.span.start < span.end,
        };
        Self {
            turn,
            stretch,
            entities: heard.entities.iter().filter(|entity| inside(&entity.span)).collect(),
            heard: Some(by_patterns(heard.acts.iter().filter(|hit| inside(&hit.span)))),
            before,
        }
    }
}

/// What the patterns heard, without a scenario's own topics, in order.
fn by_patterns<'a>(hits: impl IntoIterator<Item = &'a ActHit>) -> Vec<&'a str> {
    let hits = hits.into_iter().filter(|hit| !matches!(hit.reason, Reason::Examples { .. }));
    distinct(hits.filter(|hit| !hit.act.is(TOPIC)).map(|hit| hit.act.id()))
}
