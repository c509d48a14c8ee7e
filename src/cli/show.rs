//! `ensayo show`: a piece of content as it stands, to be read, or copied and changed.

use std::io::Write as _;

use super::context::Context;
use super::failure::{Failure, Status};
use crate::diagnostic::printable;
use crate::library::{Kind, LibraryError};
use crate::messages::Arg;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "NAME")]
    name: String,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    // A terminal must not obey what somebody put into a file; a pipe gets the bytes.
    let source = find(&args.name, context)?;
    let text = source.text();
    if matches!(context.out, super::output::Output::Lines(_)) {
        write!(context.out, "{}", printable(&text.replace("\r\n", "\n")))?;
    } else {
        write!(context.out, "{text}")?;
    }
    if !text.ends_with('\n') {
        writeln!(context.out)?;
    }
    Ok(Status::Fine)
}

/// `rubrics/x` names its kind; a bare name is looked for in every kind, and must be of one only.
fn find(name: &str, context: &Context) -> Result<crate::source::Source, Failure> {
    let named = name.split_once('/').and_then(|(folder, rest)| {
        Some((Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?, rest))
    });
    if let Some((kind, id)) = named {
        return Ok(context.library.source(kind, id)?);
    }
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for kind in Kind::ALL {
        match context.library.source(kind, name) {
            Ok(source) => found.push((kind, source)),
            Err(LibraryError::NotFound(not_found)) => missing.extend(not_found.suggestion),
            Err(error) => return Err(error.into()),
        }
    }
    let kinds: Vec<String> = found.iter().map(|(kind, _)| format!("{}/{name}", kind.folder())).collect();
    // A path is the same file for every kind of its ending.
    found.dedup_by(|a, b| a.1 == b.1);
    match found.len() {
        1 => Ok(found.remove(0).1),
        0 => {
            let suggestion = crate::diagnostic::closest(name, missing.iter().map(String::as_str));
            Err(Failure::said(
                "show-not-found",
                [("name", Arg::from(name)), ("suggestion", suggestion.unwrap_or("none").into())],
            ))
        }
        _ => Err(Failure::said(
            "show-several",
            [("name", Arg::from(name)), ("kinds", kinds.join(", ").into())],
        )),
    }
}
