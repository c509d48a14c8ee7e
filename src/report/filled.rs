//! A wording to try, filled with what is known of the call, in the reader's language.

use jiff::civil::Date;

use crate::call::{Country, Money};
use crate::messages::{Language, Messages};
use crate::nlu::Localized;
use crate::nlu::entity::{DateValue, Method};
use crate::rubric::{Facts, wording};

/// The wording as the agent could have said it in this call.
pub(super) fn fill(text: &Localized, facts: &Facts, messages: &Messages) -> String {
    let value = |name: &str| match name {
        "amount" => facts.amount.map(|amount| {
            let one = money(amount, facts.country, messages);
            let Some(count) = facts.payments else { return one };
            messages.say_with("report-plan", &[("count", i64::from(count).into()), ("amount", one.into())])
        }),
        "debt" => facts.debt.map(|debt| money(debt, facts.country, messages)),
        "date" => facts.date.as_ref().and_then(DateValue::single).map(|day| date(day, messages)),
        "method" => match &facts.method_name {
            Some(name) => Some(messages.say_with("report-method-named", &[("name", name.as_str().into())])),
            None => facts.method.map(|how| method(how, messages)),
        },
        "debtor" => facts.debtor.clone(),
        "creditor" => facts.creditor.clone(),
        _ => None,
    };
    wording::fill(text.get(messages.language()), value, |name| messages.say(&format!("report-soft-{name}")))
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
