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
    /// So many columns a hidden cell has in `out`: as many as there are acts, and those that fill the last block.
    width: usize,
}

/// How many of the upper bits of a key are looked up in `Hearing::starts`.
const UPPER: u32 = 16;

/// A clue that the network has a row for.
#[derive(Debug)]
pub(super) struct Known {
    row: usize,
    value: f32,
    /// The value by the scale of the row.
    scale: f32,
    pub(super) words: Option<(usize, usize)>,
}

/// A hidden cell that says something, and what.
pub(super) type Cell = (usize, f32);

impl Hearing {
    pub(super) fn new(mut network: Network) -> Self {
        let mut starts = vec![0_u32; (1 << UPPER) + 1];
        for key in &network.keys {
            starts[upper(*key) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        // Acts that there are not fill the last block.
        let acts = network.acts.len();
        let width = acts.next_multiple_of(BLOCK);
        let fill = |row: &[f32]| row.iter().copied().chain(std::iter::repeat_n(0.0, width - acts)).collect();
        let out: Vec<Vec<f32>> = network.out.chunks_exact(acts).map(fill).collect();
        network.out = out.concat();
        network.out_bias.resize(width, 0.0);
        Self { network, starts, width }
    }

    pub(super) fn acts(&self) -> &[String] {
        &self.network.acts
    }

    /// Whether the turns that taught had such a clue often enough to learn from.
    pub(super) fn knows(&self, key: u32) -> bool {
        self.place(key).is_some()
    }

    /// A clue by its row, if it has one.
    pub(super) fn find(&self, clue: &Clue) -> Option<Known> {
        let row = self.place(clue.key)?;
        let scale = self.network.scales[row] * clue.value;
        Some(Known { row, value: clue.value, scale, words: clue.words })
    }

    /// The hidden cells that some clues make say something.
    pub(super) fn say(&self, clues: &[Known], saying: &mut Vec<Cell>) {
        let network = &self.network;
        let mut cells = network.row_bias.clone();
        let (blocks, rest) = cells.as_chunks_mut::<BLOCK>();
        let done = blocks.len() * BLOCK;
        for (block, at) in blocks.iter_mut().zip((0..).step_by(BLOCK)) {
            let mut sums = *block;
            for clue in clues {
                if let Some(weights) = network.rows[clue.row * network.hidden + at..].first_chunk::<BLOCK>() {
                    add_bytes(&mut sums, clue.scale, weights);
                }
            }
            *block = sums;
        }
        if !rest.is_empty() {
            for clue in clues {
                for (cell, weight) in rest.iter_mut().zip(&self.row(clue.row)[done..]) {
                    *cell += clue.scale * f32::from(*weight);
                }
            }
        }
        // Each is put down and only counted if it says something: half of them do, and none can tell which.
        saying.resize(cells.len(), (0, 0.0));
        let mut count = 0;
        for said in cells.into_iter().enumerate() {
            saying[count] = said;
            count += usize::from(said.1 > 0.0);
        }
        saying.truncate(count);
    }

    /// How likely all acts are.
    pub(super) fn probabilities(&self, cells: &[Cell]) -> Vec<f32> {
        let Network { acts, out, out_bias, .. } = &self.network;
        let mut sums = out_bias.clone();
        let blocks = sums.as_chunks_mut::<BLOCK>().0;
        for (block, at) in blocks.iter_mut().zip((0..).step_by(BLOCK)) {
            let mut all = *block;
            for (number, cell) in cells {
                if let Some(weights) = out[number * self.width + at..].first_chunk::<BLOCK>() {
                    add(&mut all, *cell, weights);
                }
            }
            *block = all.map(probability);
        }
        sums.truncate(acts.len());
        sums
    }

    /// How likely one act is: the same number as among all.
    pub(super) fn probability(&self, cells: &[Cell], act: usize) -> f32 {
        let Network { out, out_bias, .. } = &self.network;
        let mut sum = out_bias[act];
        for (number, cell) in cells {
            sum += cell * out[number * self.width + act];
        }
        probability(sum)
    }

    /// How much a clue says for an act, in the light of the others: `weights` are what the cells say for it.
    pub(super) fn share(&self, clue: &Known, weights: &[f32]) -> f32 {
        product(weights, self.row(clue.row)) * self.network.scales[clue.row] * clue.value
    }

    /// What each hidden cell says for an act; nothing where it says nothing at all.
    pub(super) fn weights(&self, cells: &[Cell], act: usize) -> Vec<f32> {
        let Network { hidden, out, .. } = &self.network;
        let mut weights = vec![0.0; *hidden];
        for (number, _) in cells {
            weights[*number] = out[number * self.width + act];
        }
        weights
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

/// Sums that are worked out together.
const BLOCK: usize = 32;

/// Counted by hand, as `add` and `sums_by_lane` are: nearly all the work of the second layer is done here.
#[inline]
fn add_bytes(sums: &mut [f32; BLOCK], scale: f32, weights: &[i8; BLOCK]) {
    let mut at = 0;
    while at < BLOCK {
        sums[at] += scale * f32::from(weights[at]);
        at += 1;
    }
}

#[inline]
fn add(sums: &mut [f32; BLOCK], scale: f32, weights: &[f32; BLOCK]) {
    let mut at = 0;
    while at < BLOCK {
        sums[at] += scale * weights[at];
        at += 1;
    }
}

/// Sums that are kept side by side: each waits for its last step.
const LANES: usize = 8;

/// The sum of the products of two rows.
fn product(weights: &[f32], row: &[i8]) -> f32 {
    let (blocks, last_weights) = weights.as_chunks::<LANES>();
    let (bytes, last) = row.as_chunks::<LANES>();
    let mut sums = sums_by_lane(blocks, bytes);
    // What fills no block.
    for (sum, (weight, byte)) in sums.iter_mut().zip(last_weights.iter().zip(last)) {
        *sum += weight * f32::from(*byte);
    }
    sums.iter().sum()
}

/// By itself: among other code its lanes are not kept side by side.
#[inline(never)]
fn sums_by_lane(weights: &[[f32; LANES]], bytes: &[[i8; LANES]]) -> [f32; LANES] {
    let mut sums = [0.0; LANES];
    for (weights, bytes) in weights.iter().zip(bytes) {
        let mut at = 0;
        while at < LANES {
            sums[at] += weights[at] * f32::from(bytes[at]);
            at += 1;
        }
    }
    sums
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

    /// Rows that fill no whole number of blocks.
    fn network() -> Hearing {
        let (hidden, acts, keys) = (BLOCK + 3_usize, BLOCK + 5, 7_u16);
        let numbers = |count: usize| (0_u16..).take(count).map(|at| f32::from(at % 11) * 0.37 - 1.5);
        Hearing::new(Network {
            acts: vec!["greet".to_owned(); acts],
            hidden,
            keys: (0..keys).map(u32::from).collect(),
            scales: numbers(keys.into()).collect(),
            rows: (0_i8..127)
                .cycle()
                .step_by(5)
                .take(hidden * usize::from(keys))
                .map(|byte| byte - 50)
                .collect(),
            row_bias: numbers(hidden).collect(),
            out: numbers(hidden * acts).collect(),
            out_bias: numbers(acts).collect(),
        })
    }

    #[test]
    fn one_act_by_itself_is_as_likely_as_among_all_and_as_the_sums_say() {
        let hearing = network();
        let clues =
            [(1, 0.5), (9, 0.9), (3, 0.7), (6, 1.0)].map(|(key, value)| Clue { key, value, words: None });
        let known: Vec<Known> = clues.iter().filter_map(|clue| hearing.find(clue)).collect();
        assert_eq!(known.len(), 3);
        let mut cells = Vec::new();
        hearing.say(&known, &mut cells);
        let Network { acts, hidden, scales, rows, row_bias, out, out_bias, .. } = &hearing.network;
        let mut expected = row_bias.clone();
        for clue in &known {
            for (cell, weight) in expected.iter_mut().zip(&rows[clue.row * hidden..]) {
                *cell += scales[clue.row] * clue.value * f32::from(*weight);
            }
        }
        let mut sums = out_bias.clone();
        for (cell, row) in
            expected.iter().zip(out.chunks_exact(hearing.width)).filter(|(cell, _)| **cell > 0.0)
        {
            sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += cell * weight);
        }
        let all = hearing.probabilities(&cells);
        assert_eq!(all.len(), acts.len());
        for (act, sum) in sums.iter().take(acts.len()).enumerate() {
            assert_eq!(all[act].to_bits(), probability(*sum).to_bits(), "{act}");
            assert_eq!(all[act].to_bits(), hearing.probability(&cells, act).to_bits(), "{act}");
        }
    }

    #[test]
    fn a_product_counts_every_number_of_both_rows() {
        for length in [1_u8, 8, 19, 32, 77] {
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
