//! Wordings that matched somewhere in a turn, and which of those that overlap count.

use crate::nlu::automaton::Stretch;

/// A wording that matched.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fired<'a> {
    pub(super) stretch: Stretch,
    pub(super) wording: &'a str,
    pub(super) own: bool,
}

/// Of overlapping matches of one act, the longest; of equally long ones the first.
pub(super) fn longest(mut fired: Vec<Fired<'_>>) -> Vec<Fired<'_>> {
    if fired.len() == 1 {
        return fired;
    }
    fired.sort_by_key(|fired| {
        (std::cmp::Reverse(fired.stretch.end - fired.stretch.first), fired.stretch.first)
    });
    let mut kept: Vec<Fired<'_>> = Vec::new();
    for candidate in fired {
        if !kept.iter().any(|other| overlap(other.stretch, candidate.stretch)) {
            kept.push(candidate);
        }
    }
    kept.sort_by_key(|fired| fired.stretch);
    kept
}

pub(super) fn overlap(a: Stretch, b: Stretch) -> bool {
    a.first < b.end && b.first < a.end
}
