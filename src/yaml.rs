//! YAML: typed values, the place of any value, and the traps that YAML sets for prose.
//!
//! The only file that names the YAML crates. Values come from `serde_yaml`; places come from a second pass
//! over the events of `granit-parser`, made only when there is something to report; the words of both become ours in
//! `complaint` and `syntax`.

mod complaint;
mod day;
mod syntax;

use std::fmt;
use std::sync::LazyLock;
use std::sync::OnceLock;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};
use regex::Regex;
use serde::de::DeserializeOwned;

use crate::diagnostic::Diagnostic;
use crate::source::{LineColumn, Source, Span};
use complaint::Complaint;

/// No content file comes near; a larger one is refused before it is parsed.
const MAX_BYTES: usize = 4 << 20;
/// Nesting past this is refused, so that hostile files cannot exhaust the stack.
const MAX_DEPTH: usize = 64;

/// The way from a file's root to a value: `objections[2].yields_to`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Path(Vec<Step>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Item(usize),
}

impl Path {
    pub fn root() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn key(&self, name: impl Into<String>) -> Self {
        let mut path = self.clone();
        path.0.push(Step::Key(name.into()));
        path
    }

    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        let mut path = self.clone();
        path.0.push(Step::Item(index));
        path
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(name) if at == 0 => write!(f, "{name}")?,
                Step::Key(name) => write!(f, ".{name}")?,
                Step::Item(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A file that was read, with its index of places.
#[derive(Debug)]
pub struct File {
    source: Source,
    index: OnceLock<Option<Node>>,
}

impl File {
    pub fn new(source: Source) -> Self {
        Self { source, index: OnceLock::new() }
    }

    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Where the value at `path` stands; where there is none, the nearest value that holds it.
    pub fn place(&self, path: &Path) -> Option<Span> {
        let mut node = self.index()?;
        for step in &path.0 {
            let Some(next) = node.child(step) else { break };
            node = next;
        }
        Some(trimmed(self.source.text(), node.span()))
    }

    /// Where the key of the value at `path` stands.
    pub fn key_place(&self, path: &Path) -> Option<Span> {
        let (last, parents) = path.0.split_last()?;
        let mut node = self.index()?;
        for step in parents {
            node = node.child(step)?;
        }
        match (node, last) {
            (Node::Map(_, entries), Step::Key(name)) => {
                entries.iter().find(|entry| entry.key == *name).map(|entry| entry.key_span.clone())
            }
            _ => None,
        }
    }

    /// An error at the value that `path` names.
    pub fn error(&self, code: &'static str, path: &Path) -> Diagnostic {
        Diagnostic::error(code, &self.source).at(self.place(path))
    }

    /// A warning at the value that `path` names.
    pub fn warning(&self, code: &'static str, path: &Path) -> Diagnostic {
        Diagnostic::warning(code, &self.source).at(self.place(path))
    }

    /// An error at the key that `path` names.
    pub fn key_error(&self, code: &'static str, path: &Path) -> Diagnostic {
        Diagnostic::error(code, &self.source).at(self.key_place(path).or_else(|| self.place(path)))
    }

    /// A warning at the key that `path` names.
    pub fn key_warning(&self, code: &'static str, path: &Path) -> Diagnostic {
        Diagnostic::warning(code, &self.source).at(self.key_place(path).or_else(|| self.place(path)))
    }

    /// The part of the source text that a span covers inside the value at `path`, for plain scalars:
    /// `within` counts bytes of the value.
    pub fn place_within(&self, path: &Path, within: &Span) -> Option<Span> {
        let whole = self.place(path)?;
        let quoted = self.source.text()[whole.clone()].starts_with(['"', '\'']);
        let start = whole.start + usize::from(quoted) + within.start;
        let end = start + within.len();
        (end <= whole.end).then_some(start..end)
    }

    fn index(&self) -> Option<&Node> {
        self.index.get_or_init(|| Indexer::new(&self.source).read().0).as_ref()
    }
}

/// Reads a typed value; faults of form and of shape come back as diagnostics, as many as can be found.
pub fn read<T: DeserializeOwned>(source: Source) -> Result<(T, File), Vec<Diagnostic>> {
    if source.text().len() > MAX_BYTES {
        return Err(vec![
            Diagnostic::error("yaml-too-large", &source).at(0..0).arg("megabytes", MAX_BYTES >> 20),
        ]);
    }
    match serde_yaml::from_str(source.text()) {
        Ok(value) => Ok((value, File::new(source))),
        Err(error) => {
            let mut found: Vec<_> = lint(&source)
                .into_iter()
                .filter(|d| d.severity == crate::diagnostic::Severity::Error)
                .collect();
            let file = File::new(source);
            let place = error.location();
            let complaint = Complaint {
                text: error.to_string(),
                at: place.map(|at| LineColumn { line: at.line(), column: at.column() }),
                well_formed: serde_yaml::from_str::<serde_yaml::Value>(file.source.text()).is_ok(),
            };
            let shape = complaint.finding(&file);
            // What one of the traps explains needs no second finding.
            let line = |it: &Diagnostic| it.position().map(|at| at.line);
            let told = |trap: &Diagnostic| {
                line(trap) == line(&shape) || trap.code == "yaml-duplicate-key" && trap.code == shape.code
            };
            if !found.iter().any(told) {
                found.push(shape);
            }
            Err(found)
        }
    }
}

/// Writes a value as YAML.
pub fn write<T: serde::Serialize>(value: &T) -> Result<String, String> {
    serde_yaml::to_string(value).map_err(|error| error.to_string())
}

/// What YAML accepts and an author does not mean: repeated keys, anchors and tags, sentences cut by a
/// comma in `[ ]` or `{ }`, by ` #`, and invisible spaces.
pub fn lint(source: &Source) -> Vec<Diagnostic> {
    let (_, mut found) = Indexer::new(source).read();
    found.extend(
        source
            .text()
            .match_indices('\u{a0}')
            .take(1)
            .map(|(at, space)| Diagnostic::warning("yaml-no-break-space", source).at(at..at + space.len())),
    );
    found.sort_by_key(|diagnostic| diagnostic.labels.first().map(|label| label.span.start));
    found
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a constant pattern compiles")
}

/// Block values end with the blank lines after them; those are not worth underlining.
fn trimmed(text: &str, span: Span) -> Span {
    span.start..span.start + text[span.clone()].trim_end().len()
}

#[derive(Debug)]
enum Node {
    Scalar(Span),
    Items(Span, Vec<Self>),
    Map(Span, Vec<Entry>),
}

#[derive(Debug)]
struct Entry {
    key: String,
    key_span: Span,
    value: Node,
}

impl Node {
    fn span(&self) -> Span {
        match self {
            Self::Scalar(span) | Self::Items(span, _) | Self::Map(span, _) => span.clone(),
        }
    }

    fn child(&self, step: &Step) -> Option<&Self> {
        match (self, step) {
            (Self::Items(_, items), Step::Item(index)) => items.get(*index),
            (Self::Map(_, entries), Step::Key(name)) => {
                entries.iter().find(|entry| entry.key == *name).map(|entry| &entry.value)
            }
            _ => None,
        }
    }
}

/// Walks the events once, building the tree of places and noting the traps.
struct Indexer<'a> {
    source: &'a Source,
    parser: Parser<'a, granit_parser::StrInput<'a>>,
    found: Vec<Diagnostic>,
}

type Next<'a> = (Event<'a>, Span);

impl<'a> Indexer<'a> {
    fn new(source: &'a Source) -> Self {
        Self { source, parser: Parser::new_from_str(source.text()), found: Vec::new() }
    }

    fn read(mut self) -> (Option<Node>, Vec<Diagnostic>) {
        let mut root = None;
        while let Some((event, span)) = self.next() {
            match event {
                Event::StreamEnd => break,
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                other if root.is_none() => root = self.node((other, span), 0),
                _ => break,
            }
        }
        self.hash_signs();
        (root, self.found)
    }

    fn next(&mut self) -> Option<Next<'a>> {
        let (event, span) = self.parser.next_event()?.ok()?;
        let end = self.source.text().len();
        let range = span.byte_range().unwrap_or(end..end);
        Some((event, range.start.min(end)..range.end.min(end)))
    }

    fn node(&mut self, (event, span): Next<'a>, depth: usize) -> Option<Node> {
        if depth > MAX_DEPTH {
            return None;
        }
        match event {
            Event::Scalar(_, _, anchor, tag) => {
                self.refuse_anchor_or_tag(anchor, tag.is_some(), &span);
                Some(Node::Scalar(span))
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.refuse_anchor_or_tag(anchor, tag.is_some(), &span);
                self.items(span.start, style, depth)
            }
            Event::MappingStart(style, anchor, tag) => {
                self.refuse_anchor_or_tag(anchor, tag.is_some(), &span);
                self.entries(span.start, style, depth)
            }
            Event::Alias(_) => {
                self.found.push(Diagnostic::error("yaml-anchor", self.source).at(span.clone()));
                Some(Node::Scalar(span))
            }
            _ => None,
        }
    }

    fn items(&mut self, start: usize, style: StructureStyle, depth: usize) -> Option<Node> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                return Some(Node::Items(start..span.end.max(start), items));
            }
            if style == StructureStyle::Flow
                && let Event::Scalar(text, ScalarStyle::Plain, ..) = &event
                && looks_like_prose(text)
            {
                self.found.push(Diagnostic::error("yaml-prose-in-brackets", self.source).at(span.clone()));
            }
            items.push(self.node((event, span), depth + 1)?);
        }
    }

    fn entries(&mut self, start: usize, style: StructureStyle, depth: usize) -> Option<Node> {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let (event, key_span) = self.next()?;
            let key = match event {
                Event::MappingEnd => return Some(Node::Map(start..key_span.end.max(start), entries)),
                Event::Scalar(key, ..) => key.into_owned(),
                other => {
                    self.node((other, key_span.clone()), depth + 1)?;
                    String::new()
                }
            };
            if key == "<<" {
                self.found.push(Diagnostic::error("yaml-anchor", self.source).at(key_span.clone()));
            }
            if let Some(first) = entries.iter().find(|entry| entry.key == key) {
                self.found.push(
                    Diagnostic::error("yaml-duplicate-key", self.source)
                        .at(key_span.clone())
                        .also(first.key_span.clone(), "diag-first-here")
                        .arg("key", key.as_str()),
                );
            }
            let next = self.next()?;
            if style == StructureStyle::Flow
                && let Event::Scalar(text, ScalarStyle::Plain, ..) = &next.0
                && (text.is_empty() || looks_like_prose(text))
            {
                self.found
                    .push(Diagnostic::error("yaml-prose-in-brackets", self.source).at(key_span.clone()));
            }
            let value = self.node(next, depth + 1)?;
            entries.push(Entry { key, key_span, value });
        }
    }

    fn refuse_anchor_or_tag(&mut self, anchor: usize, tagged: bool, span: &Span) {
        if anchor != 0 || tagged {
            self.found.push(Diagnostic::error("yaml-anchor", self.source).at(span.clone()));
        }
    }

    /// `pagó #3 cuotas` loses everything after `pagó`: one blank, a hash and no blank is hardly a comment.
    fn hash_signs(&mut self) {
        static CUT: LazyLock<Regex> = LazyLock::new(|| regex(r"(?m)[\p{L}\p{N},;:.!?] (#[\p{L}\p{N}])"));
        let text = self.source.text();
        for found in CUT.captures_iter(text).filter_map(|groups| groups.get(1)) {
            let line_start = text[..found.start()].rfind('\n').map_or(0, |at| at + 1);
            let before = &text[line_start..found.start()];
            let quoted = before.matches('"').count() % 2 == 1 || before.matches('\'').count() % 2 == 1;
            if !quoted && !before.trim_start().starts_with('#') {
                self.found.push(
                    Diagnostic::error("yaml-hash-cuts-text", self.source).at(found.start()..found.end()),
                );
            }
        }
    }
}

/// A word list may stand in brackets; a sentence may not, for a comma would split it in silence.
fn looks_like_prose(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let sentence = text.ends_with(['.', '!', '?', '…']) || text.starts_with(['¿', '¡']);
    words >= 2 && (sentence || words >= 5 || text.chars().next().is_some_and(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only the shape matters here")]
    struct Sample {
        id: String,
        #[serde(default)]
        steps: Vec<Stage>,
        #[serde(default)]
        words: BTreeMap<String, Vec<String>>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only the shape matters here")]
    struct Stage {
        goto: String,
        #[serde(default)]
        weight: u8,
    }

    fn codes(text: &str) -> Vec<&'static str> {
        match read::<Sample>(Source::new("x.yaml", text)) {
            Ok((_, file)) => lint(file.source()).iter().map(|d| d.code).collect(),
            Err(found) => found.iter().map(|d| d.code).collect(),
        }
    }

    fn place(text: &str) -> (usize, usize) {
        let found = read::<Sample>(Source::new("x.yaml", text)).unwrap_err();
        let at = found.last().unwrap().position().unwrap();
        (at.line, at.column)
    }

    #[test]
    fn a_value_is_found_by_its_path() {
        let text = "id: año\nsteps:\n  - goto: uno\n  - goto: dos\n    weight: 3\n";
        let (_, file) = read::<Sample>(Source::new("x.yaml", text)).unwrap();
        let span = file.place(&Path::root().key("steps").item(1).key("goto")).unwrap();
        assert_eq!(&text[span], "dos");
        let span = file.key_place(&Path::root().key("steps").item(1).key("weight")).unwrap();
        assert_eq!(&text[span], "weight");
    }

    #[test]
    fn an_unknown_field_is_placed_on_its_key() {
        assert_eq!(codes("id: x\nsteps:\n  - goto: a\n    wieght: 2\n"), ["unknown-field"]);
        assert_eq!(place("id: x\nsteps:\n  - goto: a\n    wieght: 2\n"), (4, 5));
    }

    #[test]
    fn a_wrong_type_is_placed_on_its_value() {
        assert_eq!(codes("id: x\nsteps:\n  - goto: a\n    weight: much\n"), ["wrong-type"]);
        assert_eq!(place("id: x\nsteps:\n  - goto: a\n    weight: much\n"), (4, 13));
    }

    #[test]
    fn a_missing_field_names_the_value_that_lacks_it() {
        assert_eq!(codes("id: x\nsteps:\n  - weight: 2\n"), ["missing-field"]);
        assert_eq!(place("id: x\nsteps:\n  - weight: 2\n").0, 3);
    }

    #[test]
    fn prose_in_brackets_is_refused_and_word_lists_are_not() {
        assert_eq!(codes("id: x\nwords:\n  a: [Oiga, a mí no me amenace.]\n"), ["yaml-prose-in-brackets"]);
        assert!(codes("id: x\nwords:\n  a: [deuda, adeudo, saldo vencido]\n").is_empty());
    }

    #[test]
    fn a_hash_that_cuts_a_sentence_is_refused_and_a_comment_is_not() {
        assert_eq!(codes("id: pagó #3 cuotas\n"), ["yaml-hash-cuts-text"]);
        assert!(codes("id: pagó # tres\n").is_empty());
    }

    #[test]
    fn repeated_keys_show_both_places() {
        let found = read::<Sample>(Source::new("x.yaml", "id: x\nwords: {}\nid: z\n")).unwrap_err();
        assert_eq!(found[0].code, "yaml-duplicate-key");
        assert_eq!(found[0].labels.len(), 2);
    }

    #[test]
    fn anchors_are_refused() {
        assert!(codes("id: &a x\nsteps: []\n").contains(&"yaml-anchor"));
    }

    #[test]
    fn hostile_nesting_is_refused_without_a_crash() {
        let text = format!("id: {}", "[".repeat(20_000));
        assert!(read::<Sample>(Source::new("x.yaml", text)).is_err());
    }
}
