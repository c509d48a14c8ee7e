//! `ensayo new`: a first version of a scenario, from a few answers or from a real call; it plays at once.

mod answers;
mod choice;
mod keyboard;

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;

use super::context::Context;
use super::ears;
use super::failure::{Failure, Status};
use super::typed;
use crate::agent::{self, Agent};
use crate::authoring::{self, Cast, Chosen, Draft, RealCall};
use crate::call::Country;
use crate::content;
use crate::messages::{Arg, Language, Messages};
use crate::nlu::HeardCall;
use crate::simulator::{Common, Standing};
use crate::source::Source;
use crate::transcript::{self, Hints};
use answers::Questions;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "WHAT", value_enum)]
    what: What,
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long, value_name = "COUNTRY", value_parser = typed::country)]
    country: Option<Country>,
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    #[arg(long, value_name = "PRODUCT")]
    product: Option<String>,
    #[arg(long, value_name = "CREDITOR")]
    creditor: Option<String>,
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
    #[arg(long, value_name = "OBJECTION", value_delimiter = ',')]
    objection: Vec<String>,
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(1..=5))]
    level: Option<u8>,
    #[arg(long, value_name = "DATE", value_parser = typed::date)]
    date: Option<Date>,
    #[arg(long, value_name = "CALL")]
    from: Option<PathBuf>,
    #[arg(short, long)]
    yes: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    #[value(alias = "escenario")]
    Scenario,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let What::Scenario = args.what;
    // Nobody is to answer seven questions in vain.
    if let Some(taken) = args.file.as_deref().filter(|path| path.exists()) {
        return Err(exists(taken));
    }
    let heard = args.from.as_deref().map(|path| hear(path, args, context)).transpose()?;
    let language = heard.as_ref().map_or(context.language(), |heard| heard.call.language);
    let inventory = content::inventory(&context.library)?;
    let common = content::common(language, &context.library, &inventory)?;
    let mut questions = Questions::new(args, language, &common, context)?;
    let (draft, real) = questions.draft(heard.as_ref(), context)?;
    let path = args.file.clone().unwrap_or_else(|| PathBuf::from(format!("{}.yaml", draft.id())));
    let (text, best) = rehearsed(&path, &draft, &real, context)?;
    write(&path, &text)?;
    let path = path.display().to_string();
    writeln!(context.out, "{}", context.messages.say_with("new-written", &[("path", Arg::from(&path))]))?;
    if best != Standing::Good {
        writeln!(context.out, "\n{}", context.messages.say("new-not-won"))?;
    }
    if heard.is_some() {
        writeln!(context.out, "\n{}", context.messages.say("new-read-through"))?;
    }
    Ok(Status::Fine)
}

/// The file with its tests, and how the skilled call counts.
fn rehearsed(
    path: &Path,
    draft: &Draft,
    real: &RealCall,
    context: &Context,
) -> Result<(String, Standing), Failure> {
    let library = &context.library;
    let spoken = Messages::new(draft.language);
    let name = path.display().to_string();
    let inventory = content::inventory(library)?;
    let untested = authoring::sheet(draft, &[], &spoken);
    let scenario = content::scenario_of(Source::new(name, untested), library, &inventory)?;
    let ear = content::ear_for(&scenario.own_words(), library)?;
    let conditions = agent::conditions();
    let agent = |name: &str| -> Result<Agent, Failure> {
        let source = content::agent_source(name, draft.language, library)?;
        Ok(Agent::read(source, &inventory, &conditions)?)
    };
    let cast = Cast { scenario: &scenario, messages: &spoken, ear: &ear, conditions: &conditions };
    let rehearsed = authoring::rehearse(cast, &agent("skilled")?, &agent("pushy")?, &real.agent);
    Ok((authoring::sheet(draft, &rehearsed.attempts, &spoken), rehearsed.best))
}

/// Reads and hears a real call.
fn hear(path: &Path, args: &Args, context: &Context) -> Result<HeardCall, Failure> {
    let hints = Hints { country: args.country, date: args.date, ..Hints::default() };
    let call = transcript::read(path, &hints)?;
    let ear = content::ear(call.language, &context.library)?;
    let setting = ears::setting(&call);
    Ok(ear.hear_call(call, &setting))
}

/// Writes a file that was not there. What somebody else has written stays as it is.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => exists(path),
        _ => Failure::said("cannot-write", [("reason", format!("{}: {error}", path.display()).into())]),
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}

fn exists(path: &Path) -> Failure {
    Failure::said("new-exists", [("path", path.display().to_string().into())])
}

/// What is taken from a real call, under the names of the draft.
fn taken(heard: Option<&HeardCall>, name: &str, language: Language, common: &Common) -> RealCall {
    let spoken = Messages::new(language);
    let [agent, other, woman] =
        ["new-agent-name", "new-somebody", "new-somebody-woman"].map(|id| spoken.say(id));
    heard.map(|call| authoring::read_call(call, common, [name, &agent, &other, &woman])).unwrap_or_default()
}

/// Objections of the library by name.
fn chosen(names: &[&str], common: &Common) -> Result<Vec<Chosen>, Failure> {
    let mut chosen: Vec<Chosen> = Vec::new();
    for name in names {
        let Some(shelved) = common.objection(name) else {
            let known = common.objections().map(|(id, _)| id);
            let near = crate::diagnostic::closest(name, known).unwrap_or("none");
            return Err(Failure::said(
                "new-unknown-objection",
                [("name", Arg::from(*name)), ("suggestion", Arg::from(near))],
            ));
        };
        if !chosen.iter().any(|it| it.name == *name) {
            chosen.push(shelved.into());
        }
    }
    Ok(chosen)
}
