//! Takes an xlsx package; returns its cells, provided that nothing in it is unusual.

use super::plain_sheet::{Cell, Written, plain_sheet};
use super::strings::strings;
use super::{Known, Reading, book, cell_styles, strings_part};
use crate::entries::Entries;
use crate::plain::{Plain, PlainCell, PlainSheet, PlainValue};
use crate::relations::{self, cells_of};
use crate::xml::decode;
use crate::{Bound, Refusal};

/// The cells of a package, and how they look. `None` if anything in it is unusual; whatever is refused here is refused
/// in the same way when its clean copy is made.
pub(crate) fn plain_book(entries: &mut Entries, main: &str) -> Result<Option<Plain>, Refusal> {
    let mut reading = Reading::default();
    entries.unpack_named(main, reading.next())?;
    let Some(book) = book::book(&decode(reading.taken()?)?)? else {
        return Ok(None);
    };
    let relations = relations::of(entries, main)?;
    let listed_strings = strings_part(entries, &relations, main, &mut reading)?;
    let listed_strings = decode(&listed_strings)?;
    let strings = strings(&listed_strings)?;
    let Some(texts) = strings.texts() else {
        return Ok(None);
    };
    let styles = cell_styles(entries, &relations, main, &mut reading)?.unwrap_or_default();
    let known = Known::new(strings.count, strings.runs, &styles.looks);

    let mut plain = Plain {
        strings: texts,
        ..Plain::default()
    };
    let (mut parts, mut largest, mut count) = (Vec::new(), 0, 0);
    for entry in &book.sheets {
        let part = cells_of(entries, &relations, (&entry.name, &entry.relation), &mut Vec::new());
        let Some(part) = part.filter(|part| !parts.contains(part)) else {
            return Ok(None);
        };
        parts.push(part);
        entries.unpack_named(part, reading.next())?;
        let bytes = reading.taken()?;
        largest = largest.max(bytes.len());
        let mut cells = Vec::new();
        let sheet = plain_sheet(&decode(bytes)?, &entry.name, &known, |cell| {
            if !cell.is_empty() {
                Bound::Cells.add(&mut count, 1).ok()?;
                let (row, column) = cell.place()?;
                let value = value(cell, &styles.dates)?;
                cells.push(PlainCell { row, column, value });
            }
            Some(())
        })
        .map(|sheet| sheet.looks);
        let Some(looks) = sheet else {
            return Ok(None);
        };
        looks.keep_in(&mut plain.looks);
        plain.sheets.push(PlainSheet {
            name: entry.name.clone(),
            cells,
        });
    }
    Bound::SheetsTimesPart.hold(parts.len().saturating_mul(largest))?;
    Ok(Some(plain))
}

/// What a cell holds that is not empty; `None` if it is for the parser to say.
fn value(cell: &Cell, dates: &[bool]) -> Option<PlainValue> {
    Some(match cell.value {
        Written::Nothing => PlainValue::NoResult,
        Written::Number(_) if cell.style().is_some_and(|style| dates.get(style) == Some(&true)) => return None,
        Written::Number(number) => PlainValue::Number(number.parse().ok()?),
        Written::Listed(index) => PlainValue::Listed(index),
        Written::Text(text) => PlainValue::Text(text.read()?.into_owned()),
        Written::Boolean(value) => PlainValue::Boolean(value),
        Written::Error(error) => PlainValue::Error(error),
    })
}
