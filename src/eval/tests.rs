//! Figures counted by hand.

use super::{Confusion, Counts, Fault, Labelled, Tally, View};
use crate::call::Speaker;
use crate::nlu::{Act, ActHit, Heard, Reason};

const TEXT: &str = "Entiendo, ¿qué pasó?";

fn set(acts: &[&str]) -> std::collections::BTreeSet<Act> {
    acts.iter().map(|act| Act::from(*act)).collect()
}

/// A turn with its labels; those in doubt end in `?`.
fn turn(id: &str, labels: &[&str]) -> Labelled {
    let (maybe, acts): (Vec<&str>, Vec<&str>) = labels.iter().partition(|label| label.ends_with('?'));
    let maybe: Vec<&str> = maybe.iter().map(|label| label.trim_end_matches('?')).collect();
    Labelled {
        id: id.to_owned(),
        speaker: Speaker::Agent,
        country: Some("MX".to_owned()),
        style: None,
        text: TEXT.to_owned(),
        acts: set(&acts),
        maybe: set(&maybe),
    }
}

fn hit(act: &str, reason: Reason) -> ActHit {
    ActHit { act: Act::from(act), span: 0..8, reason }
}

fn heard(acts: &[&str]) -> Heard {
    let pattern = |act: &str| Reason::Pattern { act: Act::from(act), wording: "plain".into() };
    Heard { acts: acts.iter().map(|act| hit(act, pattern(act))).collect(), entities: Vec::new() }
}

/// Turns with what is there and what was heard.
fn tally(view: View, watched: Option<&str>, turns: &[(&[&str], &[&str])]) -> Tally {
    let mut tally = Tally::new(view, watched.map(Act::from));
    for (at, (labels, acts)) in turns.iter().enumerate() {
        tally.add(&turn(&at.to_string(), labels), &heard(acts));
    }
    tally
}

/// Name, right, missed, false.
fn rows(tally: &Tally) -> Vec<(String, [u64; 3])> {
    let counts = |counts: Counts| [counts.right, counts.missed, counts.false_alarms];
    let name = |name: Option<String>| name.unwrap_or_else(|| "—".to_owned());
    tally.groups().into_iter().map(|group| (name(group.name), counts(group.counts))).collect()
}

fn row(name: &str, counts: [u64; 3]) -> (String, [u64; 3]) {
    (name.to_owned(), counts)
}

#[test]
fn each_act_is_right_missed_or_falsely_heard_once_a_turn() {
    let tally = tally(
        View::Act,
        None,
        &[
            (&["greet"], &["greet", "greet"]),
            (&["greet", "thank"], &["greet"]),
            (&["thank"], &["thank", "joke"]),
            (&["hold"], &["joke"]),
        ],
    );
    let expected =
        [row("greet", [2, 0, 0]), row("thank", [1, 1, 0]), row("hold", [0, 1, 0]), row("joke", [0, 0, 2])];
    assert_eq!(rows(&tally), expected, "best heard first");
    // F1 of the three acts with labels: 1, 2/3 and 0. Of all together: 6 of 6 + 2 + 2.
    let (macro_f1, acts) = tally.macro_f1();
    assert_eq!((macro_f1.unwrap().to_string().as_str(), acts), ("0.56", 3));
    assert_eq!(tally.total().f1().unwrap().hundredths().to_string(), "0.60");
}

#[test]
fn what_is_in_doubt_counts_neither_for_nor_against() {
    let turns: [(&[&str], &[&str]); 3] =
        [(&["greet", "thank?"], &["greet", "thank"]), (&["thank?"], &[]), (&["thank"], &["thank"])];
    assert_eq!(rows(&tally(View::Act, None, &turns)), [row("greet", [1, 0, 0]), row("thank", [1, 0, 0])]);
}

#[test]
fn a_sign_of_listening_in_a_turn_that_does_nothing_is_no_harm() {
    let turns: [(&[&str], &[&str]); 5] = [
        (&[], &[]),
        (&[], &["backchannel"]),
        (&[], &["backchannel", "greet"]),
        (&["joke?"], &["joke"]),
        (&["greet"], &["thank"]),
    ];
    assert_eq!(tally(View::Act, None, &turns).idle(), (4, 1));
}

#[test]
fn an_act_taken_for_another_of_its_family_is_right_by_family() {
    let turns: [(&[&str], &[&str]); 3] = [
        (&["offer.partial"], &["offer.discount"]),
        (&["offer.partial", "offer.choice"], &["greet"]),
        (&["offer.choice?"], &["offer.discount"]),
    ];
    assert_eq!(rows(&tally(View::Family, None, &turns)), [row("offer", [1, 1, 0]), row("greet", [0, 0, 1])]);
}

#[test]
fn turns_are_grouped_by_what_they_say_of_themselves() {
    let turns: [(&[&str], &[&str]); 2] = [(&["greet", "thank"], &["greet"]), (&["hold"], &["joke"])];
    let of = |view| rows(&tally(view, None, &turns));
    assert_eq!(of(View::Country), [row("MX", [1, 2, 1])]);
    assert_eq!(of(View::Speaker), [row("agent", [1, 2, 1])]);
    assert_eq!(of(View::Style), [row("—", [1, 2, 1])], "which these do not say");
}

#[test]
fn hits_are_grouped_by_why_they_were_heard() {
    let mut tally = Tally::new(View::Source, None);
    let echo = || Reason::Echo { words: vec!["sueldo".into()] };
    let context = Reason::Context { asked: Act::from("question.closed") };
    let acts = vec![hit("paraphrase", echo()), hit("agree", context), hit("reflect", echo())];
    tally.add(&turn("1", &["paraphrase", "agree", "thank"]), &Heard { acts, entities: Vec::new() });
    tally.add(&turn("2", &["greet"]), &heard(&["greet"]));
    let expected = [row("context", [1, 0, 0]), row("pattern", [1, 0, 0]), row("echo", [1, 0, 1])];
    assert_eq!(rows(&tally), expected);
}

#[test]
fn a_missed_act_tells_what_was_heard_instead() {
    let turns: [(&[&str], &[&str]); 4] = [
        (&["empathize"], &["acknowledge"]),
        (&["empathize", "greet"], &["acknowledge", "greet"]),
        (&["empathize"], &[]),
        (&["greet"], &["thank"]),
    ];
    let act = |id: &str| Act::from(id);
    assert_eq!(
        tally(View::Act, None, &turns).confusions(),
        [
            Confusion {
                act: act("empathize"),
                missed: 3,
                instead: vec![(Some(act("acknowledge")), 2), (None, 1)]
            },
            Confusion { act: act("greet"), missed: 1, instead: vec![(Some(act("thank")), 1)] },
        ]
    );
}

#[test]
fn the_mistakes_of_one_act_or_family_are_kept_with_what_was_heard() {
    let turns: [(&[&str], &[&str]); 4] = [
        (&["question.open"], &["greet"]),
        (&["greet"], &["greet", "question.open"]),
        (&["question.open"], &["question.open"]),
        (&["thank"], &[]),
    ];
    for watched in ["question.open", "question"] {
        let tally = tally(View::Act, Some(watched), &turns);
        let (_, mistakes) = tally.mistakes().unwrap();
        let told: Vec<_> = mistakes
            .iter()
            .map(|it| (it.turn.as_str(), it.fault, it.heard[0].act.id(), it.words(&it.heard[0].span)))
            .collect();
        assert_eq!(
            told,
            [
                ("0", Fault::Missed, "greet", "Entiendo"),
                ("1", Fault::FalseAlarm, "question.open", "Entiendo")
            ]
        );
    }
    assert!(tally(View::Act, None, &turns).mistakes().is_none(), "nobody asked");
}
