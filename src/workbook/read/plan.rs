//! The improvement plan in a report of ours becomes what people filled in, point by point.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::cells::{Book, Cell, Content, Sheet, at};
use super::entry_findings::EntryFinding;
use super::guard::Bounds;
use super::notes::Notes;
use super::words::{quote, show};
use crate::plan::{FIELDS, FREE_TEXTS, PlanEntry};
use crate::privacy::blotted;
use crate::problem::{Checked, Place};
use crate::spelling::fold;
use crate::workbook::layout::{self, BookKind, header, meta};

/// Reads the plan back from a report, wherever it was moved to. There is none where the bytes are no report
/// of ours; points without anything filled in are left out, and what could lead to a person is blotted out.
#[must_use]
pub fn read_plan(bytes: &[u8]) -> Option<Vec<PlanEntry>> {
    check_plan(bytes, "").value
}

/// The same, with a warning for each cell in which something is blotted out. `file` is how messages call it.
#[must_use]
pub fn check_plan(bytes: &[u8], file: &str) -> Checked<Option<Vec<PlanEntry>>> {
    let mut reader = PlanReader {
        file,
        plan: Vec::new(),
        notes: Notes::default(),
    };
    // As for any workbook: the parser panics on some files.
    let read = catch_unwind(AssertUnwindSafe(|| reader.book(bytes)));
    Checked {
        value: read.ok().flatten().map(|()| reader.plan),
        problems: reader.notes.into_problems(),
    }
}

struct PlanReader<'f> {
    file: &'f str,
    plan: Vec<PlanEntry>,
    notes: Notes,
}

/// Whether the bytes are a report of ours that was made to be passed on.
#[must_use]
pub fn is_shared_report(bytes: &[u8]) -> bool {
    let facts = Book::open(bytes)
        .ok()
        .and_then(|mut book| facts_of_report(&mut book, &mut Bounds::new()));
    facts.is_some_and(|facts| facts.contains_key(meta::SHARED))
}

/// What a report says of itself; nothing where it is no report of ours.
fn facts_of_report(book: &mut Book, bounds: &mut Bounds) -> Option<BTreeMap<String, String>> {
    let names = book.sheet_names();
    let meta_name = names.iter().find(|name| fold(name) == layout::META)?;
    let facts = super::read_meta(&book.sheet(meta_name, bounds).ok()?);
    let is_report = facts.get(meta::KIND).map(String::as_str) == Some(BookKind::Report.key());
    is_report.then_some(facts)
}

/// The columns of a plan's table: its ids, and what people fill in.
struct Columns {
    id: u32,
    fields: [Option<u32>; FIELDS.len()],
}

impl Columns {
    /// The columns, where this row is the plan's header.
    fn of_header(row: &[Cell]) -> Option<Self> {
        let column = |name: &str| {
            let named = |cell: &&Cell| cell.content.text().is_some_and(|text| fold(text) == fold(name));
            row.iter().find(named).map(|cell| cell.column)
        };
        let fields = FIELDS.map(column);
        // A table of questions has an ID, too; only the plan has room for these.
        fields[0].and(fields[FIELDS.len() - 1])?;
        Some(Self {
            id: column(header::ID)?,
            fields,
        })
    }
}

impl PlanReader<'_> {
    /// Reads the plan of a whole workbook; `None` where it is no report of ours.
    fn book(&mut self, bytes: &[u8]) -> Option<()> {
        let mut book = Book::open(bytes).ok()?;
        let mut bounds = Bounds::new();
        facts_of_report(&mut book, &mut bounds)?;
        for name in book.sheet_names().iter().filter(|name| fold(name) != layout::META) {
            self.sheet(&book.sheet(name, &mut bounds).ok()?);
        }
        Some(())
    }

    fn sheet(&mut self, sheet: &Sheet) {
        let mut columns: Option<Columns> = None;
        for row in sheet.rows() {
            if let Some(found) = Columns::of_header(row) {
                columns = Some(found);
                continue;
            }
            let Some(columns) = &columns else { continue };
            let id = at(row, columns.id).map_or_else(String::new, whole_text);
            if id.is_empty() {
                continue;
            }
            let mut entry = PlanEntry {
                id,
                ..PlanEntry::default()
            };
            for (index, (field, column)) in entry.fields.iter_mut().zip(columns.fields).enumerate() {
                if let Some(cell) = column.and_then(|column| at(row, column)) {
                    *field = whole_text(cell);
                    if index < FREE_TEXTS {
                        self.blot(sheet.name, &entry.id, cell, field);
                    }
                }
            }
            if entry.is_filled() {
                self.plan.push(entry);
            }
        }
    }

    /// Blots out what could lead to a person, and warns of it.
    fn blot(&mut self, sheet: &str, id: &str, cell: &Cell, text: &mut String) {
        let (clean, kinds) = blotted(text);
        if kinds.is_empty() {
            return;
        }
        *text = clean;
        let place = Place {
            sheet: Some(sheet.to_owned()),
            cell: Some(layout::address(cell.row, cell.column)),
            question: Some(quote(id)),
            ..Place::file(self.file)
        };
        self.notes.add(place, &EntryFinding::PersonalInPlan { kinds });
    }
}

/// What a cell says, whole: nothing of it may be lost.
fn whole_text(cell: &Cell) -> String {
    match &cell.content {
        Content::Text(text) => text.trim().to_owned(),
        Content::Date(date) => date.clone(),
        other => show(other),
    }
}
