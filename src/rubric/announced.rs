//! The consequences that the agent announces, as measures see them: by how they read.

use std::rc::Rc;

use super::scene::{Mark, Scene, Witnesses};
use super::vocabulary::{Transcript, int};
use crate::nlu::consequence::{self, Reading};
use crate::sandbox::Engine;

/// The announcements of a call.
#[derive(Debug, Clone)]
struct Announced {
    scene: Rc<Scene>,
    list: Rc<[(Reading, Mark)]>,
}

impl Announced {
    fn all(scene: &Rc<Scene>) -> Self {
        let found = consequence::find(&scene.heard).into_iter().map(|found| {
            (
                found.reading,
                Mark { turn: found.turn.0, span: found.span, act: None, value: None, excess: None },
            )
        });
        Self { scene: Rc::clone(scene), list: found.collect() }
    }

    fn reading(&self, wanted: Reading) -> Witnesses {
        let marks = self.list.iter().filter(|(reading, _)| *reading == wanted);
        Witnesses { scene: Rc::clone(&self.scene), list: marks.map(|(_, mark)| mark.clone()).collect() }
    }
}

/// Teaches an engine the words for consequences.
pub(super) fn register(engine: &mut Engine) {
    engine
        .register_get("consequences", |t: &mut Transcript| Announced::all(&t.0))
        .register_type_with_name::<Announced>("consequences")
        .register_get("len", |a: &mut Announced| int(a.list.len()))
        .register_get("empty", |a: &mut Announced| a.list.is_empty())
        .register_get("informs", |a: &mut Announced| a.reading(Reading::Informs))
        .register_get("ambiguous", |a: &mut Announced| a.reading(Reading::Ambiguous))
        .register_get("threatens", |a: &mut Announced| a.reading(Reading::Threatens));
}
