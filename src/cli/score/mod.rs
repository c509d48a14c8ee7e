//! `ensayo score`: transcripts in, one evaluation each out. Calls are read, judged and told one at a time, so that
//! a folder of any size takes the room of its longest call.

mod inputs;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;

use super::cards::{self, Card};
use super::context::Context;
use super::ears::{self, Ears};
use super::failure::{Failure, Status};
use super::output::Output;
use super::typed::{self, Locale};
use crate::call::Country;
use crate::content;
use crate::diagnostic::Diagnostic;
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
    let mut scorer = Scorer::new(&card, hints);
    let paths = inputs::find(&args.paths);
    let mut tally = Tally { rows: Vec::new(), below: false, failed: false };
    let mut counter = Counter::new(paths.len(), context);
    for path in paths {
        counter.next(context);
        let scored = match path {
            Ok(path) => {
                let call = path.display().to_string();
                (call, scorer.score(&path, context))
            }
            Err((path, failure)) => (path.display().to_string(), Err(failure)),
        };
        counter.clear();
        match scored {
            (_, Ok(scored)) => tell(&scored, args.format, &mut tally, context)?,
            (call, Err(failure)) => {
                context.complain(&failure)?;
                tally.failed = true;
                tally.rows.push(Row { call, score: None, verdict: Verdict::Unread });
            }
        }
    }
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
}

impl Tally {
    /// A call that could not be judged counts more than one that was judged and fell short.
    fn status(&self) -> Status {
        match (self.failed, self.below) {
            (true, _) => Status::Failed,
            (false, true) => Status::Below,
            (false, false) => Status::Fine,
        }
    }
}

/// A call with what it scored, and the faults of measures that were not seen in a call before.
struct Scored {
    heard: HeardCall,
    evaluation: Evaluation,
    news: Vec<Diagnostic>,
}

fn tell(scored: &Scored, format: Format, tally: &mut Tally, context: &mut Context) -> Result<(), Failure> {
    let Scored { heard, evaluation, news } = scored;
    if !news.is_empty() {
        context.complain(&Failure::Findings(news.clone()))?;
    }
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

/// What reads, hears and judges.
struct Scorer<'a> {
    card: &'a Scorecard,
    /// Faults of scripts that were told when the scorecard was loaded.
    faults: &'a [Diagnostic],
    hints: Hints,
    ears: Ears,
    /// One a language: the judge names the lexicons that heard the call.
    judges: BTreeMap<Language, Judge<'a>>,
    /// Code, file and place of the faults that were told.
    told: BTreeSet<(&'static str, String, Option<LineColumn>)>,
}

impl<'a> Scorer<'a> {
    fn new(card: &'a Card, hints: Hints) -> Self {
        Self {
            card: &card.scorecard,
            faults: &card.faults,
            hints,
            ears: Ears::default(),
            judges: BTreeMap::new(),
            told: BTreeSet::new(),
        }
    }

    fn score(&mut self, path: &Path, context: &Context) -> Result<Scored, Failure> {
        let call = if path.as_os_str() == inputs::STDIN {
            transcript::read_stream(path, &mut io::stdin().lock(), &self.hints)?
        } else {
            transcript::read(path, &self.hints)?
        };
        let ear = self.ears.ear(call.language, &context.library)?;
        let card = self.card;
        let judge = self
            .judges
            .entry(call.language)
            .or_insert_with(|| Judge::new(card).with_lexicons(ear.lexicon().hash()));
        let setting = ears::setting(&call);
        let heard = ear.hear_call(call, &setting);
        let mut evaluation = judge.evaluate(&heard);
        let mut news = evaluation.diagnostics.clone();
        news.retain(|fault| {
            self.told.insert((fault.code, fault.source.name().to_owned(), fault.position()))
        });
        evaluation.diagnostics.splice(0..0, self.faults.iter().cloned());
        Ok(Scored { heard, evaluation, news })
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
        self.done += 1;
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
