//! Which lines are the scenario's own: what it takes from the library as it is, is not for its tests to prove.

use std::collections::BTreeSet;

use crate::simulator::line::Variants;
use crate::simulator::scenario::Scenario;
use crate::simulator::typed::TypedScenario;

/// The situations for which a scenario has lines of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own(BTreeSet<String>);

impl Own {
    pub(in crate::simulator) fn of(typed: &TypedScenario) -> Self {
        let mut own = BTreeSet::new();
        for objection in &typed.objections {
            // Without either the file is refused.
            let id = objection.id.as_ref().or(objection.base.as_ref()).map_or("", String::as_str);
            let parts = [
                ("opens", &objection.opens),
                ("insists", &objection.insists),
                ("hardened", &objection.hardened),
                ("gives_way", &objection.gives_way),
            ];
            let typed = parts.into_iter().filter(|(_, lines)| lines.is_some());
            own.extend(typed.map(|(part, _)| format!("{id}/{part}")));
        }
        for question in &typed.questions {
            own.insert(format!("question/{}", question.id));
            own.insert(format!("question/{}/ignored", question.id));
        }
        own.insert("signals".to_owned());
        let gate = typed.answered_by.iter().flat_map(|who| who.lines.keys());
        own.extend(gate.map(|situation| format!("gate/{situation}")));
        let at_gate = typed.answered_by.iter().flat_map(|who| &who.answers);
        own.extend(at_gate.map(|answer| format!("gate/answer/{}", answer.id)));
        own.extend(typed.answers.iter().map(|answer| format!("answer/{}", answer.id)));
        own.extend(typed.rules.iter().map(|rule| format!("rule/{}", rule.id)));
        own.extend(typed.lines.keys().cloned());
        Self(own)
    }
}

impl Scenario {
    /// What the debtor says in the situations that have lines of this scenario alone.
    pub(super) fn own_variants(&self) -> impl Iterator<Item = &Variants> {
        let objections = self.objections.iter().flat_map(|objection| {
            [&objection.opens, &objection.insists, &objection.hardened, &objection.gives_way]
        });
        objections
            .chain(self.answers.iter().map(|answer| &answer.says))
            .chain(self.questions.iter().flat_map(|question| [&question.says, &question.ignored]))
            .chain([&self.signals])
            .chain(self.rules.iter().map(|rule| &rule.says))
            .chain(self.answered_by.iter().flat_map(|who| who.lines.values()))
            .chain(self.answered_by.iter().flat_map(|who| &who.answers).map(|answer| &answer.says))
            .chain(self.lines.values())
            .filter(|variants| self.own.0.contains(&variants.id))
    }
}
