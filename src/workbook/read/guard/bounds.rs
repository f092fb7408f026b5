//! How large a workbook may be, in one place: generous for honest work, small enough for any machine.

use super::FileFinding;

/// A filled-in template is under 0.1 MiB; with pictures pasted in it may reach a few.
pub const MOST_BYTES: usize = 20 << 20;

/// A size that no workbook may exceed, with the words that name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::workbook::read) struct Bound {
    /// The size itself.
    pub(super) most: usize,
    /// The same with its unit, as a message says it.
    pub(in crate::workbook::read) said: &'static str,
}

const fn bound(most: usize, said: &'static str) -> Bound {
    Bound { most, said }
}

pub(super) const BYTES: Bound = bound(MOST_BYTES, "20 MB");
/// A template has some 40 parts; every picture and remark adds one or two.
pub(super) const ENTRIES: Bound = bound(2_000, "2.000 onderdelen");
pub(super) const UNPACKED: Bound = bound(100 << 20, "100 MB uitgepakt");
/// The largest part of a filled-in template is under 1 MiB.
pub(super) const PART: Bound = bound(16 << 20, "16 MB in één onderdeel");
/// Parts that hold cells, strings and styles; pictures and charts are not read.
pub(super) const READ: Bound = bound(32 << 20, "32 MB aan bladen en teksten");
/// A template has up to 16.
pub(super) const SHEETS: Bound = bound(100, "100 bladen");
/// The largest part for every sheet: one part that many sheets use is read as often as they are many.
pub(super) const SHEETS_TIMES_PART: Bound = bound(64 << 20, "64 MB over alle bladen");
/// A filled-in template has some 3,000.
pub(super) const CELLS: Bound = bound(50_000, "50.000 gevulde cellen");
/// Places between the first and the last cell in use, empty ones included, over all sheets.
pub(super) const AREA: Bound = bound(500_000, "500.000 cellen tussen de eerste en de laatste gevulde");
/// Counted per use: a text that stands in ten cells counts ten times.
pub(super) const TEXT: Bound = bound(4 << 20, "4 MB tekst");
/// What a cell can hold in Excel, in the widest characters.
pub(super) const CELL_TEXT: Bound = bound(128 << 10, "128 kB tekst in één cel");
pub(super) const STRINGS: Bound = bound(200_000, "200.000 verschillende teksten");
/// Excel's own limit on cell formats.
pub(super) const STYLES: Bound = bound(65_500, "65.500 celopmaken");
/// Longer than any name of a font or number format that an office program writes.
pub(super) const STYLE_TAG: Bound = bound(2_048, "2.048 tekens in één opmaak");
pub(super) const NAMES: Bound = bound(20_000, "20.000 gedefinieerde namen");
pub(super) const DEPTH: Bound = bound(200, "200 geneste lagen");
/// The grid that every office program shares: 1,048,576 rows by 16,384 columns.
pub(super) const GRID: (u32, u32) = (1 << 20, 1 << 14);
/// A file that unpacks to more than this is read when no other such file is.
pub(super) const HEAVY: u64 = 8 << 20;

impl Bound {
    /// The size, unless it is past the bound.
    pub(super) fn hold(self, size: usize) -> Result<usize, FileFinding> {
        if size > self.most {
            return Err(FileFinding::TooLarge { bound: self });
        }
        Ok(size)
    }

    /// Adds to a running total, unless that goes past the bound.
    pub(super) fn add(self, total: &mut usize, size: usize) -> Result<(), FileFinding> {
        *total = self.hold(total.saturating_add(size))?;
        Ok(())
    }
}

/// What the cells of one workbook have taken so far.
#[derive(Default)]
pub(in crate::workbook::read) struct Bounds {
    cells: usize,
    text: usize,
}

impl Bounds {
    pub(in crate::workbook::read) fn new() -> Self {
        Self::default()
    }

    /// Takes room for one cell, or says which bound it passes.
    pub(in crate::workbook::read) fn admit_cell(
        &mut self,
        sheet: &str,
        row: u32,
        column: u32,
        text: usize,
    ) -> Result<(), FileFinding> {
        if row >= GRID.0 || column >= GRID.1 {
            return Err(FileFinding::OffTheGrid {
                sheet: Some(sheet.to_owned()),
            });
        }
        CELLS.add(&mut self.cells, 1)?;
        CELL_TEXT.hold(text)?;
        self.admit_all_text(text)
    }

    /// Takes room for text, of one cell or more.
    pub(super) fn admit_all_text(&mut self, text: usize) -> Result<(), FileFinding> {
        TEXT.add(&mut self.text, text)
    }

    /// Takes room for cells of which only the number is known yet.
    pub(super) fn admit_cells(&mut self, cells: usize) -> Result<(), FileFinding> {
        CELLS.add(&mut self.cells, cells)
    }
}

/// The rectangle around the cells in use on one sheet.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extent(Option<[usize; 4]>);

impl Extent {
    pub(super) fn take_in(&mut self, row: usize, column: usize) {
        self.0 = Some(match self.0 {
            None => [row, row, column, column],
            Some([top, bottom, left, right]) => [top.min(row), bottom.max(row), left.min(column), right.max(column)],
        });
    }

    pub(super) fn area(self) -> usize {
        self.0.map_or(0, |[top, bottom, left, right]| {
            (bottom - top + 1).saturating_mul(right - left + 1)
        })
    }
}
