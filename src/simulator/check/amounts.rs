//! Amounts of a scenario: a full stop before the decimals and nothing between thousands, whatever the country. What
//! people write instead is refused with what they probably meant, never read as something else.

use rust_decimal::Decimal;

use super::Checker;
use crate::call::{Country, Currency, Money};
use crate::yaml::Path;

impl Checker<'_> {
    pub(super) fn money(&mut self, text: &str, currency: Currency, path: &Path) -> Money {
        Money { amount: self.amount(text, path), currency }
    }

    /// An amount of money. Three decimals are thousands that somebody parted with a full stop: no currency has them.
    pub(super) fn amount(&mut self, text: &str, path: &Path) -> Decimal {
        let typed = text.trim();
        match plain(typed) {
            Some(amount) if amount.scale() != 3 => amount,
            read => {
                let code = if read.is_some() { "amount-with-thousands" } else { "bad-amount" };
                let meant = match read {
                    Some(_) => typed.replace('.', "").parse().ok(),
                    None => meant(typed, self.country),
                };
                let suggestion =
                    meant.map_or_else(|| "none".to_owned(), |meant| meant.normalize().to_string());
                let marks = match self.country {
                    Some(country) if country.dot_groups_thousands() => "dot",
                    _ => "comma",
                };
                let args = [("value", text), ("suggestion", suggestion.as_str()), ("groups", marks)];
                self.error(code, path, &args);
                Decimal::ZERO
            }
        }
    }

    /// A share, which may well have three decimals.
    pub(super) fn percentage(&mut self, text: &str, path: &Path) -> Decimal {
        plain(text.trim()).unwrap_or_else(|| {
            self.error("bad-amount", path, &[("value", text), ("suggestion", "none"), ("groups", "comma")]);
            Decimal::ZERO
        })
    }
}

fn plain(text: &str) -> Option<Decimal> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse::<Decimal>().ok().filter(|_| digits)
}

/// What somebody meant who wrote the amount as people of the country do, with a sign or a word of money beside it.
fn meant(text: &str, country: Option<Country>) -> Option<Decimal> {
    let money = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let amount = text.trim_matches(|c: char| !money(c));
    // Words in the middle are not an amount that can be guessed at.
    let clean = !amount.is_empty() && amount.chars().all(|c| money(c) || c == ' ' || c == '\'');
    let joined: String = amount.chars().filter(|c| money(*c)).collect();
    clean.then(|| Money::as_written(&joined, country?)).flatten()
}
