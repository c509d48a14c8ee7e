//! The beginning of a line: quote marks, bullets, a time, a label, and where the words begin.

use std::sync::LazyLock;

use regex::Regex;

use crate::source::{Span, floor_boundary};
use crate::transcript::clock::{STAMP, Stamp};
use crate::transcript::label::{self, Label, Trust};

/// A line that may begin a turn. Spans count bytes of the whole text.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    pub(super) label: Label,
    /// Where the label stands.
    pub(super) span: Span,
    /// Where the words begin; the line's end, if they begin on the next one.
    pub(super) words: usize,
    pub(super) stamp: Option<Stamp>,
    /// Whether the label is followed by a colon (or `>`): what makes a name a label.
    pub(super) marked: bool,
    /// Whether the label is written with a capital.
    pub(super) capital: bool,
}

/// No label, however decorated, is longer.
const HEAD: usize = 300;

static HEAD_PATTERN: LazyLock<Regex> = LazyLock::new(|| {
    let stamp = STAMP.as_str();
    // Left-to-right and top-level marks that chat programs put before a line.
    let lead = r"(?:[\s\u{200d}\u{200e}\u{200f}\u{202a}\u{202c}\u{fe0f}\u{feff}\p{Extended_Pictographic}\p{Emoji_Modifier}>*_\#•·~|]|[-–—]\s+|\d{1,4}[.)]\s+)*";
    let name = r"\p{L}[\p{L}\p{M}\p{N}.'’/\#_-]*(?:\([ao]\))?(?:[\ \u{a0}][\p{L}\p{N}\#][\p{L}\p{M}\p{N}.'’/_-]*){0,5}?";
    Regex::new(&format!(
        r"(?x)^{lead}
        (?:(?P<before>[\[(]\s?{stamp}\s?[\])]|{stamp})[\s*_]*(?:\|\s*|[-–—]\s+)?)?
        [*_~\s]*
        (?:
          \[(?P<boxed>{name})\](?P<boxed_close>\s*[:>]|)
        |
          (?P<label>{name})
          [*_]*
          (?:\s*[(\[](?P<aside>[^()\[\]:]{{1,40}})[)\]])?
          (?:[\s,|–—-]*(?P<inside>[\[(]\s?{stamp}\s?[\])]|{stamp}))?
          (?P<close>[*_]*\s*[:：>][*_]*|\s[-–—]\s|\s?\||\t|[*_]*\s*$)
        )
        \s*
        (?P<after>[\[(]\s?{stamp}\s?[\])]|\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,]\d{{1,3}})?(?:\s|$))?
        [*_]*\s*"
    ))
    .expect("a constant pattern compiles")
});

static STAMP_ALONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"^[\s>*_]*[\[(]?\s?{}\s?[\])]?[\s*_]*$", STAMP.as_str()))
        .expect("a constant pattern compiles")
});

/// Reads the line at `line` as the beginning of a turn, if it can be one.
pub(super) fn opening(text: &str, line: &Span) -> Option<Opening> {
    let whole = &text[line.clone()];
    let head = &whole[..floor_boundary(whole, HEAD)];
    let found = HEAD_PATTERN.captures(head)?;
    let name = found.name("boxed").or_else(|| found.name("label"))?;
    let read = label::read(name.as_str(), found.name("aside").map(|aside| aside.as_str()))?;
    let close = found.name("boxed_close").or_else(|| found.name("close")).map_or("", |close| close.as_str());
    let marked = close.contains([':', '：', '>']);
    let end = found.get(0).map_or(0, |all| all.end());
    // `https://…` and `10:30` are no labels, whatever stands before them.
    if marked && head[found.name("close").map_or(end, |close| close.end())..].starts_with("//") {
        return None;
    }
    let stamped = ["before", "inside", "after"].iter().find_map(|group| found.name(group));
    // The time after the label is the turn's only if it has no other: else it belongs to the words.
    let words = match (found.name("after"), found.name("before").or_else(|| found.name("inside"))) {
        (Some(after), Some(_)) => after.start(),
        _ => end,
    };
    let alone = close.trim().is_empty() && !close.contains('\t') && found.name("boxed").is_none();
    let believed = match read.trust {
        Trust::Known => !alone || stamped.is_some() || !read.initial,
        Trust::Name => marked || alone && stamped.is_some(),
    };
    believed.then(|| Opening {
        span: line.start + name.start()..line.start + name.end(),
        words: line.start + words,
        stamp: stamped.and_then(|stamp| Stamp::read(stamp.as_str())),
        marked,
        capital: name.as_str().starts_with(char::is_uppercase),
        label: read,
    })
}

/// The time on a line that holds nothing else.
pub(super) fn stamp_alone(line: &str) -> Option<Stamp> {
    (line.len() < 80 && STAMP_ALONE.is_match(line)).then(|| Stamp::read(line)).flatten()
}

static INLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[.?!…)\]»”]\s+(?P<label>\p{L}[\p{L}\p{M}]+(?: \p{L}[\p{L}\p{M}]+){0,2}):\s")
        .expect("a constant pattern compiles")
});

/// The lines cut before each known label that follows the end of a sentence: for text that lost its line ends.
pub(super) fn cut_inside(text: &str, lines: &[Span]) -> Vec<Span> {
    let mut found = Vec::with_capacity(lines.len());
    for line in lines {
        let mut start = line.start;
        for label in INLINE.captures_iter(&text[line.clone()]).filter_map(|cut| cut.name("label")) {
            let known = label::read(label.as_str(), None).is_some_and(|read| read.trust == Trust::Known);
            if known {
                found.push(start..line.start + label.start());
                start = line.start + label.start();
            }
        }
        found.push(start..line.end);
    }
    found
}

/// The lines of a text without their ends, whichever kind of end it uses.
pub(super) fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, end) in text.match_indices(['\n', '\r']) {
        // The second half of `\r\n` ends no line of its own.
        if end == "\n" && at > 0 && at == start && text.as_bytes()[at - 1] == b'\r' {
            start = at + 1;
            continue;
        }
        found.push(start..at);
        start = at + 1;
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(String, String, Option<u64>)> {
        let opening = opening(line, &(0..line.len()))?;
        let label = line[opening.span.clone()].to_owned();
        Some((label, line[opening.words..].to_owned(), opening.stamp.map(|stamp| stamp.start)))
    }

    fn parts(label: &str, words: &str, start: Option<u64>) -> (String, String, Option<u64>) {
        (label.to_owned(), words.to_owned(), start)
    }

    #[test]
    fn labels_are_read_in_every_dress() {
        for line in [
            "Agente: hola",
            "  Agente : hola",
            "**Agente:** hola",
            "**Agente**: hola",
            "- Agente: hola",
            "> Agente: hola",
            "3. Agente: hola",
            "Agente (Ana Ruiz): hola",
            "Agente [Ana]: hola",
            "[Agente] hola",
            "[Agente]: hola",
            "Agente - hola",
            "Agente — hola",
            "Agente> hola",
            "Agente\thola",
            "Agente | hola",
            "| Agente | hola",
            "👩🏽‍💼 Agente: hola",
        ] {
            assert_eq!(read(line), Some(parts("Agente", "hola", None)), "{line}");
        }
    }

    #[test]
    fn times_are_read_before_inside_and_after_the_label() {
        for line in [
            "[00:01:23] Agente: hola",
            "00:01:23 Agente: hola",
            "(1:23) Agente: hola",
            "1:23 - Agente: hola",
            "00:01:23|Agente|hola",
            "[00:01:23 - 00:01:30] Agente: hola",
            "00:01:23,000 --> 00:01:30,000 Agente: hola",
            "Agente [00:01:23]: hola",
            "Agente (1:23): hola",
            "Agente 00:01:23: hola",
            "Agente: [00:01:23] hola",
            "Agente: 00:01:23 hola",
        ] {
            assert_eq!(read(line), Some(parts("Agente", "hola", Some(83_000))), "{line}");
        }
    }

    #[test]
    fn a_name_and_a_time_alone_open_a_turn_on_the_next_line() {
        assert_eq!(read("Ana Ruiz  0:12"), Some(parts("Ana Ruiz", "", Some(12_000))));
        assert_eq!(read("Ana Ruiz"), None);
        assert_eq!(read("AGENTE"), Some(parts("AGENTE", "", None)));
    }

    #[test]
    fn an_hour_that_is_said_stays_in_the_words() {
        assert_eq!(read("Cliente: 10:30 está bien"), Some(parts("Cliente", "10:30 está bien", None)));
        assert_eq!(
            read("[0:05] Cliente: (10:30) está bien"),
            Some(parts("Cliente", "(10:30) está bien", Some(5_000)))
        );
    }

    #[test]
    fn chat_lines_have_their_name_after_the_hour() {
        assert_eq!(read("\u{200e}[12/3/26 10:15] Ana: hola"), Some(parts("Ana", "hola", Some(36_900_000))));
        assert_eq!(read("12/3/26, 10:15 - Ana: hola"), Some(parts("Ana", "hola", Some(36_900_000))));
    }

    #[test]
    fn addresses_sums_and_sentences_are_no_labels() {
        for line in [
            "https://pagos.example/abc",
            "Pago: https://pagos.example",
            "Total: 500",
            "10:30",
            "[risas] Bueno",
            "Mire, le digo una cosa: no tengo",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn lines_end_in_each_of_the_three_ways() {
        let text = "a\r\nb\nc\rd\n\ne";
        let found: Vec<&str> = lines(text).into_iter().map(|line| &text[line]).collect();
        assert_eq!(found, ["a", "b", "c", "d", "", "e"]);
    }
}
