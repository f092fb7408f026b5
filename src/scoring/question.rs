//! Takes the states of a row; returns its score in the region, and the range in which the score could still lie.

use super::answer::State;
use super::precision::{at_least, below, shown};

/// The figures of one row. All but `applicable` are `None` if the row applies to nobody, and all if it takes no part.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RowScore {
    /// Weighted mean of the entities that answered, 0 to 100.
    pub score: Option<f64>,
    /// The score if every missing answer scored 0.
    pub low: Option<f64>,
    /// The score if every missing answer scored 100.
    pub high: Option<f64>,
    /// The proportion (0 to 1), by weight, of the entities to which it applies that answered.
    pub coverage: Option<f64>,
    /// The proportion (0 to 1), by weight, of all entities to which it applies.
    pub applicable: Option<f64>,
    /// How far the score is below the norm, in points; 0 if it is not.
    pub gap: Option<f64>,
    /// Highest minus lowest score, in points, if at least two answered.
    pub spread: Option<f64>,
}

impl RowScore {
    /// Norm minus score, both as shown; 0 at or above the norm.
    #[must_use]
    pub fn shortfall(&self, norm: f64) -> Option<f64> {
        self.score.map(|score| short(norm, score).unwrap_or(0.0))
    }
}

/// Points below the norm: the difference between the two whole numbers that are shown, so 0 if the score is just below.
/// `None` at or above the norm.
pub(crate) fn short(norm: f64, score: f64) -> Option<f64> {
    below(score, norm).then(|| shown(norm) - shown(score))
}

/// Scores a row over the entities of its role, each with its weight.
pub(super) fn score(norm: f64, entities: impl Iterator<Item = (f64, State)>) -> RowScore {
    let (mut answered, mut silent, mut spared, mut sum) = (0.0, 0.0, 0.0, 0.0);
    let (mut smallest, mut largest, mut number) = (f64::INFINITY, f64::NEG_INFINITY, 0);
    for (weight, state) in entities {
        match state {
            State::Answered(score) => {
                answered += weight;
                sum += weight * score;
                smallest = smallest.min(score);
                largest = largest.max(score);
                number += 1;
            }
            State::Unknown | State::Blank => silent += weight,
            State::NotApplicable => spared += weight,
        }
    }
    let all: f64 = answered + silent;
    if all <= 0.0 {
        return RowScore {
            applicable: Some(0.0),
            ..RowScore::default()
        };
    }
    // Rounding errors must not make a mean larger than the largest of its terms.
    let score = (number > 0).then(|| (sum / answered).min(largest));
    RowScore {
        score,
        low: Some((sum / all).min(largest.max(0.0))),
        high: Some(((sum + 100.0 * silent) / all).min(100.0)),
        coverage: Some(answered / all),
        applicable: Some(all / (all + spared)),
        gap: score.map(|score| if at_least(score, norm) { 0.0 } else { norm - score }),
        spread: (number > 1).then_some(largest - smallest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use State::{Answered, NotApplicable, Unknown};

    #[test]
    fn missing_answers_determine_the_range() {
        // Entities of weights 1 and 3 answered 100 and 60; one of weight 1 did not answer; to one it does not apply.
        // s = (100 + 180) / 4 = 70; l = 280 / 5 = 56; u = 380 / 5 = 76; c = 4/5; gap = 75 - 70; a = 5/20.
        let entities = [
            (1.0, Answered(100.0)),
            (3.0, Answered(60.0)),
            (1.0, Unknown),
            (15.0, NotApplicable),
        ];
        let row = score(75.0, entities.into_iter());
        assert_eq!(row.score, Some(70.0));
        assert_eq!((row.low, row.high), (Some(56.0), Some(76.0)));
        assert_eq!((row.coverage, row.gap, row.spread), (Some(0.8), Some(5.0), Some(40.0)));
        assert_eq!(row.applicable, Some(0.25));
    }

    #[test]
    fn without_answers_there_is_a_range_but_no_score() {
        let row = score(75.0, [(1.0, Unknown), (1.0, Unknown)].into_iter());
        assert_eq!((row.score, row.gap, row.spread), (None, None, None));
        assert_eq!((row.low, row.high, row.coverage), (Some(0.0), Some(100.0), Some(0.0)));
    }

    #[test]
    fn a_row_that_applies_to_nobody_has_no_figures() {
        let nobody = RowScore {
            applicable: Some(0.0),
            ..RowScore::default()
        };
        assert_eq!(score(75.0, [(1.0, NotApplicable)].into_iter()), nobody);
        assert_eq!(score(75.0, std::iter::empty()), nobody);
    }
}
