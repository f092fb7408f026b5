//! Three hundred workbooks, each with one answer written or formatted in another way and stored as xlsx, ods or xls, are
//! read by ketenscan, LibreOffice and openpyxl. Where these differ, or the cell has no answer, there is a problem.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{TOLERANCE, check, text};
use crate::programs::{ketenscan, libreoffice, run, script, succeed};

const NUMBER: usize = 100;
const FORMATS: [&str; 3] = ["xlsx", "ods", "xls"];

/// What was exported of each question of each municipality: its state and score.
fn exported(files: &[std::path::PathBuf], to: &Path) -> BTreeMap<(String, String), (String, Option<f64>)> {
    let _ = std::fs::remove_dir_all(to);
    let (status, _, printed) = run(ketenscan(["exporteer", "--formaat=csv", "--stil", "-o"])
        .arg(to)
        .args(files));
    assert_eq!(status, Some(0), "{printed}");
    let table = to.join("antwoorden/year=2026/region=Proefwâld/part.csv");
    let table = std::fs::read_to_string(table).expect("the exported answers");
    let mut lines = table.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().expect("a header");
    let column = |name: &str| header.iter().position(|found| *found == name).expect("a column");
    let (municipality, question) = (column("municipality"), column("question"));
    let (state, score) = (column("state"), column("score"));
    lines
        .map(|line| {
            let key = (line[municipality].to_owned(), line[question].to_owned());
            (key, (line[state].to_owned(), line[score].parse().ok()))
        })
        .collect()
}

/// Whether two readings are one: scores to the last digits, everything else to the letter.
fn same(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => (one - other).abs() <= TOLERANCE,
        _ => one == other,
    }
}

#[test]
#[ignore = "needs LibreOffice and Python"]
fn what_a_cell_shows_is_read_or_reported_whatever_is_in_it() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let edition = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/2026");
    let order = [
        "sjabloon",
        "--regio=Proefwâld",
        "--jaar=2026",
        "--gemeente=Dúnstêd=52000",
        "-o",
    ];
    succeed(ketenscan(order).arg(folder));
    let template = folder.join("proefwald-2026/dunsted-gemeente.xlsx");
    let made = script(
        "python3",
        "variety/cells.py",
        &json!({"task": "make", "folder": folder, "edition": edition, "template": template, "number": NUMBER}),
    );
    let changed = made.as_array().expect("a list");
    let path = |index: usize, format: &str| folder.join(format!("{index}.{format}"));
    let jobs: Vec<Value> = (0..NUMBER)
        .map(|index| {
            let stored = [path(index, "ods"), path(index, "xls")];
            let (sheet, cell) = (&changed[index]["sheet"], &changed[index]["cell"]);
            json!({"open": path(index, "xlsx"), "sheet": sheet, "cell": cell, "store": stored})
        })
        .collect();
    let shown = libreoffice("variety/shown.py", &json!(jobs));
    let shown = shown.as_array().expect("a list");
    let scored: Vec<Value> = changed
        .iter()
        .zip(shown)
        .map(|(change, shown)| {
            let mut change = change.clone();
            change["shown"] = shown.clone();
            change
        })
        .collect();
    let scores = script(
        "python3",
        "variety/cells.py",
        &json!({"task": "score", "edition": edition, "changed": scored}),
    );

    let (mut differ, mut read, mut asked) = (Vec::new(), 0, 0);
    for format in FORMATS {
        let mut sound = Vec::new();
        let mut problems = Vec::new();
        for index in 0..NUMBER {
            let file = path(index, format);
            let checked = check(&file).1;
            let found: Vec<Value> = super::problems(&checked)
                .filter(|problem| problem["severity"] != "note")
                .cloned()
                .collect();
            if found.iter().all(|problem| problem["severity"] != "error") {
                sound.push(file);
            }
            problems.push(found);
        }
        let ours = exported(&sound, &folder.join("export"));
        for (index, change) in changed.iter().enumerate() {
            let id = text(&change["id"]);
            // A merged area is named by its first cell.
            let here = |problem: &&Value| problem["question"] == change["id"] || problem["code"] == "W16";
            let reported = problems[index].iter().any(|problem| here(&problem));
            let elsewhere = problems[index].iter().find(|problem| !here(problem));
            let ours = ours.get(&(text(&change["municipality"]), id.clone()));
            let ours = ours.map_or(Value::Null, |(state, score)| match score {
                Some(score) => json!(score),
                None => json!(state),
            });
            let (openpyxl, libreoffice) = (&change["openpyxl"], &scores[index]);
            let nothing = change["blank"] == true && (change["header"] == "Antwoord" || reported);
            let right = if nothing {
                reported || ours == "missing"
            } else if !openpyxl.is_null() && same(openpyxl, libreoffice) {
                reported || same(&ours, openpyxl)
            } else {
                reported
            };
            if reported {
                asked += 1;
            } else {
                read += 1;
            }
            if !right || elsewhere.is_some() {
                differ.push(format!(
                    "{index}.{format}, {id} {}: {}: ours {ours}, openpyxl {openpyxl}, LibreOffice {libreoffice} ({}), {elsewhere:?}",
                    change["header"], change["what"], shown[index]
                ));
            }
        }
    }
    assert!(differ.is_empty(), "{} differ:\n{}", differ.len(), differ.join("\n"));
    assert!(read > 60 && asked > 60, "{read} read and {asked} asked about");
}
