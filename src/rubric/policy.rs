//! What the case file says: what is owed, and what the agent may offer.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::recap;
use super::scene::{Mark, Scene, Witnesses};
use crate::call::Call;
use crate::nlu::entity::{DateValue, Limit, Period, PlanValue, Value};

/// Days of a week and of a month, as people count them.
const WEEK: i32 = 7;
const MONTH: i32 = 31;

/// Of some offers, those that go beyond the policy of the case; none where there is no case file.
pub(super) fn beyond(offers: &Witnesses) -> Witnesses {
    offers.filtered(|mark| exceeds(&offers.scene, mark))
}

/// Of some amounts and days, those that the case file knows: the balance, what is overdue, or one item of it; the day on
/// which it fell due.
pub(super) fn of_debt(amounts: &Witnesses) -> Witnesses {
    amounts.filtered(|mark| match &mark.value {
        Some(Value::Money(money)) => owed(amounts.scene.call(), money.amount),
        // "Suman 2.226.000": the figure that is owed needs no currency.
        Some(Value::Number(number)) => !number.is_zero() && owed(amounts.scene.call(), *number),
        Some(Value::Date(date)) => fell_due(amounts.scene.call(), date),
        Some(Value::Duration { count, period }) => overdue_for(amounts.scene.call(), *count, *period),
        _ => false,
    })
}

/// Whether something fell due on that day, or within a month that is named; nobody says the year, nor always the month
/// ("desde el 11").
fn fell_due(call: &Call, told: &DateValue) -> bool {
    let since = told.limit == Some(Limit::Since);
    let month = |day: Date| (day.month(), day.day());
    let named = |due: Date| {
        let recent = since && call.date.is_some_and(|today| due <= today && (today - due).get_days() < MONTH);
        match (told.single().or(told.from.filter(|_| since)), told.from, told.to) {
            // "Desde enero" begins with its first day.
            (Some(day), ..) if since && day.day() == 1 => day.month() == due.month(),
            (Some(day), ..) => month(day) == month(due) || recent && day.day() == due.day(),
            (None, Some(from), Some(to)) => month(from) <= month(due) && month(due) <= month(to),
            _ => false,
        }
    };
    call.case_file.as_ref().is_some_and(|case| case.past_due.iter().any(|item| named(item.due)))
}

/// Whether something has been due for about so long: to a week, or to a quarter of it where that is more.
fn overdue_for(call: &Call, count: Decimal, period: Period) -> bool {
    let (Some(case), Some(today)) = (&call.case_file, call.date) else { return false };
    let told = count * days(period);
    case.past_due.iter().any(|item| {
        let came = Decimal::from((today - item.due).get_days());
        (came - told).abs() <= Decimal::from(WEEK).max(came * Decimal::new(25, 2))
    })
}

/// Whether the case file knows an amount as owed.
pub(super) fn owed(call: &Call, amount: Decimal) -> bool {
    call.case_file.as_ref().is_some_and(|case| {
        case.balance.amount == amount
            || case.past_due_total().amount == amount
            || case.past_due.iter().any(|item| item.amount.amount == amount)
    })
}

fn exceeds(scene: &Scene, mark: &Mark) -> bool {
    let (Some(case), Some(act)) = (&scene.call().case_file, &mark.act) else { return false };
    let policy = &case.policy;
    let values = || recap::meant(scene, mark.turn).map(|entity| &entity.value);
    // Beside the agreed plan another one is what it is not.
    let repeats = values().any(|value| matches!(value, Value::Plan(plan) if is_agreed(scene, plan)));
    // The creditor's programme has terms of its own.
    let programme = policy.hardship.is_some() && scene.heard(mark.turn).has("offer.hardship");
    match act.id() {
        "offer.discount" => match policy.max_discount {
            None => true,
            // Up to nothing is nothing, whatever figure was named.
            Some(limit) => {
                limit.is_zero()
                    || values().any(|value| matches!(value, Value::Percent(percent) if *percent > limit))
            }
        },
        "offer.installments" | "offer.extension" | "offer.partial" if programme => false,
        "offer.installments" => match policy.max_installments {
            None => true,
            Some(limit) => values().any(|value| {
                let Value::Plan(plan) = value else { return false };
                if repeats && !is_agreed(scene, plan) {
                    return false;
                }
                let too_many = plan.count.is_some_and(|count| count > limit);
                let too_small = policy.min_payment.zip(plan.amount).is_some_and(|(least, one)| one < least.amount);
                too_many || too_small
            }),
        },
        "offer.extension" => match policy.max_extension_days {
            None => true,
            Some(limit) => values().any(|value| {
                matches!(value, Value::Duration { count, period } if *count * days(*period) > Decimal::from(limit))
            }),
        },
        "offer.partial" => {
            let mut named = values().filter_map(|value| match value {
                Value::Money(money) => Some(money.amount),
                _ => None,
            });
            let least = policy.min_payment.map(|least| least.amount);
            let too_small = least.zip(named.by_ref().max()).is_some_and(|(least, most)| most < least);
            !policy.partial_payment || too_small
        }
        "offer.restructure" => !policy.restructure,
        "offer.hardship" => policy.hardship.is_none(),
        _ => false,
    }
}

fn is_agreed(scene: &Scene, plan: &PlanValue) -> bool {
    let agreed = scene.commitment.as_ref().and_then(|agreed| agreed.plan.as_ref()).map(|term| &term.value);
    agreed.is_some_and(|agreed| agreed.count == plan.count && agreed.amount == plan.amount)
}

/// Of some offers, those that offer something: "three payments of 265 did not come in" names what is overdue.
pub(super) fn offering(offers: &Witnesses) -> Witnesses {
    offers.filtered(|mark| {
        let heard = offers.scene.heard(mark.turn);
        let beside = heard
            .entities
            .iter()
            .filter(|entity| entity.span.start < mark.span.end && mark.span.start < entity.span.end);
        !(heard.has("state_debt") || heard.has("state_purpose"))
            || !beside.into_iter().any(|entity| is_overdue(offers.scene.call(), &entity.value))
    })
}

/// Whether payments are those that are overdue: as many, and of the same amount.
fn is_overdue(call: &Call, value: &Value) -> bool {
    let Value::Plan(plan) = value else { return false };
    call.case_file.as_ref().is_some_and(|case| {
        usize::try_from(plan.count.unwrap_or_default()).is_ok_and(|count| count == case.past_due.len())
            && plan.amount.is_some_and(|amount| case.past_due.iter().all(|item| item.amount.amount == amount))
    })
}

fn days(period: Period) -> Decimal {
    Decimal::from(match period {
        Period::Day => 1,
        Period::Week => 7,
        Period::Fortnight => 15,
        Period::Month => 30,
        Period::Year => 365,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::call::{CaseFile, Currency, Money, PastDue, Policy};
    use crate::messages::Language;
    use crate::nlu::entity::{Setting, find};

    /// A call of March 11 about an instalment that fell due on January 15, and one on February 28.
    fn call() -> Call {
        let item =
            |due: Date| PastDue { concept: "cuota".into(), amount: Money::new(900, Currency::MXN), due };
        let case = CaseFile {
            creditor: "Almacenes".into(),
            product: "tarjeta".into(),
            account: "1".into(),
            debtor: "Luz".into(),
            treatment: String::new(),
            currency: Currency::MXN,
            balance: Money::new(1800, Currency::MXN),
            past_due: vec![item(date(2026, 1, 15)), item(date(2026, 2, 28))],
            verify: Vec::new(),
            history: Vec::new(),
            policy: Policy::default(),
        };
        Call { date: Some(date(2026, 3, 11)), case_file: Some(case), ..Call::new("1", Language::Es) }
    }

    fn is_since(text: &str) -> bool {
        let setting = Setting {
            language: Language::Es,
            country: None,
            currency: Some(Currency::MXN),
            today: date(2026, 3, 11),
            holidays: Vec::new(),
            names: Vec::new(),
        };
        find(text, &setting).iter().any(|entity| match &entity.value {
            Value::Date(date) => fell_due(&call(), date),
            Value::Duration { count, period } => overdue_for(&call(), *count, *period),
            _ => false,
        })
    }

    #[test]
    fn since_when_is_told_by_day_by_month_or_by_how_long_it_is() {
        for right in [
            "debe desde enero",
            "venció el 15 de enero",
            "debe desde el 28",
            "lleva dos meses",
            "hace once días",
        ] {
            assert!(is_since(right), "{right}");
        }
        for wrong in
            ["quedó de pagar en abril", "venció el 3 de enero", "lleva dos años de cliente", "desde el 20"]
        {
            assert!(!is_since(wrong), "{wrong}");
        }
    }
}
