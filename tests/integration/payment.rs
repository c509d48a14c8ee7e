//! Amounts, days and percentages as people say them on the phone, in eight countries: what is read of them.

use std::collections::BTreeMap;
use std::str::FromStr as _;

use rust_decimal::Decimal;
use serde_json::Value as Json;

use crate::program::ensayo;

const SAID: &str = include_str!("../corpus/payment/said.jsonl");
const PLANS: &str = include_str!("../corpus/payment/plans.jsonl");

/// At least so many of a hundred are read rightly.
const RIGHT: [(&str, usize); 3] = [("date", 95), ("money", 97), ("percent", 97)];
/// The same for plans.
const PLANS_RIGHT: usize = 90;
/// At most so many of a thousand are wrong, and said to be sure.
const SURELY_WRONG: usize = 15;

/// An entity's value as the corpus writes it.
fn value(entity: &Json) -> Option<(String, String)> {
    let kind = entity["kind"].as_str()?;
    let text = |field: &str| entity["value"][field].as_str().map(str::to_owned);
    let number = |text: &str| Decimal::from_str(text).ok().map(|number| number.normalize().to_string());
    let value = match kind {
        "date" => text("date").unwrap_or_else(|| {
            format!("{}..{}", text("from").unwrap_or_default(), text("to").unwrap_or_default())
        }),
        "money" => format!("{} {}", number(&text("amount")?)?, text("currency")?),
        "percent" => number(&text("value")?)?,
        _ => return None,
    };
    Some((kind.to_owned(), value))
}

#[test]
fn amounts_days_and_percentages_are_read_as_they_are_meant() {
    let output = ensayo().args(["annotate", "--layer", "patterns"]).stdin(SAID).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    let mut right: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut sure, mut said) = (Vec::new(), 0);
    for (line, answer) in SAID.lines().zip(output.stdout.lines()) {
        let turn: Json = serde_json::from_str(line).unwrap();
        let answer: Json = serde_json::from_str(answer).unwrap();
        let entities = answer["entities"].as_array().unwrap();
        let mut left: Vec<(&Json, (String, String))> =
            entities.iter().filter_map(|entity| Some((entity, value(entity)?))).collect();
        for wanted in turn["want"].as_array().unwrap() {
            let kind = wanted["kind"].as_str().unwrap();
            let any: Vec<&str> = wanted["any"].as_array().unwrap().iter().filter_map(Json::as_str).collect();
            let name = RIGHT.iter().find(|(name, _)| *name == kind).unwrap().0;
            let (got, all) = right.entry(name).or_default();
            *all += 1;
            let met = left.iter().position(|(_, (of, value))| of == kind && any.contains(&value.as_str()));
            if let Some(at) = met {
                left.remove(at);
                *got += 1;
            }
        }
        said += entities.len();
        let surely = left.iter().filter(|(entity, _)| entity["certainty"] == "exact");
        sure.extend(surely.map(|(_, value)| format!("{}: {value:?}", turn["text"])));
    }
    for (kind, least) in RIGHT {
        let (got, all) = right[kind];
        assert!(got * 100 >= least * all, "{kind}: {got} of {all}");
    }
    assert!(sure.len() * 1000 <= SURELY_WRONG * said, "{} of {said}: {sure:#?}", sure.len());
}

/// A plan's value as the corpus writes it: what it says, in one order.
fn plan(value: &Json) -> String {
    let said = ["count", "amount", "period", "down_payment"].into_iter().filter_map(|field| {
        let text = value[field].as_str().map_or_else(|| value[field].to_string(), str::to_owned);
        (text != "null").then(|| format!("{field}={text}"))
    });
    said.collect::<Vec<String>>().join(" ")
}

#[test]
fn plans_are_read_as_they_are_meant_and_where_none_is_said_none_is_read() {
    let output = ensayo().args(["annotate", "--layer", "patterns"]).stdin(PLANS).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    let (mut wrong, mut all) = (Vec::new(), 0);
    for (line, answer) in PLANS.lines().zip(output.stdout.lines()) {
        let turn: Json = serde_json::from_str(line).unwrap();
        let answer: Json = serde_json::from_str(answer).unwrap();
        let entities = answer["entities"].as_array().unwrap().iter();
        let read: Vec<String> =
            entities.filter(|entity| entity["kind"] == "plan").map(|entity| plan(&entity["value"])).collect();
        let wanted: Vec<&str> = turn["plan"].as_str().into_iter().collect();
        all += 1;
        if read != wanted {
            wrong.push(format!("{}: {read:?}", turn["text"]));
        }
    }
    assert!(wrong.len() * 100 <= (100 - PLANS_RIGHT) * all, "{} of {all}: {wrong:#?}", wrong.len());
}
