//! Takes the totals of the steps; returns the figures of the chain (steps 1 to 7). The foundation, step 0, is not part
//! of it.

use super::precision::rounded;
use super::total::{Status, Total};

/// The figures of the chain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chain {
    /// Unweighted mean of the scores of the seven steps, 0 to 100; `None` if one of them has no score.
    pub score: Option<f64>,
    /// The same for their lowest possible scores.
    pub low: Option<f64>,
    /// The same for their highest possible scores.
    pub high: Option<f64>,
    /// The step with the lowest score; on a tie, the earlier one.
    pub weakest_step: Option<usize>,
    /// How many of the seven are at their norm, whatever the missing answers would be.
    pub steps_at_norm: usize,
}

/// Combines the totals of steps 0 to 7.
#[must_use]
pub fn chain(steps: &[Total]) -> Chain {
    let links = &steps[1..];
    let mean = |figure: fn(&Total) -> Option<f64>| {
        let figures: Option<Vec<f64>> = links.iter().map(figure).collect();
        figures.map(|figures| figures.iter().sum::<f64>() / figures.len() as f64)
    };
    let mut weakest: Option<(usize, f64)> = None;
    for (index, step) in links.iter().enumerate() {
        if let Some(score) = step.score.map(rounded)
            && weakest.is_none_or(|(_, lowest)| score < lowest)
        {
            weakest = Some((index + 1, score));
        }
    }
    Chain {
        score: mean(|step| step.score),
        low: mean(|step| step.low),
        high: mean(|step| step.high),
        weakest_step: weakest.map(|(step, _)| step),
        steps_at_norm: links.iter().filter(|step| step.status == Status::AtNorm).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::Strict;

    fn step(score: Option<f64>) -> Total {
        let status = if score.is_some() {
            Status::AtNorm
        } else {
            Status::Insufficient
        };
        Total {
            score,
            low: Some(10.0),
            high: Some(90.0),
            norm: Some(75.0),
            gap: Some(0.0),
            coverage: Some(1.0),
            applicable: Some(1.0),
            scored: 2,
            status,
            strict: Strict {
                low: Some(10.0),
                high: Some(90.0),
                status,
            },
        }
    }

    #[test]
    fn the_foundation_is_not_in_the_chain_and_a_tie_goes_to_the_earlier_step() {
        let scores = [0.0, 70.0, 40.0, 40.000_000_000_000_01, 60.0, 80.0, 90.0, 50.0];
        let found = chain(&scores.map(|score| step(Some(score))));
        // (70 + 40 + 40 + 60 + 80 + 90 + 50) / 7 = 430 / 7
        assert!((found.score.unwrap() - 430.0 / 7.0).abs() < 1e-9);
        assert_eq!(found.weakest_step, Some(2));
        assert_eq!(found.steps_at_norm, 7);
    }

    #[test]
    fn with_one_step_missing_there_is_a_range_but_no_score() {
        let mut steps = vec![step(Some(60.0)); 8];
        steps[4] = step(None);
        let found = chain(&steps);
        assert_eq!((found.score, found.low, found.high), (None, Some(10.0), Some(90.0)));
        assert_eq!((found.weakest_step, found.steps_at_norm), (Some(1), 6));
    }
}
