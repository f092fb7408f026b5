//! Takes a zip package, recognises which kind of workbook it is by its contents, and has its clean copy made.

use super::entries::Entries;
use super::relations::Relation;
use super::saved::saved;
use super::{Admitted, Format, Refusal, kind, ods, relations, xlsb, xlsx};

/// The main part of an xlsb package if no relationship names it.
const USUAL_BINARY: &str = "xl/workbook.bin";
/// The part with the properties if no relationship names it.
const USUAL_PROPERTIES: &str = "docprops/core.xml";
/// The part with the properties of an ods package.
const ODS_PROPERTIES: &str = "meta.xml";

/// Checks a package against the bounds and makes its clean copy.
pub(crate) fn admit(bytes: &[u8]) -> Result<Admitted, Refusal> {
    let mut entries = Entries::of(bytes)?;
    let mimetype = mimetype(&mut entries);
    let opendocument = mimetype.starts_with("application/vnd.oasis.opendocument.spreadsheet");
    let other = |entries: &Entries| kind::of_package(|name| entries.holds(name), mimetype.trim_end());
    if entries.encrypted {
        let workbook = |name: &String| name.ends_with("workbook.xml") || name.ends_with("workbook.bin");
        return Err(if opendocument || entries.names.iter().any(workbook) {
            Refusal::Protected
        } else {
            other(&entries)
        });
    }
    let (mut unreadable, mut looks) = (Vec::new(), Vec::new());
    let relations = relations::of(&mut entries, "")?;
    if let Some(main) = main_part(&entries, &relations) {
        if let Some(kind) = kind::of_main_part(&main) {
            return Err(Refusal::NotAWorkbook(kind));
        }
        if main.strip_suffix(".bin").is_some() {
            let clean = xlsb::clean(&mut entries, &main, &mut unreadable, &mut looks)?;
            return Ok(Admitted {
                format: Format::Xlsb,
                clean,
                results: false,
                unreadable,
                looks,
                saved: saved(&mut entries, properties(&relations), "modified"),
            });
        }
        if let Some((clean, results)) = xlsx::clean(&mut entries, &main, &mut unreadable, &mut looks)? {
            return Ok(Admitted {
                format: Format::Xlsx,
                clean,
                results,
                unreadable,
                looks,
                saved: saved(&mut entries, properties(&relations), "modified"),
            });
        }
    }
    if opendocument {
        if entries.holds("encrypted-package") {
            return Err(Refusal::Protected);
        }
        let clean = ods::clean(&mut entries, &mut unreadable, &mut looks)?;
        return Ok(Admitted {
            format: Format::Ods,
            clean,
            results: false,
            unreadable,
            looks,
            saved: saved(&mut entries, ODS_PROPERTIES, "date"),
        });
    }
    Err(other(&entries))
}

/// The main part of a package, if there is one.
pub(crate) fn main_part(entries: &Entries, relations: &[Relation]) -> Option<String> {
    let main = relations.iter().rfind(|relation| relation.kind == "officeDocument");
    match main {
        Some(main) => Some(main.target.clone()),
        None => entries.holds(USUAL_BINARY).then(|| USUAL_BINARY.to_owned()),
    }
}

/// The part with the properties of a package.
pub(crate) fn properties(relations: &[Relation]) -> &str {
    let properties = relations.iter().find(|relation| relation.kind == "core-properties");
    properties.map_or(USUAL_PROPERTIES, |properties| &properties.target)
}

/// The type that a package declares, or an empty text if the declaration cannot be read.
fn mimetype(entries: &mut Entries) -> String {
    let mut text = Vec::new();
    let declared = entries.place("mimetype");
    declared
        .and_then(|place| entries.unpack(place, &mut text).ok())
        .map(|()| String::from_utf8_lossy(&text[..text.len().min(100)]).into_owned())
        .unwrap_or_default()
}
