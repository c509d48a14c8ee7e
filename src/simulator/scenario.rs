//! A scenario that was checked and can be played.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::call::{CaseFile, Country, Norm};
use crate::diagnostic::Diagnostic;
use crate::messages::Language;
use crate::nlu::Inventory;
use crate::nlu::entity::{Setting, persons_of};
use crate::nlu::pattern::Pattern;
use crate::nlu::text::fold;
use crate::sandbox::Condition;
use crate::simulator::asked::{self, Asked};
use crate::simulator::check;
use crate::simulator::common::Common;
use crate::simulator::gate::AnsweredBy;
use crate::simulator::line::Variants;
use crate::simulator::matters::{self, Matter};
use crate::simulator::mood::{Gauge, Mark, Shift, Temper};
use crate::simulator::outcome::{Outcome, Standing};
use crate::simulator::shuffle::Shuffle;
use crate::simulator::terms::Means;
use crate::simulator::trial::{Own, Trial};
use crate::simulator::typed::{Gender, Segment};
use crate::source::Source;

/// A debtor, his case and his call, ready to be played.
#[derive(Debug)]
pub struct Scenario {
    pub id: String,
    pub title: String,
    pub language: Language,
    pub country: Country,
    pub segment: Segment,
    pub level: u8,
    pub summary: String,
    pub objective: String,
    /// What the law asks of this call.
    pub law: Vec<Norm>,
    pub date: Date,
    pub case_file: CaseFile,
    pub persona: Persona,
    pub truth: Truth,
    pub facts: BTreeMap<String, Fact>,
    pub topics: BTreeMap<String, Vec<Pattern>>,
    /// The topics of the common library.
    pub(super) matters: Vec<Matter>,
    pub objections: Vec<Objection>,
    pub answers: Vec<Answer>,
    pub questions: Vec<Question>,
    pub signals: Variants,
    pub answered_by: Option<AnsweredBy>,
    pub rules: Vec<Rule>,
    /// What hardens anything that has no list of its own.
    pub(super) hardens_on: Vec<String>,
    pub(super) lines: BTreeMap<String, Variants>,
    pub(super) hints: BTreeMap<String, String>,
    pub good: BTreeSet<Outcome>,
    pub acceptable: BTreeSet<Outcome>,
    pub(super) shuffle: Shuffle,
    /// Wordings that tell of the debt whoever picks up.
    pub(super) tells: Vec<Pattern>,
    /// Wordings by which each kind of question is known.
    pub(super) asked: Vec<(Asked, Vec<Pattern>)>,
    /// Calls that have to go as they are told to.
    pub trials: Vec<Trial>,
    pub(super) own: Own,
    /// All that this debtor may say, folded; cut when first asked for.
    pub(super) spoken: OnceLock<String>,
    /// The file, for its hash.
    pub source: Source,
}

/// Wordings that matter in one scenario alone.
#[derive(Debug, Clone)]
pub struct OwnWords {
    pub language: Language,
    pub topics: BTreeMap<String, Vec<Pattern>>,
    /// Names that stand for an act: the debtor's for asking for him, a programme's for offering it.
    pub names: Vec<(&'static str, String)>,
}

/// A full name as callers say it: whole, and the first name with a surname.
fn spoken_names(full: &str) -> Vec<String> {
    let parts: Vec<&str> = full.split_whitespace().collect();
    let Some((first, rest)) = parts.split_first() else { return Vec::new() };
    let mut names = vec![full.to_owned()];
    names.extend(rest.iter().map(|other| format!("{first} {other}")).filter(|name| name != full));
    names
}

#[derive(Debug, Clone)]
pub struct Persona {
    pub name: String,
    pub gender: Gender,
    /// The type of debtor, where the scenario names one.
    pub kind: Option<String>,
    pub about: String,
    pub trust: Gauge,
    pub patience: Gauge,
    pub opens_at: Mark,
    pub agrees_at: i32,
    pub drift: Shift,
    pub temper: Temper,
    pub hangs_up_on: Vec<String>,
    pub warns: bool,
    pub gives_in_after: Option<u32>,
}

/// Something that the debtor keeps to himself.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What it is, for the debrief.
    pub what: String,
    /// What is said in its place until it comes out.
    pub public: Option<String>,
}

/// What the debtor knows and the agent has to find out.
#[derive(Debug, Clone)]
pub struct Truth {
    pub cause: String,
    pub account: String,
    pub means: Means,
    pub willing: bool,
    pub undisputed: Option<rust_decimal::Decimal>,
}

/// A layer of the onion: what is said instead of the truth, until it gives way.
#[derive(Debug, Clone)]
pub struct Objection {
    pub id: String,
    pub act: String,
    pub opens: Variants,
    pub insists: Variants,
    pub hardened: Variants,
    pub gives_way: Variants,
    pub yields_to: BTreeMap<String, i32>,
    pub needs: i32,
    pub needs_trust: i32,
    pub hardens_on: Vec<String>,
    pub discloses: Option<String>,
    pub gives_way_discloses: Option<String>,
    /// The fact whose public version this tells.
    pub claims: Option<String>,
    /// Acts that bring it up before the purpose of the call is known.
    pub raised_on: Vec<String>,
    /// From here on the right thing is to stop asking for money.
    pub stops_collection: bool,
    pub hint: String,
}

/// Something the debtor wants to know.
#[derive(Debug)]
pub struct Question {
    pub id: String,
    pub when: Option<Condition>,
    pub says: Variants,
    pub answered_by: Vec<String>,
    /// Said when it was passed over; empty: asked again in other words.
    pub ignored: Variants,
}

#[derive(Debug)]
pub struct Answer {
    pub to: Vec<String>,
    pub when: Option<Condition>,
    pub says: Variants,
    pub discloses: Option<String>,
}

#[derive(Debug)]
pub struct Rule {
    pub id: String,
    pub when: Condition,
    pub says: Variants,
    pub trust: i32,
    pub patience: i32,
    pub discloses: Option<String>,
    pub resolves: Option<String>,
    pub ends: Option<Outcome>,
}

impl Scenario {
    /// Reads and checks a scenario; all faults come back, each at its place.
    pub fn read(source: Source, common: &Common, inventory: &Inventory) -> Result<Self, Vec<Diagnostic>> {
        super::check::check(source, common, inventory)
    }

    /// The language that a scenario's file says, if it can be read at all.
    pub fn language_of(source: &Source) -> Option<Language> {
        let line = source.text().lines().find_map(|line| line.strip_prefix("language:"))?;
        Language::from_tag(line.trim().trim_matches(['"', '\'']))
    }

    /// How an outcome counts here.
    pub fn standing(&self, outcome: Outcome) -> Standing {
        if self.good.contains(&outcome) {
            Standing::Good
        } else if self.acceptable.contains(&outcome) {
            Standing::Acceptable
        } else {
            Standing::Poor
        }
    }

    /// What an ear must know to hear this call.
    pub fn own_words(&self) -> OwnWords {
        let mut names: Vec<(&'static str, String)> =
            spoken_names(&self.case_file.debtor).into_iter().map(|name| ("ask_for_party", name)).collect();
        names.extend(self.case_file.policy.hardship.iter().map(|it| ("offer.hardship", it.name.clone())));
        let mut topics = self.topics.clone();
        topics.extend(self.disclosures());
        let waited_for = check::awaited(self);
        let waits_for = |matter: &Matter| waited_for.contains(format!("topic.{}", matter.id).as_str());
        for matter in self.matters.iter().filter(|matter| waits_for(matter)) {
            topics.entry(matter.id.clone()).or_insert_with(|| matter.patterns.clone());
        }
        // What only companies are asked, nobody is asked at home, unless the scenario waits for it.
        let of_segment =
            |matter: &&Matter| matter.segment.is_none_or(|only| only == self.segment) || waits_for(matter);
        topics.extend(matters::topics(self.matters.iter().filter(of_segment)));
        topics.extend(asked::topics(&self.asked));
        OwnWords { language: self.language, topics, names }
    }

    /// What amounts and dates are read against.
    pub fn setting(&self) -> Setting {
        let setting = Setting {
            language: self.language,
            country: Some(self.country),
            currency: Some(self.case_file.currency),
            today: self.date,
            holidays: Vec::new(),
            names: Vec::new(),
        };
        Setting { names: persons_of(&self.case_file, &setting), ..setting }
    }

    /// Whether this debtor uses a word: nobody asks what she says herself.
    pub(super) fn says(&self, word: &str) -> bool {
        let objections =
            self.objections.iter().flat_map(|it| [&it.opens, &it.insists, &it.hardened, &it.gives_way]);
        let answers = self.answers.iter().map(|answer| &answer.says);
        let spoken = self.spoken.get_or_init(|| {
            let lines = objections.chain(answers).flat_map(|variants| &variants.lines);
            lines.flat_map(|line| [fold(&line.text), "\n".to_owned()]).collect()
        });
        spoken.contains(&fold(word))
    }

    /// The lines of a situation: the scenario's own, or those of the common library.
    pub(super) fn lines(&self, situation: &str) -> Option<&Variants> {
        self.lines.get(situation)
    }
}
