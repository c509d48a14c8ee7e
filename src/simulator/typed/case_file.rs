//! What the trainee may look up, as typed.

use jiff::civil::Date;
use serde::Deserialize;

use super::day;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedCaseFile {
    pub(in crate::simulator) creditor: String,
    pub(in crate::simulator) product: String,
    pub(in crate::simulator) account: String,
    pub(in crate::simulator) debtor: String,
    #[serde(default)]
    pub(in crate::simulator) treatment: String,
    pub(in crate::simulator) currency: String,
    /// Amounts are text, as the country writes no matter what: a full stop is the decimal mark here.
    pub(in crate::simulator) balance: String,
    pub(in crate::simulator) past_due: Vec<TypedPastDue>,
    #[serde(default)]
    pub(in crate::simulator) verify: Vec<TypedVerification>,
    #[serde(default)]
    pub(in crate::simulator) history: Vec<TypedHistory>,
    pub(in crate::simulator) policy: TypedPolicy,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedPastDue {
    pub(in crate::simulator) concept: String,
    pub(in crate::simulator) amount: String,
    #[serde(deserialize_with = "day::read")]
    pub(in crate::simulator) due: Date,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedVerification {
    pub(in crate::simulator) label: String,
    pub(in crate::simulator) value: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedHistory {
    #[serde(deserialize_with = "day::read")]
    pub(in crate::simulator) date: Date,
    pub(in crate::simulator) note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedPolicy {
    pub(in crate::simulator) max_installments: Option<u32>,
    pub(in crate::simulator) min_payment: Option<String>,
    pub(in crate::simulator) max_discount: Option<String>,
    pub(in crate::simulator) discount_until: Option<Date>,
    pub(in crate::simulator) max_extension_days: Option<u32>,
    #[serde(default)]
    pub(in crate::simulator) partial_payment: bool,
    #[serde(default)]
    pub(in crate::simulator) restructure: bool,
    pub(in crate::simulator) hardship: Option<TypedHardship>,
    #[serde(default)]
    pub(in crate::simulator) methods: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::simulator) struct TypedHardship {
    pub(in crate::simulator) name: String,
    pub(in crate::simulator) description: String,
    pub(in crate::simulator) months: Option<u32>,
}
