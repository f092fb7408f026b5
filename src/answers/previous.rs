//! What an earlier year says about the questions of a new workbook, row by row.

use super::Answer;
use crate::list::List;
use crate::plan::{PlanEntry, Status};
use crate::questionnaire::RowIndex;

/// What is known of an earlier year; empty if nothing is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Previous {
    /// The answers of the same respondents.
    pub answers: Option<Earlier<Vec<Answer>>>,
    /// The region's plan.
    pub plan: Option<Earlier<Option<PlanNote>>>,
}

/// What an earlier year says about each row of the questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier<T> {
    /// The year in question.
    pub year: u16,
    /// One value per row. There may be several answers if people with the same role differed, or if a question replaced
    /// several.
    pub rows: List<RowIndex, T>,
}

/// The facts of a point in the plan that others may see; its other texts are only for the people who wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNote {
    /// Its status, if filled in.
    pub status: Option<Status>,
    /// When it is due, if filled in as a day, month, quarter or year.
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
