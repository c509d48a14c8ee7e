//! `ensayo graph`: a scenario as a drawing, and how often calls got to each part of it.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use clap::ValueEnum;

use super::context::Context;
use super::failure::{Failure, Status};
use crate::agent::{play, seed_of};
use crate::content;
use crate::library::Kind;
use crate::messages::Messages;
use crate::nlu::Remembering;
use crate::report::graph::{Counted, Graph, mermaid, svg};
use crate::simulator::Scenario;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "SCENARIO")]
    scenario: String,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Mermaid)]
    format: Format,
    #[arg(long, value_name = "RUNS")]
    runs: Option<u32>,
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    seed: u64,
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Mermaid,
    Svg,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let inventory = content::inventory(&context.library)?;
    let scenario = content::scenario(&args.scenario, &context.library)?;
    let counted = args.runs.map(|runs| count(args, runs, &scenario, context)).transpose()?;
    let graph = Graph::of(&scenario, &inventory, counted.as_ref(), &context.messages);
    let document = match args.format {
        Format::Mermaid => mermaid(&graph),
        Format::Svg => svg(&graph),
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

/// Plays every agent of the language so many times, and the scenario's own tests.
fn count(args: &Args, runs: u32, scenario: &Scenario, context: &Context) -> Result<Counted, Failure> {
    let library = &context.library;
    let language = scenario.language;
    let mut sources = Vec::new();
    for name in content::agents(language, library) {
        sources.push(content::agent_source(&name, language, library)?);
    }
    let cast = content::cast(library.source(Kind::Scenario, &args.scenario)?, &sources, library)?;
    let ear = content::ear_for(&scenario.own_words(), library)?;
    let remembering = Remembering::new(&ear);
    let spoken = Messages::new(language);
    let mut counted = Counted::default();
    for agent in &cast.agents {
        for run in 0..runs {
            let seed = seed_of(args.seed, &scenario.id, &agent.id, run);
            let run = play(scenario, agent, seed, (&spoken, &cast.conditions, &remembering));
            counted.agents.add_run(&run);
        }
    }
    for trial in &scenario.trials {
        for seed in &trial.seeds {
            counted.tests.add_test(&trial.play(scenario, &spoken, &ear, *seed));
        }
    }
    Ok(counted)
}
