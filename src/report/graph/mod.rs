//! The drawing of a scenario: what stands between the ring and the end of the call, what makes it give way, what comes out
//! on the way, and how often calls got there. One set of nodes, drawn as Mermaid text or as SVG.

mod mermaid;
mod svg;
mod visits;

use std::collections::BTreeMap;

use crate::messages::{Arg, Messages};
use crate::nlu::Inventory;
use crate::simulator::{Outcome, Scenario, Standing};

pub use mermaid::mermaid;
pub use svg::svg;
pub use visits::Visits;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Ring,
    Gate,
    Question,
    Objection,
    /// What is asked of the debtor, or a special case: facts that hang on no objection.
    Asked,
    Fact,
    Deal,
    Outcome(Standing),
}

/// A box: a heading, and what is told below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub id: String,
    pub kind: Kind,
    pub heading: String,
    pub body: Vec<String>,
}

/// How a line between two boxes is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The call goes on.
    Onward,
    /// Something comes out, or is asked.
    Aside,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    pub from: String,
    pub to: String,
    pub way: Way,
    pub label: String,
}

/// A scenario as boxes and lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    pub title: String,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

/// Counts of calls that were played.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// By the scripted agents.
    pub agents: Visits,
    /// The scenario's own tests.
    pub tests: Visits,
}

impl Graph {
    pub fn of(
        scenario: &Scenario,
        inventory: &Inventory,
        counted: Option<&Counted>,
        messages: &Messages,
    ) -> Self {
        let title = format!("{} ({})", scenario.title, scenario.id);
        let graph = Self { title, nodes: Vec::new(), edges: Vec::new() };
        let mut drawer = Drawer { scenario, inventory, counted, messages, graph };
        drawer.draw();
        drawer.graph
    }

    pub fn node(&self, id: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == id)
    }
}

struct Drawer<'a> {
    scenario: &'a Scenario,
    inventory: &'a Inventory,
    counted: Option<&'a Counted>,
    messages: &'a Messages,
    graph: Graph,
}

impl Drawer<'_> {
    fn draw(&mut self) {
        let scenario = self.scenario;
        let outcomes = self.outcomes();
        self.node("ring", Kind::Ring, self.messages.say("graph-ring"), Vec::new());
        let mut last = "ring".to_owned();
        if let Some(who) = &scenario.answered_by {
            let mut body = vec![who.relation.clone()];
            match &who.passes_on {
                Some(it) => {
                    body.push(self.yields(&it.yields_to, it.needs));
                }
                None => body.push(self.messages.say("graph-stays")),
            }
            self.node("gate", Kind::Gate, who.name.clone(), body);
            self.edge(&last, "gate", Way::Onward, String::new());
            "gate".clone_into(&mut last);
        }
        for (at, objection) in scenario.objections.iter().enumerate() {
            let id = format!("o{}", at + 1);
            let mut body = vec![self.act(&objection.act), self.yields(&objection.yields_to, objection.needs)];
            if objection.needs_trust > 0 {
                let args = [("trust", Arg::from(objection.needs_trust))];
                body.push(self.messages.say_with("graph-needs-trust", &args));
            }
            if objection.stops_collection {
                body.push(self.messages.say("graph-stops"));
            }
            body.extend(self.counts(|visits| visits.objection(&objection.id)));
            self.node(&id, Kind::Objection, format!("{}. {}", at + 1, objection.id), body);
            self.edge(&last, &id, Way::Onward, String::new());
            if objection.stops_collection {
                self.edge(&id, Outcome::RightRefusal.id(), Way::Onward, String::new());
            }
            for (fact, label) in [
                (&objection.discloses, "graph-comes-up"),
                (&objection.gives_way_discloses, "graph-gives-way"),
            ] {
                if let Some(fact) = fact {
                    self.edge(&id, &format!("fact_{fact}"), Way::Aside, self.messages.say(label));
                }
            }
            last = id;
        }
        self.asked();
        self.facts();
        self.questions();
        self.node("deal", Kind::Deal, self.messages.say("graph-deal"), Vec::new());
        self.edge(&last, "deal", Way::Onward, self.messages.say("graph-gives-way"));
        for (outcome, standing) in outcomes {
            let name = self.messages.say(&format!("outcome-{}", outcome.id().replace('_', "-")));
            let mut body = vec![self.messages.say(&format!("standing-{}", standing.id()))];
            body.extend(self.counts(|visits| visits.outcome(outcome)));
            self.node(outcome.id(), Kind::Outcome(standing), name, body);
            let from = match outcome {
                Outcome::ThirdPartyTold => "gate",
                Outcome::RightRefusal if scenario.objections.iter().any(|it| it.stops_collection) => continue,
                Outcome::RightRefusal if scenario.answered_by.is_some() => "gate",
                _ => "deal",
            };
            if self.graph.node(from).is_some() {
                self.edge(from, outcome.id(), Way::Onward, String::new());
            }
        }
        let known: Vec<String> = self.graph.nodes.iter().map(|node| node.id.clone()).collect();
        self.graph.edges.retain(|edge| known.contains(&edge.from) && known.contains(&edge.to));
    }

    /// Facts that come out when the right thing is asked or done, whatever objection is in the way.
    fn asked(&mut self) {
        let scenario = self.scenario;
        let mut hooks: Vec<(String, String)> = Vec::new();
        for answer in &scenario.answers {
            if let Some(fact) = &answer.discloses {
                let acts: Vec<String> = answer.to.iter().map(|act| self.act(act)).collect();
                hooks.push((fact.clone(), acts.join(", ")));
            }
        }
        for rule in &scenario.rules {
            if let Some(fact) = &rule.discloses {
                hooks.push((fact.clone(), rule.id.clone()));
            }
        }
        if hooks.is_empty() {
            return;
        }
        self.node("asked", Kind::Asked, self.messages.say("graph-asked"), Vec::new());
        for (fact, label) in hooks {
            self.edge("asked", &format!("fact_{fact}"), Way::Aside, label);
        }
        self.edge("ring", "asked", Way::Aside, String::new());
    }

    fn facts(&mut self) {
        for (id, fact) in &self.scenario.facts {
            let mut body = vec![fact.what.clone()];
            body.extend(self.counts(|visits| visits.fact(id)));
            self.node(&format!("fact_{id}"), Kind::Fact, id.clone(), body);
        }
    }

    fn questions(&mut self) {
        for question in &self.scenario.questions {
            let acts: Vec<String> = question.answered_by.iter().map(|act| self.act(act)).collect();
            let args = [("acts", Arg::from(acts.join(", ")))];
            let mut body = vec![self.messages.say_with("graph-answered-by", &args)];
            body.extend(self.counts(|visits| visits.question(&question.id)));
            let id = format!("question_{}", question.id);
            self.node(&id, Kind::Question, question.id.clone(), body);
            self.edge(&id, "deal", Way::Aside, String::new());
        }
    }

    /// Good and acceptable ends, and those that calls came to.
    fn outcomes(&self) -> Vec<(Outcome, Standing)> {
        let mut outcomes: Vec<(Outcome, Standing)> = Outcome::ALL
            .into_iter()
            .map(|outcome| (outcome, self.scenario.standing(outcome)))
            .filter(|(outcome, standing)| {
                let came = self
                    .counted
                    .is_some_and(|it| it.agents.outcome(*outcome) + it.tests.outcome(*outcome) > 0);
                *standing != Standing::Poor || came || self.looms(*outcome)
            })
            .collect();
        outcomes.sort_by_key(|(_, standing)| *standing);
        outcomes
    }

    /// Ends that the scenario's own keys lead to.
    fn looms(&self, outcome: Outcome) -> bool {
        let scenario = self.scenario;
        match outcome {
            Outcome::HungUp => !scenario.persona.hangs_up_on.is_empty(),
            Outcome::PromiseBroken => scenario.persona.gives_in_after.is_some(),
            Outcome::ThirdPartyTold => scenario.answered_by.is_some(),
            Outcome::RightRefusal => scenario.objections.iter().any(|it| it.stops_collection),
            _ => false,
        }
    }

    /// Acts with their points, the dearest first, and how many it takes.
    fn yields(&self, points: &BTreeMap<String, i32>, needs: i32) -> String {
        let mut points: Vec<(&String, i32)> = points.iter().map(|(act, points)| (act, *points)).collect();
        points.sort_by_key(|(_, points)| -points);
        let acts: Vec<String> =
            points.iter().map(|(act, points)| format!("{} {points}", self.act(act))).collect();
        let args = [("acts", Arg::from(acts.join(", "))), ("needs", Arg::from(needs))];
        self.messages.say_with("graph-yields", &args)
    }

    /// An act as people call it; a topic of the scenario by its name.
    fn act(&self, id: &str) -> String {
        let title = self.inventory.get(id).map(|entry| entry.title.get(self.messages.language()).to_owned());
        title.unwrap_or_else(|| id.to_owned())
    }

    fn counts(&self, of: impl Fn(&Visits) -> u64) -> Vec<String> {
        let Some(counted) = self.counted else { return Vec::new() };
        let mut told = Vec::new();
        for (id, visits) in [("graph-agents", &counted.agents), ("graph-tests", &counted.tests)] {
            if visits.calls > 0 {
                let args = [("count", Arg::from(of(visits))), ("calls", visits.calls.into())];
                told.push(self.messages.say_with(id, &args));
            }
        }
        told
    }

    fn node(&mut self, id: &str, kind: Kind, heading: String, body: Vec<String>) {
        self.graph.nodes.push(Node { id: id.to_owned(), kind, heading, body });
    }

    fn edge(&mut self, from: &str, to: &str, way: Way, label: String) {
        self.graph.edges.push(Edge { from: from.to_owned(), to: to.to_owned(), way, label });
    }
}
