//! The words that measures are written in: every type, property and function that a script may use, and what
//! each text given to them must name.

use std::cell::RefCell;
use std::rc::Rc;

use super::agreed::{self, Fact, Mentions};
use super::disclosure::{self, Disclosure};
use super::policy;
use super::scene::{Mark, Scene, Turns, Witness, Witnesses};
use super::sheet::{Finding, Outcome, RawVerdict, Search, Sheet};
use super::{announced, conduct, linked, picking, since};
use crate::call::Speaker;
use crate::sandbox::{Array, Dynamic, Engine, EvalAltResult, Fault, INT, ImmutableString, Position};

pub(super) type Fallible<T> = Result<T, Box<EvalAltResult>>;

/// What a text written in a script names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Act,
    Kind,
    Fact,
    Part,
    Feedback,
    Reason,
}

/// Function, argument (a method's object not counted), what a text there names.
pub(super) const ROLES: &[(&str, usize, Role)] = &[
    ("acts", 0, Role::Act),
    ("having", 0, Role::Act),
    ("lacking", 0, Role::Act),
    ("only", 0, Role::Act),
    ("going_over", 0, Role::Act),
    ("of", 0, Role::Act),
    ("about", 0, Role::Act),
    ("disclosures", 0, Role::Act),
    ("somebody_else", 0, Role::Act),
    ("without_near", 0, Role::Act),
    ("missed", 1, Role::Act),
    ("absent", 2, Role::Act),
    ("clean", 2, Role::Act),
    ("entities", 0, Role::Kind),
    ("said", 0, Role::Fact),
    ("against", 0, Role::Fact),
    ("earned", 0, Role::Part),
    ("partly", 0, Role::Part),
    ("lost", 0, Role::Part),
    ("absent", 0, Role::Part),
    ("clean", 0, Role::Part),
    ("advise", 0, Role::Feedback),
    ("hint", 0, Role::Part),
    ("hint", 1, Role::Feedback),
    ("no_opportunity", 0, Role::Reason),
    ("not_evaluated", 0, Role::Reason),
];

/// The kinds of entities that `entities` can be asked for.
pub(super) const KINDS: &[&str] = &[
    "money", "percent", "date", "time", "duration", "plan", "method", "number", "phone", "document",
    "account", "person",
];

/// The call, as `measure(transcript, p)` receives it.
#[derive(Debug, Clone)]
pub(super) struct Transcript(pub(super) Rc<Scene>);

#[derive(Debug, Clone)]
struct Agreed(Rc<Scene>);

/// Scripts hand values to their own functions by copy: a checklist is shared, so that all write on the same.
#[derive(Debug, Clone, Default)]
struct Checklist(Rc<RefCell<Sheet>>);

/// Teaches an engine the words of measures.
pub(super) fn register(engine: &mut Engine) {
    transcript(engine);
    turns(engine);
    witnesses(engine);
    agreement(engine);
    disclosures(engine);
    linked::register(engine);
    announced::register(engine);
    picking::register(engine);
    since::register(engine);
    conduct::register(engine);
    verdicts(engine);
}

fn transcript(engine: &mut Engine) {
    engine
        .register_type_with_name::<Transcript>("transcript")
        .register_get("agent", |t: &mut Transcript| Turns::by(&t.0, Some(Speaker::Agent)))
        .register_get("debtor", |t: &mut Transcript| Turns::by(&t.0, Some(Speaker::Debtor)))
        .register_get("other", |t: &mut Transcript| Turns::by(&t.0, Some(Speaker::ThirdParty)))
        .register_get("turns", |t: &mut Transcript| Turns::by(&t.0, None))
        .register_fn("somebody_else", |t: &mut Transcript, acts: Dynamic| -> Fallible<Witnesses> {
            Ok(listed(&t.0, conduct::somebody_else(&t.0, &names(&acts)?)))
        })
        .register_get("commitment", |t: &mut Transcript| Agreed(Rc::clone(&t.0)))
        .register_get("barred", |t: &mut Transcript| t.0.barred)
        .register_get("contested", |t: &mut Transcript| t.0.contested)
        .register_get("timed", |t: &mut Transcript| disclosure::timed(&t.0))
        .register_get("has_case", |t: &mut Transcript| t.0.call().case_file.is_some())
        .register_fn("interruptions", |t: &mut Transcript, least: INT| {
            disclosure::interruptions(&t.0, u64::try_from(least).unwrap_or(0))
        })
        .register_fn("disclosures", |t: &mut Transcript, acts: Dynamic| -> Fallible<Array> {
            let acts = names(&acts)?;
            Ok(Disclosure::find(&t.0, &acts, None).into_iter().map(Dynamic::from).collect())
        })
        .register_fn("disclosures", |t: &mut Transcript, acts: Dynamic, words: INT| -> Fallible<Array> {
            let (acts, words) = (names(&acts)?, usize::try_from(words).ok());
            Ok(Disclosure::find(&t.0, &acts, words).into_iter().map(Dynamic::from).collect())
        });
}

fn turns(engine: &mut Engine) {
    engine
        .register_type_with_name::<Turns>("turns")
        .register_get("len", |t: &mut Turns| int(t.list.len()))
        .register_get("empty", |t: &mut Turns| t.list.is_empty())
        .register_get("words", |t: &mut Turns| int(t.words()))
        .register_get("ease", |t: &mut Turns| t.ease())
        .register_get("longest", |t: &mut Turns| t.longest())
        .register_get("quotes", |t: &mut Turns| t.quotes())
        .register_get("mentions", |t: &mut Turns| t.mentions())
        .register_fn("after", |t: &mut Turns, x: Dynamic| place(&x).map(|turn| t.after(turn)))
        .register_fn("before", |t: &mut Turns, x: Dynamic| place(&x).map(|turn| t.before(turn)))
        .register_fn("from", |t: &mut Turns, x: Dynamic| place(&x).map(|turn| t.from(turn)))
        .register_fn("within", |t: &mut Turns, x: Dynamic, n: INT| {
            place(&x).map(|turn| t.after(turn).first(count(n)))
        })
        .register_fn("first", |t: &mut Turns, n: INT| t.first(count(n)))
        .register_fn("last", |t: &mut Turns, n: INT| t.last(count(n)))
        .register_fn("acts", |t: &mut Turns, acts: Dynamic| names(&acts).map(|acts| t.acts(&acts)))
        .register_fn("having", |t: &mut Turns, acts: Dynamic| names(&acts).map(|acts| t.having(&acts)))
        .register_fn("lacking", |t: &mut Turns, acts: Dynamic| names(&acts).map(|acts| t.lacking(&acts)))
        .register_fn("entities", |t: &mut Turns, kinds: Dynamic| {
            names(&kinds).map(|kinds| t.entities(&kinds))
        })
        .register_fn("going_over", |t: &mut Turns, acts: Dynamic| {
            names(&acts).map(|acts| t.going_over(&acts))
        })
        .register_fn("longer_than", |t: &mut Turns, n: INT| t.longer_than(count(n)))
        .register_fn("sentences_over", |t: &mut Turns, n: INT| t.sentences_over(count(n)));
}

fn witnesses(engine: &mut Engine) {
    engine
        .register_type_with_name::<Witness>("witness")
        .register_get("turn", |w: &mut Witness| int(w.mark.turn + 1))
        .register_get("act", |w: &mut Witness| -> ImmutableString {
            w.mark.act.as_ref().map(|act| act.id().into()).unwrap_or_default()
        })
        .register_get("quote", |w: &mut Witness| -> ImmutableString {
            w.scene.text(w.mark.turn)[w.mark.span.clone()].into()
        });
    engine
        .register_type_with_name::<Witnesses>("witnesses")
        .register_iterator::<Witnesses>()
        .register_get("len", |w: &mut Witnesses| int(w.list.len()))
        .register_get("empty", |w: &mut Witnesses| w.list.is_empty())
        .register_get("first", |w: &mut Witnesses| or_unit(w.nth(0)))
        .register_get("last", |w: &mut Witnesses| {
            or_unit(w.list.len().checked_sub(1).and_then(|at| w.nth(at)))
        })
        .register_get("turns", |w: &mut Witnesses| w.turns())
        .register_get("mentions", |w: &mut Witnesses| w.turns().mentions())
        .register_get("past", |w: &mut Witnesses| w.past())
        .register_get("of_debt", |w: &mut Witnesses| policy::of_debt(w))
        .register_get("unnamed", |w: &mut Witnesses| policy::unnamed(w))
        .register_get("offering", |w: &mut Witnesses| policy::offering(w))
        .register_get("beyond_policy", |w: &mut Witnesses| policy::beyond(w))
        .register_get("kinds", |w: &mut Witnesses| -> Array {
            w.kinds().into_iter().map(Dynamic::from).collect()
        })
        .register_fn("nth", |w: &mut Witnesses, at: INT| or_unit(w.nth(count(at))))
        .register_fn("after", |w: &mut Witnesses, x: Dynamic| {
            place(&x).map(|turn| w.filtered(|mark| mark.turn > turn))
        })
        .register_fn("before", |w: &mut Witnesses, x: Dynamic| {
            place(&x).map(|turn| w.filtered(|mark| mark.turn < turn))
        })
        .register_fn("from", |w: &mut Witnesses, x: Dynamic| {
            place(&x).map(|turn| w.filtered(|mark| mark.turn >= turn))
        })
        .register_fn("of", |w: &mut Witnesses, acts: Dynamic| names(&acts).map(|acts| w.of(&acts)))
        .register_fn("without_near", |w: &mut Witnesses, acts: Dynamic, n: INT| {
            names(&acts).map(|acts| w.without_near(&acts, count(n)))
        })
        .register_fn("+", |w: Witnesses, other: Witnesses| w.plus(&other));
}

impl IntoIterator for Witnesses {
    type Item = Witness;
    type IntoIter = std::vec::IntoIter<Witness>;

    fn into_iter(self) -> Self::IntoIter {
        let all: Vec<_> = (0..self.list.len()).filter_map(|at| self.nth(at)).collect();
        all.into_iter()
    }
}

fn agreement(engine: &mut Engine) {
    engine
        .register_type_with_name::<Agreed>("commitment")
        .register_get("reached", |a: &mut Agreed| a.0.commitment.is_some())
        .register_get("kind", |a: &mut Agreed| -> ImmutableString {
            a.0.commitment.as_ref().map(|c| c.kind.id().into()).unwrap_or_default()
        })
        .register_get("pays", |a: &mut Agreed| a.0.commitment.as_ref().is_some_and(|c| agreed::pays(c.kind)))
        .register_get("turn", |a: &mut Agreed| -> Fallible<INT> { agreed_turn(a).map(|turn| int(turn + 1)) })
        .register_get("facts", |a: &mut Agreed| -> Array {
            let facts = a.0.commitment.as_ref().map(agreed::facts).unwrap_or_default();
            facts.into_iter().map(|(fact, _)| fact.id().into()).collect()
        })
        .register_get("whole", |a: &mut Agreed| agreed::pays_all(&a.0))
        .register_get("today", |a: &mut Agreed| agreed::pays_today(&a.0))
        .register_get("beyond_policy", |a: &mut Agreed| listed(&a.0, agreed::beyond(&a.0)))
        .register_get("too_late", |a: &mut Agreed| listed(&a.0, agreed::too_late(&a.0).into_iter().collect()))
        .register_get("acceptance", |a: &mut Agreed| {
            let places = a.0.commitment.as_ref().map(|c| agreed::of_place(&c.acceptance));
            listed(&a.0, places.into_iter().collect())
        })
        .register_get("proposals", |a: &mut Agreed| {
            let places = a.0.commitment.iter().flat_map(|c| &c.proposals);
            listed(&a.0, places.map(agreed::of_place).collect())
        });
    for fact in Fact::ALL {
        engine.register_get(fact.id(), move |a: &mut Agreed| {
            let facts = a.0.commitment.as_ref().map(agreed::facts).unwrap_or_default();
            listed(&a.0, facts.into_iter().filter(|(own, _)| *own == fact).map(|(_, mark)| mark).collect())
        });
    }
    engine
        .register_type_with_name::<Mentions>("mentions")
        .register_get("facts", |m: &mut Mentions| distinct(&m.said))
        .register_get("contradicted", |m: &mut Mentions| distinct(&m.against))
        .register_fn("said", |m: &mut Mentions, fact: &str| -> Fallible<Witnesses> {
            known_fact(fact).map(|fact| listed(&m.scene, of_fact(&m.said, fact)))
        })
        .register_fn("against", |m: &mut Mentions, fact: &str| -> Fallible<Witnesses> {
            known_fact(fact).map(|fact| listed(&m.scene, of_fact(&m.against, fact)))
        });
}

fn disclosures(engine: &mut Engine) {
    engine
        .register_type_with_name::<Disclosure>("disclosure")
        .register_get("turn", |d: &mut Disclosure| int(d.turn + 1))
        .register_get("witness", |d: &mut Disclosure| d.witness())
        .register_fn("replies", |d: &mut Disclosure, n: INT| d.replies(count(n)))
        .register_fn("about", |d: &mut Disclosure, acts: Dynamic| -> Fallible<bool> {
            let acts = names(&acts)?;
            Ok(!d.witness().of(&acts).list.is_empty())
        });
}

fn verdicts(engine: &mut Engine) {
    engine
        .register_type_with_name::<Checklist>("checklist")
        .register_fn("checklist", Checklist::default)
        .register_fn("earned", |s: &mut Checklist, part: &str, w: Dynamic| -> Fallible<()> {
            s.0.borrow_mut().put(part, Finding::Earned(marks(&w)?));
            Ok(())
        })
        .register_fn("lost", |s: &mut Checklist, part: &str, w: Dynamic| -> Fallible<()> {
            s.0.borrow_mut().put(part, Finding::Lost(marks(&w)?));
            Ok(())
        })
        .register_fn(
            "partly",
            |s: &mut Checklist, part: &str, earned: INT, of: INT, w: Dynamic| -> Fallible<()> {
                s.0.borrow_mut().put(part, part_of(earned, of, marks(&w)?, Vec::new())?);
                Ok(())
            },
        )
        .register_fn(
            "partly",
            |s: &mut Checklist,
             part: &str,
             earned: INT,
             of: INT,
             w: Dynamic,
             against: Dynamic|
             -> Fallible<()> {
                s.0.borrow_mut().put(part, part_of(earned, of, marks(&w)?, marks(&against)?)?);
                Ok(())
            },
        )
        .register_fn("absent", |s: &mut Checklist, part: &str, turns: Turns, acts: Dynamic| -> Fallible<()> {
            s.0.borrow_mut().put(part, Finding::Absent(search(&turns, &acts)?));
            Ok(())
        })
        .register_fn("clean", |s: &mut Checklist, part: &str, turns: Turns, acts: Dynamic| -> Fallible<()> {
            s.0.borrow_mut().put(part, Finding::Clean(search(&turns, &acts)?));
            Ok(())
        })
        .register_fn("advise", |s: &mut Checklist, key: &str| s.0.borrow_mut().advice = Some(key.to_owned()))
        .register_fn("hint", |s: &mut Checklist, part: &str, key: &str| {
            s.0.borrow_mut().hints.insert(part.to_owned(), key.to_owned());
        })
        .register_fn("verdict", |s: &mut Checklist| RawVerdict(Outcome::Sheet(s.0.borrow().clone())));
    engine
        .register_type_with_name::<RawVerdict>("verdict")
        .register_fn("advise", |v: RawVerdict, key: &str| v.advise(key))
        .register_fn("met", |w: Dynamic| -> Fallible<RawVerdict> { Ok(single(Finding::Earned(marks(&w)?))) })
        .register_fn("partial", |earned: INT, of: INT, w: Dynamic| -> Fallible<RawVerdict> {
            Ok(single(part_of(earned, of, marks(&w)?, Vec::new())?))
        })
        .register_fn("missed", |turns: Turns, acts: Dynamic| -> Fallible<RawVerdict> {
            Ok(single(Finding::Absent(search(&turns, &acts)?)))
        })
        .register_fn("failed", |w: Dynamic| -> Fallible<RawVerdict> { Ok(single(Finding::Lost(marks(&w)?))) })
        .register_fn("no_opportunity", |key: &str| RawVerdict(Outcome::NoOpportunity(key.to_owned())))
        .register_fn("not_evaluated", |key: &str| RawVerdict(Outcome::NotEvaluated(key.to_owned())));
}

fn single(finding: Finding) -> RawVerdict {
    RawVerdict(Outcome::Single { finding, advice: None })
}

fn part_of(earned: INT, of: INT, supports: Vec<Mark>, against: Vec<Mark>) -> Fallible<Finding> {
    match (u32::try_from(earned), u32::try_from(of)) {
        (Ok(earned), Ok(of)) if of > 0 && earned <= of => Ok(match earned {
            0 => Finding::Lost(against),
            _ if earned == of => Finding::Earned(supports),
            _ => Finding::Partly { earned, of, supports, against },
        }),
        _ => Err(raise(Fault::new("script-bad-part").arg("earned", earned).arg("of", of))),
    }
}

fn search(turns: &Turns, acts: &Dynamic) -> Fallible<Search> {
    Ok(Search { turns: turns.list.to_vec(), acts: names(acts)? })
}

/// Witnesses of any shape: one, several, or a list of either.
fn marks(value: &Dynamic) -> Fallible<Vec<Mark>> {
    if let Some(witnesses) = value.clone().try_cast::<Witnesses>() {
        return Ok(witnesses.list.to_vec());
    }
    if let Some(witness) = value.clone().try_cast::<Witness>() {
        return Ok(vec![witness.mark]);
    }
    if let Some(list) = value.clone().try_cast::<Array>() {
        let nested: Vec<Vec<Mark>> = list.iter().map(marks).collect::<Result<_, _>>()?;
        return Ok(nested.into_iter().flatten().collect());
    }
    Err(raise(Fault::new("script-not-a-witness").arg("found", value.type_name())))
}

/// One name or a list of names.
pub(super) fn names(value: &Dynamic) -> Fallible<Vec<String>> {
    if let Ok(name) = value.clone().into_string() {
        return Ok(vec![name]);
    }
    let list = value.clone().try_cast::<Array>();
    list.and_then(|list| list.into_iter().map(|name| name.into_string().ok()).collect())
        .ok_or_else(|| raise(Fault::new("script-not-names").arg("found", value.type_name())))
}

/// The turn that a value stands at: a number as people count turns, or anything that was found in one.
pub(super) fn place(value: &Dynamic) -> Fallible<usize> {
    if let Ok(number) = value.as_int() {
        return Ok(count(number).saturating_sub(1));
    }
    if let Some(witness) = value.clone().try_cast::<Witness>() {
        return Ok(witness.mark.turn);
    }
    if let Some(disclosure) = value.clone().try_cast::<Disclosure>() {
        return Ok(disclosure.turn);
    }
    if let Some(mut agreed) = value.clone().try_cast::<Agreed>() {
        return agreed_turn(&mut agreed);
    }
    Err(raise(Fault::new("script-no-place").arg("found", value.type_name())))
}

fn agreed_turn(agreed: &mut Agreed) -> Fallible<usize> {
    match &agreed.0.commitment {
        Some(commitment) => Ok(commitment.turn().0),
        None => Err(raise(Fault::new("script-no-agreement"))),
    }
}

fn known_fact(name: &str) -> Fallible<Fact> {
    Fact::from_id(name).ok_or_else(|| raise(Fault::new("script-unknown-fact").arg("name", name)))
}

fn of_fact(list: &[(Fact, Mark)], fact: Fact) -> Vec<Mark> {
    list.iter().filter(|(own, _)| *own == fact).map(|(_, mark)| mark.clone()).collect()
}

fn distinct(list: &[(Fact, Mark)]) -> Array {
    Fact::ALL
        .into_iter()
        .filter(|fact| list.iter().any(|(own, _)| own == fact))
        .map(|f| f.id().into())
        .collect()
}

fn listed(scene: &Rc<Scene>, list: Vec<Mark>) -> Witnesses {
    Witnesses { scene: Rc::clone(scene), list: list.into() }
}

fn or_unit(witness: Option<Witness>) -> Dynamic {
    witness.map_or(Dynamic::UNIT, Dynamic::from)
}

#[allow(clippy::unnecessary_box_returns, reason = "the engine's host functions fail with a box")]
fn raise(fault: Fault) -> Box<EvalAltResult> {
    fault.raise(Position::NONE)
}

pub(super) fn int(number: usize) -> INT {
    INT::try_from(number).unwrap_or(INT::MAX)
}

/// A count that a script gives; less than nothing is nothing.
fn count(number: INT) -> usize {
    usize::try_from(number).unwrap_or(0)
}
