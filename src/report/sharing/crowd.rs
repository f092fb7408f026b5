//! Takes answers; returns whether a figure over them hides each of them, even from someone who gave one of them.

use std::collections::BTreeMap;

use crate::questionnaire::Kind;
use crate::scoring::precision::rounded;

/// Why a number of municipalities is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// Too few municipalities answered.
    TooFew,
    /// The number says something about individual municipalities.
    PointsToSome,
}

/// A group of contributors large enough that a figure over all of them says nothing about one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Crowd {
    /// The smallest number of contributors.
    pub(super) minimum: usize,
}

impl Crowd {
    /// Whether a figure over these scores, one per contributor, hides each of them: there are enough, and whichever one
    /// is taken out, the others differ. A shared figure stays the same when two contributors swap different answers, so
    /// that it never determines the answer of either.
    pub(super) fn hides(self, kind: &Kind, scores: &[f64]) -> bool {
        scores.len() >= self.minimum && differ(kind, scores)
    }

    /// The number itself, unless it says something about individual municipalities: if it is less than two, or all
    /// or all but one of those that answered.
    pub(super) fn number(self, number: usize, of: usize) -> Result<usize, Withheld> {
        if of < self.minimum {
            Err(Withheld::TooFew)
        } else if is_mixed(number, of) {
            Ok(number)
        } else {
            Err(Withheld::PointsToSome)
        }
    }
}

/// Whether there are at least two on either side.
pub(super) fn is_mixed(number: usize, of: usize) -> bool {
    number >= 2 && of - number >= 2
}

/// Whether the scores differ, whichever one is taken out.
fn differ(kind: &Kind, scores: &[f64]) -> bool {
    let mut alike: BTreeMap<u64, usize> = BTreeMap::new();
    let mut number = 0;
    for score in scores
        .iter()
        .map(|&score| rounded(score))
        .filter(|&score| is_single(kind, score))
    {
        *alike.entry(score.to_bits()).or_default() += 1;
        number += 1;
    }
    number >= alike.values().max().copied().unwrap_or(0) + 2
}

/// Whether a single workbook can give this score. A mean of several workbooks (halfway between two levels) cannot be
/// swapped with the answer of a municipality that sent one.
fn is_single(kind: &Kind, score: f64) -> bool {
    match kind {
        Kind::Level { .. } => score % 25.0 == 0.0,
        Kind::YesNo => score % 50.0 == 0.0,
        Kind::Share { .. } | Kind::Capacity | Kind::Count { .. } => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: Crowd = Crowd { minimum: 5 };

    fn levels(scores: &[f64]) -> bool {
        let kind = Kind::Level {
            anchors: Default::default(),
        };
        FIVE.hides(&kind, scores)
    }

    #[test]
    fn four_are_too_few_and_five_are_enough() {
        assert!(!levels(&[0.0, 25.0, 50.0, 75.0]));
        assert!(levels(&[0.0, 25.0, 50.0, 75.0, 100.0]));
    }

    #[test]
    fn whoever_is_taken_out_the_others_differ() {
        assert!(!levels(&[50.0; 6]));
        // Whoever answered 75 would know that all others answered 50.
        assert!(!levels(&[50.0, 50.0, 50.0, 50.0, 75.0]));
        assert!(levels(&[50.0, 50.0, 50.0, 75.0, 75.0]));
        assert!(levels(&[50.0, 50.0, 50.0, 75.0, 25.0]));
    }

    #[test]
    fn a_mean_of_two_workbooks_does_not_count_as_a_difference() {
        // 12.5 is the mean of two workbooks; a single workbook cannot give it.
        assert!(!levels(&[0.0, 0.0, 0.0, 0.0, 12.5, 37.5]));
        assert!(FIVE.hides(&Kind::Capacity, &[0.0, 0.0, 0.0, 0.0, 12.5, 37.5]));
    }

    #[test]
    fn a_number_never_means_one_or_all() {
        let shown: Vec<_> = (0..=5).map(|number| FIVE.number(number, 5)).collect();
        let withheld = Err(Withheld::PointsToSome);
        assert_eq!(shown, [withheld, withheld, Ok(2), Ok(3), withheld, withheld]);
        for (number, of) in [(0, 0), (2, 4), (4, 4)] {
            assert_eq!(FIVE.number(number, of), Err(Withheld::TooFew));
        }
    }
}
