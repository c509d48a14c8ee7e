//! `ensayo practice`: a call with a scripted debtor, and what there is to learn from it afterwards.

mod command;
pub(super) mod console;

use std::io::Write as _;
use std::thread::{self, JoinHandle};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ValueEnum;
use colored::Colorize as _;

use super::cards;
use super::context::Context;
use super::failure::{Failure, Status};
use crate::content::{self, ContentError};
use crate::diagnostic::printable;
use crate::library::Library;
use crate::messages::{Arg, Messages};
use crate::nlu::Ear;
use crate::report::debrief::{self, Debrief};
use crate::report::{case_file, rehearsal, wrap};
use crate::rubric::Judge;
use crate::simulator::{Event, Scenario, Session};
use command::Command;
use console::{Console, Input};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "SCENARIO")]
    scenario: Option<String>,
    #[arg(long, value_name = "SEED")]
    seed: Option<u64>,
    #[arg(long, value_name = "NAME", default_value = cards::DEFAULT)]
    rubric: String,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
    #[arg(long)]
    exam: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(super) fn run(args: &Args, context: &mut Context) -> Result<Status, Failure> {
    let mut console = Console::new(args.format == Format::Json)?;
    let name = match &args.scenario {
        Some(name) => name.clone(),
        None => match choose(&mut console, context)? {
            Some(name) => name,
            None => return Ok(Status::Fine),
        },
    };
    let scenario = content::scenario(&name, &context.library)?;
    let seed = args.seed.unwrap_or_else(|| drawn_seed(&console));
    let ear = LateEar::load(&scenario, &context.library);
    if args.rubric != cards::DEFAULT {
        // A faulty scorecard of the user's is told before the call, not after it.
        cards::load(&args.rubric, &context.library, &content::inventory(&context.library)?)?;
    }
    let spoken = Messages::new(scenario.language);
    let mut rehearsal = Rehearsal {
        session: Session::new(&scenario, &spoken, seed),
        ear,
        events: Vec::new(),
        console,
        help: if args.exam { Help::None } else { Help::Hints },
    };
    rehearsal.play(&scenario, context)?;
    let Rehearsal { session, events, mut ear, .. } = rehearsal;
    let ear = ear.get()?;
    let card = cards::load(&args.rubric, &context.library, ear.inventory())?;
    if !card.faults.is_empty() {
        context.complain(&Failure::Findings(card.faults.clone()))?;
    }
    let outline = debrief::Outline::of(&session);
    let heard = session.into_heard_call(ear);
    let evaluation = Judge::new(&card.scorecard).with_lexicons(ear.lexicon().hash()).evaluate(&heard);
    let debrief = Debrief::new(&scenario, outline, &events, &heard.call, &evaluation, &context.messages);
    match args.format {
        Format::Json => {
            let document =
                rehearsal::document(&scenario, seed, &events, &heard, &evaluation, &debrief, &context.messages);
            writeln!(context.out, "{document:#}")?;
        }
        Format::Text => {
            let style = context.style();
            let text = debrief::text(&debrief, &evaluation, &heard.call, ear.inventory(), &context.messages, style);
            write!(context.out, "\n{text}")?;
            let again = [("scenario", Arg::from(&scenario.id)), ("seed", Arg::from(seed.to_string()))];
            writeln!(context.out, "\n{}", context.messages.say_with("practice-again", &again).dimmed())?;
        }
    }
    Ok(if evaluation.complete() { Status::Fine } else { Status::Failed })
}

/// On a terminal each call is another one; through a pipe the same one, unless a seed is given.
fn drawn_seed(console: &Console) -> u64 {
    if !console.is_terminal() {
        return 1;
    }
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs() % 10_000)
}

/// Shows the scenarios and asks for one, by number or by name.
fn choose(console: &mut Console, context: &mut Context) -> Result<Option<String>, Failure> {
    let items = content::scenarios(&context.library);
    let mut scenarios = Vec::new();
    for item in &items {
        scenarios.push((item.id.clone(), content::scenario(&item.id, &context.library)?));
    }
    scenarios.sort_by_key(|(id, scenario)| {
        (scenario.language != context.language(), scenario.language, scenario.level, id.clone())
    });
    writeln!(context.out, "{}\n", context.messages.say("practice-welcome").bold())?;
    for (number, (id, scenario)) in (1..).zip(&scenarios) {
        let level = context.messages.say_with("practice-level", &[("level", i64::from(scenario.level).into())]);
        let head = format!("{number:>3}. {}", printable(&scenario.title));
        writeln!(context.out, "{}", head.bold())?;
        writeln!(context.out, "     {}", format!("{id} · {} · {level}", scenario.country.code()).dimmed())?;
    }
    let question = context.messages.say("practice-choose");
    loop {
        let answer = match console.read(&question, context)? {
            Input::Line(line) => line.trim().to_owned(),
            Input::End => return Ok(None),
        };
        if answer.is_empty() {
            continue;
        }
        let by_number = answer.parse::<usize>().ok().and_then(|number| scenarios.get(number.checked_sub(1)?));
        let chosen = by_number.or_else(|| scenarios.iter().find(|(id, _)| *id == answer));
        if let Some((id, _)) = chosen {
            return Ok(Some(id.clone()));
        }
        let ids = scenarios.iter().map(|(id, _)| id.as_str());
        let near = crate::diagnostic::closest(&answer, ids).unwrap_or("none");
        let args = [("name", Arg::from(answer.as_str())), ("suggestion", Arg::from(near))];
        writeln!(context.out, "{}", context.messages.say_with("practice-no-such", &args))?;
    }
}

/// Whether the trainee may ask for help during the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Help {
    Hints,
    None,
}

/// The ear of a scenario, made in another thread while the case file is shown and the phone rings.
enum LateEar {
    Loading(Option<JoinHandle<Result<Ear, ContentError>>>),
    Ready(Box<Ear>),
}

impl LateEar {
    fn load(scenario: &Scenario, library: &Library) -> Self {
        let (own, library) = (scenario.own_words(), library.clone());
        Self::Loading(Some(thread::spawn(move || content::ear_for(&own, &library))))
    }

    /// The ear, waited for if need be.
    fn get(&mut self) -> Result<&Ear, Failure> {
        if let Self::Loading(handle) = self {
            let made = handle.take().and_then(|handle| handle.join().ok());
            let ear = made.ok_or_else(|| Failure::said("practice-no-ear", []))??;
            *self = Self::Ready(Box::new(ear));
        }
        match self {
            Self::Ready(ear) => Ok(ear),
            Self::Loading(_) => Err(Failure::said("practice-no-ear", [])),
        }
    }
}

struct Rehearsal<'a> {
    session: Session<'a>,
    ear: LateEar,
    events: Vec<Event>,
    console: Console,
    help: Help,
}

impl Rehearsal<'_> {
    /// From the case file to the last word.
    fn play(&mut self, scenario: &Scenario, context: &mut Context) -> Result<(), Failure> {
        if !self.console.is_silent() {
            let style = context.style();
            let sheet = case_file::text(scenario, &context.messages, style);
            writeln!(context.out, "{sheet}")?;
            writeln!(context.out, "{}\n", context.messages.say("practice-commands").dimmed())?;
            writeln!(context.out, "{}", context.messages.say("practice-ringing").dimmed())?;
        }
        let opening = self.session.open();
        self.show(opening, context)?;
        let prompt = context.messages.say("practice-prompt");
        while self.session.ended().is_none() {
            match self.console.read(&prompt, context)? {
                Input::Line(line) => self.take(&line, scenario, context)?,
                Input::End => self.hang_up(context)?,
            }
        }
        Ok(())
    }

    fn take(&mut self, line: &str, scenario: &Scenario, context: &mut Context) -> Result<(), Failure> {
        match command::read(line) {
            Some(Ok(Command::HangUp)) => self.hang_up(context),
            Some(Ok(command)) => {
                let answer = self.answer(command, scenario, context);
                self.tell(&answer, context)
            }
            Some(Err(unknown)) => {
                let near = command::nearest(&unknown).unwrap_or("none");
                let args = [("name", Arg::from(unknown)), ("suggestion", Arg::from(near))];
                let answer = context.messages.say_with("practice-unknown-command", &args);
                self.tell(&answer, context)
            }
            None => {
                let events = self.session.line(line, self.ear.get()?);
                self.show(events, context)
            }
        }
    }

    fn hang_up(&mut self, context: &mut Context) -> Result<(), Failure> {
        let events = self.session.hang_up();
        self.show(events, context)
    }

    /// What a slash command answers.
    fn answer(&self, command: Command, scenario: &Scenario, context: &Context) -> String {
        let messages = &context.messages;
        match command {
            Command::Help => messages.say("practice-help"),
            Command::CaseFile => case_file::text(scenario, messages, context.style()),
            Command::Hint | Command::Mood if self.help == Help::None => messages.say("practice-no-help"),
            Command::Hint => messages.say_with("practice-hint", &[("hint", self.session.hint().into())]),
            Command::Mood => {
                let mood = messages.say(&format!("mood-{}", self.session.mood().id()));
                messages.say_with(
                    "practice-mood",
                    &[
                        ("name", Arg::from(&scenario.persona.name)),
                        ("mood", Arg::from(mood)),
                        ("trust", Arg::from(bar(self.session.trust()))),
                        ("patience", Arg::from(bar(self.session.patience()))),
                    ],
                )
            }
            Command::HangUp => String::new(),
        }
    }

    fn tell(&self, text: &str, context: &mut Context) -> Result<(), Failure> {
        if !self.console.is_silent() {
            writeln!(context.out, "{}", text.cyan())?;
        }
        Ok(())
    }

    /// Shows what the debtor said; the rest waits for the debrief.
    fn show(&mut self, events: Vec<Event>, context: &mut Context) -> Result<(), Failure> {
        if !self.console.is_silent() {
            for event in &events {
                if let Event::DebtorSaid { text, speaker, .. } = event {
                    let name = self.session.name_of(*speaker);
                    let said = format!("{name}: {}", printable(text));
                    // A pipe gets a line a turn; a terminal would cut words at its edge.
                    let lines = if self.console.is_terminal() { wrap(&said, context.width) } else { vec![said] };
                    for (at, line) in lines.iter().enumerate() {
                        let (who, rest) = line.split_at(if at == 0 { name.len() + 1 } else { 0 });
                        writeln!(context.out, "{}{rest}", who.yellow().bold())?;
                    }
                }
            }
        }
        self.events.extend(events);
        Ok(())
    }
}

/// A number from 0 to 100 as a bar of ten.
fn bar(value: i32) -> String {
    let full = usize::try_from((value + 5) / 10).unwrap_or(0).min(10);
    format!("{}{} {value}", "█".repeat(full), "░".repeat(10 - full))
}
