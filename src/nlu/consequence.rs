//! What an agent announces will follow from not paying: information, a hint, or a threat.
//!
//! The law draws the line by more than words: what is possible and said with its condition informs; what is
//! sudden, unconditional or never true threatens; and in between lies what a listener cannot tell. So a reading
//! goes by the acts heard, by condition and modality, and by whether it can be true in the country and of the
//! case. Which consequences there are and when they are true is data, in `rules/consequences.yaml`.

mod rules;

use std::ops::Range;

use serde::Serialize;

pub use self::rules::Need;
use self::rules::{BUILT_IN, Kind, Rules, Truth};
use super::act::Act;
use super::heard::{ActHit, Heard, HeardCall};
use super::text::{Break, Word, words};
use crate::call::{Call, CaseFile, Country, Speaker, TurnIndex};
use crate::messages::Language;
use crate::source::Span;

/// The acts that announce something.
const ANNOUNCING: &[&str] = &["consequence", "threat", "false_urgency", "impersonate"];
/// Speech without punctuation: a condition is taken to be no longer than this many words …
const CONDITION: usize = 6;
/// … and a "can" this near belongs to it: "if you cannot pay".
const NEAR: usize = 2;

/// How an announcement is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    Informs,
    Ambiguous,
    Threatens,
}

impl Reading {
    pub fn id(self) -> &'static str {
        match self {
            Self::Informs => "informs",
            Self::Ambiguous => "ambiguous",
            Self::Threatens => "threatens",
        }
    }
}

/// A consequence that was announced, in one sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Consequence {
    pub turn: TurnIndex,
    /// The sentence.
    pub span: Span,
    pub reading: Reading,
    /// Why it reads so, in the order of the words.
    pub grounds: Vec<Ground>,
}

/// One reason for a reading, with the words that give it; the whole sentence where something is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ground {
    pub why: Why,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The ear heard it so.
    Worded(Act),
    Condition,
    NoCondition,
    Possibility,
    Certainty,
    /// It is to happen at once.
    Imminence,
    /// It names a consequence, by the id of its kind.
    Named {
        kind: String,
        standing: Standing,
    },
}

/// Whether a consequence can be true here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Possible,
    /// True in due course, and announced for at once.
    TooSoon,
    /// The case file lacks what it would need.
    NotOfThisCase(Need),
    /// Not to be announced in this country before it has begun.
    Barred(Country),
    /// A court alone can order it, and none is spoken of.
    OnlyByCourt,
    Never,
}

/// What an announcement is judged against.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub language: Language,
    pub country: Option<Country>,
    pub case_file: Option<&'a CaseFile>,
}

impl<'a> Facts<'a> {
    pub fn of(call: &'a Call) -> Self {
        Self { language: call.language, country: call.country, case_file: call.case_file.as_ref() }
    }
}

/// Every consequence that the agent announces in a call.
pub fn find(call: &HeardCall) -> Vec<Consequence> {
    let facts = Facts::of(&call.call);
    let turns = call.call.turns.iter().zip(&call.heard).enumerate();
    turns
        .filter(|(_, (turn, _))| turn.speaker == Speaker::Agent)
        .flat_map(|(at, (turn, heard))| in_turn(TurnIndex(at), &turn.text, heard, &facts))
        .collect()
}

/// The consequences that a turn of the agent announces, one for each sentence that does.
pub fn in_turn(turn: TurnIndex, text: &str, heard: &Heard, facts: &Facts<'_>) -> Vec<Consequence> {
    let announcing: Vec<&ActHit> =
        heard.acts.iter().filter(|hit| ANNOUNCING.iter().any(|act| hit.act.is(act))).collect();
    if announcing.is_empty() {
        return Vec::new();
    }
    let words = words(text);
    let starts: Vec<usize> = (0..words.len())
        .filter(|at| *at == 0 || words[*at].before == Break::Sentence)
        .chain([words.len()])
        .collect();
    let sentences = starts.windows(2).map(|pair| &words[pair[0]..pair[1]]);
    sentences
        .filter_map(|words| {
            let span = words.first()?.span.start..words.last()?.span.end;
            // An act that runs on into the next sentence is heard in the one where it begins.
            let acts: Vec<&ActHit> =
                announcing.iter().copied().filter(|hit| begins_in(hit, &span, words)).collect();
            if acts.is_empty() {
                return None;
            }
            let sentence = Sentence { text, words, span: span.clone(), facts, rules: &BUILT_IN };
            let (reading, grounds) = sentence.read(&acts);
            Some(Consequence { turn, span, reading, grounds })
        })
        .collect()
}

/// The name of a kind of consequence, for people.
pub fn title(kind: &str, language: Language) -> Option<&'static str> {
    BUILT_IN.kinds.iter().find(|known| known.id == kind).map(|known| known.title.get(language))
}

fn begins_in(hit: &ActHit, sentence: &Span, words: &[Word]) -> bool {
    let first = words.iter().find(|word| word.span.end > hit.span.start);
    hit.span.start < sentence.end
        && first.is_some_and(|word| word.span.start >= sentence.start)
        && hit.span.end > sentence.start
}

/// A sentence that announces something.
struct Sentence<'a> {
    text: &'a str,
    words: &'a [Word],
    span: Span,
    facts: &'a Facts<'a>,
    rules: &'a Rules,
}

impl Sentence<'_> {
    fn read(&self, acts: &[&ActHit]) -> (Reading, Vec<Ground>) {
        let language = self.facts.language;
        let markers = &self.rules.markers;
        let named: Vec<(&Kind, Range<usize>)> = self
            .rules
            .kinds
            .iter()
            .filter_map(|kind| Some((kind, kind.words.found(language, self.words).into_iter().next()?)))
            .collect();
        let certain = markers.certainty.found(language, self.words);
        let possible = markers.possibility.found(language, self.words);
        let condition = self.condition(&named, &certain, &possible);
        let outside = |found: Vec<Range<usize>>| {
            let within = |at: usize| condition.as_ref().is_some_and(|condition| condition.contains(&at));
            found.into_iter().find(|range| !within(range.start))
        };
        let possible = outside(possible);
        let certain = outside(certain).filter(|_| possible.is_none());
        let imminent = outside(markers.imminence.found(language, self.words));

        let mut grounds: Vec<Ground> = acts
            .iter()
            .map(|hit| Ground { why: Why::Worded(hit.act.clone()), span: hit.span.clone() })
            .collect();
        let mut add = |why: Why, range: Option<&Range<usize>>| {
            let words = range.and_then(|range| self.words.get(range.clone()));
            let ends = words.and_then(|words| Some((words.first()?.span.start, words.last()?.span.end)));
            let span = ends.map_or_else(|| self.span.clone(), |(start, end)| start..end);
            grounds.push(Ground { why, span });
        };
        add(if condition.is_some() { Why::Condition } else { Why::NoCondition }, condition.as_ref());
        let marks = [(&possible, Why::Possibility), (&certain, Why::Certainty), (&imminent, Why::Imminence)];
        for (range, why) in marks {
            if range.is_some() {
                add(why, range.as_ref());
            }
        }
        for (kind, range) in &named {
            let standing = self.standing(kind, imminent.is_some());
            add(Why::Named { kind: kind.id.clone(), standing }, Some(range));
        }
        grounds.sort_by_key(|ground| (ground.span.start, ground.span.end));
        (reading(&grounds), grounds)
    }

    /// The words of the condition: up to the next pause, or, in speech without punctuation, up to what follows.
    fn condition(
        &self,
        named: &[(&Kind, Range<usize>)],
        certain: &[Range<usize>],
        possible: &[Range<usize>],
    ) -> Option<Range<usize>> {
        let found = self.rules.markers.condition.found(self.facts.language, self.words);
        let start = found.into_iter().find(|range| !self.affirms(range))?.start;
        let pause = (start + 1..self.words.len()).find(|at| self.words[*at].before >= Break::Clause);
        let follows = || {
            let named = named.iter().map(|(_, range)| range.start);
            let modal = possible.iter().map(|range| range.start).filter(|at| *at > start + NEAR);
            let next = named.chain(certain.iter().map(|range| range.start)).chain(modal);
            next.filter(|at| *at > start).chain([start + CONDITION, self.words.len()]).min()
        };
        Some(start..pause.or_else(follows).unwrap_or(self.words.len()))
    }

    /// Whether this is "sí", not "si": accented, or followed by a pause.
    fn affirms(&self, range: &Range<usize>) -> bool {
        let word = &self.words[range.start];
        let accented = self.text[word.span.clone()].contains(['í', 'Í']);
        let alone = self.words.get(range.end).is_none_or(|next| next.before >= Break::Clause);
        self.facts.language == Language::Es && word.folded == "si" && (accented || alone)
    }

    fn standing(&self, kind: &Kind, imminent: bool) -> Standing {
        let language = self.facts.language;
        let lacks =
            kind.only_by_court.as_ref().is_some_and(|others| others.found(language, self.words).is_empty());
        let unmet = kind.needs.filter(|need| self.facts.case_file.is_some_and(|case| !need.met(case)));
        match (self.facts.country, unmet) {
            _ if kind.truth == Truth::Never => Standing::Never,
            _ if lacks => Standing::OnlyByCourt,
            _ if kind.takes_time && imminent => Standing::TooSoon,
            (Some(country), _) if kind.barred.contains(&country) => Standing::Barred(country),
            (_, Some(need)) => Standing::NotOfThisCase(need),
            _ => Standing::Possible,
        }
    }
}

/// What the reasons come to.
fn reading(grounds: &[Ground]) -> Reading {
    let has = |why: &Why| grounds.iter().any(|ground| ground.why == *why);
    let heard = |id: &str| grounds.iter().any(|ground| matches!(&ground.why, Why::Worded(act) if act.is(id)));
    let stands = |wanted: &dyn Fn(Standing) -> bool| {
        grounds.iter().any(|ground| matches!(ground.why, Why::Named { standing, .. } if wanted(standing)))
    };
    if stands(&|standing| matches!(standing, Standing::Never | Standing::OnlyByCourt | Standing::TooSoon)) {
        return Reading::Threatens;
    }
    // Something possible, with its condition and its "could": all that the law asks of information.
    let careful = stands(&|standing| standing == Standing::Possible)
        && has(&Why::Condition)
        && has(&Why::Possibility)
        && !has(&Why::Imminence);
    if heard("impersonate") || (heard("threat") && !careful) {
        return Reading::Threatens;
    }
    let unfounded = stands(&|standing| standing != Standing::Possible);
    let heavy = heard("threat") || heard("false_urgency");
    let hinted = heard("consequence.ambiguous") && !careful;
    let sudden = has(&Why::Certainty) || has(&Why::Imminence);
    let bald = has(&Why::NoCondition) && !has(&Why::Possibility) && sudden;
    if unfounded || heavy || hinted || bald { Reading::Ambiguous } else { Reading::Informs }
}

#[cfg(test)]
mod tests;
