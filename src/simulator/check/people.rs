//! Who speaks in a scenario, what is true of them, and who else may pick up.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::{Checker, Voice};
use crate::call::Country;
use crate::simulator::common::{Common, check_act, check_acts, check_gate_lines};
use crate::simulator::gate::{AnsweredBy, Identity, PassesOn};
use crate::simulator::line::{Variants, for_person};
use crate::simulator::mood::{Gauge, Mark, Shift};
use crate::simulator::scenario::{Persona, Truth};
use crate::simulator::shuffle::Shuffle;
use crate::simulator::terms::Means;
use crate::simulator::typed::{
    TypedAnsweredBy, TypedGauge, TypedMark, TypedPersona, TypedShuffle, TypedTruth, TypedType,
};
use crate::yaml::Path;

impl Checker<'_> {
    pub(super) fn persona(&mut self, typed: TypedPersona, common: &Common) -> Option<Persona> {
        let path = Path::root().key("persona");
        let kind = self.debtor_type(&typed, common, &path);
        self.gauge(typed.trust, &path.key("trust"));
        self.gauge(typed.patience, &path.key("patience"));
        self.mark(typed.opens_at, &path.key("opens_at"));
        if typed.agrees_at.is_some_and(|mark| !(0..=100).contains(&mark)) {
            self.error("out-of-range", &path.key("agrees_at"), &[("range", "0–100")]);
        }
        check_acts(typed.temper.keys(), self.inventory, self.file, &path.key("temper"), &mut self.found);
        for (at, act) in typed.hangs_up_on.iter().flatten().enumerate() {
            let path = path.key("hangs_up_on").item(at);
            check_act(act, self.inventory, self.file, &path, &mut self.found);
        }
        let shifts = |temper: &BTreeMap<String, _>| -> BTreeMap<String, Shift> {
            temper.iter().map(|(act, shift)| (act.clone(), Shift::from(*shift))).collect()
        };
        let temper = match kind {
            Some(kind) => common.temper.with(&shifts(&kind.temper)),
            None => common.temper.clone(),
        };
        let trust = self.needed(typed.trust.or(kind.map(|kind| kind.trust)), &path, "trust");
        let patience = self.needed(typed.patience.or(kind.map(|kind| kind.patience)), &path, "patience");
        let opens_at = self.needed(typed.opens_at.or(kind.map(|kind| kind.opens_at)), &path, "opens_at");
        let agrees_at = self.needed(typed.agrees_at.or(kind.map(|kind| kind.agrees_at)), &path, "agrees_at");
        Some(Persona {
            name: typed.name,
            gender: typed.gender,
            about: typed.about.trim().to_owned(),
            trust: Gauge::from(trust?),
            patience: Gauge::from(patience?),
            opens_at: Mark::from(opens_at?),
            agrees_at: agrees_at?,
            drift: typed.drift.or(kind.map(|kind| kind.drift)).map(Shift::from).unwrap_or_default(),
            temper: temper.with(&shifts(&typed.temper)),
            hangs_up_on: typed
                .hangs_up_on
                .or_else(|| kind.map(|kind| kind.hangs_up_on.clone()))
                .unwrap_or_default(),
            warns: typed.warns.or(kind.map(|kind| kind.warns)).unwrap_or_default(),
            gives_in_after: typed
                .gives_in_after
                .or(kind.map(|kind| kind.gives_in_after))
                .filter(|turns| *turns > 0),
            kind: typed.kind,
        })
    }

    fn debtor_type<'c>(
        &mut self,
        typed: &TypedPersona,
        common: &'c Common,
        path: &Path,
    ) -> Option<&'c TypedType> {
        let name = typed.kind.as_ref()?;
        let found = common.types.get(name).map(|kind| kind.typed.as_ref());
        if found.is_none() {
            let known: Vec<&str> = common.types().map(|(id, _)| id).collect();
            let error = self.file.error("unknown-debtor-type", &path.key("type")).arg("name", name.as_str());
            self.found.push(error.arg("known", known.join(", ")).suggest(name, known));
        }
        found
    }

    /// A value that neither the persona nor its type gives is missing.
    fn needed<T>(&mut self, value: Option<T>, path: &Path, name: &'static str) -> Option<T> {
        if value.is_none() {
            self.found.push(self.file.key_error("missing-key", path).arg("name", name));
        }
        value
    }

    fn gauge(&mut self, gauge: Option<TypedGauge>, path: &Path) {
        let Some(TypedGauge { start, min, max }) = gauge else { return };
        if min < 0 || max > 100 || !(min..=max).contains(&start) {
            self.error("out-of-range", path, &[("range", "0–100")]);
        }
    }

    fn mark(&mut self, mark: Option<TypedMark>, path: &Path) {
        let Some(TypedMark { enter, leave }) = mark else { return };
        if !(0..=100).contains(&enter) || leave.is_some_and(|leave| !(0..=enter).contains(&leave)) {
            self.error("out-of-range", path, &[("range", "0–100")]);
        }
    }

    pub(super) fn truth(&mut self, typed: TypedTruth) -> Truth {
        let path = Path::root().key("truth");
        check_act(&typed.cause, self.inventory, self.file, &path.key("cause"), &mut self.found);
        let means = path.key("means");
        Truth {
            cause: typed.cause,
            account: typed.account.trim().to_owned(),
            means: Means {
                now: self.amount(&typed.means.now, &means.key("now")),
                monthly: self.amount(&typed.means.monthly, &means.key("monthly")),
                times: typed.means.every.times_a_month(),
                from: typed.means.from,
            },
            willing: typed.willing,
            undisputed: typed.undisputed.map(|text| self.amount(&text, &path.key("undisputed"))),
        }
    }

    /// Who picks up, with the lines of that kind of person, those of the scenario in their place.
    pub(super) fn answered_by(
        &mut self,
        typed: TypedAnsweredBy,
        country: Option<Country>,
        common: &Common,
    ) -> Option<AnsweredBy> {
        let path = Path::root().key("answered_by");
        check_gate_lines(&typed.lines, self.file, &path.key("lines"), &mut self.found);
        let Some(identity) = Identity::named(&typed.identity) else {
            let known = Identity::ALL.map(Identity::id);
            let error = self.file.error("unknown-identity", &path.key("identity"));
            self.found.push(error.arg("name", typed.identity.as_str()).suggest(&typed.identity, known));
            return None;
        };
        let mut lines = common.gates.get(&identity).cloned().unwrap_or_default();
        lines.extend(typed.lines);
        let passes_on = typed.passes_on.map(|passes| {
            let path = path.key("passes_on");
            self.acts_or_topics(passes.yields_to.keys(), &path.key("yields_to"));
            let reachable: i32 = passes.yields_to.values().filter(|points| **points > 0).sum();
            if reachable == 0 || passes.needs < 1 {
                self.error("objection-never-yields", &path, &[("id", "passes_on")]);
            }
            if !lines.contains_key("passes_phone") {
                let error = self.file.key_error("missing-situation", &path);
                self.found.push(error.arg("name", "passes_phone"));
            }
            PassesOn { yields_to: passes.yields_to, needs: passes.needs }
        });
        let voice = Voice { country, gender: typed.gender };
        let mut answers = self.answers(typed.answers, &path.key("answers"), voice);
        for answer in &mut answers {
            answer.says.id = format!("gate/{}", answer.says.id);
        }
        let country = country?;
        let variants = |(situation, lines): (String, Vec<_>)| {
            let id = format!("gate/{situation}");
            (situation, Variants::new(id, for_person(lines, country, typed.gender)))
        };
        let lines = lines.into_iter().map(variants).collect();
        Some(AnsweredBy { identity, name: typed.name, relation: typed.relation, passes_on, lines, answers })
    }

    pub(super) fn shuffle(&mut self, typed: Option<TypedShuffle>) -> Shuffle {
        let Some(typed) = typed else { return Shuffle::default() };
        let path = Path::root().key("shuffle");
        for (at, id) in typed.leave_out.iter().enumerate() {
            let place = path.key("leave_out").item(at);
            if self.names.last_objection.as_ref() == Some(id) {
                self.error("last-objection-left-out", &place, &[("id", id)]);
            }
            self.objection_named(id, &place);
        }
        Shuffle {
            trust: self.range(typed.trust, &path.key("trust")),
            patience: self.range(typed.patience, &path.key("patience")),
            now: self.amounts(typed.now, &path.key("now")),
            monthly: self.amounts(typed.monthly, &path.key("monthly")),
            from: self.range(typed.from, &path.key("from")),
            leave_out: typed.leave_out,
        }
    }

    fn range<T: PartialOrd>(&mut self, ends: Option<[T; 2]>, path: &Path) -> Option<RangeInclusive<T>> {
        let [from, to] = ends?;
        if from > to {
            self.error("range-upside-down", path, &[]);
        }
        Some(from..=to)
    }

    fn amounts(&mut self, ends: Option<[String; 2]>, path: &Path) -> Option<RangeInclusive<Decimal>> {
        let ends =
            ends.map(|[from, to]| [self.amount(&from, &path.item(0)), self.amount(&to, &path.item(1))]);
        self.range(ends, path)
    }
}
