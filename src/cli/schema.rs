//! `ensayo schema`: the JSON Schema of a format, for editors.

use std::io::Write as _;

use clap::ValueEnum;

use super::context::Context;
use super::failure::{Failure, Status};
use crate::content;
use crate::library::Kind;
use crate::messages::Language;
use crate::schema::{Format, Names, document};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "KIND", value_enum, default_value_t = Which::Scenario)]
    kind: Which,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Which {
    Scenario,
    Agent,
    Scorecard,
    Lexicon,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let format = match args.kind {
        Which::Scenario => Format::Scenario,
        Which::Agent => Format::Agent,
        Which::Scorecard => Format::Scorecard,
        Which::Lexicon => Format::Lexicon,
    };
    let library = &context.library;
    let inventory = content::inventory(library)?;
    let mut commons = Vec::new();
    for language in Language::ALL {
        commons.push(content::common(language, library, &inventory)?);
    }
    let scripts = library.list(Kind::Script);
    let names = Names::new(&inventory, &commons, scripts.iter().map(|item| item.id.as_str()));
    let schema = document(format, &names, &context.messages);
    writeln!(context.out, "{schema:#}")?;
    Ok(Status::Fine)
}
