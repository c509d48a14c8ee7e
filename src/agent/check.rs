//! From an agent as typed to one that can play: every condition, name and blank is checked, and all that is wrong is
//! told at once.

use std::collections::BTreeSet;

use super::blanks::NAMES;
use super::moves::{Agent, Move};
use super::typed::{TypedAgent, TypedMove};
use crate::diagnostic::Diagnostic;
use crate::messages::Language;
use crate::nlu::Inventory;
use crate::sandbox::{Condition, Conditions, Quoted};
use crate::simulator::blanks;
use crate::source::Source;
use crate::yaml::{self, File, Path};

const FORMAT: &str = "agent/1";

pub(super) fn check(
    source: Source,
    inventory: &Inventory,
    conditions: &Conditions,
) -> Result<Agent, Vec<Diagnostic>> {
    let (typed, file) = yaml::read::<TypedAgent>(source)?;
    let ids = typed.moves.iter().map(|made| made.id.clone()).collect();
    let mut checker = Checker { file: &file, inventory, conditions, ids, found: Vec::new() };
    let agent = checker.agent(typed);
    match agent {
        Some(agent) if checker.found.is_empty() => Ok(agent),
        _ => Err(checker.found),
    }
}

struct Checker<'a> {
    file: &'a File,
    inventory: &'a Inventory,
    conditions: &'a Conditions,
    ids: BTreeSet<String>,
    found: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn agent(&mut self, typed: TypedAgent) -> Option<Agent> {
        let root = Path::root();
        if typed.format != FORMAT {
            self.found.push(self.file.error("unknown-format", &root.key("format")).arg("expected", FORMAT));
        }
        let language = Language::from_tag(&typed.language);
        if language.is_none() {
            let error = self.file.error("agent-language", &root.key("language"));
            self.found.push(error.arg("value", typed.language.as_str()));
        }
        let moves = self.moves(typed.moves, &root.key("moves"));
        Some(Agent {
            id: typed.id,
            title: typed.title,
            about: typed.about.trim().to_owned(),
            language: language?,
            name: typed.name,
            moves,
        })
    }

    fn moves(&mut self, typed: Vec<TypedMove>, path: &Path) -> Vec<Move> {
        // The last move is what she does when nothing else is left: it must always be possible.
        match typed.last() {
            None => self.found.push(self.file.error("agent-no-moves", path)),
            Some(last) => {
                let always = last.when.is_none()
                    && last.times.is_none()
                    && last.says.iter().any(|way| blanks(way).next().is_none());
                if !always {
                    let path = path.item(typed.len() - 1);
                    self.found.push(self.file.error("agent-no-last-resort", &path.key("id")));
                }
            }
        }
        let count = typed.len();
        let mut seen = BTreeSet::new();
        let mut moves = Vec::with_capacity(count);
        for (at, made) in typed.into_iter().enumerate() {
            let path = path.item(at);
            if !seen.insert(made.id.clone()) {
                let error = self.file.error("agent-repeated-move", &path.key("id"));
                self.found.push(error.arg("id", made.id.as_str()));
            }
            moves.push(self.one(made, &path, at + 1 == count));
        }
        moves
    }

    fn one(&mut self, typed: TypedMove, path: &Path, last: bool) -> Move {
        let when = typed.when.as_deref().and_then(|text| self.condition(text, &path.key("when")));
        if typed.times == Some(0) {
            self.found.push(self.file.error("out-of-range", &path.key("times")).arg("range", "1–40"));
        }
        let says = path.key("says");
        if typed.says.is_empty() {
            self.found.push(self.file.error("no-lines", &says));
        }
        let mut seen = BTreeSet::new();
        for (at, way) in typed.says.iter().enumerate() {
            let path = says.item(at);
            if way.trim().is_empty() {
                self.found.push(self.file.error("no-lines", &path));
            }
            if !seen.insert(way.as_str()) {
                self.found.push(self.file.error("repeated-line", &path));
            }
            for name in blanks(way).filter(|name| !NAMES.contains(name)) {
                let error = self.file.error("unknown-blank", &path);
                self.found.push(error.arg("name", name).arg("known", NAMES.join(", ")).suggest(name, NAMES));
            }
        }
        let times = if last { None } else { Some(typed.times.unwrap_or(1)) };
        Move { id: typed.id, when, times, hangs_up: typed.hangs_up, says: typed.says }
    }

    fn condition(&mut self, text: &str, path: &Path) -> Option<Condition> {
        match self.conditions.compile(text) {
            Ok(condition) => {
                for quoted in condition.quoted() {
                    self.name(quoted, path);
                }
                Some(condition)
            }
            Err(fault) => {
                let within = fault.at.as_ref().and_then(|at| self.file.place_within(path, at));
                let place = within.or_else(|| self.file.place(path));
                self.found.push(fault.diagnostic_at(self.file.source(), place));
                None
            }
        }
    }

    /// What a helper of a condition names has to exist.
    fn name(&mut self, quoted: &Quoted, path: &Path) {
        let known: BTreeSet<&str> = match quoted.function.as_str() {
            "heard" | "told" => self.inventory.ids().collect(),
            "did" | "just" => self.ids.iter().map(String::as_str).collect(),
            _ => return,
        };
        let name = quoted.text.as_str();
        let family =
            |id: &&str| id.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        if !known.iter().any(family) {
            let within = quoted.span.as_ref().and_then(|span| self.file.place_within(path, span));
            let place = within.or_else(|| self.file.place(path));
            let error = Diagnostic::error("unknown-name-in-condition", self.file.source()).at(place);
            let error = error.arg("name", name).suggest(name, known.iter().copied());
            self.found.push(error);
        }
    }
}
