//! The call on which every measure is tried when it is loaded: everything happens in it.

use jiff::civil::date;

use crate::call::{Call, Currency, Money, Speaker, Turn};
use crate::messages::Language;
use crate::nlu::entity::{Certainty, DateValue, Entity, Method, Value};
use crate::nlu::{ActHit, Heard, HeardCall, Reason};

pub(super) fn trial_call() -> HeardCall {
    let mut call = Call::new("trial", Language::Es);
    let day = date(2026, 1, 16);
    call.date = Some(day);
    let money = || ("900", Value::Money(Money::new(900, Currency::MXN)));
    let friday = || ("viernes", Value::Date(DateValue::day(day)));
    let cash = || ("efectivo", Value::Method(Method::Cash));
    let mut heard = Vec::new();
    let mut add = |speaker, text: &str, acts: &[&str], entities: Vec<(&str, Value)>| {
        call.turns.push(Turn::new(speaker, text));
        heard.push(turn(text, acts, entities));
    };
    add(Speaker::Agent, "Buenos días, su saldo vencido es de 900.", &["greet", "state_debt"], vec![money()]);
    add(
        Speaker::Debtor,
        "Perdí el empleo, y eso ya lo pagué.",
        &["hardship.job_loss", "dispute.paid"],
        vec![],
    );
    add(Speaker::Agent, "Lo lamento. ¿Cómo está ahora?", &["empathize", "question.open"], vec![]);
    add(Speaker::Debtor, "Mal.", &["distress"], vec![]);
    add(Speaker::Agent, "Hay una quita, lo antes posible.", &["jargon", "vague", "offer.discount"], vec![]);
    add(
        Speaker::Agent,
        "O 900 el viernes en efectivo, ¿le queda?",
        &["offer.partial", "propose_amount", "propose_date", "propose_method", "question.commitment"],
        vec![money(), friday(), cash()],
    );
    add(Speaker::Debtor, "Sí.", &["agree"], vec![]);
    add(
        Speaker::Agent,
        "Repaso: 900 el viernes en efectivo; le envío el recibo. ¿Correcto?",
        &["summarize", "next_step", "check_understanding"],
        vec![money(), friday(), cash()],
    );
    add(Speaker::Debtor, "Correcto.", &["agree"], vec![]);
    HeardCall { call, heard }
}

fn turn(text: &str, acts: &[&str], entities: Vec<(&str, Value)>) -> Heard {
    let hit = |id: &&str| ActHit {
        act: (*id).into(),
        span: 0..text.len(),
        reason: Reason::Pattern { act: (*id).into(), wording: "trial".to_owned() },
    };
    let entity = |(words, value): (&str, Value)| {
        let start = text.find(words)?;
        Some(Entity {
            value,
            alternative: None,
            span: start..start + words.len(),
            certainty: Certainty::Exact,
        })
    };
    Heard {
        acts: acts.iter().map(hit).collect(),
        entities: entities.into_iter().filter_map(entity).collect(),
    }
}
