//! Whatever happens in a call, the shipped measures judge it: no fault, no verdict without words, no number out
//! of bounds.

use proptest::prelude::*;

use super::*;
use crate::call::{Speaker, Timing};
use crate::nlu::entity::Value;

const TEXTS: &[&str] =
    &["Sí.", "Le llamo por 900 pesos.", "ñandú ¿qué?", " ajá ", "El lunes 30, por transferencia."];

#[derive(Debug, Clone)]
struct SaidTurn {
    speaker: Speaker,
    text: usize,
    acts: Vec<usize>,
    named: Vec<usize>,
    cut: bool,
}

fn said_turn() -> impl Strategy<Value = SaidTurn> {
    let speaker = prop_oneof![
        5 => Just(Speaker::Agent),
        5 => Just(Speaker::Debtor),
        1 => Just(Speaker::ThirdParty),
    ];
    let acts = prop::collection::vec(0..200_usize, 0..4);
    let named = prop::collection::vec(0..5_usize, 0..3);
    (speaker, 0..TEXTS.len(), acts, named, any::<bool>())
        .prop_map(|(speaker, text, acts, named, cut)| SaidTurn { speaker, text, acts, named, cut })
}

fn staged(turns: &[SaidTurn], ids: &[String]) -> Staged {
    let mut call = Staged::new();
    for (at, turn) in turns.iter().enumerate() {
        let text = TEXTS[turn.text];
        let acts: Vec<&str> = turn.acts.iter().map(|act| ids[act % ids.len()].as_str()).collect();
        call = call.turn(turn.speaker, text, &acts);
        for named in &turn.named {
            call = match named {
                0 => call.money(text, 900),
                1 => call.day(text, 30),
                2 => call.method(text, Method::Transfer),
                3 => call.plan(text, 3, 300),
                _ => call.names(text, Value::Percent(20.into())),
            };
        }
        let start = at as u64 * 1000;
        let last = call.0.call.turns.last_mut().expect("there is a turn");
        last.timing = Some(Timing { start, end: Some(start + if turn.cut { 2500 } else { 900 }) });
    }
    call
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_call_is_judged(turns in prop::collection::vec(said_turn(), 0..14)) {
        let card = CARD.with(std::rc::Rc::clone);
        let ids: Vec<String> = acts().into_iter().collect();
        let call = staged(&turns, &ids);
        let evaluation = Judge::new(&card).evaluate(&call.0);
        prop_assert!(evaluation.diagnostics.is_empty(), "{}", rendered(&evaluation.diagnostics));
        let hundred = Points::from_integer(100);
        let applied: Points = evaluation.items.iter().map(|item| item.applied).sum();
        prop_assert!(applied == hundred || evaluation.score.is_none());
        prop_assert!(evaluation.score.is_none_or(|score| score >= Points::from_integer(0) && score <= hundred));
        for part in evaluation.items.iter().flat_map(|item| &item.parts) {
            prop_assert!(!part.evidence.is_empty() || part.absence.is_some());
            for evidence in &part.evidence {
                let turn = &call.0.call.turns[evidence.turn.0];
                prop_assert_eq!(&turn.text[evidence.span.clone()], &evidence.quote);
            }
        }
    }
}

thread_local! {
    static CARD: std::rc::Rc<Scorecard> = std::rc::Rc::new(essential());
}
