//! What was seen, as a number: the same on every machine.

/// FNV-1a folded to 32 bits, the same on every machine.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key(u64);

impl Key {
    /// The key that those of a kind begin with.
    pub(super) const fn of(kind: &str) -> Self {
        Self(0xcbf2_9ce4_8422_2325).and(kind).byte(0)
    }

    pub(super) const fn and(self, text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut key = self;
        let mut at = 0;
        while at < bytes.len() {
            key = key.byte(bytes[at]);
            at += 1;
        }
        key
    }

    const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3))
    }

    pub(super) fn folded(self) -> u32 {
        let folded = (self.0 >> 32) ^ (self.0 & u64::from(u32::MAX));
        u32::try_from(folded).unwrap_or(u32::MAX)
    }
}
