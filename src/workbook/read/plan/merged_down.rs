//! Cells of a plan that people merged with cells below them: what they say counts for every row that they cover.

use std::collections::BTreeMap;

use workbook_guard::Area;

use super::super::cells::Cell;

/// The merged cells of one sheet, passed from top to bottom.
pub(super) struct MergedDown<'a> {
    /// The last row of each merged cell, by its first row and column.
    last_rows: BTreeMap<(u32, u32), u32>,
    /// The cells that reach the current row, with the last row that they cover.
    open: Vec<(Cell<'a>, u32)>,
}

impl<'a> MergedDown<'a> {
    pub(super) fn new(merged: &[Area]) -> Self {
        let down = merged.iter().filter(|area| area.bottom > area.top);
        Self {
            last_rows: down.map(|area| ((area.top, area.left), area.bottom)).collect(),
            open: Vec::new(),
        }
    }

    /// The cells of a row, with those that cover it from above. Only the columns that are read matter.
    pub(super) fn row(&mut self, row: &[Cell<'a>], is_read: impl Fn(u32) -> bool) -> Vec<Cell<'a>> {
        let number = row[0].row;
        self.open.retain(|(_, last)| *last >= number);
        let from_above = self.open.iter().map(|(cell, _)| Cell {
            row: number,
            ..cell.clone()
        });
        let mut cells: Vec<Cell> = row.iter().cloned().chain(from_above).collect();
        cells.sort_by_key(|cell| cell.column);
        for cell in row.iter().filter(|cell| is_read(cell.column)) {
            if let Some(last) = self.last_rows.get(&(cell.row, cell.column)) {
                self.open.push((cell.clone(), *last));
            }
        }
        cells
    }
}
