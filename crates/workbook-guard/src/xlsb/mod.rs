//! Takes the parts of an xlsb package that matter, found by their relationships; returns a package of canonical parts.

mod records;
mod rich;
mod stream;
mod styles;

use self::records::{Known, Sheets};
use self::styles::Styles;
use crate::clean::Clean;
use crate::entries::Entries;
use crate::looks::Looks;
use crate::relations::{self, Relation, cells_of, part_used_as};
use crate::unreadable::Unreadable;
use crate::{Bound, Refusal};

/// Makes the clean copy of a package.
pub(crate) fn clean(
    entries: &mut Entries,
    main: &str,
    unreadable: &mut Vec<Unreadable>,
    looks: &mut Vec<Looks>,
) -> Result<Vec<u8>, Refusal> {
    let mut clean = Clean::of(entries.unpacked);
    let (mut part, mut read) = (Vec::new(), 0);
    let mut relations = relations::of(entries, main)?;
    relations.iter_mut().for_each(recognise);

    let mut known = Known::default();
    if let Some(name) = part_used_as(entries, &relations, main, "styles", "styles.bin") {
        unpack(entries, &name, &mut part, &mut read)?;
        let (styles, anew) = Styles::read(&part)?;
        known.styles = styles;
        clean.add("xl/styles.bin", &[&anew])?;
    }
    if let Some(name) = part_used_as(entries, &relations, main, "sharedStrings", "sharedstrings.bin") {
        unpack(entries, &name, &mut part, &mut read)?;
        let anew = records::strings(&part, &mut known)?;
        clean.add("xl/sharedStrings.bin", &[&anew])?;
    }

    unpack(entries, main, &mut part, &mut read)?;
    let Sheets { listed, rest } = records::workbook(&part)?;
    let mut kept = Vec::new();
    let mut targets = String::from("<Relationships>");
    let (mut parts, mut largest) = (Vec::<&str>::new(), 0);
    for sheet in &listed {
        let Some(target) = cells_of(entries, &relations, (&sheet.name, &sheet.relation), unreadable) else {
            continue;
        };
        let place = parts.iter().position(|known| *known == target).unwrap_or(parts.len());
        if place == parts.len() {
            unpack(entries, target, &mut part, &mut read)?;
            largest = largest.max(part.len());
            let mut seen = Looks::of(&sheet.name);
            let cells = records::cells(&part, &known, &mut seen, unreadable)?;
            seen.keep_in(looks);
            clean.add(&format!("xl/worksheets/sheet{}.bin", place + 1), &[&cells])?;
            parts.push(target);
            targets.push_str(&format!(
                "<Relationship Id=\"rId{0}\" Target=\"worksheets/sheet{0}.bin\"/>",
                place + 1
            ));
        }
        kept.push(sheet.leading_to(&format!("rId{}", place + 1)));
    }
    targets.push_str("</Relationships>");
    Bound::SheetsTimesPart.hold(kept.len().saturating_mul(largest))?;

    let kept = kept.concat();
    clean.add("xl/workbook.bin", &[&rest[0], &kept, &rest[1]])?;
    clean.add("xl/_rels/workbook.bin.rels", &[targets.as_bytes()])?;
    clean.finish()
}

/// Gives a relationship without a type that of the folder of its target.
fn recognise(relation: &mut Relation) {
    if relation.kind.is_empty() {
        let within = |folder| relation.target.contains(folder);
        let kind = if within("/chartsheets/") {
            "chartsheet"
        } else if within("/dialogsheets/") {
            "dialogsheet"
        } else {
            "worksheet"
        };
        kind.clone_into(&mut relation.kind);
    }
}

fn unpack(entries: &mut Entries, name: &str, part: &mut Vec<u8>, read: &mut usize) -> Result<(), Refusal> {
    entries.unpack_named(name, part)?;
    Bound::Read.add(read, part.len())
}
