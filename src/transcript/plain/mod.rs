//! The transcript as people paste it: a label, a colon, and what was said, in any of the usual dresses.
//!
//! A label opens a turn when it is a known word for a role, or a name that comes back. Everything else belongs to
//! the turn above it. A turn's words are always a slice of the text, so that what is quoted stands in the file.

mod header;
mod line;
mod turns;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;

use crate::call::{Call, Country, Speaker, Timing, Turn};
use crate::diagnostic::Diagnostic;
use crate::messages::Language;
use crate::source::{Source, Span};
use crate::transcript::clock::{self, numeric_date};
use crate::transcript::roles::{self, Voice};
use crate::transcript::{Hints, language};
use header::Header;
use turns::Piece;

/// Reads a pasted transcript. What the text says of itself goes before `hints`, except the roles: those were given
/// because the text does not know better.
pub fn parse(source: &Source, hints: &Hints) -> Result<Call, Diagnostic> {
    let text = source.text();
    let lines = line::lines(text);
    let read = Reading::new(text, &lines, hints);
    // Text that lost its line ends on the way has its labels inside the lines.
    let read = if read.is_dialogue() {
        read
    } else {
        let cut = Reading::new(text, &line::cut_inside(text, &lines), hints);
        if cut.is_dialogue() { cut } else { read }
    };
    let Reading { pieces, head, speakers } = &read;
    let (Some(first), Some(speaker)) = (pieces.first(), speakers.first()) else {
        return Err(no_speakers(source, &lines));
    };
    if !read.is_dialogue() {
        return Err(one_speaker(source, first, *speaker));
    }
    let mut call = Call::new(source.name(), Language::default());
    call.country = head.country.or(hints.country);
    call.language = head.language.or(hints.language).unwrap_or_else(|| {
        language::recognise(pieces.iter().map(|piece| &text[piece.words.clone()])).unwrap_or_default()
    });
    call.date = head.date.or_else(|| stamped_date(pieces, call.country, call.language)).or(hints.date);
    let times = timings(pieces, header::date_order(call.country, Some(call.language)));
    call.turns = pieces
        .iter()
        .zip(speakers)
        .zip(times)
        .map(|((piece, speaker), timing)| Turn { timing, ..Turn::new(*speaker, &text[piece.words.clone()]) })
        .collect();
    Ok(call)
}

/// The turns that were found, and who says them.
struct Reading {
    pieces: Vec<Piece>,
    head: Header,
    speakers: Vec<Speaker>,
}

impl Reading {
    fn new(text: &str, lines: &[Span], hints: &Hints) -> Self {
        let pieces = turns::find(text, lines, header::block(text, lines));
        let start = pieces.first().map_or(0, |first| first.start);
        let before = lines.partition_point(|line| line.end <= start);
        let head = header::read(text, &lines[..before]);
        let speakers = speakers(text, &pieces, &head, hints);
        Self { pieces, head, speakers }
    }

    /// Whether more than one role speaks.
    fn is_dialogue(&self) -> bool {
        self.speakers.iter().any(|speaker| Some(speaker) != self.speakers.first())
    }
}

/// The speaker of each piece.
fn speakers(text: &str, pieces: &[Piece], head: &Header, hints: &Hints) -> Vec<Speaker> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut voices: Vec<Voice> = Vec::new();
    let mut whose = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let key = piece.label.key.as_str();
        let at = *places.entry(key).or_insert_with(|| {
            let told = hints.role(key);
            voices.push(Voice {
                key,
                role: told.or(piece.label.role).or_else(|| head.role(key)),
                initial: piece.label.initial && told.is_none(),
                turns: Vec::new(),
            });
            voices.len() - 1
        });
        voices[at].turns.push(&text[piece.words.clone()]);
        whose.push(at);
    }
    let roles = roles::decide(&voices);
    whose.into_iter().map(|at| roles[at]).collect()
}

fn no_speakers(source: &Source, lines: &[Span]) -> Diagnostic {
    let text = source.text();
    let first = lines.iter().find(|line| !text[(*line).clone()].trim().is_empty()).cloned().unwrap_or(0..0);
    let whole = &text[first.clone()];
    let start = first.start + (whole.len() - whole.trim_start().len());
    // One line of the text is enough to recognise the file by, and a page-long one is too much.
    let end = crate::source::floor_boundary(text, (start + 60).min(first.start + whole.trim_end().len()));
    Diagnostic::error("transcript-no-speakers", source).at(start..end)
}

fn one_speaker(source: &Source, first: &Piece, speaker: Speaker) -> Diagnostic {
    Diagnostic::error("transcript-one-speaker", source)
        .at(first.span.clone())
        .arg("label", &source.text()[first.span.clone()])
        .arg("role", speaker.id())
}

/// The day on which the first stamped turn was said.
fn stamped_date(pieces: &[Piece], country: Option<Country>, language: Language) -> Option<Date> {
    let order = header::date_order(country, Some(language));
    pieces.iter().find_map(|piece| numeric_date(piece.stamp.as_ref()?.date.as_deref()?, order))
}

/// Times from the start of the call: stamps of a clock on the wall are counted from the first of them.
fn timings(pieces: &[Piece], order: clock::DateOrder) -> Vec<Option<Timing>> {
    const DAY: u64 = 24 * 60 * 60 * 1000;
    const HOUR: u64 = 60 * 60 * 1000;
    let first_day =
        pieces.iter().find_map(|piece| numeric_date(piece.stamp.as_ref()?.date.as_deref()?, order));
    let absolute = |piece: &Piece| {
        let stamp = piece.stamp.as_ref()?;
        let day = stamp.date.as_deref().and_then(|day| numeric_date(day, order)).zip(first_day);
        let days = day.and_then(|(day, first)| u64::try_from((day - first).get_days()).ok()).unwrap_or(0);
        Some((stamp.start + days * DAY, stamp.end.map(|end| end + days * DAY)))
    };
    let times: Vec<_> = pieces.iter().map(absolute).collect();
    let first = times.iter().flatten().map(|(start, _)| *start).next().unwrap_or(0);
    let base = if first_day.is_some() || first >= HOUR { first } else { 0 };
    times
        .into_iter()
        .map(|time| {
            time.map(|(start, end)| Timing {
                start: start.saturating_sub(base),
                end: end.map(|end| end.saturating_sub(base)),
            })
        })
        .collect()
}

/// Writes a call as a transcript that `parse` reads back.
pub fn write(call: &Call) -> String {
    let [date, country, language] = match call.language {
        Language::Es => ["Fecha", "País", "Idioma"],
        Language::En => ["Date", "Country", "Language"],
    };
    let mut text = String::new();
    // Writing to a string cannot fail.
    let mut put = |line: std::fmt::Arguments<'_>| text.write_fmt(line).unwrap_or_default();
    if let Some(day) = call.date {
        put(format_args!("{date}: {day}\n"));
    }
    if let Some(place) = call.country {
        put(format_args!("{country}: {}\n", place.code()));
    }
    put(format_args!("{language}: {}\n\n", call.language));
    for turn in &call.turns {
        if let Some(Timing { start, end }) = turn.timing {
            let end = end.map(|end| format!(" - {}", clock::written(end))).unwrap_or_default();
            put(format_args!("[{}{end}] ", clock::written(start)));
        }
        put(format_args!("{}: {}\n", name(turn.speaker, call.language), turn.text));
    }
    text
}

fn name(speaker: Speaker, language: Language) -> &'static str {
    match (speaker, language) {
        (Speaker::Agent, Language::Es) => "Agente",
        (Speaker::Agent, Language::En) => "Agent",
        (Speaker::Debtor, Language::Es) => "Cliente",
        (Speaker::Debtor, Language::En) => "Customer",
        (Speaker::ThirdParty, Language::Es) => "Tercero",
        (Speaker::ThirdParty, Language::En) => "Third party",
        (Speaker::System, Language::Es) => "Sistema",
        (Speaker::System, Language::En) => "System",
    }
}

#[cfg(test)]
mod tests;
