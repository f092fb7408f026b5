//! What perspectives see differently, and its picture.

use super::super::phrases::{caption, point_name};
use super::points::Point;
use crate::plan::PointKind;
use crate::questionnaire::{PerspectiveIndex, RowIndex};
use crate::report::Report;
use crate::report::outline::{Cell, Chart, ChartKey, DumbbellRow, Dumbbells, Picture};
use crate::scoring::precision::{largest_first, shown};
use crate::wording::{count, whole};

/// A row that perspectives see differently.
pub(super) struct Disagreement<'r> {
    of: RowIndex,
    /// What each perspective gives, on average.
    means: &'r [(PerspectiveIndex, f64)],
    /// The difference of the highest and the lowest of them, as they are shown.
    difference: f64,
    /// Whether experts by experience or community leaders are among them.
    informal: bool,
}

/// What perspectives see differently: the largest difference first, and among equals those that experts by experience or
/// community leaders take part in.
pub(super) fn disagreements<'r>(report: &'r Report) -> Vec<Disagreement<'r>> {
    let perspectives = &report.questionnaire.perspectives;
    let points = report.score.agenda.iter().map(|found| {
        let means = || found.means.iter().map(|&(_, mean)| shown(mean));
        Disagreement {
            of: found.row,
            means: &found.means,
            difference: means().fold(0.0, f64::max) - means().fold(100.0, f64::min),
            informal: found.means.iter().any(|&(one, _)| perspectives[one].informal),
        }
    });
    let mut points: Vec<Disagreement> = points.collect();
    points
        .sort_by(|one, other| largest_first(one.difference, other.difference).then(other.informal.cmp(&one.informal)));
    points
}

impl Disagreement<'_> {
    pub(super) fn point(&self, report: &Report) -> Point {
        Point {
            kind: PointKind::Difference,
            row: self.of,
            figure: Cell::Score(Some(self.difference)),
            words: self.views(report),
        }
    }

    /// "Gemeente 75, Veilig Thuis 25".
    fn views(&self, report: &Report) -> String {
        let views = self.means.iter().map(|&(perspective, mean)| {
            let name = &report.questionnaire.perspectives[perspective].name;
            format!("{name} {}", whole(mean))
        });
        views.collect::<Vec<_>>().join(", ")
    }
}

/// What each perspective gives to these points; `None` if there are none.
pub(super) fn chart(report: &Report, found: &[Disagreement]) -> Option<Chart> {
    let questionnaire = report.questionnaire;
    let first = found.first()?;
    let mut who: Vec<PerspectiveIndex> = found.iter().flat_map(|one| one.means).map(|&(who, _)| who).collect();
    who.sort_unstable();
    who.dedup();
    let rows = found.iter().map(|one| DumbbellRow {
        name: point_name(questionnaire, one.of),
        norm: Some(questionnaire.question_of(one.of).norm),
        scores: who
            .iter()
            .map(|of| {
                let mean = one.means.iter().find(|(who, _)| who == of).map(|&(_, mean)| mean);
                mean.into()
            })
            .collect(),
    });
    let in_words = found
        .iter()
        .map(|one| format!("{}: {}", point_name(questionnaire, one.of), one.views(report)));
    Some(Chart {
        key: ChartKey::Disagreements,
        of: None,
        title: format!(
            "{}: {} verschil",
            questionnaire.question_of(first.of).short,
            count(first.difference as usize, "punt", "punten")
        ),
        alternative: format!(
            "Per punt de score die elk perspectief geeft. {}.",
            in_words.collect::<Vec<_>>().join(". ")
        ),
        caption: caption(report),
        picture: Some(Picture::Dumbbells(Dumbbells {
            who: who
                .iter()
                .map(|&who| questionnaire.perspectives[who].name.clone())
                .collect(),
            rows: rows.collect(),
        })),
        native: None,
    })
}
