//! Questions with their answers and objections with what the agent made of them, as measures see them.

use std::rc::Rc;

use super::scene::{Mark, Scene, Witnesses};
use super::vocabulary::{Fallible, Transcript, int, names, place};
use crate::call::Speaker;
use crate::nlu::links::{ActAt, Fate};
use crate::sandbox::{Dynamic, Engine};

/// What raises a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Question,
    Objection,
}

/// A question or an objection with what it led to.
#[derive(Debug, Clone)]
struct Link {
    subject: Subject,
    by: Speaker,
    fate: Fate,
    raised: Vec<Mark>,
    replies: Vec<Mark>,
}

/// Some links of a call, in the order in which they were raised.
#[derive(Debug, Clone)]
pub(super) struct Linked {
    scene: Rc<Scene>,
    list: Rc<[Link]>,
}

impl Linked {
    fn all(scene: &Rc<Scene>) -> Self {
        let links = scene.links();
        let questions = links.questions.iter().map(|question| Link {
            subject: Subject::Question,
            by: question.by,
            fate: question.fate,
            raised: question.asks.iter().map(of_act).collect(),
            // The whole turn answers: which of its words do so is more than was heard.
            replies: question.answer.iter().map(|answer| scene.whole(answer.turn.0)).collect(),
        });
        let objections = links.objections.iter().map(|objection| Link {
            subject: Subject::Objection,
            by: Speaker::Debtor,
            fate: objection.fate(),
            raised: vec![of_act(&objection.raised)],
            replies: objection.taken_up().map(of_act).collect(),
        });
        let mut list: Vec<Link> = questions.chain(objections).collect();
        list.sort_by_key(Link::turn);
        Self { scene: Rc::clone(scene), list: list.into() }
    }

    fn filtered(&self, keep: impl Fn(&Link) -> bool) -> Self {
        let list = self.list.iter().filter(|link| keep(link)).cloned().collect();
        Self { scene: Rc::clone(&self.scene), list }
    }

    /// Those raised by one of `acts`, or of those families.
    fn of(&self, acts: &[String]) -> Self {
        self.filtered(|link| {
            let mut own = link.raised.iter().filter_map(|mark| mark.act.as_ref());
            own.any(|own| acts.iter().any(|act| own.is(act)))
        })
    }

    fn marks<'a>(&'a self, of: impl Fn(&'a Link) -> &'a [Mark]) -> Witnesses {
        let marks = self.list.iter().flat_map(of).filter(|mark| !mark.span.is_empty());
        let mut list: Vec<Mark> = marks.cloned().collect();
        // One turn can answer several questions: it is quoted once, and in its place.
        list.sort_by_key(|mark| (mark.turn, mark.span.start));
        list.dedup();
        Witnesses { scene: Rc::clone(&self.scene), list: list.into() }
    }
}

impl Link {
    fn turn(&self) -> usize {
        self.raised.first().map_or(0, |mark| mark.turn)
    }
}

fn of_act(at: &ActAt) -> Mark {
    Mark { turn: at.turn.0, span: at.span.clone(), act: Some(at.act.clone()), value: None, excess: None }
}

/// Teaches an engine the words for links.
pub(super) fn register(engine: &mut Engine) {
    engine
        .register_get("links", |t: &mut Transcript| Linked::all(&t.0))
        .register_type_with_name::<Linked>("links")
        .register_get("len", |l: &mut Linked| int(l.list.len()))
        .register_get("empty", |l: &mut Linked| l.list.is_empty())
        .register_get("questions", |l: &mut Linked| l.filtered(|link| link.subject == Subject::Question))
        .register_get("objections", |l: &mut Linked| l.filtered(|link| link.subject == Subject::Objection))
        .register_get("agent", |l: &mut Linked| l.filtered(|link| link.by == Speaker::Agent))
        .register_get("debtor", |l: &mut Linked| l.filtered(|link| link.by == Speaker::Debtor))
        .register_get("answered", |l: &mut Linked| l.filtered(|link| link.fate == Fate::Answered))
        .register_get("ignored", |l: &mut Linked| l.filtered(|link| link.fate == Fate::Ignored))
        .register_get("pending", |l: &mut Linked| l.filtered(|link| link.fate == Fate::Pending))
        .register_get("witnesses", |l: &mut Linked| l.marks(|link| &link.raised))
        .register_get("replies", |l: &mut Linked| l.marks(|link| &link.replies))
        .register_fn("of", |l: &mut Linked, acts: Dynamic| -> Fallible<Linked> {
            names(&acts).map(|acts| l.of(&acts))
        })
        .register_fn("after", |l: &mut Linked, x: Dynamic| -> Fallible<Linked> {
            place(&x).map(|turn| l.filtered(|link| link.turn() > turn))
        })
        .register_fn("before", |l: &mut Linked, x: Dynamic| -> Fallible<Linked> {
            place(&x).map(|turn| l.filtered(|link| link.turn() < turn))
        });
}
