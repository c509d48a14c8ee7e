//! Judges calls by one scorecard: runs its measures, sees their witnesses, adds up.

use std::fmt;
use std::rc::Rc;

use super::check::at_entry;
use super::conduct;
use super::evaluation::{
    BandResult, Evaluation, Facts, Hashes, Item, Part, SectionResult, State, Unjudged, state_of,
};
use super::form::Scope;
use super::means::own_name;
use super::rollup::{self, Entry, Points, whole};
use super::scene::Scene;
use super::scorecard::{Criterion, Scorecard};
use super::sheet::{Outcome, RawVerdict, Sheet};
use super::vocabulary::{self, Transcript};
use super::witness::{Proven, prove};
use crate::call::{Call, Country, Currency, Money, TurnIndex};
use crate::diagnostic::Diagnostic;
use crate::nlu::entity::{DownPayment, Value};
use crate::nlu::{Commitment, HeardCall, Rehearsed};
use crate::sandbox::{self, Dynamic, Engine, Known, Map, Script};
use crate::source::hash;

/// The function that every measure defines.
pub(super) const ENTRY: &str = "measure";

/// An engine that knows the words of measures.
pub(super) struct Bench {
    pub(super) engine: Engine,
    pub(super) known: Known,
}

impl Bench {
    pub(super) fn new() -> Self {
        let mut engine = sandbox::engine();
        vocabulary::register(&mut engine);
        let known = sandbox::known(&engine);
        Self { engine, known }
    }
}

/// Judges calls by one scorecard. Not shared between threads: each worker makes its own, in under a
/// millisecond.
pub struct Judge<'a> {
    card: &'a Scorecard,
    bench: Bench,
    /// In the order of the criteria; none where the script is faulty.
    scripts: Vec<Option<Script>>,
    hashes: Hashes,
}

impl fmt::Debug for Judge<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Judge").field("scorecard", &self.card.id).finish_non_exhaustive()
    }
}

impl<'a> Judge<'a> {
    pub fn new(card: &'a Scorecard) -> Self {
        let bench = Bench::new();
        let scripts = card
            .criteria
            .iter()
            .map(|criterion| {
                let source = card.scripts.get(&criterion.script).filter(|_| !criterion.broken)?;
                Script::compile(&bench.engine, source).ok()
            })
            .collect();
        let hashes = Hashes {
            scorecard: hash(card.source.text()),
            scripts: card.scripts.iter().map(|(name, source)| (name.clone(), hash(source.text()))).collect(),
            ..Hashes::default()
        };
        Self { card, bench, scripts, hashes }
    }

    /// Names the lexicons that heard the calls, for the reports.
    #[must_use]
    pub fn with_lexicons(mut self, hash: impl Into<String>) -> Self {
        self.hashes.lexicons = Some(hash.into());
        self
    }

    /// Judges a call by its words alone.
    pub fn evaluate(&self, heard: &HeardCall) -> Evaluation {
        self.judge(&Scene::new(heard))
    }

    /// Judges a rehearsed call, of which more is known than its words.
    pub fn evaluate_rehearsed(&self, heard: &HeardCall, rehearsed: &Rehearsed) -> Evaluation {
        self.judge(&Scene::rehearsed(heard, rehearsed))
    }

    fn judge(&self, scene: &Rc<Scene>) -> Evaluation {
        let card = self.card;
        let heard = &scene.heard;
        let mut diagnostics = Vec::new();
        let mut items: Vec<Item> = card
            .criteria
            .iter()
            .zip(&self.scripts)
            .map(|(criterion, script)| {
                let judged = match script {
                    // Where nobody spoke there is nothing to look at, and no measure has to provide for it.
                    _ if heard.call.turns.is_empty() => Ok(Judged::without(State::NoOpportunity(None))),
                    Some(script) => run(&self.bench, script, criterion, scene),
                    None => Ok(Judged::unjudged(Unjudged::ScriptError)),
                };
                let judged = judged.unwrap_or_else(|fault| {
                    let reason =
                        if fault.code == NO_WITNESS { Unjudged::NoWitness } else { Unjudged::ScriptError };
                    diagnostics.push(fault);
                    Judged::unjudged(reason)
                });
                judged.item(criterion)
            })
            .collect();
        let totals = self.add_up(&mut items);
        Evaluation {
            call: heard.call.id.clone(),
            scorecard: card.id.clone(),
            version: card.version.clone(),
            title: card.title.clone(),
            mode: card.mode,
            pass_mark: card.pass_mark,
            sections: self.sections(&items),
            band: totals.score.and_then(|score| self.band(score)),
            raw: totals.raw,
            score: totals.score,
            critical: percent(items.iter().filter(|item| item.critical)),
            coverage: coverage(&items),
            items,
            facts: facts(scene),
            conduct: conduct::breaches(scene),
            harmful: (0..heard.call.turns.len())
                .filter(|at| conduct::taints(scene, *at))
                .map(TurnIndex)
                .collect(),
            hashes: Hashes { transcript: transcript_hash(&heard.call), ..self.hashes.clone() },
            diagnostics,
        }
    }

    fn add_up(&self, items: &mut [Item]) -> Totals {
        let mut entries: Vec<Entry> = items
            .iter()
            .map(|item| Entry {
                section: item.section,
                section_weight: self.card.sections[item.section].weight,
                weight: item.weight,
                points: item.points,
                fraction: item.fraction,
            })
            .collect();
        for (item, applied) in items.iter_mut().zip(rollup::applied_weights(self.card.mode, &entries)) {
            item.applied = applied;
        }
        let raw = rollup::score(self.card.mode, &entries);
        for entry in &mut entries {
            let failed = items.iter().filter_map(|item| item.failed().map(|scope| (scope, item.section)));
            let down =
                failed.into_iter().any(|(scope, section)| scope == Scope::Form || section == entry.section);
            if down {
                entry.fraction = entry.fraction.map(|_| whole(0));
            }
        }
        let least = |missed: bool| {
            let of = items.iter().filter(|item| (item.state == State::Missed) == missed);
            of.filter_map(Item::cap).min().map(whole)
        };
        // What was missed shortens the scale, so that calls below it still differ; what was met in part holds the
        // score down.
        let capped = |score: Points| {
            let score = least(true).map_or(score, |end| score * end / whole(100));
            least(false).map_or(score, |most| score.min(most))
        };
        Totals { raw, score: rollup::score(self.card.mode, &entries).map(capped) }
    }

    fn sections(&self, items: &[Item]) -> Vec<SectionResult> {
        let results = self.card.sections.iter().enumerate().map(|(at, section)| {
            let own = || items.iter().filter(move |item| item.section == at);
            SectionResult {
                id: section.id.clone(),
                title: section.title.clone(),
                weight: section.weight,
                percent: percent(own()),
                failed: own().any(|item| item.failed().is_some()),
            }
        });
        results.collect()
    }

    fn band(&self, score: Points) -> Option<BandResult> {
        let band = self.card.bands.iter().find(|band| score >= whole(band.from))?;
        Some(BandResult { id: band.id.clone(), title: band.title.clone() })
    }
}

struct Totals {
    raw: Option<Points>,
    score: Option<Points>,
}

/// Points earned of points possible, over what was judged.
fn percent<'a>(items: impl Iterator<Item = &'a Item>) -> Option<Points> {
    let (mut earned, mut possible) = (whole(0), whole(0));
    for (points, item) in items.filter_map(|item| item.earned().map(|earned| (earned, item))) {
        earned += points;
        possible += whole(item.points);
    }
    (possible != whole(0)).then(|| whole(100) * earned / possible)
}

fn coverage(items: &[Item]) -> Option<Points> {
    let weigh = |keep: &dyn Fn(&Item) -> bool| -> Points {
        items.iter().filter(|item| keep(item)).map(|item| whole(item.weight)).sum()
    };
    let judged = weigh(&|item| item.fraction.is_some());
    let applied = weigh(&|item| !matches!(item.state, State::NoOpportunity(_)));
    (applied != whole(0)).then(|| whole(100) * judged / applied)
}

/// A criterion's outcome with its witnesses seen.
pub(super) struct Judged {
    state: State,
    fraction: Option<Points>,
    parts: Vec<Part>,
    single: Option<Proven>,
    advice: Option<String>,
}

pub(super) const NO_WITNESS: &str = "script-no-witness";

/// Runs one measure and sees its witnesses. The fault, if any, costs this criterion only.
pub(super) fn run(
    bench: &Bench,
    script: &Script,
    criterion: &Criterion,
    scene: &Rc<Scene>,
) -> Result<Judged, Diagnostic> {
    let params: Map =
        criterion.params.iter().map(|(name, value)| (name.as_str().into(), dynamic(value))).collect();
    let value = script.run(&bench.engine, ENTRY, (Transcript(Rc::clone(scene)), params))?;
    let kind = value.type_name();
    let Some(RawVerdict(outcome)) = value.try_cast::<RawVerdict>() else {
        return Err(at_entry("script-not-a-verdict", script.source()).arg("found", kind));
    };
    let fault = |code: &'static str, name: &str| {
        at_entry(code, script.source())
            .arg("name", name)
            .arg("criterion", &criterion.id)
            .arg("suggestion", "none")
    };
    let reason =
        |key: &str| criterion.reasons.get(key).cloned().ok_or_else(|| fault("script-unknown-reason", key));
    let judged = match outcome {
        Outcome::NoOpportunity(key) => Judged::without(State::NoOpportunity(Some(reason(&key)?))),
        Outcome::NotEvaluated(key) => Judged::unjudged(Unjudged::Stated(reason(&key)?)),
        Outcome::Single { finding, advice } => {
            let wording = advice.as_ref().and_then(|key| criterion.wordings.get(key));
            let wording = wording.map(|text| text.get(scene.call().language));
            let proven =
                prove(scene, &finding, wording.or(Some(""))).ok_or_else(|| fault(NO_WITNESS, "none"))?;
            let fraction = whole(proven.earned) / whole(proven.of);
            Judged {
                state: state_of(fraction),
                fraction: Some(fraction),
                parts: Vec::new(),
                single: Some(proven),
                advice,
            }
        }
        Outcome::Sheet(sheet) => checklist(criterion, scene, sheet, &fault)?,
    };
    match judged.advice.as_deref().filter(|key| !criterion.feedback.contains_key(*key)) {
        Some(key) => Err(fault("script-unknown-feedback", key)),
        None => Ok(judged),
    }
}

fn checklist(
    criterion: &Criterion,
    scene: &Scene,
    sheet: Sheet,
    fault: &dyn Fn(&'static str, &str) -> Diagnostic,
) -> Result<Judged, Diagnostic> {
    let mut parts = Vec::new();
    for (id, finding) in sheet.parts {
        let definition = criterion.parts.get(&id).ok_or_else(|| fault("script-unknown-part", &id))?;
        let wording = criterion.wordings.get(&id).map(|text| text.get(scene.call().language));
        let proven = prove(scene, &finding, wording.or(Some(""))).ok_or_else(|| fault(NO_WITNESS, &id))?;
        parts.push(Part {
            id,
            title: definition.title.clone(),
            weight: definition.weight,
            fraction: whole(proven.earned) / whole(proven.of),
            evidence: proven.evidence,
            absence: proven.absence,
        });
    }
    let total: Points = parts.iter().map(|part| whole(part.weight)).sum();
    if total == whole(0) {
        return Err(fault(NO_WITNESS, "none"));
    }
    let earned: Points = parts.iter().map(|part| whole(part.weight) * part.fraction).sum();
    // The advice of the part that cost the most, unless the measure asks for another; of equals, the first.
    let cost = |part: &Part| whole(part.weight) * (whole(1) - part.fraction);
    let dearest = parts
        .iter()
        .filter(|part| cost(part) > whole(0) && criterion.feedback.contains_key(&part.id))
        .rev()
        .max_by_key(|part| cost(part))
        .map(|part| part.id.clone());
    let fraction = earned / total;
    let dearest = dearest.map(|part| sheet.hints.get(&part).cloned().unwrap_or(part));
    let advice = sheet.advice.filter(|_| fraction < whole(1)).or(dearest);
    Ok(Judged { state: state_of(fraction), fraction: Some(fraction), parts, single: None, advice })
}

impl Judged {
    fn without(state: State) -> Self {
        Self { state, fraction: None, parts: Vec::new(), single: None, advice: None }
    }

    fn unjudged(reason: Unjudged) -> Self {
        Self::without(State::NotEvaluated(reason))
    }

    fn item(self, criterion: &Criterion) -> Item {
        let (evidence, absence) =
            self.single.map_or_else(Default::default, |proven| (proven.evidence, proven.absence));
        let key = self.advice.as_deref().unwrap_or_default();
        Item {
            id: criterion.id.clone(),
            section: criterion.section,
            title: criterion.title.clone(),
            state: self.state,
            fraction: self.fraction,
            points: criterion.points,
            weight: criterion.weight,
            applied: whole(0),
            critical: criterion.critical,
            auto_fail: criterion.auto_fail,
            caps: criterion.caps,
            parts: self.parts,
            evidence,
            absence,
            advice: criterion.feedback.get(key).cloned(),
            wording: criterion.wordings.get(key).cloned(),
        }
    }
}

fn facts(scene: &Scene) -> Facts {
    let case = scene.call().case_file.as_ref();
    let agreed = scene.commitment.as_ref();
    // Where nobody says whose call it is, its currency is the one in which amounts were heard.
    let currency = case
        .map(|case| case.currency)
        .or_else(|| scene.call().country.map(Country::currency))
        .or_else(|| currency_heard(scene));
    let plan = agreed.and_then(|c| c.plan.as_ref()).map(|plan| &plan.value);
    let of_plan = plan.and_then(|plan| plan.amount).zip(currency);
    let single = agreed.is_some_and(|c| c.amount.is_some());
    let plan = plan.filter(|plan| plan.amount.is_some() && !single);
    let down = plan.and_then(|plan| match plan.down_payment {
        Some(DownPayment::Amount(down)) if Some(down) != plan.amount => Some(down),
        _ => None,
    });
    Facts {
        agreed_at: agreed.map(Commitment::turn),
        payments: plan.and_then(|plan| plan.count).filter(|count| *count > 1),
        first: down.zip(currency).map(|(amount, currency)| Money { amount, currency }),
        last: plan
            .and_then(|plan| plan.last)
            .zip(currency)
            .map(|(amount, currency)| Money { amount, currency }),
        country: scene.call().country,
        amount: agreed
            .and_then(|c| c.amount.as_ref())
            .map(|term| term.value)
            .or_else(|| of_plan.map(|(amount, currency)| Money { amount, currency })),
        // Without the day of the call, "el viernes" is no date that could be printed.
        date: agreed
            .and_then(|c| c.date.as_ref())
            .filter(|_| scene.call().date.is_some())
            .map(|term| term.value.clone()),
        method: agreed.and_then(|c| c.method.as_ref()).map(|term| term.value),
        method_name: agreed.and_then(|c| c.method.as_ref()).and_then(|term| own_name(scene, term)),
        debtor: case.map(|case| case.debtor.clone()),
        creditor: case.map(|case| case.creditor.clone()),
        debt: case.map(|case| if case.past_due.is_empty() { case.balance } else { case.past_due_total() }),
    }
}

/// The currency of the first amount of a call.
fn currency_heard(scene: &Scene) -> Option<Currency> {
    scene.heard.heard.iter().flat_map(|heard| &heard.entities).find_map(|entity| match &entity.value {
        Value::Money(money) => Some(money.currency),
        _ => None,
    })
}

fn dynamic(value: &serde_json::Value) -> Dynamic {
    match value {
        serde_json::Value::Bool(flag) => (*flag).into(),
        serde_json::Value::Number(number) => number.as_i64().map_or(Dynamic::UNIT, Dynamic::from),
        serde_json::Value::String(text) => text.as_str().into(),
        serde_json::Value::Array(items) => items.iter().map(dynamic).collect::<Vec<_>>().into(),
        serde_json::Value::Null | serde_json::Value::Object(_) => Dynamic::UNIT,
    }
}

/// The transcript as it was judged: speakers, words and times.
fn transcript_hash(call: &Call) -> String {
    let turns = serde_json::to_string(&call.turns).unwrap_or_default();
    let date = call.date.map(|date| date.to_string()).unwrap_or_default();
    let country = call.country.map_or("", Country::code);
    hash(&format!("{}\n{country}\n{date}\n{turns}", call.language))
}
