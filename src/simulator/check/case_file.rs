//! The case file of a scenario: amounts, dates and what may be offered.

use super::Checker;
use crate::call::{CaseFile, Currency, Hardship, HistoryEntry, PastDue, Policy, VerificationItem};
use crate::simulator::typed::{TypedCaseFile, TypedPolicy};
use crate::yaml::Path;

impl Checker<'_> {
    pub(super) fn case_file(&mut self, typed: TypedCaseFile) -> Option<CaseFile> {
        let path = Path::root().key("case_file");
        let Some(currency) = Currency::new(&typed.currency) else {
            self.error("unknown-currency", &path.key("currency"), &[("value", &typed.currency)]);
            return None;
        };
        let balance = self.money(&typed.balance, currency, &path.key("balance"));
        if typed.past_due.is_empty() {
            self.error("no-lines", &path.key("past_due"), &[]);
        }
        let mut past_due = Vec::new();
        for (at, item) in typed.past_due.into_iter().enumerate() {
            let amount = self.money(&item.amount, currency, &path.key("past_due").item(at).key("amount"));
            past_due.push(PastDue { concept: item.concept, amount, due: item.due });
        }
        let case = CaseFile {
            creditor: typed.creditor,
            product: typed.product,
            account: typed.account,
            debtor: typed.debtor,
            treatment: typed.treatment,
            currency,
            balance,
            past_due,
            verify: typed
                .verify
                .into_iter()
                .map(|item| VerificationItem { label: item.label, value: item.value })
                .collect(),
            history: typed
                .history
                .into_iter()
                .map(|entry| HistoryEntry { date: entry.date, note: entry.note })
                .collect(),
            policy: self.policy(typed.policy, currency),
        };
        if case.past_due_total().amount > case.balance.amount {
            self.error("past-due-over-balance", &path.key("past_due"), &[]);
        }
        Some(case)
    }

    fn policy(&mut self, typed: TypedPolicy, currency: Currency) -> Policy {
        let path = Path::root().key("case_file").key("policy");
        Policy {
            max_installments: typed.max_installments,
            min_payment: typed.min_payment.map(|text| self.money(&text, currency, &path.key("min_payment"))),
            max_discount: typed.max_discount.map(|text| self.percentage(&text, &path.key("max_discount"))),
            discount_until: typed.discount_until,
            max_extension_days: typed.max_extension_days,
            partial_payment: typed.partial_payment,
            restructure: typed.restructure,
            hardship: typed.hardship.map(|it| Hardship {
                name: it.name,
                description: it.description,
                months: it.months,
            }),
            methods: typed.methods,
        }
    }
}
