//! What can be wrong with a script, found when its scorecard is loaded: in every branch by reading it, and in
//! the ones that are taken by running it on a trial call.

use std::collections::{BTreeMap, BTreeSet};

use super::fixture;
use super::judge::{self, Bench};
use super::scene::Scene;
use super::scorecard::{Criterion, Scorecard, criterion_path};
use super::vocabulary::{KINDS, ROLES, Role};
use crate::diagnostic::{Diagnostic, Severity};
use crate::sandbox::{Argument, Known, Script};
use crate::source::{Source, Span};
use crate::yaml::{File, Path};

/// Checks every script against its criterion, and marks the criteria whose script is faulty.
pub(super) fn scripts(card: &mut Scorecard, file: &File, acts: &BTreeSet<String>) -> Vec<Diagnostic> {
    let bench = Bench::new();
    let mut found = Vec::new();
    let mut within = BTreeMap::new();
    for criterion in &mut card.criteria {
        let at = within.entry(criterion.section).and_modify(|at| *at += 1).or_insert(0);
        let path = criterion_path(criterion.section, *at);
        let Some(source) = card.scripts.get(&criterion.script) else { continue };
        let mut faults = match Script::compile(&bench.engine, source) {
            Ok(script) => Check { criterion, script: &script, bench: &bench, acts, file, path }.all(),
            Err(fault) => vec![fault],
        };
        criterion.broken = faults.iter().any(|fault| fault.severity == Severity::Error);
        found.append(&mut faults);
    }
    found
}

/// What can be said of a script that no scorecard uses: its form, its entry, and functions that do not exist.
pub fn alone(source: &Source) -> Vec<Diagnostic> {
    let bench = Bench::new();
    match Script::compile(&bench.engine, source) {
        Ok(script) if script.parameters(judge::ENTRY).is_none_or(|params| params.len() != 2) => {
            vec![Diagnostic::error("script-no-entry", source).at(0..0)]
        }
        Ok(script) => script.unknown_calls(&bench.known),
        Err(fault) => vec![fault],
    }
}

struct Check<'a> {
    criterion: &'a Criterion,
    script: &'a Script,
    bench: &'a Bench,
    acts: &'a BTreeSet<String>,
    file: &'a File,
    path: Path,
}

impl Check<'_> {
    fn all(&self) -> Vec<Diagnostic> {
        let source = self.script.source();
        let Some(parameters) = self.script.parameters(judge::ENTRY).filter(|params| params.len() == 2) else {
            return vec![Diagnostic::error("script-no-entry", source).at(0..0)];
        };
        let known = &self.bench.known;
        let mut found = self.script.unknown_calls(known);
        found.extend(self.properties(known, &parameters[1]));
        found.extend(self.names(&parameters[1]));
        if found.is_empty() {
            found.extend(self.dry_run());
        }
        found.extend(self.unused(&parameters[1]));
        found
    }

    fn properties(&self, known: &Known, params: &str) -> Vec<Diagnostic> {
        let sites = self.script.properties();
        let own: BTreeSet<&str> =
            sites.iter().filter(|site| site.span.is_none()).map(|site| site.name.as_str()).collect();
        let of_params: BTreeSet<&str> = self.criterion.params.keys().map(String::as_str).collect();
        sites
            .iter()
            .filter(|site| site.span.is_some())
            .filter_map(|site| {
                let name = site.name.as_str();
                let fault = |code| Diagnostic::error(code, self.script.source()).at(site.span.clone());
                if site.variable.as_deref() == Some(params) {
                    let fault = fault("script-unknown-param").arg("name", name);
                    return (!of_params.contains(name))
                        .then(|| fault.suggest(name, of_params.iter().copied()));
                }
                let exists = known.properties.contains(name) || own.contains(name);
                (!exists).then(|| {
                    let fault = fault("script-unknown-property").arg("name", name);
                    fault.suggest(name, known.properties.iter().map(String::as_str))
                })
            })
            .collect()
    }

    /// The texts that name something, each with its role and place: written in the script, or in a parameter.
    fn texts(&self, params: &str) -> Vec<(Role, String, Place)> {
        let mut texts = Vec::new();
        for site in self.script.calls() {
            for (_, at, role) in ROLES.iter().filter(|(name, ..)| *name == site.name) {
                match site.args.get(*at) {
                    Some(Argument::Texts(list)) => {
                        texts.extend(
                            list.iter()
                                .map(|(text, span)| (*role, text.clone(), Place::Script(span.clone()))),
                        );
                    }
                    Some(Argument::Property { variable, name, .. }) if variable == params => {
                        let path = self.path.key("params").key(name);
                        match self.criterion.params.get(name) {
                            Some(serde_json::Value::String(text)) => {
                                texts.push((*role, text.clone(), Place::File(path)));
                            }
                            Some(serde_json::Value::Array(list)) => {
                                for (at, text) in list.iter().enumerate() {
                                    let text = text.as_str().unwrap_or_default().to_owned();
                                    texts.push((*role, text, Place::File(path.item(at))));
                                }
                            }
                            _ => {}
                        }
                    }
                    _ => {}
                }
            }
        }
        texts
    }

    fn names(&self, params: &str) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for (role, text, place) in self.texts(params) {
            let families = || {
                self.acts
                    .iter()
                    .any(|act| act.strip_prefix(text.as_str()).is_some_and(|r| r.starts_with('.')))
            };
            let criterion = self.criterion;
            let (code, fine, known): (_, _, Vec<&str>) = match role {
                Role::Act => (
                    "script-unknown-act",
                    self.acts.contains(&text) || families(),
                    self.acts.iter().map(String::as_str).collect(),
                ),
                Role::Kind => ("script-unknown-kind", KINDS.contains(&text.as_str()), KINDS.to_vec()),
                Role::Fact => {
                    let facts = vec!["amount", "date", "method"];
                    ("script-unknown-fact", facts.contains(&text.as_str()), facts)
                }
                Role::Part => {
                    ("script-unknown-part", criterion.parts.contains_key(&text), keys(&criterion.parts))
                }
                Role::Feedback => (
                    "script-unknown-feedback",
                    criterion.feedback.contains_key(&text),
                    keys(&criterion.feedback),
                ),
                Role::Reason => {
                    ("script-unknown-reason", criterion.reasons.contains_key(&text), keys(&criterion.reasons))
                }
            };
            if !fine {
                let fault = match &place {
                    Place::Script(span) => Diagnostic::error(code, self.script.source()).at(span.clone()),
                    Place::File(path) => self.file.error(code, path),
                };
                found.push(fault.arg("name", &text).arg("criterion", &criterion.id).suggest(&text, known));
            }
        }
        found
    }

    /// Parts, reasons and feedback that no measure will ever give. Where the script computes such a name,
    /// nothing can be said.
    fn unused(&self, params: &str) -> Vec<Diagnostic> {
        let texts = self.texts(params);
        let computed = |role: Role| {
            self.script.calls().iter().any(|site| {
                ROLES.iter().any(|(name, at, own)| {
                    *own == role && *name == site.name && matches!(site.args.get(*at), Some(Argument::Other))
                })
            })
        };
        let used = |role: Role, key: &str| texts.iter().any(|(own, text, _)| *own == role && text == key);
        let mut found = Vec::new();
        let mut warn = |section: &str, key: &str| {
            let place = self.file.key_place(&self.path.key(section).key(key));
            let warning = Diagnostic::warning("scorecard-unused", self.file.source()).at(place);
            found.push(warning.arg("key", key).arg("script", &self.criterion.script));
        };
        for part in self.criterion.parts.keys().filter(|part| !used(Role::Part, part)) {
            if !computed(Role::Part) {
                warn("parts", part);
            }
        }
        for reason in self.criterion.reasons.keys().filter(|reason| !used(Role::Reason, reason)) {
            if !computed(Role::Reason) {
                warn("reasons", reason);
            }
        }
        // Feedback under the name of a part is given when that part cost the most.
        for key in self.criterion.feedback.keys() {
            if !self.criterion.parts.contains_key(key)
                && !used(Role::Feedback, key)
                && !computed(Role::Feedback)
            {
                warn("feedback", key);
            }
        }
        found
    }

    /// What fails on a call in which everything happens, fails in most. A verdict without a witness may be the
    /// trial call's fault: that is told with the call it happens in.
    fn dry_run(&self) -> Option<Diagnostic> {
        let fault =
            judge::run(self.bench, self.script, self.criterion, &Scene::new(&fixture::trial_call())).err();
        fault.filter(|fault| fault.code != judge::NO_WITNESS)
    }
}

enum Place {
    Script(Option<Span>),
    File(Path),
}

fn keys<T>(map: &BTreeMap<String, T>) -> Vec<&str> {
    map.keys().map(String::as_str).collect()
}

/// A fault of a measure that is known only once it ran, placed at its entry.
pub(super) fn at_entry(code: &'static str, source: &Source) -> Diagnostic {
    let place = source.text().find(judge::ENTRY).map(|at| at..at + judge::ENTRY.len());
    Diagnostic::error(code, source).at(place)
}
