//! Takes the regions of one year; returns how their scores are distributed, without ranking them.

use super::{RegionYears, Year};
use crate::questionnaire::STEPS;
use crate::scoring::precision::{at_least, below, tenths};

/// The number of scored regions from which a distribution is meaningful.
pub const FEWEST_REGIONS: usize = 5;

/// The distribution of the scores of one year.
#[derive(Clone, Debug)]
pub struct MirrorYear<'a> {
    /// The year.
    pub year: u16,
    /// Per step, 0 to 7.
    pub steps: Vec<MirrorStep>,
    /// Per region, in alphabetical order: from whom it could learn at which steps.
    pub learning: Vec<Learning<'a>>,
}

/// A step at which a region is below its norm while other regions reach theirs.
#[derive(Clone, Debug, PartialEq)]
pub struct Learning<'a> {
    /// The region.
    pub region: &'a str,
    /// The step.
    pub step: usize,
    /// Its score at that step, 0 to 100.
    pub score: f64,
    /// Its norm, 0 to 100.
    pub norm: f64,
    /// The regions that reach their norm.
    pub from: Vec<&'a str>,
}

/// The distribution of the scores of one step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MirrorStep {
    /// The number of regions with a score.
    pub regions: usize,
    /// Minimum, quartiles and maximum; `None` for fewer than five regions.
    pub spread: Option<Spread>,
}

/// Minimum, quartiles and maximum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The lowest score.
    pub min: f64,
    /// A quarter of the scores is at or below it.
    pub q1: f64,
    /// Half of the scores is at or below it.
    pub median: f64,
    /// Three quarters of the scores are at or below it.
    pub q3: f64,
    /// The highest score.
    pub max: f64,
}

/// The position of a score in a distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Below the first quartile.
    Lower,
    /// Between the quartiles.
    Middle,
    /// Above the third quartile.
    Upper,
}

/// The distribution of every year in the input.
pub(super) fn mirror<'a>(regions: &[RegionYears<'a>]) -> Vec<MirrorYear<'a>> {
    let years = || {
        let regions = regions.iter();
        regions.flat_map(|region| region.years.iter().map(|year| (region.name, year)))
    };
    let mut numbers: Vec<u16> = years().map(|(_, year)| year.region.year).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let of_year = |number| {
        let own: Vec<(&str, &Year)> = years().filter(|(_, year)| year.region.year == number).collect();
        let step = |step: usize| {
            of_step(
                own.iter()
                    .filter_map(|(_, year)| year.score.steps[step].score)
                    .collect(),
            )
        };
        let steps: Vec<MirrorStep> = (0..STEPS).map(step).collect();
        MirrorYear {
            year: number,
            learning: learning(&own, &steps),
            steps,
        }
    };
    numbers.into_iter().map(of_year).collect()
}

/// For each region the steps at which it is below its norm, and the regions that reach theirs; empty if there are too
/// few regions for a distribution.
fn learning<'a>(years: &[(&'a str, &Year)], steps: &[MirrorStep]) -> Vec<Learning<'a>> {
    let mut found = Vec::new();
    for (region, year) in years {
        for (step, _) in steps.iter().enumerate().filter(|(_, step)| step.spread.is_some()) {
            let total = &year.score.steps[step];
            let (Some(score), Some(norm)) = (total.score, total.norm) else {
                continue;
            };
            let reaches = |year: &Year| {
                let other = &year.score.steps[step];
                matches!((other.score, other.norm), (Some(score), Some(norm)) if at_least(score, norm))
            };
            let from: Vec<&str> = years
                .iter()
                .filter(|(_, year)| reaches(year))
                .map(|(name, _)| *name)
                .collect();
            if below(score, norm) && !from.is_empty() {
                found.push(Learning {
                    region,
                    step,
                    score,
                    norm,
                    from,
                });
            }
        }
    }
    found
}

fn of_step(mut scores: Vec<f64>) -> MirrorStep {
    scores.sort_by(f64::total_cmp);
    let spread = (scores.len() >= FEWEST_REGIONS).then(|| Spread {
        min: quantile(&scores, 0.0),
        q1: quantile(&scores, 0.25),
        median: quantile(&scores, 0.5),
        q3: quantile(&scores, 0.75),
        max: quantile(&scores, 1.0),
    });
    MirrorStep {
        regions: scores.len(),
        spread,
    }
}

/// A quantile of scores in ascending order, by linear interpolation between order statistics (type 7).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = (sorted.len() - 1) as f64 * share;
    let below = sorted[place.floor() as usize];
    let above = sorted[place.ceil() as usize];
    below + place.fract() * (above - below)
}

impl Spread {
    /// The position of a score, by the figures as they are shown; a score equal to a quartile is in the middle.
    #[must_use]
    pub fn place(&self, score: f64) -> Place {
        if tenths(score) < tenths(self.q1) {
            Place::Lower
        } else if tenths(score) > tenths(self.q3) {
            Place::Upper
        } else {
            Place::Middle
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_lie_between_the_scores_around_them() {
        // Six scores: positions 1.25, 2.5 and 3.75, so 20 + 0.25·10, 30 + 0.5·10 and 40 + 0.75·20.
        let found = of_step(vec![40.0, 10.0, 80.0, 20.0, 60.0, 30.0]);
        let spread = found.spread.unwrap();
        assert_eq!((found.regions, spread.min, spread.max), (6, 10.0, 80.0));
        assert_eq!((spread.q1, spread.median, spread.q3), (22.5, 35.0, 55.0));
        assert_eq!(spread.place(22.5), Place::Middle);
        // 22.46 is shown as 22.5, and 55.04 as 55.0.
        assert_eq!(
            (spread.place(22.46), spread.place(55.04)),
            (Place::Middle, Place::Middle)
        );
        assert_eq!((spread.place(22.0), spread.place(55.5)), (Place::Lower, Place::Upper));
    }

    #[test]
    fn four_regions_are_too_few_for_a_distribution() {
        let four = MirrorStep {
            regions: 4,
            spread: None,
        };
        assert_eq!(of_step(vec![40.0, 10.0, 20.0, 30.0]), four);
        assert!(of_step(vec![40.0, 10.0, 20.0, 30.0, 50.0]).spread.is_some());
    }
}
