//! The common library of a language: what every debtor knows how to say, and how people take things as a rule; the
//! objections, the types of debtor, and who else may pick up, by name.

mod situations;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::diagnostic::Diagnostic;
use crate::nlu::Inventory;
use crate::nlu::pattern::Pattern;
use crate::nlu::text::fold;
use crate::simulator::asked::Asked;
use crate::simulator::gate::Identity;
use crate::simulator::line::Line;
use crate::simulator::mood::{Shift, Temper};
use crate::simulator::typed::{
    Segment, TypedCommon, TypedGates, TypedObjection, TypedObjections, TypedQuestions, TypedTopic,
    TypedTopics, TypedType, TypedTypes,
};
use crate::source::Source;
use crate::yaml::{self, File, Path};

use situations::{GATE_SITUATIONS, SITUATIONS, unknown_situation};
pub(in crate::simulator) use situations::{
    STEPS, check_act, check_acts, check_gate_lines, check_lines, check_variants,
};

/// What a file of the library says it is.
const FORMATS: [&str; 6] =
    ["debtor-library/1", "objection-library/1", "debtor-types/1", "gates/1", "questions/1", "topics/1"];

/// Situations that only some of those who pick up have to know.
const SOME_GATES: [&str; 2] = ["passes_phone", "condoled"];

/// A checked common library.
#[derive(Debug, Clone, Default)]
pub struct Common {
    pub(super) lines: BTreeMap<String, Vec<Line>>,
    pub(super) temper: Temper,
    pub(super) hardens_on: Vec<String>,
    pub(super) hints: BTreeMap<String, String>,
    pub(super) objections: BTreeMap<String, TypedObjection>,
    pub(super) types: BTreeMap<String, DebtorType>,
    pub(super) gates: BTreeMap<Identity, BTreeMap<String, Vec<Line>>>,
    /// Wordings that tell of the debt whoever picks up.
    pub(super) tells: Vec<Pattern>,
    /// Wordings by which each kind of question is known.
    pub(super) asked: BTreeMap<Asked, Vec<Pattern>>,
    /// What people are asked in any call, by id.
    pub(super) topics: BTreeMap<String, CommonTopic>,
}

/// A topic that comes up in any call: by which words it is known, and what anybody would say to it.
#[derive(Debug, Clone)]
pub(super) struct CommonTopic {
    title: String,
    /// Who is asked such a thing, where only one segment is.
    pub(super) segment: Option<Segment>,
    pub(super) patterns: Vec<Pattern>,
    pub(super) says: Vec<Line>,
    pub(super) never: Vec<String>,
}

/// A type of debtor: the field's names for how people come to owe, and what they are like on the phone.
#[derive(Debug, Clone)]
pub struct DebtorType {
    pub title: String,
    pub about: String,
    pub(super) typed: Arc<TypedType>,
}

impl Common {
    /// Reads the files of a language's library, each by the format it says; a later file adds to an earlier one.
    pub fn read(sources: Vec<Source>, inventory: &Inventory) -> Result<Self, Vec<Diagnostic>> {
        let mut reader = Reader { common: Self::default(), inventory, found: Vec::new() };
        for source in sources {
            reader.file(source);
        }
        if reader.found.is_empty() { Ok(reader.common) } else { Err(reader.found) }
    }

    /// The types of debtor, by id.
    pub fn types(&self) -> impl Iterator<Item = (&str, &DebtorType)> {
        self.types.iter().map(|(id, kind)| (id.as_str(), kind))
    }

    /// The objections that scenarios can use, by name, with their titles.
    pub fn objections(&self) -> impl Iterator<Item = (&str, &str)> {
        self.objections.iter().map(|(id, it)| (id.as_str(), it.title.as_deref().unwrap_or(id)))
    }

    /// The topics that scenarios can answer without wordings of their own, by id, with their titles.
    pub fn topics(&self) -> impl Iterator<Item = (&str, &str)> {
        self.topics.iter().map(|(id, it)| (id.as_str(), it.title.as_str()))
    }

    /// What a debtor may have to say, by name.
    pub fn situations() -> impl Iterator<Item = &'static str> {
        SITUATIONS.into_iter().map(|(name, _)| name)
    }

    /// What somebody else who picks up may have to say, by name.
    pub fn gate_situations() -> impl Iterator<Item = &'static str> {
        GATE_SITUATIONS.into_iter()
    }

    /// The steps of a call that have a hint.
    pub fn steps() -> impl Iterator<Item = &'static str> {
        STEPS.into_iter()
    }

    /// The objection of this name.
    pub fn objection(&self, name: &str) -> Option<Shelved<'_>> {
        let (name, it) = self.objections.get_key_value(name)?;
        Some(Shelved::of(name, it))
    }

    /// The objection that is heard as this act in these words: of several, the one that says the most of them.
    pub fn objection_heard_as(&self, act: &str, words: &str) -> Option<Shelved<'_>> {
        let heard = self.objections.iter().filter(|(_, it)| it.act.as_deref() == Some(act));
        let most = heard.max_by_key(|(name, it)| {
            let lines = it.opens.iter().chain(&it.insists).flatten();
            let said = fold(&lines.map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "));
            let said: BTreeSet<&str> = said.split(|c: char| !c.is_alphanumeric()).collect();
            let words = fold(words);
            let shared = words
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| word.len() > 3 && said.contains(word));
            (shared.count(), Reverse(name.as_str()))
        });
        most.map(|(name, it)| Shelved::of(name, it))
    }
}

/// An objection of the library, as whoever chooses one sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shelved<'a> {
    pub name: &'a str,
    pub title: &'a str,
    /// What the ear hears in it.
    pub act: &'a str,
    pub stops_collection: bool,
    /// Who says such a thing.
    pub segment: Segment,
}

impl<'a> Shelved<'a> {
    fn of(name: &'a str, it: &'a TypedObjection) -> Self {
        Self {
            name,
            title: it.title.as_deref().unwrap_or(name),
            act: it.act.as_deref().unwrap_or_default(),
            stops_collection: it.stops_collection.unwrap_or_default(),
            segment: it.segment.unwrap_or_default(),
        }
    }
}

struct Reader<'a> {
    common: Common,
    inventory: &'a Inventory,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn file(&mut self, source: Source) {
        match format_of(&source).as_str() {
            format if format == FORMATS[1] => self.objections(source),
            format if format == FORMATS[2] => self.types(source),
            format if format == FORMATS[3] => self.gates(source),
            format if format == FORMATS[4] => self.questions(source),
            format if format == FORMATS[5] => self.topics(source),
            _ => self.situations(source),
        }
    }

    fn typed<T: DeserializeOwned>(&mut self, source: Source) -> Option<(T, File)> {
        yaml::read::<T>(source).map_err(|found| self.found.extend(found)).ok()
    }

    fn situations(&mut self, source: Source) {
        let Some((typed, file)) = self.typed::<TypedCommon>(source) else { return };
        let root = Path::root();
        if typed.format != FORMATS[0] {
            let error = file.error("unknown-format", &root.key("format"));
            self.found.push(error.arg("expected", FORMATS.join(", ")));
        }
        check_lines(&typed.lines, &file, &mut self.found);
        for (situation, _) in SITUATIONS {
            let said = typed.lines.get(situation).is_some_and(|lines| lines.iter().any(is_anybodys));
            if !said {
                let error = file.error("missing-situation", &root.key("lines"));
                self.found.push(error.arg("name", situation));
            }
        }
        for step in STEPS.into_iter().filter(|step| !typed.hints.contains_key(*step)) {
            self.found.push(file.error("missing-situation", &root.key("hints")).arg("name", step));
        }
        check_acts(typed.temper.keys(), self.inventory, &file, &root.key("temper"), &mut self.found);
        for (at, act) in typed.hardens_on.iter().enumerate() {
            check_act(act, self.inventory, &file, &root.key("hardens_on").item(at), &mut self.found);
        }
        let temper = typed.temper.into_iter().map(|(act, shift)| (act, Shift::from(shift))).collect();
        self.common.lines.extend(typed.lines);
        self.common.temper = Temper::new(temper);
        self.common.hardens_on = typed.hardens_on;
        self.common.hints.extend(typed.hints);
    }

    fn objections(&mut self, source: Source) {
        let Some((typed, file)) = self.typed::<TypedObjections>(source) else { return };
        let root = Path::root().key("objections");
        for (id, objection) in &typed.objections {
            self.objection(objection, &file, &root.key(id));
        }
        self.common.objections.extend(typed.objections);
    }

    fn objection(&mut self, objection: &TypedObjection, file: &File, path: &Path) {
        let (inventory, found) = (self.inventory, &mut self.found);
        if let Some(act) = &objection.act {
            check_act(act, inventory, file, &path.key("act"), found);
        }
        check_acts(
            objection.yields_to.iter().flat_map(BTreeMap::keys),
            inventory,
            file,
            &path.key("yields_to"),
            found,
        );
        for (list, name) in [(&objection.hardens_on, "hardens_on"), (&objection.raised_on, "raised_on")] {
            for (at, act) in list.iter().flatten().enumerate() {
                check_act(act, inventory, file, &path.key(name).item(at), found);
            }
        }
        for (lines, name) in [
            (&objection.opens, "opens"),
            (&objection.insists, "insists"),
            (&objection.hardened, "hardened"),
            (&objection.gives_way, "gives_way"),
        ] {
            if let Some(lines) = lines {
                check_variants(lines, &[], file, &path.key(name), found);
            }
        }
        let missing = [
            ("act", objection.act.is_none()),
            ("opens", objection.opens.is_none()),
            ("insists", objection.insists.is_none()),
            ("hardened", objection.hardened.is_none()),
            ("gives_way", objection.gives_way.is_none()),
            ("yields_to", objection.yields_to.is_none()),
            ("needs", objection.needs.is_none()),
            ("hint", objection.hint.is_none()),
        ];
        for (name, _) in missing.into_iter().filter(|(_, missing)| *missing) {
            found.push(file.key_error("missing-key", path).arg("name", name));
        }
    }

    fn types(&mut self, source: Source) {
        let Some((typed, file)) = self.typed::<TypedTypes>(source) else { return };
        let root = Path::root().key("types");
        for (id, kind) in typed.types {
            let path = root.key(&id);
            check_acts(kind.temper.keys(), self.inventory, &file, &path.key("temper"), &mut self.found);
            for (at, act) in kind.hangs_up_on.iter().enumerate() {
                check_act(act, self.inventory, &file, &path.key("hangs_up_on").item(at), &mut self.found);
            }
            let (title, about) = (kind.title.clone(), kind.about.trim().to_owned());
            self.common.types.insert(id, DebtorType { title, about, typed: kind.into() });
        }
    }

    fn questions(&mut self, source: Source) {
        let Some((typed, file)) = self.typed::<TypedQuestions>(source) else { return };
        let root = Path::root().key("asked");
        for (id, texts) in &typed.asked {
            let path = root.key(id);
            let Some(kind) = Asked::named(id) else {
                let known = Asked::ALL.map(Asked::id);
                self.found.push(unknown_situation(id, known, &file, &path));
                continue;
            };
            let patterns = self.patterns(texts, &file, &path);
            self.common.asked.entry(kind).or_default().extend(patterns);
        }
    }

    fn topics(&mut self, source: Source) {
        let Some((typed, file)) = self.typed::<TypedTopics>(source) else { return };
        let root = Path::root().key("topics");
        for (id, topic) in typed.topics {
            let path = root.key(&id);
            let patterns = self.patterns(&topic.asks, &file, &path.key("asks"));
            check_variants(&topic.says, &[], &file, &path.key("says"), &mut self.found);
            if !topic.says.iter().any(is_anybodys) {
                self.found.push(file.key_error("missing-situation", &path).arg("name", "says"));
            }
            for (at, act) in topic.never.iter().enumerate() {
                check_act(act, self.inventory, &file, &path.key("never").item(at), &mut self.found);
            }
            let TypedTopic { title, segment, says, never, .. } = topic;
            let topic = CommonTopic { title, segment, patterns, says, never };
            self.common.topics.insert(id, topic);
        }
    }

    fn patterns(&mut self, texts: &[String], file: &File, path: &Path) -> Vec<Pattern> {
        let mut patterns = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            match Pattern::parse(text) {
                Ok(pattern) => patterns.push(pattern),
                Err(fault) => {
                    let place = file.place_within(&path.item(at), &fault.span);
                    self.found.push(Diagnostic::error(fault.kind.code(), file.source()).at(place));
                }
            }
        }
        patterns
    }

    fn gates(&mut self, source: Source) {
        let Some((typed, file)) = self.typed::<TypedGates>(source) else { return };
        let tells = self.patterns(&typed.tells, &file, &Path::root().key("tells"));
        self.common.tells.extend(tells);
        let root = Path::root().key("gates");
        let mut seen = BTreeSet::new();
        for (id, gate) in typed.gates {
            let path = root.key(&id);
            let Some(identity) = Identity::named(&id) else {
                let known = Identity::ALL.map(Identity::id);
                self.found.push(
                    file.key_error("unknown-identity", &path).arg("name", id.as_str()).suggest(&id, known),
                );
                continue;
            };
            let lines = path.key("lines");
            check_gate_lines(&gate.lines, &file, &lines, &mut self.found);
            for situation in GATE_SITUATIONS.into_iter().filter(|name| !SOME_GATES.contains(name)) {
                if !gate.lines.get(situation).is_some_and(|lines| lines.iter().any(is_anybodys)) {
                    self.found.push(file.key_error("missing-situation", &lines).arg("name", situation));
                }
            }
            seen.insert(identity);
            self.common.gates.insert(identity, gate.lines);
        }
        for identity in Identity::ALL.into_iter().filter(|identity| !seen.contains(identity)) {
            self.found.push(file.key_error("missing-situation", &root).arg("name", identity.id()));
        }
    }
}

/// Whether people of every country say it.
fn is_anybodys(line: &Line) -> bool {
    line.countries.is_empty()
}

/// The format that a file says it has.
fn format_of(source: &Source) -> String {
    let line = source.text().lines().find_map(|line| line.strip_prefix("format:")).unwrap_or_default();
    line.split('#').next().unwrap_or(line).trim().trim_matches(['"', '\'']).to_owned()
}
