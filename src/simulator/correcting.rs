//! What the agent got wrong of what she told herself: a day given back with a slip is put right, once.

use jiff::civil::Date;

use crate::nlu::entity::Value;
use crate::simulator::clause::clauses;
use crate::simulator::debtor::Debtor;
use crate::simulator::exchange::{Incoming, Say};
use crate::simulator::speech;

/// Acts by which somebody gives back what was heard.
const GIVES_BACK: [&str; 3] = ["paraphrase", "summarize", "check_understanding"];
/// Acts with days of their own.
const OTHER_DAYS: [&str; 5] =
    ["propose_date", "propose_amount", "next_step", "offer.callback", "offer_documents"];

impl Debtor<'_> {
    /// "La audiencia el 19": it was the 29th that she had said.
    pub(super) fn correct_day(&mut self, turn: Incoming<'_>) -> Option<Say> {
        if !GIVES_BACK.iter().any(|act| turn.heard.has(act)) || self.memory.times("corrects_day") > 0 {
            return None;
        }
        let right = self.slip_of_a_day(turn)?;
        let day = speech::date(right, self.scenario.date, self.messages);
        self.say("corrects_day", &[("date", day)])
    }

    /// The day she had told, where the turn names one like it in its place.
    fn slip_of_a_day(&self, turn: Incoming<'_>) -> Option<Date> {
        let clauses = clauses(turn.text);
        let told = turn.heard.entities.iter().filter_map(|entity| match &entity.value {
            Value::Date(date) => date.single().map(|day| (day, &entity.span)),
            _ => None,
        });
        let told: Vec<_> = told.collect();
        let agreed = self.agreement.as_ref().map(|agreement| &agreement.terms);
        let on_table = |day: Date| {
            let terms = agreed.into_iter().chain([&self.terms]);
            terms.flat_map(|terms| [terms.date, terms.down_date]).any(|other| other == Some(day))
        };
        told.iter().find_map(|(day, span)| {
            let clause = clauses.iter().find(|clause| clause.contains(&span.start))?;
            let figures = turn.heard.entities.iter().any(|other| {
                matches!(other.value, Value::Money(_) | Value::Plan(_)) && clause.contains(&other.span.start)
            });
            // Beside a sum it is a day to pay on; and a weekday alone is no slip.
            if figures || !turn.text.get((*span).clone())?.contains(|it: char| it.is_ascii_digit()) {
                return None;
            }
            let elsewhere = turn.heard.acts.iter().any(|hit| {
                OTHER_DAYS.iter().any(|act| hit.act.is(act))
                    && hit.span.start <= span.start
                    && span.end <= hit.span.end
                    && clause.contains(&hit.span.start)
            });
            if elsewhere || on_table(*day) || turn.her_days.contains(day) {
                return None;
            }
            let hers = turn.her_days.iter().copied();
            let mut hers = hers.filter(|hers| told.iter().all(|(other, _)| other != hers));
            hers.find(|hers| {
                (hers.year(), hers.month()) == (day.year(), day.month()) && is_slip(hers.day(), day.day())
            })
        })
    }
}

/// Whether the numbers of two days differ by one digit: 19 and 29, 6 and 26.
fn is_slip(one: i8, other: i8) -> bool {
    let (tens, units) = (one / 10 != other / 10, one % 10 != other % 10);
    tens != units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_differ_by_one_digit_are_mixed_up() {
        assert!(is_slip(19, 29) && is_slip(6, 26) && is_slip(21, 22));
        assert!(!is_slip(12, 30) && !is_slip(5, 5));
    }
}
