//! Takes an untrusted workbook; returns a copy that is safe to parse, or the reason why there is none.
//!
//! Spreadsheet parsers are made for honest files: given others they may allocate without end, hang, abort or panic.
//! [`admit`] recognises a file's format by its contents, checks it against the [`bounds`], and makes a clean
//! copy with only the parts that a parser needs. Each of those was read completely, found to be in order, and written
//! in one canonical form. The parser is given that copy and never the file itself.
//!
//! Of a workbook with nothing unusual in it, which nearly all honest ones are, [`plain`] returns the cells themselves,
//! so that no parser is needed.
//!
//! ```
//! use workbook_guard::{Kind, Refusal, admit};
//!
//! # let bytes = b"%PDF-1.7 ...";
//! match admit(bytes) {
//!     Ok(admitted) => {
//!         for lost in &admitted.unreadable {
//!             println!("{} {:?}: {}", lost.sheet, lost.cell, lost.reason);
//!         }
//!         println!("parse {} bytes as {:?}", admitted.clean.len(), admitted.format);
//!     }
//!     Err(Refusal::NotAWorkbook(Kind::Pdf)) => println!("ask for the workbook itself"),
//!     Err(refusal) => println!("{refusal}"),
//! }
//! ```

#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::panic,
        clippy::print_stderr,
        clippy::print_stdout,
        clippy::unwrap_used
    )
)]

pub mod bounds;
mod clean;
mod entries;
mod kind;
mod little_endian;
mod looks;
mod number_format;
mod ods;
mod package;
mod plain;
mod reference;
mod refusal;
mod relations;
mod saved;
mod tally;
mod unreadable;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

pub use self::bounds::Bound;
pub use self::looks::{Area, Look, Looks, Rounding, Shown, Struck};
pub use self::plain::{Plain, PlainCell, PlainSheet, PlainValue, plain};
pub use self::refusal::{Damage, Kind, Refusal};
pub use self::tally::Tally;
pub use self::unreadable::{Reason, Unreadable};

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Office Open XML, of Excel 2007 and later; with or without macros.
    Xlsx,
    /// The same kind of package with binary parts.
    Xlsb,
    /// The compound file of Excel 97 to 2003.
    Xls,
    /// OpenDocument, of LibreOffice and others.
    Ods,
}

/// A workbook that may be parsed.
#[derive(Clone, Debug)]
pub struct Admitted {
    /// Its format, judged by its contents.
    pub format: Format,
    /// The copy to parse instead of the file.
    pub clean: Vec<u8>,
    /// Whether every formula in it is known to have its result stored.
    pub results: bool,
    /// What is in the file but not in the copy, because it cannot be read.
    pub unreadable: Vec<Unreadable>,
    /// What people see on its sheets that the values in the copy do not say; only sheets with something to say.
    pub looks: Vec<Looks>,
    /// When it was last saved, as its own properties say; nothing checks that.
    pub saved: Option<String>,
}

/// Checks a file against the bounds and makes its clean copy.
///
/// A file larger than [`Bound::FileSize`] need not be read completely: one byte more than the bound is enough to have
/// it refused.
///
/// # Errors
///
/// Why the file must not reach a parser.
pub fn admit(bytes: &[u8]) -> Result<Admitted, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    let compound = is_compound(bytes);
    let zip = is_zip(bytes);
    if !compound && !zip {
        return Err(kind::of_other(bytes));
    }
    Bound::FileSize.hold(bytes.len())?;
    if compound {
        xls::admit(bytes)
    } else {
        package::admit(bytes)
    }
}

/// Whether a file takes so much memory, here and in a parser, that a caller with several threads should read only one
/// such file at a time. This is judged by what the file declares, before anything is unpacked; a file that unpacks to
/// more than it declares is refused later.
#[must_use]
pub fn is_heavy(bytes: &[u8]) -> bool {
    let weight = if is_compound(bytes) {
        bytes.len() as u64
    } else {
        entries::declared(bytes)
    };
    weight > bounds::HEAVY
}

/// Whether this is a zip package. Some mail and web servers put a byte-order mark or an empty line before it.
fn is_zip(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&xls::SIGNATURE)
}
