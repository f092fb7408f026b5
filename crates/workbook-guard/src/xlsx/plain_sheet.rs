//! Takes a worksheet part; recognises one that can be handed on as it is, because it is sound and its cells are already
//! in canonical form.
//!
//! A parser reads a sheet cell by cell, and each cell is then checked against the bounds; walking the sheet first would
//! mean parsing it twice. This single light pass recognises sheets with nothing unusual in them, which nearly all
//! honest ones are. It knows little XML: whatever it does not recognise is left to the full walk.

mod cell;
mod tag;

use memchr::memchr;

use self::cell::past_cell;
pub(crate) use self::cell::{Cell, Written};
use self::tag::{Tag, past_attribute};
use super::Known;
use crate::looks::Looks;
use crate::{Bound, reference};

/// A worksheet with nothing unusual in it.
pub(crate) struct PlainSheet<'t> {
    /// Its `sheetData` element, the only part that is read.
    pub(crate) cells: &'t str,
    /// Whether every formula on it is known to have its result stored.
    pub(crate) results: bool,
    pub(crate) looks: Looks,
}

/// Recognises a plain worksheet: well formed, with nothing but cells among its cells, and with every value in its usual
/// form. `take` receives each cell; a sheet with a cell that it declines is not plain.
pub(crate) fn plain_sheet<'t>(
    text: &'t str,
    sheet: &str,
    known: &Known,
    mut take: impl FnMut(&Cell) -> Option<()>,
) -> Option<PlainSheet<'t>> {
    let mut rest = match text.strip_prefix("<?xml") {
        Some(declared) => {
            let (declaration, rest) = declared.split_once("?>")?;
            is_of_utf_8(declaration).then(|| rest.trim_ascii_start())?
        }
        None => text,
    };
    let mut open: Vec<&str> = Vec::new();
    let mut looks = Looks::of(sheet);
    let mut cells = None;
    loop {
        let tag = Tag::first(rest)?;
        rest = tag.after;
        let name = tag.name;
        if tag.closes {
            if open.pop() != Some(name) {
                return None;
            }
        } else {
            // Other white space could hide where the name ends, and a prefix could hide that this element holds the
            // cells.
            let usual = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b':');
            if !usual
                || name.is_empty()
                || name.ends_with(":sheetData")
                || open.is_empty() != (name == "worksheet")
                || open.len() >= Bound::Depth.most()
            {
                return None;
            }
            if name == "sheetData" {
                if cells.is_some() || open.len() != 1 {
                    return None;
                }
                let mut results = true;
                if !tag.empty {
                    (rest, results) = past_rows(rest, known, &mut looks, &mut take)?;
                }
                cells = Some((&tag.from[..tag.from.len() - rest.len()], results));
            } else if !tag.empty {
                open.push(name);
            }
            if name == "mergeCell" {
                merge(tag.attributes, &mut looks)?;
            }
        }
        if open.is_empty() {
            let (cells, results) = cells.filter(|_| rest.trim_ascii().is_empty())?;
            return Some(PlainSheet { cells, results, looks });
        }
        // Text between tags outside the cells is not handed on.
        rest = &rest[memchr(b'<', rest.as_bytes())?..];
    }
}

fn is_of_utf_8(declaration: &str) -> bool {
    !declaration.contains("encoding") || declaration.contains("\"UTF-8\"") || declaration.contains("\"utf-8\"")
}

/// Adds a merged area.
fn merge(mut attributes: &str, looks: &mut Looks) -> Option<()> {
    while let Some((name, value, after)) = past_attribute(attributes) {
        if name == "ref" {
            looks.merge(reference::area(value)?).ok()?;
        }
        attributes = after;
    }
    attributes.is_empty().then_some(())
}

/// What follows the rows of a sheet, and whether every formula in them has its result.
fn past_rows<'t>(
    text: &'t str,
    known: &Known,
    looks: &mut Looks,
    take: &mut impl FnMut(&Cell) -> Option<()>,
) -> Option<(&'t str, bool)> {
    let (mut rest, mut results, mut in_row) = (text, true, false);
    loop {
        if in_row && let [b'<', b'c', b' ' | b'>' | b'/', ..] = rest.as_bytes() {
            let (cell, after) = past_cell(&rest[2..], known)?;
            results &= !cell.lacks_result();
            if known.any_looks && cell.value != Written::Nothing {
                let look = cell.look(known);
                if !look.is_usual() {
                    looks.cell(cell.place()?, look);
                }
            }
            take(&cell)?;
            rest = after;
        } else if let Some(after) = rest.strip_prefix("</row>") {
            if !std::mem::take(&mut in_row) {
                return None;
            }
            rest = after;
        } else if !in_row && let Some(after) = rest.strip_prefix("</sheetData>") {
            return Some((after, results));
        } else {
            let row = rest.strip_prefix("<row").filter(|_| !in_row)?;
            (rest, in_row) = past_row_tag(row)?;
        }
    }
}

/// What follows the opening tag of a row whose name has been read, and whether the row is now open. A row number, if
/// present, must lie on the grid.
fn past_row_tag(mut rest: &str) -> Option<(&str, bool)> {
    while rest.starts_with(' ') {
        let (name, value, after) = past_attribute(rest)?;
        if name == "r" && reference::row(value).is_none() {
            return None;
        }
        rest = after;
    }
    if let Some(after) = rest.strip_prefix('>') {
        return Some((after, true));
    }
    Some((rest.strip_prefix("/>")?, false))
}

#[cfg(test)]
mod tests;
