//! The sheet `Overzicht` keeps count while somebody fills in the workbook.

use super::*;

/// Random answers to the built-in questionnaire, for a municipality and for the region: what to fill in, and what
/// `Overzicht` should then show.
pub(super) fn built_in_jobs(folder: &Path) -> Vec<(Value, Value)> {
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

/// Compares a table of `Overzicht` with what it should show.
pub(super) fn expect_overview(what: &str, found: &Value, expected: &Value) {
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
fn the_overview_shows_the_score_worked_by_hand() {
    let folder = TempDir::new().expect("a folder");
    let templates = small_templates(folder.path());
    // The scores of a single workbook; see expect_small_scores. The region's step 5: (100 + 2·50) / 3.
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
        // Veenwold's workbook stays blank.
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
fn the_overview_of_the_built_in_questionnaire_equals_the_scores() {
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
