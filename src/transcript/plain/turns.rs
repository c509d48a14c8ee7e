//! Which lines open a turn, and how far each turn goes.

use std::collections::{BTreeMap, BTreeSet};

use super::line::{self, Opening};
use crate::call::Speaker;
use crate::source::Span;
use crate::transcript::clock::Stamp;
use crate::transcript::label::{Label, Trust};

/// A turn before its speaker's role is settled. Spans count bytes of the whole text.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Where its first line begins.
    pub(super) start: usize,
    pub(super) label: Label,
    /// Where the label stands.
    pub(super) span: Span,
    /// What was said, without blanks around it; never empty.
    pub(super) words: Span,
    pub(super) stamp: Option<Stamp>,
}

/// Finds the turns in the lines after the first `above`.
pub(super) fn find(text: &str, lines: &[Span], above: usize) -> Vec<Piece> {
    let mut openings: Vec<(usize, Opening)> = lines
        .iter()
        .enumerate()
        .skip(above)
        .filter_map(|(at, span)| Some((at, line::opening(text, span)?)))
        .collect();
    let spoken = lines[above..].iter().filter(|line| !text[(*line).clone()].trim().is_empty()).count();
    let believed = believed(&openings, spoken);
    openings.retain(|(_, opening)| believed.contains(&opening.label.key));
    let mut pieces = Vec::new();
    for (at, (index, opening)) in openings.iter().enumerate() {
        let next = openings.get(at + 1).map_or(lines.len(), |(next, _)| *next);
        let last = last_line(text, lines, *index, next);
        let words = trimmed(text, opening.words..lines[last].end);
        if !words.is_empty() {
            pieces.push(Piece {
                start: lines[*index].start,
                label: opening.label.clone(),
                span: opening.span.clone(),
                words,
                stamp: opening.stamp.clone().or_else(|| stamp_above(text, lines, *index)),
            });
        }
    }
    pieces
}

/// The keys of the labels that open turns.
fn believed(openings: &[(usize, Opening)], spoken: usize) -> BTreeSet<String> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, opening) in openings {
        *times.entry(&opening.label.key).or_default() += 1;
    }
    let known = |opening: &Opening| opening.label.trust == Trust::Known;
    let role_known =
        |role| openings.iter().any(|(_, opening)| known(opening) && opening.label.role == Some(role));
    let both_known = role_known(Speaker::Agent) && role_known(Speaker::Debtor);
    let keys = |accept: &dyn Fn(&Opening) -> bool| -> BTreeSet<String> {
        let accepted = openings.iter().filter(|(_, opening)| accept(opening));
        accepted.map(|(_, opening)| opening.label.key.clone()).collect()
    };
    let comes_back = |opening: &Opening| times.get(opening.label.key.as_str()).is_some_and(|n| *n > 1);
    let strict = keys(&|opening| known(opening) || comes_back(opening) && (opening.capital || !both_known));
    // In a call of a few lines nobody speaks twice: names count if they head most of the lines.
    if strict.len() < 2 && openings.len() * 2 >= spoken {
        return keys(&|opening| known(opening) || comes_back(opening) || opening.capital && opening.marked);
    }
    strict
}

/// The last line of the turn that opens at `index`: before the next turn, and before the time above that.
fn last_line(text: &str, lines: &[Span], index: usize, next: usize) -> usize {
    if next == lines.len() {
        return next - 1;
    }
    let Some(stamp) = stamp_line(text, lines, next).filter(|line| *line > index) else { return next - 1 };
    // Subtitles number their times.
    let above = &text[lines[stamp - 1].clone()];
    let numbered = !above.is_empty() && above.trim().bytes().all(|byte| byte.is_ascii_digit());
    (stamp - 1 - usize::from(numbered)).max(index)
}

/// The time on a line of its own above a turn.
fn stamp_above(text: &str, lines: &[Span], index: usize) -> Option<Stamp> {
    stamp_line(text, lines, index).and_then(|line| line::stamp_alone(&text[lines[line].clone()]))
}

fn stamp_line(text: &str, lines: &[Span], index: usize) -> Option<usize> {
    let above = lines[..index].iter().rposition(|line| !text[line.clone()].trim().is_empty())?;
    line::stamp_alone(&text[lines[above].clone()]).map(|_| above)
}

fn trimmed(text: &str, span: Span) -> Span {
    let span = span.start.min(span.end)..span.end;
    let words = &text[span.clone()];
    let start = span.start + (words.len() - words.trim_start().len());
    // The last bar of a table's row is not said.
    let end = span.start + words.trim_end_matches(|c: char| c.is_whitespace() || c == '|').len();
    start..end.max(start)
}
