//! Whether the case file, the dates and the persona agree with each other.

use jiff::civil::{Date, Weekday};
use rust_decimal::Decimal;

use super::review::Review;
use crate::yaml::Path;

/// A file of which the last entry is older than so many years is rather a slip of the pen.
const YEARS: i16 = 3;
/// People owe this in any country.
const DOLLAR: &str = "USD";

pub(super) fn review(review: &mut Review<'_>) {
    dates(review);
    amounts(review);
    verification(review);
    persona(review);
    shuffle(review);
}

fn dates(review: &mut Review<'_>) {
    let scenario = review.scenario;
    let case = Path::root().key("case_file");
    let today = scenario.date;
    for (at, item) in scenario.case_file.past_due.iter().enumerate() {
        if item.due > today {
            let path = case.key("past_due").item(at).key("due");
            review.error("past-due-in-future", &path, &[("date", &item.due.to_string())]);
        }
    }
    for (at, entry) in scenario.case_file.history.iter().enumerate() {
        if entry.date > today {
            let path = case.key("history").item(at).key("date");
            review.error("history-in-future", &path, &[("date", &entry.date.to_string())]);
        }
    }
    if today.weekday() == Weekday::Sunday {
        review.warning("call-on-sunday", &Path::root().key("date"), &[]);
    }
    let due = scenario.case_file.past_due.iter().map(|item| item.due);
    let last = due.chain(scenario.case_file.history.iter().map(|entry| entry.date)).max();
    if let Some(last) = last.filter(|last| years_later(*last, today)) {
        review.warning("history-long-ago", &Path::root().key("date"), &[("date", &last.to_string())]);
    }
}

fn years_later(last: Date, today: Date) -> bool {
    (today.year() - YEARS, today.month(), today.day()) > (last.year(), last.month(), last.day())
}

fn amounts(review: &mut Review<'_>) {
    let case = &review.scenario.case_file;
    let truth = &review.scenario.truth;
    let root = Path::root();
    let file = root.key("case_file");
    let policy = file.key("policy");
    if case.policy.min_payment.is_some_and(|least| least.amount > case.balance.amount) {
        review.error("min-payment-over-balance", &policy.key("min_payment"), &[]);
    }
    if case.policy.max_discount.is_some_and(|most| most > Decimal::ONE_HUNDRED) {
        review.error("out-of-range", &policy.key("max_discount"), &[("range", "0–100")]);
    }
    let undisputed = root.key("truth").key("undisputed");
    if truth.undisputed.is_some_and(|amount| amount > case.past_due_total().amount) {
        review.error("undisputed-over-past-due", &undisputed, &[]);
    }
    let usual = review.scenario.country.currency();
    if case.currency != usual && case.currency.code() != DOLLAR {
        let args = [("currency", case.currency.code()), ("usual", usual.code())];
        review.warning("currency-of-another-country", &file.key("currency"), &args);
    }
    if case.currency.decimals() == 0 {
        let mut told = vec![(file.key("balance"), case.balance.amount)];
        let past_due = case.past_due.iter().enumerate();
        told.extend(past_due.map(|(at, it)| (file.key("past_due").item(at).key("amount"), it.amount.amount)));
        told.extend(case.policy.min_payment.map(|it| (policy.key("min_payment"), it.amount)));
        let means = root.key("truth").key("means");
        told.push((means.key("now"), truth.means.now));
        told.push((means.key("monthly"), truth.means.monthly));
        for (path, _) in told.into_iter().filter(|(_, amount)| !amount.fract().is_zero()) {
            review.warning("cents-without-currency", &path, &[("currency", case.currency.code())]);
        }
    }
}

fn verification(review: &mut Review<'_>) {
    if review.scenario.case_file.verify.is_empty() && review.reaches_debtor() {
        review.key_warning("nothing-to-verify", &Path::root().key("case_file"), &[]);
    }
}

fn persona(review: &mut Review<'_>) {
    let persona = &review.scenario.persona;
    let path = Path::root().key("persona");
    if persona.patience.start == 0 {
        review.error("patience-gone-at-start", &path.key("patience"), &[]);
    }
    if persona.opens_at.enter <= persona.trust.start {
        review.warning("opens-at-once", &path.key("opens_at"), &[]);
    }
    for (name, mark) in [("opens_at", persona.opens_at.enter), ("agrees_at", persona.agrees_at)] {
        if mark > persona.trust.max {
            let most = persona.trust.max.to_string();
            review.warning("trust-out-of-reach", &path.key(name), &[("name", name), ("most", &most)]);
        }
    }
}

fn shuffle(review: &mut Review<'_>) {
    let scenario = review.scenario;
    let path = Path::root().key("shuffle");
    for (name, range, gauge) in [
        ("trust", &scenario.shuffle.trust, scenario.persona.trust),
        ("patience", &scenario.shuffle.patience, scenario.persona.patience),
    ] {
        let outside =
            |range: &std::ops::RangeInclusive<i32>| *range.start() < gauge.min || *range.end() > gauge.max;
        if range.as_ref().is_some_and(outside) {
            let bounds = format!("{}–{}", gauge.min, gauge.max);
            review.error("shuffle-out-of-bounds", &path.key(name), &[("range", &bounds)]);
        }
    }
}
