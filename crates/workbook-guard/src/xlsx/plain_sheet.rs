//! Takes a worksheet part; recognises one that can be handed on as it is, because it is sound and its cells are already
//! in canonical form.
//!
//! A parser reads a sheet cell by cell, and each cell is then checked against the bounds; walking the sheet first would
//! mean parsing it twice. This single light pass recognises sheets with nothing unusual in them, which nearly all
//! honest ones are. It knows little XML: whatever it does not recognise is left to the full walk.

mod tag;

use memchr::memchr;

use self::tag::{Tag, is_quoted, past_attribute};
use super::Known;
use super::value::{KNOWN_ERRORS, is_plain_number};
use crate::looks::{Looks, Runs};
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
/// form.
pub(crate) fn plain_sheet<'t>(text: &'t str, sheet: &str, known: &Known) -> Option<PlainSheet<'t>> {
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
                    (rest, results) = past_rows(rest, known, &mut looks)?;
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
fn past_rows<'t>(text: &'t str, known: &Known, looks: &mut Looks) -> Option<(&'t str, bool)> {
    let (mut rest, mut results, mut in_row) = (text, true, false);
    loop {
        if in_row && let [b'<', b'c', b' ' | b'>' | b'/', ..] = rest.as_bytes() {
            let (after, result) = past_cell(&rest[2..], known, looks)?;
            results &= result;
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

/// What follows a cell whose name has been read, and whether any formula in it has its result.
fn past_cell<'t>(text: &'t str, known: &Known, looks: &mut Looks) -> Option<(&'t str, bool)> {
    let (cell, rest) = past_usual_attributes(text).or_else(|| past_attributes(text))?;
    if let Some(after) = rest.strip_prefix("/>") {
        return Some((after, true));
    }
    let rest = rest.strip_prefix('>')?;
    if cell.kind == Some("inlineStr") {
        if known.any_looks {
            cell.look(Runs::OfTheCell, known, looks)?;
        }
        return past_inline_text(rest).map(|after| (after, true));
    }
    let (value, formula) = match rest.strip_prefix("<f") {
        Some(formula) => (past_formula(formula)?, true),
        None => (rest, false),
    };
    let (after, result) = match value.strip_prefix("<v>") {
        None => (value.strip_prefix("<v/>").unwrap_or(value), false),
        Some(value) => {
            let end = value.bytes().position(|byte| byte == b'<')?;
            let written = &value.as_bytes()[..end];
            if !is_a_value(cell.kind, written, known.strings) {
                return None;
            }
            if known.any_looks && end > 0 {
                let runs = match cell.kind {
                    Some("s") => known.runs_of(index(written)),
                    _ => Runs::OfTheCell,
                };
                cell.look(runs, known, looks)?;
            }
            // A text result may be empty; any other result may not.
            (value[end..].strip_prefix("</v>")?, cell.kind == Some("str") || end > 0)
        }
    };
    Some((after.strip_prefix("</c>")?, result || !formula))
}

/// The attributes of a cell that matter.
#[derive(Default)]
struct Attributes<'t> {
    reference: Option<&'t str>,
    style: &'t [u8],
    kind: Option<&'t str>,
}

impl Attributes<'_> {
    /// Records how the cell looks, if its place is known.
    fn look(&self, runs: Runs, known: &Known, looks: &mut Looks) -> Option<()> {
        let look = runs.on(known.look(Some(index(self.style) as u32)));
        if look.is_usual() {
            return Some(());
        }
        looks.cell(reference::cell(self.reference?)?, look);
        Some(())
    }
}

/// The attributes of a cell and what follows them, if these are the usual ones in the usual order: reference, style,
/// type.
fn past_usual_attributes(text: &str) -> Option<(Attributes<'_>, &str)> {
    let written = text.strip_prefix(" r=\"")?;
    let rest = past_some(written.as_bytes(), 3, u8::is_ascii_uppercase)?;
    let rest = past_some(rest, 7, u8::is_ascii_digit)?;
    let mut cell = Attributes {
        reference: Some(&written[..written.len() - rest.len()]),
        ..Attributes::default()
    };
    let mut rest = rest.strip_prefix(b"\"")?;
    if let Some(style) = rest.strip_prefix(b" s=\"") {
        let after = past_some(style, 5, u8::is_ascii_digit)?;
        cell.style = &style[..style.len() - after.len()];
        rest = after.strip_prefix(b"\"")?;
    }
    for (written, name) in [(&b" t=\"s\""[..], "s"), (b" t=\"str\"", "str"), (b" t=\"n\"", "n")] {
        if let Some(after) = rest.strip_prefix(written) {
            (cell.kind, rest) = (Some(name), after);
        }
    }
    matches!(rest.first(), Some(b'>' | b'/')).then(|| (cell, &text[text.len() - rest.len()..]))
}

/// What follows one to `most` bytes of some kind; `None` if there are more or none.
fn past_some(bytes: &[u8], most: usize, kind: impl Fn(&u8) -> bool) -> Option<&[u8]> {
    let length = bytes.iter().take(most + 1).take_while(|&byte| kind(byte)).count();
    (1..=most).contains(&length).then(|| &bytes[length..])
}

/// The same, whatever the attributes and their order.
fn past_attributes(text: &str) -> Option<(Attributes<'_>, &str)> {
    let (mut rest, mut cell) = (text, Attributes::default());
    while rest.starts_with(' ') {
        let (name, value, after) = past_attribute(rest)?;
        let is_known = match name {
            "r" => is_a_reference(value.as_bytes()) && cell.reference.replace(value).is_none(),
            "s" => {
                cell.style = value.as_bytes();
                value.len() <= 5 && is_digits(value.as_bytes())
            }
            "t" => cell.kind.replace(value).is_none(),
            _ => true,
        };
        if !is_known {
            return None;
        }
        rest = after;
    }
    Some((cell, rest))
}

/// What follows a formula whose name has been read.
fn past_formula(text: &str) -> Option<&str> {
    let (attributes, after) = text.split_at(memchr(b'>', text.as_bytes())?);
    let after = &after[1..];
    if !attributes.is_empty() && !attributes.starts_with([' ', '/']) {
        return None;
    }
    if let Some(attributes) = attributes.strip_suffix('/') {
        return is_quoted(attributes).then_some(after);
    }
    if !is_quoted(attributes) {
        return None;
    }
    after[memchr(b'<', after.as_bytes())?..].strip_prefix("</f>")
}

/// What follows the rest of a cell that holds an inline text in one piece.
fn past_inline_text(text: &str) -> Option<&str> {
    let text = text.strip_prefix("<is><t")?;
    let text = text.strip_prefix(" xml:space=\"preserve\"").unwrap_or(text);
    let text = text.strip_prefix('>')?;
    text[memchr(b'<', text.as_bytes())?..].strip_prefix("</t></is></c>")
}

/// Whether a value, if present, is written as values of its type usually are.
fn is_a_value(kind: Option<&str>, value: &[u8], strings: usize) -> bool {
    match kind {
        Some("str") => true,
        Some("s") => {
            value.len() <= 7 && value.iter().all(u8::is_ascii_digit) && (value.is_empty() || index(value) < strings)
        }
        None | Some("n") => value.is_empty() || is_plain_number(value),
        Some("b") => matches!(value, b"" | b"0" | b"1"),
        // The parser does not know newer error values.
        Some("e") => value.is_empty() || KNOWN_ERRORS.iter().any(|known| known.as_bytes() == value),
        Some(_) => false,
    }
}

fn index(digits: &[u8]) -> usize {
    digits
        .iter()
        .fold(0, |index, digit| index * 10 + usize::from(digit - b'0'))
}

/// Whether a cell reference is no longer than the longest on the grid, `XFD1048576`. More letters or digits would
/// overflow the parser's arithmetic.
fn is_a_reference(reference: &[u8]) -> bool {
    let letters = reference
        .iter()
        .take_while(|letter| letter.is_ascii_uppercase())
        .count();
    let digits = &reference[letters..];
    (1..=3).contains(&letters) && digits.len() <= 7 && is_digits(digits)
}

fn is_digits(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests;
