//! What a turn did to the debtor, for the one who said it: what was heard and by which words, what it moved, and why she
//! answered as she did.

use crate::call::Turn;
use crate::diagnostic::printable;
use crate::messages::{Arg, Messages};
use crate::nlu::{Heard, Inventory};
use crate::report::annotation::because;
use crate::report::layout::{Page, Style, Tone};
use crate::report::title;
use crate::simulator::{DRIFT, Event};

/// `mood` is trust and patience after the turn; of `events`, what the agent said last and what came of it is told.
pub fn text(
    turn: &Turn,
    heard: &Heard,
    events: &[Event],
    mood: (i32, i32),
    inventory: &Inventory,
    messages: &Messages,
    style: Style,
) -> String {
    let mut page = Page::new(style);
    if heard.acts.is_empty() {
        page.paragraph(2, "·", &messages.say("guide-heard-nothing"), Tone::Quiet);
    }
    for hit in &heard.acts {
        let args = [
            ("act", Arg::from(title::of(hit.act.id(), inventory, messages))),
            ("words", Arg::from(printable(&turn.text[hit.span.clone()]))),
            ("because", Arg::from(because(&hit.reason, messages))),
        ];
        page.paragraph(2, "·", &messages.say_with("guide-heard", &args), Tone::Plain);
    }
    let last_turn = events.iter().rposition(|event| matches!(event, Event::AgentSaid { .. })).unwrap_or(0);
    let events = &events[last_turn.min(events.len())..];
    if let Some(moves) = moves_of(events, inventory, messages) {
        page.paragraph(2, "·", &moves, Tone::Plain);
    }
    for line in happened(events, messages) {
        page.paragraph(2, "·", &line, Tone::Plain);
    }
    let args = [("trust", mood.0.into()), ("patience", mood.1.into())];
    page.paragraph(2, "·", &messages.say_with("guide-mood", &args), Tone::Quiet);
    page.finish().trim_end().to_owned()
}

/// What moved trust and patience in this turn.
fn moves_of(events: &[Event], inventory: &Inventory, messages: &Messages) -> Option<String> {
    let moves = events.iter().rev().find_map(|event| match event {
        Event::Moved { moves, .. } => Some(moves),
        _ => None,
    })?;
    let told: Vec<String> = moves
        .iter()
        .map(|step| {
            let cause = if step.cause == DRIFT {
                messages.say("guide-drift")
            } else {
                title::of(&step.cause, inventory, messages).to_lowercase()
            };
            let args = [
                ("cause", Arg::from(cause)),
                ("trust", Arg::from(signed(step.trust))),
                ("patience", Arg::from(signed(step.patience))),
            ];
            messages.say_with("guide-move", &args)
        })
        .collect();
    Some(messages.say_with("guide-moved", &[("moves", told.join("; ").into())]))
}

/// What became of objections and facts, and the situations that the last answer was made for.
fn happened(events: &[Event], messages: &Messages) -> Vec<String> {
    let named = |id: &'static str, name: &String| messages.say_with(id, &[("name", printable(name).into())]);
    let told = |event: &Event| match event {
        Event::Yielded { objection, .. } => Some(named("guide-yielded", objection)),
        Event::Hardened { objection, .. } => Some(named("guide-hardened", objection)),
        Event::Disclosed { fact, .. } => Some(named("guide-disclosed", fact)),
        Event::PressedOn { .. } => Some(messages.say("guide-pressed-on")),
        Event::TalkedOver { .. } => Some(messages.say("guide-talked-over")),
        Event::Ignored { question, .. } => Some(named("guide-ignored", question)),
        Event::SignalTaken { taken: false, .. } => Some(messages.say("guide-signal-missed")),
        Event::DebtorSaid { because, .. } => Some(named("guide-because", &because.join(", "))),
        _ => None,
    };
    events.iter().filter_map(told).collect()
}

fn signed(value: i32) -> String {
    if value > 0 { format!("+{value}") } else { value.to_string() }
}
