//! A yes-or-no expression over named values: `trust > 40 && said("empathize")`. Names are checked when it is
//! read, so that a misspelt one is found in the file and not in the middle of a call.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Bound;
use std::rc::Rc;

use rhai::{AST, Engine, Scope};

use super::fault::Fault;
use super::lint::{self, Argument, Known};
use super::needs::{self, needs};
use crate::diagnostic::closest;
use crate::source::{Source, Span};

/// A value that an expression can name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Int(i64),
    Bool(bool),
    Text(String),
}

/// The names for which a helper function is true; shared, since a call asks of the same ones again and again.
pub type NameSet = Rc<BTreeSet<String>>;

/// What an expression is weighed against: values by name, and for each helper function (`said`, `disclosed` …)
/// the names for which it is true.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    pub values: BTreeMap<&'static str, Value>,
    pub sets: BTreeMap<Cow<'static, str>, NameSet>,
}

impl State {
    /// Whether helper `function` is true of `name`, or of a member of the family `name`.
    fn holds(&self, function: &str, name: &str) -> bool {
        let Some(set) = self.sets.get(function) else { return false };
        let from = (Bound::Included(name), Bound::Unbounded);
        let mut rests = set.range::<str, _>(from).map_while(|member| member.strip_prefix(name));
        rests.any(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

/// A text given to a helper function: `said("empathize")`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    pub function: String,
    pub text: String,
    /// Bytes of the expression, without the quotes.
    pub span: Option<Span>,
}

/// An expression whose names and calls were checked.
#[derive(Debug)]
pub struct Condition {
    ast: AST,
    source: Source,
    quoted: Vec<Quoted>,
    /// Helper calls one of which must be true; none where nothing is known.
    needs: Vec<needs::Call>,
}

impl Condition {
    /// The texts given to helper functions, for the caller to check that each names something.
    pub fn quoted(&self) -> &[Quoted] {
        &self.quoted
    }

    pub fn text(&self) -> &str {
        self.source.text()
    }
}

/// Reads and weighs conditions over one vocabulary. Not shared between threads; a copy shares its engine with the
/// original, so that only the first is dear to make.
#[derive(Clone)]
pub struct Conditions {
    engine: Rc<Engine>,
    known: Rc<Known>,
    /// The variables, each with a value of its kind for the trial run.
    sample: State,
    now: Rc<RefCell<State>>,
}

impl fmt::Debug for Conditions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Conditions").field("variables", &self.sample.values).finish_non_exhaustive()
    }
}

impl Conditions {
    /// `variables` come with a value of their kind; `functions` take one text and say whether it is in the set
    /// of that name.
    pub fn new(variables: &[(&'static str, Value)], functions: &[&str]) -> Self {
        let mut engine = super::engine();
        let now = Rc::new(RefCell::new(State::default()));
        for name in functions {
            let (function, state) = ((*name).to_owned(), Rc::clone(&now));
            engine.register_fn(*name, move |text: &str| state.borrow().holds(&function, text));
        }
        let values = variables.iter().map(|(name, value)| (*name, value.clone())).collect();
        let known = Rc::new(lint::known(&engine));
        Self { engine: Rc::new(engine), known, sample: State { values, sets: BTreeMap::new() }, now }
    }

    /// Reads an expression: unknown names, statements, and what is neither true nor false are refused.
    pub fn compile(&self, text: &str) -> Result<Condition, Fault> {
        let source = Source::new("", text);
        let ast = self
            .engine
            .compile_expression_with_scope(&scope(&self.sample), text)
            .map_err(|error| self.with_suggestion(in_words(Fault::from_parse(&error, &source), text)))?;
        let calls = lint::calls(&ast, &source);
        if let Some(fault) = calls.iter().find_map(|site| lint::fault_of(site, &self.known, &[])) {
            return Err(fault);
        }
        let quoted = calls
            .iter()
            .flat_map(|site| site.args.iter().map(move |arg| (&site.name, arg)))
            .filter_map(|(function, arg)| match arg {
                Argument::Texts(texts) => Some(texts.iter().map(move |(text, span)| Quoted {
                    function: function.clone(),
                    text: text.clone(),
                    span: span.clone(),
                })),
                _ => None,
            })
            .flatten()
            .collect();
        let needs = needs(&ast);
        let condition = Condition { ast, source, quoted, needs };
        // What is neither true nor false is found by a trial.
        self.weigh(self.sample.clone()).evaluate(&condition)?;
        Ok(condition)
    }

    /// Whether the condition is true of `state`, which must have every variable of the vocabulary.
    pub fn holds(&self, condition: &Condition, state: &State) -> Result<bool, Fault> {
        self.weigh(state.clone()).holds(condition)
    }

    /// Sets out one state, to weigh many conditions against it.
    pub fn weigh(&self, state: State) -> Weighing<'_> {
        let scope = scope(&state);
        self.now.replace(state);
        Weighing { conditions: self, scope }
    }

    fn with_suggestion(&self, fault: Fault) -> Fault {
        let suggestion = match fault.args.get("name") {
            Some(crate::messages::Arg::Text(name)) => closest(name, self.sample.values.keys().copied()),
            _ => return fault,
        };
        let suggestion = suggestion.unwrap_or("none").to_owned();
        fault.arg("suggestion", suggestion)
    }
}

/// Words and signs that people put where a condition has others.
const INSTEAD: [(&str, &str); 13] = [
    ("y", "&&"),
    ("e", "&&"),
    ("and", "&&"),
    ("&", "&&"),
    ("o", "||"),
    ("u", "||"),
    ("or", "||"),
    ("|", "||"),
    ("no", "!"),
    ("not", "!"),
    ("=", "=="),
    ("=>", ">="),
    ("=<", "<="),
];

/// A condition is no program: what is wrong with its form is told in its own terms.
fn in_words(fault: Fault, text: &str) -> Fault {
    let at = fault.at.clone().unwrap_or(0..0);
    let word = text.get(at.clone()).unwrap_or_default();
    // The fault may stand at the word itself or right behind it.
    let before = text.get(..at.start).unwrap_or_default().split_whitespace().next_back().unwrap_or_default();
    let instead = |word: &str| INSTEAD.iter().find(|(known, _)| *known == word.to_lowercase());
    let sign = text.get(at.start..).unwrap_or_default().split_whitespace().next().unwrap_or_default();
    let found = instead(sign).or_else(|| instead(word)).or_else(|| instead(before));
    match (fault.code, found) {
        ("script-syntax" | "script-unknown-variable", Some((word, sign))) => {
            Fault::new("condition-syntax").arg("word", *word).arg("instead", *sign).placed(fault.at)
        }
        ("script-syntax", None) => {
            Fault::new("condition-syntax").arg("word", "").arg("instead", "none").placed(fault.at)
        }
        _ => fault,
    }
}

/// Conditions weighed against one state: what it takes to set it out is paid once.
#[derive(Debug)]
pub struct Weighing<'a> {
    conditions: &'a Conditions,
    scope: Scope<'static>,
}

impl Weighing<'_> {
    /// Whether the condition is true of the state.
    pub fn holds(&mut self, condition: &Condition) -> Result<bool, Fault> {
        let state = self.conditions.now.borrow();
        let met = |(function, name): &needs::Call| state.holds(function, name);
        if !condition.needs.is_empty() && !condition.needs.iter().any(met) {
            return Ok(false);
        }
        drop(state);
        self.evaluate(condition)
    }

    fn evaluate(&mut self, condition: &Condition) -> Result<bool, Fault> {
        let engine = &self.conditions.engine;
        engine
            .eval_ast_with_scope::<bool>(&mut self.scope, &condition.ast)
            .map_err(|error| Fault::from_run(&error, &condition.source, engine))
    }
}

fn scope(state: &State) -> Scope<'static> {
    let mut scope = Scope::new();
    for (name, value) in &state.values {
        match value {
            Value::Int(number) => scope.push_constant(*name, *number),
            Value::Bool(flag) => scope.push_constant(*name, *flag),
            Value::Text(text) => scope.push_constant(*name, text.clone()),
        };
    }
    scope
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conditions() -> Conditions {
        Conditions::new(&[("trust", Value::Int(0)), ("stage", Value::Text(String::new()))], &["said"])
    }

    fn state(trust: i64, said: &[&str]) -> State {
        State {
            values: [("trust", Value::Int(trust)), ("stage", Value::Text("open".into()))].into(),
            sets: [("said".into(), Rc::new(said.iter().map(|act| (*act).to_owned()).collect()))].into(),
        }
    }

    #[test]
    fn a_condition_weighs_values_and_what_was_said() {
        let conditions = conditions();
        let condition = conditions.compile(r#"trust > 40 && said("offer") && stage == "open""#).unwrap();
        assert_eq!(conditions.holds(&condition, &state(50, &["offer.discount"])), Ok(true));
        assert_eq!(conditions.holds(&condition, &state(50, &["offer_documents"])), Ok(false));
        assert_eq!(conditions.holds(&condition, &state(40, &["offer.discount"])), Ok(false));
    }

    #[test]
    fn words_in_the_place_of_signs_are_told_the_sign() {
        for (text, sign) in [
            (r#"said("a") y said("b")"#, "&&"),
            (r#"trust >= 50 o said("a")"#, "||"),
            (r#"no said("a")"#, "!"),
            (r#"said("a") && NOT said("b")"#, "!"),
            ("trust = 50", "=="),
            ("trust => 50", ">="),
            ("trust >", "none"),
        ] {
            let fault = conditions().compile(text).unwrap_err();
            assert_eq!((fault.code, &fault.args["instead"]), ("condition-syntax", &sign.into()), "{text}");
        }
    }

    #[test]
    fn names_that_do_not_exist_are_found_when_the_condition_is_read() {
        let fault = conditions().compile("trsut > 40").unwrap_err();
        assert_eq!((fault.code, fault.at), ("script-unknown-variable", Some(0..5)));
        assert_eq!(fault.args["suggestion"], "trust".into());
        let fault = conditions().compile(r#"trust > 4 || sayd("x")"#).unwrap_err();
        assert_eq!((fault.code, fault.at), ("script-unknown-function", Some(13..17)));
    }

    #[test]
    fn statements_and_numbers_are_no_conditions() {
        assert_eq!(conditions().compile("let x = 1; x > 0").unwrap_err().code, "condition-syntax");
        assert_eq!(conditions().compile("trust + 1").unwrap_err().code, "script-wrong-type");
    }

    #[test]
    fn the_texts_given_to_helpers_can_be_checked_by_the_caller() {
        let condition = conditions().compile(r#"!said("empathize") || trust < 9"#).unwrap();
        let quoted = &condition.quoted()[0];
        assert_eq!((quoted.function.as_str(), quoted.text.as_str()), ("said", "empathize"));
        assert_eq!(&condition.text()[quoted.span.clone().unwrap()], "empathize");
    }
}
