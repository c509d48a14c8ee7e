//! What the case file says: what is owed, and what the agent may offer.

use std::rc::Rc;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::evaluation::Excess;
use super::recap;
use super::scene::{Mark, Scene, Witnesses};
use crate::call::{Call, Policy};
use crate::nlu::entity::{DateValue, Entity, Limit, Period, PlanValue, Value};
use crate::nlu::text::words;

/// Days of a week and of a month, as people count them.
const WEEK: i32 = 7;
const MONTH: i32 = 31;

/// Of some offers, those that go beyond the policy of the case; none where there is no case file.
pub(super) fn beyond(offers: &Witnesses) -> Witnesses {
    let scene = &offers.scene;
    let list = offers.list.iter().filter_map(|mark| {
        let excess = exceeds(scene, mark)?;
        Some(Mark { excess: Some(excess), ..mark.clone() })
    });
    Witnesses { scene: Rc::clone(scene), list: list.collect() }
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

/// Of some sums, those that the other party had not named before: "your 600 thousand" is theirs, said as 600 or in full.
pub(super) fn unnamed(sums: &Witnesses) -> Witnesses {
    let scene = &sums.scene;
    let figure = |value: &Value| match value {
        Value::Money(money) => Some(money.amount),
        Value::Number(number) => Some(*number),
        _ => None,
    };
    let same = |one: Decimal, other: Decimal| {
        let thousands = |sum: Decimal| sum.checked_mul(Decimal::ONE_THOUSAND);
        one == other || thousands(one) == Some(other) || thousands(other) == Some(one)
    };
    sums.filtered(|mark| {
        let Some(sum) = mark.value.as_ref().and_then(figure) else { return true };
        let others = (0..mark.turn).filter(|at| scene.speaker(*at) != scene.speaker(mark.turn));
        let named = others.flat_map(|at| &scene.heard(at).entities);
        let mut values =
            named.flat_map(|entity| [Some(&entity.value), entity.alternative.as_ref()]).flatten();
        !values.any(|value| figure(value).is_some_and(|named| same(named, sum)))
    })
}

/// Whether something fell due on that day, or within a month that is named; nobody says the year, nor always the month
/// ("desde el 11").
fn fell_due(call: &Call, told: &DateValue) -> bool {
    let since = told.limit == Some(Limit::Since);
    let month = |day: Date| (day.month(), day.day());
    let named = |due: Date| {
        if told.from.is_some_and(|from| !is_year_of(call, from, due)) {
            return false;
        }
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

/// Whether a year that was told can be the one in which something fell due: nobody says it, and it is then reckoned from
/// the day of the call.
fn is_year_of(call: &Call, told: Date, due: Date) -> bool {
    told.year() == due.year() || call.date.is_none_or(|today| (told.year() - today.year()).abs() <= 1)
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

/// Which limit of the case file an offer passes, if it does.
fn exceeds(scene: &Scene, mark: &Mark) -> Option<Excess> {
    let (Some(case), Some(act)) = (&scene.call().case_file, &mark.act) else { return None };
    let policy = &case.policy;
    let values = || recap::meant(scene, mark.turn).map(|entity| &entity.value);
    // Beside the agreed plan another one is what it is not.
    let repeats = values().any(|value| matches!(value, Value::Plan(plan) if is_agreed(scene, plan)));
    // The creditor's programme has terms of its own.
    let programme = policy.hardship.as_ref().is_some_and(|it| {
        scene.heard(mark.turn).has("offer.hardship") || is_named(scene.text(mark.turn), &it.name)
    });
    let unless = |permitted: bool| (!permitted).then(|| Excess::NotThere(act.clone()));
    match act.id() {
        // A lower instalment is another plan, and not less of the debt.
        "offer.discount" if lowers_the_instalment(scene, mark) => unless(policy.restructure),
        "offer.discount" => match policy.max_discount {
            // Up to nothing is nothing, whatever figure was named.
            None => unless(false),
            Some(most) if most.is_zero() => unless(false),
            Some(most) => values().find_map(|value| match value {
                Value::Percent(named) if *named > most => Some(Excess::Discount { named: *named, most }),
                _ => None,
            }),
        },
        "offer.installments" | "offer.extension" | "offer.partial" | "offer.restructure" if programme => None,
        "offer.installments" => match policy.max_installments {
            None => unless(false),
            Some(_) => values().find_map(|value| {
                let Value::Plan(plan) = value else { return None };
                if repeats && !is_agreed(scene, plan) { None } else { of_plan(policy, plan) }
            }),
        },
        "offer.extension" => match policy.max_extension_days {
            None => unless(false),
            Some(most) => values().find_map(|value| match value {
                Value::Duration { count, period } if *count * days(*period) > Decimal::from(most) => {
                    let named = (*count * days(*period)).to_u32()?;
                    Some(Excess::Days { named, most })
                }
                _ => None,
            }),
        },
        "offer.partial" => unless(policy.partial_payment).or_else(|| {
            let named = values().filter_map(|value| match value {
                Value::Money(money) => Some(money.amount),
                _ => None,
            });
            let (least, named) = policy.min_payment.zip(named.max())?;
            (named < least.amount).then_some(Excess::Payment { named, least })
        }),
        "offer.restructure" => unless(policy.restructure),
        "offer.hardship" => unless(policy.hardship.is_some()),
        _ => None,
    }
}

/// Words of the names of programmes that are said of any of them.
const OF_ANY: &[&str] =
    &["apoyo", "ayuda", "alivio", "plan", "programa", "program", "support", "relief", "help", "hardship"];

/// Whether a text names a programme, by the last word of its name, where that is only its own.
fn is_named(text: &str, name: &str) -> bool {
    let own = words(name).last().map(|word| word.folded.clone());
    own.filter(|own| !OF_ANY.contains(&own.as_str()))
        .is_some_and(|own| words(text).iter().any(|word| word.folded == own))
}

/// Which limit a plan passes: of the number of its payments, or of what one of them comes to.
pub(super) fn of_plan(policy: &Policy, plan: &PlanValue) -> Option<Excess> {
    // A first part is none of the instalments, and people count it with them or not.
    let count = plan.count.into_iter().chain(plan.count_alternative).min();
    let many = count.zip(policy.max_installments).filter(|(named, most)| named > most);
    let small = plan.amount.zip(policy.min_payment).filter(|(named, least)| *named < least.amount);
    many.map(|(named, most)| Excess::Payments { named, most })
        .or(small.map(|(named, least)| Excess::Payment { named, least }))
}

/// Words of the payment that is due time after time, and how far behind a reduction they can stand.
const INSTALMENT: &[&str] =
    &["cuota", "cuotas", "mensualidad", "mensualidades", "instalment", "installment", "payments"];
const BEHIND: usize = 4;

/// Whether what is lowered is the instalment: "una rebaja de cuota hasta diciembre".
fn lowers_the_instalment(scene: &Scene, mark: &Mark) -> bool {
    let text = scene.text(mark.turn);
    let within = words(&text[mark.span.clone()]);
    let behind = words(&text[mark.span.end..]);
    let mut near = within.iter().chain(behind.iter().take(BEHIND));
    near.any(|word| INSTALMENT.contains(&word.folded.as_str()))
}

fn is_agreed(scene: &Scene, plan: &PlanValue) -> bool {
    let agreed = scene.commitment.as_ref().and_then(|agreed| agreed.plan.as_ref()).map(|term| &term.value);
    agreed.is_some_and(|agreed| agreed.count == plan.count && agreed.amount == plan.amount)
}

/// Of some offers, those that offer something: "three payments of 265 did not come in" and "it is two instalments" name
/// what is overdue.
pub(super) fn offering(offers: &Witnesses) -> Witnesses {
    offers.filtered(|mark| {
        let (heard, text) = (offers.scene.heard(mark.turn), offers.scene.text(mark.turn));
        let mut beside = heard
            .entities
            .iter()
            .filter(|entity| entity.span.start < mark.span.end && mark.span.start < entity.span.end);
        let told = heard.has("state_debt") || heard.has("state_purpose");
        !beside.any(|entity| {
            told && is_overdue(offers.scene.call(), &entity.value)
                || is_count_of_debt(offers.scene.call(), text, entity)
        })
    })
}

/// Words before payments that are owed and not offered.
const OWED: &[&str] =
    &["son", "eran", "debe", "debes", "tiene", "tienes", "lleva", "llevas", "faltan", "fallaron"];

/// Whether payments of no sum are counted as those that are overdue: "son dos mensualidades".
fn is_count_of_debt(call: &Call, text: &str, entity: &Entity) -> bool {
    let Value::Plan(plan) = &entity.value else { return false };
    let overdue = call.case_file.as_ref().map(|case| case.past_due.len());
    let counted = plan.count.and_then(|count| usize::try_from(count).ok());
    let before = words(&text[..entity.span.start]);
    plan.amount.is_none()
        && counted.is_some()
        && counted == overdue
        && before.last().is_some_and(|word| OWED.contains(&word.folded.as_str()))
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
    use crate::call::{CaseFile, Currency, Money, PastDue};
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
