//! The joint workbook filled in in LibreOffice, as those who meet would.

use super::{faults, job};
use crate::folder::Folder;
use crate::programs::libreoffice;
use ketenscan_testing::markdown::municipal;
use serde_json::{Value, json};

#[test]
#[ignore = "needs LibreOffice"]
fn what_is_agreed_on_in_libreoffice_is_read_and_counts() {
    let folder = Folder::new();
    for (file, perspective, level) in [("een", "Gemeente", 3), ("twee", "Sleutelfiguur", 1)] {
        let book = municipal(&format!(
            "# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
             # 5 Beschermen\n| ID | Antwoord | Teller | Noemer |\n| BES-01 | {level} |\n| BES-03 | | {level} | 4 |"
        ));
        folder.put(&format!("boeken/{file}.xlsx"), book);
    }
    assert_eq!(folder.run_fixture("overleg boeken -o samen").status, 0);
    let endings = ["xlsx", "ods", "xls"];
    let store = endings.map(|ending| folder.path(&format!("{ending}/gezamenlijk.{ending}")));
    for ending in endings {
        folder.put(&format!("{ending}/een.xlsx"), folder.read("boeken/een.xlsx"));
        folder.put(&format!("{ending}/twee.xlsx"), folder.read("boeken/twee.xlsx"));
    }
    let answers = json!({"BES-01": {"Antwoord": "4 – Geborgd", "Onderbouwing": "Samen nagelopen"},
        "BES-03": {"Teller": "1", "Noemer": "4"}});
    let entry = json!({"beside": {"Datum": "31-12-2030"}, "answers": answers});
    let filled = job(
        &folder.path("samen"),
        "duinstad-gemeente-gezamenlijk",
        &entry,
        &store,
        true,
    );
    let done = libreoffice("office/fill_in.py", &json!([filled]));
    assert_eq!(done[0]["formula_errors"], json!([]));
    for ending in endings {
        let run = folder.run_fixture(&format!("controleer {ending} --json"));
        let checked: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let files = checked["files"].as_array().expect("files");
        let joint = files
            .iter()
            .find(|file| file["perspective"] == "gezamenlijk")
            .expect("it");
        assert_eq!((&joint["answered"], faults(joint)), (&json!(2), json!([])), "{ending}");
        assert_eq!(
            folder
                .run_fixture(&format!("rapport {ending} --json -o uit/{ending}"))
                .status,
            0
        );
        let report: Value =
            serde_json::from_slice(&folder.read(&format!("uit/{ending}/flevoland-2030.json"))).expect("JSON");
        let score = |id: &str| {
            let mut rows = report["questions"].as_array().expect("rows").iter();
            rows.find(|row| row["id"] == id).expect("the row")["score"].as_f64()
        };
        // Separately (75 + 25) / 2, together level 4; and 1 of 4, of which four fifths is the target.
        assert_eq!(
            (score("BES-01"), score("BES-03")),
            (Some(100.0), Some(31.25)),
            "{ending}"
        );
    }
}
