//! Proves the schemas against the files of the program and against what its readers know.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::document::description;
use super::shape::{Object, Shape};
use super::{Format, Names, document};
use crate::agent::{self, Agent};
use crate::content;
use crate::diagnostic::Diagnostic;
use crate::library::{Kind, Library};
use crate::messages::{Arg, Language, Messages};
use crate::nlu::{Inventory, Lexicon};
use crate::rubric::Scorecard;
use crate::simulator::{Common, Scenario};
use crate::source::Source;
use crate::yaml;

fn library() -> Library {
    Library::new("no such folder", None)
}

fn inventory() -> Inventory {
    content::inventory(&library()).unwrap()
}

fn names(library: &Library) -> Names {
    let inventory = inventory();
    let commons = Language::ALL.map(|language| content::common(language, library, &inventory).unwrap());
    let scripts = library.list(Kind::Script);
    Names::new(&inventory, &commons, scripts.iter().map(|item| item.id.as_str()))
}

/// What of `value` the schema does not allow: the keywords that our schemas use, and no others.
fn faults(value: &Json, schema: &Json, root: &Json, at: &str, found: &mut Vec<String>) {
    for (keyword, rule) in schema.as_object().unwrap() {
        let fine = match keyword.as_str() {
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                faults(value, &root["$defs"][name], root, at, found);
                true
            }
            "type" => match rule.as_str().unwrap() {
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                "integer" => value.is_i64() || value.is_u64(),
                "array" => value.is_array(),
                "object" => value.is_object(),
                other => panic!("{other}"),
            },
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "pattern" => {
                let pattern = regex::Regex::new(rule.as_str().unwrap()).unwrap();
                value.as_str().is_none_or(|text| pattern.is_match(text))
            }
            "minimum" => value.as_i64().is_none_or(|number| number >= rule.as_i64().unwrap()),
            "maximum" => value.as_i64().is_none_or(|number| number <= rule.as_i64().unwrap()),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= rule.as_u64().unwrap()),
            "anyOf" => rule.as_array().unwrap().iter().any(|schema| {
                let mut inner = Vec::new();
                faults(value, schema, root, at, &mut inner);
                inner.is_empty()
            }),
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    faults(item, rule, root, &format!("{at}[{number}]"), found);
                }
                true
            }
            "required" => {
                rule.as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some())
            }
            "propertyNames" => {
                for key in value.as_object().into_iter().flatten().map(|(key, _)| key) {
                    faults(&json!(key), rule, root, &format!("{at}.{key}"), found);
                }
                true
            }
            "properties" => {
                for (key, rule) in rule.as_object().unwrap() {
                    if let Some(inner) = value.get(key) {
                        faults(inner, rule, root, &format!("{at}.{key}"), found);
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = schema.get("properties").and_then(Json::as_object);
                for (key, inner) in value.as_object().into_iter().flatten() {
                    if known.is_some_and(|known| known.contains_key(key)) {
                        continue;
                    }
                    if rule.is_object() {
                        faults(inner, rule, root, &format!("{at}.{key}"), found);
                    } else {
                        found.push(format!("{at}: unknown key {key}"));
                    }
                }
                true
            }
            "$schema" | "$id" | "$defs" | "title" | "description" | "format" => true,
            other => panic!("{other} is not checked here"),
        };
        if !fine {
            found.push(format!("{at}: {keyword} {rule}"));
        }
    }
}

fn refused(text: &str, schema: &Json) -> Vec<String> {
    let (value, _) = yaml::read::<Json>(Source::new("x.yaml", text)).unwrap();
    let mut found = Vec::new();
    faults(&value, schema, schema, "", &mut found);
    found
}

fn kind(format: Format) -> Kind {
    match format {
        Format::Scenario => Kind::Scenario,
        Format::Agent => Kind::Agent,
        Format::Scorecard => Kind::Rubric,
        Format::Lexicon => Kind::Lexicon,
    }
}

#[test]
fn every_file_of_the_program_is_what_its_schema_says() {
    let library = library();
    let names = names(&library);
    let messages = Messages::new(Language::Es);
    for format in Format::ALL {
        let schema = document(format, &names, &messages);
        let mut files = 0;
        for item in library.list(kind(format)) {
            let text = library.read(kind(format), &item).unwrap().text().to_owned();
            if text.contains(&format!("format: {}", format.id())) {
                files += 1;
                assert_eq!(refused(&text, &schema), Vec::<String>::new(), "{}", item.id);
            }
        }
        assert!(files > 0, "{format:?}");
    }
}

#[test]
fn what_does_not_belong_is_refused() {
    let library = library();
    let schema = document(Format::Scenario, &names(&library), &Messages::new(Language::En));
    let rosa = library.source(Kind::Scenario, "rosa-sin-empleo").unwrap().text().to_owned();
    for (right, wrong) in [
        ("gives_in_after: 2", "gives_up_after: 2"),
        ("good: [plan,", "good: [planned,"),
        ("language: es-MX", "language: es-FR"),
        ("level: 2", "level: 9"),
        ("empathize: {trust: 11", "empathise: {trust: 11"),
        ("balance: \"12480.50\"", "balance: 12480.50"),
        ("title: Rosa", "titel: Rosa"),
    ] {
        assert!(rosa.contains(right), "{right}");
        assert!(!refused(&rosa.replacen(right, wrong, 1), &schema).is_empty(), "{wrong}");
    }
}

/// Every object of a format with a file that has one key too many in it.
fn objects(object: &'static Object, wrap: &dyn Fn(Json) -> Json, found: &mut Vec<(&'static Object, Json)>) {
    if found.iter().any(|(known, _)| known.name == object.name) {
        return;
    }
    found.push((object, wrap(json!({"zz_unknown": 1}))));
    for key in object.keys {
        inside(&key.shape, &|value| wrap(json!({key.name: value})), found);
    }
}

fn inside(shape: &'static Shape, wrap: &dyn Fn(Json) -> Json, found: &mut Vec<(&'static Object, Json)>) {
    match shape {
        Shape::Object(object) => objects(object, wrap, found),
        Shape::List(item) | Shape::Pair(item) => inside(item, &|value| wrap(json!([value])), found),
        Shape::Map(item) | Shape::MapOf(_, item) => inside(item, &|value| wrap(json!({"x": value})), found),
        Shape::Either(shapes) => shapes.iter().for_each(|shape| inside(shape, wrap, found)),
        _ => {}
    }
}

fn read(format: Format, text: &str, inventory: &Inventory) -> Vec<Diagnostic> {
    let source = Source::new("x.yaml", text);
    match format {
        Format::Scenario => Scenario::read(source, &Common::default(), inventory).err(),
        Format::Agent => Agent::read(source, inventory, &agent::conditions()).err(),
        Format::Scorecard => Scorecard::load(source, &|_| None, &BTreeSet::new()).err(),
        Format::Lexicon => Lexicon::read(Language::Es, vec![source], inventory).err(),
    }
    .unwrap_or_default()
}

#[test]
fn the_schema_knows_the_keys_that_the_reader_knows_and_no_others() {
    let inventory = inventory();
    for format in Format::ALL {
        let mut found = Vec::new();
        objects(format.root(), &|value| value, &mut found);
        for (object, file) in found {
            let diagnostics = read(format, &file.to_string(), &inventory);
            let unknown = diagnostics.iter().find(|diagnostic| diagnostic.code == "unknown-field");
            let unknown = unknown.unwrap_or_else(|| panic!("{format:?} {}: {diagnostics:?}", object.name));
            let told = unknown.args.get("known");
            let Some(Arg::Text(told)) = told else { panic!("{unknown:?}") };
            let told: BTreeSet<&str> = told.split(", ").collect();
            let keys: BTreeSet<&str> = object.keys.iter().map(|key| key.name).collect();
            assert_eq!(told, keys, "{format:?} {}", object.name);
        }
    }
}

#[test]
fn every_key_is_described_in_both_languages() {
    for language in Language::ALL {
        let messages = Messages::new(language);
        for format in Format::ALL {
            let mut found = Vec::new();
            objects(format.root(), &|value| value, &mut found);
            for (object, _) in found {
                for key in object.keys {
                    assert!(description(object, key, &messages).is_some(), "{}.{}", object.name, key.name);
                }
            }
        }
    }
}
