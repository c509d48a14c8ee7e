//! `ensayo check`: everything that is wrong with content, at its place, before anybody plays or scores with it.

mod content;
mod deep;
mod targets;

use std::io::Write as _;

use clap::ValueEnum;

use super::context::Context;
use super::failure::{Failure, Status};
use crate::report::findings::{self, Findings};
use content::{Checker, Depth};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "NAMES")]
    names: Vec<String>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
    #[arg(long)]
    deep: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let mut checker = Checker::new(&context.library, if args.deep { Depth::Played } else { Depth::Read });
    if args.names.is_empty() {
        checker.everything();
    }
    for name in &args.names {
        checker.named(name);
    }
    let (findings, failures) = checker.finish();
    for failure in &failures {
        context.complain(failure)?;
    }
    tell(&findings, args.format, context)?;
    Ok(match (failures.is_empty(), findings.errors()) {
        (false, _) => Status::Failed,
        (true, 0) => Status::Fine,
        (true, _) => Status::Faulty,
    })
}

fn tell(findings: &Findings, format: Format, context: &mut Context) -> Result<(), Failure> {
    match format {
        Format::Text => {
            let text = findings::text(findings, &context.messages, context.style());
            write!(context.out, "{text}")?;
        }
        Format::Json => writeln!(context.out, "{:#}", findings::json(findings, &context.messages))?,
    }
    Ok(())
}
