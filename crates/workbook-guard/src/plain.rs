//! Takes an untrusted workbook; returns its cells without a parser, provided that nothing in it is unusual.

use super::entries::Entries;
use super::saved::saved;
use super::{Bound, Looks, Refusal, is_compound, is_zip, kind, package, relations, xlsx};

/// The cells of an xlsx workbook.
#[derive(Clone, Debug, Default)]
pub struct Plain {
    /// The list of strings.
    pub strings: Vec<String>,
    /// The sheets in order, hidden ones included.
    pub sheets: Vec<PlainSheet>,
    /// What people see on its sheets that the values do not say; only sheets with something to say.
    pub looks: Vec<Looks>,
    /// When it was last saved, as its own properties say; nothing checks that.
    pub saved: Option<String>,
}

/// A sheet and its cells that are not empty, in the order of the file.
#[derive(Clone, Debug)]
pub struct PlainSheet {
    /// The name of the sheet, as the file gives it.
    pub name: String,
    /// Its cells.
    pub cells: Vec<PlainCell>,
}

/// A cell on the [`GRID`](crate::bounds::GRID). Row and column count from 0.
#[derive(Clone, Debug)]
pub struct PlainCell {
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u32,
    /// What it holds.
    pub value: PlainValue,
}

/// What a cell holds. A workbook in which a number may be a date is not plain.
#[derive(Clone, Debug, PartialEq)]
pub enum PlainValue {
    /// A string, by its index in the list, which has that many.
    Listed(usize),
    /// Text of its own.
    Text(String),
    /// A number, which may be too large to be finite.
    Number(f64),
    /// True or false.
    Boolean(bool),
    /// An error value, as stored: `#REF!`.
    Error(&'static str),
    /// A formula whose result is not stored.
    NoResult,
}

/// The cells of a workbook that is written as office programs write xlsx, with nothing in it that only a parser can
/// read. `None` for any other file, whether it would be admitted or refused: ask [`admit`](crate::admit).
///
/// A workbook is held to the same [`bounds`](crate::bounds) as when it is admitted, but for the text of its cells:
/// those are counted with a [`Tally`](crate::Tally).
#[must_use]
pub fn plain(bytes: &[u8]) -> Option<Plain> {
    if is_compound(bytes) || !is_zip(bytes) {
        return None;
    }
    Bound::FileSize.hold(bytes.len()).ok()?;
    of_package(bytes).ok()?
}

fn of_package(bytes: &[u8]) -> Result<Option<Plain>, Refusal> {
    let mut entries = Entries::of(bytes)?;
    let relations = relations::of(&mut entries, "")?;
    let main = package::main_part(&entries, &relations);
    let Some(main) = main.filter(|main| kind::of_main_part(main).is_none() && main.strip_suffix(".bin").is_none())
    else {
        return Ok(None);
    };
    if entries.encrypted {
        return Ok(None);
    }
    let Some(mut plain) = xlsx::plain_book(&mut entries, &main)? else {
        return Ok(None);
    };
    plain.saved = saved(&mut entries, package::properties(&relations), "modified");
    Ok(Some(plain))
}
