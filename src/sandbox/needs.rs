//! What an expression cannot be true without. Most conditions hang on one thing that was heard: where it was not, they
//! need no weighing.

use rhai::{AST, Expr, FnCallExpr, Stmt};

/// A helper function and the name it is asked about.
pub(super) type Call = (String, String);

/// Calls one of which must be true for the expression to be: `a("x") && …` needs `a("x")`, and `a("x") || b("y")` needs
/// one of the two. Empty where nothing is known to be needed.
pub(super) fn needs(ast: &AST) -> Vec<Call> {
    match ast.statements() {
        [Stmt::Expr(expr)] => needed_by(expr),
        [Stmt::FnCall(call, _)] => needed_by_call(call),
        _ => Vec::new(),
    }
}

fn needed_by(expr: &Expr) -> Vec<Call> {
    match expr {
        Expr::FnCall(call, _) => needed_by_call(call),
        Expr::And(parts, _) => {
            let each = parts.iter().map(needed_by).filter(|calls| !calls.is_empty());
            each.min_by_key(Vec::len).unwrap_or_default()
        }
        Expr::Or(parts, _) => {
            let each: Vec<Vec<Call>> = parts.iter().map(needed_by).collect();
            if each.iter().any(Vec::is_empty) { Vec::new() } else { each.concat() }
        }
        _ => Vec::new(),
    }
}

fn needed_by_call(call: &FnCallExpr) -> Vec<Call> {
    match call.args.as_slice() {
        [Expr::StringConstant(name, _)] if call.op_token.is_none() => {
            vec![(call.name.to_string(), name.to_string())]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_needs_what_stands_in_every_way_of_being_true() {
        for (text, needed) in [
            (r#"a("x")"#, vec!["x"]),
            (r#"t > 4 && a("x")"#, vec!["x"]),
            (r#"a("x") && !b("y") && t > 4"#, vec!["x"]),
            (r#"(a("x") || b("y")) && t > 4"#, vec!["x", "y"]),
            (r#"a("x") && (b("y") || b("z"))"#, vec!["x"]),
            (r#"a("x") || t > 4"#, vec![]),
            (r#"!a("x")"#, vec![]),
            ("t > 4", vec![]),
        ] {
            let ast = rhai::Engine::new_raw().compile_expression(text).expect("an expression");
            let names: Vec<String> = needs(&ast).into_iter().map(|(_, name)| name).collect();
            assert_eq!(names, needed, "{text}");
        }
    }
}
