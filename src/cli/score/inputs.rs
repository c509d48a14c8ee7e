//! Which files a line of paths means: files as given, folders with all the transcripts in them, in order of name.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::failure::Failure;
use crate::messages::Arg;
use crate::transcript::Unreadable;

/// Stands for standard input.
pub(super) const STDIN: &str = "-";

/// The endings of transcripts: in a folder, other files are left alone.
const ENDINGS: [&str; 3] = ["txt", "md", "log"];

/// A file to read, or a folder that gave none and why.
pub(super) type Found = Result<PathBuf, (PathBuf, Failure)>;

/// The files that `paths` mean, in the order given.
pub(super) fn find(paths: &[PathBuf]) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == STDIN || !path.is_dir() {
            found.push(Ok(path.clone()));
            continue;
        }
        let before = found.len();
        collect(path, &mut found);
        if found.len() == before {
            let name = Arg::from(path.display().to_string());
            found.push(Err((path.clone(), Failure::said("score-empty-folder", [("path", name)]))));
        }
    }
    found
}

/// The transcripts below a folder. Links to folders are not followed: they may lead back.
fn collect(folder: &Path, found: &mut Vec<Found>) {
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => {
            let failure = Failure::File(Unreadable::Io { path: folder.to_owned(), error });
            found.push(Err((folder.to_owned(), failure)));
            return;
        }
    };
    let mut names: Vec<_> = entries.iter().map(fs::DirEntry::file_name).collect();
    names.sort();
    for name in names.into_iter().filter(|name| !name.as_encoded_bytes().starts_with(b".")) {
        let path = folder.join(&name);
        let is_link = path.is_symlink();
        if path.is_dir() {
            if !is_link {
                collect(&path, found);
            }
        } else if path.is_file() && is_transcript(&path) {
            found.push(Ok(path));
        }
    }
}

fn is_transcript(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(found: Vec<Found>, root: &Path) -> Vec<String> {
        let told = |path: PathBuf| path.strip_prefix(root).unwrap_or(&path).display().to_string();
        found
            .into_iter()
            .map(|found| match found {
                Ok(path) => told(path),
                Err((path, _)) => format!("nothing in {}", told(path)),
            })
            .collect()
    }

    #[test]
    fn a_folder_stands_for_its_transcripts_in_order_of_name() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("b/inner")).unwrap();
        for name in ["z.txt", "a.MD", "b/inner/x.log", "b/n.txt", "photo.png", ".hidden.txt"] {
            fs::write(root.join(name), "x").unwrap();
        }
        let found = names(find(&[root.to_owned()]), root);
        assert_eq!(found, ["a.MD", "b/inner/x.log", "b/n.txt", "z.txt"]);
    }

    #[test]
    fn what_was_named_outright_is_read_whatever_its_ending() {
        let paths = [PathBuf::from("call.vtt"), PathBuf::from(STDIN)];
        assert_eq!(names(find(&paths), Path::new("")), ["call.vtt", "-"]);
    }

    #[test]
    fn a_folder_without_transcripts_is_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("photo.png"), "x").unwrap();
        assert_eq!(names(find(&[folder.path().to_owned()]), folder.path()), ["nothing in "]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_back_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.txt"), "x").unwrap();
        std::os::unix::fs::symlink(root, root.join("again")).unwrap();
        assert_eq!(names(find(&[root.to_owned()]), root), ["a.txt"]);
    }
}
