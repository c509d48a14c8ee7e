//! `ensayo list`: what there is to practise and to score with, and where each piece comes from.

mod names;

use std::collections::BTreeMap;
use std::io::Write as _;

use clap::ValueEnum;
use colored::Colorize as _;
use serde::Deserialize;
use unicode_width::UnicodeWidthStr as _;

use super::context::Context;
use super::failure::{Failure, Status};
use crate::diagnostic::printable;
use crate::library::{Item, Kind, Origin};
use crate::messages::Language;
use crate::source::Source;
use crate::yaml;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "KIND", value_enum)]
    kind: Option<Listed>,
}

/// A kind as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Listed {
    #[value(alias = "scenario", alias = "escenarios", alias = "escenario")]
    Scenarios,
    #[value(alias = "rubric", alias = "pautas", alias = "pauta")]
    Rubrics,
    #[value(alias = "script", alias = "guiones")]
    Scripts,
    #[value(alias = "lexicon", alias = "lexicos", alias = "léxicos")]
    Lexicons,
    #[value(alias = "agent", alias = "agentes", alias = "agente")]
    Agents,
    #[value(alias = "act", alias = "actos", alias = "acto")]
    Acts,
    #[value(alias = "objection", alias = "objeciones", alias = "objecion", alias = "objeción")]
    Objections,
    #[value(alias = "type", alias = "tipos", alias = "tipo")]
    Types,
    #[value(alias = "outcome", alias = "desenlaces", alias = "desenlace")]
    Outcomes,
    #[value(alias = "topic", alias = "temas", alias = "tema")]
    Topics,
}

impl Listed {
    /// The files of a kind, or names that files use.
    fn run(self, context: &mut Context) -> Result<(), Failure> {
        match self {
            Self::Scenarios => files(Kind::Scenario, context),
            Self::Rubrics => files(Kind::Rubric, context),
            Self::Scripts => files(Kind::Script, context),
            Self::Lexicons => files(Kind::Lexicon, context),
            Self::Agents => files(Kind::Agent, context),
            Self::Acts => names::acts(context),
            Self::Objections => names::objections(context),
            Self::Types => names::types(context),
            Self::Outcomes => names::outcomes(context),
            Self::Topics => names::topics(context),
        }
    }
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    if let Some(listed) = args.kind {
        listed.run(context)?;
        return Ok(Status::Fine);
    }
    for (at, kind) in Kind::ALL.into_iter().enumerate() {
        if at > 0 {
            writeln!(context.out)?;
        }
        files(kind, context)?;
    }
    Ok(Status::Fine)
}

fn files(kind: Kind, context: &mut Context) -> Result<(), Failure> {
    let rows: Vec<_> = context.library.list(kind).iter().map(|item| row(context, kind, item)).collect();
    table(&format!("list-{}", kind.folder()), &rows, context)
}

/// A heading, and under it a name, a title and a remark a line.
fn table(heading: &str, rows: &[[String; 3]], context: &mut Context) -> Result<(), Failure> {
    writeln!(context.out, "{}", context.messages.say(heading).bold())?;
    if rows.is_empty() {
        writeln!(context.out, "  {}", context.messages.say("list-none"))?;
    }
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let (ids, titles) = (width(0), width(1));
    for [id, title, remark] in rows {
        let gap = |text: &str, width: usize| " ".repeat(width - text.width());
        let after_id = gap(id, ids);
        let rest = if remark.is_empty() {
            title.clone()
        } else {
            format!("{title}{}  {}", gap(title, titles), remark.dimmed())
        };
        writeln!(context.out, "  {}{after_id}  {rest}", id.cyan())?;
    }
    Ok(())
}

fn row(context: &Context, kind: Kind, item: &Item) -> [String; 3] {
    let origin = context.messages.say(match item.origin {
        Origin::Folder => "list-origin-folder",
        Origin::User => "list-origin-user",
        Origin::BuiltIn => "list-origin-built-in",
    });
    // A file that cannot be read is still there; `check` says what is wrong with it.
    let source = context.library.read(kind, item).ok();
    let title = source.and_then(|source| title(kind, source, context.language())).unwrap_or_default();
    [printable(&item.id), printable(&title).replace(['\n', '\t'], " "), origin]
}

/// What every YAML file of ours may have, whatever else is in it.
#[derive(Debug, Deserialize)]
struct Titled {
    title: Title,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Title {
    One(String),
    ByLanguage(BTreeMap<String, String>),
}

fn title(kind: Kind, source: Source, language: Language) -> Option<String> {
    if kind == Kind::Script {
        // A script says in its first comment what it measures.
        let comment = source.text().lines().next()?.strip_prefix("//")?;
        let said = comment.trim_start_matches('/').trim();
        return Some(said.split_once(".rhai:").map_or(said, |(_, rest)| rest.trim()).to_owned());
    }
    let (titled, _) = yaml::read::<Titled>(source).ok()?;
    match titled.title {
        Title::One(title) => Some(title),
        Title::ByLanguage(titles) => {
            titles.get(language.code()).or_else(|| titles.values().next()).cloned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: Kind, text: &str, language: Language) -> Option<String> {
        title(kind, Source::new("x", text), language)
    }

    #[test]
    fn a_title_is_read_in_the_language_asked_for_or_in_the_one_there_is() {
        let both = "id: x\ntitle: { es: Llamada, en: Call }\n";
        assert_eq!(read(Kind::Scenario, both, Language::En).as_deref(), Some("Call"));
        assert_eq!(read(Kind::Scenario, "title: { es: Solo }\n", Language::En).as_deref(), Some("Solo"));
        assert_eq!(read(Kind::Rubric, "title: Una\nweights: [1]\n", Language::En).as_deref(), Some("Una"));
    }

    #[test]
    fn a_file_without_a_title_or_without_sense_has_none() {
        assert_eq!(read(Kind::Rubric, "id: x\n", Language::Es), None);
        assert_eq!(read(Kind::Rubric, "title: [\n", Language::Es), None);
    }

    #[test]
    fn a_script_is_known_by_its_first_comment() {
        let script = "// scripts/recap.rhai: goes over what was agreed.\nfn measure(t, p) {}\n";
        assert_eq!(read(Kind::Script, script, Language::Es).as_deref(), Some("goes over what was agreed."));
        assert_eq!(read(Kind::Script, "fn measure(t, p) {}\n", Language::Es), None);
    }
}
