//! `voortgang` follows the plan of a report through the year, from the report alone.
//!
//! `cargo test --test it following:: -- --ignored` needs what the room `office` needs.

mod copies;
mod office;
mod refusals;
mod ten_points;

use std::io::Cursor;
use std::path::Path;

use calamine::{Reader, Xlsx};
use ketenscan_testing::package::typed;
use serde_json::Value;

use crate::folder::{Folder, Run};

const PLAN: &str = "Verbeterplan";
const REPORT: &str = "reports/voorbeeldland-2026.xlsx";
/// Row of the first point.
const FIRST: usize = 7;

/// The report of Voorbeeldland, in which nothing was filled in yet.
fn report() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/voorbeeldland/voorbeeldland-2026.xlsx");
    std::fs::read(path).expect("the sample")
}

/// The IDs of the points of a report, from top to bottom.
fn ids(report: &[u8]) -> Vec<String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(report)).unwrap();
    let range = book.worksheet_range(PLAN).unwrap();
    let cells = range.rows().map(|row| row[0].to_string());
    let ids: Vec<String> = cells.skip_while(|id| id != "ID").skip(1).collect();
    assert!(ids.len() > 20, "{ids:?}");
    ids
}

/// A report after these cells of its plan were typed.
fn filled<'a>(report: &[u8], cells: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<u8> {
    let cells = cells.into_iter();
    cells.fold(report.to_vec(), |report, (cell, text)| typed(&report, PLAN, cell, text))
}

/// The same after somebody saved it at this moment.
fn saved(report: &[u8], moment: &str) -> Vec<u8> {
    let mut parts = ketenscan_testing::package::unpack(report);
    let core = parts.iter_mut().find(|(name, _)| name == "docProps/core.xml").unwrap();
    let text = String::from_utf8(core.1.clone()).unwrap();
    let start = text.find("<dcterms:modified").unwrap();
    let start = start + text[start..].find('>').unwrap() + 1;
    let end = text.find("</dcterms:modified>").unwrap();
    core.1 = format!("{}{moment}{}", &text[..start], &text[end..]).into_bytes();
    ketenscan_testing::package::pack(&parts)
}

/// Runs `voortgang` on 1 April 2027.
fn follow(folder: &Folder, arguments: &str) -> Run {
    let words: Vec<&str> = "voortgang --datum 2027-04-01"
        .split(' ')
        .chain(arguments.split('|'))
        .collect();
    let run = folder.run_with(&words);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    run
}

/// The JSON of a run that must succeed; its arguments are separated by bars.
fn json(folder: &Folder, arguments: &str) -> (Value, Run) {
    let run = follow(folder, &format!("{arguments}|--json|--overschrijf"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = folder.text("reports/voorbeeldland-2026-voortgang.json");
    (serde_json::from_str(&text).unwrap(), run)
}
