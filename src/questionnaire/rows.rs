//! Questions spelled out into the rows that are answered and scored.

use super::{Named, Question, Row};

/// One row for each question, or for each practice of a per-practice question, the weight shared equally.
pub(super) fn spell_out(questions: &[Question], practices: &[Named]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (index, question) in questions.iter().enumerate() {
        if !question.per_practice {
            rows.push(Row {
                id: question.id.clone(),
                question: index,
                practice: None,
                weight: question.weight,
            });
            continue;
        }
        let own: Vec<usize> = if question.practices.is_empty() {
            (0..practices.len()).collect()
        } else {
            question.practices.clone()
        };
        let share = question.weight / own.len() as f64;
        rows.extend(own.iter().map(|&practice| Row {
            id: format!("{}.{}", question.id, practices[practice].key),
            question: index,
            practice: Some(practice),
            weight: share,
        }));
    }
    rows
}
