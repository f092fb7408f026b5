//! The discussion agenda: rows on which perspectives differ.

use super::Means;
use crate::questionnaire::{PerspectiveIndex, Questionnaire, RowIndex};
use crate::scoring::precision::{at_least, largest_first};

/// A difference in points, equal to one level, that is worth a conversation.
pub const WORTH_DISCUSSING: f64 = 25.0;

/// A row that two or more perspectives answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The row.
    pub row: RowIndex,
    /// Difference in points between the highest and lowest mean.
    pub disagreement: f64,
    /// Mean score of each perspective that answered, in the order of the questionnaire.
    pub means: Vec<(PerspectiveIndex, f64)>,
}

impl Point {
    /// Whether perspectives differ by at least [`WORTH_DISCUSSING`].
    #[must_use]
    pub fn is_worth_discussing(&self) -> bool {
        at_least(self.disagreement, WORTH_DISCUSSING)
    }
}

/// The rows on which perspectives differ by at least [`WORTH_DISCUSSING`], largest difference first.
pub(in crate::scoring) fn agenda(questionnaire: &Questionnaire, means: &Means) -> Vec<Point> {
    let mut points = differences(questionnaire, means);
    points.retain(Point::is_worth_discussing);
    points
}

/// The rows that two or more perspectives answered, largest difference first.
pub(in crate::scoring) fn differences(questionnaire: &Questionnaire, of: &Means) -> Vec<Point> {
    let mut points: Vec<Point> = questionnaire
        .rows
        .indices()
        .filter_map(|row| {
            let means: Vec<(PerspectiveIndex, f64)> = questionnaire
                .perspectives
                .indices()
                .filter_map(|perspective| Some((perspective, of.mean(perspective, row)?)))
                .collect();
            let largest = means.iter().map(|(_, mean)| *mean).fold(f64::NEG_INFINITY, f64::max);
            let smallest = means.iter().map(|(_, mean)| *mean).fold(f64::INFINITY, f64::min);
            (means.len() > 1).then_some(Point {
                row,
                disagreement: largest - smallest,
                means,
            })
        })
        .collect();
    let id = |point: &Point| questionnaire.rows[point.row].id.as_str();
    points.sort_by(|a, b| largest_first(a.disagreement, b.disagreement).then_with(|| id(a).cmp(id(b))));
    points
}
