//! What a file must be before it is parsed: a known format, within bounds, and rewritten to what was seen.
//!
//! The parser behind this is made for honest files: on others it may abort, hang or panic. So it never
//! gets the file itself, but a clean copy that holds the parts we have read to their end and found in order.

mod biff;
mod bounds;
mod compound;
mod entries;
mod kind;
mod opendocument;
mod package;
mod plain_sheet;
mod records;
mod spreadsheetml;
mod xml;

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::findings::FileFinding;

pub use self::bounds::MOST_BYTES;
pub(super) use self::bounds::{Bound, Bounds};

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}

/// A workbook that may be parsed.
#[derive(Debug)]
pub(super) struct Admitted {
    pub(super) format: Format,
    /// The copy to parse in the file's stead.
    pub(super) clean: Vec<u8>,
    /// Whether every formula in it is known to come with its result.
    pub(super) results: bool,
    /// Kept for as long as the workbook is in memory.
    pub(super) turn: Option<Turn>,
}

/// The right to have a large workbook in memory: one at a time, however many threads read.
pub(super) type Turn = MutexGuard<'static, ()>;

static HEAVY_READING: Mutex<()> = Mutex::new(());

fn turn() -> Turn {
    HEAVY_READING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Holds a file's bytes against the bounds and tells its format by content.
pub(super) fn admit(bytes: &[u8]) -> Result<Admitted, FileFinding> {
    if bytes.is_empty() {
        return Err(FileFinding::Empty);
    }
    let compound = bytes.starts_with(&compound::SIGNATURE);
    let zip = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06");
    if !compound && !zip {
        return Err(kind::of_other(bytes));
    }
    bounds::BYTES.hold(bytes.len())?;
    if compound {
        compound::admit(bytes)
    } else {
        package::admit(bytes)
    }
}

fn damaged(reason: &str) -> FileFinding {
    FileFinding::Damaged {
        reason: reason.to_owned(),
    }
}
