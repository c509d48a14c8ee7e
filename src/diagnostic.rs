//! A finding about a file that somebody wrote: data first, words and drawing apart.

mod numbers;

use std::collections::BTreeMap;

pub use numbers::{Numbered, TABLE, number};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::messages::{Arg, Messages};
use crate::source::{Source, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

/// A span with a word on what stands there; the note is a message id.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    pub span: Span,
    pub note: Option<&'static str>,
    pub primary: bool,
}

/// One finding. The wording is the message `diag-<code>` with `args`; the remedy, if any, `diag-<code>-help`.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    pub code: &'static str,
    pub severity: Severity,
    pub source: Source,
    pub labels: Vec<Label>,
    pub args: BTreeMap<&'static str, Arg>,
}

impl Diagnostic {
    pub fn error(code: &'static str, source: &Source) -> Self {
        Self {
            code,
            severity: Severity::Error,
            source: source.clone(),
            labels: Vec::new(),
            args: BTreeMap::new(),
        }
    }

    pub fn warning(code: &'static str, source: &Source) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, source) }
    }

    /// Where the fault is; the first place given is the one that the title names.
    #[must_use]
    pub fn at(mut self, span: impl Into<Option<Span>>) -> Self {
        if let Some(span) = span.into() {
            self.labels.push(Label { span, note: None, primary: true });
        }
        self
    }

    /// Another place that explains the fault.
    #[must_use]
    pub fn also(mut self, span: impl Into<Option<Span>>, note: &'static str) -> Self {
        if let Some(span) = span.into() {
            self.labels.push(Label { span, note: Some(note), primary: false });
        }
        self
    }

    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.insert(name, value.into());
        self
    }

    /// Adds the closest of `known` to `name` as `$suggestion` (`none` where none is close).
    #[must_use]
    pub fn suggest<'a>(self, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let best = closest(name, known).unwrap_or("none").to_owned();
        self.arg("suggestion", best)
    }

    /// The title in the reader's language.
    pub fn title(&self, messages: &Messages) -> String {
        messages.say_with(&format!("diag-{}", self.code), &self.values())
    }

    /// What to do about it, if the catalogue says.
    pub fn help(&self, messages: &Messages) -> Option<String> {
        messages.find(&format!("diag-{}-help", self.code), &self.values()).filter(|help| !help.is_empty())
    }

    /// The number in the list of all findings.
    pub fn number(&self) -> Option<&'static str> {
        number(self.code)
    }

    fn values(&self) -> Vec<(&str, Arg)> {
        self.args.iter().map(|(name, value)| (*name, value.clone())).collect()
    }

    /// The finding as a person reads it: title, place, the line with a caret, remedy.
    pub fn render(&self, messages: &Messages, styled: bool) -> String {
        let title = printable(&self.title(messages));
        let name = match self.severity {
            Severity::Error => messages.say("diag-error"),
            Severity::Warning => messages.say("diag-warning"),
        };
        let level = match self.severity {
            Severity::Error => Level::ERROR.with_name(name),
            Severity::Warning => Level::WARNING.with_name(name),
        };
        // The drawing needs plain lines: control characters become blanks of the same width, tabs are shown.
        let plain = blank_controls(self.source.text());
        let text = plain.replace('\t', TAB);
        let path = printable(self.source.name()).replace('\n', " ");
        let notes: Vec<String> = self
            .labels
            .iter()
            .map(|label| label.note.map(|id| messages.say(id)).unwrap_or_default())
            .collect();
        let id =
            self.number().map_or_else(|| self.code.to_owned(), |number| format!("{number} {}", self.code));
        let mut group = level.primary_title(title).id(id.as_str()).element(
            Snippet::source(text.as_str()).path(path.as_str()).annotations(
                self.labels.iter().zip(&notes).map(|(label, note)| {
                    let kind = if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
                    kind.span(with_tabs(&clamp(&label.span, &plain), &plain)).label(note.as_str())
                }),
            ),
        );
        if let Some(help) = self.help(messages) {
            group = group.element(Level::HELP.with_name(messages.say("diag-help")).message(printable(&help)));
        }
        let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group])
    }

    /// Line and column of the primary place, if the finding has one.
    pub fn position(&self) -> Option<crate::source::LineColumn> {
        self.labels.iter().find(|label| label.primary).map(|label| self.source.position(label.span.start))
    }
}

/// The known name nearest to `name`, if it is near enough to be meant.
pub fn closest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

/// Text that is safe on a terminal: control characters (escape sequences among them) are shown, not obeyed.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\t' => character,
            // Bidirectional overrides can make a line read as what it is not.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

fn blank_controls(text: &str) -> String {
    text.chars()
        .flat_map(|character| {
            let blank = character.is_control() && !matches!(character, '\n' | '\t');
            let (shown, times) = if blank { (' ', character.len_utf8()) } else { (character, 1) };
            std::iter::repeat_n(shown, times)
        })
        .collect()
}

/// How a tab is drawn.
const TAB: &str = "→";

/// The place of a span once every tab is drawn.
fn with_tabs(span: &Span, text: &str) -> Span {
    let moved = |at: usize| at + text[..at].matches('\t').count() * (TAB.len() - 1);
    moved(span.start)..moved(span.end)
}

fn clamp(span: &Span, text: &str) -> Span {
    let start = crate::source::floor_boundary(text, span.start);
    let end = crate::source::floor_boundary(text, span.end.max(span.start));
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn a_name_close_to_a_known_one_is_suggested() {
        assert_eq!(closest("emphatize", ["empathize", "greet"]), Some("empathize"));
        assert_eq!(closest("xyz", ["empathize", "greet"]), None);
    }

    #[test]
    fn escape_sequences_are_shown_not_obeyed() {
        assert_eq!(printable("a\u{1b}[31mb"), "a\u{fffd}[31mb");
    }

    #[test]
    fn a_tab_is_shown_and_the_caret_stays_under_its_place() {
        let source = Source::new("x.yaml", "a: 1\n\tb: 2\n");
        let text =
            Diagnostic::error("yaml-tab", &source).at(5..6).render(&Messages::new(Language::Es), false);
        assert!(text.contains("2 | →b: 2\n  | ^\n"), "{text}");
    }

    #[test]
    fn a_rendered_finding_names_the_file_the_line_and_the_column() {
        let source = Source::new("scenarios/x.yaml", "id: x\ntítulo: ñandú\n");
        let at = source.text().find("ñandú").unwrap();
        let text = Diagnostic::error("unknown-field", &source)
            .at(at..at + "ñandú".len())
            .arg("field", "ñandú")
            .arg("known", "")
            .arg("suggestion", "none")
            .render(&Messages::new(Language::Es), false);
        assert!(text.contains("scenarios/x.yaml:2:9"), "{text}");
        assert!(text.contains("^^^^^"), "{text}");
    }
}
