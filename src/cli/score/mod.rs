//! `ensayo score`: transcripts in, one evaluation each out. A few calls are read and judged at a time, on as many
//! threads as were asked for, and told in their order: a folder of any size takes the room of its longest calls, and who
//! judges a call changes nothing in its report.

mod inputs;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread;

use clap::ValueEnum;
use jiff::civil::Date;

use self::inputs::Found;
use super::annotate::jobs;
use super::cards::{self, Card};
use super::context::Context;
use super::crew::{self, Crew};
use super::ears::{self, Ears};
use super::failure::{Failure, Status};
use super::output::Output;
use super::typed::{self, Locale};
use crate::call::Country;
use crate::content;
use crate::diagnostic::Diagnostic;
use crate::library::Library;
use crate::messages::{Arg, Language};
use crate::nlu::HeardCall;
use crate::report::overview::{self, Row, Verdict};
use crate::report::{json, text};
use crate::rubric::{Evaluation, Judge, Scorecard};
use crate::source::LineColumn;
use crate::transcript::{self, Hints};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "PATHS", required = true)]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "NAME", default_value = cards::DEFAULT)]
    rubric: String,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
    #[arg(long, value_name = "TAG", value_parser = typed::locale)]
    language: Option<Locale>,
    #[arg(long, value_name = "COUNTRY", value_parser = typed::country)]
    country: Option<Country>,
    #[arg(long, value_name = "DATE", value_parser = typed::date)]
    date: Option<Date>,
    #[arg(long, value_name = "JOBS", default_value_t = 1)]
    jobs: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// From this many calls on, whoever waits is told how far it is.
const MANY: usize = 20;

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let inventory = content::inventory(&context.library)?;
    let card = cards::load(&args.rubric, &context.library, &inventory)?;
    if !card.faults.is_empty() {
        context.complain(&Failure::Findings(card.faults.clone()))?;
    }
    let hints = Hints {
        language: args.language.map(|locale| locale.language),
        country: args.country.or(args.language.and_then(|locale| locale.country)),
        date: args.date,
        roles: BTreeMap::new(),
    };
    let paths = inputs::find(&args.paths);
    let mut tally = Tally { rows: Vec::new(), below: false, failed: false, told: BTreeSet::new() };
    let mut counter = Counter::new(paths.len(), context);
    let (ears, library) = (Ears::default(), context.library.clone());
    let work = || {
        let mut scorer = Scorer::new(&card, &hints, &ears, &library);
        move |found: Found| scorer.look_at(found)
    };
    let (tasks, queue) = crew::queue();
    thread::scope(|scope| -> Result<(), Failure> {
        let mut crew = Crew::start(scope, jobs(args.jobs), (tasks, &queue), &work);
        let mut paths = paths.into_iter();
        loop {
            while !crew.full()
                && let Some(path) = paths.next()
            {
                crew.give(path);
            }
            counter.next(context);
            let Some((call, scored)) = crew.take() else { break };
            counter.clear();
            match scored {
                Ok(scored) => tell(scored, args.format, &mut tally, context)?,
                Err(failure) => {
                    context.complain(&failure)?;
                    tally.failed = true;
                    tally.rows.push(Row { call, score: None, verdict: Verdict::Unread });
                }
            }
        }
        Ok(())
    })?;
    counter.clear();
    if args.format == Format::Text && tally.rows.len() > 1 {
        let table = overview::text(&tally.rows, &context.messages, context.style());
        write!(context.out, "\n{table}")?;
    }
    Ok(tally.status())
}

/// How the calls turned out so far.
struct Tally {
    rows: Vec<Row>,
    below: bool,
    failed: bool,
    /// Code, file and place of the faults of measures that were told.
    told: BTreeSet<(&'static str, String, Option<LineColumn>)>,
}

impl Tally {
    /// The faults of a call that no call before it had.
    fn news(&mut self, faults: &[Diagnostic]) -> Vec<Diagnostic> {
        let mut news = faults.to_vec();
        news.retain(|fault| {
            self.told.insert((fault.code, fault.source.name().to_owned(), fault.position()))
        });
        news
    }

    /// A call that could not be judged counts more than one that was judged and fell short.
    fn status(&self) -> Status {
        match (self.failed, self.below) {
            (true, _) => Status::Failed,
            (false, true) => Status::Below,
            (false, false) => Status::Fine,
        }
    }
}

/// A call with what it scored.
struct Scored {
    heard: HeardCall,
    evaluation: Evaluation,
    /// Faults of scripts that were told when the scorecard was loaded.
    known: Vec<Diagnostic>,
}

/// What became of one input, by its name.
type Looked = (String, Result<Scored, Failure>);

fn tell(scored: Scored, format: Format, tally: &mut Tally, context: &mut Context) -> Result<(), Failure> {
    let Scored { heard, mut evaluation, known } = scored;
    let news = tally.news(&evaluation.diagnostics);
    if !news.is_empty() {
        context.complain(&Failure::Findings(news))?;
    }
    evaluation.diagnostics.splice(0..0, known);
    let evaluation = &evaluation;
    match format {
        Format::Json => {
            let value = json::evaluation(evaluation, &heard.call, &context.messages);
            writeln!(context.out, "{value}")?;
        }
        Format::Text => {
            if !tally.rows.is_empty() {
                writeln!(context.out)?;
            }
            let report = text::evaluation(evaluation, &heard.call, &context.messages, context.style());
            write!(context.out, "{report}")?;
        }
    }
    let verdict = match evaluation.passed() {
        Some(true) => Verdict::Passed,
        Some(false) => Verdict::Below,
        None => Verdict::Open,
    };
    tally.below |= verdict == Verdict::Below;
    tally.failed |= !evaluation.complete();
    tally.rows.push(Row { call: evaluation.call.clone(), score: evaluation.score, verdict });
    Ok(())
}

/// What reads, hears and judges, on one thread.
struct Scorer<'a> {
    card: &'a Scorecard,
    /// Faults of scripts that were told when the scorecard was loaded.
    faults: &'a [Diagnostic],
    hints: &'a Hints,
    ears: &'a Ears,
    library: &'a Library,
    /// One a language: the judge names the lexicons that heard the call.
    judges: BTreeMap<Language, Judge<'a>>,
}

impl<'a> Scorer<'a> {
    fn new(card: &'a Card, hints: &'a Hints, ears: &'a Ears, library: &'a Library) -> Self {
        let judges = BTreeMap::new();
        Self { card: &card.scorecard, faults: &card.faults, hints, ears, library, judges }
    }

    fn look_at(&mut self, found: Found) -> Looked {
        match found {
            Ok(path) => (path.display().to_string(), self.score(&path)),
            Err((path, failure)) => (path.display().to_string(), Err(failure)),
        }
    }

    fn score(&mut self, path: &Path) -> Result<Scored, Failure> {
        let call = if path.as_os_str() == inputs::STDIN {
            transcript::read_stream(path, &mut io::stdin().lock(), self.hints)?
        } else {
            transcript::read(path, self.hints)?
        };
        let ear = self.ears.ear(call.language, self.library)?;
        let card = self.card;
        let judge = self
            .judges
            .entry(call.language)
            .or_insert_with(|| Judge::new(card).with_lexicons(ear.lexicon().hash()));
        let setting = ears::setting(&call);
        let heard = ear.hear_call(call, &setting);
        let evaluation = judge.evaluate(&heard);
        Ok(Scored { heard, evaluation, known: self.faults.to_vec() })
    }
}

/// How far it is, for whoever watches: on a terminal that the reports do not fill themselves.
struct Counter {
    done: usize,
    of: usize,
    shown: bool,
}

impl Counter {
    fn new(of: usize, context: &Context) -> Self {
        let watched = io::stderr().is_terminal() && matches!(context.out, Output::Blocks(_));
        Self { done: 0, of, shown: watched && of > MANY }
    }

    fn next(&mut self, context: &Context) {
        self.done = (self.done + 1).min(self.of);
        if self.shown {
            let args = [("done", Arg::from(self.done)), ("of", Arg::from(self.of))];
            // A counter that cannot be written is no reason to stop.
            let _ = write!(io::stderr(), "\r{}", context.messages.say_with("score-progress", &args));
        }
    }

    /// Leaves the line as it was.
    fn clear(&self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
