//! Puts the words of the catalogue on the bare structure that the derives give.

use clap::builder::StyledStr;
use clap::{Arg, Command};

use crate::messages::Messages;

/// The command with all its texts, ready to parse.
pub(super) fn command(root: Command, messages: &Messages) -> Command {
    let mut root = texts(root, "help-", Level::Root, messages);
    // Only a built command knows the full names of its subcommands, which usage lines show.
    root.build();
    usages(root, messages)
}

/// The catalogue's id for the name of a value: `FILES` is `value-files`.
pub(super) fn value_id(name: &str) -> String {
    format!("value-{}", name.to_lowercase().replace('_', "-"))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Root,
    Inner,
}

fn texts(command: Command, prefix: &str, level: Level, messages: &Messages) -> Command {
    let id = format!("{prefix}{}", command.get_name());
    let about = messages.say(&id);
    let aliases: Vec<&str> = command.get_all_aliases().collect();
    let listed = if aliases.is_empty() {
        about
    } else {
        let also = messages.say_with("help-also", &[("names", aliases.join(", ").into())]);
        format!("{about} {also}")
    };
    let long = messages.find(&format!("{id}-long"), &[]);
    let after = messages.find(&format!("{id}-after"), &[]);
    let inner = match level {
        Level::Root => prefix.to_owned(),
        Level::Inner => format!("{id}-"),
    };
    let mut command = command
        .about(listed)
        .long_about(long.map(kept))
        .help_template(template(messages))
        .subcommand_help_heading(kept(messages.say("help-heading-commands")))
        .subcommand_value_name(kept(messages.say("help-command-value")))
        .mut_args(|arg| argument(arg, &id, messages))
        .mut_subcommands(|subcommand| texts(subcommand, &inner, Level::Inner, messages));
    if let Some(after) = after {
        command = command.after_help(after);
    }
    command
}

fn template(messages: &Messages) -> StyledStr {
    format!(
        "{{before-help}}{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        messages.say("help-heading-usage")
    )
    .into()
}

fn argument(arg: Arg, command: &str, messages: &Messages) -> Arg {
    let mut help = messages.say(&format!("{command}-{}", arg.get_id()));
    let heading = if arg.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
    let mut arg = arg.help_heading(kept(messages.say(heading)));
    if arg.get_action().takes_values() {
        let values: Vec<_> =
            arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let default: Vec<_> =
            arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        for (id, name, list) in [("help-values", "values", values), ("help-default", "value", default)] {
            if !list.is_empty() {
                help.push(' ');
                help.push_str(&messages.say_with(id, &[(name, list.join(", ").into())]));
            }
        }
        let names: Vec<&'static str> = arg
            .get_value_names()
            .into_iter()
            .flatten()
            .map(|name| kept(messages.say(&value_id(name))))
            .collect();
        arg = arg.hide_possible_values(true).hide_default_value(true);
        if !names.is_empty() {
            arg = arg.value_names(names);
        }
    }
    arg.help(help).long_help(None)
}

fn usages(mut command: Command, messages: &Messages) -> Command {
    let usage = command.render_usage().to_string();
    let usage =
        usage.trim_start_matches("Usage:").trim().replace("[OPTIONS]", &messages.say("help-options-value"));
    command.override_usage(usage).mut_subcommands(|subcommand| usages(subcommand, messages))
}

/// The parser wants these few texts for as long as the program lives.
fn kept(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}
