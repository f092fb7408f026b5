//! Handovers: whether sender and receiver tell the same story about one agreement.

use super::perspective_mean;
use crate::questionnaire::{PerspectiveIndex, RowIndex};
use crate::scoring::Joined;
use crate::scoring::precision::at_least;

/// One handover as both sides see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handover {
    /// The row.
    pub row: RowIndex,
    /// Perspective that hands over.
    pub from: PerspectiveIndex,
    /// Perspective that receives.
    pub to: PerspectiveIndex,
    /// Mean of the sender's answers, if any.
    pub from_score: Option<f64>,
    /// Mean of the receiver's answers, if any.
    pub to_score: Option<f64>,
    /// Whether both answered and differ by the questionnaire's threshold or more.
    pub mismatch: bool,
}

/// Every handover that is asked about, answered or not.
pub(in crate::scoring) fn handovers(joined: &Joined) -> Vec<Handover> {
    let threshold = joined.questionnaire.thresholds.handover_difference;
    let rows = joined.questionnaire.rows.indices();
    rows.filter_map(|row| {
        let (from, to) = joined.questionnaire.question_of(row).handover?;
        let from_score = perspective_mean(joined, from, row);
        let to_score = perspective_mean(joined, to, row);
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
