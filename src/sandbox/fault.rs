//! What went wrong in a script, as a code with arguments and a place: wording is left to the messages.

use std::collections::BTreeMap;

use rhai::{Dynamic, Engine, EvalAltResult, ParseError, ParseErrorType, Position};

use super::{known, limits};
use crate::diagnostic::Diagnostic;
use crate::messages::Arg;
use crate::source::{LineColumn, Source, Span};

/// A fault of a script or an expression; `at` counts bytes of its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub code: &'static str,
    pub args: BTreeMap<&'static str, Arg>,
    pub at: Option<Span>,
}

impl Fault {
    pub fn new(code: &'static str) -> Self {
        Self { code, args: BTreeMap::new(), at: None }
    }

    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.insert(name, value.into());
        self
    }

    #[must_use]
    pub(crate) fn placed(mut self, at: Option<Span>) -> Self {
        self.at = at;
        self
    }

    /// The finding, in the text that the fault's place counts in.
    pub fn diagnostic(self, source: &Source) -> Diagnostic {
        let at = self.at.clone();
        self.diagnostic_at(source, at)
    }

    /// The finding, in a file that holds the expression at another place.
    pub fn diagnostic_at(self, source: &Source, at: Option<Span>) -> Diagnostic {
        let mut found = Diagnostic::error(self.code, source).at(at);
        found.args = self.args;
        found
    }

    /// A fault that a host function raises while a script runs.
    #[allow(clippy::unnecessary_box_returns, reason = "the engine's host functions fail with a box")]
    pub(crate) fn raise(self, position: Position) -> Box<EvalAltResult> {
        Box::new(EvalAltResult::ErrorRuntime(Dynamic::from(self), position))
    }

    pub(crate) fn from_parse(error: &ParseError, source: &Source) -> Self {
        Self::of_form(&error.0).placed(span_at(source, error.1))
    }

    fn of_form(error: &ParseErrorType) -> Self {
        match error {
            ParseErrorType::Reserved(word) => Self::new("script-reserved-word").arg("word", word),
            ParseErrorType::BadInput(rhai::LexError::ImproperSymbol(word, _))
                if ["eval", "print", "debug"].contains(&word.as_str()) =>
            {
                Self::new("script-reserved-word").arg("word", word)
            }
            ParseErrorType::VariableUndefined(name) => unknown("script-unknown-variable", name),
            ParseErrorType::ExprTooDeep => Self::new("script-too-deep").arg("limit", limits::DEPTH),
            ParseErrorType::LiteralTooLarge(kind, _) => Self::new("script-too-large").arg("kind", kind),
            other => Self::new("script-syntax").arg("reason", other.to_string()),
        }
    }

    pub(crate) fn from_run(error: &EvalAltResult, source: &Source, engine: &Engine) -> Self {
        // The outermost error stands at the call; the innermost, where the fault is.
        let inner = error.unwrap_inner();
        let place = [inner.position(), error.position()].into_iter().find(|position| !position.is_none());
        Self::of_run(inner, engine).placed(place.and_then(|position| span_at(source, position)))
    }

    fn of_run(error: &EvalAltResult, engine: &Engine) -> Self {
        use EvalAltResult as E;
        match error {
            E::ErrorParsing(form, _) => Self::of_form(form),
            E::ErrorVariableNotFound(name, _) => unknown("script-unknown-variable", name),
            E::ErrorPropertyNotFound(name, _) => unknown("script-unknown-property", name),
            E::ErrorDotExpr(text, _) => {
                // "Unknown property 'x' - a getter is not registered for type 'T'"
                let name = text.split('\'').nth(1).unwrap_or(text);
                unknown("script-unknown-property", name)
            }
            E::ErrorFunctionNotFound(signature, _) => not_found(signature, engine),
            E::ErrorMismatchDataType(expected, found, _) | E::ErrorMismatchOutputType(expected, found, _) => {
                Self::new("script-wrong-type").arg("expected", expected).arg("found", found)
            }
            E::ErrorArithmetic(text, _) => arithmetic(text),
            E::ErrorTooManyOperations(_) => Self::new("script-too-long").arg("limit", limits::OPERATIONS),
            E::ErrorStackOverflow(_) => Self::new("script-too-deep").arg("limit", limits::CALL_LEVELS),
            E::ErrorDataTooLarge(kind, _) => Self::new("script-too-large").arg("kind", kind),
            E::ErrorArrayBounds(length, index, _) | E::ErrorStringBounds(length, index, _) => {
                Self::new("script-out-of-range").arg("index", *index).arg("length", *length)
            }
            E::ErrorRuntime(value, _) => value
                .clone()
                .try_cast::<Self>()
                .unwrap_or_else(|| Self::new("script-thrown").arg("reason", value.to_string())),
            other => Self::new("script-failed").arg("reason", other.to_string()),
        }
    }
}

/// A name that means nothing here; whoever knows the names that do may put a suggestion in place of `none`.
fn unknown(code: &'static str, name: &str) -> Fault {
    Fault::new(code).arg("name", name).arg("suggestion", "none")
}

fn arithmetic(text: &str) -> Fault {
    let lower = text.to_lowercase();
    if lower.contains("division by zero") || lower.contains("modulo") {
        Fault::new("script-division-by-zero")
    } else if lower.contains("overflow") {
        Fault::new("script-overflow")
    } else {
        Fault::new("script-failed").arg("reason", text)
    }
}

/// A function is "not found" also when it exists for other kinds of values.
fn not_found(signature: &str, engine: &Engine) -> Fault {
    let name = signature.split([' ', '(']).next().unwrap_or(signature);
    if let Some(property) = name.strip_prefix("get$") {
        return unknown("script-unknown-property", property);
    }
    if known(engine).functions.contains_key(name) {
        Fault::new("script-wrong-arguments").arg("name", name).arg("signature", signature)
    } else {
        let functions = known(engine).functions;
        let suggestion = crate::diagnostic::closest(name, functions.keys().map(String::as_str))
            .unwrap_or("none")
            .to_owned();
        Fault::new("script-unknown-function").arg("name", name).arg("suggestion", suggestion)
    }
}

/// The word at a position; one character where no word stands there.
pub(super) fn span_at(source: &Source, position: Position) -> Option<Span> {
    let place = LineColumn { line: position.line()?, column: position.position().unwrap_or(1) };
    let start = source.offset(place);
    let rest = &source.text()[start..];
    let word = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    let one = rest.chars().next().map_or(0, char::len_utf8);
    Some(start..start + word.max(one))
}
