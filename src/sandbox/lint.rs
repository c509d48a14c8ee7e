//! What a script calls and reads, found without running it: every branch, not only those that run.

use std::collections::{BTreeMap, BTreeSet};

use rhai::{AST, ASTNode, Engine, Expr, FnCallExpr, Position, Stmt};

use super::fault::{Fault, span_at};
use crate::diagnostic::closest;
use crate::source::{Source, Span};

/// The functions of an engine with the numbers of arguments they take, and its properties.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(crate) functions: BTreeMap<String, BTreeSet<usize>>,
    pub(crate) properties: BTreeSet<String>,
}

/// One call. A method's object counts as its first argument.
#[derive(Debug, Clone)]
pub(crate) struct CallSite {
    pub(crate) name: String,
    pub(crate) arity: usize,
    /// The arguments without a method's object.
    pub(crate) args: Vec<Argument>,
    pub(crate) span: Option<Span>,
}

/// What can be known of an argument without running the script.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Argument {
    /// Texts written out: one, or a list of them.
    Texts(Vec<(String, Option<Span>)>),
    /// A property of a variable, such as `p.acts`.
    Property {
        variable: String,
        name: String,
        span: Option<Span>,
    },
    Other,
}

/// A property that is read: `variable.name`, or of something that is no plain variable.
#[derive(Debug, Clone)]
pub(crate) struct PropertySite {
    pub(crate) variable: Option<String>,
    pub(crate) name: String,
    pub(crate) span: Option<Span>,
}

pub(crate) fn known(engine: &Engine) -> Known {
    let mut known = Known::default();
    let listed = engine.collect_fn_metadata(
        None,
        |f| Some((f.metadata.name.to_string(), f.metadata.num_params)),
        true,
    );
    for (name, arity) in listed {
        match name.strip_prefix("get$") {
            Some(property) => drop(known.properties.insert(property.to_owned())),
            None => drop(known.functions.entry(name).or_default().insert(arity)),
        }
    }
    known
}

pub(crate) fn calls(ast: &AST, source: &Source) -> Vec<CallSite> {
    let mut found = Vec::new();
    ast.walk(&mut |path| {
        match path.last() {
            Some(ASTNode::Expr(Expr::FnCall(call, at)) | ASTNode::Stmt(Stmt::FnCall(call, at))) => {
                found.extend(site(call, 0, *at, source));
            }
            Some(ASTNode::Expr(Expr::MethodCall(call, at))) => found.extend(site(call, 1, *at, source)),
            _ => {}
        }
        true
    });
    found.sort_by_key(|site| site.span.as_ref().map(|span| span.start));
    found.dedup_by(|a, b| a.span == b.span && a.name == b.name);
    found
}

fn site(call: &FnCallExpr, object: usize, at: Position, source: &Source) -> Option<CallSite> {
    // Operators are calls too; they cannot be misspelt into something that parses.
    let named = call.name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    (named && call.op_token.is_none()).then(|| CallSite {
        name: call.name.to_string(),
        arity: call.args.len() + object,
        args: call.args.iter().map(|arg| argument(arg, source)).collect(),
        span: span_at(source, at),
    })
}

fn argument(expr: &Expr, source: &Source) -> Argument {
    match expr {
        Expr::StringConstant(text, at) => {
            Argument::Texts(vec![(text.to_string(), literal_span(source, *at, text))])
        }
        Expr::Array(items, _) => Argument::Texts(
            items
                .iter()
                .filter_map(|item| match item {
                    Expr::StringConstant(text, at) => {
                        Some((text.to_string(), literal_span(source, *at, text)))
                    }
                    _ => None,
                })
                .collect(),
        ),
        Expr::Dot(pair, ..) => match (&pair.lhs, &pair.rhs) {
            (Expr::Variable(variable, ..), Expr::Property(property, at)) => Argument::Property {
                variable: variable.1.to_string(),
                name: property.2.to_string(),
                span: span_at(source, *at),
            },
            _ => Argument::Other,
        },
        _ => Argument::Other,
    }
}

/// The span of a text between its quotes; the engine gives the place of the opening one.
fn literal_span(source: &Source, at: Position, text: &str) -> Option<Span> {
    let quote = span_at(source, at)?.start;
    let start = quote + 1;
    let plain = source.text().get(start..start + text.len()) == Some(text);
    Some(if plain { start..start + text.len() } else { quote..start })
}

pub(crate) fn properties(ast: &AST, source: &Source) -> Vec<PropertySite> {
    let mut found = Vec::new();
    ast.walk(&mut |path| {
        match path.last() {
            Some(ASTNode::Expr(Expr::Property(property, at))) => {
                let variable = path.iter().rev().nth(1).and_then(|parent| match parent {
                    ASTNode::Expr(Expr::Dot(pair, ..)) => match (&pair.lhs, &pair.rhs) {
                        // Of `a.b.c`, only `b` is read from the variable.
                        (Expr::Variable(variable, ..), Expr::Property(first, place)) => {
                            (first.2 == property.2 && place == at).then(|| variable.1.to_string())
                        }
                        (Expr::Variable(variable, ..), Expr::Dot(rest, ..)) => match &rest.lhs {
                            Expr::Property(_, place) if place == at => Some(variable.1.to_string()),
                            _ => None,
                        },
                        _ => None,
                    },
                    _ => None,
                });
                let variable = variable.or_else(|| chain_head(path, *at));
                found.push(PropertySite {
                    variable,
                    name: property.2.to_string(),
                    span: span_at(source, *at),
                });
            }
            // The keys that a script gives its own maps are properties as good as any.
            Some(ASTNode::Expr(Expr::Map(entries, _))) => {
                for (key, _) in &entries.0 {
                    found.push(PropertySite { variable: None, name: key.name.to_string(), span: None });
                }
            }
            _ => {}
        }
        true
    });
    found.sort_by_key(|site| site.span.as_ref().map(|span| span.start));
    found
}

/// In `p.words.min`, parsed as `p.(words.min)`, `words` is read from `p`.
fn chain_head(path: &[ASTNode], at: Position) -> Option<String> {
    path.iter().rev().skip(1).find_map(|node| match node {
        ASTNode::Expr(Expr::Dot(pair, ..)) => match (&pair.lhs, &pair.rhs) {
            (Expr::Variable(variable, ..), Expr::Dot(rest, ..) | Expr::Index(rest, ..))
                if rest.lhs.position() == at =>
            {
                Some(variable.1.to_string())
            }
            _ => None,
        },
        _ => None,
    })
}

/// Words of the language that look like functions; a closure that uses a variable from outside is one of them.
const BUILT_IN: &[&str] = &["Fn", "call", "curry", "is_def_fn", "is_def_var", "is_shared", "type_of"];

/// The fault of a call, if neither the engine nor the script itself (`own`: arities) has such a function.
pub(super) fn fault_of(site: &CallSite, known: &Known, own: &[usize]) -> Option<Fault> {
    let native = known.functions.get(&site.name);
    if BUILT_IN.contains(&site.name.as_str())
        || own.contains(&site.arity)
        || native.is_some_and(|arities| arities.contains(&site.arity))
    {
        return None;
    }
    let arities: BTreeSet<usize> = native.into_iter().flatten().chain(own).copied().collect();
    let method = usize::from(site.arity > site.args.len());
    let fault = if arities.is_empty() {
        let names = known.functions.keys().map(String::as_str);
        let suggestion = closest(&site.name, names).unwrap_or("none").to_owned();
        Fault::new("script-unknown-function").arg("name", &site.name).arg("suggestion", suggestion)
    } else {
        let expected: Vec<_> = arities.iter().map(|n| n.saturating_sub(method).to_string()).collect();
        Fault::new("script-wrong-arity")
            .arg("name", &site.name)
            .arg("given", site.args.len())
            .arg("expected", expected.join(", "))
    };
    Some(fault.placed(site.span.clone()))
}
