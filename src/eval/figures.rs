//! Counts and the fractions made of them: exact in whole numbers, rounded once, when they are shown.

use std::cmp::Ordering;
use std::fmt;

/// How often something was heard rightly, was missed, and was heard where it is not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub right: u64,
    pub missed: u64,
    pub false_alarms: u64,
}

impl Counts {
    /// How often it is there, by the labels.
    pub fn labelled(self) -> u64 {
        self.right + self.missed
    }

    /// How often it was heard, rightly or not.
    pub fn heard(self) -> u64 {
        self.right + self.false_alarms
    }

    /// The part of what was heard that is there.
    pub fn precision(self) -> Option<Fraction> {
        Fraction::new(self.right, self.heard())
    }

    /// The part of what is there that was heard.
    pub fn recall(self) -> Option<Fraction> {
        Fraction::new(self.right, self.labelled())
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(self) -> Option<Fraction> {
        Fraction::new(2 * self.right, self.labelled() + self.heard())
    }

    pub(super) fn add(&mut self, other: Self) {
        self.right += other.right;
        self.missed += other.missed;
        self.false_alarms += other.false_alarms;
    }
}

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    part: u64,
    whole: u64,
}

impl Fraction {
    /// None of nothing: a fraction of zero things is no number.
    pub fn new(part: u64, whole: u64) -> Option<Self> {
        (whole > 0).then_some(Self { part, whole })
    }

    pub fn hundredths(self) -> Hundredths {
        mean(&[self]).unwrap_or(Hundredths(0))
    }

    pub(super) fn compare(self, other: Self) -> Ordering {
        let cross = |a: Self, b: Self| u128::from(a.part) * u128::from(b.whole);
        cross(self, other).cmp(&cross(other, self))
    }
}

/// A fraction between 0 and 1 as it is shown: `0.87`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hundredths(u32);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// The mean of fractions none of which is above 1, rounded once and half upwards; none of nothing.
pub fn mean(fractions: &[Fraction]) -> Option<Hundredths> {
    if fractions.is_empty() {
        return None;
    }
    // The sum as one fraction: its denominator soon passes every machine word.
    let (mut part, mut whole) = (Natural::from(0), Natural::from(1));
    for fraction in fractions {
        part = part.times(fraction.whole).plus(&whole.times(fraction.part));
        whole = whole.times(fraction.whole);
    }
    let part = part.times(200);
    let whole = whole.times(fractions.len() as u64);
    let reached = |hundredths: &u32| whole.times(u64::from(2 * hundredths - 1)) <= part;
    Some(Hundredths((1..=100).take_while(reached).last().unwrap_or(0)))
}

/// A whole number of any size: its digits to the base 2⁶⁴, the lowest first, without zeros above the highest.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Natural(Vec<u64>);

impl Natural {
    fn times(&self, factor: u64) -> Self {
        let mut carry = 0;
        let digits = self.0.iter().map(|digit| {
            let product = u128::from(*digit) * u128::from(factor) + carry;
            carry = product >> 64;
            low(product)
        });
        let mut digits: Vec<u64> = digits.collect();
        digits.push(low(carry));
        Self(digits).trimmed()
    }

    fn plus(&self, other: &Self) -> Self {
        let digit = |number: &Self, at: usize| number.0.get(at).copied().map_or(0, u128::from);
        let mut carry = 0;
        let digits = (0..=self.0.len().max(other.0.len())).map(|at| {
            let sum = digit(self, at) + digit(other, at) + carry;
            carry = sum >> 64;
            low(sum)
        });
        Self(digits.collect()).trimmed()
    }

    fn trimmed(mut self) -> Self {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }
}

/// The lowest digit of a number of two.
fn low(number: u128) -> u64 {
    u64::try_from(number & u128::from(u64::MAX)).unwrap_or(u64::MAX)
}

impl From<u64> for Natural {
    fn from(number: u64) -> Self {
        Self(vec![number]).trimmed()
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let lengths = self.0.len().cmp(&other.0.len());
        lengths.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(fractions: &[(u64, u64)]) -> String {
        let fractions: Vec<_> =
            fractions.iter().filter_map(|(part, whole)| Fraction::new(*part, *whole)).collect();
        mean(&fractions).map_or_else(|| "none".to_owned(), |mean| mean.to_string())
    }

    #[test]
    fn the_three_figures_are_made_of_the_three_counts() {
        let counts = Counts { right: 6, missed: 2, false_alarms: 3 };
        let shown = |fraction: Option<Fraction>| fraction.unwrap().hundredths().to_string();
        assert_eq!((counts.labelled(), counts.heard()), (8, 9));
        assert_eq!(shown(counts.precision()), "0.67", "6 of 9");
        assert_eq!(shown(counts.recall()), "0.75", "6 of 8");
        assert_eq!(shown(counts.f1()), "0.71", "12 of 17");
    }

    #[test]
    fn of_nothing_there_is_no_figure() {
        let never_heard = Counts { missed: 3, ..Counts::default() };
        assert_eq!((never_heard.precision(), Counts::default().f1()), (None, None));
        assert_eq!(shown(&[]), "none");
    }

    #[test]
    fn a_mean_is_rounded_once_and_half_upwards() {
        assert_eq!(shown(&[(1, 8)]), "0.13", "0.125");
        assert_eq!(shown(&[(1, 1), (0, 1)]), "0.50");
        // 0.333… + 0.666… + 0.005 make 1.005: a third of it is 0.335, which three roundings would miss.
        assert_eq!(shown(&[(1, 3), (2, 3), (1, 200)]), "0.34");
        assert_eq!(shown(&[(1, 3), (2, 3), (1, 201)]), "0.33");
        assert_eq!(shown(&[(1, 1); 50]), "1.00");
    }

    #[test]
    fn the_mean_of_many_unlike_fractions_is_exact() {
        // k/(k+1) and 1/(k+1) make one: the mean is a half, whatever the size of the common denominator.
        let pairs: Vec<(u64, u64)> =
            (1..400).flat_map(|number| [(number, number + 1), (1, number + 1)]).collect();
        assert_eq!(shown(&pairs), "0.50");
        let (a, b) = (Fraction::new(2, 3).unwrap(), Fraction::new(3, 4).unwrap());
        assert_eq!((a.compare(b), b.compare(a)), (Ordering::Less, Ordering::Greater));
        assert_eq!(a.compare(Fraction::new(4, 6).unwrap()), Ordering::Equal);
    }
}
