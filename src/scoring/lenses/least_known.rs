//! The rows that the fewest workbooks could answer, so that somebody else can be asked.

use crate::answers::{Answer, Region};
use crate::questionnaire::{Questionnaire, RowIndex};

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

/// What each separate workbook says about a row. A blank says nothing if another workbook of the same perspective does.
fn said(region: &Region, row: RowIndex) -> Vec<&Answer> {
    let mut said = Vec::new();
    for entity in &region.entities {
        let books = || {
            let books = entity.submissions.iter().map(|&book| &region.submissions[book]);
            books.filter(|book| !book.is_joint)
        };
        for book in books() {
            let is_said = || {
                let mut others = books().filter(|other| other.perspective == book.perspective);
                others.any(|other| other.answers.get(row).is_some_and(|answer| *answer != Answer::Missing))
            };
            let answer = book.answers.get(row);
            said.extend(answer.filter(|answer| **answer != Answer::Missing || !is_said()));
        }
    }
    said
}

/// The rows that not every workbook answers, the least answered first.
pub(crate) fn least_known(questionnaire: &Questionnaire, region: &Region) -> Vec<LittleKnown> {
    let mut rows: Vec<LittleKnown> = questionnaire
        .rows
        .indices()
        .map(|row| {
            let given = said(region, row);
            let silent = |answer: &&&Answer| matches!(answer, Answer::Unknown | Answer::Unfounded | Answer::Missing);
            LittleKnown {
                row,
                unknown: given.iter().filter(silent).count(),
                asked: given.len(),
            }
        })
        .filter(|found| found.unknown > 0)
        .collect();
    rows.sort_by(|a, b| {
        // Compares unknown_a / asked_a with unknown_b / asked_b without dividing.
        let share = (b.unknown * a.asked).cmp(&(a.unknown * b.asked));
        share.then(b.unknown.cmp(&a.unknown)).then(a.row.cmp(&b.row))
    });
    rows
}
