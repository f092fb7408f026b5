//! A filled-in workbook, changed in every way that people change workbooks and stored by every available program, still
//! says the same; what cannot be read correctly is reported with its place and what to do.
//!
//! `cargo test --release --test it variety:: -- --ignored` needs `soffice`, a Python with `uno`
//! (`KETENSCAN_UNO_PYTHON`, or else /usr/bin/python3) and a `python3` with `tests/requirements.txt`. The tests fail
//! without them.
//!
//! No office program here writes xlsb, so that format is not in this matrix. `SheetJS` does: see `sheet_js`, which needs
//! `node` and the packages in tests/it/page/package.json.
//!
//! The expected scores and counts are computed from the random answers by `tests/independent/scoring.py`.

mod cells;
mod injection;
mod sheet_js;

use std::path::{Path, PathBuf};

use crate::programs::{ketenscan, libreoffice, run, script, succeed};
use serde_json::{Value, json};
use tempfile::TempDir;

const TOLERANCE: f64 = 1e-9;

/// The programs that store a workbook, and the extension of the files they write.
const PROGRAMS: [(&str, &str); 7] = [
    ("openpyxl", "xlsx"),
    ("libreoffice-xlsx", "xlsx"),
    ("libreoffice-xlsm", "xlsm"),
    ("libreoffice-ods", "ods"),
    ("libreoffice-xls", "xls"),
    ("xlsxwriter", "xlsx"),
    ("pandas", "xlsx"),
];

/// Variations that a program cannot store.
const IMPOSSIBLE: [(&str, &str); 5] = [
    // It stores no results with formulas.
    ("formulas", "openpyxl"),
    // These compute it, or store a result given to them.
    ("no-outcome", "libreoffice"),
    ("no-outcome", "xlsxwriter"),
    // It reads these as empty.
    ("no-outcome", "pandas"),
    ("error-value", "pandas"),
];

fn possible(variation: &str, program: &str) -> bool {
    !IMPOSSIBLE
        .iter()
        .any(|(known, by)| *known == variation && program.starts_with(by))
}

/// The path of a program's copy of a variation.
fn copy(folder: &Path, program: &str, role: &str, variation: &str) -> PathBuf {
    let (_, ending) = PROGRAMS.iter().find(|(known, _)| *known == program).expect("a program");
    folder.join(program).join(format!("{role}-{variation}.{ending}"))
}

/// Makes the variations of this kind of a role's workbook, each stored by every program. Returns what should be found
/// in them.
fn make(folder: &Path, kind: &str, role: &str) -> Value {
    succeed(&mut ketenscan([
        "sjabloon",
        "--regio=Proefwâld",
        "--jaar=2026",
        "--gemeente=Dúnstêd=52000",
        "--gemeente=Veenwold=31000",
        "-o",
        &folder.to_string_lossy(),
    ]));
    let name = if role == "regio" {
        "proefwald-regio.xlsx"
    } else {
        "dunsted-gemeente.xlsx"
    };
    let made = script(
        "python3",
        "variety/vary.py",
        &json!({
            "task": "make",
            "kind": kind,
            "folder": folder,
            "edition": Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/2026"),
            "templates": {role: folder.join("proefwald-2026").join(name)},
        }),
    );
    for (program, _) in PROGRAMS {
        std::fs::create_dir_all(folder.join(program)).expect("a folder");
    }
    let variations = variations(&made, kind);
    let jobs: Vec<Value> = variations
        .iter()
        .map(|variation| {
            let by_libreoffice = PROGRAMS
                .iter()
                .filter(|(program, _)| program.starts_with("libreoffice"));
            let store: Vec<PathBuf> = by_libreoffice
                .map(|(program, _)| copy(folder, program, role, variation))
                .collect();
            json!({"open": copy(folder, "openpyxl", role, variation), "store": store})
        })
        .collect();
    libreoffice("variety/store.py", &json!(jobs));
    let files: Vec<Value> = variations
        .iter()
        .map(|variation| {
            let source = if possible(variation, "openpyxl") {
                "openpyxl"
            } else {
                "libreoffice-xlsx"
            };
            json!({
                "open": copy(folder, source, role, variation),
                "xlsxwriter": copy(folder, "xlsxwriter", role, variation),
                "pandas": copy(folder, "pandas", role, variation),
            })
        })
        .collect();
    script(
        "python3",
        "variety/vary.py",
        &json!({"task": "rewrite", "files": files}),
    );
    made
}

fn variations(made: &Value, kind: &str) -> Vec<String> {
    match kind {
        "honest" => made["honest"].as_array().expect("a list").iter().map(text).collect(),
        _ => made["reported"]
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect(),
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// The report on this workbook alone, or the program's messages if there is anything wrong with it.
fn report(path: &Path, folder: &Path) -> Result<Value, String> {
    let output = folder.join("reports");
    let _ = std::fs::remove_dir_all(&output);
    let (status, _, printed) = run(ketenscan(["rapport", "--json", "--stil", "-o"]).arg(&output).arg(path));
    if status != Some(0) {
        return Err(format!("no report: {printed}"));
    }
    let found = std::fs::read_to_string(output.join("proefwald-2026.json"));
    let found = found.map_err(|error| format!("no report of Proefwâld 2026: {error}"))?;
    let mut report: Value = serde_json::from_str(&found).expect("JSON");
    for input in report["inputs"].as_array_mut().expect("inputs") {
        let input = input.as_object_mut().expect("an object");
        input.remove("file");
        input.remove("sha256");
    }
    let checked = check(path).1;
    let against: Vec<String> = problems(&checked)
        .filter(|problem| problem["severity"] != "note")
        .map(|problem| problem["message"].to_string())
        .collect();
    match against.as_slice() {
        [] => Ok(report),
        others => Err(format!(
            "read, but with {} remarks, such as {}",
            others.len(),
            others[0]
        )),
    }
}

/// The result of `controleer` on this workbook, and its exit status.
fn check(path: &Path) -> (Option<i32>, Value) {
    let (status, stdout, stderr) = run(ketenscan(["controleer", "--json"]).arg(path));
    let checked = serde_json::from_str(&stdout).unwrap_or_else(|_| panic!("no JSON: {stderr}"));
    (status, checked)
}

fn problems(checked: &Value) -> impl Iterator<Item = &Value> {
    let files = checked["files"].as_array().expect("files");
    files
        .iter()
        .flat_map(|file| file["problems"].as_array().expect("problems"))
}

/// Compares a report with the random answers.
fn expect_answers(report: &Value, role: &str, expected: &Value) {
    let input = &report["inputs"][0];
    assert_eq!(input["role"], json!(role));
    for (count, wanted) in expected["counts"].as_object().expect("counts") {
        assert_eq!(&input[count], wanted, "{role}: {count}");
    }
    let scores = expected["scores"].as_object().expect("scores");
    assert!(
        scores.values().filter(|score| score.is_number()).count() >= 10,
        "{role}: too few"
    );
    let rows = report["questions"].as_array().expect("questions");
    let own: Vec<&Value> = rows.iter().filter(|row| row["role"] == role).collect();
    assert_eq!(own.len(), scores.len(), "{role}");
    for row in own {
        let wanted = &scores[row["id"].as_str().expect("an id")];
        let same = match (row["score"].as_f64(), wanted.as_f64()) {
            (Some(found), Some(wanted)) => (found - wanted).abs() <= TOLERANCE,
            (found, wanted) => found == wanted,
        };
        assert!(same, "{role}: {} is {}, not {wanted}", row["id"], row["score"]);
    }
}

/// Compares every harmless variation by every program with the workbook as it was filled in.
fn expect_the_same_of_all(role: &str) {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let made = make(folder, "honest", role);
    let plain = report(&copy(folder, "openpyxl", role, "as-is"), folder).expect("the filled-in template is read");
    expect_answers(&plain, role, &made["expected"][role]);
    let mut tried = 0;
    let mut differ = Vec::new();
    for variation in variations(&made, "honest") {
        for (program, _) in PROGRAMS {
            if !possible(&variation, program) {
                continue;
            }
            tried += 1;
            let path = copy(folder, program, role, &variation);
            match report(&path, folder) {
                Ok(found) if found == plain => (),
                Ok(found) => differ.push(format!("{variation}, {program}: {}", first_difference(&plain, &found))),
                Err(difference) => differ.push(format!("{variation}, {program}: {difference}")),
            }
        }
    }
    assert!(
        differ.is_empty(),
        "{} of {tried} differ:\n{}",
        differ.len(),
        differ.join("\n")
    );
}

/// The first difference between two reports, in words.
fn first_difference(wanted: &Value, found: &Value) -> String {
    let keys = wanted.as_object().expect("an object").keys();
    let differ: Vec<&String> = keys.filter(|key| wanted[*key] != found[*key]).collect();
    let key = if differ.iter().any(|key| *key == "questions") {
        "questions"
    } else {
        differ[0]
    };
    let pair = match (wanted[key].as_array(), found[key].as_array()) {
        (Some(wanted), Some(found)) => wanted.iter().zip(found).find(|(wanted, found)| wanted != found),
        _ => Some((&wanted[key], &found[key])),
    };
    match pair {
        Some((wanted, found)) => format!("{key} has {found} where {wanted} belongs"),
        None => format!("{key} is longer or shorter"),
    }
}

#[test]
#[ignore = "needs LibreOffice and Python"]
fn a_municipal_workbook_reads_the_same_however_it_was_changed_and_stored() {
    expect_the_same_of_all("gemeente");
}

#[test]
#[ignore = "needs LibreOffice and Python"]
fn a_regional_workbook_reads_the_same_however_it_was_changed_and_stored() {
    expect_the_same_of_all("regio");
}

#[test]
#[ignore = "needs LibreOffice and Python"]
fn what_cannot_be_read_correctly_is_reported_with_its_place_and_what_to_do() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let made = make(folder, "reported", "regio");
    let mut amiss = Vec::new();
    for (variation, wanted) in made["reported"].as_object().expect("an object") {
        for (program, _) in PROGRAMS {
            if !possible(variation, program) {
                continue;
            }
            let path = copy(folder, program, "regio", variation);
            let (status, checked) = check(&path);
            let named = problems(&checked).find(|problem| {
                problem["sheet"] == wanted["sheet"]
                    && problem["cell"] == wanted["cell"]
                    && (wanted["code"].is_null() || problem["code"] == wanted["code"])
            });
            let Some(problem) = named else {
                let found: Vec<&Value> = problems(&checked).collect();
                amiss.push(format!("{variation}, {program}: {wanted} is not among {found:?}"));
                continue;
            };
            let hint = text(&problem["hint"]);
            let asked = problem["question"] == wanted["question"] && !text(&problem["message"]).is_empty();
            if !asked || hint.is_empty() || !hint.contains(&text(&wanted["hint"])) {
                amiss.push(format!("{variation}, {program}: {wanted} is reported as {problem}"));
            }
            // If no code is expected, any warning will do.
            let refused = problem["severity"] == "error" && status == Some(1) && report(&path, folder).is_err();
            if !refused && wanted["code"].is_string() {
                amiss.push(format!("{variation}, {program}: is read all the same"));
            }
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
}
