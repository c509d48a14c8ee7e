//! What a name on the command line means: a file or a folder by its path, or content by its name; and by the first
//! words of a file, what kind of content it is.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::failure::Failure;
use crate::library::{Kind, Library, LibraryError};
use crate::messages::Arg;
use crate::source::Source;

/// What a file of content can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Acts,
    Lexicon,
    Common,
    Scenario,
    Agent,
    Scorecard,
    Script,
}

/// The formats by which the YAML files name their kind; the number after the slash is checked by their readers.
const FORMATS: [(&str, Form); 12] = [
    ("acts", Form::Acts),
    ("lexicon", Form::Lexicon),
    ("turns", Form::Lexicon),
    ("debtor-library", Form::Common),
    ("objection-library", Form::Common),
    ("debtor-types", Form::Common),
    ("gates", Form::Common),
    ("questions", Form::Common),
    ("topics", Form::Common),
    ("scenario", Form::Scenario),
    ("agent", Form::Agent),
    ("scorecard", Form::Scorecard),
];

/// The kind that a file says it is; `None` for one that says nothing we know.
pub(super) fn form(source: &Source) -> Option<Form> {
    if Path::new(source.name()).extension().and_then(OsStr::to_str) == Some("rhai") {
        return Some(Form::Script);
    }
    let line = source.text().lines().find_map(|line| line.strip_prefix("format:"))?;
    let said = line.split('#').next().unwrap_or(line).trim().trim_matches(['"', '\'']);
    let name = said.split('/').next().unwrap_or(said);
    FORMATS.iter().find(|(format, _)| *format == name).map(|(_, form)| *form)
}

/// Every format as it is written, for those who wrote none.
pub(super) fn formats() -> String {
    FORMATS.map(|(format, _)| format!("{format}/1")).join(", ")
}

/// The sources that `name` means.
pub(super) fn find(name: &str, library: &Library) -> Result<Vec<Source>, Failure> {
    let path = Path::new(name);
    if path.is_dir() {
        let mut files = Vec::new();
        collect(path, &mut files);
        if files.is_empty() {
            return Err(Failure::said("check-empty-folder", [("path", Arg::from(name))]));
        }
        return files.iter().map(|file| read(&file.display().to_string(), library)).collect();
    }
    if path.is_file() {
        return Ok(vec![read(name, library)?]);
    }
    let named = name.split_once('/').and_then(|(folder, rest)| {
        Some((Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?, rest))
    });
    if let Some((kind, id)) = named {
        return Ok(vec![library.source(kind, id)?]);
    }
    let mut found = Vec::new();
    let mut near = Vec::new();
    for kind in Kind::ALL {
        match library.source(kind, name) {
            Ok(source) => found.push(source),
            Err(LibraryError::NotFound(missing)) => near.extend(missing.suggestion),
            Err(error) => return Err(error.into()),
        }
    }
    if found.is_empty() {
        let suggestion = crate::diagnostic::closest(name, near.iter().map(String::as_str)).unwrap_or("none");
        return Err(Failure::said("show-not-found", [("name", name.into()), ("suggestion", suggestion.into())]));
    }
    Ok(found)
}

/// A file by its path. One of another ending is read as YAML is, and says by its format what it is.
fn read(path: &str, library: &Library) -> Result<Source, Failure> {
    let kind = if Path::new(path).extension().is_some_and(|ending| ending == "rhai") {
        Kind::Script
    } else {
        Kind::Scenario
    };
    Ok(library.source(kind, path)?)
}

/// The content files below a folder, in order of name; links to folders are not followed.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        if path.is_dir() && !path.is_symlink() {
            collect(&path, files);
        } else if path.is_file() && ["yaml", "yml", "rhai"].contains(&ending) {
            files.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_what_it_is_wherever_the_line_stands_and_however_it_is_quoted() {
        let form = |name: &str, text: &str| form(&Source::new(name, text));
        assert_eq!(form("x.yaml", "# Rosa\nformat: scenario/1\n"), Some(Form::Scenario));
        assert_eq!(form("x.yaml", "format: \"scorecard/1\" # ours\n"), Some(Form::Scorecard));
        assert_eq!(form("x.yaml", "format: lexicon/9\n"), Some(Form::Lexicon), "its reader refuses the number");
        assert_eq!(form("x.rhai", "fn measure(t, p) {}"), Some(Form::Script));
        assert_eq!(form("x.yaml", "format: recipe/1\n"), None);
        assert_eq!(form("x.yaml", "title: x\n"), None);
    }
}
