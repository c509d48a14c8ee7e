//! A call while it is played: lines and commands in, the debtor's words out, everything kept as it comes.

use std::io::Write as _;
use std::time::Instant;

use colored::Colorize as _;

use super::super::context::Context;
use super::super::failure::Failure;
use super::command::{self, Command};
use super::console::{Console, Input};
use super::late_ear::LateEar;
use super::mode::Mode;
use super::pace::Begun;
use super::saved::{Entry, Saved};
use super::watch::Watch;
use crate::messages::Arg;
use crate::report::{case_file, guide, wrap};
use crate::simulator::{Event, Scenario, Session};

/// Why the playing stopped.
pub(super) enum Stopped {
    Ended,
    /// The scenario was edited, and can be played; the command that was typed since waits for it.
    Edited { next: Box<Scenario>, command: Option<String> },
}

/// A call in progress.
pub(super) struct Played<'a> {
    pub(super) session: Session<'a>,
    pub(super) ear: LateEar,
    pub(super) events: Vec<Event>,
    pub(super) saved: Saved,
    pub(super) console: Console,
    pub(super) mode: Mode,
    /// What was typed before the debtor had finished.
    begun: Option<Begun>,
}

impl<'a> Played<'a> {
    pub(super) fn new(session: Session<'a>, ear: LateEar, console: Console, mode: Mode, saved: Saved) -> Self {
        Self { session, ear, events: Vec::new(), saved, console, mode, begun: None }
    }

    /// The case file, and the phone is picked up.
    pub(super) fn open(&mut self, scenario: &Scenario, context: &mut Context) -> Result<(), Failure> {
        if !self.console.is_silent() {
            let sheet = case_file::text(scenario, &context.messages, context.style());
            let commands = if self.mode.helps() { "practice-commands" } else { "practice-commands-exam" };
            writeln!(context.out, "{sheet}")?;
            writeln!(context.out, "{}\n", context.messages.say(commands).dimmed())?;
            writeln!(context.out, "{}", context.messages.say("practice-ringing").dimmed())?;
        }
        let opening = self.session.open();
        self.show(opening, context)
    }

    /// Says again what was said, to a debtor who may have been rewritten since; tells where she first answers
    /// otherwise, and shows from there on.
    pub(super) fn say_again(&mut self, entries: Vec<Entry>, context: &mut Context) -> Result<(), Failure> {
        let opening = self.session.open();
        self.events.extend(opening);
        let count = entries.len();
        self.tell(&context.messages.say_with("practice-resumed", &[("count", count.into())]), context)?;
        let mut differs = false;
        for (number, entry) in (1..).zip(entries) {
            let (line, over, answer) = match entry {
                Entry::Line { text, over, answer } => (Some(text), over, answer),
                Entry::Silence { answer } => (None, false, answer),
            };
            let events = match &line {
                Some(text) => self.hear(text, over)?,
                None => self.session.silence(),
            };
            let now = words(&events);
            if !differs && !answer.is_empty() && now != answer {
                differs = true;
                let (was, is) = (answer.join(" "), now.join(" "));
                let args = [("line", Arg::from(number)), ("was", was.into()), ("is", is.into())];
                self.tell(&context.messages.say_with("practice-changed", &args), context)?;
            }
            self.keep(line.clone(), over, now)?;
            if differs || count - number < SHOWN_AGAIN {
                if let Some(text) = line {
                    self.tell_said(&text, context)?;
                }
                self.show(events, context)?;
            } else {
                self.events.extend(events);
            }
        }
        self.begun = None;
        Ok(())
    }

    /// Line after line, to the last word.
    pub(super) fn play(
        &mut self,
        scenario: &Scenario,
        mut watch: Option<&mut Watch>,
        context: &mut Context,
    ) -> Result<Stopped, Failure> {
        let prompt = context.messages.say("practice-prompt");
        let since = Instant::now();
        while self.session.ended().is_none() {
            if self.mode.is_over(self.session.turns_of_agent(), since.elapsed()) {
                self.tell(&context.messages.say("practice-exam-over"), context)?;
                self.hang_up(context)?;
                break;
            }
            let wonder = self.words_to_silence();
            let begun = self.begun.take();
            let read = match &begun {
                Some(begun) if begun.sent => {
                    self.tell_said(&begun.typed, context)?;
                    Input::Line { text: begun.typed.clone(), silent: false }
                }
                _ => {
                    let typed = begun.as_ref().map_or("", |begun| begun.typed.as_str());
                    self.console.read(&prompt, typed, wonder, context)?
                }
            };
            match read {
                Input::Line { text, silent } => {
                    if silent {
                        let events = self.session.silence();
                        self.keep(None, false, words(&events))?;
                        self.events.extend(events);
                    }
                    if let Some(next) = watch.as_deref_mut().and_then(|watch| watch.reread(context).transpose()) {
                        let next = Box::new(next?);
                        if !command::is_said(&text) {
                            return Ok(Stopped::Edited { next, command: Some(text) });
                        }
                        // The line was typed to the debtor as she was: she answers it as she is.
                        self.keep(Some(text), begun.is_some(), Vec::new())?;
                        return Ok(Stopped::Edited { next, command: None });
                    }
                    self.take(&text, begun.is_some(), scenario, context)?;
                }
                Input::End => self.hang_up(context)?,
            }
        }
        Ok(Stopped::Ended)
    }

    /// Obeys a command; says anything else to the debtor.
    pub(super) fn take(
        &mut self,
        line: &str,
        over: bool,
        scenario: &Scenario,
        context: &mut Context,
    ) -> Result<(), Failure> {
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
            None if line.trim().is_empty() => Ok(()),
            None => {
                let events = self.hear(line, over)?;
                self.keep(Some(line.to_owned()), over, words(&events))?;
                let guided = (self.mode == Mode::Guided).then(|| events.clone());
                self.show(events, context)?;
                if let Some(events) = guided {
                    let reading = self.reading(&events, context);
                    self.tell(&reading, context)?;
                    let hint = self.answer(Command::Hint, scenario, context);
                    self.tell(&hint, context)?;
                }
                Ok(())
            }
        }
    }

    fn hear(&mut self, line: &str, over: bool) -> Result<Vec<Event>, Failure> {
        let ear = self.ear.get()?;
        Ok(if over { self.session.line_over(line, ear) } else { self.session.line(line, ear) })
    }

    fn hang_up(&mut self, context: &mut Context) -> Result<(), Failure> {
        let events = self.session.hang_up();
        self.show(events, context)
    }

    /// What a slash command answers.
    fn answer(&self, command: Command, scenario: &Scenario, context: &Context) -> String {
        let messages = &context.messages;
        match command {
            Command::Help if self.mode.helps() => messages.say("practice-help"),
            Command::Help => messages.say("practice-help-exam"),
            Command::CaseFile => case_file::text(scenario, messages, context.style()),
            Command::Hint | Command::Mood | Command::Why if !self.mode.helps() => messages.say("practice-no-help"),
            Command::Hint => messages.say_with("practice-hint", &[("hint", self.session.hint().into())]),
            Command::Why => self.reading(&self.events, context),
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

    /// The reading of the last turn; nothing where none was said.
    pub(super) fn last_reading(&self, context: &Context) -> String {
        self.session.last_heard().map_or_else(String::new, |_| self.reading(&self.events, context))
    }

    /// What was heard in the last turn, what it moved, and why it was answered so.
    fn reading(&self, events: &[Event], context: &Context) -> String {
        let LateEar::Ready(ear) = &self.ear else { return String::new() };
        let mood = (self.session.trust(), self.session.patience());
        match self.session.last_heard() {
            Some((turn, heard)) => {
                guide::text(turn, heard, events, mood, ear.inventory(), &context.messages, context.style())
            }
            None => context.messages.say("guide-nothing-said"),
        }
    }

    fn words_to_silence(&self) -> Option<String> {
        let (speaker, text) = self.session.words_to_silence()?;
        Some(format!("{}: {text}", self.session.name_of(speaker)))
    }

    fn keep(&mut self, line: Option<String>, over: bool, answer: Vec<String>) -> Result<(), Failure> {
        self.saved.push(match line {
            Some(text) => Entry::Line { text, over, answer },
            None => Entry::Silence { answer },
        })
    }

    fn tell(&self, text: &str, context: &mut Context) -> Result<(), Failure> {
        if self.console.is_silent() || text.is_empty() {
            return Ok(());
        }
        for line in text.lines() {
            // What is laid out already fits; the rest would be cut in the middle of a word.
            let fits = !self.console.is_terminal() || line.chars().count() <= context.width;
            let parts = if fits { vec![line.to_owned()] } else { wrap(line, context.width) };
            for part in parts {
                writeln!(context.out, "{}", part.cyan())?;
            }
        }
        Ok(())
    }

    fn tell_said(&self, text: &str, context: &mut Context) -> Result<(), Failure> {
        if !self.console.is_silent() {
            let prompt = context.messages.say("practice-prompt");
            writeln!(context.out, "{}{}", prompt.bold(), crate::diagnostic::printable(text))?;
        }
        Ok(())
    }

    /// Shows what was said; the rest waits for the debrief.
    fn show(&mut self, events: Vec<Event>, context: &mut Context) -> Result<(), Failure> {
        if !self.console.is_silent() {
            for event in &events {
                if let Event::DebtorSaid { text, speaker, .. } = event {
                    let name = self.session.name_of(*speaker);
                    self.begun = self.console.speak(name, text, context)?;
                }
            }
        }
        self.events.extend(events);
        Ok(())
    }
}

/// Turns of a resumed call that are shown again.
const SHOWN_AGAIN: usize = 4;

/// What was said to the agent.
fn words(events: &[Event]) -> Vec<String> {
    let said = |event: &Event| match event {
        Event::DebtorSaid { text, .. } => Some(text.clone()),
        _ => None,
    };
    events.iter().filter_map(said).collect()
}

/// A number from 0 to 100 as a bar of ten.
fn bar(value: i32) -> String {
    let full = usize::try_from((value + 5) / 10).unwrap_or(0).min(10);
    format!("{}{} {value}", "█".repeat(full), "░".repeat(10 - full))
}
