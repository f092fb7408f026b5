//! A zip package: its entries counted and unpacked, its kind told, and what is read of it packed anew.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use memchr::memmem;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::plain_sheet::plain_sheet;
use super::{Admitted, FileFinding, Format, bounds, damaged, kind, opendocument, records, spreadsheetml, turn, xml};

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

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
pub(super) fn admit(bytes: &[u8]) -> Result<Admitted, FileFinding> {
    // Before anything is made of them: as many entries as there are headers for.
    let headers = memmem::find_iter(bytes, b"PK\x01\x02").count();
    bounds::ENTRIES.hold(headers)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| damaged("het bestand is afgebroken of de inhoudsopgave klopt niet"))?;
    let names = list(&mut archive)?;
    let holds = |name: &str| names.kept.contains(name);
    let mimetype = if holds("mimetype") {
        let mut text = String::new();
        // A wrong type says no more than none.
        let _ = archive
            .by_name("mimetype")
            .map(|entry| entry.take(100).read_to_string(&mut text));
        text
    } else {
        String::new()
    };
    let format = if holds("xl/workbook.bin") {
        Format::Xlsb
    } else if names.kept.iter().any(|name| name.ends_with("workbook.xml")) && holds("_rels/.rels") {
        Format::Xlsx
    } else if mimetype.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        if holds("encrypted-package") {
            return Err(FileFinding::Protected);
        }
        Format::Ods
    } else {
        return Err(kind::of_package(holds, mimetype.trim_end()));
    };
    if names.encrypted {
        return Err(FileFinding::Protected);
    }
    let turn = (names.unpacked > bounds::HEAVY).then(turn);
    let (clean, results) = match format {
        Format::Ods => (clean_opendocument(&mut archive, names.unpacked)?, false),
        _ => clean_office_open(&mut archive, names.unpacked)?,
    };
    Ok(Admitted {
        format,
        clean,
        results,
        turn,
    })
}

/// What the table of contents says.
#[derive(Default)]
struct Names {
    /// In lower case, with `/`.
    kept: BTreeSet<String>,
    unpacked: u64,
    encrypted: bool,
}

fn list(archive: &mut Archive) -> Result<Names, FileFinding> {
    bounds::ENTRIES.hold(archive.len())?;
    let twice = || damaged("een onderdeel komt twee keer voor");
    if archive.has_duplicate_names() {
        return Err(twice());
    }
    let mut names = Names::default();
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|_| unreadable())?;
        // The declared size is kept to: reading past it fails.
        names.unpacked = names.unpacked.saturating_add(entry.size());
        names.encrypted |= entry.encrypted();
        if !names.kept.insert(normal(&entry.name().map_err(|_| unreadable())?)) {
            return Err(twice());
        }
    }
    bounds::UNPACKED.hold(usize::try_from(names.unpacked).unwrap_or(usize::MAX))?;
    Ok(names)
}

fn normal(name: &str) -> String {
    name.replace('\\', "/").to_lowercase()
}

fn unreadable() -> FileFinding {
    damaged("een onderdeel is niet uit te pakken")
}

/// Unpacks one entry to its end, and with that checks its sum.
fn unpack(archive: &mut Archive, index: usize, part: &mut Vec<u8>) -> Result<(), FileFinding> {
    let mut entry = archive.by_index(index).map_err(|_| unreadable())?;
    bounds::PART.hold(usize::try_from(entry.size()).unwrap_or(usize::MAX))?;
    part.clear();
    entry.read_to_end(part).map_err(|error| {
        if error.to_string().contains("checksum") {
            damaged("de controlesom van een onderdeel klopt niet")
        } else {
            unreadable()
        }
    })?;
    Ok(())
}

/// The parts of a workbook that are read, each looked at, in a package of its own; and whether every
/// formula is known to come with its result.
fn clean_office_open(archive: &mut Archive, unpacked: u64) -> Result<(Vec<u8>, bool), FileFinding> {
    let mut clean = Clean::of(unpacked);
    let mut results = true;
    let (mut part, mut read, mut sheets, mut largest) = (Vec::new(), 0, 0, 0);
    for index in 0..archive.len() {
        let name = match archive.by_index_raw(index) {
            Ok(entry) => normal(&entry.name().map_err(|_| unreadable())?),
            Err(_) => return Err(unreadable()),
        };
        if !is_wanted(&name) {
            continue;
        }
        unpack(archive, index, &mut part)?;
        bounds::READ.add(&mut read, part.len())?;
        let sheet = !name.contains("_rels/");
        if ending(&name) == "bin" {
            let seen = match records::look_at(&name, &part) {
                Ok(seen) => seen,
                // Not every binary part of a package consists of records; those that we read do.
                Err(finding) if name.contains("worksheets/") || is_read(&name) => return Err(finding),
                Err(_) => continue,
            };
            sheets += seen.sheets;
            clean.add(&name, &seen.rewritten)?;
        } else {
            let text = xml::decode(&part)?;
            if let Some(plain) = plain_sheet(text) {
                results &= plain.results;
                clean.add(&name, text.as_bytes())?;
            } else {
                let seen = spreadsheetml::look_at(text)?;
                sheets += seen.sheets;
                results &= !seen.formulas;
                clean.add(&name, seen.rewritten.as_deref().unwrap_or(text).as_bytes())?;
            }
        }
        if sheet {
            largest = largest.max(part.len());
        }
    }
    bounds::SHEETS.hold(sheets)?;
    bounds::SHEETS_TIMES_PART.hold(sheets.saturating_mul(largest))?;
    Ok((clean.finish()?, results))
}

fn is_read(name: &str) -> bool {
    ["workbook.bin", "styles.bin", "sharedstrings.bin"]
        .iter()
        .any(|part| name.ends_with(part))
}

fn clean_opendocument(archive: &mut Archive, unpacked: u64) -> Result<Vec<u8>, FileFinding> {
    let mut clean = Clean::of(unpacked);
    let mut part = Vec::new();
    clean.add("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")?;
    for name in ["META-INF/manifest.xml", "content.xml"] {
        let index = archive
            .index_for_name(name)
            .ok_or_else(|| damaged("een onderdeel ontbreekt"))?;
        unpack(archive, index, &mut part)?;
        let text = xml::decode(&part)?;
        if name == "content.xml" {
            opendocument::look_at(text)?;
        } else if opendocument::is_encrypted(text)? {
            return Err(FileFinding::Protected);
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
        let room = usize::try_from(unpacked).map_or(0, |unpacked| unpacked.min(bounds::READ.most));
        Self(ZipWriter::new(Cursor::new(Vec::with_capacity(room))))
    }

    fn add(&mut self, name: &str, part: &[u8]) -> Result<(), FileFinding> {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        self.0.start_file(name, stored).map_err(|_| unreadable())?;
        self.0.write_all(part).map_err(|_| unreadable())
    }

    fn finish(self) -> Result<Vec<u8>, FileFinding> {
        Ok(self.0.finish().map_err(|_| unreadable())?.into_inner())
    }
}
