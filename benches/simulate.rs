//! What a simulated call costs beside hearing its turns once, which nobody can do without: the first row is the unit,
//! read the second as a multiple of it. Below one, since calls of one scenario say the same things.

use ensayo::agent::{Agent, Cast, Plan, play, series};
use ensayo::call::Speaker;
use ensayo::content;
use ensayo::library::{Kind, Library};
use ensayo::messages::{Language, Messages};
use ensayo::nlu::{Ear, Hears, Line};
use ensayo::source::Source;

fn main() {
    divan::main();
}

const SCENARIO: &str = "rosa-sin-empleo";
const CALLS: u32 = 50;

struct Stage {
    library: Library,
    scenario: Source,
    agents: Vec<Source>,
    messages: Messages,
    ear: Ear,
}

impl Stage {
    fn new() -> Self {
        let library = Library::new(std::env::temp_dir(), None);
        let scenario = library.source(Kind::Scenario, SCENARIO).expect("it is built in");
        let agents = vec![content::agent_source("skilled", Language::Es, &library).expect("it is built in")];
        let cast = content::cast(scenario.clone(), &agents, &library).expect("they are sound");
        let ear = content::ear_for(&cast.scenario.own_words(), &library).expect("the lexicons are sound");
        Self { library, scenario, agents, messages: Messages::new(Language::Es), ear }
    }

    fn cast(&self) -> Cast {
        content::cast(self.scenario.clone(), &self.agents, &self.library).expect("they are sound")
    }
}

#[divan::bench_group(sample_count = 5)]
mod calls {
    use super::{Agent, CALLS, Hears, Line, Plan, Speaker, Stage, play, series};

    /// The unit: every turn of the calls, heard once and alone.
    #[divan::bench]
    fn fifty_calls_only_heard(bencher: divan::Bencher<'_, '_>) {
        let stage = Stage::new();
        let cast = stage.cast();
        let agent: &Agent = &cast.agents[0];
        let lines: Vec<(Speaker, String)> = (0..CALLS)
            .flat_map(|seed| {
                let ear: &dyn Hears = &stage.ear;
                let with = (&stage.messages, &cast.conditions, ear);
                play(&cast.scenario, agent, u64::from(seed), with).turns
            })
            .map(|turn| (turn.speaker, turn.text))
            .collect();
        let setting = cast.scenario.setting();
        bencher.bench_local(|| {
            for (speaker, text) in &lines {
                divan::black_box(stage.ear.hear(Line { speaker: *speaker, text }, &[], &setting));
            }
        });
    }

    #[divan::bench]
    fn fifty_calls_played(bencher: divan::Bencher<'_, '_>) {
        let stage = Stage::new();
        let plan = Plan { runs: CALLS, seed: 1, jobs: 1 };
        bencher.bench_local(|| {
            series(&|| Ok::<_, ()>(stage.cast()), plan, (&stage.messages, &stage.ear)).expect("it is sound")
        });
    }
}
