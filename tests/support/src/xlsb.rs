//! Converts one of our workbooks to xlsb, which no free program writes: its texts and numbers in the records that
//! matter.

use std::fmt::Write as _;

use crate::package::{Parts, pack};

/// The same workbook as an xlsb package.
pub fn as_xlsb(parts: &Parts) -> Vec<u8> {
    let part = |name: &str| {
        let found = parts.iter().find(|(known, _)| known == name);
        String::from_utf8(found.map(|(_, part)| part.clone()).unwrap_or_default()).unwrap()
    };
    let record = |kind: u16, data: &[u8]| {
        let mut record = vec![kind as u8];
        if kind > 0x7F {
            record = vec![kind as u8 & 0x7F | 0x80, (kind >> 7) as u8];
        }
        let mut length = data.len();
        while length > 0x7F {
            record.push(length as u8 & 0x7F | 0x80);
            length >>= 7;
        }
        record.push(length as u8);
        record.extend_from_slice(data);
        record
    };
    let wide = |text: &str| {
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut wide = (units.len() as u32).to_le_bytes().to_vec();
        wide.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
        wide
    };
    let plain = |text: &str| text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    let between = |text: &str, from: &str, to: &str| {
        let start = text.find(from)? + from.len();
        Some(text[start..start + text[start..].find(to)?].to_owned())
    };

    let strings = part("xl/sharedStrings.xml");
    let items: Vec<&str> = strings.split("<si>").skip(1).collect();
    let mut list = record(0x9F, &[[0; 4], (items.len() as u32).to_le_bytes()].concat());
    for item in &items {
        let text: String = item
            .split("<t")
            .skip(1)
            .filter_map(|rest| between(rest, ">", "</t>"))
            .collect();
        list.extend(record(0x13, &[&[0][..], &wide(&plain(&text))].concat()));
    }
    let (mut bundle, mut relations) = (Vec::new(), String::from("<Relationships>"));
    let mut made: Parts = Vec::new();
    for (index, sheet) in part("xl/workbook.xml").split("<sheet ").skip(1).enumerate() {
        let name = plain(&between(sheet, "name=\"", "\"").unwrap());
        let id = format!("rId{}", index + 1);
        bundle.extend(record(
            0x9C,
            &[&[0; 4][..], &[1, 0, 0, 0], &wide(&id), &wide(&name)].concat(),
        ));
        let _ = write!(
            relations,
            "<Relationship Id=\"{id}\" Target=\"worksheets/sheet{}.bin\"/>",
            index + 1
        );
        let mut records = [record(0x81, &[]), record(0x94, &[0; 16]), record(0x91, &[])].concat();
        let xml = part(&format!("xl/worksheets/sheet{}.xml", index + 1));
        for row in xml.split("<row ").skip(1) {
            let number: u32 = between(row, "r=\"", "\"").unwrap().parse().unwrap();
            records.extend(record(0x00, &[&(number - 1).to_le_bytes()[..], &[0; 13]].concat()));
            for cell in row.split("<c ").skip(1) {
                let reference = between(cell, "r=\"", "\"").unwrap();
                let (_, column) = place(&reference);
                let Some(value) = between(cell, "<v>", "</v>") else {
                    continue;
                };
                let style = between(cell, " s=\"", "\"").map_or(0, |style| style.parse::<u32>().unwrap());
                let head = [column.to_le_bytes(), style.to_le_bytes()].concat();
                if cell.contains("t=\"s\"") {
                    let index: u32 = value.parse().unwrap();
                    records.extend(record(0x07, &[head, index.to_le_bytes().to_vec()].concat()));
                } else if let Ok(number) = value.parse::<f64>() {
                    records.extend(record(0x05, &[head, number.to_le_bytes().to_vec()].concat()));
                }
            }
        }
        records.extend(record(0x92, &[]));
        for merged in xml.split("<mergeCell ").skip(1) {
            records.extend(record(0xB0, &area(&between(merged, "ref=\"", "\"").unwrap())));
        }
        records.extend(record(0x82, &[]));
        made.push((format!("xl/worksheets/sheet{}.bin", index + 1), records));
    }
    relations.push_str("</Relationships>");
    let workbook = [
        record(0x83, &[]),
        record(0x8F, &[]),
        bundle,
        record(0x90, &[]),
        record(0x9D, &[0; 26]),
        record(0x84, &[]),
    ];
    made.push(("xl/workbook.bin".to_owned(), workbook.concat()));
    made.push(("xl/sharedStrings.bin".to_owned(), list));
    made.push(("xl/_rels/workbook.bin.rels".to_owned(), relations.into_bytes()));
    made.push(("xl/styles.bin".to_owned(), styles(&part("xl/styles.xml"), record)));
    pack(&made)
}

/// Row and column of a reference, counted from 0.
fn place(reference: &str) -> (u32, u32) {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase);
    let column = letters.fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    let row: u32 = reference
        .trim_start_matches(|c: char| c.is_ascii_uppercase())
        .parse()
        .unwrap();
    (row - 1, column - 1)
}

/// A merged area: its first and last row, its first and last column.
fn area(reference: &str) -> Vec<u8> {
    let (from, to) = reference.split_once(':').unwrap();
    let ((top, left), (bottom, right)) = (place(from), place(to));
    [top, bottom, left, right]
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect()
}

/// Fonts that strike out or not, number formats, and cell styles with their number format and font.
fn styles(xml: &str, record: impl Fn(u16, &[u8]) -> Vec<u8>) -> Vec<u8> {
    let attribute = |tag: &str, name: &str| -> Option<String> {
        let start = tag.find(name)? + name.len() + 2;
        Some(tag[start..start + tag[start..].find('"')?].to_owned())
    };
    let within = |from: &str, to: &str| {
        xml.split(from)
            .nth(1)
            .and_then(|rest| rest.split(to).next())
            .unwrap_or_default()
    };
    let mut made = Vec::new();
    for font in within("<fonts", "</fonts>").split("<font>").skip(1) {
        made.extend(record(0x2B, &[0, 0, if font.contains("<strike/>") { 8 } else { 0 }, 0]));
    }
    for format in within("<numFmts", "</numFmts>").split("<numFmt ").skip(1) {
        let id: u16 = attribute(format, "numFmtId").unwrap().parse().unwrap();
        let units: Vec<u16> = attribute(format, "formatCode").unwrap().encode_utf16().collect();
        let code: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let length = (units.len() as u32).to_le_bytes();
        made.extend(record(0x2C, &[&id.to_le_bytes()[..], &length, &code].concat()));
    }
    made.extend(record(0x0269, &[0; 4]));
    for style in within("<cellXfs", "</cellXfs>").split("<xf ").skip(1) {
        let number = |name: &str| attribute(style, name).unwrap().parse::<u16>().unwrap().to_le_bytes();
        made.extend(record(
            0x2F,
            &[&[0, 0][..], &number("numFmtId"), &number("fontId"), &[0; 10]].concat(),
        ));
    }
    made.extend(record(0x026A, &[]));
    made
}
