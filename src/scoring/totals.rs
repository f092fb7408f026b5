//! Takes the figures of rows; returns every total that is reported: steps, themes, matrix, chain, practices.

use super::chain::{Chain, chain};
use super::continuity::{Continuity, continuity};
use super::question::{RowScore, short};
use super::total::{Minimum, Total, total_of};
use crate::list::List;
use crate::questionnaire::{PracticeIndex, Questionnaire, RowIndex, STEPS, ThemeIndex};

/// A cell of the matrix of steps and themes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MatrixCell {
    /// Step number.
    pub step: usize,
    /// The theme.
    pub theme: ThemeIndex,
    /// Score, 0 to 100; `None` if too little was answered or applies.
    pub score: Option<f64>,
    /// Weighted mean of the rows' norms.
    pub norm: Option<f64>,
    /// The number of scored rows in the cell.
    pub scored: usize,
}

impl MatrixCell {
    /// Points below the norm, as the figures show; `None` at or above it, or without a score.
    #[must_use]
    pub fn short(&self) -> Option<f64> {
        short(self.norm?, self.score?)
    }
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

/// Computes all totals. A score is shown only if enough was answered, and enough of what was asked applies.
#[must_use]
pub fn totals(questionnaire: &Questionnaire, rows: &List<RowIndex, RowScore>) -> Totals {
    let minimum = minimum(questionnaire);
    let steps = steps(questionnaire, rows, minimum);
    Totals {
        themes: questionnaire
            .themes
            .of_each(|theme| theme_total(questionnaire, rows, minimum, theme)),
        matrix: matrix(questionnaire, rows, minimum),
        chain: chain(&steps),
        practices: continuity(questionnaire, rows),
        steps,
    }
}

/// The scored rows that a score must be based on: a single question says too little.
pub const FEWEST_SCORED: usize = 2;

/// The minimum for a score to be shown.
fn minimum(questionnaire: &Questionnaire) -> Minimum {
    Minimum {
        rows: FEWEST_SCORED,
        ..minimum_of_perspective(questionnaire)
    }
}

/// The same for the view of one perspective, whose workbook may have a single question for a step.
pub(super) fn minimum_of_perspective(questionnaire: &Questionnaire) -> Minimum {
    Minimum {
        share: questionnaire.thresholds.minimum_coverage,
        rows: 0,
    }
}

/// The total of one theme.
pub(super) fn theme_total(
    questionnaire: &Questionnaire,
    rows: &List<RowIndex, RowScore>,
    minimum: Minimum,
    theme: ThemeIndex,
) -> Total {
    total_of(questionnaire, rows, minimum, |row| {
        questionnaire.question_of(row).theme == theme
    })
}

/// The score of each step.
pub(super) fn step_scores(
    questionnaire: &Questionnaire,
    rows: &List<RowIndex, RowScore>,
    minimum: Minimum,
) -> [Option<f64>; STEPS] {
    let mut scores = [None; STEPS];
    for (slot, total) in scores.iter_mut().zip(steps(questionnaire, rows, minimum)) {
        *slot = total.score;
    }
    scores
}

/// The total of each step.
pub(super) fn steps(questionnaire: &Questionnaire, rows: &List<RowIndex, RowScore>, minimum: Minimum) -> Vec<Total> {
    let of_step = |step| {
        total_of(questionnaire, rows, minimum, |row| {
            questionnaire.question_of(row).step == step
        })
    };
    (0..STEPS).map(of_step).collect()
}

fn matrix(questionnaire: &Questionnaire, rows: &List<RowIndex, RowScore>, minimum: Minimum) -> Vec<MatrixCell> {
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
            let total = total_of(questionnaire, rows, minimum, belongs);
            cells.push(MatrixCell {
                step,
                theme,
                score: total.score,
                norm: total.norm,
                scored: total.scored,
            });
        }
    }
    cells
}
