//! Takes the bytes of any workbook; returns the municipalities in a list on one of its sheets.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use workbook_guard::Tally;

use super::book::Book;
use super::collect::Collector;
use super::findings::FileFinding;
use crate::answers::Expected;
use crate::problem::{Checked, Finding};
use crate::questionnaire::{Questionnaire, Role};

/// The municipalities in a table with the headers `Gemeente` and `Inwoners`, in a workbook of anybody. The value is `None` if
/// the file as a whole cannot be read, and empty if there is no such table.
#[must_use]
pub fn read_municipalities(bytes: &[u8], file: &str, questionnaire: &Questionnaire) -> Checked<Option<Vec<Expected>>> {
    // The parser panics on some files that contradict themselves. That is a problem of the file, not of the run.
    let read = catch_unwind(AssertUnwindSafe(|| municipalities(bytes, file, questionnaire)));
    read.unwrap_or(Err(FileFinding::Contradictory))
        .unwrap_or_else(|finding| Checked {
            value: None,
            problems: vec![finding.at(finding.place(file))],
        })
}

fn municipalities(
    bytes: &[u8],
    file: &str,
    questionnaire: &Questionnaire,
) -> Result<Checked<Option<Vec<Expected>>>, FileFinding> {
    let mut book = Book::open(bytes)?;
    let mut tally = Tally::new();
    let mut collector = Collector::new(file, questionnaire, Role::Region, &BTreeMap::new());
    for name in book.sheet_names() {
        collector.sheet(&book.sheet(&name, &mut tally)?);
    }
    let (context, problems) = collector.context();
    Ok(Checked {
        value: Some(context.municipalities),
        problems,
    })
}
