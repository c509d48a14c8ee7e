//! The file of a new scenario: YAML with notes for whoever goes on writing. What was answered is always quoted, so that no
//! answer is taken for YAML.

use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::draft::{Chosen, Draft, Way};
use crate::messages::{Arg, Messages};
use crate::report::wrap;
use crate::simulator::{Gender, Outcome, Segment};

/// Columns of a note.
const WIDTH: usize = 100;
/// How long the debt is overdue, and when a debtor without money has some again.
const OVERDUE_DAYS: i64 = 45;
const MEANS_DAYS: i64 = 15;

/// A call that becomes a test: what the agent says, and what it came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The message that names it.
    pub name: &'static str,
    pub seed: u64,
    pub agent: Vec<String>,
    pub outcomes: Vec<Outcome>,
}

/// The text of the file. `messages` are in the language of the scenario.
pub fn sheet(draft: &Draft, attempts: &[Attempt], messages: &Messages) -> String {
    let mut sheet = Sheet { draft, messages, text: String::new() };
    sheet.head();
    sheet.case_file();
    sheet.persona();
    sheet.truth();
    sheet.objections();
    sheet.outcomes();
    sheet.tests(attempts);
    sheet.text
}

struct Sheet<'a> {
    draft: &'a Draft,
    messages: &'a Messages,
    text: String,
}

impl Sheet<'_> {
    fn line(&mut self, text: impl AsRef<str>) {
        self.text.push_str(text.as_ref());
        self.text.push('\n');
    }

    fn note(&mut self, id: &str, indent: usize) {
        let note = self.messages.say(id).lines().collect::<Vec<_>>().join(" ");
        for line in wrap(&note, WIDTH) {
            self.line(format!("{:indent$}# {line}", ""));
        }
    }

    fn say(&self, id: &str) -> String {
        let draft = self.draft;
        let args = [
            ("name", Arg::from(&draft.name)),
            ("gender", if draft.gender == Gender::Male { "male" } else { "female" }.into()),
            ("product", Arg::from(&draft.product)),
            ("objection", draft.objections.first().map_or("", |it| it.title.as_str()).into()),
            ("country", draft.country.code().into()),
            ("way", draft.way().id().into()),
            ("means", if draft.can_pay() { "has" } else { "lacks" }.into()),
        ];
        self.messages.say_with(id, &args)
    }

    /// A key with a text of the catalogue.
    fn told(&mut self, key: &str, id: &str) {
        let text = quoted(&self.say(id));
        self.line(format!("{key}: {text}"));
    }

    fn head(&mut self) {
        let draft = self.draft;
        self.note("new-note-head", 0);
        self.line("format: scenario/1");
        self.line(format!("id: {}", draft.id()));
        self.told("title", "new-title");
        self.line(format!("language: {}-{}", draft.language, draft.country.code()));
        if draft.segment() == Segment::Business {
            self.line("segment: business");
        }
        self.line(format!("level: {}", draft.level));
        self.note("new-note-summary", 0);
        self.told("summary", "new-summary");
        self.told("objective", "new-objective");
        self.line(format!("date: {}", draft.date));
    }

    fn case_file(&mut self) {
        let draft = self.draft;
        let (creditor, product) = (quoted(&draft.creditor), quoted(&draft.product));
        let (name, treatment) = (quoted(&draft.name), quoted(&draft.treatment));
        let amount = draft.amount.normalize();
        let least = share(draft.amount, 20);
        self.line("");
        self.note("new-note-case-file", 0);
        self.line("case_file:");
        self.line(format!("  creditor: {creditor}\n  product: {product}"));
        self.told("  account", "new-account-number");
        self.line(format!("  debtor: {name}\n  treatment: {treatment}"));
        self.line(format!("  currency: {}", draft.country.currency()));
        self.line(format!("  balance: \"{}\"\n  past_due:", (amount * Decimal::from(4)).normalize()));
        self.told("    - concept", "new-concept");
        self.line(format!(
            "      amount: \"{amount}\"\n      due: {}",
            draft.due.unwrap_or(days(draft.date, -OVERDUE_DAYS))
        ));
        self.line("  verify:");
        self.told("    - label", "new-verify-label");
        self.told("      value", "new-verify-value");
        self.note("new-note-policy", 2);
        self.line("  policy:\n    max_installments: 6");
        self.line(format!(
            "    min_payment: \"{least}\"\n    max_extension_days: 30\n    partial_payment: true"
        ));
        self.line("    hardship:");
        self.told("      name", "new-programme");
        self.told("      description", "new-programme-about");
        self.line("    methods:");
        let usual = self.say("new-methods");
        for method in draft.method.iter().map(String::as_str).chain(usual.lines()) {
            self.line(format!("      - {}", quoted(method)));
        }
    }

    fn persona(&mut self) {
        let draft = self.draft;
        let first = draft.name.split_whitespace().next().unwrap_or(&draft.name);
        self.line("");
        self.note("new-note-persona", 0);
        self.line(format!("persona:\n  name: {}", quoted(first)));
        if draft.gender == Gender::Male {
            self.line("  gender: male");
        }
        self.line(format!("  type: {}", draft.kind));
        self.told("  about", "new-about");
    }

    fn truth(&mut self) {
        let draft = self.draft;
        let (now, monthly, from) = match (draft.way(), draft.can_pay()) {
            (Way::Stop, _) => (Decimal::ZERO, Decimal::ZERO, draft.date),
            (_, true) => (draft.amount, draft.amount, draft.date),
            (_, false) => (
                Decimal::ZERO,
                draft.monthly.unwrap_or(share(draft.amount, 40)),
                days(draft.date, MEANS_DAYS),
            ),
        };
        self.line("");
        self.note("new-note-truth", 0);
        self.line(format!("truth:\n  cause: {}", draft.cause()));
        self.told("  account", "new-account");
        self.line(format!("  willing: {}\n  means:", draft.way() != Way::Stop));
        self.line(format!("    now: \"{}\"\n    monthly: \"{}\"", now.normalize(), monthly.normalize()));
        self.line(format!("    from: {from}"));
        if draft.way() == Way::Agreement {
            self.line("");
            self.note("new-note-facts", 0);
            self.line("facts:\n  cause:");
            self.told("    what", "new-fact");
        }
    }

    fn objections(&mut self) {
        let draft = self.draft;
        self.line("");
        self.note("new-note-objections", 0);
        self.line("objections:");
        for (at, objection) in draft.objections.iter().enumerate() {
            self.objection(objection, at + 1 == draft.objections.len());
        }
    }

    fn objection(&mut self, objection: &Chosen, last: bool) {
        self.line(format!("  # {}\n  - use: {}", objection.title, objection.name));
        for (key, lines) in [("opens", &objection.opens), ("insists", &objection.insists)] {
            if !lines.is_empty() {
                self.line(format!("    {key}:"));
                for line in lines {
                    self.line(format!("      - {}", quoted(line)));
                }
            }
        }
        if last && self.draft.way() == Way::Agreement {
            self.note("new-note-gives-way", 4);
            self.line("    gives_way:");
            for line in self.say("new-gives-way").lines() {
                self.line(format!("      - {}", quoted(line)));
            }
            self.line("    gives_way_discloses: cause");
        }
    }

    fn outcomes(&mut self) {
        let (good, acceptable) = (listed(&self.draft.good()), listed(&self.draft.acceptable()));
        self.line("");
        self.note("new-note-outcomes", 0);
        self.line(format!("outcomes:\n  good: {good}\n  acceptable: {acceptable}"));
    }

    fn tests(&mut self, attempts: &[Attempt]) {
        if attempts.is_empty() {
            return;
        }
        self.line("");
        self.note("new-note-tests", 0);
        self.line("tests:");
        for attempt in attempts {
            self.told("  - name", attempt.name);
            self.line(format!("    seeds: [{}]\n    agent:", attempt.seed));
            for line in &attempt.agent {
                self.line(format!("      - {}", quoted(line)));
            }
            self.line(format!("    expect:\n      outcome: {}", listed(&attempt.outcomes)));
        }
    }
}

fn listed(outcomes: &[Outcome]) -> String {
    let ids: Vec<&str> = outcomes.iter().map(|outcome| outcome.id()).collect();
    format!("[{}]", ids.join(", "))
}

/// A whole share of an amount, one at least.
fn share(amount: Decimal, percent: u32) -> Decimal {
    (amount * Decimal::from(percent) / Decimal::from(100)).round().max(Decimal::ONE).normalize()
}

/// So many days after, or before; the day itself at the ends of the calendar.
fn days(date: Date, days: i64) -> Date {
    date.checked_add(days.days()).unwrap_or(date)
}

/// A text between double quotes, as YAML reads them.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            c if c.is_control() || c == '\u{a0}' => quoted.push(' '),
            '\u{2028}' | '\u{2029}' | '\u{feff}' => {
                // Writing to a string does not fail.
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_between_quotes_is_the_text() {
        let text = "Dijo: \"no\" # \\ y ya - {x}";
        let source = crate::source::Source::new("x.yaml", format!("- {}\n", quoted(text)));
        let (read, _) = crate::yaml::read::<Vec<String>>(source).unwrap();
        assert_eq!(read, [text]);
    }

    #[test]
    fn a_share_is_whole_and_never_nothing() {
        assert_eq!(share(Decimal::from(1850), 40), Decimal::from(740));
        assert_eq!(share(Decimal::ONE, 20), Decimal::ONE);
    }
}
