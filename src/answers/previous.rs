//! What an earlier year says beside the questions of a new workbook: plain values, row by row.

use super::Answer;
use crate::list::List;
use crate::plan::{PlanEntry, Status};
use crate::questionnaire::RowIndex;

/// What is known of an earlier year; empty where nothing is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Previous {
    /// What was answered by the same side.
    pub answers: Option<Earlier<Vec<Answer>>>,
    /// What the region's plan says.
    pub plan: Option<Earlier<Option<PlanNote>>>,
}

/// What an earlier year says about each row of the questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier<T> {
    /// The year.
    pub year: u16,
    /// Per row. Of answers there are more than one where several people of one side differed, or
    /// where a question took the place of several.
    pub rows: List<RowIndex, T>,
}

/// What may be told on of a point of the plan; its other texts are for who wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNote {
    /// How far it is, if that is told.
    pub status: Option<Status>,
    /// When it is to be ready, if that is told as a day, month or year.
    pub ready_by: Option<String>,
}

impl From<&PlanEntry> for PlanNote {
    fn from(entry: &PlanEntry) -> Self {
        Self {
            status: entry.status(),
            ready_by: entry.ready_by().map(str::to_owned),
        }
    }
}
