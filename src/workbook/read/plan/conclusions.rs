//! Reads what people concluded on the agenda of a report, point by point.

use super::super::cells::{Cell, Sheet, at};
use super::changes::changed_rows;
use super::table::TableReader;
use super::texts::{marked_text, our_text};
use crate::plan::{CONCLUSION, Conclusion, POINT, PointKind, TO_DISCUSS};
use crate::problem::Place;
use crate::spelling::spells;
use crate::workbook::layout::address;

/// A conclusion, and where it is.
#[derive(Clone, Debug)]
pub struct ReadConclusion {
    /// What people concluded, and about which point.
    pub conclusion: Conclusion,
    /// Its cell.
    pub place: Place,
}

/// The columns below a header of the agenda.
struct Columns {
    point: u32,
    words: u32,
    conclusion: u32,
}

impl Columns {
    fn of_header(row: &[Cell]) -> Option<Self> {
        let column = |name: &str| {
            let mut named = row
                .iter()
                .filter(|cell| our_text(cell).is_some_and(|text| spells(&text, name)));
            named.next().map(|cell| cell.column)
        };
        Some(Self {
            point: column(POINT)?,
            words: column(TO_DISCUSS)?,
            conclusion: column(CONCLUSION)?,
        })
    }
}

/// The id in the name of a point: "Opvang voor wie geen papieren heeft, BES-05".
fn id_of(point: &str) -> Option<&str> {
    point.rsplit_once(", ").map(|(_, id)| id.trim())
}

impl TableReader<'_> {
    /// Reads the conclusions on a sheet, and reports the rows that are otherwise not as we wrote them; `None` if it has no
    /// table of an agenda.
    pub(super) fn conclusions(&mut self, sheet: &Sheet) -> Option<Vec<ReadConclusion>> {
        // The kind of points that a heading announces, and the table that is being read.
        let (mut announced, mut table, mut is_agenda) = (None, None, false);
        let mut found = Vec::new();
        // The rows without the conclusions that are read.
        let mut rest: Vec<Vec<Cell>> = Vec::new();
        for row in sheet.rows() {
            rest.push(row.to_vec());
            if let Some(header) = Columns::of_header(row) {
                is_agenda = true;
                table = announced.take().map(|kind| (kind, header));
                continue;
            }
            let first = row.first().and_then(our_text);
            if let Some(kind) = first.as_deref().and_then(PointKind::below) {
                announced = Some(kind);
                continue;
            }
            let Some((kind, columns)) = &table else {
                continue;
            };
            let (Some(point), Some(cell)) = (at(row, columns.point), at(row, columns.conclusion)) else {
                continue;
            };
            let point = our_text(point).unwrap_or_default();
            let mut others = row.to_vec();
            others.retain(|cell| cell.column != columns.conclusion);
            let (Some(id), true) = (id_of(&point), self.is_ours(&others)) else {
                continue;
            };
            rest.pop();
            rest.push(others);
            let place = Place {
                sheet: Some(sheet.name.clone()),
                cell: Some(address(cell.row, cell.column)),
                question: Some(id.to_owned()),
                ..Place::file(self.file)
            };
            let words = at(row, columns.words).and_then(our_text).unwrap_or_default();
            let Some(text) = self.concluded(cell, &place).filter(|text| !text.is_empty()) else {
                continue;
            };
            let conclusion = Conclusion {
                kind: *kind,
                id: id.to_owned(),
                words,
                text,
            };
            found.push(ReadConclusion { conclusion, place });
        }
        if !is_agenda {
            return None;
        }
        if let Some(marks) = self.marks {
            let rows: Vec<&[Cell]> = rest.iter().map(Vec::as_slice).filter(|row| !row.is_empty()).collect();
            changed_rows(sheet, &rows, marks, self.file, self.notes);
        }
        Some(found)
    }

    /// Whether these cells of a row are as we wrote them. A report that does not say how it was made gets the benefit of
    /// the doubt.
    fn is_ours(&self, row: &[Cell]) -> bool {
        let texts: Vec<String> = row.iter().map(marked_text).collect();
        self.marks
            .is_none_or(|marks| marks.include(texts.iter().map(String::as_str)))
    }
}
