//! What is said when the arguments cannot be understood: the parser's findings in the user's language.

use std::error::Error as _;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::Status;
use crate::diagnostic::{closest, printable};
use crate::messages::{Arg, Messages};

/// Prints what the parser has to say: help on standard output, faults on standard error.
pub(super) fn answer(error: &clap::Error, messages: &Messages) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let text = error.render();
        let mut out = io::stdout().lock();
        let styled = out.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let text = if styled { text.ansi().to_string() } else { text.to_string() };
        return match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Status::Failed.into(),
            _ => Status::Fine.into(),
        };
    }
    // Where not even that can be written, the exit code is all that is left.
    let _ = writeln!(io::stderr(), "{}", explain(error, messages));
    Status::Usage.into()
}

/// The fault in a sentence, what was probably meant, and where to read on.
fn explain(error: &clap::Error, messages: &Messages) -> String {
    let texts = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    let text = |kind| texts(kind).join(", ");
    let arg = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let command = text(ContextKind::InvalidSubcommand);
    let (id, meant) = match error.kind() {
        ErrorKind::InvalidSubcommand => ("usage-unknown-command", texts(ContextKind::SuggestedSubcommand)),
        ErrorKind::UnknownArgument => ("usage-unknown-argument", texts(ContextKind::SuggestedArg)),
        ErrorKind::InvalidValue if value.is_empty() => ("usage-value-missing", Vec::new()),
        ErrorKind::InvalidValue => ("usage-invalid-value", texts(ContextKind::SuggestedValue)),
        ErrorKind::ValueValidation => ("usage-value-refused", Vec::new()),
        ErrorKind::MissingRequiredArgument => ("usage-argument-missing", Vec::new()),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("usage-command-missing", Vec::new())
        }
        ErrorKind::ArgumentConflict => ("usage-conflict", Vec::new()),
        ErrorKind::NoEquals
        | ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues => ("usage-wrong-number-of-values", Vec::new()),
        ErrorKind::InvalidUtf8 => ("usage-not-unicode", Vec::new()),
        _ => ("usage-other", Vec::new()),
    };
    let reason = match error.kind() {
        // Our own value parsers name a sentence of the catalogue; those of others have their own words.
        ErrorKind::ValueValidation => {
            error.source().map(|source| messages.say(&source.to_string())).unwrap_or_default()
        }
        _ => error.kind().to_string(),
    };
    let args: Vec<(&str, Arg)> = vec![
        ("arg", arg.as_str().into()),
        ("value", value.as_str().into()),
        ("command", command.as_str().into()),
        ("known", text(ContextKind::ValidValue).into()),
        ("other", text(ContextKind::PriorArg).into()),
        ("reason", reason.into()),
    ];
    let mut said = format!("{}: {}", messages.say("diag-error"), messages.say_with(id, &args));
    // Of several, the one nearest to what was typed; `list` and `listar` are one command.
    let typed = [&command, &value, &arg].into_iter().find(|typed| !typed.is_empty());
    let nearest = typed.and_then(|typed| closest(typed, meant.iter().map(String::as_str)));
    if let Some(suggestion) = nearest.or(meant.first().map(String::as_str)) {
        let help = messages.say_with("usage-suggestion", &[("suggestion", suggestion.into())]);
        said = format!("{said}\n  {}: {help}", messages.say("diag-help"));
    }
    printable(&format!("{said}\n\n{}", messages.say("usage-read-on")))
}
