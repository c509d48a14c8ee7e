//! The second layer of the ear: it generalises from labelled turns and from the lexicon's examples to wordings that
//! no pattern foresaw. It adds an act that the patterns did not hear, and takes back one that they heard where the
//! words speak against it. What it adds names the words that weighed most.

mod clues;
mod descent;
mod judged;
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
use crate::nlu::heard::{ActHit, Heard, Reason};
use crate::nlu::inventory::Inventory;
use crate::nlu::lexicon::TOPIC;
use crate::nlu::text::{Break, Word};
use crate::nlu::turns::{LabelledTurn, Party};
use crate::source::Span;

use clues::{SaidBefore, Seen, clues, distinct};
use judged::{IDLE, Judged, PLAIN, SHORT, Showing};
use marked::{Marked, word_key};
use network::{Cell, Hearing, Known};
pub use stored::Unusable;

/// The column that says how likely a turn does nothing at all.
const NOTHING: &str = "-";
/// The bar in a sentence by itself: it shows less than the turn does, and what it is like may be said in passing.
const LIKELY_ALONE: f32 = 0.5;
/// Sentences of fewer words are no evidence of anything new.
const FEW_WORDS: usize = 2;
/// What so long a turn opens with is also looked at by itself, so many words of it.
const BREATHLESS: usize = 20;
const OPENING: usize = 8;
/// So many words without a stop are several turns of somebody, written down as one.
const RAMBLING: usize = 40;
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

impl Examples {
    fn new(network: network::Network, inventory: &Inventory) -> Self {
        let network = Hearing::new(network);
        let nothing = network.acts().iter().position(|id| id == NOTHING);
        let rooms = Mutex::default();
        Self {
            acts: network.acts().iter().map(|id| Judged::new(id, inventory)).collect(),
            nothing,
            network,
            rooms,
        }
    }

    /// Adds to what the patterns heard in a turn, and takes from it. A turn of several sentences is looked at as a
    /// whole and sentence by sentence: beside enough other talk, a turn as a whole is like none that taught. Gives back how
    /// likely the turn does nothing, from 0 to 1.
    pub(super) fn revise(&self, patterned: &mut Patterned<'_>, before: Option<Previous<'_>>) -> f32 {
        let Patterned { heard, words, own, excepted, ruled_out } = patterned;
        let words: &[Word] = words;
        // Of words that it never met, length and context alone would speak.
        if !words.iter().any(|word| self.network.knows(word_key(word))) {
            return 0.0;
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
        let showing = Showing {
            words: words.len(),
            nothing,
            familiar: self.familiarity(&turn),
            rambling: sentences.is_empty() && words.len() > RAMBLING,
            asks_plainly: words.len() <= PLAIN && self.is_plain_question(heard),
        };
        let opening = OnceCell::new();
        let mut refused = Vec::new();
        let mut added = Vec::new();
        for (column, (judged, likely)) in self.acts.iter().zip(&probabilities).enumerate() {
            if ruled_out.contains(&judged.act) {
                continue;
            }
            let (bar, floor) = judged.marks(&showing);
            let likely_in = |look: &Look<'_>| self.network.probability(&look.cells, column);
            // Words that are said to be no bad manners count for none, nor does a turn that they colour.
            let excused = |range: &Range<usize>| {
                let mut spans = excepted.iter().filter(|(act, _)| judged.manners && *act == judged.act);
                spans.any(|(_, span)| covers(&words[range.clone()], span))
            };
            if let Some(hit) = heard.acts.iter().find(|hit| hit.act == judged.act) {
                let covers = |range: &Range<usize>| covers(&words[range.clone()], &hit.span);
                let stands = |at: usize| covers(&sentences[at]) && likely_in(sentence(at)) >= floor;
                // Whoever talks on without a stop has said by then what the first words alone say.
                let opens = || {
                    let first = 0..OPENING;
                    covers(&first) && likely_in(opening.get_or_init(|| self.look(&seen(first)))) >= floor
                };
                let doubted =
                    *likely < floor && !own.contains(&judged.act) && !is_all_of_a_few(&hit.span, words);
                if doubted
                    && (nothing >= IDLE
                        || !((0..sentences.len()).any(stands) || (words.len() >= BREATHLESS && opens())))
                    && likely_in(alone()) < floor
                {
                    refused.push(&judged.act);
                }
            } else if *likely >= bar && judged.is_possible(&all.entities) && !excused(&(0..words.len())) {
                added.extend(
                    self.hit(column, &whole)
                        .filter(|hit| !judged.held_against || !is_excepted(hit, words, excepted)),
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
                added.extend(hit.filter(|hit| !judged.held_against || !is_excepted(hit, words, excepted)));
            }
        }
        let looks = looks.into_iter().chain([out_of_context, opening]).filter_map(OnceCell::into_inner);
        self.put_back(looks.chain([whole]));
        heard.acts.retain(|hit| !refused.contains(&&hit.act));
        heard.acts.extend(added);
        nothing
    }

    /// Whether the wordings hear a question, and nothing that is held against who puts it.
    fn is_plain_question(&self, heard: &Heard) -> bool {
        let bad = |hit: &ActHit| self.acts.iter().any(|judged| judged.held_against && judged.act == hit.act);
        heard.acts.iter().any(|hit| hit.act.is("question")) && !heard.acts.iter().any(bad)
    }

    /// How much of a turn was met in what taught: the part of its words side by side that was.
    fn familiarity(&self, turn: &Marked<'_>) -> f32 {
        let (mut all, mut met) = (0_u16, 0_u16);
        turn.pairs.clues(&turn.gists, 0..turn.words.len(), 1.0, |pair| {
            all = all.saturating_add(1);
            met = met.saturating_add(u16::from(self.network.knows(pair.key)));
        });
        f32::from(met) / f32::from(all.max(1))
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

/// Whether the words that a hit is on are said not to be that act, or most of those that speak for it.
fn is_excepted(hit: &ActHit, words: &[Word], excepted: &[(Act, Span)]) -> bool {
    let mut spans = excepted.iter().filter(|(act, _)| *act == hit.act).map(|(_, span)| span).peekable();
    if spans.peek().is_none() {
        return false;
    }
    let spans: Vec<&Span> = spans.collect();
    let within = |inner: &Span| spans.iter().any(|span| span.start <= inner.start && inner.end <= span.end);
    let Reason::Examples { words: speaking } = &hit.reason else { return within(&hit.span) };
    let said = |spoken: &&String| {
        words.iter().any(|word| {
            word.folded == **spoken && covers(std::slice::from_ref(word), &hit.span) && within(&word.span)
        })
    };
    within(&hit.span) || speaking.iter().filter(said).count() * 2 > speaking.len()
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
