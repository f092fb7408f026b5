//! Tables for spreadsheets in Dutch: CSV with semicolons, decimal commas and a byte order mark.

use std::fs;

use ketenscan::export::csv::{self, Dialect};
use ketenscan::export::{answers, scores};
use ketenscan_testing::region::{Workbook, asking, level, of, scored};
use tempfile::TempDir;

use super::{AWKWARD, QUESTIONS, awkward, in_folder};

#[test]
fn a_small_region_byte_by_byte() {
    let asked = asking(&QUESTIONS[..2]);
    let books = [
        Workbook::of_municipality(&asked, "Aadorp")
            .says("PRE-01", level(3))
            .says("PRE-02", of(1.0, 3.0)),
        Workbook::of_region(&asked)
            .seen_from("opvang")
            .expects("Aadorp", Some(1_030_000.0))
            .expects("Zeedorp; \"Oost\"", None)
            .expects("@Súd", None),
    ];
    let found = scored(&asked, books);
    let zeros = "0".repeat(64);
    let header = "region;year;edition;municipality;perspective;question;practice;step;theme;role;state;score;weight;norm;sha256;inhabitants;questionnaire";
    // A third of what PRE-02 asks for: a score of 100/3.
    let expected = [
        format!("\u{feff}{header}"),
        "Proefregio;2026;2026;'@Súd;;PRE-01;;1;regie;gemeente;missing;;\"2,0\";\"75,0\";;;proef".to_owned(),
        "Proefregio;2026;2026;'@Súd;;PRE-02;;1;regie;gemeente;missing;;\"1,0\";\"100,0\";;;proef".to_owned(),
        format!(
            "Proefregio;2026;2026;Aadorp;gemeente;PRE-01;;1;regie;gemeente;answered;\"75,0\";\"2,0\";\"75,0\";{zeros};\"1030000,0\";proef"
        ),
        format!(
            "Proefregio;2026;2026;Aadorp;gemeente;PRE-02;;1;regie;gemeente;answered;\"33,33333333333333\";\"1,0\";\"100,0\";{zeros};\"1030000,0\";proef"
        ),
        "Proefregio;2026;2026;\"Zeedorp; \"\"Oost\"\"\";;PRE-01;;1;regie;gemeente;missing;;\"2,0\";\"75,0\";;;proef"
            .to_owned(),
        "Proefregio;2026;2026;\"Zeedorp; \"\"Oost\"\"\";;PRE-02;;1;regie;gemeente;missing;;\"1,0\";\"100,0\";;;proef"
            .to_owned(),
        String::new(),
    ];
    let written = csv::write(&answers(&asked, &found.region), Dialect::Dutch);
    assert_eq!(written, expected.join("\r\n"));

    let written = csv::write(&scores(&asked, &found.region, &found.score), Dialect::Dutch);
    // One of three municipalities answered: 75 and 100/3, in a range with 0 and with 100 of the two others.
    let question = "\r\nProefregio;2026;question;PRE-01;\"75,0\";\"25,0\";\"91,66666666666667\";\"75,0\";\"0,0\";\"0,3333333333333333\";;1;;proef;2026\r\n";
    assert!(written.contains(question), "{written}");
}

#[test]
fn it_stands_beside_tables_in_other_formats_and_each_is_named() {
    let folder = TempDir::new().unwrap();
    awkward(&folder.path().join("in"));
    let export = |format: &str| {
        let (status, said, printed) = in_folder(
            folder.path(),
            &["exporteer", "in", "-o", "uit", "--overschrijf", "--formaat", format],
        );
        assert_eq!(status, Some(0), "{printed}");
        (said, printed)
    };
    let (plain, _) = export("csv");
    let (dutch, printed) = export("csv-nl");
    assert_eq!(dutch, plain, "as many lines");
    let left = |name: &str| ["antwoorden", "scores"].map(|table| format!("uit/{table}/{}", name.replace('*', table)));
    // Nine tables: four of the region, five of the questionnaire.
    let expected = format!(
        "nu niet vernieuwd: {}, uit/ambities/",
        left("s-sud-noord-100-2027.csv").join(", ")
    );
    assert!(printed.contains(&expected), "{printed}");
    assert!(printed.contains(" en nog 4. Maak ook die opnieuw"), "{printed}");

    let dutch = left("*-s-sud-noord-100-2027.csv");
    for name in &dutch {
        let bytes = fs::read(folder.path().join(name)).unwrap();
        assert!(bytes.starts_with("\u{feff}region;year;".as_bytes()), "{name}");
        assert!(
            String::from_utf8(bytes)
                .unwrap()
                .contains(&format!("\r\n{AWKWARD};2027;"))
        );
    }
    let (_, printed) = export("parquet");
    assert!(printed.contains(&left("s-sud-noord-100-2027.csv")[0]), "{printed}");
    assert!(printed.contains(&dutch[0]), "{printed}");
    assert!(printed.contains(" en nog 13."), "{printed}");
}
