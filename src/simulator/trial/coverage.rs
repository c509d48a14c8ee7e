//! What of a scenario its tests have reached: objections voiced and given way, lines said, facts told, ends come to.

use crate::simulator::event::Event;
use crate::simulator::scenario::Scenario;
use crate::simulator::trial::Played;

/// What can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An objection comes up.
    Voiced,
    /// An objection gives way.
    GaveWay,
    /// A line of the scenario's own is said.
    Line,
    /// A fact comes out.
    Fact,
    /// A call ends as the scenario says that one may end well.
    Outcome,
}

impl Kind {
    pub const ALL: [Self; 5] = [Self::Voiced, Self::GaveWay, Self::Line, Self::Fact, Self::Outcome];

    pub fn id(self) -> &'static str {
        match self {
            Self::Voiced => "voiced",
            Self::GaveWay => "gave_way",
            Self::Line => "lines",
            Self::Fact => "facts",
            Self::Outcome => "outcomes",
        }
    }
}

/// One thing to reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    pub kind: Kind,
    /// The id of the objection, fact or outcome; of a line, its situation and its number there, from 1.
    pub id: String,
    /// The words of a line.
    pub text: Option<String>,
    pub reached: bool,
}

/// All there is to reach in a scenario, and what was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    goals: Vec<Goal>,
}

impl Coverage {
    /// Of no test yet.
    pub fn new(scenario: &Scenario) -> Self {
        let goal = |kind, id: &str| Goal { kind, id: id.to_owned(), text: None, reached: false };
        let mut goals = Vec::new();
        for kind in [Kind::Voiced, Kind::GaveWay] {
            goals.extend(scenario.objections.iter().map(|objection| goal(kind, &objection.id)));
        }
        for variants in scenario.own_variants() {
            for (at, line) in variants.lines.iter().enumerate() {
                let text = Some(line.text.clone());
                goals.push(Goal { text, ..goal(Kind::Line, &line_id(&variants.id, at)) });
            }
        }
        goals.extend(scenario.facts.keys().map(|id| goal(Kind::Fact, id)));
        let ends = scenario.good.iter().chain(&scenario.acceptable);
        goals.extend(ends.map(|outcome| goal(Kind::Outcome, outcome.id())));
        Self { goals }
    }

    /// Notes what a call reached.
    pub fn note(&mut self, played: &Played) {
        for event in &played.events {
            match event {
                Event::DebtorSaid { lines, .. } => {
                    for line in lines {
                        self.reach(Kind::Line, &line_id(&line.situation, line.variant));
                        if let Some(objection) = line.situation.strip_suffix("/opens") {
                            self.reach(Kind::Voiced, objection);
                        }
                    }
                }
                Event::Yielded { objection, .. } => self.reach(Kind::GaveWay, objection),
                Event::Disclosed { fact, .. } => self.reach(Kind::Fact, fact),
                _ => {}
            }
        }
        self.reach(Kind::Outcome, played.outcome.id());
    }

    fn reach(&mut self, kind: Kind, id: &str) {
        if let Some(goal) = self.goals.iter_mut().find(|goal| goal.kind == kind && goal.id == id) {
            goal.reached = true;
        }
    }

    /// What no test came to.
    pub fn missed(&self) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(|goal| !goal.reached)
    }

    /// How many of a kind were reached, and of how many.
    pub fn count(&self, kind: Kind) -> (usize, usize) {
        let goals = || self.goals.iter().filter(|goal| goal.kind == kind);
        (goals().filter(|goal| goal.reached).count(), goals().count())
    }

    /// The share reached, in whole per cent, rounded down: a hundred is all of it.
    pub fn percent(&self) -> usize {
        let reached = self.goals.iter().filter(|goal| goal.reached).count();
        (reached * 100).checked_div(self.goals.len()).unwrap_or(100)
    }
}

fn line_id(situation: &str, variant: usize) -> String {
    format!("{situation}:{}", variant + 1)
}
