//! The content of an ods package: what repeated rows and columns would unfold to, before they do.

use super::bounds::{Bound, Tally};
use super::xml::{Element, Visitor, walk};
use super::{Damage, Refusal};

/// Walks `content.xml`.
pub(crate) fn look_at(text: &str) -> Result<(), Refusal> {
    let mut content = Content::default();
    walk(text, &mut content)
}

/// Whether a manifest says that parts are encrypted.
pub(crate) fn is_encrypted(manifest: &str) -> Result<bool, Refusal> {
    let mut manifest_read = Manifest::default();
    walk(manifest, &mut manifest_read)?;
    Ok(manifest_read.encrypted)
}

#[derive(Default)]
struct Manifest {
    encrypted: bool,
}

impl Visitor for Manifest {
    fn open(&mut self, element: &Element, _start: usize) -> Result<(), Refusal> {
        self.encrypted |= element.local() == "encryption-data";
        Ok(())
    }

    fn close(&mut self, _end: usize) -> Result<(), Refusal> {
        Ok(())
    }

    fn text(&mut self, _text: &str, _start: usize) -> Result<(), Refusal> {
        Ok(())
    }
}

/// The content of a workbook, table by table.
#[derive(Default)]
struct Content {
    depth: usize,
    tables: usize,
    table: Option<Table>,
    row: Option<Row>,
    cell: Option<Cell>,
    area: usize,
    tally: Tally,
}

/// The table that is open.
struct Table {
    depth: usize,
    /// Rows from the first that holds something up to and with the last.
    rows: usize,
    /// Empty rows since.
    empty_rows: usize,
    /// Columns up to and with the last that holds something.
    columns: usize,
}

/// The row that is open.
struct Row {
    depth: usize,
    times: usize,
    /// Columns so far.
    columns: usize,
    /// Columns up to and with the last that holds something.
    filled_up_to: usize,
}

/// The cell that is open.
struct Cell {
    depth: usize,
    times: usize,
    holds_something: bool,
    text: usize,
}

impl Visitor for Content {
    fn open(&mut self, element: &Element, _start: usize) -> Result<(), Refusal> {
        self.depth += 1;
        let depth = self.depth;
        let name = element.name();
        let part_of_table = matches!(
            name,
            "table:table" | "table:table-row" | "table:table-cell" | "table:covered-table-cell"
        );
        if let Some(cell) = &mut self.cell {
            match name {
                _ if part_of_table => return Err(Refusal::Damaged(Damage::NestedTable)),
                "text:s" => cell.text = cell.text.saturating_add(element.times("text:c")?),
                "text:p" | "text:tab" | "text:line-break" => cell.text += 1,
                _ => {}
            }
        } else if part_of_table {
            match (name, &self.table, &self.row) {
                ("table:table", None, None) => {
                    Bound::Sheets.add(&mut self.tables, 1)?;
                    self.table = Some(Table {
                        depth,
                        rows: 0,
                        empty_rows: 0,
                        columns: 0,
                    });
                }
                ("table:table-row", Some(_), None) => {
                    self.row = Some(Row {
                        depth,
                        times: element.times("table:number-rows-repeated")?,
                        columns: 0,
                        filled_up_to: 0,
                    });
                }
                ("table:table-cell" | "table:covered-table-cell", Some(_), Some(_)) => {
                    self.cell = Some(open_cell(element, depth)?);
                }
                _ => return Err(Refusal::Damaged(Damage::MixedTable)),
            }
        }
        Ok(())
    }

    fn close(&mut self, _end: usize) -> Result<(), Refusal> {
        let depth = self.depth;
        self.depth -= 1;
        if let Some(cell) = self.cell.take_if(|cell| cell.depth == depth) {
            self.close_cell(&cell)?;
        } else if let Some(row) = self.row.take_if(|row| row.depth == depth) {
            if let Some(table) = &mut self.table {
                table.close_row(&row);
            }
        } else if let Some(table) = self.table.take_if(|table| table.depth == depth) {
            Bound::Area.add(&mut self.area, table.rows.saturating_mul(table.columns))?;
        }
        Ok(())
    }

    fn text(&mut self, text: &str, _start: usize) -> Result<(), Refusal> {
        if let Some(cell) = &mut self.cell {
            cell.text += text.len();
        }
        Ok(())
    }
}

fn open_cell(element: &Element, depth: usize) -> Result<Cell, Refusal> {
    let mut cell = Cell {
        depth,
        times: element.times("table:number-columns-repeated")?,
        holds_something: false,
        text: 0,
    };
    for name in [
        "office:value-type",
        "calcext:value-type",
        "office:value",
        "office:boolean-value",
    ] {
        cell.holds_something |= element.attribute(name)?.is_some();
    }
    for name in [
        "table:formula",
        "office:string-value",
        "office:date-value",
        "office:time-value",
    ] {
        if let Some(text) = element.attribute(name)? {
            cell.holds_something = true;
            cell.text += text.len();
        }
    }
    Ok(cell)
}

impl Content {
    fn close_cell(&mut self, cell: &Cell) -> Result<(), Refusal> {
        let Some(row) = &mut self.row else {
            return Ok(());
        };
        row.columns = row.columns.saturating_add(cell.times);
        if cell.holds_something {
            row.filled_up_to = row.columns;
            let times = cell.times.saturating_mul(row.times);
            Bound::CellText.hold(cell.text)?;
            self.tally.admit_cells(times)?;
            self.tally.admit_all_text(cell.text.saturating_mul(times))?;
        }
        Ok(())
    }
}

impl Table {
    fn close_row(&mut self, row: &Row) {
        if row.filled_up_to > 0 {
            self.rows = self.rows.saturating_add(self.empty_rows).saturating_add(row.times);
            self.empty_rows = 0;
            self.columns = self.columns.max(row.filled_up_to);
        } else if self.rows > 0 {
            self.empty_rows = self.empty_rows.saturating_add(row.times);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &str) -> Result<(), Refusal> {
        look_at(&format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name='a'>{rows}</table:table>\
             </office:spreadsheet></office:body></office:document-content>"
        ))
    }

    const FILLED: &str = "<table:table-cell office:value-type='float' office:value='1'/>";

    #[test]
    fn empty_rows_and_columns_to_the_edge_are_honest() {
        let rows = format!(
            "<table:table-row>{FILLED}<table:table-cell table:number-columns-repeated='16383'/></table:table-row>\
             <table:table-row table:number-rows-repeated='1048575'>\
             <table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
        );
        assert!(table(&rows).is_ok());
    }

    #[test]
    fn repeats_are_counted_before_they_unfold() {
        let far = format!(
            "<table:table-row>{FILLED}</table:table-row><table:table-row table:number-rows-repeated='1048574'/>\
             <table:table-row><table:table-cell table:number-columns-repeated='16383'/>{FILLED}</table:table-row>"
        );
        let filled = "<table:table-row table:number-rows-repeated='1000000'>\
             <table:table-cell table:number-columns-repeated='16384' office:value-type='float' office:value='1'/></table:table-row>";
        let spaces = "<table:table-row><table:table-cell office:value-type='string'><text:p>\
             <text:s text:c='9999999999'/></text:p></table:table-cell></table:table-row>";
        for rows in [&far, filled, spaces] {
            assert!(matches!(table(rows), Err(Refusal::TooLarge(_))), "{rows}");
        }
    }

    #[test]
    fn what_is_not_closed_never_reaches_the_parser() {
        for rows in [
            "<table:table-row><table:table-cell><office:annotation></table:table-cell></table:table-row>",
            "<table:table-row>",
            "<table:table-cell/>",
            "<table:table-row><table:table-cell><table:table/></table:table-cell></table:table-row>",
        ] {
            assert!(matches!(table(rows), Err(Refusal::Damaged(_))), "{rows}");
        }
        assert!(look_at("<office:document-content><table:table table:name='a'>").is_err());
    }
}
