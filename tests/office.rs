//! Our workbooks in real office programs: LibreOffice driven as a person would, and openpyxl.
//!
//! `cargo test --test office -- --ignored` needs `soffice`, a Python with `uno` (`KETENSCAN_UNO_PYTHON`,
//! or else /usr/bin/python3) and a `python3` with `openpyxl`. Without them the tests fail.
//!
//! Scores are worked by hand here, from the fixture `questionnaire-small`.

#![cfg(feature = "cli")]

#[path = "support/programs.rs"]
mod programs;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use programs::{ketenscan, libreoffice, script, succeed};
use serde_json::{Value, json};
use tempfile::TempDir;

const TOLERANCE: f64 = 1e-9;

/// The small questionnaire, with each kind of question.
fn small() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/questionnaire-small")
}

/// What ketenscan prints with the small questionnaire.
fn ketenscan_small<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> String {
    let folder = small();
    let mut all = vec![OsStr::new("--vragenlijst").to_owned(), folder.into_os_string()];
    all.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
    succeed(&mut ketenscan(all))
}

fn openpyxl(job: &Value) -> Value {
    script("python3", "office/closed_book.py", job)
}

/// The templates of a small region: two municipalities, the region, and two partners' short workbooks.
fn small_templates(folder: &Path) -> PathBuf {
    ketenscan_small([
        "sjabloon",
        "--regio=Proefland",
        "--jaar=2026",
        "--gemeente=Duinstad=52000",
        "--gemeente=Veenwold=31000",
        "--perspectief=lokaal-team",
        "--perspectief=veilig-thuis",
        "-o",
        &folder.to_string_lossy(),
    ]);
    folder.join("proefland-2026")
}

/// The entries of each workbook of the small region: file name, cells beside a label, answers, figures.
/// `as_text` goes before numbers that are to stay text, as an apostrophe does for who types.
fn small_entries(as_text: &str) -> Vec<(&'static str, Value)> {
    vec![
        (
            "duinstad-gemeente",
            json!({
                "beside": {"Perspectief": "Gemeente", "Ingevuld door (functie)": "Beleidsadviseur",
                    "Speerpunt 1": "Opvangcapaciteit"},
                "answers": {
                    "PRE-01": {"Antwoord": "3 – Geregeld", "Onderbouwing": "Werkafspraak 2025", "Opmerking": "=A1"},
                    "PRE-02": {"Antwoord": "Deels"},
                    "PRE-03": {"Teller": "3", "Noemer": "10"},
                    "PRE-04": {"Antwoord": "3,5"},
                    "BES-01.vgv": {"Antwoord": "4 – Geborgd"},
                    "BES-01.huwelijksdwang": {"Antwoord": "Weet ik niet"},
                    "BES-01.achterlating": {"Antwoord": "1 – Ad hoc"},
                    "BES-02": {"Teller": "1,5", "Noemer": "4"},
                },
            }),
        ),
        (
            "veenwold-gemeente",
            json!({
                "beside": {"Perspectief": "Gemeente", "Speerpunt 2": "Samenwerking"},
                "answers": {
                    "PRE-01": {"Antwoord": "1 – Ad hoc"},
                    "PRE-02": {"Antwoord": "Ja"},
                    "PRE-03": {"Antwoord": "Niet van toepassing"},
                    "PRE-04": {"Antwoord": format!("{as_text}10,5")},
                    "BES-01.vgv": {"Antwoord": "0 – Niets geregeld"},
                    "BES-01.huwelijksdwang": {"Antwoord": "2 – In ontwikkeling"},
                    "BES-02": {"Teller": format!("{as_text}2,5"), "Noemer": format!("{as_text}2")},
                },
            }),
        ),
        (
            "proefland-regio",
            json!({
                "beside": {"Perspectief": "Regio"},
                "answers": {
                    "PRE-05": {"Teller": "3", "Noemer": "4"},
                    "BES-03": {"Antwoord": "Ja"},
                    "BES-04": {"Teller": "2", "Noemer": "8"},
                    "MON-01": {"Antwoord": "2 – In ontwikkeling"},
                    "MON-02": {"Antwoord": "3,4"},
                },
                "figures": [
                    ["Stap", "1 Preventie", "Ambitie", "72,5"],
                    ["Verschijningsvorm", "Achterlating", "Aantal", "12"],
                ],
            }),
        ),
        (
            "proefland-lokaal-team",
            json!({"answers": {"BES-03": {"Antwoord": "Ja"}}}),
        ),
        (
            "proefland-veilig-thuis",
            json!({"answers": {"BES-03": {"Antwoord": "Nee"}}}),
        ),
    ]
}

/// An entry with what is opened and where copies are stored.
fn job(templates: &Path, name: &str, entry: &Value, store: &[PathBuf], rearrange: bool) -> Value {
    let mut job = entry.clone();
    job["open"] = json!(templates.join(format!("{name}.xlsx")));
    job["store"] = json!(store);
    job["rearrange"] = json!(rearrange);
    job
}

/// Random answers to the built-in questionnaire, for a municipality and for the region: what to fill in, and what
/// `Overzicht` then shows.
fn built_in_jobs(folder: &Path) -> Vec<(Value, Value)> {
    succeed(&mut ketenscan([
        "sjabloon",
        "--regio=Proefland",
        "--jaar=2026",
        "--gemeente=Duinstad=52000",
        "-o",
        &folder.to_string_lossy(),
    ]));
    let edition = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/2026");
    [("duinstad-gemeente", "gemeente"), ("proefland-regio", "regio")]
        .into_iter()
        .enumerate()
        .map(|(seed, (name, role))| {
            let draw = json!({"questionnaire": edition, "role": role, "seed": seed});
            let drawn = script("python3", "office/random_answers.py", &draw);
            let perspective = if role == "regio" { "Regio" } else { "Gemeente" };
            let entry = json!({"role": role, "beside": {"Perspectief": perspective}, "answers": drawn["answers"]});
            let store = folder.join(format!("{name}.xlsx"));
            let job = job(&folder.join("proefland-2026"), name, &entry, &[store], false);
            (job, drawn["overview"].clone())
        })
        .collect()
}

fn close(found: &Value, expected: f64) -> bool {
    found
        .as_f64()
        .is_some_and(|found| (found - expected).abs() <= TOLERANCE)
}

/// What was found in a file, leaving out notes, as on a region's own name.
fn faults(file: &Value) -> Value {
    let problems = file["problems"].as_array().expect("a list");
    problems
        .iter()
        .filter(|problem| problem["severity"] != "note")
        .cloned()
        .collect()
}

/// Reads the workbooks of a folder with the tool and holds them against the scores worked by hand.
fn expect_small_scores(books: &Path) {
    let ending = books.file_name().expect("a name").to_string_lossy();

    let checked: Value = serde_json::from_str(&ketenscan_small([
        OsStr::new("controleer"),
        books.as_os_str(),
        OsStr::new("--json"),
    ]))
    .expect("JSON");
    let files = checked["files"].as_array().expect("files");
    let answered: Vec<(&str, u64, u64)> = files
        .iter()
        .map(|file| {
            let name = file["file"]
                .as_str()
                .expect("a name")
                .rsplit('/')
                .next()
                .expect("a name");
            let number = |key: &str| file[key].as_u64().expect("a number");
            (
                name.split('.').next().expect("a name"),
                number("answered"),
                number("questions"),
            )
        })
        .collect();
    let expected = [
        // BES-01.huwelijksdwang is not known.
        ("duinstad-gemeente", 7, 8),
        ("proefland-lokaal-team", 1, 1),
        ("proefland-regio", 5, 5),
        ("proefland-veilig-thuis", 1, 1),
        // PRE-03 does not apply, and BES-01.achterlating was left open.
        ("veenwold-gemeente", 6, 8),
    ];
    assert_eq!(answered, expected, "{ending}");
    for file in files {
        assert_eq!(faults(file), json!([]), "{ending}: {}", file["file"]);
    }

    let reports = books.join("reports");
    ketenscan_small([
        OsStr::new("rapport"),
        books.as_os_str(),
        OsStr::new("--json"),
        OsStr::new("-o"),
        reports.as_os_str(),
    ]);
    let text = std::fs::read_to_string(reports.join("proefland-2026.json")).expect("a report");
    let report: Value = serde_json::from_str(&text).expect("JSON");
    let figure = |pointer: &str, expected: f64| {
        let found = report.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}"));
        assert!(close(found, expected), "{ending}: {pointer} is {found}, not {expected}");
    };

    // Duinstad, step 1. PRE-01: level 3 is 75, weight 2. PRE-02: deels is 50. PRE-03: 3 of 10 against 0.8 is 37.5,
    // weight 3. PRE-04: 3.5 days, from 14 (0) to 0 (100), is 75. (2·75 + 50 + 3·37.5 + 75) / 7.
    figure("/municipalities/0/steps/1/score", 387.5 / 7.0);
    // Step 5. BES-01 weighs 2, a third for each practice: 100, unknown, 25. BES-02: 1.5 of 4 is 37.5.
    // (⅔·100 + ⅔·25 + 37.5) / (⅔ + ⅔ + 1), times three above and below.
    figure("/municipalities/0/steps/5/score", 362.5 / 7.0);
    // Veenwold, step 1: 25 (weight 2), 100, not applicable, and 10.5 days is 25. (50 + 100 + 25) / 4.
    figure("/municipalities/1/steps/1/score", 43.75);
    // Step 5: 0, 50, open; 2.5 of 2 is no more than 100. (⅔·0 + ⅔·50 + 100) / (⅔ + ⅔ + 1).
    figure("/municipalities/1/steps/5/score", 400.0 / 7.0);

    // The region, step 1: PRE-01 (75 + 25) / 2 = 50; PRE-02 75; PRE-03 37.5, Duinstad alone; PRE-04 50;
    // PRE-05 3 of 4 is 75. (2·50 + 75 + 3·37.5 + 50 + 75) / 8; nothing unknown.
    figure("/steps/1/score", 51.5625);
    figure("/steps/1/low", 51.5625);
    figure("/steps/1/coverage", 1.0);
    figure("/steps/1/ambition", 72.5);
    // Step 5: BES-01 vgv 50; huwelijksdwang 50, from Veenwold alone (range 25 to 75); achterlating 25, from Duinstad
    // alone (12.5 to 62.5); each weighs ⅔. BES-02 (37.5 + 100) / 2 = 68.75. BES-03 the mean of three perspectives,
    // (100 + 100 + 0) / 3 = 66⅔. BES-04 2 of 8 against 0.5 is 50, weight 2. Together they weigh 6.
    // Score (⅔·125 + 68.75 + 66⅔ + 100) / 6 = 318.75 / 6.
    figure("/steps/5/score", 53.125);
    // Low (⅔·87.5 + 68.75 + 66⅔ + 100) / 6 = 293.75 / 6; high (⅔·187.5 + …) / 6 = 360.41666… / 6.
    figure("/steps/5/low", 293.75 / 6.0);
    figure("/steps/5/high", 4325.0 / 72.0);
    // Coverage (⅔·(1 + ½ + ½) + 1 + 1 + 2) / 6.
    figure("/steps/5/coverage", 8.0 / 9.0);
    // Step 7: level 2 is 50; 3.4 times, from 1 (0) to 5 (100), is 60, weight 2. (50 + 120) / 3.
    figure("/steps/7/score", 170.0 / 3.0);
    assert_eq!(
        report["steps"][0]["score"],
        Value::Null,
        "{ending}: step 0 has no questions"
    );
    assert_eq!(report["chain"]["weakest_step"], json!(1), "{ending}");

    // Two workbooks name a theme.
    figure("/themes/0/votes", 0.5);
    figure("/themes/2/votes", 0.5);
    // The local team says yes, Veilig Thuis no.
    let handover = json!([{"question": "BES-03", "from": "lokaal-team", "to": "veilig-thuis",
        "from_score": 100.0, "to_score": 0.0, "mismatch": true}]);
    assert_eq!(report["handovers"], handover, "{ending}");
    // Only Duinstad claims 75 with a fact of 37.5, and only Duinstad is short of the law.
    let contradictions = report["contradictions"].as_array().expect("a list");
    assert_eq!(contradictions.len(), 1, "{ending}");
    assert_eq!(contradictions[0]["entity"], "Duinstad", "{ending}");
    let legal = json!([{"question": "PRE-02", "role": "gemeente", "entities": ["Duinstad"]}]);
    assert_eq!(report["legal"], legal, "{ending}");
    let inhabitants: Vec<&Value> = (0..2)
        .map(|index| &report["municipalities"][index]["inhabitants"])
        .collect();
    assert_eq!(inhabitants, [&json!(52000.0), &json!(31000.0)], "{ending}");
}

/// Holds a table of `Overzicht` against what it should show.
fn expect_overview(what: &str, found: &Value, expected: &Value) {
    let (found, expected) = (found.as_array().expect("rows"), expected.as_array().expect("rows"));
    assert_eq!(found.len(), expected.len(), "{what}: {found:?}");
    for (found, expected) in found.iter().zip(expected) {
        let cells = found
            .as_array()
            .expect("cells")
            .iter()
            .zip(expected.as_array().expect("cells"));
        for (cell, wanted) in cells {
            let same = wanted
                .as_f64()
                .map_or_else(|| cell == wanted, |number| close(cell, number));
            assert!(same, "{what}: {found} where {expected} belongs");
        }
    }
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
fn a_blank_template_takes_who_fills_it_in() {
    let folder = TempDir::new().expect("a folder");
    succeed(&mut ketenscan([
        OsStr::new("sjabloon"),
        OsStr::new("-o"),
        folder.path().as_os_str(),
    ]));
    let endings = ["xlsx", "ods", "xls"];
    let entries = [
        // A region from the list, and a name of its own.
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
fn the_overview_shows_the_score_worked_by_hand() {
    let folder = TempDir::new().expect("a folder");
    let templates = small_templates(folder.path());
    // The scores of a workbook alone; see expect_small_scores. The region's step 5: (100 + 2·50) / 3.
    let expected = [
        (
            "duinstad-gemeente",
            json!([
                ["1 Preventie", 4, 4, 0, 0, 387.5 / 7.0],
                ["5 Beschermen", 4, 4, 0, 1, 362.5 / 7.0],
                ["Samen", 8, 8, 0, 1, ""],
            ]),
        ),
        (
            "proefland-regio",
            json!([
                ["1 Preventie", 1, 1, 0, 0, 75.0],
                ["5 Beschermen", 2, 2, 0, 0, 200.0 / 3.0],
                ["7 Monitoring", 2, 2, 0, 0, 170.0 / 3.0],
                ["Samen", 5, 5, 0, 0, ""],
            ]),
        ),
        (
            "veenwold-gemeente",
            json!([
                ["1 Preventie", 4, 0, 4, 0, ""],
                ["5 Beschermen", 4, 0, 4, 0, ""],
                ["Samen", 8, 0, 8, 0, ""]
            ]),
        ),
    ];
    let entries = small_entries("");
    let mut jobs = Vec::new();
    for (name, _) in &expected {
        let entry = entries.iter().find(|(known, _)| known == name);
        // Veenwold's workbook stays as it was handed out.
        let entry = entry.filter(|_| *name != "veenwold-gemeente");
        let entry = entry.map_or_else(|| json!({}), |(_, entry)| entry.clone());
        let store = folder.path().join(format!("{name}.xlsx"));
        jobs.push(job(&templates, name, &entry, &[store], false));
    }
    let done = libreoffice("office/fill_in.py", &json!(jobs));
    for (index, (name, expected)) in expected.iter().enumerate() {
        expect_overview(name, &done[index]["overview"], expected);
        let stored = openpyxl(&json!({"task": "overview", "open": jobs[index]["store"][0]}));
        expect_overview(&format!("{name}, stored"), &stored, expected);
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn the_overview_of_the_built_in_questionnaire_equals_the_design() {
    let folder = TempDir::new().expect("a folder");
    let (jobs, expected): (Vec<Value>, Vec<Value>) = built_in_jobs(folder.path()).into_iter().unzip();
    let done = libreoffice("office/fill_in.py", &json!(jobs));
    for (index, expected) in expected.iter().enumerate() {
        let name = jobs[index]["open"].to_string();
        assert_eq!(done[index]["formula_errors"], json!([]), "{name}");
        expect_overview(&name, &done[index]["overview"], expected);
        let stored = openpyxl(&json!({"task": "overview", "open": jobs[index]["store"][0]}));
        expect_overview(&format!("{name}, stored"), &stored, expected);
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn a_template_lets_in_answers_and_nothing_else() {
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
    // Row 4 on: a level, a yes-no, a share (with its two numbers), a count.
    let preventie = [
        "D4", "G4", "H4", "D5", "G5", "H5", "D6", "E6", "F6", "G6", "H6", "D7", "G7", "H7",
    ];
    assert_eq!(took["1 Preventie"], json!(preventie));
    // Row 4 is the heading of a question per practice; row 8 a capacity.
    let beschermen = [
        "D5", "G5", "H5", "D6", "G6", "H6", "D7", "G7", "H7", "D8", "E8", "F8", "G8", "H8",
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
fn openpyxl_fills_in_what_libreoffice_and_the_tool_read() {
    let folder = TempDir::new().expect("a folder");
    let templates = small_templates(folder.path());
    let books = folder.path().join("openpyxl");
    std::fs::create_dir(&books).expect("a folder");
    for (name, mut entry) in small_entries("") {
        entry["task"] = json!("fill_in");
        let store = books.join(format!("{name}.xlsx"));
        entry["open"] = json!(templates.join(format!("{name}.xlsx")));
        entry["store"] = json!(store);
        // Numbers as numbers, but for Veenwold, whose texts stay texts.
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
        // The point of this test: formulas without outcome.
        assert!(stored["formulas"].as_u64() > Some(0), "{name}");
        assert_eq!(stored["outcomes"], json!(0), "{name}");
    }
    // The ambition is typed in LibreOffice, which then also computes what openpyxl left without outcome.
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
    assert!(
        bytes.starts_with(b"%PDF") && bytes.len() > 20_000,
        "{} bytes",
        bytes.len()
    );

    let found = openpyxl(&json!({"task": "charts", "open": &report}));
    let on = |sheet: &str| found["sheets"][sheet].as_u64();
    assert_eq!(
        (on("Samenvatting"), on("Stappen"), on("Thema's")),
        (Some(2), Some(2), Some(1))
    );
    let count = |key: &str| found[key].as_array().expect("a list").len();
    assert_eq!((count("alternatives"), count("points")), (5, 5));
    for text in found["alternatives"].as_array().expect("a list") {
        let gist = text.as_str().expect("a text");
        assert!(gist.len() > 30 && gist.bytes().any(|b| b.is_ascii_digit()), "{gist}");
    }
    // A program that draws without computing needs the numbers in the chart itself: four core themes at least.
    for series in found["points"].as_array().expect("a list") {
        let series = series.as_array().expect("a list");
        assert!(
            !series.is_empty() && series.iter().all(|points| points.as_u64() >= Some(4)),
            "{series:?}"
        );
    }
}
