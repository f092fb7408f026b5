//! Takes the workbooks of one entity from one perspective; returns what they say together: parts of one workbook, or
//! several opinions.

use std::collections::BTreeMap;

use super::{Answer, Submission};
use crate::questionnaire::{PerspectiveIndex, Role, RowIndex};
use crate::spelling::fold;

/// Whose workbook it is, and from which perspective.
pub type Side = (Role, String, PerspectiveIndex);

impl Submission {
    /// Whose workbook it is, and from which perspective. Names are folded; the region itself has none here, as its
    /// workbooks may spell it differently.
    #[must_use]
    pub fn side(&self) -> Side {
        let name = self.municipality.as_deref().map_or_else(String::new, fold);
        (self.role, name, self.perspective)
    }
}

/// What several workbooks of one side say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// The number of rows that several workbooks answer, all alike.
    pub alike: usize,
    /// Rows that are answered differently, each with the first two workbooks that differ.
    pub differing: Vec<(RowIndex, [usize; 2])>,
    /// Rows that no workbook answers, in order.
    pub open: Vec<RowIndex>,
    /// Whether every workbook answers a row that no other answers.
    each_adds: bool,
}

/// What a row is given by several workbooks.
struct Given {
    first: usize,
    answer: Answer,
    times: usize,
    differs: Option<usize>,
}

impl Together {
    /// Compares workbooks of one side, or looks at a single one.
    #[must_use]
    pub fn of(books: &[&Submission]) -> Self {
        let mut rows: BTreeMap<RowIndex, Option<Given>> = BTreeMap::new();
        for (book, submission) in books.iter().enumerate() {
            for (row, &answer) in submission.answers.iter() {
                let given = rows.entry(row).or_default();
                match given {
                    _ if answer == Answer::Missing => {}
                    Some(given) => {
                        given.times += 1;
                        if given.answer != answer {
                            given.differs.get_or_insert(book);
                        }
                    }
                    None => {
                        *given = Some(Given {
                            first: book,
                            answer,
                            times: 1,
                            differs: None,
                        });
                    }
                }
            }
        }
        let mut together = Self::default();
        let mut adds = vec![false; books.len()];
        for (row, given) in rows {
            match given {
                None => together.open.push(row),
                Some(Given { first, times: 1, .. }) => adds[first] = true,
                Some(Given { differs: None, .. }) => together.alike += 1,
                Some(Given {
                    first,
                    differs: Some(other),
                    ..
                }) => together.differing.push((row, [first, other])),
            }
        }
        together.each_adds = adds.into_iter().all(|adds| adds);
        together
    }

    /// Whether these are parts of one workbook: each adds something, and none contradicts another.
    #[must_use]
    pub fn are_parts(&self) -> bool {
        self.each_adds && self.differing.is_empty()
    }

    /// Whether these are parts of which none repeats anything of another.
    #[must_use]
    pub fn are_separate_parts(&self) -> bool {
        self.are_parts() && self.alike == 0
    }

    /// Rows that this workbook leaves blank and another one answers.
    #[must_use]
    pub fn answered_elsewhere(&self, book: &Submission) -> Vec<RowIndex> {
        let blank = book.answers.iter().filter(|(_, answer)| **answer == Answer::Missing);
        let rows = blank.map(|(row, _)| row);
        rows.filter(|row| self.open.binary_search(row).is_err()).collect()
    }
}
