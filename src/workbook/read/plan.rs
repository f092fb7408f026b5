//! The improvement plan in a report of ours becomes what people filled in, point by point.

use std::collections::BTreeMap;

use super::cells::{Book, Cell, Content, Sheet, at};
use super::guard::Bounds;
use super::words::show;
use crate::plan::{FIELDS, PlanEntry};
use crate::spelling::fold;
use crate::workbook::layout::{self, BookKind, header, meta};

/// Reads the plan back from a report, wherever it was moved to. There is none where the bytes are
/// no report of ours; points without anything filled in are left out.
#[must_use]
pub fn read_plan(bytes: &[u8]) -> Option<Vec<PlanEntry>> {
    let mut book = Book::open(bytes).ok()?;
    let mut bounds = Bounds::new();
    facts_of_report(&mut book, &mut bounds)?;
    let mut plan = Vec::new();
    for name in book.sheet_names().iter().filter(|name| fold(name) != layout::META) {
        collect(&book.sheet(name, &mut bounds).ok()?, &mut plan);
    }
    Some(plan)
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

fn collect(sheet: &Sheet, plan: &mut Vec<PlanEntry>) {
    let mut columns: Option<Columns> = None;
    for row in sheet.rows() {
        if let Some(found) = Columns::of_header(row) {
            columns = Some(found);
            continue;
        }
        let Some(columns) = &columns else { continue };
        let text = |column: u32| at(row, column).map_or_else(String::new, |cell| whole_text(cell));
        let entry = PlanEntry {
            id: text(columns.id),
            fields: columns.fields.map(|column| column.map_or_else(String::new, text)),
        };
        if !entry.id.is_empty() && entry.is_filled() {
            plan.push(entry);
        }
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
