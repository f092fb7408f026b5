//! Takes a binary part of an xlsb package, record by record; returns the same part with only the records that are read.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::rich::{RichText, rich_text};
use super::stream::{Records, SHORT, holds_its_text, number, push, text, wide};
use super::styles::Styles;
use crate::bounds::GRID;
use crate::looks::{Area, Looks, Runs};
use crate::unreadable::{Reason, Unreadable, note_cell};
use crate::{Bound, Damage, Refusal};

const ROW: u16 = 0x0000;
const BLANK: u16 = 0x0001;
const ERROR: u16 = 0x0003;
const TEXT: u16 = 0x0006;
const LISTED: u16 = 0x0007;
const FORMULA_TEXT: u16 = 0x0008;
const FORMULA_ERROR: u16 = 0x000B;
const STRING: u16 = 0x0013;
const RICH_TEXT: u16 = 0x003E;
const END_OF_BOOK: u16 = 0x0084;
const END_OF_SHEETS: u16 = 0x0090;
const CELLS: u16 = 0x0091;
const END_OF_CELLS: u16 = 0x0092;
const MERGED: u16 = 0x00B0;
const EXTENT: u16 = 0x0094;
const PROPERTIES: u16 = 0x0099;
const SHEET: u16 = 0x009C;
const STRINGS: u16 = 0x009F;

/// A cell in the column after that of the cell before it: blank, packed number, error, boolean, number, text, index of
/// a string. Each kind is this far from the one that gives its column.
const SHORT_CELLS: RangeInclusive<u16> = 0x000C..=0x0012;
const FROM_SHORT: u16 = 0x000B;

/// The error values that every parser knows; `#N/A` replaces all others.
const KNOWN_ERRORS: [u8; 8] = [0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A, 0x2B];
const SOME_ERROR: u8 = 0x2A;

/// A sheet as listed in the workbook part.
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// The id of the relationship that leads to its part.
    pub(crate) relation: String,
    /// Its visibility and its number.
    head: [u8; 8],
}

impl Sheet {
    /// The sheet's entry, with another relationship id.
    pub(crate) fn leading_to(&self, relation: &str) -> Vec<u8> {
        let mut listed = Vec::new();
        push(&mut listed, SHEET, &[&self.head, &wide(relation), &wide(&self.name)]);
        listed
    }
}

/// The sheets of a workbook, and the records before and after them.
pub(crate) struct Sheets {
    pub(crate) listed: Vec<Sheet>,
    pub(crate) rest: [Vec<u8>; 2],
}

/// Reads the workbook part.
pub(crate) fn workbook(part: &[u8]) -> Result<Sheets, Refusal> {
    let (mut listed, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new());
    for record in Records(part) {
        match record? {
            (PROPERTIES, data) => {
                let from_1904 = data.first().ok_or(SHORT)? & 1;
                before.clear();
                push(&mut before, PROPERTIES, &[&[from_1904, 0, 0, 0]]);
            }
            (SHEET, data) => {
                Bound::Sheets.hold(listed.len() + 1)?;
                let (head, rest) = data.split_first_chunk().ok_or(SHORT)?;
                let mut head: [u8; 8] = *head;
                // An unknown kind of visibility.
                if head[0] > 2 || head[1..4] != [0; 3] {
                    head[..4].fill(0);
                }
                let (relation, rest) = text(rest)?;
                listed.push(Sheet {
                    name: text(rest)?.0,
                    relation,
                    head,
                });
            }
            _ => {}
        }
    }
    push(&mut after, END_OF_SHEETS, &[]);
    push(&mut after, END_OF_BOOK, &[]);
    Ok(Sheets {
        listed,
        rest: [before, after],
    })
}

/// What sheets refer to.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) styles: Styles,
    /// The number of strings in the list.
    pub(crate) strings: usize,
    /// The strings that do not look as their cell does.
    pub(crate) runs: BTreeMap<usize, Runs>,
}

/// Reads the list of strings and rewrites it.
pub(crate) fn strings(part: &[u8], known: &mut Known) -> Result<Vec<u8>, Refusal> {
    let mut items = Vec::new();
    for record in Records(part) {
        if let (STRING, data) = record? {
            Bound::Strings.add(&mut known.strings, 1)?;
            let RichText { text, runs } = rich_text(data, &known.styles)?;
            if runs != Runs::OfTheCell {
                known.runs.insert(known.strings - 1, runs);
            }
            push(&mut items, STRING, &[&[0], &text]);
        }
    }
    let number = (known.strings as u32).to_le_bytes();
    let mut anew = Vec::with_capacity(items.len() + 16);
    push(&mut anew, STRINGS, &[&number, &number]);
    anew.append(&mut items);
    Ok(anew)
}

/// Reads the cells of a sheet and rewrites them; records the ones that cannot be read, and how cells look.
pub(crate) fn cells(
    part: &[u8],
    known: &Known,
    looks: &mut Looks,
    unreadable: &mut Vec<Unreadable>,
) -> Result<Vec<u8>, Refusal> {
    let mut anew = Vec::with_capacity(part.len());
    push(&mut anew, EXTENT, &[&[0; 16]]);
    push(&mut anew, CELLS, &[]);
    let (mut within, mut row, mut next) = (false, 0, 0u32);
    let mut whole = Vec::new();
    let sheet = looks.sheet.clone();
    let off_the_grid = || Refusal::OffTheGrid {
        sheet: Some(sheet.clone()),
    };
    for record in Records(part) {
        let (mut kind, mut data) = record?;
        if SHORT_CELLS.contains(&kind) {
            whole.clear();
            whole.extend_from_slice(&next.to_le_bytes());
            whole.extend_from_slice(data);
            (kind, data) = (kind - FROM_SHORT, &whole);
        }
        if within && matches!(kind, BLANK..=FORMULA_ERROR | RICH_TEXT) {
            let column = number(data)?;
            if column >= GRID.1 {
                return Err(off_the_grid());
            }
            next = column + 1;
        }
        let mut runs = Runs::OfTheCell;
        match kind {
            CELLS => within = true,
            END_OF_CELLS => within = false,
            MERGED => merge(data, looks)?,
            _ if !within => continue,
            ROW => {
                row = number(data)?;
                if row >= GRID.0 {
                    return Err(off_the_grid());
                }
                next = 0;
                push(&mut anew, ROW, &[&row.to_le_bytes()]);
            }
            // Packed number, boolean, number; and the results of formulas that are a number or a boolean.
            0x02 | 0x04 | 0x05 | 0x09 | 0x0A => {
                let length = match kind {
                    0x02 => 12,
                    0x04 | 0x0A => 9,
                    _ => 16,
                };
                push(&mut anew, kind, &[data.get(..length).ok_or(SHORT)?]);
            }
            // Some parsers skip an error that is the result of a formula.
            ERROR | FORMULA_ERROR => {
                let error = *data.get(8).ok_or(SHORT)?;
                let known = if KNOWN_ERRORS.contains(&error) {
                    error
                } else {
                    SOME_ERROR
                };
                push(&mut anew, ERROR, &[&data[..8], &[known]]);
            }
            TEXT | FORMULA_TEXT => {
                let text = data.get(8..).ok_or(SHORT)?;
                if !holds_its_text(text) {
                    return Err(Refusal::Damaged(Damage::PromisedText));
                }
                push(&mut anew, TEXT, &[&data[..8], text]);
            }
            // They also skip text in several runs.
            RICH_TEXT => {
                let rich = rich_text(data.get(8..).ok_or(SHORT)?, &known.styles)?;
                runs = rich.runs;
                push(&mut anew, TEXT, &[&data[..8], &rich.text]);
            }
            LISTED => {
                let index = number(data.get(8..).ok_or(SHORT)?)? as usize;
                if index < known.strings {
                    runs = known.runs.get(&index).copied().unwrap_or_default();
                    push(&mut anew, LISTED, &[&data[..12]]);
                } else {
                    note_cell(unreadable, &sheet, (row, number(data)?), Reason::NoSuchString)?;
                }
            }
            _ => {}
        }
        if within && matches!(kind, 0x02..=FORMULA_ERROR | RICH_TEXT) {
            let style = number(data.get(4..).ok_or(SHORT)?)? & 0x00FF_FFFF;
            let look = runs.on(known.styles.look(style));
            let is_number = matches!(kind, 0x02 | 0x05 | 0x09);
            looks.cell((row, number(data)?), if is_number { look } else { look.on_no_number() });
        }
    }
    push(&mut anew, END_OF_CELLS, &[]);
    Ok(anew)
}

/// Adds a merged area: its first and last row, its first and last column.
fn merge(data: &[u8], looks: &mut Looks) -> Result<(), Refusal> {
    let at = |place: usize| number(data.get(4 * place..).ok_or(SHORT)?);
    looks.merge(Area {
        top: at(0)?,
        bottom: at(1)?,
        left: at(2)?,
        right: at(3)?,
    })
}

#[cfg(test)]
mod tests;
