//! The JSON Schema of a format, with the names that the library holds and descriptions in the reader's language.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::shape::{Format, Key, Need, Object, Shape, Vocabulary};
use crate::call::{Conduct, Country};
use crate::messages::{Language, Messages};
use crate::nlu::Inventory;
use crate::rubric::{Mode, Scope};
use crate::simulator::{Common, Every, Gender, Identity, Mood, Outcome, Segment};

/// Names that can be completed, by vocabulary.
#[derive(Debug, Clone, Default)]
pub struct Names {
    known: BTreeMap<Vocabulary, BTreeSet<String>>,
}

impl Names {
    /// The names of the program, of the inventory, of the common libraries and of the scripts.
    pub fn new<'a>(
        inventory: &Inventory,
        commons: &[Common],
        scripts: impl Iterator<Item = &'a str>,
    ) -> Self {
        let mut names = Self::default();
        for id in inventory.ids() {
            names.add(Vocabulary::Acts, [id]);
            // A family stands for all of its acts.
            names.add(Vocabulary::Acts, id.split_once('.').map(|(family, _)| family));
        }
        for common in commons {
            names.add(Vocabulary::Types, common.types().map(|(id, _)| id));
            names.add(
                Vocabulary::Acts,
                common
                    .topics()
                    .map(|(id, _)| format!("topic.{id}"))
                    .collect::<Vec<_>>()
                    .iter()
                    .map(String::as_str),
            );
            names.add(Vocabulary::Objections, common.objections().map(|(id, _)| id));
        }
        for script in scripts {
            names.add(Vocabulary::Scripts, [script, &format!("{script}.rhai")]);
        }
        names.add(Vocabulary::Situations, Common::situations());
        names.add(Vocabulary::GateSituations, Common::gate_situations());
        names.add(Vocabulary::Steps, Common::steps());
        names.add(Vocabulary::Outcomes, Outcome::ALL.map(Outcome::id));
        names.add(Vocabulary::Countries, Country::ALL.map(Country::code));
        names.add(Vocabulary::Languages, Language::ALL.map(Language::code));
        for language in Language::ALL {
            let tags = Country::ALL.map(|country| format!("{language}-{}", country.code()));
            names.add(Vocabulary::Locales, tags.iter().map(String::as_str));
        }
        names.add(Vocabulary::Moods, [Mood::Upset, Mood::Guarded, Mood::Open].map(Mood::id));
        names.add(Vocabulary::Identities, Identity::ALL.map(Identity::id));
        names.serialised(Vocabulary::Genders, &[Gender::Female, Gender::Male]);
        names.serialised(Vocabulary::Periods, &[Every::Week, Every::Fortnight, Every::Month]);
        names.serialised(Vocabulary::Segments, &[Segment::Consumer, Segment::Business]);
        names.serialised(Vocabulary::Scopes, &[Scope::Section, Scope::Form]);
        names.serialised(Vocabulary::Conducts, &Conduct::ALL);
        names.serialised(
            Vocabulary::Modes,
            &[
                Mode::Points,
                Mode::GroupWeightedPoints,
                Mode::SectionPercentMean,
                Mode::QuestionWeightsSection,
                Mode::QuestionWeightsForm,
            ],
        );
        names
    }

    fn add<'a>(&mut self, vocabulary: Vocabulary, names: impl IntoIterator<Item = &'a str>) {
        self.known.entry(vocabulary).or_default().extend(names.into_iter().map(str::to_owned));
    }

    /// Values under the names that files have for them.
    fn serialised(&mut self, vocabulary: Vocabulary, values: &[impl serde::Serialize]) {
        let names: Vec<Json> = values.iter().filter_map(|value| serde_json::to_value(value).ok()).collect();
        self.add(vocabulary, names.iter().filter_map(Json::as_str));
    }

    pub(super) fn of(&self, vocabulary: Vocabulary) -> impl Iterator<Item = &str> {
        self.known.get(&vocabulary).into_iter().flatten().map(String::as_str)
    }
}

/// The schema of a format.
pub fn document(format: Format, names: &Names, messages: &Messages) -> Json {
    let mut writer = Writer { messages, definitions: BTreeMap::new() };
    let root = writer.object(format.root());
    for vocabulary in Vocabulary::ALL {
        // What a library of nothing leaves empty must not refuse everything.
        let known: Vec<&str> = names.of(vocabulary).collect();
        let definition = match (vocabulary, known.is_empty()) {
            (_, true) => json!({"type": "string"}),
            (Vocabulary::Acts, false) => json!({
                "anyOf": [{"type": "string", "enum": known}, {"type": "string", "pattern": "^topic\\."}]
            }),
            (_, false) => json!({"type": "string", "enum": known}),
        };
        if let Some(named) = writer.definitions.get_mut(&defined(vocabulary)) {
            *named = definition;
        }
    }
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:ensayo:{}", format.id().replace('/', ":")),
        "title": format!("Ensayo {}", format.id()),
        "$defs": writer.definitions,
    });
    if let (Json::Object(schema), Json::Object(root)) = (&mut schema, root) {
        schema.extend(root);
    }
    schema
}

/// The message that describes a key: the object's own, or what the key means everywhere.
pub(super) fn description(object: &Object, key: &Key, messages: &Messages) -> Option<String> {
    let name = key.name.replace('_', "-");
    messages
        .find(&format!("schema-{}-{name}", object.name), &[])
        .or_else(|| messages.find(&format!("schema-{name}"), &[]))
}

/// The definition of a vocabulary: no object has a name like it.
fn defined(vocabulary: Vocabulary) -> String {
    format!("known-{}", vocabulary.id().replace('_', "-"))
}

struct Writer<'a> {
    messages: &'a Messages,
    definitions: BTreeMap<String, Json>,
}

impl Writer<'_> {
    fn object(&mut self, object: &'static Object) -> Json {
        let mut properties = serde_json::Map::new();
        for key in object.keys {
            let mut value = self.shape(&key.shape);
            if let (Json::Object(value), Some(text)) = (&mut value, description(object, key, self.messages)) {
                value.insert("description".to_owned(), text.into());
            }
            properties.insert(key.name.to_owned(), value);
        }
        let required: Vec<&str> =
            object.keys.iter().filter(|key| key.need == Need::Required).map(|key| key.name).collect();
        json!({
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    }

    fn shape(&mut self, shape: &'static Shape) -> Json {
        match shape {
            Shape::Text => json!({"type": "string"}),
            Shape::Boolean => json!({"type": "boolean"}),
            Shape::Integer(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
            Shape::Amount => json!({"type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$"}),
            Shape::Day => {
                json!({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
            }
            Shape::Exactly(text) => json!({"const": text}),
            Shape::Name(vocabulary) => self.name(*vocabulary),
            Shape::List(item) => json!({"type": "array", "items": self.shape(item)}),
            Shape::Pair(item) => {
                json!({"type": "array", "items": self.shape(item), "minItems": 2, "maxItems": 2})
            }
            Shape::Map(value) => json!({"type": "object", "additionalProperties": self.shape(value)}),
            Shape::MapOf(vocabulary, value) => json!({
                "type": "object",
                "propertyNames": self.name(*vocabulary),
                "additionalProperties": self.shape(value),
            }),
            Shape::Object(object) => self.definition(object),
            Shape::Either(shapes) => {
                let shapes: Vec<Json> = shapes.iter().map(|shape| self.shape(shape)).collect();
                json!({"anyOf": shapes})
            }
            Shape::Anything => json!({}),
        }
    }

    fn name(&mut self, vocabulary: Vocabulary) -> Json {
        let name = defined(vocabulary);
        let reference = json!({"$ref": format!("#/$defs/{name}")});
        self.definitions.entry(name).or_default();
        reference
    }

    /// An object that may stand in several places is defined once.
    fn definition(&mut self, object: &'static Object) -> Json {
        if !self.definitions.contains_key(object.name) {
            let written = self.object(object);
            self.definitions.insert(object.name.to_owned(), written);
        }
        json!({"$ref": format!("#/$defs/{}", object.name)})
    }
}
