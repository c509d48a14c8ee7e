//! How a debtor says an amount, a date, a set of terms: in words of the call's language and country.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::call::{Country, Currency, Money};
use crate::messages::Messages;
use crate::simulator::terms::Terms;

/// "600 pesos", "1.850 euros".
pub fn amount(amount: Decimal, currency: Currency, country: Country, messages: &Messages) -> String {
    let figure = Money { amount, currency }.spoken(country);
    let name = messages.say(&format!("currency-{}", currency.code()));
    messages.say_with("spoken-amount", &[("figure", figure.into()), ("currency", name.into())])
}

/// "hoy", "mañana", "el lunes 30 de marzo", "Monday, March 30".
pub fn date(date: Date, today: Date, messages: &Messages) -> String {
    if is_near(date, today) {
        return messages.say(if date == today { "spoken-today" } else { "spoken-tomorrow" });
    }
    let weekday = messages.say(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
    let month = messages.say(&format!("month-{}", date.month()));
    let day = i64::from(date.day());
    messages
        .say_with("spoken-date", &[("weekday", weekday.into()), ("day", day.into()), ("month", month.into())])
}

/// "30 de marzo de 2026", "March 30, 2026".
pub fn calendar_date(date: Date, messages: &Messages) -> String {
    let month = messages.say(&format!("month-{}", date.month()));
    let (day, year) = (i64::from(date.day()), date.year().to_string());
    messages.say_with("calendar-date", &[("day", day.into()), ("month", month.into()), ("year", year.into())])
}

/// "600 pesos el lunes 30 de marzo", "3 pagos de 600 pesos desde el lunes 30 de marzo".
pub fn terms(
    terms: &Terms,
    currency: Currency,
    country: Country,
    today: Date,
    messages: &Messages,
) -> String {
    let figure = terms.amount.map(|it| amount(it, currency, country, messages));
    let day = terms.date.map(|it| date(it, today, messages));
    let payments = terms.payments.filter(|count| *count > 1).map(i64::from);
    // Of payments with a smaller last one, those that are alike are told first.
    let apart = terms.last.is_some() && payments.is_some();
    let id = match (&figure, &day, payments) {
        (Some(_), Some(_), Some(_)) => "spoken-plan-from",
        (Some(_), None, Some(_)) => "spoken-plan",
        (Some(_), Some(_), None) => "spoken-payment-on",
        (Some(_), None, None) => "spoken-payment",
        (None, Some(_), _) => "spoken-day",
        (None, None, _) => "spoken-that",
    };
    let all = messages.say_with(
        id,
        &[
            ("amount", figure.unwrap_or_default().into()),
            ("date", day.unwrap_or_default().into()),
            ("count", (payments.unwrap_or(1) - i64::from(apart)).into()),
            // English says "on Monday", and just "today".
            ("near", if terms.date.is_some_and(|date| is_near(date, today)) { "yes" } else { "no" }.into()),
        ],
    );
    let all = match terms.last.filter(|_| payments.is_some()) {
        Some(last) => {
            let last = amount(last, currency, country, messages);
            messages.say_with("spoken-last", &[("rest", all.into()), ("last", last.into())])
        }
        None => all,
    };
    let Some(down) = terms.down_payment else { return all };
    let down = amount(down, currency, country, messages);
    let day = terms.down_date.map(|it| date(it, today, messages)).unwrap_or_default();
    messages.say_with("spoken-down", &[("down", down.into()), ("date", day.into()), ("rest", all.into())])
}

/// Today or tomorrow.
fn is_near(date: Date, today: Date) -> bool {
    date == today || today.tomorrow().is_ok_and(|tomorrow| tomorrow == date)
}
