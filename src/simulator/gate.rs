//! Somebody else picks up: a relative, a wrong number, the family of somebody who died, an office that lets
//! calls through. Nothing of the debt may be told; the call is to be put off, closed, or passed on.

mod asked;

use std::collections::BTreeMap;

use crate::nlu::pattern::Pattern;
use crate::simulator::answering::WORDS_OF_A_SENTENCE;
use crate::simulator::debtor::Debtor;
use crate::simulator::event::Event;
use crate::simulator::exchange::{Ending, Incoming, Reply, Say};
use crate::simulator::line::Variants;
use crate::simulator::mood::{Feelings, Gauge, Mark};
use crate::simulator::offence::affront;
use crate::simulator::outcome::Outcome;
use crate::simulator::scenario::{Answer, Scenario};
use crate::simulator::typed::Segment;

/// Who somebody is that picks up in the debtor's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Identity {
    /// Knows the debtor: family, a neighbour, a colleague.
    ThirdParty,
    /// Does not know the debtor.
    WrongNumber,
    /// The debtor has died.
    Deceased,
    /// Decides who gets through, in an office.
    Gatekeeper,
}

impl Identity {
    pub const ALL: [Self; 4] = [Self::ThirdParty, Self::WrongNumber, Self::Deceased, Self::Gatekeeper];

    pub fn id(self) -> &'static str {
        match self {
            Self::ThirdParty => "third_party",
            Self::WrongNumber => "wrong_number",
            Self::Deceased => "deceased",
            Self::Gatekeeper => "gatekeeper",
        }
    }

    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|identity| identity.id() == id)
    }
}

/// Who picks up in a scenario.
#[derive(Debug)]
pub struct AnsweredBy {
    pub identity: Identity,
    pub name: String,
    /// Who this is to the debtor, for the debrief.
    pub relation: String,
    /// What it takes until the phone is passed on; `None`: the debtor never comes to it.
    pub passes_on: Option<PassesOn>,
    pub(super) lines: BTreeMap<String, Variants>,
    /// What she answers to what is asked in her own scenario.
    pub(super) answers: Vec<Answer>,
}

/// Points for each act of the agent, and how many it takes.
#[derive(Debug, Clone)]
pub struct PassesOn {
    pub yields_to: BTreeMap<String, i32>,
    pub needs: i32,
}

/// What the wordings of the library are heard as that tell of the debt without a figure.
const TELLS_TOPIC: &str = "topic.tells_of_debt";

impl Scenario {
    /// How a debt is told, by the name that it is heard as; nothing where nobody else can pick up. A company's invoices
    /// are no secret of a person's.
    pub(super) fn disclosures(&self) -> Option<(String, Vec<Pattern>)> {
        let listens =
            self.answered_by.is_some() && self.segment == Segment::Consumer && !self.tells.is_empty();
        let id = TELLS_TOPIC.trim_start_matches("topic.").to_owned();
        listens.then(|| (id, self.tells.clone()))
    }
}

/// Acts that tell of the debt whoever hears them.
const TELLS: [&str; 13] = [
    TELLS_TOPIC,
    "state_debt",
    "third_party_disclosure",
    "request.full_payment",
    "offer.installments",
    "offer.partial",
    "offer.extension",
    "offer.restructure",
    "offer.discount",
    "offer.hardship",
    "propose_amount",
    "consequence",
    "threat",
];

/// Of these, what announces harm and need not say what for.
const WARNS: [&str; 2] = ["consequence", "threat"];

/// What she says at the gate before anything else, and beside which a question of her own is answered.
const FIRST: [&str; 2] = ["gate/asks_why", "gate/not_the_party"];

/// What it is worth to a gatekeeper that her question was answered.
const REASON_GIVEN: i32 = 2;
/// What it costs her each time that she is handled roughly, beside what her own temper says.
const ROUGH_TRUST: i32 = -6;
const ROUGH_PATIENCE: i32 = -10;

/// How often she says that it was rough.
const OFFENCES_TOLD: u32 = 3;

/// How much somebody who owes nothing bears.
const PATIENCE: Gauge = Gauge { start: 60, min: 0, max: 100 };
const TRUST: Gauge = Gauge { start: 30, min: 0, max: 100 };
const OPENS: Mark = Mark { enter: 60, leave: 50 };

/// The call while the other one has the phone.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of the call that others do not imply")]
pub(super) struct Gate<'a> {
    pub(super) who: &'a AnsweredBy,
    pub(super) feelings: Feelings,
    introduced: bool,
    /// Said that she is not the one who is looked for.
    declared: bool,
    callback: bool,
    /// Her last words asked what the call is about.
    why_asked: bool,
    progress: i32,
}

impl<'a> Gate<'a> {
    pub(super) fn new(who: &'a AnsweredBy) -> Self {
        let feelings = Feelings::new(TRUST, PATIENCE, OPENS);
        Self {
            who,
            feelings,
            introduced: false,
            declared: false,
            callback: false,
            why_asked: false,
            progress: 0,
        }
    }

    /// How the call stands if it ends here.
    pub(super) fn outcome(&self) -> Outcome {
        match (self.declared, self.callback) {
            (true, true) if self.who.identity != Identity::WrongNumber => Outcome::Callback,
            (true, _) => Outcome::RightRefusal,
            (false, _) => Outcome::Abandoned,
        }
    }
}

impl Debtor<'_> {
    /// The answer of whoever picked up.
    pub(super) fn answer_at_gate(&mut self, turn: Incoming<'_>) -> Reply {
        let heard = turn.heard;
        self.answered.clear();
        let persona = &self.scenario.persona;
        let Some(gate) = &mut self.gate else { return Reply::default() };
        let moves = gate.feelings.take_in(heard, &persona.temper, persona.drift);
        gate.introduced |=
            heard.has("self_identify") || heard.has("company_identify") || self.names.creditor_in(turn.said);
        let hurt = affront(heard).is_some();
        if hurt {
            gate.feelings.shift(ROUGH_TRUST, ROUGH_PATIENCE);
            gate.progress = 0;
        }
        let why_asked = std::mem::take(&mut gate.why_asked);
        let (trust, patience) = (gate.feelings.trust, gate.feelings.patience);
        if !moves.is_empty() {
            self.events.push(Event::Moved { turn: turn.number, moves, trust, patience });
        }
        let abused = ["threat", "insult"].iter().any(|act| heard.has(act));
        // Once, somebody who is insulted says so before hanging up.
        let minds = hurt && self.memory.times("gate/takes_offence") == 0 && !heard.has("threat");
        if (abused || patience == 0) && !minds {
            if TELLS.iter().any(|act| heard.has(act) && !WARNS.contains(act)) {
                self.note_told(turn.number);
            }
            let situation = if abused { "hangs_up_abused" } else { "hangs_up_tired" };
            let says = self.say(situation, &[]).into_iter().collect();
            return Reply { says, ends: Some(Ending::HangsUp) };
        }
        if TELLS.iter().any(|act| heard.has(act)) || self.is_told_the_figure(turn) {
            return self.hear_of_debt(turn);
        }
        if heard.has("farewell") && !heard.has("ask_for_party") {
            if let Some(gate) = &mut self.gate {
                gate.callback |= heard.has("offer.callback");
            }
            let says = self.say_at_gate("says_goodbye").into_iter().collect();
            return Reply { says, ends: Some(Ending::Goodbye) };
        }
        if hurt && self.memory.times("gate/takes_offence") < OFFENCES_TOLD {
            let says = self.say_at_gate("takes_offence").into_iter().collect();
            return Reply { says, ends: None };
        }
        if let Some(gate) = self.gate.as_mut().filter(|_| why_asked && !hurt && !turn.asks()) {
            gate.progress += REASON_GIVEN;
        }
        if let Some(says) = self.pass_on(turn) {
            return Reply { says, ends: None };
        }
        let mut says: Vec<Say> = self.reply_at_gate(turn).into_iter().collect();
        if let [said] = says.as_slice()
            && FIRST.contains(&said.situation.as_str())
            && !hurt
        {
            let answer = self.own_answer_at_gate(turn).filter(|_| turn.asks());
            says.splice(0..0, answer);
        }
        if !hurt {
            self.answer_more_at_gate(&mut says, turn);
        }
        Reply { says, ends: None }
    }

    /// Whether what a person owes is named to somebody else.
    fn is_told_the_figure(&self, turn: Incoming<'_>) -> bool {
        self.scenario.segment == Segment::Consumer && self.names_a_figure_of_the_case(turn.heard)
    }

    /// The debt is no secret any more, whatever comes after.
    fn hear_of_debt(&mut self, turn: Incoming<'_>) -> Reply {
        self.note_told(turn.number);
        let leaves = turn.heard.has("farewell");
        let says = self.say_at_gate("hears_debt").into_iter().collect();
        Reply { says, ends: leaves.then_some(Ending::Goodbye) }
    }

    /// Somebody else was told of the debt; the first time is told, and stays.
    pub(super) fn note_told(&mut self, turn: usize) {
        if !std::mem::replace(&mut self.third_party_told, true) {
            self.events.push(Event::ThirdPartyTold { turn });
        }
    }

    /// Whether the other one is won over and gives the phone to the debtor, who picks it up.
    fn pass_on(&mut self, turn: Incoming<'_>) -> Option<Vec<Say>> {
        let gate = self.gate.as_mut()?;
        let passes = gate.who.passes_on.as_ref()?;
        let heard = passes.yields_to.iter().filter(|(act, _)| turn.heard.has(act));
        gate.progress += heard.map(|(_, points)| *points).sum::<i32>();
        if gate.progress < passes.needs || !gate.introduced {
            return None;
        }
        let mut says: Vec<Say> = self.say_at_gate("passes_phone").into_iter().collect();
        self.gate = None;
        // Whoever passes the phone says who is calling.
        self.opening.introduced = true;
        self.opening.identified = true;
        self.events.push(Event::PassedOn { turn: turn.number });
        says.extend(self.say("answers_phone", &[]));
        Some(says)
    }

    fn reply_at_gate(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let heard = turn.heard;
        let gate = self.gate.as_mut()?;
        let asked_for =
            heard.has("ask_for_party") || heard.has("verify_identity") || self.names.debtor_in(turn.said);
        if asked_for && !gate.declared {
            // An office asks who is calling before it says who is there.
            if gate.who.identity == Identity::Gatekeeper && !gate.introduced {
                return self.say_at_gate("asks_who");
            }
            gate.declared = true;
            let unknown = !gate.introduced && gate.who.identity != Identity::Deceased;
            let says = self.say_at_gate("not_the_party")?;
            // Whoever asks for somebody and gives no name is asked for it.
            let asks = unknown && !says.text.contains('?');
            return Some(match asks.then(|| self.say_at_gate("asks_who")).flatten() {
                Some(who) => says.then(who),
                None => says,
            });
        }
        if !gate.introduced && self.memory.times("gate/asks_who") < 2 {
            return self.say_at_gate("asks_who");
        }
        if heard.has("offer.callback") {
            let told =
                std::mem::replace(&mut gate.callback, true) || self.memory.times("gate/tells_when") > 0;
            return self.say_at_gate(if told { "promises_message" } else { "tells_when" });
        }
        let moved = ["empathize", "apologize", "thank", "acknowledge"].iter().any(|act| heard.has(act));
        if moved && !turn.asks() && gate.who.lines.contains_key("condoled") {
            return self.say_at_gate("condoled");
        }
        if !gate.declared {
            let declares = gate.who.identity != Identity::Gatekeeper;
            gate.declared = declares;
            return self.say_at_gate(if declares { "not_the_party" } else { "asks_why" });
        }
        if let Some(say) = self.answer_asked_at_gate(turn) {
            return Some(say);
        }
        if heard.has("state_purpose") && self.memory.times("gate/asks_why") < 2 {
            return self.say_at_gate("asks_why");
        }
        if heard.has("next_step") || heard.has("propose_date") || moved {
            return self.say_at_gate("promises_message");
        }
        let nothing = heard.acts.is_empty() && heard.entities.is_empty();
        if nothing && turn.text.split_whitespace().count() < WORDS_OF_A_SENTENCE {
            return self.say("not_understood", &[]);
        }
        self.say_at_gate("insists")
    }

    pub(super) fn say_at_gate(&mut self, situation: &str) -> Option<Say> {
        let who = self.gate.as_ref()?.who;
        let variants = who.lines.get(situation)?;
        if let Some(gate) = &mut self.gate {
            gate.why_asked = situation == "asks_why"
                || (situation == "not_the_party" && who.identity == Identity::Gatekeeper);
        }
        self.say_variants(variants, &[("relation", who.relation.clone())])
    }
}
