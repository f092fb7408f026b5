//! The discussion agenda: rows on which perspectives differ.

use super::perspective_mean;
use crate::questionnaire::{PerspectiveIndex, RowIndex};
use crate::scoring::Joined;
use crate::scoring::precision::{at_least, largest_first};

/// A difference in points, equal to one level, that is worth a conversation.
pub const WORTH_DISCUSSING: f64 = 25.0;

/// A row to discuss.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The row.
    pub row: RowIndex,
    /// Difference in points between the highest and lowest mean, 25 to 100.
    pub disagreement: f64,
    /// Mean score of each perspective that answered, in the order of the questionnaire.
    pub means: Vec<(PerspectiveIndex, f64)>,
}

/// The rows on which perspectives differ by at least [`WORTH_DISCUSSING`], largest difference first.
pub(in crate::scoring) fn agenda(joined: &Joined) -> Vec<Point> {
    let questionnaire = joined.questionnaire;
    let mut points: Vec<Point> = questionnaire
        .rows
        .indices()
        .filter_map(|row| {
            let means: Vec<(PerspectiveIndex, f64)> = questionnaire
                .perspectives
                .indices()
                .filter_map(|perspective| Some((perspective, perspective_mean(joined, perspective, row)?)))
                .collect();
            let largest = means.iter().map(|(_, mean)| *mean).fold(f64::NEG_INFINITY, f64::max);
            let smallest = means.iter().map(|(_, mean)| *mean).fold(f64::INFINITY, f64::min);
            let disagreement = largest - smallest;
            (means.len() > 1 && at_least(disagreement, WORTH_DISCUSSING)).then_some(Point {
                row,
                disagreement,
                means,
            })
        })
        .collect();
    let id = |point: &Point| questionnaire.rows[point.row].id.as_str();
    points.sort_by(|a, b| largest_first(a.disagreement, b.disagreement).then_with(|| id(a).cmp(id(b))));
    points
}
