//! Which debtor to call, for those who did not say.

use std::io::Write as _;

use colored::Colorize as _;

use super::super::context::Context;
use super::super::failure::Failure;
use super::console::{Console, Input};
use crate::content;
use crate::diagnostic::printable;
use crate::messages::Arg;

/// Shows the scenarios and asks for one, by number or by name.
pub(super) fn choose(console: &mut Console, context: &mut Context) -> Result<Option<String>, Failure> {
    let items = content::scenarios(&context.library);
    let mut scenarios = Vec::new();
    for item in &items {
        scenarios.push((item.id.clone(), content::scenario(&item.id, &context.library)?));
    }
    scenarios.sort_by_key(|(id, scenario)| {
        (scenario.language != context.language(), scenario.language, scenario.level, id.clone())
    });
    writeln!(context.out, "{}\n", context.messages.say("practice-welcome").bold())?;
    for (number, (id, scenario)) in (1..).zip(&scenarios) {
        let level = context.messages.say_with("practice-level", &[("level", i64::from(scenario.level).into())]);
        let head = format!("{number:>3}. {}", printable(&scenario.title));
        writeln!(context.out, "{}", head.bold())?;
        writeln!(context.out, "     {}", format!("{id} · {} · {level}", scenario.country.code()).dimmed())?;
    }
    let question = context.messages.say("practice-choose");
    loop {
        let answer = match console.read(&question, "", None, context)? {
            Input::Line { text: line, .. } => line.trim().to_owned(),
            Input::End => return Ok(None),
        };
        if answer.is_empty() {
            continue;
        }
        let by_number = answer.parse::<usize>().ok().and_then(|number| scenarios.get(number.checked_sub(1)?));
        let chosen = by_number.or_else(|| scenarios.iter().find(|(id, _)| *id == answer));
        if let Some((id, _)) = chosen {
            return Ok(Some(id.clone()));
        }
        let ids = scenarios.iter().map(|(id, _)| id.as_str());
        let near = crate::diagnostic::closest(&answer, ids).unwrap_or("none");
        let args = [("name", Arg::from(answer.as_str())), ("suggestion", Arg::from(near))];
        writeln!(context.out, "{}", context.messages.say_with("practice-no-such", &args))?;
    }
}
