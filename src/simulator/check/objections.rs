//! The layers of a scenario: its own objections, and those of the common library that it uses by name.

use std::collections::BTreeSet;

use super::{Checker, Voice};
use crate::simulator::common::{Common, check_act, check_variants};
use crate::simulator::line::{Line, Variants};
use crate::simulator::scenario::Objection;
use crate::simulator::typed::TypedObjection;
use crate::yaml::Path;

impl Checker<'_> {
    pub(super) fn objections(
        &mut self,
        typed: Vec<TypedObjection>,
        common: &Common,
        voice: Voice,
    ) -> Vec<Objection> {
        let list = Path::root().key("objections");
        let last = typed.len().saturating_sub(1);
        let mut seen = BTreeSet::new();
        let mut checked = Vec::new();
        for (at, objection) in typed.into_iter().enumerate() {
            let path = list.item(at);
            let Some(objection) = self.based(objection, common, &path) else { continue };
            let id = objection.id.clone().unwrap_or_default();
            if !seen.insert(id.clone()) {
                self.error("duplicate-id", &path, &[("id", &id)]);
            }
            let mute = objection.gives_way.as_ref().is_none_or(Vec::is_empty);
            if at == last && mute {
                self.error("last-objection-is-mute", &path, &[("id", &id)]);
            }
            checked.extend(self.objection(id, objection, common, voice, &path));
        }
        checked
    }

    /// What is typed, over the objection of the library that it names.
    fn based(&mut self, typed: TypedObjection, common: &Common, path: &Path) -> Option<TypedObjection> {
        let Some(name) = typed.base.clone() else {
            if typed.id.is_none() {
                self.error("missing-key", path, &[("name", "id")]);
                return None;
            }
            return Some(typed);
        };
        let Some(base) = common.objections.get(&name) else {
            let known: Vec<&str> = common.objections().map(|(id, _)| id).collect();
            let error =
                self.file.error("unknown-library-objection", &path.key("use")).arg("name", name.as_str());
            self.found.push(error.suggest(&name, known));
            return None;
        };
        let mut objection = typed.over(base);
        objection.id.get_or_insert(name);
        Some(objection)
    }

    fn objection(
        &mut self,
        id: String,
        typed: TypedObjection,
        common: &Common,
        voice: Voice,
        path: &Path,
    ) -> Option<Objection> {
        let missing = [
            ("act", typed.act.is_none()),
            ("opens", typed.opens.is_none()),
            ("insists", typed.insists.is_none()),
            ("hardened", typed.hardened.is_none()),
            ("yields_to", typed.yields_to.is_none()),
            ("needs", typed.needs.is_none()),
            ("hint", typed.hint.is_none()),
        ];
        for (name, _) in missing.into_iter().filter(|(_, missing)| *missing) {
            self.error("missing-key", path, &[("name", name)]);
        }
        let (act, yields_to, needs) = (typed.act?, typed.yields_to?, typed.needs?);
        check_act(&act, self.inventory, self.file, &path.key("act"), &mut self.found);
        self.acts_or_topics(yields_to.keys(), &path.key("yields_to"));
        let reachable: i32 = yields_to.values().filter(|points| **points > 0).sum();
        if reachable == 0 || needs < 1 {
            self.error("objection-never-yields", &path.key("yields_to"), &[("id", &id)]);
        }
        for (list, name) in [(&typed.hardens_on, "hardens_on"), (&typed.raised_on, "raised_on")] {
            for (at, act) in list.iter().flatten().enumerate() {
                self.act_or_topic(act, &path.key(name).item(at));
            }
        }
        for (fact, name) in [
            (&typed.discloses, "discloses"),
            (&typed.gives_way_discloses, "gives_way_discloses"),
            (&typed.claims, "claims"),
        ] {
            self.fact(fact.as_ref(), &path.key(name));
        }
        if let Some(fact) = typed.claims.as_ref().filter(|fact| self.names.open_facts.contains(*fact)) {
            self.error("claim-without-public", &path.key("claims"), &[("name", fact)]);
        }
        let mut variants = |name: &str, lines: Option<Vec<Line>>, needed: bool| {
            let lines = lines.unwrap_or_default();
            if needed || !lines.is_empty() {
                check_variants(&lines, &[], self.file, &path.key(name), &mut self.found);
            }
            Variants::new(format!("{id}/{name}"), voice.own(lines))
        };
        Some(Objection {
            opens: variants("opens", typed.opens, true),
            insists: variants("insists", typed.insists, true),
            hardened: variants("hardened", typed.hardened, true),
            gives_way: variants("gives_way", typed.gives_way, false),
            act,
            yields_to,
            needs,
            needs_trust: typed.needs_trust.unwrap_or_default(),
            hardens_on: typed.hardens_on.unwrap_or_else(|| common.hardens_on.clone()),
            discloses: typed.discloses,
            gives_way_discloses: typed.gives_way_discloses,
            claims: typed.claims,
            raised_on: typed.raised_on.unwrap_or_default(),
            stops_collection: typed.stops_collection.unwrap_or_default(),
            hint: typed.hint.unwrap_or_default().trim().to_owned(),
            id,
        })
    }
}
