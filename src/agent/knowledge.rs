//! What an agent knows in the middle of a call: the case file, her own words, and the debtor's as the ear heard them.

use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::moves::{Agent, Done};
use crate::call::{CaseFile, Country, Speaker};
use crate::messages::Messages;
use crate::nlu::Heard;
use crate::nlu::entity::{DateValue, Value as Named};
use crate::nlu::text::{fold, words};
use crate::sandbox::{NameSet, State, Value};
use crate::simulator::{Reading, Scenario, Terms};

/// What kind of thing was agreed, as far as the debtor's words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deal {
    Payment,
    Programme,
    Verification,
    Callback,
}

impl Deal {
    fn id(self) -> &'static str {
        match self {
            Self::Payment => "payment",
            Self::Programme => "programme",
            Self::Verification => "verification",
            Self::Callback => "callback",
        }
    }
}

/// What the debtor's words are to what was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    /// Another amount or another day.
    Other,
    Nothing,
}

#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of the call that others do not imply")]
pub(super) struct Knowledge<'a> {
    pub(super) case_file: &'a CaseFile,
    pub(super) country: Country,
    pub(super) today: Date,
    pub(super) messages: &'a Messages,
    turn: i64,
    /// Whose voice she heard last, and whether it is another than before.
    voice: Option<Speaker>,
    new_voice: bool,
    /// Acts of the debtor's last turn, and of all of them.
    heard: NameSet,
    told: NameSet,
    words: NameSet,
    /// The stretch of the debtor's last turn that said most about how things are.
    pub(super) their_words: Option<String>,
    /// The debtor gave a datum as the case file has it.
    verified: bool,
    asked: bool,
    named_amount: bool,
    named_date: bool,
    refusals: i64,
    pub(super) their_amount: Option<Decimal>,
    pub(super) their_date: Option<Date>,
    /// What the items come to that the debtor spoke of as owed.
    pub(super) their_part: Option<Decimal>,
    /// What she has put on the table.
    table: Terms,
    pub(super) deal: Option<Deal>,
    /// The terms agreed, as she understood them.
    pub(super) agreed: Terms,
    wrong_date: bool,
    /// Her last words were a farewell.
    leaving: bool,
}

impl<'a> Knowledge<'a> {
    /// Before the first word: what the case file says. Of the scenario she sees nothing else.
    pub(super) fn new(scenario: &'a Scenario, messages: &'a Messages) -> Self {
        Self {
            case_file: &scenario.case_file,
            country: scenario.country,
            today: scenario.date,
            messages,
            turn: 0,
            voice: None,
            new_voice: false,
            heard: NameSet::default(),
            told: NameSet::default(),
            words: NameSet::default(),
            their_words: None,
            verified: false,
            asked: false,
            named_amount: false,
            named_date: false,
            refusals: 0,
            their_amount: None,
            their_date: None,
            their_part: None,
            table: Terms::default(),
            deal: None,
            agreed: Terms::default(),
            wrong_date: false,
            leaving: false,
        }
    }

    /// Takes in what she said herself.
    pub(super) fn speak(&mut self, text: &str, heard: &Heard) {
        self.turn += 1;
        self.leaving = heard.has("farewell");
        let mut put = Terms::default();
        put.take_in(Reading {
            text,
            heard,
            case_file: self.case_file,
            today: self.today,
            asked: false,
            own: None,
            own_day: None,
            calls_back: false,
        });
        let amount = put.full || put.amount.is_some() || put.payments.is_some();
        if amount || put.hardship || put.verification || put.callback {
            let table = &mut self.table;
            (table.hardship, table.verification, table.callback) =
                (put.hardship, put.verification, put.callback);
            if amount || !(put.verification || put.callback) {
                (table.full, table.amount, table.payments) = (put.full, put.amount, put.payments);
            }
        }
        // Another call is agreed at once or not at all.
        self.table.callback = put.callback;
        self.table.date = put.date.or(self.table.date);
        self.table.method = put.method.or(self.table.method);
        if self.deal == Some(Deal::Payment) {
            self.agreed.method = put.method.or(self.agreed.method);
        }
    }

    /// Takes in what the debtor said; nothing, where the debtor was silent.
    pub(super) fn listen(&mut self, turn: Option<(Speaker, &str, &Heard)>) {
        (self.heard, self.words, self.their_words) = (NameSet::default(), NameSet::default(), None);
        (self.asked, self.named_amount, self.named_date, self.wrong_date) = (false, false, false, false);
        self.new_voice = false;
        let Some((speaker, text, heard)) = turn else { return };
        if self.voice.is_some_and(|voice| voice != speaker) {
            // Somebody else has the phone now: what was said before was said by another.
            self.new_voice = true;
            self.told = NameSet::default();
            self.verified = false;
        }
        self.voice = Some(speaker);
        self.heard = Rc::new(heard.acts.iter().map(|hit| hit.act.id().to_owned()).collect());
        Rc::make_mut(&mut self.told).extend(self.heard.iter().cloned());
        self.words = Rc::new(words(text).into_iter().map(|word| word.folded).collect());
        let given = |value: &str| words(value).iter().all(|word| self.words.contains(&word.folded));
        self.verified |= self.case_file.verify.iter().any(|item| given(&item.value));
        self.their_words = telling(text, heard);
        self.asked = text.trim_end().ends_with('?');
        let refuses = heard.has("refuse");
        self.refusals += i64::from(refuses);
        let promises = heard
            .acts
            .iter()
            .any(|hit| hit.act == "agree" || (hit.act.is("promise") && hit.act != "promise.vague"));
        // "Está bien, pero primero lo consulto" is no yes.
        let objects = refuses || ["excuse", "dispute", "promise.vague"].iter().any(|act| heard.has(act));
        let (amount, payments) = amount_in(heard);
        let date = self.date_in(heard);
        match self.answer_in(heard, (amount, date), promises, objects) {
            Answer::Yes => {
                if let Some(deal) = self.deal_on_table(amount.is_some() || date.is_some()) {
                    // What is paid of a disputed debt does not undo that it is looked into.
                    let disputed = self.deal == Some(Deal::Verification) && deal == Deal::Payment;
                    self.deal = if disputed { self.deal } else { Some(deal) };
                    self.agreed = self.table.clone();
                    self.agreed.payments = payments.or(self.agreed.payments);
                    (self.their_amount, self.their_date) = (self.agreed.amount, self.agreed.date);
                }
            }
            Answer::Other => {
                if self.deal == Some(Deal::Payment) {
                    // Named while taking leave, another day is a slip; before that, it is what the debtor wants.
                    self.wrong_date = self.leaving && date.is_some();
                    if self.wrong_date {
                        return;
                    }
                    self.deal = None;
                }
                if let Some(amount) = amount.filter(|amount| promises || !self.is_owed(*amount)) {
                    (self.named_amount, self.their_amount) = (true, Some(amount));
                }
                if let Some(date) = date {
                    (self.named_date, self.their_date) = (true, Some(date));
                }
            }
            Answer::Nothing => {
                if objects && self.deal != Some(Deal::Verification) {
                    self.deal = None;
                }
            }
        }
        if !objects {
            self.their_part = self.part_named().or(self.their_part);
        }
    }

    /// What the debtor's words are to what lies on the table.
    fn answer_in(
        &self,
        heard: &Heard,
        (amount, date): (Option<Decimal>, Option<Date>),
        promises: bool,
        objects: bool,
    ) -> Answer {
        let table = if self.deal == Some(Deal::Payment) { &self.agreed } else { &self.table };
        let same_amount = amount.is_none_or(|amount| Some(amount) == table.amount);
        let same_date = date.is_none_or(|date| Some(date) == table.date);
        match (amount, date) {
            // To name both as they were offered is to accept them, whatever else is said.
            (Some(_), Some(_)) if same_amount && same_date && !heard.has("question") => Answer::Yes,
            (None, None) if self.asked => Answer::Nothing,
            (None, None) => {
                let checked = self.table.verification && !heard.has("refuse");
                if promises && (!objects || checked) { Answer::Yes } else { Answer::Nothing }
            }
            _ if !(same_amount && same_date) => Answer::Other,
            // "1,850 de una vez no los tengo" names the amount as well.
            _ if promises && !objects && !self.denies() => Answer::Yes,
            _ => Answer::Nothing,
        }
    }

    /// Whether a plain no is among the debtor's last words.
    fn denies(&self) -> bool {
        ["no", "imposible", "not", "can't", "cant", "don't", "dont"].iter().any(|no| self.words.contains(*no))
    }

    /// Whether the amount is only the debt, named.
    fn is_owed(&self, amount: Decimal) -> bool {
        amount == self.case_file.past_due_total().amount || amount == self.case_file.balance.amount
    }

    /// What the overdue items come to that the debtor has just named by a word of their own: "enero sí lo debo".
    fn part_named(&self) -> Option<Decimal> {
        let items = &self.case_file.past_due;
        let own = |concept: &str| {
            words(concept).into_iter().any(|word| {
                let shared = |other: &str| words(other).iter().any(|it| it.folded == word.folded);
                self.words.contains(&word.folded)
                    && word.folded.chars().count() > 3
                    && !items.iter().all(|item| shared(&item.concept))
            })
        };
        let named: Vec<Decimal> =
            items.iter().filter(|item| own(&item.concept)).map(|item| item.amount.amount).collect();
        (!named.is_empty() && named.len() < items.len()).then(|| named.iter().sum())
    }

    /// What a yes is a yes to. Of two ways put side by side, naming terms takes the one that has them.
    fn deal_on_table(&self, names_terms: bool) -> Option<Deal> {
        let table = &self.table;
        // A day without an amount is no agreement yet.
        let pays = table.full || table.amount.is_some() || table.payments.is_some();
        let programme = self.case_file.policy.hardship.as_ref().is_some_and(|programme| {
            fold(&programme.name).split_whitespace().any(|word| word.len() > 3 && self.words.contains(word))
        });
        if table.hardship && (programme || !(pays && names_terms)) {
            Some(Deal::Programme)
        } else if table.verification {
            Some(Deal::Verification)
        } else if table.callback {
            Some(Deal::Callback)
        } else {
            pays.then_some(Deal::Payment)
        }
    }

    /// The day that the debtor names: an exact one, still to come.
    fn date_in(&self, heard: &Heard) -> Option<Date> {
        let exact = |date: &DateValue| match (date.from, date.to) {
            (Some(from), Some(to)) if from != to => None,
            (from, to) => from.or(to),
        };
        let days = heard.entities.iter().rev().filter_map(|entity| match &entity.value {
            Named::Date(date) => exact(date),
            _ => None,
        });
        days.into_iter().find(|day| *day >= self.today)
    }

    /// What conditions are weighed against.
    pub(super) fn state(&self, agent: &Agent, done: &Done) -> State {
        let flag = Value::Bool;
        let text = |text: &str| Value::Text(text.to_owned());
        let least = self.case_file.policy.min_payment.map_or(Decimal::ZERO, |money| money.amount);
        let values = [
            ("turn", Value::Int(self.turn + 1)),
            ("country", text(self.country.code())),
            ("agreed", flag(self.deal.is_some())),
            ("deal", text(self.deal.map_or("none", Deal::id))),
            ("wrong_date", flag(self.wrong_date)),
            ("named_amount", flag(self.named_amount)),
            ("named_date", flag(self.named_date)),
            ("knows_amount", flag(self.their_amount.is_some())),
            ("knows_date", flag(self.their_date.is_some())),
            ("covers", flag(self.their_amount >= Some(self.case_file.past_due_total().amount))),
            ("enough", flag(self.their_amount >= Some(least))),
            ("asked", flag(self.asked)),
            ("new_voice", flag(self.new_voice)),
            ("verified", flag(self.verified)),
            ("verifies", flag(!self.case_file.verify.is_empty())),
            ("knows_part", flag(self.their_part.is_some())),
            ("refusals", Value::Int(self.refusals)),
        ];
        let id = |number: usize| agent.moves[number].id.clone();
        let sets = [
            ("heard", Rc::clone(&self.heard)),
            ("told", Rc::clone(&self.told)),
            ("word", Rc::clone(&self.words)),
            ("did", Rc::new(done.moves().map(id).collect())),
            ("just", Rc::new(done.last.map(id).into_iter().collect())),
        ];
        State {
            values: BTreeMap::from(values),
            sets: BTreeMap::from(sets.map(|(name, set)| (name.into(), set))),
        }
    }
}

/// The amount that the debtor names, and in how many payments.
fn amount_in(heard: &Heard) -> (Option<Decimal>, Option<u32>) {
    let mut found = (None, None);
    for entity in &heard.entities {
        match &entity.value {
            Named::Money(money) => found = (Some(money.amount), None),
            Named::Plan(plan) if plan.amount.is_some() => return (plan.amount, plan.count),
            _ => {}
        }
    }
    found
}

/// The words in which the debtor told what is the matter, to be taken up.
fn telling(text: &str, heard: &Heard) -> Option<String> {
    let hit = ["hardship", "dispute", "excuse", "complaint", "distress", "refuse"]
        .iter()
        .find_map(|family| heard.first(family))?;
    let from = text[..hit.span.start]
        .rfind(['.', '?', '!', '¿', '¡', ';', '…', ':'])
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let rest = &text[hit.span.start..];
    let to = rest.find(['.', '?', '!', ';', '…']).map_or(text.len(), |at| hit.span.start + at);
    let clause = text[from..to].trim().trim_matches(['«', '»', '"', ',']).trim();
    let mut letters = clause.chars();
    let first = letters.next()?;
    let lower: String = first.to_lowercase().chain(letters).collect();
    // "I" stays as it is.
    let keeps = clause.starts_with("I ") || clause.starts_with("I'");
    Some(if keeps { clause.to_owned() } else { lower })
}
