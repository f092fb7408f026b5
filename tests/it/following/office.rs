//! The ten points again, filled in and saved by other programs.

use serde_json::json;

use super::*;
use crate::programs::{libreoffice, script};

#[test]
#[ignore = "needs LibreOffice, and Python with openpyxl"]
fn ten_points_that_office_programs_saved_are_in_the_same_lists() {
    let report = report();
    let folder = Folder::with(&[("leeg.xlsx", report.clone())]);
    let cells = ten_points::cells(&report);
    let cells: serde_json::Map<_, _> = cells.into_iter().map(|(cell, text)| (cell, json!(text))).collect();
    let between = folder.path("openpyxl.xlsx");
    script(
        "python3",
        "following/type_cells.py",
        &json!({"open": folder.path("leeg.xlsx"), "store": between, "sheet": PLAN, "cells": cells}),
    );
    std::fs::create_dir(folder.path("reports")).unwrap();
    // LibreOffice fills in nothing more, and saves it its own way.
    libreoffice(
        "office/fill_plan.py",
        &json!({"open": between, "store": folder.path(REPORT), "points": {}}),
    );
    for saved in ["openpyxl.xlsx", REPORT] {
        let (found, run) = json(&folder, saved);
        ten_points::expect(&found, &ids(&report));
        assert!(run.stderr.contains("3 waarschuwingen."), "{}", run.stderr);
    }
}
