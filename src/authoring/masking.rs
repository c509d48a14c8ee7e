//! Takes what would give a real person away out of the words of a call: names give way to made-up ones, the digits of
//! telephones, documents and accounts to zeros.

use std::collections::BTreeSet;

use crate::nlu::entity::Value;
use crate::nlu::text::fold;
use crate::nlu::{Entity, Heard};

/// Who is called what in the scenario.
#[derive(Debug, Clone, Copy)]
pub(super) struct Aliases<'a> {
    pub(super) debtor: &'a str,
    pub(super) agent: &'a str,
    /// For every other man, and for every other woman.
    pub(super) other: &'a str,
    pub(super) other_woman: &'a str,
}

/// Names that were heard, by the parts that they are made of.
#[derive(Debug, Default)]
pub(super) struct Persons {
    debtor: BTreeSet<String>,
    agent: BTreeSet<String>,
    all: BTreeSet<String>,
    /// Parts that stand first in a name.
    first: BTreeSet<String>,
}

/// Whose name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Debtor,
    Agent,
    Other,
}

impl Persons {
    pub(super) fn learn(&mut self, name: &str, owner: Owner) {
        // A word of two letters is hardly ever a name alone: "de", "la".
        let parts: Vec<String> = parts(name).map(fold).filter(|part| part.chars().count() > 2).collect();
        if let Some(first) = parts.first().filter(|_| parts.len() > 1) {
            self.first.insert(first.clone());
        }
        for part in parts {
            match owner {
                Owner::Debtor => self.debtor.insert(part.clone()),
                Owner::Agent => self.agent.insert(part.clone()),
                Owner::Other => false,
            };
            self.all.insert(part);
        }
    }

    fn owner(&self, name: &str) -> Owner {
        let any = |set: &BTreeSet<String>| parts(name).map(fold).any(|part| set.contains(&part));
        if any(&self.agent) {
            Owner::Agent
        } else if any(&self.debtor) {
            Owner::Debtor
        } else {
            Owner::Other
        }
    }
}

impl Persons {
    /// What stands in the place of a name: the whole alias, or its first or last part for a part alone.
    fn stand_in(&self, name: &str, aliases: &Aliases<'_>) -> String {
        let alias = alias(self.owner(name), aliases);
        let mut own = parts(name);
        let (Some(part), None) = (own.next(), own.next()) else { return alias.to_owned() };
        let mut words = alias.split_whitespace();
        let (first, last) = (words.next().unwrap_or(alias), words.next_back());
        let called = if self.first.contains(&fold(part)) { first } else { last.unwrap_or(first) };
        called.to_owned()
    }
}

fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty())
}

/// A turn without what gives people away.
pub(super) fn masked(text: &str, heard: &Heard, persons: &Persons, aliases: &Aliases<'_>) -> String {
    let mut masked = String::new();
    let mut at = 0;
    for entity in &heard.entities {
        let Some(mask) = mask(entity, text, persons, aliases).filter(|_| entity.span.start >= at) else {
            continue;
        };
        masked.push_str(&bare(&text[at..entity.span.start], persons, aliases));
        masked.push_str(&mask);
        at = entity.span.end;
    }
    masked.push_str(&bare(&text[at..], persons, aliases));
    // Braces would be blanks.
    masked.replace('{', "(").replace('}', ")").replace('\n', " ").trim().to_owned()
}

fn mask(entity: &Entity, text: &str, persons: &Persons, aliases: &Aliases<'_>) -> Option<String> {
    match &entity.value {
        Value::Person(name) => {
            let before = text.get(..entity.span.start).unwrap_or_default();
            let other = if of_a_woman(before) { aliases.other_woman } else { aliases.other };
            Some(persons.stand_in(name, &Aliases { other, ..*aliases }))
        }
        Value::Phone(_) | Value::Document(_) | Value::Account(_) => {
            let written = text.get(entity.span.clone()).unwrap_or_default();
            let zeros: String = written.chars().map(|c| if c.is_numeric() { '0' } else { c }).collect();
            // What was spelt out in words is zeros altogether.
            Some(if zeros == written { "0000".to_owned() } else { zeros })
        }
        _ => None,
    }
}

/// Whether the word before a name is one that women are called by.
fn of_a_woman(before: &str) -> bool {
    let word =
        before.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty()).unwrap_or_default();
    WOMEN.contains(&fold(word).as_str())
}

/// Words before the name of a woman.
const WOMEN: [&str; 12] = [
    "señora",
    "sra",
    "señorita",
    "doña",
    "mama",
    "hermana",
    "hija",
    "esposa",
    "mujer",
    "tia",
    "abuela",
    "mrs",
];

fn alias<'a>(owner: Owner, aliases: &Aliases<'a>) -> &'a str {
    match owner {
        Owner::Debtor => aliases.debtor,
        Owner::Agent => aliases.agent,
        Owner::Other => aliases.other,
    }
}

/// Parts of known names that the ear took for no name here: a first name alone, written with a capital.
fn bare(text: &str, persons: &Persons, aliases: &Aliases<'_>) -> String {
    let mut out = String::new();
    for piece in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let named = word.starts_with(char::is_uppercase) && persons.all.contains(&fold(word));
        if named {
            let other = if of_a_woman(&out) { aliases.other_woman } else { aliases.other };
            out.push_str(&persons.stand_in(word, &Aliases { other, ..*aliases }));
            out.push_str(&piece[word.len()..]);
        } else {
            out.push_str(piece);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALIASES: Aliases<'static> =
        Aliases { debtor: "Marta Quiroga", agent: "Ana Ruiz", other: "Fulano", other_woman: "Fulana" };

    fn entity(text: &str, part: &str, value: Value) -> Entity {
        let start = text.find(part).unwrap();
        Entity {
            value,
            alternative: None,
            span: start..start + part.len(),
            certainty: crate::nlu::Certainty::Exact,
        }
    }

    #[test]
    fn names_become_made_up_ones_and_digits_zeros() {
        let text = "Soy Julia, busco a Pedro Nava, del 55 1234 5678. ¿Pedro? Es por Lalo.";
        let heard = Heard {
            acts: Vec::new(),
            entities: vec![
                entity(text, "Pedro Nava", Value::Person("Pedro Nava".to_owned())),
                entity(text, "55 1234 5678", Value::Phone("5512345678".to_owned())),
                entity(text, "Lalo", Value::Person("Lalo".to_owned())),
            ],
        };
        let mut persons = Persons::default();
        persons.learn("Julia Paz", Owner::Agent);
        persons.learn("Pedro Nava", Owner::Debtor);
        persons.learn("Lalo", Owner::Other);
        assert_eq!(
            masked(text, &heard, &persons, &ALIASES),
            "Soy Ana, busco a Marta Quiroga, del 00 0000 0000. ¿Marta? Es por Fulano."
        );
    }

    #[test]
    fn a_woman_is_called_by_a_womans_name() {
        let text = "Mi señora Gladys y don Beto.";
        let names = ["Gladys", "Beto"];
        let entities = names.map(|name| entity(text, name, Value::Person(name.to_owned()))).to_vec();
        let heard = Heard { acts: Vec::new(), entities };
        let mut persons = Persons::default();
        assert_eq!(masked(text, &heard, &persons, &ALIASES), "Mi señora Fulana y don Fulano.");
        persons.learn("Gladys", Owner::Other);
        let unheard = masked("Lo de doña Gladys.", &Heard::default(), &persons, &ALIASES);
        assert_eq!(unheard, "Lo de doña Fulana.");
    }

    #[test]
    fn a_word_that_is_no_name_stays() {
        assert_eq!(
            masked("Mañana {pago}.", &Heard::default(), &Persons::default(), &ALIASES),
            "Mañana (pago)."
        );
    }
}
