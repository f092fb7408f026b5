//! Takes the bytes of a report; returns what it says about itself if it was made to be shared.

use std::panic::{AssertUnwindSafe, catch_unwind};

use workbook_guard::Tally;

use super::book::Book;
use super::read_meta;
use crate::answers::Response;
use crate::workbook::layout::{self, BookKind, meta};

/// A report that was made to be shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedReport {
    /// The region it is about.
    pub region: String,
    /// The year it is about.
    pub year: u16,
    /// The number of municipalities asked, and the number that had answered.
    pub response: Response,
    /// Marks of what it shows, as it was made.
    pub marks: Vec<String>,
}

/// Reads what a workbook says about itself. `None` if it is not a report that was made to be shared.
#[must_use]
pub fn read_shared_report(bytes: &[u8]) -> Option<SharedReport> {
    // The parser panics on some files that contradict themselves; that costs this file, not the run.
    catch_unwind(AssertUnwindSafe(|| shared_report(bytes))).ok().flatten()
}

fn shared_report(bytes: &[u8]) -> Option<SharedReport> {
    let mut book = Book::open(bytes).ok()?;
    let name = book.sheet_called(layout::META)?;
    let facts = read_meta(&book.sheet(&name, &mut Tally::new()).ok()?);
    let fact = |key: &str| facts.get(key).map_or("", String::as_str);
    if fact(meta::KIND) != BookKind::Report.key() || fact(meta::SHARED).is_empty() {
        return None;
    }
    Some(SharedReport {
        region: fact(meta::REGION).to_owned(),
        year: fact(meta::YEAR).parse().ok()?,
        response: Response {
            expected: fact(meta::EXPECTED).parse().ok()?,
            responded: fact(meta::RESPONDED).parse().ok()?,
        },
        marks: meta::marks(&facts).map(str::to_owned).collect(),
    })
}
