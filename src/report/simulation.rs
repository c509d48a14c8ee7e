//! What simulated calls came to: a table and bars for people, a document for programs. Shares are rounded once, from
//! the exact counts.

mod svg;

use serde_json::{Map, Value, json};
use unicode_width::UnicodeWidthStr as _;

use super::layout::{Page, Style, Tone};
use crate::agent::{Run, Tally};
use crate::call::Speaker;
use crate::diagnostic::printable;
use crate::messages::{Arg, Messages};
use crate::simulator::{Outcome, Scenario, Standing};

pub(in crate::report) use svg::escaped;
pub use svg::svg;

/// The schema of the value that `json` makes.
pub const SCHEMA: &str = "ensayo/simulation/1";

/// Standings, from the best to the worst.
const STANDINGS: [Standing; 3] = [Standing::Good, Standing::Acceptable, Standing::Poor];

/// The calls of one scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Simulation {
    pub scenario: String,
    pub title: String,
    pub level: u8,
    /// What may come out, by id.
    pub facts: Vec<String>,
    pub runs: u32,
    pub seed: u64,
    pub agents: Vec<Simulated>,
}

/// What one agent came to in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Simulated {
    pub agent: String,
    pub title: String,
    pub tally: Tally,
}

/// Tenths of `part` of `whole` times `scale`, rounded half up: "92.1".
fn tenths(part: u64, whole: u64, scale: u64) -> Option<u64> {
    let (part, whole, scale) = (u128::from(part), u128::from(whole), u128::from(scale));
    (whole > 0).then(|| u64::try_from((part * scale * 20 + whole) / (whole * 2)).unwrap_or(u64::MAX))
}

fn shown(tenths: Option<u64>) -> String {
    tenths.map_or_else(|| "—".to_owned(), |tenths| format!("{}.{}", tenths / 10, tenths % 10))
}

/// "92.1 %".
fn percent(part: u64, whole: u64) -> String {
    match tenths(part, whole, 100) {
        Some(share) => format!("{} %", shown(Some(share))),
        None => "—".to_owned(),
    }
}

/// How many of the facts came out, of all that could have.
fn facts(simulation: &Simulation, tally: &Tally) -> (u64, u64) {
    (tally.disclosed.values().sum(), tally.runs * simulation.facts.len() as u64)
}

/// The figures for a person at a terminal.
pub fn text(simulations: &[Simulation], messages: &Messages, style: Style) -> String {
    let mut page = Page::new(style);
    for (at, simulation) in simulations.iter().enumerate() {
        if at > 0 {
            page.blank();
        }
        one(&mut page, simulation, messages);
    }
    page.finish()
}

fn one(page: &mut Page, simulation: &Simulation, messages: &Messages) {
    let args = [
        ("title", Arg::from(printable(&simulation.title))),
        ("scenario", Arg::from(printable(&simulation.scenario))),
        ("level", i64::from(simulation.level).into()),
    ];
    page.paragraph(0, "", &messages.say_with("simulate-heading", &args), Tone::Heading);
    let args = [("runs", Arg::from(simulation.runs)), ("seed", simulation.seed.to_string().into())];
    page.paragraph(0, "", &messages.say_with("simulate-runs", &args), Tone::Quiet);
    page.blank();
    table(page, simulation, messages);
    page.blank();
    bars(page, simulation, messages);
    page.blank();
    for simulated in &simulation.agents {
        let said = outcomes(simulated, messages);
        page.paragraph(0, &format!("{}:", printable(&simulated.title)), &said, Tone::Plain);
    }
}

fn table(page: &mut Page, simulation: &Simulation, messages: &Messages) {
    let columns = ["agent", "good", "acceptable", "poor", "kept", "facts", "turns", "not-understood"];
    let cells = |simulated: &Simulated| {
        let tally = &simulated.tally;
        let (kept, promises) = tally.promises();
        let (told, tellable) = facts(simulation, tally);
        let [good, acceptable, poor] = STANDINGS.map(|it| percent(tally.standing(it), tally.runs));
        [
            printable(&simulated.title),
            good,
            acceptable,
            poor,
            percent(kept, promises),
            percent(told, tellable),
            shown(tenths(tally.turns, tally.runs, 1)),
            percent(tally.not_understood, tally.turns),
        ]
    };
    let mut rows = vec![columns.map(|column| messages.say(&format!("simulate-column-{column}")))];
    rows.extend(simulation.agents.iter().map(cells));
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    for (at, row) in rows.iter().enumerate() {
        let tone = if at == 0 { Tone::Heading } else { Tone::Plain };
        let padded: Vec<String> = row
            .iter()
            .enumerate()
            .map(|(column, cell)| match column {
                0 => cell.clone(),
                _ => format!("{}{cell}", " ".repeat(width(column) - cell.width())),
            })
            .collect();
        let cells: Vec<_> =
            padded.iter().enumerate().map(|(column, cell)| (cell.as_str(), width(column), tone)).collect();
        page.row(0, &cells);
    }
}

/// A bar for each agent: good, acceptable, poor.
fn bars(page: &mut Page, simulation: &Simulation, messages: &Messages) {
    let names = simulation.agents.iter().map(|it| printable(&it.title).width()).max().unwrap_or(0);
    let room = (page.width().saturating_sub(names + 2)).clamp(10, 60) as u64;
    for simulated in &simulation.agents {
        let tally = &simulated.tally;
        let until =
            |count: u64| if tally.runs == 0 { 0 } else { (count * room * 2 + tally.runs) / (tally.runs * 2) };
        let good = until(tally.standing(Standing::Good));
        let middling = until(tally.standing(Standing::Good) + tally.standing(Standing::Acceptable));
        let bar = |mark: &str, length: u64| mark.repeat(usize::try_from(length).unwrap_or(0));
        let [first, second, third] = [
            bar("█", good),
            bar("▒", middling.saturating_sub(good)),
            bar("░", room.saturating_sub(middling)),
        ];
        let title = printable(&simulated.title);
        page.bar(
            &format!("{title}{}  ", " ".repeat(names - title.width())),
            &[(&first, Tone::Good), (&second, Tone::Middling), (&third, Tone::Bad)],
        );
    }
    page.paragraph(names + 2, "", &messages.say("simulate-legend"), Tone::Quiet);
}

/// The outcomes that there were, the most frequent first.
fn outcomes(simulated: &Simulated, messages: &Messages) -> String {
    let tally = &simulated.tally;
    let mut counts: Vec<(Outcome, u64)> =
        tally.outcomes.iter().map(|(outcome, count)| (*outcome, *count)).collect();
    counts.sort_by_key(|(outcome, count)| (std::cmp::Reverse(*count), *outcome));
    let mut said: Vec<String> = counts
        .iter()
        .map(|(outcome, count)| format!("{} {count}", messages.say(&outcome_message(*outcome))))
        .collect();
    if tally.endless > 0 {
        said.push(messages.say_with("simulate-endless", &[("count", tally.endless.into())]));
    }
    said.join(" · ")
}

fn outcome_message(outcome: Outcome) -> String {
    format!("outcome-{}", outcome.id().replace('_', "-"))
}

/// The figures for programs: counts, and the shares that people are shown.
pub fn json(simulations: &[Simulation]) -> Value {
    let scenarios: Vec<Value> = simulations
        .iter()
        .map(|simulation| {
            let agents: Vec<Value> =
                simulation.agents.iter().map(|simulated| agent_json(simulation, simulated)).collect();
            json!({
                "scenario": simulation.scenario,
                "title": simulation.title,
                "level": simulation.level,
                "runs": simulation.runs,
                "seed": simulation.seed,
                "facts": simulation.facts,
                "agents": agents,
            })
        })
        .collect();
    json!({ "schema": SCHEMA, "scenarios": scenarios })
}

fn agent_json(simulation: &Simulation, simulated: &Simulated) -> Value {
    let tally = &simulated.tally;
    let counts = |pairs: Vec<(&str, u64)>| -> Map<String, Value> {
        pairs.into_iter().map(|(name, count)| (name.to_owned(), count.into())).collect()
    };
    let outcomes = counts(tally.outcomes.iter().map(|(outcome, count)| (outcome.id(), *count)).collect());
    let standings = counts(STANDINGS.iter().map(|it| (it.id(), tally.standing(*it))).collect());
    let told = counts(
        simulation
            .facts
            .iter()
            .map(|fact| (fact.as_str(), tally.disclosed.get(fact).copied().unwrap_or(0)))
            .collect(),
    );
    let (kept, promises) = tally.promises();
    let (came_out, tellable) = facts(simulation, tally);
    json!({
        "agent": simulated.agent,
        "title": simulated.title,
        "outcomes": outcomes,
        "standings": standings,
        "disclosed": told,
        "promises": promises,
        "promises_kept": kept,
        "turns": tally.turns,
        "not_understood": tally.not_understood,
        "endless": tally.endless,
        "per_thousand": {
            "good": tenths(tally.standing(Standing::Good), tally.runs, 100),
            "acceptable": tenths(tally.standing(Standing::Acceptable), tally.runs, 100),
            "poor": tenths(tally.standing(Standing::Poor), tally.runs, 100),
            "disclosed": tenths(came_out, tellable, 100),
            "promises_kept": tenths(kept, promises, 100),
            "not_understood": tenths(tally.not_understood, tally.turns, 100),
        },
    })
}

/// One call, to be read: who said what, and which move of the agent it was.
pub fn transcript(run: &Run, scenario: &Scenario, messages: &Messages, style: Style) -> String {
    let mut page = Page::new(style);
    let mut moves = run.moves.iter();
    for turn in &run.turns {
        let (who, tone) = match turn.speaker {
            Speaker::Agent => (moves.next().map_or("", String::as_str), Tone::Heading),
            Speaker::ThirdParty => {
                (scenario.answered_by.as_ref().map_or("", |other| other.name.as_str()), Tone::Middling)
            }
            _ => (scenario.persona.name.as_str(), Tone::Middling),
        };
        page.paragraph(0, &format!("{}:", printable(who)), &printable(&turn.text), tone);
    }
    page.blank();
    let args = [
        ("outcome", Arg::from(messages.say(&outcome_message(run.outcome)))),
        ("standing", messages.say(&format!("standing-{}", run.standing.id())).into()),
    ];
    page.paragraph(0, "", &messages.say_with("debrief-outcome", &args), Tone::Heading);
    page.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_once_and_nothing_of_nothing_has_none() {
        assert_eq!(percent(2, 3), "66.7 %");
        assert_eq!(percent(1, 8), "12.5 %");
        assert_eq!(percent(0, 0), "—");
        assert_eq!(shown(tenths(25, 2, 1)), "12.5");
    }
}
