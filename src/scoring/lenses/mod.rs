//! Other views of the same answers: by perspective, by handover, against facts, by municipality.

pub mod agenda;
pub mod consistency;
pub mod handover;
pub(crate) mod least_known;
pub mod legal;
pub mod plan;
pub(super) mod recommendations;
pub mod settled;
pub mod votes;
pub mod white_spots;

use super::Joined;
use super::answer::State;
use super::totals::{minimum_of_perspective, step_scores};
use crate::questionnaire::{PerspectiveIndex, RowIndex, STEPS};

/// For each perspective with a workbook: its score per step, based on its own workbooks only.
pub(super) fn perspectives(joined: &Joined) -> Vec<(PerspectiveIndex, [Option<f64>; STEPS])> {
    let separate = || joined.region.submissions.iter().filter(|book| !book.is_joint);
    let sent = |perspective: PerspectiveIndex| separate().any(|book| book.perspective == perspective);
    let questionnaire = joined.questionnaire;
    questionnaire
        .perspectives
        .indices()
        .filter(|&perspective| sent(perspective))
        .map(|perspective| {
            (
                perspective,
                step_scores(
                    questionnaire,
                    &joined.rows_of_perspective(perspective),
                    minimum_of_perspective(questionnaire),
                ),
            )
        })
        .collect()
}

/// The mean score on a row of the workbooks of a perspective in the whole region.
fn perspective_mean(joined: &Joined, perspective: PerspectiveIndex, row: RowIndex) -> Option<f64> {
    if !joined.is_view(perspective, row) {
        return None;
    }
    let (mut sum, mut number) = (0.0, 0.0);
    for (index, submission) in joined.region.submissions.iter().enumerate() {
        if submission.perspective == perspective
            && !submission.is_joint
            && let Some(State::Answered(score)) = joined.said(index, row)
        {
            sum += score;
            number += 1.0;
        }
    }
    (number > 0.0).then(|| sum / number)
}
