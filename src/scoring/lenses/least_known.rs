//! The rows that the fewest workbooks could answer, so that somebody else can be asked.

use std::collections::BTreeSet;

use crate::answers::{Answer, Region};
use crate::questionnaire::{PerspectiveIndex, Questionnaire, RowIndex};

/// A row that some workbooks do not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LittleKnown {
    /// The row.
    pub(crate) row: RowIndex,
    /// Workbooks that contain it but have no answer, including "weet ik niet".
    pub(crate) unknown: usize,
    /// Workbooks that contain it.
    pub(crate) asked: usize,
}

/// The rows that not every workbook answers, the least answered first. A blank says nothing if another workbook of the
/// same entity and perspective does; joint workbooks do not count.
pub(crate) fn least_known(questionnaire: &Questionnaire, region: &Region) -> Vec<LittleKnown> {
    let mut rows = questionnaire.rows.of_each(|row| LittleKnown {
        row,
        unknown: 0,
        asked: 0,
    });
    for entity in &region.entities {
        let books = || {
            let books = entity.submissions.iter().map(|&book| &region.submissions[book]);
            books.filter(|book| !book.is_joint)
        };
        let given = || {
            books().flat_map(|book| {
                book.answers
                    .iter()
                    .map(|(row, answer)| (book.perspective, row, *answer))
            })
        };
        let said = given().filter(|(_, _, answer)| *answer != Answer::Missing);
        let said: BTreeSet<(PerspectiveIndex, RowIndex)> =
            said.map(|(perspective, row, _)| (perspective, row)).collect();
        for (perspective, row, answer) in given() {
            if answer == Answer::Missing && said.contains(&(perspective, row)) {
                continue;
            }
            let found = &mut rows[row];
            found.asked += 1;
            found.unknown += usize::from(matches!(answer, Answer::Unknown | Answer::Unfounded | Answer::Missing));
        }
    }
    let mut rows: Vec<LittleKnown> = rows.into_iter().filter(|found| found.unknown > 0).collect();
    rows.sort_by(|a, b| {
        // Compares unknown_a / asked_a with unknown_b / asked_b without dividing.
        let share = (b.unknown * a.asked).cmp(&(a.unknown * b.asked));
        share.then(b.unknown.cmp(&a.unknown)).then(a.row.cmp(&b.row))
    });
    rows
}
