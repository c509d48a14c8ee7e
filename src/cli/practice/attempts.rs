//! How often a scenario was taken as an exam: three times, and no more until the trainer clears the count.

use std::fs;
use std::path::PathBuf;

use super::super::failure::Failure;
use crate::library::Library;

const ATTEMPTS: u32 = 3;

/// Counts one more attempt, or refuses it.
pub(super) fn take(scenario: &str, library: &Library) -> Result<(), Failure> {
    let Some(path) = file(scenario, library) else { return Ok(()) };
    let taken = fs::read_to_string(&path).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0);
    if taken >= ATTEMPTS {
        let path = path.display().to_string();
        return Err(Failure::said("practice-no-attempts", [("count", taken.into()), ("path", path.into())]));
    }
    // Where nothing can be kept, nothing is counted either.
    if let Some(folder) = path.parent()
        && fs::create_dir_all(folder).is_ok()
    {
        let _ = fs::write(&path, format!("{}\n", taken + 1));
    }
    Ok(())
}

fn file(scenario: &str, library: &Library) -> Option<PathBuf> {
    let name: String = scenario.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect();
    Some(library.user_folder()?.join("exams").join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fourth_attempt_is_refused_until_the_count_is_cleared() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::new("", Some(folder.path().to_owned()));
        for _ in 0..3 {
            assert!(take("rosa", &library).is_ok());
        }
        assert!(take("rosa", &library).is_err());
        assert!(take("another", &library).is_ok());
        fs::remove_file(folder.path().join("exams/rosa")).unwrap();
        assert!(take("rosa", &library).is_ok());
    }
}
