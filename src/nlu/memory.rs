//! What an ear remembers of lines that it heard, so that who hears the same lines again and again (a scripted
//! rehearsal, a call whose turns are each other's context) pays for each once. It changes nothing in what is heard.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use crate::call::Speaker;
use crate::nlu::act::Act;
use crate::nlu::ear::{Alone, Ear, Earlier, Line, Previous, previous, recent};
use crate::nlu::echo::{Echo, StemPlaces, taken_up};
use crate::nlu::entity::Setting;
use crate::nlu::heard::{Heard, Reason};

/// How many lines are remembered where nobody says.
const ROOM: usize = 4096;

/// The memory of an ear; the caller keeps it from one line to the next, and from one call to the next. It holds so
/// many lines and no more: when it is full, it forgets them all. What another ear heard, or the same in another
/// setting, it forgets too.
#[derive(Debug)]
pub struct Memory {
    room: usize,
    /// Whose memory it is now.
    of: Option<(Arc<()>, Setting)>,
    lines: FxHashMap<Box<str>, Arc<Remembered>>,
    heard: FxHashMap<Situation, Heard>,
}

/// A line by itself.
#[derive(Debug)]
struct Remembered {
    alone: Alone,
    /// Worked out when something is to be taken up.
    stems: OnceLock<StemPlaces>,
}

impl Remembered {
    fn stems(&self, ear: &Ear) -> &StemPlaces {
        self.stems.get_or_init(|| ear.stems_of(&self.alone.words))
    }
}

/// The line right before.
#[derive(Debug, PartialEq, Eq, Hash)]
struct SaidBefore {
    text: Box<str>,
    /// What was heard in it, up to where, and whether by the second layer.
    heard: Vec<(Act, usize, bool)>,
}

/// All that decides what is heard in a line, beside the ear and the setting.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Situation {
    speaker: Speaker,
    text: Box<str>,
    /// What the other party said right before.
    previous: Option<SaidBefore>,
    taken_up: Echo,
}

impl Default for Memory {
    fn default() -> Self {
        Self::new(ROOM)
    }
}

impl Memory {
    /// Room for so many lines, and for as many situations that they were heard in.
    pub fn new(room: usize) -> Self {
        Self { room, of: None, lines: FxHashMap::default(), heard: FxHashMap::default() }
    }

    /// Forgets what others heard.
    fn serve(&mut self, ear: &Ear, setting: &Setting) {
        let same =
            |(ear_then, then): &(Arc<()>, Setting)| Arc::ptr_eq(ear_then, ear.identity()) && then == setting;
        if !self.of.as_ref().is_some_and(same) {
            self.lines.clear();
            self.heard.clear();
            self.of = Some((Arc::clone(ear.identity()), setting.clone()));
        }
    }

    fn line(&mut self, ear: &Ear, text: &str, setting: &Setting) -> Arc<Remembered> {
        if let Some(line) = self.lines.get(text) {
            return Arc::clone(line);
        }
        let alone = ear.hear_text(text, setting);
        let line = Arc::new(Remembered { alone, stems: OnceLock::new() });
        if self.lines.len() >= self.room {
            self.lines.clear();
        }
        self.lines.insert(text.into(), Arc::clone(&line));
        line
    }
}

impl Ear {
    /// Hears as `hear` does, and remembers: what was heard once is not worked out again.
    pub fn hear_again(
        &self,
        line: Line<'_>,
        before: &[Earlier<'_>],
        setting: &Setting,
        memory: &mut Memory,
    ) -> Heard {
        memory.serve(self, setting);
        let this = memory.line(self, line.text, setting);
        let mut echo = Echo::default();
        let lately = recent(before);
        if self.can_take_up(line.speaker, lately) {
            let lines: Vec<(Speaker, Arc<Remembered>)> = lately
                .iter()
                .map(|earlier| (earlier.line.speaker, memory.line(self, earlier.line.text, setting)))
                .collect();
            let stems = lines.iter().map(|(by, line)| (*by, line.stems(self)));
            echo = taken_up(line.speaker, &this.alone.words, this.stems(self), stems);
        }
        let earlier = previous(line, before);
        let situation = Situation {
            speaker: line.speaker,
            text: line.text.into(),
            previous: earlier.map(|earlier| {
                let learnt = |reason: &Reason| matches!(reason, Reason::Examples { .. });
                let acts = &earlier.heard.acts;
                let heard =
                    acts.iter().map(|hit| (hit.act.clone(), hit.span.end, learnt(&hit.reason))).collect();
                SaidBefore { text: earlier.line.text.into(), heard }
            }),
            taken_up: echo,
        };
        if let Some(heard) = memory.heard.get(&situation) {
            return heard.clone();
        }
        let said = earlier.map(|earlier| (memory.line(self, earlier.line.text, setting), earlier.heard));
        let previous = said.as_ref().map(|(line, heard)| Previous { words: &line.alone.words, heard });
        let entities = this.alone.entities.clone();
        let heard = self.judge(line.speaker, &this.alone, entities, previous, &situation.taken_up);
        if memory.heard.len() >= memory.room {
            memory.heard.clear();
        }
        memory.heard.insert(situation, heard.clone());
        heard
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;
    use crate::nlu::inventory::Inventory;
    use crate::nlu::{Layers, Lexicon};
    use crate::source::Source;

    const ACTS: &str = "format: acts/1
acts:
  - {id: ask, by: agent, title: {es: Pregunta, en: Ask}}
  - {id: agree, by: debtor, title: {es: Acepta, en: Agree}}
";
    const WORDINGS: &str = "format: lexicon/1
language: es
acts:
  - act: ask
    patterns: {pay: [puede PAGAR]}
  - act: agree
    after: {yes: {of: [ask], hears: [si]}}
";
    const CALL: [(Speaker, &str); 4] = [
        (Speaker::Agent, "¿puede pagar 500 pesos?"),
        (Speaker::Debtor, "sí"),
        (Speaker::Agent, "gracias"),
        (Speaker::Debtor, "sí"),
    ];

    fn ear() -> Ear {
        let inventory = Inventory::read(Source::new("acts.yaml", ACTS)).unwrap();
        let source = Source::new("words.yaml", WORDINGS);
        Ear::new(Lexicon::read(Language::Es, vec![source], &inventory).unwrap(), inventory)
    }

    fn setting(day: i8) -> Setting {
        let today = jiff::civil::date(2026, 3, day);
        Setting {
            language: Language::Es,
            country: None,
            currency: None,
            today,
            holidays: Vec::new(),
            names: Vec::new(),
        }
    }

    fn call(mut hear: impl FnMut(Line<'_>, &[Earlier<'_>]) -> Heard) -> Vec<Heard> {
        let mut heard: Vec<Heard> = Vec::new();
        for (at, (speaker, text)) in CALL.iter().enumerate() {
            let before: Vec<Earlier<'_>> = CALL[..at]
                .iter()
                .zip(&heard)
                .map(|((speaker, text), heard)| Earlier { line: Line { speaker: *speaker, text }, heard })
                .collect();
            let this = hear(Line { speaker: *speaker, text }, &before);
            heard.push(this);
        }
        heard
    }

    #[test]
    fn what_is_remembered_is_what_would_be_heard_anew() {
        let ear = ear();
        let anew = call(|line, before| ear.hear(line, before, &setting(11)));
        // The same word, after a question and after none.
        assert!(anew[1].has("agree") && !anew[3].has("agree"), "{anew:?}");
        for room in [1, 2, 100] {
            let mut memory = Memory::new(room);
            for _ in 0..3 {
                let again = call(|line, before| ear.hear_again(line, before, &setting(11), &mut memory));
                assert_eq!(again, anew, "{room}");
            }
        }
    }

    #[test]
    fn it_holds_no_more_than_it_has_room_for() {
        let (ear, mut memory) = (ear(), Memory::new(2));
        for text in ["uno", "dos", "tres", "cuatro", "cinco"] {
            ear.hear_again(Line { speaker: Speaker::Agent, text }, &[], &setting(11), &mut memory);
            assert!(memory.lines.len() <= 2 && memory.heard.len() <= 2, "{text}");
        }
    }

    #[test]
    fn another_day_and_another_ear_are_heard_anew() {
        let (ear, mut memory) = (ear(), Memory::default());
        let tomorrow = Line { speaker: Speaker::Agent, text: "mañana" };
        let first = ear.hear_again(tomorrow, &[], &setting(11), &mut memory);
        let later = ear.hear_again(tomorrow, &[], &setting(12), &mut memory);
        assert_ne!(first, later);
        let ask = Line { speaker: Speaker::Agent, text: CALL[0].1 };
        assert!(ear.hear_again(ask, &[], &setting(11), &mut memory).has("ask"));
        let other = ear.with_layers(Layers::Patterns);
        assert!(other.hear_again(ask, &[], &setting(11), &mut memory).has("ask"));
        assert_eq!(memory.lines.len(), 1);
    }
}
