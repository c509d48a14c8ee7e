//! `ensayo test`: plays the tests of scenarios, each with every one of its seeds, and tells which did not go as their
//! author expects. Scenarios are shared out among threads; who plays one changes nothing in its result.

mod threads;

use std::io::Write as _;

use clap::ValueEnum;

use super::annotate::jobs;
use super::cards::{self, Card};
use super::context::Context;
use super::failure::{Failure, Status};
use super::typed;
use crate::content;
use crate::library::Library;
use crate::messages::{Arg, Messages};
use crate::nlu::Ear;
use crate::report::trial::{self, Call, Detail, ScoreFault, Test, Tested};
use crate::rubric::Judge;
use crate::simulator::Scenario;
use crate::simulator::trial::{Coverage, Trial};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "SCENARIO")]
    scenarios: Vec<String>,
    #[arg(long, value_name = "NAME", default_value = cards::DEFAULT)]
    rubric: String,
    #[arg(long)]
    coverage: bool,
    #[arg(long, value_name = "PERCENT", value_parser = typed::percent)]
    at_least: Option<u8>,
    #[arg(long, value_name = "JOBS", default_value_t = 0)]
    jobs: usize,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let card = cards::load(&args.rubric, &context.library, &content::inventory(&context.library)?)?;
    if !card.faults.is_empty() {
        context.complain(&Failure::Findings(card.faults.clone()))?;
    }
    let names = if args.scenarios.is_empty() {
        content::scenarios(&context.library).into_iter().map(|item| item.id).collect()
    } else {
        args.scenarios.clone()
    };
    let library = &context.library;
    let played = threads::each(&names, jobs(args.jobs), |name| test(name, &card, library));
    let mut all = Vec::with_capacity(played.len());
    let mut fine = true;
    for played in played {
        match played {
            Ok(tested) => all.push(tested),
            Err(failure) => {
                context.complain(&failure)?;
                fine = false;
            }
        }
    }
    let covers = args.coverage || args.at_least.is_some();
    let detail = if covers { Detail::Coverage } else { Detail::Results };
    match args.format {
        Format::Text => {
            let text = trial::text(&all, detail, &context.messages, context.style());
            write!(context.out, "{text}")?;
        }
        Format::Json => writeln!(context.out, "{:#}", trial::json(&all, detail, &context.messages))?,
    }
    fine &= all.iter().all(Tested::passed);
    if let Some(least) = args.at_least {
        for tested in all.iter().filter(|tested| tested.coverage.percent() < usize::from(least)) {
            let of = [
                ("scenario", Arg::from(&tested.name)),
                ("percent", tested.coverage.percent().into()),
                ("least", u32::from(least).into()),
            ];
            context.complain(&Failure::said("test-too-little", of))?;
            fine = false;
        }
    }
    Ok(if fine { Status::Fine } else { Status::Failed })
}

/// Plays all tests of a scenario.
fn test(name: &str, card: &Card, library: &Library) -> Result<Tested, Failure> {
    let scenario = content::scenario(name, library)?;
    let mut coverage = Coverage::new(&scenario);
    let mut tests = Vec::with_capacity(scenario.trials.len());
    if !scenario.trials.is_empty() {
        let ear = content::ear_for(&scenario.own_words(), library)?;
        let stage = Stage {
            scenario: &scenario,
            messages: Messages::new(scenario.language),
            judge: Judge::new(&card.scorecard).with_lexicons(ear.lexicon().hash()),
            ear,
        };
        for trial in &scenario.trials {
            let calls: Vec<Call> = trial.seeds.iter().map(|seed| stage.play(trial, *seed)).collect();
            for call in &calls {
                coverage.note(&call.played);
            }
            tests.push(Test { name: trial.name.clone(), calls });
        }
    }
    Ok(Tested { name: name.to_owned(), tests, coverage })
}

/// All that it takes to play and judge a call of one scenario.
struct Stage<'a> {
    scenario: &'a Scenario,
    /// In the language of the scenario.
    messages: Messages,
    ear: Ear,
    judge: Judge<'a>,
}

impl Stage<'_> {
    fn play(&self, trial: &Trial, seed: u64) -> Call {
        let played = trial.play(self.scenario, &self.messages, &self.ear, seed);
        let evaluation = trial.expected.score.map(|_| self.judge.evaluate_rehearsed(&played.call, &played.rehearsed));
        let band = trial.expected.score.zip(evaluation.as_ref());
        Call {
            faults: trial.faults(self.scenario, &played),
            score: band.and_then(|(band, evaluation)| ScoreFault::of(band, evaluation)),
            evaluation,
            played,
        }
    }
}
