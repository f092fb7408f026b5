//! Places tables and the charts drawn from them on one sheet.

use rust_xlsxwriter::{Chart, XlsxError};

use super::page::{LONG, Page};
use super::style::Style;
use super::table::write_table;
use super::{Placed, Written, charts};
use crate::office::measure::pixels;
use crate::report::outline::{Block, Table};

/// Maximum total width of tables and charts in pixels: what a laptop with a screen of 1366 shows without scrolling.
const SHELF: u32 = 1316;
/// Space between charts, and between tables and charts, in pixels.
const GUTTER: u32 = 12;
/// How far below the top of its row a chart begins, and above what comes next it ends, in pixels.
const OFFSET: u32 = 4;

/// Writes tables below one another with all their charts next to them, or else with the charts of each next to it. If
/// those are wider than a screen, all charts are below the first table, or else those of each below it.
pub(super) fn write<'o>(
    sheet: &mut Page,
    top: u32,
    name: &'static str,
    blocks: &'o [Block],
    widths: &[u16],
    style: &Style,
    written: &mut Written<'o>,
) -> Result<u32, XlsxError> {
    let tables: Vec<&'o Table> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Text(_) => None,
        })
        .collect();
    let columns = tables.iter().map(|table| table.across(table.columns.len()));
    let columns = columns.max().unwrap_or(0);
    let wide = widths.iter().take(usize::from(columns));
    let wide: f64 = wide.map(|&width| pixels(f64::from(width))).sum();
    let room = |table: &Table| {
        let charts = table.native_charts();
        charts
            .map(|(chart, native)| GUTTER + charts::size(chart, native).0)
            .sum::<u32>()
    };
    let fits = |charts: u32| wide + f64::from(charts) <= f64::from(SHELF);
    let all: u32 = tables.iter().map(|table| room(table)).sum();
    let together = fits(all);
    let beside = together || tables.iter().all(|table| fits(room(table)));
    let on_one_shelf = !beside && all <= SHELF;
    let charts = tables.iter().flat_map(|table| table.native_charts());
    let tallest = charts
        .map(|(chart, native)| charts::size(chart, native).1)
        .max()
        .unwrap_or(0);
    let mut row = top;
    let mut shelf = Shelf::new(top, columns, GUTTER);
    let mut lowest = top;
    for (index, table) in tables.iter().enumerate() {
        if index > 0 && !together {
            sheet.begin(row);
        }
        let header_row = row + 1;
        written.placed.push(Placed {
            sheet: name,
            table,
            header_row,
        });
        let heading = row;
        row = write_table(sheet, row, table, widths, style)?;
        if on_one_shelf && index == 0 {
            shelf = Shelf::new(row, 0, 0);
            row = sheet.row_below(row, tallest + 2 * OFFSET);
        } else if !together && !on_one_shelf {
            shelf = if beside {
                Shelf::new(heading, columns, GUTTER)
            } else {
                Shelf::new(row, 0, 0)
            };
        }
        if !beside && table.rows.len() > LONG {
            sheet.begin(row);
        }
        for (chart, native) in table.native_charts() {
            let drawing = charts::draw(chart, native, name, table, header_row, &mut written.reaches);
            shelf.put(sheet, charts::size(chart, native), &drawing)?;
            sheet.reach(if beside { wide } else { 0.0 } + f64::from(shelf.offset));
        }
        lowest = lowest.max(shelf.bottom);
        if !together && !on_one_shelf {
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

    fn put(&mut self, sheet: &mut Page, (width, height): (u32, u32), drawing: &Chart) -> Result<(), XlsxError> {
        if self.offset > self.start && self.offset + width > SHELF {
            self.row = self.bottom;
            self.offset = self.start;
            sheet.begin(self.row);
        }
        sheet.insert_chart_with_offset(self.row, self.column, drawing, self.offset, OFFSET)?;
        self.offset += width + GUTTER;
        self.bottom = self.bottom.max(sheet.row_below(self.row, height + 2 * OFFSET));
        Ok(())
    }
}
