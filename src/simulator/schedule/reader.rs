//! Reads the figures, counts and days of a clause, in their order, as single payments.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::{MOST_PAYMENTS, Named, Part, Piece, Schedule, is_near};
use crate::call::CaseFile;
use crate::nlu::entity::DateValue;
use crate::simulator::cue::{self, Role};
use crate::simulator::reading::is_item;

/// Reads the pieces of a clause.
pub(super) fn read(pieces: &[Piece<'_>], case_file: &CaseFile) -> Schedule {
    let mut reader = Reader {
        pieces,
        case_file,
        found: Schedule::default(),
        pending: Vec::new(),
        each_day: false,
        stretches: 0,
    };
    reader.run();
    reader.found
}

struct Reader<'a> {
    pieces: &'a [Piece<'a>],
    case_file: &'a CaseFile,
    found: Schedule,
    /// Days that wait for their figure: more than one where they are joined, "el 1 y el 8, 265 cada vez".
    pending: Vec<Date>,
    /// The last piece was a day of the last part, which is one payment a day.
    each_day: bool,
    /// Months and other stretches of time beside the figures.
    stretches: usize,
}

impl Reader<'_> {
    fn run(&mut self) {
        let day_first = self
            .pieces
            .iter()
            .find_map(|piece| match piece.value {
                Named::Day(date) if date.every.is_none() => Some(true),
                Named::Number { amount: Some(_), .. } | Named::Counted { .. } => Some(false),
                _ => None,
            })
            .unwrap_or(false);
        let mut at = 0;
        while at < self.pieces.len() {
            let piece = &self.pieces[at];
            if !self.found.parts.is_empty() && cue::is_choice(&piece.gap) {
                break;
            }
            let each_day = std::mem::take(&mut self.each_day);
            at += match &piece.value {
                Named::Day(date) => self.day(date, at, day_first, each_day),
                Named::Times(count) => self.times_of(at, *count).unwrap_or_else(|| self.times(at, *count)),
                Named::Counted { amount, count, down, day } => {
                    if let Some(down) = down {
                        self.push(*down, 1);
                    }
                    self.push(*amount, *count);
                    if let Some(part) = self.found.parts.last_mut() {
                        part.day = part.day.or(*day);
                    }
                    self.found.structured = true;
                    1
                }
                Named::Number { .. } => self
                    .divided(at)
                    .or_else(|| self.multiplied(at))
                    .or_else(|| self.counted(at))
                    .or_else(|| self.counted_after(at))
                    .unwrap_or_else(|| self.figure(at)),
            };
        }
        // "Hoy manda 610 y el resto en 6 de 800 desde el 10": a day that no figure follows is the last part's.
        if let (Some(part), Some(day)) = (self.found.parts.last_mut(), self.pending.first())
            && part.day.is_none()
            && part.count > 1
        {
            part.day = Some(*day);
        }
        self.leave_whole_out();
        self.reckon_rest();
        let dated = self.found.parts.iter().filter(|part| part.day.is_some()).count();
        self.found.structured |= dated + self.stretches >= 2 || self.is_told_whole();
    }

    /// "795, 3 payments of 265", "3 of 265, that's 795": all that is owed, and the payments that come to it.
    fn leave_whole_out(&mut self) {
        let count = self.found.count();
        let whole = self.found.whole();
        let is_whole = |part: &Part| {
            let rest = whole - part.amount;
            part.count == 1 && count > 2 && self.is_owed(part.amount) && is_near(rest, part.amount)
        };
        if let Some(at) = self.found.parts.iter().position(is_whole) {
            self.found.parts.remove(at);
        }
    }

    /// "Dos de 200 y el resto": the last payment is what is left.
    fn reckon_rest(&mut self) {
        let rest_follows = |piece: &Piece<'_>| cue::is_rest(&piece.after) || cue::is_rest(&piece.gap);
        let left = self.case_file.past_due_total().amount - self.found.whole();
        if self.found.count() > 1
            && self.found.last.is_none()
            && left > Decimal::ZERO
            && self.pieces.last().is_some_and(rest_follows)
        {
            self.found.last = Some(left);
            self.found.structured = true;
        }
    }

    /// "3 pagos: 600, 600 y 650": as many as were announced, or all that is owed; the bills themselves are no payments.
    fn is_told_whole(&self) -> bool {
        let parts = &self.found.parts;
        let count = self.found.count();
        let announced =
            self.pieces.iter().any(|piece| matches!(piece.value, Named::Times(times) if times == count));
        let bills = || parts.iter().all(|part| is_item(part.amount, self.case_file));
        parts.len() >= 2 && (announced || self.is_owed(self.found.whole())) && !bills()
    }

    fn push(&mut self, amount: Decimal, count: u32) {
        let days = std::mem::take(&mut self.pending);
        let joined = u32::try_from(days.len()).unwrap_or(1).max(1);
        // "El 2, 16 y 30, 25.000": one on each of them, where that is no more than is owed.
        let each =
            !self.found.parts.is_empty() || joined > 2 && self.leaves_room(amount * Decimal::from(joined));
        let count = if count == 1 && each { joined } else { count };
        self.found.structured |= count > 1 && joined > 1;
        self.found.parts.push(Part { amount, count, day: days.first().copied() });
    }

    /// A day goes with the figure before it, or with the next; one more day is one more payment.
    fn day(&mut self, date: &DateValue, at: usize, day_first: bool, each_day: bool) -> usize {
        let piece = &self.pieces[at];
        if date.every.is_some() {
            return 1;
        }
        let names = |piece: &Piece<'_>| piece.gap.iter().any(|word| word != cue::PAUSE);
        let since = date.from.filter(|_| date.to.is_none());
        let Some(day) = date.single().or(since) else {
            self.stretches += 1;
            // "El 11 de abril, mayo y junio": a comma joins where another one follows.
            let listed = self.pieces.get(at + 1).is_some_and(|next| {
                matches!(next.value, Named::Day(_)) && cue::only_joins(&next.gap) && names(next)
            });
            let joined = cue::only_joins(&piece.gap) && (names(piece) || listed);
            if let Some(part) = self.found.parts.last_mut().filter(|_| each_day && joined) {
                // "51.000 en junio y julio": one in each.
                part.count += 1;
                self.found.structured |= part.day.is_some();
            }
            self.each_day = !self.found.parts.is_empty();
            return 1;
        };
        if since.is_some()
            && let [.., several, one] = self.found.parts.as_mut_slice()
            && (several.count > 1 && one.count == 1 && several.day.is_none() && one.day.is_none())
        {
            // "5 de 800 y una de 810 desde el 10": the first of them all.
            several.day = Some(day);
            return 1;
        }
        // "Hoy 1.150 y lo demás, 1.150, el 5": a day that no figure follows is the last one's.
        let closes = self.pending.is_empty() && !(at + 1..self.pieces.len()).any(|at| self.names_a_sum(at));
        match self.found.parts.last_mut() {
            Some(part) if part.day.is_none() && (!day_first || closes) => {
                part.day = Some(day);
                self.each_day = part.count == 1;
            }
            Some(part) if cue::is_same_again(&piece.gap) => {
                // "600 el 30, lo mismo el 30 de noviembre".
                let amount = part.amount;
                self.found.parts.push(Part { amount, count: 1, day: Some(day) });
            }
            Some(part) if each_day && since.is_none() && cue::only_joins(&piece.gap) => {
                part.count += 1;
                self.each_day = true;
                self.found.structured = true;
            }
            _ => {
                if !cue::only_joins(&piece.gap) {
                    self.pending.clear();
                }
                self.pending.push(day);
            }
        }
        1
    }

    /// "6 cuotas d 800": so many of what is named next.
    fn times_of(&mut self, at: usize, count: u32) -> Option<usize> {
        let next = self.pieces.get(at + 1)?;
        let amount = self.amount(at + 1).filter(|_| cue::is_of(&next.gap) && count > 1)?;
        self.push(amount, count);
        self.found.structured = true;
        Some(2)
    }

    /// "198.75 por 4", "198.75 x 4 = 795".
    fn multiplied(&mut self, at: usize) -> Option<usize> {
        let next = self.pieces.get(at + 1)?;
        let Named::Number { count: Some(count), .. } = next.value else { return None };
        let amount = self.amount(at).filter(|_| cue::is_times(&next.gap) && count > 1)?;
        self.push(amount, count);
        self.found.structured = true;
        let result = self.pieces.get(at + 2).is_some_and(|third| cue::is_result(&third.gap));
        Some(if result { 3 } else { 2 })
    }

    /// "60, tres meses": so many of what was named just before; "600 hoy, 6 pagos: 5 de 800 …" tells what comes.
    fn times(&mut self, at: usize, count: u32) -> usize {
        let told_after = (at + 1..self.pieces.len()).any(|next| {
            let piece = &self.pieces[next];
            let amount = matches!(piece.value, Named::Counted { .. }) || self.amount(next).is_some();
            amount && cue::role(&piece.gap, &piece.after) == Role::Payment
        });
        if let Some(each) = self.rest_in(at, count) {
            self.push(each, count);
            self.found.structured = true;
            return 1;
        }
        if let [part] = self.found.parts.as_mut_slice()
            && part.count == 1
            && !told_after
        {
            part.count = count;
            self.found.structured = true;
        }
        1
    }

    /// "500 hoy y lo demás en dos partes": what is left, in so many.
    fn rest_in(&self, at: usize, count: u32) -> Option<Decimal> {
        let left = self.case_file.past_due_total().amount - self.found.whole();
        let told =
            !self.found.parts.is_empty() && cue::is_of_rest(&self.pieces[at].gap) && left > Decimal::ZERO;
        let each = left.checked_div(Decimal::from(count)).filter(|_| told)?;
        Some(each.round_dp(self.case_file.currency.decimals()))
    }

    /// "157.000 en 4 son 39.250", "795 in 3 of 265", "296 entre 40": a whole that is divided.
    fn divided(&mut self, at: usize) -> Option<usize> {
        let next = self.pieces.get(at + 1)?;
        let (Named::Number { said: whole, .. }, Named::Number { amount, count, .. }) =
            (&self.pieces[at].value, &next.value)
        else {
            return None;
        };
        if !cue::is_divided(&next.gap) {
            return None;
        }
        if let Some(each) = amount.filter(|each| cue::names_instalments(&next.gap) && *each < *whole)
            && let Some(count) = whole.checked_div(each).and_then(|count| count.trunc().to_u32())
            && count <= MOST_PAYMENTS
        {
            // "4.810.000 en cuotas de 800.000": as many as cover it.
            self.push(each, count);
            let rest = whole - each * Decimal::from(count);
            self.found.last = Some(rest).filter(|rest| *rest > Decimal::ZERO);
            self.found.structured = true;
            return Some(2);
        }
        if let (Some(count), Some(third), Some(each)) =
            (count.as_ref().filter(|it| **it > 1), self.pieces.get(at + 2), self.amount(at + 2))
            && (cue::is_result(&third.gap) || cue::is_of(&third.gap))
            && is_near(each * Decimal::from(*count), *whole)
        {
            self.push(each, *count);
            self.found.structured = true;
            return Some(3);
        }
        // The division is told; its parts, if they matter, come after it.
        (amount.is_some() && cue::splits(&next.gap)).then_some(2)
    }

    /// "Siete de 40", "3 veces 60 son 180".
    fn counted(&mut self, at: usize) -> Option<usize> {
        let Named::Number { count: Some(count), .. } = self.pieces[at].value else { return None };
        let mut next = at + 1;
        if let Named::Day(_) = self.pieces.get(next)?.value
            && self.pieces[next].gap.is_empty()
        {
            // "7 lunes de 40".
            next += 1;
        }
        let piece = self.pieces.get(next)?;
        let amount = self.amount(next).filter(|_| cue::is_of(&piece.gap))?;
        if cue::is_owed(&self.pieces[at].gap, &piece.after) {
            return Some(next + 1 - at);
        }
        if let Some(result) = self.pieces.get(next + 1)
            && cue::is_result(&result.gap)
            && let Named::Number { said: whole, .. } = result.value
        {
            if self.is_owed(whole) {
                self.push(amount, count);
                self.found.structured = true;
            }
            // What so many would come to is arithmetic, unless it is the debt.
            return Some(next + 2 - at);
        }
        self.push(amount, count);
        self.found.structured |= count > 1;
        Some(next + 1 - at)
    }

    /// "40 soles, 7 lunes", "40 … 7 veces".
    fn counted_after(&mut self, at: usize) -> Option<usize> {
        let Named::Number { count: Some(count), .. } = self.pieces[at].value else { return None };
        let piece = &self.pieces[at];
        let times = piece.after.first().is_some_and(|word| cue::is_time(word));
        if !times || self.found.parts.is_empty() {
            return None;
        }
        if count > 1 {
            self.times(at, count);
        }
        // "8 lunes": the weekday was read as a day.
        let next = self.pieces.get(at + 1);
        let weekday = next.is_some_and(|next| next.gap.is_empty() && matches!(next.value, Named::Day(_)));
        Some(1 + usize::from(weekday))
    }

    fn figure(&mut self, at: usize) -> usize {
        let piece = &self.pieces[at];
        let Some(amount) = self.amount(at) else { return 1 };
        match cue::role(&piece.gap, &piece.after) {
            Role::Last => {
                self.found.last = Some(amount);
                self.found.structured = true;
            }
            Role::Until => self.found.until = Some(amount),
            Role::Whole | Role::Missing | Role::Denied => {}
            Role::Payment if self.pending.len() > 1 && cue::is_for_each(&piece.after) => {
                // "El 2 y el 16, 25.000 cada vez".
                let joined = u32::try_from(self.pending.len()).unwrap_or(1);
                self.push(amount, joined);
            }
            Role::Payment => self.push(amount, 1),
        }
        1
    }

    fn names_a_sum(&self, at: usize) -> bool {
        matches!(self.pieces[at].value, Named::Counted { .. }) || self.amount(at).is_some()
    }

    /// Whether payments of so much in all are no more than is owed, but for rounding.
    fn leaves_room(&self, whole: Decimal) -> bool {
        whole <= self.case_file.balance.amount * Decimal::new(102, 2)
    }

    fn amount(&self, at: usize) -> Option<Decimal> {
        match self.pieces.get(at)?.value {
            Named::Number { amount, .. } => amount,
            _ => None,
        }
    }

    /// Whether an amount is the debt, which people also say in thousands.
    fn is_owed(&self, amount: Decimal) -> bool {
        let thousands = amount * Decimal::ONE_THOUSAND;
        [self.case_file.past_due_total().amount, self.case_file.balance.amount]
            .into_iter()
            .any(|owed| is_near(amount, owed) || is_near(thousands, owed))
    }
}
