//! A sheet that knows how high its rows are, so that no page break cuts a table or a chart.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::office;

/// Tables with more rows than this may span several pages, on which the headers are repeated.
pub(super) const LONG: usize = 20;
/// The height of a row that was not given one, in points.
const ROW: f64 = 15.0;
/// The height of the row between a text or a table and what comes next.
pub(super) const LOW: f64 = 9.0;
/// What a page has room for, in points: A4 on its side, within the margins of our sheets.
const WIDE: f64 = 784.0;
const HIGH: f64 = 516.0;
/// Points per pixel.
const POINT: f64 = 0.75;
/// With more pages than this, a sheet is printed smaller than it would fill them, at this scale.
const MANY_PAGES: usize = 6;
const SMALL: f64 = 0.66;
/// How much less than a page is filled, as programs differ in how wide they make columns.
const SURE: f64 = 0.97;

/// A sheet being written.
pub(super) struct Page<'s> {
    sheet: &'s mut Worksheet,
    /// The height of rows that were given one, in points.
    heights: BTreeMap<u32, f64>,
    /// The first rows of what a page break should not cut.
    whole: Vec<u32>,
    /// How far what was written reaches to the right, in pixels.
    right: f64,
}

impl Deref for Page<'_> {
    type Target = Worksheet;

    fn deref(&self) -> &Worksheet {
        self.sheet
    }
}

impl DerefMut for Page<'_> {
    fn deref_mut(&mut self) -> &mut Worksheet {
        self.sheet
    }
}

impl<'s> Page<'s> {
    pub(super) fn new(sheet: &'s mut Worksheet) -> Self {
        Self {
            sheet,
            heights: BTreeMap::new(),
            whole: Vec::new(),
            right: 0.0,
        }
    }

    /// Gives a row its height, in points.
    pub(super) fn set_row_height(&mut self, row: u32, height: f64) -> Result<(), XlsxError> {
        self.heights.insert(row, height);
        self.sheet.set_row_height(row, height)?;
        Ok(())
    }

    /// Writes a text, or as much of it as fits.
    pub(super) fn write_string(&mut self, row: u32, column: u16, text: &str) -> Result<&mut Worksheet, XlsxError> {
        self.sheet.write_string(row, column, office::fitting(text))
    }

    /// The same, in a format.
    pub(super) fn write_string_with_format(
        &mut self,
        row: u32,
        column: u16,
        text: &str,
        format: &Format,
    ) -> Result<&mut Worksheet, XlsxError> {
        self.sheet
            .write_string_with_format(row, column, office::fitting(text), format)
    }

    /// Says that from this row on follows what belongs together, up to the next.
    pub(super) fn begin(&mut self, row: u32) {
        self.whole.push(row);
    }

    /// Says how far something reaches to the right, in pixels.
    pub(super) fn reach(&mut self, right: f64) {
        self.right = self.right.max(right);
    }

    /// The first row below something of this many pixels that begins in a row. Rows without a height are those of a
    /// program; if they become higher, there is only more space.
    pub(super) fn row_below(&self, row: u32, pixels: u32) -> u32 {
        let mut left = f64::from(pixels) * POINT;
        let mut below = row;
        while left > 0.0 {
            left -= self.height(below, below + 1);
            below += 1;
        }
        below
    }

    /// The height of rows in points.
    fn height(&self, from: u32, to: u32) -> f64 {
        (from..to)
            .map(|row| self.heights.get(&row).copied().unwrap_or(ROW))
            .sum()
    }

    /// Breaks pages before whatever does not fit on the rest of one. `end` is the first row below all. What would take
    /// many pages is printed smaller.
    pub(super) fn break_pages(&mut self, end: u32) -> Result<(), XlsxError> {
        let scale = (WIDE / (self.right * POINT)).min(1.0);
        let mut breaks = self.breaks(end, scale);
        if breaks.len() >= MANY_PAGES && scale > SMALL {
            breaks = self.breaks(end, SMALL);
            self.sheet.set_print_scale((SMALL * 100.0) as u16);
        }
        if !breaks.is_empty() {
            self.sheet.set_page_breaks(&breaks)?;
        }
        Ok(())
    }

    /// The rows that begin a page, at a scale at which all is at most as wide as a page.
    fn breaks(&self, end: u32, scale: f64) -> Vec<u32> {
        let room = HIGH / scale * SURE;
        let mut breaks = Vec::new();
        let mut whole = self.whole.iter().copied().take_while(|&row| row < end).peekable();
        let Some(&first) = whole.peek() else {
            return breaks;
        };
        let mut used = self.height(0, first);
        while let Some(from) = whole.next() {
            let to = whole.peek().copied().unwrap_or(end);
            let tall = self.height(from, to);
            if tall > room {
                // What is longer than a page ends somewhere on one.
                used = (used + tall) % room;
            } else if used + tall > room && from > first {
                breaks.push(from);
                used = tall;
            } else {
                used += tall;
            }
        }
        breaks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of blocks of this many points, in rows of their own, as wide as a page on paper.
    fn page<'s>(sheet: &'s mut Worksheet, blocks: &[f64]) -> Page<'s> {
        let mut page = Page::new(sheet);
        page.reach(WIDE / POINT);
        for (row, height) in (0..).zip(blocks) {
            page.begin(row);
            page.set_row_height(row, *height).expect("a row");
        }
        page
    }

    #[test]
    fn what_does_not_fit_on_the_rest_of_a_page_begins_the_next() {
        // A page has room for 516 × 0.97 = 500.52 points.
        let breaks = |blocks: &[f64]| page(&mut Worksheet::new(), blocks).breaks(blocks.len() as u32, 1.0);
        assert_eq!(breaks(&[200.0, 300.0]), [0; 0]);
        assert_eq!(breaks(&[200.0, 301.0, 199.0, 2.0]), [1, 3]);
        // The first block stays with the title above it.
        assert_eq!(breaks(&[400.0, 400.0]), [1]);
    }

    #[test]
    fn a_smaller_scale_leaves_more_room_below() {
        let mut sheet = Worksheet::new();
        let page = page(&mut sheet, &[400.0, 400.0]);
        assert_eq!(page.breaks(2, 1.0), [1]);
        assert_eq!(page.breaks(2, 0.5), [0; 0]);
    }

    #[test]
    fn what_is_not_printed_takes_no_page() {
        let mut sheet = Worksheet::new();
        let page = page(&mut sheet, &[400.0, 400.0, 400.0]);
        assert_eq!(page.breaks(1, 1.0), [0; 0]);
        assert_eq!(page.breaks(2, 1.0), [1]);
    }

    #[test]
    fn something_ends_where_its_rows_do() {
        let mut sheet = Worksheet::new();
        let page = page(&mut sheet, &[30.0, 15.0, 60.0]);
        // 60 pixels are 45 points: the first two rows.
        assert_eq!(page.row_below(0, 60), 2);
        assert_eq!(page.row_below(0, 61), 3);
        assert_eq!(page.row_below(3, 21), 5, "rows without a height are 15 points high");
    }
}
