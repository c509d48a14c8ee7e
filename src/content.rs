//! From names to things: ears, debtors and scorecards, made of what the library holds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::agent::{self, Agent, Cast};
use crate::diagnostic::Diagnostic;
use crate::library::{Item, Kind, Library, LibraryError};
use crate::messages::Language;
use crate::nlu::{Ear, Inventory, Learnt, Lexicon, Unusable};
use crate::rubric::Scorecard;
use crate::simulator::{Common, OwnWords, Scenario};
use crate::source::Source;
use crate::transcript::Unreadable;

/// Folder of the scenario files that are no scenarios themselves: the common library of each language.
const COMMON: &str = "common/";

/// The agents that come with the program, from the best to the worst to listen to.
const AGENTS: [&str; 5] = ["skilled", "hurried", "passive", "rambling", "pushy"];

/// Why something could not be made.
#[derive(Debug)]
pub enum ContentError {
    Library(LibraryError),
    /// The file was read, and is wrong.
    Findings(Vec<Diagnostic>),
    /// What an ear has learnt cannot be used.
    Learnt(PathBuf),
}

impl From<LibraryError> for ContentError {
    fn from(error: LibraryError) -> Self {
        Self::Library(error)
    }
}

impl From<Unreadable> for ContentError {
    fn from(error: Unreadable) -> Self {
        Self::Library(error.into())
    }
}

impl From<Vec<Diagnostic>> for ContentError {
    fn from(found: Vec<Diagnostic>) -> Self {
        Self::Findings(found)
    }
}

/// The inventory of acts.
pub fn inventory(library: &Library) -> Result<Inventory, ContentError> {
    Ok(Inventory::read(library.source(Kind::Lexicon, "acts")?)?)
}

/// The checked lexicon of a language: every file of its folder.
pub fn lexicon(
    language: Language,
    library: &Library,
    inventory: &Inventory,
) -> Result<Lexicon, ContentError> {
    let folder = format!("{language}/");
    let mut items = library.list(Kind::Lexicon);
    items.retain(|item| item.id.starts_with(&folder));
    let mut sources = Vec::with_capacity(items.len());
    for item in &items {
        sources.push(library.read(Kind::Lexicon, item)?);
    }
    let names = items.iter().zip(&sources).map(|(item, source)| (item, source.name().to_owned()));
    let own: BTreeSet<String> = names
        .filter(|(item, _)| !library.is_built_in(Kind::Lexicon, &item.id))
        .map(|(_, name)| name)
        .collect();
    let mut lexicon = Lexicon::read(language, sources, inventory)?;
    lexicon.mark_own(|source| own.contains(source.name()));
    Ok(lexicon)
}

/// An ear for a language.
pub fn ear(language: Language, library: &Library) -> Result<Ear, ContentError> {
    let inventory = inventory(library)?;
    let lexicon = lexicon(language, library, &inventory)?;
    with_learnt(Ear::new(lexicon, inventory), library)
}

/// The ear with what the library holds for its second layer.
fn with_learnt(ear: Ear, library: &Library) -> Result<Ear, ContentError> {
    let learnt = learnt(ear.lexicon().language(), library, ear.inventory())?;
    Ok(match learnt {
        Some(learnt) => ear.with_learnt(learnt),
        None => ear,
    })
}

/// What the ear of a language has learnt; none where there is none.
pub fn learnt(
    language: Language,
    library: &Library,
    inventory: &Inventory,
) -> Result<Option<Learnt>, ContentError> {
    let Some(file) = library.learnt(language)? else { return Ok(None) };
    match Learnt::read(&file.bytes, inventory) {
        Ok(learnt) => Ok(Some(learnt)),
        Err(Unusable) => Err(ContentError::Learnt(file.path)),
    }
}

/// An ear for one scenario: it knows the scenario's own topics and names too.
pub fn ear_for(own: &OwnWords, library: &Library) -> Result<Ear, ContentError> {
    let inventory = inventory(library)?;
    let mut lexicon = lexicon(own.language, library, &inventory)?;
    lexicon.add_topics(&own.topics);
    for (act, name) in &own.names {
        lexicon.add_name(act, name);
    }
    with_learnt(Ear::new(lexicon, inventory), library)
}

/// The scenarios that can be played.
pub fn scenarios(library: &Library) -> Vec<Item> {
    library.list(Kind::Scenario).into_iter().filter(|item| !item.id.starts_with(COMMON)).collect()
}

/// The common library of a language: every file of its folder.
pub fn common(language: Language, library: &Library, inventory: &Inventory) -> Result<Common, ContentError> {
    let folder = format!("{COMMON}{language}/");
    let mut sources = Vec::new();
    for item in library.list(Kind::Scenario).iter().filter(|item| item.id.starts_with(&folder)) {
        sources.push(library.read(Kind::Scenario, item)?);
    }
    Ok(Common::read(sources, inventory)?)
}

/// A scenario by name, checked against the common library of its language.
pub fn scenario(name: &str, library: &Library) -> Result<Scenario, ContentError> {
    let inventory = inventory(library)?;
    scenario_of(library.source(Kind::Scenario, name)?, library, &inventory)
}

/// A scenario from its text.
pub fn scenario_of(
    source: Source,
    library: &Library,
    inventory: &Inventory,
) -> Result<Scenario, ContentError> {
    // A file whose language cannot be told is refused by its own check.
    let language = Scenario::language_of(&source).unwrap_or_default();
    let common = common(language, library, inventory)?;
    Ok(Scenario::read(source, &common, inventory)?)
}

/// An agent of a language by name (`skilled`), or by the path of a file.
pub fn agent_source(name: &str, language: Language, library: &Library) -> Result<Source, ContentError> {
    let folder = format!("{language}/");
    let is_file = Path::new(name).extension().is_some() || name.starts_with(&folder);
    let id = if is_file { name.to_owned() } else { format!("{folder}{name}") };
    Ok(library.source(Kind::Agent, &id)?)
}

/// The names of the agents of a language: the known five in their order, then whoever else there is.
pub fn agents(language: Language, library: &Library) -> Vec<String> {
    let folder = format!("{language}/");
    let items = library.list(Kind::Agent);
    let mut names: Vec<String> =
        items.iter().filter_map(|item| item.id.strip_prefix(&folder).map(str::to_owned)).collect();
    let rank = |name: &String| AGENTS.iter().position(|known| known == name).unwrap_or(AGENTS.len());
    names.sort_by_key(|name| (rank(name), name.clone()));
    names
}

/// A scenario with the agents that play it, ready for one thread.
pub fn cast(scenario: Source, agents: &[Source], library: &Library) -> Result<Cast, ContentError> {
    let inventory = inventory(library)?;
    let conditions = agent::conditions();
    let scenario = scenario_of(scenario, library, &inventory)?;
    let agents = agents
        .iter()
        .map(|source| Agent::read(source.clone(), &inventory, &conditions))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Cast { scenario, agents, conditions })
}

/// A scorecard with its scripts, and what was found beside it: warnings, and the errors of scripts, which cost
/// only their own criterion.
pub fn scorecard(
    name: &str,
    library: &Library,
    inventory: &Inventory,
) -> Result<(Scorecard, Vec<Diagnostic>), ContentError> {
    let source = library.source(Kind::Rubric, name)?;
    let acts: BTreeSet<String> = inventory.ids().map(str::to_owned).collect();
    Ok(Scorecard::load(source, &|script| library.source(Kind::Script, script).ok(), &acts)?)
}
