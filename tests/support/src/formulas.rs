//! The formulas of one of our workbooks, with the values stored beside them and the cells that they refer to.

use std::collections::BTreeSet;

use crate::package::{Parts, pack, unpack};

/// A cell with a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    pub sheet: String,
    pub cell: String,
    pub formula: String,
    /// The value stored for programs that do not compute; `None` if there is none at all.
    pub stored: Option<String>,
}

/// All formulas in cells, sheet by sheet.
pub fn formulas(workbook: &[u8]) -> Vec<Formula> {
    let parts = unpack(workbook);
    let sheets = sheets(&parts);
    let all = sheets.iter().flat_map(|(sheet, xml)| {
        cells(xml).filter_map(|cell| {
            Some(Formula {
                sheet: sheet.clone(),
                cell: address(cell).to_owned(),
                formula: unescaped(between(cell, "<f>", "</f>")?),
                stored: between(cell, "<v>", "</v>").map(unescaped),
            })
        })
    });
    all.collect()
}

/// The workbook as a program leaves it that writes formulas without their values.
pub fn without_stored(workbook: &[u8]) -> Vec<u8> {
    let mut parts = unpack(workbook);
    for (name, part) in &mut parts {
        if name.starts_with("xl/worksheets/sheet") {
            let xml = String::from_utf8(std::mem::take(part)).expect("UTF-8");
            let mut pieces = xml.split("</f><v>");
            let mut stripped = pieces.next().expect("a piece").to_owned();
            for piece in pieces {
                stripped.push_str("</f>");
                stripped.push_str(piece.split_once("</v>").expect("the end of a value").1);
            }
            *part = stripped.into_bytes();
        }
    }
    pack(&parts)
}

/// References to single cells, or to the corners of ranges, that people can fill in and therefore also cut and drag, each
/// after the cell with the formula.
pub fn references_to_entries(workbook: &[u8]) -> Vec<String> {
    let parts = unpack(workbook);
    let unlocked = unlocked(&parts);
    let found = formulas(workbook).into_iter().flat_map(|formula| {
        let references = references(&formula.formula, &formula.sheet);
        let broken = references.into_iter().filter(|reference| unlocked.contains(reference));
        let broken = broken.map(|(sheet, cell)| format!("{}!{} refers to {sheet}!{cell}", formula.sheet, formula.cell));
        broken.collect::<Vec<_>>()
    });
    found.collect()
}

/// Names and XML of the sheets, in order.
fn sheets(parts: &Parts) -> Vec<(String, String)> {
    let text = |name: &str| {
        let (_, part) = parts.iter().find(|(part, _)| part == name).expect("a part");
        String::from_utf8(part.clone()).expect("UTF-8")
    };
    let book = text("xl/workbook.xml");
    let names = book
        .split("<sheet name=\"")
        .skip(1)
        .map(|rest| unescaped(&rest[..rest.find('"').expect("a quote")]));
    let sheets = names.zip(1..);
    sheets
        .map(|(name, number)| (name, text(&format!("xl/worksheets/sheet{number}.xml"))))
        .collect()
}

/// The XML of each cell, from its address.
fn cells(xml: &str) -> impl Iterator<Item = &str> {
    xml.split("<c r=\"").skip(1).map(|rest| {
        // The rest goes on to the next cell; without contents, it has no end of its own.
        &rest[..rest.find("</c>").unwrap_or(rest.len())]
    })
}

fn address(cell: &str) -> &str {
    &cell[..cell.find('"').expect("a quote")]
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(inner, _)| inner)
}

fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).expect("text").into_owned()
}

/// Sheets and addresses of the cells that can be filled in on a protected sheet.
fn unlocked(parts: &Parts) -> BTreeSet<(String, String)> {
    let (_, styles) = parts.iter().find(|(name, _)| name == "xl/styles.xml").expect("formats");
    let styles = String::from_utf8_lossy(styles);
    let formats = between(&styles, "<cellXfs", "</cellXfs>").expect("the formats of cells");
    let formats: Vec<bool> = formats
        .split("<xf ")
        .skip(1)
        .map(|xf| xf.contains("locked=\"0\""))
        .collect();
    let mut found = BTreeSet::new();
    for (sheet, xml) in sheets(parts) {
        for cell in cells(&xml) {
            let tag = &cell[..cell.find('>').expect("the end of the tag")];
            let style = between(tag, "s=\"", "\"").map_or(0, |style| style.parse().expect("a number"));
            if formats[style] {
                found.insert((sheet.clone(), address(cell).to_owned()));
            }
        }
    }
    found
}

/// The cells in a formula, with their sheets: those of `A1`, `$A$1` and both corners of `A1:B2`; not whole columns.
fn references(formula: &str, own: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let (mut sheet, mut word, mut before) = (own.to_owned(), String::new(), ' ');
    let mut rest = formula.chars().chain([' ']);
    while let Some(letter) = rest.next() {
        match letter {
            // A text, or the name of a sheet.
            '"' | '\'' => word = rest.by_ref().take_while(|next| *next != letter).collect(),
            '!' => sheet = std::mem::take(&mut word),
            '$' => {}
            _ if letter.is_alphanumeric() || letter == '_' => word.push(letter),
            _ => {
                let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
                let is_cell = (1..=3).contains(&(word.len() - digits.len()));
                if is_cell && !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()) && before != '"'
                {
                    found.push((sheet.clone(), word.clone()));
                }
                word.clear();
                if letter != ':' {
                    sheet = own.to_owned();
                }
            }
        }
        before = letter;
    }
    found
}
