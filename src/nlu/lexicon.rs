//! The lexicon of a language: from the files as typed to what the ear can use, every fault reported at its place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::diagnostic::Diagnostic;
use crate::messages::Language;
use crate::nlu::act::Act;
use crate::nlu::inventory::Inventory;
use crate::nlu::pattern::{FaultKind, Pattern, Slot};
use crate::nlu::text::{fold, words};
use crate::source::Source;
use crate::yaml::{self, File, Path};

/// Divides, in an example, what the other party said before from the example itself.
const CONTEXT_MARK: &str = " // ";

/// Sets may name sets, so deep.
const MOST_SETS_DEEP: usize = 4;
/// The family of acts that a scenario adds.
pub(super) const TOPIC: &str = "topic";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedFile {
    format: String,
    language: Language,
    /// What this file is about, for people and for lists of files.
    #[serde(default, rename = "title")]
    _title: String,
    /// Named lists of words and wordings, for `$name`.
    #[serde(default)]
    sets: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    acts: Vec<TypedAct>,
    /// What people type for a word: `xq: porque`.
    #[serde(default)]
    shorthand: BTreeMap<String, String>,
    /// Words that carry no content of their own.
    #[serde(default)]
    function_words: Vec<String>,
    /// Ordinary words that no pattern uses, so that they are not taken for slips of those that do.
    #[serde(default)]
    known_words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedAct {
    act: String,
    /// Families of wordings, by a name that says what they have in common.
    #[serde(default)]
    patterns: BTreeMap<String, Vec<String>>,
    /// Wordings that mean this act only right after the other party did something.
    #[serde(default)]
    after: BTreeMap<String, TypedAfter>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    gives_way_to: Vec<String>,
    /// Acts of the other party right after which these words do something else.
    #[serde(default)]
    not_after: Vec<String>,
    /// Acts beside whose wordings, in the same words, mere likeness does not make this one.
    #[serde(default)]
    not_like: Vec<String>,
    /// A sentence with a question mark of which nothing else was heard is this act where it begins with one of these; with
    /// an empty list, whatever it begins with. The first act that fits is meant.
    marked_by: Option<Vec<String>>,
    echo: Option<EchoRule>,
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedAfter {
    of: Vec<String>,
    hears: Vec<String>,
}

/// How many content words of the other party a turn must take up to count as this act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EchoRule {
    /// When one of the wordings is there too.
    pub(super) with_wording: usize,
    /// When none is; 0 where a wording is always needed.
    pub(super) without_wording: usize,
}

/// What a compiled pattern stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PatternRole {
    /// Index into `Lexicon::acts`.
    pub(super) act: usize,
    /// The family of wordings; `None` for an exception.
    pub(super) wording: Option<String>,
    /// Heard only right after one of these by the other party; empty: always.
    pub(super) after: Vec<Act>,
    /// The user's own wording: what it hears stands, whatever the second layer makes of it.
    pub(super) own: bool,
    /// Where it stands; none for what a scenario adds.
    file: Option<usize>,
}

impl PatternRole {
    fn written(act: usize, wording: Option<&String>, after: Vec<Act>, file: usize) -> Self {
        Self { act, wording: wording.cloned(), after, own: false, file: Some(file) }
    }

    /// What a scenario adds is the trainer's own.
    fn added(act: usize, wording: &str) -> Self {
        Self { act, wording: Some(wording.to_owned()), after: Vec::new(), own: true, file: None }
    }
}

#[derive(Debug)]
pub(super) struct LexiconAct {
    pub(super) act: Act,
    pub(super) gives_way_to: Vec<Act>,
    /// Not heard where the other party ended with one of these.
    pub(super) not_after: Vec<Act>,
    /// By likeness alone not heard in the words of one of these.
    pub(super) not_like: Vec<Act>,
    /// First words by which a marked question is this one; empty: any; none: never.
    pub(super) marked_by: Option<Vec<String>>,
    pub(super) echo: Option<EchoRule>,
}

/// A sentence that must, or must not, be heard as an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    pub act: Act,
    /// What the other party said right before, if that matters.
    pub context: Option<String>,
    pub text: String,
    pub counts: Counts,
    /// Where it stands: file, act in the file, line in the list.
    file: usize,
    entry: usize,
    line: usize,
}

impl Example {
    fn path(&self) -> Path {
        let list = match self.counts {
            Counts::Heard => "examples",
            Counts::NotHeard => "counter_examples",
        };
        Path::root().key("acts").item(self.entry).key(list).item(self.line)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    Heard,
    NotHeard,
}

/// The checked lexicon of one language.
#[derive(Debug)]
pub struct Lexicon {
    pub(super) language: Language,
    pub(super) acts: Vec<LexiconAct>,
    pub(super) patterns: Vec<Pattern>,
    pub(super) roles: Vec<PatternRole>,
    pub(super) shorthand: Vec<(String, String)>,
    pub(super) function_words: BTreeSet<String>,
    pub(super) known_words: BTreeSet<String>,
    examples: Vec<Example>,
    files: Vec<File>,
    pub(super) sets: BTreeMap<String, Pattern>,
}

impl Lexicon {
    /// Checks the files of one language together; all faults of all files come back.
    pub fn read(
        language: Language,
        sources: Vec<Source>,
        inventory: &Inventory,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut found = Vec::new();
        let mut typed = Vec::new();
        for read in read_all(sources) {
            match read {
                Ok(pair) => typed.push(pair),
                Err(faults) => found.extend(faults),
            }
        }
        let mut builder = Builder::new(language, inventory, found);
        for (content, file) in &typed {
            builder.read_sets(content, file);
        }
        for (at, (content, file)) in typed.iter().enumerate() {
            builder.read_file(content, file, at);
        }
        builder.finish(typed.into_iter().map(|(_, file)| file).collect())
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// Adds wordings that matter in one scenario alone, heard from the agent as `topic.<id>`. A set that the
    /// lexicon does not have leaves its pattern out; the scenario's own check reports it.
    pub fn add_topics(&mut self, topics: &BTreeMap<String, Vec<Pattern>>) {
        for (id, patterns) in topics {
            let act = self.acts.len();
            self.acts.push(LexiconAct {
                act: Act::from(format!("{TOPIC}.{id}")),
                gives_way_to: Vec::new(),
                not_after: Vec::new(),
                not_like: Vec::new(),
                marked_by: None,
                echo: None,
            });
            for pattern in patterns {
                if unknown_set(pattern, &self.sets).is_none() {
                    self.patterns.push(pattern.clone());
                    self.roles.push(PatternRole::added(act, id));
                }
            }
        }
    }

    /// Adds a name that stands for an act in one scenario: a programme's, for `offer.hardship`.
    pub fn add_name(&mut self, act: &str, name: &str) {
        let words: Vec<Pattern> = words(name).into_iter().map(|word| Pattern::Word(word.folded)).collect();
        if words.is_empty() {
            return;
        }
        let role = PatternRole::added(self.acts.len(), "name");
        let (act, none) = (Act::from(act), Vec::new);
        self.acts.push(LexiconAct {
            act,
            gives_way_to: none(),
            not_after: none(),
            not_like: none(),
            marked_by: None,
            echo: None,
        });
        self.patterns.push(Pattern::Sequence(words));
        self.roles.push(role);
    }

    /// Says which files are the user's own.
    pub fn mark_own(&mut self, own: impl Fn(&Source) -> bool) {
        let own: Vec<bool> = self.files.iter().map(|file| own(file.source())).collect();
        for role in &mut self.roles {
            role.own = role.file.is_none_or(|file| own[file]);
        }
    }

    pub fn examples(&self) -> &[Example] {
        &self.examples
    }

    /// The files, in the order given.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.files.iter().map(File::source)
    }

    /// SHA-256 over the files, in hexadecimal: names the lexicon in reports.
    pub fn hash(&self) -> String {
        let mut hasher = Sha256::new();
        for source in self.sources() {
            hasher.update(source.text());
            hasher.update([0]);
        }
        hasher.finalize().iter().fold(String::new(), |mut hash, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hash, "{byte:02x}");
            hash
        })
    }

    /// An error at an example.
    pub fn example_error(&self, code: &'static str, example: &Example) -> Diagnostic {
        self.files[example.file].error(code, &example.path())
    }
}

type ReadFile = Result<(TypedFile, File), Vec<Diagnostic>>;

/// Reads the files, half of their text in another thread: most of the time to the first prompt goes here.
fn read_all(mut sources: Vec<Source>) -> Vec<ReadFile> {
    let total: usize = sources.iter().map(|source| source.text().len()).sum();
    let mut sum = 0;
    let half = sources
        .iter()
        .position(|source| {
            sum += source.text().len();
            sum > total / 2
        })
        .unwrap_or(0);
    let second = sources.split_off(half);
    let read = |sources: Vec<Source>| sources.into_iter().map(yaml::read::<TypedFile>).collect::<Vec<_>>();
    std::thread::scope(|scope| {
        let second = scope.spawn(move || read(second));
        let mut all = read(sources);
        // A thread that panicked would have panicked here as well.
        all.extend(second.join().unwrap_or_default());
        all
    })
}

struct Builder<'a> {
    inventory: &'a Inventory,
    found: Vec<Diagnostic>,
    lexicon: Lexicon,
}

impl<'a> Builder<'a> {
    fn new(language: Language, inventory: &'a Inventory, found: Vec<Diagnostic>) -> Self {
        let lexicon = Lexicon {
            language,
            acts: Vec::new(),
            patterns: Vec::new(),
            roles: Vec::new(),
            shorthand: Vec::new(),
            function_words: BTreeSet::new(),
            known_words: BTreeSet::new(),
            examples: Vec::new(),
            files: Vec::new(),
            sets: BTreeMap::new(),
        };
        Self { inventory, found, lexicon }
    }

    fn read_sets(&mut self, content: &TypedFile, file: &File) {
        for (name, members) in &content.sets {
            let path = Path::root().key("sets").key(name);
            let mut branches = Vec::new();
            for (at, member) in members.iter().enumerate() {
                match Pattern::parse(member) {
                    Ok(pattern) => branches.push(pattern),
                    Err(fault) => self.pattern_fault(file, &path.item(at), &fault),
                }
            }
            if self.lexicon.sets.insert(name.clone(), Pattern::Either(branches)).is_some() {
                self.found.push(file.key_error("duplicate-id", &path).arg("id", name));
            }
        }
    }

    fn read_file(&mut self, content: &TypedFile, file: &File, file_number: usize) {
        if content.format != "lexicon/1" {
            let path = Path::root().key("format");
            self.found.push(file.error("unknown-format", &path).arg("expected", "lexicon/1"));
        }
        if content.language != self.lexicon.language {
            self.found.push(file.error("lexicon-language", &Path::root().key("language")));
        }
        self.lexicon
            .shorthand
            .extend(content.shorthand.iter().map(|(short, long)| (fold(short), fold(long))));
        self.lexicon.function_words.extend(content.function_words.iter().map(|word| fold(word)));
        self.lexicon.known_words.extend(content.known_words.iter().map(|word| fold(word)));
        for (at, act) in content.acts.iter().enumerate() {
            self.read_act(act, file, file_number, at);
        }
    }

    fn read_act(&mut self, typed: &TypedAct, file: &File, file_number: usize, entry: usize) {
        let path = || Path::root().key("acts").item(entry);
        self.check_act(&typed.act, file, &|| path().key("act"), Family::Refused);
        for (at, act) in typed.gives_way_to.iter().enumerate() {
            self.check_act(act, file, &|| path().key("gives_way_to").item(at), Family::Allowed);
        }
        for (at, act) in typed.not_after.iter().enumerate() {
            self.check_act(act, file, &|| path().key("not_after").item(at), Family::Refused);
        }
        for (at, act) in typed.not_like.iter().enumerate() {
            self.check_act(act, file, &|| path().key("not_like").item(at), Family::Allowed);
        }
        let index = self.lexicon.acts.len();
        let named = |ids: &[String]| ids.iter().map(|id| Act::from(id.as_str())).collect();
        self.lexicon.acts.push(LexiconAct {
            act: Act::from(typed.act.as_str()),
            gives_way_to: named(&typed.gives_way_to),
            not_after: named(&typed.not_after),
            not_like: named(&typed.not_like),
            marked_by: typed.marked_by.as_ref().map(|words| words.iter().map(|word| fold(word)).collect()),
            echo: typed.echo,
        });
        for (name, patterns) in &typed.patterns {
            let role = PatternRole::written(index, Some(name), Vec::new(), file_number);
            self.read_patterns(patterns, file, &|| path().key("patterns").key(name), &role);
        }
        for (name, after) in &typed.after {
            for (at, act) in after.of.iter().enumerate() {
                let path = || path().key("after").key(name).key("of").item(at);
                self.check_act(act, file, &path, Family::Allowed);
            }
            let of = after.of.iter().map(|id| Act::from(id.as_str())).collect();
            let role = PatternRole::written(index, Some(name), of, file_number);
            self.read_patterns(&after.hears, file, &|| path().key("after").key(name).key("hears"), &role);
        }
        let except = PatternRole::written(index, None, Vec::new(), file_number);
        self.read_patterns(&typed.except, file, &|| path().key("except"), &except);
        for (list, counts) in [(&typed.examples, Counts::Heard), (&typed.counter_examples, Counts::NotHeard)]
        {
            for (at, line) in list.iter().enumerate() {
                let (context, text) = match line.split_once(CONTEXT_MARK) {
                    Some((context, text)) => (Some(context.to_owned()), text.to_owned()),
                    None => (None, line.clone()),
                };
                let act = self.lexicon.acts[index].act.clone();
                let example = Example { act, context, text, counts, file: file_number, entry, line: at };
                self.lexicon.examples.push(example);
            }
        }
    }

    /// Paths are made only for what is wrong: there are thousands of patterns, and next to no faults.
    fn read_patterns(
        &mut self,
        patterns: &[String],
        file: &File,
        path: &dyn Fn() -> Path,
        role: &PatternRole,
    ) {
        for (at, text) in patterns.iter().enumerate() {
            match Pattern::parse(text) {
                Ok(pattern) => match unknown_set(&pattern, &self.lexicon.sets) {
                    None => {
                        self.lexicon.patterns.push(pattern);
                        self.lexicon.roles.push(role.clone());
                    }
                    Some(name) => {
                        let known = self.lexicon.sets.keys().map(String::as_str);
                        let error = file.error("unknown-set", &path().item(at)).arg("name", name.as_str());
                        self.found.push(error.suggest(&name, known));
                    }
                },
                Err(fault) => self.pattern_fault(file, &path().item(at), &fault),
            }
        }
    }

    fn check_act(&mut self, id: &str, file: &File, path: &dyn Fn() -> Path, family: Family) {
        let known = match family {
            Family::Allowed => self.inventory.knows(id),
            Family::Refused => self.inventory.get(id).is_some(),
        };
        if !known {
            self.found
                .push(file.error("unknown-act", &path()).arg("act", id).suggest(id, self.inventory.ids()));
        }
    }

    fn pattern_fault(&mut self, file: &File, path: &Path, fault: &crate::nlu::pattern::PatternFault) {
        let place = file.place_within(path, &fault.span).or_else(|| file.place(path));
        let mut diagnostic = Diagnostic::error(fault.kind.code(), file.source()).at(place.clone());
        if fault.kind == FaultKind::UnknownSlot {
            let name = place.map_or("", |span| &file.source().text()[span]);
            diagnostic = diagnostic
                .arg("name", name)
                .arg("known", Slot::names().collect::<Vec<_>>().join(", "))
                .suggest(name, Slot::names());
        }
        self.found.push(diagnostic);
    }

    fn finish(mut self, files: Vec<File>) -> Result<Lexicon, Vec<Diagnostic>> {
        if self.found.iter().any(|d| d.severity == crate::diagnostic::Severity::Error) {
            return Err(self.found);
        }
        self.lexicon.files = files;
        Ok(self.lexicon)
    }
}

/// The name of a set in `pattern` that there is not, or that names itself in the end.
fn unknown_set(pattern: &Pattern, sets: &BTreeMap<String, Pattern>) -> Option<String> {
    fn look(pattern: &Pattern, sets: &BTreeMap<String, Pattern>, depth: usize) -> Option<String> {
        match pattern {
            Pattern::Set(name) => match sets.get(name).filter(|_| depth < MOST_SETS_DEEP) {
                Some(members) => look(members, sets, depth + 1),
                None => Some(name.clone()),
            },
            Pattern::Sequence(parts) | Pattern::Either(parts) => {
                parts.iter().find_map(|part| look(part, sets, depth))
            }
            Pattern::Optional(part) => look(part, sets, depth),
            _ => None,
        }
    }
    look(pattern, sets, 0)
}

/// Whether the name of a family of acts will do where an act is named.
#[derive(Debug, Clone, Copy)]
enum Family {
    Allowed,
    Refused,
}
