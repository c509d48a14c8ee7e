//! Learning: a network with one hidden row, by stochastic gradient descent with steps that shrink with what was
//! already moved (Duchi, Hazan and Singer, "Adaptive subgradient methods", 2011), clues left out and hidden cells
//! silenced by chance (Srivastava et al., "Dropout", 2014). The order, the start and the silences come from a seed.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::clues::Clue;
use super::marked::Spellings;
use super::network::{Network, probability};

/// Hidden cells.
const HIDDEN: usize = 96;
/// The same number.
const HIDDEN_CELLS: f32 = 96.0;
/// Times that each sample is gone through.
const ROUNDS: u16 = 30;
/// The first step, and what part of it the last has lost.
const STEP: f32 = 0.1;
const STEP_LOST: f32 = 0.9;
/// Samples looked at together.
const TOGETHER: usize = 32;
/// Of the hidden cells, this part is silent in each sample.
const SILENT: f32 = 0.1;
/// And of the clues this part is left out, so that no act hangs on a word or two.
const LEFT_OUT: f32 = 0.6;
/// A turn performs few of all acts: one performed weighs as much as this many that are not.
const PERFORMED: f32 = 2.0;
/// Weights begin within this of nothing: those of clues near it, for what is seldom seen is moved but little.
const START: f32 = 0.05;
const OUT_START: f32 = 0.17;
/// Before anything is learnt no act is likely.
const FIRST_BIAS: f32 = -3.0;
const FIRST_MOVED: f32 = 0.001;
/// Clues seen in fewer samples are left out.
const SELDOM: usize = 3;

/// A turn to learn from: its clues, and for each act whether it is performed and how much that counts.
#[derive(Debug)]
pub(super) struct Sample {
    pub(super) clues: Vec<Clue>,
    pub(super) targets: Vec<Target>,
}

/// What a sample says about an act.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Target {
    pub(super) performed: bool,
    /// 0: nothing is known.
    pub(super) weight: f32,
}

/// Learns a network for `acts`, in the order of the targets. Each of these spellings gets a row of its own, of all that
/// it stands for.
pub(super) fn learn(samples: &[Sample], spellings: &Spellings, acts: Vec<String>) -> Network {
    let keys = frequent(samples);
    let places: FxHashMap<u32, usize> = keys.iter().enumerate().map(|(at, key)| (*key, at)).collect();
    let indexed: Vec<Vec<(usize, f32)>> = samples
        .iter()
        .map(|sample| {
            let place = |clue: &Clue| places.get(&clue.key).map(|place| (*place, clue.value));
            sample.clues.iter().filter_map(place).collect()
        })
        .collect();
    let mut descent = Descent::new(keys.len(), acts.len());
    let mut order: Vec<usize> = (0..samples.len()).collect();
    for round in 0..ROUNDS {
        descent.chance.shuffle(&mut order);
        let step = STEP * (1.0 - STEP_LOST * f32::from(round) / f32::from(ROUNDS));
        for batch in order.chunks(TOGETHER) {
            descent.learn(batch, &indexed, samples, step);
        }
    }
    let rows = Rows::of(&descent.rows, keys, &places, spellings);
    Network {
        acts,
        hidden: HIDDEN,
        keys: rows.keys,
        scales: rows.scales,
        rows: rows.bytes,
        row_bias: descent.row_bias,
        out: descent.out,
        out_bias: descent.out_bias,
    }
}

/// The clues that are in enough samples to learn from, sorted.
fn frequent(samples: &[Sample]) -> Vec<u32> {
    let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
    for clue in samples.iter().flat_map(|sample| &sample.clues) {
        *counts.entry(clue.key).or_default() += 1;
    }
    let mut keys: Vec<u32> =
        counts.into_iter().filter(|(_, count)| *count >= SELDOM).map(|(key, _)| key).collect();
    keys.sort_unstable();
    keys
}

struct Descent {
    acts: usize,
    rows: Vec<f32>,
    row_bias: Vec<f32>,
    out: Vec<f32>,
    out_bias: Vec<f32>,
    /// How far each was moved so far, squared: of a row the mean of its weights.
    rows_moved: Vec<f32>,
    row_bias_moved: Vec<f32>,
    out_moved: Vec<f32>,
    out_bias_moved: Vec<f32>,
    chance: Chance,
    slopes: Slopes,
}

/// The slopes of one batch.
#[derive(Default)]
struct Slopes {
    /// The rows that the batch touches, and the slope of each.
    touched: Vec<usize>,
    rows: Vec<f32>,
    /// The place of a row in `touched`.
    places: FxHashMap<usize, usize>,
    row_bias: Vec<f32>,
    out: Vec<f32>,
    out_bias: Vec<f32>,
}

impl Slopes {
    fn clear(&mut self, acts: usize) {
        self.touched.clear();
        self.rows.clear();
        self.places.clear();
        for (slopes, length) in
            [(&mut self.row_bias, HIDDEN), (&mut self.out, HIDDEN * acts), (&mut self.out_bias, acts)]
        {
            slopes.clear();
            slopes.resize(length, 0.0);
        }
    }

    fn row(&mut self, row: usize) -> &mut [f32] {
        let next = self.touched.len();
        let place = *self.places.entry(row).or_insert(next);
        if place == next {
            self.touched.push(row);
            self.rows.resize((next + 1) * HIDDEN, 0.0);
        }
        &mut self.rows[place * HIDDEN..(place + 1) * HIDDEN]
    }
}

impl Descent {
    fn new(clues: usize, acts: usize) -> Self {
        let mut chance = Chance(1);
        let rows = (0..clues * HIDDEN).map(|_| chance.around_nothing(START)).collect();
        let out = (0..HIDDEN * acts).map(|_| chance.around_nothing(OUT_START)).collect();
        Self {
            acts,
            rows,
            row_bias: vec![0.0; HIDDEN],
            out,
            out_bias: vec![FIRST_BIAS; acts],
            rows_moved: vec![FIRST_MOVED; clues],
            row_bias_moved: vec![FIRST_MOVED; HIDDEN],
            out_moved: vec![FIRST_MOVED; HIDDEN * acts],
            out_bias_moved: vec![FIRST_MOVED; acts],
            chance,
            slopes: Slopes::default(),
        }
    }

    fn learn(&mut self, batch: &[usize], indexed: &[Vec<(usize, f32)>], samples: &[Sample], step: f32) {
        self.slopes.clear(self.acts);
        let share = 1.0 / f32::from(u16::try_from(batch.len()).unwrap_or(1));
        for at in batch {
            self.add_slopes(&indexed[*at], &samples[*at].targets, share);
        }
        for (at, row) in self.slopes.touched.iter().enumerate() {
            let slopes = &self.slopes.rows[at * HIDDEN..(at + 1) * HIDDEN];
            let squares: f32 = slopes.iter().map(|slope| slope * slope).sum();
            let moved = &mut self.rows_moved[*row];
            *moved += squares / HIDDEN_CELLS;
            let length = step / moved.sqrt();
            let weights = &mut self.rows[row * HIDDEN..(row + 1) * HIDDEN];
            weights.iter_mut().zip(slopes).for_each(|(weight, slope)| *weight -= length * slope);
        }
        descend(&mut self.row_bias, &mut self.row_bias_moved, &self.slopes.row_bias, step);
        descend(&mut self.out, &mut self.out_moved, &self.slopes.out, step);
        descend(&mut self.out_bias, &mut self.out_bias_moved, &self.slopes.out_bias, step);
    }

    fn add_slopes(&mut self, clues: &[(usize, f32)], targets: &[Target], share: f32) {
        let acts = self.acts;
        let mut clues = clues.to_vec();
        clues.retain_mut(|(_, value)| {
            *value /= 1.0 - LEFT_OUT;
            self.chance.unit() >= LEFT_OUT
        });
        let mut cells = self.row_bias.clone();
        for (row, value) in &clues {
            let weights = &self.rows[row * HIDDEN..(row + 1) * HIDDEN];
            cells.iter_mut().zip(weights).for_each(|(cell, weight)| *cell += value * weight);
        }
        for cell in &mut cells {
            let heard = self.chance.unit() >= SILENT;
            *cell = if heard { cell.max(0.0) / (1.0 - SILENT) } else { 0.0 };
        }
        let mut sums = self.out_bias.clone();
        for (cell, row) in cells.iter().zip(self.out.chunks_exact(acts)).filter(|(cell, _)| **cell > 0.0) {
            sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += cell * weight);
        }
        for (sum, target) in sums.iter_mut().zip(targets) {
            *sum = share
                * target.weight
                * if target.performed { PERFORMED * (probability(*sum) - 1.0) } else { probability(*sum) };
        }
        let errors = sums;
        let out_bias = self.slopes.out_bias.iter_mut().zip(&errors);
        out_bias.for_each(|(slope, error)| *slope += error);
        let mut below = vec![0.0; HIDDEN];
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| **cell > 0.0) {
            let weights = &self.out[at * acts..(at + 1) * acts];
            let slopes = &mut self.slopes.out[at * acts..(at + 1) * acts];
            let mut back = 0.0;
            for ((slope, weight), error) in slopes.iter_mut().zip(weights).zip(&errors) {
                *slope += cell * error;
                back += weight * error;
            }
            below[at] = back / (1.0 - SILENT);
        }
        self.slopes.row_bias.iter_mut().zip(&below).for_each(|(slope, below)| *slope += below);
        for (row, value) in &clues {
            let slopes = self.slopes.row(*row);
            slopes.iter_mut().zip(&below).for_each(|(slope, below)| *slope += value * below);
        }
    }
}

/// The rows of a network in bytes, by their keys.
struct Rows {
    keys: Vec<u32>,
    scales: Vec<f32>,
    bytes: Vec<i8>,
}

impl Rows {
    /// The rows that were learnt, and for each spelling the sum of those that it stands for: most words are then one
    /// row to look up.
    fn of(learnt: &[f32], keys: Vec<u32>, places: &FxHashMap<u32, usize>, spellings: &Spellings) -> Self {
        let row = |place: usize| &learnt[place * HIDDEN..(place + 1) * HIDDEN];
        let summed = spellings.iter().filter(|(key, _)| !places.contains_key(key)).map(|(key, clues)| {
            let mut sum = vec![0.0_f32; HIDDEN];
            for (value, place) in clues.iter().filter_map(|(key, value)| Some((value, *places.get(key)?))) {
                sum.iter_mut().zip(row(place)).for_each(|(sum, weight)| *sum += value * weight);
            }
            (*key, Cow::Owned(sum))
        });
        let single = keys.into_iter().enumerate().map(|(place, key)| (key, Cow::Borrowed(row(place))));
        let rows: BTreeMap<u32, Cow<'_, [f32]>> = single.chain(summed).collect();
        let mut all = Self {
            keys: Vec::with_capacity(rows.len()),
            scales: Vec::with_capacity(rows.len()),
            bytes: Vec::with_capacity(rows.len() * HIDDEN),
        };
        for (key, row) in rows {
            let most = row.iter().fold(f32::MIN_POSITIVE, |most, weight| most.max(weight.abs()));
            let scale = most / f32::from(i8::MAX);
            all.keys.push(key);
            all.scales.push(scale);
            all.bytes.extend(row.iter().map(|weight| byte(weight / scale)));
        }
        all
    }
}

/// The nearest whole number.
#[allow(
    clippy::cast_possible_truncation,
    reason = "no weight is larger than the largest of its row, which is 127"
)]
fn byte(weight: f32) -> i8 {
    weight.round() as i8
}

fn descend(weights: &mut [f32], moved: &mut [f32], slopes: &[f32], step: f32) {
    for ((weight, moved), slope) in weights.iter_mut().zip(moved).zip(slopes) {
        *moved += slope * slope;
        *weight -= step * slope / moved.sqrt();
    }
}

/// A source of chance that is the same everywhere: `SplitMix64` (Steele, Lea and Flood, 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to 1, in steps of 2⁻¹⁶.
    fn unit(&mut self) -> f32 {
        let [a, b, ..] = self.next().to_le_bytes();
        f32::from(u16::from_le_bytes([a, b])) / 65536.0
    }

    fn around_nothing(&mut self, most: f32) -> f32 {
        (self.unit() * 2.0 - 1.0) * most
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            let other = self.next() % (at as u64 + 1);
            order.swap(at, usize::try_from(other).unwrap_or(at));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffled_round_goes_through_every_sample_once() {
        let mut order: Vec<usize> = (0..100).collect();
        Chance(7).shuffle(&mut order);
        assert!(!order.is_sorted());
        order.sort_unstable();
        assert!(order.into_iter().eq(0..100));
    }
}
