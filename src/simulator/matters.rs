//! What people are asked in any call beside what they owe: their children, their work, the letter that was sent. The common
//! library knows such a topic by its wordings, and what anybody would answer; a scenario answers it its own way.

use crate::nlu::Heard;
use crate::nlu::pattern::Pattern;
use crate::simulator::asked::Asked;
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Incoming, Say, is_asked};
use crate::simulator::line::Variants;
use crate::simulator::typed::Segment;
use crate::source::Span;

/// What the wordings of a matter are heard as, before its id: apart from the topic of that name, which is an act that the
/// scenario waits for.
const HEARD_AS: &str = "matter_";

/// Kinds of question about the call itself, whatever their words resemble.
const OF_THE_CALL: [Asked; 4] = [Asked::Note, Asked::CanTalk, Asked::HearsMe, Asked::NothingElse];

/// A topic of the common library.
#[derive(Debug, Clone)]
pub(super) struct Matter {
    pub(super) id: String,
    /// Who is asked such a thing, where only one segment is.
    pub(super) segment: Option<Segment>,
    pub(super) patterns: Vec<Pattern>,
    /// Acts that a turn about it does not do, whatever it resembles.
    pub(super) never: Vec<String>,
    /// What anybody would say to it.
    pub(super) says: Variants,
}

/// The wordings of each, under the names that they are heard as.
pub(super) fn topics<'m>(
    matters: impl Iterator<Item = &'m Matter>,
) -> impl Iterator<Item = (String, Vec<Pattern>)> {
    matters.map(|matter| (format!("{HEARD_AS}{}", matter.id), matter.patterns.clone()))
}

/// Takes what is nobody's act out of what was heard in a turn, and what a turn about these matters is not: the ids of the
/// matters asked about, the last one last.
pub(super) fn take_out(text: &str, heard: &mut Heard, matters: &[Matter]) -> Vec<(String, Span)> {
    let mut named = Vec::new();
    heard.acts.retain(|hit| {
        let id = hit.act.id().strip_prefix("topic.").and_then(|id| id.strip_prefix(HEARD_AS));
        named.extend(id.map(|id| (id.to_owned(), hit.span.clone())));
        id.is_none()
    });
    let is_named = |matter: &&Matter| named.iter().any(|(id, _)| *id == matter.id);
    let never: Vec<&String> = matters.iter().filter(is_named).flat_map(|matter| &matter.never).collect();
    heard.acts.retain(|hit| !never.iter().any(|act| hit.act.is(act)));
    named.retain(|(_, span)| is_asked(text, heard, span));
    named.sort_by(|a, b| (a.1.start, &a.0).cmp(&(b.1.start, &b.0)));
    named.dedup_by(|next, one| next.0 == one.0);
    named
}

impl Debtor<'_> {
    /// Whether an act is a topic that only the library has wordings for.
    pub(super) fn is_common_topic(&self, act: &str) -> bool {
        let Some(id) = act.strip_prefix("topic.") else { return false };
        !self.scenario.topics.contains_key(id) && self.scenario.matters.iter().any(|it| it.id == id)
    }

    /// What anybody would answer to the last matter asked about that something is left to be said of.
    pub(super) fn answer_matter(&mut self, turn: Incoming<'_>) -> Option<Say> {
        // "A qué se dedica": without marks, words that are about nothing else ask for it.
        let alone = turn.heard.acts.is_empty();
        if !turn.asks() && !alone || turn.asked.last().is_some_and(|kind| OF_THE_CALL.contains(kind)) {
            return None;
        }
        let matters = &self.scenario.matters;
        let named = turn.matters.iter().rev();
        let mut named = named.filter_map(|(id, span)| Some((matters.iter().find(|it| it.id == *id)?, span)));
        let (matter, span) =
            named.find(|(matter, span)| self.memory.has_fresh(&matter.says) && self.is_open(span, turn))?;
        self.note_answered(span.clone());
        self.say_variants(&matter.says, &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::{ActHit, Reason};

    #[test]
    fn matters_are_no_acts_and_come_in_the_order_of_the_words() {
        let hit = |act: &str, at: usize| ActHit {
            act: act.into(),
            span: at..at + 1,
            reason: Reason::Pattern { act: act.into(), wording: "own".to_owned() },
        };
        let mut heard = Heard {
            acts: vec![hit("topic.matter_work", 9), hit("topic.work", 9), hit("topic.matter_pets", 2)],
            ..Heard::default()
        };
        heard.acts.push(hit("pressure", 11));
        let work = Matter {
            id: "work".to_owned(),
            segment: None,
            patterns: Vec::new(),
            never: vec!["pressure".to_owned()],
            says: Variants::new("matters/work", Vec::new()),
        };
        let named = take_out("¿su perro, y su trabajo?", &mut heard, &[work]);
        assert_eq!(named, [("pets".to_owned(), 2..3), ("work".to_owned(), 9..10)]);
        assert_eq!(heard.acts.len(), 1, "{heard:?}");
        assert!(heard.has("topic.work"));
    }
}
