//! What people read, by language: every sentence lives in `messages/<language>/*.ftl`, none in the code.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/messages");

/// A language in which the program speaks and listens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    Es,
    En,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Es, Self::En];

    pub fn code(self) -> &'static str {
        match self {
            Self::Es => "es",
            Self::En => "en",
        }
    }

    /// Reads `es`, `es-MX`, `es_MX.UTF-8`, `en`, `en-US` …; `None` for any other language.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == primary)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The value of a placeable: text, or a number that chooses the plural.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    Text(String),
    Number(i64),
}

macro_rules! arg_from_number {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
arg_from_number!(i64, i32, u32, u64, usize);

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

/// The catalogue of one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Messages {
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would end up in terminals, files and comparisons.
        bundle.set_use_isolating(false);
        for text in catalogue(language) {
            // A malformed entry is skipped here and found by the tests below.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence `id`, or `id` itself where the catalogue lacks it.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// The sentence `id` with its placeables filled.
    pub fn say_with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// The sentence `id` if the catalogue has it.
    pub fn find(&self, id: &str, args: &[(&str, Arg)]) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut values = FluentArgs::new();
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.clone()),
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set((*name).to_owned(), value);
        }
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }
}

/// The Fluent sources of a language, in file order.
fn catalogue(language: Language) -> impl Iterator<Item = String> {
    let mut files: Vec<_> =
        FILES.get_dir(language.code()).map(|dir| dir.files().collect()).unwrap_or_default();
    files.sort_by_key(|file| file.path());
    files.into_iter().filter_map(|file| file.contents_utf8().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fluent_syntax::ast::Entry;

    use super::*;

    fn ids(language: Language) -> BTreeMap<String, usize> {
        let mut found = BTreeMap::new();
        for text in catalogue(language) {
            let resource = fluent_syntax::parser::parse(text).expect("a catalogue parses without errors");
            for entry in resource.body {
                if let Entry::Message(message) = entry {
                    *found.entry(message.id.name).or_insert(0) += 1;
                }
            }
        }
        found
    }

    #[test]
    fn both_languages_have_the_same_messages_once_each() {
        let spanish = ids(Language::Es);
        let english = ids(Language::En);
        assert_eq!(spanish.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
        assert!(spanish.values().chain(english.values()).all(|times| *times == 1));
    }

    #[test]
    fn tags_of_every_shape_name_their_language() {
        assert_eq!(Language::from_tag("es_MX.UTF-8"), Some(Language::Es));
        assert_eq!(Language::from_tag("en-US"), Some(Language::En));
        assert_eq!(Language::from_tag("C.UTF-8"), None);
    }
}
