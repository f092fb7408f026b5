//! What the people of an entity answered separately, row by row, for the workbook in which they agree on an answer.

use super::Answer;
use crate::list::List;
use crate::questionnaire::{PerspectiveIndex, RowIndex};

/// What was answered separately, and the perspective from which all will answer together.
#[derive(Clone, Debug)]
pub struct Separate {
    /// The joint perspective.
    pub joint: PerspectiveIndex,
    /// What was answered to each row.
    pub rows: List<RowIndex, Vec<Said>>,
    /// The difference in points between perspectives, of rows that two or more answered.
    pub differences: List<RowIndex, Option<f64>>,
    /// The difference in points from which a row is worth discussing.
    pub worth_discussing: f64,
    /// The rows to discuss first, largest difference first.
    pub to_discuss: Vec<RowIndex>,
}

/// What the workbooks of one perspective say about a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The perspective.
    pub perspective: PerspectiveIndex,
    /// The different answers, each with the number of workbooks that give it.
    pub answers: Vec<(Answer, usize)>,
    /// The evidence given, redacted.
    pub grounds: Vec<String>,
}
