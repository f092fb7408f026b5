//! What a sheet holds, in whatever format it was stored.

use std::borrow::Cow;

use workbook_guard::{Area, Rounding};

/// What one cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    /// A number shown as a percentage: 75 for 75%.
    Percentage(f64),
    /// A number or text whose format shows something else, or nothing: what is stored.
    ShownOtherwise(String),
    /// A date, written as 31-12-2026.
    Date(String),
    /// A time of day or a duration, written as 72:00.
    Time(String),
    Bool(bool),
    /// An error value, as stored: `#N/A`.
    Error(&'static str),
    /// A formula whose result is not stored in the file.
    NoResult,
    /// Whatever a cell holds of which the text is struck out: wholly or partly.
    Struck {
        text: String,
        partly: bool,
    },
}

impl Content<'_> {
    /// The text, unless it is blank. Headers and ids are recognised even if they are struck out or hidden.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Content::Text(text) => Some(text),
            Content::Struck { text, .. } | Content::ShownOtherwise(text) => Some(text),
            _ => None,
        }
    }
}

/// A non-empty cell. Row and column count from 0.
#[derive(Clone, Debug)]
pub(super) struct Cell<'a> {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) content: Content<'a>,
    /// How it rounds the number it holds, if what it shows is another number.
    pub(super) rounding: Rounding,
}

/// A sheet: its name, made safe to display, and its cells, row by row.
pub(super) struct Sheet<'a> {
    pub(super) name: String,
    pub(super) cells: Vec<Cell<'a>>,
    /// Merged areas; `cells` does not include the cells they hide.
    pub(super) merged: Vec<Area>,
}

impl<'a> Sheet<'a> {
    /// The non-empty rows, in order.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[Cell<'a>]> {
        self.cells.chunk_by(|a, b| a.row == b.row)
    }
}

/// The cell in `column` of a row, if it is not empty.
pub(super) fn at<'r, 'a>(row: &'r [Cell<'a>], column: u32) -> Option<&'r Cell<'a>> {
    row.iter().find(|cell| cell.column == column)
}
