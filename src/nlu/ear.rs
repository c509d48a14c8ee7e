//! The ear itself: a line in, what was heard out.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::call::{Call, Speaker};
use crate::nlu::act::Act;
use crate::nlu::automaton::{Automata, Covered, Stretch};
use crate::nlu::echo::{Echo, StemPlaces, Stems, taken_up};
use crate::nlu::entity::{self, Entity, Setting};
use crate::nlu::examples::Learnt;
use crate::nlu::fired::{Fired, longest, overlap};
use crate::nlu::heard::{ActHit, Heard, HeardCall, Reason};
use crate::nlu::inventory::Inventory;
use crate::nlu::lexicon::{Lexicon, LexiconAct};
use crate::nlu::marked;
use crate::nlu::memory::Memory;
use crate::nlu::pattern::EntityKind;
use crate::nlu::precedence::Precedence;
use crate::nlu::text::{Word, words};
use crate::nlu::turns::Party;
use crate::nlu::vocabulary::{Reading, Vocabulary, VocabularyBuilder};
use crate::source::Span;

/// How many turns back an echo reaches.
const ECHO_TURNS: usize = 4;

/// A turn seldom has more hits.
const HITS: usize = 8;

/// Which layers of the ear hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layers {
    /// The patterns of the lexicon alone.
    Patterns,
    /// The patterns, and what was learnt from examples.
    #[default]
    Both,
}

/// Stands in for the day of a call that nobody knows, a Monday: days named in the call can then be told apart, and no
/// report prints them.
pub const SOME_DAY: jiff::civil::Date = jiff::civil::date(2000, 1, 3);

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

/// The other party's line right before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Previous<'a> {
    pub(super) words: &'a [Word],
    pub(super) heard: &'a Heard,
}

/// Hears lines in one language. Cheap to use, dearer to make: make it once.
#[derive(Debug)]
pub struct Ear {
    inventory: Inventory,
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    automata: Automata,
    precedence: Precedence,
    stems: Stems,
    layers: Layers,
    learnt: Option<Learnt>,
    /// Tells this ear, as it is now, from every other.
    identity: Arc<()>,
}

/// What is heard in a line whoever says it, and whatever was said before.
#[derive(Debug)]
pub(super) struct Alone {
    /// The words as the patterns read them.
    pub(super) words: Vec<Word>,
    pub(super) entities: Vec<Entity>,
    /// By pattern.
    found: Vec<(usize, Stretch)>,
}

/// The wordings that fire in a line, and the exceptions there, each by its act.
struct Matches<'a> {
    fired: Vec<(usize, Fired<'a>)>,
    excepted: Vec<(usize, Stretch)>,
}

/// A line as the patterns heard it.
#[derive(Debug)]
pub(super) struct Patterned<'a> {
    pub(super) heard: Heard,
    pub(super) words: Cow<'a, [Word]>,
    /// Acts that a wording of the user's own was heard as: the second layer lets them stand.
    pub(super) own: BTreeSet<Act>,
    /// Words that are said not to be an act: where it is bad manners, the second layer hears it in them no more than a
    /// pattern does.
    pub(super) excepted: Vec<(Act, Span)>,
    /// Acts that nothing is heard as, after what was said before.
    pub(super) ruled_out: BTreeSet<Act>,
}

impl Ear {
    pub fn new(lexicon: Lexicon, inventory: Inventory) -> Self {
        let mut builder = VocabularyBuilder::new(lexicon.language);
        for example in lexicon.examples() {
            builder.meet(&words(&example.text));
        }
        let automata = Automata::new(&lexicon.patterns, &lexicon.sets, &mut builder);
        lexicon.known_words.iter().chain(&lexicon.function_words).for_each(|word| builder.know(word));
        let vocabulary = builder.build(&lexicon.shorthand);
        let stems = Stems::new(lexicon.language, lexicon.function_words.clone());
        let precedence = Precedence::new(&lexicon.acts, &inventory);
        let (layers, learnt, identity) = (Layers::default(), None, Arc::default());
        Self { inventory, lexicon, vocabulary, automata, precedence, stems, layers, learnt, identity }
    }

    /// The same ear with what was learnt for its second layer.
    #[must_use]
    pub fn with_learnt(mut self, learnt: Learnt) -> Self {
        self.learnt = Some(learnt);
        self.identity = Arc::default();
        self
    }

    /// The same ear with these layers.
    #[must_use]
    pub fn with_layers(mut self, layers: Layers) -> Self {
        self.layers = layers;
        self.identity = Arc::default();
        self
    }

    pub fn inventory(&self) -> &Inventory {
        &self.inventory
    }

    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    pub(super) fn identity(&self) -> &Arc<()> {
        &self.identity
    }

    /// Hears one line in the light of the lines before it, oldest first.
    pub fn hear(&self, line: Line<'_>, before: &[Earlier<'_>], setting: &Setting) -> Heard {
        let mut alone = self.hear_text(line.text, setting);
        let taken_up = self.taken_up(line.speaker, &alone.words, before);
        let earlier = previous(line, before);
        let words = earlier.map_or_else(Vec::new, |earlier| self.read(earlier.line.text).0);
        let previous = earlier.map(|earlier| Previous { words: &words, heard: earlier.heard });
        let entities = std::mem::take(&mut alone.entities);
        self.judge(line.speaker, &alone, entities, previous, &taken_up)
    }

    /// What both layers make of a line and the entities in it.
    pub(super) fn judge(
        &self,
        speaker: Speaker,
        alone: &Alone,
        entities: Vec<Entity>,
        previous: Option<Previous<'_>>,
        taken_up: &Echo,
    ) -> Heard {
        let heard_before = previous.map(|previous| previous.heard);
        let mut patterned = self.patterned(speaker, alone, entities, heard_before, taken_up);
        let worded = self.excluding(&patterned.heard.acts);
        let mut idle = 0.0;
        if let Some(learnt) = self.learnt.as_ref().filter(|_| self.layers == Layers::Both)
            && let Some(examples) = Party::of(speaker).and_then(|party| learnt.of(party))
        {
            idle = examples.revise(&mut patterned, previous);
        }
        let mut heard = patterned.heard;
        self.drop_mere_likeness(&mut heard.acts, &worded);
        if idle < marked::IDLE {
            let form = marked::Form {
                lexicon: &self.lexicon,
                precedence: &self.precedence,
                excepted: &patterned.excepted,
            };
            form.add(&mut heard, speaker, &alone.words);
        }
        heard
            .acts
            .sort_by(|a, b| (a.span.start, a.span.end, &a.act).cmp(&(b.span.start, b.span.end, &b.act)));
        heard
    }

    /// Drops what was heard by likeness alone in words that a wording hears as something that excludes it, whatever became of
    /// that: what is owed, told once more, is no taking up of what was said.
    fn drop_mere_likeness(&self, hits: &mut Vec<ActHit>, worded: &[(Act, Span)]) {
        hits.retain(|hit| {
            let excludes = |not_like: &[Act]| {
                let mut beside =
                    worded.iter().filter(|(_, span)| span.start < hit.span.end && hit.span.start < span.end);
                beside.any(|(other, _)| not_like.iter().any(|act| other.is(act.id())))
            };
            let mut acts = self.lexicon.acts.iter().filter(|act| act.act == hit.act);
            !matches!(hit.reason, Reason::Examples { .. }) || !acts.any(|act| excludes(&act.not_like))
        });
    }

    /// The wordings that exclude the likeness of another act, with the words in which they are heard.
    fn excluding(&self, hits: &[ActHit]) -> Vec<(Act, Span)> {
        let excludes = |hit: &&ActHit| {
            let mut lists = self.lexicon.acts.iter().flat_map(|act| &act.not_like);
            lists.any(|act| hit.act.is(act.id()))
        };
        hits.iter().filter(excludes).map(|hit| (hit.act.clone(), hit.span.clone())).collect()
    }

    /// What a line has by itself.
    pub(super) fn hear_text(&self, text: &str, setting: &Setting) -> Alone {
        let (words, readings) = self.read(text);
        let entities = entity::find(text, setting);
        let slots = slots(&words, &entities);
        let found = self.automata.run(&words, &readings, &slots);
        drop(readings);
        Alone { words, entities, found }
    }

    fn patterned<'a>(
        &self,
        speaker: Speaker,
        alone: &'a Alone,
        entities: Vec<Entity>,
        previous: Option<&Heard>,
        taken_up: &Echo,
    ) -> Patterned<'a> {
        let Matches { fired: matches, excepted } = self.matches(&alone.found, speaker, previous);
        let mut acts = self.judge_matches(speaker, &matches, &alone.words, taken_up);
        let ruled_out = self.ruled_out(previous);
        acts.retain(|hit| !ruled_out.contains(&hit.act));
        self.precedence.give_way(&mut acts);
        let own = matches.iter().filter(|(_, fired)| fired.own);
        let own = own.map(|(act, _)| self.lexicon.acts[*act].act.clone()).collect();
        let excepted = excepted.into_iter();
        let excepted = excepted
            .map(|(act, stretch)| (self.lexicon.acts[act].act.clone(), span(&alone.words, stretch)))
            .collect();
        let heard = Heard { acts, entities };
        Patterned { heard, words: Cow::Borrowed(&alone.words), own, excepted, ruled_out }
    }

    /// What the patterns hear.
    pub(super) fn hear_patterns(&self, line: Line<'_>, before: &[Earlier<'_>], setting: &Setting) -> Heard {
        let mut alone = self.hear_text(line.text, setting);
        let taken_up = self.taken_up(line.speaker, &alone.words, before);
        let earlier = previous(line, before).map(|earlier| earlier.heard);
        let entities = std::mem::take(&mut alone.entities);
        self.patterned(line.speaker, &alone, entities, earlier, &taken_up).heard
    }

    /// A turn to learn from, as the patterns hear it.
    pub(super) fn hear_alone(
        &self,
        line: Line<'_>,
        before: Option<(Line<'_>, &Heard)>,
    ) -> Patterned<'static> {
        let before = before.map(|(line, heard)| Earlier { line, heard });
        let before = before.as_slice();
        let mut alone = self.hear_text(line.text, &self.plain_setting());
        let taken_up = self.taken_up(line.speaker, &alone.words, before);
        let earlier = previous(line, before).map(|earlier| earlier.heard);
        let entities = std::mem::take(&mut alone.entities);
        let Patterned { heard, own, excepted, ruled_out, .. } =
            self.patterned(line.speaker, &alone, entities, earlier, &taken_up);
        Patterned { heard, words: Cow::Owned(alone.words), own, excepted, ruled_out }
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
        // Each line is context for those after it.
        let mut memory = Memory::default();
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
            let line = Line { speaker: turn.speaker, text: &turn.text };
            heard.push(self.hear_again(line, &before, setting, &mut memory));
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

    /// Acts that no words perform after what the other party ended with: a yes to a question is an answer.
    fn ruled_out(&self, previous: Option<&Heard>) -> BTreeSet<Act> {
        let Some(previous) = previous else { return BTreeSet::new() };
        let ended = |act: &&LexiconAct| act.not_after.iter().any(|ending| previous.ends_with(ending));
        self.lexicon.acts.iter().filter(ended).map(|act| act.act.clone()).collect()
    }

    /// Every wording that fires, with its act and in the order of acts, less those that an exception covers; and the
    /// exceptions.
    fn matches(&self, found: &[(usize, Stretch)], speaker: Speaker, previous: Option<&Heard>) -> Matches<'_> {
        let mut fired: Vec<(usize, Fired<'_>)> = Vec::with_capacity(found.len());
        let mut excepted: Vec<(usize, Stretch)> = Vec::new();
        for &(number, stretch) in found {
            let role = &self.lexicon.roles[number];
            let in_context = || {
                role.after.is_empty()
                    || previous.is_some_and(|heard| role.after.iter().any(|act| heard.has(act.id())))
            };
            match &role.wording {
                None => excepted.push((role.act, stretch)),
                Some(wording) if self.precedence.may_perform(speaker, role.act) && in_context() => {
                    fired.push((role.act, Fired { stretch, wording, own: role.own }));
                }
                Some(_) => {}
            }
        }
        let covers = |(act, stretch): &(usize, Stretch), (other, fired): &(usize, Fired<'_>)| {
            act == other && overlap(fired.stretch, *stretch)
        };
        fired.retain(|fired| !excepted.iter().any(|exception| covers(exception, fired)));
        fired.sort_by_key(|(act, _)| *act);
        Matches { fired, excepted }
    }

    /// What the line takes up of the other party's last turns.
    fn taken_up(&self, speaker: Speaker, words: &[Word], before: &[Earlier<'_>]) -> Echo {
        let before = recent(before);
        if !self.can_take_up(speaker, before) {
            return Echo::default();
        }
        let stems = |earlier: &Earlier<'_>| self.stems_of(&self.read(earlier.line.text).0);
        let stems: Vec<StemPlaces> = before.iter().map(stems).collect();
        let before = before.iter().map(|earlier| earlier.line.speaker).zip(&stems);
        taken_up(speaker, words, &self.stems_of(words), before)
    }

    pub(super) fn stems_of(&self, words: &[Word]) -> StemPlaces {
        self.stems.of(words)
    }

    /// Whether there is anything to take up, and an act of this speaker that it would count for.
    pub(super) fn can_take_up(&self, speaker: Speaker, before: &[Earlier<'_>]) -> bool {
        let mut acts = self.lexicon.acts.iter().enumerate();
        before.iter().any(|earlier| earlier.line.speaker != speaker)
            && acts.any(|(at, act)| act.echo.is_some() && self.precedence.may_perform(speaker, at))
    }

    fn judge_matches(
        &self,
        speaker: Speaker,
        matches: &[(usize, Fired<'_>)],
        words: &[Word],
        taken_up: &Echo,
    ) -> Vec<ActHit> {
        let mut hits = Vec::with_capacity(HITS);
        let mut rest = matches;
        for (index, act) in self.lexicon.acts.iter().enumerate() {
            let fired;
            (fired, rest) = rest.split_at(rest.iter().take_while(|(act, _)| *act == index).count());
            if (fired.is_empty() && act.echo.is_none()) || !self.precedence.may_perform(speaker, index) {
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
            let fired = fired.iter().map(|(_, fired)| *fired).collect();
            hits.extend(longest(fired).into_iter().map(|fired| ActHit {
                act: act.act.clone(),
                span: span(words, fired.stretch),
                reason: Reason::Pattern { act: act.act.clone(), wording: fired.wording.to_owned() },
            }));
        }
        hits
    }
}

/// The line right before, if the other party said it.
pub(super) fn previous<'a>(line: Line<'_>, before: &[Earlier<'a>]) -> Option<Earlier<'a>> {
    before.last().copied().filter(|earlier| earlier.line.speaker != line.speaker)
}

/// The lines as far back as an echo reaches.
pub(super) fn recent<'b, 'a>(before: &'b [Earlier<'a>]) -> &'b [Earlier<'a>] {
    &before[before.len().saturating_sub(ECHO_TURNS * 2)..]
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
