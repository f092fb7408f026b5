//! Takes rows; returns their total as a step, a theme or a cell of the matrix.

use super::precision::{at_least, below};
use super::question::{RowScore, short};
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

    /// How favourable it is.
    fn rank(self) -> u8 {
        match self {
            Status::Insufficient => 0,
            Status::BelowNorm => 1,
            Status::Uncertain => 2,
            Status::AtNorm => 3,
        }
    }
}

/// The figures of a step, theme or cell. All are on the scale of scores, 0 to 100, except `coverage` and `applicable`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// Weighted mean of the scored rows; `None` if too little was answered or applies.
    pub score: Option<f64>,
    /// The score if every missing answer scored 0.
    pub low: Option<f64>,
    /// The score if every missing answer scored 100.
    pub high: Option<f64>,
    /// Weighted mean of the rows' norms.
    pub norm: Option<f64>,
    /// Weighted mean of the rows' gaps, withheld with the score. A strength elsewhere does not compensate for a gap.
    pub gap: Option<f64>,
    /// Weighted mean of the rows' coverage, 0 to 1.
    pub coverage: Option<f64>,
    /// The proportion, by weight, of what was asked that applies, 0 to 1.
    pub applicable: Option<f64>,
    /// The number of scored rows.
    pub scored: usize,
    /// How the score compares with the norm.
    pub status: Status,
    /// The figures if everything that was called not applicable were unknown.
    pub strict: Strict,
}

/// What a total would be if everything that was called not applicable were unknown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strict {
    /// The lowest possible score.
    pub low: Option<f64>,
    /// The highest possible score.
    pub high: Option<f64>,
    /// How the score would compare with the norm.
    pub status: Status,
}

impl Total {
    /// Points below the norm: the difference between the two whole numbers that are shown, so 0 if it is just below.
    /// `None` at or above the norm, or without a score.
    #[must_use]
    pub fn short(&self) -> Option<f64> {
        short(self.norm?, self.score?)
    }

    /// Norm minus score, both as shown; 0 at or above the norm.
    #[must_use]
    pub fn shortfall(&self) -> Option<f64> {
        self.score.map(|_| self.short().unwrap_or(0.0))
    }

    /// Whether the status is only as good as this because something was called not applicable.
    #[must_use]
    pub fn owes_to_not_applicable(&self) -> bool {
        self.status.rank() > self.strict.status.rank()
    }
}

/// The minimum that a total needs before its score is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Minimum {
    /// Of coverage, and of what applies, 0 to 1.
    pub(super) share: f64,
    /// Of scored rows.
    pub(super) rows: usize,
}

impl Minimum {
    /// No minimum.
    pub(super) const NONE: Minimum = Minimum { share: 0.0, rows: 0 };
}

/// The total of the rows for which `belongs` is true.
pub(super) fn total_of(
    questionnaire: &Questionnaire,
    rows: &List<RowIndex, RowScore>,
    minimum: Minimum,
    belongs: impl Fn(RowIndex) -> bool,
) -> Total {
    let picked = rows.indices().filter(|&row| belongs(row)).map(|row| {
        let norm = questionnaire.question_of(row).norm;
        (questionnaire.rows[row].weight, norm, &rows[row])
    });
    total(picked, minimum)
}

/// Combines rows; each comes with its weight and norm.
pub(super) fn total<'r>(rows: impl Iterator<Item = (f64, f64, &'r RowScore)>, minimum: Minimum) -> Total {
    let (mut asked, mut all, mut scored) = (Sums::default(), Sums::default(), Sums::default());
    let mut number = 0;
    for (weight, norm, row) in rows {
        let Some(applicable) = row.applicable else { continue };
        // Whoever it does not apply to would score anything from 0 to 100.
        let low = row.low.unwrap_or(0.0) * applicable;
        let high = row.high.unwrap_or(0.0) * applicable + 100.0 * (1.0 - applicable);
        let coverage = row.coverage.unwrap_or(0.0) * applicable;
        asked.add(weight, [applicable, low, high, coverage, norm]);
        if let (Some(low), Some(high), Some(coverage)) = (row.low, row.high, row.coverage) {
            all.add(weight, [low, high, coverage, norm, 0.0]);
        }
        if let (Some(score), Some(gap)) = (row.score, row.gap) {
            scored.add(weight, [score, gap, 0.0, 0.0, 0.0]);
            number += 1;
        }
    }
    let [applicable, strict_low, strict_high, strict_coverage, strict_norm] = asked.means();
    let [low, high, coverage, norm, _] = all.means();
    let [score, gap, ..] = scored.means();
    let applicable = applicable.filter(|_| low.is_some());
    let suffices = |share: Option<f64>| share.is_some_and(|share| at_least(share, minimum.share));
    let shown = |coverage| number >= minimum.rows && suffices(coverage) && suffices(applicable);
    let score = score.filter(|_| shown(coverage));
    Total {
        score,
        low,
        high,
        norm,
        gap: gap.filter(|_| score.is_some()),
        coverage,
        applicable,
        scored: number,
        status: status(score, [low, high, norm]),
        strict: Strict {
            low: strict_low,
            high: strict_high,
            status: status(
                score.filter(|_| shown(strict_coverage)),
                [strict_low, strict_high, strict_norm],
            ),
        },
    }
}

fn status(score: Option<f64>, range_and_norm: [Option<f64>; 3]) -> Status {
    match (score, range_and_norm) {
        (None, _) => Status::Insufficient,
        (_, [Some(low), _, Some(norm)]) if at_least(low, norm) => Status::AtNorm,
        (_, [_, Some(high), Some(norm)]) if below(high, norm) => Status::BelowNorm,
        _ => Status::Uncertain,
    }
}

#[derive(Default)]
struct Sums {
    weight: f64,
    weighted: [f64; 5],
    largest: [f64; 5],
}

impl Sums {
    fn add(&mut self, weight: f64, values: [f64; 5]) {
        self.weight += weight;
        for (index, value) in values.into_iter().enumerate() {
            self.weighted[index] += weight * value;
            self.largest[index] = self.largest[index].max(value);
        }
    }

    /// The weighted means. Rounding errors must not make a mean larger than the largest of its terms.
    fn means(&self) -> [Option<f64>; 5] {
        let mut means = [None; 5];
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
            applicable: Some(1.0),
            gap: Some(gap),
            spread: None,
        }
    }

    const HALF: Minimum = Minimum { share: 0.5, rows: 0 };

    #[test]
    fn coverage_of_exactly_one_half_is_enough() {
        let rows = [row(60.0, 30.0, 80.0, 0.5, 15.0)];
        let enough = total(rows.iter().map(|row| (1.0, 75.0, row)), HALF);
        assert_eq!((enough.score, enough.status), (Some(60.0), Status::Uncertain));
        let rows = [row(60.0, 29.4, 80.4, 0.49, 15.0)];
        let short = total(rows.iter().map(|row| (1.0, 75.0, row)), HALF);
        assert_eq!((short.score, short.status), (None, Status::Insufficient));
        assert_eq!((short.low, short.gap), (Some(29.4), None));
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

    #[test]
    fn what_does_not_apply_buys_no_verdict() {
        // Of two rows, one applies to nobody: A = 1/2. With weight 2 on it, A = 1/3.
        let spared = RowScore {
            applicable: Some(0.0),
            ..RowScore::default()
        };
        let at_norm = row(75.0, 75.0, 75.0, 1.0, 0.0);
        let half = total([(1.0, 75.0, &at_norm), (1.0, 75.0, &spared)].into_iter(), HALF);
        assert_eq!((half.applicable, half.status), (Some(0.5), Status::AtNorm));
        // With the other row unknown: (75 + 0) / 2, (75 + 100) / 2, coverage 1/2.
        assert_eq!((half.strict.low, half.strict.high), (Some(37.5), Some(87.5)));
        assert_eq!(half.strict.status, Status::Uncertain);
        assert!(half.owes_to_not_applicable());
        let third = total([(1.0, 75.0, &at_norm), (2.0, 75.0, &spared)].into_iter(), HALF);
        assert_eq!(
            (third.score, third.gap, third.status),
            (None, None, Status::Insufficient)
        );
        assert_eq!((third.low, third.norm), (Some(75.0), Some(75.0)));
        assert!(!third.owes_to_not_applicable());
    }

    #[test]
    fn points_below_the_norm_are_the_difference_of_what_is_shown() {
        let below = |score: f64| {
            let row = row(score, score, score, 1.0, 0.0);
            total([(1.0, 75.0, &row)].into_iter(), HALF).short()
        };
        // 62.5 shows as 63.
        assert_eq!((below(62.5), below(74.6), below(75.0)), (Some(12.0), Some(0.0), None));
    }
}
