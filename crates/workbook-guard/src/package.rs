//! A zip package: its kind told, and what is read of it packed anew.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::entries::{Entries, unreadable};
use super::plain_sheet::plain_sheet;
use super::{Admitted, Bound, Damage, Format, Refusal, kind, opendocument, records, spreadsheetml, xml};

/// Folders of a workbook that hold nothing we read.
const FOLDERS_NOT_READ: [&str; 10] = [
    "docprops",
    "customxml",
    "drawings",
    "charts",
    "theme",
    "media",
    "tables",
    "printersettings",
    "externallinks",
    "querytables",
];
/// How the names of other folders and parts begin that hold nothing we read.
const NAMES_NOT_READ: [&str; 5] = ["[content_types]", "comments", "threadedcomments", "pivot", "vbaproject"];

fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or("")
}

/// Whether we read a part, or can't tell from its name that we don't.
fn is_wanted(name: &str) -> bool {
    let ending = ending(name);
    let of_a_sheet = ending == "rels" && name.contains("worksheets/_rels/");
    let mut names = name.split('/');
    matches!(ending, "xml" | "rels" | "bin")
        && !of_a_sheet
        && !names
            .any(|name| FOLDERS_NOT_READ.contains(&name) || NAMES_NOT_READ.iter().any(|start| name.starts_with(start)))
}

/// Holds a package against the bounds and gives its clean copy.
pub(crate) fn admit(bytes: &[u8]) -> Result<Admitted, Refusal> {
    let mut entries = Entries::of(bytes)?;
    let mimetype = mimetype(&mut entries);
    let holds = |name: &str| entries.holds(name);
    let format = if holds("xl/workbook.bin") {
        Format::Xlsb
    } else if entries.names.iter().any(|name| name.ends_with("workbook.xml")) && holds("_rels/.rels") {
        Format::Xlsx
    } else if mimetype.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        if holds("encrypted-package") {
            return Err(Refusal::Protected);
        }
        Format::Ods
    } else {
        return Err(kind::of_package(holds, mimetype.trim_end()));
    };
    if entries.encrypted {
        return Err(Refusal::Protected);
    }
    let (clean, results) = match format {
        Format::Ods => (clean_opendocument(&mut entries)?, false),
        _ => clean_office_open(&mut entries)?,
    };
    Ok(Admitted { format, clean, results })
}

/// The type that a package declares; a wrong one says no more than none.
fn mimetype(entries: &mut Entries) -> String {
    let mut text = Vec::new();
    let declared = entries.place("mimetype");
    declared
        .and_then(|place| entries.unpack(place, &mut text).ok())
        .map(|()| String::from_utf8_lossy(&text[..text.len().min(100)]).into_owned())
        .unwrap_or_default()
}

/// The parts of a workbook that are read, each looked at, in a package of its own; and whether every
/// formula is known to come with its result.
fn clean_office_open(entries: &mut Entries) -> Result<(Vec<u8>, bool), Refusal> {
    let mut clean = Clean::of(entries.unpacked);
    let mut results = true;
    let (mut part, mut read, mut sheets, mut largest) = (Vec::new(), 0, 0, 0);
    let listed = entries.names.iter().cloned().enumerate();
    let wanted: Vec<_> = listed.filter(|(_, name)| is_wanted(name)).collect();
    for (place, name) in &wanted {
        entries.unpack(*place, &mut part)?;
        Bound::Read.add(&mut read, part.len())?;
        let sheet = !name.contains("_rels/");
        if ending(name) == "bin" {
            let seen = match records::look_at(name, &part) {
                Ok(seen) => seen,
                // Not every binary part of a package consists of records; those that we read do.
                Err(finding) if name.contains("worksheets/") || is_read(name) => return Err(finding),
                Err(_) => continue,
            };
            sheets += seen.sheets;
            clean.add(name, &seen.rewritten)?;
        } else {
            let text = xml::decode(&part)?;
            if let Some(plain) = plain_sheet(text) {
                results &= plain.results;
                clean.add(name, plain.cells.as_bytes())?;
            } else {
                let seen = spreadsheetml::look_at(text)?;
                sheets += seen.sheets;
                results &= !seen.formulas;
                clean.add(name, seen.rewritten.as_deref().unwrap_or(text).as_bytes())?;
            }
        }
        if sheet {
            largest = largest.max(part.len());
        }
    }
    Bound::Sheets.hold(sheets)?;
    Bound::SheetsTimesPart.hold(sheets.saturating_mul(largest))?;
    Ok((clean.finish()?, results))
}

fn is_read(name: &str) -> bool {
    ["workbook.bin", "styles.bin", "sharedstrings.bin"]
        .iter()
        .any(|part| name.ends_with(part))
}

fn clean_opendocument(entries: &mut Entries) -> Result<Vec<u8>, Refusal> {
    let mut clean = Clean::of(entries.unpacked);
    let mut part = Vec::new();
    clean.add("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")?;
    for name in ["META-INF/manifest.xml", "content.xml"] {
        let place = entries
            .place(&name.to_lowercase())
            .ok_or(Refusal::Damaged(Damage::MissingPart))?;
        entries.unpack(place, &mut part)?;
        let text = xml::decode(&part)?;
        if name == "content.xml" {
            opendocument::look_at(text)?;
        } else if opendocument::is_encrypted(text)? {
            return Err(Refusal::Protected);
        }
        clean.add(name, text.as_bytes())?;
    }
    clean.finish()
}

/// A package in the making, not compressed: it lives as long as it is parsed.
struct Clean(ZipWriter<Cursor<Vec<u8>>>);

impl Clean {
    /// Room for so much at once: what grows bit by bit is copied over and over. Room that is not
    /// used costs nothing.
    fn of(unpacked: u64) -> Self {
        let room = usize::try_from(unpacked).map_or(0, |unpacked| unpacked.min(Bound::Read.most()));
        Self(ZipWriter::new(Cursor::new(Vec::with_capacity(room))))
    }

    fn add(&mut self, name: &str, part: &[u8]) -> Result<(), Refusal> {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        self.0.start_file(name, stored).map_err(|_| unreadable())?;
        self.0.write_all(part).map_err(|_| unreadable())
    }

    fn finish(self) -> Result<Vec<u8>, Refusal> {
        Ok(self.0.finish().map_err(|_| unreadable())?.into_inner())
    }
}
