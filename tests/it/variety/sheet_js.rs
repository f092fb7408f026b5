//! Workbooks stored by `SheetJS`, with which programs on the web write ods and xlsb: the version on npm, and the latest.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::programs::{files_in, ketenscan, node, run, succeed};

/// The last version published on npm by its makers, and their latest one, which others publish there.
const LIBRARIES: [&str; 2] = ["xlsx", "@e965/xlsx"];
const FORMATS: [&str; 4] = ["xlsx", "ods", "xlsb", "xls"];

fn demo() -> (TempDir, Vec<PathBuf>) {
    let folder = TempDir::new().unwrap();
    succeed(ketenscan(["demo", "--stil", "-o"]).arg(folder.path()));
    let books = files_in(&folder.path().join("ingevuld/voorbeeldland-2026"));
    (folder, books)
}

/// The figures of a report on these workbooks, without what says which files they are from.
fn figures(books: &Path, to: &Path) -> Value {
    let report = ["rapport", "--json", "--stil", "-o"];
    succeed(ketenscan(report).arg(to).arg(books));
    let text = std::fs::read_to_string(to.join("voorbeeldland-2026.json")).unwrap();
    let mut report: Value = serde_json::from_str(&text).unwrap();
    report.as_object_mut().unwrap().remove("inputs");
    report
}

#[test]
#[ignore = "needs Node.js with SheetJS"]
fn what_is_filled_in_says_the_same_in_every_format() {
    let (folder, books) = demo();
    let root = folder.path();
    let expected = figures(&root.join("ingevuld/voorbeeldland-2026"), &root.join("expected"));
    for (number, library) in LIBRARIES.iter().enumerate() {
        let to = root.join(number.to_string());
        node(
            "variety/sheet_js.mjs",
            &json!({ "library": library, "books": books, "folder": to, "cells": [] }),
        );
        for format in FORMATS {
            assert_eq!(files_in(&to.join(format)).len(), books.len());
            let found = figures(&to.join(format), &to.join(format!("report-{format}")));
            assert!(found == expected, "{library}, {format}");
        }
    }
}

#[test]
#[ignore = "needs Node.js with SheetJS"]
fn what_cannot_be_an_answer_is_asked_about_in_every_format() {
    let (folder, books) = demo();
    let book = books.iter().find(|book| book.ends_with("duinstad-gemeente.xlsx"));
    for (number, library) in LIBRARIES.iter().enumerate() {
        for (name, cell, code, by_number) in [
            ("percentage", json!({ "t": "n", "v": 0.5, "z": "0%" }), "W18", false),
            ("date", json!({ "t": "n", "v": 46082, "z": "dd-mm-yyyy" }), "W40", true),
            ("boolean", json!({ "t": "b", "v": true }), "W31", false),
            ("level", json!({ "t": "n", "v": 3.5 }), "W31", false),
        ] {
            let to = folder.path().join(format!("{name}-{number}"));
            let cells = json!([{ "sheet": "1 Preventie", "address": "E5", "cell": cell }]);
            let job = json!({ "library": library, "books": [book], "folder": to, "cells": cells });
            node("variety/sheet_js.mjs", &job);
            for format in FORMATS {
                let (status, printed, _) = run(ketenscan(["controleer", "--json", "--stil"]).arg(to.join(format)));
                let found: Value = serde_json::from_str(&printed).unwrap();
                let problem = &found["files"][0]["problems"][0];
                // The version on npm writes an ods without number formats, so there people see the number itself. A date
                // that is stored as a number in an ods is shown as something else than its number.
                let expected = match (format, *library, code) {
                    ("ods", "xlsx", "W18" | "W40") => "W31",
                    ("ods", _, "W40") if by_number => "W19",
                    _ => code,
                };
                assert_eq!(
                    (status, &problem["code"]),
                    (Some(1), &json!(expected)),
                    "{library}, {name}, {format}"
                );
                assert_eq!(problem["cell"], "E5");
            }
        }
    }
}
