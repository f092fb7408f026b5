//! The letter in programs that people use: LibreOffice prints it on one sheet, python-docx finds its headings and table.
//!
//! `cargo test --test it office::letter -- --ignored` needs `soffice` with its word processor, `pdfinfo`, and a `python3`
//! with `python-docx`.

use ketenscan::answers::Answer;
use ketenscan::questionnaire::builtin;
use ketenscan::report::region::letter;
use ketenscan::report::{Report, docx};
use ketenscan_testing::extremes;
use ketenscan_testing::region::{Workbook, scored};
use serde_json::{Value, json};

use crate::programs::{ketenscan, script, succeed};

#[test]
#[ignore = "needs LibreOffice, and Python with python-docx"]
fn the_letter_is_one_sheet_that_a_word_processor_understands() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let written = |name: &str, report: &Report| {
        let made = docx::write(&letter(report), extremes::DATE).expect("a letter");
        std::fs::write(path(name), made).expect("a file");
    };
    for case in [
        ("groot.docx", extremes::huge()),
        ("klein.docx", extremes::tiny()),
        ("stil.docx", extremes::stalled()),
        ("goed.docx", extremes::at_norm()),
    ] {
        written(case.0, &case.1.report());
    }
    let asked = builtin();
    let nothing = scored(
        &asked,
        [Workbook::of_municipality(&asked, "Duinstad").says_everywhere(Answer::Unknown)],
    );
    let nothing = Report {
        questionnaire: &asked,
        region: &nothing.region,
        score: &nothing.score,
        sharing: None,
    };
    written("niets.docx", &nothing);
    for share in [&[][..], &["--delen"]] {
        let name = if share.is_empty() { "demo" } else { "delen" };
        let demo = path("voorbeeld");
        if !demo.exists() {
            succeed(ketenscan(["--stil", "demo", "-o"]).arg(&demo));
        }
        let input = demo.join("ingevuld/voorbeeldland-2026");
        let made = ketenscan(["--stil", "rapport", "--raadsbrief", "-o"])
            .arg(path(name))
            .arg(input)
            .args(share)
            .output()
            .expect("it runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }
    let names = ["groot", "klein", "stil", "goed", "niets"].map(|name| format!("{name}.docx"));
    let letters = ["demo", "delen"].map(|name| format!("{name}/voorbeeldland-2026-raadsbrief.docx"));
    let all: Vec<String> = names.into_iter().chain(letters).collect();
    let job: Vec<_> = all.iter().map(|name| path(name)).collect();
    let found = script("python3", "office/letter.py", &json!(job));
    for (name, found) in all.iter().zip(found.as_array().expect("a list")) {
        as_expected(name, found);
        if let Ok(pictures) = std::env::var("KETENSCAN_PICTURES") {
            let kept = std::path::Path::new(&pictures).join(name.replace('/', "-"));
            std::fs::copy(path(name), kept).expect("a copy");
        }
    }
}

fn as_expected(name: &str, found: &Value) {
    assert_eq!(found["pages"], "1", "{name}");
    let size = found["size"].as_str().expect("a size");
    assert!(size.contains("A4"), "{name}: {size}");
    assert_eq!(found["first"], json!(["Title", found["title"]]), "{name}");
    assert_eq!(found["language"], json!(["nl-NL"]), "{name}");
    assert_eq!(
        found["headings"],
        json!([
            "Waar het over gaat",
            "Wat de scan laat zien",
            "Waar de keten vasthoudt",
            "Wat wij u vragen te besluiten",
            "Wat nog niet bekend is",
            "Hulp en advies",
        ]),
        "{name}"
    );
    let lists = found["lists"].as_array().expect("a list");
    assert!((3..=6).contains(&lists.len()), "{name}: {lists:?}");
    // The chain is a picture, with its words; a table if there is nothing to draw.
    let (tables, pictures) = (&found["tables"], found["pictures"].as_array().expect("pictures"));
    assert_eq!(
        pictures.is_empty(),
        ["klein.docx", "niets.docx"].contains(&name),
        "{name}"
    );
    if let [words] = &pictures[..] {
        let words = words.as_str().expect("words");
        assert!(
            words.starts_with("Per verschijningsvorm, met 50 als grens. "),
            "{name}: {words}"
        );
        assert_eq!(*tables, json!([]), "{name}");
        return;
    }
    assert!(pictures.is_empty(), "{name}: {pictures:?}");
    let tables = tables.as_array().expect("tables");
    let [table] = &tables[..] else {
        panic!("{name}: {tables:?}");
    };
    let rows = table.as_array().expect("rows");
    assert_eq!(rows.len(), 8, "{name}");
    for row in rows {
        let cells = row.as_array().expect("cells");
        assert_eq!(cells.len(), 5, "{name}");
        assert!(cells.iter().all(|cell| cell != ""), "{name}: {row}");
    }
}
