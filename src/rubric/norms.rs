//! Which rule of a call a turn breaks: of those against that kind of conduct, the one that speaks of what was said. A
//! threat to tell the neighbours breaks no rule about the courts; where none fits, none is cited.

use std::collections::BTreeSet;

use super::scene::Scene;
use crate::call::{Conduct, Norm, TurnIndex};
use crate::nlu::consequence::{self, Ground, Reading, Standing, Why};
use crate::nlu::text::{Break, words};
use crate::nlu::{Act, ActHit, Heard, Reason};
use crate::source::Span;

/// How words begin that forbid the conduct as such, whatever it was about.
const AT_LARGE: &[&str] = &[
    "hostig", "intimid", "ofens", "ofend", "insult", "dign", "abus", "respet", "harass", "oppress", "profan",
];

/// Words that put a consequence in the place of a payment: so many of them, one after the other.
const OR_ELSE: &[&[&str]] = &[
    &["si", "no"],
    &["de", "lo", "contrario"],
    &["or", "else"],
    &["otherwise"],
    &["o", "mañana"],
    &["o", "hoy"],
    &["o", "ya"],
    &["o", "le"],
    &["o", "la"],
    &["o", "lo"],
    &["o", "se"],
    &["o", "va"],
    &["o", "vamos"],
    &["o", "paso"],
    &["o", "pasa"],
    &["o", "mando"],
    &["or", "tomorrow"],
    &["or", "i'll"],
    &["or", "we'll"],
    &["or", "we"],
    &["or", "it"],
    &["or", "you'll"],
];

/// The kind of consequence whose words are also said of other things.
const EVERYDAY: &str = "crime";

/// The rule that words of this kind of conduct, said in this turn, break.
pub(super) fn broken(scene: &Scene, kind: Conduct, turn: usize) -> Option<String> {
    let against = || scene.call().law.iter().filter(|norm| norm.against.contains(&kind));
    if !matches!(kind, Conduct::Threat | Conduct::FalseAuthority) {
        return against().next().map(|norm| norm.says.clone());
    }
    let said = topics(scene, scene.text(turn));
    let shared = |norm: &&Norm| topics(scene, &norm.says).intersection(&said).count();
    let nearest = against().max_by_key(|norm| shared(norm)).filter(|norm| shared(norm) > 0);
    let found = nearest.or_else(|| against().find(|norm| is_at_large(norm)));
    // A rule of which nobody can tell what it is about is taken for one that fits.
    let found = found.or_else(|| against().find(|norm| topics(scene, &norm.says).is_empty()));
    found.map(|norm| norm.says.clone())
}

/// Where a turn puts a consequence in the place of a payment that can never follow, or not at once, though nobody heard a
/// threat in its words: "the day and the sum, or tomorrow you are in the credit bureau".
pub(super) fn veiled(scene: &Scene, turn: usize) -> Option<Span> {
    let text = scene.text(turn);
    let all = words(text);
    let alternatives: Vec<usize> = (0..all.len())
        .filter(|at| {
            let said = all[*at..].iter().map(|word| word.folded.as_str());
            OR_ELSE.iter().any(|words| words.iter().copied().eq(said.clone().take(words.len())))
        })
        .map(|at| all[at].span.start)
        .collect();
    if alternatives.is_empty() {
        return None;
    }
    let facts = consequence::Facts::of(scene.call());
    let found = consequence::in_turn(TurnIndex(turn), text, &as_if_announced(text), &facts);
    let untrue = |ground: &Ground| {
        let Why::Named { standing, kind } = &ground.why else { return false };
        // "O le robo dos minutos": these words are everybody's.
        kind != EVERYDAY && matches!(standing, Standing::Never | Standing::OnlyByCourt | Standing::TooSoon)
    };
    let mut threats = found.into_iter().filter(|found| found.reading == Reading::Threatens);
    let threat =
        threats.find(|found| {
            found.grounds.iter().filter(|ground| untrue(ground)).any(|ground| {
                alternatives.iter().any(|at| found.span.start <= *at && *at < ground.span.start)
            })
        })?;
    Some(threat.span)
}

/// Whether a rule of this call against threats speaks of what these words announce.
pub(super) fn forbids(scene: &Scene, words: &Span, turn: usize) -> bool {
    let said = topics(scene, scene.text(turn).get(words.clone()).unwrap_or_default());
    let mut norms = scene.call().law.iter().filter(|norm| norm.against.contains(&Conduct::Threat));
    norms.any(|norm| topics(scene, &norm.says).intersection(&said).next().is_some())
}

fn is_at_large(norm: &Norm) -> bool {
    words(&norm.says).iter().any(|word| AT_LARGE.iter().any(|stem| word.folded.starts_with(stem)))
}

/// The kinds of consequence that a text names, whether or not it announces them.
fn topics(scene: &Scene, text: &str) -> BTreeSet<String> {
    let facts = consequence::Facts::of(scene.call());
    let found = consequence::in_turn(TurnIndex(0), text, &as_if_announced(text), &facts);
    let grounds = found.into_iter().flat_map(|found| found.grounds);
    let kinds = grounds.filter_map(|ground| match ground.why {
        Why::Named { kind, .. } => Some(kind),
        _ => None,
    });
    kinds.collect()
}

/// A text of which each sentence is heard to announce something.
fn as_if_announced(text: &str) -> Heard {
    let acts = words(text)
        .into_iter()
        .enumerate()
        .filter(|(at, word)| *at == 0 || word.before == Break::Sentence)
        .map(|(_, word)| ActHit {
            act: Act::from(ANNOUNCES),
            span: word.span,
            reason: Reason::Pattern { act: Act::from(ANNOUNCES), wording: String::new() },
        });
    Heard { acts: acts.collect(), entities: Vec::new() }
}

const ANNOUNCES: &str = "consequence";
