//! What a debtor can say in one situation: variants by mood, blanks to fill, never the same while another is left.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::call::Country;
use crate::simulator::identity::{Words, words};
use crate::simulator::typed::Gender;

/// How the debtor feels toward the agent, by trust and patience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mood {
    /// Patience is running out.
    Upset,
    /// Trust is not there yet.
    Guarded,
    /// Trusts the agent enough to tell the truth.
    Open,
}

impl Mood {
    pub fn id(self) -> &'static str {
        match self {
            Self::Upset => "upset",
            Self::Guarded => "guarded",
            Self::Open => "open",
        }
    }
}

/// One variant. In a file either the bare sentence, or `say:` with the mood or the countries it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    /// Said only in this mood; `None`: in any.
    pub mood: Option<Mood>,
    /// Said only by people of these countries; empty: by anybody.
    pub countries: Vec<Country>,
}

impl Line {
    /// Whether somebody from there would say it.
    fn belongs_to(&self, country: Country) -> bool {
        self.countries.is_empty() || self.countries.contains(&country)
    }
}

/// The lines that somebody of this country and gender says, each in the form that is hers.
pub(super) fn for_person(lines: Vec<Line>, country: Country, gender: Gender) -> Vec<Line> {
    let own = lines.into_iter().filter(|line| line.belongs_to(country));
    own.map(|line| Line { text: in_form(&line.text, gender), ..line }).collect()
}

/// `{segura|seguro}` in the form of this gender: the woman's stands first.
fn in_form(text: &str, gender: Gender) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        said.push_str(before);
        let Some((inside, behind)) = after.split_once('}') else {
            said.push('{');
            rest = after;
            continue;
        };
        if let Some((hers, his)) = inside.split_once('|') {
            said.push_str(if gender == Gender::Female { hers } else { his });
        } else {
            said.push('{');
            said.push_str(inside);
            said.push('}');
        }
        rest = behind;
    }
    said.push_str(rest);
    said
}

/// One country, or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Countries {
    One(Country),
    Several(Vec<Country>),
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LineVisitor)
    }
}

struct LineVisitor;

impl<'de> Visitor<'de> for LineVisitor {
    type Value = Line;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sentence, or `say:` with `mood:` or `country:`")
    }

    fn visit_str<E>(self, text: &str) -> Result<Line, E> {
        Ok(Line { text: text.to_owned(), mood: None, countries: Vec::new() })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Line, A::Error> {
        let (mut text, mut mood, mut countries) = (None, None, Vec::new());
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "say" => text = Some(map.next_value()?),
                "mood" => mood = Some(map.next_value()?),
                "country" => {
                    countries = match map.next_value()? {
                        Countries::One(country) => vec![country],
                        Countries::Several(countries) => countries,
                    }
                }
                other => return Err(A::Error::unknown_field(other, &["say", "mood", "country"])),
            }
        }
        Ok(Line { text: text.ok_or_else(|| A::Error::missing_field("say"))?, mood, countries })
    }
}

/// The variants of one situation, under the author's name for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variants {
    /// Names the situation: seeds and the memory of what was said hang on it.
    pub id: String,
    pub lines: Vec<Line>,
}

impl Variants {
    pub fn new(id: impl Into<String>, lines: Vec<Line>) -> Self {
        Self { id: id.into(), lines }
    }
}

/// What was said so far in a call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Memory {
    /// How often each variant was said, by situation.
    said: BTreeMap<String, BTreeMap<String, u32>>,
    last: Option<String>,
    /// The words that were just said: the agent's, and hers before and since.
    fresh_words: Words,
    /// Hers of this turn alone.
    own_words: Words,
}

impl Memory {
    /// A new turn: what the agent says in it, and what she said last, is not told again as news.
    pub(super) fn begin_turn(&mut self, agent: &Words) {
        self.fresh_words = agent | &self.own_words;
        self.own_words.clear();
    }

    /// Whether a line says mostly what was just said.
    fn is_stale(&self, line: &str) -> bool {
        let line = words(line);
        let told =
            line.iter().filter(|word| self.fresh_words.contains(*word) || self.own_words.contains(*word));
        told.count() * 2 > line.len()
    }

    /// How often anything of a situation was said.
    pub(super) fn times(&self, id: &str) -> u32 {
        self.said.get(id).map_or(0, |variants| variants.values().sum())
    }

    /// Chooses the next variant: of the mood, the least used, never the one just said while another is left;
    /// among equals the seed decides. `None` only where there is no variant at all.
    pub(super) fn choose<'v>(&mut self, variants: &'v Variants, mood: Mood, seed: u64) -> Option<&'v str> {
        let fits = |line: &&Line| line.mood.is_none_or(|wanted| wanted == mood);
        let of_mood: Vec<&Line> = variants.lines.iter().filter(|line| line.mood == Some(mood)).collect();
        let any: Vec<&Line> = variants.lines.iter().filter(fits).collect();
        let all: Vec<&Line> = variants.lines.iter().collect();
        // A line written for this mood goes before one for any, while one is left unsaid.
        let fresh = [&of_mood, &any, &all]
            .into_iter()
            .find(|pool| pool.iter().any(|line| self.uses(&variants.id, &line.text) == 0));
        let pool = fresh.unwrap_or(if any.is_empty() { &all } else { &any });
        let fewest = pool.iter().map(|line| self.uses(&variants.id, &line.text)).min()?;
        let mut equals: Vec<&Line> =
            pool.iter().copied().filter(|line| self.uses(&variants.id, &line.text) == fewest).collect();
        if equals.len() > 1 {
            equals.retain(|line| self.last.as_deref() != Some(line.text.as_str()));
        }
        // Only where there is a choice: to cut a line into words costs more than to choose it.
        if equals.len() > 1 {
            let news: Vec<&Line> = equals.iter().copied().filter(|line| !self.is_stale(&line.text)).collect();
            equals = if news.is_empty() { equals } else { news };
        }
        let draw = mix(seed, &variants.id, self.times(&variants.id));
        let index = usize::try_from(draw % equals.len() as u64).unwrap_or(0);
        let text = equals.get(index)?.text.as_str();
        let said = self.said.entry(variants.id.clone()).or_default();
        *said.entry(text.to_owned()).or_insert(0) += 1;
        self.last = Some(text.to_owned());
        self.own_words.append(&mut words(text));
        Some(text)
    }

    /// Whether a situation still has a variant that was not said.
    pub(super) fn has_fresh(&self, variants: &Variants) -> bool {
        variants.lines.iter().any(|line| self.uses(&variants.id, &line.text) == 0)
    }

    fn uses(&self, id: &str, text: &str) -> u32 {
        self.said.get(id).and_then(|variants| variants.get(text)).copied().unwrap_or(0)
    }
}

/// A number from the seed, a name and a count, the same on every machine: adding a line elsewhere changes no
/// other draw (FNV-1a over the name, then the `SplitMix64` finaliser).
pub(crate) fn mix(seed: u64, name: &str, count: u32) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in name.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    let mut z = hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (u64::from(count) << 32);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Fills `{name}` in a line; a name without a value is left out with the braces. What begins a sentence begins with a
/// capital.
pub(super) fn fill(text: &str, values: &BTreeMap<&'static str, String>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('}') else {
            filled.push_str(&rest[open..]);
            return filled;
        };
        if let Some(value) = values.get(&rest[open + 1..open + close]) {
            let value = after_article(&mut filled, value);
            let begins = filled.trim_end().is_empty() || filled.trim_end().ends_with(['.', '?', '!', '…']);
            let mut letters = value.chars();
            match letters.next().filter(|_| begins) {
                Some(first) => filled.extend(first.to_uppercase().chain(letters)),
                None => filled.push_str(value),
            }
        }
        rest = &rest[open + close + 1..];
    }
    filled.push_str(rest);
    filled
}

/// The value as it goes on after what is there: "de" and "el lunes" make "del lunes", and no article stands twice. A
/// name with a capital, "El Roble", stays as it is.
fn after_article<'v>(filled: &mut String, value: &'v str) -> &'v str {
    let Some(bare) = value.strip_prefix("el ") else { return value };
    let last = filled.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let joined = match last.to_lowercase().as_str() {
        "de" | "a" => "l ",
        "el" | "del" | "al" => " ",
        _ => return value,
    };
    filled.truncate(filled.trim_end().len());
    filled.push_str(joined);
    bare
}

/// The names in `{ }` of a line; `{segura|seguro}` is a form, not a name.
pub(crate) fn blanks(text: &str) -> impl Iterator<Item = &str> {
    let inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name));
    inside.filter(|name| !name.contains('|'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variants(lines: &[(&str, Option<Mood>)]) -> Variants {
        let line = |(text, mood): &(&str, Option<Mood>)| Line {
            text: (*text).to_owned(),
            mood: *mood,
            countries: Vec::new(),
        };
        Variants::new("x", lines.iter().map(line).collect())
    }

    #[test]
    fn no_line_is_said_again_while_another_is_left() {
        let three = variants(&[("a", None), ("b", None), ("c", None)]);
        for seed in 0..50 {
            let mut memory = Memory::default();
            let mut said: Vec<_> = (0..3).map(|_| memory.choose(&three, Mood::Open, seed).unwrap()).collect();
            let fourth = memory.choose(&three, Mood::Open, seed).unwrap();
            assert_ne!(said.last(), Some(&fourth), "never twice running");
            said.sort_unstable();
            assert_eq!(said, ["a", "b", "c"]);
        }
    }

    #[test]
    fn what_was_just_said_is_not_told_as_news_while_another_line_is_left() {
        let two = variants(&[("Se fundió el motor del taxi.", None), ("Ahora gano la mitad.", None)]);
        for seed in 0..20 {
            let mut memory = Memory::default();
            memory.begin_turn(&words("qué pena lo del taxi, ¿y cómo se fundió el motor?"));
            assert_eq!(memory.choose(&two, Mood::Open, seed), Some("Ahora gano la mitad."));
            memory.begin_turn(&words("¿y el resto?"));
            assert_eq!(memory.choose(&two, Mood::Open, seed), Some("Se fundió el motor del taxi."));
        }
    }

    #[test]
    fn a_line_of_the_mood_goes_first_and_the_others_before_repeating() {
        let both = variants(&[("calm", None), ("angry", Some(Mood::Upset))]);
        let mut memory = Memory::default();
        assert_eq!(memory.choose(&both, Mood::Upset, 1), Some("angry"));
        assert_eq!(memory.choose(&both, Mood::Upset, 1), Some("calm"));
    }

    #[test]
    fn a_line_of_another_mood_is_better_than_silence() {
        let upset = variants(&[("angry", Some(Mood::Upset))]);
        assert_eq!(Memory::default().choose(&upset, Mood::Open, 1), Some("angry"));
    }

    #[test]
    fn each_says_the_form_that_is_hers_and_nothing_of_another_country() {
        let line = |text: &str, countries: &[Country]| Line {
            text: text.to_owned(),
            mood: None,
            countries: countries.to_vec(),
        };
        let lines = vec![line("No estoy {segura|seguro}, {debtor}.", &[]), line("¿Mande?", &[Country::Mx])];
        let his = for_person(lines.clone(), Country::Cl, Gender::Male);
        assert_eq!(his.len(), 1);
        assert_eq!(his[0].text, "No estoy seguro, {debtor}.");
        let hers = for_person(lines, Country::Mx, Gender::Female);
        assert_eq!((hers.len(), hers[0].text.as_str()), (2, "No estoy segura, {debtor}."));
    }

    #[test]
    fn blanks_are_filled_and_unknown_ones_left_out() {
        let values = BTreeMap::from([("amount", "600".to_owned())]);
        assert_eq!(fill("Le doy {amount} el {date}.", &values), "Le doy 600 el .");
        let values = BTreeMap::from([("own_date", "el viernes".to_owned())]);
        assert_eq!(fill("No. {own_date} sí, {own_date}.", &values), "No. El viernes sí, el viernes.");
        assert_eq!(
            fill("A partir de {own_date}; el {own_date}.", &values),
            "A partir del viernes; el viernes."
        );
        assert_eq!(fill("Voy a {own_date} desde {own_date}.", &values), "Voy al viernes desde el viernes.");
        let values = BTreeMap::from([("creditor", "El Roble".to_owned())]);
        assert_eq!(fill("Son de {creditor}.", &values), "Son de El Roble.");
        assert_eq!(blanks("Le doy {amount} el {date}.").collect::<Vec<_>>(), ["amount", "date"]);
    }
}
