//! Takes a list of municipalities, in anybody's workbook or as rows of text; returns them with everything that is wrong.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use workbook_guard::Tally;

use super::book::{Book, push, text_content};
use super::cells::Sheet;
use super::collect::Collector;
use super::findings::FileFinding;
use crate::answers::Expected;
use crate::privacy::REDACTED;
use crate::problem::{Checked, Finding, Place};
use crate::questionnaire::{Questionnaire, Role};
use crate::workbook::layout;

/// How many rows of a sheet are read. The Netherlands has fewer than 350 municipalities.
pub const MOST_LISTED: usize = 1_000;

/// The municipalities of a list. A name that looks like personal data is left out.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// The municipalities, in order.
    pub municipalities: Vec<Expected>,
    /// Whether there is such a list, with at least one name.
    pub is_found: bool,
    /// Whether the list has more than [`MOST_LISTED`] rows, so that it was not read to its end.
    pub is_too_long: bool,
}

/// A row of a text file: the number of its line, from 1, and its cells.
pub type TextRow = (u32, Vec<String>);

/// The municipalities in a table with the headers `Gemeente` and `Inwoners`, in a workbook of anybody. The value is `None` if
/// the file as a whole cannot be read, and empty if there is no such table.
#[must_use]
pub fn read_municipalities(bytes: &[u8], file: &str, questionnaire: &Questionnaire) -> Checked<Option<Listed>> {
    let read = || {
        let mut book = Book::open(bytes)?;
        let (mut tally, mut list) = (Tally::new(), List::new(file, questionnaire));
        for name in book.sheet_names() {
            list.sheet(book.sheet(&name, &mut tally)?);
        }
        Ok(list.read())
    };
    // The parser panics on some files that contradict themselves. That is a problem of the file, not of the run.
    let read = catch_unwind(AssertUnwindSafe(read));
    checked(read.unwrap_or(Err(FileFinding::Contradictory)), file)
}

/// The same in the rows of a text file, of which the headers may be anywhere and `Inwoners` may be absent.
#[must_use]
pub fn municipalities_in_rows(rows: &[TextRow], file: &str, questionnaire: &Questionnaire) -> Checked<Option<Listed>> {
    let read = || {
        let (mut tally, mut cells) = (Tally::new(), Vec::new());
        for (line, row) in rows {
            for (column, text) in (0..).zip(row) {
                let content = text_content(Cow::Borrowed(text.as_str()));
                push(&mut cells, (line - 1, column), content, "", &mut tally)?;
            }
        }
        let mut list = List::new(file, questionnaire);
        list.sheet(Sheet {
            name: layout::MUNICIPALITIES.to_owned(),
            cells,
            merged: Vec::new(),
        });
        Ok(list.read())
    };
    let mut checked = checked(read(), file);
    for problem in &mut checked.problems {
        // A text has lines, not sheets and cells.
        let cell = problem.place.cell.take();
        let line = cell.and_then(|cell| cell.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().ok());
        problem.place = Place {
            line,
            ..Place::file(file)
        };
    }
    checked
}

fn checked(read: Result<Checked<Listed>, FileFinding>, file: &str) -> Checked<Option<Listed>> {
    match read {
        Ok(Checked { value, problems }) => Checked {
            value: Some(value),
            problems,
        },
        Err(finding) => Checked {
            value: None,
            problems: vec![finding.at(finding.place(file))],
        },
    }
}

/// Gathers a list, sheet by sheet.
struct List<'q> {
    collector: Collector<'q>,
    is_too_long: bool,
}

impl<'q> List<'q> {
    fn new(file: &'q str, questionnaire: &'q Questionnaire) -> Self {
        Self {
            collector: Collector::new(file, questionnaire, Role::Region, &BTreeMap::new()),
            is_too_long: false,
        }
    }

    fn sheet(&mut self, mut sheet: Sheet) {
        let end: Option<usize> = {
            let rows = sheet.rows();
            let mut ends = rows.scan(0, |end, row| {
                *end += row.len();
                Some(*end)
            });
            ends.nth(MOST_LISTED)
        };
        if let Some(end) = end {
            sheet.cells.truncate(end);
        }
        let before = self.collector.municipalities_found();
        self.collector.sheet(&sheet);
        self.is_too_long |= end.is_some() && self.collector.municipalities_found() > before;
    }

    fn read(self) -> Checked<Listed> {
        let (context, problems) = self.collector.context();
        let mut municipalities = context.municipalities;
        let is_found = !municipalities.is_empty();
        municipalities.retain(|listed| !listed.name.contains(REDACTED));
        Checked {
            value: Listed {
                municipalities,
                is_found,
                is_too_long: self.is_too_long,
            },
            problems,
        }
    }
}
