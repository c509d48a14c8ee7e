//! Checks content, each kind with what it leans on: lexicons with the others of their language, scenarios with the
//! common library and the ear, scorecards with their scripts. All findings of all files are kept.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::deep;
use super::targets::{self, Form};
use crate::agent::{self, Agent};
use crate::cli::ears;
use crate::cli::failure::Failure;
use crate::content;
use crate::diagnostic::Diagnostic;
use crate::library::{Item, Kind, Library};
use crate::messages::Language;
use crate::nlu::{Ear, Inventory, Lexicon, proof};
use crate::report::findings::Findings;
use crate::rubric::{Scorecard, check_script};
use crate::simulator::{Common, Scenario};
use crate::source::Source;
use crate::yaml;

/// Folder of the common libraries, below the scenarios.
const COMMON: &str = "common/";

/// How far content is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    Read,
    /// Scenarios are played too.
    Played,
}

pub(super) struct Checker<'a> {
    library: &'a Library,
    /// None where the inventory itself has errors: without it nothing else can be checked.
    inventory: Option<Inventory>,
    /// By language; none where the lexicon has errors.
    ears: BTreeMap<Language, Option<Ear>>,
    findings: Findings,
    failures: Vec<Failure>,
    depth: Depth,
}

impl<'a> Checker<'a> {
    pub(super) fn new(library: &'a Library, depth: Depth) -> Self {
        let mut checker = Self {
            library,
            inventory: None,
            ears: BTreeMap::new(),
            findings: Findings::default(),
            failures: Vec::new(),
            depth,
        };
        if let Some(source) = checker.source(Kind::Lexicon, "acts") {
            match Inventory::read(source.clone()) {
                Ok(inventory) => checker.inventory = Some(inventory),
                // Whatever was asked for, this is why it cannot be checked.
                Err(_) => checker.acts(source),
            }
        }
        checker
    }

    pub(super) fn finish(self) -> (Findings, Vec<Failure>) {
        (self.findings, self.failures)
    }

    /// All content that the program would find by name.
    pub(super) fn everything(&mut self) {
        if let Some(source) = self.source(Kind::Lexicon, "acts") {
            self.acts(source);
        }
        for language in Language::ALL {
            self.lexicon(language, None);
        }
        let (common, scenarios): (Vec<_>, Vec<_>) =
            self.items(Kind::Scenario).into_iter().partition(|(item, _)| item.id.starts_with(COMMON));
        for (_, source) in common {
            self.common(source);
        }
        for (_, source) in scenarios {
            self.scenario(source);
        }
        for (_, source) in self.items(Kind::Agent) {
            self.agent(source);
        }
        let mut used = BTreeSet::new();
        for (_, source) in self.items(Kind::Rubric) {
            used.append(&mut self.scorecard(source, None));
        }
        for (item, source) in self.items(Kind::Script) {
            if !used.contains(&file_name(&item.path)) {
                self.script_alone(&source);
            }
        }
    }

    /// What a name or a path stands for.
    pub(super) fn named(&mut self, name: &str) {
        let sources = match targets::find(name, self.library) {
            Ok(sources) => sources,
            Err(failure) => return self.failures.push(failure),
        };
        for source in sources {
            match targets::form(&source) {
                Some(Form::Acts) => self.acts(source),
                Some(Form::Lexicon) => match lexicon_language(&source) {
                    Some(language) => self.lexicon(language, Some(source)),
                    // Its own reader says what is wrong with the language.
                    None => self.lexicon(Language::default(), Some(source)),
                },
                Some(Form::Common) => self.common(source),
                Some(Form::Scenario) => self.scenario(source),
                Some(Form::Agent) => self.agent(source),
                Some(Form::Scorecard) => drop(self.scorecard(source, None)),
                Some(Form::Script) => self.script(&source),
                None => {
                    let first = source.text().lines().next().map_or(0, str::len);
                    let fault = Diagnostic::error("check-unknown-format", &source).at(0..first);
                    self.findings.file(&source);
                    self.findings.add([fault.arg("known", targets::formats())]);
                }
            }
        }
    }

    fn acts(&mut self, source: Source) {
        self.yaml_file(&source);
        match Inventory::read(source) {
            Ok(inventory) => self.inventory = Some(inventory),
            Err(found) => self.findings.add(found),
        }
    }

    /// The lexicon of a language, with `own` in the place of the file of its name.
    fn lexicon(&mut self, language: Language, own: Option<Source>) {
        let sources = self.lexicon_sources(language, own);
        for source in &sources {
            self.yaml_file(source);
        }
        let Some(inventory) = &self.inventory else { return };
        match Lexicon::read(language, sources, inventory) {
            // Examples prove wordings: what was learnt beside them must not.
            Ok(lexicon) => {
                let ear = Ear::new(lexicon, inventory.clone());
                self.findings.add(proof::prove(&ear, &ears::plain_setting(language)));
            }
            Err(found) => {
                self.findings.add(found);
                self.ears.insert(language, None);
            }
        }
    }

    fn lexicon_sources(&mut self, language: Language, own: Option<Source>) -> Vec<Source> {
        let folder = format!("{language}/");
        let name = own.as_ref().map(|own| stem(Path::new(own.name())));
        let mut sources: Vec<Source> = self
            .items(Kind::Lexicon)
            .into_iter()
            .filter(|(item, _)| item.id.starts_with(&folder) && Some(stem(&item.path)) != name)
            .map(|(_, source)| source)
            .collect();
        sources.extend(own);
        sources
    }

    fn common(&mut self, source: Source) {
        self.yaml_file(&source);
        let Some(inventory) = &self.inventory else { return };
        if let Err(found) = Common::read(vec![source], inventory) {
            self.findings.add(found);
        }
    }

    fn scenario(&mut self, source: Source) {
        self.yaml_file(&source);
        // What is wrong with the language itself is told by the scenario's own check.
        let language = Scenario::language_of(&source).unwrap_or_default();
        let Some(inventory) = &self.inventory else { return };
        // Faults of the common library are told where it is checked.
        let Ok(common) = content::common(language, self.library, inventory) else {
            let at = source.text().find("language:").map(|at| at..at + "language".len());
            let id = format!("{COMMON}{language}");
            let fault = Diagnostic::error("scenario-no-common", &source).at(at).arg("name", id);
            return self.findings.add([fault]);
        };
        match Scenario::read(source, &common, inventory) {
            Ok(scenario) => {
                self.findings.add(scenario.review(&common, inventory));
                let unheard = self.ear(language).map(|ear| scenario.unheard(ear));
                self.findings.add(unheard.unwrap_or_default());
                if self.depth == Depth::Played {
                    self.played(&scenario);
                }
            }
            Err(found) => self.findings.add(found),
        }
    }

    /// What comes of playing the scenario, by an ear that knows its own words.
    fn played(&mut self, scenario: &Scenario) {
        let played = crate::content::ear_for(&scenario.own_words(), self.library)
            .map_err(Failure::from)
            .and_then(|ear| deep::play(scenario, &ear, self.library));
        match played {
            Ok(found) => self.findings.add(found),
            Err(failure) => self.fail(failure),
        }
    }

    /// An agent, with the conditions of its moves.
    fn agent(&mut self, source: Source) {
        self.yaml_file(&source);
        let Some(inventory) = &self.inventory else { return };
        if let Err(found) = Agent::read(source, inventory, &agent::conditions()) {
            self.findings.add(found);
        }
    }

    /// The ear of a language; a lexicon with errors gives none, and its own check tells them.
    fn ear(&mut self, language: Language) -> Option<&Ear> {
        if !self.ears.contains_key(&language) {
            let ear = content::ear(language, self.library).ok();
            self.ears.insert(language, ear);
        }
        self.ears.get(&language)?.as_ref()
    }

    /// A scorecard with its scripts, `own` in the place of the one of its name. Says which scripts it uses.
    fn scorecard(&mut self, source: Source, own: Option<&Source>) -> BTreeSet<String> {
        self.yaml_file(&source);
        let Some(inventory) = &self.inventory else { return BTreeSet::new() };
        let acts: BTreeSet<String> = inventory.ids().map(str::to_owned).collect();
        let script = |name: &str| match own {
            Some(own) if file_name(Path::new(own.name())) == name => Some(own.clone()),
            _ => self.library.source(Kind::Script, name).ok(),
        };
        match Scorecard::load(source, &script, &acts) {
            Ok((card, found)) => {
                let used: BTreeSet<String> =
                    card.criteria.iter().map(|criterion| criterion.script.clone()).collect();
                for source in used.iter().filter_map(|name| script(name)) {
                    self.findings.file(&source);
                }
                self.findings.add(found);
                used
            }
            Err(found) => {
                self.findings.add(found);
                BTreeSet::new()
            }
        }
    }

    /// A script as the scorecards use it; alone where none does.
    fn script(&mut self, source: &Source) {
        let name = file_name(Path::new(source.name()));
        let mut used = false;
        for (_, card) in self.items(Kind::Rubric) {
            if card.text().contains(&name) {
                used |= self.scorecard(card, Some(source)).contains(&name);
            }
        }
        if !used {
            self.script_alone(source);
        }
    }

    fn script_alone(&mut self, source: &Source) {
        self.findings.file(source);
        self.findings.add(check_script(source));
    }

    /// Notes a YAML file, with what YAML accepts and its author did not mean.
    fn yaml_file(&mut self, source: &Source) {
        if self.findings.file(source) {
            self.findings.add(yaml::lint(source));
        }
    }

    /// Every piece of a kind with its text.
    fn items(&mut self, kind: Kind) -> Vec<(Item, Source)> {
        let mut read = Vec::new();
        for item in self.library.list(kind) {
            match self.library.read(kind, &item) {
                Ok(source) => read.push((item, source)),
                Err(unreadable) => self.fail(unreadable.into()),
            }
        }
        read
    }

    fn source(&mut self, kind: Kind, name: &str) -> Option<Source> {
        match self.library.source(kind, name) {
            Ok(source) => Some(source),
            Err(error) => {
                self.fail(error.into());
                None
            }
        }
    }

    /// Notes a file that could not be read, once however often it is asked for.
    fn fail(&mut self, failure: Failure) {
        let said = format!("{failure:?}");
        if !self.failures.iter().any(|known| format!("{known:?}") == said) {
            self.failures.push(failure);
        }
    }
}

/// The language that a lexicon file says.
fn lexicon_language(source: &Source) -> Option<Language> {
    let line = source.text().lines().find_map(|line| line.strip_prefix("language:"))?;
    Language::from_tag(line.trim().trim_matches(['"', '\'']))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
