//! How far the region is with what a source asks, based on the questions that measure it.

use crate::list::List;
use crate::questionnaire::{Questionnaire, Recommendation, RowIndex};
use crate::scoring::RowScore;
use crate::scoring::total::{Minimum, total_of};

/// The score over all scored rows that measure a recommendation.
pub(in crate::scoring) fn score(
    questionnaire: &Questionnaire,
    rows: &List<RowIndex, RowScore>,
    recommendation: &Recommendation,
) -> Option<f64> {
    let asks = |row: RowIndex| {
        let question = questionnaire.question_of(row);
        question.recommendations.contains(&recommendation.id)
    };
    total_of(questionnaire, rows, Minimum::NONE, asks).score
}
