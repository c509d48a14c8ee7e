//! After a rehearsed call: how it ended, the best moment, the one to do over, and what the debtor was hiding.

use serde::Serialize;

use crate::call::{Call, Speaker, TurnIndex};
use crate::diagnostic::printable;
use crate::messages::{Arg, Language, Messages};
use crate::nlu::Inventory;
use crate::report::filled;
use crate::report::layout::{Page, Style, Tone};
use crate::rubric::{Evaluation, Item, Polarity, State};
use crate::simulator::{Beyond, DRIFT, Event, Outcome, Scenario, Session, Standing};

/// What an objection that gave way, or a fact that came out, is worth beside points of trust and patience.
const BREAKTHROUGH: i32 = 12;

/// What the session knows and the events do not tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    outcome: Outcome,
    disclosed: Vec<String>,
    terms: Option<String>,
    squeezed: bool,
    misremembers: bool,
    beyond_file: Vec<Beyond>,
    could_have_paid: Option<String>,
}

impl Outline {
    pub fn of(session: &Session<'_>) -> Self {
        Self {
            outcome: session.ended().unwrap_or(Outcome::Abandoned),
            disclosed: session.disclosed().iter().cloned().collect(),
            terms: session.agreed_terms(),
            squeezed: session.agreement().is_some_and(|agreement| agreement.squeezed),
            misremembers: session.misremembers(),
            beyond_file: session.beyond_file(),
            could_have_paid: session.left_on_the_table(),
        }
    }
}

/// A turn worth looking at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// Counted from 1.
    pub turn: usize,
    pub quote: String,
    /// Acts and events that moved the debtor.
    pub because: Vec<String>,
    /// What the debtor answered.
    pub answer: Option<String>,
    /// A wording to try instead.
    #[serde(rename = "try")]
    pub wording: Option<String>,
}

/// A fact that the debtor first told otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// What was said in its place, and in which turn, counted from 1.
    pub claim: String,
    pub claimed: usize,
    pub fact: String,
    pub turn: usize,
}

/// A fact of the debtor's, and whether it came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Secret {
    pub what: String,
    pub came_out: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Debrief {
    pub outcome: Outcome,
    pub standing: Standing,
    pub terms: Option<String>,
    pub squeezed: bool,
    pub misremembers: bool,
    /// Where the agreement goes beyond what the case file permits.
    pub beyond_file: Vec<Beyond>,
    /// What the debtor could have paid on the day and was not asked for.
    pub could_have_paid: Option<String>,
    /// What was claimed, and turned out otherwise.
    pub contradictions: Vec<Contradiction>,
    /// Turns in which money was asked for where collecting had to stop, counted from 1.
    pub pressed_on: Vec<usize>,
    /// Turns that told somebody else of the debt, counted from 1.
    pub told_third_party: Vec<usize>,
    /// Turns in which the debtor would have said yes and nobody asked, counted from 1.
    pub missed_signals: Vec<usize>,
    /// Questions of the debtor's that were passed over.
    pub ignored_questions: usize,
    pub best: Option<Moment>,
    pub redo: Option<Moment>,
    /// Who the debtor is.
    pub about: String,
    /// What the debtor was hiding.
    pub account: String,
    pub secrets: Vec<Secret>,
}

impl Debrief {
    /// Puts together what the events and the evaluation have to say; `messages` are in the reader's language.
    pub fn new(
        scenario: &Scenario,
        outline: Outline,
        events: &[Event],
        call: &Call,
        evaluation: &Evaluation,
        messages: &Messages,
    ) -> Self {
        let standing = scenario.standing(outline.outcome);
        let mut gains = gains(events, call);
        if standing == Standing::Poor {
            // What was agreed did no good: its turn is no best moment.
            let agreed = |gain: &Gain| {
                events.iter().any(|it| matches!(it, Event::Agreed { turn, .. } if *turn == gain.turn))
            };
            gains.retain(|gain| gain.worth < 0 || !agreed(gain));
        }
        // Where collecting was rightly stopped, what a collector leaves out is no fault.
        let stopped = outline.outcome == Outcome::RightRefusal && gains.iter().all(|gain| gain.worth >= 0);
        let redo = if stopped { None } else { redo(&gains, call, evaluation, messages) };
        // One turn cannot be both.
        let best = gains
            .iter()
            .filter(|gain| gain.worth > 0 && redo.as_ref().is_none_or(|redo| redo.turn != gain.turn + 1))
            .max_by_key(|gain| (gain.worth, gain.turn));
        let secrets = scenario
            .facts
            .iter()
            .map(|(id, fact)| Secret { what: fact.what.clone(), came_out: outline.disclosed.contains(id) })
            .collect();
        Self {
            outcome: outline.outcome,
            standing,
            terms: outline.terms,
            squeezed: outline.squeezed,
            misremembers: outline.misremembers,
            beyond_file: outline.beyond_file,
            could_have_paid: outline.could_have_paid,
            contradictions: contradictions(scenario, events),
            pressed_on: turns_of(events, |event| match event {
                Event::PressedOn { turn } => Some(*turn),
                _ => None,
            }),
            told_third_party: turns_of(events, |event| match event {
                Event::ThirdPartyTold { turn } => Some(*turn),
                _ => None,
            }),
            missed_signals: turns_of(events, |event| match event {
                Event::SignalTaken { turn, taken: false } => Some(*turn),
                _ => None,
            }),
            ignored_questions: unanswered(events),
            best: best.map(|gain| gain.moment(call, None)),
            redo,
            about: scenario.persona.about.clone(),
            account: scenario.truth.account.clone(),
            secrets,
        }
    }
}

/// Turn numbers of the events that are meant, counted from 1.
fn turns_of(events: &[Event], meant: impl Fn(&Event) -> Option<usize>) -> Vec<usize> {
    events.iter().filter_map(meant).map(|turn| TurnIndex(turn).number()).collect()
}

/// Questions that were passed over and never answered.
fn unanswered(events: &[Event]) -> usize {
    let mut open = std::collections::BTreeSet::new();
    for event in events {
        match event {
            Event::Ignored { question, .. } => drop(open.insert(question)),
            Event::Answered { question, .. } => drop(open.remove(question)),
            _ => {}
        }
    }
    open.len()
}

fn contradictions(scenario: &Scenario, events: &[Event]) -> Vec<Contradiction> {
    let told = |event: &Event| {
        let Event::Contradicted { turn, fact, claimed } = event else { return None };
        let fact = scenario.facts.get(fact)?;
        Some(Contradiction {
            claim: fact.public.clone()?,
            claimed: TurnIndex(*claimed).number(),
            fact: fact.what.clone(),
            turn: TurnIndex(*turn).number(),
        })
    };
    events.iter().filter_map(told).collect()
}

/// What one turn of the agent did to the debtor.
#[derive(Debug)]
struct Gain {
    turn: usize,
    worth: i32,
    because: Vec<String>,
}

impl Gain {
    fn moment(&self, call: &Call, wording: Option<String>) -> Moment {
        let next = call.turns.get(self.turn + 1).filter(|turn| turn.speaker != Speaker::Agent);
        Moment {
            turn: TurnIndex(self.turn).number(),
            quote: call.turns.get(self.turn).map(|turn| turn.text.clone()).unwrap_or_default(),
            because: self.because.clone(),
            answer: next.map(|turn| turn.text.clone()),
            wording,
        }
    }
}

/// Each turn of the agent with what it was worth, in order.
fn gains(events: &[Event], call: &Call) -> Vec<Gain> {
    (0..call.turns.len())
        .filter(|turn| call.turns[*turn].speaker == Speaker::Agent)
        .map(|turn| {
            let mut gain = Gain { turn, worth: 0, because: Vec::new() };
            for event in events {
                match event {
                    Event::Moved { turn: at, moves, .. } if *at == turn => {
                        gain.worth += moves.iter().map(|step| step.trust + step.patience).sum::<i32>();
                        let heard = moves.iter().filter(|step| step.cause != DRIFT);
                        gain.because.extend(heard.map(|step| step.cause.clone()));
                    }
                    Event::Yielded { turn: at, .. } | Event::Disclosed { turn: at, .. } if *at == turn => {
                        gain.worth += BREAKTHROUGH;
                    }
                    Event::Hardened { turn: at, .. }
                    | Event::Misremembered { turn: at }
                    | Event::PressedOn { turn: at }
                    | Event::ThirdPartyTold { turn: at }
                    | Event::TalkedOver { turn: at }
                        if *at == turn =>
                    {
                        gain.worth -= BREAKTHROUGH;
                    }
                    _ => {}
                }
            }
            gain
        })
        .collect()
}

/// The turn that hurt most; where none hurt, the words that cost most in the scorecard.
fn redo(gains: &[Gain], call: &Call, evaluation: &Evaluation, messages: &Messages) -> Option<Moment> {
    let wording =
        |item: &Item| item.wording.as_ref().map(|text| filled::fill(text, &evaluation.facts, messages));
    let worst = gains.iter().filter(|gain| gain.worth < 0).min_by_key(|gain| (gain.worth, gain.turn));
    if let Some(gain) = worst {
        let blamed = evaluation.items.iter().find(|item| speaks_against(item, gain.turn));
        let weakest = weakest(evaluation);
        let wording = blamed.and_then(wording).or_else(|| weakest.and_then(wording));
        return Some(gain.moment(call, wording));
    }
    let item = weakest(evaluation)?;
    let turn = against(item).map(|(turn, _)| turn).or_else(|| {
        let absence =
            item.absence.as_ref().or_else(|| item.parts.iter().find_map(|part| part.absence.as_ref()))?;
        let nearest = absence.nearest.as_ref().map(|evidence| evidence.turn);
        nearest.or_else(|| last_agent_turn(call, absence.to))
    })?;
    let gain = Gain { turn: turn.0, worth: 0, because: Vec::new() };
    Some(gain.moment(call, wording(item)))
}

fn last_agent_turn(call: &Call, to: TurnIndex) -> Option<TurnIndex> {
    let upto = call.turns.len().min(to.0 + 1);
    (0..upto).rev().map(TurnIndex).find(|at| call.turns[at.0].speaker == Speaker::Agent)
}

/// The criterion that lost most, if any lost something.
fn weakest(evaluation: &Evaluation) -> Option<&Item> {
    evaluation
        .items
        .iter()
        .filter(|item| matches!(item.state, State::Partial | State::Missed))
        .min_by_key(|item| (item.fraction, item.id.clone()))
}

fn speaks_against(item: &Item, turn: usize) -> bool {
    against(item).is_some_and(|(at, _)| at.0 == turn)
        || item
            .parts
            .iter()
            .flat_map(|part| &part.evidence)
            .any(|evidence| evidence.polarity == Polarity::Against && evidence.turn.0 == turn)
}

/// The first words of the agent that speak against a criterion.
fn against(item: &Item) -> Option<(TurnIndex, &str)> {
    item.parts
        .iter()
        .flat_map(|part| &part.evidence)
        .chain(&item.evidence)
        .find(|evidence| evidence.polarity == Polarity::Against && evidence.speaker == Speaker::Agent)
        .map(|evidence| (evidence.turn, evidence.quote.as_str()))
}

/// The debrief for a terminal: the outcome, the score with its witnesses, the moments, the truth.
pub fn text(
    debrief: &Debrief,
    evaluation: &Evaluation,
    call: &Call,
    inventory: &Inventory,
    messages: &Messages,
    style: Style,
) -> String {
    let mut page = Page::new(style);
    ending(&mut page, debrief, messages);
    page.blank();
    let mut text = page.finish();
    text.push_str(&super::text::evaluation(evaluation, call, messages, style));
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
        let (id, mark, tone) = if secret.came_out {
            ("debrief-came-out", "✓", Tone::Good)
        } else {
            ("debrief-kept", "·", Tone::Quiet)
        };
        let line = messages.say_with(id, &[("what", Arg::from(printable(&secret.what)))]);
        page.paragraph(2, mark, &line, tone);
    }
    text.push_str(&page.finish());
    text
}

fn ending(page: &mut Page, debrief: &Debrief, messages: &Messages) {
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
    for (turns, id) in [
        (&debrief.pressed_on, "debrief-pressed-on"),
        (&debrief.told_third_party, "debrief-third-party-told"),
        (&debrief.missed_signals, "debrief-missed-signal"),
    ] {
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
fn because(moment: &Moment, inventory: &Inventory, language: Language) -> String {
    let title = |id: &String| {
        let known = inventory.get(id).map(|entry| entry.title.get(language).to_lowercase());
        known.unwrap_or_else(|| printable(id))
    };
    let mut titles: Vec<String> = Vec::new();
    for title in moment.because.iter().map(title) {
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
        let because = because(moment, inventory, messages.language());
        let why = messages.say_with("debrief-because", &[("because", because.into())]);
        page.paragraph(4, "", &why, Tone::Plain);
    }
    if let Some(wording) = &moment.wording {
        let wording = messages.say_with("debrief-try", &[("wording", printable(wording).into())]);
        page.paragraph(4, "", &wording, Tone::Plain);
    }
}
