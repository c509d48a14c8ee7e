//! What was heard in a line, as JSON for other programs: amounts and dates are texts, spans are bytes.

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use crate::call::Money;
use crate::messages::Messages;
use crate::nlu::entity::{DateValue, DownPayment, PlanValue};
use crate::nlu::{ActHit, Certainty, Entity, Heard, Reason, Value};
use crate::source::Span;

/// One annotated line: the id as it came, the acts and the entities with the words they stand on.
#[derive(Debug, Serialize)]
pub struct Annotation<'a> {
    id: &'a Json,
    acts: Vec<ActLine<'a>>,
    entities: Vec<EntityLine<'a>>,
}

/// The answer in the place of a line that could not be read.
#[derive(Debug, Serialize)]
pub struct Refusal<'a> {
    pub id: &'a Json,
    pub error: String,
}

#[derive(Debug, Serialize)]
struct ActLine<'a> {
    act: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    because: String,
}

#[derive(Debug, Serialize)]
struct EntityLine<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    value: Json,
    certainty: Certainty,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternative: Option<Json>,
}

/// Why an act was heard, for people.
pub fn because(reason: &Reason, messages: &Messages) -> String {
    match reason {
        Reason::Pattern { act, wording } => {
            messages.say_with("explain-pattern", &[("act", act.id().into()), ("wording", wording.into())])
        }
        Reason::Echo { words } => messages.say_with("explain-echo", &[("words", words.join(", ").into())]),
        Reason::Examples { words } => {
            messages.say_with("explain-examples", &[("words", words.join(", ").into())])
        }
        Reason::Context { asked } => messages.say_with("explain-context", &[("act", asked.id().into())]),
        Reason::Entity { kind } => {
            messages.say_with("explain-entity", &[("kind", messages.say(&format!("entity-{kind}")).into())])
        }
    }
}

impl<'a> Annotation<'a> {
    pub fn new(id: &'a Json, text: &'a str, heard: &'a Heard) -> Self {
        Self {
            id,
            acts: heard.acts.iter().map(|hit| ActLine::new(text, hit)).collect(),
            entities: heard.entities.iter().map(|entity| EntityLine::new(text, entity)).collect(),
        }
    }
}

impl<'a> ActLine<'a> {
    fn new(text: &'a str, hit: &'a ActHit) -> Self {
        Self {
            act: hit.act.id(),
            start: hit.span.start,
            end: hit.span.end,
            text: words(text, &hit.span),
            because: hit.reason.to_string(),
        }
    }
}

impl<'a> EntityLine<'a> {
    fn new(text: &'a str, entity: &Entity) -> Self {
        Self {
            kind: entity.value.kind(),
            start: entity.span.start,
            end: entity.span.end,
            text: words(text, &entity.span),
            value: value(&entity.value),
            certainty: entity.certainty,
            alternative: entity.alternative.as_ref().map(value),
        }
    }
}

fn words<'a>(text: &'a str, span: &Span) -> &'a str {
    text.get(span.clone()).unwrap_or_default()
}

/// The value of an entity: always an object, so that a reader need not ask what it got.
pub fn value(value: &Value) -> Json {
    match value {
        Value::Money(money) => json!({ "amount": amount(money), "currency": money.currency }),
        Value::Percent(number) | Value::Number(number) => json!({ "value": decimal(*number) }),
        Value::Date(date) => dates(date),
        Value::Time { hour, minute } => json!({ "time": format!("{hour:02}:{minute:02}") }),
        Value::Duration { count, period } => json!({ "count": decimal(*count), "period": period }),
        Value::Plan(details) => plan(details),
        Value::Method(method) => json!({ "method": method }),
        Value::Phone(text) | Value::Document(text) | Value::Account(text) | Value::Person(text) => {
            json!({ "value": text })
        }
    }
}

fn dates(date: &DateValue) -> Json {
    let mut map = Map::new();
    if let Some(day) = date.single() {
        map.insert("date".into(), json!(day));
    } else {
        put(&mut map, "from", date.from);
        put(&mut map, "to", date.to);
    }
    put(&mut map, "limit", date.limit);
    put(&mut map, "every", date.every);
    Json::Object(map)
}

fn plan(plan: &PlanValue) -> Json {
    let mut map = Map::new();
    put(&mut map, "count", plan.count);
    put(&mut map, "count_alternative", plan.count_alternative);
    put(&mut map, "amount", plan.amount.map(decimal));
    put(&mut map, "period", plan.period);
    let down = plan.down_payment.as_ref().map(|down| match down {
        DownPayment::Amount(amount) => decimal(*amount),
        DownPayment::Percent(percent) => format!("{}%", decimal(*percent)),
    });
    put(&mut map, "down_payment", down);
    put(&mut map, "last", plan.last.map(decimal));
    Json::Object(map)
}

/// What was not said is not written.
fn put(map: &mut Map<String, Json>, name: &str, value: Option<impl Serialize>) {
    if let Some(value) = value {
        map.insert(name.to_owned(), json!(value));
    }
}

/// At least the decimals that the currency has, and never fewer than were said.
fn amount(money: &Money) -> String {
    let exact = money.amount.normalize();
    let decimals = exact.scale().max(money.currency.decimals());
    format!("{exact:.*}", decimals as usize)
}

fn decimal(number: Decimal) -> String {
    number.normalize().to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::call::Currency;
    use crate::nlu::Act;
    use crate::nlu::entity::{Limit, Method, Period};

    #[test]
    fn a_line_names_its_acts_and_entities_with_their_words_and_bytes() {
        let text = "Señora, ¿mil pesos?";
        let start = text.find("mil").unwrap();
        let heard = Heard {
            acts: vec![ActHit {
                act: Act::from("propose_amount"),
                span: start..start + 9,
                reason: Reason::Pattern { act: Act::from("propose_amount"), wording: "bare".into() },
            }],
            entities: vec![Entity {
                value: Value::Money(Money::new(1000, Currency::MXN)),
                alternative: None,
                span: start..start + 9,
                certainty: Certainty::Exact,
            }],
        };
        assert_eq!(
            json!(Annotation::new(&json!("7"), text, &heard)),
            json!({
                "id": "7",
                "acts": [{"act": "propose_amount", "start": 11, "end": 20, "text": "mil pesos",
                          "because": "pattern propose_amount/bare"}],
                "entities": [{"kind": "money", "start": 11, "end": 20, "text": "mil pesos",
                              "value": {"amount": "1000.00", "currency": "MXN"}, "certainty": "exact"}],
            })
        );
    }

    #[test]
    fn amounts_keep_the_decimals_of_their_currency() {
        let written = |amount: &str, currency| {
            let amount: Decimal = amount.parse().unwrap();
            value(&Value::Money(Money { amount, currency }))["amount"].clone()
        };
        assert_eq!(written("1000", Currency::MXN), "1000.00");
        assert_eq!(written("1000", Currency::COP), "1000");
        assert_eq!(written("0.125", Currency::USD), "0.125");
    }

    #[test]
    fn a_day_is_a_date_and_anything_longer_a_range_whose_open_end_is_missing() {
        let day = date(2026, 3, 13);
        assert_eq!(value(&Value::Date(DateValue::day(day))), json!({"date": "2026-03-13"}));
        let until = DateValue { from: None, to: Some(day), limit: Some(Limit::By), every: None };
        assert_eq!(value(&Value::Date(until)), json!({"to": "2026-03-13", "limit": "by"}));
        let weekly = DateValue { every: Some(Period::Week), ..DateValue::day(day) };
        assert_eq!(value(&Value::Date(weekly)), json!({"date": "2026-03-13", "every": "week"}));
    }

    #[test]
    fn a_plan_says_only_what_was_said_of_it() {
        let plan = PlanValue {
            count: Some(3),
            amount: Some(Decimal::from(500)),
            period: Some(Period::Fortnight),
            down_payment: Some(DownPayment::Percent(Decimal::from(20))),
            ..PlanValue::default()
        };
        assert_eq!(
            value(&Value::Plan(plan)),
            json!({"count": 3, "amount": "500", "period": "fortnight", "down_payment": "20%"})
        );
        assert_eq!(value(&Value::Plan(PlanValue::default())), json!({}));
    }

    #[test]
    fn another_reading_stands_beside_the_preferred_one() {
        let entity = Entity {
            value: Value::Method(Method::ConvenienceStore),
            alternative: Some(Value::Number(Decimal::new(150, 2))),
            span: 0..2,
            certainty: Certainty::Ambiguous,
        };
        let line = json!(EntityLine::new("ab", &entity));
        assert_eq!(line["value"], json!({"method": "convenience_store"}));
        assert_eq!(line["alternative"], json!({"value": "1.5"}));
        assert_eq!(line["certainty"], "ambiguous");
    }
}
