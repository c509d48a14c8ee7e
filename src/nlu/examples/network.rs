//! The network of one party: clues to a hidden row, the hidden row to acts. Sums, products and quotients of `f32`
//! in a fixed order are the same on every machine, so what it hears is too.

use rustc_hash::FxHashMap;

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
    places: FxHashMap<u32, usize>,
}

/// What a turn makes of the network.
#[derive(Debug)]
pub(super) struct Answer {
    /// The hidden cells, those below nothing at nothing.
    cells: Vec<f32>,
    /// By act.
    pub(super) probabilities: Vec<f32>,
}

impl Hearing {
    pub(super) fn new(network: Network) -> Self {
        let places = network.keys.iter().enumerate().map(|(at, key)| (*key, at)).collect();
        Self { network, places }
    }

    pub(super) fn acts(&self) -> &[String] {
        &self.network.acts
    }

    /// Whether the turns that taught had such a clue often enough to learn from.
    pub(super) fn knows(&self, key: u32) -> bool {
        self.places.contains_key(&key)
    }

    pub(super) fn answer(&self, clues: &[Clue]) -> Answer {
        let network = &self.network;
        let mut cells = network.row_bias.clone();
        for clue in clues {
            let Some((row, scale)) = self.row(clue.key) else { continue };
            let scale = scale * clue.value;
            for (cell, weight) in cells.iter_mut().zip(row) {
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
        Answer { cells, probabilities: sums.into_iter().map(probability).collect() }
    }

    /// How much each clue says for an act, in the light of the others.
    pub(super) fn shares(&self, clues: &[Clue], answer: &Answer, act: usize) -> Vec<f32> {
        let network = &self.network;
        let rows = network.out.chunks_exact(network.acts.len());
        let open: Vec<f32> = answer
            .cells
            .iter()
            .zip(rows)
            .map(|(cell, row)| if *cell > 0.0 { row[act] } else { 0.0 })
            .collect();
        let share = |clue: &Clue| {
            self.row(clue.key).map_or(0.0, |(row, scale)| {
                let sum: f32 = open.iter().zip(row).map(|(open, weight)| open * f32::from(*weight)).sum();
                sum * scale * clue.value
            })
        };
        clues.iter().map(share).collect()
    }

    fn row(&self, key: u32) -> Option<(&[i8], f32)> {
        let at = *self.places.get(&key)?;
        let hidden = self.network.hidden;
        Some((&self.network.rows[at * hidden..(at + 1) * hidden], self.network.scales[at]))
    }
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
