//! The tests of scenarios: a line for each, what came otherwise in those that failed, and what no test has reached.

use serde_json::{Value, json};

use super::layout::{Page, Style, Tone, shortened};
use crate::call::{Speaker, TurnIndex};
use crate::diagnostic::printable;
use crate::messages::{Arg, Messages};
use crate::rubric::{Evaluation, Points, Polarity, State, shown};
use crate::simulator::Outcome;
use crate::simulator::trial::{Band, Coverage, Deviation, Fault, Goal, Kind, Played};

/// The schema of the value that [`json()`] makes.
pub const SCHEMA: &str = "ensayo/test/1";
/// A quote longer than this says no more.
const QUOTE: usize = 300;

/// A scenario whose tests were played.
#[derive(Debug)]
pub struct Tested {
    /// As it was asked for: by its id, or by its path.
    pub name: String,
    pub tests: Vec<Test>,
    pub coverage: Coverage,
}

/// A test with its calls, one a seed.
#[derive(Debug)]
pub struct Test {
    pub name: String,
    pub calls: Vec<Call>,
}

/// A call of a test, and what was not as expected in it.
#[derive(Debug)]
pub struct Call {
    pub played: Played,
    /// Where the test asks for a score.
    pub evaluation: Option<Evaluation>,
    pub faults: Vec<Fault>,
    pub score: Option<ScoreFault>,
}

/// A score outside of what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreFault {
    pub wanted: Band,
    /// None where the call could not be judged to its end.
    pub came: Option<Points>,
    /// The agent's turn that cost or brought most.
    pub turn: Option<usize>,
}

impl ScoreFault {
    /// What is wrong with the score of a call, if anything is.
    pub fn of(wanted: Band, evaluation: &Evaluation) -> Option<Self> {
        let points = |bound: i32| Points::from_integer(i128::from(bound));
        let came = evaluation.score.filter(|_| evaluation.complete());
        let below = came.is_none_or(|came| wanted.from.is_some_and(|from| came < points(from)));
        let above = came.is_none_or(|came| wanted.to.is_some_and(|to| came > points(to)));
        let turn = if below { costly_turn(evaluation) } else { None };
        (below || above).then_some(Self { wanted, came, turn })
    }
}

/// The turn of the agent that speaks against the criterion that lost most.
fn costly_turn(evaluation: &Evaluation) -> Option<usize> {
    let lost = |state: &State| matches!(state, State::Partial | State::Missed);
    let against = evaluation.items.iter().filter(|item| lost(&item.state)).filter_map(|item| {
        let parts = item.parts.iter().flat_map(|part| &part.evidence);
        let witness = parts
            .chain(&item.evidence)
            .find(|evidence| evidence.polarity == Polarity::Against && evidence.speaker == Speaker::Agent)?;
        let share = item.applied * (Points::from_integer(1) - item.fraction.unwrap_or_default());
        Some((share, witness.turn.0))
    });
    against.max_by(|one, other| one.0.cmp(&other.0).then(other.1.cmp(&one.1))).map(|(_, turn)| turn)
}

impl Call {
    pub fn passed(&self) -> bool {
        self.faults.is_empty() && self.score.is_none()
    }

    /// Every fault as a sentence, with the turn that decided it.
    fn told(&self, messages: &Messages) -> Vec<(&'static str, String, Option<usize>)> {
        let mut told: Vec<_> = self
            .faults
            .iter()
            .map(|fault| (id(&fault.deviation), sentence(&fault.deviation, messages), fault.turn))
            .collect();
        told.extend(self.score.iter().map(|fault| ("score", score_sentence(fault, messages), fault.turn)));
        told
    }

    /// What was said in a turn, and answered to it.
    fn exchange(&self, turn: usize) -> Option<(&str, Option<&str>)> {
        let turns = &self.played.call.call.turns;
        let said = turns.get(turn)?;
        let answer = turns.get(turn + 1).filter(|turn| turn.speaker != Speaker::Agent);
        Some((&said.text, answer.map(|turn| turn.text.as_str())))
    }
}

impl Test {
    pub fn passed(&self) -> bool {
        self.calls.iter().all(Call::passed)
    }
}

impl Tested {
    pub fn passed(&self) -> bool {
        self.tests.iter().all(Test::passed)
    }

    fn replay(&self, seed: u64) -> String {
        format!("ensayo practice {} --seed {seed}", printable(&self.name))
    }
}

fn id(deviation: &Deviation) -> &'static str {
    match deviation {
        Deviation::Outcome { .. } => "outcome",
        Deviation::Withheld { .. } => "discloses",
        Deviation::CameOut { .. } => "keeps",
        Deviation::Unresolved { .. } => "resolves",
        Deviation::Trust { .. } => "trust",
        Deviation::Patience { .. } => "patience",
        Deviation::Mood { .. } => "mood",
        Deviation::NotUnderstood { .. } => "not_understood",
    }
}

fn sentence(deviation: &Deviation, messages: &Messages) -> String {
    let say = |id: &str, args: &[(&str, Arg)]| messages.say_with(id, args);
    let levels = |id: &str, wanted: Band, came: i32| {
        say(id, &[("wanted", band(wanted, messages).into()), ("came", came.to_string().into())])
    };
    match deviation {
        Deviation::Outcome { wanted, came } => {
            let wanted: Vec<&str> = wanted.iter().map(|outcome| outcome.id()).collect();
            say("test-outcome", &[("wanted", wanted.join(", ").into()), ("came", came.id().into())])
        }
        Deviation::Withheld { fact } => say("test-withheld", &[("fact", fact.into())]),
        Deviation::CameOut { fact } => say("test-came-out", &[("fact", fact.into())]),
        Deviation::Unresolved { objection } => say("test-unresolved", &[("objection", objection.into())]),
        Deviation::Trust { wanted, came } => levels("test-trust", *wanted, *came),
        Deviation::Patience { wanted, came } => levels("test-patience", *wanted, *came),
        Deviation::Mood { wanted, came } => {
            say("test-mood", &[("wanted", wanted.id().into()), ("came", came.id().into())])
        }
        Deviation::NotUnderstood { most, came } => {
            say("test-not-understood", &[("most", (*most).into()), ("came", (*came).into())])
        }
    }
}

fn score_sentence(fault: &ScoreFault, messages: &Messages) -> String {
    let wanted = Arg::from(band(fault.wanted, messages));
    match fault.came {
        Some(came) => messages.say_with("test-score", &[("wanted", wanted), ("came", shown(came).into())]),
        None => messages.say_with("test-unjudged", &[("wanted", wanted)]),
    }
}

fn band(band: Band, messages: &Messages) -> String {
    let text = |bound: i32| Arg::from(bound.to_string());
    match (band.from, band.to) {
        (Some(from), Some(to)) => messages.say_with("test-band", &[("from", text(from)), ("to", text(to))]),
        (Some(from), None) => messages.say_with("test-band-from", &[("from", text(from))]),
        (None, Some(to)) => messages.say_with("test-band-to", &[("to", text(to))]),
        (None, None) => messages.say("test-band-open"),
    }
}

/// What else is told of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    Results,
    /// And what of each scenario they have reached.
    Coverage,
}

/// The tests for a person at a terminal.
pub fn text(all: &[Tested], detail: Detail, messages: &Messages, style: Style) -> String {
    let mut page = Page::new(style);
    for (at, tested) in all.iter().enumerate() {
        if at > 0 {
            page.blank();
        }
        page.paragraph(0, "", &printable(&tested.name), Tone::Heading);
        if tested.tests.is_empty() {
            page.paragraph(2, "·", &messages.say("test-none"), Tone::Quiet);
        }
        for test in &tested.tests {
            tell_test(&mut page, tested, test, messages);
        }
        if detail == Detail::Coverage {
            tell_coverage(&mut page, &tested.coverage, messages);
        }
    }
    if all.is_empty() {
        return page.finish();
    }
    page.blank();
    let tests = || all.iter().flat_map(|tested| &tested.tests);
    let failed = tests().filter(|test| !test.passed()).count();
    let counts = [
        ("tests", tests().count().into()),
        ("calls", tests().map(|test| test.calls.len()).sum::<usize>().into()),
        ("failed", failed.into()),
    ];
    let tone = if failed == 0 { Tone::Good } else { Tone::Bad };
    page.paragraph(0, "", &messages.say_with("test-summary", &counts), tone);
    page.finish()
}

fn tell_test(page: &mut Page, tested: &Tested, test: &Test, messages: &Messages) {
    let failed = test.calls.iter().filter(|call| !call.passed()).count();
    let args = [
        ("name", Arg::from(printable(&test.name))),
        ("calls", test.calls.len().into()),
        ("failed", failed.into()),
    ];
    let (mark, tone) = if failed == 0 { ("✓", Tone::Good) } else { ("✗", Tone::Bad) };
    page.paragraph(2, mark, &messages.say_with("test-line", &args), tone);
    for call in test.calls.iter().filter(|call| !call.passed()) {
        let seed = call.played.seed;
        page.paragraph(
            4,
            "",
            &messages.say_with("test-seed", &[("seed", seed.to_string().into())]),
            Tone::Quiet,
        );
        let told = call.told(messages);
        for (at, (_, sentence, turn)) in told.iter().enumerate() {
            page.paragraph(6, "·", &printable(sentence), Tone::Plain);
            // What one turn decided stands together above it.
            if told.get(at + 1).is_none_or(|(.., next)| next != turn) {
                tell_exchange(page, call, *turn, messages);
            }
        }
        if call.played.unsaid > 0 {
            let unsaid = messages.say_with("test-unsaid", &[("count", call.played.unsaid.into())]);
            page.paragraph(6, "·", &unsaid, Tone::Quiet);
        }
        let replay = messages.say_with("test-replay", &[("command", tested.replay(seed).into())]);
        page.paragraph(6, "", &replay, Tone::Quiet);
    }
}

fn tell_exchange(page: &mut Page, call: &Call, turn: Option<usize>, messages: &Messages) {
    let Some((turn, (said, answer))) = turn.and_then(|turn| Some((turn, call.exchange(turn)?))) else {
        return;
    };
    let quote = |text: &str| Arg::from(shortened(&printable(text), QUOTE));
    let said = [("turn", TurnIndex(turn).number().into()), ("quote", quote(said))];
    page.paragraph(8, "", &messages.say_with("debrief-said", &said), Tone::Plain);
    if let Some(answer) = answer {
        let answer = messages.say_with("debrief-answer", &[("quote", quote(answer))]);
        page.paragraph(8, "", &answer, Tone::Quiet);
    }
}

fn tell_coverage(page: &mut Page, coverage: &Coverage, messages: &Messages) {
    let counts: Vec<String> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let (reached, of) = coverage.count(kind);
            let args = [("reached", Arg::from(reached)), ("of", of.into())];
            messages.say_with(&format!("test-coverage-{}", kind.id().replace('_', "-")), &args)
        })
        .collect();
    let args = [("percent", Arg::from(coverage.percent())), ("counts", counts.join(", ").into())];
    page.paragraph(2, "", &messages.say_with("test-coverage", &args), Tone::Plain);
    for kind in Kind::ALL {
        let missed: Vec<String> = match kind {
            Kind::Line => missed_lines(coverage),
            _ => missed(coverage, kind).map(|goal| printable(&goal.id)).collect(),
        };
        if !missed.is_empty() {
            let id = format!("test-missed-{}", kind.id().replace('_', "-"));
            let line = messages.say_with(&id, &[("ids", missed.join(" · ").into())]);
            page.paragraph(4, "·", &line, Tone::Quiet);
        }
    }
}

fn missed(coverage: &Coverage, kind: Kind) -> impl Iterator<Item = &Goal> {
    coverage.missed().filter(move |goal| goal.kind == kind)
}

/// The lines that were never said, those of a situation together: `busy/insists:1,2,5`.
fn missed_lines(coverage: &Coverage) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let mut last = "";
    for goal in missed(coverage, Kind::Line) {
        let (situation, number) = goal.id.rsplit_once(':').unwrap_or((&goal.id, ""));
        match told.last_mut().filter(|_| situation == last) {
            Some(numbers) => {
                numbers.push(',');
                numbers.push_str(number);
            }
            None => told.push(printable(&goal.id)),
        }
        last = situation;
    }
    told
}

/// The tests for programs, with everything that happened in each call.
pub fn json(all: &[Tested], detail: Detail, messages: &Messages) -> Value {
    let tests = || all.iter().flat_map(|tested| &tested.tests);
    let scenarios: Vec<Value> = all
        .iter()
        .map(|tested| {
            let tests: Vec<Value> =
                tested.tests.iter().map(|test| test_json(tested, test, messages)).collect();
            let mut value = json!({ "scenario": tested.name, "passed": tested.passed(), "tests": tests });
            if detail == Detail::Coverage {
                value["coverage"] = coverage_json(&tested.coverage);
            }
            value
        })
        .collect();
    json!({
        "schema": SCHEMA,
        "language": messages.language().code(),
        "tests": tests().count(),
        "calls": tests().map(|test| test.calls.len()).sum::<usize>(),
        "failed": tests().filter(|test| !test.passed()).count(),
        "scenarios": scenarios,
    })
}

fn test_json(tested: &Tested, test: &Test, messages: &Messages) -> Value {
    let calls: Vec<Value> = test.calls.iter().map(|call| call_json(tested, call, messages)).collect();
    json!({ "name": test.name, "passed": test.passed(), "calls": calls })
}

fn call_json(tested: &Tested, call: &Call, messages: &Messages) -> Value {
    let faults: Vec<Value> = call
        .told(messages)
        .into_iter()
        .map(|(expectation, sentence, turn)| {
            let exchange = turn.and_then(|turn| call.exchange(turn));
            json!({
                "expectation": expectation,
                "text": sentence,
                "turn": turn.map(|turn| TurnIndex(turn).number()),
                "said": exchange.map(|(said, _)| said),
                "answer": exchange.and_then(|(_, answer)| answer),
            })
        })
        .collect();
    let played = &call.played;
    let outcome: Outcome = played.outcome;
    json!({
        "seed": played.seed,
        "passed": call.passed(),
        "outcome": outcome,
        "trust": played.trust,
        "patience": played.patience,
        "mood": played.mood,
        "score": call.evaluation.as_ref().and_then(|evaluation| evaluation.score).map(super::json::number),
        "disclosed": played.disclosed().map(|(fact, _)| fact).collect::<Vec<_>>(),
        "resolved": played.resolved().collect::<Vec<_>>(),
        "not_understood": played.not_understood().count(),
        "unsaid": played.unsaid,
        "faults": faults,
        "replay": tested.replay(played.seed),
        "events": played.events,
    })
}

fn coverage_json(coverage: &Coverage) -> Value {
    let mut value = json!({ "percent": coverage.percent() });
    for kind in Kind::ALL {
        let (reached, of) = coverage.count(kind);
        let missed: Vec<Value> =
            missed(coverage, kind).map(|goal| json!({ "id": goal.id, "text": goal.text })).collect();
        value[kind.id()] = json!({ "reached": reached, "of": of, "missed": missed });
    }
    value
}
