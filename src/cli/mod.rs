//! The command line: what was typed, in the user's language, handed to the library.
//!
//! A subcommand is a file with its `Args` and its `run`, and one line in `commands!` below; what it says in
//! `--help` is in `messages/*/cli.ftl`, by the names of its arguments.

mod asked;
mod cards;
mod context;
mod crew;
mod ears;
mod failure;
mod labelled;
mod localise;
mod output;
mod typed;
mod usage;

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{ArgAction, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::messages::{Language, Messages};
use context::{ColorChoice, Context};
use failure::{Failure, Status};

/// Declares the subcommands: module, variant, and the name in Spanish.
macro_rules! commands {
    ($($module:ident $variant:ident $alias:literal),* $(,)?) => {
        $(mod $module;)*

        #[derive(Debug, Subcommand)]
        enum Command {
            $(#[command(alias = $alias)] $variant($module::Args),)*
        }

        impl Command {
            fn run(self, context: &mut Context) -> Result<Status, Failure> {
                match self {
                    $(Self::$variant(args) => $module::run(&args, context),)*
                }
            }
        }
    };
}

commands! {
    annotate Annotate "anotar",
    check Check "revisar",
    eval Eval "medir",
    explain Explain "explicar",
    graph Graph "dibujar",
    learn Learn "aprender",
    list List "listar",
    new New "nuevo",
    practice Practice "practicar",
    schema Schema "esquema",
    score Score "evaluar",
    show Show "mostrar",
    simulate Simulate "simular",
    test Test "probar",
}

#[derive(Debug, Parser)]
#[command(
    name = "ensayo",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    max_term_width = 100
)]
struct Root {
    #[arg(long, global = true, display_order = 100, value_name = "LANG", value_parser = ["es", "en"])]
    lang: Option<String>,
    #[arg(long, global = true, display_order = 101, value_name = "WHEN", value_enum, default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
    #[arg(short, long, global = true, display_order = 102, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, display_order = 103, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Runs the program with its arguments, the first of which is its own name.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = help_as_option(args.into_iter().collect());
    let messages = Messages::new(language(&args));
    let parsed = localise::command(Root::command(), &messages)
        .try_get_matches_from(args)
        .and_then(|matches| Root::from_arg_matches(&matches));
    let root = match parsed {
        Ok(root) => root,
        Err(error) => return usage::answer(&error, &messages),
    };
    let mut context = Context::new(messages, root.color);
    let result = match root.command {
        Some(command) => command.run(&mut context),
        None => welcome(&mut context),
    };
    match result.and_then(|status| context.out.flush().map(|()| status).map_err(Failure::from)) {
        Ok(status) => status.into(),
        // Whoever reads has read enough.
        Err(failure) if failure.is_broken_pipe() => Status::Fine.into(),
        Err(failure) => {
            let text = failure.explain(&context.messages, context.styled_errors);
            // Where not even that can be written, the exit code is all that is left.
            let _ = writeln!(io::stderr(), "{text}");
            Status::Failed.into()
        }
    }
}

/// What `ensayo` alone says.
fn welcome(context: &mut Context) -> Result<Status, Failure> {
    let text = context.messages.say_with("welcome", &[("version", env!("CARGO_PKG_VERSION").into())]);
    writeln!(context.out, "{text}")?;
    Ok(Status::Fine)
}

/// The language to speak: `--lang`, which has to be known before the arguments are read, since their faults are
/// told in it; or the environment's; or Spanish.
fn language(args: &[OsString]) -> Language {
    let typed = args.iter().enumerate().find_map(|(at, arg)| {
        let arg = arg.to_str()?;
        match arg.strip_prefix("--lang=") {
            Some(tag) => Language::from_tag(tag),
            None if arg == "--lang" => Language::from_tag(args.get(at + 1)?.to_str()?),
            None => None,
        }
    });
    let set = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| env::var(name).ok().and_then(|tag| Language::from_tag(&tag)))
    };
    typed.or_else(set).unwrap_or_default()
}

/// `ensayo help list` asks for `ensayo list --help`.
fn help_as_option(mut args: Vec<OsString>) -> Vec<OsString> {
    let asks = |arg: &OsString| ["help", "ayuda"].iter().any(|word| arg == OsStr::new(word));
    if args.get(1).is_some_and(asks) {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

#[cfg(test)]
mod tests {
    use clap::Command;

    use super::*;

    /// The ids of every text that the help needs, subcommand by subcommand.
    fn texts(command: &Command, prefix: &str, ids: &mut Vec<String>) {
        let id = format!("{prefix}{}", command.get_name());
        ids.push(id.clone());
        for arg in command.get_arguments() {
            ids.push(format!("{id}-{}", arg.get_id()));
            if arg.get_action().takes_values() {
                ids.extend(arg.get_value_names().into_iter().flatten().map(|name| localise::value_id(name)));
            }
        }
        for subcommand in command.get_subcommands() {
            let prefix = if command.get_name() == "ensayo" { prefix.to_owned() } else { format!("{id}-") };
            texts(subcommand, &prefix, ids);
        }
    }

    #[test]
    fn every_subcommand_and_argument_has_its_help_in_both_languages() {
        let mut ids = Vec::new();
        texts(&Root::command(), "help-", &mut ids);
        assert!(ids.contains(&"help-list-kind".to_owned()), "{ids:?}");
        for language in Language::ALL {
            let messages = Messages::new(language);
            for id in &ids {
                assert!(messages.find(id, &[]).is_some(), "{language}: {id}");
            }
        }
    }

    #[test]
    fn the_arguments_fit_together_in_both_languages() {
        for language in Language::ALL {
            localise::command(Root::command(), &Messages::new(language)).debug_assert();
        }
    }

    #[test]
    fn each_subcommand_answers_to_its_spanish_name() {
        for (alias, name) in [("anotar", "annotate"), ("medir", "eval"), ("mostrar", "show")] {
            let command = Root::command();
            assert_eq!(command.find_subcommand(alias).map(Command::get_name), Some(name));
        }
    }

    #[test]
    fn the_language_typed_is_found_before_the_arguments_are_read() {
        let args = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language(&args("ensayo list --lang en")), Language::En);
        assert_eq!(language(&args("ensayo --lang=es list")), Language::Es);
    }

    #[test]
    fn help_before_a_name_is_help_after_it() {
        let args = ["ensayo", "ayuda", "list"].map(OsString::from).to_vec();
        assert_eq!(help_as_option(args), ["ensayo", "list", "--help"].map(OsString::from));
    }
}
