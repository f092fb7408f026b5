//! The rows of a region taken together every way that is reported: steps, themes, matrix, chain, practices.

use super::chain::{Chain, chain};
use super::continuity::{Continuity, continuity};
use super::question::RowScore;
use super::total::{Least, Total, total_of};
use crate::list::List;
use crate::questionnaire::{PracticeIndex, Questionnaire, RowIndex, STEPS, ThemeIndex};

/// A cell of the matrix: one step, one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MatrixCell {
    /// Step number.
    pub step: usize,
    /// The theme.
    pub theme: ThemeIndex,
    /// Score, withheld below two scored rows or with too low a coverage.
    pub score: Option<f64>,
    /// Scored rows in the cell.
    pub scored: usize,
}

/// What rows come to.
#[derive(Clone, Debug)]
pub struct Totals {
    /// Per step, 0 to 7.
    pub steps: Vec<Total>,
    /// Per theme.
    pub themes: List<ThemeIndex, Total>,
    /// Cells with at least one row.
    pub matrix: Vec<MatrixCell>,
    /// The chain as a whole.
    pub chain: Chain,
    /// Per practice: where a case would stall.
    pub practices: List<PracticeIndex, Continuity>,
}

/// Takes rows together, with the questionnaire's coverage rule where a score is shown.
#[must_use]
pub fn totals(questionnaire: &Questionnaire, rows: &List<RowIndex, RowScore>) -> Totals {
    let covered = covered(questionnaire);
    let steps = steps(questionnaire, rows, covered);
    Totals {
        themes: questionnaire
            .themes
            .of_each(|theme| theme_total(questionnaire, rows, covered, theme)),
        matrix: matrix(questionnaire, rows),
        chain: chain(&steps),
        practices: continuity(questionnaire, rows),
        steps,
    }
}

/// What a score needs before it is shown.
pub(super) fn covered(questionnaire: &Questionnaire) -> Least {
    Least {
        coverage: questionnaire.thresholds.minimum_coverage,
        scored: 0,
    }
}

/// The total of one theme.
pub(super) fn theme_total(
    questionnaire: &Questionnaire,
    rows: &List<RowIndex, RowScore>,
    least: Least,
    theme: ThemeIndex,
) -> Total {
    total_of(questionnaire, rows, least, |row| {
        questionnaire.question_of(row).theme == theme
    })
}

/// The score of each step.
pub(super) fn step_scores(
    questionnaire: &Questionnaire,
    rows: &List<RowIndex, RowScore>,
    least: Least,
) -> [Option<f64>; STEPS] {
    let mut scores = [None; STEPS];
    for (slot, total) in scores.iter_mut().zip(steps(questionnaire, rows, least)) {
        *slot = total.score;
    }
    scores
}

fn steps(questionnaire: &Questionnaire, rows: &List<RowIndex, RowScore>, least: Least) -> Vec<Total> {
    let of_step = |step| {
        total_of(questionnaire, rows, least, |row| {
            questionnaire.question_of(row).step == step
        })
    };
    (0..STEPS).map(of_step).collect()
}

/// A cell shows a score from two scored rows on; one question alone says too little of a theme.
pub const LEAST_SCORED_IN_A_CELL: usize = 2;

fn matrix(questionnaire: &Questionnaire, rows: &List<RowIndex, RowScore>) -> Vec<MatrixCell> {
    let least = Least {
        coverage: questionnaire.thresholds.minimum_coverage,
        scored: LEAST_SCORED_IN_A_CELL,
    };
    let mut cells = Vec::new();
    for step in 0..STEPS {
        for theme in questionnaire.themes.indices() {
            let belongs = |row: RowIndex| {
                let question = questionnaire.question_of(row);
                question.step == step && question.theme == theme
            };
            if !rows.indices().any(belongs) {
                continue;
            }
            let total = total_of(questionnaire, rows, least, belongs);
            cells.push(MatrixCell {
                step,
                theme,
                score: total.score,
                scored: total.scored,
            });
        }
    }
    cells
}
