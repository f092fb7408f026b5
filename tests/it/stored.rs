//! Programs that compute nothing, such as previews, phones and pandas, see what the formulas of a workbook result in; and
//! the formulas survive when people cut and drag what they filled in.

use ketenscan::answers::{Answer, Choice, Submission};
use ketenscan::questionnaire::{Questionnaire, Role, builtin};
use ketenscan::workbook::template::{self, Order};
use ketenscan_testing::demo;
use ketenscan_testing::formulas::{formulas, references_to_entries};
use ketenscan_testing::package::unpack;
use ketenscan_testing::region::{Workbook, asking, choice, level, number, of};

use crate::folder::Folder;

/// Every kind of workbook to fill in, by name: blank, short, joint, with an earlier year, and filled in.
pub fn every_kind() -> Vec<(String, Vec<u8>)> {
    let questionnaire = builtin();
    let write = |order: &Order| template::write(&questionnaire, order).unwrap();
    let mut all: Vec<(String, Vec<u8>)> = [Role::Municipality, Role::Region]
        .map(|role| (format!("blank-{}.xlsx", role.key()), write(&Order::blank(role))))
        .to_vec();
    let (asked, answers) = few_answers();
    let filled = template::write(&asked, &answers).unwrap();
    all.push(("few-answers.xlsx".to_owned(), filled));
    let folder = Folder::new();
    for (name, order) in demo::orders(&questionnaire) {
        folder.put(&format!("boeken/{name}"), write(&order));
        all.push((format!("demo-{name}"), write(&order)));
    }
    let templates = "sjabloon --regio Voorbeeldland --jaar 2027 --gemeente Duinstad --perspectief veilig-thuis \
                     --perspectief sleutelfiguur --vorige boeken -o nieuw";
    for command in ["overleg boeken -o samen", templates] {
        let run = folder.run(command);
        assert_eq!(run.status, 0, "{command}: {}", run.stderr);
    }
    for name in folder.names() {
        if let Some(own) = name.strip_prefix("samen/").or(name.strip_prefix("nieuw/")) {
            all.push((own.replace('/', "-"), folder.read(&name)));
        }
    }
    all
}

/// A workbook of a municipality with an answer of every kind, one 'weet ik niet' and one blank.
fn few_answers() -> (Questionnaire, Order) {
    let asked = asking(&[
        ("PRE-01", "weight = 2"),
        ("PRE-02", "kind = 'yes_no'"),
        ("PRE-03", "kind = 'yes_no'"),
        ("PRE-04", ""),
        ("BES-01", "kind = 'share';target = 0.8"),
        ("BES-02", "kind = 'capacity'"),
        ("BES-03", "kind = 'count';full_at = 0;zero_at = 14;unit = 'dagen'"),
    ]);
    let filled: Submission = Workbook::of_municipality(&asked, "Duinstad")
        .says("PRE-01", level(3))
        .says("PRE-02", choice(Choice::Partly))
        .says("PRE-03", Answer::Unknown)
        .says("BES-01", of(1.0, 4.0))
        .says("BES-02", of(4.0, 0.0))
        .says("BES-03", number(3.5))
        .handed_in();
    let order = Order {
        region: Some("Proefregio".to_owned()),
        filled: Some(filled),
        ..Order::blank(Role::Municipality)
    };
    (asked, order)
}

/// The values stored on a sheet with formulas in these columns, row by row.
fn stored(bytes: &[u8], sheet: &str, columns: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for formula in formulas(bytes).into_iter().filter(|formula| formula.sheet == sheet) {
        let (column, row) = formula.cell.split_at(1);
        if !columns.contains(column) {
            continue;
        }
        if rows.last().is_none_or(|(last, _)| last != row) {
            rows.push((row.to_owned(), Vec::new()));
        }
        rows.last_mut().unwrap().1.push(formula.stored.expect("a value"));
    }
    rows.into_iter().map(|(_, values)| values).collect()
}

#[test]
fn the_values_stored_are_those_worked_by_hand() {
    let (asked, order) = few_answers();
    let bytes = template::write(&asked, &order).unwrap();
    // Rows, done, open, unknown and score. Step 1: (2·75 + 50) / 3. Step 5: a quarter of four fifths is 31.25, nothing is
    // needed, and 3.5 of 14 days is 75; (31.25 + 75) / 2.
    let overview = [
        ["4", "3", "1", "1", "66.66666666666667"].as_slice(),
        &["3", "3", "0", "0", "53.125"],
        &["7", "6", "1", "1"],
    ];
    assert_eq!(stored(&bytes, "Overzicht", "BCDEF"), overview);
    let missing = stored(&bytes, "Overzicht", "A");
    assert_eq!(missing, [["Vul op het blad Gegevens nog in: Gemeente, Jaar"]]);
    // State, score and points.
    let steps = [
        (
            "1 Stap 1",
            [
                ["klaar", "75", "150"],
                ["klaar", "50", "50"],
                ["klaar", "", "0"],
                ["open", "", "0"],
            ]
            .to_vec(),
        ),
        (
            "5 Stap 5",
            [["klaar", "31.25", "31.25"], ["klaar", "", "0"], ["klaar", "75", "75"]].to_vec(),
        ),
    ];
    for (sheet, expected) in steps {
        assert_eq!(stored(&bytes, sheet, "AKLM"), expected, "{sheet}");
    }
}

#[test]
fn every_formula_has_a_value_and_none_refers_to_a_cell_that_people_may_move() {
    for (name, bytes) in every_kind() {
        let found = formulas(&bytes);
        assert!(!found.is_empty(), "{name} has formulas");
        for formula in &found {
            let stored = formula.stored.as_ref();
            // Only a score that is not there, and what is lacking when nothing is, are an empty text.
            let may_be_empty = formula.formula.contains("\"\"") && !formula.formula.contains("\"open\"");
            assert!(
                stored.is_some_and(|value| !value.is_empty() || may_be_empty),
                "{name}: {formula:?}"
            );
        }
        assert_eq!(references_to_entries(&bytes), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_blank_workbook_shows_what_is_open_instead_of_an_empty_chart() {
    let bytes = template::write(&builtin(), &Order::blank(Role::Municipality)).unwrap();
    let parts = unpack(&bytes);
    let (_, chart) = parts.iter().find(|(name, _)| name == "xl/charts/chart1.xml").unwrap();
    let chart = String::from_utf8_lossy(chart);
    // Done and open of every step but those without questions, as stacked bars.
    for said in [
        "<c:barDir val=\"bar\"/>",
        "<c:grouping val=\"stacked\"/>",
        "Overzicht!$C$5:$C$12",
        "Overzicht!$D$5:$D$12",
    ] {
        assert!(chart.contains(said), "{said}");
    }
    let rows = stored(&bytes, "Overzicht", "BCDE");
    let (together, steps) = rows.split_last().unwrap();
    assert_eq!(steps.len(), 8);
    for row in steps.iter().chain([together]) {
        assert_eq!((&row[1], &row[2], &row[3]), (&"0".to_owned(), &row[0], &"0".to_owned()));
    }
}
