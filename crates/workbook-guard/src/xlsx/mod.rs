//! Takes the parts of an xlsx package that matter, found by their relationships; returns a package of canonical parts,
//! or, if nothing in them is unusual, the cells themselves.

mod book;
mod one_piece;
mod plain_book;
mod plain_sheet;
mod rich_text;
mod sheet;
mod strings;
mod styles;
mod value;

use std::collections::BTreeMap;

pub(crate) use self::plain_book::plain_book;
use self::plain_sheet::plain_sheet;
use self::strings::strings;
use self::styles::{CellStyles, styles};
use crate::clean::Clean;
use crate::entries::Entries;
use crate::looks::{Look, Looks, Runs};
use crate::relations::{self, Relation, cells_of, part_used_as};
use crate::unreadable::Unreadable;
use crate::xml::decode;
use crate::{Bound, Refusal};

/// The relationships of the package itself: its main part always gets the same name.
const PACKAGE: &str = "<Relationships><Relationship Id=\"rId1\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"xl/workbook.xml\"/></Relationships>";

/// What sheets refer to.
#[derive(Debug, Default)]
pub(crate) struct Known<'k> {
    /// The number of strings in the list.
    pub(crate) strings: usize,
    /// The strings that do not look as their cell does.
    pub(crate) runs: BTreeMap<usize, Runs>,
    /// How cells look, by style number.
    pub(crate) styles: &'k [Look],
    /// Whether any string or style makes a cell look different from its value.
    pub(crate) any_looks: bool,
}

impl<'k> Known<'k> {
    fn new(strings: usize, runs: BTreeMap<usize, Runs>, styles: &'k [Look]) -> Self {
        let any_looks = !runs.is_empty() || styles.iter().any(|look| !look.is_usual());
        Self {
            strings,
            runs,
            styles,
            any_looks,
        }
    }

    pub(crate) fn look(&self, style: Option<u32>) -> Look {
        self.styles
            .get(style.unwrap_or(0) as usize)
            .copied()
            .unwrap_or_default()
    }

    pub(crate) fn runs_of(&self, string: usize) -> Runs {
        self.runs.get(&string).copied().unwrap_or_default()
    }
}

/// Makes the clean copy of a package, and says whether every formula in it is known to have its result stored. `None`
/// if the main part is not that of a workbook.
pub(crate) fn clean(
    entries: &mut Entries,
    main: &str,
    unreadable: &mut Vec<Unreadable>,
    looks: &mut Vec<Looks>,
) -> Result<Option<(Vec<u8>, bool)>, Refusal> {
    let mut clean = Clean::of(entries.unpacked);
    let mut reading = Reading::default();
    entries.unpack_named(main, reading.next())?;
    let Some(book) = book::book(&decode(reading.taken()?)?)? else {
        return Ok(None);
    };
    let relations = relations::of(entries, main)?;

    let listed_strings = strings_part(entries, &relations, main, &mut reading)?;
    let listed_strings = decode(&listed_strings)?;
    let strings = strings(&listed_strings)?;
    let head = format!("<sst uniqueCount=\"{}\">", strings.count);
    let pieces = [head.as_bytes(), strings.items.as_bytes(), b"</sst>"];
    clean.add("xl/sharedStrings.xml", &pieces)?;

    let styles = cell_styles(entries, &relations, main, &mut reading)?;
    if let Some(styles) = &styles {
        clean.add("xl/styles.xml", &[styles.part.as_bytes()])?;
    }
    let styles = styles.unwrap_or_default();
    let known = Known::new(strings.count, strings.runs, &styles.looks);

    let mut results = true;
    let (mut parts, mut listed, mut largest) = (Vec::<&str>::new(), Vec::new(), 0);
    for (index, entry) in book.sheets.iter().enumerate() {
        let Some(target) = cells_of(entries, &relations, (&entry.name, &entry.relation), unreadable) else {
            continue;
        };
        if let Some(part) = parts.iter().position(|known| *known == target) {
            listed.push((index, part));
            continue;
        }
        entries.unpack_named(target, reading.next())?;
        let bytes = reading.taken()?;
        largest = largest.max(bytes.len());
        let text = decode(bytes)?;
        let name = sheet_name(parts.len());
        if let Some(plain) = plain_sheet(&text, &entry.name, &known, |_| Some(())) {
            results &= plain.results;
            plain.looks.keep_in(looks);
            clean.add(&name, &[b"<worksheet>", plain.cells.as_bytes(), b"</worksheet>"])?;
        } else {
            let written = sheet::written(&text, &entry.name, &known, unreadable)?;
            results &= written.results;
            written.looks.keep_in(looks);
            clean.add(&name, &[written.part.as_bytes()])?;
        }
        listed.push((index, parts.len()));
        parts.push(target);
    }
    Bound::SheetsTimesPart.hold(listed.len().saturating_mul(largest))?;

    clean.add("_rels/.rels", &[PACKAGE.as_bytes()])?;
    clean.add("xl/workbook.xml", &[book::written(&book, &listed).as_bytes()])?;
    clean.add("xl/_rels/workbook.xml.rels", &[sheet_relations(parts.len()).as_bytes()])?;
    Ok(Some((clean.finish()?, results)))
}

/// The list of strings, empty if there is none.
fn strings_part(
    entries: &mut Entries,
    relations: &[Relation],
    main: &str,
    reading: &mut Reading,
) -> Result<Vec<u8>, Refusal> {
    let mut part = Vec::new();
    if let Some(name) = part_used_as(entries, relations, main, "sharedStrings", "sharedstrings.xml") {
        entries.unpack_named(&name, &mut part)?;
        reading.read(part.len())?;
    }
    Ok(part)
}

/// The styles, if there are any.
fn cell_styles(
    entries: &mut Entries,
    relations: &[Relation],
    main: &str,
    reading: &mut Reading,
) -> Result<Option<CellStyles>, Refusal> {
    let Some(name) = part_used_as(entries, relations, main, "styles", "styles.xml") else {
        return Ok(None);
    };
    entries.unpack_named(&name, reading.next())?;
    Ok(Some(styles(&decode(reading.taken()?)?)?))
}

/// The part being read, in a buffer that is reused, and how much has been read in all.
#[derive(Default)]
struct Reading {
    part: Vec<u8>,
    read: usize,
}

impl Reading {
    /// The buffer, emptied for the next part.
    fn next(&mut self) -> &mut Vec<u8> {
        &mut self.part
    }

    /// The part that was put into the buffer.
    fn taken(&mut self) -> Result<&[u8], Refusal> {
        self.read(self.part.len())?;
        Ok(&self.part)
    }

    fn read(&mut self, bytes: usize) -> Result<(), Refusal> {
        Bound::Read.add(&mut self.read, bytes)
    }
}

fn sheet_name(part: usize) -> String {
    format!("xl/worksheets/sheet{}.xml", part + 1)
}

/// The relationships of a workbook with this many worksheet parts.
fn sheet_relations(parts: usize) -> String {
    let mut text = String::from("<Relationships>");
    for part in 1..=parts {
        text.push_str(&format!(
            "<Relationship Id=\"rId{part}\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
             Target=\"worksheets/sheet{part}.xml\"/>"
        ));
    }
    text.push_str("</Relationships>");
    text
}
