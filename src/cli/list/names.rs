//! The names that files use and no file of their own has: acts, objections and types of the common library, outcomes; each
//! with what it is called in the reader's language.

use std::io::Write as _;

use super::table;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::content;
use crate::nlu::Performer;
use crate::simulator::{Common, Outcome};

/// By who performs them.
pub(super) fn acts(context: &mut Context) -> Result<(), Failure> {
    let inventory = content::inventory(&context.library)?;
    let language = context.language();
    let groups = [
        (Performer::Agent, "list-acts-agent"),
        (Performer::Debtor, "list-acts-debtor"),
        (Performer::Both, "list-acts-both"),
    ];
    for (at, (by, heading)) in groups.into_iter().enumerate() {
        if at > 0 {
            writeln!(context.out)?;
        }
        let entries = inventory.entries().filter(|entry| entry.by == by);
        let rows: Vec<_> = entries.map(|entry| pair(entry.act.id(), entry.title.get(language))).collect();
        table(heading, &rows, context)?;
    }
    Ok(())
}

pub(super) fn objections(context: &mut Context) -> Result<(), Failure> {
    let rows: Vec<_> = common(context)?.objections().map(|(id, title)| pair(id, title)).collect();
    table("list-objections", &rows, context)
}

pub(super) fn types(context: &mut Context) -> Result<(), Failure> {
    let rows: Vec<_> = common(context)?.types().map(|(id, kind)| pair(id, &kind.title)).collect();
    table("list-types", &rows, context)
}

pub(super) fn topics(context: &mut Context) -> Result<(), Failure> {
    let rows: Vec<_> = common(context)?.topics().map(|(id, title)| pair(id, title)).collect();
    table("list-topics", &rows, context)
}

pub(super) fn outcomes(context: &mut Context) -> Result<(), Failure> {
    let title = |outcome: Outcome| context.messages.say(&format!("outcome-{}", outcome.id().replace('_', "-")));
    let rows: Vec<_> = Outcome::ALL.into_iter().map(|outcome| pair(outcome.id(), &title(outcome))).collect();
    table("list-outcomes", &rows, context)
}

fn common(context: &Context) -> Result<Common, Failure> {
    let inventory = content::inventory(&context.library)?;
    Ok(content::common(context.language(), &context.library, &inventory)?)
}

fn pair(id: &str, title: &str) -> [String; 3] {
    [id.to_owned(), title.to_owned(), String::new()]
}
