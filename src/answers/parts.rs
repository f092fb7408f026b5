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

    /// The rows that it answers, if only with "weet ik niet".
    pub fn answered(&self) -> impl Iterator<Item = (RowIndex, Answer)> {
        let answers = self.answers.iter().map(|(row, &answer)| (row, answer));
        answers.filter(|(_, answer)| *answer != Answer::Missing)
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
    /// For each workbook, the rows that it answers differently from another one, each with that one.
    pub differences: Vec<Vec<(RowIndex, usize)>>,
    /// For each workbook, whether all it answers is answered in another one, too.
    pub repeats: Vec<bool>,
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
        let mut together = Self {
            differences: vec![Vec::new(); books.len()],
            ..Self::default()
        };
        for (book, submission) in books.iter().enumerate() {
            let mut answers = false;
            let mut adds = false;
            for (row, answer) in submission.answered() {
                let Some(Some(given)) = rows.get(&row) else { continue };
                answers = true;
                adds |= given.times == 1;
                if let Some(differs) = given.differs {
                    let other = if given.answer == answer { differs } else { given.first };
                    together.differences[book].push((row, other));
                }
            }
            together.repeats.push(answers && !adds);
        }
        for (row, given) in rows {
            match given {
                None => together.open.push(row),
                Some(Given { times: 1, .. }) => {}
                Some(Given { differs: None, .. }) => together.alike += 1,
                Some(Given {
                    first,
                    differs: Some(other),
                    ..
                }) => together.differing.push((row, [first, other])),
            }
        }
        together
    }

    /// Whether these are parts of one workbook: none contradicts another, and none only repeats others. One without any
    /// answer does neither.
    #[must_use]
    pub fn are_parts(&self) -> bool {
        self.differing.is_empty() && !self.repeats.contains(&true)
    }

    /// Rows that this workbook leaves blank and another one answers.
    #[must_use]
    pub fn answered_elsewhere(&self, book: &Submission) -> Vec<RowIndex> {
        let blank = book.answers.iter().filter(|(_, answer)| **answer == Answer::Missing);
        let rows = blank.map(|(row, _)| row);
        rows.filter(|row| self.open.binary_search(row).is_err()).collect()
    }
}
