//! What a session hands to the judge beside the words: what the debtor holds as agreed, and what the case calls for.

use crate::call::{Money, TurnIndex};
use crate::nlu::entity::{DownPayment, PlanValue};
use crate::nlu::{CommitmentKind, Course, Rehearsed, Settled};
use crate::simulator::event::Event;
use crate::simulator::gate::Identity;
use crate::simulator::negotiation::{Agreement, AgreementKind};
use crate::simulator::outcome::Outcome;
use crate::simulator::scenario::Scenario;
use crate::simulator::session::Session;

impl Session<'_> {
    /// What is known of the call without listening to it; `events` are all that happened in it.
    pub fn rehearsed(&self, events: &[Event]) -> Rehearsed {
        let scenario = self.scenario();
        let stopping = scenario.good.contains(&Outcome::RightRefusal);
        Rehearsed {
            settled: self.agreement().and_then(|agreement| settled(agreement, scenario, events)),
            course: if stopping { Course::Stopping } else { Course::Collecting },
            disputed: is_disputed(scenario),
            holder: scenario.answered_by.as_ref().is_none_or(|other| other.identity != Identity::Deceased),
            told: events.iter().filter_map(told).collect(),
            verified: events.iter().find_map(verified),
        }
    }
}

fn verified(event: &Event) -> Option<TurnIndex> {
    match event {
        Event::DebtorSaid { turn, because, .. } if because.iter().any(|it| it == "gives_datum") => {
            Some(TurnIndex(*turn))
        }
        _ => None,
    }
}

fn told(event: &Event) -> Option<TurnIndex> {
    match event {
        Event::ThirdPartyTold { turn } => Some(TurnIndex(*turn)),
        _ => None,
    }
}

fn is_disputed(scenario: &Scenario) -> bool {
    let truth = &scenario.truth;
    let mut acts =
        scenario.objections.iter().map(|objection| objection.act.as_str()).chain([truth.cause.as_str()]);
    truth.undisputed.is_some() || acts.any(|act| act == "dispute" || act.starts_with("dispute."))
}

fn settled(agreement: &Agreement, scenario: &Scenario, events: &[Event]) -> Option<Settled> {
    let terms = &agreement.terms;
    let pays = agreement.kind == AgreementKind::Payment
        || agreement.kind == AgreementKind::Verification && terms.amount.is_some();
    let kind = match agreement.kind {
        _ if pays && terms.is_plan() => CommitmentKind::Plan,
        _ if pays => CommitmentKind::Promise,
        AgreementKind::Hardship => CommitmentKind::Hardship,
        AgreementKind::Verification => CommitmentKind::Dispute,
        AgreementKind::Payment | AgreementKind::Callback => CommitmentKind::Callback,
    };
    // Terms that were changed later were gone over from the first yes on.
    let agreed = |paying: bool| {
        events.iter().find_map(|event| match event {
            Event::Agreed { turn, terms, .. } if !(paying && terms.is_empty()) => Some(TurnIndex(*turn)),
            _ => None,
        })
    };
    let turn = agreed(pays).or_else(|| agreed(false))?;
    let money = |amount| Money { amount, currency: scenario.case_file.currency };
    let plan = (pays && terms.is_plan()).then(|| PlanValue {
        count: Some(terms.count()),
        count_alternative: terms.payments,
        amount: terms.amount,
        period: None,
        down_payment: terms.down_payment.map(DownPayment::Amount),
        last: terms.last,
    });
    Some(Settled {
        kind,
        turn,
        amount: terms.amount.filter(|_| pays && plan.is_none()).map(money),
        plan,
        date: match kind {
            CommitmentKind::Hardship | CommitmentKind::Dispute => None,
            _ if pays => terms.down_date.or(terms.date).or_else(|| terms.full.then_some(scenario.date)),
            _ => terms.date,
        },
        method: terms.method.filter(|_| pays),
    })
}
