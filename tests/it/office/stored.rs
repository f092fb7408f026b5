//! The values stored with formulas are those that an office program computes; dragging an answer breaks nothing, and
//! evidence stays as typed.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::programs::libreoffice;
use crate::stored::every_kind;
use ketenscan::questionnaire::{Role, builtin};
use ketenscan::workbook::template::{self, Order};
use ketenscan_testing::extremes;
use ketenscan_testing::formulas::{formulas, without_stored};

#[test]
#[ignore = "needs LibreOffice"]
fn what_is_stored_is_what_libreoffice_computes() {
    let folder = TempDir::new().expect("a folder");
    let mut workbooks = every_kind();
    let reports = [
        ("tiny", extremes::tiny()),
        ("huge", extremes::huge()),
        ("at-norm", extremes::at_norm()),
    ];
    workbooks.extend(reports.map(|(name, case)| (format!("{name}.xlsx"), case.workbook())));
    let mut stripped = Vec::new();
    for (name, bytes) in &workbooks {
        let path = folder.path().join(name);
        std::fs::write(&path, without_stored(bytes)).expect("a file");
        stripped.push(path);
    }
    let computed = libreoffice("office/computed.py", &json!(stripped));
    for ((name, bytes), computed) in workbooks.iter().zip(computed.as_array().expect("a list")) {
        for formula in formulas(bytes) {
            let found = &computed[&formula.sheet][&formula.cell];
            let stored = formula.stored.as_deref().unwrap_or("nothing");
            let same = match (found, stored.parse::<f64>()) {
                (Value::Number(number), Ok(stored)) => (number.as_f64().expect("a number") - stored).abs() < 1e-9,
                (Value::String(text), _) => text == stored,
                _ => false,
            };
            assert!(same, "{name}: LibreOffice computes {found} for {formula:?}");
        }
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn an_answer_that_is_dragged_counts_where_it_is_left() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("gemeente.xlsx");
    let bytes = template::write(&builtin(), &Order::blank(Role::Municipality)).expect("a workbook");
    std::fs::write(&path, bytes).expect("a file");
    let result = libreoffice("office/drag.py", &json!({"open": path, "sheet": "1 Preventie"}));
    assert_eq!(result["evidence"], json!("3-4"), "not a date");
    let states = |when: &str| result[when].as_array().expect("states").clone();
    let (before, after) = (states("before"), states("after"));
    assert_eq!(before[..3], [json!("klaar"), json!("open"), json!("open")]);
    assert_eq!(after[..3], [json!("open"), json!("open"), json!("klaar")]);
    assert_eq!(result["formula_errors"], json!([]));
    assert_eq!(
        (&result["done_before"], &result["done_after"]),
        (&json!(1.0), &json!(1.0))
    );
}
