//! From criteria to one number: five ways in use in the field, in exact arithmetic, rounded once for people.
//!
//! Every way comes down to the same sum: each criterion has an applied weight (its share of the whole, in per
//! cent) and the score is the sum of applied weight × fraction. The ways differ in the applied weights.

use num_rational::Ratio;
use serde::{Deserialize, Serialize};

/// An exact number.
pub type Points = Ratio<i128>;

/// How criteria become a score. The mode is named beside every score: on the same answers they differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Points earned of points possible.
    Points,
    /// Points earned of points possible, each multiplied by its section's weight.
    GroupWeightedPoints,
    /// The weighted mean of the sections' percentages.
    SectionPercentMean,
    /// Criterion weights; what had no opportunity leaves its weight to its section.
    QuestionWeightsSection,
    /// Criterion weights; what had no opportunity leaves its weight to the whole form.
    QuestionWeightsForm,
}

impl Mode {
    pub fn id(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::GroupWeightedPoints => "group_weighted_points",
            Self::SectionPercentMean => "section_percent_mean",
            Self::QuestionWeightsSection => "question_weights_section",
            Self::QuestionWeightsForm => "question_weights_form",
        }
    }
}

/// What the roll-up needs of a criterion. `fraction` is `None` where it is out of the count.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub section: usize,
    pub section_weight: u32,
    pub weight: u32,
    pub points: u32,
    pub fraction: Option<Points>,
}

/// The share of the whole that each entry carries, in per cent; zero for those out of the count. They add up to
/// 100, or to nothing where no entry counts.
pub fn applied_weights(mode: Mode, entries: &[Entry]) -> Vec<Points> {
    let measure = |entry: &Entry| match mode {
        Mode::Points | Mode::SectionPercentMean => whole(entry.points),
        Mode::GroupWeightedPoints => whole(entry.points) * whole(entry.section_weight),
        Mode::QuestionWeightsSection | Mode::QuestionWeightsForm => whole(entry.weight),
    };
    let counted = |entry: &&Entry| entry.fraction.is_some();
    let by_section = matches!(mode, Mode::SectionPercentMean | Mode::QuestionWeightsSection);
    let total: Points = if by_section {
        sections(entries).map(|(_, weight)| section_weight(mode, weight)).sum()
    } else {
        entries.iter().filter(counted).map(measure).sum()
    };
    entries
        .iter()
        .map(|entry| {
            if entry.fraction.is_none() || total == whole(0) {
                return whole(0);
            }
            if !by_section {
                return whole(100) * measure(entry) / total;
            }
            let own: Points = in_section(entries, entry.section).filter(counted).map(measure).sum();
            let weight = sections(entries)
                .find(|(section, _)| *section == entry.section)
                .map_or(whole(0), |(_, weight)| section_weight(mode, weight));
            if own == whole(0) { whole(0) } else { whole(100) * weight / total * measure(entry) / own }
        })
        .collect()
}

/// The score in per cent, or none where no entry counts.
pub fn score(mode: Mode, entries: &[Entry]) -> Option<Points> {
    let applied = applied_weights(mode, entries);
    let total: Points = applied.iter().sum();
    (total != whole(0)).then(|| {
        applied.iter().zip(entries).filter_map(|(weight, entry)| entry.fraction.map(|f| *weight * f)).sum()
    })
}

/// The mean of some scores, or none of none.
pub fn mean(scores: &[Points]) -> Option<Points> {
    let count = u32::try_from(scores.len()).ok().filter(|count| *count > 0)?;
    Some(scores.iter().sum::<Points>() / whole(count))
}

/// Rounded to two decimals, halves away from zero, as text: `71.43`, `60`.
pub fn shown(points: Points) -> String {
    let cents = (points * whole(100)).round().to_integer();
    let (sign, cents) = if cents < 0 { ("-", -cents) } else { ("", cents) };
    match (cents / 100, cents % 100) {
        (units, 0) => format!("{sign}{units}"),
        (units, rest) if rest % 10 == 0 => format!("{sign}{units}.{}", rest / 10),
        (units, rest) => format!("{sign}{units}.{rest:02}"),
    }
}

pub(super) fn whole(number: u32) -> Points {
    Points::from_integer(i128::from(number))
}

#[derive(Clone, Copy)]
struct SectionWeights {
    given: u32,
    criteria: u32,
}

fn section_weight(mode: Mode, weights: SectionWeights) -> Points {
    whole(if mode == Mode::SectionPercentMean { weights.given } else { weights.criteria })
}

fn in_section(entries: &[Entry], section: usize) -> impl Iterator<Item = &Entry> {
    entries.iter().filter(move |entry| entry.section == section)
}

/// The sections in which something counts; one in which nothing does drops out.
fn sections(entries: &[Entry]) -> impl Iterator<Item = (usize, SectionWeights)> + '_ {
    let mut ids: Vec<usize> = entries.iter().filter(|e| e.fraction.is_some()).map(|e| e.section).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|id| {
        let given = in_section(entries, id).next().map_or(0, |entry| entry.section_weight);
        let criteria = in_section(entries, id).map(|entry| entry.weight).sum();
        (id, SectionWeights { given, criteria })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (section, section weight, weight, points, earned or out of the count)
    fn entries(rows: &[(usize, u32, u32, u32, Option<u32>)]) -> Vec<Entry> {
        rows.iter()
            .map(|&(section, section_weight, weight, points, earned)| Entry {
                section,
                section_weight,
                weight,
                points,
                fraction: earned.map(|earned| whole(earned) / whole(points)),
            })
            .collect()
    }

    fn total(mode: Mode, rows: &[(usize, u32, u32, u32, Option<u32>)]) -> String {
        score(mode, &entries(rows)).map_or_else(|| "none".to_owned(), shown)
    }

    const ONE_CALL: &[(usize, u32, u32, u32, Option<u32>)] = &[
        (0, 60, 30, 10, Some(10)),
        (0, 60, 30, 5, Some(0)),
        (1, 40, 20, 20, Some(15)),
        (1, 40, 20, 5, None),
    ];

    #[test]
    fn one_call_has_five_totals() {
        assert_eq!(total(Mode::Points, ONE_CALL), "71.43");
        assert_eq!(total(Mode::GroupWeightedPoints, ONE_CALL), "70.59");
        assert_eq!(total(Mode::SectionPercentMean, ONE_CALL), "70");
        assert_eq!(total(Mode::QuestionWeightsSection, ONE_CALL), "60");
        assert_eq!(total(Mode::QuestionWeightsForm, ONE_CALL), "56.25");
    }

    #[test]
    fn question_weights_are_spread_when_one_question_does_not_apply() {
        let rows = |last| {
            [(0, 1, 40, 10, Some(10)), (0, 1, 20, 10, Some(5)), (0, 1, 20, 10, Some(5)), (0, 1, 20, 10, last)]
        };
        assert_eq!(total(Mode::QuestionWeightsForm, &rows(Some(0))), "60");
        assert_eq!(total(Mode::QuestionWeightsForm, &rows(None)), "75");
        let applied = applied_weights(Mode::QuestionWeightsForm, &entries(&rows(None)));
        assert_eq!(applied.into_iter().map(shown).collect::<Vec<_>>(), ["50", "25", "25", "0"]);
    }

    #[test]
    fn group_weights_multiply_points_and_are_no_mean_of_percentages() {
        let rows = [(0, 40, 1, 1, Some(1)), (0, 40, 1, 1, Some(0)), (1, 20, 1, 1, Some(1))];
        assert_eq!(total(Mode::GroupWeightedPoints, &rows), "60");
        assert_eq!(total(Mode::SectionPercentMean, &rows), "66.67");
    }

    #[test]
    fn weighted_criteria_give_the_weighted_mean() {
        // Scales of two, three, four and five steps: 0/100, 0/50/100, 0/33.3/66.7/100, 0/25/50/75/100.
        let rows =
            [(0, 1, 10, 1, Some(1)), (0, 1, 20, 2, Some(1)), (0, 1, 30, 3, Some(2)), (0, 1, 40, 4, Some(3))];
        assert_eq!(total(Mode::QuestionWeightsForm, &rows), "70");
    }

    #[test]
    fn a_section_without_opportunity_drops_out_of_pooled_points() {
        let rows = |last| {
            [(0, 1, 1, 5, Some(3)), (1, 1, 1, 10, Some(5)), (2, 1, 1, 15, Some(8)), (3, 1, 1, 5, last)]
        };
        assert_eq!(total(Mode::Points, &rows(Some(5))), "60");
        assert_eq!(total(Mode::Points, &rows(None)), "53.33");
    }

    #[test]
    fn the_mean_of_section_percentages_differs_from_pooled_points() {
        let rows =
            [(0, 10, 1, 3, Some(3)), (1, 30, 1, 10, Some(5)), (2, 50, 1, 5, Some(4)), (3, 10, 1, 2, Some(1))];
        assert_eq!(total(Mode::SectionPercentMean, &rows), "70");
        assert_eq!(total(Mode::Points, &rows), "65");
    }

    #[test]
    fn nothing_counted_is_no_score_and_not_a_zero() {
        for mode in [
            Mode::Points,
            Mode::GroupWeightedPoints,
            Mode::SectionPercentMean,
            Mode::QuestionWeightsSection,
            Mode::QuestionWeightsForm,
        ] {
            assert_eq!(score(mode, &entries(&[(0, 60, 30, 10, None)])), None);
            assert_eq!(total(mode, &[(0, 60, 30, 10, Some(0))]), "0");
        }
    }

    #[test]
    fn applied_weights_add_up_to_a_hundred_in_every_mode() {
        for mode in [
            Mode::Points,
            Mode::GroupWeightedPoints,
            Mode::SectionPercentMean,
            Mode::QuestionWeightsSection,
            Mode::QuestionWeightsForm,
        ] {
            assert_eq!(applied_weights(mode, &entries(ONE_CALL)).into_iter().sum::<Points>(), whole(100));
        }
    }

    #[test]
    fn the_mean_of_some_reviews_is_exact() {
        let reviews = [10_000, 991, 6_396, 9_099, 0].map(|hundredths| Points::new(hundredths, 100));
        assert_eq!(mean(&reviews).map(shown).as_deref(), Some("52.97"));
        assert_eq!(mean(&[]), None);
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!(shown(Points::new(1, 200)), "0.01");
        assert_eq!(shown(Points::new(-1, 200)), "-0.01");
        assert_eq!(shown(Points::new(705, 10)), "70.5");
    }
}
