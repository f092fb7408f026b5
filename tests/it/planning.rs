//! The yearly cycle: what is planned in a report is shown in next year's workbooks, and compared with what changed.
//!
//! `cargo test --test it planning:: -- --ignored` needs what the module `office` needs.

use std::path::{Path, PathBuf};

use crate::folder::Folder;
use crate::programs::{ketenscan, libreoffice, run, script};
use calamine::{Reader, Xlsx, open_workbook};
use ketenscan::answers::Merger;
use ketenscan::workbook::read::{Content, read, read_plan};
use ketenscan_testing::markdown::{fixture, municipal, regional};
use serde_json::{Value, json};

#[test]
fn an_earlier_year_is_looked_up_where_the_user_points() {
    let answers = "# 5 Beschermen\n| ID | Antwoord | Onderbouwing |\n| BES-01 | 3 | Eigen woorden |";
    let folder = Folder::with(&[("vorig/duinstad.xlsx", municipal(answers))]);
    let order = "sjabloon --regio Flevoland --jaar 2031 --gemeente Duinstad --gemeente Almere --vorige vorig";
    let run = folder.run_fixture(order);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let printed = "Naast de vragen: eerdere antwoorden in 1 van de 3 werkboeken.\n";
    assert!(run.stderr.contains(printed), "{}", run.stderr);
    let cells = |name: &str| {
        let mut book: Xlsx<_> = open_workbook(folder.path(name)).unwrap();
        let sheets: Vec<String> = book
            .worksheets()
            .iter()
            .flat_map(|(_, sheet)| {
                sheet
                    .used_cells()
                    .map(|(_, _, cell)| cell.to_string())
                    .collect::<Vec<_>>()
            })
            .collect();
        sheets
    };
    let duinstad = cells("flevoland-2031/duinstad-gemeente.xlsx");
    assert!(duinstad.contains(&"Antwoord in 2030".to_owned()));
    assert!(!duinstad.contains(&"Eigen woorden".to_owned()));
    let almere = cells("flevoland-2031/almere-gemeente.xlsx");
    assert!(!almere.iter().any(|cell| cell.starts_with("Antwoord in")));

    // Nothing is known about the year itself, or about another region.
    for order in [order.replace("2031", "2030"), order.replace("Flevoland", "Fryslân")] {
        let run = folder.run_fixture(&format!("{order} -o elders"));
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(
            run.stderr
                .contains("Bij --vorige staat niets van deze regio van een eerder jaar"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn a_fault_in_earlier_workbooks_stops_the_run() {
    let answers = "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3,5 |";
    let folder = Folder::with(&[("vorig/duinstad.xlsx", municipal(answers))]);
    let run = folder.run_fixture("sjabloon --regio Flevoland --jaar 2031 --gemeente Duinstad --vorige vorig");
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("fout W31"), "{}", run.stderr);
    assert_eq!(folder.names(), ["vorig/duinstad.xlsx"], "nothing is made");
    let run = folder.run_fixture("sjabloon --vorige vorig");
    assert_eq!(run.status, 2, "without a year there is no year before: {}", run.stderr);
}

#[test]
fn former_names_are_separated_by_commas_and_semicolons() {
    let list = "# Gemeenten\n| Gemeente | Inwoners | Voorheen |\n\
        | Duinveen | 83000 | Duinstad ;Veenwold, |\n| Almere | 220000 | |";
    let read = read(&regional(list), "regio.xlsx", &fixture().into());
    let Some(Content::Submission(book)) = read.value else {
        panic!("{:?}", read.value);
    };
    let merger = Merger {
        name: "Duinveen".to_owned(),
        formerly: vec!["Duinstad".to_owned(), "Veenwold".to_owned()],
    };
    assert_eq!(book.context.mergers, [merger]);
}

fn edition(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// Runs the program with these editions, separated by spaces.
fn tool(folder: &Path, editions: &[&str], arguments: &str) -> String {
    let mut command = ketenscan(arguments.split_whitespace());
    for name in editions {
        command.arg("--vragenlijst").arg(edition(name));
    }
    let (status, stdout, stderr) = run(command.current_dir(folder));
    assert_eq!(status, Some(0), "{arguments}: {stderr}");
    stdout
}

const FIRST: &str = "questionnaire-small";
const SECOND: &str = "questionnaire-small-2027";

/// A job for LibreOffice: fills in this workbook from one perspective and stores it under another name.
fn fill(folder: &Path, from: &str, to: &str, side: &str, answers: &Value) -> Value {
    json!({
        "open": folder.join(from), "store": [folder.join(to)],
        "beside": {"Perspectief": side}, "answers": answers,
    })
}

fn first_year(folder: &Path) {
    tool(
        folder,
        &[FIRST],
        "sjabloon --regio Proefland --jaar 2026 --gemeente Duinstad -o leeg",
    );
    std::fs::create_dir(folder.join("2026")).unwrap();
    let duinstad = json!({
        "PRE-01": {"Antwoord": "2 – In ontwikkeling", "Opmerking": "Alleen voor ons"},
        "PRE-04": {"Antwoord": "Weet ik niet"},
        "BES-02": {"Teller": "1", "Noemer": "4"},
    });
    let region = json!({"MON-01": {"Antwoord": "2 – In ontwikkeling"}, "MON-02": {"Antwoord": "2,5"}});
    libreoffice(
        "office/fill_in.py",
        &json!([
            fill(
                folder,
                "leeg/proefland-2026/duinstad-gemeente.xlsx",
                "2026/duinstad.xlsx",
                "Gemeente",
                &duinstad
            ),
            fill(
                folder,
                "leeg/proefland-2026/proefland-regio.xlsx",
                "2026/regio.ods",
                "Regio",
                &region
            ),
        ]),
    );
    tool(folder, &[FIRST], "rapport 2026");
}

/// Fills in part of the plan with openpyxl and the rest in LibreOffice, which also stores it; then makes the report
/// again.
fn plan(folder: &Path) {
    let report = folder.join("reports/proefland-2026.xlsx");
    let closed = json!({"PRE-01": {
        "Nog te doen": "Afspraak maken met het Veenhuis", "Gereed op": "2027-03-09", "Status": "Gereed",
    }});
    let between = folder.join("plan.xlsx");
    script(
        "python3",
        "office/fill_plan_closed.py",
        &json!({"open": report, "store": between, "points": closed}),
    );
    let typed = json!({
        "BES-02": {"Nog te doen": "Plekken inkopen", "Gereed op": "eind 2027", "Status": "Loopt"},
        "MON-01": {"Status": "Niet gestart"},
    });
    libreoffice(
        "office/fill_plan.py",
        &json!({"open": between, "store": report, "points": typed}),
    );
    let filled = || read_plan(&std::fs::read(&report).unwrap()).unwrap();
    let before = filled();
    assert_eq!(before.len(), 3, "{before:?}");
    tool(folder, &[FIRST], "rapport 2026 --overschrijf");
    let mut after = filled();
    let mut sorted = before;
    sorted.sort_by(|a, b| a.id.cmp(&b.id));
    after.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(after, sorted, "what was filled in outlives the next report");
}

#[test]
#[ignore = "needs LibreOffice, and Python with openpyxl"]
fn the_plan_is_carried_through_two_years() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    first_year(folder);
    plan(folder);

    let editions = [FIRST, SECOND];
    tool(
        folder,
        &editions,
        "sjabloon --regio Proefland --jaar 2027 --gemeente Duinstad --vorige 2026 --vorige reports -o nieuw",
    );
    let new = "nieuw/proefland-2027/duinstad-gemeente.xlsx";
    let headers = ["Antwoord in 2026", "Verbeterplan 2026"];
    let look = |path: &Path| {
        script(
            "python3",
            "office/earlier_columns.py",
            &json!({"open": path, "headers": headers}),
        )
    };
    let shown = look(&folder.join(new));
    let beside = |id: &str| headers.map(|header| shown["rows"][id][header].as_str().unwrap_or_default().to_owned());
    assert_eq!(beside("PRE-01"), ["2 – In ontwikkeling", "Gereed"]);
    assert_eq!(
        beside("BES-05"),
        ["1 van 4", "Loopt (gereed op: eind 2027)"],
        "once BES-02"
    );
    assert_eq!(beside("PRE-04"), ["Weet ik niet", ""]);
    assert_eq!(beside("PRE-06"), ["", ""]);
    let fields = json!(["Antwoord", "Noemer", "Onderbouwing", "Opmerking", "Teller"]);
    assert_eq!(shown["unlocked"], fields);

    std::fs::create_dir(folder.join("2027")).unwrap();
    let duinstad = json!({
        "PRE-01": {"Antwoord": "3 – Geregeld"}, "PRE-04": {"Antwoord": "Weet ik niet"},
        "BES-05": {"Teller": "2", "Noemer": "8"},
    });
    let region = json!({"MON-01": {"Antwoord": "1 – Ad hoc"}, "MON-02": {"Antwoord": "2,5"}});
    libreoffice(
        "office/fill_in.py",
        &json!([
            fill(folder, new, "2027/duinstad.xlsx", "Gemeente", &duinstad),
            fill(
                folder,
                "nieuw/proefland-2027/proefland-regio.xlsx",
                "2027/regio.ods",
                "Regio",
                &region
            ),
        ]),
    );
    // After LibreOffice saved it, the columns are still locked.
    assert_eq!(look(&folder.join("2027/duinstad.xlsx")), shown);

    let printed = tool(folder, &editions, "vergelijk 2026 2027 reports");
    let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    // Level 2 → 3; 1 of 4 and 2 of 8 are equal; level 2 → 1.
    let expected = "Het ene punt van het verbeterplan dat gereed is, is ook vooruitgegaan. \
        1 punt dat niet is gestart, ging achteruit.";
    assert!(printed.ends_with(expected), "{printed}");
    let mut book: Xlsx<_> = open_workbook(folder.join("reports/vergelijking.xlsx")).unwrap();
    let sheet = book.worksheet_range("Verbeterplan").unwrap();
    let row = |id: &str| -> Vec<String> {
        let found = sheet.rows().find(|row| row[0].to_string().ends_with(id)).unwrap();
        found[2..7]
            .iter()
            .chain(&found[1..2])
            .map(ToString::to_string)
            .collect()
    };
    assert_eq!(
        row("PRE-01"),
        ["Gereed", "09-03-2027", "50", "75", "25", "Gereed en verbeterd"]
    );
    assert_eq!(
        row("BES-02"),
        ["Loopt", "eind 2027", "25", "25", "0", "Loopt, nog zonder effect"]
    );
    assert_eq!(
        row("MON-01"),
        [
            "Niet gestart",
            "",
            "50",
            "25",
            "-25",
            "Niet gestart, en achteruitgegaan"
        ]
    );
    let written = |range: &calamine::Range<calamine::Data>| {
        range
            .used_cells()
            .any(|(_, _, cell)| cell.to_string().contains("Veenhuis"))
    };
    assert!(book.worksheets().iter().all(|(_, range)| !written(range)));
}
