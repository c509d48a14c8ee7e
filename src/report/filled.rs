//! A wording to try, filled with what is known of the call, in the reader's language.

use jiff::civil::Date;

use crate::call::{Country, Money};
use crate::messages::{Language, Messages};
use crate::nlu::Localized;
use crate::nlu::entity::{DateValue, Method};
use crate::rubric::{Facts, wording};

/// The wording as the agent could have said it in this call.
pub(super) fn fill(text: &Localized, facts: &Facts, messages: &Messages) -> String {
    let template = text.get(messages.language());
    let day = || facts.date.as_ref().and_then(DateValue::single).map(|day| date(day, messages));
    let value = |name: &str| match name {
        "terms" => terms(facts, day(), messages),
        "amount" => amount(facts, messages),
        // The day of the first payment is not that of them all.
        "date" if facts.payments.is_some() && template.contains("{amount}") => None,
        "debt" => facts.debt.map(|debt| money(debt, facts.country, messages)),
        "date" => day(),
        "method" => match &facts.method_name {
            Some(name) => Some(messages.say_with("report-method-named", &[("name", name.as_str().into())])),
            None => facts.method.map(|how| method(how, messages)),
        },
        "debtor" => facts.debtor.clone(),
        "creditor" => facts.creditor.clone(),
        _ => None,
    };
    wording::fill(template, value, |name| messages.say(&format!("report-soft-{name}")))
}

/// What is to be paid: one sum, payments of the same, or one and then the others; the last may be less.
fn amount(facts: &Facts, messages: &Messages) -> Option<String> {
    let one = money(facts.amount?, facts.country, messages);
    let Some(count) = facts.payments else { return Some(one) };
    let count = count - u32::from(facts.last.is_some());
    let (id, count, first) = match facts.first {
        Some(first) => ("report-plan-uneven", count - 1, money(first, facts.country, messages)),
        None => ("report-plan", count, String::new()),
    };
    let args = [("count", i64::from(count).into()), ("amount", one.into()), ("first", first.into())];
    let alike = messages.say_with(id, &args);
    let Some(last) = facts.last else { return Some(alike) };
    let last = money(last, facts.country, messages);
    Some(messages.say_with("report-plan-last", &[("rest", alike.into()), ("last", last.into())]))
}

/// How much and when: of several payments, the day is that of the first.
fn terms(facts: &Facts, day: Option<String>, messages: &Messages) -> Option<String> {
    let amount = amount(facts, messages);
    if amount.is_none() && day.is_none() {
        return None;
    }
    let amount = amount.unwrap_or_else(|| messages.say("report-soft-amount"));
    let Some(day) = day else { return Some(amount) };
    let id = if facts.payments.is_some() { "report-terms-plan" } else { "report-terms" };
    Some(messages.say_with(id, &[("amount", amount.into()), ("date", day.into())]))
}

pub(super) fn money(money: Money, country: Option<Country>, messages: &Messages) -> String {
    let country = country.unwrap_or(match messages.language() {
        Language::Es => Country::Mx,
        Language::En => Country::Us,
    });
    let amount = money.spoken(country);
    messages
        .say_with("report-money", &[("amount", amount.into()), ("currency", money.currency.code().into())])
}

fn date(day: Date, messages: &Messages) -> String {
    let weekday = i64::from(day.weekday().to_monday_one_offset());
    let month = i64::from(day.month());
    messages.say_with(
        "report-date",
        &[("weekday", weekday.into()), ("day", i64::from(day.day()).into()), ("month", month.into())],
    )
}

fn method(method: Method, messages: &Messages) -> String {
    let name = match method {
        Method::Cash => "cash",
        Method::Transfer => "transfer",
        Method::Card => "card",
        Method::Deposit => "deposit",
        Method::ConvenienceStore => "convenience-store",
        Method::PaymentLink => "payment-link",
        Method::DirectDebit => "direct-debit",
        Method::Wallet => "wallet",
        Method::Payroll => "payroll",
        Method::Branch => "branch",
    };
    messages.say(&format!("report-method-{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::{Currency, TurnIndex};

    /// Two payments of 395 dollars; `first` is another sum for the first one.
    fn facts(first: Option<i64>) -> Facts {
        let dollars = |amount: i64| Money::new(amount, Currency::USD);
        Facts {
            amount: Some(dollars(395)),
            first: first.map(dollars),
            payments: Some(2),
            date: Some(DateValue::day(jiff::civil::date(2026, 3, 27))),
            ..Facts::default()
        }
    }

    fn filled(template: &str, facts: &Facts) -> String {
        let text = Localized { es: String::new(), en: template.to_owned() };
        fill(&text, facts, &Messages::new(Language::En))
    }

    #[test]
    fn the_day_of_the_first_payment_is_not_told_as_that_of_all() {
        let plan = facts(None);
        assert_eq!(filled("{terms}.", &plan), "2 payments of $395, the first on Friday, March 27.");
        assert_eq!(filled("{amount}[ on {date}].", &plan), "2 payments of $395.");
        assert_eq!(filled("We look on {date}.", &plan), "We look on Friday, March 27.");
        let one = Facts { payments: None, ..plan };
        assert_eq!(filled("{terms}.", &one), "$395 on Friday, March 27.");
        assert_eq!(filled("{amount}[ on {date}].", &one), "$395 on Friday, March 27.");
    }

    #[test]
    fn payments_that_differ_are_told_apart() {
        let uneven = facts(Some(400));
        assert_eq!(filled("{terms}.", &uneven), "$400 and then $395, the first on Friday, March 27.");
        let four = Facts { payments: Some(4), ..uneven };
        assert_eq!(filled("{amount}.", &four), "$400 and then 3 payments of $395.");
        let less = Facts { payments: Some(8), last: Some(Money::new(16, Currency::USD)), ..facts(None) };
        assert_eq!(filled("{amount}.", &less), "7 payments of $395 and a last one of $16.");
    }

    #[test]
    fn what_was_agreed_later_is_not_known_yet() {
        let facts = Facts { agreed_at: Some(TurnIndex(7)), ..facts(None) };
        assert_eq!(filled("{terms}.", &facts.known_at(TurnIndex(4))), "the amount we agreed.");
        assert_eq!(facts.known_at(TurnIndex(7)), facts);
    }
}
