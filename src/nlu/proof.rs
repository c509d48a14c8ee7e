//! Proves a lexicon on its own examples: each is heard as its act, no counter-example is.
//! The patterns alone must do so: what is learnt from the examples proves nothing about them.

use crate::call::Speaker;
use crate::diagnostic::Diagnostic;
use crate::nlu::act::Performer;
use crate::nlu::ear::{Ear, Earlier, Line};
use crate::nlu::entity::Setting;
use crate::nlu::heard::Heard;
use crate::nlu::lexicon::{Counts, Example};

/// One error for each example that is not heard as its act and each counter-example that is.
pub fn prove(ear: &Ear, setting: &Setting) -> Vec<Diagnostic> {
    let wrong = |example: &Example| {
        let heard = hear_example(ear, example, setting);
        let hit = heard.acts.iter().find(|hit| hit.act == example.act);
        match (example.counts, hit) {
            (Counts::Heard, None) => {
                let others: Vec<&str> = heard.acts.iter().map(|hit| hit.act.id()).collect();
                let diagnostic = ear
                    .lexicon()
                    .example_error("example-not-heard", example)
                    .arg("act", example.act.id())
                    .arg("heard", if others.is_empty() { "–".to_owned() } else { others.join(", ") });
                Some(diagnostic)
            }
            (Counts::NotHeard, Some(hit)) => {
                let diagnostic = ear
                    .lexicon()
                    .example_error("counter-example-heard", example)
                    .arg("act", example.act.id())
                    .arg("because", hit.reason.to_string())
                    .arg("words", &example.text[hit.span.clone()]);
                Some(diagnostic)
            }
            _ => None,
        }
    };
    ear.lexicon().examples().iter().filter_map(wrong).collect()
}

/// Hears an example as the speaker who can perform its act, after its context.
fn hear_example(ear: &Ear, example: &Example, setting: &Setting) -> Heard {
    let by_debtor = ear.inventory().get(example.act.id()).is_some_and(|entry| entry.by == Performer::Debtor);
    let (speaker, other) =
        if by_debtor { (Speaker::Debtor, Speaker::Agent) } else { (Speaker::Agent, Speaker::Debtor) };
    let line = Line { speaker, text: &example.text };
    let Some(context) = &example.context else {
        return ear.hear_patterns(line, &[], setting);
    };
    let before = Line { speaker: other, text: context };
    let heard = ear.hear_patterns(before, &[], setting);
    ear.hear_patterns(line, &[Earlier { line: before, heard: &heard }], setting)
}
