//! Tables for spreadsheets in Dutch: CSV with semicolons, decimal commas and a byte order mark.
//!
//! The ignored test needs a `python3` with `tests/requirements.txt`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ketenscan::export::csv::{self, Dialect};
use ketenscan::export::{answers, scores};
use ketenscan_testing::region::{Workbook, asking, level, of, scored};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{AWKWARD, DEMO, QUESTIONS, awkward, from_document, in_folder};
use crate::programs::{files_in, ketenscan, script, succeed};

#[test]
fn a_small_region_byte_by_byte() {
    let asked = asking(&QUESTIONS[..2]);
    let books = [
        Workbook::of_municipality(&asked, "Aadorp")
            .says("PRE-01", level(3))
            .says("PRE-02", of(1.0, 3.0)),
        Workbook::of_region(&asked)
            .seen_from("opvang")
            .expects("Aadorp", Some(1_030_000.0))
            .expects("Zeedorp; \"Oost\"", None)
            .expects("@Súd", None),
    ];
    let found = scored(&asked, books);
    let zeros = "0".repeat(64);
    let header = "region;year;edition;municipality;perspective;question;practice;step;theme;role;state;score;weight;norm;sha256;inhabitants";
    // A third of what PRE-02 asks for: a score of 100/3.
    let expected = [
        format!("\u{feff}{header}"),
        "Proefregio;2026;2026;'@Súd;;PRE-01;;1;regie;gemeente;missing;;\"2,0\";\"75,0\";;".to_owned(),
        "Proefregio;2026;2026;'@Súd;;PRE-02;;1;regie;gemeente;missing;;\"1,0\";\"100,0\";;".to_owned(),
        format!(
            "Proefregio;2026;2026;Aadorp;gemeente;PRE-01;;1;regie;gemeente;answered;\"75,0\";\"2,0\";\"75,0\";{zeros};\"1030000,0\""
        ),
        format!(
            "Proefregio;2026;2026;Aadorp;gemeente;PRE-02;;1;regie;gemeente;answered;\"33,33333333333333\";\"1,0\";\"100,0\";{zeros};\"1030000,0\""
        ),
        "Proefregio;2026;2026;\"Zeedorp; \"\"Oost\"\"\";;PRE-01;;1;regie;gemeente;missing;;\"2,0\";\"75,0\";;"
            .to_owned(),
        "Proefregio;2026;2026;\"Zeedorp; \"\"Oost\"\"\";;PRE-02;;1;regie;gemeente;missing;;\"1,0\";\"100,0\";;"
            .to_owned(),
        String::new(),
    ];
    let written = csv::write(&answers(&asked, &found.region), Dialect::Dutch);
    assert_eq!(written, expected.join("\r\n"));

    let written = csv::write(&scores(&asked, &found.region, &found.score), Dialect::Dutch);
    // One of three municipalities answered: 75 and 100/3, in a range with 0 and with 100 of the two others.
    let question = "\r\nProefregio;2026;question;PRE-01;\"75,0\";\"25,0\";\"91,66666666666667\";\"75,0\";\"0,0\";\"0,3333333333333333\";;1;\r\n";
    assert!(written.contains(question), "{written}");
}

#[test]
fn it_stands_beside_tables_in_other_formats_and_each_is_named() {
    let folder = TempDir::new().unwrap();
    awkward(&folder.path().join("in"));
    let export = |format: &str| {
        let (status, said, printed) = in_folder(folder.path(), &["exporteer", "in", "-o", "uit", "--formaat", format]);
        assert_eq!(status, Some(0), "{printed}");
        (said, printed)
    };
    let (plain, _) = export("csv");
    let (dutch, printed) = export("csv-nl");
    assert_eq!(dutch, plain, "as many lines");
    let parts = |of: fn(&str) -> String| {
        ["antwoorden", "scores"].map(|table| {
            let name = of(table);
            format!("uit/{table}/year=2027/region=%27s-Súd%2FNoord%3A 100%25/{name}")
        })
    };
    let left = parts(|_| "part.csv".to_owned()).join(" en ");
    let expected =
        format!("Van een eerdere keer, en nu niet vernieuwd: {left}. Maak ook die opnieuw, of haal ze weg.\n");
    assert!(printed.contains(&expected), "{printed}");

    let dutch = parts(|table| format!("{table}-s-sud-noord-100-2027.csv"));
    for name in &dutch {
        let bytes = fs::read(folder.path().join(name)).unwrap();
        assert!(bytes.starts_with("\u{feff}region;year;".as_bytes()), "{name}");
        assert!(
            String::from_utf8(bytes)
                .unwrap()
                .contains(&format!("\r\n{AWKWARD};2027;"))
        );
    }
    let (_, printed) = export("parquet");
    for name in parts(|_| "part.csv".to_owned()).iter().chain(&dutch) {
        assert!(printed.contains(name.as_str()), "{name}: {printed}");
    }
}

#[test]
#[ignore = "needs Python with pandas"]
fn pandas_reads_it_as_the_document_says() {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    let books = format!("reports/demo/ingevuld/{DEMO}");
    succeed(ketenscan(["demo", "--stil"]).current_dir(root));
    awkward(&root.join("in"));
    for (format, to) in [("csv-nl", "export"), ("csv", "csv")] {
        succeed(ketenscan(["exporteer", "in", &books, "--formaat", format, "-o", to]).current_dir(root));
    }
    let job = json!({ "folder": root, "code": from_document("# openen: csv-nl") });
    let read = script("python3", "export/read_dutch.py", &job);
    for (table, figures) in [
        ("antwoorden", &["score", "weight", "norm"][..]),
        ("scores", &["score", "low", "high", "coverage"]),
    ] {
        let lines = plain(&root.join("csv").join(table));
        assert!(lines.len() > 300, "{table}: {}", lines.len());
        for figure in figures {
            let numbers: Vec<f64> = lines.iter().filter_map(|line| line[*figure].parse().ok()).collect();
            let sum: f64 = numbers.iter().sum();
            let (count, total) = (&read[table][figure]["count"], &read[table][figure]["sum"]);
            assert_eq!(count, &json!(numbers.len()), "{table}, {figure}");
            assert!(
                (total.as_f64().unwrap() - sum).abs() < 1e-6,
                "{table}, {figure}: {total} and {sum}"
            );
        }
        let regions: &Value = &read[table]["regions"];
        assert_eq!(regions, &json!([AWKWARD, "Voorbeeldland"]), "{table}");
    }
}

/// The lines of a table in international CSV, field by field.
fn plain(table: &Path) -> Vec<BTreeMap<String, String>> {
    let mut lines = Vec::new();
    for year in files_in(table) {
        for region in files_in(&year) {
            let text = fs::read_to_string(region.join("part.csv")).unwrap();
            assert!(!text.contains('"'), "no field has to be quoted");
            let mut rows = text.lines().map(|line| line.split(',').map(str::to_owned));
            let names: Vec<String> = rows.next().unwrap().collect();
            lines.extend(rows.map(|fields| names.iter().cloned().zip(fields).collect()));
        }
    }
    lines
}
