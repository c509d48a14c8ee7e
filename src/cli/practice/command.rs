//! What a trainee can ask for in the middle of a call: a slash and a word, in Spanish or English.

use crate::diagnostic::closest;
use crate::nlu::text::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    CaseFile,
    Hint,
    Mood,
    Why,
    HangUp,
    Help,
}

/// Every name, the Spanish ones first: completion offers them in this order.
pub(super) const NAMES: [(&str, Command); 14] = [
    ("/ficha", Command::CaseFile),
    ("/pista", Command::Hint),
    ("/estado", Command::Mood),
    ("/porque", Command::Why),
    ("/colgar", Command::HangUp),
    ("/ayuda", Command::Help),
    ("/expediente", Command::CaseFile),
    ("/file", Command::CaseFile),
    ("/hint", Command::Hint),
    ("/mood", Command::Mood),
    ("/state", Command::Mood),
    ("/why", Command::Why),
    ("/hangup", Command::HangUp),
    ("/help", Command::Help),
];

/// The command of a line; `None` for a line that is said to the debtor.
pub(super) fn read(line: &str) -> Option<Result<Command, String>> {
    let typed = line.trim();
    if !typed.starts_with('/') {
        return None;
    }
    let name = fold(typed.split_whitespace().next().unwrap_or(typed));
    let found = NAMES.iter().find(|(known, _)| *known == name).map(|(_, command)| *command);
    Some(found.ok_or(name))
}

/// Whether a line is for the debtor to hear: no command, and not empty.
pub(super) fn is_said(line: &str) -> bool {
    !line.trim().is_empty() && read(line).is_none()
}

/// The name that a mistyped one was probably meant to be.
pub(super) fn nearest(name: &str) -> Option<&'static str> {
    closest(name, NAMES.iter().map(|(known, _)| *known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_answer_to_both_languages_whatever_the_case() {
        assert_eq!(read(" /Ficha "), Some(Ok(Command::CaseFile)));
        assert_eq!(read("/hangup"), Some(Ok(Command::HangUp)));
        assert_eq!(read("buenos días"), None);
    }

    #[test]
    fn only_words_are_said_to_the_debtor() {
        assert!(is_said("buenos días"));
        assert!(!is_said("/estado"));
        assert!(!is_said("/pisat"));
        assert!(!is_said("  "));
    }

    #[test]
    fn a_mistyped_command_is_not_said_to_the_debtor() {
        assert_eq!(read("/pisat"), Some(Err("/pisat".to_owned())));
        assert_eq!(nearest("/pisat"), Some("/pista"));
    }
}
