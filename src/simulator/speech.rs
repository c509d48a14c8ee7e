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

/// How much of a set of terms is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Every payment, as a report tells them.
    Whole,
    /// As people say it: payments that nobody counted are so much a month.
    Said,
    /// As people say it again: what one payment comes to.
    Again,
}

/// Up to so many payments, people count them without being told the number.
const COUNTED: u32 = 3;

/// "600 pesos el lunes 30 de marzo", "3 pagos de 600 pesos, el primero el lunes 30 de marzo", "600 pesos al mes".
pub fn terms(
    terms: &Terms,
    detail: Detail,
    currency: Currency,
    country: Country,
    today: Date,
    messages: &Messages,
) -> String {
    let payments = terms.payments.filter(|count| *count > 1);
    let again = detail == Detail::Again && payments.is_some() && terms.down_payment.is_none();
    let uncounted = payments.is_some_and(|count| count > COUNTED) && terms.reckoned;
    let by_month = detail != Detail::Whole && uncounted && terms.down_payment.is_none();
    let figure = terms.amount.map(|it| amount(it, currency, country, messages));
    let day = terms.date.filter(|_| !again).map(|it| date(it, today, messages));
    // Of payments with a smaller last one, those that are alike are told first.
    let apart = terms.last.filter(|_| payments.is_some());
    let id = match (&figure, &day, payments) {
        (Some(_), Some(_), Some(_)) if by_month => "spoken-each-from",
        (Some(_), None, Some(_)) if by_month => "spoken-each",
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
            ("count", (payments.map_or(1, i64::from) - i64::from(apart.is_some())).into()),
            ("times", i64::from(terms.a_month.unwrap_or(1)).into()),
            // English says "on Monday", and just "today".
            ("near", if terms.date.is_some_and(|date| is_near(date, today)) { "yes" } else { "no" }.into()),
        ],
    );
    if by_month {
        return all;
    }
    let all = match apart {
        Some(last) => {
            let last = amount(last, currency, country, messages);
            messages.say_with("spoken-last", &[("rest", all.into()), ("last", last.into())])
        }
        None => all,
    };
    let Some(down) = terms.down_payment else { return all };
    let down = amount(down, currency, country, messages);
    let mut args = vec![("down", down.into()), ("rest", all.into())];
    let Some(day) = terms.down_date else { return messages.say_with("spoken-down-undated", &args) };
    args.push(("date", date(day, today, messages).into()));
    messages.say_with("spoken-down", &args)
}

/// Today or tomorrow.
fn is_near(date: Date, today: Date) -> bool {
    date == today || today.tomorrow().is_ok_and(|tomorrow| tomorrow == date)
}
