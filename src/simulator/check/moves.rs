//! What a debtor answers, asks and does in special cases; and the conditions and topics that they hang on.

use std::collections::{BTreeMap, BTreeSet};

use super::{Checker, Voice};
use crate::diagnostic::Diagnostic;
use crate::nlu::pattern::Pattern;
use crate::sandbox::Condition;
use crate::simulator::common::check_variants;
use crate::simulator::line::Variants;
use crate::simulator::scenario::{Answer, Question, Rule};
use crate::simulator::typed::{TypedAnswer, TypedQuestion, TypedRule};
use crate::yaml::Path;

impl Checker<'_> {
    pub(super) fn answers(&mut self, typed: Vec<TypedAnswer>, list: &Path, voice: Voice) -> Vec<Answer> {
        let mut seen = BTreeSet::new();
        let mut checked = Vec::new();
        for (at, answer) in typed.into_iter().enumerate() {
            let path = list.item(at);
            if !seen.insert(answer.id.clone()) {
                self.error("duplicate-id", &path.key("id"), &[("id", &answer.id)]);
            }
            for (at, act) in answer.to.iter().enumerate() {
                self.act_or_topic(act, &path.key("to").item(at));
            }
            check_variants(&answer.says, &[], self.file, &path.key("says"), &mut self.found);
            self.fact(answer.discloses.as_ref(), &path.key("discloses"));
            let when = answer.when.as_deref().and_then(|text| self.condition(text, &path.key("when")));
            checked.push(Answer {
                to: answer.to,
                when,
                says: Variants::new(format!("answer/{}", answer.id), voice.own(answer.says)),
                discloses: answer.discloses,
            });
        }
        checked
    }

    pub(super) fn questions(&mut self, typed: Vec<TypedQuestion>, voice: Voice) -> Vec<Question> {
        let list = Path::root().key("questions");
        let mut seen = BTreeSet::new();
        let mut checked = Vec::new();
        for (at, question) in typed.into_iter().enumerate() {
            let path = list.item(at);
            if !seen.insert(question.id.clone()) {
                self.error("duplicate-id", &path.key("id"), &[("id", &question.id)]);
            }
            if question.answered_by.is_empty() {
                self.error("question-never-answered", &path, &[("id", &question.id)]);
            }
            for (at, act) in question.answered_by.iter().enumerate() {
                self.act_or_topic(act, &path.key("answered_by").item(at));
            }
            check_variants(&question.says, &[], self.file, &path.key("says"), &mut self.found);
            if !question.ignored.is_empty() {
                check_variants(&question.ignored, &[], self.file, &path.key("ignored"), &mut self.found);
            }
            let when = question.when.as_deref().and_then(|text| self.condition(text, &path.key("when")));
            checked.push(Question {
                when,
                says: Variants::new(format!("question/{}", question.id), voice.own(question.says)),
                ignored: Variants::new(
                    format!("question/{}/ignored", question.id),
                    voice.own(question.ignored),
                ),
                answered_by: question.answered_by,
                id: question.id,
            });
        }
        checked
    }

    pub(super) fn rules(&mut self, typed: Vec<TypedRule>, voice: Voice) -> Vec<Rule> {
        let list = Path::root().key("rules");
        let mut seen = BTreeSet::new();
        let mut checked = Vec::new();
        for (at, rule) in typed.into_iter().enumerate() {
            let path = list.item(at);
            if !seen.insert(rule.id.clone()) {
                self.error("duplicate-id", &path.key("id"), &[("id", &rule.id)]);
            }
            if !rule.says.is_empty() {
                check_variants(&rule.says, &[], self.file, &path.key("says"), &mut self.found);
            }
            self.fact(rule.discloses.as_ref(), &path.key("discloses"));
            let ends = rule.ends.as_deref().and_then(|id| self.outcome(id, &path.key("ends")));
            if let Some(id) = &rule.resolves {
                self.objection_named(id, &path.key("resolves"));
            }
            let Some(when) = self.condition(&rule.when, &path.key("when")) else { continue };
            checked.push(Rule {
                when,
                says: Variants::new(format!("rule/{}", rule.id), voice.own(rule.says)),
                trust: rule.trust,
                patience: rule.patience,
                discloses: rule.discloses,
                resolves: rule.resolves,
                ends,
                id: rule.id,
            });
        }
        checked
    }

    pub(super) fn topics(&mut self, typed: BTreeMap<String, Vec<String>>) -> BTreeMap<String, Vec<Pattern>> {
        let root = Path::root().key("topics");
        let mut checked = BTreeMap::new();
        for (id, patterns) in typed {
            let path = root.key(&id);
            let mut parsed = Vec::new();
            for (at, text) in patterns.iter().enumerate() {
                match Pattern::parse(text) {
                    Ok(pattern) => parsed.push(pattern),
                    Err(fault) => {
                        let place = self.file.place_within(&path.item(at), &fault.span);
                        self.found.push(Diagnostic::error(fault.kind.code(), self.file.source()).at(place));
                    }
                }
            }
            checked.insert(id, parsed);
        }
        checked
    }

    fn condition(&mut self, text: &str, path: &Path) -> Option<Condition> {
        let condition = match self.conditions.compile(text) {
            Ok(condition) => condition,
            Err(fault) => {
                let place = fault.at.as_ref().and_then(|span| self.file.place_within(path, span));
                let place = place.or_else(|| self.file.place(path));
                self.found.push(fault.diagnostic_at(self.file.source(), place));
                return None;
            }
        };
        for quoted in condition.quoted() {
            let known = match quoted.function.as_str() {
                "disclosed" => self.names.facts.contains(&quoted.text),
                "resolved" => self.names.objections.contains(&quoted.text),
                _ => self.inventory.knows(&quoted.text) || self.names.topics.contains(&quoted.text),
            };
            if !known {
                let place = quoted.span.as_ref().and_then(|span| self.file.place_within(path, span));
                let error = Diagnostic::error("unknown-name-in-condition", self.file.source());
                let all: Vec<&str> = match quoted.function.as_str() {
                    "disclosed" => self.names.facts.iter().map(String::as_str).collect(),
                    "resolved" => self.names.objections.iter().map(String::as_str).collect(),
                    _ => self.inventory.ids().collect(),
                };
                self.found.push(
                    error
                        .at(place.or_else(|| self.file.place(path)))
                        .arg("name", quoted.text.as_str())
                        .suggest(&quoted.text, all),
                );
            }
        }
        Some(condition)
    }
}
