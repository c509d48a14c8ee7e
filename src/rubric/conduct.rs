//! What must not be, turn by turn: found in every call, whatever the scorecard, with the words and the rule it breaks.
//!
//! A turn in which somebody is threatened, insulted, blamed, pressed or mocked is no witness of anything well done.

use std::rc::Rc;

use super::evaluation::{Evidence, Polarity};
use super::scene::{Mark, Scene, Turns, Witnesses};
use super::vocabulary::Transcript;
use super::witness::evidence;
use super::{norms, policy, recap};
use crate::call::{Conduct, Country, Speaker, TurnIndex};
use crate::nlu::consequence::{self, Ground, Reading, Standing, Why};
use crate::nlu::entity::{Entity, Value};
use crate::nlu::{Reason, demand};
use crate::sandbox::Engine;
use crate::source::Span;

/// A turn that does what must not be done.
#[derive(Debug, Clone, PartialEq)]
pub struct Breach {
    pub kind: Conduct,
    pub evidence: Evidence,
    /// The rule of this call that says so.
    pub law: Option<String>,
}

/// By these words whoever speaks is not the one who owes.
const SOMEBODY_ELSE: &[&str] = &["wrong_number", "third_party", "deceased", "deny_identity"];
/// What tells of a debt, whoever hears it.
const TELLS: &[&str] = &[
    "state_debt",
    "third_party_disclosure",
    "topic.tells_of_debt",
    "request.full_payment",
    "offer.installments",
    "offer.partial",
    "offer.extension",
    "offer.restructure",
    "offer.discount",
    "propose_amount",
];
/// What tells of it before it is known who listens.
const TELLS_WHOEVER_LISTENS: &[&str] = &["state_debt", "request.full_payment", "third_party_disclosure"];
/// After these words of the debtor nothing more is asked for.
const ENDS_COLLECTING: &[&str] = &["stop_contact", "lawyer", "self_harm", "hardship.insolvency", "deceased"];
/// What the debtor may ask for and take back …
const STOP: &str = "stop_contact";
/// … by these words.
const TAKES_UP: &[&str] = &["agree", "promise", "offer_partial", "ask_time", "ask_discount"];
/// What identifies whoever says it.
const DATA: &[&str] = &["number", "document", "date", "phone", "account"];
/// Ways of speaking that undo whatever good there is in a turn …
const HARM: &[&str] = &["threat", "insult", "blame", "disbelief", "sarcasm", URGENCY, "impersonate"];
/// … and those that do so unless the same turn also cares: "I insist, take your time" is no pressing.
const AFFRONTS: &[&str] = &["threat", "insult", "blame", "disbelief", "sarcasm"];
/// What hints at a consequence and names none.
const HINT: &str = "consequence.ambiguous";
/// Leaning on somebody.
pub(super) const PRESSURE: &str = "pressure";
/// An invented deadline.
const URGENCY: &str = "false_urgency";
/// One turn in so many that is an affront sets the tone of a call.
const HOSTILE: usize = 4;
const ROUGHNESS: &[&str] = &["pressure", "condescend"];
const CARE: &[&str] = &["empathize", "apologize"];

/// How whoever speaks of himself begins, and how many words before it that can be.
const OF_ONESELF: &[&[&str]] = &[
    &["soy"],
    &["perdone", "que"],
    &["disculpe", "que"],
    &["perdón", "por"],
    &["i", "am"],
    &["i'm"],
    &["im"],
];
const OWN_WORDS: usize = 4;

/// All breaches of a call, by turn.
pub(super) fn find(scene: &Scene) -> Vec<(Conduct, Mark)> {
    let agent = (0..scene.call().turns.len()).filter(|at| scene.speaker(*at) == Speaker::Agent);
    let mut found: Vec<(Conduct, Mark)> = agent.flat_map(|at| said(scene, at)).collect();
    found.extend(pressed_on(scene));
    found.extend(told(scene));
    found.sort_by_key(|(kind, mark)| (mark.turn, mark.span.start, *kind));
    found.dedup_by(|one, other| one.0 == other.0 && one.1.turn == other.1.turn);
    found
}

/// The breaches with their words, and the rule that each one breaks.
pub(super) fn breaches(scene: &Scene) -> Vec<Breach> {
    scene
        .conduct()
        .iter()
        .filter_map(|(kind, mark)| {
            let evidence = evidence(scene, mark, Polarity::Against)?;
            Some(Breach { kind: *kind, evidence, law: norms::broken(scene, *kind, mark.turn) })
        })
        .collect()
}

/// Whether a turn of the agent can be a witness of nothing well done.
pub(super) fn taints(scene: &Scene, at: usize) -> bool {
    let does = |acts: &[&str]| acts.iter().any(|act| harms(scene, at, act));
    scene.speaker(at) == Speaker::Agent
        && (does(HARM)
            || (does(ROUGHNESS) && !does(CARE))
            || scene.conduct().iter().any(|(kind, mark)| mark.turn == at && kind.is_grave()))
}

/// Whether a turn of the agent doubts, blames, mocks, threatens or insults.
fn affronts(scene: &Scene, at: usize) -> bool {
    scene.speaker(at) == Speaker::Agent && AFFRONTS.iter().any(|act| harms(scene, at, act))
}

/// Where a turn of the agent hints at what will come, in words that only hint.
fn hinted(scene: &Scene, at: usize) -> Option<Mark> {
    (scene.speaker(at) == Speaker::Agent).then(|| worded(scene, at, HINT)).flatten()
}

/// Whether an act is heard in a turn, and not said of the speaker himself.
fn harms(scene: &Scene, at: usize, act: &str) -> bool {
    first(scene, at, &[act])
        .is_some_and(|mark| !(of_oneself(scene, &mark) || act == URGENCY && is_true(scene, &mark)))
}

/// Whether an urgency names a day that is one, and no hour, no minutes and no other day: the day that had been agreed,
/// or the last one of the discount in the case file. Whoever recalls a term invents none.
fn is_true(scene: &Scene, mark: &Mark) -> bool {
    let agreed = scene.commitment.as_ref().filter(|agreed| mark.turn > agreed.turn().0);
    let agreed = agreed.and_then(|agreed| agreed.date.as_ref()?.value.single());
    let offered = scene.call().case_file.as_ref().and_then(|case| case.policy.discount_until);
    let days = [agreed, offered];
    let inside = |entity: &&Entity| entity.span.start < mark.span.end && mark.span.start < entity.span.end;
    let named = recap::meant(scene, mark.turn).filter(inside);
    let times = |entity: &Entity| match &entity.value {
        Value::Date(date) => Some(date.single().is_some() && days.contains(&date.single())),
        Value::Time { .. } | Value::Duration { .. } => Some(false),
        _ => None,
    };
    let told: Vec<bool> = named.filter_map(times).collect();
    !told.is_empty() && told.into_iter().all(|same| same)
}

/// Where pressing is heard in words that recall the last day there is.
pub(super) fn true_deadlines(scene: &Scene) -> Vec<(usize, Span)> {
    let agent = (0..scene.call().turns.len()).filter(|at| scene.speaker(*at) == Speaker::Agent);
    let marks = agent.filter_map(|at| first(scene, at, &[PRESSURE]));
    marks.filter(|mark| is_true(scene, mark)).map(|mark| (mark.turn, mark.span)).collect()
}

/// Whether so many of the agent's turns are an affront that none of them can be a kindness.
pub(super) fn is_hostile(scene: &Scene) -> bool {
    let turns = 0..scene.call().turns.len();
    let count = turns.clone().filter(|at| affronts(scene, *at)).count();
    count > 0 && count * HOSTILE >= turns.filter(|at| scene.speaker(*at) == Speaker::Agent).count()
}

/// What the words of one turn are enough for.
fn said(scene: &Scene, at: usize) -> Vec<(Conduct, Mark)> {
    let of = |act: &str| first(scene, at, &[act]);
    let mut found = Vec::new();
    let mut add = |kind: Conduct, mark: Option<Mark>| found.extend(mark.map(|mark| (kind, mark)));
    add(Conduct::Threat, of("threat").or_else(|| announced(scene, at)).or_else(|| veiled(scene, at)));
    add(Conduct::Insult, of("insult").filter(|mark| !of_oneself(scene, mark) && !is_milder(scene, at)));
    add(Conduct::FalseAuthority, of("impersonate"));
    add(Conduct::FalseUrgency, of(URGENCY).filter(|mark| !is_true(scene, mark)));
    let call = scene.call();
    if !call.business || demanded(scene, Conduct::ThirdParty) {
        add(Conduct::ThirdParty, told_somebody_else(scene, at));
    }
    let forbidden = if call.law.is_empty() {
        call.country == Some(Country::Co) && !call.business
    } else {
        demanded(scene, Conduct::CauseAsked)
    };
    if forbidden && !is_told_of(scene, at) {
        add(Conduct::CauseAsked, worded(scene, at, "question.cause"));
    }
    found
}

/// Where an act is heard by a wording of its own: a question that is merely like those that are forbidden breaks no rule.
fn worded(scene: &Scene, at: usize, act: &str) -> Option<Mark> {
    let hit = scene.heard(at).acts.iter().find(|hit| hit.act.is(act))?;
    matches!(hit.reason, Reason::Pattern { .. }).then(|| first(scene, at, &[act])).flatten()
}

/// Whether what only resembles an insult is heard as mockery or blame as well: it is that, and no insult.
fn is_milder(scene: &Scene, at: usize) -> bool {
    let mocks = ["sarcasm", "blame"].iter().any(|act| scene.heard(at).has(act));
    mocks && worded(scene, at, "insult").is_none()
}

/// Whether the debtor has said that something is wrong with what is asked for: what that is may be asked.
fn is_told_of(scene: &Scene, at: usize) -> bool {
    let told = |at: usize| ["dispute", "complaint"].iter().any(|act| scene.heard(at).has(act));
    (0..at).any(|at| scene.speaker(at) == Speaker::Debtor && told(at))
}

/// Whether a word is what the speaker says of himself: "forgive me for being …", "I am …".
fn of_oneself(scene: &Scene, mark: &Mark) -> bool {
    let before = scene.text(mark.turn)[..mark.span.start].to_lowercase();
    let clause = before.rsplit(['.', ',', ';', ':', '?', '!']).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let near = &words[words.len().saturating_sub(OWN_WORDS)..];
    let own = |words: &[&str]| near.windows(words.len()).any(|found| found == words);
    OF_ONESELF.iter().any(|words| own(words))
}

/// A consequence that reads as a threat, whatever it was heard as.
fn announced(scene: &Scene, at: usize) -> Option<Mark> {
    let call = scene.call();
    let facts = consequence::Facts::of(call);
    let found = consequence::in_turn(TurnIndex(at), scene.text(at), scene.heard(at), &facts);
    // What is true in due course and announced too soon is told badly, unless a rule of this call speaks of just that; what
    // can never be true is a threat.
    let never = |ground: &Ground| matches!(ground.why, Why::Named { standing: Standing::Never, .. });
    let threat = found
        .into_iter()
        .filter(|found| found.reading == Reading::Threatens)
        .find(|found| found.grounds.iter().any(never) || norms::forbids(scene, &found.span, at))?;
    Some(Mark { turn: at, span: threat.span, act: None, value: None, excess: None })
}

/// A consequence in the place of a payment that nobody heard as one.
fn veiled(scene: &Scene, at: usize) -> Option<Mark> {
    let span = norms::veiled(scene, at)?;
    Some(Mark { turn: at, span, act: None, value: None, excess: None })
}

/// The words by which this turn tells somebody who does not owe of the debt. A rehearsal knows to whom it was told,
/// also in words that only its own scenario gives away.
fn told_somebody_else(scene: &Scene, at: usize) -> Option<Mark> {
    match &scene.party {
        Some(party) if !party.told.contains(&TurnIndex(at)) => None,
        Some(_) => tells(scene, at).or_else(|| Some(scene.whole(at))),
        None => tells(scene, at).filter(|_| listener_owes_nothing(scene, at)),
    }
}

/// Whether the one who hears this turn is not the one who owes.
fn listener_owes_nothing(scene: &Scene, at: usize) -> bool {
    let others = |at: &usize| scene.speaker(*at) != Speaker::Agent;
    let Some(listener) = (0..at).rev().find(others) else { return false };
    match scene.speaker(listener) {
        Speaker::ThirdParty => true,
        Speaker::Debtor => {
            let first = somebody_else(scene, SOMEBODY_ELSE).first().map(|mark| mark.turn);
            first.is_some_and(|first| first < at)
        }
        Speaker::Agent | Speaker::System => false,
    }
}

/// The words by which it shows that the account holder never came to the phone; none where the holder did.
pub(super) fn somebody_else<S: AsRef<str>>(scene: &Scene, acts: &[S]) -> Vec<Mark> {
    let by = |speaker: Speaker| {
        (0..scene.call().turns.len()).filter(move |at| scene.speaker(*at) == speaker).collect::<Vec<_>>()
    };
    let (debtor, other) = (by(Speaker::Debtor), by(Speaker::ThirdParty));
    if debtor.is_empty() {
        return other.into_iter().map(|at| scene.whole(at)).collect();
    }
    if scene.party.as_ref().map_or_else(|| identified(scene, &debtor), |party| party.holder) {
        return Vec::new();
    }
    debtor.into_iter().filter_map(|at| first(scene, at, acts)).collect()
}

/// Whether the account holder said so, or gave the data that were asked for.
fn identified(scene: &Scene, debtor: &[usize]) -> bool {
    debtor.iter().any(|at| scene.heard(*at).has("confirm_identity") || answers_who(scene, *at))
}

/// Whether a turn of the debtor answers the agent's question who speaks, with data.
fn answers_who(scene: &Scene, at: usize) -> bool {
    let asked = at.checked_sub(1).is_some_and(|before| scene.heard(before).has("verify_identity"));
    asked && names_data(scene, at)
}

fn names_data(scene: &Scene, at: usize) -> bool {
    scene.heard(at).entities.iter().any(|entity| DATA.contains(&entity.value.kind()))
}

/// The words that tell of the debt in this turn.
fn tells(scene: &Scene, at: usize) -> Option<Mark> {
    first(scene, at, TELLS).or_else(|| figure(scene, at))
}

/// A figure that the case file knows as owed.
fn figure(scene: &Scene, at: usize) -> Option<Mark> {
    let entities = scene.heard(at).entities.iter();
    let mut owed = entities.filter(
        |entity| matches!(&entity.value, Value::Money(money) if policy::owed(scene.call(), money.amount)),
    );
    owed.next().map(|entity| Mark {
        turn: at,
        span: entity.span.clone(),
        act: None,
        value: None,
        excess: None,
    })
}

/// Asking for money once collecting had ended.
fn pressed_on(scene: &Scene) -> Vec<(Conduct, Mark)> {
    let turns = 0..scene.call().turns.len();
    let ends = |at: &usize| {
        scene.speaker(*at) == Speaker::Debtor && ENDS_COLLECTING.iter().any(|act| scene.heard(*at).has(act))
    };
    let mut ended = None;
    let mut found = Vec::new();
    for at in turns {
        match scene.speaker(at) {
            Speaker::Debtor if ends(&at) => ended = Some(at),
            Speaker::Debtor if reopens(scene, at, ended) => ended = None,
            Speaker::Agent if ended.is_some() => {
                found.extend(asks_for_money(scene, at).map(|mark| (Conduct::PressedOn, mark)));
            }
            _ => {}
        }
    }
    found
}

/// Whether the debtor takes up again what only a wish of theirs had ended: a lawyer, a death or a danger stay, but who
/// asked for no more calls and then offers to settle it may be answered.
fn reopens(scene: &Scene, at: usize, ended: Option<usize>) -> bool {
    let lasting: Vec<&str> = ENDS_COLLECTING.iter().copied().filter(|act| *act != STOP).collect();
    let stays = (0..=at).any(|turn| {
        scene.speaker(turn) == Speaker::Debtor && lasting.iter().any(|act| scene.heard(turn).has(act))
    });
    ended.is_some() && !stays && TAKES_UP.iter().any(|act| scene.heard(at).has(act))
}

fn asks_for_money(scene: &Scene, at: usize) -> Option<Mark> {
    let hit = demand::asks_for_money(&scene.call().turns[at].text, scene.heard(at))?;
    first(scene, at, &[hit.act.id()])
}

/// The debt told before it was known who listens, and the notice that should have come with it.
fn told(scene: &Scene) -> Vec<(Conduct, Mark)> {
    let mut found = Vec::new();
    let call = scene.call();
    let agent: Vec<usize> = (0..call.turns.len()).filter(|at| scene.speaker(*at) == Speaker::Agent).collect();
    let Some(mark) = agent
        .iter()
        .filter(|at| !listener_owes_nothing(scene, **at))
        .filter(|at| !only_says_why(scene, **at))
        .find_map(|at| first(scene, *at, TELLS_WHOEVER_LISTENS).or_else(|| figure(scene, *at)))
    else {
        return found;
    };
    let passed_on = (0..mark.turn).any(|at| scene.speaker(at) == Speaker::ThirdParty);
    let asks_data = call.case_file.as_ref().is_some_and(|case| !case.verify.is_empty());
    if asks_data && !call.business && !passed_on && !verified_before(scene, mark.turn) {
        found.push((Conduct::Unverified, mark.clone()));
    }
    if demanded(scene, Conduct::NoNotice) && !agent.iter().any(|at| scene.heard(*at).has("legal_notice")) {
        found.push((Conduct::NoNotice, mark));
    }
    found
}

/// Whether a turn names no figure, and asks the holder, who said to be that, for the data to go on with.
fn only_says_why(scene: &Scene, at: usize) -> bool {
    let heard = scene.heard(at);
    let figures =
        heard.entities.iter().any(|entity| matches!(entity.value, Value::Money(_) | Value::Plan(_)));
    let named =
        (0..at).any(|at| scene.speaker(at) == Speaker::Debtor && scene.heard(at).has("confirm_identity"));
    heard.has("verify_identity") && !heard.has("request.full_payment") && !figures && named
}

/// Whether the debtor was asked who speaks, and answered something; or gave the data unasked. A rehearsal knows where
/// they were given, and what they are: a month or a count of something else is none of them.
fn verified_before(scene: &Scene, told: usize) -> bool {
    let unasked = |is_datum: &dyn Fn(usize) -> bool| {
        let mut before = 0..told;
        before.any(|at| scene.speaker(at) == Speaker::Debtor && is_datum(at))
    };
    if let Some(party) = &scene.party {
        let given = party.verified.is_some_and(|at| at.0 < told);
        return given || unasked(&|at| names_what_verifies(scene, at)) || wants_to_know(scene, told);
    }
    let asked =
        (0..told).find(|at| scene.speaker(*at) == Speaker::Agent && scene.heard(*at).has("verify_identity"));
    let debtor = |at: &usize| scene.speaker(*at) == Speaker::Debtor;
    asked.is_some_and(|asked| (asked..told).any(|at| debtor(&at))) || unasked(&|at| names_data(scene, at))
}

/// Whether the holder, who said to be that and was asked for the data, asked what it is about all the same: who would rather
/// check on the caller later has asked to be told now.
fn wants_to_know(scene: &Scene, told: usize) -> bool {
    let debtor = |at: &usize| scene.speaker(*at) == Speaker::Debtor;
    let named = (0..told).filter(debtor).any(|at| scene.heard(at).has("confirm_identity"));
    let asked =
        (0..told).find(|at| scene.speaker(*at) == Speaker::Agent && scene.heard(*at).has("verify_identity"));
    let asks_back = |at: usize| {
        let heard = scene.heard(at);
        heard.has("question") && !heard.has("ask_identity") && !heard.has("ask_proof")
    };
    named && asked.is_some_and(|asked| (asked..told).filter(debtor).any(asks_back))
}

/// Whether a turn names all figures of one of the data that the case file verifies by.
fn names_what_verifies(scene: &Scene, at: usize) -> bool {
    let figures = |text: &str| -> Vec<String> {
        let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        runs.map(str::to_owned).collect()
    };
    let said = figures(scene.text(at));
    let data = scene.call().case_file.iter().flat_map(|case| &case.verify);
    data.map(|datum| figures(&datum.value))
        .any(|datum| !datum.is_empty() && datum.iter().all(|figure| said.contains(figure)))
}

fn demanded(scene: &Scene, kind: Conduct) -> bool {
    scene.call().law.iter().any(|norm| norm.against.contains(&kind))
}

/// Where the first of `acts` is heard in a turn.
fn first<S: AsRef<str>>(scene: &Scene, at: usize, acts: &[S]) -> Option<Mark> {
    let mut hits = scene.heard(at).acts.iter();
    let hit = hits.find(|hit| acts.iter().any(|act| hit.act.is(act.as_ref())))?;
    let mark =
        Mark { turn: at, span: hit.span.clone(), act: Some(hit.act.clone()), value: None, excess: None };
    (!mark.span.is_empty()).then_some(mark)
}

/// The breaches of a call, as measures see them.
#[derive(Debug, Clone)]
struct Found(Rc<Scene>);

impl Found {
    fn of(&self, keep: impl Fn(Conduct) -> bool) -> Witnesses {
        let marks = self.0.conduct().iter().filter(|(kind, _)| keep(*kind));
        Witnesses { scene: Rc::clone(&self.0), list: marks.map(|(_, mark)| mark.clone()).collect() }
    }
}

/// Teaches an engine the words for conduct.
pub(super) fn register(engine: &mut Engine) {
    engine
        .register_get("conduct", |t: &mut Transcript| Found(Rc::clone(&t.0)))
        .register_type_with_name::<Found>("conduct")
        .register_get("grave", |f: &mut Found| f.of(Conduct::is_grave))
        .register_get("affronts", |f: &mut Found| {
            let harsh = |at: usize| affronts(&f.0, at).then(|| first(&f.0, at, AFFRONTS)).flatten();
            let turns = 0..f.0.call().turns.len();
            let marks = turns.filter_map(|at| harsh(at).or_else(|| hinted(&f.0, at)));
            Witnesses { scene: Rc::clone(&f.0), list: marks.collect() }
        })
        .register_get("told", |f: &mut Found| {
            let mut turns = (0..f.0.call().turns.len()).filter(|at| f.0.speaker(*at) == Speaker::Agent);
            turns.any(|at| tells(&f.0, at).is_some())
        })
        .register_get("slight", |f: &mut Found| f.of(|kind| !kind.is_grave()));
    for kind in Conduct::ALL {
        engine.register_get(kind.id(), move |f: &mut Found| f.of(|own| own == kind));
    }
    engine
        .register_get("hostile", |t: &mut Transcript| is_hostile(&t.0))
        .register_get("civil", |t: &mut Turns| t.civil())
        .register_get("decent", |t: &mut Turns| t.decent());
}
