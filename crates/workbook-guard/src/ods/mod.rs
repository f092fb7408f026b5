//! Takes the content of an ods package; returns the same tables in canonical form: rows, cells and their contents.
//!
//! Repeated rows and columns are counted before a parser expands them.

mod paragraphs;
mod styles;
mod table;
mod table_cell;

use self::styles::Styles;
use self::table::{Row, Table, push_repeated};
use self::table_cell::{TableCell, Value};
use crate::clean::Clean;
use crate::entries::Entries;
use crate::looks::Looks;
use crate::tally::Tally;
use crate::unreadable::{Unreadable, note_cell};
use crate::xml::{Element, Visitor, decode, push_escaped, walk};
use crate::{Bound, Damage, Refusal};

const MIMETYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";
const OPEN: &str = "<office:document-content><office:body><office:spreadsheet>";
const CLOSE: &str = "</office:spreadsheet></office:body></office:document-content>";

/// Makes the clean copy of a package.
pub(crate) fn clean(
    entries: &mut Entries,
    unreadable: &mut Vec<Unreadable>,
    looks: &mut Vec<Looks>,
) -> Result<Vec<u8>, Refusal> {
    let mut clean = Clean::of(entries.unpacked);
    let mut part = Vec::new();
    entries.unpack_named("meta-inf/manifest.xml", &mut part)?;
    let mut manifest = Manifest::default();
    walk(&decode(&part)?, &mut manifest)?;
    if manifest.encrypted {
        return Err(Refusal::Protected);
    }
    let mut styles = Styles::default();
    if entries.holds("styles.xml") {
        entries.unpack_named("styles.xml", &mut part)?;
        walk(&decode(&part)?, &mut styles)?;
    }
    entries.unpack_named("content.xml", &mut part)?;
    let content = written(&decode(&part)?, styles, unreadable, looks)?;
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
}

/// Walks `content.xml` and rewrites it; records the cells that cannot be read, and how tables look.
fn written(
    text: &str,
    styles: Styles,
    unreadable: &mut Vec<Unreadable>,
    looks: &mut Vec<Looks>,
) -> Result<String, Refusal> {
    let mut content = Content {
        unreadable,
        looks,
        styles,
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
    looks: &'u mut Vec<Looks>,
    styles: Styles,
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
            if !cell.open(element, &self.styles)? {
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
                    looks: Looks::of(&name),
                    styles: Vec::new(),
                    rows: 0,
                    first: None,
                    filled_up_to: 0,
                    columns: 0,
                });
            }
            ("table:table-column", Some(_), None) => self.open_column(element)?,
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
            (_, None, _) => self.styles.element(element)?,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        let depth = self.depth;
        self.depth -= 1;
        if self.passed_over.is_some() {
            self.passed_over.take_if(|passed_over| *passed_over == depth);
        } else if let Some(mut cell) = self.cell.take_if(|cell| cell.depth == depth) {
            self.close_cell(&mut cell)?;
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
            table.looks.keep_in(self.looks);
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
    fn open_column(&mut self, element: &Element) -> Result<(), Refusal> {
        let times = element.times("table:number-columns-repeated")?;
        let style = element.attribute("table:default-cell-style-name")?;
        if let Some(table) = &mut self.table {
            Bound::Styles.hold(table.styles.len() + 1)?;
            let before = table.styles.last().map_or(0, |(end, _)| *end);
            let end = before.saturating_add(times);
            table.styles.push((end, style.unwrap_or_default().into_owned()));
        }
        Ok(())
    }

    fn close_cell(&mut self, cell: &mut TableCell) -> Result<(), Refusal> {
        let (Some(table), Some(row)) = (&mut self.table, &mut self.row) else {
            return Ok(());
        };
        let start = row.columns;
        row.columns = row.columns.saturating_add(cell.times);
        if cell.spans != (1, 1) && !cell.covered {
            table.merge(start, cell.spans)?;
        }
        let look = cell.look(&self.styles, table.style_of(start));
        let value = match cell.value() {
            Ok(value) => value,
            Err(reason) => {
                let place = table.on_grid(table.rows, start)?;
                return note_cell(self.unreadable, &table.looks.sheet, place, reason);
            }
        };
        if value.is_nothing() || cell.times == 0 || row.times == 0 {
            return Ok(());
        }
        table.on_grid(table.rows.saturating_add(row.times - 1), row.columns.saturating_sub(1))?;
        let times = cell.times.saturating_mul(row.times);
        self.tally.admit_cells(times)?;
        let look = match value {
            Value::Number(number, _) => look.on_number(number),
            _ => look.on_no_number(),
        };
        if !look.is_usual() {
            for row in (table.rows..).take(row.times) {
                for column in (start..).take(cell.times) {
                    table.looks.cell((row as u32, column as u32), look);
                }
            }
        }
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

#[cfg(test)]
mod tests;
