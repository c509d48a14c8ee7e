//! A row of bits, one for each place of a turn, so that a part of a pattern is tried at all places at once.

/// Places of a turn, by number; at most 64 × `N`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Places<const N: usize>([u64; N]);

impl<const N: usize> Places<N> {
    pub(super) const NONE: Self = Self([0; N]);
    pub(super) const ALL: Self = Self([u64::MAX; N]);
    /// How many places there can be.
    pub(super) const COUNT: usize = 64 * N;

    #[inline]
    pub(super) fn one(place: usize) -> Self {
        let mut one = Self::NONE;
        one.add(place);
        one
    }

    #[inline]
    pub(super) fn add(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    #[inline]
    pub(super) fn remove(&mut self, place: usize) {
        self.0[place / 64] &= !(1 << (place % 64));
    }

    #[inline]
    pub(super) fn has(&self, place: usize) -> bool {
        self.0[place / 64] >> (place % 64) & 1 == 1
    }

    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::NONE
    }

    #[inline]
    pub(super) fn and(self, other: &Self) -> Self {
        self.with(other, |block, other| block & other)
    }

    #[inline]
    pub(super) fn or(self, other: &Self) -> Self {
        self.with(other, |block, other| block | other)
    }

    /// Counted by hand: this is the innermost of all that is done.
    #[inline]
    fn with(mut self, other: &Self, join: impl Fn(u64, u64) -> u64) -> Self {
        let mut at = 0;
        while at < N {
            self.0[at] = join(self.0[at], other.0[at]);
            at += 1;
        }
        self
    }

    /// Each place one further on; the last falls off.
    #[inline]
    pub(super) fn next(mut self) -> Self {
        let (mut at, mut carry) = (0, 0);
        while at < N {
            let block = self.0[at];
            self.0[at] = block << 1 | carry;
            carry = block >> 63;
            at += 1;
        }
        self
    }

    /// Each place one further back; the first falls off.
    #[inline]
    pub(super) fn previous(mut self) -> Self {
        let (mut at, mut carry) = (N, 0);
        while at > 0 {
            at -= 1;
            let block = self.0[at];
            self.0[at] = block >> 1 | carry;
            carry = block << 63;
        }
        self
    }

    #[inline]
    pub(super) fn first(&self) -> Option<usize> {
        let block = self.0.iter().position(|block| *block != 0)?;
        Some(block * 64 + self.0[block].trailing_zeros() as usize)
    }

    #[inline]
    pub(super) fn last(&self) -> Option<usize> {
        let block = self.0.iter().rposition(|block| *block != 0)?;
        Some(block * 64 + 63 - self.0[block].leading_zeros() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_move_across_blocks_and_fall_off_at_the_ends() {
        let edge = Places::<2>::one(63);
        assert_eq!((edge.next(), edge.next().previous()), (Places::one(64), edge));
        assert_eq!(Places::<2>::one(127).next(), Places::NONE);
        assert_eq!(Places::<2>::one(0).previous(), Places::NONE);
    }

    #[test]
    fn the_first_and_the_last_of_several_places_are_found() {
        let mut places = Places::<2>::one(70).or(&Places::one(3));
        assert_eq!((places.first(), places.last()), (Some(3), Some(70)));
        places.remove(70);
        assert_eq!((places.last(), places.has(70), Places::<2>::NONE.first()), (Some(3), false, None));
    }
}
