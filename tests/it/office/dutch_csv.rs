//! Tables as CSV for spreadsheets in Dutch, opened in LibreOffice: every text is a text and every number a number.

use ketenscan::export::csv::{self, Dialect};
use ketenscan::export::{Table, Values, answers, perspectives, questions, scores};
use ketenscan_testing::region::{Workbook, asking, level, of, scored};
use serde_json::{Value, json};

use super::close;
use crate::programs::libreoffice;

/// What the window offers that LibreOffice shows on a double click, before anything is changed in it: a split at commas,
/// semicolons and tabs, in the language of the program.
const AS_OFFERED: &str = "44/59/9,34,76,1,,0,false,false";

/// The same, with a split at semicolons only and in Dutch.
const AS_IT_IS: &str = "59,34,76,1,,1043,false,false";

/// The cells of a table, with the names of its columns above them.
fn cells(table: &Table) -> Vec<Vec<Value>> {
    let column = |values: &Values| -> Vec<Value> {
        match values {
            Values::Text(texts) => texts.iter().map(|text| json!(text.unwrap_or_default())).collect(),
            Values::Whole(numbers) => numbers
                .iter()
                .map(|number| number.map_or(json!(""), Value::from))
                .collect(),
            Values::Figure(figures) => figures
                .iter()
                .map(|figure| figure.map_or(json!(""), Value::from))
                .collect(),
            Values::Flag(flags) => flags
                .iter()
                .map(|flag| json!(flag.map_or("", |flag| if flag { "ja" } else { "nee" })))
                .collect(),
        }
    };
    let columns: Vec<Vec<Value>> = table.columns.iter().map(|found| column(&found.values)).collect();
    let names = table.columns.iter().map(|column| json!(column.name)).collect();
    let line = |line: usize| columns.iter().map(|column| column[line].clone()).collect();
    std::iter::once(names).chain((0..table.lines()).map(line)).collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn libreoffice_reads_each_text_and_number() {
    let asked = asking(&[
        ("PRE-01", "weight = 2"),
        ("PRE-02", "kind = 'share'; target = 1.0; norm = 100"),
    ]);
    let books = [
        Workbook::of_municipality(&asked, "Súdstêd")
            .says("PRE-01", level(3))
            .says("PRE-02", of(1.0, 3.0)),
        Workbook::of_region(&asked)
            .seen_from("opvang")
            .expects("Súdstêd", Some(1_030_000.0))
            .expects("Duin, Stad; \"Oost\"", Some(1_000.5)),
    ];
    let mut found = scored(&asked, books);
    for book in &mut found.region.submissions {
        // As in every real one, a letter among the digits.
        book.sha256.replace_range(..1, "a");
    }
    let folder = tempfile::tempdir().expect("a folder");
    for table in [
        answers(&asked, &found.region),
        scores(&asked, &found.region, &found.score),
        questions(&asked),
        perspectives(&asked),
    ] {
        let path = folder.path().join(format!("{}.csv", table.name));
        std::fs::write(&path, csv::write(&table, Dialect::Dutch)).expect("a file");
        let job = json!({"open": path, "options": [AS_OFFERED, AS_IT_IS]});
        let opened = libreoffice("office/open_csv.py", &job);
        let expected = cells(&table);
        for (how, sheet) in [AS_OFFERED, AS_IT_IS].iter().zip(opened.as_array().expect("a list")) {
            let rows = sheet.as_array().expect("rows");
            assert_eq!(rows.len(), expected.len(), "{}, {how}", table.name);
            for (row, expected) in rows.iter().zip(&expected) {
                let row = row.as_array().expect("cells");
                assert_eq!(row.len(), expected.len(), "{}, {how}: {row:?}", table.name);
                for (cell, expected) in row.iter().zip(expected) {
                    let same = expected.as_f64().map_or(cell == expected, |number| close(cell, number));
                    assert!(same, "{}, {how}: {cell}, not {expected}, in {row:?}", table.name);
                }
            }
        }
    }
}
