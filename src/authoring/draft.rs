//! What a trainer answers about a debtor, and what follows from it.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::call::Country;
use crate::messages::Language;
use crate::nlu::text::fold;
use crate::simulator::{Gender, Outcome, Segment, Shelved};

/// Everything that a first version of a scenario is made of.
#[derive(Debug, Clone)]
pub struct Draft {
    pub language: Language,
    pub country: Country,
    /// The day of the call.
    pub date: Date,
    /// The debtor's name as the case file has it.
    pub name: String,
    pub treatment: String,
    pub gender: Gender,
    /// A debtor type of the common library.
    pub kind: String,
    pub product: String,
    pub creditor: String,
    /// What is overdue.
    pub amount: Decimal,
    /// Since when, if anybody said so.
    pub due: Option<Date>,
    /// What a debtor without money can pay each month, if she said so.
    pub monthly: Option<Decimal>,
    /// How it was to be paid, if anybody said so.
    pub method: Option<String>,
    pub level: u8,
    /// Outermost first.
    pub objections: Vec<Chosen>,
}

/// An objection of the common library, with what a real debtor said in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    pub name: String,
    pub title: String,
    /// What the ear hears in it.
    pub act: String,
    pub stops_collection: bool,
    pub segment: Segment,
    /// Lines that replace those of the library; empty: the library's.
    pub opens: Vec<String>,
    pub insists: Vec<String>,
}

impl From<Shelved<'_>> for Chosen {
    fn from(shelved: Shelved<'_>) -> Self {
        Self {
            name: shelved.name.to_owned(),
            title: shelved.title.to_owned(),
            act: shelved.act.to_owned(),
            stops_collection: shelved.stops_collection,
            segment: shelved.segment,
            opens: Vec::new(),
            insists: Vec::new(),
        }
    }
}

/// What a good call comes to, by what stands in its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Something is agreed.
    Agreement,
    /// What is disputed is taken down.
    Dispute,
    /// Collecting stops.
    Stop,
}

impl Way {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Dispute => "dispute",
            Self::Stop => "stop",
        }
    }
}

impl Draft {
    /// The innermost objection decides, unless one of them stops the collecting.
    pub(super) fn way(&self) -> Way {
        if self.objections.iter().any(|it| it.stops_collection) {
            Way::Stop
        } else if self.objections.last().is_some_and(|it| it.act.starts_with("dispute")) {
            Way::Dispute
        } else {
            Way::Agreement
        }
    }

    /// A company, as soon as something is objected that only companies do.
    pub(super) fn segment(&self) -> Segment {
        let business = self.objections.iter().any(|it| it.segment == Segment::Business);
        if business { Segment::Business } else { Segment::Consumer }
    }

    /// Whether the debtor of this type has the money.
    pub(super) fn can_pay(&self) -> bool {
        !["fortuitous", "circumstantial", "insolvent"].contains(&self.kind.as_str())
    }

    /// The act that names the real cause.
    pub(super) fn cause(&self) -> &str {
        match self.way() {
            Way::Stop => self.objections.iter().find(|it| it.stops_collection).map_or("lawyer", |it| &it.act),
            Way::Dispute => self.objections.last().map_or("dispute.amount", |it| &it.act),
            Way::Agreement if self.can_pay() => "excuse.vague",
            Way::Agreement => "hardship.income_drop",
        }
    }

    pub(super) fn good(&self) -> Vec<Outcome> {
        match self.way() {
            Way::Stop => vec![Outcome::RightRefusal],
            Way::Dispute => vec![Outcome::DisputeRegistered],
            Way::Agreement if self.can_pay() => vec![Outcome::Paid, Outcome::PromiseKept, Outcome::Plan],
            Way::Agreement => vec![Outcome::Plan, Outcome::HardshipReferral, Outcome::PromiseKept],
        }
    }

    pub(super) fn acceptable(&self) -> Vec<Outcome> {
        match self.way() {
            Way::Stop | Way::Agreement => vec![Outcome::Callback],
            Way::Dispute => vec![Outcome::PromiseKept, Outcome::Plan, Outcome::Callback],
        }
    }

    /// First name and first objection: `marta-no-tengo-dinero`.
    pub fn id(&self) -> String {
        let first = self.name.split_whitespace().next().unwrap_or_default();
        let what = self.objections.first().map_or("", |it| it.title.as_str());
        identifier(&format!("{first} {what}"))
    }
}

/// Words as the id of a file: small letters and digits, parted by hyphens.
pub fn identifier(words: &str) -> String {
    let folded = fold(words).replace('ñ', "n");
    let parts = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let id = parts.collect::<Vec<_>>().join("-");
    if id.is_empty() { "debtor".to_owned() } else { id }
}

/// What a month of a store card or a line costs, more or less, in the money of the country.
pub fn usual_amount(country: Country) -> Decimal {
    Decimal::from(match country {
        Country::Mx => 1850,
        Country::Co => 320_000,
        Country::Cl => 85_000,
        Country::Pe => 420,
        Country::Ar => 95_000,
        Country::Es => 180,
        Country::Ec => 120,
        Country::Us => 240,
    })
}

#[cfg(test)]
mod tests {
    use super::identifier;

    #[test]
    fn an_id_has_no_accents_and_no_signs() {
        assert_eq!(identifier("Íñigo ¿No será una estafa?"), "inigo-no-sera-una-estafa");
        assert_eq!(identifier("¡!"), "debtor");
    }
}
