//! `ensayo check --deep`: a scenario is also played by the agents that come with the program. One that skill cannot win,
//! or that force wins, teaches the wrong thing; and what nobody ever gets to hear may as well not be there.

use std::thread;

use serde::Deserialize;

use crate::agent::{Coverage, Plan, Played, series};
use crate::cli::failure::Failure;
use crate::content;
use crate::diagnostic::Diagnostic;
use crate::library::Library;
use crate::messages::Messages;
use crate::nlu::Ear;
use crate::simulator::{Scenario, Standing};
use crate::yaml::{self, File, Path};

/// Calls of each agent, and their seed.
const RUNS: u32 = 100;
const SEED: u64 = 1;
/// Of a hundred calls, how many the skilled agent has to bring to a good end: in easy scenarios and in hard ones.
const SKILLED_WINS: u64 = 80;
const SKILLED_WINS_HARD: u64 = 60;
/// Levels from here on are hard.
const HARD: u8 = 4;
/// From so many of a hundred on, force wins too often.
const PUSHY_WINS: u64 = 25;

/// Plays the scenario and says what is wrong with it.
pub(super) fn play(scenario: &Scenario, ear: &Ear, library: &Library) -> Result<Vec<Diagnostic>, Failure> {
    let language = scenario.language;
    let names = content::agents(language, library);
    let mut agents = Vec::new();
    for name in &names {
        agents.push(content::agent_source(name, language, library)?);
    }
    let jobs = thread::available_parallelism().map_or(1, |cores| u32::try_from(cores.get()).unwrap_or(1));
    let source = &scenario.source;
    let make = || content::cast(source.clone(), &agents, library);
    let messages = Messages::new(language);
    let played = series(&make, Plan { runs: RUNS, seed: SEED, jobs }, (&messages, ear))?;
    let file = File::new(scenario.source.clone());
    let good = |name: &str| {
        let at = names.iter().position(|known| known == name)?;
        played.get(at).map(|played| played.tally.standing(Standing::Good) * 100 / u64::from(RUNS))
    };
    let mut found = weigh(scenario.level, good("skilled"), good("pushy"), &file);
    let mut coverage = Coverage::default();
    for Played { coverage: one, .. } in played {
        coverage.merge(one);
    }
    found.extend(unheard(&file, &coverage));
    Ok(found)
}

/// What the shares of good outcomes, of a hundred, say about a scenario of this level.
fn weigh(level: u8, skilled: Option<u64>, pushy: Option<u64>, file: &File) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let outcomes = Path::root().key("outcomes");
    let needed = if level >= HARD { SKILLED_WINS_HARD } else { SKILLED_WINS };
    if let Some(skilled) = skilled.filter(|skilled| *skilled < needed) {
        let error = file.key_error("deep-skill-loses", &outcomes);
        found.push(error.arg("share", skilled).arg("needed", needed).arg("level", i64::from(level)));
    }
    if let Some(pushy) = pushy.filter(|pushy| *pushy >= PUSHY_WINS) {
        let error = file.key_error("deep-force-wins", &outcomes);
        found.push(error.arg("share", pushy).arg("most", PUSHY_WINS));
    }
    if let (Some(skilled), Some(pushy)) = (skilled, pushy)
        && pushy >= skilled
    {
        let error = file.key_error("deep-force-beats-skill", &outcomes);
        found.push(error.arg("skilled", skilled).arg("pushy", pushy));
    }
    found
}

/// Objections that never came up, and lists of theirs, or questions of hers, of which no line was ever said. What the debtor answers to
/// questions of this call alone is not looked at: scripted agents do not know of them.
fn unheard(file: &File, coverage: &Coverage) -> Vec<Diagnostic> {
    // The scenario was checked before: what cannot be read here has nothing to be heard.
    let Ok((spoken, _)) = yaml::read::<Spoken>(file.source().clone()) else { return Vec::new() };
    let root = Path::root();
    let mut found = Vec::new();
    let mut lists: Vec<(Path, &[Said])> = vec![(root.key("signals"), &spoken.signals)];
    for (at, objection) in spoken.objections.iter().enumerate() {
        let path = root.key("objections").item(at);
        let id = objection.id.as_deref().or(objection.used.as_deref()).unwrap_or_default();
        if !coverage.reached(id) {
            let key = if objection.id.is_some() { "id" } else { "use" };
            found.push(file.warning("deep-objection-never-reached", &path.key(key)).arg("id", id));
            continue;
        }
        lists.push((path.key("insists"), &objection.insists));
        lists.push((path.key("hardened"), &objection.hardened));
        lists.push((path.key("gives_way"), &objection.gives_way));
    }
    for (at, question) in spoken.questions.iter().enumerate() {
        lists.push((root.key("questions").item(at).key("says"), &question.says));
    }
    for (path, said) in lists {
        if !said.is_empty() && !said.iter().any(|line| coverage.said(line.text())) {
            found.push(file.key_warning("deep-list-never-said", &path));
        }
    }
    found
}

/// What a scenario's file has the debtor say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Spoken {
    objections: Vec<SpokenObjection>,
    signals: Vec<Said>,
    questions: Vec<SpokenQuestion>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SpokenQuestion {
    says: Vec<Said>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SpokenObjection {
    id: Option<String>,
    #[serde(rename = "use")]
    used: Option<String>,
    insists: Vec<Said>,
    hardened: Vec<Said>,
    gives_way: Vec<Said>,
}

/// A line: the bare sentence, or one with its conditions.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Said {
    Bare(String),
    Under { say: String },
}

impl Said {
    fn text(&self) -> &str {
        match self {
            Self::Bare(text) | Self::Under { say: text } => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn codes(level: u8, skilled: u64, pushy: u64) -> Vec<&'static str> {
        let file = File::new(Source::new("x.yaml", "id: x\noutcomes: {}\n"));
        weigh(level, Some(skilled), Some(pushy), &file).iter().map(|it| it.code).collect()
    }

    #[test]
    fn an_easy_scenario_asks_more_of_the_skilled_agent_than_a_hard_one() {
        assert_eq!(codes(3, 79, 0), ["deep-skill-loses"]);
        assert!(codes(3, 80, 0).is_empty());
        assert!(codes(4, 60, 0).is_empty());
        assert_eq!(codes(4, 59, 0), ["deep-skill-loses"]);
    }

    #[test]
    fn force_may_neither_win_often_nor_as_often_as_skill() {
        assert!(codes(1, 90, 24).is_empty());
        assert_eq!(codes(1, 90, 25), ["deep-force-wins"]);
        assert_eq!(codes(5, 60, 60), ["deep-force-wins", "deep-force-beats-skill"]);
        assert_eq!(codes(1, 0, 0), ["deep-skill-loses", "deep-force-beats-skill"]);
    }
}
