//! An evaluation for a person at a terminal: what went well first, then what to do over, one advice at a time,
//! each with the words it stands on.

use unicode_width::UnicodeWidthStr as _;

use super::layout::{Page, Style, Tone, shortened};
use super::{filled, limits};
use crate::call::{Call, Conduct, TurnIndex};
use crate::diagnostic::printable;
use crate::messages::{Arg, Messages};
use crate::rubric::{
    Absence, Breach, Evaluation, Evidence, Item, Part, Points, Polarity, Scope, State, Unjudged, shown,
};
use crate::source::Span;

/// A quote longer than this many characters is cut.
const QUOTE: usize = 160;
/// A shorter quote is shown with as many of the words around it as make this many.
const CONTEXT: usize = 14;
/// Quotes shown for what was earned, and for what was lost.
const QUOTES_EARNED: usize = 1;
const QUOTES_LOST: usize = 3;

/// The report of one call.
pub fn evaluation(evaluation: &Evaluation, call: &Call, messages: &Messages, style: Style) -> String {
    let mut report = Report { evaluation, call, messages, page: Page::new(style), quoted: Vec::new() };
    report.header();
    report.conduct();
    report.table();
    report.well();
    report.over();
    report.aside();
    report.footer();
    report.page.finish()
}

struct Report<'a> {
    evaluation: &'a Evaluation,
    call: &'a Call,
    messages: &'a Messages,
    page: Page,
    /// Turns quoted under the present criterion: a second time, their number is enough.
    quoted: Vec<(TurnIndex, Span)>,
}

impl Report<'_> {
    fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.messages.say_with(id, args)
    }

    fn header(&mut self) {
        let (evaluation, language) = (self.evaluation, self.messages.language());
        let title = self.say(
            "report-title",
            &[
                ("scorecard", evaluation.title.get(language).into()),
                ("version", evaluation.version.as_str().into()),
                ("call", printable(&evaluation.call).into()),
            ],
        );
        self.page.paragraph(0, "", &title, Tone::Heading);
        let Some(score) = evaluation.score else {
            let none = self.messages.say("report-no-score");
            self.page.paragraph(0, "", &none, Tone::Quiet);
            return;
        };
        let (line, tone) = match (evaluation.passed(), &evaluation.band) {
            (Some(true), Some(_)) => ("report-score-passed", Tone::Good),
            (Some(true), None) => ("report-score-passed-plain", Tone::Good),
            (Some(false), Some(_)) => ("report-score-below", Tone::Middling),
            (Some(false), None) => ("report-score-below-plain", Tone::Middling),
            (None, _) => ("report-score-open", Tone::Middling),
        };
        let band =
            evaluation.band.as_ref().map_or_else(String::new, |band| band.title.get(language).to_owned());
        let mark = Arg::from(evaluation.pass_mark);
        let line = self.say(line, &[("score", shown(score).into()), ("band", band.into()), ("mark", mark)]);
        self.page.paragraph(0, "", &line, tone);
        for item in evaluation.items.iter().filter(|item| item.failed().is_some()) {
            let id = match item.failed() {
                Some(Scope::Section) => "report-failed-section",
                _ => "report-failed-form",
            };
            let raw = evaluation.raw.map(shown).unwrap_or_default();
            let line = self.say(id, &[("criterion", item.title.get(language).into()), ("raw", raw.into())]);
            self.page.paragraph(0, "!", &line, Tone::Bad);
        }
        let capped = evaluation.items.iter().filter_map(|item| item.cap().map(|cap| (item, cap)));
        if let Some((item, cap)) =
            capped.min_by_key(|(_, cap)| *cap).filter(|_| evaluation.score < evaluation.raw)
        {
            let figure = |points: Option<_>| points.map(shown).unwrap_or_default();
            let args = [
                ("criterion", item.title.get(language).into()),
                ("cap", cap.into()),
                ("raw", figure(evaluation.raw).into()),
                ("score", figure(evaluation.score).into()),
            ];
            let line = self.say("report-capped", &args);
            self.page.paragraph(0, "!", &line, Tone::Bad);
        }
        if !evaluation.complete() {
            let coverage = evaluation.coverage.map(shown).unwrap_or_default();
            let line = self.say("report-incomplete", &[("coverage", coverage.into())]);
            self.page.paragraph(0, "!", &line, Tone::Middling);
        }
    }

    /// What must not be, whatever the scorecard counts: the words, and the rule of the call that they break.
    fn conduct(&mut self) {
        let evaluation = self.evaluation;
        if evaluation.conduct.is_empty() {
            return;
        }
        let heading = self.messages.say("report-conduct");
        self.page.heading(&heading);
        for kind in Conduct::ALL {
            let own: Vec<&Breach> = evaluation.conduct.iter().filter(|breach| breach.kind == kind).collect();
            if own.is_empty() {
                continue;
            }
            self.quoted.clear();
            let title = self.messages.say(&format!("conduct-{}", kind.id().replace('_', "-")));
            let (mark, tone) = if kind.is_grave() { ("✗", Tone::Bad) } else { ("!", Tone::Middling) };
            self.page.paragraph(2, mark, &title, tone);
            let words: Vec<Evidence> = own.iter().map(|breach| breach.evidence.clone()).collect();
            self.quotes(&words, QUOTES_LOST);
            let mut laws: Vec<&String> = own.iter().filter_map(|breach| breach.law.as_ref()).collect();
            laws.dedup();
            for law in laws {
                let line = self.say("report-conduct-law", &[("law", printable(law).into())]);
                self.page.paragraph(6, "", &line, Tone::Plain);
            }
        }
        self.quoted.clear();
    }

    /// The criteria in order, with what each brought.
    fn table(&mut self) {
        self.page.blank();
        let language = self.messages.language();
        let rows: Vec<_> = self
            .evaluation
            .items
            .iter()
            .map(|item| {
                let (mark, tone) = sign(&item.state);
                let state = self.messages.say(&format!("report-state-{}", item.state.id().replace('_', "-")));
                let points = match item.fraction {
                    Some(fraction) => self.say(
                        "report-points",
                        &[
                            ("earned", shown(item.applied * fraction).into()),
                            ("of", shown(item.applied).into()),
                        ],
                    ),
                    None => "—".to_owned(),
                };
                // A criterion that only opens or closes the gate has no points of its own.
                let points = match item.cap() {
                    _ if item.weight > 0 => points,
                    Some(cap) => self.say("report-cap", &[("cap", cap.into())]),
                    None => "—".to_owned(),
                };
                (format!("{mark} {}", item.title.get(language)), state, points, tone)
            })
            .collect();
        let widths = [
            rows.iter().map(|row| row.0.width()).max().unwrap_or(0),
            rows.iter().map(|row| row.1.width()).max().unwrap_or(0),
            rows.iter().map(|row| row.2.width()).max().unwrap_or(0),
        ];
        // Where the row is too wide, the sign alone tells the state, and a long title is cut.
        let narrow = 2 + widths[0] + 2 + widths[1] + 2 + widths[2] > self.page.width();
        let title_width = widths[0].min(self.page.width().saturating_sub(widths[2] + 4));
        for (title, state, points, tone) in &rows {
            let fits = title.width() <= title_width;
            let title = if fits { title.clone() } else { shortened(title, title_width.saturating_sub(2)) };
            let mut cells = vec![(title.as_str(), title_width, if narrow { *tone } else { Tone::Plain })];
            if !narrow {
                cells.push((state.as_str(), widths[1], *tone));
            }
            cells.push((points.as_str(), widths[2], Tone::Plain));
            self.page.row(2, &cells);
        }
    }

    /// What was earned, with the words that earned it.
    fn well(&mut self) {
        let full = Points::from_integer(1);
        let earned: Vec<(&Item, Vec<&Part>)> = self
            .evaluation
            .items
            .iter()
            .map(|item| (item, item.parts.iter().filter(|part| part.fraction >= full).collect::<Vec<_>>()))
            .filter(|(item, parts)| !parts.is_empty() || (item.parts.is_empty() && item.state == State::Met))
            .collect();
        if earned.is_empty() {
            return;
        }
        let heading = self.messages.say("report-well");
        self.page.heading(&heading);
        let language = self.messages.language();
        for (item, parts) in earned {
            self.quoted.clear();
            self.page.paragraph(2, "", item.title.get(language), Tone::Heading);
            if item.parts.is_empty() {
                self.quotes(&item.evidence, QUOTES_EARNED);
            }
            for part in parts {
                self.page.paragraph(4, "✓", part.title.get(language), Tone::Good);
                self.quotes(&part.evidence, QUOTES_EARNED);
                if let Some(clean) = &part.absence {
                    let id = if clean.acts.is_empty() { "report-clean-all" } else { "report-clean" };
                    let line = self.say(id, &[("turns", clean.turns.into())]);
                    self.page.paragraph(6, "", &line, Tone::Quiet);
                }
            }
        }
    }

    /// What was lost, the dearest first: where, and what to say instead.
    fn over(&mut self) {
        let cost = |item: &Item| item.fraction.map(|f| item.applied * (Points::from_integer(1) - f));
        let mut lost: Vec<&Item> = self
            .evaluation
            .items
            .iter()
            .filter(|item| item.fraction.is_some_and(|fraction| fraction < Points::from_integer(1)))
            .filter(|item| item.weight > 0 || item.parts.iter().any(|part| self.is_untold(part)))
            .collect();
        lost.sort_by_key(|item| std::cmp::Reverse(cost(item)));
        if lost.is_empty() {
            return;
        }
        let heading = self.messages.say("report-over");
        self.page.heading(&heading);
        let language = self.messages.language();
        for item in lost {
            self.quoted.clear();
            self.page.paragraph(2, "", item.title.get(language), Tone::Heading);
            if item.parts.is_empty() {
                self.quotes(&item.evidence, QUOTES_LOST);
                self.absence(item.absence.as_ref());
            }
            let shown = |part: &&Part| {
                part.fraction < Points::from_integer(1) && (item.weight > 0 || self.is_untold(part))
            };
            let parts: Vec<&Part> = item.parts.iter().filter(shown).collect();
            for part in parts {
                let (mark, tone) = sign(&part.state());
                self.page.paragraph(4, mark, part.title.get(language), tone);
                self.quotes(&short_of(&part.evidence), QUOTES_LOST);
                for limit in limits::lines(&part.evidence, self.call.country, self.messages) {
                    self.page.paragraph(6, "", &limit, Tone::Plain);
                }
                self.absence(part.absence.as_ref());
            }
            if let Some(advice) = &item.advice {
                self.page.paragraph(4, "→", advice.get(language), Tone::Heading);
            }
            if let Some(wording) = &item.wording {
                let wording = filled::fill(wording, &self.evaluation.facts, self.messages);
                let line = self.say("report-try", &[("wording", printable(&wording).into())]);
                self.page.paragraph(6, "", &line, Tone::Plain);
            }
        }
    }

    /// Whether a part of a mere gate was lost by words that are not among what must not be, told above.
    fn is_untold(&self, part: &Part) -> bool {
        let told = |evidence: &Evidence| {
            self.evaluation.conduct.iter().any(|breach| breach.evidence.turn == evidence.turn)
        };
        part.evidence.iter().any(|evidence| evidence.polarity == Polarity::Against && !told(evidence))
    }

    /// What is neither earned nor lost, and why.
    fn aside(&mut self) {
        let language = self.messages.language();
        let reasons: Vec<(&Item, String)> =
            self.evaluation
                .items
                .iter()
                .filter_map(|item| {
                    let reason = match &item.state {
                        State::NoOpportunity(None) => self.messages.say("report-nobody-spoke"),
                        State::NoOpportunity(Some(reason))
                        | State::NotEvaluated(Unjudged::Stated(reason)) => reason.get(language).to_owned(),
                        State::NotEvaluated(reason) => self.messages.say(&format!("report-{}", reason.id())),
                        State::Met | State::Partial | State::Missed => return None,
                    };
                    Some((item, reason))
                })
                .collect();
        if reasons.is_empty() {
            return;
        }
        let heading = self.messages.say("report-aside");
        self.page.heading(&heading);
        for (item, reason) in reasons {
            let (mark, tone) = sign(&item.state);
            let state = self.messages.say(&format!("report-state-{}", item.state.id().replace('_', "-")));
            let title = Arg::from(item.title.get(language));
            let line = self.say(
                "report-aside-line",
                &[("criterion", title), ("state", state.into()), ("reason", reason.into())],
            );
            self.page.paragraph(2, mark, &line, tone);
        }
    }

    fn footer(&mut self) {
        self.page.blank();
        let evaluation = self.evaluation;
        if self.call.date.is_none() && !self.call.turns.is_empty() {
            let line = self.messages.say("report-no-day");
            self.page.paragraph(0, "", &line, Tone::Quiet);
        }
        let mode = self.messages.say(&format!("report-mode-{}", evaluation.mode.id().replace('_', "-")));
        let line = self.say("report-mode", &[("mode", mode.into())]);
        self.page.paragraph(0, "", &line, Tone::Quiet);
        let short = |hash: &str| hash.get(..12).unwrap_or(hash).to_owned();
        let hashes = &evaluation.hashes;
        let line = self.say(
            "report-hashes",
            &[
                ("transcript", short(&hashes.transcript).into()),
                ("scorecard", short(&hashes.scorecard).into()),
            ],
        );
        self.page.paragraph(0, "", &line, Tone::Quiet);
    }

    fn quotes(&mut self, evidence: &[Evidence], most: usize) {
        // One quote a turn: its other marks stand in the same words.
        let mut turns: Vec<&Evidence> = Vec::new();
        for evidence in evidence {
            if !turns.iter().any(|earlier| earlier.turn == evidence.turn) {
                turns.push(evidence);
            }
        }
        for evidence in turns.iter().take(most) {
            let line = self.quote("report-quote", evidence);
            self.page.paragraph(6, "", &line, Tone::Quiet);
        }
        if turns.len() > most && most > 1 {
            let line = self.say("report-more-quotes", &[("count", (turns.len() - most).into())]);
            self.page.paragraph(6, "", &line, Tone::Quiet);
        }
    }

    fn absence(&mut self, absence: Option<&Absence>) {
        let Some(absence) = absence else { return };
        let who = absence.speaker.map_or("anyone", crate::call::Speaker::id).replace('_', "-");
        let line = self.say(
            "report-searched",
            &[
                ("from", absence.from.number().into()),
                ("to", absence.to.number().into()),
                ("turns", absence.turns.into()),
                ("speaker", self.messages.say(&format!("report-of-{who}")).into()),
            ],
        );
        self.page.paragraph(6, "", &line, Tone::Quiet);
        if let Some(nearest) = &absence.nearest {
            let line = self.quote("report-nearest", nearest);
            self.page.paragraph(6, "", &line, Tone::Quiet);
        }
    }

    fn quote(&mut self, id: &str, evidence: &Evidence) -> String {
        let who = self.messages.say(&format!("report-speaker-{}", evidence.speaker.id().replace('_', "-")));
        let (turn, who) = (Arg::from(evidence.turn.number()), Arg::from(who));
        let place = (evidence.turn, evidence.span.clone());
        if self.quoted.contains(&place) {
            return self.say("report-quoted-above", &[("turn", turn), ("speaker", who)]);
        }
        self.quoted.push(place);
        let quote = match self.call.turn(evidence.turn) {
            Some(turn) => in_context(&turn.text, &evidence.span),
            None => evidence.quote.clone(),
        };
        let quote = shortened(&printable(&quote), QUOTE);
        self.say(id, &[("turn", turn), ("speaker", who), ("quote", quote.into())])
    }
}

/// Of the words for a point that was not fully earned, those that speak against it; where none do, all.
fn short_of(evidence: &[Evidence]) -> Vec<Evidence> {
    let against = evidence.iter().filter(|evidence| evidence.polarity == Polarity::Against);
    let against: Vec<Evidence> = against.cloned().collect();
    if against.is_empty() { evidence.to_vec() } else { against }
}

/// The words of a span with a few around them, so that a figure alone still says what it is about.
fn in_context(text: &str, span: &Span) -> String {
    let (Some(before), Some(words), Some(after)) =
        (text.get(..span.start), text.get(span.clone()), text.get(span.end..))
    else {
        return String::new();
    };
    let room = CONTEXT.saturating_sub(words.split_whitespace().count()) / 2;
    let start = before.char_indices().rev().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).nth(room);
    let end = after.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).nth(room);
    let lead = start.map_or(before, |at| &before[at..]);
    let tail = end.map_or(after, |at| &after[..at]);
    let cut = |cut: bool, blank: &str| if cut { blank.to_owned() } else { String::new() };
    format!(
        "{}{}{words}{}{}",
        cut(start.is_some(), "… "),
        lead.trim_start(),
        tail.trim_end(),
        cut(end.is_some(), " …")
    )
}

fn sign(state: &State) -> (&'static str, Tone) {
    match state {
        State::Met => ("✓", Tone::Good),
        State::Partial => ("~", Tone::Middling),
        State::Missed => ("✗", Tone::Bad),
        State::NoOpportunity(_) => ("–", Tone::Quiet),
        State::NotEvaluated(_) => ("?", Tone::Middling),
    }
}
