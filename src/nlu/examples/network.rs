//! The network of one party: clues to a hidden row, the hidden row to acts. Sums, products and quotients of `f32`
//! in a fixed order are the same on every machine, so what it hears is too.

use super::clues::Clue;

/// What was learnt for one party: a row of weights a clue, in eighths of a byte's range with a scale each.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Network {
    pub(super) acts: Vec<String>,
    pub(super) hidden: usize,
    /// By clue; sorted.
    pub(super) keys: Vec<u32>,
    pub(super) scales: Vec<f32>,
    /// A row a clue, a column a hidden cell.
    pub(super) rows: Vec<i8>,
    pub(super) row_bias: Vec<f32>,
    /// A row a hidden cell, a column an act.
    pub(super) out: Vec<f32>,
    pub(super) out_bias: Vec<f32>,
}

/// A network ready to hear.
#[derive(Debug)]
pub(super) struct Hearing {
    network: Network,
    /// Where the keys begin whose upper bits are these: keys are hashes, so that few share them.
    starts: Vec<u32>,
}

/// How many of the upper bits of a key are looked up in `Hearing::starts`.
const UPPER: u32 = 16;

/// What a turn makes of the network.
#[derive(Debug)]
pub(super) struct Answer {
    /// The row of each clue, where the network has one.
    rows: Vec<Option<usize>>,
    /// The hidden cells, those below nothing at nothing.
    cells: Vec<f32>,
    /// By act.
    pub(super) probabilities: Vec<f32>,
}

impl Hearing {
    pub(super) fn new(network: Network) -> Self {
        let mut starts = vec![0_u32; (1 << UPPER) + 1];
        for key in &network.keys {
            starts[upper(*key) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { network, starts }
    }

    pub(super) fn acts(&self) -> &[String] {
        &self.network.acts
    }

    /// Whether the turns that taught had such a clue often enough to learn from.
    pub(super) fn knows(&self, key: u32) -> bool {
        self.place(key).is_some()
    }

    pub(super) fn answer(&self, clues: &[Clue]) -> Answer {
        let network = &self.network;
        let rows: Vec<Option<usize>> = clues.iter().map(|clue| self.place(clue.key)).collect();
        let mut cells = network.row_bias.clone();
        for (clue, place) in clues.iter().zip(&rows) {
            let Some(place) = *place else { continue };
            let scale = network.scales[place] * clue.value;
            for (cell, weight) in cells.iter_mut().zip(self.row(place)) {
                *cell += scale * f32::from(*weight);
            }
        }
        let mut sums = network.out_bias.clone();
        for (cell, row) in cells.iter_mut().zip(network.out.chunks_exact(network.acts.len())) {
            *cell = cell.max(0.0);
            if *cell > 0.0 {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += *cell * weight;
                }
            }
        }
        Answer { rows, cells, probabilities: sums.into_iter().map(probability).collect() }
    }

    /// How much each of some clues says for an act, in the light of the others; nothing where it has no row.
    pub(super) fn shares(&self, clues: &[Clue], answer: &Answer, act: usize) -> Vec<f32> {
        let network = &self.network;
        let columns = network.out.chunks_exact(network.acts.len()).map(|row| row[act]);
        let open = answer.cells.iter().zip(columns);
        let weights: Vec<f32> = open.map(|(cell, weight)| if *cell > 0.0 { weight } else { 0.0 }).collect();
        let share = |(clue, row): (&Clue, &Option<usize>)| {
            row.map_or(0.0, |row| product(&weights, self.row(row)) * network.scales[row] * clue.value)
        };
        clues.iter().zip(&answer.rows).map(share).collect()
    }

    fn place(&self, key: u32) -> Option<usize> {
        let first = self.starts[upper(key)] as usize;
        let end = self.starts[upper(key) + 1] as usize;
        self.network.keys[first..end].iter().position(|known| *known == key).map(|at| first + at)
    }

    fn row(&self, place: usize) -> &[i8] {
        let hidden = self.network.hidden;
        &self.network.rows[place * hidden..(place + 1) * hidden]
    }
}

/// Sums that are kept side by side: each waits for its last step.
const LANES: usize = 8;

/// The sum of the products of two rows.
fn product(weights: &[f32], row: &[i8]) -> f32 {
    let mut sums = [0.0_f32; LANES];
    let (weights, last_weights) = weights.as_chunks::<LANES>();
    let (row, last) = row.as_chunks::<LANES>();
    for (weights, row) in weights.iter().zip(row) {
        for ((sum, weight), byte) in sums.iter_mut().zip(weights).zip(row) {
            *sum += weight * f32::from(*byte);
        }
    }
    for ((sum, weight), byte) in sums.iter_mut().zip(last_weights).zip(last) {
        *sum += weight * f32::from(*byte);
    }
    sums.iter().sum()
}

fn upper(key: u32) -> usize {
    (key >> (u32::BITS - UPPER)) as usize
}

/// The logistic function, its power of e by ten squarings: the library's own differs between machines.
pub(super) fn probability(sum: f32) -> f32 {
    let mut power = 1.0 - sum.clamp(-16.0, 16.0) / 1024.0;
    for _ in 0..10 {
        power *= power;
    }
    1.0 / (1.0 + power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_counts_every_number_of_both_rows() {
        for length in [1_u8, 8, 19] {
            let weights: Vec<f32> = (0..length).map(f32::from).collect();
            let row: Vec<i8> = (0..length).map(|at| if at % 2 == 0 { 3 } else { -1 }).collect();
            let expected: f32 =
                weights.iter().zip(&row).map(|(weight, byte)| weight * f32::from(*byte)).sum();
            assert_eq!(product(&weights, &row).to_bits(), expected.to_bits(), "{length}");
        }
    }

    #[test]
    fn a_probability_grows_from_none_to_certainty() {
        let steps: Vec<f32> = [-40.0, -5.0, -1.0, 0.0, 1.0, 5.0, 40.0].into_iter().map(probability).collect();
        assert!(steps.windows(2).all(|pair| pair[0] < pair[1]), "{steps:?}");
        assert!(steps[0] < 0.001 && steps[6] > 0.999 && steps[3] > 0.499 && steps[3] < 0.501, "{steps:?}");
    }
}
