//! Questions of which nothing was heard but their mark: *¿Ninguno de los días?*, *Harto, ¿de qué?*

use crate::call::Speaker;
use crate::nlu::act::Act;
use crate::nlu::heard::{ActHit, Heard, Reason};
use crate::nlu::lexicon::Lexicon;
use crate::nlu::precedence::Precedence;
use crate::nlu::text::{Break, Word};
use crate::source::Span;

/// How the reason is called: the mark stands for a wording.
const MARK: &str = "mark";
/// Where it is as likely as this that a turn does nothing, its mark makes it no question.
pub(super) const IDLE: f32 = 0.5;
/// Fewer words are a tag ("¿no?"), a greeting or a sign of listening.
const LEAST_WORDS: usize = 3;
/// A last stretch after a comma that is no longer than this only asks for a yes to what is told.
const WORDS_OF_A_TAG: usize = 2;
/// What may stand in a sentence without accounting for its mark.
const BESIDE: [&str; 5] = ["acknowledge", "backchannel", "empathize", "paraphrase", "reflect"];

/// What decides that a mark makes a question.
pub(super) struct Form<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) precedence: &'a Precedence,
    /// Words that a lexicon excepts from an act.
    pub(super) excepted: &'a [(Act, Span)],
}

impl Form<'_> {
    /// Adds a question for each sentence with a question mark that nothing heard in it accounts for.
    pub(super) fn add(&self, heard: &mut Heard, speaker: Speaker, words: &[Word]) {
        let sentences = words.chunk_by(|_, next| next.before != Break::Sentence);
        for sentence in sentences {
            // What leads to an opening mark is told.
            let from = sentence.iter().position(|word| word.asked).unwrap_or(sentence.len());
            let sentence = &sentence[from..];
            let (Some(first), Some(last)) = (sentence.first(), sentence.last()) else { continue };
            let span = first.span.start..last.span.end;
            if sentence.len() < LEAST_WORDS || ends_in_a_tag(sentence) || is_accounted_for(heard, &span) {
                continue;
            }
            if let Some(act) = self.meant(speaker, sentence).filter(|_| !self.is_excepted(&span)) {
                let reason = Reason::Pattern { act: act.clone(), wording: MARK.to_owned() };
                heard.acts.push(ActHit { act: act.clone(), span, reason });
            }
        }
    }

    /// The first act whose beginning it has.
    fn meant(&self, speaker: Speaker, sentence: &[Word]) -> Option<&Act> {
        let mut acts = self.lexicon.acts.iter().enumerate();
        let meant = acts.find(|(at, act)| {
            let asks = |words: &[String]| words.is_empty() || begins_with(sentence, words, self.lexicon);
            act.marked_by.as_deref().is_some_and(asks) && self.precedence.may_perform(speaker, *at)
        });
        meant.map(|(_, act)| &act.act)
    }

    /// Whether words of the sentence are excepted from any act that a mark makes: "¿me escucha?"
    fn is_excepted(&self, sentence: &Span) -> bool {
        let marked = |act: &Act| self.lexicon.acts.iter().any(|it| it.act == *act && it.marked_by.is_some());
        let mut inside =
            self.excepted.iter().filter(|(_, span)| span.start < sentence.end && sentence.start < span.end);
        inside.any(|(act, _)| marked(act))
    }
}

fn is_accounted_for(heard: &Heard, sentence: &Span) -> bool {
    let mut inside =
        heard.acts.iter().filter(|hit| hit.span.start < sentence.end && sentence.start < hit.span.end);
    inside.any(|hit| !BESIDE.iter().any(|act| hit.act == *act))
}

fn ends_in_a_tag(sentence: &[Word]) -> bool {
    let last = sentence.iter().rposition(|word| word.before != Break::None).unwrap_or(0);
    last > 0 && sentence.len() - last <= WORDS_OF_A_TAG
}

/// Whether a stretch between commas begins with one of the words, but for those that carry no content.
fn begins_with(sentence: &[Word], words: &[String], lexicon: &Lexicon) -> bool {
    let asks = |word: &Word| words.contains(&word.folded);
    let mut stretches = sentence.chunk_by(|_, next| next.before == Break::None);
    stretches.any(|stretch| {
        let idle = |word: &&Word| !asks(word) && lexicon.function_words.contains(&word.folded);
        stretch.iter().find(|word| !idle(word)).is_some_and(asks)
    })
}

#[cfg(test)]
mod tests {
    use crate::call::Speaker;
    use crate::messages::Language;
    use crate::nlu::entity::Setting;
    use crate::nlu::inventory::Inventory;
    use crate::nlu::{Ear, Lexicon, Line, SOME_DAY};
    use crate::source::Source;

    const ACTS: &str = "format: acts/1
acts:
  - {id: open, by: agent, title: {es: Abierta, en: Open}}
  - {id: closed, by: agent, title: {es: Cerrada, en: Closed}}
  - {id: greet, by: agent, title: {es: Saluda, en: Greets}}
";
    const WORDINGS: &str = "format: lexicon/1
language: es
function_words: [y, en, de, por]
acts:
  - {act: open, marked_by: [qué, por qué]}
  - {act: closed, marked_by: [], patterns: {pays: [PAGAR]}, except: [me escucha]}
  - {act: greet, patterns: {how: [como esta]}}
";

    fn heard(text: &str) -> Vec<String> {
        let inventory = Inventory::read(Source::new("acts.yaml", ACTS)).unwrap();
        let source = Source::new("words.yaml", WORDINGS);
        let ear = Ear::new(Lexicon::read(Language::Es, vec![source], &inventory).unwrap(), inventory);
        let setting = Setting {
            language: Language::Es,
            country: None,
            currency: None,
            today: SOME_DAY,
            holidays: Vec::new(),
            names: Vec::new(),
        };
        let heard = ear.hear(Line { speaker: Speaker::Agent, text }, &[], &setting);
        heard.acts.iter().map(|hit| hit.act.id().to_owned()).collect()
    }

    #[test]
    fn a_marked_sentence_of_which_nothing_is_heard_is_a_question() {
        assert_eq!(heard("¿Ninguno de los domingos?"), ["closed"]);
        assert_eq!(heard("Ya veo. ¿Y en qué sentido amargo?"), ["open"]);
        assert_eq!(heard("Amargo, ¿por qué tan amargo?"), ["open"]);
        assert_eq!(heard("¿Dice que no hay domingos?"), ["closed"]);
    }

    #[test]
    fn what_is_told_greeted_tagged_or_excepted_is_none() {
        for text in ["Ninguno de los domingos.", "Nada de eso, ¿verdad?", "¿Me escucha usted?", "¿Ah, sí?"]
        {
            assert!(heard(text).is_empty(), "{text}");
        }
        assert_eq!(heard("¿Cómo está usted hoy?"), ["greet"]);
    }
}
