//! The debtor: hears a turn, feels something about it, and answers.
//!
//! What he answers is decided in one order, and `answer` reads like it: is this to be borne → the scenario's rules →
//! leave-taking → does it hurt → courtesies → which word was not understood → what was agreed → does an objection give way
//! or harden → what was asked → what was offered → the next objection → the story → an in-character "sorry?".

use std::collections::{BTreeMap, BTreeSet};

use crate::messages::Messages;
use crate::sandbox::{Conditions, NameSet};
use crate::simulator::asked::Asked;
use crate::simulator::asking::Asking;
use crate::simulator::check;
use crate::simulator::event::Event;
use crate::simulator::exchange::{Ending, Incoming, Reply, Say};
use crate::simulator::gate::Gate;
use crate::simulator::identity::Names;
use crate::simulator::leftover::put_before_her_own;
use crate::simulator::line::Memory;
use crate::simulator::mood::{DRIFT, Feelings};
use crate::simulator::negotiation::{self, Agreement, AgreementKind};
use crate::simulator::offence::affront;
use crate::simulator::opening::Civility;
use crate::simulator::outcome::Outcome;
use crate::simulator::scenario::{Objection, Scenario};
use crate::simulator::terms::{Offered, Terms};
use crate::source::Span;

/// What it costs to be talked over.
const TALKED_OVER_TRUST: i32 = -2;
const TALKED_OVER_PATIENCE: i32 = -6;
/// How often she says so.
const TALKED_OVER_TOLD: u32 = 2;

/// Situations after which a bare figure, day or means is an answer.
const TERM_ASKED: [&str; 6] =
    ["asks_amount", "asks_date", "asks_method", "counters_amount", "counters_date", "signals"];

/// So many turns that do no wrong are borne after patience has run out.
const BORNE_THOUGH_WEARY: u32 = 3;

const SAYS_AGAIN: &str = "says_again";
/// Words that answer nothing in particular.
const IDLE: [&str; 2] = ["stalls", "answers_closed_question"];
/// How far the opening of the call has come.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "six things that happen in any order")]
pub(super) struct Opening {
    pub(super) introduced: bool,
    pub(super) identified: bool,
    pub(super) verified: bool,
    /// What it is about was named, not yet what is the matter with it.
    pub(super) subject: bool,
    pub(super) purpose: bool,
    /// How much is owed was told.
    pub(super) figure: bool,
}

/// A debtor in the middle of a call.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of the call that others do not imply")]
pub(super) struct Debtor<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) messages: &'a Messages,
    pub(super) names: Names,
    pub(super) conditions: Conditions,
    pub(super) seed: u64,
    pub(super) feelings: Feelings,
    pub(super) memory: Memory,
    pub(super) opening: Opening,
    /// The data of the case file that she has confirmed.
    pub(super) data_given: BTreeSet<usize>,
    /// The objection that is in the way: an index into the scenario's.
    pub(super) layer: usize,
    /// Whether that objection was voiced, and how far it has softened.
    pub(super) raised: bool,
    pub(super) progress: i32,
    pub(super) softened: bool,
    pub(super) resolved: NameSet,
    pub(super) disclosed: NameSet,
    /// What this turn put on the table.
    pub(super) offered: Offered,
    /// Every act of the agent so far.
    pub(super) said: NameSet,
    /// Where the questions stand that were answered in this turn.
    pub(super) answered: Vec<Span>,
    pub(super) terms: Terms,
    pub(super) agreement: Option<Agreement>,
    /// The turn in which that was agreed last.
    pub(super) agreed_at: usize,
    /// Turns in which the agreed day was named, by whomever.
    pub(super) day_told: u32,
    pub(super) dispute_taken: bool,
    pub(super) recapped: bool,
    pub(super) misremembers: bool,
    /// Turns in which the agent pressed.
    pub(super) pressed: u32,
    /// Turns since the agent pressed last.
    pub(super) calm_turns: u32,
    /// Turns in which the agent pressed or was rude, whatever was in the way.
    pub(super) affronts: u32,
    /// Turns since the last of them.
    pub(super) since_affront: Option<u32>,
    /// This turn cost patience by what was done in it.
    provoked: bool,
    /// This turn cost patience by something else than asking, or saying what is owed.
    put_out: bool,
    /// For so many turns patience has run out.
    weary: u32,
    pub(super) warned: bool,
    pub(super) refusals: u32,
    /// She has said that she will not say yes to what is on the table.
    pub(super) put_off: bool,
    pub(super) terms_asked_about: BTreeSet<String>,
    pub(super) method_asked: bool,
    /// The debtor's last words asked for a term of payment.
    pub(super) term_asked: bool,
    pub(super) fired: BTreeSet<String>,
    /// Somebody else has the phone.
    pub(super) gate: Option<Gate<'a>>,
    /// Somebody who does not owe was told of the debt.
    pub(super) third_party_told: bool,
    /// What the agent had named when she last put it right.
    pub(super) contested: Option<Terms>,
    /// The terms as she last said them.
    pub(super) recited: Option<Terms>,
    /// The debtor has named what can be paid.
    pub(super) own_told: bool,
    /// What the debtor asked, and whether it was answered.
    pub(super) asking: Asking,
    /// Facts told otherwise than they are, with the turn.
    pub(super) claimed: BTreeMap<String, usize>,
    /// The objection after which collecting had to stop, and how often money was asked for since.
    pub(super) stopped: Option<usize>,
    pub(super) presses: u32,
    /// Turns in a row in which nothing was understood.
    pub(super) puzzled: u32,
    /// Her last words but those that only repeat them.
    last_said: String,
    /// The last words were cut short by the agent.
    talked_over: bool,
    pub(super) events: Vec<Event>,
}

impl<'a> Debtor<'a> {
    pub(super) fn new(scenario: &'a Scenario, messages: &'a Messages, seed: u64) -> Self {
        let persona = &scenario.persona;
        Self {
            scenario,
            messages,
            names: Names::new(&scenario.case_file),
            conditions: check::conditions(),
            seed,
            feelings: Feelings::new(persona.trust, persona.patience, persona.opens_at),
            memory: Memory::default(),
            opening: Opening::default(),
            data_given: BTreeSet::new(),
            layer: 0,
            raised: false,
            progress: 0,
            softened: false,
            resolved: NameSet::default(),
            disclosed: NameSet::default(),
            offered: Offered::Nothing,
            said: NameSet::default(),
            answered: Vec::new(),
            terms: Terms::default(),
            agreement: None,
            agreed_at: 0,
            day_told: 0,
            dispute_taken: false,
            recapped: false,
            misremembers: false,
            pressed: 0,
            calm_turns: 0,
            affronts: 0,
            since_affront: None,
            provoked: false,
            put_out: false,
            weary: 0,
            warned: false,
            refusals: 0,
            put_off: false,
            terms_asked_about: BTreeSet::new(),
            method_asked: false,
            term_asked: false,
            fired: BTreeSet::new(),
            gate: scenario.answered_by.as_ref().map(Gate::new),
            third_party_told: false,
            contested: None,
            recited: None,
            own_told: false,
            asking: Asking::default(),
            claimed: BTreeMap::new(),
            stopped: None,
            presses: 0,
            puzzled: 0,
            last_said: String::new(),
            talked_over: false,
            events: Vec::new(),
        }
    }

    /// What is said when the phone rings.
    pub(super) fn pick_up(&mut self) -> Option<Say> {
        if self.gate.is_some() {
            return self.say_at_gate("answers_phone");
        }
        self.say("answers_phone", &[])
    }

    /// The answer to a turn.
    pub(super) fn answer(&mut self, turn: Incoming<'_>) -> Reply {
        self.memory.begin_turn(turn.said);
        let reply = self.reply_to(turn);
        if let Some(say) = reply.says.iter().rev().find(|say| say.situation != SAYS_AGAIN) {
            self.last_said.clone_from(&say.text);
        }
        self.count_day(turn, &reply);
        self.own_told = self.own_told || reply.says.iter().any(|say| self.tells_own_amount(&say.text));
        reply
    }

    fn reply_to(&mut self, turn: Incoming<'_>) -> Reply {
        if self.gate.is_some() {
            return self.answer_at_gate(turn);
        }
        self.take_in(turn);
        let reply = self
            .stop(turn)
            .or_else(|| self.follow_rules(turn).map(|reply| self.say_beside(reply, turn)))
            .or_else(|| self.be_spared(turn))
            .or_else(|| self.take_leave(turn))
            .or_else(|| self.take_offence(turn));
        let cut_short = std::mem::take(&mut self.talked_over);
        if let Some(reply) = reply {
            return reply;
        }
        if let Some(say) = self.raise_early(turn) {
            let mut says = vec![say];
            self.answer_on(&mut says, turn);
            return Reply { says, ends: None };
        }
        let mut says = match self.be_civil(turn) {
            Civility::GoOn(says) => says,
            Civility::Enough(says) => return Reply { says, ends: None },
        };
        if cut_short && self.memory.times("talked_over") < TALKED_OVER_TOLD {
            let protest = self.say("talked_over", &[]);
            says.splice(0..0, protest);
        }
        let forgiven = self.take_apology(turn);
        says.splice(0..0, forgiven);
        says.extend(self.correct_day(turn));
        let courtesies = says.len();
        let main = self
            .say_again(turn)
            .or_else(|| self.ask_about_words(turn))
            .or_else(|| self.is_settled().then(|| self.take_answer(turn)).flatten())
            .or_else(|| self.stand_by_agreement(turn))
            .or_else(|| self.let_objection_move(turn))
            .or_else(|| if self.has_to_decide(turn) { None } else { self.answer_what_is_asked(&says, turn) })
            .or_else(|| self.weigh_offer(turn))
            .or_else(|| self.raise_objection(turn));
        if main.is_none() && !says.is_empty() {
            self.answer_courtesy(&mut says, turn);
        }
        if let Some(main) = main {
            let more = self.answer_beside(&main, turn);
            // Which of two means is an answer in itself.
            let idle = IDLE.contains(&main.situation.as_str());
            let main = Some(main).filter(|_| !idle || more.is_none());
            // What she wants to know, or brings up herself, comes after what she was asked.
            let asks = says.pop_if(|last| last.situation == "asks_purpose");
            // Once is enough where something else is answered.
            let asks = asks.filter(|_| main.is_none() || self.memory.times("asks_purpose") < 2);
            let opens = main.as_ref().is_some_and(|main| main.situation.ends_with("/opens"));
            let (first, then) = if opens { (more, main) } else { (main, more) };
            says.extend(first);
            match then {
                Some(then) if !opens => put_before_her_own(&mut says, then),
                then => says.extend(then),
            }
            says.extend(asks);
        }
        if says.is_empty() || (cut_short && says.len() == courtesies) {
            // Courtesies are an answer in themselves; only in their absence does the debtor fill in.
            let filled = self
                .slip(turn)
                .or_else(|| self.take_answer(turn))
                .or_else(|| self.fill_in(turn))
                .or_else(|| self.ask(turn))
                .or_else(|| self.signal(turn));
            says.extend(filled.or_else(|| self.carry_on(turn)));
        }
        self.answer_on(&mut says, turn);
        let asked = self.ask_along(&says, turn);
        says.extend(asked);
        if says.is_empty() {
            says.extend(self.not_understood(turn));
        } else {
            self.puzzled = 0;
        }
        // A question stays open while nothing else was said.
        let asks = says.iter().any(|say| {
            TERM_ASKED.contains(&say.situation.as_str())
                || (self.is_open_to_terms() && say.situation.ends_with("/gives_way"))
        });
        self.term_asked = asks || (self.term_asked && self.puzzled > 0);
        Reply { says, ends: None }
    }

    /// Nothing is in the way any more, and it was no dispute that was: then terms are what comes next.
    fn is_open_to_terms(&self) -> bool {
        let disputed = self.scenario.objections.last().is_some_and(|last| last.act.starts_with("dispute"));
        self.objection().is_none() && !disputed
    }

    /// Whether this turn hurt, or cost patience.
    pub(super) fn is_provoked(&self) -> bool {
        self.provoked || self.since_affront == Some(0)
    }

    /// Whether this turn hurt, or cost patience by more than a question that came too early: that one is answered, and
    /// what is asked beside it.
    pub(super) fn is_put_out(&self) -> bool {
        self.put_out || self.since_affront == Some(0)
    }

    /// What a rule has her say leaves what else was asked to be answered.
    fn say_beside(&mut self, mut reply: Reply, turn: Incoming<'_>) -> Reply {
        // Whoever answers to her name has said who she is, in whatever words.
        self.opening.identified |= self.names.debtor_in(turn.said);
        if let (None, [said]) = (reply.ends, reply.says.as_slice()) {
            let said = said.clone();
            self.note_answered_by_rule(&said, turn);
            reply.says.extend(self.answer_beside(&said, turn));
            self.answer_on(&mut reply.says, turn);
        }
        reply
    }

    /// Moves trust and patience, and notes what was said.
    fn take_in(&mut self, turn: Incoming<'_>) {
        let persona = &self.scenario.persona;
        let moves = self.feelings.take_in(turn.heard, &persona.temper, persona.drift);
        self.provoked = moves.iter().any(|step| step.cause != DRIFT && step.patience < 0);
        let asks = |cause: &str| cause.starts_with("question") || cause == "state_debt" || cause == DRIFT;
        self.put_out = moves.iter().any(|step| !asks(&step.cause) && step.patience < 0);
        if !moves.is_empty() {
            let (trust, patience) = (self.feelings.trust, self.feelings.patience);
            self.events.push(Event::Moved { turn: turn.number, moves, trust, patience });
        }
        self.since_affront = self.since_affront.map(|turns| turns + 1);
        if affront(turn.heard).is_some() {
            self.affronts += 1;
            self.since_affront = Some(0);
        }
        self.note_said(turn);
        self.note_opening(turn);
        self.note_answers(turn);
        self.offered = self.terms.take_in(self.reading(turn));
        self.put_off &= !self.offered.brings_terms();
        self.softened = false;
        self.answered.clear();
        self.calm_turns += 1;
    }

    /// Abuse is not borne, and patience has an end.
    fn stop(&mut self, turn: Incoming<'_>) -> Option<Reply> {
        let persona = &self.scenario.persona;
        if persona.hangs_up_on.iter().any(|act| turn.heard.has(act)) {
            if persona.warns && !self.warned {
                self.warned = true;
                let says = self.say("warns", &[]).into_iter().collect();
                return Some(Reply { says, ends: None });
            }
            let says = self.say("hangs_up_abused", &[]).into_iter().collect();
            return Some(Reply { says, ends: Some(Ending::HangsUp) });
        }
        let out_of_patience = self.feelings.patience == 0;
        // Nobody hangs up on a turn that asked for nothing wrong until several have, nor on the first that did.
        let asked = turn.asks() || self.offered != Offered::Nothing;
        let borne = self.weary >= BORNE_THOUGH_WEARY && asked;
        let tired = out_of_patience && (borne || self.provoked && self.affronts > 1);
        let first = self.weary == 0;
        self.weary = if out_of_patience { self.weary + 1 } else { 0 };
        if !tired {
            return None;
        }
        if first && self.provoked && persona.warns && !self.warned {
            self.warned = true;
            let says = self.say("warns", &[]).into_iter().collect();
            return Some(Reply { says, ends: None });
        }
        let says = self.say("hangs_up_tired", &[]).into_iter().collect();
        Some(Reply { says, ends: Some(Ending::HangsUp) })
    }

    /// Whoever did not catch it is told again: what was agreed, or her last words.
    fn say_again(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let settled = self.agreement.as_ref().is_some_and(|it| it.kind == AgreementKind::Payment);
        let again = turn.asked == [Asked::Again] || settled && turn.asked.contains(&Asked::Again);
        if !again || self.offered.brings_terms() {
            return None;
        }
        if settled {
            let values = vec![("terms", self.agreed_terms())];
            return self.say("confirms_recap", &values);
        }
        self.repeat_words()
    }

    /// Her last words once more.
    pub(super) fn repeat_words(&mut self) -> Option<Say> {
        let said = self.last_said.clone();
        if said.is_empty() { None } else { self.say(SAYS_AGAIN, &[("said", said)]) }
    }

    /// A word that people outside the trade do not know is asked about, once.
    fn ask_about_words(&mut self, turn: Incoming<'_>) -> Option<Say> {
        if turn.heard.has("explain") {
            return None;
        }
        let hit = turn.heard.acts.iter().find(|hit| {
            let term = || turn.text[hit.span.clone()].to_lowercase();
            hit.act == "jargon" && !self.terms_asked_about.contains(&term()) && !self.scenario.says(&term())
        })?;
        let term = turn.text[hit.span.clone()].to_lowercase();
        self.terms_asked_about.insert(term.clone());
        self.say("asks_term", &[("term", term)])
    }

    /// The objection in the way, if any is left.
    pub(super) fn objection(&self) -> Option<&'a Objection> {
        self.scenario.objections.get(self.layer)
    }

    /// The agent did not let her finish.
    pub(super) fn be_talked_over(&mut self, turn: usize) {
        let feelings = self.gate.as_mut().map_or(&mut self.feelings, |gate| &mut gate.feelings);
        feelings.shift(TALKED_OVER_TRUST, TALKED_OVER_PATIENCE);
        self.events.push(Event::TalkedOver { turn });
        self.talked_over = true;
    }

    /// What she would say to silence, without saying it.
    pub(super) fn words_to_silence(&self) -> Option<Say> {
        let mut memory = self.memory.clone();
        self.choose(self.scenario.lines("still_there")?, &[], &mut memory)
    }

    pub(super) fn wonder_at_silence(&mut self, turn: usize) -> Option<Say> {
        self.events.push(Event::Silence { turn });
        self.say("still_there", &[])
    }

    /// How the call stands if it ends now.
    pub(super) fn outcome(&self, ending: Option<Ending>) -> Outcome {
        if self.third_party_told {
            return Outcome::ThirdPartyTold;
        }
        if let Some(gate) = self.gate.as_ref().filter(|_| ending != Some(Ending::HangsUp)) {
            return gate.outcome();
        }
        if ending != Some(Ending::HangsUp) && self.was_spared() {
            return Outcome::RightRefusal;
        }
        match (ending, &self.agreement) {
            (Some(Ending::Ruled(outcome)), _) => outcome,
            (Some(Ending::HangsUp), _) => Outcome::HungUp,
            (_, Some(agreement)) => negotiation::outcome(agreement, &self.scenario.truth, self.scenario.date),
            (_, None) if self.refusals > 1 => Outcome::Refused,
            (_, None) => Outcome::Abandoned,
        }
    }
}
