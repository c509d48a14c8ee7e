//! Lines that nobody would say in one breath, and lines that nobody gets to hear.

use super::review::Review;
use crate::simulator::line::Line;
use crate::simulator::typed::TypedScenario;
use crate::yaml::{self, Path};

/// More letters than these are a speech.
const LONGEST: usize = 300;
/// What somebody other than the debtor says as well.
const SAID_AT_GATE: [&str; 4] = ["hangs_up_abused", "hangs_up_tired", "not_understood", "still_there"];

pub(super) fn review(review: &mut Review<'_>) {
    // As typed: lines of other countries count too, and stand where they stand.
    let Ok((typed, _)) = yaml::read::<TypedScenario>(review.file.source().clone()) else { return };
    let root = Path::root();
    for (at, objection) in typed.objections.iter().enumerate() {
        let path = root.key("objections").item(at);
        for (name, lines) in [
            ("opens", &objection.opens),
            ("insists", &objection.insists),
            ("hardened", &objection.hardened),
            ("gives_way", &objection.gives_way),
        ] {
            lengths(review, lines.as_deref().unwrap_or_default(), &path.key(name));
        }
    }
    for (at, answer) in typed.answers.iter().enumerate() {
        lengths(review, &answer.says, &root.key("answers").item(at).key("says"));
    }
    for (at, question) in typed.questions.iter().enumerate() {
        let path = root.key("questions").item(at);
        lengths(review, &question.says, &path.key("says"));
        lengths(review, &question.ignored, &path.key("ignored"));
    }
    for (at, rule) in typed.rules.iter().enumerate() {
        lengths(review, &rule.says, &root.key("rules").item(at).key("says"));
    }
    lengths(review, &typed.signals, &root.key("signals"));
    for (situation, lines) in &typed.lines {
        lengths(review, lines, &root.key("lines").key(situation));
    }
    for (situation, lines) in typed.answered_by.iter().flat_map(|who| &who.lines) {
        lengths(review, lines, &root.key("answered_by").key("lines").key(situation));
    }
    for (at, answer) in typed.answered_by.iter().flat_map(|who| &who.answers).enumerate() {
        lengths(review, &answer.says, &root.key("answered_by").key("answers").item(at).key("says"));
    }
    never_said(review, &typed);
}

fn lengths(review: &mut Review<'_>, lines: &[Line], path: &Path) {
    for (at, line) in lines.iter().enumerate() {
        let length = line.text.chars().count();
        if length > LONGEST {
            let (length, most) = (length.to_string(), LONGEST.to_string());
            review.warning("line-too-long", &path.item(at), &[("length", &length), ("most", &most)]);
        }
    }
}

/// Situations that are given other words, and that this call does not come to.
fn never_said(review: &mut Review<'_>, typed: &TypedScenario) {
    let Some(who) = &typed.answered_by else { return };
    let root = Path::root();
    if who.passes_on.is_some() {
        return;
    }
    let gate = root.key("answered_by").key("lines");
    for situation in who.lines.keys().filter(|name| *name == "passes_phone") {
        review.key_warning("line-never-said", &gate.key(situation), &[("name", situation)]);
    }
    for situation in typed.lines.keys().filter(|name| !SAID_AT_GATE.contains(&name.as_str())) {
        review.key_warning("line-never-said", &root.key("lines").key(situation), &[("name", situation)]);
    }
}
