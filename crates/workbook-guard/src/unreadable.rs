//! What a workbook holds that cannot be handed on: which cell or sheet, and why.

use thiserror::Error;

use super::{Bound, Refusal};

/// A cell, or a whole sheet, that is not in the clean copy because what it holds cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The name of the sheet, as the file gives it.
    pub sheet: String,
    /// The cell, as in `D12`; none where the whole sheet is left out.
    pub cell: Option<String>,
    /// Why it cannot be read.
    pub reason: Reason,
}

/// Why a cell or sheet cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Reason {
    /// The cell refers to a string that is not in the list of strings.
    #[error("it refers to a string that does not exist")]
    NoSuchString,
    /// The cell says it holds a number, and what it holds is none.
    #[error("it should hold a number and does not")]
    NotANumber,
    /// The cell says it holds yes or no, and it holds neither.
    #[error("it should hold true or false and does not")]
    NotABoolean,
    /// The cell is of a type that no program writes.
    #[error("it is of an unknown type")]
    UnknownType,
    /// The sheet is in the list of sheets, and not in the file.
    #[error("its part is missing")]
    MissingPart,
    /// The sheet holds macros of Excel 4, and no data.
    #[error("it is a macro sheet")]
    MacroSheet,
    /// The sheet is of a type that no program writes.
    #[error("it is of an unknown type")]
    UnknownSheet,
}

/// Notes a cell that cannot be read. Row and column count from 0.
pub(crate) fn note_cell(
    to: &mut Vec<Unreadable>,
    sheet: &str,
    (row, column): (u32, u32),
    reason: Reason,
) -> Result<(), Refusal> {
    Bound::Cells.hold(to.len() + 1)?;
    to.push(Unreadable {
        sheet: sheet.to_owned(),
        cell: Some(crate::reference::a1(row, column)),
        reason,
    });
    Ok(())
}

/// Notes a sheet that is left out.
pub(crate) fn note_sheet(to: &mut Vec<Unreadable>, sheet: &str, reason: Reason) {
    to.push(Unreadable {
        sheet: sheet.to_owned(),
        cell: None,
        reason,
    });
}
