//! Takes rows; returns their total as a step, a theme or a cell of the matrix.

use super::precision::{at_least, below, noticeable};
use super::question::RowScore;
use crate::list::List;
use crate::questionnaire::{Questionnaire, RowIndex};

/// How a total compares with its norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Even the lowest possible score reaches the norm.
    AtNorm,
    /// Even the highest possible score is below the norm.
    BelowNorm,
    /// The norm lies within the range.
    Uncertain,
    /// Too few answers for a score.
    Insufficient,
}

impl Status {
    /// The key in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Status::AtNorm => "at_norm",
            Status::BelowNorm => "below_norm",
            Status::Uncertain => "uncertain",
            Status::Insufficient => "insufficient",
        }
    }
}

/// The figures of a step, theme or cell. All are on the scale of scores, 0 to 100, except `coverage`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// Weighted mean of the scored rows; `None` if the coverage is too low.
    pub score: Option<f64>,
    /// The score if every missing answer scored 0.
    pub low: Option<f64>,
    /// The score if every missing answer scored 100.
    pub high: Option<f64>,
    /// Weighted mean of the rows' norms.
    pub norm: Option<f64>,
    /// Weighted mean of the rows' gaps. A strength elsewhere does not compensate for a gap.
    pub gap: Option<f64>,
    /// Weighted mean of the rows' coverage, 0 to 1.
    pub coverage: Option<f64>,
    /// The number of scored rows.
    pub scored: usize,
    /// How the score compares with the norm.
    pub status: Status,
}

impl Total {
    /// Points below the norm; `None` at or above the norm, or without a score.
    #[must_use]
    pub fn short(&self) -> Option<f64> {
        noticeable(self.norm? - self.score?)
    }
}

/// The minimum that a total needs before its score is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Least {
    pub(super) coverage: f64,
    pub(super) scored: usize,
}

impl Least {
    /// No minimum.
    pub(super) const NOTHING: Least = Least {
        coverage: 0.0,
        scored: 0,
    };
}

/// The total of the rows for which `belongs` is true.
pub(super) fn total_of(
    questionnaire: &Questionnaire,
    rows: &List<RowIndex, RowScore>,
    least: Least,
    belongs: impl Fn(RowIndex) -> bool,
) -> Total {
    let picked = rows.indices().filter(|&row| belongs(row)).map(|row| {
        let norm = questionnaire.question_of(row).norm;
        (questionnaire.rows[row].weight, norm, &rows[row])
    });
    total(picked, least)
}

/// Combines rows; each comes with its weight and norm.
fn total<'r>(rows: impl Iterator<Item = (f64, f64, &'r RowScore)>, least: Least) -> Total {
    let mut all = Sums::default();
    let mut scored = Sums::default();
    let mut number = 0;
    for (weight, norm, row) in rows {
        let (Some(low), Some(high), Some(coverage)) = (row.low, row.high, row.coverage) else {
            continue;
        };
        all.add(weight, [low, high, coverage, norm]);
        if let (Some(score), Some(gap)) = (row.score, row.gap) {
            scored.add(weight, [score, gap, 0.0, 0.0]);
            number += 1;
        }
    }
    let [low, high, coverage, norm] = all.means();
    let [score, gap, ..] = scored.means();
    let shown = number >= least.scored && coverage.is_some_and(|coverage| at_least(coverage, least.coverage));
    let score = score.filter(|_| shown);
    let status = match (score, low, high, norm) {
        (None, ..) => Status::Insufficient,
        (_, Some(low), _, Some(norm)) if at_least(low, norm) => Status::AtNorm,
        (_, _, Some(high), Some(norm)) if below(high, norm) => Status::BelowNorm,
        _ => Status::Uncertain,
    };
    Total {
        score,
        low,
        high,
        norm,
        gap,
        coverage,
        scored: number,
        status,
    }
}

#[derive(Default)]
struct Sums {
    weight: f64,
    weighted: [f64; 4],
    largest: [f64; 4],
}

impl Sums {
    fn add(&mut self, weight: f64, values: [f64; 4]) {
        self.weight += weight;
        for (index, value) in values.into_iter().enumerate() {
            self.weighted[index] += weight * value;
            self.largest[index] = self.largest[index].max(value);
        }
    }

    /// The weighted means. Rounding errors must not make a mean larger than the largest of its terms.
    fn means(&self) -> [Option<f64>; 4] {
        let mut means = [None; 4];
        if self.weight > 0.0 {
            for (index, slot) in means.iter_mut().enumerate() {
                *slot = Some((self.weighted[index] / self.weight).min(self.largest[index]));
            }
        }
        means
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(score: f64, low: f64, high: f64, coverage: f64, gap: f64) -> RowScore {
        RowScore {
            score: Some(score),
            low: Some(low),
            high: Some(high),
            coverage: Some(coverage),
            gap: Some(gap),
            spread: None,
        }
    }

    const HALF: Least = Least {
        coverage: 0.5,
        scored: 0,
    };

    #[test]
    fn coverage_of_exactly_one_half_is_enough() {
        let rows = [row(60.0, 30.0, 80.0, 0.5, 15.0)];
        let enough = total(rows.iter().map(|row| (1.0, 75.0, row)), HALF);
        assert_eq!((enough.score, enough.status), (Some(60.0), Status::Uncertain));
        let rows = [row(60.0, 29.4, 80.4, 0.49, 15.0)];
        let short = total(rows.iter().map(|row| (1.0, 75.0, row)), HALF);
        assert_eq!((short.score, short.status), (None, Status::Insufficient));
        assert_eq!((short.low, short.gap), (Some(29.4), Some(15.0)));
    }

    #[test]
    fn exactly_at_the_norm_is_at_the_norm() {
        // Floating-point noise must not decide: 3 rows of weight 0.1 at 75 sum to 22.500000000000004.
        let rows = [row(75.0, 75.0, 75.0, 1.0, 0.0); 3];
        let found = total(rows.iter().map(|row| (0.1, 75.0, row)), HALF);
        assert_eq!(found.status, Status::AtNorm);
        let below = [row(74.0, 74.0, 74.0, 1.0, 1.0)];
        assert_eq!(
            total(below.iter().map(|row| (1.0, 75.0, row)), HALF).status,
            Status::BelowNorm
        );
    }

    #[test]
    fn a_strength_does_not_compensate_for_a_gap() {
        // Scores 100 and 50 against 75: the mean, 75, is the norm, yet the mean gap is (0 + 25) / 2.
        let rows = [row(100.0, 100.0, 100.0, 1.0, 0.0), row(50.0, 50.0, 50.0, 1.0, 25.0)];
        let found = total(rows.iter().map(|row| (1.0, 75.0, row)), HALF);
        assert_eq!((found.score, found.gap), (Some(75.0), Some(12.5)));
        assert_eq!(found.status, Status::AtNorm);
    }
}
