//! Takes the content of an ods package; returns the same tables in canonical form: rows, cells and their contents.
//!
//! Repeated rows and columns are counted before a parser expands them.

mod table_cell;

use std::fmt::Write as _;

use self::table_cell::TableCell;
use crate::bounds::{GRID, Tally};
use crate::clean::Clean;
use crate::entries::Entries;
use crate::unreadable::{Unreadable, note_cell};
use crate::xml::{Element, Visitor, decode, push_escaped, walk};
use crate::{Bound, Damage, Refusal};

const MIMETYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";
const OPEN: &str = "<office:document-content><office:body><office:spreadsheet>";
const CLOSE: &str = "</office:spreadsheet></office:body></office:document-content>";

/// Makes the clean copy of a package.
pub(crate) fn clean(entries: &mut Entries, unreadable: &mut Vec<Unreadable>) -> Result<Vec<u8>, Refusal> {
    let mut clean = Clean::of(entries.unpacked);
    let mut part = Vec::new();
    entries.unpack_named("meta-inf/manifest.xml", &mut part)?;
    let mut manifest = Manifest::default();
    walk(&decode(&part)?, &mut manifest)?;
    if manifest.encrypted {
        return Err(Refusal::Protected);
    }
    entries.unpack_named("content.xml", &mut part)?;
    let content = written(&decode(&part)?, unreadable)?;
    clean.add("mimetype", &[MIMETYPE.as_bytes()])?;
    clean.add("META-INF/manifest.xml", &[b"<manifest:manifest/>"])?;
    clean.add("content.xml", &[content.as_bytes()])?;
    clean.finish()
}

#[derive(Default)]
struct Manifest {
    encrypted: bool,
}

impl Visitor for Manifest {
    fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        self.encrypted |= element.local() == "encryption-data";
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        Ok(())
    }

    fn text(&mut self, _text: &str) -> Result<(), Refusal> {
        Ok(())
    }
}

/// Walks `content.xml` and rewrites it; records the cells that cannot be read.
fn written(text: &str, unreadable: &mut Vec<Unreadable>) -> Result<String, Refusal> {
    let mut content = Content {
        unreadable,
        depth: 0,
        passed_over: None,
        tables: 0,
        table: None,
        row: None,
        cell: None,
        area: 0,
        tally: Tally::new(),
        written: OPEN.to_owned(),
    };
    walk(text, &mut content)?;
    let mut written = content.written;
    written.push_str(CLOSE);
    Ok(written)
}

/// The content of a workbook, table by table.
struct Content<'u> {
    unreadable: &'u mut Vec<Unreadable>,
    depth: usize,
    /// The depth of an open element that is skipped with all its contents.
    passed_over: Option<usize>,
    tables: usize,
    table: Option<Table>,
    row: Option<Row>,
    cell: Option<TableCell>,
    area: usize,
    tally: Tally,
    written: String,
}

/// The open table.
struct Table {
    depth: usize,
    name: String,
    /// Rows so far.
    rows: usize,
    /// The first row that holds something.
    first: Option<usize>,
    /// Rows up to and including the last that holds something; these have been written.
    filled_up_to: usize,
    /// Columns up to and including the last that holds something.
    columns: usize,
}

/// The open row.
struct Row {
    depth: usize,
    times: usize,
    /// Columns so far.
    columns: usize,
    /// Columns up to and including the last that holds something; these have been written.
    filled_up_to: usize,
    written: String,
}

impl Visitor for Content<'_> {
    fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        self.depth += 1;
        let depth = self.depth;
        if self.passed_over.is_some() {
            return Ok(());
        }
        let name = element.name();
        if let Some(cell) = &mut self.cell {
            if name == "table:table" {
                return Err(Refusal::Damaged(Damage::NestedTable));
            }
            if !cell.open(element)? {
                self.passed_over = Some(depth);
            }
            return Ok(());
        }
        match (name, &self.table, &self.row) {
            ("table:table", None, None) => {
                Bound::Sheets.add(&mut self.tables, 1)?;
                let name = element.attribute("table:name")?.unwrap_or_default();
                self.written.push_str("<table:table table:name=\"");
                push_escaped(&mut self.written, &name);
                self.written.push_str("\">");
                self.table = Some(Table {
                    depth,
                    name: name.into_owned(),
                    rows: 0,
                    first: None,
                    filled_up_to: 0,
                    columns: 0,
                });
            }
            ("table:table-row", Some(_), None) => {
                self.row = Some(Row {
                    depth,
                    times: element.times("table:number-rows-repeated")?,
                    columns: 0,
                    filled_up_to: 0,
                    written: String::new(),
                });
            }
            ("table:table-cell" | "table:covered-table-cell", Some(_), Some(_)) => {
                self.cell = Some(TableCell::of(element, depth)?);
            }
            ("table:table" | "table:table-row" | "table:table-cell" | "table:covered-table-cell", ..) => {
                return Err(Refusal::Damaged(Damage::MixedTable));
            }
            // Whatever floats on a sheet or is kept beside the sheets may contain tables of its own.
            ("table:shapes" | "table:dde-links" | "table:tracked-changes" | "office:forms", ..) => {
                self.passed_over = Some(depth);
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        let depth = self.depth;
        self.depth -= 1;
        if self.passed_over.is_some() {
            self.passed_over.take_if(|passed_over| *passed_over == depth);
        } else if let Some(cell) = self.cell.take_if(|cell| cell.depth == depth) {
            self.close_cell(&cell)?;
        } else if let Some(cell) = &mut self.cell {
            cell.close();
        } else if let Some(row) = self.row.take_if(|row| row.depth == depth) {
            if let Some(table) = &mut self.table {
                table.close_row(&row, &mut self.written);
            }
        } else if let Some(table) = self.table.take_if(|table| table.depth == depth) {
            let rows = table.filled_up_to - table.first.unwrap_or_default();
            Bound::Area.add(&mut self.area, rows.saturating_mul(table.columns))?;
            self.written.push_str("</table:table>");
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        if let (Some(cell), None) = (&mut self.cell, self.passed_over) {
            cell.text(text)?;
        }
        Ok(())
    }
}

impl Content<'_> {
    fn close_cell(&mut self, cell: &TableCell) -> Result<(), Refusal> {
        let (Some(table), Some(row)) = (&self.table, &mut self.row) else {
            return Ok(());
        };
        let start = row.columns;
        row.columns = row.columns.saturating_add(cell.times);
        let value = match cell.value() {
            Ok(value) => value,
            Err(reason) => {
                let place = table.on_grid(table.rows, start)?;
                return note_cell(self.unreadable, &table.name, place, reason);
            }
        };
        if value.is_nothing() || cell.times == 0 || row.times == 0 {
            return Ok(());
        }
        table.on_grid(table.rows.saturating_add(row.times - 1), row.columns.saturating_sub(1))?;
        let times = cell.times.saturating_mul(row.times);
        self.tally.admit_cells(times)?;
        self.tally.admit_all_text(value.text().len().saturating_mul(times))?;
        if start > row.filled_up_to {
            push_repeated(
                &mut row.written,
                "table:table-cell",
                "columns",
                start - row.filled_up_to,
            );
            row.written.push_str("/>");
        }
        row.filled_up_to = row.columns;
        let name = if cell.covered {
            "table:covered-table-cell"
        } else {
            "table:table-cell"
        };
        push_repeated(&mut row.written, name, "columns", cell.times);
        value.write(&mut row.written, name);
        Ok(())
    }
}

impl Table {
    fn close_row(&mut self, row: &Row, to: &mut String) {
        let start = self.rows;
        self.rows = self.rows.saturating_add(row.times);
        if row.filled_up_to == 0 {
            return;
        }
        if start > self.filled_up_to {
            push_repeated(to, "table:table-row", "rows", start - self.filled_up_to);
            to.push_str("/>");
        }
        self.first.get_or_insert(start);
        self.filled_up_to = self.rows;
        self.columns = self.columns.max(row.filled_up_to);
        push_repeated(to, "table:table-row", "rows", row.times);
        to.push('>');
        to.push_str(&row.written);
        to.push_str("</table:table-row>");
    }

    /// The position of a cell, if it lies on the grid.
    fn on_grid(&self, row: usize, column: usize) -> Result<(u32, u32), Refusal> {
        let within = |place, most| u32::try_from(place).ok().filter(|place| *place < most);
        within(row, GRID.0)
            .zip(within(column, GRID.1))
            .ok_or_else(|| Refusal::OffTheGrid {
                sheet: Some(self.name.clone()),
            })
    }
}

/// Begins the tag of a row or cell that is repeated this many times.
fn push_repeated(to: &mut String, name: &str, what: &str, times: usize) {
    let _ = write!(to, "<{name}");
    if times > 1 {
        let _ = write!(to, " table:number-{what}-repeated=\"{times}\"");
    }
}

#[cfg(test)]
mod tests;
