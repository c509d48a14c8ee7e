//! Which limit of the case file was passed, and by what.

use crate::call::Country;
use crate::messages::{Arg, Messages};
use crate::report::filled;
use crate::rubric::{Evidence, Excess};

/// A line for each limit that these words pass, each once.
pub(super) fn lines(evidence: &[Evidence], country: Option<Country>, messages: &Messages) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for excess in evidence.iter().filter_map(|evidence| evidence.excess.as_ref()) {
        let line = line(excess, country, messages);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn line(excess: &Excess, country: Option<Country>, messages: &Messages) -> String {
    let two = |id: &str, named: Arg, limit: Arg| messages.say_with(id, &[("named", named), ("limit", limit)]);
    let whole = |number: u32| Arg::from(i64::from(number));
    match excess {
        Excess::Payments { named, most } => two("report-limit-payments", whole(*named), whole(*most)),
        Excess::Payment { named, least } => {
            let money = |amount| filled::money(crate::call::Money { amount, ..*least }, country, messages);
            two("report-limit-payment", money(*named).into(), money(least.amount).into())
        }
        Excess::Discount { named, most } => {
            let percent = |rate: &rust_decimal::Decimal| Arg::from(rate.normalize().to_string());
            two("report-limit-discount", percent(named), percent(most))
        }
        Excess::Days { named, most } => two("report-limit-days", whole(*named), whole(*most)),
        Excess::NotThere(act) => {
            let way = act.id().rsplit('.').next().unwrap_or_default().to_owned();
            messages.say_with("report-limit-none", &[("way", way.into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::{Currency, Money};
    use crate::messages::Language;
    use crate::nlu::Act;

    #[test]
    fn each_limit_is_named_with_what_passed_it() {
        let messages = Messages::new(Language::Es);
        let told = |excess: Excess| line(&excess, Some(Country::Cl), &messages);
        assert_eq!(
            told(Excess::Payments { named: 6, most: 4 }),
            "El expediente permite hasta 4 pagos, y se habló de 6."
        );
        let least = Money::new(20_000, Currency::CLP);
        let small = told(Excess::Payment { named: 17_300.into(), least });
        assert!(small.contains("17.300") && small.contains("20.000"), "{small}");
        let days = told(Excess::Days { named: 41, most: 15 });
        assert!(days.contains("15") && days.contains("41"), "{days}");
        let none = told(Excess::NotThere(Act::from("offer.discount")));
        assert_eq!(none, "El expediente no permite descuentos.");
    }
}
