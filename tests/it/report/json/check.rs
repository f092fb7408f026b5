//! `controleer --json` on files in a separate folder.

use std::path::Path;

use ketenscan::questionnaire::{Role, builtin};
use ketenscan::workbook::template::{self, Order};
use rust_xlsxwriter::{Workbook, Worksheet};

use super::*;
use crate::programs::ketenscan;

/// `controleer --json`.
pub(super) const CHECK: &str = r#"
{ "format": "ketenscan-check/1", "files": [{"file", "kind", "region", "municipality", "year", "perspective", "answered", "questions", "problems": [{"code", "severity": "error"|"warning"|"note", "sheet", "cell", "question", "message", "hint"}]}],
  "response": [{"region", "year", "entity", "role": "gemeente"|"regio", "perspective", "file", "answered", "questions"}] }"#;

pub(super) const CHECK_SCHEMA: &str = include_str!("../../../../docs/schema/ketenscan-check-1.schema.json");

/// The JSON and the exit status of `controleer` on this folder.
fn checked(paths: &[&Path]) -> (Json, Option<i32>) {
    let output = ketenscan(["controleer", "--json"]).args(paths).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (
        assert_keeps_the_contract(&text, CHECK, CHECK_SCHEMA),
        output.status.code(),
    )
}

fn blank(path: &Path, role: Role) {
    std::fs::write(path, template::write(&builtin(), &Order::blank(role)).unwrap()).unwrap();
}

fn write_rows(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
}

/// A municipal workbook with a single question and this answer.
fn filled_in(path: &Path, answer: &str) {
    let asked = builtin();
    let mut book = Workbook::new();
    let edition = asked.edition.to_string();
    let facts: &[&[&str]] = &[
        &["format", "ketenscan/1"],
        &["kind", "gemeente"],
        &["questionnaire", &asked.id],
        &["edition", &edition],
        &["sha256", &asked.sha256],
    ];
    let particulars: &[&[&str]] = &[
        &["Regio", "Proefregio"],
        &["Gemeente", "Proefdam"],
        &["Jaar", "2026"],
        &["Perspectief", "Veilig Thuis"],
    ];
    write_rows(book.add_worksheet().set_name("Gegevens").unwrap(), particulars);
    let questions: &[&[&str]] = &[&["ID", "Antwoord"], &["BES-04", answer]];
    write_rows(book.add_worksheet().set_name("5 Beschermen").unwrap(), questions);
    write_rows(book.add_worksheet().set_name("_meta").unwrap(), facts);
    book.save(path).unwrap();
}

#[test]
fn a_check_of_all_kinds_of_files_keeps_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    filled_in(&path("a.xlsx"), "3,5");
    blank(&path("b.xlsx"), Role::Region);
    std::fs::write(path("c.xlsx"), "geen werkboek").unwrap();
    let (document, status) = checked(&[&path("a.xlsx"), &path("b.xlsx"), &path("c.xlsx")]);
    assert_eq!(status, Some(1));
    let kinds: Vec<Option<&str>> = document
        .at("files")
        .items()
        .iter()
        .map(|file| file.at("kind").text())
        .collect();
    assert_eq!(kinds, [Some("gemeente"), Some("regio"), None]);
    let filled = document.at("files/0");
    assert_eq!(*filled.at("region"), "Proefregio".into());
    assert_eq!(*filled.at("municipality"), "Proefdam".into());
    assert_eq!(*filled.at("year"), 2026.0.into());
    assert_eq!(*filled.at("perspective"), "veilig-thuis".into());
    let problems = filled.at("problems").items();
    let wrong = problems
        .iter()
        .find(|problem| *problem.at("question") == "BES-04".into())
        .unwrap();
    assert_eq!(*wrong.at("severity"), "error".into());
    assert_eq!(
        (wrong.at("sheet").text(), wrong.at("cell").text()),
        (Some("5 Beschermen"), Some("B2"))
    );
    // Rows missing from a full workbook do not belong to a cell.
    let lacking = problems
        .iter()
        .find(|problem| *problem.at("severity") == "warning".into())
        .unwrap();
    assert_eq!(
        (lacking.at("sheet"), lacking.at("cell"), lacking.at("question")),
        (&Json::Null, &Json::Null, &Json::Null)
    );
    assert_eq!(*document.at("files/2/problems/0/severity"), "error".into());
}

#[test]
fn a_check_of_one_blank_workbook_keeps_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    blank(&folder.path().join("leeg.xlsx"), Role::Municipality);
    let (document, status) = checked(&[folder.path()]);
    assert_eq!(status, Some(0));
    assert_eq!(document.at("files").items().len(), 1);
    for key in ["region", "municipality", "year", "perspective"] {
        assert_eq!(*document.at(&format!("files/0/{key}")), Json::Null);
    }
    assert_eq!(*document.at("files/0/answered"), 0.0.into());
    assert_eq!(*document.at("files/0/problems"), Json::List(Vec::new()));
}
