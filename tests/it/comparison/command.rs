//! `vergelijk` from workbooks to the screen, the JSON and the workbook.

use std::path::Path;
use std::process::Output;

use super::books;
use super::books::*;
use crate::programs::ketenscan;
use calamine::{Data, Reader, Xlsx, open_workbook};
use ketenscan::answers::{Answer, Context, Expected, Merger, Submission};
use ketenscan::plan::FIELDS;
use ketenscan::questionnaire::Questionnaire;
use ketenscan::workbook::template::{self, Order};
use rust_xlsxwriter::Workbook;

fn save(folder: &Path, known: &[Questionnaire], filled: &Submission) {
    let known = together(known);
    let edition = known.of(&filled.questionnaire).unwrap();
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

/// Two years of one region: Duinstad improves, Zeeburg joins.
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
    let mut command = ketenscan(["vergelijk"]);
    command.current_dir(folder).args(more);
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
// Total 62.5 − 40 = 22.5. Rounded down 16.6, 12.5 and −6.7 make 22.4; the tenth goes to 16.67.
const TOLD: &str = "\
Deze vergelijking gaat over 1 regio, van 2026 tot en met 2027.

Proefland
=========
Stap                       2026   2027
0 Randvoorwaarden             –      –
1 Preventie                50,0   62,5
2 Vroegsignalering            –      –
3 Advies                      –      –
4 Melden                      –      –
5 Beschermen               40,0   62,5
6 Begeleiding en hulp         –      –
7 Monitoring               50,0   50,0
Keten                         –      –

Van 2026 naar 2027
  Preventie steeg 12,5 punten, maar echte verbetering is dat niet: het komt
  doordat Zeeburg nu meedoet.
  Beschermen steeg per saldo 22,5 punten: 16,7 erbij door echte verbetering,
  12,5 erbij doordat Zeeburg nu meedoet, 6,7 eraf doordat de vragenlijst
  veranderde.
  Monitoring bleef gelijk.
  Randvoorwaarden, Vroegsignalering, Advies, Melden en Begeleiding en hulp zijn
  niet vergelijkbaar, omdat de vragenlijst bij deze stap geen vragen heeft.
";

#[test]
fn the_printed_text_is_complete() {
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
    // Each key where it first occurs; `chain` has those of the report's chain.
    let expected = "format generated_by regions region years year edition \
         chain score low high weakest_step steps_at_norm steps number \
         changes from to total real availability respondents questions matched_pairs became_not_applicable not_comparable \
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
    assert_eq!(
        document["regions"][0]["changes"][0]["steps"][0]["not_comparable"],
        "no_questions"
    );
    assert_eq!(document["mirror"][0]["steps"][1]["n"], 1);
}

#[test]
fn the_workbook_is_recognised_as_a_comparison_and_has_its_sheets() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    two_years(&folder.path().join("in"));
    assert!(compare(folder.path(), &["in"]).status.success());
    let path = folder.path().join("reports/vergelijking.xlsx");
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let expected = [
        "Overzicht",
        "Samenvatting",
        "Ontwikkeling",
        "Verandering",
        "Verbeterplan",
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
        (&row[3], &row[4], &row[6]),
        (&Data::Float(12.5), &Data::Float(0.0), &Data::Float(12.5))
    );
    // A comparison in a folder of workbooks is skipped.
    let again = compare(folder.path(), &["in", "reports", "-o", "again"]);
    assert_eq!(again.status.code(), Some(0), "{}", text(&again.stderr));
}

#[test]
fn a_comparison_has_a_page_and_pictures() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    two_years(&folder.path().join("in"));
    let run = compare(folder.path(), &["in", "--html", "--grafieken"]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    let made = |name: &str| std::fs::read(folder.path().join("reports").join(name)).unwrap();
    let page = text(&made("vergelijking.html"));
    for words in [
        "Waar een verschil vandaan komt",
        "<svg ",
        "heeft ook de bladen Vergelijkbaarheid.</p>",
        // The total of step 5: 62.5 - 40.
        ">+22,5</td>",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let years = text(&made("vergelijking-grafieken/proefland-stappen-over-de-jaren.svg"));
    for words in [
        // 40 in 2026, and 62.5 in 2027.
        "5 Beschermen verschilt het meest: 40,0 in 2026, 62,5 in 2027",
        "Proefland. Gemeenten met antwoorden: ",
        "andere deelnemers dan het jaar ervoor",
    ] {
        assert!(years.contains(words), "{words}: {years}");
    }
    let change = text(&made("vergelijking-grafieken/proefland-verandering-2027.svg"));
    // The total of step 5: 62.5 - 40.
    assert!(
        change.contains(">+22,5<") && change.contains(">Andere deelnemers<"),
        "{change}"
    );
    for name in ["stappen-over-de-jaren", "verandering-2027"] {
        let picture = made(&format!("vergelijking-grafieken/proefland-{name}.png"));
        assert!(picture.starts_with(b"\x89PNG"));
    }
}

#[test]
fn a_comparison_to_share_names_no_municipality() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    two_years(&folder.path().join("in"));
    let output = compare(folder.path(), &["in", "--delen"]);
    let printed = text(&output.stdout);
    assert!(!printed.contains("Zeeburg") && !printed.contains("meedoe"), "{printed}");
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
    let output = ketenscan(["vergelijk", "in", "--vragenlijst"])
        .current_dir(folder.path())
        .arg(books::folder("questionnaire-small"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let printed = text(&output.stderr);
    assert!(
        printed.contains("W09") && printed.contains("Wijs de map met die editie aan met --vragenlijst."),
        "{printed}"
    );
    assert!(!folder.path().join("reports").exists());
}

/// The plan part of a report on Proefland in 2026: id, what to do, when, and status.
fn report(path: &Path, points: &[[&str; 4]]) {
    let mut book = Workbook::new();
    let plan = book.add_worksheet();
    plan.write_row(3, 0, ["ID", "Vraag"].into_iter().chain(FIELDS)).unwrap();
    for (row, [id, to_do, ready_by, status]) in (4..).zip(points) {
        plan.write_row(row, 0, [id, "", to_do, "", "", "", "", ready_by, status])
            .unwrap();
    }
    let meta = book.add_worksheet().set_name("_meta").unwrap();
    let facts = [
        ("format", "ketenscan/1"),
        ("kind", "rapport"),
        ("questionnaire", "ketenscan-klein"),
        ("edition", "2026"),
        ("region", "proefland "),
        ("year", "2026"),
    ];
    for (row, (key, value)) in (0..).zip(facts) {
        meta.write_row(row, 0, [key, value]).unwrap();
    }
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    book.save(path).unwrap();
}

const POINTS: [[&str; 4]; 4] = [
    [
        "BES-01.vgv",
        "Plekken inkopen bij het Veenhuis",
        "1 juli 2027",
        "Gereed",
    ],
    ["BES-03", "Afspraak maken", "na overleg met het Veenhuis", "gereed"],
    ["PRE-01", "", "", "Loopt"],
    ["MON-02", "Vaker bijeenkomen", "", "Bijna"],
];

#[test]
fn the_plan_in_a_report_is_compared_with_what_really_changed() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    two_years(&folder.path().join("in"));
    report(&folder.path().join("reports/proefland-2026.xlsx"), &POINTS);
    let output = compare(folder.path(), &["in", "reports"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    // BES-01.vgv of Duinstad: level 1 → 2. BES-03: ja of nee noch anders, 50 → 50.
    let printed = "Van de 2 punten van het verbeterplan die gereed zijn, is er 1 ook\n  vooruitgegaan.\n";
    assert!(text(&output.stdout).contains(printed), "{}", text(&output.stdout));
    let problems = text(&output.stderr);
    assert!(
        problems.contains("W71  blad 'Sheet1', cel I8 (MON-02): 'Bijna' is geen status van het verbeterplan"),
        "{problems}"
    );

    let mut book: Xlsx<_> = open_workbook(folder.path().join("reports/vergelijking.xlsx")).unwrap();
    let sheet = book.worksheet_range("Verbeterplan").unwrap();
    let shown = |cell: &Data| match cell {
        // A weighted mean of a single figure may differ from it in the last bit.
        Data::Float(figure) => ((figure * 1e9).round() / 1e9).to_string(),
        cell => cell.to_string(),
    };
    let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(shown).collect()).collect();
    let row = |id: &str| {
        let found = rows
            .iter()
            .find(|row| row[0].ends_with(id))
            .unwrap_or_else(|| panic!("{id} in {rows:?}"));
        [&found[2..7], &found[1..2]].concat().join("|")
    };
    assert_eq!(
        row("Punt"),
        "Status|Gereed op|Score 2026|Score 2027|Echt verschil|Wat ervan kwam"
    );
    assert_eq!(row("BES-01.vgv"), "Gereed|1 juli 2027|25|50|25|Gereed en verbeterd");
    assert_eq!(row("BES-03"), "Gereed||50|50|0|Gereed, nog zonder effect");
    // Zeeburg scores 100 and Duinstad 50, so the score is 75 although nothing really changed.
    assert_eq!(row("PRE-01"), "Loopt||50|75|0|Loopt, nog zonder effect");
    assert_eq!(row("MON-02"), "–||50|50|0|Zonder status; de vraag bleef gelijk");
    let all = rows.concat().concat();
    assert!(!all.contains("Veenhuis") && !all.contains("bijeenkomen"), "{all}");

    // A report named directly is read as well; the JSON keeps the keys of the contract.
    let named = ["in", "reports/proefland-2026.xlsx", "--json", "-o", "named"];
    let output = compare(folder.path(), &named);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains(printed));
    let json = std::fs::read_to_string(folder.path().join("named/vergelijking.json")).unwrap();
    assert!(!json.contains("plan"));
}

#[test]
fn a_comparison_to_share_has_no_plan() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    two_years(&folder.path().join("in"));
    report(&folder.path().join("reports/proefland-2026.xlsx"), &POINTS);
    let output = compare(folder.path(), &["in", "reports", "--delen"]);
    assert!(output.status.success());
    assert!(!text(&output.stdout).contains("verbeterplan"));
    let book: Xlsx<_> = open_workbook(folder.path().join("reports/vergelijking.xlsx")).unwrap();
    assert!(!book.sheet_names().contains(&"Verbeterplan".to_owned()));
}

#[test]
fn two_plans_of_one_region_and_year_are_not_mixed() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("in")).unwrap();
    two_years(&folder.path().join("in"));
    report(&folder.path().join("a/een.xlsx"), &POINTS[..1]);
    report(&folder.path().join("b/twee.xlsx"), &POINTS[1..2]);
    let output = compare(folder.path(), &["in", "a", "b"]);
    assert_eq!(output.status.code(), Some(0));
    let problems = text(&output.stderr);
    let printed = "R09  ook in 'a/een.xlsx' staat een ingevuld verbeterplan van proefland 2026; dat telt, en dit niet.";
    assert!(
        problems.contains("b/twee.xlsx\n") && problems.contains(printed),
        "{problems}"
    );
    assert!(text(&output.stdout).contains("Het ene punt van het verbeterplan dat gereed is, is ook vooruitgegaan."));
}

#[test]
fn merged_municipalities_are_reported_and_combined() {
    let folder = tempfile::tempdir().unwrap();
    let books = folder.path().join("in");
    std::fs::create_dir(&books).unwrap();
    let known = editions();
    let answers = |number| [("PRE-01", level(number)), ("PRE-03", of(2.0, 5.0))];
    save(&books, &known, &book(&known[0], 2026, Some("Duinstad"), &answers(2)));
    save(&books, &known, &book(&known[0], 2026, Some("Veenwold"), &answers(0)));
    save(&books, &known, &book(&known[0], 2027, Some("Duinveen"), &answers(3)));
    let merger = Merger {
        name: "Duinveen".to_owned(),
        formerly: vec!["Duinstad".to_owned(), "Veenwold".to_owned()],
    };
    let filled = Submission {
        context: Context {
            mergers: vec![merger],
            ..Context::default()
        },
        ..book(&known[0], 2027, None, &[("MON-01", level(2))])
    };
    let order = Order {
        region: Some(filled.region.clone()),
        year: Some(2027),
        municipalities: vec![Expected {
            name: "Duinveen".to_owned(),
            inhabitants: Some(83_000.0),
        }],
        filled: Some(filled),
        ..Order::blank(ketenscan::questionnaire::Role::Region)
    };
    std::fs::write(books.join("regio.xlsx"), template::write(&known[0], &order).unwrap()).unwrap();

    let output = compare(folder.path(), &["in"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let printed = text(&output.stdout);
    // PRE-01 (weight 2): (50 + 0)/2 = 25 became 75. PRE-03 (weight 3) stayed: 2/5 of 0.8 is 50. (2·50)/5 more.
    let expected =
        "  Duinstad en Veenwold zijn samen Duinveen.\n  Preventie steeg 20,0 punten; dat is echte verbetering.";
    assert!(printed.contains(expected), "{printed}");
    let mut book: Xlsx<_> = open_workbook(folder.path().join("reports/vergelijking.xlsx")).unwrap();
    let sheet = book.worksheet_range("Vergelijkbaarheid").unwrap();
    let said = |words: &str| sheet.used_cells().any(|(_, _, cell)| *cell == *words);
    assert!(said("Samengegaan") && said("Duinstad en Veenwold zijn samen Duinveen."));

    let shared = text(&compare(folder.path(), &["in", "--delen", "-o", "delen"]).stdout);
    assert!(!shared.contains("Duin") && !shared.contains("samen"), "{shared}");
}
