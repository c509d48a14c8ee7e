//! Why a file is not YAML, as its author sees it: a quote that stays open, a tab, a colon inside a sentence, a line that
//! does not line up. The parser only knows where it gave up; the cause is found in the raw text, there or above.

use std::sync::LazyLock;

use regex::Regex;

use super::regex;
use crate::diagnostic::Diagnostic;
use crate::source::Source;

static KEY: LazyLock<Regex> = LazyLock::new(|| regex(r"^([A-Za-z_][\w.-]*):(?:\s+|$)"));

/// Letters of a sentence that are shown back.
const SHOWN: usize = 60;

/// A line of the file.
#[derive(Debug, Clone, Copy)]
struct Row<'a> {
    start: usize,
    text: &'a str,
}

impl<'a> Row<'a> {
    fn indent(self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    fn is_blank(self) -> bool {
        let text = self.text.trim_start();
        text.is_empty() || text.starts_with('#')
    }

    /// How far in the text after the dashes begins.
    fn column(self) -> usize {
        let mut at = self.indent();
        while let Some(rest) = self.text[at..].strip_prefix("- ") {
            at = self.text.len() - rest.trim_start().len();
        }
        at
    }

    /// The key of the line, after its dashes.
    fn key(self) -> Option<&'a str> {
        KEY.captures(&self.text[self.column()..]).and_then(|found| found.get(1)).map(|key| key.as_str())
    }

    /// What stands after the dashes and the key, and where in the file.
    fn value(self) -> (usize, &'a str) {
        let item = &self.text[self.column()..];
        let key = KEY.find(item).map_or(0, |found| found.end());
        (self.start + self.column() + key, item[key..].trim_end())
    }
}

/// The cause of a fault that the parser met at `at`; `reason` is what it said.
pub(super) fn finding(source: &Source, at: usize, reason: &str) -> Diagnostic {
    let rows = rows(source);
    let here = rows.iter().rposition(|row| row.start <= at).unwrap_or_default();
    let upto = &rows[..rows.len().min(here + 1)];
    tab(source, upto)
        .or_else(|| open_quote(source, upto))
        .or_else(|| dash_without_space(source, upto))
        .or_else(|| strange_sign(source, upto))
        .or_else(|| reason.contains("mapping values").then(|| colon(source, upto)).flatten())
        .or_else(|| indentation(source, upto))
        .unwrap_or_else(|| {
            let length = rows.get(here).map_or(0, |row| (row.start + row.text.len()).saturating_sub(at));
            Diagnostic::error("yaml-syntax", source).at(at..at + length)
        })
}

fn rows(source: &Source) -> Vec<Row<'_>> {
    let mut start = 0;
    let mut rows = Vec::new();
    for line in source.text().split_inclusive('\n') {
        rows.push(Row { start, text: line.trim_end_matches(['\n', '\r']) });
        start += line.len();
    }
    rows
}

/// The last line with something on it, and then the one before it.
fn last_two<'r, 'a>(upto: &'r [Row<'a>]) -> impl Iterator<Item = Row<'a>> + 'r {
    upto.iter().rev().copied().filter(|row| !row.is_blank()).take(2)
}

fn tab(source: &Source, upto: &[Row<'_>]) -> Option<Diagnostic> {
    let indented = upto.iter().rev().filter(|row| !row.is_blank());
    let row = indented.copied().find(|row| row.text[..row.indent()].contains('\t'))?;
    let first = row.text.find('\t')?;
    Some(Diagnostic::error("yaml-tab", source).at(row.start + first..row.start + row.indent()))
}

/// A quote that nothing closes at the end of a line, or one that closes before its line ends.
fn open_quote(source: &Source, upto: &[Row<'_>]) -> Option<Diagnostic> {
    let last = upto.last()?.start;
    for row in upto.iter().rev() {
        let (start, value) = row.value();
        let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else { continue };
        let text = &source.text()[start + 1..];
        let line = value.len() - 1;
        let end = closing(text, quote);
        if let Some(end) = end.filter(|end| *end < line) {
            let after = text[end + 1..line].trim_start();
            if row.start == last && !after.is_empty() && !after.starts_with(['#', ':']) {
                let at = start + 1 + line - after.len();
                return Some(Diagnostic::error("yaml-text-after-quote", source).at(at..at + after.len()));
            }
            continue;
        }
        // One that a later line closes at its end is in order.
        let in_order =
            end.is_some_and(|end| text[end + 1..].lines().next().unwrap_or_default().trim().is_empty());
        if !in_order {
            return Some(Diagnostic::error("yaml-open-quote", source).at(start..start + 1));
        }
    }
    None
}

/// Where the quote is closed.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if quote == '"' && letter == '\\' {
            letters.next();
        } else if letter == quote {
            if quote == '"' || letters.peek().is_none_or(|(_, next)| *next != quote) {
                return Some(at);
            }
            letters.next();
        }
    }
    None
}

fn dash_without_space(source: &Source, upto: &[Row<'_>]) -> Option<Diagnostic> {
    let glued = |row: &Row<'_>| {
        let next = row.text.trim_start().strip_prefix('-').and_then(|rest| rest.chars().next());
        next.is_some_and(|next| !next.is_whitespace() && next != '-' && !next.is_ascii_digit())
    };
    let row = last_two(upto).find(glued)?;
    let at = row.start + row.indent();
    let line = format!("- {}", shortened(&row.text.trim()[1..]));
    Some(Diagnostic::error("yaml-dash-without-space", source).at(at..at + 1).arg("line", line))
}

/// A list whose first dash is glued to its text, so that it reads as one text, which begins at `at`.
pub(super) fn glued_list(source: &Source, at: usize) -> Option<Diagnostic> {
    let rows = rows(source);
    let here = rows.iter().rposition(|row| row.start <= at)?;
    dash_without_space(source, &rows[here..=here])
}

fn strange_sign(source: &Source, upto: &[Row<'_>]) -> Option<Diagnostic> {
    last_two(upto).find_map(|row| {
        let (start, value) = row.value();
        let sign = value.chars().next()?;
        let end = match sign {
            '[' => ']',
            '{' => '}',
            '@' | '`' | '%' | '*' | '&' | '!' => return Some(sign_first(source, start, sign)),
            _ => return None,
        };
        let text_behind = value.find(end).is_some_and(|at| !value[at + 1..].trim().is_empty());
        (text_behind && !value.ends_with(end)).then(|| sign_first(source, start, sign))
    })
}

/// A sentence that begins with a sign of YAML's own.
pub(super) fn sign_first(source: &Source, at: usize, sign: char) -> Diagnostic {
    let line = source.text()[at..].lines().next().unwrap_or_default();
    Diagnostic::error("yaml-sign-first", source)
        .at(at..at + sign.len_utf8())
        .arg("sign", sign.to_string())
        .arg("quoted", quoted(line))
}

/// A key under a value, or a colon in a sentence.
fn colon(source: &Source, upto: &[Row<'_>]) -> Option<Diagnostic> {
    if let Some(finding) = too_deep(source, upto) {
        return Some(finding);
    }
    let (start, value) = last_two(upto).next()?.value();
    let colon = value.find(": ").or_else(|| value.strip_suffix(':').map(str::len))?;
    Some(colon_in_text(source, start, start + colon))
}

/// A sentence that a colon cuts in two: it begins at `start`, and the colon stands at `colon` or after.
pub(super) fn colon_in_text(source: &Source, start: usize, colon: usize) -> Diagnostic {
    let line = source.text()[start..].lines().next().unwrap_or_default();
    let colon = source.text()[colon..].find(':').map_or(colon, |at| colon + at);
    Diagnostic::error("yaml-colon-in-text", source).at(colon..colon + 1).arg("quoted", quoted(line))
}

/// A key that stands deeper than the one above it, whose value begins at `at`.
pub(super) fn key_too_deep(source: &Source, at: usize) -> Option<Diagnostic> {
    let rows = rows(source);
    let here = rows.iter().rposition(|row| row.start <= at)?;
    let next = here + 1 + rows[here + 1..].iter().position(|row| !row.is_blank())?;
    too_deep(source, &rows[..=next])
}

fn too_deep(source: &Source, upto: &[Row<'_>]) -> Option<Diagnostic> {
    let mut last = last_two(upto);
    let (row, above) = (last.next()?, last.next()?);
    let (key, parent) = (row.key()?, above.key()?);
    let (_, value) = above.value();
    let has_value = !value.is_empty() && !value.starts_with(['|', '>', '#']);
    let (from, to) = (above.column(), row.indent());
    (has_value && row.column() == to && to > from).then(|| {
        Diagnostic::error("yaml-key-too-deep", source)
            .at(row.start + from..row.start + to)
            .arg("key", key)
            .arg("above", parent)
            .arg("spaces", to - from)
    })
}

/// A line that begins at no place where one of its kind does: dashes go below dashes, keys below keys.
fn indentation(source: &Source, upto: &[Row<'_>]) -> Option<Diagnostic> {
    let (row, above) = upto.split_last()?;
    if row.is_blank() {
        return None;
    }
    let dash = |row: &Row<'_>| row.text.trim_start().starts_with("- ");
    let mut open: Vec<(usize, bool)> = Vec::new();
    for row in above.iter().filter(|row| !row.is_blank()) {
        open.retain(|(indent, _)| *indent < row.indent());
        open.push((row.indent(), dash(row)));
        if dash(row) && row.key().is_some() {
            open.push((row.column(), false));
        }
    }
    let spaces = row.indent();
    let alike = open.into_iter().rev().filter(|(_, is_dash)| *is_dash == dash(row));
    // Of two places as near, the inner one: it is the list or block that goes on.
    let (near, _) = alike.min_by_key(|(indent, _)| indent.abs_diff(spaces))?;
    let drawn = row.start..row.start + spaces.max(1).min(row.text.len());
    (near != spaces).then(|| {
        Diagnostic::error("yaml-indentation", source).at(drawn).arg("spaces", spaces).arg("wanted", near)
    })
}

/// A sentence as it is written between quotes, not longer than is worth showing.
fn quoted(text: &str) -> String {
    let text = shortened(text);
    if text.contains('"') { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

fn shortened(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    let short: String = text.chars().take(SHOWN).collect();
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The code of what is wrong, and where.
    fn cause(text: &str) -> (&'static str, usize, usize) {
        let found = crate::yaml::read::<serde_json::Value>(Source::new("x.yaml", text)).unwrap_err();
        let place = found[0].position().unwrap();
        (found[0].code, place.line, place.column)
    }

    #[test]
    fn an_open_quote_is_found_where_it_opens() {
        assert_eq!(cause("a: \"uno\nb: \"dos\"\nc: tres\n"), ("yaml-open-quote", 1, 4));
        assert_eq!(cause("a: uno\nb:\n  - 'dos\n  - tres\n"), ("yaml-open-quote", 3, 5));
    }

    #[test]
    fn a_quoted_text_over_two_lines_is_in_order() {
        assert_eq!(cause("a: \"uno\n  dos\"\nb: Ojo: tres\n"), ("yaml-colon-in-text", 3, 7));
    }

    #[test]
    fn text_behind_the_closing_quote_is_shown() {
        assert_eq!(cause("a:\n  - \"No le pago\", a ver.\n"), ("yaml-text-after-quote", 2, 17));
        assert_eq!(cause("a: \"Dijo \\\"no\\\" y ya\" b\n"), ("yaml-text-after-quote", 1, 23));
    }

    #[test]
    fn a_line_out_of_line_is_told_where_those_of_its_kind_stand() {
        assert_eq!(cause("a:\n  b:\n    - uno\n   c: 1\n"), ("yaml-indentation", 4, 1));
        assert_eq!(cause("a:\n  b:\n    - uno\n  - dos\n"), ("yaml-indentation", 4, 1));
    }

    #[test]
    fn tabs_dashes_and_strange_signs_have_names() {
        assert_eq!(cause("a:\n\t- uno\n"), ("yaml-tab", 2, 1));
        assert_eq!(cause("a:\n  - uno\n  -dos\n  - tres\n"), ("yaml-dash-without-space", 3, 3));
        assert_eq!(cause("a: @casa\n"), ("yaml-sign-first", 1, 4));
        assert_eq!(cause("a: 1\n  b: 2\n"), ("yaml-key-too-deep", 2, 1));
    }

    #[test]
    fn what_is_not_understood_is_still_placed() {
        assert_eq!(cause("a: [uno, dos\n").0, "yaml-syntax");
    }
}
