//! `ensayo explain`: what is heard in a sentence or in a whole call, where, and why.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use colored::Colorize as _;
use jiff::civil::Date;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::context::Context;
use super::ears;
use super::failure::{Failure, Status};
use super::typed::{self, Locale};
use crate::call::{Speaker, TurnIndex};
use crate::content;
use crate::diagnostic::printable;
use crate::messages::{Arg, Messages};
use crate::nlu::entity::Setting;
use crate::nlu::consequence::{self, Facts};
use crate::nlu::{Certainty, Consequence, Entity, Heard, Line, links};
use crate::report;
use crate::report::annotation;
use crate::source::Span;
use crate::transcript::{self, Hints};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "TEXT", required_unless_present = "call")]
    text: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["text", "speaker"])]
    call: Option<PathBuf>,
    #[arg(long, value_name = "SPEAKER", default_value = "agent", value_parser = typed::speaker)]
    speaker: Speaker,
    #[arg(long, value_name = "TAG", value_parser = typed::locale)]
    language: Option<Locale>,
    #[arg(long, value_name = "DATE", value_parser = typed::date)]
    date: Option<Date>,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    match &args.call {
        Some(path) => whole_call(path, args, context),
        None => sentence(args.text.as_deref().unwrap_or_default(), args, context),
    }
}

fn sentence(text: &str, args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let locale = args.language.unwrap_or(Locale { language: context.language(), country: None });
    let ear = content::ear(locale.language, &context.library)?;
    let setting = Setting {
        language: locale.language,
        country: locale.country,
        currency: None,
        today: args.date.unwrap_or_else(typed::system_date),
        holidays: Vec::new(),
        names: Vec::new(),
    };
    let heard = ear.hear(Line { speaker: args.speaker, text }, &[], &setting);
    let facts = Facts { language: locale.language, country: locale.country, case_file: None };
    let announced = match args.speaker {
        Speaker::Agent => consequence::in_turn(TurnIndex(0), text, &heard, &facts),
        Speaker::Debtor | Speaker::ThirdParty | Speaker::System => Vec::new(),
    };
    draw(text, (&heard, &announced), &context.messages, context.width, &mut context.out)?;
    Ok(Status::Fine)
}

/// Every turn with what is heard in it, then how the turns hang together.
fn whole_call(path: &Path, args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let hints = Hints {
        language: args.language.map(|locale| locale.language),
        country: args.language.and_then(|locale| locale.country),
        date: args.date,
        ..Hints::default()
    };
    let call = if path.as_os_str() == "-" {
        transcript::read_stream(path, &mut io::stdin().lock(), &hints)?
    } else {
        transcript::read(path, &hints)?
    };
    let ear = content::ear(call.language, &context.library)?;
    let setting = ears::setting(&call);
    let heard = ear.hear_call(call, &setting);
    let style = context.style();
    let announced = consequence::find(&heard);
    let Context { messages, out, width, .. } = context;
    for (at, (turn, heard)) in heard.call.turns.iter().zip(&heard.heard).enumerate() {
        let speaker = messages.say(&format!("report-speaker-{}", turn.speaker.id().replace('_', "-")));
        let args = [("turn", Arg::from(at + 1)), ("speaker", speaker.into())];
        writeln!(out, "{}", messages.say_with("explain-turn", &args).dimmed())?;
        let announced: Vec<Consequence> =
            announced.iter().filter(|found| found.turn == TurnIndex(at)).cloned().collect();
        underline(&turn.text, (heard, &announced), messages, *width, out)?;
        writeln!(out)?;
    }
    let links = report::links::text(&heard, &links::find(&heard), messages, style);
    write!(out, "{}", links.trim_start_matches('\n'))?;
    Ok(Status::Fine)
}

/// The sentence with each finding underlined beneath it, or the news that nothing was heard.
fn draw(
    text: &str,
    (heard, announced): (&Heard, &[Consequence]),
    messages: &Messages,
    width: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    underline(text, (heard, announced), messages, width, out)?;
    if heard.acts.is_empty() && heard.entities.is_empty() {
        writeln!(out, "{}", messages.say("explain-nothing"))?;
    }
    Ok(())
}

fn underline(
    text: &str,
    (heard, announced): (&Heard, &[Consequence]),
    messages: &Messages,
    width: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut notes = notes(heard, messages);
    notes.extend(announced.iter().map(|found| {
        let line = report::consequence::line(text, found, messages).replace(['\n', '\t'], " ");
        (found.span.clone(), line)
    }));
    notes.sort_by_key(|(span, _)| span.start);
    for row in rows(text, width) {
        writeln!(out, "{}", shown(&text[row.clone()]).bold())?;
        for (span, note) in notes.iter().filter(|(span, _)| row.contains(&span.start)) {
            let before = shown(&text[row.start..span.start]).width();
            let under = shown(&text[span.start..span.end.min(row.end)]).width().max(1);
            writeln!(out, "{}{} {note}", " ".repeat(before), "^".repeat(under).yellow())?;
        }
    }
    Ok(())
}

fn notes(heard: &Heard, messages: &Messages) -> Vec<(Span, String)> {
    let acts = heard.acts.iter().map(|hit| {
        let because = printable(&annotation::because(&hit.reason, messages));
        (hit.span.clone(), format!("{}: {because}", hit.act.id().cyan()))
    });
    let entities = heard.entities.iter().map(|entity| (entity.span.clone(), named(entity, messages)));
    acts.chain(entities).collect()
}

fn named(entity: &Entity, messages: &Messages) -> String {
    let details = |value| {
        let value = annotation::value(value);
        let pairs = value.as_object().into_iter().flatten().map(|(name, value)| match value.as_str() {
            Some(text) => format!("{name}: {text}"),
            None => format!("{name}: {value}"),
        });
        printable(&pairs.collect::<Vec<_>>().join(", "))
    };
    let certainty = messages.say(match entity.certainty {
        Certainty::Exact => "certainty-exact",
        Certainty::Approximate => "certainty-approximate",
        Certainty::Ambiguous => "certainty-ambiguous",
    });
    let kind = messages.say(&format!("entity-{}", entity.value.kind()));
    let said = format!("{}: {} ({certainty})", kind.green(), details(&entity.value));
    match &entity.alternative {
        Some(other) => {
            let or = messages.say_with("explain-alternative", &[("value", Arg::from(details(other)))]);
            format!("{said}; {or}")
        }
        None => said,
    }
}

/// One line of the terminal: nothing in it moves the cursor.
fn shown(text: &str) -> String {
    printable(&text.replace(['\n', '\r', '\t'], " "))
}

/// Parts of the text that fit the width, cut at blanks where there are any.
fn rows(text: &str, width: usize) -> Vec<Span> {
    let mut rows = Vec::new();
    let (mut start, mut columns, mut blank) = (0, 0, None);
    for (at, character) in text.char_indices() {
        let wide = character.width().unwrap_or(1);
        if columns + wide > width && at > start {
            let cut = blank.unwrap_or(at);
            rows.push(start..cut);
            start = cut;
            columns = text[start..at].width();
            blank = None;
        }
        columns += wide;
        if character.is_whitespace() {
            blank = Some(at + character.len_utf8());
        }
    }
    rows.push(start..text.len());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;
    use crate::nlu::{Act, ActHit, Reason, Value};

    fn drawn(text: &str, heard: &Heard, width: usize) -> String {
        colored::control::set_override(false);
        let mut out = Vec::new();
        draw(text, (heard, &[]), &Messages::new(Language::Es), width, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn hit(act: &str, span: Span) -> ActHit {
        ActHit {
            act: Act::from(act),
            span,
            reason: Reason::Pattern { act: Act::from(act), wording: "polite".into() },
        }
    }

    #[test]
    fn each_finding_is_underlined_in_its_own_columns() {
        let text = "Señora, ¿cómo está?";
        let start = text.find('¿').unwrap();
        let heard = Heard { acts: vec![hit("question.open", start..text.len())], entities: Vec::new() };
        let said = drawn(text, &heard, 80);
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[0], text);
        assert!(lines[1].starts_with("        ^^^^^^^^^^^ question.open: "), "{said}");
    }

    #[test]
    fn a_long_sentence_is_cut_at_blanks_and_keeps_its_marks_beneath_their_row() {
        let text = "uno dos tres cuatro";
        let heard = Heard { acts: vec![hit("greet", 8..12)], entities: Vec::new() };
        let said = drawn(text, &heard, 8);
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!((lines[0], lines[1], lines[3]), ("uno dos ", "tres ", "cuatro"));
        assert!(lines[2].starts_with("^^^^ greet"), "{said}");
    }

    #[test]
    fn a_turn_of_several_lines_is_drawn_as_one() {
        let text = "Febrero: 640\r\nMarzo: 640";
        let said = drawn(text, &Heard { acts: vec![hit("greet", 14..19)], entities: Vec::new() }, 80);
        assert!(said.starts_with("Febrero: 640  Marzo: 640\n              ^^^^^ greet"), "{said}");
    }

    #[test]
    fn both_readings_of_a_doubtful_value_are_told() {
        let heard = Heard {
            acts: Vec::new(),
            entities: vec![Entity {
                value: Value::Number(1500.into()),
                alternative: Some(Value::Number(2.into())),
                span: 0..5,
                certainty: Certainty::Ambiguous,
            }],
        };
        let said = drawn("1.500", &heard, 80);
        assert!(said.contains("value: 1500") && said.contains("value: 2"), "{said}");
    }

    #[test]
    fn hearing_nothing_is_said_and_escape_sequences_are_not_obeyed() {
        let said = drawn("\u{1b}[2Jhola", &Heard::default(), 80);
        assert!(!said.contains('\u{1b}'), "{said:?}");
        assert_eq!(said.lines().count(), 2);
    }

    #[test]
    fn every_kind_of_entity_has_a_name() {
        use jiff::civil::date;

        use crate::call::{Currency, Money};
        use crate::nlu::entity::{DateValue, Method, Period, PlanValue};
        let text = String::new;
        for value in [
            Value::Money(Money::new(1, Currency::MXN)),
            Value::Percent(1.into()),
            Value::Date(DateValue::day(date(2026, 3, 11))),
            Value::Time { hour: 1, minute: 2 },
            Value::Duration { count: 1.into(), period: Period::Day },
            Value::Plan(PlanValue::default()),
            Value::Method(Method::Cash),
            Value::Number(1.into()),
            Value::Phone(text()),
            Value::Document(text()),
            Value::Account(text()),
            Value::Person(text()),
        ] {
            let id = format!("entity-{}", value.kind());
            assert!(Messages::new(Language::Es).find(&id, &[]).is_some(), "{id}");
        }
    }
}
