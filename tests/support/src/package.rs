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

/// One of our workbooks after somebody typed a text in a cell and saved it.
pub fn typed(bytes: &[u8], sheet: &str, cell: &str, text: &str) -> Vec<u8> {
    with_cell(bytes, sheet, cell, &format!("t=\"inlineStr\"><is><t>{text}</t></is>"))
}

/// One of our workbooks after a cell was changed and saved. `content` is the XML of the cell after its address, as in
/// `t="b"><v>1</v>`.
pub fn with_cell(bytes: &[u8], sheet: &str, cell: &str, content: &str) -> Vec<u8> {
    changed(bytes, sheet, |text| {
        let made = format!("<c r=\"{cell}\" {content}</c>");
        let start = format!("<c r=\"{cell}\"");
        let row: String = cell.chars().filter(char::is_ascii_digit).collect();
        if let Some(at) = text.find(&start) {
            let end = at + text[at..].find('>').unwrap() + 1;
            let end = if text[..end].ends_with("/>") {
                end
            } else {
                at + text[at..].find("</c>").unwrap() + 4
            };
            text.replace_range(at..end, &made);
        } else if let Some(at) = text.find(&format!("<row r=\"{row}\"")) {
            let tag = at + text[at..].find('>').unwrap();
            if text[..tag].ends_with('/') {
                // A row with a height and without cells.
                text.replace_range(tag - 1..=tag, &format!(">{made}</row>"));
            } else {
                let end = at + text[at..].find("</row>").unwrap();
                text.insert_str(end, &made);
            }
        } else {
            let end = text.find("</sheetData>").unwrap();
            text.insert_str(end, &format!("<row r=\"{row}\">{made}</row>"));
        }
    })
}

/// One of our workbooks after the XML of a sheet was changed and saved.
pub fn changed(bytes: &[u8], sheet: &str, change: impl FnOnce(&mut String)) -> Vec<u8> {
    let mut parts = unpack(bytes);
    let text = |parts: &Parts, part: &str| {
        let (_, bytes) = parts.iter().find(|(name, _)| name == part).unwrap();
        String::from_utf8(bytes.clone()).unwrap()
    };
    // The parts of our sheets are numbered in order.
    let book = text(&parts, "xl/workbook.xml");
    let number = book
        .split("<sheet ")
        .skip(1)
        .position(|tag| tag.starts_with(&format!("name=\"{sheet}\"")));
    let part = format!("xl/worksheets/sheet{}.xml", number.expect("a sheet") + 1);
    let mut xml = text(&parts, &part);
    change(&mut xml);
    parts.iter_mut().find(|(name, _)| *name == part).unwrap().1 = xml.into_bytes();
    pack(&parts)
}
