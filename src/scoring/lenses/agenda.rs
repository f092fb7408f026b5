//! The discussion agenda: rows that one perspective sees otherwise than another.

use super::perspective_mean;
use crate::questionnaire::{PerspectiveIndex, RowIndex};
use crate::scoring::Joined;
use crate::scoring::precision::{at_least, largest_first};

/// A difference of one level is worth a conversation, in points.
pub const WORTH_DISCUSSING: f64 = 25.0;

/// A row to discuss.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The row.
    pub row: RowIndex,
    /// Largest mean minus smallest, 25 to 100.
    pub disagreement: f64,
    /// Mean of each perspective that answered, in the questionnaire's order.
    pub means: Vec<(PerspectiveIndex, f64)>,
}

/// The rows on which two or more perspectives differ by 25 or more, largest difference first.
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
