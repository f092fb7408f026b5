//! The built page in headless Chromium and Firefox, opened from the disk and from a web server.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ketenscan::jobs::demo::{Demo, PendingBook};
use ketenscan_testing::package::{typed, unpack};
use serde_json::{Value, json};

use super::{Files, below, books, command, year};
use crate::folder::Folder;
use crate::programs::node;

/// The most that the page may weigh.
const MOST_BYTES: u64 = 3_000_000;

pub(super) fn built() -> PathBuf {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/ketenscan.html");
    let page = std::env::var_os("KETENSCAN_PAGE").map_or(target, PathBuf::from);
    assert!(page.is_file(), "{} is missing: run web/build", page.display());
    page
}

/// What a scenario of `drive.mjs` found on a page. No scenario may make a request or leave an error in the console.
pub(super) fn driven(mut job: Value) -> Value {
    job["pictures"] = json!(std::env::var("KETENSCAN_PICTURES").ok());
    let found = node("browser/drive.mjs", &job);
    assert_eq!(found["requests"], json!([]));
    assert_eq!(found["errors"], json!([]));
    for state in found["states"].as_array().unwrap() {
        assert_eq!(
            (&state["violations"], &state["tooWide"]),
            (&json!([]), &json!([])),
            "{state}"
        );
    }
    for words in found["words"].as_array().unwrap() {
        // A dash between words is one character; two are the beginning of an option.
        assert!(!words.as_str().unwrap().contains("--"), "{words}");
    }
    found
}

pub(super) fn names(outputs: &Value) -> Vec<&str> {
    let outputs = outputs.as_array().unwrap().iter();
    outputs.map(|output| output["name"].as_str().unwrap()).collect()
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn a_region_gets_from_the_page_what_the_command_line_writes() {
    assert!(fs::metadata(built()).unwrap().len() < MOST_BYTES);
    let (home, _) = year();
    command(
        &home,
        "rapport voorbeeldland-2026 --html --json --grafieken --raadsbrief -o r",
    );
    let written = below(&home, "r");
    for served in [false, true] {
        whole_region(&home, &written, served);
    }
}

/// Makes everything that can be made of a region, on the page as it is on the disk, or on a web server.
fn whole_region(home: &Folder, written: &Files, served: bool) {
    let (single, zip) = (home.path("een.xlsx"), home.path("alles.zip"));
    let found = driven(json!({
        "page": built(), "served": served, "scenario": "region", "folder": home.path("voorbeeldland-2026"),
        "single": single, "zip": zip,
    }));
    let packed = unpack(&fs::read(zip).unwrap());
    assert_eq!(packed.len(), written.len());
    for (name, bytes) in packed {
        assert!(bytes == written[&name], "{name} differs");
    }
    assert!(fs::read(single).unwrap() == written["voorbeeldland-2026.xlsx"]);
    assert_eq!(found["outputs"].as_array().unwrap().len(), written.len() + 1);
    assert_eq!(
        found["outputs"][written.len()],
        json!({ "name": "rapport.zip", "zip": true })
    );
    let charts = found["charts"].as_array().unwrap();
    assert!(
        !charts.is_empty() && charts.iter().all(|chart| *chart == json!([true, true])),
        "{charts:?}"
    );
    assert_eq!(
        (&found["asksBeforeClosing"], &found["asksAfterSaving"]),
        (&json!([true, true]), &json!([false, false]))
    );
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn a_folder_is_dropped_with_the_report_whose_plan_goes_into_the_new_one() {
    let (home, _) = year();
    command(&home, "rapport voorbeeldland-2026 -o .");
    let report = home.path("voorbeeldland-2026.xlsx");
    let filled = typed(&fs::read(&report).unwrap(), "Verbeterplan", "D7", "Plekken inkopen");
    home.put("voorbeeldland-2026.xlsx", filled);
    let files = [home.path("voorbeeldland-2026"), report];
    // A browser gives a folder in another way on the disk than on a web server.
    for served in [false, true] {
        let found = driven(json!({ "page": built(), "served": served, "scenario": "drop", "files": files }));
        assert_eq!(
            (found["problems"].as_array().unwrap().len(), &found["rows"]),
            (1, &json!(16))
        );
        assert_eq!(
            found["notes"],
            "1 ingevuld punt van het verbeterplan overgenomen uit voorbeeldland-2026.xlsx."
        );
    }
}

#[test]
#[ignore = "needs the built page and Firefox"]
fn firefox_makes_the_same_report() {
    let (home, books) = year();
    let names: Vec<&str> = books.keys().map(|name| name.rsplit('/').next().unwrap()).collect();
    let folder = Folder::new();
    for (name, bytes) in names.iter().zip(books.values()) {
        folder.put(name, bytes);
    }
    command(&folder, &format!("rapport {} -o r", names.join(" ")));
    command(&home, "rapport voorbeeldland-2026 -o r");
    let files: Vec<PathBuf> = books.keys().map(|name| home.path(name)).collect();
    // The driver gives the input for a folder files without their folder; a folder that is dropped keeps its name.
    for (way, files, labels, written) in [
        ("files", files.clone(), names.clone(), &folder),
        ("folder", files, names, &folder),
        (
            "drop",
            vec![home.path("voorbeeldland-2026")],
            books.keys().map(String::as_str).collect(),
            &home,
        ),
    ] {
        for served in [false, true] {
            let job = json!({ "page": built(), "served": served, "way": way, "files": files });
            let found = node("browser/firefox.mjs", &job);
            assert_eq!(
                (&found["errors"], &found["labels"]),
                (&json!([]), &json!(labels)),
                "{way}"
            );
            let report: Vec<u8> = serde_json::from_value(found["report"].clone()).unwrap();
            assert!(report == written.read("r/voorbeeldland-2026.xlsx"), "{way}");
        }
    }
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn every_state_of_the_page_is_accessible_and_fits_a_telephone() {
    let home = Folder::with(&[("kapot.xlsx", b"PK kapot".to_vec()), ("leeg.ods", Vec::new())]);
    let faulty = [home.path("kapot.xlsx"), home.path("leeg.ods")];
    let found = driven(json!({ "page": built(), "scenario": "states", "faulty": faulty }));
    assert_eq!(found["states"].as_array().unwrap().len(), 2 * 10);
    assert_eq!(
        names(&found["workbooks"]),
        [
            "voorbeeldland-2026/duinstad-gemeente.xlsx",
            "voorbeeldland-2026/veenwold-gemeente.xlsx",
            "voorbeeldland-2026/voorbeeldland-regio.xlsx",
            "werkboeken.zip"
        ]
    );
    let codes: Vec<&str> = found["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|printed| &printed.as_str().unwrap()[..3])
        .collect();
    assert_eq!(codes, ["W02", "W01", "R07", "R07", "R07", "R07", "R07"]);
    assert!(
        found["stopped"]
            .as_str()
            .unwrap()
            .contains("Antwoorden met fouten weglaten")
    );
    let joint = names(&found["joint"]);
    assert!(
        joint.contains(&"voorbeeldland-2026/duinstad-gemeente-gezamenlijk.xlsx") && joint.ends_with(&["overleg.zip"])
    );
    assert_eq!(
        names(&found["comparison"]),
        ["vergelijking.xlsx", "vergelijking.html", "vergelijking.zip"]
    );
    assert_eq!(found["next"], json!(["#rapporteren", "Maak dan het rapport"]));
    // The options of a comparison beside its button are those beside the report's.
    assert_eq!(found["ticked"], json!([true, true]));
    // Answers, scores, ambitions and plans of five regions in three years; five tables that explain them, their description
    // and the zip.
    assert_eq!(names(&found["tables"]).len(), 4 * 15 + 5 + 2);
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn without_webassembly_the_page_says_so() {
    let found = driven(json!({ "page": built(), "scenario": "without", "flags": ["--js-flags=--jitless"] }));
    assert_eq!(
        found["said"],
        "In deze browser staat WebAssembly uit, en daarmee rekent deze pagina. Vraag uw beheerder om het aan te zetten, \
         gebruik een andere browser, of gebruik het programma ketenscan."
    );
    assert_eq!(found["ready"], Value::Null);
}

#[test]
#[ignore = "needs the built page and Chromium"]
fn a_country_of_342_workbooks_is_read_and_reported_on() {
    // One workbook of each municipality: the latest.
    let demo = Demo::national();
    let mut latest = BTreeMap::new();
    for name in demo
        .books()
        .iter()
        .map(PendingBook::name)
        .filter(|name| name.ends_with("-gemeente.xlsx"))
    {
        let (folder, file) = name.rsplit_once('/').unwrap();
        let region = folder.rsplit_once('-').unwrap().0;
        latest.insert((region.to_owned(), file.to_owned()), name);
    }
    assert_eq!(latest.len(), 342);
    let (home, _) = books(&demo, &latest.into_values().collect());
    let found = driven(json!({ "page": built(), "scenario": "country", "folder": home.path("") }));
    assert_eq!(found["stopped"], "");
    assert!(found["outputs"].as_u64().unwrap() > 28);
    println!("{found}");
}
