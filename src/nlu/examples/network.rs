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

    /// How much each clue says for an act, in the light of the others.
    pub(super) fn shares(&self, clues: &[Clue], answer: &Answer, act: usize) -> Vec<f32> {
        let network = &self.network;
        let weights = network.out.chunks_exact(network.acts.len()).map(|row| row[act]);
        let open: Vec<(usize, f32)> = answer
            .cells
            .iter()
            .zip(weights)
            .enumerate()
            .filter(|(_, (cell, _))| **cell > 0.0)
            .map(|(at, (_, weight))| (at, weight))
            .collect();
        let known: Vec<(usize, usize)> =
            answer.rows.iter().enumerate().filter_map(|(clue, row)| Some((clue, (*row)?))).collect();
        let mut shares = vec![0.0; clues.len()];
        for together in known.chunks(TOGETHER) {
            // Each sum waits for its last step, so several are worked out side by side.
            let mut rows: [&[i8]; TOGETHER] = [&[]; TOGETHER];
            for (at, row) in rows.iter_mut().enumerate() {
                *row = self.row(together.get(at).unwrap_or(&together[0]).1);
            }
            let mut sums = [0.0_f32; TOGETHER];
            for (cell, weight) in &open {
                for (sum, row) in sums.iter_mut().zip(&rows) {
                    *sum += weight * f32::from(row[*cell]);
                }
            }
            for ((clue, row), sum) in together.iter().zip(sums) {
                shares[*clue] = sum * network.scales[*row] * clues[*clue].value;
            }
        }
        shares
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

/// How many rows are summed side by side.
const TOGETHER: usize = 8;

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
    fn a_probability_grows_from_none_to_certainty() {
        let steps: Vec<f32> = [-40.0, -5.0, -1.0, 0.0, 1.0, 5.0, 40.0].into_iter().map(probability).collect();
        assert!(steps.windows(2).all(|pair| pair[0] < pair[1]), "{steps:?}");
        assert!(steps[0] < 0.001 && steps[6] > 0.999 && steps[3] > 0.499 && steps[3] < 0.501, "{steps:?}");
    }
}
