//! Holds what a workbook uses against the bounds; returns a refusal for whatever exceeds one.

use super::Refusal;
use super::bounds::{Bound, GRID};

impl Bound {
    /// The size, unless it exceeds the bound.
    pub(crate) fn hold(self, size: usize) -> Result<usize, Refusal> {
        if size > self.most() {
            return Err(Refusal::TooLarge(self));
        }
        Ok(size)
    }

    /// Adds to a running total, unless that exceeds the bound.
    pub(crate) fn add(self, total: &mut usize, size: usize) -> Result<(), Refusal> {
        *total = self.hold(total.saturating_add(size))?;
        Ok(())
    }
}

/// What the cells of one workbook have used so far of [`Bound::Cells`] and [`Bound::Text`].
#[derive(Debug, Default)]
pub struct Tally {
    cells: usize,
    text: usize,
}

impl Tally {
    /// An empty tally.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts one cell with `text` bytes of text. Row and column count from 0.
    ///
    /// # Errors
    ///
    /// The bound that the cell would exceed, or [`Refusal::OffTheGrid`] if it lies outside the [`GRID`].
    pub fn admit_cell(&mut self, sheet: &str, row: u32, column: u32, text: usize) -> Result<(), Refusal> {
        if row >= GRID.0 || column >= GRID.1 {
            return Err(Refusal::OffTheGrid {
                sheet: Some(sheet.to_owned()),
            });
        }
        Bound::Cells.add(&mut self.cells, 1)?;
        Bound::CellText.hold(text)?;
        self.admit_all_text(text)
    }

    /// Takes room for text, of one cell or more.
    pub(crate) fn admit_all_text(&mut self, text: usize) -> Result<(), Refusal> {
        Bound::Text.add(&mut self.text, text)
    }

    /// Counts cells of which only the number is known.
    pub(crate) fn admit_cells(&mut self, cells: usize) -> Result<(), Refusal> {
        Bound::Cells.add(&mut self.cells, cells)
    }
}

/// The rectangle around the cells in use on one sheet.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Extent(Option<[usize; 4]>);

impl Extent {
    pub(crate) fn take_in(&mut self, row: usize, column: usize) {
        self.0 = Some(match self.0 {
            None => [row, row, column, column],
            Some([top, bottom, left, right]) => [top.min(row), bottom.max(row), left.min(column), right.max(column)],
        });
    }

    pub(crate) fn area(self) -> usize {
        self.0.map_or(0, |[top, bottom, left, right]| {
            (bottom - top + 1).saturating_mul(right - left + 1)
        })
    }
}
