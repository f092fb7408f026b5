//! How large a workbook may be, in one place: generous for honest work, small enough for any machine.

use std::fmt;

/// A size that no workbook may exceed. A refusal names the bound that was exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Bytes of the file itself. A filled-in form is under 0.1 MiB; with pasted pictures it may reach a few.
    FileSize,
    /// Entries of a zip package: a workbook has about 40, and every picture or comment adds one or two.
    Entries,
    /// Bytes that all entries of a package unpack to.
    Unpacked,
    /// Bytes that one entry unpacks to.
    Part,
    /// Bytes of the parts that are read: cells, strings and styles, but not pictures and charts.
    Read,
    /// Sheets.
    Sheets,
    /// Bytes of the largest part times the number of sheets: a part that many sheets share is read once for each.
    SheetsTimesPart,
    /// Cells that hold something.
    Cells,
    /// Cells in the rectangle from the first to the last cell in use, empty ones included, summed over all sheets.
    Area,
    /// Bytes of text, counted per use: a text used in ten cells counts ten times.
    Text,
    /// Bytes of text in one cell: Excel's limit of characters, each as wide as possible.
    CellText,
    /// Distinct strings.
    Strings,
    /// Cell formats: Excel's own limit.
    Styles,
    /// Bytes of one element of the styles; no font or number format written by an office program is longer.
    StyleTag,
    /// Defined names.
    Names,
    /// Levels of nested elements.
    Depth,
}

impl Bound {
    /// The largest size that is still allowed, in the unit of the bound.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::FileSize => 20 << 20,
            Self::Entries => 2_000,
            Self::Unpacked => 100 << 20,
            Self::Part => 16 << 20,
            Self::Read => 32 << 20,
            Self::Sheets => 100,
            Self::SheetsTimesPart => 64 << 20,
            Self::Cells => 50_000,
            Self::Area => 500_000,
            Self::Text => 4 << 20,
            Self::CellText => 128 << 10,
            Self::Strings => 200_000,
            Self::Styles => 65_500,
            Self::StyleTag => 2_048,
            Self::Names => 20_000,
            Self::Depth => 200,
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            Self::FileSize => "bytes in the file",
            Self::Entries => "entries in the package",
            Self::Unpacked => "bytes unpacked",
            Self::Part => "bytes in one part",
            Self::Read => "bytes of sheets, strings and styles",
            Self::Sheets => "sheets",
            Self::SheetsTimesPart => "bytes over all sheets",
            Self::Cells => "cells in use",
            Self::Area => "places between the first and the last cell in use",
            Self::Text => "bytes of text",
            Self::CellText => "bytes of text in one cell",
            Self::Strings => "different strings",
            Self::Styles => "cell formats",
            Self::StyleTag => "bytes in one style",
            Self::Names => "defined names",
            Self::Depth => "nested elements",
        };
        write!(f, "{} {what}", self.most())
    }
}

/// The grid that all office programs share: 1,048,576 rows by 16,384 columns.
pub const GRID: (u32, u32) = (1 << 20, 1 << 14);

/// Unpacked size in bytes above which a file takes so much memory that only one such file should be read at a time.
pub const HEAVY: u64 = 8 << 20;
