//! Our workbooks in real office programs: LibreOffice, operated as a person would, and openpyxl.
//!
//! `cargo test --test it office:: -- --ignored` needs `soffice`, a Python with `uno` (`KETENSCAN_UNO_PYTHON`, or else
//! /usr/bin/python3) and a `python3` with `openpyxl`; what else a test needs is said in its file. The tests fail without
//! them.
//!
//! Scores are worked by hand here, for the fixture `questionnaire-small`.

mod consensus;
mod dutch_csv;
mod gallery;
mod letter;
mod overview;
mod pictures;
mod report;
mod small_region;
mod stored;
mod validity;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use self::overview::{built_in_jobs, expect_overview};
use self::small_region::{expect_small_scores, small_entries, small_templates};
use crate::programs::{ketenscan, libreoffice, script, succeed};
use serde_json::{Value, json};
use tempfile::TempDir;

const TOLERANCE: f64 = 1e-9;

/// The small questionnaire, which has every kind of question.
fn small() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/questionnaire-small")
}

/// The output of ketenscan with the small questionnaire.
fn ketenscan_small<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> String {
    let folder = small();
    let mut all = vec![OsStr::new("--vragenlijst").to_owned(), folder.into_os_string()];
    all.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
    succeed(&mut ketenscan(all))
}

fn openpyxl(job: &Value) -> Value {
    script("python3", "office/closed_book.py", job)
}

/// A job: what to fill in in a template, and where to store copies.
fn job(templates: &Path, name: &str, entry: &Value, store: &[PathBuf], rearrange: bool) -> Value {
    let mut job = entry.clone();
    job["open"] = json!(templates.join(format!("{name}.xlsx")));
    job["store"] = json!(store);
    job["rearrange"] = json!(rearrange);
    job
}

fn close(found: &Value, expected: f64) -> bool {
    found
        .as_f64()
        .is_some_and(|found| (found - expected).abs() <= TOLERANCE)
}

/// The problems of a file, without notes (such as the one about an unknown region).
fn faults(file: &Value) -> Value {
    let problems = file["problems"].as_array().expect("a list");
    problems
        .iter()
        .filter(|problem| problem["severity"] != "note")
        .cloned()
        .collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn libreoffice_stores_what_a_person_fills_in() {
    let folder = TempDir::new().expect("a folder");
    let templates = small_templates(folder.path());
    let endings = ["xlsx", "ods", "xls"];
    let mut jobs = Vec::new();
    for (rearrange, how) in [(false, "as-is"), (true, "rearranged")] {
        for (name, entry) in small_entries("'") {
            let store: Vec<PathBuf> = endings
                .iter()
                .map(|ending| {
                    folder
                        .path()
                        .join(format!("{how}-{ending}"))
                        .join(format!("{name}.{ending}"))
                })
                .collect();
            for path in &store {
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            }
            jobs.push(job(&templates, name, &entry, &store, rearrange));
        }
    }
    let done = libreoffice("office/fill_in.py", &json!(jobs));
    for (job, result) in jobs.iter().zip(done.as_array().expect("a list")) {
        assert_eq!(result["formula_errors"], json!([]), "{}", job["open"]);
        expect_overview("after rearranging", &result["overview_at_the_end"], &result["overview"]);
    }
    for how in ["as-is", "rearranged"] {
        for ending in endings {
            expect_small_scores(&folder.path().join(format!("{how}-{ending}")));
        }
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn a_blank_template_accepts_particulars() {
    let folder = TempDir::new().expect("a folder");
    succeed(&mut ketenscan([
        OsStr::new("sjabloon"),
        OsStr::new("-o"),
        folder.path().as_os_str(),
    ]));
    let endings = ["xlsx", "ods", "xls"];
    let entries = [
        // A region from the list, and another name.
        (
            "gemeente",
            json!({"RVW-04": {"Antwoord": "Ja"}}),
            json!({"Regio": "Flevoland", "Gemeente": "Duinstad", "Perspectief": "Lokaal team"}),
        ),
        (
            "regio",
            json!({"RVW-01": {"Teller": "3", "Noemer": "7"}}),
            json!({"Regio": "Proefland", "Perspectief": "Regio"}),
        ),
    ];
    let mut jobs = Vec::new();
    for (role, answers, mut beside) in entries.clone() {
        beside["Jaar"] = json!("2027");
        beside["Ingevuld door (functie)"] = json!("Beleidsadviseur");
        beside["Datum"] = json!("31-12-2027");
        let entry = json!({"beside": beside, "answers": answers});
        let store = endings.map(|ending| folder.path().join(format!("{role}.{ending}")));
        jobs.push(job(
            folder.path(),
            &format!("ketenscan-2026-{role}"),
            &entry,
            &store,
            false,
        ));
    }
    libreoffice("office/fill_in.py", &json!(jobs));
    for (role, _, beside) in entries {
        for ending in endings {
            let path = folder.path().join(format!("{role}.{ending}"));
            let checked = succeed(&mut ketenscan([
                OsStr::new("controleer"),
                path.as_os_str(),
                OsStr::new("--json"),
            ]));
            let checked: Value = serde_json::from_str(&checked).expect("JSON");
            let file = &checked["files"][0];
            assert_eq!(file["kind"], json!(role), "{ending}");
            assert_eq!(file["region"], beside["Regio"], "{ending}");
            assert_eq!(file["municipality"], beside["Gemeente"], "{ending}");
            assert_eq!(file["year"], json!(2027), "{ending}");
            let key = beside["Perspectief"]
                .as_str()
                .expect("a text")
                .to_lowercase()
                .replace(' ', "-");
            assert_eq!(file["perspective"], json!(key), "{ending}");
            assert_eq!(file["answered"], json!(1), "{ending}");
            assert_eq!(faults(file), json!([]), "{ending}");
        }
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn a_template_accepts_answers_and_nothing_else() {
    let folder = TempDir::new().expect("a folder");
    let templates = small_templates(folder.path());
    let result = libreoffice(
        "office/let_in.py",
        &json!({
            "open": templates.join("duinstad-gemeente.xlsx"),
            "count": "PRE-04",
            "try": ["0", "3,5", "Weet ik niet", "Niet van toepassing", "-1", "misschien"],
        }),
    );

    assert_eq!(result["protected"], json!(true));
    let took = &result["took"];
    assert_eq!(took["Toelichting"], json!([]));
    assert_eq!(took["Gegevens"], json!(["B3", "B4", "B5", "B6", "B7", "B8"]));
    // From row 4: a level, a yes-no question, a share (with its two numbers), a count.
    let preventie = [
        "E4", "H4", "I4", "E5", "H5", "I5", "E6", "F6", "G6", "H6", "I6", "E7", "H7", "I7",
    ];
    assert_eq!(took["1 Preventie"], json!(preventie));
    // Row 4 is the heading of a per-practice question; row 8 is a capacity.
    let beschermen = [
        "E5", "H5", "I5", "E6", "H6", "I6", "E7", "H7", "I7", "E8", "F8", "G8", "H8", "I8",
    ];
    assert_eq!(took["5 Beschermen"], json!(beschermen));
    assert_eq!(took["Speerpunten"], json!(["B4", "B5", "B6"]));
    assert_eq!(took["Overzicht"], json!([]));
    assert_eq!(took.as_object().map(serde_json::Map::len), Some(6));

    let words = ["Weet ik niet", "Niet van toepassing"];
    let levels = [
        "0 – Niets geregeld",
        "1 – Ad hoc",
        "2 – In ontwikkeling",
        "3 – Geregeld",
        "4 – Geborgd",
    ];
    let dropdowns = &result["dropdowns"];
    assert_eq!(dropdowns["PRE-01"], json!([&levels[..], &words[..]].concat()));
    assert_eq!(dropdowns["BES-01.achterlating"], dropdowns["PRE-01"]);
    assert_eq!(
        dropdowns["PRE-02"],
        json!([&["Ja", "Deels", "Nee"][..], &words[..]].concat())
    );
    assert_eq!(dropdowns["PRE-03"], json!(words));
    assert_eq!(dropdowns["BES-02"], json!(words));
    assert_eq!(dropdowns["PRE-04"], json!([]));
    for (id, rule) in result["rules"].as_object().expect("rules") {
        assert_eq!(rule["stops"], json!(true), "{id}");
        for message in ["input", "error"] {
            assert!(
                rule[message].as_str().is_some_and(|text| !text.is_empty()),
                "{id}: no {message} message"
            );
        }
    }
    let let_in = json!({"0": true, "3,5": true, "Weet ik niet": true, "Niet van toepassing": true,
        "-1": false, "misschien": false});
    assert_eq!(result["let_in"], let_in);
}

#[test]
#[ignore = "needs LibreOffice"]
fn what_openpyxl_fills_in_is_read_by_libreoffice_and_ketenscan() {
    let folder = TempDir::new().expect("a folder");
    let templates = small_templates(folder.path());
    let books = folder.path().join("openpyxl");
    std::fs::create_dir(&books).expect("a folder");
    for (name, mut entry) in small_entries("") {
        entry["task"] = json!("fill_in");
        let store = books.join(format!("{name}.xlsx"));
        entry["open"] = json!(templates.join(format!("{name}.xlsx")));
        entry["store"] = json!(store);
        // Numbers are typed as numbers, except for Veenwold, where they are text.
        if name != "veenwold-gemeente" {
            for cells in entry["answers"].as_object_mut().expect("answers").values_mut() {
                for value in cells.as_object_mut().expect("cells").values_mut() {
                    if let Ok(number) = value.as_str().expect("a text").replace(',', ".").parse::<f64>() {
                        *value = json!(number);
                    }
                }
            }
        }
        let stored = openpyxl(&entry);
        // The point of this test: formulas without results.
        assert!(stored["formulas"].as_u64() > Some(0), "{name}");
        assert_eq!(stored["outcomes"], json!(0), "{name}");
    }
    // The ambition is typed in LibreOffice, which then also computes what openpyxl left without a result.
    let regio = books.join("proefland-regio.xlsx");
    let with_ambition = json!([{"open": &regio, "store": [folder.path().join("regio.xlsx")],
        "figures": [["Stap", "1 Preventie", "Ambitie", "72,5"]]}]);
    let done = libreoffice("office/fill_in.py", &with_ambition);
    let expected = json!([
        ["1 Preventie", 1, 1, 0, 0, 75.0],
        ["5 Beschermen", 2, 2, 0, 0, 200.0 / 3.0],
        ["7 Monitoring", 2, 2, 0, 0, 170.0 / 3.0],
        ["Samen", 5, 5, 0, 0, ""],
    ]);
    expect_overview("openpyxl's workbook in LibreOffice", &done[0]["overview"], &expected);
    std::fs::copy(folder.path().join("regio.xlsx"), &regio).expect("a copy");
    expect_small_scores(&books);
}

#[test]
#[ignore = "needs LibreOffice"]
fn the_report_opens_in_office_programs() {
    let folder = TempDir::new().expect("a folder");
    let books = folder.path().join("books");
    std::fs::create_dir(&books).expect("a folder");
    for (job, _) in built_in_jobs(folder.path()) {
        let mut job = job;
        job["task"] = json!("fill_in");
        let role = job["role"].as_str().expect("a role");
        job["store"] = json!(books.join(format!("{role}.xlsx")));
        openpyxl(&job);
    }
    let reports = folder.path().join("reports");
    succeed(&mut ketenscan([
        OsStr::new("rapport"),
        books.as_os_str(),
        OsStr::new("-o"),
        reports.as_os_str(),
    ]));
    let report = reports.join("proefland-2026.xlsx");

    let pdf = folder.path().join("report.pdf");
    let opened = libreoffice("office/to_pdf.py", &json!({"open": &report, "store": &pdf}));
    assert_eq!(opened["formula_errors"], json!([]));
    let bytes = std::fs::read(&pdf).expect("a PDF");
    assert!(bytes.starts_with(b"%PDF"));

    let found = openpyxl(&json!({"task": "charts", "open": &report}));
    let on = |sheet: &str| found["sheets"][sheet].as_u64();
    assert_eq!(
        (on("Samenvatting"), on("Stappen"), on("Thema's")),
        (Some(2), Some(3), Some(1))
    );
    let count = |key: &str| found[key].as_array().expect("a list").len();
    assert_eq!((count("alternatives"), count("points")), (6, 6));
}
