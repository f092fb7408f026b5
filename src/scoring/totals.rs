//! Takes the figures of rows; returns every total that is reported: steps, themes, matrix, chain, practices.

use super::chain::{Chain, chain};
use super::continuity::{Continuity, continuity};
use super::question::RowScore;
use super::total::{Least, Total, total_of};
use crate::list::List;
use crate::questionnaire::{PracticeIndex, Questionnaire, RowIndex, STEPS, ThemeIndex};

/// A cell of the matrix of steps and themes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MatrixCell {
    /// Step number.
    pub step: usize,
    /// The theme.
    pub theme: ThemeIndex,
    /// Score, 0 to 100; withheld if fewer than two rows are scored or the coverage is too low.
    pub score: Option<f64>,
    /// The number of scored rows in the cell.
    pub scored: usize,
}

/// The totals of a set of rows.
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

/// Computes all totals. A score that is shown must have the questionnaire's minimum coverage.
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

/// The minimum for a score to be shown.
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

/// A cell needs two scored rows: a single question says too little about a theme.
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
