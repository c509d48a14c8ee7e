//! Money: a decimal amount with its currency. No floats.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// ISO 4217 code (or `CLF`, the Chilean UF), three capital letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    pub const ARS: Self = Self(*b"ARS");
    pub const CLF: Self = Self(*b"CLF");
    pub const CLP: Self = Self(*b"CLP");
    pub const COP: Self = Self(*b"COP");
    pub const EUR: Self = Self(*b"EUR");
    pub const GBP: Self = Self(*b"GBP");
    pub const MXN: Self = Self(*b"MXN");
    pub const PEN: Self = Self(*b"PEN");
    pub const USD: Self = Self(*b"USD");

    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the decimal mark in ordinary use: none in Chilean and Colombian pesos.
    pub fn decimals(self) -> u32 {
        if self == Self::CLP || self == Self::COP { 0 } else { 2 }
    }
}

impl TryFrom<String> for Currency {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        Self::new(&code).ok_or_else(|| format!("`{code}` is not a currency code"))
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Money {
    pub amount: Decimal,
    pub currency: Currency,
}

impl Money {
    pub fn new(amount: impl Into<Decimal>, currency: Currency) -> Self {
        Self { amount: amount.into(), currency }
    }

    /// Reads an amount as people of the country write it, `1.850,50` in Spain; signs and words beside it are passed over.
    pub fn as_written(text: &str, country: super::Country) -> Option<Decimal> {
        let digits: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
        let (group, mark) = if country.dot_groups_thousands() { ('.', ',') } else { (',', '.') };
        // One mark with one or two digits behind it parts decimals anywhere: `1850.00`.
        let lone = digits.matches(['.', ',']).count() == 1;
        let short = digits.rsplit(['.', ',']).next().is_some_and(|last| (1..=2).contains(&last.len()));
        let plain = if lone && short {
            digits.replace(',', ".")
        } else {
            digits.replace(group, "").replace(mark, ".")
        };
        plain.parse().ok().filter(|amount| *amount > Decimal::ZERO)
    }

    /// The amount as people of the country write it: `1,850.00` in Mexico, `1.850,00` in Spain; no decimals
    /// where the currency has none or the amount is whole.
    pub fn spoken(&self, country: super::Country) -> String {
        let whole = self.amount.fract().is_zero();
        let decimals = if whole { 0 } else { self.currency.decimals() };
        let rounded = self.amount.round_dp(decimals).abs();
        let text = format!("{rounded:.*}", decimals as usize);
        let (units, cents) = text.split_once('.').unwrap_or((&text, ""));
        let (group, mark) = if country.dot_groups_thousands() { ('.', ',') } else { (',', '.') };
        let mut grouped = String::new();
        for (at, digit) in units.chars().enumerate() {
            if at > 0 && (units.len() - at).is_multiple_of(3) {
                grouped.push(group);
            }
            grouped.push(digit);
        }
        if !cents.is_empty() {
            grouped.push(mark);
            grouped.push_str(cents);
        }
        if self.amount.is_sign_negative() && !self.amount.is_zero() { format!("-{grouped}") } else { grouped }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::Country;

    #[test]
    fn amounts_are_read_as_the_country_writes_them() {
        let read =
            |text, country| Money::as_written(text, country).map(|amount| amount.normalize().to_string());
        assert_eq!(read("$1,850.50", Country::Mx).as_deref(), Some("1850.5"));
        assert_eq!(read("320.000", Country::Co).as_deref(), Some("320000"));
        assert_eq!(read("180,75", Country::Es).as_deref(), Some("180.75"));
        assert_eq!(read("1850.00", Country::Es).as_deref(), Some("1850"));
        assert_eq!(read("nada", Country::Mx), None);
        assert_eq!(read("0", Country::Mx), None);
    }

    #[test]
    fn amounts_are_written_as_the_country_writes_them() {
        let amount = Money::new(Decimal::new(1_248_050, 2), Currency::MXN);
        assert_eq!(amount.spoken(Country::Mx), "12,480.50");
        assert_eq!(Money { currency: Currency::EUR, ..amount }.spoken(Country::Es), "12.480,50");
        assert_eq!(Money::new(2_480_000, Currency::COP).spoken(Country::Co), "2.480.000");
        assert_eq!(Money::new(600, Currency::MXN).spoken(Country::Mx), "600");
    }
}
