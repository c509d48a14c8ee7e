//! `ensayo eval`: labelled turns in, how well the ear hears them out.

use std::io::Write as _;
use std::path::PathBuf;

use clap::ValueEnum;

use super::asked::{Hearer, Layer};
use super::context::Context;
use super::failure::{Failure, Status};
use super::labelled::Reader;
use super::typed::Locale;
use crate::content;
use crate::diagnostic::closest;
use crate::eval::{Tally, View};
use crate::nlu::{Act, Inventory, SOME_DAY};
use crate::report::eval::{self as report, Confusions};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "FILES", required = true)]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "VIEW", value_enum, default_value_t = By::Act)]
    by: By,
    #[arg(long, value_name = "LAYER", value_enum, default_value_t = Layer::Both)]
    layer: Layer,
    #[arg(long)]
    confusions: bool,
    #[arg(long, value_name = "ACT")]
    errors: Option<String>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// A view as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    #[value(alias = "acto")]
    Act,
    #[value(alias = "familia")]
    Family,
    #[value(alias = "estilo")]
    Style,
    #[value(alias = "pais", alias = "país")]
    Country,
    #[value(alias = "hablante")]
    Speaker,
    #[value(alias = "origen")]
    Source,
}

impl From<By> for View {
    fn from(by: By) -> Self {
        match by {
            By::Act => Self::Act,
            By::Family => Self::Family,
            By::Style => Self::Style,
            By::Country => Self::Country,
            By::Speaker => Self::Speaker,
            By::Source => Self::Source,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let inventory = content::inventory(&context.library)?;
    let watched = args.errors.as_deref().map(|act| watched(act, &inventory)).transpose()?;
    let locale = Locale { language: context.language(), country: None };
    let hearer = Hearer::new(locale, SOME_DAY, args.layer);
    let mut tally = Tally::new(args.by.into(), watched);
    let mut status = Status::Fine;
    let reader = Reader { inventory: &inventory, locale };
    for path in &args.files {
        let read = reader.read(path, context, &mut |read, context| {
            let heard = hearer.hear(&read.asked, read.locale, &context.library)?;
            tally.add(&read.labelled, &heard);
            Ok(())
        })?;
        status = status.max(read);
    }
    let confusions = if args.confusions { Confusions::Shown } else { Confusions::LeftOut };
    match args.format {
        Format::Text => {
            let text = report::text(&tally, confusions, &context.messages, context.style());
            write!(context.out, "{text}")?;
        }
        Format::Json => {
            let json = report::json(&tally, confusions, &context.messages);
            writeln!(context.out, "{json:#}")?;
        }
    }
    Ok(status)
}

/// The act or family whose mistakes are asked for.
fn watched(act: &str, inventory: &Inventory) -> Result<Act, Failure> {
    if inventory.knows(act) {
        return Ok(Act::from(act));
    }
    let suggestion = closest(act, inventory.ids()).unwrap_or("none");
    Err(Failure::said("eval-no-such-act", [("act", act.into()), ("suggestion", suggestion.into())]))
}
