//! The findings of a check: every one of them, each at its place, and the count.

use serde_json::{Value, json};

use super::layout::{Colour, Style};
use crate::diagnostic::{Diagnostic, Severity};
use crate::messages::Messages;
use crate::source::Source;

/// The schema of the value that `json` makes.
pub const SCHEMA: &str = "ensayo/check/1";

/// What was found in which files.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// Names of the files, in the order in which they were looked at.
    files: Vec<String>,
    found: Vec<Diagnostic>,
}

impl Findings {
    /// Notes that a file was looked at; whether it is the first time.
    pub fn file(&mut self, source: &Source) -> bool {
        let new = !self.files.iter().any(|name| name == source.name());
        if new {
            self.files.push(source.name().to_owned());
        }
        new
    }

    /// Adds what was not found before.
    pub fn add(&mut self, found: impl IntoIterator<Item = Diagnostic>) {
        for finding in found {
            if !self.found.contains(&finding) {
                self.found.push(finding);
            }
        }
    }

    pub fn errors(&self) -> usize {
        self.found.iter().filter(|finding| finding.severity == Severity::Error).count()
    }

    pub fn warnings(&self) -> usize {
        self.found.len() - self.errors()
    }

    /// By file, in the order in which they were looked at, and from the top of each to its end.
    fn ordered(&self) -> Vec<&Diagnostic> {
        let mut ordered: Vec<&Diagnostic> = self.found.iter().collect();
        let file = |finding: &Diagnostic| self.files.iter().position(|name| name == finding.source.name());
        ordered.sort_by_key(|finding| (file(finding).unwrap_or(self.files.len()), finding.position()));
        ordered
    }
}

/// The findings for a person at a terminal.
pub fn text(findings: &Findings, messages: &Messages, style: Style) -> String {
    let mut text = String::new();
    for finding in findings.ordered() {
        text.push_str(&finding.render(messages, style.colour == Colour::On));
        text.push_str("\n\n");
    }
    let counts = [
        ("files", findings.files.len().into()),
        ("errors", findings.errors().into()),
        ("warnings", findings.warnings().into()),
    ];
    text.push_str(&messages.say_with("check-summary", &counts));
    text.push('\n');
    text
}

/// The findings for programs.
pub fn json(findings: &Findings, messages: &Messages) -> Value {
    let found: Vec<Value> = findings
        .ordered()
        .into_iter()
        .map(|finding| {
            let place = finding.position();
            json!({
                "number": finding.number(),
                "code": finding.code,
                "severity": match finding.severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                },
                "file": finding.source.name(),
                "line": place.map(|place| place.line),
                "column": place.map(|place| place.column),
                "title": finding.title(messages),
                "help": finding.help(messages),
            })
        })
        .collect();
    json!({
        "schema": SCHEMA,
        "language": messages.language().code(),
        "files": findings.files.len(),
        "errors": findings.errors(),
        "warnings": findings.warnings(),
        "findings": found,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn each_finding_is_told_once_from_the_top_of_its_file() {
        let source = Source::new("x.yaml", "uno\ndos\n");
        let error = |at: usize| Diagnostic::error("yaml-anchor", &source).at(at..at + 1);
        let mut findings = Findings::default();
        assert!(findings.file(&source) && !findings.file(&source));
        findings.add([error(4), error(0), error(4)]);
        findings.add([Diagnostic::warning("yaml-no-break-space", &source).at(5..6)]);
        let value = json(&findings, &Messages::new(Language::Es));
        let lines: Vec<_> =
            value["findings"].as_array().unwrap().iter().map(|it| it["line"].clone()).collect();
        assert_eq!(lines, [1, 2, 2]);
        assert_eq!(
            (&value["files"], &value["errors"], &value["warnings"]),
            (&1.into(), &2.into(), &1.into())
        );
    }
}
