//! What the debtor makes of what is on the table: the terms are weighed against means, trust and pressure.

use jiff::civil::Date;

use crate::simulator::outcome::Outcome;
use crate::simulator::scenario::Truth;
use crate::simulator::terms::{Means, Terms};

/// What was accepted, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    pub kind: AgreementKind,
    pub terms: Terms,
    /// Promised to be left in peace, not because it can be kept.
    pub squeezed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementKind {
    Payment,
    Hardship,
    Verification,
    Callback,
}

/// The debtor's answer to what is on the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    Accept(AgreementKind),
    /// Promises anything to end the call.
    GiveIn,
    AskAmount,
    AskDate,
    AskMethod,
    CounterAmount,
    CounterDate,
    RefuseFull,
    RefuseAmount,
    /// Not ready to talk about payments: something else is in the way.
    Stall,
}

/// What a decision depends on beside the terms.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of the call that others do not imply")]
pub(super) struct Standpoint<'a> {
    pub truth: &'a Truth,
    /// Trust has reached the mark from which this debtor agrees.
    pub trusts: bool,
    /// No objection is in the way.
    pub clear: bool,
    /// The objection in the way is a dispute.
    pub disputing: bool,
    /// A dispute was heard out, and not taken down yet.
    pub disputed: bool,
    /// The dispute was taken down.
    pub dispute_taken: bool,
    /// Something was agreed already.
    pub agreed: bool,
    /// The creditor has a programme for those who cannot pay.
    pub programme: bool,
    /// Enough pressing turns that the debtor says yes to anything.
    pub cornered: bool,
    /// Whether the means of payment was asked for already.
    pub method_asked: bool,
    pub today: Date,
}

/// Weighs the terms.
pub(super) fn weigh(terms: &Terms, standpoint: Standpoint<'_>) -> Decision {
    let to_be_taken = standpoint.disputing || standpoint.disputed;
    if terms.verification && to_be_taken && !standpoint.dispute_taken {
        return Decision::Accept(AgreementKind::Verification);
    }
    let payment = terms.full || terms.amount.is_some() || terms.date.is_some() || terms.payments.is_some();
    let programme = terms.hardship && standpoint.programme && !standpoint.disputing;
    if programme && (standpoint.clear || standpoint.trusts) {
        // Put side by side, what can be kept goes before the programme.
        let other = weigh_payment(terms, standpoint);
        let keeps = matches!(other, Decision::Accept(_) | Decision::AskMethod) && terms.amount.is_some();
        return if keeps { other } else { Decision::Accept(AgreementKind::Hardship) };
    }
    if standpoint.cornered && payment {
        return Decision::GiveIn;
    }
    if terms.callback && !payment {
        let idle = standpoint.clear && !standpoint.agreed;
        return if idle { Decision::Stall } else { Decision::Accept(AgreementKind::Callback) };
    }
    weigh_payment(terms, standpoint)
}

fn weigh_payment(terms: &Terms, standpoint: Standpoint<'_>) -> Decision {
    let means = affordable(standpoint.truth, standpoint.disputing || standpoint.dispute_taken);
    let most = means.now.max(means.monthly);
    // While something else is in the way, no figure is looked at.
    if !standpoint.clear {
        return Decision::Stall;
    }
    let ready = standpoint.trusts;
    let Some(amount) = terms.amount else {
        return match (ready, terms.date) {
            (false, _) => Decision::Stall,
            (true, _) if most.is_zero() => Decision::RefuseAmount,
            (true, _) => Decision::AskAmount,
        };
    };
    if amount > most || terms.in_a_month() > means.in_a_month() {
        return match (ready, terms.full) {
            (true, false) if !most.is_zero() => Decision::CounterAmount,
            (_, true) => Decision::RefuseFull,
            _ => Decision::RefuseAmount,
        };
    }
    if !ready {
        return Decision::Stall;
    }
    let Some(date) = terms.date.or_else(|| terms.full.then_some(standpoint.today)) else {
        return Decision::AskDate;
    };
    if let Some(down) = terms.down_payment
        && down > means.first_on(terms.down_date.unwrap_or(standpoint.today), standpoint.today)
    {
        return Decision::CounterAmount;
    }
    if amount > means.on(date) {
        return if date < means.from { Decision::CounterDate } else { Decision::CounterAmount };
    }
    if terms.method.is_none() && !terms.any_method && !standpoint.method_asked {
        return Decision::AskMethod;
    }
    Decision::Accept(AgreementKind::Payment)
}

/// The means that count: in a dispute, no more than is owed beyond doubt.
pub(super) fn affordable(truth: &Truth, disputed: bool) -> Means {
    match truth.undisputed.filter(|_| disputed) {
        Some(cap) => {
            Means { now: truth.means.now.min(cap), monthly: truth.means.monthly.min(cap), ..truth.means }
        }
        None => truth.means,
    }
}

/// What becomes of an agreement.
pub(super) fn outcome(agreement: &Agreement, truth: &Truth, today: Date) -> Outcome {
    match agreement.kind {
        AgreementKind::Hardship => Outcome::HardshipReferral,
        AgreementKind::Verification => Outcome::DisputeRegistered,
        AgreementKind::Callback => Outcome::Callback,
        AgreementKind::Payment => {
            let terms = &agreement.terms;
            let amount = terms.amount.unwrap_or_default();
            let date = terms.date.unwrap_or(today);
            let down = terms.down_payment.unwrap_or_default();
            let in_time = down <= truth.means.first_on(terms.down_date.unwrap_or(today), today);
            let lasting = terms.in_a_month() <= truth.means.in_a_month();
            let kept = amount <= truth.means.on(date) && lasting && in_time && !agreement.squeezed;
            match (kept, terms.payments.unwrap_or(1) > 1) {
                (false, _) => Outcome::PromiseBroken,
                (true, true) => Outcome::Plan,
                (true, false) if terms.full && date == today => Outcome::Paid,
                (true, false) => Outcome::PromiseKept,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rust_decimal::Decimal;

    use super::*;

    fn truth(now: i64, monthly: i64) -> Truth {
        Truth {
            cause: "hardship.job_loss".to_owned(),
            account: String::new(),
            means: Means {
                now: Decimal::from(now),
                monthly: Decimal::from(monthly),
                times: 1,
                from: date(2026, 3, 30),
            },
            willing: true,
            undisputed: None,
        }
    }

    fn standpoint(truth: &Truth) -> Standpoint<'_> {
        Standpoint {
            truth,
            trusts: true,
            clear: true,
            disputing: false,
            disputed: false,
            dispute_taken: false,
            agreed: false,
            programme: true,
            cornered: false,
            method_asked: true,
            today: date(2026, 3, 11),
        }
    }

    fn offer(amount: i64, day: Option<Date>) -> Terms {
        Terms { amount: Some(Decimal::from(amount)), date: day, ..Terms::default() }
    }

    #[test]
    fn what_the_means_allow_is_accepted_once_trust_is_there() {
        let truth = truth(0, 600);
        let terms = offer(600, Some(date(2026, 3, 30)));
        assert_eq!(weigh(&terms, standpoint(&truth)), Decision::Accept(AgreementKind::Payment));
        let wary = Standpoint { trusts: false, ..standpoint(&truth) };
        assert_eq!(weigh(&terms, wary), Decision::Stall);
    }

    #[test]
    fn too_much_is_countered_and_too_soon_is_moved() {
        let truth = truth(0, 600);
        let much = offer(900, Some(date(2026, 3, 30)));
        assert_eq!(weigh(&much, standpoint(&truth)), Decision::CounterAmount);
        let soon = offer(600, Some(date(2026, 3, 14)));
        assert_eq!(weigh(&soon, standpoint(&truth)), Decision::CounterDate);
    }

    #[test]
    fn payments_by_fortnights_are_weighed_by_what_they_come_to_in_a_month() {
        let truth = truth(0, 600);
        let each =
            |amount| Terms { payments: Some(4), a_month: Some(2), ..offer(amount, Some(date(2026, 3, 30))) };
        assert_eq!(weigh(&each(300), standpoint(&truth)), Decision::Accept(AgreementKind::Payment));
        assert_eq!(weigh(&each(600), standpoint(&truth)), Decision::CounterAmount);
        let agreed = |terms| Agreement { kind: AgreementKind::Payment, terms, squeezed: false };
        assert_eq!(outcome(&agreed(each(300)), &truth, date(2026, 3, 11)), Outcome::Plan);
        assert_eq!(outcome(&agreed(each(600)), &truth, date(2026, 3, 11)), Outcome::PromiseBroken);
        let paid_by_fortnights = Truth { means: Means { times: 2, ..truth.means }, ..truth };
        assert_eq!(
            weigh(&each(600), standpoint(&paid_by_fortnights)),
            Decision::Accept(AgreementKind::Payment)
        );
    }

    #[test]
    fn missing_terms_are_asked_for() {
        let truth = truth(0, 600);
        assert_eq!(weigh(&offer(500, None), standpoint(&truth)), Decision::AskDate);
        let dated = Terms { date: Some(date(2026, 3, 30)), ..Terms::default() };
        assert_eq!(weigh(&dated, standpoint(&truth)), Decision::AskAmount);
    }

    #[test]
    fn what_is_squeezed_out_is_a_promise_that_breaks() {
        let truth = truth(0, 600);
        let cornered = Standpoint { cornered: true, trusts: false, clear: false, ..standpoint(&truth) };
        let terms = offer(1850, Some(date(2026, 3, 13)));
        assert_eq!(weigh(&terms, cornered), Decision::GiveIn);
        let agreement = Agreement { kind: AgreementKind::Payment, terms, squeezed: true };
        assert_eq!(outcome(&agreement, &truth, date(2026, 3, 11)), Outcome::PromiseBroken);
    }

    #[test]
    fn a_dispute_asks_to_be_looked_into_before_anything_is_paid() {
        let truth = Truth { undisputed: Some(Decimal::from(400)), ..truth(5000, 5000) };
        let disputing = Standpoint { clear: false, disputing: true, ..standpoint(&truth) };
        let check = Terms { verification: true, ..offer(1200, None) };
        assert_eq!(weigh(&check, disputing), Decision::Accept(AgreementKind::Verification));
        let heard_out = Standpoint { disputed: true, ..standpoint(&truth) };
        assert_eq!(weigh(&check, heard_out), Decision::Accept(AgreementKind::Verification));
        let taken = Standpoint { dispute_taken: true, ..standpoint(&truth) };
        let undisputed = offer(400, Some(date(2026, 3, 11)));
        assert_eq!(weigh(&undisputed, taken), Decision::Accept(AgreementKind::Payment));
        assert_eq!(weigh(&offer(1200, None), taken), Decision::CounterAmount);
    }
}
