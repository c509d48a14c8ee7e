//! From a scenario as typed to one that can be played: every reference, amount and line is checked, and all
//! that is wrong is told at once.

mod amounts;
mod case_file;
mod moves;
mod objections;
mod outcomes;
mod people;
mod plausible;
mod reach;
mod review;
mod states;
mod topics;
mod wording;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::call::Country;
use crate::diagnostic::Diagnostic;
use crate::messages::Language;
use crate::nlu::Inventory;
use crate::sandbox::{Conditions, Value};
use crate::simulator::common::{Common, STEPS, check_act, check_acts, check_lines, check_variants};
use crate::simulator::line::{Line, Variants, for_person};
use crate::simulator::matters::Matter;
use crate::simulator::outcome::Outcome;
use crate::simulator::scenario::{Answer, Fact, Objection, Rule, Scenario};
use crate::simulator::trial::{self, Own};
use crate::simulator::typed::{Gender, TypedObjection, TypedScenario};
use crate::source::Source;
use crate::yaml::{self, File, Path};

/// The values that a `when:` can name.
pub(super) use topics::used as awaited;

pub(super) const VARIABLES: [(&str, Value); 7] = [
    ("trust", Value::Int(0)),
    ("patience", Value::Int(0)),
    ("turn", Value::Int(0)),
    ("layer", Value::Int(0)),
    ("agreed", Value::Bool(false)),
    ("raised", Value::Bool(false)),
    ("purpose", Value::Bool(false)),
];
/// The helpers that a `when:` can ask, each about one name.
pub(super) const HELPERS: [&str; 4] = ["heard", "said", "disclosed", "resolved"];

thread_local! {
    /// Every call has the same vocabulary, and an engine takes longer to make than a call to play.
    static CONDITIONS: Conditions = Conditions::new(&VARIABLES, &HELPERS);
}

/// The reader and weigher of scenarios' conditions.
pub(super) fn conditions() -> Conditions {
    CONDITIONS.with(Clone::clone)
}

pub(super) fn check(
    source: Source,
    common: &Common,
    inventory: &Inventory,
) -> Result<Scenario, Vec<Diagnostic>> {
    let (typed, file) = yaml::read::<TypedScenario>(source)?;
    let mut checker = Checker {
        file: &file,
        inventory,
        found: Vec::new(),
        names: Names::of(&typed, common),
        conditions: conditions(),
        country: Country::from_tag(&typed.language),
    };
    let scenario = checker.scenario(typed, common);
    let found = checker.found;
    match scenario {
        Some(mut scenario) if found.is_empty() => {
            scenario.source = file.source().clone();
            Ok(scenario)
        }
        _ => Err(found),
    }
}

/// The ids that the parts of a scenario may name.
struct Names {
    facts: BTreeSet<String>,
    /// Facts without a public version.
    open_facts: BTreeSet<String>,
    objections: BTreeSet<String>,
    last_objection: Option<String>,
    /// Its own and those of the common library, as acts.
    topics: BTreeSet<String>,
}

impl Names {
    fn of(typed: &TypedScenario, common: &Common) -> Self {
        let named = |it: &TypedObjection| it.id.clone().or_else(|| it.base.clone());
        let ids: Vec<String> = typed.objections.iter().filter_map(named).collect();
        Self {
            facts: typed.facts.keys().cloned().collect(),
            open_facts: typed
                .facts
                .iter()
                .filter(|(_, fact)| fact.public.is_none())
                .map(|(id, _)| id.clone())
                .collect(),
            last_objection: ids.last().cloned(),
            objections: ids.into_iter().collect(),
            topics: typed.topics.keys().chain(common.topics.keys()).map(|id| format!("topic.{id}")).collect(),
        }
    }
}

/// Whose lines these are: each says what people of her country and gender say.
#[derive(Debug, Clone, Copy)]
struct Voice {
    country: Option<Country>,
    gender: Gender,
}

impl Voice {
    /// The lines that are hers, in her form. Without a country nothing is left out: the file is refused anyway.
    fn own(self, lines: Vec<Line>) -> Vec<Line> {
        match self.country {
            Some(country) => for_person(lines, country, self.gender),
            None => lines,
        }
    }
}

struct Checker<'a> {
    file: &'a File,
    inventory: &'a Inventory,
    found: Vec<Diagnostic>,
    names: Names,
    conditions: Conditions,
    /// Whose way of writing amounts the author may have in mind; none where the file does not say.
    country: Option<Country>,
}

impl Checker<'_> {
    fn scenario(&mut self, typed: TypedScenario, common: &Common) -> Option<Scenario> {
        let root = Path::root();
        let own = Own::of(&typed);
        if typed.format != "scenario/1" {
            self.error("unknown-format", &root.key("format"), &[("expected", "scenario/1")]);
        }
        let language = Language::from_tag(&typed.language);
        let country = self.country;
        if language.is_none() || country.is_none() {
            self.error("scenario-language", &root.key("language"), &[("value", &typed.language)]);
        }
        if !(1..=5).contains(&typed.level) {
            self.error("out-of-range", &root.key("level"), &[("range", "1–5")]);
        }
        let case_file = self.case_file(typed.case_file);
        let currency = case_file.as_ref().map(|case| case.currency);
        let voice = Voice { country, gender: typed.persona.gender };
        let persona = self.persona(typed.persona, common);
        let truth = self.truth(typed.truth);
        let objections = self.objections(typed.objections, common, voice);
        let answers = self.answers(typed.answers, &root.key("answers"), voice);
        let questions = self.questions(typed.questions, voice);
        let signals = self.signals(typed.signals, voice);
        let rules = self.rules(typed.rules, voice);
        let topics = self.topics(typed.topics);
        let matters = common.topics.iter().map(|(id, topic)| Matter {
            id: id.clone(),
            segment: topic.segment,
            patterns: topic.patterns.clone(),
            never: topic.never.clone(),
            says: Variants::new(format!("matters/{id}"), voice.own(topic.says.clone())),
        });
        let matters = matters.collect();
        let answered_by = typed.answered_by.and_then(|typed| self.answered_by(typed, country, common));
        let shuffle = self.shuffle(typed.shuffle);
        check_lines(&typed.lines, self.file, &mut self.found);
        let mut lines = common.lines.clone();
        lines.extend(typed.lines);
        let lines = lines
            .into_iter()
            .map(|(situation, lines)| (situation.clone(), Variants::new(situation, voice.own(lines))))
            .collect();
        let mut hints = common.hints.clone();
        for step in typed.hints.keys().filter(|step| !STEPS.contains(&step.as_str())) {
            let error = self.file.key_error("unknown-situation", &root.key("hints").key(step));
            self.found.push(error.arg("name", step.as_str()).suggest(step, STEPS));
        }
        hints.extend(typed.hints);
        let good = self.outcomes(&typed.outcomes.good, "good");
        let acceptable = self.outcomes(&typed.outcomes.acceptable, "acceptable");
        self.unused_facts(&typed.facts.keys().cloned().collect(), &objections, &answers, &rules);
        let names = &self.names;
        let trials = trial::check(typed.tests, &names.facts, &names.objections, self.file, &mut self.found);
        currency?;
        Some(Scenario {
            id: typed.id,
            title: typed.title,
            language: language?,
            country: country?,
            segment: typed.segment,
            law: typed.law,
            level: typed.level,
            summary: typed.summary.trim().to_owned(),
            objective: typed.objective.trim().to_owned(),
            date: typed.date,
            case_file: case_file?,
            persona: persona?,
            truth,
            facts: typed
                .facts
                .into_iter()
                .map(|(id, fact)| (id, Fact { what: fact.what, public: fact.public }))
                .collect(),
            topics,
            matters,
            objections,
            answers,
            questions,
            signals,
            answered_by,
            rules,
            hardens_on: common.hardens_on.clone(),
            lines,
            hints,
            good,
            acceptable,
            shuffle,
            tells: common.tells.clone(),
            asked: common.asked.iter().map(|(kind, patterns)| (*kind, patterns.clone())).collect(),
            trials,
            own,
            spoken: OnceLock::new(),
            source: Source::new("", ""),
        })
    }

    fn error(&mut self, code: &'static str, path: &Path, args: &[(&'static str, &str)]) {
        let mut error = self.file.error(code, path);
        for (name, value) in args {
            error = error.arg(name, *value);
        }
        self.found.push(error);
    }

    fn signals(&mut self, typed: Vec<Line>, voice: Voice) -> Variants {
        if !typed.is_empty() {
            check_variants(&typed, &[], self.file, &Path::root().key("signals"), &mut self.found);
        }
        Variants::new("signals", voice.own(typed))
    }

    fn objection_named(&mut self, id: &str, path: &Path) {
        if !self.names.objections.contains(id) {
            let known: Vec<&str> = self.names.objections.iter().map(String::as_str).collect();
            let error = self.file.error("unknown-objection", path);
            self.found.push(error.arg("name", id).suggest(id, known));
        }
    }

    fn outcomes(&mut self, typed: &[String], list: &str) -> BTreeSet<Outcome> {
        let path = Path::root().key("outcomes").key(list);
        typed.iter().enumerate().filter_map(|(at, id)| self.outcome(id, &path.item(at))).collect()
    }

    fn outcome(&mut self, id: &str, path: &Path) -> Option<Outcome> {
        let outcome = Outcome::named(id);
        if outcome.is_none() {
            let known = Outcome::ALL.map(Outcome::id);
            let error = self.file.error("unknown-outcome", path).arg("name", id);
            self.found.push(error.arg("known", known.join(", ")).suggest(id, known));
        }
        outcome
    }

    fn acts_or_topics<'b>(&mut self, acts: impl IntoIterator<Item = &'b String>, path: &Path) {
        for act in acts {
            if !self.names.topics.contains(act) {
                check_acts([act], self.inventory, self.file, path, &mut self.found);
            }
        }
    }

    fn act_or_topic(&mut self, act: &str, path: &Path) {
        if !self.names.topics.contains(act) {
            check_act(act, self.inventory, self.file, path, &mut self.found);
        }
    }

    fn fact(&mut self, id: Option<&String>, path: &Path) {
        if let Some(id) = id
            && !self.names.facts.contains(id)
        {
            let known: Vec<&str> = self.names.facts.iter().map(String::as_str).collect();
            self.found
                .push(self.file.error("unknown-fact", path).arg("name", id.as_str()).suggest(id, known));
        }
    }

    /// A fact that nothing discloses can never come out.
    fn unused_facts(
        &mut self,
        facts: &BTreeSet<String>,
        objections: &[Objection],
        answers: &[Answer],
        rules: &[Rule],
    ) {
        let disclosed: BTreeSet<&String> = objections
            .iter()
            .flat_map(|objection| [&objection.discloses, &objection.gives_way_discloses])
            .flatten()
            .chain(answers.iter().filter_map(|answer| answer.discloses.as_ref()))
            .chain(rules.iter().filter_map(|rule| rule.discloses.as_ref()))
            .collect();
        for id in facts.iter().filter(|id| !disclosed.contains(id)) {
            let error = self.file.key_error("fact-never-disclosed", &Path::root().key("facts").key(id));
            self.found.push(error.arg("name", id.as_str()));
        }
    }
}
