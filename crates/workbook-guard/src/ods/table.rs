//! The open table of an ods package and its open row: how far they hold something, and how they are written.

use std::fmt::Write as _;

use crate::Refusal;
use crate::bounds::GRID;
use crate::looks::{Area, Looks};

/// The open table.
pub(super) struct Table {
    pub(super) depth: usize,
    pub(super) looks: Looks,
    /// Default cell styles of columns: the column after the last one it applies to, and the style.
    pub(super) styles: Vec<(usize, String)>,
    /// Rows so far.
    pub(super) rows: usize,
    /// The first row that holds something.
    pub(super) first: Option<usize>,
    /// Rows up to and including the last that holds something; these have been written.
    pub(super) filled_up_to: usize,
    /// Columns up to and including the last that holds something.
    pub(super) columns: usize,
}

/// The open row.
pub(super) struct Row {
    pub(super) depth: usize,
    pub(super) times: usize,
    /// Columns so far.
    pub(super) columns: usize,
    /// Columns up to and including the last that holds something; these have been written.
    pub(super) filled_up_to: usize,
    pub(super) written: String,
}

impl Table {
    /// The default style of cells in this column.
    pub(super) fn style_of(&self, column: usize) -> Option<&str> {
        let place = self.styles.partition_point(|(end, _)| *end <= column);
        self.styles.get(place).map(|(_, style)| style.as_str())
    }

    /// Adds the merged area of a cell in this column of the current row.
    pub(super) fn merge(&mut self, column: usize, (rows, columns): (usize, usize)) -> Result<(), Refusal> {
        let last = |start: usize, length: usize, most: u32| {
            let last = start.saturating_add(length.max(1) - 1);
            u32::try_from(last).unwrap_or(most).min(most - 1)
        };
        self.looks.merge(Area {
            top: last(self.rows, 1, GRID.0),
            left: last(column, 1, GRID.1),
            bottom: last(self.rows, rows, GRID.0),
            right: last(column, columns, GRID.1),
        })
    }

    pub(super) fn close_row(&mut self, row: &Row, to: &mut String) {
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
    pub(super) fn on_grid(&self, row: usize, column: usize) -> Result<(u32, u32), Refusal> {
        let within = |place, most| u32::try_from(place).ok().filter(|place| *place < most);
        within(row, GRID.0)
            .zip(within(column, GRID.1))
            .ok_or_else(|| Refusal::OffTheGrid {
                sheet: Some(self.looks.sheet.clone()),
            })
    }
}

/// Begins the tag of a row or cell that is repeated this many times.
pub(super) fn push_repeated(to: &mut String, name: &str, what: &str, times: usize) {
    let _ = write!(to, "<{name}");
    if times > 1 {
        let _ = write!(to, " table:number-{what}-repeated=\"{times}\"");
    }
}
