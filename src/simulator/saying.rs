//! How the debtor puts things: the next variant of a situation, with what the case says in its blanks.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::call::Speaker;
use crate::simulator::debtor::Debtor;
use crate::simulator::event::Said;
use crate::simulator::exchange::Say;
use crate::simulator::line::{Memory, Mood, Variants, fill};
use crate::simulator::negotiation;
use crate::simulator::speech::{self, Detail};
use crate::simulator::terms::Terms;

impl<'a> Debtor<'a> {
    pub(super) fn say(&mut self, situation: &str, values: &[(&'static str, String)]) -> Option<Say> {
        let variants = self.scenario.lines(situation)?;
        self.say_variants(variants, values)
    }

    /// Says it in another mood than the one she is in.
    pub(super) fn say_in(&mut self, mood: Mood, situation: &str) -> Option<Say> {
        let variants = self.scenario.lines(situation)?;
        let mut memory = std::mem::take(&mut self.memory);
        let say = self.choose_in(mood, variants, &[], &mut memory);
        self.memory = memory;
        say
    }

    /// What any line may name of the case.
    fn case_values(&self) -> Vec<(&'static str, String)> {
        let case = &self.scenario.case_file;
        let amount = |it| speech::amount(it, case.currency, self.scenario.country, self.messages);
        let programme = case.policy.hardship.as_ref().map(|it| it.name.clone()).unwrap_or_default();
        let mut values = self.own_means();
        values.extend([
            ("debtor", case.debtor.clone()),
            ("creditor", case.creditor.clone()),
            ("product", case.product.clone()),
            ("account", case.account.clone()),
            ("balance", amount(case.balance.amount)),
            ("past_due", amount(case.past_due_total().amount)),
            ("programme", programme),
        ]);
        values
    }

    pub(super) fn say_variants(
        &mut self,
        variants: &'a Variants,
        values: &[(&'static str, String)],
    ) -> Option<Say> {
        let mut memory = std::mem::take(&mut self.memory);
        let say = self.choose(variants, values, &mut memory);
        self.memory = memory;
        say
    }

    /// The next variant, noted in `memory`.
    pub(super) fn choose(
        &self,
        variants: &Variants,
        values: &[(&'static str, String)],
        memory: &mut Memory,
    ) -> Option<Say> {
        self.choose_in(self.tone(), variants, values, memory)
    }

    /// The mood in which she speaks: what she would say to somebody close is kept from who only asked and got answers.
    fn tone(&self) -> Mood {
        let feelings = self.gate.as_ref().map_or(&self.feelings, |gate| &gate.feelings);
        match feelings.mood() {
            Mood::Open if self.gate.is_none() && !self.was_heard() => Mood::Guarded,
            mood => mood,
        }
    }

    fn choose_in(
        &self,
        mood: Mood,
        variants: &Variants,
        values: &[(&'static str, String)],
        memory: &mut Memory,
    ) -> Option<Say> {
        let line = memory.choose(variants, mood, self.seed)?;
        let variant = variants.lines.iter().position(|own| own.text == line).unwrap_or_default();
        let said = Said { situation: variants.id.clone(), variant };
        let text = if line.contains('{') {
            let mut known: BTreeMap<&'static str, String> = self.case_values().into_iter().collect();
            known.extend(values.iter().cloned());
            fill(line, &known)
        } else {
            line.to_owned()
        };
        let speaker = if self.gate.is_some() { Speaker::ThirdParty } else { Speaker::Debtor };
        Some(Say { speaker, situation: variants.id.clone(), text, lines: vec![said] })
    }

    /// What the debtor could pay, in words.
    pub(super) fn own_means(&self) -> Vec<(&'static str, String)> {
        let means = negotiation::affordable(&self.scenario.truth, self.dispute_taken);
        let (day, amount) = if means.monthly > means.now {
            (means.from, means.monthly)
        } else {
            (self.scenario.date, means.now)
        };
        let case = &self.scenario.case_file;
        vec![
            ("own_amount", speech::amount(amount, case.currency, self.scenario.country, self.messages)),
            ("own_date", speech::date(day, self.scenario.date, self.messages)),
        ]
    }

    /// Whether these words name what she can pay.
    pub(super) fn tells_own_amount(&self, text: &str) -> bool {
        let means = negotiation::affordable(&self.scenario.truth, self.dispute_taken);
        let amount = means.now.max(means.monthly);
        let spoken = self.spoken_amount(amount);
        let whole =
            |at: usize| !text[..at].ends_with(|it: char| it.is_ascii_digit() || it == '.' || it == ',');
        !amount.is_zero() && text.match_indices(&spoken).any(|(at, _)| whole(at))
    }

    pub(super) fn spoken_amount(&self, amount: Decimal) -> String {
        speech::amount(amount, self.scenario.case_file.currency, self.scenario.country, self.messages)
    }

    pub(super) fn spoken_terms(&self, terms: &Terms, detail: Detail) -> String {
        let case = &self.scenario.case_file;
        speech::terms(terms, detail, case.currency, self.scenario.country, self.scenario.date, self.messages)
    }
}
