//! What the deserialiser complains of, as a finding of our own: in the reader's language, at the right place, with what
//! to type instead.

use std::sync::LazyLock;

use regex::Regex;

use super::{File, Path, Step, day, regex, syntax};
use crate::diagnostic::Diagnostic;
use crate::source::{LineColumn, Span};

static UNKNOWN_FIELD: LazyLock<Regex> =
    LazyLock::new(|| regex("unknown field `([^`]*)`(?:, expected (.*))?"));
static UNKNOWN_VARIANT: LazyLock<Regex> =
    LazyLock::new(|| regex("unknown variant `([^`]*)`(?:, expected (.*))?"));
static MISSING_FIELD: LazyLock<Regex> = LazyLock::new(|| regex("missing field `([^`]*)`"));
static WRONG_TYPE: LazyLock<Regex> =
    LazyLock::new(|| regex("(?s)invalid (?:type|value|length): (.*), expected (.*?)(?: at line \\d+.*)?$"));
static TICKED: LazyLock<Regex> = LazyLock::new(|| regex("`([^`]*)`"));
/// A value where something else belongs, with its kind.
static FOUND: LazyLock<Regex> =
    LazyLock::new(|| regex("(?s)^(string|integer|floating point|boolean|character) [`\"](.*)[`\"]$"));

/// The deserialiser's sentence, and where it stumbled.
#[derive(Debug)]
pub(super) struct Complaint {
    pub(super) text: String,
    pub(super) at: Option<LineColumn>,
    /// The form is YAML; the values are not what belongs there.
    pub(super) well_formed: bool,
}

impl Complaint {
    pub(super) fn finding(&self, file: &File) -> Diagnostic {
        let source = file.source();
        let text = self.text.as_str();
        let start = self.at.map(|at| source.offset(at));
        let rest_of_line = start.map(|start| first_line(source.text(), start..source.text().len()));
        let container = text
            .split_once(": ")
            .filter(|(path, _)| !path.contains(' '))
            .map_or_else(Path::root, |(path, _)| Path::parse(path));
        if let Some(found) = UNKNOWN_FIELD.captures(text) {
            let known = ticked(found.get(2).map_or("", |list| list.as_str()));
            return unknown_field(file, &container, &found[1], &known, rest_of_line);
        }
        if let Some(found) = UNKNOWN_VARIANT.captures(text) {
            let known = ticked(found.get(2).map_or("", |list| list.as_str()));
            return Diagnostic::error("unknown-value", source)
                .at(rest_of_line)
                .arg("value", &found[1])
                .arg("known", known.join(", "))
                .suggest(&found[1], known.iter().map(String::as_str));
        }
        if let Some(found) = MISSING_FIELD.captures(text) {
            let place = file.place(&container).map(|span| first_line(source.text(), span));
            return Diagnostic::error("missing-field", source)
                .at(place.or(rest_of_line))
                .arg("field", &found[1]);
        }
        let place = (container != Path::root()).then(|| file.place(&container)).flatten();
        let place = place.map(|span| first_line(source.text(), span)).or(rest_of_line.clone());
        if let Some(found) = WRONG_TYPE.captures(text) {
            return wrong_type(file, place, &found[1], &found[2]);
        }
        if text.contains("duplicate") {
            return Diagnostic::error("yaml-duplicate-key", source)
                .at(rest_of_line)
                .arg("key", ticked(text).into_iter().next().unwrap_or_default());
        }
        if text.contains("EndOfStream") || source.text().trim().is_empty() {
            return Diagnostic::error("yaml-empty", source).at(0..0);
        }
        if self.well_formed {
            return Diagnostic::error("bad-value", source).at(place);
        }
        syntax::finding(source, start.unwrap_or_default(), text)
    }
}

/// A key that does not belong here; or a sentence that a colon has made into one.
fn unknown_field(
    file: &File,
    container: &Path,
    field: &str,
    known: &[String],
    otherwise: Option<Span>,
) -> Diagnostic {
    let source = file.source();
    let place = file.key_place(&container.key(field));
    // Keys are single words in small letters; where a sentence may stand, any other word is the beginning of one.
    let sign = field.chars().next().is_some_and(|c| !c.is_alphanumeric());
    let sentence =
        known.iter().any(|key| key == "say") && !field.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    if let Some(place) = place.clone()
        && (sign || sentence || field.contains(char::is_whitespace))
    {
        return syntax::colon_in_text(source, place.start, place.end);
    }
    Diagnostic::error("unknown-field", source)
        .at(place.or(otherwise))
        .arg("field", field)
        .arg("known", known.join(", "))
        .suggest(field, known.iter().map(String::as_str))
}

fn wrong_type(file: &File, place: Option<Span>, found: &str, expected: &str) -> Diagnostic {
    let source = file.source();
    let text = source.text();
    let wanted = wanted(expected);
    if let Some(place) = &place {
        if let Some(finding) = syntax::key_too_deep(source, place.start) {
            return finding;
        }
        if wanted == "list"
            && let Some(finding) = syntax::glued_list(source, place.start)
        {
            return finding;
        }
        let sign = text[place.start..].chars().next().filter(|c| matches!(c, '[' | '{'));
        if let Some(sign) = sign
            && matches!(wanted, "text" | "line")
        {
            return syntax::sign_first(source, place.start, sign);
        }
    }
    let (kind, value) = kind_of(found);
    if wanted == "day" {
        let meant = day::meant(&value, text).unwrap_or_else(|| "none".to_owned());
        return Diagnostic::error("bad-date", source).at(place).arg("value", value).arg("suggestion", meant);
    }
    Diagnostic::error("wrong-type", source)
        .at(place)
        .arg("found", kind)
        .arg("value", value)
        .arg("wanted", wanted)
}

/// What stands there, in a word that the messages know.
fn kind_of(found: &str) -> (&'static str, String) {
    let (kind, value) = FOUND.captures(found).map_or((found, String::new()), |groups| {
        let (_, [kind, value]) = groups.extract();
        (kind, value.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    let kind = match kind {
        "string" | "character" => "text",
        "integer" | "floating point" => "number",
        "boolean" => "boolean",
        "sequence" => "list",
        "map" => "block",
        "unit value" | "null" | "Option value" => "nothing",
        _ => "other",
    };
    (kind, value)
}

/// What belongs there, in a word that the messages know.
fn wanted(expected: &str) -> &'static str {
    match expected {
        "a boolean" => "boolean",
        "a string" | "str" | "string" => "text",
        "a sequence" => "list",
        "a map" => "block",
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" | "isize" => "number",
        "a day" => "day",
        _ if expected.starts_with("a number from 0 to 100") => "gauge",
        _ if expected.starts_with("a sentence") => "line",
        _ if expected.starts_with("an array of length 2") => "pair",
        _ if expected.starts_with("struct ") => "block",
        _ => "other",
    }
}

fn ticked(text: &str) -> Vec<String> {
    TICKED.captures_iter(text).map(|name| name[1].to_owned()).collect()
}

fn first_line(text: &str, span: Span) -> Span {
    let length = text[span.clone()].split('\n').next().map_or(0, |line| line.trim_end().len());
    span.start..span.start + length
}

impl Path {
    /// Reads `a.b[3].c`, the form in which the deserialiser names a place.
    fn parse(text: &str) -> Self {
        let mut path = Self::root();
        for part in text.split('.').filter(|part| !part.is_empty()) {
            let (name, rest) = part.split_once('[').map_or((part, ""), |(name, rest)| (name, rest));
            if !name.is_empty() {
                path = path.key(name);
            }
            let indices = rest.split('[').filter_map(|digits| digits.trim_end_matches(']').parse().ok());
            path.0.extend(indices.map(Step::Item));
        }
        path
    }
}
