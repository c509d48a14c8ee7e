//! What an agent can put into a sentence: figures and names of the case file, and what the debtor said. A blank may
//! have no value (no programme, no date named yet): then the sentence is not said.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::knowledge::{Deal, Knowledge};
use crate::messages::{Arg, Language};
use crate::nlu::text::fold;
use crate::simulator::speech::{self, Detail};
use crate::simulator::{Terms, blanks};

/// Every blank that a sentence may have.
pub(super) const NAMES: [&str; 37] = [
    "agent",
    "creditor",
    "debtor",
    "first_name",
    "treatment",
    "party",
    "addressed",
    "product",
    "account",
    "balance",
    "past_due",
    "due",
    "concepts",
    "datum",
    "programme",
    "programme_about",
    "method",
    "other_method",
    "installments",
    "installment_amount",
    "min_payment",
    "discount",
    "half",
    "rest",
    "today",
    "near_date",
    "later_date",
    "their_words",
    "their_amount",
    "their_date",
    "on_their_date",
    "their_plan",
    "their_part",
    "terms",
    "agreed_amount",
    "agreed_date",
    "history",
];

/// Overdue items that are named one by one.
const MOST_CONCEPTS: usize = 3;
/// Days until a date that is near where the debtor named none.
const NEAR_DAYS: i64 = 2;
/// Days until the later of two dates where the policy names no number.
const LATER_DAYS: i64 = 7;

pub(super) struct Blanks<'a> {
    knowledge: &'a Knowledge<'a>,
    agent: &'a str,
}

impl<'a> Blanks<'a> {
    pub(super) fn new(knowledge: &'a Knowledge<'a>, agent: &'a str) -> Self {
        Self { knowledge, agent }
    }

    /// Whether every blank of a sentence has a value now.
    pub(super) fn can_fill(&self, text: &str) -> bool {
        blanks(text).all(|name| self.value(name).is_some())
    }

    pub(super) fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len() + 32);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                rest = after;
                continue;
            };
            match name.split_once('|') {
                Some((feminine, masculine)) => filled.push_str(self.form(feminine, masculine)),
                None => filled.push_str(&self.value(name).unwrap_or_default()),
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    fn value(&self, name: &str) -> Option<String> {
        let case = self.knowledge.case_file;
        let past_due = case.past_due_total().amount;
        let policy = &case.policy;
        let text = match name {
            "agent" => self.agent.to_owned(),
            "creditor" => case.creditor.clone(),
            "debtor" => case.debtor.clone(),
            "first_name" => case.debtor.split_whitespace().next()?.to_owned(),
            "treatment" => case.treatment.clone(),
            "party" => self.party(),
            "addressed" => self.addressed(),
            "product" => case.product.clone(),
            "account" => case.account.clone(),
            "balance" => self.amount(case.balance.amount),
            "past_due" => self.amount(past_due),
            "due" => self.date(case.past_due.iter().map(|item| item.due).min()?),
            // Nobody follows a longer list on the telephone.
            "concepts" if case.past_due.len() > MOST_CONCEPTS => return None,
            "concepts" => {
                self.list(&case.past_due.iter().map(|item| item.concept.as_str()).collect::<Vec<_>>())
            }
            "datum" => self.yours(&case.verify.first()?.label),
            "programme" => policy.hardship.as_ref()?.name.clone(),
            "programme_about" => policy.hardship.as_ref()?.description.clone(),
            "method" => policy.methods.first()?.clone(),
            "other_method" => policy.methods.get(1)?.clone(),
            "installments" => self.installments()?.0.to_string(),
            "installment_amount" => self.amount(self.installments()?.1),
            "min_payment" => self.amount(policy.min_payment?.amount),
            // Percent of the balance, the most that she may give.
            "discount" => policy.max_discount.filter(|most| !most.is_zero())?.normalize().to_string(),
            "half" => self.amount(self.half()?),
            "rest" => self.amount(past_due - self.half()?),
            "today" => self.date(self.knowledge.today),
            "near_date" => self.date(self.in_days(NEAR_DAYS)),
            "later_date" => {
                let days =
                    policy.max_extension_days.map_or(LATER_DAYS, |most| i64::from(most).min(LATER_DAYS));
                self.date(self.in_days(days))
            }
            "their_words" => self.knowledge.their_words.clone()?,
            "their_amount" => self.amount(self.knowledge.their_amount?),
            "their_date" => self.date(self.knowledge.their_date?),
            "on_their_date" => self.on(self.knowledge.their_date?),
            "their_part" => self.amount(self.knowledge.their_part?),
            "their_plan" => self.their_plan()?,
            "terms" => self.agreed_terms()?,
            "agreed_amount" => self.amount(self.agreed()?.amount?),
            "agreed_date" => self.date(self.agreed()?.date?),
            "history" => case.history.last()?.note.clone(),
            _ => return None,
        };
        Some(text).filter(|text| !text.is_empty())
    }

    fn amount(&self, amount: Decimal) -> String {
        let knowledge = self.knowledge;
        speech::amount(amount, knowledge.case_file.currency, knowledge.country, knowledge.messages)
    }

    fn date(&self, date: Date) -> String {
        speech::date(date, self.knowledge.today, self.knowledge.messages)
    }

    /// The date after its preposition, where the language has one: "on Friday", but "today".
    fn on(&self, date: Date) -> String {
        let today = self.knowledge.today;
        let near = date == today || today.tomorrow().is_ok_and(|tomorrow| tomorrow == date);
        let args = [("date", Arg::from(self.date(date))), ("near", if near { "yes" } else { "no" }.into())];
        self.knowledge.messages.say_with("agent-on-date", &args)
    }

    fn list(&self, items: &[&str]) -> String {
        let (last, first) = items.split_last().map_or(("", &[][..]), |(last, first)| (*last, first));
        if first.is_empty() {
            return last.to_owned();
        }
        let args = [("first", Arg::from(first.join(", "))), ("last", Arg::from(last))];
        self.knowledge.messages.say_with("agent-list", &args)
    }

    /// "Su fecha de nacimiento", "los últimos cuatro dígitos de su DNI", "your date of birth".
    fn yours(&self, label: &str) -> String {
        let first = label.split_whitespace().next().unwrap_or_default().to_lowercase();
        let determiner = match self.knowledge.messages.language() {
            _ if ["su", "sus", "el", "la", "los", "las", "un", "una", "the", "your"]
                .contains(&first.as_str()) =>
            {
                return label.to_owned();
            }
            Language::En => "your",
            Language::Es if first.ends_with("as") => "las",
            Language::Es if first.ends_with('s') => "los",
            Language::Es => "su",
        };
        format!("{determiner} {label}")
    }

    /// Payments within the policy that cover what is overdue, none below the least.
    fn installments(&self) -> Option<(u32, Decimal)> {
        let policy = &self.knowledge.case_file.policy;
        let past_due = self.knowledge.case_file.past_due_total().amount;
        let most = policy.max_installments.filter(|most| *most > 1)?;
        let least = policy.min_payment.map_or(Decimal::ZERO, |money| money.amount);
        // Few payments recover sooner; three are as many as a first offer should have.
        let count = (2..=most.min(3)).rev().find(|count| past_due / Decimal::from(*count) >= least)?;
        Some((count, self.rounded(past_due / Decimal::from(count))))
    }

    /// Half of what is overdue, if a part is taken at all.
    fn half(&self) -> Option<Decimal> {
        let policy = &self.knowledge.case_file.policy;
        let half = self.rounded(self.knowledge.case_file.past_due_total().amount / Decimal::TWO);
        let least = policy.min_payment.map_or(Decimal::ZERO, |money| money.amount);
        (policy.partial_payment && half >= least).then_some(half)
    }

    /// As people say amounts: no odd cents.
    fn rounded(&self, amount: Decimal) -> Decimal {
        let step = if self.knowledge.case_file.currency.decimals() == 0 { 1000 } else { 1 };
        (amount / Decimal::from(step)).ceil() * Decimal::from(step)
    }

    /// "3 pagos de 600 pesos": as often as the debtor's amount goes into what is overdue.
    fn their_plan(&self) -> Option<String> {
        let amount = self.knowledge.their_amount.filter(|amount| !amount.is_zero())?;
        let policy = &self.knowledge.case_file.policy;
        let least = policy.min_payment.map_or(Decimal::ZERO, |money| money.amount);
        let count = (self.knowledge.case_file.past_due_total().amount / amount).round().to_u32()?.max(1);
        let count = count.min(policy.max_installments.unwrap_or(1));
        if amount < least || count < 2 {
            return None;
        }
        let terms = Terms { amount: Some(amount), payments: Some(count), ..Terms::default() };
        Some(self.spoken(&terms))
    }

    fn agreed(&self) -> Option<&Terms> {
        matches!(self.knowledge.deal, Some(Deal::Payment | Deal::Programme)).then_some(&self.knowledge.agreed)
    }

    fn agreed_terms(&self) -> Option<String> {
        let terms = self.agreed()?;
        (terms.amount.is_some() || terms.date.is_some()).then(|| self.spoken(terms))
    }

    fn spoken(&self, terms: &Terms) -> String {
        let knowledge = self.knowledge;
        let currency = knowledge.case_file.currency;
        speech::terms(terms, Detail::Whole, currency, knowledge.country, knowledge.today, knowledge.messages)
    }

    /// A working day, so many days ahead.
    fn in_days(&self, days: i64) -> Date {
        let day = self.knowledge.today.checked_add(days.days()).unwrap_or(self.knowledge.today);
        let ahead = match day.weekday() {
            Weekday::Saturday => 2,
            Weekday::Sunday => 1,
            _ => 0,
        };
        day.checked_add(ahead.days()).unwrap_or(day)
    }

    /// Whom one asks for: "la señora Rosa Márquez", "don Ernesto", "Dana Whitfield".
    fn party(&self) -> String {
        let case = self.knowledge.case_file;
        match self.article() {
            Some(article) => format!("{article} {} {}", case.treatment, case.debtor),
            None if case.treatment.is_empty() || self.knowledge.messages.language() == Language::En => {
                case.debtor.clone()
            }
            None => format!("{} {}", case.treatment, case.debtor),
        }
    }

    /// How one speaks to them: "señora Rosa", "Ms. Whitfield".
    fn addressed(&self) -> String {
        let case = self.knowledge.case_file;
        let mut names = case.debtor.split_whitespace();
        let name = match self.knowledge.messages.language() {
            Language::En if !case.treatment.is_empty() => names.next_back(),
            _ => names.next(),
        };
        format!("{} {}", case.treatment, name.unwrap_or_default()).trim().to_owned()
    }

    /// The form that goes with how the case file has the debtor addressed.
    fn form<'b>(&self, feminine: &'b str, masculine: &'b str) -> &'b str {
        let treatment = fold(&self.knowledge.case_file.treatment);
        if treatment.ends_with('a') { feminine } else { masculine }
    }

    /// Spanish speaks of "la señora", but of "don".
    fn article(&self) -> Option<&'static str> {
        if self.knowledge.messages.language() != Language::Es {
            return None;
        }
        match fold(&self.knowledge.case_file.treatment).as_str() {
            "" | "don" | "doña" => None,
            title if title.ends_with('a') => Some("la"),
            _ => Some("el"),
        }
    }
}
