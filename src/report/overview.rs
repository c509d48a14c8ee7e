//! Many calls at a glance: a line each with its score and whether it passed, and how many did.

use unicode_width::UnicodeWidthStr as _;

use super::layout::{Page, Style, Tone};
use crate::diagnostic::printable;
use crate::messages::{Arg, Messages};
use crate::rubric::{Points, shown};

/// What became of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Passed,
    Below,
    /// Without a score, or with something still to judge.
    Open,
    /// It could not be read.
    Unread,
}

impl Verdict {
    const ALL: [Self; 4] = [Self::Passed, Self::Below, Self::Open, Self::Unread];

    fn id(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Below => "below",
            Self::Open => "open",
            Self::Unread => "unread",
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::Passed => Tone::Good,
            Self::Below => Tone::Middling,
            Self::Open => Tone::Quiet,
            Self::Unread => Tone::Bad,
        }
    }
}

/// One call.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub call: String,
    pub score: Option<Points>,
    pub verdict: Verdict,
}

/// The table, and the count beneath it.
pub fn text(rows: &[Row], messages: &Messages, style: Style) -> String {
    let mut page = Page::new(style);
    page.paragraph(0, "", &messages.say("overview-heading"), Tone::Heading);
    let verdict = |row: &Row| messages.say(&format!("overview-{}", row.verdict.id()));
    let score = |row: &Row| row.score.map_or_else(|| "—".to_owned(), shown);
    let scores = rows.iter().map(|row| score(row).width()).max().unwrap_or(0);
    let verdicts = rows.iter().map(|row| verdict(row).width()).max().unwrap_or(0);
    let room = page.width().saturating_sub(scores + verdicts + 6).max(12);
    let names: Vec<String> = rows.iter().map(|row| ending(&row.call, room)).collect();
    let calls = names.iter().map(|name| name.width()).max().unwrap_or(0);
    for (row, name) in rows.iter().zip(&names) {
        let (verdict, score) = (verdict(row), score(row));
        let score = format!("{}{score}", " ".repeat(scores - score.width()));
        let cells = [
            (name.as_str(), calls, Tone::Plain),
            (score.as_str(), scores, Tone::Plain),
            // The last column of a page stands to the right: the words of this one begin together.
            (&format!("{verdict}{}", " ".repeat(verdicts - verdict.width())), verdicts, row.verdict.tone()),
        ];
        page.row(2, &cells);
    }
    page.blank();
    page.paragraph(0, "", &count(rows, messages), Tone::Heading);
    page.finish()
}

fn count(rows: &[Row], messages: &Messages) -> String {
    let total = messages.say_with("overview-total", &[("count", rows.len().into())]);
    let of = |verdict: Verdict| rows.iter().filter(|row| row.verdict == verdict).count();
    let parts: Vec<String> = Verdict::ALL
        .into_iter()
        .map(|verdict| (verdict, of(verdict)))
        .filter(|(_, count)| *count > 0)
        .map(|(verdict, count)| {
            messages.say_with(&format!("overview-count-{}", verdict.id()), &[("count", Arg::from(count))])
        })
        .collect();
    format!("{total}: {}.", parts.join(", "))
}

/// The end of a path tells files apart, so it is the beginning that is cut.
fn ending(path: &str, room: usize) -> String {
    let path = printable(path).replace(['\n', '\t'], " ");
    if path.width() <= room {
        return path;
    }
    let mut kept = path.as_str();
    while kept.width() + 1 > room {
        let mut characters = kept.chars();
        characters.next();
        kept = characters.as_str();
    }
    format!("…{kept}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;
    use crate::report::Colour;

    fn rows() -> Vec<Row> {
        let row = |call: &str, score: Option<i128>, verdict| Row {
            call: call.to_owned(),
            score: score.map(Points::from_integer),
            verdict,
        };
        vec![
            row("calls/ana.txt", Some(92), Verdict::Passed),
            row("calls/leo.txt", Some(8), Verdict::Below),
            row("calls/mia.txt", None, Verdict::Open),
            row("calls/\u{1b}[2J\n.txt", None, Verdict::Unread),
        ]
    }

    fn drawn(rows: &[Row], width: usize) -> String {
        text(rows, &Messages::new(Language::Es), Style { width, colour: Colour::Off })
    }

    #[test]
    fn each_call_has_its_line_and_the_count_adds_up() {
        assert_eq!(
            drawn(&rows(), 100),
            "Llamadas\n  calls/ana.txt    92  aprobada\n  calls/leo.txt     8  por debajo del mínimo\n  \
             calls/mia.txt     —  sin veredicto\n  calls/\u{fffd}[2J .txt   —  no se pudo evaluar\n\n\
             4 llamadas: 1 aprobada, 1 por debajo del mínimo, 1 sin veredicto, 1 que no se pudo evaluar.\n"
        );
    }

    #[test]
    fn a_long_path_loses_its_beginning_and_keeps_its_name() {
        let long = Row { call: format!("{}/ana.txt", "carpeta/".repeat(30)), ..rows().remove(0) };
        let table = drawn(&[long], 40);
        assert!(table.contains("…") && table.contains("/ana.txt"), "{table}");
        assert!(table.lines().all(|line| line.width() <= 40), "{table}");
    }
}
