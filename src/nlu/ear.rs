//! The ear itself: a line in, what was heard out.

use std::collections::{BTreeMap, BTreeSet};

use crate::call::{Call, Speaker};
use crate::nlu::act::Act;
use crate::nlu::automaton::{Automata, Covered, Stretch};
use crate::nlu::echo::{Echo, Stems, echo};
use crate::nlu::entity::{self, Entity, Setting};
use crate::nlu::examples::Learnt;
use crate::nlu::heard::{ActHit, Heard, HeardCall, Reason};
use crate::nlu::inventory::Inventory;
use crate::nlu::lexicon::{Lexicon, TOPIC};
use crate::nlu::pattern::EntityKind;
use crate::nlu::text::{Word, words};
use crate::nlu::turns::Party;
use crate::nlu::vocabulary::{Reading, Vocabulary, VocabularyBuilder};
use crate::source::Span;

/// How many turns back an echo reaches.
const ECHO_TURNS: usize = 4;

/// Which layers of the ear hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layers {
    /// The patterns of the lexicon alone.
    Patterns,
    /// The patterns, and what was learnt from examples.
    #[default]
    Both,
}

/// The day by which turns to learn from are read; nothing in them depends on it.
const SOME_DAY: jiff::civil::Date = jiff::civil::date(2000, 1, 3);

/// A line and who said it.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    pub speaker: Speaker,
    pub text: &'a str,
}

/// A line that was heard before, for context.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    pub line: Line<'a>,
    pub heard: &'a Heard,
}

/// Hears lines in one language. Cheap to use, dearer to make: make it once.
#[derive(Debug)]
pub struct Ear {
    inventory: Inventory,
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    automata: Automata,
    stems: Stems,
    layers: Layers,
    learnt: Option<Learnt>,
}

/// A line as the patterns heard it.
#[derive(Debug)]
pub(super) struct Patterned {
    pub(super) heard: Heard,
    /// The words as the patterns read them.
    pub(super) words: Vec<Word>,
    /// Acts that a wording of the user's own was heard as: the second layer lets them stand.
    pub(super) own: BTreeSet<Act>,
}

impl Ear {
    pub fn new(lexicon: Lexicon, inventory: Inventory) -> Self {
        let mut builder = VocabularyBuilder::new(lexicon.language, lexicon.function_words.clone());
        let automata = Automata::new(&lexicon.patterns, &lexicon.sets, &mut builder);
        lexicon.known_words.iter().chain(&lexicon.function_words).for_each(|word| builder.know(word));
        for example in lexicon.examples() {
            for word in words(&example.text) {
                builder.know(&word.folded);
            }
        }
        let vocabulary = builder.build(&lexicon.shorthand);
        let stems = Stems::new(lexicon.language, lexicon.function_words.clone());
        Self { inventory, lexicon, vocabulary, automata, stems, layers: Layers::default(), learnt: None }
    }

    /// The same ear with what was learnt for its second layer.
    #[must_use]
    pub fn with_learnt(mut self, learnt: Learnt) -> Self {
        self.learnt = Some(learnt);
        self
    }

    /// The same ear with these layers.
    #[must_use]
    pub fn with_layers(mut self, layers: Layers) -> Self {
        self.layers = layers;
        self
    }

    pub fn inventory(&self) -> &Inventory {
        &self.inventory
    }

    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Hears one line in the light of the lines before it, oldest first.
    pub fn hear(&self, line: Line<'_>, before: &[Earlier<'_>], setting: &Setting) -> Heard {
        let mut patterned = self.hear_patterns(line, before, setting);
        if let Some(learnt) = self.learnt.as_ref().filter(|_| self.layers == Layers::Both)
            && let Some(examples) = Party::of(line.speaker).and_then(|party| learnt.of(party))
        {
            let previous = before.last().filter(|earlier| earlier.line.speaker != line.speaker);
            examples.revise(&mut patterned, previous.map(|earlier| earlier.heard));
        }
        let mut heard = patterned.heard;
        heard
            .acts
            .sort_by(|a, b| (a.span.start, a.span.end, &a.act).cmp(&(b.span.start, b.span.end, &b.act)));
        heard
    }

    /// What the patterns hear.
    pub(super) fn hear_patterns(
        &self,
        line: Line<'_>,
        before: &[Earlier<'_>],
        setting: &Setting,
    ) -> Patterned {
        let (words, readings) = self.read(line.text);
        let entities = entity::find(line.text, setting);
        let slots = slots(&words, &entities);
        let found = self.automata.run(&words, &readings, &slots);
        let previous = before.last().filter(|earlier| earlier.line.speaker != line.speaker);
        let matches = self.matches(found, line.speaker, previous);
        let listens = self.lexicon.acts.iter().enumerate();
        let listens =
            listens.filter(|(at, act)| act.echo.is_some() && self.may_perform(line.speaker, *at)).count() > 0;
        let taken_up = if listens { self.taken_up(line.speaker, &words, before) } else { Echo::default() };
        let mut acts = self.judge_matches(line.speaker, &matches, &words, &taken_up);
        self.give_way(&mut acts);
        let own = matches
            .iter()
            .filter(|(_, fired)| fired.iter().any(|fired| fired.own))
            .map(|(act, _)| self.lexicon.acts[*act].act.clone())
            .collect();
        drop(readings);
        Patterned { heard: Heard { acts, entities }, words, own }
    }

    /// A turn to learn from, as the patterns hear it.
    pub(super) fn hear_alone(&self, line: Line<'_>, previous: Option<(Line<'_>, &Heard)>) -> Patterned {
        let before = previous.map(|(line, heard)| Earlier { line, heard });
        self.hear_patterns(line, before.as_slice(), &self.plain_setting())
    }

    fn plain_setting(&self) -> Setting {
        let language = self.lexicon.language;
        Setting {
            language,
            country: None,
            currency: None,
            today: SOME_DAY,
            holidays: Vec::new(),
            names: Vec::new(),
        }
    }

    /// Hears a whole call, turn by turn.
    pub fn hear_call(&self, call: Call, setting: &Setting) -> HeardCall {
        let mut heard: Vec<Heard> = Vec::with_capacity(call.turns.len());
        for (at, turn) in call.turns.iter().enumerate() {
            let first = at.saturating_sub(ECHO_TURNS * 2);
            let before: Vec<_> = call.turns[first..at]
                .iter()
                .zip(&heard[first..])
                .map(|(turn, heard)| Earlier {
                    line: Line { speaker: turn.speaker, text: &turn.text },
                    heard,
                })
                .collect();
            heard.push(self.hear(Line { speaker: turn.speaker, text: &turn.text }, &before, setting));
        }
        HeardCall { call, heard }
    }

    /// The words of a line, shorthand and slips put right, and what each can stand for.
    fn read(&self, text: &str) -> (Vec<Word>, Vec<Reading<'_>>) {
        let mut words = words(text);
        let mut readings = Vec::with_capacity(words.len());
        for word in &mut words {
            let reading = self.vocabulary.read(&word.folded);
            if let Some(meant) = reading.meant {
                meant.clone_into(&mut word.folded);
            }
            readings.push(reading);
        }
        (words, readings)
    }

    /// Every wording that fires, by act, less those that an exception covers.
    fn matches(
        &self,
        found: Vec<(usize, Stretch)>,
        speaker: Speaker,
        previous: Option<&Earlier<'_>>,
    ) -> BTreeMap<usize, Vec<Fired<'_>>> {
        let mut fired: BTreeMap<usize, Vec<Fired<'_>>> = BTreeMap::new();
        let mut excepted: Vec<(usize, Stretch)> = Vec::new();
        for (number, stretch) in found {
            let role = &self.lexicon.roles[number];
            let in_context = role.after.is_empty()
                || previous.is_some_and(|earlier| role.after.iter().any(|act| earlier.heard.has(act.id())));
            match &role.wording {
                None => excepted.push((role.act, stretch)),
                Some(wording) if in_context && self.may_perform(speaker, role.act) => {
                    let this = Fired { stretch, wording, own: role.own };
                    fired.entry(role.act).or_default().push(this);
                }
                Some(_) => {}
            }
        }
        for (act, exception) in excepted {
            if let Some(matches) = fired.get_mut(&act) {
                matches.retain(|fired| !overlap(fired.stretch, exception));
            }
        }
        fired
    }

    fn may_perform(&self, speaker: Speaker, act: usize) -> bool {
        let act = &self.lexicon.acts[act].act;
        self.inventory.may_perform(speaker, act) || (act.is(TOPIC) && speaker == Speaker::Agent)
    }

    /// What the line takes up of the other party's last turns.
    fn taken_up(&self, speaker: Speaker, mine: &[Word], before: &[Earlier<'_>]) -> Echo {
        let mut theirs = BTreeSet::new();
        let mut already = BTreeSet::new();
        for earlier in before.iter().rev().take(ECHO_TURNS * 2).rev() {
            let (said, _) = self.read(earlier.line.text);
            let stems = self.stems.of(&said).into_keys();
            if earlier.line.speaker == speaker {
                already.extend(stems.filter(|stem| !theirs.contains(stem)));
            } else {
                theirs.extend(stems);
            }
        }
        echo(&self.stems.of(mine), &theirs, &already)
    }

    fn judge_matches(
        &self,
        speaker: Speaker,
        matches: &BTreeMap<usize, Vec<Fired<'_>>>,
        words: &[Word],
        taken_up: &Echo,
    ) -> Vec<ActHit> {
        let mut hits = Vec::new();
        for (index, act) in self.lexicon.acts.iter().enumerate() {
            let fired = matches.get(&index).map_or(&[][..], Vec::as_slice);
            if (fired.is_empty() && act.echo.is_none()) || !self.may_perform(speaker, index) {
                continue;
            }
            if let Some(rule) = act.echo {
                let needed = if fired.is_empty() { rule.without_wording } else { rule.with_wording };
                if needed == 0 || taken_up.words.len() < needed {
                    continue;
                }
                if fired.is_empty()
                    && let Some(span) = taken_up.span.clone()
                {
                    let reason = Reason::Echo { words: taken_up.words.clone() };
                    hits.push(ActHit { act: act.act.clone(), span, reason });
                    continue;
                }
            }
            hits.extend(longest(fired).into_iter().map(|fired| ActHit {
                act: act.act.clone(),
                span: span(words, fired.stretch),
                reason: Reason::Pattern { act: act.act.clone(), wording: fired.wording.to_owned() },
            }));
        }
        hits
    }

    /// Drops hits of acts that give way to another that covers the same words.
    fn give_way(&self, hits: &mut Vec<ActHit>) {
        let kept: Vec<bool> = hits
            .iter()
            .map(|hit| {
                let stronger: Vec<&Act> = self
                    .lexicon
                    .acts
                    .iter()
                    .filter(|entry| entry.act == hit.act)
                    .flat_map(|entry| &entry.gives_way_to)
                    .collect();
                !hits.iter().any(|other| {
                    // `promise` is a family too: an act never gives way to itself.
                    other.act != hit.act
                        && other.span.start < hit.span.end
                        && hit.span.start < other.span.end
                        && stronger.iter().any(|act| other.act.is(act.id()))
                })
            })
            .collect();
        let mut kept = kept.into_iter();
        hits.retain(|_| kept.next().unwrap_or(true));
    }
}

/// A wording that matched.
#[derive(Debug, Clone, Copy)]
struct Fired<'a> {
    stretch: Stretch,
    wording: &'a str,
    own: bool,
}

/// Of overlapping matches of one act, the longest; of equally long ones the first.
fn longest<'a>(fired: &[Fired<'a>]) -> Vec<Fired<'a>> {
    let mut ordered = fired.to_vec();
    ordered.sort_by_key(|fired| {
        (std::cmp::Reverse(fired.stretch.end - fired.stretch.first), fired.stretch.first)
    });
    let mut kept: Vec<Fired<'_>> = Vec::new();
    for candidate in ordered {
        if !kept.iter().any(|other| overlap(other.stretch, candidate.stretch)) {
            kept.push(candidate);
        }
    }
    kept.sort_by_key(|fired| fired.stretch);
    kept
}

fn overlap(a: Stretch, b: Stretch) -> bool {
    a.first < b.end && b.first < a.end
}

fn span(words: &[Word], stretch: Stretch) -> Span {
    words[stretch.first].span.start..words[stretch.end - 1].span.end
}

/// The words that each entity covers.
fn slots(words: &[Word], entities: &[Entity]) -> Vec<Covered> {
    entities
        .iter()
        .filter_map(|entity| {
            let first = words.iter().position(|word| word.span.end > entity.span.start)?;
            let covered = words[first..].iter().take_while(|word| word.span.start < entity.span.end).count();
            let kind = EntityKind::named(entity.value.kind())?;
            (covered > 0).then_some(Covered { kind, first, end: first + covered })
        })
        .collect()
}
