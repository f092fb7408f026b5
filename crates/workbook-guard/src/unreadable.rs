//! What cannot be read in a workbook that is otherwise admitted: which cell or sheet, and why.

use thiserror::Error;

use super::{Bound, Refusal};

/// A cell or a whole sheet that is left out of the clean copy because its contents cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The name of the sheet, as given in the file.
    pub sheet: String,
    /// The cell, such as `D12`; `None` if the whole sheet is left out.
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
    /// The cell is of type number, but its value is not a number.
    #[error("it should hold a number and does not")]
    NotANumber,
    /// The cell is of type boolean, but its value is neither true nor false.
    #[error("it should hold true or false and does not")]
    NotABoolean,
    /// The cell has a type that no program writes.
    #[error("it is of an unknown type")]
    UnknownType,
    /// The sheet is listed, but its part is missing from the file.
    #[error("its part is missing")]
    MissingPart,
    /// The sheet holds Excel 4 macros and no data.
    #[error("it is a macro sheet")]
    MacroSheet,
    /// The sheet has a type that no program writes.
    #[error("it is of an unknown type")]
    UnknownSheet,
}

/// Records a cell that cannot be read. Row and column count from 0.
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

/// Records a sheet that is left out.
pub(crate) fn note_sheet(to: &mut Vec<Unreadable>, sheet: &str, reason: Reason) {
    to.push(Unreadable {
        sheet: sheet.to_owned(),
        cell: None,
        reason,
    });
}
