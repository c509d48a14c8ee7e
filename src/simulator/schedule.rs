//! The payments that a turn names one by one: *siete de 40 y una de 16*, *1.450.000 el 10 y después 5 de 792.000*,
//! *157.000 en 4 son 39.250*, *265 today, 265 on April 1 and 265 April 8*. The parts are what is proposed; a whole that
//! is named beside them only checks them.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::call::CaseFile;
use crate::nlu::entity::{DateValue, DownPayment, Entity, Period, Value};
use crate::simulator::cue::{self, Role};
use crate::simulator::reading::is_item;
use crate::source::Span;

/// More payments than this are a figure, not a count.
const MOST_PAYMENTS: u32 = 60;
/// A whole is as good as its parts when it is this near, in parts of a hundred.
const NEAR: i64 = 2;

/// Some payments of one amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) amount: Decimal,
    pub(super) count: u32,
    pub(super) day: Option<Date>,
}

/// What a turn says about single payments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Schedule {
    pub(super) parts: Vec<Part>,
    /// What the last payment comes to, where it is said to be another.
    pub(super) last: Option<Decimal>,
    /// "Cada lunes", "al mes": the day of the first, where there is one.
    pub(super) every: Option<Period>,
    /// "Hasta completar los 360".
    pub(super) until: Option<Decimal>,
    /// Something beside the figures shows that they are payments.
    structured: bool,
}

impl Schedule {
    /// How many payments are named.
    pub(super) fn count(&self) -> u32 {
        self.parts.iter().map(|part| part.count).sum::<u32>() + u32::from(self.last.is_some())
    }

    /// All of them together.
    pub(super) fn whole(&self) -> Decimal {
        let parts = self.parts.iter().map(|part| part.amount * Decimal::from(part.count));
        parts.sum::<Decimal>() + self.last.unwrap_or_default()
    }

    /// The same with other payments.
    pub(super) fn with_parts(&self, parts: Vec<Part>) -> Self {
        Self { parts, ..self.clone() }
    }

    /// Whether several payments are named, and it shows.
    pub(super) fn is_plan(&self) -> bool {
        self.structured && !self.parts.is_empty() && self.count() >= 2
    }

    /// Whether it says when two payments or more are due.
    pub(super) fn is_dated(&self) -> bool {
        self.is_plan() && self.parts.iter().filter(|part| part.day.is_some()).count() >= 2
    }
}

/// A figure, a count or a day, and the text since what was named before.
struct Piece<'a> {
    value: Named<'a>,
    gap: Vec<String>,
    after: Vec<String>,
}

enum Named<'a> {
    /// What it can be: an amount, or a count.
    Number {
        said: Decimal,
        amount: Option<Decimal>,
        count: Option<u32>,
    },
    Day(&'a DateValue),
    /// "Tres meses", "3 pagos".
    Times(u32),
    /// "3 pagos de 500", perhaps with a first one.
    Counted {
        amount: Decimal,
        count: u32,
        down: Option<Decimal>,
        /// Of the first of them.
        day: Option<Date>,
    },
}

/// Reads one clause.
pub(super) fn read(text: &str, clause: &Span, entities: &[&Entity], case_file: &CaseFile) -> Schedule {
    let pieces = pieces(text, clause, entities, case_file);
    let mut reader = Reader {
        pieces: &pieces,
        case_file,
        found: Schedule::default(),
        pending: Vec::new(),
        each_day: false,
        stretches: 0,
    };
    reader.run();
    reader.found.every = entities.iter().find_map(|entity| match &entity.value {
        Value::Plan(plan) => plan.period.filter(|_| plan.count.is_none()),
        Value::Date(date) => date.every,
        _ => None,
    });
    reader.found
}

fn pieces<'a>(text: &str, clause: &Span, entities: &[&'a Entity], case_file: &CaseFile) -> Vec<Piece<'a>> {
    let mut inside: Vec<&Entity> = entities
        .iter()
        .copied()
        .filter(|entity| clause.start <= entity.span.start && entity.span.end <= clause.end)
        .collect();
    inside.sort_by_key(|entity| (entity.span.start, std::cmp::Reverse(entity.span.end)));
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut at = clause.start;
    for entity in &inside {
        if entity.span.start < at {
            continue;
        }
        let words = cue::words(&text[entity.span.clone()]);
        let Some(value) = named(entity, &inside, &words, &text[entity.span.clone()], case_file) else {
            continue;
        };
        let after = &text[entity.span.end..clause.end];
        pieces.push(Piece {
            value,
            gap: cue::words(&text[at..entity.span.start]),
            after: cue::words(after).into_iter().take(3).collect(),
        });
        at = entity.span.end;
    }
    pieces
}

fn named<'a>(
    entity: &'a Entity,
    inside: &[&Entity],
    words: &[String],
    said: &str,
    case_file: &CaseFile,
) -> Option<Named<'a>> {
    let count = |number: Decimal| {
        let whole = number.fract().is_zero() && !said.contains(['.', ',', '$']);
        number.to_u32().filter(|count| whole && (1..=MOST_PAYMENTS).contains(count))
    };
    match &entity.value {
        Value::Money(money) => {
            let bare = words.len() == 1 && !said.contains('$');
            let spoken = said.trim().parse::<Decimal>().ok().filter(|_| bare);
            let amount = money.amount;
            Some(Named::Number { said: amount, amount: Some(amount), count: spoken.and_then(count) })
        }
        Value::Number(number) => {
            let amount = bare_amount(*number, said, case_file);
            Some(Named::Number { said: *number, amount, count: count(*number) })
        }
        Value::Date(date) => Some(Named::Day(date)),
        Value::Duration { count: length, period } if !matches!(period, Period::Day | Period::Year) => {
            count(*length).filter(|length| *length > 1).map(Named::Times)
        }
        Value::Plan(plan) => {
            let within =
                |other: &&&Entity| entity.span.start <= other.span.start && other.span.end <= entity.span.end;
            let days: Vec<Date> = inside
                .iter()
                .filter(within)
                .filter_map(|other| match &other.value {
                    Value::Date(date) if date.every.is_none() => date.single().or(date.from),
                    _ => None,
                })
                .collect();
            let dated = inside.iter().filter(within).any(|other| matches!(other.value, Value::Date(_)));
            // "6 cuotas de 793 desde el 10 de junio": one day is the first one's.
            let first = days.first().copied().filter(|_| days.len() == 1);
            match (plan.count, plan.amount) {
                (Some(count), Some(amount)) if !dated || first.is_some() => {
                    let down = match plan.down_payment {
                        Some(DownPayment::Amount(down)) => Some(down),
                        _ => None,
                    };
                    Some(Named::Counted { amount, count, down, day: first })
                }
                (Some(count), None) if !dated && plan.down_payment.is_none() => Some(Named::Times(count)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What a number without a currency can come to as a payment of this debt.
pub(super) fn bare_amount(number: Decimal, said: &str, case_file: &CaseFile) -> Option<Decimal> {
    let marked = said.contains(['.', ',', '\'']);
    let thousands = matches!(case_file.currency.code(), "COP" | "CLP" | "ARS");
    let amount = if thousands && !marked && number < Decimal::ONE_THOUSAND {
        number * Decimal::ONE_THOUSAND
    } else {
        number
    };
    let due = case_file.past_due_total().amount;
    let plausible = amount * Decimal::ONE_HUNDRED >= due && amount <= case_file.balance.amount.max(due);
    (plausible && (marked || number >= Decimal::TEN)).then_some(amount)
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
                Named::Day(date) => self.day(date, piece, day_first, each_day),
                Named::Times(count) => self.times_of(at, *count).unwrap_or_else(|| self.times(*count)),
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
        let dated = self.found.parts.iter().filter(|part| part.day.is_some()).count();
        self.found.structured |= dated + self.stretches >= 2 || self.is_told_whole();
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
        let count = if count == 1 && !self.found.parts.is_empty() { joined } else { count };
        self.found.structured |= count > 1 && joined > 1;
        self.found.parts.push(Part { amount, count, day: days.first().copied() });
    }

    /// A day goes with the figure before it, or with the next; one more day is one more payment.
    fn day(&mut self, date: &DateValue, piece: &Piece<'_>, day_first: bool, each_day: bool) -> usize {
        if date.every.is_some() {
            return 1;
        }
        let since = date.from.filter(|_| date.to.is_none());
        let Some(day) = date.single().or(since) else {
            self.stretches += 1;
            let joined = cue::only_joins(&piece.gap) && piece.gap.iter().any(|word| word != cue::PAUSE);
            if let Some(part) = self.found.parts.last_mut().filter(|_| each_day && joined) {
                // "51.000 en junio y julio": one in each.
                part.count += 1;
            }
            self.each_day = !self.found.parts.is_empty();
            return 1;
        };
        match self.found.parts.last_mut() {
            Some(part) if !day_first && part.day.is_none() => {
                part.day = Some(day);
                self.each_day = part.count == 1;
            }
            Some(part) if each_day && cue::only_joins(&piece.gap) => {
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

    /// "60, tres meses": so many of what was named just before.
    fn times(&mut self, count: u32) -> usize {
        if let [part] = self.found.parts.as_mut_slice()
            && part.count == 1
        {
            part.count = count;
            self.found.structured = true;
        }
        1
    }

    /// "157.000 en 4 son 39.250", "296 entre 40": a whole that is divided.
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
        if let (Some(count), Some(third), Some(each)) =
            (count.as_ref().filter(|it| **it > 1), self.pieces.get(at + 2), self.amount(at + 2))
            && cue::is_result(&third.gap)
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
            self.times(count);
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
            Role::Payment => self.push(amount, 1),
        }
        1
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

/// Whether two amounts are the same but for rounding.
pub(super) fn is_near(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() * Decimal::ONE_HUNDRED <= other.abs() * Decimal::from(NEAR)
}
