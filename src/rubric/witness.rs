//! The host's word on what a script found: a verdict stands only on words that are in the transcript.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

use super::conduct;
use super::evaluation::{Absence, Evidence, Polarity};
use super::scene::{Mark, Scene};
use super::sheet::{Finding, Search};
use crate::call::TurnIndex;
use crate::messages::Language;
use crate::nlu::Act;

/// What is left of a finding once its witnesses were seen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Proven {
    pub(super) earned: u32,
    pub(super) of: u32,
    pub(super) evidence: Vec<Evidence>,
    pub(super) absence: Option<Absence>,
}

/// The finding with its witnesses, or `None` where it has none.
pub(super) fn prove(scene: &Scene, finding: &Finding, wording: Option<&str>) -> Option<Proven> {
    let (earned, of, evidence, absence) = match finding {
        // Nothing is earned by words that threaten, insult, blame or press.
        Finding::Earned(marks) => match decent(scene, marks) {
            kept if kept.is_empty() => (0, 1, quoted(scene, marks, Polarity::Against), None),
            kept => (1, 1, quoted(scene, &kept, Polarity::Supports), None),
        },
        Finding::Lost(marks) => (0, 1, quoted(scene, marks, Polarity::Against), None),
        Finding::Partly { earned, of, supports, against } => {
            let kept = decent(scene, supports);
            let mut evidence = quoted(scene, &kept, Polarity::Supports);
            evidence.extend(quoted(scene, against, Polarity::Against));
            if kept.is_empty() && !supports.is_empty() {
                evidence.extend(quoted(scene, supports, Polarity::Against));
                (0, *of, evidence, None)
            } else {
                (*earned, *of, evidence, None)
            }
        }
        Finding::Absent(search) => (0, 1, Vec::new(), Some(absence(scene, search, wording)?)),
        Finding::Clean(search) => (1, 1, Vec::new(), Some(absence(scene, search, None)?)),
    };
    (absence.is_some() || !evidence.is_empty()).then_some(Proven { earned, of, evidence, absence })
}

/// The marks whose turn does no harm.
fn decent(scene: &Scene, marks: &[Mark]) -> Vec<Mark> {
    marks.iter().filter(|mark| !conduct::taints(scene, mark.turn)).cloned().collect()
}

/// The marks that are really there, each once, with their words copied from the transcript.
fn quoted(scene: &Scene, marks: &[Mark], polarity: Polarity) -> Vec<Evidence> {
    let mut found: Vec<Evidence> = Vec::new();
    for evidence in marks.iter().filter_map(|mark| evidence(scene, mark, polarity)) {
        if !found.iter().any(|own| own.turn == evidence.turn && own.span == evidence.span) {
            found.push(evidence);
        }
    }
    found
}

pub(super) fn evidence(scene: &Scene, mark: &Mark, polarity: Polarity) -> Option<Evidence> {
    let turn = scene.call().turns.get(mark.turn)?;
    let quote = turn.text.get(mark.span.clone()).filter(|quote| !quote.trim().is_empty())?;
    Some(Evidence {
        turn: TurnIndex(mark.turn),
        speaker: turn.speaker,
        timing: turn.timing,
        span: mark.span.clone(),
        quote: quote.to_owned(),
        act: mark.act.clone(),
        polarity,
        excess: mark.excess.clone(),
    })
}

fn absence(scene: &Scene, search: &Search, wording: Option<&str>) -> Option<Absence> {
    let (first, last) = (*search.turns.first()?, *search.turns.last()?);
    let speaker = scene.speaker(first);
    let one_voice = search.turns.iter().all(|turn| scene.speaker(*turn) == speaker);
    Some(Absence {
        from: TurnIndex(first),
        to: TurnIndex(last),
        turns: search.turns.len(),
        speaker: one_voice.then_some(speaker),
        acts: search.acts.iter().map(|act| Act::from(act.as_str())).collect(),
        nearest: wording.and_then(|wording| nearest(scene, search, wording)),
    })
}

/// Acts that are tried for one another: of a turn with one of them, another of the same line is the near miss.
const KIN: &[&[&str]] = &[
    &["backchannel", "acknowledge", "empathize", "paraphrase", "reflect", "invite_to_speak", "question.open"],
    &["state_purpose", "state_debt"],
    &["propose_amount", "propose_date", "propose_method", "confirm_commitment", "summarize", "next_step"],
    &["offer", "request.full_payment", "benefit", "question.capacity"],
    &["explain", "check_understanding", "payment_instructions"],
];

/// A related act is worth this many shared words.
const KIN_WORTH: usize = 3;
/// Words shared by chance: fewer are no near miss.
const LEAST: usize = 2;

/// The searched turn that comes closest: by a related act, and by the words it shares with the wording that
/// would have done. Of two equally close, the later; a turn that takes leave only where none else is near.
fn nearest(scene: &Scene, search: &Search, wording: &str) -> Option<Evidence> {
    let language = scene.call().language;
    let wanted = stems(wording, language);
    let related = |act: &Act| {
        search.acts.iter().any(|looked| {
            KIN.iter().any(|line| {
                line.iter().any(|kin| act.is(kin))
                    && line.iter().any(|kin| Act::from(looked.as_str()).is(kin))
            })
        })
    };
    let (closeness, _, mark) = search
        .turns
        .iter()
        .map(|turn| {
            let kin = scene.heard(*turn).acts.iter().find(|hit| related(&hit.act));
            let shared = stems(scene.text(*turn), language).intersection(&wanted).count();
            let mark = Mark { act: kin.map(|hit| hit.act.clone()), ..scene.whole(*turn) };
            (shared + if kin.is_some() { KIN_WORTH } else { 0 }, *turn, mark)
        })
        .max_by_key(|(closeness, turn, _)| {
            (*closeness >= LEAST, !scene.heard(*turn).has("farewell"), *closeness, *turn)
        })?;
    (closeness >= LEAST).then(|| evidence(scene, &mark, Polarity::Against)).flatten()
}

/// The stems of the words with content: of five letters and more.
fn stems(text: &str, language: Language) -> BTreeSet<String> {
    let stemmer = Stemmer::create(match language {
        Language::Es => Algorithm::Spanish,
        Language::En => Algorithm::English,
    });
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 5)
        .map(|word| stemmer.stem(word).into_owned())
        .collect()
}
