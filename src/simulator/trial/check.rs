//! Checks the tests of a scenario: what they name is there, they say something, and they ask for something that can be.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::simulator::line::Mood;
use crate::simulator::outcome::Outcome;
use crate::simulator::trial::typed::{TypedBand, TypedExpected, TypedTrial};
use crate::simulator::trial::{Band, Expected, Trial};
use crate::yaml::{File, Path};

const MOODS: [Mood; 3] = [Mood::Upset, Mood::Guarded, Mood::Open];

/// The tests as they can be played; `facts` and `objections` are the ids that the scenario has.
pub(in crate::simulator) fn check(
    typed: Vec<TypedTrial>,
    facts: &BTreeSet<String>,
    objections: &BTreeSet<String>,
    file: &File,
    found: &mut Vec<Diagnostic>,
) -> Vec<Trial> {
    let mut checker = Checker { facts, objections, file, found };
    let list = Path::root().key("tests");
    let mut names = BTreeSet::new();
    let mut checked = Vec::new();
    for (at, typed) in typed.into_iter().enumerate() {
        let path = list.item(at);
        let name = typed.name.trim().to_owned();
        if name.is_empty() {
            checker.error("test-without-name", &path.key("name"));
        } else if !names.insert(name.clone()) {
            checker.named("test-repeated", &path.key("name"), &name);
        }
        checked.push(checker.trial(name, typed, &path));
    }
    checked
}

struct Checker<'a> {
    facts: &'a BTreeSet<String>,
    objections: &'a BTreeSet<String>,
    file: &'a File,
    found: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    fn trial(&mut self, name: String, typed: TypedTrial, path: &Path) -> Trial {
        if typed.seeds.is_empty() {
            self.error("test-without-seeds", &path.key("seeds"));
        }
        let mut seeds = Vec::new();
        for seed in typed.seeds {
            if !seeds.contains(&seed) {
                seeds.push(seed);
            }
        }
        let lines = path.key("agent");
        if typed.agent.is_empty() {
            self.error("no-lines", &lines);
        }
        for (at, line) in typed.agent.iter().enumerate() {
            if line.trim().is_empty() {
                self.error("no-lines", &lines.item(at));
            }
        }
        Trial { name, seeds, agent: typed.agent, expected: self.expected(typed.expect, &path.key("expect")) }
    }

    fn expected(&mut self, typed: TypedExpected, path: &Path) -> Expected {
        let wanted = typed.outcome.iter().enumerate();
        let outcome = wanted.filter_map(|(at, id)| self.outcome(id, &path.key("outcome").item(at))).collect();
        for (name, facts) in [("discloses", &typed.discloses), ("keeps", &typed.keeps)] {
            for (at, fact) in facts.iter().enumerate() {
                self.known("unknown-fact", self.facts, fact, &path.key(name).item(at));
            }
        }
        for (at, fact) in typed.keeps.iter().enumerate() {
            if typed.discloses.contains(fact) {
                self.named("test-contradiction", &path.key("keeps").item(at), fact);
            }
        }
        for (at, objection) in typed.resolves.iter().enumerate() {
            self.known("unknown-objection", self.objections, objection, &path.key("resolves").item(at));
        }
        let silent = typed.outcome.is_empty()
            && [&typed.discloses, &typed.keeps, &typed.resolves].into_iter().all(Vec::is_empty)
            && [typed.trust, typed.patience, typed.score].iter().all(Option::is_none)
            && typed.mood.is_none()
            && typed.not_understood.is_none();
        if silent {
            self.found.push(self.file.key_error("test-expects-nothing", path));
        }
        Expected {
            outcome,
            trust: self.band(typed.trust, &path.key("trust")),
            patience: self.band(typed.patience, &path.key("patience")),
            mood: typed.mood.and_then(|id| self.mood(&id, &path.key("mood"))),
            score: self.band(typed.score, &path.key("score")),
            discloses: typed.discloses,
            keeps: typed.keeps,
            resolves: typed.resolves,
            not_understood: typed.not_understood,
        }
    }

    fn outcome(&mut self, id: &str, path: &Path) -> Option<Outcome> {
        let outcome = Outcome::named(id);
        if outcome.is_none() {
            let known = Outcome::ALL.map(Outcome::id);
            let error = self.file.error("unknown-outcome", path).arg("name", id);
            self.found.push(error.arg("known", known.join(", ")).suggest(id, known));
        }
        outcome
    }

    fn mood(&mut self, id: &str, path: &Path) -> Option<Mood> {
        let mood = MOODS.into_iter().find(|mood| mood.id() == id);
        if mood.is_none() {
            let known = MOODS.map(Mood::id);
            let error = self.file.error("unknown-value", path).arg("value", id);
            self.found.push(error.arg("known", known.join(", ")).suggest(id, known));
        }
        mood
    }

    fn band(&mut self, typed: Option<TypedBand>, path: &Path) -> Option<Band> {
        let TypedBand { from, to } = typed?;
        for (name, bound) in [("from", from), ("to", to)] {
            if bound.is_some_and(|bound| !(0..=100).contains(&bound)) {
                let error = self.file.error("out-of-range", &path.key(name));
                self.found.push(error.arg("range", "0–100"));
            }
        }
        let open = from.is_none() && to.is_none();
        if open || from.zip(to).is_some_and(|(from, to)| from > to) {
            self.found.push(self.file.key_error("test-empty-band", path));
        }
        Some(Band { from, to })
    }

    fn known(&mut self, code: &'static str, known: &BTreeSet<String>, name: &str, path: &Path) {
        if !known.contains(name) {
            let error = self.file.error(code, path).arg("name", name);
            self.found.push(error.suggest(name, known.iter().map(String::as_str)));
        }
    }

    fn named(&mut self, code: &'static str, path: &Path, name: &str) {
        self.found.push(self.file.error(code, path).arg("name", name));
    }

    fn error(&mut self, code: &'static str, path: &Path) {
        self.found.push(self.file.error(code, path));
    }
}
