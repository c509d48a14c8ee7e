//! The case file as the trainee sees it, before and during the call.

use rust_decimal::Decimal;
use unicode_width::UnicodeWidthStr as _;

use crate::call::{CaseFile, Country};
use crate::diagnostic::printable;
use crate::messages::{Arg, Messages};
use crate::report::layout::{Page, Style, Tone};
use crate::simulator::{Scenario, speech};

/// The case file of a scenario, laid out for a terminal.
pub fn text(scenario: &Scenario, messages: &Messages, style: Style) -> String {
    let case = &scenario.case_file;
    let country = scenario.country;
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut row = |id: &str, value: String| rows.push((messages.say(&format!("case-{id}")), value));
    let debtor = format!("{} {}", case.treatment, case.debtor);
    row("debtor", debtor.trim().to_owned());
    row("creditor", case.creditor.clone());
    row("product", format!("{}, {}", case.product, case.account));
    row("today", speech::calendar_date(scenario.date, messages));
    row("balance", money(case, country, messages, case.balance.amount));
    let past_due = case
        .past_due
        .iter()
        .map(|item| {
            let amount = money(case, country, messages, item.amount.amount);
            let date = speech::calendar_date(item.due, messages);
            messages.say_with(
                "case-past-due-item",
                &[("concept", Arg::from(&item.concept)), ("amount", amount.into()), ("date", date.into())],
            )
        })
        .collect::<Vec<_>>()
        .join("; ");
    let total = money(case, country, messages, case.past_due_total().amount);
    row("past-due", format!("{total} ({past_due})"));
    let verify: Vec<String> =
        case.verify.iter().map(|item| format!("{} ({})", item.label, item.value)).collect();
    if !verify.is_empty() {
        row("verify", verify.join("; "));
    }
    for entry in &case.history {
        row("history", format!("{}: {}", speech::calendar_date(entry.date, messages), entry.note));
    }
    row("policy", policy(case, country, messages));
    row("methods", case.policy.methods.join(", "));
    for norm in &scenario.law {
        row("law", norm.says.clone());
    }
    row("objective", scenario.objective.clone());
    layout(scenario, &rows, style)
}

fn layout(scenario: &Scenario, rows: &[(String, String)], style: Style) -> String {
    let label_width = rows.iter().map(|(label, _)| label.width()).max().unwrap_or(0) + 1;
    let mut page = Page::new(style);
    page.paragraph(0, "", &printable(&scenario.title), Tone::Heading);
    page.paragraph(0, "", &printable(&scenario.summary), Tone::Plain);
    page.blank();
    let mut last = "";
    for (label, value) in rows {
        // A label that repeats is told once.
        let shown = if label == last { "" } else { label };
        let mark = format!("{shown}{}", " ".repeat(label_width - shown.width()));
        page.paragraph(0, &mark, &printable(value), Tone::Quiet);
        last = label;
    }
    page.finish()
}

fn money(case: &CaseFile, country: Country, messages: &Messages, amount: Decimal) -> String {
    speech::amount(amount, case.currency, country, messages)
}

/// What may be offered, in one sentence.
fn policy(case: &CaseFile, country: Country, messages: &Messages) -> String {
    let policy = &case.policy;
    let mut parts = Vec::new();
    if let Some(count) = policy.max_installments {
        parts.push(messages.say_with("case-policy-installments", &[("count", count.into())]));
    }
    if let Some(least) = policy.min_payment {
        let amount = money(case, country, messages, least.amount);
        parts.push(messages.say_with("case-policy-min-payment", &[("amount", amount.into())]));
    }
    if policy.partial_payment {
        parts.push(messages.say("case-policy-partial"));
    }
    if let Some(days) = policy.max_extension_days {
        parts.push(messages.say_with("case-policy-extension", &[("days", days.into())]));
    }
    if let Some(percent) = policy.max_discount.filter(|percent| !percent.is_zero()) {
        let percent = ("percent", Arg::from(percent.to_string()));
        parts.push(match policy.discount_until {
            Some(day) => {
                let day = speech::calendar_date(day, messages);
                messages.say_with("case-policy-discount-until", &[percent, ("date", day.into())])
            }
            None => messages.say_with("case-policy-discount", &[percent]),
        });
    }
    if policy.restructure {
        parts.push(messages.say("case-policy-restructure"));
    }
    if let Some(hardship) = &policy.hardship {
        let args = [("name", Arg::from(&hardship.name)), ("description", Arg::from(&hardship.description))];
        parts.push(messages.say_with("case-policy-hardship", &args));
    }
    parts.join("; ")
}
