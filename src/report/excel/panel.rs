//! Places tables and the charts drawn from them on one sheet.

use rust_xlsxwriter::{Chart, Worksheet, XlsxError};

use super::style::Style;
use super::table::write_table;
use super::{Placed, charts};
use crate::office::measure::pixels;
use crate::report::outline::{Block, Table};

/// Maximum total width of tables and charts in pixels: what a laptop with a screen of 1366 shows without scrolling.
const SHELF: u32 = 1316;
/// Space between charts, and between tables and charts, in pixels.
const GUTTER: u32 = 12;

/// Writes tables below one another with their charts next to them, or with the charts below each table if the two
/// together are wider than a screen.
pub(super) fn write<'o>(
    sheet: &mut Worksheet,
    top: u32,
    name: &'static str,
    blocks: &'o [Block],
    widths: &[u16],
    style: &Style,
    placed: &mut Vec<Placed<'o>>,
) -> Result<u32, XlsxError> {
    let tables: Vec<&'o Table> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Text(_) => None,
        })
        .collect();
    let columns = tables.iter().map(|table| table.columns.len()).max().unwrap_or(0);
    let wide: f64 = widths.iter().take(columns).map(|&width| pixels(f64::from(width))).sum();
    let charts = tables.iter().flat_map(|table| table.native_charts());
    let charts: u32 = charts
        .map(|(chart, native)| GUTTER + charts::size(chart, native).0)
        .sum();
    let beside = wide + f64::from(charts) <= f64::from(SHELF);
    let mut row = top;
    let mut shelf = Shelf::new(top, columns as u16, GUTTER);
    let mut lowest = top;
    for table in &tables {
        let header_row = row + 1;
        placed.push(Placed {
            sheet: name,
            table,
            header_row,
        });
        row = write_table(sheet, row, table, widths, style)? + 1;
        if !beside {
            shelf = Shelf::new(row, 0, 0);
        }
        for (chart, native) in table.native_charts() {
            let drawing = charts::draw(chart, native, name, table, header_row);
            shelf.put(sheet, charts::size(chart, native), &drawing)?;
        }
        lowest = lowest.max(shelf.bottom);
        if !beside {
            row = row.max(shelf.bottom);
        }
    }
    Ok(row.max(lowest) + 1)
}

/// Charts side by side, in as many rows as needed.
struct Shelf {
    row: u32,
    column: u16,
    start: u32,
    offset: u32,
    /// The first row below them.
    bottom: u32,
}

impl Shelf {
    fn new(row: u32, column: u16, start: u32) -> Self {
        Self {
            row,
            column,
            start,
            offset: start,
            bottom: row,
        }
    }

    fn put(&mut self, sheet: &mut Worksheet, (width, height): (u32, u32), drawing: &Chart) -> Result<(), XlsxError> {
        if self.offset > self.start && self.offset + width > SHELF {
            self.row = self.bottom;
            self.offset = self.start;
        }
        sheet.insert_chart_with_offset(self.row, self.column, drawing, self.offset, 4)?;
        self.offset += width + GUTTER;
        // Rows are 20 pixels high unless their text wraps; higher rows only add space.
        self.bottom = self.bottom.max(self.row + height.div_ceil(20) + 1);
        Ok(())
    }
}
