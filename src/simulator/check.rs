//! From a scenario as typed to one that can be played: every reference, amount and line is checked, and all
//! that is wrong is told at once.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::call::{
    CaseFile, Country, Currency, Hardship, HistoryEntry, Money, PastDue, Policy, VerificationItem,
};
use crate::diagnostic::Diagnostic;
use crate::messages::Language;
use crate::nlu::Inventory;
use crate::nlu::pattern::Pattern;
use crate::sandbox::{Condition, Conditions, Value};
use crate::simulator::common::{Common, STEPS, check_act, check_acts, check_lines, check_variants};
use crate::simulator::line::{Line, Variants};
use crate::simulator::mood::Shift;
use crate::simulator::outcome::Outcome;
use crate::simulator::scenario::{Answer, Objection, Persona, Rule, Scenario, Truth};
use crate::simulator::terms::Means;
use crate::simulator::trial::{self, Own};
use crate::simulator::typed::{
    TypedAnswer, TypedCaseFile, TypedObjection, TypedPersona, TypedPolicy, TypedRule, TypedScenario,
    TypedTruth,
};
use crate::source::Source;
use crate::yaml::{self, File, Path};

/// The values that a `when:` can name.
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

/// The reader and weigher of this scenario's conditions.
pub(super) fn conditions() -> Conditions {
    Conditions::new(&VARIABLES, &HELPERS)
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
        names: Names::of(&typed),
        conditions: conditions(),
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
    objections: BTreeSet<String>,
    topics: BTreeSet<String>,
}

impl Names {
    fn of(typed: &TypedScenario) -> Self {
        Self {
            facts: typed.facts.keys().cloned().collect(),
            objections: typed.objections.iter().map(|objection| objection.id.clone()).collect(),
            topics: typed.topics.keys().map(|id| format!("topic.{id}")).collect(),
        }
    }
}

struct Checker<'a> {
    file: &'a File,
    inventory: &'a Inventory,
    found: Vec<Diagnostic>,
    names: Names,
    conditions: Conditions,
}

impl Checker<'_> {
    fn scenario(&mut self, typed: TypedScenario, common: &Common) -> Option<Scenario> {
        let root = Path::root();
        let own = Own::of(&typed);
        if typed.format != "scenario/1" {
            self.error("unknown-format", &root.key("format"), &[("expected", "scenario/1")]);
        }
        let language = Language::from_tag(&typed.language);
        let country = Country::from_tag(&typed.language);
        if language.is_none() || country.is_none() {
            self.error("scenario-language", &root.key("language"), &[("value", &typed.language)]);
        }
        if !(1..=5).contains(&typed.level) {
            self.error("out-of-range", &root.key("level"), &[("range", "1–5")]);
        }
        let case_file = self.case_file(typed.case_file);
        let currency = case_file.as_ref().map(|case| case.currency);
        let persona = self.persona(typed.persona, common);
        let truth = self.truth(typed.truth);
        let objections = self.objections(typed.objections, common);
        let answers = self.answers(typed.answers);
        let rules = self.rules(typed.rules);
        let topics = self.topics(typed.topics);
        let mut lines = common.lines.clone();
        lines.extend(check_lines(typed.lines, self.file, &mut self.found));
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
            level: typed.level,
            summary: typed.summary.trim().to_owned(),
            objective: typed.objective.trim().to_owned(),
            date: typed.date,
            case_file: case_file?,
            persona,
            truth,
            facts: typed.facts.into_iter().map(|(id, fact)| (id, fact.what)).collect(),
            topics,
            objections,
            answers,
            rules,
            hardens_on: common.hardens_on.clone(),
            lines,
            hints,
            good,
            acceptable,
            trials,
            own,
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

    fn case_file(&mut self, typed: TypedCaseFile) -> Option<CaseFile> {
        let path = Path::root().key("case_file");
        let Some(currency) = Currency::new(&typed.currency) else {
            self.error("unknown-currency", &path.key("currency"), &[("value", &typed.currency)]);
            return None;
        };
        let balance = self.money(&typed.balance, currency, &path.key("balance"));
        if typed.past_due.is_empty() {
            self.error("no-lines", &path.key("past_due"), &[]);
        }
        let mut past_due = Vec::new();
        for (at, item) in typed.past_due.into_iter().enumerate() {
            let amount = self.money(&item.amount, currency, &path.key("past_due").item(at).key("amount"));
            past_due.push(PastDue { concept: item.concept, amount, due: item.due });
        }
        let case = CaseFile {
            creditor: typed.creditor,
            product: typed.product,
            account: typed.account,
            debtor: typed.debtor,
            treatment: typed.treatment,
            currency,
            balance,
            past_due,
            verify: typed
                .verify
                .into_iter()
                .map(|item| VerificationItem { label: item.label, value: item.value })
                .collect(),
            history: typed
                .history
                .into_iter()
                .map(|entry| HistoryEntry { date: entry.date, note: entry.note })
                .collect(),
            policy: self.policy(typed.policy, currency),
        };
        if case.past_due_total().amount > case.balance.amount {
            self.error("past-due-over-balance", &path.key("past_due"), &[]);
        }
        Some(case)
    }

    fn policy(&mut self, typed: TypedPolicy, currency: Currency) -> Policy {
        let path = Path::root().key("case_file").key("policy");
        Policy {
            max_installments: typed.max_installments,
            min_payment: typed.min_payment.map(|text| self.money(&text, currency, &path.key("min_payment"))),
            max_discount: typed.max_discount.map(|text| self.decimal(&text, &path.key("max_discount"))),
            max_extension_days: typed.max_extension_days,
            partial_payment: typed.partial_payment,
            restructure: typed.restructure,
            hardship: typed.hardship.map(|it| Hardship { name: it.name, description: it.description }),
            methods: typed.methods,
        }
    }

    fn persona(&mut self, typed: TypedPersona, common: &Common) -> Persona {
        let path = Path::root().key("persona");
        for (name, value) in [
            ("trust", typed.trust),
            ("patience", typed.patience),
            ("opens_at", typed.opens_at),
            ("agrees_at", typed.agrees_at),
        ] {
            if !(0..=100).contains(&value) {
                self.error("out-of-range", &path.key(name), &[("range", "0–100")]);
            }
        }
        check_acts(typed.temper.keys(), self.inventory, self.file, &path.key("temper"), &mut self.found);
        for (at, act) in typed.hangs_up_on.iter().enumerate() {
            let path = path.key("hangs_up_on").item(at);
            check_act(act, self.inventory, self.file, &path, &mut self.found);
        }
        let own: BTreeMap<String, Shift> =
            typed.temper.into_iter().map(|(act, shift)| (act, Shift::from(shift))).collect();
        Persona {
            name: typed.name,
            about: typed.about.trim().to_owned(),
            trust: typed.trust,
            patience: typed.patience,
            opens_at: typed.opens_at,
            agrees_at: typed.agrees_at,
            temper: common.temper.with(&own),
            hangs_up_on: typed.hangs_up_on,
            warns: typed.warns,
            gives_in_after: typed.gives_in_after,
        }
    }

    fn truth(&mut self, typed: TypedTruth) -> Truth {
        let path = Path::root().key("truth");
        check_act(&typed.cause, self.inventory, self.file, &path.key("cause"), &mut self.found);
        let means = path.key("means");
        Truth {
            cause: typed.cause,
            account: typed.account.trim().to_owned(),
            means: Means {
                now: self.decimal(&typed.means.now, &means.key("now")),
                monthly: self.decimal(&typed.means.monthly, &means.key("monthly")),
                from: typed.means.from,
            },
            willing: typed.willing,
            undisputed: typed.undisputed.map(|text| self.decimal(&text, &path.key("undisputed"))),
        }
    }

    fn objections(&mut self, typed: Vec<TypedObjection>, common: &Common) -> Vec<Objection> {
        let list = Path::root().key("objections");
        let last = typed.len().saturating_sub(1);
        let mut seen = BTreeSet::new();
        let mut checked = Vec::new();
        for (at, objection) in typed.into_iter().enumerate() {
            let path = list.item(at);
            if !seen.insert(objection.id.clone()) {
                self.error("duplicate-id", &path.key("id"), &[("id", &objection.id)]);
            }
            check_act(&objection.act, self.inventory, self.file, &path.key("act"), &mut self.found);
            self.acts_or_topics(objection.yields_to.keys(), &path.key("yields_to"));
            let reachable: i32 = objection.yields_to.values().filter(|points| **points > 0).sum();
            if reachable == 0 || objection.needs < 1 {
                self.error("objection-never-yields", &path.key("yields_to"), &[("id", &objection.id)]);
            }
            for (at, act) in objection.hardens_on.iter().flatten().enumerate() {
                let path = path.key("hardens_on").item(at);
                check_act(act, self.inventory, self.file, &path, &mut self.found);
            }
            self.fact(objection.discloses.as_ref(), &path.key("discloses"));
            self.fact(objection.gives_way_discloses.as_ref(), &path.key("gives_way_discloses"));
            if at == last && objection.gives_way.is_empty() {
                self.error("last-objection-is-mute", &path, &[("id", &objection.id)]);
            }
            let id = objection.id;
            let mut variants = |name: &str, lines: Vec<Line>, needed: Needed| {
                if needed == Needed::Yes || !lines.is_empty() {
                    check_variants(&lines, &[], self.file, &path.key(name), &mut self.found);
                }
                Variants::new(format!("{id}/{name}"), lines)
            };
            checked.push(Objection {
                opens: variants("opens", objection.opens, Needed::Yes),
                insists: variants("insists", objection.insists, Needed::Yes),
                hardened: variants("hardened", objection.hardened, Needed::Yes),
                gives_way: variants("gives_way", objection.gives_way, Needed::No),
                act: objection.act,
                yields_to: objection.yields_to,
                needs: objection.needs,
                needs_trust: objection.needs_trust,
                hardens_on: objection.hardens_on.unwrap_or_else(|| common.hardens_on.clone()),
                discloses: objection.discloses,
                gives_way_discloses: objection.gives_way_discloses,
                hint: objection.hint.trim().to_owned(),
                id,
            });
        }
        checked
    }

    fn answers(&mut self, typed: Vec<TypedAnswer>) -> Vec<Answer> {
        let list = Path::root().key("answers");
        let mut seen = BTreeSet::new();
        let mut checked = Vec::new();
        for (at, answer) in typed.into_iter().enumerate() {
            let path = list.item(at);
            if !seen.insert(answer.id.clone()) {
                self.error("duplicate-id", &path.key("id"), &[("id", &answer.id)]);
            }
            for (at, act) in answer.to.iter().enumerate() {
                self.act_or_topic(act, &path.key("to").item(at));
            }
            check_variants(&answer.says, &[], self.file, &path.key("says"), &mut self.found);
            self.fact(answer.discloses.as_ref(), &path.key("discloses"));
            let when = answer.when.as_deref().and_then(|text| self.condition(text, &path.key("when")));
            checked.push(Answer {
                to: answer.to,
                when,
                says: Variants::new(format!("answer/{}", answer.id), answer.says),
                discloses: answer.discloses,
            });
        }
        checked
    }

    fn rules(&mut self, typed: Vec<TypedRule>) -> Vec<Rule> {
        let list = Path::root().key("rules");
        let mut seen = BTreeSet::new();
        let mut checked = Vec::new();
        for (at, rule) in typed.into_iter().enumerate() {
            let path = list.item(at);
            if !seen.insert(rule.id.clone()) {
                self.error("duplicate-id", &path.key("id"), &[("id", &rule.id)]);
            }
            if !rule.says.is_empty() {
                check_variants(&rule.says, &[], self.file, &path.key("says"), &mut self.found);
            }
            self.fact(rule.discloses.as_ref(), &path.key("discloses"));
            let ends = rule.ends.as_deref().and_then(|id| self.outcome(id, &path.key("ends")));
            if let Some(id) = rule.resolves.as_ref().filter(|id| !self.names.objections.contains(*id)) {
                let known: Vec<&str> = self.names.objections.iter().map(String::as_str).collect();
                let error = self.file.error("unknown-objection", &path.key("resolves"));
                self.found.push(error.arg("name", id.as_str()).suggest(id, known));
            }
            let Some(when) = self.condition(&rule.when, &path.key("when")) else { continue };
            checked.push(Rule {
                when,
                says: Variants::new(format!("rule/{}", rule.id), rule.says),
                trust: rule.trust,
                patience: rule.patience,
                discloses: rule.discloses,
                resolves: rule.resolves,
                ends,
                id: rule.id,
            });
        }
        checked
    }

    fn topics(&mut self, typed: BTreeMap<String, Vec<String>>) -> BTreeMap<String, Vec<Pattern>> {
        let root = Path::root().key("topics");
        let mut checked = BTreeMap::new();
        for (id, patterns) in typed {
            let path = root.key(&id);
            let mut parsed = Vec::new();
            for (at, text) in patterns.iter().enumerate() {
                match Pattern::parse(text) {
                    Ok(pattern) => parsed.push(pattern),
                    Err(fault) => {
                        let place = self.file.place_within(&path.item(at), &fault.span);
                        self.found.push(Diagnostic::error(fault.kind.code(), self.file.source()).at(place));
                    }
                }
            }
            checked.insert(id, parsed);
        }
        checked
    }

    fn condition(&mut self, text: &str, path: &Path) -> Option<Condition> {
        let condition = match self.conditions.compile(text) {
            Ok(condition) => condition,
            Err(fault) => {
                let place = fault.at.as_ref().and_then(|span| self.file.place_within(path, span));
                let place = place.or_else(|| self.file.place(path));
                self.found.push(fault.diagnostic_at(self.file.source(), place));
                return None;
            }
        };
        for quoted in condition.quoted() {
            let known = match quoted.function.as_str() {
                "disclosed" => self.names.facts.contains(&quoted.text),
                "resolved" => self.names.objections.contains(&quoted.text),
                _ => self.inventory.knows(&quoted.text) || self.names.topics.contains(&quoted.text),
            };
            if !known {
                let place = quoted.span.as_ref().and_then(|span| self.file.place_within(path, span));
                let error = Diagnostic::error("unknown-name-in-condition", self.file.source());
                let all: Vec<&str> = match quoted.function.as_str() {
                    "disclosed" => self.names.facts.iter().map(String::as_str).collect(),
                    "resolved" => self.names.objections.iter().map(String::as_str).collect(),
                    _ => self.inventory.ids().collect(),
                };
                self.found.push(
                    error
                        .at(place.or_else(|| self.file.place(path)))
                        .arg("name", quoted.text.as_str())
                        .suggest(&quoted.text, all),
                );
            }
        }
        Some(condition)
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

    fn money(&mut self, text: &str, currency: Currency, path: &Path) -> Money {
        Money { amount: self.decimal(text, path), currency }
    }

    /// Amounts in files have a full stop before the decimals and nothing between thousands.
    fn decimal(&mut self, text: &str, path: &Path) -> Decimal {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        match text.parse::<Decimal>() {
            Ok(amount) if plain => amount,
            _ => {
                self.error("bad-amount", path, &[("value", text)]);
                Decimal::ZERO
            }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needed {
    Yes,
    No,
}
