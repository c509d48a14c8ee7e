//! Finds content by name: in this folder, in the user's folder, in the copy inside the program, in that order.
//! Whoever wants to change a rubric puts a file of the same name beside the calls; nothing else has to be told.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, File, include_dir};

use crate::diagnostic::closest;
use crate::messages::{Arg, Language, Messages};
use crate::source::Source;
use crate::transcript::{Unreadable, encoding};

static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");
static RUBRICS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rubrics");
static SCRIPTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scripts");
static LEXICONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/lexicons");
static AGENTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/agents");

/// The file, in the folder of a language, with what its ear has learnt.
pub const LEARNT: &str = "learnt.bin";

/// Content past this size is refused unread.
const MAX_BYTES: u64 = 4 << 20;
/// Folders inside folders are followed so far: links that lead back end here.
const MAX_DEPTH: usize = 4;

/// A kind of content, with its folder and the endings of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Scenario,
    Rubric,
    Script,
    Lexicon,
    Agent,
}

impl Kind {
    pub const ALL: [Self; 5] = [Self::Scenario, Self::Rubric, Self::Script, Self::Lexicon, Self::Agent];

    /// The folder of its files; also the name by which the command line knows it.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Scenario => "scenarios",
            Self::Rubric => "rubrics",
            Self::Script => "scripts",
            Self::Lexicon => "lexicons",
            Self::Agent => "agents",
        }
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Script => &["rhai"],
            Self::Scenario | Self::Rubric | Self::Lexicon | Self::Agent => &["yaml", "yml"],
        }
    }

    fn built_in(self) -> &'static Dir<'static> {
        match self {
            Self::Scenario => &SCENARIOS,
            Self::Rubric => &RUBRICS,
            Self::Script => &SCRIPTS,
            Self::Lexicon => &LEXICONS,
            Self::Agent => &AGENTS,
        }
    }

    /// The id of a file below its kind's folder: its path without the ending, parted by `/` everywhere.
    fn id(self, below: &Path) -> Option<String> {
        let ending = below.extension()?.to_str()?;
        let parts: Option<Vec<&str>> =
            below.iter().map(|part| part.to_str().filter(|part| !part.starts_with('.'))).collect();
        let id = parts?.join("/");
        self.endings().contains(&ending).then(|| id[..id.len() - ending.len() - 1].to_owned())
    }
}

/// Where a piece of content comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The current folder.
    Folder,
    /// The user's own folder.
    User,
    /// The program itself.
    BuiltIn,
}

/// A piece of content by name. The path of a built-in one begins with `builtin:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub id: String,
    pub origin: Origin,
    pub path: PathBuf,
}

/// A file of what an ear has learnt.
#[derive(Debug, Clone)]
pub struct LearntFile {
    pub path: PathBuf,
    pub bytes: Cow<'static, [u8]>,
}

/// No content has this name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFound {
    pub kind: Kind,
    pub name: String,
    pub suggestion: Option<String>,
}

impl NotFound {
    /// Whether a file was meant, and nothing else is called nearly so.
    fn is_file(&self) -> bool {
        self.suggestion.is_none() && self.kind.id(Path::new(&self.name)).is_some()
    }
}

/// Why a name gave no source.
#[derive(Debug)]
pub enum LibraryError {
    NotFound(NotFound),
    Unreadable(Unreadable),
}

impl LibraryError {
    /// The sentence for people.
    pub fn explain(&self, messages: &Messages) -> String {
        match self {
            Self::NotFound(missing) if missing.is_file() => {
                messages.say_with("library-no-file", &[("name", Arg::from(&missing.name))])
            }
            Self::NotFound(missing) => messages.say_with(
                "library-not-found",
                &[
                    ("kind", Arg::from(missing.kind.folder())),
                    ("name", Arg::from(&missing.name)),
                    ("suggestion", missing.suggestion.as_deref().unwrap_or("none").into()),
                ],
            ),
            Self::Unreadable(unreadable) => unreadable.explain(messages),
        }
    }
}

impl From<Unreadable> for LibraryError {
    fn from(unreadable: Unreadable) -> Self {
        Self::Unreadable(unreadable)
    }
}

/// The places where content is looked for.
#[derive(Debug, Clone)]
pub struct Library {
    current: PathBuf,
    user: Option<PathBuf>,
}

impl Library {
    pub fn new(current_dir: impl Into<PathBuf>, user_dir: Option<PathBuf>) -> Self {
        Self { current: current_dir.into(), user: user_dir }
    }

    /// The library as the environment has it.
    pub fn from_environment() -> Self {
        Self::new("", user_dir(|name| env::var_os(name)))
    }

    /// Where the user's own content and calls are kept, if anywhere.
    pub fn user_folder(&self) -> Option<&Path> {
        self.user.as_deref()
    }

    /// Everything of a kind, by id; of two with one id, the nearer.
    pub fn list(&self, kind: Kind) -> Vec<Item> {
        let mut found = BTreeMap::new();
        collect_built_in(kind, kind.built_in(), &mut found);
        let user = self.user.iter().map(|user| (Origin::User, user));
        for (origin, root) in user.chain([(Origin::Folder, &self.current)]) {
            let folder = root.join(kind.folder());
            collect_files(kind, origin, &folder, Path::new(""), &mut found);
        }
        found.into_values().collect()
    }

    /// The text of `name`: a file, if it is the path of one, or else the nearest content with that id.
    pub fn source(&self, kind: Kind, name: &str) -> Result<Source, LibraryError> {
        let path = Path::new(name);
        let ending = path.extension().and_then(|ending| ending.to_str());
        let is_path = ending.is_some_and(|ending| kind.endings().contains(&ending)) || path.is_absolute();
        if is_path && self.current.join(path).is_file() {
            let text = encoding::read_text(&self.current.join(path), MAX_BYTES)?;
            return Ok(Source::new(name, text));
        }
        let items = self.list(kind);
        let id = kind.id(path).unwrap_or_else(|| name.to_owned());
        match items.iter().find(|item| item.id == id) {
            Some(item) => Ok(self.read(kind, item)?),
            None => Err(LibraryError::NotFound(NotFound {
                kind,
                name: name.to_owned(),
                suggestion: closest(&id, items.iter().map(|item| item.id.as_str())).map(str::to_owned),
            })),
        }
    }

    /// Whether the program itself holds content of this id.
    pub fn is_built_in(&self, kind: Kind, id: &str) -> bool {
        let files = kind.endings().iter().map(|ending| format!("{id}.{ending}"));
        files.into_iter().any(|file| kind.built_in().get_file(file).is_some())
    }

    /// What the ear of a language has learnt; none where there is none.
    pub fn learnt(&self, language: Language) -> Result<Option<LearntFile>, Unreadable> {
        let below = Path::new(language.code()).join(LEARNT);
        let folder = Kind::Lexicon.folder();
        for root in [Some(&self.current), self.user.as_ref()].into_iter().flatten() {
            let path = root.join(folder).join(&below);
            if path.is_file() {
                let bytes = fs::read(&path).map_err(|error| Unreadable::Io { path: path.clone(), error })?;
                return Ok(Some(LearntFile { path, bytes: bytes.into() }));
            }
        }
        let built_in = LEXICONS.get_file(&below);
        let found = |file: &'static File<'static>| LearntFile {
            path: Path::new(BUILT_IN).join(&below),
            bytes: file.contents().into(),
        };
        Ok(built_in.map(found))
    }

    /// The text of a listed item.
    pub fn read(&self, kind: Kind, item: &Item) -> Result<Source, Unreadable> {
        let name = item.path.display().to_string();
        let built_in = name
            .strip_prefix(BUILT_IN)
            .and_then(|path| path.strip_prefix(kind.folder()))
            .and_then(|path| kind.built_in().get_file(path.trim_start_matches('/')))
            .and_then(|file| file.contents_utf8());
        match built_in {
            Some(text) if item.origin == Origin::BuiltIn => Ok(Source::new(name, text)),
            _ => Ok(Source::new(name, encoding::read_text(&self.current.join(&item.path), MAX_BYTES)?)),
        }
    }
}

const BUILT_IN: &str = "builtin:";

fn collect_built_in(kind: Kind, dir: &Dir<'_>, found: &mut BTreeMap<String, Item>) {
    for file in dir.files() {
        if let Some(id) = kind.id(file.path()) {
            let below: Vec<_> = file.path().iter().filter_map(|part| part.to_str()).collect();
            let path = format!("{BUILT_IN}{}/{}", kind.folder(), below.join("/")).into();
            found.insert(id.clone(), Item { id, origin: Origin::BuiltIn, path });
        }
    }
    for inner in dir.dirs() {
        collect_built_in(kind, inner, found);
    }
}

/// A folder that is not there, or that may not be looked into, holds nothing.
fn collect_files(
    kind: Kind,
    origin: Origin,
    folder: &Path,
    below: &Path,
    found: &mut BTreeMap<String, Item>,
) {
    let Ok(entries) = fs::read_dir(folder.join(below)) else { return };
    let mut names: Vec<OsString> = entries.flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    for name in names {
        let inner = below.join(&name);
        let path = folder.join(&inner);
        if path.is_dir() {
            if inner.components().count() < MAX_DEPTH {
                collect_files(kind, origin, folder, &inner, found);
            }
        } else if let Some(id) = kind.id(&inner) {
            // In the current folder the path is told as it would be typed.
            let path = match origin {
                Origin::Folder => Path::new(kind.folder()).join(&inner),
                Origin::User | Origin::BuiltIn => path,
            };
            found.insert(id.clone(), Item { id, origin, path });
        }
    }
}

/// The user's folder: `ENSAYO_HOME`, or `ensayo` where the system keeps a program's data.
pub fn user_dir(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let data = || {
        if cfg!(windows) {
            folder("APPDATA")
        } else {
            folder("XDG_DATA_HOME")
                .filter(|path| path.is_absolute())
                .or_else(|| Some(folder("HOME")?.join(".local/share")))
        }
    };
    folder("ENSAYO_HOME").or_else(|| Some(data()?.join("ensayo")))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folders {
        current: tempfile::TempDir,
        user: tempfile::TempDir,
    }

    impl Folders {
        fn new() -> Self {
            Self { current: tempfile::tempdir().unwrap(), user: tempfile::tempdir().unwrap() }
        }

        fn library(&self) -> Library {
            Library::new(self.current.path(), Some(self.user.path().to_owned()))
        }
    }

    fn put(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn origins(library: &Library, kind: Kind) -> Vec<(String, Origin)> {
        let near = library.list(kind).into_iter().filter(|item| item.origin != Origin::BuiltIn);
        near.map(|item| (item.id, item.origin)).collect()
    }

    #[test]
    fn the_nearer_of_two_with_one_name_is_meant() {
        let folders = Folders::new();
        put(folders.user.path(), "rubrics/zz-house.yaml", "title: user\n");
        put(folders.user.path(), "rubrics/zz-other.yaml", "title: other\n");
        put(folders.current.path(), "rubrics/zz-house.yaml", "title: here\n");
        let library = folders.library();
        assert_eq!(
            origins(&library, Kind::Rubric),
            [("zz-house".to_owned(), Origin::Folder), ("zz-other".to_owned(), Origin::User)]
        );
        let source = library.source(Kind::Rubric, "zz-house").unwrap();
        assert_eq!((source.name(), source.text()), ("rubrics/zz-house.yaml", "title: here\n"));
    }

    #[test]
    fn folders_inside_are_part_of_the_id_and_other_files_are_left() {
        let folders = Folders::new();
        put(folders.current.path(), "rubrics/countries/zz.yml", "title: x\n");
        put(folders.current.path(), "rubrics/notes.txt", "x");
        put(folders.current.path(), "rubrics/.hidden.yaml", "title: x\n");
        let library = folders.library();
        assert_eq!(origins(&library, Kind::Rubric), [("countries/zz".to_owned(), Origin::Folder)]);
        assert!(library.source(Kind::Rubric, "countries/zz").is_ok());
    }

    #[test]
    fn a_path_is_read_as_it_was_given() {
        let folders = Folders::new();
        put(folders.current.path(), "mine/call.yaml", "title: mine\n");
        let source = folders.library().source(Kind::Scenario, "mine/call.yaml").unwrap();
        assert_eq!(source.name(), "mine/call.yaml");
    }

    #[test]
    fn a_name_with_its_ending_is_the_name() {
        let folders = Folders::new();
        put(folders.user.path(), "scripts/zz_recap.rhai", "// x\n");
        assert!(folders.library().source(Kind::Script, "zz_recap.rhai").is_ok());
    }

    #[test]
    fn a_name_nearly_right_is_suggested_and_a_way_out_of_the_folder_is_nothing() {
        let folders = Folders::new();
        put(folders.current.path(), "rubrics/zz-house.yaml", "title: x\n");
        put(folders.current.path(), "secret.yaml", "title: x\n");
        let library = folders.library();
        let Err(LibraryError::NotFound(missing)) = library.source(Kind::Rubric, "zz-hose") else {
            panic!("found what is not there")
        };
        assert_eq!(missing.suggestion.as_deref(), Some("zz-house"));
        assert!(matches!(library.source(Kind::Rubric, "../secret"), Err(LibraryError::NotFound(_))));
    }

    #[test]
    fn everything_built_in_can_be_read() {
        let library = Library::new(tempfile::tempdir().unwrap().path(), None);
        for kind in Kind::ALL {
            for item in library.list(kind) {
                let source = library.read(kind, &item).unwrap();
                assert!(source.name().starts_with("builtin:"), "{}", source.name());
                assert!(!source.text().is_empty(), "{}", source.name());
            }
        }
    }

    #[test]
    fn the_users_folder_follows_the_environment() {
        let from = |pairs: &'static [(&str, &str)]| {
            user_dir(move |name| {
                pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value))
            })
        };
        assert_eq!(from(&[("ENSAYO_HOME", "/x"), ("HOME", "/h")]), Some("/x".into()));
        if cfg!(unix) {
            assert_eq!(from(&[("XDG_DATA_HOME", "/d"), ("HOME", "/h")]), Some("/d/ensayo".into()));
            assert_eq!(from(&[("HOME", "/h")]), Some("/h/.local/share/ensayo".into()));
        }
        assert_eq!(from(&[]), None);
    }
}
