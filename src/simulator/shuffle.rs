//! The same debtor, not by heart: mood, means and objections drawn within the author's bounds.

use std::ops::RangeInclusive;

use jiff::ToSpan as _;
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::simulator::line::mix;
use crate::simulator::scenario::Scenario;

/// What may differ from call to call; what has no bounds stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shuffle {
    pub(super) trust: Option<RangeInclusive<i32>>,
    pub(super) patience: Option<RangeInclusive<i32>>,
    pub(super) now: Option<RangeInclusive<Decimal>>,
    pub(super) monthly: Option<RangeInclusive<Decimal>>,
    pub(super) from: Option<RangeInclusive<Date>>,
    /// Objections that may be missing.
    pub(super) leave_out: Vec<String>,
}

impl Scenario {
    /// Draws this scenario anew; the same seed draws the same one.
    pub fn shuffle(&mut self, seed: u64) {
        let bounds = self.shuffle.clone();
        if let Some(range) = &bounds.trust {
            self.persona.trust.start = whole(range, mix(seed, "shuffle/trust", 0));
        }
        if let Some(range) = &bounds.patience {
            self.persona.patience.start = whole(range, mix(seed, "shuffle/patience", 0));
        }
        let means = &mut self.truth.means;
        if let Some(range) = &bounds.now {
            means.now = round_sum(range, mix(seed, "shuffle/now", 0));
        }
        if let Some(range) = &bounds.monthly {
            means.monthly = round_sum(range, mix(seed, "shuffle/monthly", 0));
        }
        if let Some(range) = &bounds.from {
            means.from = day(range, mix(seed, "shuffle/from", 0));
        }
        let left_out = |id: &String| bounds.leave_out.contains(id) && mix(seed, id, 0).is_multiple_of(2);
        self.objections.retain(|objection| !left_out(&objection.id));
        self.spoken.take();
    }

    /// Whether the author gave any bounds.
    pub fn can_shuffle(&self) -> bool {
        self.shuffle != Shuffle::default()
    }
}

fn whole(range: &RangeInclusive<i32>, draw: u64) -> i32 {
    let width = u64::from(range.end().abs_diff(*range.start())) + 1;
    range.start() + i32::try_from(draw % width).unwrap_or(0)
}

/// An amount as people name it: in steps of a tenth of its leading place.
fn round_sum(range: &RangeInclusive<Decimal>, draw: u64) -> Decimal {
    let digits = range.end().trunc().to_u64().unwrap_or(0).checked_ilog10().unwrap_or(0);
    let step = Decimal::from(10_u64.pow(digits.saturating_sub(1)));
    let steps = ((range.end() - range.start()) / step).trunc().to_u64().unwrap_or(0);
    range.start() + step * Decimal::from(draw % (steps + 1))
}

fn day(range: &RangeInclusive<Date>, draw: u64) -> Date {
    let width = range.start().until(*range.end()).map_or(0, |span| span.get_days());
    let width = u64::try_from(width).unwrap_or(0) + 1;
    let days = i64::try_from(draw % width).unwrap_or(0);
    range.start().checked_add(days.days()).unwrap_or(*range.start())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_is_drawn_lies_within_the_bounds_and_both_ends_are_reached() {
        let sums = Decimal::from(400)..=Decimal::from(420);
        let days = date(2026, 3, 30)..=date(2026, 4, 1);
        let (mut drawn, mut dates) = (Vec::new(), Vec::new());
        for seed in 0..60 {
            drawn.push(round_sum(&sums, mix(seed, "x", 0)));
            dates.push(day(&days, mix(seed, "y", 0)));
        }
        drawn.sort();
        drawn.dedup();
        assert_eq!(drawn, [400, 410, 420].map(Decimal::from));
        dates.sort();
        dates.dedup();
        assert_eq!(dates, [date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 1)]);
    }
}
