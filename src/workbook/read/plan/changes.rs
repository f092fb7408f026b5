//! Finds what people changed in a report or comparison outside the cells meant for it, which cannot be carried over.

use super::super::cells::{Cell, Sheet};
use super::super::notes::Notes;
use super::super::plan_findings::PlanFinding;
use super::texts::marked_text;
use crate::office::Marks;
use crate::problem::Place;
use crate::workbook::layout::address;

/// Reports a sheet that people added, or else the rows of it that are not as we wrote them.
pub(super) fn changes(sheet: &Sheet, marks: &Marks, file: &str, notes: &mut Notes) {
    let rows: Vec<&[Cell]> = sheet.rows().collect();
    let is_added = !rows.is_empty() && !rows.iter().any(|row| is_ours(row, marks));
    if is_added {
        notes.add(place(sheet, None, file), &PlanFinding::AddedSheet);
    } else {
        changed_rows(sheet, &rows, marks, file, notes);
    }
}

/// Reports the rows that are not as we wrote them.
pub(super) fn changed_rows(sheet: &Sheet, rows: &[&[Cell]], marks: &Marks, file: &str, notes: &mut Notes) {
    for row in rows.iter().filter(|row| !is_ours(row, marks)) {
        notes.add(place(sheet, row.first(), file), &PlanFinding::ChangedRow);
    }
}

fn is_ours(row: &[Cell], marks: &Marks) -> bool {
    let texts: Vec<String> = row.iter().map(marked_text).collect();
    marks.include(texts.iter().map(String::as_str))
}

fn place(sheet: &Sheet, cell: Option<&Cell>, file: &str) -> Place {
    Place {
        sheet: Some(sheet.name.clone()),
        cell: cell.map(|cell| address(cell.row, cell.column)),
        ..Place::file(file)
    }
}
