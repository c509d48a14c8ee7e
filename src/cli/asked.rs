//! A turn as other programs hand it over, one JSON object a line, and how it is heard after the turns before it.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value as Json;

use super::ears::Ears;
use super::failure::Failure;
use super::typed::Locale;
use crate::call::{Currency, Speaker};
use crate::library::Library;
use crate::nlu::entity::{Setting, currency_said};
use crate::nlu::{Earlier, Heard, Layers, Line, Memory};

/// One line of input.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    pub(super) id: Json,
    pub(super) speaker: Speaker,
    pub(super) lang: Option<String>,
    pub(super) text: String,
    #[serde(default)]
    context: Vec<Said>,
    date: Option<Date>,
    currency: Option<Currency>,
    #[serde(default)]
    holidays: Vec<Date>,
    /// Persons of the case.
    #[serde(default)]
    names: Vec<String>,
}

impl Asked {
    /// The language of the turn, or the tag that names none we know.
    pub(super) fn locale(&self, otherwise: Locale) -> Result<Locale, &str> {
        match self.lang.as_deref() {
            Some(tag) => Locale::read(tag).ok_or(tag),
            None => Ok(otherwise),
        }
    }

    /// What the other party said right before.
    pub(super) fn after(&self) -> Option<&str> {
        let last = self.context.last().filter(|said| said.speaker != self.speaker)?;
        Some(&last.text)
    }
}

/// A turn before the one that is asked about.
#[derive(Debug, Deserialize)]
struct Said {
    speaker: Speaker,
    text: String,
}

/// How much of the ear to use.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Layer {
    Patterns,
    Both,
}

impl From<Layer> for Layers {
    fn from(layer: Layer) -> Self {
        match layer {
            Layer::Patterns => Self::Patterns,
            Layer::Both => Self::Both,
        }
    }
}

/// Hears such turns; what they do not say, it knows.
#[derive(Debug)]
pub(super) struct Hearer {
    ears: Ears,
    locale: Locale,
    date: Date,
}

impl Hearer {
    pub(super) fn new(locale: Locale, date: Date, layer: Layer) -> Self {
        Self { ears: Ears::new(layer.into()), locale, date }
    }

    /// The language of a turn, or the tag that names none we know.
    pub(super) fn locale<'a>(&self, asked: &'a Asked) -> Result<Locale, &'a str> {
        asked.locale(self.locale)
    }

    pub(super) fn hear(&self, asked: &Asked, locale: Locale, library: &Library) -> Result<Heard, Failure> {
        let mut setting = Setting {
            language: locale.language,
            country: locale.country,
            currency: asked.currency,
            today: asked.date.unwrap_or(self.date),
            holidays: asked.holidays.clone(),
            names: asked.names.clone(),
        };
        if setting.country.is_none() && setting.currency.is_none() {
            let texts = asked.context.iter().map(|said| said.text.as_str()).chain([asked.text.as_str()]);
            setting.currency = currency_said(texts, &setting);
        }
        let ear = self.ears.ear(locale.language, library)?;
        let lines: Vec<Line<'_>> =
            asked.context.iter().map(|said| Line { speaker: said.speaker, text: &said.text }).collect();
        let mut heard: Vec<Heard> = Vec::with_capacity(lines.len());
        // Each line is context for those after it.
        let mut memory = Memory::default();
        for line in &lines {
            let this = ear.hear_again(*line, &earlier(&lines, &heard), &setting, &mut memory);
            heard.push(this);
        }
        let line = Line { speaker: asked.speaker, text: &asked.text };
        Ok(ear.hear_again(line, &earlier(&lines, &heard), &setting, &mut memory))
    }
}

/// The lines that were heard so far.
fn earlier<'a>(lines: &[Line<'a>], heard: &'a [Heard]) -> Vec<Earlier<'a>> {
    lines.iter().zip(heard).map(|(line, heard)| Earlier { line: *line, heard }).collect()
}
