//! Wordings to try, filled with what is known of the call: `Entonces quedamos[ en {amount}][ el {date}], ¿correcto?`
//! A clause in brackets goes away whole when something in it is not known.

/// The names that a wording may hold in braces.
pub const PLACEHOLDERS: &[&str] = &["terms", "amount", "date", "method", "debtor", "creditor", "debt"];

/// The wording with each name in braces replaced by what `value` gives; a name outside brackets that `value`
/// does not know is left to `soft`.
pub fn fill(template: &str, value: impl Fn(&str) -> Option<String>, soft: impl Fn(&str) -> String) -> String {
    let mut filled = String::new();
    for (clause, optional) in clauses(template) {
        let mut text = String::new();
        let mut known = true;
        for piece in pieces(clause) {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Name(name) => {
                    let value = value(name);
                    known &= value.is_some();
                    text.push_str(&value.unwrap_or_else(|| soft(name)));
                }
            }
        }
        if known || !optional {
            filled.push_str(&text);
        }
    }
    filled.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names in braces that mean nothing here.
pub(super) fn unknown_placeholders(template: &str) -> Vec<String> {
    clauses(template)
        .flat_map(|(clause, _)| pieces(clause))
        .filter_map(|piece| match piece {
            Piece::Name(name) if !PLACEHOLDERS.contains(&name) => Some(name.to_owned()),
            _ => None,
        })
        .collect()
}

/// The template cut at its brackets, each clause with whether it stood in them.
fn clauses(template: &str) -> impl Iterator<Item = (&str, bool)> {
    template.split('[').enumerate().flat_map(|(at, rest)| match rest.split_once(']') {
        Some((inside, after)) if at > 0 => vec![(inside, true), (after, false)],
        _ => vec![(rest, false)],
    })
}

enum Piece<'a> {
    Text(&'a str),
    Name(&'a str),
}

fn pieces(clause: &str) -> Vec<Piece<'_>> {
    clause
        .split('{')
        .enumerate()
        .flat_map(|(at, rest)| match rest.split_once('}') {
            Some((name, after)) if at > 0 => vec![Piece::Name(name), Piece::Text(after)],
            _ => vec![Piece::Text(rest)],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "Entonces quedamos[ en {amount}][ el {date}], ¿correcto?";

    fn known(name: &str) -> Option<String> {
        (name == "amount").then(|| "1,500".to_owned())
    }

    #[test]
    fn a_clause_goes_away_when_something_in_it_is_not_known() {
        assert_eq!(fill(TEMPLATE, known, |_| String::new()), "Entonces quedamos en 1,500, ¿correcto?");
        assert_eq!(fill(TEMPLATE, |_| None, |_| String::new()), "Entonces quedamos, ¿correcto?");
    }

    #[test]
    fn a_name_outside_brackets_is_softened() {
        assert_eq!(fill("Debe {debt}.", |_| None, |_| "el saldo".to_owned()), "Debe el saldo.");
    }

    #[test]
    fn names_that_mean_nothing_are_found() {
        assert_eq!(unknown_placeholders("[el {dia}] {amount}"), ["dia"]);
        assert!(unknown_placeholders(TEMPLATE).is_empty());
    }
}
