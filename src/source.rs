//! A file's text and where things stand in it: byte spans, lines and columns.

use std::ops::Range;

use sha2::{Digest as _, Sha256};

/// Byte range into a text, always on character boundaries.
pub type Span = Range<usize>;

/// A named text that diagnostics and evidence point into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
}

/// A place for people: both count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}

impl Source {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// The path or title that people know this text by.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the text, in hexadecimal.
    pub fn hash(&self) -> String {
        hash(&self.text)
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: usize) -> LineColumn {
        let before = &self.text[..floor_boundary(&self.text, offset)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        LineColumn {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// Byte offset of a line and column counted from 1, clamped to the text.
    pub fn offset(&self, place: LineColumn) -> usize {
        let mut start = 0;
        for _ in 1..place.line {
            match self.text[start..].find('\n') {
                Some(at) => start += at + 1,
                None => return self.text.len(),
            }
        }
        let line = self.text[start..].split('\n').next().unwrap_or("");
        line.char_indices()
            .nth(place.column.saturating_sub(1))
            .map_or(start + line.len(), |(at, _)| start + at)
    }
}

/// The nearest character boundary at or before `offset`.
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// SHA-256 of a text, in hexadecimal.
pub fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        for digit in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
        }
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::new("x", "año\nñandú: sí");
        let at = source.text().find("sí").unwrap();
        assert_eq!(source.position(at), LineColumn { line: 2, column: 8 });
        assert_eq!(source.offset(LineColumn { line: 2, column: 8 }), at);
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        let source = Source::new("x", "ab");
        assert_eq!(source.position(99), LineColumn { line: 1, column: 3 });
        assert_eq!(source.offset(LineColumn { line: 9, column: 9 }), 2);
    }
}
