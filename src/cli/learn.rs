//! `ensayo learn`: labelled turns in, what the second layer of the ear learns from them out.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::context::Context;
use super::failure::{Failure, Status};
use super::labelled::{Read, Reader};
use super::typed::Locale;
use crate::content;
use crate::library::LEARNT;
use crate::messages::Language;
use crate::nlu::{Ear, Inventory, LabelledTurn, Party, teach};
use crate::transcript::Unreadable;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "FILES", required = true)]
    files: Vec<PathBuf>,
    #[arg(short, long, value_name = "FOLDER", default_value = "lexicons")]
    out: PathBuf,
    #[arg(long)]
    check: bool,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let inventory = content::inventory(&context.library)?;
    let locale = Locale { language: context.language(), country: None };
    let reader = Reader { inventory: &inventory, locale };
    let mut turns: Vec<(Language, LabelledTurn)> = Vec::new();
    let mut status = Status::Fine;
    for path in &args.files {
        let read = reader.read(path, context, &mut |read, _| {
            turns.extend(turn(read));
            Ok(())
        })?;
        status = status.max(read);
    }
    // Half of what was meant to be learnt is not what was meant.
    if status != Status::Fine {
        return Ok(status);
    }
    for language in Language::ALL {
        let own: Vec<LabelledTurn> =
            turns.iter().filter(|(spoken, _)| *spoken == language).map(|(_, turn)| turn.clone()).collect();
        if own.is_empty() {
            continue;
        }
        if args.check {
            status = status.max(check(language, &own, &inventory, context)?);
        } else {
            learn(language, &own, &args.out, context)?;
        }
    }
    Ok(status)
}

/// Whether what the library holds was learnt from these turns.
fn check(
    language: Language,
    turns: &[LabelledTurn],
    inventory: &Inventory,
    context: &mut Context,
) -> Result<Status, Failure> {
    let learnt = content::learnt(language, &context.library, inventory)?;
    let current = learnt.is_some_and(|learnt| learnt.is_taught_by(turns));
    let message = if current { "learn-current" } else { "learn-stale" };
    let said = context.messages.say_with(message, &[("language", language.code().into())]);
    writeln!(context.out, "{said}")?;
    Ok(if current { Status::Fine } else { Status::Faulty })
}

fn learn(
    language: Language,
    turns: &[LabelledTurn],
    out: &Path,
    context: &mut Context,
) -> Result<(), Failure> {
    let inventory = content::inventory(&context.library)?;
    let lexicon = content::lexicon(language, &context.library, &inventory)?;
    let folder = out.join(language.code());
    let path = folder.join(LEARNT);
    write(&folder, &path, &teach(&Ear::new(lexicon, inventory), turns))
        .map_err(|error| Unreadable::Io { path: path.clone(), error })?;
    let by = |party| turns.iter().filter(|turn| turn.by == party).count();
    let said = context.messages.say_with(
        "learn-done",
        &[
            ("language", language.code().into()),
            ("agent", by(Party::Agent).into()),
            ("debtor", by(Party::Debtor).into()),
            ("path", path.display().to_string().into()),
        ],
    );
    writeln!(context.out, "{said}")?;
    Ok(())
}

/// The turn to learn from; none where the system speaks.
fn turn(read: Read) -> Option<(Language, LabelledTurn)> {
    let turn = LabelledTurn {
        by: Party::of(read.labelled.speaker)?,
        after: read.asked.after().map(str::to_owned),
        text: read.labelled.text,
        acts: read.labelled.acts,
        maybe: read.labelled.maybe,
        unseen: !read.seen,
    };
    Some((read.locale.language, turn))
}

/// Writes beside the place and moves it there: what was there before stays whole until then.
fn write(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let beside = path.with_extension("part");
    fs::write(&beside, bytes)?;
    fs::rename(&beside, path)
}
