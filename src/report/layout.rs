//! Lines of a terminal: wrapped by the width that characters take, aligned, coloured where that is wanted.

use colored::Colorize as _;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Whether to colour. The caller knows if anybody will see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    On,
    Off,
}

/// How a report is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Columns of the terminal.
    pub width: usize,
    pub colour: Colour,
}

/// Narrower than this, lines are wrapped as if there were this much room.
const LEAST_WIDTH: usize = 40;
/// Wider lines are hard to read.
const MOST_WIDTH: usize = 100;

/// What a stretch of text is, for its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    Heading,
    Good,
    Middling,
    Bad,
    Quiet,
}

/// A page under construction.
#[derive(Debug)]
pub(super) struct Page {
    style: Style,
    text: String,
}

impl Page {
    pub(super) fn new(style: Style) -> Self {
        Self { style, text: String::new() }
    }

    pub(super) fn width(&self) -> usize {
        self.style.width.clamp(LEAST_WIDTH, MOST_WIDTH)
    }

    pub(super) fn blank(&mut self) {
        self.text.push('\n');
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.blank();
        self.paragraph(0, "", text, Tone::Heading);
    }

    /// A paragraph after `indent` blanks and a mark; its other lines stand under its first word.
    pub(super) fn paragraph(&mut self, indent: usize, mark: &str, text: &str, tone: Tone) {
        let hang = indent + mark.width() + usize::from(!mark.is_empty());
        for (at, line) in wrap(text, self.width().saturating_sub(hang)).into_iter().enumerate() {
            let start = if at == 0 && !mark.is_empty() {
                format!("{}{} ", " ".repeat(indent), self.toned(mark, tone))
            } else {
                " ".repeat(hang)
            };
            // A marked paragraph has its colour on the mark alone.
            let line = if mark.is_empty() { self.toned(&line, tone) } else { line };
            self.text.push_str(format!("{start}{line}").trim_end());
            self.text.push('\n');
        }
    }

    /// A row of cells, each padded to its width; the last column's cells stand to the right.
    pub(super) fn row(&mut self, indent: usize, cells: &[(&str, usize, Tone)]) {
        let mut line = " ".repeat(indent);
        for (at, (text, width, tone)) in cells.iter().enumerate() {
            let room = " ".repeat(width.saturating_sub(text.width()));
            let toned = self.toned(text, *tone);
            let last = at + 1 == cells.len();
            let pieces = if last {
                [room.as_str(), toned.as_str(), ""]
            } else {
                [toned.as_str(), room.as_str(), "  "]
            };
            line.extend(pieces);
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A bar of pieces after its name.
    pub(super) fn bar(&mut self, name: &str, pieces: &[(&str, Tone)]) {
        self.text.push_str(name);
        for (piece, tone) in pieces {
            let toned = self.toned(piece, *tone);
            self.text.push_str(&toned);
        }
        self.text.push('\n');
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    fn toned(&self, text: &str, tone: Tone) -> String {
        if self.style.colour == Colour::Off {
            return text.to_owned();
        }
        match tone {
            Tone::Plain => text.to_owned(),
            Tone::Heading => text.bold().to_string(),
            Tone::Good => text.green().to_string(),
            Tone::Middling => text.yellow().to_string(),
            Tone::Bad => text.red().to_string(),
            Tone::Quiet => text.dimmed().to_string(),
        }
    }
}

/// The text in lines of at most `width` columns, broken at blanks; a word that is wider is cut.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(10);
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let mut word = word;
        let line = lines.last().map_or(0, |line| line.width());
        if line > 0 && line + 1 + word.width() > width {
            lines.push(String::new());
        }
        while word.width() > width {
            let cut = fitting(word, width);
            lines.last_mut().expect("there is a line").push_str(&word[..cut]);
            lines.push(String::new());
            word = &word[cut..];
        }
        let line = lines.last_mut().expect("there is a line");
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines
}

/// The bytes of `text` that fit in `width` columns; at least one character.
fn fitting(text: &str, width: usize) -> usize {
    let mut columns = 0;
    for (at, character) in text.char_indices() {
        columns += character.width().unwrap_or(0);
        if columns > width && at > 0 {
            return at;
        }
    }
    text.len()
}

/// A text of at most `most` characters, cut at a blank where there is one.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(most) else { return text };
    let cut = text[..end].rfind(' ').filter(|at| *at > end / 2).unwrap_or(end);
    format!("{} …", text[..cut].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_to_the_width_and_lose_nothing() {
        let text = "¿Cómo se está organizando con sus gastos este mes, señora Núñez?";
        for width in 10..50 {
            let lines = wrap(text, width);
            assert!(lines.iter().all(|line| line.width() <= width), "{width}");
            assert_eq!(lines.join(" ").replace(' ', ""), text.replace(' ', ""));
        }
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_between_characters() {
        assert_eq!(wrap("ññññññññññññ", 10), ["ññññññññññ", "ññ"]);
        assert_eq!(
            wrap("電話電話電話電話", 10),
            ["電話電話電", "話電話"],
            "wide characters take two columns"
        );
    }

    #[test]
    fn a_long_quote_is_cut_at_a_blank() {
        assert_eq!(shortened("uno dos tres", 9), "uno dos …");
        assert_eq!(shortened("uno\n dos", 9), "uno dos");
    }
}
