//! `ensayo practice`: a call with a scripted debtor, and what there is to learn from it afterwards.

mod attempts;
mod choose;
mod command;
mod console;
mod late_ear;
mod mode;
mod pace;
mod played;
mod saved;
mod watch;

use std::io::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ValueEnum;
use colored::Colorize as _;

use super::cards;
use super::context::Context;
use super::failure::{Failure, Status};
use crate::content;
use crate::diagnostic::printable;
use crate::messages::{Arg, Messages};
use crate::nlu::Ear;
use crate::report::debrief::{self, Debrief};
use crate::report::rehearsal;
use crate::rubric::Judge;
use crate::simulator::{Event, Scenario, Session};
use console::Console;
use late_ear::LateEar;
use mode::Mode;
use pace::Pace;
use played::{Played, Stopped};
use saved::{Entry, Header, Saved};
use watch::Watch;

#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Args {
    #[arg(value_name = "SCENARIO")]
    scenario: Option<String>,
    #[arg(long, value_name = "SEED")]
    seed: Option<u64>,
    #[arg(long, value_name = "NAME", default_value = cards::DEFAULT)]
    rubric: String,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
    #[arg(long, value_name = "MODE", value_enum, default_value_t = Mode::Practice, conflicts_with = "exam")]
    mode: Mode,
    #[arg(long)]
    exam: bool,
    #[arg(long)]
    shuffle: bool,
    #[arg(long, value_name = "PACE", value_enum, default_value_t = Pace::Normal)]
    pace: Pace,
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    silence: u64,
    #[arg(long, conflicts_with = "resume")]
    watch: bool,
    #[arg(long, conflicts_with_all = ["seed", "shuffle", "mode", "exam"])]
    resume: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let mut console = Console::new(args.format == Format::Json, args.pace, args.silence)?;
    let (header, said) = if args.resume {
        saved::last(args.scenario.as_deref(), &context.library)?
    } else {
        let name = match &args.scenario {
            Some(name) => name.clone(),
            None => match choose::choose(&mut console, context)? {
                Some(name) => name,
                None => return Ok(Status::Fine),
            },
        };
        let mode = if args.exam { Mode::Exam } else { args.mode };
        let seed = args.seed.unwrap_or_else(|| drawn_seed(&console));
        (Header::new(name, seed, mode, args.shuffle), Vec::new())
    };
    if args.rubric != cards::DEFAULT {
        // A faulty scorecard of the user's is told before the call, not after it.
        cards::load(&args.rubric, &context.library, &content::inventory(&context.library)?)?;
    }
    if header.mode == Mode::Exam && console.is_terminal() && !args.resume {
        attempts::take(&header.scenario, &context.library)?;
    }
    play(args, header, said, console, context)
}

/// Plays the call, anew as often as the scenario is edited while it goes on; then goes over it.
fn play(
    args: &Args,
    mut header: Header,
    mut said: Vec<Entry>,
    mut console: Console,
    context: &mut Context,
) -> Result<Status, Failure> {
    let mut scenario = load(&header, context)?;
    let spoken = Messages::new(scenario.language);
    let mut watch = args.watch.then(|| Watch::new(&scenario));
    let mut waiting: Option<String> = None;
    loop {
        header.hash = Some(scenario.source.hash());
        let ear = LateEar::load(&scenario, &context.library);
        let session = Session::new(&scenario, &spoken, header.seed);
        let saved = Saved::create(&header, &context.library)?;
        let mut played = Played::new(session, ear, console, header.mode, saved);
        if said.is_empty() {
            played.open(&scenario, context)?;
        } else {
            played.say_again(said, context)?;
        }
        if let Some(command) = waiting.take() {
            played.take(&command, false, &scenario, context)?;
        }
        match played.play(&scenario, watch.as_mut(), context)? {
            Stopped::Edited { next, command } => {
                (console, said) = (played.console, played.saved.into_entries());
                waiting = command;
                scenario = *next;
                shuffle(&mut scenario, &header);
            }
            Stopped::Ended => {
                // The debtor's last word ends the call before anybody can ask what it answered.
                let last = header.mode.helps().then(|| played.last_reading(context));
                let Played { session, events, mut ear, saved, .. } = played;
                saved.remove();
                let ended = Ended { session, events: &events, last };
                return go_over(args, &scenario, &header, ended, ear.get()?, context);
            }
        }
    }
}

fn load(header: &Header, context: &Context) -> Result<Scenario, Failure> {
    let mut scenario = content::scenario(&header.scenario, &context.library)?;
    shuffle(&mut scenario, header);
    Ok(scenario)
}

fn shuffle(scenario: &mut Scenario, header: &Header) {
    if header.shuffle {
        scenario.shuffle(header.seed);
    }
}

/// A call that is over.
struct Ended<'a> {
    session: Session<'a>,
    events: &'a [Event],
    /// How the agent's last turn was heard, for those who may know.
    last: Option<String>,
}

/// The debrief with the evaluation.
fn go_over(
    args: &Args,
    scenario: &Scenario,
    header: &Header,
    ended: Ended<'_>,
    ear: &Ear,
    context: &mut Context,
) -> Result<Status, Failure> {
    let card = cards::load(&args.rubric, &context.library, ear.inventory())?;
    if !card.faults.is_empty() {
        context.complain(&Failure::Findings(card.faults.clone()))?;
    }
    let Ended { session, events, last } = ended;
    let outline = debrief::Outline::of(&session);
    let rehearsed = session.rehearsed(events);
    let heard = session.into_heard_call(ear);
    let judge = Judge::new(&card.scorecard).with_lexicons(ear.lexicon().hash());
    let evaluation = judge.evaluate_rehearsed(&heard, &rehearsed);
    let debrief = Debrief::new(scenario, outline, events, &heard, &evaluation, &context.messages);
    match args.format {
        Format::Json => {
            let document =
                rehearsal::document(scenario, header.seed, events, &heard, &evaluation, &debrief, &context.messages);
            writeln!(context.out, "{document:#}")?;
        }
        Format::Text => {
            let style = context.style();
            let text = debrief::text(&debrief, &evaluation, &heard.call, ear.inventory(), &context.messages, style);
            write!(context.out, "\n{text}")?;
            if let Some(last) = last.filter(|last| !last.is_empty()) {
                writeln!(context.out, "\n{}\n{last}", context.messages.say("practice-last-turn"))?;
            }
            let command = Arg::from(again(header));
            writeln!(context.out, "\n{}", context.messages.say_with("practice-again", &[("command", command)]).dimmed())?;
        }
    }
    Ok(if evaluation.complete() { Status::Fine } else { Status::Failed })
}

/// What plays this call once more: the file or the name that was played, not the id inside.
fn again(header: &Header) -> String {
    let name = printable(&header.scenario);
    let name = if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name };
    let shuffle = if header.shuffle { " --shuffle" } else { "" };
    format!("ensayo practice {name} --seed {}{shuffle}", header.seed)
}

/// On a terminal each call is another one; through a pipe the same one, unless a seed is given.
fn drawn_seed(console: &Console) -> u64 {
    if !console.is_terminal() {
        return 1;
    }
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs() % 10_000)
}
