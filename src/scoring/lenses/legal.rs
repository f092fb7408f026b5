//! Legal requirements that are not fully met.

use crate::answers::EntityIndex;
use crate::list::List;
use crate::questionnaire::RowIndex;
use crate::scoring::answer::State;
use crate::scoring::precision::below;
use crate::scoring::{Joined, RowScore};

/// A legal row below 100.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalPoint {
    /// The row.
    pub row: RowIndex,
    /// Entities that score below 100. Those that did not answer are not listed.
    pub entities: Vec<EntityIndex>,
}

/// Every legal row that scores below 100.
pub(in crate::scoring) fn legal(joined: &Joined, rows: &List<RowIndex, RowScore>) -> Vec<LegalPoint> {
    rows.indices()
        .filter(|&row| joined.questionnaire.question_of(row).legal)
        .filter(|&row| rows[row].score.is_some_and(|score| below(score, 100.0)))
        .map(|row| LegalPoint {
            row,
            entities: joined
                .entities_of(joined.questionnaire.question_of(row).role)
                .filter(
                    |&entity| matches!(joined.entity_state(entity, row), State::Answered(score) if below(score, 100.0)),
                )
                .collect(),
        })
        .collect()
}
