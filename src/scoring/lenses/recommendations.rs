//! How far along the region is with what a source asks: the questions about it taken together.

use crate::questionnaire::{Questionnaire, Recommendation};
use crate::scoring::RowScore;
use crate::scoring::total::{Least, total_of};

/// The score over all rows that ask about a recommendation, as far as they have one.
pub(crate) fn score(questionnaire: &Questionnaire, rows: &[RowScore], recommendation: &Recommendation) -> Option<f64> {
    let asks = |row: usize| {
        let question = questionnaire.question_of(row);
        question.recommendations.contains(&recommendation.id)
    };
    total_of(questionnaire, rows, Least::NOTHING, asks).score
}
