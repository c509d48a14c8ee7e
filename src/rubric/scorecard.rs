//! A scorecard that was checked: nothing in it names what does not exist. All faults are collected before
//! loading stops. A faulty script does not stop it: its criterion will be "not evaluated", and the rest is judged.

use std::collections::{BTreeMap, BTreeSet};

use super::check;
use super::form::{Caps, CriterionForm, Scope, ScorecardForm};
use super::rollup::Mode;
use super::wording;
use crate::diagnostic::{Diagnostic, Severity};
use crate::nlu::Localized;
use crate::source::Source;
use crate::yaml::{self, File, Path};

/// The format that this program reads.
const FORMAT: &str = "scorecard/1";

#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    pub id: String,
    pub version: String,
    pub title: Localized,
    pub pass_mark: u32,
    pub mode: Mode,
    /// From the highest to the lowest.
    pub bands: Vec<Band>,
    pub sections: Vec<Section>,
    pub criteria: Vec<Criterion>,
    pub(super) source: Source,
    pub(super) scripts: BTreeMap<String, Source>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    pub id: String,
    pub from: u32,
    pub title: Localized,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub id: String,
    pub title: Localized,
    pub weight: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    pub id: String,
    /// Position of its section.
    pub section: usize,
    pub title: Localized,
    pub weight: u32,
    pub points: u32,
    pub script: String,
    pub params: BTreeMap<String, serde_json::Value>,
    pub parts: BTreeMap<String, PartDefinition>,
    pub reasons: BTreeMap<String, Localized>,
    pub feedback: BTreeMap<String, Localized>,
    pub wordings: BTreeMap<String, Localized>,
    pub critical: bool,
    pub auto_fail: Option<Scope>,
    pub caps: Caps,
    /// Its script has a fault that was found when the scorecard was loaded.
    pub(super) broken: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartDefinition {
    pub title: Localized,
    pub weight: u32,
}

impl Scorecard {
    /// Reads and checks a scorecard. `scripts` finds a script by its name; `acts` are the ids that the ear
    /// knows. The findings beside the scorecard are warnings, and the errors of scripts, which cost only their
    /// own criterion.
    pub fn load(
        source: Source,
        scripts: &dyn Fn(&str) -> Option<Source>,
        acts: &BTreeSet<String>,
    ) -> Result<(Self, Vec<Diagnostic>), Vec<Diagnostic>> {
        let mut found = yaml::lint(&source);
        found.retain(|diagnostic| diagnostic.severity == Severity::Warning);
        let (form, file) = yaml::read::<ScorecardForm>(source)?;
        let mut checker = Checker { file: &file, found };
        checker.form(&form);
        let mut card = checker.card(form, scripts);
        if checker.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
            return Err(checker.found);
        }
        let mut found = checker.found;
        for diagnostic in check::scripts(&mut card, &file, acts) {
            if !found.contains(&diagnostic) {
                found.push(diagnostic);
            }
        }
        Ok((card, found))
    }

    pub fn source(&self) -> &Source {
        &self.source
    }
}

/// Where criterion `at` of section `section` stands in the file.
pub(super) fn criterion_path(section: usize, at: usize) -> Path {
    Path::root().key("sections").item(section).key("criteria").item(at)
}

struct Checker<'a> {
    file: &'a File,
    found: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn form(&mut self, form: &ScorecardForm) {
        let root = Path::root();
        if form.format != FORMAT {
            let fault = self.file.error("scorecard-format", &root.key("format"));
            self.found.push(fault.arg("found", &form.format).arg("expected", FORMAT));
        }
        self.id(&form.id, &root.key("id"));
        if form.pass_mark > 100 {
            self.found.push(self.file.error("scorecard-over-hundred", &root.key("pass_mark")));
        }
        self.text(&form.title, &root.key("title"));
        if form.sections.is_empty() {
            self.found.push(self.file.error("scorecard-empty", &root.key("sections")));
        }
        self.bands(form);
        self.weights(form);
        let mut seen: BTreeMap<&str, Path> = BTreeMap::new();
        for (at, section) in form.sections.iter().enumerate() {
            let path = root.key("sections").item(at);
            self.id(&section.id, &path.key("id"));
            self.text(&section.title, &path.key("title"));
            self.unique(&mut seen, &section.id, path.key("id"));
            if section.criteria.is_empty() {
                self.found.push(self.file.error("scorecard-empty", &path.key("criteria")));
            }
        }
        let mut seen: BTreeMap<&str, Path> = BTreeMap::new();
        for (section, form) in form.sections.iter().enumerate() {
            for (at, criterion) in form.criteria.iter().enumerate() {
                let path = criterion_path(section, at);
                self.unique(&mut seen, &criterion.id, path.key("id"));
                self.criterion(criterion, &path);
            }
        }
    }

    fn unique<'a>(&mut self, seen: &mut BTreeMap<&'a str, Path>, id: &'a str, path: Path) {
        if let Some(first) = seen.get(id) {
            let fault = self.file.error("scorecard-duplicate-id", &path);
            self.found.push(fault.also(self.file.place(first), "diag-first-here").arg("id", id));
        } else {
            seen.insert(id, path);
        }
    }

    fn bands(&mut self, form: &ScorecardForm) {
        let path = Path::root().key("bands");
        for (at, band) in form.bands.iter().enumerate() {
            self.id(&band.id, &path.item(at).key("id"));
            self.text(&band.title, &path.item(at).key("title"));
            if band.from > 100 {
                self.found.push(self.file.error("scorecard-over-hundred", &path.item(at).key("from")));
            }
            if form.bands[..at].iter().any(|earlier| earlier.from == band.from) {
                let fault = self.file.error("scorecard-band-twice", &path.item(at).key("from"));
                self.found.push(fault.arg("from", band.from));
            }
        }
        if !form.bands.is_empty() && form.bands.iter().all(|band| band.from != 0) {
            self.found.push(self.file.key_error("scorecard-band-gap", &path));
        }
    }

    /// Weights are shares of the whole: people read them as per cent, so they should add up to that.
    fn weights(&mut self, form: &ScorecardForm) {
        let weighs_sections = matches!(form.rollup, Mode::GroupWeightedPoints | Mode::SectionPercentMean);
        let total: u64 = if weighs_sections {
            form.sections.iter().map(|section| u64::from(section.weight)).sum()
        } else {
            form.sections.iter().flat_map(|s| &s.criteria).map(|criterion| u64::from(criterion.weight)).sum()
        };
        let path = Path::root().key("sections");
        if total == 0 && !form.sections.is_empty() {
            self.found.push(self.file.key_error("scorecard-no-weight", &path));
        } else if total != 100 && form.rollup != Mode::Points && !form.sections.is_empty() {
            let place = self.file.key_place(&path);
            let warning = Diagnostic::warning("scorecard-weights", self.file.source()).at(place);
            self.found.push(warning.arg("total", total));
        }
    }

    fn criterion(&mut self, criterion: &CriterionForm, path: &Path) {
        self.id(&criterion.id, &path.key("id"));
        self.text(&criterion.title, &path.key("title"));
        for (id, part) in &criterion.parts {
            let place = path.key("parts").key(id);
            self.text(&Localized { es: part.es.clone(), en: part.en.clone() }, &place);
            if part.weight == 0 {
                self.found
                    .push(self.file.error("scorecard-part-weight", &place.key("weight")).arg("part", id));
            }
        }
        for (name, cap) in [("missed", criterion.caps.missed), ("partial", criterion.caps.partial)] {
            if cap.is_some_and(|cap| cap > 100) {
                self.found.push(self.file.error("scorecard-over-hundred", &path.key("caps").key(name)));
            }
        }
        for (name, value) in &criterion.params {
            if !plain(value) {
                let fault = self.file.error("scorecard-param", &path.key("params").key(name));
                self.found.push(fault.arg("name", name));
            }
        }
        for (key, text) in &criterion.reasons {
            self.text(text, &path.key("reasons").key(key));
        }
        for (key, text) in &criterion.feedback {
            self.text(text, &path.key("feedback").key(key));
        }
        for (key, text) in &criterion.wordings {
            let place = path.key("try").key(key);
            self.text(text, &place);
            if !criterion.feedback.contains_key(key) {
                let fault = self.file.key_error("scorecard-try-alone", &place).arg("key", key);
                self.found.push(fault.suggest(key, criterion.feedback.keys().map(String::as_str)));
            }
            for (language, text) in [("es", &text.es), ("en", &text.en)] {
                for name in wording::unknown_placeholders(text) {
                    let fault = self.file.error("scorecard-placeholder", &place.key(language));
                    let known = wording::PLACEHOLDERS;
                    self.found.push(
                        fault
                            .arg("name", &name)
                            .arg("known", known.join(", "))
                            .suggest(&name, known.iter().copied()),
                    );
                }
            }
        }
    }

    /// Ids are lower-case words joined by `_` or `-`.
    fn id(&mut self, id: &str, path: &Path) {
        let fine = !id.is_empty()
            && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-'));
        if !fine {
            self.found.push(self.file.error("scorecard-id", path).arg("id", id));
        }
    }

    fn text(&mut self, text: &Localized, path: &Path) {
        for (language, text) in [("es", &text.es), ("en", &text.en)] {
            if text.trim().is_empty() {
                self.found.push(self.file.error("scorecard-no-text", &path.key(language)));
            }
        }
    }

    fn card(&mut self, form: ScorecardForm, find: &dyn Fn(&str) -> Option<Source>) -> Scorecard {
        let mut scripts = BTreeMap::new();
        let mut sections = Vec::new();
        let mut criteria = Vec::new();
        for (section, form) in form.sections.into_iter().enumerate() {
            for (at, criterion) in form.criteria.into_iter().enumerate() {
                if let Some(source) = find(&criterion.script) {
                    scripts.insert(criterion.script.clone(), source);
                } else {
                    let path = criterion_path(section, at).key("script");
                    let fault = self.file.error("scorecard-unknown-script", &path);
                    self.found.push(fault.arg("script", &criterion.script));
                }
                criteria.push(checked(criterion, section));
            }
            sections.push(Section { id: form.id, title: form.title, weight: form.weight });
        }
        let mut bands: Vec<_> = form
            .bands
            .into_iter()
            .map(|band| Band { id: band.id, from: band.from, title: band.title })
            .collect();
        bands.sort_by_key(|band| std::cmp::Reverse(band.from));
        Scorecard {
            id: form.id,
            version: form.version,
            title: form.title,
            pass_mark: form.pass_mark,
            mode: form.rollup,
            bands,
            sections,
            criteria,
            source: self.file.source().clone(),
            scripts,
        }
    }
}

fn checked(form: CriterionForm, section: usize) -> Criterion {
    let parts = form.parts.into_iter().map(|(id, part)| {
        let title = Localized { es: part.es, en: part.en };
        (id, PartDefinition { title, weight: part.weight })
    });
    Criterion {
        id: form.id,
        section,
        title: form.title,
        weight: form.weight,
        points: form.points.unwrap_or(form.weight),
        script: form.script,
        params: form.params,
        parts: parts.collect(),
        reasons: form.reasons,
        feedback: form.feedback,
        wordings: form.wordings,
        critical: form.critical,
        auto_fail: form.auto_fail,
        caps: form.caps,
        broken: false,
    }
}

/// Whether a parameter is what scripts can count on: whole numbers, texts, yes or no, and lists of those.
fn plain(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::Null | serde_json::Value::Object(_) => false,
        serde_json::Value::Number(number) => number.is_i64(),
        serde_json::Value::Bool(_) | serde_json::Value::String(_) => true,
        serde_json::Value::Array(items) => items.iter().all(|item| !item.is_array() && plain(item)),
    }
}
