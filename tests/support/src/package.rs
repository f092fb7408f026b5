//! Unpacks the entries of a zip package to names and contents, and packs them again.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Names and contents.
pub type Parts = Vec<(String, Vec<u8>)>;

/// The entries in their order.
pub fn unpack(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let name = entry.name().unwrap().into_owned();
            let mut part = Vec::new();
            entry.read_to_end(&mut part).unwrap();
            (name, part)
        })
        .collect()
}

/// The entries as a package; if two have the same name, only the first.
pub fn pack(parts: &Parts) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut names = BTreeSet::new();
    for (name, part) in parts.iter().filter(|(name, _)| names.insert(name)) {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(part).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
