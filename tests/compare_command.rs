//! `vergelijk` from workbooks to what is read on screen, in JSON and in the workbook.

// The tests of the figures use more of it.
#[allow(dead_code)]
#[path = "comparison/books.rs"]
mod books;

use std::path::Path;
use std::process::{Command, Output};

use books::*;
use calamine::{Data, Reader, Xlsx, open_workbook};
use ketenscan::answers::{Answer, Submission};
use ketenscan::questionnaire::Questionnaire;
use ketenscan::workbook::template::{self, Order};

fn save(folder: &Path, known: &[Questionnaire], filled: &Submission) {
    let edition = known.iter().find(|known| known.edition == filled.edition).unwrap();
    let path = folder.join(format!("{}-{}", filled.region, filled.file));
    let order = Order {
        region: Some(filled.region.clone()),
        municipality: filled.municipality.clone(),
        year: Some(filled.year),
        filled: Some(filled.clone()),
        ..Order::blank(filled.role)
    };
    std::fs::write(path, template::write(edition, &order).unwrap()).unwrap();
}

/// Two years of one region: Duinstad does better, Zeeburg joins.
fn two_years(folder: &Path) {
    let known = editions();
    let duinstad = |edition: &Questionnaire, year, preventie, beschermen| {
        let mut answers = vec![("PRE-01", level(preventie)), ("PRE-03", of(4.0, 10.0))];
        for practice in ["vgv", "huwelijksdwang", "achterlating"] {
            let row = edition.row(&format!("BES-01.{practice}")).unwrap();
            answers.push((edition.rows[row].id.as_str(), level(beschermen)));
        }
        book(edition, year, Some("Duinstad"), &answers)
    };
    let both = [("MON-01", level(2)), ("MON-02", times(3.0)), ("BES-03", PARTLY)];
    let suitable = [("BES-04", of(1.0, 4.0))];
    save(folder, &known, &duinstad(&known[0], 2026, 2, 1));
    save(
        folder,
        &known,
        &book(&known[0], 2026, None, &[&both[..], &suitable].concat()),
    );
    save(folder, &known, &duinstad(&known[1], 2027, 2, 2));
    save(folder, &known, &book(&known[1], 2027, None, &both));
    let zeeburg: [(&str, Answer); 2] = [("PRE-01", level(4)), ("BES-05", of(4.0, 4.0))];
    save(folder, &known, &book(&known[1], 2027, Some("Zeeburg"), &zeeburg));
}

fn compare(folder: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ketenscan"));
    command.current_dir(folder).arg("vergelijk").args(more);
    for name in ["questionnaire-small", "questionnaire-small-2027"] {
        command.arg("--vragenlijst").arg(books::folder(name));
    }
    command.env("SOURCE_DATE_EPOCH", "1800000000").output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

// Step 5 by hand. P: BES-01 (weight 2) 25 → 50 and BES-03 (weight 1) 50 → 50: 100/3 → 50, real 16.7.
// Zeeburg brings BES-05 (weight 1, 100): (100 + 50 + 100)/4 = 62.5, so 12.5 by respondents.
// F°_a with BES-04 (weight 2, 50): (50 + 50 + 100)/5 = 40, so −(40 − 100/3) = −6.7 by the questionnaire.
// Total 62.5 − 40 = 22.5.
const TOLD: &str = "\
Deze vergelijking gaat over 1 regio, van 2026 tot en met 2027.

Proefland
=========
Stap                       2026   2027
0 Randvoorwaarden             –      –
1 Preventie                  50     63
2 Vroegsignalering            –      –
3 Advies                      –      –
4 Melden                      –      –
5 Beschermen                 40     63
6 Begeleiding en hulp         –      –
7 Monitoring                 50     50
Keten                         –      –

Van 2026 naar 2027
  Preventie steeg 13 punten, maar echte verbetering is dat niet: het komt
  doordat Zeeburg nu meedoet.
  Beschermen steeg per saldo 23 punten: 17 erbij door echte verbetering, 13
  erbij doordat Zeeburg nu meedoet, 7 eraf doordat de vragenlijst veranderde.
  Monitoring bleef gelijk.
  Randvoorwaarden, Vroegsignalering, Advies, Melden en Begeleiding en hulp zijn
  niet vergelijkbaar, omdat de vragenlijst bij deze stap geen vragen heeft.
";

#[test]
fn what_is_told_reads_whole() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    two_years(&folder.path().join("in"));
    let output = compare(folder.path(), &["in"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), TOLD);
    assert!(text(&output.stdout).lines().all(|line| line.chars().count() <= 80));
    assert!(text(&output.stderr).ends_with("Geschreven: reports/vergelijking.xlsx\n"));

    let again = compare(folder.path(), &["in"]);
    assert_eq!(again.status.code(), Some(2), "an existing comparison is left alone");
    assert!(compare(folder.path(), &["in", "--overschrijf"]).status.success());
}

#[test]
fn the_json_has_the_keys_of_the_contract_in_order() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    two_years(&folder.path().join("in"));
    assert!(compare(folder.path(), &["in", "--json", "-o", "out"]).status.success());
    let json = std::fs::read_to_string(folder.path().join("out/vergelijking.json")).unwrap();
    let mut keys: Vec<&str> = Vec::new();
    for line in json.lines() {
        if let Some((key, _)) = line.trim().split_once("\": ")
            && !keys.contains(&key.trim_start_matches('"'))
        {
            keys.push(key.trim_start_matches('"'));
        }
    }
    // Each key where it first stands; `chain` brings those of the report's chain.
    let expected = "format generated_by regions region years year edition \
         chain score low high weakest_step steps_at_norm steps number \
         changes from to total real availability respondents questions matched_pairs not_comparable \
         mirror n min q1 median q3 max";
    assert_eq!(keys, expected.split_whitespace().collect::<Vec<_>>());
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    let step = &document["regions"][0]["changes"][0]["steps"][1];
    // PRE-01 (weight 3): Duinstad 50 → 50, Zeeburg 100 joins, so 75; PRE-03 (weight 3): 0.4/0.8 = 50.
    // (3·75 + 3·50)/6 − 50 = 12.5, none of it real.
    assert_eq!((&step["real"], &step["respondents"]), (&0.0.into(), &12.5.into()));
    assert_eq!(
        document["regions"][0]["changes"][0]["steps"][0]["total"],
        serde_json::Value::Null
    );
    assert_eq!(document["mirror"][0]["steps"][1]["n"], 1);
}

#[test]
fn the_workbook_is_known_as_a_comparison_and_has_its_sheets() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    two_years(&folder.path().join("in"));
    assert!(compare(folder.path(), &["in"]).status.success());
    let path = folder.path().join("reports/vergelijking.xlsx");
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let expected = [
        "Samenvatting",
        "Ontwikkeling",
        "Verandering",
        "Spiegel",
        "Vergelijkbaarheid",
        "Verantwoording",
        "_meta",
    ];
    assert_eq!(book.sheet_names(), expected);
    let meta = book.worksheet_range("_meta").unwrap();
    let fact = |row| meta.get((row, 1)).map(ToString::to_string).unwrap_or_default();
    assert_eq!((fact(1), fact(3)), ("vergelijking".to_owned(), "2027".to_owned()));
    let changes = book.worksheet_range("Verandering").unwrap();
    let mut rows = changes.rows();
    let row = rows.find(|row| row[0] == Data::String("1 Preventie".into())).unwrap();
    assert_eq!(
        (&row[1], &row[2], &row[4]),
        (&Data::Float(12.5), &Data::Float(0.0), &Data::Float(12.5))
    );
    // A comparison in a folder of workbooks is passed over, and read as nothing else.
    let again = compare(folder.path(), &["in", "reports", "-o", "again"]);
    assert_eq!(again.status.code(), Some(0), "{}", text(&again.stderr));
}

#[test]
fn a_comparison_to_share_names_no_municipality() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    two_years(&folder.path().join("in"));
    let output = compare(folder.path(), &["in", "--delen"]);
    let told = text(&output.stdout);
    assert!(
        told.contains("doordat 1 gemeente nu meedoet") && !told.contains("Zeeburg"),
        "{told}"
    );
    let mut book: Xlsx<_> = open_workbook(folder.path().join("reports/vergelijking.xlsx")).unwrap();
    for (name, sheet) in book.worksheets() {
        let named = sheet
            .used_cells()
            .any(|(_, _, cell)| cell.to_string().contains("Zeeburg"));
        assert!(!named, "{name}");
    }
}

#[test]
fn an_unknown_edition_stops_the_run_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    two_years(&folder.path().join("in"));
    let output = Command::new(env!("CARGO_BIN_EXE_ketenscan"))
        .current_dir(folder.path())
        .args(["vergelijk", "in", "--vragenlijst"])
        .arg(books::folder("questionnaire-small"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    assert!(
        told.contains("W09") && told.contains("Wijs de map met die editie aan met --vragenlijst."),
        "{told}"
    );
    assert!(!folder.path().join("reports").exists());
}
