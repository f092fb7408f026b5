//! Takes the scores of rows; returns how far a case of each practice would get before it stalls.

use super::precision::at_least;
use super::question::RowScore;
use super::total::{Least, total_of};
use crate::list::List;
use crate::questionnaire::{PracticeIndex, Questionnaire, RowIndex, STEPS};

/// The chain for one practice, steps 1 to 7.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Continuity {
    /// Score per step, 0 to 100, over the rows that concern the practice. Index 0 is step 1.
    pub steps: [Option<f64>; STEPS - 1],
    /// The number of consecutive steps, from step 1 on, at which a case does not stall.
    pub unbroken: usize,
    /// The first step at which it stalls.
    pub stalls_at: Option<usize>,
    /// The step without a score that ended the count.
    pub unknown_at: Option<usize>,
}

/// Follows every practice through the chain.
pub(super) fn continuity(
    questionnaire: &Questionnaire,
    rows: &List<RowIndex, RowScore>,
) -> List<PracticeIndex, Continuity> {
    questionnaire.practices.of_each(|practice| {
        let mut steps = [None; STEPS - 1];
        for (index, slot) in steps.iter_mut().enumerate() {
            let belongs = |row: RowIndex| {
                questionnaire.question_of(row).step == index + 1 && questionnaire.concerns(row, practice)
            };
            *slot = total_of(questionnaire, rows, Least::NOTHING, belongs).score;
        }
        walk(steps, questionnaire.thresholds.continuity)
    })
}

fn walk(steps: [Option<f64>; STEPS - 1], threshold: f64) -> Continuity {
    let mut found = Continuity {
        steps,
        unbroken: 0,
        stalls_at: None,
        unknown_at: None,
    };
    for (index, score) in steps.iter().enumerate() {
        match score {
            Some(score) if at_least(*score, threshold) => found.unbroken += 1,
            Some(_) => {
                found.stalls_at = Some(index + 1);
                break;
            }
            None => {
                found.unknown_at = Some(index + 1);
                break;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_does_not_stall_at_the_threshold_despite_rounding() {
        let found = walk([50.0, 49.999_999_999_99, 80.0, 20.0, 80.0, 80.0, 80.0].map(Some), 50.0);
        assert_eq!((found.unbroken, found.stalls_at, found.unknown_at), (3, Some(4), None));
    }

    #[test]
    fn it_can_stall_at_once_or_not_at_all() {
        let at_once = walk([10.0; 7].map(Some), 50.0);
        assert_eq!((at_once.unbroken, at_once.stalls_at), (0, Some(1)));
        let through = walk([75.0; 7].map(Some), 50.0);
        assert_eq!(
            (through.unbroken, through.stalls_at, through.unknown_at),
            (7, None, None)
        );
    }

    #[test]
    fn steps_after_an_unscored_step_are_not_counted() {
        let mut steps = [75.0; 7].map(Some);
        steps[2] = None;
        steps[4] = Some(0.0);
        let found = walk(steps, 50.0);
        assert_eq!((found.unbroken, found.stalls_at, found.unknown_at), (2, None, Some(3)));
    }
}
