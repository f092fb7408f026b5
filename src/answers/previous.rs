//! What an earlier year says about the questions of a new workbook, row by row, and about the steps.

use super::Answer;
use crate::list::List;
use crate::plan::{PlanEntry, Status};
use crate::questionnaire::{RowIndex, STEPS};

/// What is known of an earlier year; empty if nothing is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Previous {
    /// The answers of the same respondents.
    pub answers: Option<Earlier<Vec<Answer>>>,
    /// The region's plan.
    pub plan: Option<Earlier<Option<PlanNote>>>,
    /// The region's steps, for its own workbook.
    pub steps: Option<EarlierSteps>,
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

/// What an earlier year says about the steps of a region, 0 to 7.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EarlierSteps {
    /// The year in question.
    pub year: u16,
    /// Scores from 0 to 100, all municipalities with the same weight; `None` if too little was answered.
    pub scores: [Option<f64>; STEPS],
    /// What the region wanted to reach; `None` where it did not say.
    pub ambitions: [Option<f64>; STEPS],
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
