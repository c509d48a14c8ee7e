//! What was learnt, as bytes: a head, what names the turns that taught, then for each party its acts, its weights and
//! its clues. Numbers are little-endian; a file that was cut or changed is refused.

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use super::network::Network;
use crate::nlu::act::Act;
use crate::nlu::turns::LabelledTurn;

/// The kind of file, and the version of the clues: other clues need another file.
const HEAD: &[u8; 16] = b"ensayo learnt 2\n";
const SEAL: usize = 32;

/// A file of what was learnt that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no file of what the ear has learnt, or another version's")]
pub struct Unusable;

/// What names some labelled turns: a hash of all that they say.
pub(super) type TurnsHash = [u8; 32];

/// What a file holds: both parties, agent and debtor, and the name of the turns that taught them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Content {
    pub(super) turns: TurnsHash,
    pub(super) networks: [Option<Network>; 2],
}

/// The hash of labelled turns, in their order.
pub(super) fn hash(turns: &[LabelledTurn]) -> TurnsHash {
    let mut hasher = Sha256::new();
    for turn in turns {
        let acts = |acts: &BTreeSet<Act>| acts.iter().map(Act::id).collect::<Vec<_>>().join(" ");
        let after = turn.after.as_deref().map_or(String::new(), |after| format!("after {after}"));
        let fields = [
            format!("{:?} {}", turn.by, turn.unseen),
            turn.text.clone(),
            acts(&turn.acts),
            acts(&turn.maybe),
            after,
        ];
        hasher.update(fields.join("\0"));
        hasher.update([0, 0]);
    }
    hasher.finalize().into()
}

/// The bytes of a file.
pub(super) fn to_bytes(content: &Content) -> Vec<u8> {
    let mut bytes = HEAD.to_vec();
    bytes.extend(content.turns);
    for network in &content.networks {
        bytes.push(u8::from(network.is_some()));
        if let Some(network) = network {
            write(network, &mut bytes);
        }
    }
    let seal = Sha256::digest(&bytes);
    bytes.extend(seal);
    bytes
}

fn write(network: &Network, bytes: &mut Vec<u8>) {
    count(network.hidden, bytes);
    count(network.acts.len(), bytes);
    for act in &network.acts {
        count(act.len(), bytes);
        bytes.extend(act.bytes());
    }
    for numbers in [&network.row_bias, &network.out, &network.out_bias] {
        bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
    }
    count(network.keys.len(), bytes);
    bytes.extend(network.keys.iter().flat_map(|key| key.to_le_bytes()));
    bytes.extend(network.scales.iter().flat_map(|scale| scale.to_le_bytes()));
    bytes.extend(network.rows.iter().flat_map(|weight| weight.to_le_bytes()));
}

fn count(count: usize, bytes: &mut Vec<u8>) {
    bytes.extend(u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
}

/// Reads the bytes of a file.
pub(super) fn from_bytes(bytes: &[u8]) -> Result<Content, Unusable> {
    let inside = bytes.len().checked_sub(SEAL).ok_or(Unusable)?;
    let (sealed, seal) = bytes.split_at(inside);
    if Sha256::digest(sealed).as_slice() != seal {
        return Err(Unusable);
    }
    let mut reader = Reader(sealed.strip_prefix(HEAD).ok_or(Unusable)?);
    let turns = reader.take(size_of::<TurnsHash>())?.try_into().map_err(|_| Unusable)?;
    let networks = [reader.party()?, reader.party()?];
    if reader.0.is_empty() { Ok(Content { turns, networks }) } else { Err(Unusable) }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn party(&mut self) -> Result<Option<Network>, Unusable> {
        match self.take(1)? {
            [0] => Ok(None),
            _ => self.network().map(Some),
        }
    }

    fn network(&mut self) -> Result<Network, Unusable> {
        let hidden = self.count()?;
        let acts = self.count()?;
        let acts: Vec<String> = (0..acts).map(|_| self.text()).collect::<Result<_, _>>()?;
        let row_bias = self.numbers(hidden)?;
        let out = self.numbers(hidden.checked_mul(acts.len()).ok_or(Unusable)?)?;
        let out_bias = self.numbers(acts.len())?;
        let clues = self.count()?;
        let keys: Vec<u32> = self.fours(clues)?.map(u32::from_le_bytes).collect();
        let scales = self.numbers(clues)?;
        let rows = self.take(hidden.checked_mul(clues).ok_or(Unusable)?)?;
        let rows = rows.iter().map(|byte| i8::from_le_bytes([*byte])).collect();
        if hidden == 0 || acts.is_empty() || !keys.is_sorted_by(|one, next| one < next) {
            return Err(Unusable);
        }
        Ok(Network { acts, hidden, keys, scales, rows, row_bias, out, out_bias })
    }

    fn take(&mut self, length: usize) -> Result<&[u8], Unusable> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Unusable)?;
        self.0 = rest;
        Ok(taken)
    }

    fn fours(&mut self, count: usize) -> Result<impl Iterator<Item = [u8; 4]> + '_, Unusable> {
        let bytes = self.take(count.checked_mul(4).ok_or(Unusable)?)?;
        Ok(bytes.as_chunks::<4>().0.iter().copied())
    }

    fn count(&mut self) -> Result<usize, Unusable> {
        let four = self.fours(1)?.next().ok_or(Unusable)?;
        usize::try_from(u32::from_le_bytes(four)).map_err(|_| Unusable)
    }

    fn numbers(&mut self, count: usize) -> Result<Vec<f32>, Unusable> {
        Ok(self.fours(count)?.map(f32::from_le_bytes).collect())
    }

    fn text(&mut self) -> Result<String, Unusable> {
        let length = self.count()?;
        String::from_utf8(self.take(length)?.to_vec()).map_err(|_| Unusable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nlu::turns::Party;

    fn network() -> Network {
        Network {
            acts: vec!["greet".to_owned(), "hold".to_owned()],
            hidden: 3,
            keys: vec![2, 7],
            scales: vec![0.5, 0.25],
            rows: vec![1, -2, 3, 4, 5, -6],
            row_bias: vec![0.0, 1.0, -1.0],
            out: vec![1.0; 6],
            out_bias: vec![-3.0, 2.0],
        }
    }

    fn content() -> Content {
        Content { turns: [7; 32], networks: [Some(network()), None] }
    }

    #[test]
    fn turns_are_told_apart_by_all_that_they_say() {
        let turn = |text: &str, after: Option<&str>| LabelledTurn {
            by: Party::Agent,
            text: text.to_owned(),
            acts: BTreeSet::new(),
            maybe: BTreeSet::new(),
            after: after.map(str::to_owned),
            unseen: true,
        };
        let hashes = [
            vec![turn("a", None)],
            vec![turn("b", None)],
            vec![turn("a", Some(""))],
            vec![turn("a", None); 2],
        ]
        .map(|turns| hash(&turns));
        for (at, one) in hashes.iter().enumerate() {
            assert!(hashes[..at].iter().all(|other| other != one), "{at}");
        }
    }

    #[test]
    fn what_was_written_is_read_again() {
        assert_eq!(from_bytes(&to_bytes(&content())), Ok(content()));
    }

    #[test]
    fn what_was_cut_or_changed_is_refused() {
        let bytes = to_bytes(&content());
        for length in 0..bytes.len() {
            assert_eq!(from_bytes(&bytes[..length]), Err(Unusable), "{length}");
        }
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert_eq!(from_bytes(&changed), Err(Unusable), "{at}");
        }
    }
}
