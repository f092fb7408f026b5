//! Handovers: whether sender and receiver give the same answers about an agreement.

use super::Means;
use crate::questionnaire::{PerspectiveIndex, Questionnaire, RowIndex};
use crate::scoring::precision::at_least;

/// A handover as seen from both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handover {
    /// The row.
    pub row: RowIndex,
    /// The perspective that hands over.
    pub from: PerspectiveIndex,
    /// The perspective that receives.
    pub to: PerspectiveIndex,
    /// Mean score of the sender's answers, 0 to 100.
    pub from_score: Option<f64>,
    /// Mean score of the receiver's answers, 0 to 100.
    pub to_score: Option<f64>,
    /// Whether both answered and their scores differ by at least the questionnaire's threshold.
    pub mismatch: bool,
}

/// Every handover in the questionnaire, whether answered or not.
pub(in crate::scoring) fn handovers(questionnaire: &Questionnaire, means: &Means) -> Vec<Handover> {
    let threshold = questionnaire.thresholds.handover_difference;
    let rows = questionnaire.rows.indices();
    rows.filter_map(|row| {
        let (from, to) = questionnaire.question_of(row).handover?;
        let from_score = means.mean(from, row);
        let to_score = means.mean(to, row);
        let mismatch = matches!((from_score, to_score), (Some(a), Some(b)) if at_least((a - b).abs(), threshold));
        Some(Handover {
            row,
            from,
            to,
            from_score,
            to_score,
            mismatch,
        })
    })
    .collect()
}
