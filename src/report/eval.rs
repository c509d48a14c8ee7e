//! How well the ear hears: a table for people, a document for programs. Fractions have two decimals, rounded once
//! from the exact figure.

use serde_json::{Number, Value, json};
use unicode_width::UnicodeWidthStr as _;

use super::annotation::because;
use super::layout::{Page, Style, Tone};
use crate::diagnostic::printable;
use crate::eval::{Counts, Fault, Fraction, Group, Hundredths, Mistake, Tally, View};
use crate::messages::{Arg, Messages};
use crate::nlu::ActHit;

/// The schema of the value that `json` makes.
pub const SCHEMA: &str = "ensayo/eval/1";

/// Whether to tell what was heard where an act was missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confusions {
    Shown,
    LeftOut,
}

/// The figures for a person at a terminal.
pub fn text(tally: &Tally, confusions: Confusions, messages: &Messages, style: Style) -> String {
    let mut page = Page::new(style);
    table(&mut page, tally, messages);
    page.blank();
    for line in summary(tally, messages) {
        page.paragraph(0, "", &line, Tone::Plain);
    }
    if confusions == Confusions::Shown {
        page.heading(&messages.say("eval-confusions"));
        tell_confusions(&mut page, tally, messages);
    }
    if let Some((act, mistakes)) = tally.mistakes() {
        page.heading(&messages.say_with("eval-errors", &[("act", act.id().into())]));
        for mistake in mistakes {
            tell_mistake(&mut page, mistake, messages);
        }
        if mistakes.is_empty() {
            page.paragraph(2, "", &messages.say("eval-no-errors"), Tone::Plain);
        }
    }
    page.finish()
}

fn table(page: &mut Page, tally: &Tally, messages: &Messages) {
    let groups = tally.groups();
    let columns: &[&str] = match tally.view() {
        View::Source => &["heard", "right", "precision"],
        _ => &["n", "precision", "recall", "f1"],
    };
    let mut rows = vec![(messages.say(&format!("eval-by-{}", tally.view().id())), Tone::Heading)];
    rows.extend(groups.iter().map(|group| (name(group), Tone::Plain)));
    let names = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let columns: Vec<Vec<String>> = columns
        .iter()
        .map(|column| {
            let title = messages.say(&format!("eval-column-{column}"));
            let cells: Vec<String> =
                std::iter::once(title).chain(groups.iter().map(|group| cell(column, group.counts))).collect();
            let width = cells.iter().map(|cell| cell.width()).max().unwrap_or(0);
            cells.iter().map(|cell| format!("{}{cell}", " ".repeat(width - cell.width()))).collect()
        })
        .collect();
    for (at, (name, tone)) in rows.iter().enumerate() {
        let mut cells = vec![(name.as_str(), names, *tone)];
        cells.extend(columns.iter().map(|column| (column[at].as_str(), column[at].width(), *tone)));
        page.row(0, &cells);
    }
}

fn name(group: &Group) -> String {
    group.name.as_deref().map_or_else(|| "—".to_owned(), one_line)
}

fn cell(column: &str, counts: Counts) -> String {
    match column {
        "n" => counts.labelled().to_string(),
        "heard" => counts.heard().to_string(),
        "right" => counts.right.to_string(),
        "precision" => shown(counts.precision()),
        "recall" => shown(counts.recall()),
        _ => shown(counts.f1()),
    }
}

fn shown(fraction: Option<Fraction>) -> String {
    fraction.map_or_else(|| "—".to_owned(), |fraction| fraction.hundredths().to_string())
}

fn summary(tally: &Tally, messages: &Messages) -> [String; 4] {
    let total = tally.total();
    let (macro_f1, acts) = tally.macro_f1();
    let macro_f1 = macro_f1.map_or_else(|| "—".to_owned(), |mean| mean.to_string());
    let (idle, heard) = tally.idle();
    let part = shown(Fraction::new(heard, idle));
    let say = |id, args: &[(&str, Arg)]| messages.say_with(id, args);
    [
        say("eval-macro", &[("value", macro_f1.into()), ("acts", acts.into())]),
        say(
            "eval-micro",
            &[
                ("value", shown(total.f1()).into()),
                ("precision", shown(total.precision()).into()),
                ("recall", shown(total.recall()).into()),
            ],
        ),
        say("eval-idle", &[("heard", heard.into()), ("turns", idle.into()), ("value", part.into())]),
        say("eval-turns", &[("turns", tally.turns().into()), ("labels", total.labelled().into())]),
    ]
}

fn tell_confusions(page: &mut Page, tally: &Tally, messages: &Messages) {
    let confusions = tally.confusions();
    for confusion in &confusions {
        let instead: Vec<String> = confusion
            .instead
            .iter()
            .map(|(act, times)| {
                let act = act.as_ref().map_or_else(|| messages.say("eval-nothing"), ToString::to_string);
                format!("{act} {times}")
            })
            .collect();
        let args = [("act", confusion.act.id().into()), ("missed", confusion.missed.into())];
        let missed = messages.say_with("eval-confusion", &args);
        page.paragraph(2, "", &format!("{missed}: {}", instead.join(", ")), Tone::Plain);
    }
    if confusions.is_empty() {
        page.paragraph(2, "", &messages.say("eval-no-errors"), Tone::Plain);
    }
}

fn tell_mistake(page: &mut Page, mistake: &Mistake, messages: &Messages) {
    let fault = messages.say(&format!("eval-{}", fault_id(mistake.fault)));
    let head = format!("{}: {fault} {}", one_line(&mistake.turn), mistake.act);
    page.paragraph(2, "", &head, Tone::Heading);
    page.paragraph(4, "", &format!("«{}»", one_line(&mistake.text)), Tone::Plain);
    for hit in &mistake.heard {
        let said = format!(
            "{}: «{}», {}",
            hit.act,
            one_line(mistake.words(&hit.span)),
            one_line(&because(&hit.reason, messages))
        );
        page.paragraph(4, "→", &said, Tone::Plain);
    }
    if mistake.heard.is_empty() {
        page.paragraph(4, "→", &messages.say("eval-nothing"), Tone::Plain);
    }
}

/// Text of a file on one line of a terminal.
fn one_line(text: &str) -> String {
    printable(text).replace(['\n', '\t'], " ")
}

fn fault_id(fault: Fault) -> &'static str {
    match fault {
        Fault::Missed => "missed",
        Fault::FalseAlarm => "false_alarm",
    }
}

/// The figures for programs. Keys are in alphabetical order; groups, confusions and errors in that of the table.
pub fn json(tally: &Tally, confusions: Confusions, messages: &Messages) -> Value {
    let (macro_f1, acts) = tally.macro_f1();
    let (idle, heard) = tally.idle();
    let groups: Vec<Value> = tally
        .groups()
        .iter()
        .map(|group| {
            let mut value = counts(group.counts, tally.view());
            value["name"] = json!(group.name);
            value
        })
        .collect();
    let mut value = json!({
        "schema": SCHEMA,
        "language": messages.language().code(),
        "turns": tally.turns(),
        "by": tally.view().id(),
        "groups": groups,
        "macro": { "acts": acts, "f1": macro_f1.map(number) },
        "micro": counts(tally.total(), View::Act),
        "idle": { "turns": idle, "heard": heard, "share": Fraction::new(heard, idle).map(rounded) },
    });
    if confusions == Confusions::Shown {
        value["confusions"] = tally
            .confusions()
            .iter()
            .map(|confusion| {
                let instead = confusion.instead.iter();
                let instead: Vec<Value> =
                    instead.map(|(act, times)| json!({ "act": act, "times": times })).collect();
                json!({ "act": confusion.act, "missed": confusion.missed, "instead": instead })
            })
            .collect();
    }
    if let Some((_, mistakes)) = tally.mistakes() {
        value["errors"] = mistakes.iter().map(error).collect();
    }
    value
}

fn error(mistake: &Mistake) -> Value {
    let heard = |hit: &ActHit| {
        json!({
            "act": hit.act,
            "because": hit.reason.to_string(),
            "text": mistake.words(&hit.span),
        })
    };
    json!({
        "turn": mistake.turn,
        "act": mistake.act,
        "fault": fault_id(mistake.fault),
        "text": mistake.text,
        "heard": mistake.heard.iter().map(heard).collect::<Vec<_>>(),
    })
}

fn counts(counts: Counts, view: View) -> Value {
    let mut value = json!({
        "right": counts.right,
        "false_alarms": counts.false_alarms,
        "precision": counts.precision().map(rounded),
    });
    // What was not heard has no source.
    if view != View::Source {
        value["missed"] = json!(counts.missed);
        value["recall"] = json!(counts.recall().map(rounded));
        value["f1"] = json!(counts.f1().map(rounded));
    }
    value
}

fn rounded(fraction: Fraction) -> Value {
    number(fraction.hundredths())
}

fn number(hundredths: Hundredths) -> Value {
    hundredths.to_string().parse::<Number>().map_or(Value::Null, Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::Labelled;
    use crate::messages::Language;
    use crate::nlu::{Act, Heard, Reason};
    use crate::report::Colour;

    /// One turn that greets and empathizes, in which an echo was taken for a paraphrase.
    fn tally(view: View) -> Tally {
        let mut tally = Tally::new(view, Some(Act::from("empathize")));
        let turn = Labelled {
            id: "t1".into(),
            speaker: crate::call::Speaker::Agent,
            country: None,
            style: None,
            text: "Hola, su sueldo".into(),
            acts: ["greet", "empathize"].map(Act::from).into(),
            maybe: [].into(),
        };
        let hit = |act: &str, span, reason| ActHit { act: act.into(), span, reason };
        let acts = vec![
            hit("greet", 0..4, Reason::Pattern { act: "greet".into(), wording: "hello".into() }),
            hit("paraphrase", 6..15, Reason::Echo { words: vec!["sueldo".into()] }),
        ];
        tally.add(&turn, &Heard { acts, entities: Vec::new() });
        tally
    }

    fn drawn(view: View) -> String {
        let style = Style { width: 100, colour: Colour::Off };
        text(&tally(view), Confusions::LeftOut, &Messages::new(Language::En), style)
    }

    #[test]
    fn a_miss_is_told_with_all_that_was_heard_and_why() {
        assert!(
            drawn(View::Act).ends_with(
                "Errors: empathize\n  t1: missed empathize\n    «Hola, su sueldo»\n    \
                 → greet: «Hola», by the wording \"hello\" of greet\n    \
                 → paraphrase: «su sueldo», takes up what was said: sueldo\n"
            ),
            "{}",
            drawn(View::Act)
        );
    }

    #[test]
    fn by_source_there_is_neither_recall_nor_f1() {
        let text = drawn(View::Source);
        let table: Vec<&str> = text.lines().take(3).collect();
        assert_eq!(
            table,
            [
                "source   heard  right  precision",
                "pattern      1      1       1.00",
                "echo         1      0       0.00"
            ]
        );
        let value = json(&tally(View::Source), Confusions::LeftOut, &Messages::new(Language::En));
        assert_eq!((value["groups"][0].get("f1"), value["micro"]["missed"].as_u64()), (None, Some(1)));
        assert_eq!(value["errors"][0]["fault"], "missed");
        assert!(value.get("confusions").is_none(), "nobody asked");
    }
}
