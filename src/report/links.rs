//! How the turns of a call hang together, for people: each question with its answer, each objection with what the
//! agent made of it.

use super::layout::{Page, Style, Tone, shortened};
use crate::call::TurnIndex;
use crate::diagnostic::printable;
use crate::messages::{Arg, Messages};
use crate::nlu::HeardCall;
use crate::nlu::links::{ActAt, Fate, Links, Objection, Question};
use crate::source::Span;

/// A quote of more characters is cut.
const QUOTE: usize = 60;

/// The links of a call, one paragraph each.
pub fn text(call: &HeardCall, links: &Links, messages: &Messages, style: Style) -> String {
    let mut writer = Writer { page: Page::new(style), call, messages };
    writer.page.heading(&messages.say("links-questions"));
    writer.nothing(links.questions.is_empty());
    for question in &links.questions {
        writer.question(question);
    }
    writer.page.heading(&messages.say("links-objections"));
    writer.nothing(links.objections.is_empty());
    for objection in &links.objections {
        writer.objection(objection);
    }
    writer.page.finish()
}

struct Writer<'a> {
    page: Page,
    call: &'a HeardCall,
    messages: &'a Messages,
}

impl Writer<'_> {
    fn nothing(&mut self, none: bool) {
        if none {
            self.page.paragraph(2, "", &self.messages.say("links-none"), Tone::Quiet);
        }
    }

    fn question(&mut self, question: &Question) {
        let raised = self.done(&question.asks);
        let outcome = match (&question.answer, question.fate) {
            (Some(answer), _) => {
                let said = self.said(answer.turn, &answer.span, &ids(&answer.acts));
                self.messages.say_with("links-answered", &[("said", said.into())])
            }
            (None, Fate::Pending) => self.messages.say("links-pending"),
            (None, _) => self.messages.say("links-unanswered"),
        };
        self.line(question.fate, &raised, &outcome);
    }

    fn objection(&mut self, objection: &Objection) {
        let raised = &objection.raised;
        let said = self.said(raised.turn, &raised.span, raised.act.id());
        let fate = objection.fate();
        let outcome = match fate {
            Fate::Answered => {
                let replies = objection.replies.iter().filter(|reply| !reply.takes_up.is_empty());
                let replies: Vec<String> = replies.map(|reply| self.done(&reply.takes_up)).collect();
                self.messages.say_with("links-taken-up", &[("said", replies.join("; ").into())])
            }
            Fate::Ignored => self.messages.say("links-passed-over"),
            Fate::Pending => self.messages.say("links-pending"),
        };
        self.line(fate, &said, &outcome);
    }

    /// Acts of one turn: their words from the first to the last, and the acts in a row.
    fn done(&self, acts: &[ActAt]) -> String {
        let start = acts.iter().map(|at| at.span.start).min().unwrap_or(0);
        let end = acts.iter().map(|at| at.span.end).max().unwrap_or(0);
        let turn = acts.first().map_or(TurnIndex(0), |at| at.turn);
        self.said(turn, &(start..end), &ids(acts))
    }

    fn line(&mut self, fate: Fate, raised: &str, outcome: &str) {
        let (mark, tone) = match fate {
            Fate::Answered => ("✓", Tone::Good),
            Fate::Ignored => ("✗", Tone::Bad),
            Fate::Pending => ("·", Tone::Quiet),
        };
        self.page.paragraph(2, mark, raised, tone);
        self.page.paragraph(4, "", outcome, Tone::Plain);
    }

    /// Words of a turn, with who said them and what was heard in them.
    fn said(&self, turn: TurnIndex, span: &Span, acts: &str) -> String {
        let quote =
            self.call.call.turn(turn).and_then(|turn| turn.text.get(span.clone())).unwrap_or_default();
        let speaker = self.call.call.turn(turn).map_or("system", |turn| turn.speaker.id()).replace('_', "-");
        let speaker = self.messages.say(&format!("report-speaker-{speaker}"));
        let args = [
            ("turn", Arg::from(turn.number())),
            ("speaker", speaker.into()),
            ("quote", shortened(&printable(quote), QUOTE).into()),
            ("acts", if acts.is_empty() { "none".into() } else { acts.into() }),
        ];
        self.messages.say_with("links-said", &args)
    }
}

fn ids(acts: &[ActAt]) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for at in acts {
        if !ids.contains(&at.act.id()) {
            ids.push(at.act.id());
        }
    }
    ids.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;
    use crate::nlu::links;
    use crate::nlu::staged::Staged;
    use crate::report::Colour;

    fn told(call: &Staged) -> String {
        let style = Style { width: 100, colour: Colour::Off };
        text(&call.0, &links::find(&call.0), &Messages::new(Language::Es), style)
    }

    #[test]
    fn each_link_tells_its_turns_their_words_and_what_became_of_it() {
        let call = Staged::new()
            .agent("¿Qué le pasó?", &["question.open", "question.cause"])
            .debtor("Perdí el empleo.", &["hardship.job_loss"])
            .agent("Lo lamento. Cuénteme.", &["empathize=Lo lamento.", "invite_to_speak=Cuénteme."])
            .debtor("¿Y ahora?", &["question"])
            .agent("Pague ya.", &["pressure"])
            .agent("¿Me oye?", &["question.closed"]);
        assert_eq!(
            told(&call),
            "
Preguntas y respuestas
  ✓ turno 1, agente: «¿Qué le pasó?» (question.open, question.cause)
    respondida: turno 2, cliente: «Perdí el empleo.» (hardship.job_loss)
  ✗ turno 4, cliente: «¿Y ahora?» (question)
    sin respuesta
  · turno 6, agente: «¿Me oye?» (question.closed)
    la otra parte ya no habló

Objeciones del cliente
  ✓ turno 2, cliente: «Perdí el empleo.» (hardship.job_loss)
    retomada: turno 3, agente: «Lo lamento. Cuénteme.» (empathize, invite_to_speak)
"
        );
    }

    #[test]
    fn a_call_without_questions_or_objections_says_so_and_obeys_no_escape_sequence() {
        assert_eq!(told(&Staged::new().agent("Hola.", &["greet"])).matches("(ninguna)").count(), 2);
        assert!(!told(&Staged::new().agent("¿\u{1b}[2J?", &["question.open"])).contains('\u{1b}'));
    }
}
