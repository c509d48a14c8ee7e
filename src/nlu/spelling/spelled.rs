//! A word as its letters: which sound alike, how a word's letters are tallied, and how far one word is from
//! another when sound-alikes count half.

/// Longer words are neither known nor mended.
pub(super) const LONGEST: usize = 32;

/// Costs are counted in halves: letters that sound alike cost half a slip.
const ALIKE: u8 = 1;
pub(super) const SLIP: u8 = 2;
const TOO_FAR: u8 = 100;

/// The letters a to z and ñ, by number.
pub(super) const LETTERS: u8 = 27;
const ENYE: u8 = 26;
/// A word as numbers of letters.
pub(super) struct Spelled {
    letters: [u8; LONGEST],
    length: usize,
}

impl Spelled {
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut spelled = Self { letters: [0; LONGEST], length: 0 };
        for letter in word.chars() {
            let number = match letter {
                'a'..='z' => u8::try_from(u32::from(letter) - u32::from('a')).ok()?,
                'ñ' => ENYE,
                _ => return None,
            };
            *spelled.letters.get_mut(spelled.length)? = number;
            spelled.length += 1;
        }
        Some(spelled)
    }

    pub(super) fn letters(&self) -> &[u8] {
        &self.letters[..self.length]
    }

    /// How many letters are not h.
    pub(super) fn sounded(&self) -> usize {
        self.letters().iter().filter(|letter| **letter != number(b'h')).count()
    }

    pub(super) fn first_sound(&self) -> Option<usize> {
        self.letters()
            .iter()
            .find(|letter| **letter != number(b'h'))
            .map(|letter| usize::from(sound(*letter)))
    }

    /// One bit for each letter's first appearance and one for its second, letters that sound alike counted as one
    /// and h not at all. A slip turns at most two bits, ll for y at most one, the other likenesses none.
    pub(super) fn tally(&self) -> u64 {
        let mut tally = 0_u64;
        for letter in self.letters().iter().filter(|letter| **letter != number(b'h')) {
            let first = 1 << (2 * sound(*letter));
            tally |= if tally & first == 0 { first } else { first << 1 };
        }
        tally
    }

    /// Whether both begin with the same letter or with letters that sound alike, a mute h aside.
    pub(super) fn begins_as(&self, other: &Self) -> bool {
        let (one, other) = (without_h(self.letters()), without_h(other.letters()));
        match (one, other) {
            ([a, ..], [b, ..]) if a == b || alike(*a, *b) => true,
            _ => swaps_ll_for_y(one, other) || swaps_ll_for_y(other, one),
        }
    }
}

/// The optimal string alignment distance in halves, or more than `limit` if it is greater.
pub(super) fn distance(one: &[u8], other: &[u8], limit: u8) -> u8 {
    // What both begin and end with costs nothing, and leaves little to compare.
    let prefix = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[prefix..], &other[prefix..]);
    let suffix = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - suffix], &other[..other.len() - suffix]);

    // Row `i` holds what it costs to make the first `j` letters of `other` of the first `i` of `one`.
    let mut rows = [[TOO_FAR; LONGEST + 1]; 3];
    let mut before = TOO_FAR;
    for i in 0..=one.len() {
        let [two_up, up, row] = &mut rows;
        let mut least = TOO_FAR;
        // Each letter off the diagonal costs a half at least.
        let reach = usize::from(limit);
        for j in i.saturating_sub(reach)..=(i + reach).min(other.len()) {
            let mut cost = if i == 0 && j == 0 { 0 } else { TOO_FAR };
            if i > 0 {
                cost = cost.min(up[j] + lone(one[i - 1]));
            }
            if j > 0 {
                cost = cost.min(row[j - 1] + lone(other[j - 1]));
            }
            if i > 0 && j > 0 {
                cost = cost.min(up[j - 1] + instead(one[i - 1], other[j - 1]));
            }
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                cost = cost.min(two_up[j - 2] + SLIP);
            }
            if i > 1 && j > 0 && swaps_ll_for_y(&one[i - 2..i], &other[j - 1..j]) {
                cost = cost.min(two_up[j - 1] + ALIKE);
            }
            if i > 0 && j > 1 && swaps_ll_for_y(&other[j - 2..j], &one[i - 1..i]) {
                cost = cost.min(up[j - 2] + ALIKE);
            }
            row[j] = cost;
            least = least.min(cost);
        }
        // A swap reaches over one row, so both must be out of reach.
        if least > limit && before > limit {
            return TOO_FAR;
        }
        before = least;
        rows.rotate_left(1);
        rows[2] = [TOO_FAR; LONGEST + 1];
    }
    rows[1][other.len()]
}

const fn number(letter: u8) -> u8 {
    letter - b'a'
}

/// The letter that stands for all that sound like this one.
fn sound(letter: u8) -> u8 {
    match letter + b'a' {
        b'v' => number(b'b'),
        b'c' | b'z' => number(b's'),
        b'j' => number(b'g'),
        b'y' => number(b'l'),
        _ => letter,
    }
}

/// Whether one letter is written for the other by ear; l and y are alike only as ll and y.
fn alike(one: u8, other: u8) -> bool {
    sound(one) == sound(other) && sound(one) != number(b'l')
}

/// What it costs to leave this letter out, or to put it in.
fn lone(letter: u8) -> u8 {
    if letter == number(b'h') { ALIKE } else { SLIP }
}

fn instead(one: u8, other: u8) -> u8 {
    match (one == other, alike(one, other)) {
        (true, _) => 0,
        (false, true) => ALIKE,
        (false, false) => SLIP,
    }
}

fn without_h(letters: &[u8]) -> &[u8] {
    match letters {
        [h, rest @ ..] if *h == number(b'h') => rest,
        _ => letters,
    }
}

/// Whether `double` begins with ll where `single` begins with y.
fn swaps_ll_for_y(double: &[u8], single: &[u8]) -> bool {
    matches!((double, single), ([a, b, ..], [y, ..])
        if *a == number(b'l') && a == b && *y == number(b'y'))
}
