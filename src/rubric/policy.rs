//! What the case file says: what is owed, and what the agent may offer.

use rust_decimal::Decimal;

use super::recap;
use super::scene::{Mark, Scene, Witnesses};
use crate::call::Call;
use crate::nlu::entity::{Period, Value};

/// Of some offers, those that go beyond the policy of the case; none where there is no case file.
pub(super) fn beyond(offers: &Witnesses) -> Witnesses {
    offers.filtered(|mark| exceeds(&offers.scene, mark))
}

/// Of some amounts, those that the case file knows: the balance, what is overdue, or one item of it.
pub(super) fn of_debt(amounts: &Witnesses) -> Witnesses {
    amounts.filtered(|mark| match &mark.value {
        Some(Value::Money(money)) => owed(amounts.scene.call(), money.amount),
        // "Suman 2.226.000": the figure that is owed needs no currency.
        Some(Value::Number(number)) => !number.is_zero() && owed(amounts.scene.call(), *number),
        _ => false,
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
        "offer.partial" => !policy.partial_payment,
        "offer.restructure" => !policy.restructure,
        "offer.hardship" => policy.hardship.is_none(),
        _ => false,
    }
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
