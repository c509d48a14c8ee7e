//! After a rehearsed call: how it ended, the best moment, the one to do over, and what the debtor was hiding.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::call::{Call, Conduct, Speaker, TurnIndex};
use crate::diagnostic::printable;
use crate::messages::{Arg, Language, Messages};
use crate::nlu::{HeardCall, Inventory, Value};
use crate::report::layout::{Page, Style, Tone};
use crate::report::redo;
use crate::rubric::Evaluation;
use crate::simulator::{Beyond, DRIFT, Event, Outcome, Scenario, Session, Standing};

/// What an objection that gave way, or a fact that came out, is worth beside points of trust and patience.
pub(super) const BREAKTHROUGH: i32 = 12;

/// Acts by which an agent does something for the call. Courtesies and asking for the money are none.
const SKILLS: &[&str] = &[
    "acknowledge",
    "empathize",
    "paraphrase",
    "reflect",
    "check_understanding",
    "invite_to_speak",
    "apologize",
    "question.open",
    "explain",
    "offer_verification",
    "offer_documents",
    "payment_instructions",
    "confirm_commitment",
    "summarize",
    "next_step",
    "topic",
];

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
        // The creditor's programme has terms of its own.
        let programme = session.agreement().is_some_and(|agreement| agreement.terms.hardship);
        Self {
            outcome: session.ended().unwrap_or(Outcome::Abandoned),
            disclosed: session.disclosed().iter().cloned().collect(),
            terms: session.agreed_terms(),
            squeezed: session.agreement().is_some_and(|agreement| agreement.squeezed),
            misremembers: session.misremembers(),
            beyond_file: if programme { Vec::new() } else { session.beyond_file() },
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
        heard: &HeardCall,
        evaluation: &Evaluation,
        messages: &Messages,
    ) -> Self {
        let call = &heard.call;
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
        let stopped = outline.outcome == Outcome::RightRefusal && standing == Standing::Good;
        let redo = redo::moment(&gains, heard, evaluation, messages, stopped);
        // Where the call was rude, or failed and came to nothing, only what opened something up was good.
        let rude = evaluation.harmful.len() > 1 || evaluation.conduct.iter().any(|it| it.kind.is_grave());
        let failed = standing == Standing::Poor && evaluation.passed() != Some(true);
        let least = if failed { BREAKTHROUGH } else { 1 };
        let does_good = |gain: &&Gain| {
            !(rude && failed)
                && gain.worth >= least
                && gain.trust > 0
                && SKILLS.iter().any(|act| heard.heard.get(gain.turn).is_some_and(|heard| heard.has(act)))
                && !evaluation.harmful.contains(&TurnIndex(gain.turn))
                && !evaluation.conduct.iter().any(|breach| breach.evidence.turn.0 == gain.turn)
                // One turn cannot be both.
                && redo.as_ref().is_none_or(|redo| redo.turn != gain.turn + 1)
        };
        let best = gains.iter().filter(does_good).max_by_key(|gain| (gain.worth, gain.turn));
        let breaches = |kind: Conduct| -> Vec<usize> {
            let of_kind = evaluation.conduct.iter().filter(|breach| breach.kind == kind);
            of_kind.map(|breach| breach.evidence.turn.number()).collect()
        };
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
            beyond_file: outline.beyond_file.into_iter().filter(|it| promised(it, heard)).collect(),
            could_have_paid: outline.could_have_paid,
            contradictions: contradictions(scenario, events, call),
            pressed_on: breaches(Conduct::PressedOn),
            told_third_party: {
                let mut turns = turns_of(events, |event| match event {
                    Event::ThirdPartyTold { turn } => Some(*turn),
                    _ => None,
                });
                turns.extend(breaches(Conduct::ThirdParty));
                turns.sort_unstable();
                turns.dedup();
                turns
            },
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

/// Whether it was the agent who named it: of payments that only the debtor counted nothing was promised.
fn promised(beyond: &Beyond, heard: &HeardCall) -> bool {
    let Beyond::Payments { agreed, .. } = beyond else { return true };
    let turns = heard.call.turns.iter().zip(&heard.heard);
    let agents = turns.filter(|(turn, _)| turn.speaker == Speaker::Agent);
    agents.flat_map(|(_, heard)| &heard.entities).any(|entity| match &entity.value {
        Value::Plan(plan) => plan.count == Some(*agreed),
        Value::Number(number) => *number == Decimal::from(*agreed),
        _ => false,
    })
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

fn contradictions(scenario: &Scenario, events: &[Event], call: &Call) -> Vec<Contradiction> {
    // Events stand at the agent's turn; the words are in the answer to it.
    let answer = |turn: usize| {
        let agents = call.turns.get(turn).is_some_and(|turn| turn.speaker == Speaker::Agent);
        let answered = agents && turn + 1 < call.turns.len();
        TurnIndex(if answered { turn + 1 } else { turn }).number()
    };
    let told = |event: &Event| {
        let Event::Contradicted { turn, fact, claimed } = event else { return None };
        let fact = scenario.facts.get(fact)?;
        Some(Contradiction {
            claim: fact.public.clone()?,
            claimed: answer(*claimed),
            fact: fact.what.clone(),
            turn: answer(*turn),
        })
    };
    events.iter().filter_map(told).collect()
}

/// What one turn of the agent did to the debtor.
#[derive(Debug)]
pub(super) struct Gain {
    pub(super) turn: usize,
    pub(super) worth: i32,
    pub(super) trust: i32,
    pub(super) because: Vec<String>,
}

impl Gain {
    pub(super) fn moment(&self, call: &Call, wording: Option<String>) -> Moment {
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
            let mut gain = Gain { turn, worth: 0, trust: 0, because: Vec::new() };
            for event in events {
                match event {
                    Event::Moved { turn: at, moves, .. } if *at == turn => {
                        gain.trust += moves.iter().map(|step| step.trust).sum::<i32>();
                        gain.worth += moves.iter().map(|step| step.trust + step.patience).sum::<i32>();
                        let heard = moves.iter().filter(|step| step.cause != DRIFT);
                        gain.because.extend(heard.map(|step| step.cause.clone()));
                    }
                    Event::Yielded { turn: at, .. } | Event::Disclosed { turn: at, .. } if *at == turn => {
                        gain.worth += BREAKTHROUGH;
                    }
                    Event::Hardened { turn: at, .. }
                    | Event::Misremembered { turn: at }
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
    ending(&mut page, debrief, evaluation, messages);
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
