//! Reports saved by office programs.

use super::*;
use crate::programs::{libreoffice, script};
use serde_json::json;

#[test]
#[ignore = "needs LibreOffice, and Python with openpyxl"]
fn saving_alone_changes_no_row_and_what_is_typed_is_carried_over() {
    let folder = Folder::new();
    let run = folder.run("demo -o demo --stil");
    assert_eq!(run.status, 0, "{}", run.stderr);
    for program in ["LibreOffice", "openpyxl"] {
        std::fs::create_dir(folder.path(program)).unwrap();
        let job = json!({
            "open": folder.path("demo/voorbeeldland-2026.xlsx"),
            "store": folder.path(&format!("{program}/voorbeeldland-2026.xlsx")),
            "points": {"MON-01": {"Nog te doen": "Afspraken vastleggen", "Gereed op": "2027-03-09", "Status": "Loopt"}},
        });
        match program {
            "LibreOffice" => libreoffice("office/fill_plan.py", &job),
            _ => script("python3", "office/fill_plan_closed.py", &job),
        };
        let run = folder.run(&format!(
            "rapport demo/ingevuld/voorbeeldland-2026 -o {program} --overschrijf"
        ));
        let expected =
            format!("1 ingevuld punt van het verbeterplan overgenomen uit {program}/voorbeeldland-2026.xlsx\n");
        assert!(run.stderr.contains(&expected), "{program}: {}", run.stderr);
        assert!(!run.stderr.contains("let op"), "{program}: {}", run.stderr);
    }
}
