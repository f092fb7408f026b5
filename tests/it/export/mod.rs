//! `exporteer`: the tables contain everything that the scores are based on; the SQL in the documentation reproduces
//! `rapport --json`.
//!
//! The ignored tests need a `python3` with `tests/requirements.txt`, and for Spark a Java runtime.

mod dutch;
mod explained;
mod readers;

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::programs::{files_in, ketenscan, run, script, succeed};
use ketenscan::demo;
use ketenscan::export;
use ketenscan::export::csv::{self, Dialect};
use ketenscan::questionnaire::builtin;
use ketenscan::workbook::template;
use ketenscan_testing::region::{Workbook, asking, level, of, scored};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Questions of the worked example, and one of the region for each of two practices.
const QUESTIONS: [(&str, &str); 3] = [
    ("PRE-01", "weight = 2"),
    ("PRE-02", "kind = 'share'; target = 1.0; norm = 100"),
    (
        "BES-01",
        "role = 'regio'; per_practice = true; practices = ['vgv', 'eer']",
    ),
];

#[test]
fn every_workbook_has_a_line_for_each_of_its_questions_and_none_is_left_out() {
    let asked = asking(&QUESTIONS);
    let in_region = scored(
        &asked,
        [
            Workbook::of_municipality(&asked, "Aadorp")
                .says("PRE-01", level(3))
                .says("PRE-02", of(2.0, 4.0))
                .filled_in_by("adviseur"),
            Workbook::of_municipality(&asked, "Aadorp")
                .says("PRE-01", ketenscan::answers::Answer::NotApplicable)
                .leaves_out("PRE-02")
                .filled_in_by("teamleider"),
            Workbook::of_region(&asked)
                .seen_from("opvang")
                .says("BES-01.eer", ketenscan::answers::Answer::Unknown)
                .leaves_out("BES-01.vgv")
                .expects("Aadorp", Some(30_000.0))
                .expects("Zeedorp, \"Oost\"", None),
        ],
    );
    let zeros = "0".repeat(64);
    let expected = format!(
        "\
region,year,edition,municipality,perspective,question,practice,step,theme,role,state,score,weight,norm,sha256,inhabitants,questionnaire
Proefregio,2026,2026,,opvang,BES-01.eer,eer,5,regie,regio,unknown,,0.5,75.0,{zeros},,proef
Proefregio,2026,2026,,,BES-01.vgv,vgv,5,regie,regio,missing,,0.5,75.0,,,proef
Proefregio,2026,2026,Aadorp,gemeente,PRE-01,,1,regie,gemeente,answered,75.0,2.0,75.0,{zeros},30000.0,proef
Proefregio,2026,2026,Aadorp,gemeente,PRE-02,,1,regie,gemeente,answered,50.0,1.0,100.0,{zeros},30000.0,proef
Proefregio,2026,2026,Aadorp,gemeente,PRE-01,,1,regie,gemeente,not_applicable,,2.0,75.0,{zeros},30000.0,proef
Proefregio,2026,2026,\"Zeedorp, \"\"Oost\"\"\",,PRE-01,,1,regie,gemeente,missing,,2.0,75.0,,,proef
Proefregio,2026,2026,\"Zeedorp, \"\"Oost\"\"\",,PRE-02,,1,regie,gemeente,missing,,1.0,100.0,,,proef
"
    );
    let table = export::answers(&asked, &in_region.region);
    assert_eq!(
        csv::write(&table, Dialect::International).replace("\r\n", "\n"),
        expected
    );
}

#[test]
fn scores_are_in_one_table_with_the_keys_of_the_report() {
    let asked = asking(&QUESTIONS[..2]);
    let books = [
        Workbook::of_municipality(&asked, "Aadorp")
            .says("PRE-01", level(3))
            .says("PRE-02", of(2.0, 4.0)),
        Workbook::of_municipality(&asked, "Bedorp").says("PRE-02", of(3.0, 4.0)),
    ];
    let found = scored(&asked, books);
    let written = csv::write(
        &export::scores(&asked, &found.region, &found.score),
        Dialect::International,
    );
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!(
        lines[0],
        "region,year,level,key,score,low,high,norm,gap,coverage,status,step,applicable,questionnaire,edition"
    );
    // q1: one scored 75, the other did not answer: low 37.5, high 87.5, c 1/2. q2: (50 + 75)/2 = 62.5 against 100, c 1.
    // Step: S = (2·75 + 62.5)/3, L = (2·37.5 + 62.5)/3, U = (2·87.5 + 62.5)/3, N = 250/3, G = 37.5/3, C = 2/3.
    let step = "Proefregio,2026,step,stap-1,70.83333333333333,45.833333333333336,79.16666666666667,83.33333333333333,12.5,0.6666666666666666,below_norm,1,1.0,proef,2026";
    assert_eq!(lines[3], step);
    assert!(lines.contains(&"Proefregio,2026,question,PRE-01,75.0,37.5,87.5,75.0,0.0,0.5,,1,,proef,2026"));
    assert!(lines.contains(&"Proefregio,2026,question,PRE-02,62.5,62.5,62.5,100.0,37.5,1.0,,1,,proef,2026"));
    assert_eq!(lines[1], "Proefregio,2026,chain,chain,,,,,,,,,,proef,2026");
    // The header, the chain, eight steps, five themes and two questions.
    assert_eq!(lines.len(), 1 + 1 + 8 + 5 + 2);
}

/// Folder of the demo's workbooks for one region and year.
const DEMO: &str = "voorbeeldland-2026";
const AWKWARD: &str = "'s-Súd/Noord: 100%";

/// Saves the demo's workbooks under another region and year, without the region's own workbook and with two respondents
/// from one perspective in Duinstad.
fn awkward(folder: &Path) {
    awkward_named(AWKWARD, folder);
}

fn awkward_named(region: &str, folder: &Path) {
    let questionnaire = builtin();
    let story = demo::story();
    let books = story.iter().flat_map(demo::books);
    let orders: Vec<_> = books
        .filter(|book| book.folder() == DEMO)
        .map(|book| (book.file(), book.order(&questionnaire)))
        .collect();
    let second = orders
        .iter()
        .find(|(name, _)| name == "rietmeer-gemeente.xlsx")
        .cloned();
    let (_, mut second) = second.expect("Rietmeer has a workbook in the demo");
    second.municipality = Some("Duinstad".to_owned());
    if let Some(filled) = &mut second.filled {
        filled.respondent = Some("teamleider".into());
    }
    let own = |name: &str| name == "voorbeeldland-regio.xlsx";
    let others = orders.into_iter().filter(|(name, _)| !own(name));
    for (name, mut order) in others.chain([("tweede.xlsx".to_owned(), second)]) {
        order.region = Some(region.to_owned());
        order.year = Some(2027);
        order.municipalities = Vec::new();
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join(name), template::write(&questionnaire, &order).unwrap()).unwrap();
    }
}

fn in_folder(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    run(ketenscan(arguments).current_dir(folder))
}

#[test]
fn each_region_and_year_has_its_own_file_and_none_is_replaced_unasked() {
    let folder = tempfile::tempdir().unwrap();
    awkward(&folder.path().join("in"));
    succeed(ketenscan(["demo", "--stil"]).current_dir(folder.path()));
    let all = [
        "exporteer",
        "in",
        "reports/demo/ingevuld/voorbeeldland-2026",
        "-o",
        "uit",
    ];

    let demo_only = in_folder(
        folder.path(),
        &["exporteer", "reports/demo/ingevuld/voorbeeldland-2026", "-o", "uit"],
    );
    assert_eq!(
        (demo_only.0, demo_only.1.as_str()),
        (
            Some(0),
            "1 regio en jaar: 624 regels in antwoorden, 168 regels in scores.\n"
        )
    );
    let written = folder.path().join("uit/antwoorden/voorbeeldland-2026.parquet");
    let before = fs::read(&written).unwrap();

    let (status, _, printed) = in_folder(folder.path(), &all);
    assert_eq!(status, Some(2));
    assert!(printed.contains("bestaat al; kies een andere map met -o"), "{printed}");
    assert_eq!(
        files_in(&folder.path().join("uit/antwoorden")).len(),
        1,
        "a refusal writes nothing"
    );

    let (status, _, printed) = in_folder(folder.path(), &[&all[..], &["--overschrijf"]].concat());
    assert_eq!(status, Some(0), "{printed}");
    assert_eq!(
        fs::read(&written).unwrap(),
        before,
        "the same input gives the same bytes"
    );
    assert!(folder.path().join("uit/scores/s-sud-noord-100-2027.parquet").is_file());
}

#[test]
fn two_regions_whose_tables_would_have_one_name_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    awkward(&folder.path().join("in"));
    awkward_named("s Sud Noord 100", &folder.path().join("in/ook"));
    let (status, said, printed) = in_folder(folder.path(), &["exporteer", "in", "-o", "uit"]);
    assert_eq!((status, said.as_str()), (Some(2), ""));
    let expected = "Gestopt: twee regio's of vragenlijsten zouden allebei in 'antwoorden/s-sud-noord-100-2027.parquet' komen; \
                    zet ze elk apart in tabellen.";
    assert!(printed.contains(expected), "{printed}");
    assert!(!folder.path().join("uit").exists());
}

#[test]
fn an_error_in_the_input_leaves_nothing_written() {
    let folder = tempfile::tempdir().unwrap();
    awkward(&folder.path().join("in"));
    fs::write(folder.path().join("in/leeg.xlsx"), "").unwrap();
    let (status, said, printed) = in_folder(folder.path(), &["exporteer", "in", "-o", "uit", "--formaat", "csv"]);
    assert_eq!((status, said.as_str()), (Some(1), ""));
    assert!(
        printed.contains("fout W01") && printed.contains("Er is niets geschreven."),
        "{printed}"
    );
    assert!(!folder.path().join("uit").exists());
}

/// The block in docs/analyse.md that begins with this line.
fn from_document(first_line: &str) -> String {
    let document = include_str!("../../../docs/analyse.md");
    let start = format!("\n{first_line}\n");
    let (_, rest) = document.split_once(&start).unwrap_or_else(|| panic!("no '{start}'"));
    rest.split("```").next().unwrap_or_default().to_owned()
}

/// The demo's region, one with an awkward name, and random ones with everything that workbooks can contain.
fn regions() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = |name: &str| folder.path().join(name);
    succeed(ketenscan(["demo", "--stil", "-o"]).arg(path("demo")));
    awkward(&path("in/awkward"));
    fs::rename(path("demo/ingevuld").join(DEMO), path("in/demo")).unwrap();
    succeed(ketenscan(["sjabloon", "-o"]).arg(path("templates")));
    succeed(
        Command::new("python3")
            .arg(root.join("tests/independent/random_regions.py"))
            .args(["--count", "12", "--seed", "20261121", "--templates"])
            .arg(path("templates"))
            .arg("--questionnaire")
            .arg(root.join("questionnaires/2026"))
            .arg("--out")
            .arg(path("in/random")),
    );
    folder
}

/// The lines that a query returns on the export in a folder.
fn lines(engine: &str, folder: &Path, opening: &str, query: &str) -> Vec<Value> {
    let open: Vec<String> = from_document(opening).split(';').map(|s| s.trim().to_owned()).collect();
    let open: Vec<&String> = open.iter().filter(|statement| !statement.is_empty()).collect();
    let job = json!({ "engine": engine, "folder": folder, "open": open, "query": query });
    let Value::Array(lines) = script("python3", "export/sql.py", &job) else {
        panic!("the script gives a list");
    };
    lines
}

/// Checks the results of the SQL against every step in every report; returns the number of steps checked.
fn agrees(lines: &[Value], reports: &Path) -> usize {
    let mut held = 0;
    let mut regions = 0;
    for path in files_in(reports)
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
    {
        let report: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        regions += 1;
        for step in report["steps"].as_array().unwrap() {
            let found = lines.iter().find(|line| {
                line["region"] == report["region"] && line["year"] == report["year"] && line["step"] == step["number"]
            });
            for figure in ["score", "low", "high", "norm", "gap", "coverage", "applicable"] {
                let ours = found.map_or(&Value::Null, |line| &line[figure]);
                let same = match (ours.as_f64(), step[figure].as_f64()) {
                    (Some(ours), Some(theirs)) => (ours - theirs).abs() <= 1e-9,
                    (ours, theirs) => ours == theirs,
                };
                assert!(
                    same,
                    "{}, step {}, {figure}: {ours} in SQL, {}",
                    report["region"], step["number"], step[figure]
                );
            }
            let status = found.map_or("insufficient", |line| line["status"].as_str().unwrap());
            assert_eq!(status, step["status"], "{}, step {}", report["region"], step["number"]);
            held += usize::from(found.is_some());
        }
    }
    assert_eq!(held, lines.len(), "every line of SQL is a step of a report");
    assert!(regions > 0);
    held
}

#[test]
#[ignore = "needs Python with DuckDB, Spark and openpyxl"]
fn the_documented_sql_recomputes_every_step() {
    let folder = regions();
    let root = folder.path();
    succeed(ketenscan(["rapport", "in", "--json", "--stil"]).current_dir(root));
    succeed(ketenscan(["exporteer", "in", "--stil", "-o", "export"]).current_dir(root));
    let open = "-- openen: Parquet";
    let query = from_document("-- stappen");
    // 14 regions; a step that applies to nobody has no line.
    let held = agrees(&lines("duckdb", root, open, &query), &root.join("reports"));
    assert!(held > 14 * 6, "{held}");
    assert_eq!(agrees(&lines("spark", root, open, &query), &root.join("reports")), held);
    let csv = ["exporteer", "in", "--stil", "-o", "csv/export", "--formaat", "csv"];
    succeed(ketenscan(csv).current_dir(root));
    let steps = lines("duckdb", &root.join("csv"), "-- openen: CSV", &query);
    assert_eq!(agrees(&steps, &root.join("reports")), held);

    // The difficult cases do occur.
    let number = |query: &str| lines("duckdb", root, open, query)[0]["n"].as_i64().unwrap();
    let silent = |role: &str| {
        number(&format!(
            "SELECT count(*) AS n FROM antwoorden WHERE sha256 IS NULL AND role = '{role}'"
        ))
    };
    assert!(silent("gemeente") > 0 && silent("regio") > 0);
    let twice = "SELECT count(*) AS n FROM (SELECT region, year, municipality, perspective, question FROM antwoorden \
         WHERE score IS NOT NULL GROUP BY region, year, municipality, perspective, question HAVING count(*) > 1) AS twice";
    assert!(number(twice) > 0, "several respondents from one perspective");
    let scores = "SELECT count(*) AS n FROM scores WHERE level = 'step'";
    assert_eq!(number(scores), 14 * 8);
}

#[test]
#[ignore = "needs Python with DuckDB"]
fn the_documented_sql_weights_by_inhabitants_as_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    succeed(ketenscan(["demo", "--stil"]).current_dir(root));
    let books = "reports/demo/ingevuld/voorbeeldland-2026";
    let report = ["rapport", books, "--json", "--weging", "inwoners", "-o", "gewogen"];
    succeed(ketenscan(report).current_dir(root));
    succeed(ketenscan(["exporteer", books, "-o", "export"]).current_dir(root));
    let weighed = "CASE WHEN role = 'regio' THEN 1 ELSE inhabitants END";
    assert!(include_str!("../../../docs/analyse.md").contains(weighed));
    let query = from_document("-- stappen").replace("CAST(1 AS DOUBLE)", weighed);
    let steps = lines("duckdb", root, "-- openen: Parquet", &query);
    assert_eq!(agrees(&steps, &root.join("gewogen")), 8);
}
