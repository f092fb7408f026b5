//! Takes an outline; returns a workbook with a sheet for each part, tables as cells, and native charts.

mod charts;
mod marks;
mod page;
mod panel;
mod reaches;
mod recalculation;
mod sheet;
mod style;
mod table;

use rust_xlsxwriter::{Workbook, XlsxError};

use self::reaches::Reaches;
use self::style::Style;
use super::outline::{Header, Outline, RegionPart, Table};
use crate::office;
use crate::questionnaire::Date;
use crate::workbook::layout::{self, address, meta};

/// Makes the workbook of an outline, dated `date`. The same outline and date give the same bytes.
///
/// # Errors
/// If a text does not fit in a workbook.
pub fn write(outline: &Outline, date: Date) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&office::properties(&outline.title, date)?);
    let style = Style::new();
    let mut written = Written::default();
    for part in &outline.parts {
        let sheet = book.add_worksheet();
        sheet.set_name(part.name())?;
        office::set_up(sheet);
        if part.key == RegionPart::Recalculation.into() {
            recalculation::write(sheet, part, &written.placed, &style)?;
        } else {
            sheet::write(sheet, part, &style, &mut written)?;
        }
    }
    let mut facts: Vec<(String, String)> = Vec::new();
    facts.extend(
        outline
            .facts
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone())),
    );
    facts.extend(meta::marked(marks(outline)));
    let unmarked = outline.parts.iter().filter(|part| !marks::is_marked(part));
    facts.extend(unmarked.map(|part| (meta::UNMARKED.to_owned(), part.name().to_owned())));
    let facts = facts.iter().map(|(key, value)| (key.as_str(), value.clone()));
    let hidden = book.add_worksheet();
    office::write_facts(hidden, layout::META, facts)?;
    written.reaches.write(hidden)?;
    office::save(book)
}

/// Marks of the rows that the workbook of an outline shows, as the workbook stores them.
#[must_use]
pub fn marks(outline: &Outline) -> Vec<String> {
    marks::marks(outline).to_texts()
}

/// What was written so far.
#[derive(Default)]
struct Written<'o> {
    placed: Vec<Placed<'o>>,
    reaches: Reaches,
}

/// A table and where it was written.
struct Placed<'o> {
    sheet: &'static str,
    table: &'o Table,
    header_row: u32,
}

impl Placed<'_> {
    fn sheet(&self) -> String {
        format!("'{}'", self.sheet.replace('\'', "''"))
    }

    /// A cell, as a reference for formulas.
    fn cell(&self, row: u32, column: Header) -> Option<String> {
        let column = u32::from(self.table.place(column)?);
        Some(format!(
            "{}!{}",
            self.sheet(),
            address(self.header_row + 1 + row, column)
        ))
    }

    /// A whole column, as a reference for formulas.
    fn column(&self, column: Header) -> Option<String> {
        let letters = address(0, u32::from(self.table.place(column)?));
        let letters = letters.trim_end_matches('1');
        let first = self.header_row + 2;
        let last = self.header_row + 1 + self.table.rows.len() as u32;
        Some(format!("{}!${letters}${first}:${letters}${last}", self.sheet()))
    }
}
