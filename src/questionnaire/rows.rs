//! Splits questions into the rows that are answered and scored.

use super::{Named, PracticeIndex, Question, QuestionIndex, Row, RowIndex};
use crate::list::List;

/// The number of rows that these questions have.
pub(super) fn count(questions: &List<QuestionIndex, Question>, practices: &List<PracticeIndex, Named>) -> usize {
    let rows_of = |question: &Question| match question.practices.len() {
        _ if !question.per_practice => 1,
        0 => practices.len(),
        some => some,
    };
    questions.iter().map(rows_of).sum()
}

/// One row for each question, or for each practice of a per-practice question, among which the weight is divided
/// equally.
pub(super) fn spell_out(
    questions: &List<QuestionIndex, Question>,
    practices: &List<PracticeIndex, Named>,
) -> List<RowIndex, Row> {
    let mut rows = List::new();
    for (index, question) in questions.indexed() {
        if !question.per_practice {
            rows.push(Row {
                id: question.id.clone(),
                question: index,
                practice: None,
                weight: question.weight,
            });
            continue;
        }
        let own: Vec<PracticeIndex> = if question.practices.is_empty() {
            practices.indices().collect()
        } else {
            question.practices.clone()
        };
        let share = question.weight / own.len() as f64;
        for practice in own.iter().copied() {
            rows.push(Row {
                id: format!("{}.{}", question.id, practices[practice].key),
                question: index,
                practice: Some(practice),
                weight: share,
            });
        }
    }
    rows
}
