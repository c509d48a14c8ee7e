//! The debrief for a terminal.

use super::{Debrief, Moment};
use crate::call::{Call, Conduct};
use crate::diagnostic::printable;
use crate::messages::{Arg, Messages};
use crate::nlu::Inventory;
use crate::report::layout::{Page, Style, Tone};
use crate::report::text::evaluation as report;
use crate::report::title;
use crate::rubric::Evaluation;
use crate::simulator::Beyond;

/// The outcome, the score with its witnesses, the moments, the truth.
pub fn text(
    debrief: &Debrief,
    evaluation: &Evaluation,
    call: &Call,
    inventory: &Inventory,
    messages: &Messages,
    style: Style,
) -> String {
    let mut page = Page::new(style);
    ending(&mut page, debrief, evaluation, messages);
    page.blank();
    let mut text = page.finish();
    text.push_str(&report(evaluation, call, messages, style));
    let mut page = Page::new(style);
    for (moment, id, tone) in
        [(&debrief.best, "debrief-best", Tone::Good), (&debrief.redo, "debrief-redo", Tone::Middling)]
    {
        if let Some(moment) = moment {
            page.heading(&messages.say(id));
            tell_moment(&mut page, moment, tone, inventory, messages);
        }
    }
    page.heading(&messages.say("debrief-hidden"));
    page.paragraph(2, "", &printable(&debrief.about), Tone::Plain);
    page.paragraph(2, "", &printable(&debrief.account), Tone::Plain);
    for it in &debrief.contradictions {
        let args = [
            ("claim", Arg::from(printable(&it.claim))),
            ("claimed", it.claimed.into()),
            ("turn", it.turn.into()),
        ];
        page.paragraph(2, "≠", &messages.say_with("debrief-contradiction", &args), Tone::Middling);
    }
    for secret in &debrief.secrets {
        let what = ("what", Arg::from(printable(&secret.what)));
        let (line, mark, tone) = match &secret.said {
            Some(said) => {
                let args = [what, ("turn", said.turn.into()), ("quote", printable(&said.quote).into())];
                (messages.say_with("debrief-came-out", &args), "✓", Tone::Good)
            }
            None => (messages.say_with("debrief-kept", &[what]), "·", Tone::Quiet),
        };
        page.paragraph(2, mark, &line, tone);
    }
    text.push_str(&page.finish());
    text
}

fn ending(page: &mut Page, debrief: &Debrief, evaluation: &Evaluation, messages: &Messages) {
    let outcome = messages.say(&format!("outcome-{}", debrief.outcome.id().replace('_', "-")));
    let standing = messages.say(&format!("standing-{}", debrief.standing.id()));
    let args = [("outcome", outcome.into()), ("standing", standing.into())];
    page.paragraph(0, "", &messages.say_with("debrief-outcome", &args), Tone::Heading);
    if let Some(terms) = &debrief.terms {
        let line = messages.say_with("debrief-terms", &[("terms", printable(terms).into())]);
        page.paragraph(0, "", &line, Tone::Plain);
    }
    for (holds, id) in
        [(debrief.squeezed, "debrief-squeezed"), (debrief.misremembers, "debrief-misremembers")]
    {
        if holds {
            page.paragraph(0, "!", &messages.say(id), Tone::Bad);
        }
    }
    for beyond in &debrief.beyond_file {
        let line = match beyond {
            Beyond::Payments { agreed, permitted } => messages.say_with(
                "debrief-beyond-payments",
                &[("agreed", i64::from(*agreed).into()), ("permitted", i64::from(*permitted).into())],
            ),
            Beyond::Payment { least } => {
                messages.say_with("debrief-beyond-least", &[("least", printable(least).into())])
            }
            Beyond::Discount { agreed, permitted } => messages.say_with(
                "debrief-beyond-discount",
                &[
                    ("agreed", agreed.normalize().to_string().into()),
                    ("permitted", permitted.normalize().to_string().into()),
                ],
            ),
        };
        page.paragraph(0, "!", &line, Tone::Bad);
    }
    if let Some(amount) = &debrief.could_have_paid {
        let line = messages.say_with("debrief-could-have-paid", &[("amount", printable(amount).into())]);
        page.paragraph(0, "!", &line, Tone::Bad);
    }
    // What the judge quotes below is not told twice.
    let quoted = |turn: &usize| {
        let mut breaches = evaluation.conduct.iter().filter(|breach| breach.kind == Conduct::ThirdParty);
        breaches.any(|breach| breach.evidence.turn.number() == *turn)
    };
    let untold: Vec<usize> = debrief.told_third_party.iter().copied().filter(|turn| !quoted(turn)).collect();
    for (turns, id) in
        [(&untold, "debrief-third-party-told"), (&debrief.missed_signals, "debrief-missed-signal")]
    {
        if !turns.is_empty() {
            let turns = turns.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
            page.paragraph(0, "!", &messages.say_with(id, &[("turns", turns.into())]), Tone::Bad);
        }
    }
    if debrief.ignored_questions > 0 {
        let count = [("count", debrief.ignored_questions.into())];
        page.paragraph(0, "!", &messages.say_with("debrief-ignored-questions", &count), Tone::Middling);
    }
}

/// What was heard, by the names that people have for it; ids are for programs.
fn because(moment: &Moment, inventory: &Inventory, messages: &Messages) -> String {
    let mut titles: Vec<String> = Vec::new();
    for title in moment.because.iter().map(|id| title::of(id, inventory, messages).to_lowercase()) {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join(", ")
}

fn tell_moment(page: &mut Page, moment: &Moment, tone: Tone, inventory: &Inventory, messages: &Messages) {
    let quote = printable(&moment.quote.split_whitespace().collect::<Vec<_>>().join(" "));
    let said = messages.say_with("debrief-said", &[("turn", moment.turn.into()), ("quote", quote.into())]);
    page.paragraph(2, "›", &said, tone);
    if let Some(answer) = &moment.answer {
        let answer = messages.say_with("debrief-answer", &[("quote", printable(answer).into())]);
        page.paragraph(4, "", &answer, Tone::Quiet);
    }
    if !moment.because.is_empty() {
        let because = because(moment, inventory, messages);
        let why = messages.say_with("debrief-because", &[("because", because.into())]);
        page.paragraph(4, "", &why, Tone::Plain);
    }
    if let Some(wording) = &moment.wording {
        let wording = messages.say_with("debrief-try", &[("wording", printable(wording).into())]);
        page.paragraph(4, "", &wording, Tone::Plain);
    }
}
