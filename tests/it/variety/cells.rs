//! Three hundred workbooks, each with one answer written or formatted in another way, are read by ketenscan, by
//! LibreOffice, which exports the sheet to CSV as it shows it, and by openpyxl. Where these differ, or the cell has no
//! answer, there is a problem. ketenscan reads each as openpyxl stored it, and as LibreOffice stores it in ods or xls.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{TOLERANCE, text};
use crate::programs::{ketenscan, libreoffice, run, script, succeed};

const NUMBER: usize = 300;

/// The file of a variation as openpyxl stored it, or as LibreOffice did.
fn path(folder: &Path, index: usize, by_libreoffice: bool) -> PathBuf {
    let extension = match (by_libreoffice, index / 2 % 2) {
        (false, _) => "xlsx",
        (true, 0) => "ods",
        (true, _) => "xls",
    };
    folder.join(format!("{index}.{extension}"))
}

/// What LibreOffice shows in the changed cell of each workbook, which it also stores. Two of them share the work.
fn shown(folder: &Path, changed: &[Value]) -> Vec<Value> {
    let jobs: Vec<Value> = changed
        .iter()
        .enumerate()
        .map(|(index, change)| {
            let (open, store) = (path(folder, index, false), path(folder, index, true));
            json!({"open": open, "sheet": change["sheet"], "cell": change["cell"], "store": store})
        })
        .collect();
    let (one, other) = jobs.split_at(jobs.len() / 2);
    let read = |jobs: &[Value]| libreoffice("variety/shown.py", &json!(jobs));
    let halves = thread::scope(|scope| {
        let one = scope.spawn(|| read(one));
        let other = read(other);
        [one.join().expect("the first half"), other]
    });
    halves
        .iter()
        .flat_map(|half| half.as_array().expect("a list").clone())
        .collect()
}

/// What `controleer` says of each of these files, apart from notes.
fn checked(files: &[PathBuf]) -> Vec<Vec<Value>> {
    let (_, stdout, stderr) = run(ketenscan(["controleer", "--json"]).args(files));
    let said: Value = serde_json::from_str(&stdout).unwrap_or_else(|_| panic!("no JSON: {stderr}"));
    let mut found: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for file in said["files"].as_array().expect("files") {
        let problems = file["problems"].as_array().expect("problems").iter();
        let problems = problems.filter(|problem| problem["severity"] != "note");
        found.insert(text(&file["file"]), problems.cloned().collect());
    }
    let of = |file: &PathBuf| {
        let name = file.file_name().expect("a name").to_string_lossy();
        let mut same = found.iter().filter(|(path, _)| path.rsplit('/').next() == Some(&name));
        same.next().unwrap_or_else(|| panic!("nothing about {name}")).1.clone()
    };
    files.iter().map(of).collect()
}

/// What was exported of each question of each municipality: its state and score.
fn exported(files: &[PathBuf], to: &Path) -> BTreeMap<(String, String), (String, Option<f64>)> {
    let _ = std::fs::remove_dir_all(to);
    let (status, _, printed) = run(ketenscan(["exporteer", "--formaat=csv", "--stil", "-o"])
        .arg(to)
        .args(files));
    assert_eq!(status, Some(0), "{printed}");
    let table = to.join("antwoorden/proefwald-2026.csv");
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

/// Whether the problem of a rounded number quotes what LibreOffice shows.
fn says_what_is_shown(problem: &Value, shown: &str) -> bool {
    let message = text(&problem["message"]);
    let quoted = message
        .strip_prefix("de cel toont ")
        .and_then(|rest| rest.split_once(", maar"));
    // A point stands between thousands, and powers of ten have one digit or two.
    let plain = |text: &str| {
        let text = text.replace('.', "");
        match text
            .split_once('E')
            .map(|(number, power)| (number, power.parse::<i32>()))
        {
            Some((number, Ok(power))) => format!("{number}E{power}"),
            _ => text,
        }
    };
    quoted.is_some_and(|(quoted, _)| plain(shown).contains(&plain(quoted)))
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
    let shown = shown(folder, changed);
    let scored: Vec<Value> = changed
        .iter()
        .zip(&shown)
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

    let (mut differ, mut read, mut asked, mut told_rounded) = (Vec::new(), 0, 0, 0);
    for by_libreoffice in [false, true] {
        let files: Vec<PathBuf> = (0..NUMBER).map(|index| path(folder, index, by_libreoffice)).collect();
        let problems = checked(&files);
        let is_sound = |found: &[Value]| found.iter().all(|problem| problem["severity"] != "error");
        let sound = files.iter().zip(&problems).filter(|(_, found)| is_sound(found));
        let sound: Vec<PathBuf> = sound.map(|(file, _)| file.clone()).collect();
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
            let rounded = problems[index].iter().find(|problem| problem["code"] == "W46");
            let right = if let Some(problem) = rounded {
                says_what_is_shown(problem, &text(&shown[index])) && same(&ours, openpyxl)
            } else if nothing {
                reported || ours == "missing"
            } else if !openpyxl.is_null() && same(openpyxl, libreoffice) {
                reported || same(&ours, openpyxl)
            } else {
                // LibreOffice stores some truth values as numbers.
                let became_a_number = by_libreoffice && change["truth"] == true;
                reported || (became_a_number && same(&ours, libreoffice))
            };
            told_rounded += usize::from(rounded.is_some());
            if reported {
                asked += 1;
            } else {
                read += 1;
            }
            if !right || elsewhere.is_some() {
                differ.push(format!(
                    "{}, {id} {}: {}: ours {ours}, openpyxl {openpyxl}, LibreOffice {libreoffice} ({}), {elsewhere:?}",
                    files[index].display(),
                    change["header"],
                    change["what"],
                    shown[index]
                ));
            }
        }
    }
    assert!(differ.is_empty(), "{} differ:\n{}", differ.len(), differ.join("\n"));
    assert!(
        read > 150 && asked > 150 && told_rounded > 10,
        "{read} read and {asked} asked about, {told_rounded} of which rounded"
    );
}
