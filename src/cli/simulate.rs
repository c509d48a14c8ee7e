//! `ensayo simulate`: scripted agents play scenarios many times over, and what came of it.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::thread;

use clap::ValueEnum;

use super::context::Context;
use super::failure::{Failure, Status};
use crate::agent::{Cast, Plan, play, seed_of, series};
use crate::content;
use crate::library::Kind;
use crate::messages::{Language, Messages};
use crate::nlu::Ear;
use crate::report::simulation::{self, Simulated, Simulation};
use crate::simulator::Scenario;
use crate::source::Source;

/// The word for every agent there is.
const ALL: [&str; 2] = ["all", "todos"];

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "SCENARIO")]
    scenarios: Vec<String>,
    #[arg(long, value_name = "AGENT", default_value = "all")]
    agent: Vec<String>,
    #[arg(long, value_name = "RUNS", default_value_t = 1000)]
    runs: u32,
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    seed: u64,
    #[arg(long, value_name = "JOBS")]
    jobs: Option<u32>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[arg(long, value_name = "RUN")]
    show: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Svg,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let names = if args.scenarios.is_empty() {
        content::scenarios(&context.library).into_iter().map(|item| item.id).collect()
    } else {
        args.scenarios.clone()
    };
    let jobs = args.jobs.unwrap_or_else(|| {
        thread::available_parallelism().map_or(1, |cores| u32::try_from(cores.get()).unwrap_or(1))
    });
    let plan = Plan { runs: args.runs, seed: args.seed, jobs };
    let mut simulations = Vec::new();
    let mut transcripts = String::new();
    for name in &names {
        let stage = Stage::new(name, &args.agent, context)?;
        match args.show {
            Some(number) => transcripts.push_str(&stage.transcripts(number, plan, context)),
            None => simulations.push(stage.simulation(plan, context)?),
        }
    }
    let document = match (args.show, args.format) {
        (Some(_), _) => transcripts,
        (None, Format::Text) => simulation::text(&simulations, &context.messages, context.style()),
        (None, Format::Json) => format!("{:#}\n", simulation::json(&simulations)),
        (None, Format::Svg) => simulation::svg(&simulations, &context.messages),
    };
    match &args.out {
        Some(path) => fs::write(path, document).map_err(|error| {
            let reason = format!("{}: {error}", path.display());
            Failure::said("cannot-write", [("reason", reason.into())])
        })?,
        None => write!(context.out, "{document}")?,
    }
    Ok(Status::Fine)
}

/// Everything that is needed to play one scenario.
struct Stage {
    scenario: Source,
    agents: Vec<Source>,
    cast: Cast,
    ear: Ear,
    spoken: Messages,
}

impl Stage {
    fn new(name: &str, agents: &[String], context: &Context) -> Result<Self, Failure> {
        let library = &context.library;
        let scenario = library.source(Kind::Scenario, name)?;
        let language = Scenario::language_of(&scenario).unwrap_or_default();
        let mut sources = Vec::new();
        for agent in agents {
            let names = if ALL.contains(&agent.as_str()) {
                content::agents(language, library)
            } else {
                vec![agent.clone()]
            };
            for name in names {
                sources.push(content::agent_source(&name, language, library)?);
            }
        }
        let cast = content::cast(scenario.clone(), &sources, library)?;
        for agent in &cast.agents {
            speaks(agent.language, &cast)?;
        }
        let ear = content::ear_for(&cast.scenario.own_words(), library)?;
        Ok(Self { scenario, agents: sources, spoken: Messages::new(language), cast, ear })
    }

    fn simulation(&self, plan: Plan, context: &Context) -> Result<Simulation, Failure> {
        // A cast stays with its thread; what it is made of goes to all of them.
        let (scenario, agents, library) = (&self.scenario, &self.agents, &context.library);
        let make = || content::cast(scenario.clone(), agents, library);
        let played = series(&make, plan, (&self.spoken, &self.ear))?;
        let scenario = &self.cast.scenario;
        let agents = self.cast.agents.iter().zip(played).map(|(agent, played)| Simulated {
            agent: agent.id.clone(),
            title: agent.title.clone(),
            tally: played.tally,
        });
        Ok(Simulation {
            scenario: scenario.id.clone(),
            title: scenario.title.clone(),
            level: scenario.level,
            facts: scenario.facts.keys().cloned().collect(),
            runs: plan.runs,
            seed: plan.seed,
            agents: agents.collect(),
        })
    }

    /// One call of each agent, to be read.
    fn transcripts(&self, number: u32, plan: Plan, context: &Context) -> String {
        let scenario = &self.cast.scenario;
        let mut text = String::new();
        for agent in &self.cast.agents {
            // Runs are counted from 1 where people count them.
            let seed = seed_of(plan.seed, &scenario.id, &agent.id, number.saturating_sub(1));
            let run = play(scenario, agent, seed, (&self.spoken, &self.cast.conditions, &self.ear));
            let args = [
                ("scenario", scenario.id.as_str().into()),
                ("agent", agent.title.as_str().into()),
                ("run", number.into()),
            ];
            text.push_str(&context.messages.say_with("simulate-call", &args));
            text.push_str("\n\n");
            text.push_str(&simulation::transcript(&run, scenario, &context.messages, context.style()));
            text.push('\n');
        }
        text
    }
}

/// An agent of another language would not be understood.
fn speaks(language: Language, cast: &Cast) -> Result<(), Failure> {
    if language == cast.scenario.language {
        return Ok(());
    }
    Err(Failure::said(
        "simulate-other-language",
        [
            ("scenario", cast.scenario.id.as_str().into()),
            ("language", cast.scenario.language.code().into()),
            ("agent", language.code().into()),
        ],
    ))
}
