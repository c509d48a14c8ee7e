//! Whatever becomes of a transcript on its way, what is quoted of it stands in it.

use std::collections::BTreeSet;
use std::path::Path;

use ensayo::call::Call;
use ensayo::library::{Kind, Library};
use ensayo::messages::Language;
use ensayo::nlu::entity::Setting;
use ensayo::nlu::{Ear, HeardCall, Inventory, Lexicon};
use ensayo::rubric::{Evaluation, Evidence, Judge, Scorecard};
use ensayo::transcript::{self, Hints};
use jiff::civil::date;
use proptest::prelude::*;

const CALLS: [&str; 3] = [
    include_str!("../fixtures/calls/es/good.txt"),
    include_str!("../fixtures/calls/es/middling.txt"),
    include_str!("../fixtures/calls/es/bad.txt"),
];

/// What is found between words where a transcript went through many hands.
const DIRT: [&str; 6] = ["", " ñ", "\u{1b}[31m", "\u{a0}", "  …  ", "\u{301}"];

/// What hears and what judges; made once, for it takes longer than a call.
struct Bench {
    ear: Ear,
    card: Scorecard,
}

impl Bench {
    fn new() -> Self {
        let library = Library::new(Path::new("/nonexistent"), None);
        let inventory = Inventory::read(library.source(Kind::Lexicon, "acts").unwrap()).unwrap();
        let items = library.list(Kind::Lexicon).into_iter().filter(|item| item.id.starts_with("es/"));
        let sources = items.map(|item| library.read(Kind::Lexicon, &item).unwrap()).collect();
        let ear = Ear::new(Lexicon::read(Language::Es, sources, &inventory).unwrap(), inventory);
        let acts: BTreeSet<String> = ear.inventory().ids().map(str::to_owned).collect();
        let scripts = |name: &str| library.source(Kind::Script, name).ok();
        let card = library.source(Kind::Rubric, "esencial").unwrap();
        let card = Scorecard::load(card, &scripts, &acts).unwrap().0;
        Self { ear, card }
    }

    fn evaluate(&self, call: Call) -> (HeardCall, Evaluation) {
        let setting = Setting {
            language: Language::Es,
            country: call.country,
            currency: None,
            today: call.date.unwrap_or(date(2026, 3, 18)),
            holidays: Vec::new(),
            names: Vec::new(),
        };
        let heard = self.ear.hear_call(call, &setting);
        let evaluation = Judge::new(&self.card).evaluate(&heard);
        (heard, evaluation)
    }
}

thread_local! {
    static BENCH: Bench = Bench::new();
}

/// The lines of a call, each kept or dropped, with dirt inside.
fn spoilt() -> impl Strategy<Value = String> {
    let line = (0..8_u8, 0..DIRT.len(), 0.0..1.0_f64);
    (0..CALLS.len(), prop::collection::vec(line, 30)).prop_map(|(call, changes)| {
        let lines = CALLS[call].lines().zip(changes).filter(|(_, (kept, ..))| *kept > 0);
        let spoil = |(line, (_, dirt, at)): (&str, (u8, usize, f64))| {
            let words: Vec<&str> = line.split(' ').collect();
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a place among a few words"
            )]
            let at = 1 + (words.len().saturating_sub(1) as f64 * at) as usize;
            let (before, after) = words.split_at(at.min(words.len()));
            format!("{}{} {}", before.join(" "), DIRT[dirt], after.join(" "))
        };
        lines.map(spoil).collect::<Vec<_>>().join("\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_quote_is_a_slice_of_the_file(text in spoilt()) {
        let Ok(call) = transcript::parse("x", &text, &Hints::default()) else { return Ok(()) };
        let (heard, evaluation) = BENCH.with(|bench| bench.evaluate(call));
        prop_assert!(evaluation.diagnostics.is_empty(), "{:?}", evaluation.diagnostics);
        let parts = evaluation.items.iter().flat_map(|item| &item.parts);
        let of_parts = parts.flat_map(|part| {
            let nearest = part.absence.iter().filter_map(|absence| absence.nearest.as_ref());
            part.evidence.iter().chain(nearest)
        });
        let all: Vec<&Evidence> =
            evaluation.items.iter().flat_map(|item| &item.evidence).chain(of_parts).collect();
        for evidence in all {
            let turn = &heard.call.turns[evidence.turn.0].text;
            prop_assert_eq!(turn.get(evidence.span.clone()), Some(evidence.quote.as_str()));
            prop_assert!(text.contains(&evidence.quote), "{:?}", evidence.quote);
        }
    }
}
