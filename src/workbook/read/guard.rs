//! What a file must be before any of it is parsed: a known format, within bounds that honest work never nears.

use std::io::Cursor;

use zip::ZipArchive;

use super::findings::FileFinding;

/// A filled-in template is under 0.1 MiB; with pictures pasted in it may reach a few.
pub const MOST_BYTES: usize = 20 << 20;
const MOST_ENTRIES: usize = 2_000;
const MOST_UNPACKED: u64 = 100 << 20;
/// A filled-in template has some 3,000 cells.
const MOST_CELLS: usize = 200_000;
const MOST_TEXT: usize = 16 << 20;
/// The grid that every office program shares: 1,048,576 rows by 16,384 columns.
const GRID: (u32, u32) = (1 << 20, 1 << 14);

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}

/// Holds a file's bytes against the bounds and tells its format by content.
pub(super) fn admit(bytes: &[u8]) -> Result<Format, FileFinding> {
    if bytes.is_empty() {
        return Err(FileFinding::Empty);
    }
    let compound = bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    if !compound && !bytes.starts_with(b"PK") {
        return Err(FileFinding::NotAWorkbook {
            what: name_content(bytes),
        });
    }
    if bytes.len() > MOST_BYTES {
        return Err(too_large("de omvang van het bestand", MOST_BYTES >> 20, "MB"));
    }
    if compound {
        admit_compound(bytes)
    } else {
        admit_zip(bytes)
    }
}

fn too_large(what: &'static str, most: usize, unit: &'static str) -> FileFinding {
    FileFinding::TooLarge { what, most, unit }
}

fn admit_zip(bytes: &[u8]) -> Result<Format, FileFinding> {
    let damaged = |error: &dyn std::fmt::Display| FileFinding::Damaged {
        reason: error.to_string(),
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MOST_ENTRIES {
        return Err(too_large("het aantal onderdelen", MOST_ENTRIES, "onderdelen"));
    }
    let mut unpacked = 0u64;
    let mut format = None;
    let mut encrypted = false;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|error| damaged(&error))?;
        unpacked = unpacked.saturating_add(entry.size());
        encrypted |= entry.encrypted();
        let name = entry.name().map_err(|error| damaged(&error))?;
        match name.as_ref() {
            "xl/workbook.xml" => format = Some(Format::Xlsx),
            "xl/workbook.bin" => format = Some(Format::Xlsb),
            "content.xml" if format.is_none() => format = Some(Format::Ods),
            _ => {}
        }
    }
    if unpacked > MOST_UNPACKED {
        return Err(too_large("de uitgepakte omvang", (MOST_UNPACKED >> 20) as usize, "MB"));
    }
    if encrypted {
        return Err(FileFinding::Protected);
    }
    let opendocument = |archive: &mut ZipArchive<_>| {
        let mut entry = archive.by_name("mimetype").ok()?;
        let mut kind = String::new();
        std::io::Read::read_to_string(&mut std::io::Read::take(&mut entry, 200), &mut kind).ok()?;
        Some(kind)
    };
    match format {
        Some(Format::Ods) => match opendocument(&mut archive).as_deref().map(str::trim_end) {
            Some(kind) if kind.starts_with("application/vnd.oasis.opendocument.spreadsheet") => Ok(Format::Ods),
            _ => Err(FileFinding::NotAWorkbook {
                what: "een tekst of presentatie",
            }),
        },
        Some(format) => Ok(format),
        None => Err(FileFinding::NotAWorkbook {
            what: if archive.index_for_name("word/document.xml").is_some() {
                "een Word-document"
            } else {
                "een zip-bestand zonder werkboek"
            },
        }),
    }
}

fn admit_compound(bytes: &[u8]) -> Result<Format, FileFinding> {
    // A workbook behind a password is kept as one stream of this name (UTF-16) in a compound file.
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    if holds(&name) {
        return Err(FileFinding::Protected);
    }
    let stream: Vec<u8> = "Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let older: Vec<u8> = "Book\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if holds(&stream) || holds(&older) {
        Ok(Format::Xls)
    } else {
        Err(FileFinding::NotAWorkbook {
            what: "een bestand van een ander kantoorprogramma",
        })
    }
}

fn name_content(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(b"%PDF") {
        "een pdf"
    } else if bytes.starts_with(b"{\\rtf") {
        "een tekstdocument"
    } else if bytes.iter().take(4096).all(|&byte| byte != 0)
        && std::str::from_utf8(&bytes[..bytes.len().min(512)]).is_ok()
    {
        "een tekstbestand"
    } else {
        "iets anders"
    }
}

/// What is left of the room that one workbook's cells may take.
pub(super) struct Bounds {
    cells: usize,
    text: usize,
}

impl Bounds {
    pub(super) fn new() -> Self {
        Self {
            cells: MOST_CELLS,
            text: MOST_TEXT,
        }
    }

    /// Takes room for one cell, or says which bound it passes.
    pub(super) fn admit_cell(&mut self, sheet: &str, row: u32, column: u32, text: usize) -> Result<(), FileFinding> {
        if row >= GRID.0 || column >= GRID.1 {
            return Err(FileFinding::OffTheGrid {
                sheet: sheet.to_owned(),
            });
        }
        self.cells = self
            .cells
            .checked_sub(1)
            .ok_or_else(|| too_large("het aantal gevulde cellen", MOST_CELLS, "cellen"))?;
        self.text = self
            .text
            .checked_sub(text)
            .ok_or_else(|| too_large("de hoeveelheid tekst", MOST_TEXT >> 20, "MB"))?;
        Ok(())
    }
}
