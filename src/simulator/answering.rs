//! What she answers to what was asked: the scenario's own answers, then what anybody would say to a question of that kind,
//! and in the absence of all that the story, or an in-character "sorry?".

use crate::nlu::entity::Value;
use crate::nlu::text::fold;
use crate::simulator::apart::{Wanted, topic_of, topics_of};
use crate::simulator::asked::Asked;
use crate::simulator::choice::{choice_of, put_to_choose};
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Incoming, Say};
use crate::simulator::leftover::{how_many, repeats};
use crate::simulator::line::Mood;
use crate::simulator::offence::listens;
use crate::simulator::questions::questions;
use crate::simulator::scenario::Answer;

/// From so many words on, a turn in which nothing was heard is taken for speech and not for noise.
pub(super) const WORDS_OF_A_SENTENCE: usize = 4;
/// What one person says in one breath, in words.
pub(super) const BREATH: usize = 34;
/// Acts that ask about the payment.
const ABOUT_PAYING: [&str; 7] = [
    "question.commitment",
    "question.capacity",
    "offer",
    "propose_amount",
    "propose_date",
    "propose_method",
    "request.full_payment",
];
/// Situations of the bargaining beside which a question about where or by which means is still to be answered.
const SETTLED: [&str; 6] =
    ["accepts", "pays_now", "takes_terms", "confirms_recap", "accepts_hardship", "accepts_verification"];

impl<'a> Debtor<'a> {
    /// The scenario's answers come first, then what anybody would say.
    pub(super) fn answer_question(&mut self, turn: Incoming<'_>) -> Option<Say> {
        // Who is known to call may be told of this debtor's own matters before it is said why.
        let known =
            self.opening.introduced && self.opening.identified && turn.asks() && turn.heard.has("topic");
        if !self.opening.purpose && !self.raised && !known {
            return None;
        }
        // What stands in the way comes out first; what is asked about this debtor's own matters is answered all the same.
        let unsaid = !self.raised && self.objection().is_some();
        if unsaid && !turn.heard.has("topic") {
            return None;
        }
        // Told for the first time what is owed, people answer that and not what was said beside it.
        if unsaid && !known && tells_what_is_owed(turn) {
            return None;
        }
        // Whether all was understood is asked of what was agreed, not of what it names.
        let checks = turn.heard.has("check_understanding") || turn.asked == [Asked::Right];
        let of_nothing_else = turn.matters.is_empty() && !turn.heard.has("topic");
        if checks
            && of_nothing_else
            && self.is_settled()
            && turn.asked.iter().all(|kind| *kind == Asked::Right)
        {
            return None;
        }
        // "El número es suyo desde febrero, ¿está bien así?": what was told is told back, and asked for by nobody.
        let told_back = turn.heard.has("summarize") || turn.heard.has("paraphrase");
        let checked = turn.asked.last().is_some_and(|kind| matches!(kind, Asked::Right | Asked::Assent));
        if told_back
            && checked
            && ends_in_a_tag(turn)
            && !unsaid
            && !self.table_has_payment()
            && !self.is_settled()
            && !self.names_a_strange_sum(turn)
        {
            return self.say(Asked::Right.situation(), &[]);
        }
        let own = self.answers_of(&self.scenario.answers, turn);
        // Asked what she can pay, she says it before anything else that the words remind her of.
        let of_means = own.iter().any(|it| it.answer.to.iter().any(|act| act == "question.capacity"));
        if !of_means && !unsaid && !self.own_told && self.asks_for_means(turn) && self.tells_means() {
            return self.tell_capacity(turn);
        }
        let fresh = own.iter().map(|it| it.answer).find(|answer| self.memory.has_fresh(&answer.says));
        // What any act may ask for comes after the term of payment that is asked for in so many words.
        if fresh.is_some_and(|answer| topic_of(answer, turn).is_none())
            && self.is_settled()
            && let Some(kind @ (Asked::Method | Asked::Hour)) = turn.asked.last()
        {
            return self.answer_kind(*kind, turn);
        }
        if let Some(answer) = fresh {
            return self.give(answer, turn);
        }
        if !own.is_empty() && self.memory.times("said_that_already") < 2 {
            return self.say("said_that_already", &[]);
        }
        let heard = turn.heard;
        if unsaid {
            return None;
        }
        if turn.asked.last().is_some_and(|kind| kind.is_small()) {
            return None;
        }
        // How much is a question of its own; otherwise what is asked about is answered, whatever can be paid.
        if !turn.asked.contains(&Asked::HowMuch)
            && let Some(say) = self.answer_matter(turn)
        {
            return Some(say);
        }
        if heard.has("question.capacity") {
            if self.is_settled() && !self.is_squeezed() {
                let values = vec![("terms", self.agreed_terms())];
                return self.say("confirms_recap", &values);
            }
            return self.tell_capacity(turn);
        }
        if (heard.has("question.cause") || heard.has("question.open") || heard.has("invite_to_speak"))
            && let Some(objection) = self.objection()
        {
            return if self.raised { self.say_variants(&objection.insists, &[]) } else { self.raise(turn) };
        }
        None
    }

    /// Whether a sum is named that is none of this debt's: nobody says yes to it.
    fn names_a_strange_sum(&self, turn: Incoming<'_>) -> bool {
        let case = &self.scenario.case_file;
        let items = case.past_due.iter().map(|item| item.amount.amount);
        let known: Vec<_> = items.chain([case.balance.amount, case.past_due_total().amount]).collect();
        let strange = |value: &Value| matches!(value, Value::Money(money) if !known.contains(&money.amount));
        turn.heard.entities.iter().any(|entity| strange(&entity.value))
    }

    pub(super) fn give(&mut self, answer: &'a Answer, turn: Incoming<'_>) -> Option<Say> {
        self.disclose(answer.discloses.as_ref(), turn);
        self.answered.extend(topics_of(answer, turn).map(|(_, span)| span));
        self.say_variants(&answer.says, &[])
    }

    /// What anybody would answer to a question that the scenario has no answer for.
    pub(super) fn fill_in(&mut self, turn: Incoming<'_>) -> Option<Say> {
        let heard = turn.heard;
        if self.holds_back() && !self.data_asked(turn).is_empty() {
            let objection = self.objection().filter(|objection| self.memory.has_fresh(&objection.insists));
            return match objection {
                Some(objection) => self.say_variants(&objection.insists, &[]),
                None => self.keep_datum(),
            };
        }
        // What stood back behind an offer is still hers to answer before it is anybody's.
        let own = self.answers_of(&self.scenario.answers, turn).into_iter().map(|it| it.answer);
        let open = self.answered.is_empty() && turn.asks();
        let fresh = own.filter(|_| open).find(|answer| self.memory.has_fresh(&answer.says));
        if let Some(answer) = fresh {
            return self.give(answer, turn);
        }
        if self.asks_for_means(turn) && self.tells_means() {
            return self.tell_capacity(turn);
        }
        if let Some(say) = self.answer_matter(turn) {
            return Some(say);
        }
        if let Some(say) = turn.asked.last().and_then(|kind| self.answer_kind(*kind, turn)) {
            return Some(say);
        }
        if heard.has("check_understanding") {
            return self.say("understood", &[]);
        }
        if heard.has("question.open") || heard.has("question.cause") {
            return self.say("answers_open_question", &[]);
        }
        if heard.has("invite_to_speak") {
            return self.say("invited", &[]);
        }
        if !turn.asks() {
            return None;
        }
        // Asked about the payment while something stands in its way, people say what stands there.
        let pays = ABOUT_PAYING.iter().any(|act| heard.has(act))
            || heard
                .entities
                .iter()
                .any(|it| matches!(it.value, Value::Money(_) | Value::Plan(_) | Value::Date(_)));
        if let Some(objection) = self.objection()
            && self.raised
            && (pays || !self.data_asked(turn).is_empty())
            && self.memory.has_fresh(&objection.insists)
        {
            return self.insist(turn);
        }
        if let Some(part) = put_to_choose(turn) {
            return self.choose_way(&part, turn);
        }
        // Whether what was agreed stands is no question to hedge at.
        if self.is_settled() && (pays || heard.has("confirm_commitment")) {
            let values = vec![("terms", self.agreed_terms())];
            return self.say("confirms_recap", &values);
        }
        // With all settled, what is asked is mostly whether it will do.
        self.say(if self.agreement.is_some() { "says_yes" } else { "answers_closed_question" }, &[])
    }

    /// The answer to a question of this kind; nothing where it would promise something.
    pub(super) fn answer_kind(&mut self, kind: Asked, turn: Incoming<'_>) -> Option<Say> {
        let put = turn.asked_at.iter().filter(|(other, _)| *other == kind);
        self.answered.extend(put.map(|(_, span)| span.clone()));
        let figures =
            || turn.heard.entities.iter().any(|it| matches!(it.value, Value::Money(_) | Value::Plan(_)));
        if let (Asked::Contact | Asked::Hour, Some(part)) = (kind, choice_of(kind, turn)) {
            return self.choose_way(&part, turn);
        }
        match kind {
            Asked::Method => return self.choose_method(turn),
            Asked::When | Asked::HowMuch
                if self.is_settled() && (kind == Asked::When || !self.is_squeezed()) =>
            {
                self.name_day();
                let values = vec![("terms", self.agreed_terms())];
                return self.say("confirms_recap", &values);
            }
            Asked::When | Asked::HowMuch if self.tells_means() => {
                let values = self.own_means();
                return self.say("tells_capacity", &values);
            }
            // A yes to a figure is no answer of courtesy.
            Asked::Assent | Asked::Right if !self.is_settled() && (figures() || self.table_has_payment()) => {
                return None;
            }
            Asked::Why if self.raised => {
                let objection = self.objection().filter(|it| self.memory.has_fresh(&it.insists))?;
                return self.say_variants(&objection.insists, &[]);
            }
            _ => {}
        }
        self.say(kind.situation(), &[])
    }

    /// What else of the turn is answered in the same breath: beside what was agreed, where to send it and by which means it
    /// is paid.
    pub(super) fn answer_beside(&mut self, main: &Say, turn: Incoming<'_>) -> Option<Say> {
        // What was asked of her own matters is answered though something gave way: that alone would pass it over.
        let settled = SETTLED.contains(&main.situation.as_str());
        // What she brings up herself comes after what she was asked.
        if main.situation.ends_with("/opens") && main.words() < BREATH / 2 {
            return self.answer_topic(main, turn);
        }
        let passed_over = main.situation.ends_with("/gives_way") || main.situation.starts_with("rule/");
        let short = main.lines.len() == 1 && main.words() < BREATH / 2;
        let room = main.words() <= BREATH && how_many(turn) > 1;
        if (short || room) && (settled || passed_over) && !only_wants_a_yes(turn) {
            let own = self.answer_topic(main, turn);
            if let Some(answer) = own.or_else(|| self.answer_matter(turn)) {
                return Some(answer);
            }
        }
        let answered = main.situation.starts_with("answer/") || main.situation.starts_with("matters/");
        let kind = turn.asked.iter().rev().find(|kind| match kind {
            Asked::Assent => answered && short && self.agreement.is_some() && !is_a_yes(&main.text),
            Asked::Method if main.situation == kind.situation() => false,
            // Two words more, whatever came before them.
            Asked::Method => settled || self.is_settled(),
            Asked::Contact => settled || passed_over,
            Asked::Hour => settled || main.situation == "accepts_callback",
            _ => false,
        })?;
        self.answer_kind(*kind, turn)
    }

    /// The scenario's answer to a topic that the turn asks about, where it says more than `beside`.
    fn answer_topic(&mut self, beside: &Say, turn: Incoming<'_>) -> Option<Say> {
        let own = self.answers_of(&self.scenario.answers, turn).into_iter();
        let open = |it: &Wanted<'_>| it.spans.first().is_some_and(|span| self.is_open(span, turn));
        let mut asked = own.filter(|it| turn.asks() && open(it)).map(|it| it.answer);
        let news = |answer: &Answer| answer.says.lines.iter().any(|line| !repeats(&line.text, &beside.text));
        let answer = asked.find(|answer| self.memory.has_fresh(&answer.says) && news(answer))?;
        self.give(answer, turn)
    }

    /// Nothing was asked or offered: the debtor keeps to his story, or shows that he listens.
    pub(super) fn carry_on(&mut self, turn: Incoming<'_>) -> Option<Say> {
        if turn.is_lost() {
            return None;
        }
        if self.softened && listens(turn.heard) {
            return self.say("softens", &[]);
        }
        if turn.heard.has("vague") {
            return self.say("asks_precision", &[]);
        }
        let upset = self.feelings.mood() == Mood::Upset;
        if turn.heard.has("apologize") && !upset && self.memory.times("accepts_apology") < 2 {
            return self.say("accepts_apology", &[]);
        }
        // With nothing in the way, what will be done is fine with her.
        if turn.heard.has("next_step") && self.objection().is_none() {
            return self.say("assents", &[]);
        }
        if let Some(objection) = self.objection()
            && self.raised
            && self.memory.has_fresh(&objection.insists)
        {
            return self.say_variants(&objection.insists, &[]);
        }
        self.say("listens", &[])
    }

    /// In character, and at no cost to the trainee: the machine may be deaf. To a whole sentence people first answer
    /// with what is on their mind; then they ask back; twice running, they wonder.
    pub(super) fn not_understood(&mut self, turn: Incoming<'_>) -> Option<Say> {
        self.puzzled += 1;
        let sentence = turn.text.split_whitespace().count() >= WORDS_OF_A_SENTENCE;
        if let Some(objection) = self.objection()
            && self.puzzled == 1
            && sentence
            && self.raised
            && self.memory.has_fresh(&objection.insists)
        {
            return self.say_variants(&objection.insists, &[]);
        }
        self.say(if self.puzzled > 2 { "off_topic" } else { "not_understood" }, &[])
    }
}

/// "Si le entendí bien, se quedó sin trabajo, ¿es así?": what is told back, or gone over, is asked of nobody.
pub(super) fn only_wants_a_yes(turn: Incoming<'_>) -> bool {
    const TELLS_BACK: [&str; 3] = ["paraphrase", "summarize", "confirm_commitment"];
    // "… y le mando el acuerdo" goes on with what is gone over.
    let one = turn.heard.has("summarize") || questions(turn.text).len() < 2;
    let tag = turn.asked.last().is_some_and(|kind| matches!(kind, Asked::Right | Asked::Assent));
    TELLS_BACK.iter().any(|act| turn.heard.has(act)) && tag && ends_in_a_tag(turn) && one
}

/// "…, ¿correcto?": the last words only ask for a yes.
fn ends_in_a_tag(turn: Incoming<'_>) -> bool {
    const WORDS_OF_A_TAG: usize = 3;
    let text = turn.text.trim_end_matches(|it: char| !it.is_alphanumeric());
    let start = text.rfind(['.', ',', ';', ':', '?', '¿', '!']).map_or(0, |at| at + 1);
    let tag = text.get(start..).unwrap_or_default();
    let named = turn.heard.acts.iter().any(|hit| hit.act.is("topic") && hit.span.start >= start);
    tag.split_whitespace().count() <= WORDS_OF_A_TAG && !named
}

/// Whether an answer begins with a yes.
fn is_a_yes(answer: &str) -> bool {
    const YES: [&str; 11] =
        ["si", "claro", "ya", "listo", "vale", "dale", "yes", "yeah", "yep", "sure", "okay"];
    let first = answer.split(|it: char| !it.is_alphanumeric()).find(|word| !word.is_empty());
    first.is_some_and(|word| YES.contains(&fold(word).as_str()))
}

fn tells_what_is_owed(turn: Incoming<'_>) -> bool {
    turn.heard.has("state_debt") || turn.heard.has("request.full_payment")
}
