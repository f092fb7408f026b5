//! What tables say of themselves: the document and the data package explain each column, keys refer to tables that exist,
//! and a Parquet file says in its footer what it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use ketenscan::export::data_package::{DataPackage, Files};
use ketenscan::export::{self, Column, Table, Values, parquet_file};
use ketenscan::questionnaire::builtin;
use ketenscan_testing::region::{Workbook, asking, level, scored};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{DEMO, QUESTIONS, awkward, from_document, lines};
use crate::programs::{ketenscan, script, succeed};

/// Hands all tables of a small region to a check, in the order of the document.
fn with_tables<T>(check: impl FnOnce(&[Table]) -> T) -> T {
    let asked = asking(&QUESTIONS);
    let books = [
        Workbook::of_municipality(&asked, "Aadorp").says("PRE-01", level(1)),
        Workbook::of_region(&asked).expects("Aadorp", None),
    ];
    let found = scored(&asked, books);
    check(&[
        export::answers(&asked, &found.region),
        export::scores(&asked, &found.region, &found.score),
        export::ambitions(&found.region),
        export::plan(&asked, &found.region, &found.score),
        export::questions(&asked),
        export::steps(&asked),
        export::themes(&asked),
        export::practices(&asked),
        export::perspectives(&asked),
    ])
}

/// A line of the document about a column.
fn explanation(column: &Column) -> String {
    let kind = match column.values {
        Values::Text(_) => "tekst",
        Values::Whole(_) => "geheel getal",
        Values::Figure(_) => "getal",
        Values::Flag(_) => "ja of nee",
    };
    let or_none = if column.may_lack { " of leeg" } else { "" };
    let unit = column.unit.map_or(String::new(), |unit| format!(" ({unit})"));
    format!("| `{}` | {kind}{or_none} | {}{unit} |", column.name, column.meaning)
}

#[test]
fn the_document_explains_every_column_in_the_words_of_the_data_package() {
    let document = include_str!("../../../docs/analyse.md");
    with_tables(|tables| {
        for table in tables {
            let (_, section) = document
                .split_once(&format!("## De tabel {}\n", table.name))
                .expect("a section");
            let section = section.split("\n## ").next().unwrap_or_default();
            let explained = section.lines().filter(|line| line.starts_with("| `"));
            let columns: Vec<String> = table.columns.iter().map(explanation).collect();
            assert_eq!(explained.collect::<Vec<_>>(), columns, "{}", table.name);
        }
    });
}

#[test]
fn keys_are_unique_and_every_reference_finds_its_line() {
    let shown = |column: &Column, line: usize| match &column.values {
        Values::Text(values) => values[line].map(str::to_owned),
        Values::Whole(values) => values[line].map(|value| value.to_string()),
        Values::Figure(values) => values[line].map(|value| value.to_string()),
        Values::Flag(values) => values[line].map(|value| value.to_string()),
    };
    let tuples = |table: &Table, names: &[&str]| -> Vec<Vec<Option<String>>> {
        let columns: Vec<&Column> = names
            .iter()
            .map(|name| {
                table
                    .columns
                    .iter()
                    .find(|column| column.name == *name)
                    .expect("a column")
            })
            .collect();
        let of_line = |line| columns.iter().map(|column| shown(column, line)).collect();
        (0..table.lines()).map(of_line).collect()
    };
    with_tables(|tables| {
        let by_name: BTreeMap<&str, &Table> = tables.iter().map(|table| (table.name, table)).collect();
        let mut followed = 0;
        for table in tables {
            assert!(table.lines() > 0, "{}", table.name);
            for column in &table.columns {
                let lacks = tuples(table, &[column.name]).contains(&vec![None]);
                assert!(column.may_lack || !lacks, "{}.{}", table.name, column.name);
            }
            if !table.key.is_empty() {
                let keys: BTreeSet<_> = tuples(table, table.key).into_iter().collect();
                assert_eq!(keys.len(), table.lines(), "{}", table.name);
            }
            for reference in &table.references {
                let known = tuples(by_name[reference.table], reference.columns);
                for own in tuples(table, reference.columns) {
                    let is_whole = own.iter().all(Option::is_some);
                    assert!(!is_whole || known.contains(&own), "{}: {own:?}", table.name);
                    followed += usize::from(is_whole);
                }
            }
        }
        assert!(followed > 20, "{followed}");
    });
}

#[test]
fn a_point_of_the_plan_has_its_gap_and_nothing_that_people_wrote() {
    with_tables(|tables| {
        let plan = &tables[3];
        // Level 1 of 4 is 25, half of the norm of 75 is missing; the weight of the question is 2.
        let column = |name: &str| &plan.columns.iter().find(|column| column.name == name).unwrap().values;
        assert_eq!(*column("question"), Values::Text(vec![Some("PRE-01")]));
        assert_eq!(*column("rank"), Values::Whole(vec![Some(1)]));
        assert_eq!(*column("gap"), Values::Figure(vec![Some(50.0)]));
        assert_eq!(*column("priority"), Values::Figure(vec![Some(100.0)]));
        let texts = plan
            .columns
            .iter()
            .filter(|column| matches!(column.values, Values::Text(_)));
        let texts: Vec<&str> = texts.map(|column| column.name).collect();
        assert_eq!(texts, ["region", "questionnaire", "question"]);
    });
}

#[test]
fn files_of_one_table_are_one_resource() {
    with_tables(|tables| {
        let mut package = DataPackage::new(Files::Parquet);
        package.follow(&builtin());
        for name in ["a", "b"] {
            package.add(&tables[1], format!("scores/{name}.parquet"));
        }
        let package: Value = serde_json::from_str(&package.json().unwrap()).unwrap();
        let resources = package["resources"].as_array().unwrap();
        assert_eq!(resources.len(), 1);
        assert_eq!(resources[0]["path"], json!(["scores/a.parquet", "scores/b.parquet"]));
        let score = &resources[0]["schema"]["fields"][4];
        assert_eq!(
            *score,
            json!({
                "name": "score",
                "type": "number",
                "description": "de score; leeg als er te weinig voor een score is",
                "unit": "punten op een schaal van 0 tot en met 100",
                "constraints": { "required": false }
            })
        );
        assert_eq!(package["questionnaires"][0]["sha256"], builtin().sha256);
    });
}

#[test]
fn parquet_keeps_types_values_and_absences_and_says_what_it_is() {
    let columns = vec![
        Column::new("naam", "", Values::Text(vec![Some("Súdwest"), None, Some("=1+1")])),
        Column::new("aantal", "", Values::Whole(vec![None, Some(-3), Some(2026)])),
        Column::new("cijfer", "", Values::Figure(vec![Some(100.0 / 3.0), None, Some(75.0)])),
        Column::new("klopt", "", Values::Flag(vec![Some(true), Some(false), None])),
    ];
    let table = Table {
        name: "proef",
        meaning: "",
        key: &[],
        references: Vec::new(),
        columns,
    };
    let asked = asking(&QUESTIONS);
    let bytes = parquet_file::write(&table, &export::facts(&table, &asked)).unwrap();
    assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));

    let folder = TempDir::new().unwrap();
    let path = folder.path().join("part.parquet");
    fs::write(&path, bytes).unwrap();
    let reader = SerializedFileReader::new(fs::File::open(path).unwrap()).unwrap();
    let rows: Vec<Vec<Field>> = reader
        .get_row_iter(None)
        .unwrap()
        .map(|row| {
            row.unwrap()
                .into_columns()
                .into_iter()
                .map(|(_, field)| field)
                .collect()
        })
        .collect();
    let text = |text: &str| Field::Str(text.to_owned());
    let expected = [
        vec![
            text("Súdwest"),
            Field::Null,
            Field::Double(100.0 / 3.0),
            Field::Bool(true),
        ],
        vec![Field::Null, Field::Int(-3), Field::Null, Field::Bool(false)],
        vec![text("=1+1"), Field::Int(2026), Field::Double(75.0), Field::Null],
    ];
    assert_eq!(rows, expected);
    let footer = reader.metadata().file_metadata().key_value_metadata().unwrap();
    let footer: Vec<(&str, &str)> = footer
        .iter()
        .map(|fact| (fact.key.as_str(), fact.value.as_deref().unwrap_or_default()))
        .collect();
    let program = concat!("ketenscan ", env!("CARGO_PKG_VERSION"));
    let expected = [
        ("ketenscan.format", "ketenscan-export/1"),
        ("ketenscan.generated_by", program),
        ("ketenscan.table", "proef"),
        ("ketenscan.questionnaire.id", "proef"),
        ("ketenscan.questionnaire.edition", "2026"),
        ("ketenscan.questionnaire.sha256", &asked.sha256),
    ];
    assert_eq!(footer, expected);
}

#[test]
#[ignore = "needs Python with DuckDB"]
fn the_documented_sql_shows_what_a_footer_says() {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    succeed(ketenscan(["demo", "--stil"]).current_dir(root));
    let books = format!("reports/demo/ingevuld/{DEMO}");
    succeed(ketenscan(["exporteer", &books, "-o", "export", "--stil"]).current_dir(root));
    let found = lines("duckdb", root, "-- openen: Parquet", &from_document("-- voettekst"));
    let found: BTreeMap<&str, &str> = found
        .iter()
        .map(|line| (line["key"].as_str().unwrap(), line["value"].as_str().unwrap()))
        .collect();
    assert_eq!(found.len(), 6, "{found:?}");
    assert_eq!(found["ketenscan.table"], "antwoorden");
    assert_eq!(found["ketenscan.questionnaire.sha256"], builtin().sha256);
}

#[test]
#[ignore = "needs Python with Frictionless and PyArrow"]
fn the_data_package_is_valid_and_so_is_all_that_it_describes() {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    succeed(ketenscan(["demo", "--stil"]).current_dir(root));
    awkward(&root.join("in"));
    let books = format!("reports/demo/ingevuld/{DEMO}");
    let wrong = |format: &str| {
        script(
            "python3",
            "export/data_package.py",
            &json!({ "folder": root.join(format) }),
        )
    };
    for format in ["parquet", "csv", "csv-nl"] {
        let export = ["exporteer", "in", &books, "--stil", "--formaat", format, "-o", format];
        succeed(ketenscan(export).current_dir(root));
        assert_eq!(wrong(format), json!([]), "{format}");
    }
    // It would notice: a question that no table explains, a text where a figure belongs, a description that is none.
    let spoil = |file: &str, from: &str, to: &str| {
        let path = root.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file}");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
    };
    spoil("csv/antwoorden/voorbeeldland-2026.csv", ",PRE-01,", ",PRE-99,");
    assert!(wrong("csv").to_string().contains("PRE-99"), "{}", wrong("csv"));
    spoil(
        "csv-nl/scores/scores-voorbeeldland-2026.csv",
        ";\"75,0\";",
        ";\"75.0\";",
    );
    assert!(wrong("csv-nl").to_string().contains("75.0"), "{}", wrong("csv-nl"));
    spoil(
        "parquet/datapackage.json",
        "\"type\": \"string\"",
        "\"type\": \"integer\"",
    );
    assert!(
        wrong("parquet").to_string().contains("region is string"),
        "{}",
        wrong("parquet")
    );
}
