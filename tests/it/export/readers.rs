//! The programs that analysts use, each of which reads every table as a whole with the code in docs/analyse.md.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};
use tempfile::TempDir;

use super::{AWKWARD, DEMO, awkward, from_document};
use crate::programs::{files_in, ketenscan, script, succeed};

/// The tables, as folders of the export.
const TABLES: [&str; 9] = [
    "antwoorden",
    "scores",
    "ambities",
    "planpunten",
    "vragen",
    "stappen",
    "themas",
    "verschijningsvormen",
    "perspectieven",
];

/// An export of the demo's region and of one with an awkward name in another year, in three formats.
fn exports() -> TempDir {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    succeed(ketenscan(["demo", "--stil"]).current_dir(root));
    awkward(&root.join("in"));
    let books = format!("reports/demo/ingevuld/{DEMO}");
    for format in ["parquet", "csv", "csv-nl"] {
        let to = format!("{format}/export");
        succeed(ketenscan(["exporteer", "in", &books, "--stil", "--formaat", format, "-o", &to]).current_dir(root));
    }
    folder
}

/// What a program finds in tables that this code opens.
fn found(root: &Path, format: &str, program: &str, code: &str, tables: &[&str]) -> Map<String, Value> {
    let job = json!({ "folder": root.join(format), "program": program, "code": code, "tables": tables });
    match script("python3", "export/readers.py", &job) {
        Value::Object(found) => found,
        other => panic!("{program}: {other}"),
    }
}

/// How many lines a table has in CSV; none of its fields holds a line break.
fn lines_of(root: &Path, table: &str) -> usize {
    let files = files_in(&root.join("csv/export").join(table));
    let lines = files
        .iter()
        .map(|file| fs::read_to_string(file).unwrap().lines().count() - 1);
    lines.sum()
}

#[test]
#[ignore = "needs Python with pandas, Polars, PyArrow, DuckDB and Spark, and R"]
fn every_program_reads_the_same_answers_and_scores_as_the_document_says() {
    let folder = exports();
    let root = folder.path();
    let first = "# openen: PyArrow";
    let both = ["antwoorden", "scores"];
    let expected = found(root, "parquet", "PyArrow", &from_document(first), &both);
    for table in both {
        assert_eq!(expected[table]["lines"], lines_of(root, table), "{table}");
        let columns = &expected[table]["columns"];
        assert_eq!(columns["region"]["values"], json!([AWKWARD, "Voorbeeldland"]));
        assert_eq!(columns["year"]["values"], json!(["2026", "2027"]));
        assert!(columns["score"]["sum"].as_f64().unwrap() > 1000.0, "{table}");
    }
    for (format, program, block) in [
        ("parquet", "pandas", "# openen: pandas"),
        ("csv-nl", "pandas", "# openen: csv-nl"),
        ("parquet", "Polars", "# openen: Polars"),
        ("parquet", "DuckDB", "-- openen: Parquet"),
        ("csv", "DuckDB", "-- openen: CSV"),
        ("parquet", "Spark", "# openen: Spark"),
        ("csv-nl", "R", "# openen: R"),
    ] {
        let read = found(root, format, program, &from_document(block), &both);
        for table in both {
            assert_eq!(read[table]["lines"], expected[table]["lines"], "{block}, {table}");
            let columns = expected[table]["columns"].as_object().unwrap();
            let own = read[table]["columns"].as_object().unwrap();
            assert_eq!(own.len(), columns.len(), "{block}, {table}: {:?}", own.keys());
            for (name, column) in columns {
                let ours = &own[name];
                assert_eq!(ours["count"], column["count"], "{block}, {table}.{name}");
                match column["sum"].as_f64() {
                    Some(sum) => {
                        let ours = ours["sum"]
                            .as_f64()
                            .unwrap_or_else(|| panic!("{block}, {table}.{name}: {ours}"));
                        assert!((ours - sum).abs() < 1e-6, "{block}, {table}.{name}: {ours}, not {sum}");
                    }
                    // Whole numbers in a column with gaps become figures in pandas: 3 becomes 3.0, of which the sum is told.
                    None if ours.get("sum").is_some() => assert_eq!(name, "step", "{block}, {table}"),
                    None => assert_eq!(ours["values"], column["values"], "{block}, {table}.{name}"),
                }
            }
        }
    }
}

#[test]
#[ignore = "needs Python with pandas, Polars, PyArrow and Spark"]
fn every_folder_is_one_table_however_it_is_opened() {
    let folder = exports();
    let root = folder.path();
    let ways = [
        ("pandas", "import pandas", "pandas.read_parquet(map)"),
        ("Polars", "import polars", "polars.read_parquet(map)"),
        (
            "Polars",
            "import polars",
            "polars.scan_parquet(map + '/**/*.parquet').collect()",
        ),
        // How `open_dataset` of R's package `arrow` opens a folder: by the same library, which looks for `key=value` in paths.
        (
            "PyArrow",
            "import pyarrow.dataset",
            "pyarrow.dataset.dataset(map, partitioning='hive').to_table()",
        ),
        ("Spark", "", "spark.read.parquet(map)"),
    ];
    for (program, import, open) in ways {
        let code =
            format!("{import}\nfor naam in {TABLES:?}:\n    map = 'export/' + naam\n    globals()[naam] = {open}\n");
        let read = found(root, "parquet", program, &code, &TABLES);
        for table in TABLES {
            assert_eq!(read[table]["lines"], lines_of(root, table), "{open}, {table}");
        }
    }
}

#[test]
#[ignore = "needs Python with pandas and PyArrow"]
fn the_documented_example_names_the_lowest_questions_in_words() {
    let folder = exports();
    let code = from_document("# openen: pandas") + &from_document("# voorbeeld: pandas");
    let read = found(folder.path(), "parquet", "pandas", &code, &["laagste"]);
    let columns = &read["laagste"]["columns"];
    assert_eq!(read["laagste"]["lines"], 5);
    for column in ["question", "short", "score"] {
        assert_eq!(columns[column]["count"], 5, "{column}");
    }
}
