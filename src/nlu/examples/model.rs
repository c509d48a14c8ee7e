//! The linear model: a weight for each clue and act, learnt by logistic regression in a fixed order, with nothing
//! but sums, products and quotients of `f32`, which are the same on every machine.

use rustc_hash::FxHashMap;

use super::clues::Clue;

/// Times that each sample is gone through.
const ROUNDS: u8 = 10;
/// How far the first round moves the weights; the last moves a fifth of it.
const FIRST_STEP: f32 = 1.0;
const STEP_LOST: f32 = 0.8;
/// A turn performs few of all acts: one performed weighs as much as this many that are not.
const PERFORMED: f32 = 3.0;
/// What an example of another act says against an act; it was labelled for its own alone.
const PROBABLY_NOT: f32 = 0.5;
/// Beyond this an act is so surely absent that nothing is left to learn: a probability of 0.3 %.
const SURELY_NOT: f32 = -5.8;
/// Before anything is learnt no act is likely.
const FIRST_BIAS: f32 = -4.0;

/// What a sample says about an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Performed,
    NotPerformed,
    ProbablyNot,
    Unknown,
}

/// A turn to learn from: its clues, and a target for each act.
#[derive(Debug)]
pub(super) struct Sample {
    pub(super) clues: Vec<Clue>,
    pub(super) targets: Vec<Target>,
}

#[derive(Debug)]
pub(super) struct Model {
    rows: FxHashMap<u64, usize>,
    acts: usize,
    /// A row a clue, a column an act.
    weights: Vec<f32>,
}

impl Model {
    pub(super) fn train(samples: &[Sample], acts: usize) -> Self {
        let mut rows = FxHashMap::default();
        let indexed: Vec<Vec<(usize, f32)>> = samples
            .iter()
            .map(|sample| {
                let index = |clue: &Clue| {
                    let next = rows.len();
                    (*rows.entry(clue.name).or_insert(next) * acts, clue.value)
                };
                sample.clues.iter().map(index).collect()
            })
            .collect();
        let mut model = Self { weights: vec![0.0; rows.len() * acts], rows, acts };
        if let Some(bias) = model.row(super::clues::BIAS) {
            model.weights[bias..bias + acts].fill(FIRST_BIAS);
        }
        let mut sums = vec![0.0; acts];
        let mut step = FIRST_STEP;
        for round in 0..ROUNDS {
            for at in order(samples.len(), usize::from(round)) {
                model.learn(&indexed[at], &samples[at].targets, step, &mut sums);
            }
            step -= FIRST_STEP * STEP_LOST / f32::from(ROUNDS);
        }
        model
    }

    fn learn(&mut self, clues: &[(usize, f32)], targets: &[Target], step: f32, sums: &mut [f32]) {
        sums.fill(0.0);
        for (row, value) in clues {
            let weights = &self.weights[*row..*row + self.acts];
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += weight * value;
            }
        }
        let mut moved = false;
        for (sum, target) in sums.iter_mut().zip(targets) {
            let surely_not = *sum < SURELY_NOT;
            *sum = match target {
                Target::Performed => step * PERFORMED * (1.0 - probability(*sum)),
                Target::NotPerformed if !surely_not => -step * probability(*sum),
                Target::ProbablyNot if !surely_not => -step * PROBABLY_NOT * probability(*sum),
                Target::NotPerformed | Target::ProbablyNot | Target::Unknown => 0.0,
            };
            moved |= *sum != 0.0;
        }
        if !moved {
            return;
        }
        for (row, value) in clues {
            let weights = &mut self.weights[*row..*row + self.acts];
            for (weight, change) in weights.iter_mut().zip(sums.iter()) {
                *weight += change * value;
            }
        }
    }

    fn row(&self, clue: u64) -> Option<usize> {
        self.rows.get(&clue).map(|row| row * self.acts)
    }

    /// The probability of each act.
    pub(super) fn probabilities(&self, clues: &[Clue]) -> Vec<f32> {
        let mut sums = vec![0.0; self.acts];
        for clue in clues {
            if let Some(row) = self.row(clue.name) {
                let weights = &self.weights[row..row + self.acts];
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum += weight * clue.value;
                }
            }
        }
        sums.iter().map(|sum| probability(*sum)).collect()
    }

    /// What a clue says for an act.
    pub(super) fn weight(&self, clue: &Clue, act: usize) -> f32 {
        self.row(clue.name).map_or(0.0, |row| self.weights[row + act] * clue.value)
    }
}

/// The order of a round: all samples, once each, by a stride that mixes them.
fn order(samples: usize, round: usize) -> impl Iterator<Item = usize> {
    let mut stride = samples * 618 / 1000 + 1;
    while divisor(stride, samples) > 1 {
        stride += 1;
    }
    (0..samples).map(move |at| (round * 7 + at * stride) % samples)
}

fn divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { divisor(b, a % b) }
}

/// The logistic function, its power of e by ten squarings: the library's own differs between machines.
fn probability(sum: f32) -> f32 {
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
    fn a_round_goes_through_every_sample_once() {
        for samples in [1, 2, 7, 100, 1001] {
            let mut seen: Vec<usize> = order(samples, 3).collect();
            seen.sort_unstable();
            assert!(seen.into_iter().eq(0..samples), "{samples}");
        }
        assert_eq!(order(0, 1).count(), 0);
    }

    #[test]
    fn a_probability_grows_from_none_to_certainty() {
        let steps: Vec<f32> = [-40.0, -5.0, -1.0, 0.0, 1.0, 5.0, 40.0].into_iter().map(probability).collect();
        assert!(steps.windows(2).all(|pair| pair[0] < pair[1]), "{steps:?}");
        assert!(steps[0] < 0.001 && steps[6] > 0.999 && steps[3] > 0.499 && steps[3] < 0.501, "{steps:?}");
    }
}
