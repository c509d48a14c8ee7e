//! What can be announced, by which words it is known, and whether it can be true: `rules/consequences.yaml`.

use std::ops::Range;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::call::{CaseFile, Country};
use crate::diagnostic::Diagnostic;
use crate::messages::Language;
use crate::nlu::inventory::Localized;
use crate::nlu::text::{Break, Word};
use crate::source::Source;
use crate::yaml::{self, Path};

const FORMAT: &str = "consequences/1";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    format: String,
    pub(super) markers: Markers,
    pub(super) kinds: Vec<Kind>,
}

/// The words that say how sure and how near a consequence is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Markers {
    pub(super) condition: Words,
    pub(super) possibility: Words,
    pub(super) certainty: Words,
    pub(super) imminence: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kind {
    pub(super) id: String,
    pub(super) title: Localized,
    pub(super) truth: Truth,
    #[serde(default)]
    pub(super) takes_time: bool,
    pub(super) only_by_court: Option<Words>,
    pub(super) needs: Option<Need>,
    #[serde(default)]
    pub(super) barred: Vec<Country>,
    pub(super) words: Words,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Truth {
    Never,
    Possible,
}

/// What a case file must hold for a consequence to be true of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Something that is overdue.
    PastDue,
    /// A discount that the agent may give: what is not on offer cannot be lost.
    Discount,
}

impl Need {
    pub fn id(self) -> &'static str {
        match self {
            Self::PastDue => "past-due",
            Self::Discount => "discount",
        }
    }

    pub(super) fn met(self, case: &CaseFile) -> bool {
        match self {
            Self::PastDue => !case.past_due.is_empty(),
            Self::Discount => case.policy.max_discount.is_some(),
        }
    }
}

/// Wordings of each language: words in a row, `*` for any letters at an end of one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    es: Vec<String>,
    en: Vec<String>,
}

impl Words {
    fn of(&self, language: Language) -> &[String] {
        match language {
            Language::Es => &self.es,
            Language::En => &self.en,
        }
    }

    /// The stretches of `words` that are one of the wordings, in order of their start.
    pub(super) fn found(&self, language: Language, words: &[Word]) -> Vec<Range<usize>> {
        let wordings = self.of(language);
        let at = |start: usize| wordings.iter().filter_map(move |wording| matched(wording, words, start));
        (0..words.len()).filter_map(|start| at(start).max_by_key(|range| range.end)).collect()
    }
}

/// The stretch from `start` that is this wording: no pause goes through it.
fn matched(wording: &str, words: &[Word], start: usize) -> Option<Range<usize>> {
    let mut end = start;
    for part in wording.split(' ') {
        let word = words.get(end)?;
        if (end > start && word.before != Break::None) || !same(part, &word.folded) {
            return None;
        }
        end += 1;
    }
    Some(start..end)
}

fn same(part: &str, word: &str) -> bool {
    match (part.strip_prefix('*'), part.strip_suffix('*')) {
        (Some(ending), _) => word.ends_with(ending),
        (None, Some(start)) => word.starts_with(start),
        (None, None) => part == word,
    }
}

/// The copy inside the program.
pub(super) static BUILT_IN: LazyLock<Rules> = LazyLock::new(|| {
    let text = include_str!("../../../rules/consequences.yaml");
    Rules::read(Source::new("rules/consequences.yaml", text))
        .expect("a test reads the rules that are built in")
});

impl Rules {
    fn read(source: Source) -> Result<Self, Vec<Diagnostic>> {
        let (rules, file) = yaml::read::<Self>(source)?;
        if rules.format == FORMAT {
            Ok(rules)
        } else {
            let path = Path::root().key("format");
            Err(vec![file.error("unknown-format", &path).arg("expected", FORMAT)])
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::nlu::text::{fold, words};

    fn wordings() -> impl Iterator<Item = &'static String> {
        let Rules { markers, kinds, .. } = &*BUILT_IN;
        let Markers { condition, possibility, certainty, imminence } = markers;
        let of_kinds =
            kinds.iter().flat_map(|kind| [Some(&kind.words), kind.only_by_court.as_ref()]).flatten();
        let all = [condition, possibility, certainty, imminence].into_iter().chain(of_kinds);
        all.flat_map(|words| words.es.iter().chain(&words.en))
    }

    #[test]
    fn every_wording_can_match() {
        for wording in wordings() {
            assert_eq!(fold(wording), *wording, "accents and case do not count");
            for part in wording.split(' ') {
                let bare = part.trim_matches('*');
                assert!(!bare.is_empty() && !bare.contains('*'), "{wording}");
                assert_eq!(words(bare).len(), 1, "{wording}");
            }
        }
    }

    #[test]
    fn each_kind_has_one_id_and_words_in_both_languages() {
        let mut seen = BTreeSet::new();
        for kind in &BUILT_IN.kinds {
            assert!(seen.insert(&kind.id), "{}", kind.id);
            assert!(!kind.words.es.is_empty() && !kind.words.en.is_empty(), "{}", kind.id);
            let bound = kind.takes_time || kind.only_by_court.is_some() || kind.needs.is_some();
            assert!(kind.truth == Truth::Possible || !bound, "{}: never is never", kind.id);
        }
    }

    #[test]
    fn a_wording_is_words_in_a_row_without_a_pause() {
        let list = Words { es: vec!["de no".into(), "embarg*".into(), "*aremos".into()], en: Vec::new() };
        let found = |text: &str| list.found(Language::Es, &words(text));
        assert_eq!(found("De no pagar, lo embargan"), [0..2, 4..5]);
        assert!(found("es de, no sé").is_empty());
        assert_eq!(found("tomaremos nota").len(), 1);
        assert!(found("tomamos nota").is_empty());
    }

    #[test]
    fn rules_of_another_format_are_refused() {
        let text = include_str!("../../../rules/consequences.yaml").replace(FORMAT, "consequences/9");
        let found = Rules::read(Source::new("rules/consequences.yaml", text)).expect_err("unknown format");
        assert_eq!(found.iter().map(|fault| fault.code).collect::<Vec<_>>(), ["unknown-format"]);
    }
}
